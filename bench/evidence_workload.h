// A deterministic graph of evidence, of any size: what stores are compared on.
//
// Documents of 20 claims and 20 references.  A claim states one of N/3
// propositions and has a strength of 0 to 3; 30 % of the claims cite nothing, the
// others one to four references of their document.  A reference is to one of N/5
// studies, popular as studies are (the n-th most popular is cited as n to the
// power of -0.9), or, 3 %, to none that is known.  A study has a strength of 0 to 3.
// Numbers count from 0.
#ifndef CLAIMGRAPH_BENCH_EVIDENCE_WORKLOAD_H_
#define CLAIMGRAPH_BENCH_EVIDENCE_WORKLOAD_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/document_graph.h"

namespace claimgraph {

inline constexpr std::uint32_t kNoStudy = UINT32_MAX;
inline constexpr std::uint32_t kPerDocument = 20;  // claims, and references

struct WorkloadClaim {
  std::uint32_t proposition = 0;
  std::uint8_t strength = 0;
  std::vector<std::uint32_t> references{};  // ascending
  std::string text{};
};

struct Workload {
  std::vector<std::string> titles{};        // of documents
  std::vector<WorkloadClaim> claims{};      // claim c is in document c / 20
  std::vector<std::uint32_t> references{};  // study of each; reference r is in document r / 20
  std::vector<std::string> reference_texts{};
  std::vector<std::string> propositions{};
  std::vector<std::string> studies{};          // their titles
  std::vector<std::uint8_t> strengths{};       // of studies
  std::vector<std::uint32_t> asked_studies{};  // 100: half of them popular
  std::vector<std::uint32_t> asked_claims{};   // 1,000
};

Workload MakeWorkload(std::size_t claims);

// One document as an import would make it.  A claim that cites something has one
// citation, which points to all that it cites.
DocumentGraph DocumentOf(const Workload& workload, std::uint32_t document);

// A document of one claim that cites two references, to studies of the workload.
DocumentGraph OneClaim(const Workload& workload, std::uint32_t number);

// 0 to 3, of the design that DocumentOf gives to a study.
std::uint8_t StrengthOf(StudyDesign design);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_BENCH_EVIDENCE_WORKLOAD_H_
