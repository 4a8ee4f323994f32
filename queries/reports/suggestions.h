// What `suggest` found, before anyone decides how to print it: for claims without
// support, the studies of a store that bear on them.
//
//   draft.md:3:1: uncited: "Green tea lowers blood pressure in adults"
//     looked for: green tea -> blood pressure
//     disputes: Baker et al. (2017), a randomised controlled trial, 74 people [pubmed:1]
//         Green tea and blood pressure: a trial.
//         names green tea (intervention), blood pressure (outcome)
//         Baker et al. (2017): blood pressure did not change
//   2 claims without support: 1 with studies, 1 with no study in this store; 120 texts searched
#ifndef CLAIMGRAPH_QUERIES_REPORTS_SUGGESTIONS_H_
#define CLAIMGRAPH_QUERIES_REPORTS_SUGGESTIONS_H_

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

#include "core/claim.h"
#include "core/evidence_line.h"
#include "core/proposition.h"
#include "core/record.h"
#include "queries/reports/report.h"
#include "queries/reports/text.h"

namespace claimgraph {

// Why a study is listed: what it and the claim both name.
struct SuggestedBecause {
  std::string axis{};  // "intervention", "outcome", "population"
  std::string claimed{};
  std::string studied{};
  bool direct = true;  // else the study's is broader
};

struct SuggestedStudy {
  std::string source{};  // of its record: "pubmed:123"
  Record record{};
  EvidenceLine line{};  // stance, directness, and the reasons for them
  std::vector<SuggestedBecause> because{};
};

struct SuggestedFor {
  Proposition proposition{};
  std::vector<SuggestedStudy> studies{};  // empty: no study in this store
};

struct SuggestedClaim {
  std::string file{};
  Claim claim{};
  std::vector<SuggestedFor> propositions{};
};

struct Suggestions {
  std::vector<SuggestedClaim> claims{};  // by document, then position
  std::uint64_t texts = 0;               // records and cards that were searched
  // The store is of a format without an index and was opened for reading only.
  bool no_index = false;
  std::vector<RecordNote> record_problems{};
  Sources sources{};
};

void WriteText(const Suggestions& suggestions, const TextOptions& options, std::ostream& out);
void WriteJson(const Suggestions& suggestions, std::ostream& out);  // "claimgraph/suggest/1"

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_REPORTS_SUGGESTIONS_H_
