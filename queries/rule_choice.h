// Which rules run, as settings and flags say; and running them over a document.
//
// Names of rules come from people, who misspell them; the nearest name is found
// here for every message that needs one.
#ifndef CLAIMGRAPH_QUERIES_RULE_CHOICE_H_
#define CLAIMGRAPH_QUERIES_RULE_CHOICE_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.h"
#include "core/finding.h"
#include "queries/rules/rules.h"

namespace claimgraph {

struct RuleChoice {
  SeverityOverrides severities{};   // by rule name, where not the rule's own
  std::vector<std::string> only{};  // these rules alone; empty: all
};

// Findings of both scopes in order of position, the document's own before those
// in .bib files.  No ids.  A rule that is named in `only` runs even where
// `severities` silences it: asking for it is reason enough.
std::vector<Finding> RunChosen(const RuleInput& input, const RuleChoice& choice);

// Ignore comments that name no rule, and so silence nothing.
std::vector<Diagnostic> UnknownIgnores(const Document& document);

// The one of `known` that is most like `name`; empty if none is.
std::string Nearest(std::string_view name, std::span<const std::string_view> known);
std::string NearestRule(std::string_view name);

// "; did you mean "x"?" or nothing, for the end of a message.
std::string DidYouMean(std::string_view nearest);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_RULE_CHOICE_H_
