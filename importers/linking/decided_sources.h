// What reviewers decided (core/decision.h) about an article's claims, brought into its
// extraction.
//
// A decision is matched to a claim by its words (core/text/decision_words.h).  One that
// fits nothing changes nothing.
//
// A work that a claim is tied to need not be in the article's list.  While the article is
// extracted, a reference stands in for it, after the article's own (`own_references`
// of them), so that its evidence is judged like that of any other.
#ifndef CLAIMGRAPH_IMPORTERS_LINKING_DECIDED_SOURCES_H_
#define CLAIMGRAPH_IMPORTERS_LINKING_DECIDED_SOURCES_H_

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "core/document_graph.h"
#include "core/graph_reader.h"

namespace claimgraph {

// "n3 by NAME on 2026-03-01: why".
std::string Signature(const Decision& decision);

struct DecidedSources {
  struct Tie {
    ClaimId claim{};
    std::vector<ReferenceId> references{};  // entries of the work that was named
    const Decision* decision = nullptr;
  };

  std::size_t own_references = std::numeric_limits<std::size_t>::max();
  std::vector<Tie> linked{};
  std::vector<Tie> rejected{};

  bool Rejects(ClaimId claim, ReferenceId reference) const;
  bool HasLink(ClaimId claim) const;
  bool HasRejection(ClaimId claim) const;
};

// Adds to `graph` the references that stand in for works of `store`.  Requires: claims
// and references are numbered, and works not yet made.  `decisions`, all of which
// count, must outlive the answer; the later of two on one claim and work counts.
DecidedSources FindDecidedSources(const std::vector<Decision>& decisions, const GraphReader& store,
                                  DocumentGraph* graph);

// Takes those references out again, and says at each claim and line what was decided.
void FinishDecidedSources(const DecidedSources& decided, const GraphReader& store,
                          DocumentGraph* graph);

// Sets the verdicts that were decided; the computed ones stay readable in the reasons.
void DecideVerdicts(const std::vector<Decision>& decisions, DocumentGraph* graph);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_LINKING_DECIDED_SOURCES_H_
