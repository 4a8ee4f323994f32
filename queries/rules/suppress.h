// Which findings are left out: a claim is told its most specific fault only,
// and a writer's ignore comments are obeyed.
#ifndef CLAIMGRAPH_QUERIES_RULES_SUPPRESS_H_
#define CLAIMGRAPH_QUERIES_RULES_SUPPRESS_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/document.h"
#include "core/finding.h"

namespace claimgraph {

// Rules about what a claim says, most specific first.  On one claim, the first
// of them that found something speaks alone.
std::span<const std::string_view> SpecificFirst();

// Leaves each claim the finding that stands first in SpecificFirst(); findings
// of rules that are not there stay.  Keeps the order.
void SilenceGeneral(std::vector<Finding>* findings);

// The comments that silence what begins at `at` of the document's text.
std::vector<IgnoreComment> IgnoresAt(const Document& document, std::uint32_t at);

// Takes out findings that begin in the block after an ignore comment for their
// rule or for "all".  Those in a .bib file stay.  Keeps the order.
void ApplyIgnores(const Document& document, std::vector<Finding>* findings);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_RULES_SUPPRESS_H_
