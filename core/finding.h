// A rule's result: what is wrong, where, why, and what would clear it.
//
// Findings are leads for a person, never verdicts on people.
#ifndef CLAIMGRAPH_CORE_FINDING_H_
#define CLAIMGRAPH_CORE_FINDING_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/ids.h"
#include "core/span.h"

namespace claimgraph {

// kOff silences a rule; no Finding carries it.
enum class Severity : std::uint8_t { kOff, kInfo, kWarning, kError };

struct Finding {
  FindingId id{};
  DocumentId document{};
  std::string rule{};        // "uncited-claim"
  Severity severity = Severity::kWarning;
  Span span{};               // in the document, or in `file`
  std::string file{};        // the .bib file that `span` indexes; empty: the document itself
  std::string message{};     // one sentence, self-contained
  std::string suggestion{};  // what to write or do; may be empty
  ClaimId claim{};           // none for faults of citations and references
  std::vector<CitationId> citations{};
  std::vector<ReferenceId> references{};
  std::vector<EvidenceLineId> evidence{};
  bool operator==(const Finding&) const = default;
};

std::string_view Name(Severity severity);  // "off", "info", "warning", "error"

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_FINDING_H_
