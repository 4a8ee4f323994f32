// The studies of a store that bear on a claim, whether or not it cites them.
//
// Words find candidates: what the claim's proposition names (intervention, outcome,
// population) with the vocabulary's synonyms, and the claim's own words for less.
// Concepts then decide: a study bears on a claim only if it names the intervention and
// the outcome that the claim names, or something narrower or broader; the words by
// which it does are given as the reason.  What it found is told by its record
// (record_evidence.h) and by nothing else.
//
// Limits: a claim whose proposition names neither intervention nor outcome finds
// nothing.  Only the best kMostCandidates by words are looked at.
#ifndef CLAIMGRAPH_IMPORTERS_LINKING_EVIDENCE_SEARCH_H_
#define CLAIMGRAPH_IMPORTERS_LINKING_EVIDENCE_SEARCH_H_

#include <cstddef>
#include <string>
#include <vector>

#include "core/claim.h"
#include "core/evidence_line.h"
#include "core/graph_reader.h"
#include "core/proposition.h"
#include "core/text_search.h"
#include "importers/linking/record_finder.h"

namespace claimgraph {

inline constexpr std::size_t kMostCandidates = 100;

// One thing that claim and study both name.
struct SharedConcept {
  std::string axis{};                           // "intervention", "outcome", "population"
  std::string claimed{};                        // as the proposition has it
  std::string studied{};                        // as the study has it
  Directness directness = Directness::kDirect;  // kDirect or kIndirect
};

struct BearingStudy {
  FoundRecord found{};
  EvidenceLine line{};  // of its stance: kUnknown where the record does not tell
  std::vector<SharedConcept> shared{};
  double score = 0;  // of the words
};

TextQuery EvidenceQuery(const Claim& claim, const Proposition& proposition);

// Direct ones first, then by score; a study that has several records comes once.
[[nodiscard]] Result<std::vector<BearingStudy>> FindBearingStudies(const GraphReader& store,
                                                                   const Claim& claim,
                                                                   const Proposition& proposition,
                                                                   std::size_t limit);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_LINKING_EVIDENCE_SEARCH_H_
