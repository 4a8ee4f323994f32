// Draws a DocumentGraph as text, so that a test of a rule reads as an article
// with notes below it.
//
//   # A heading                          a line is a block: heading, metadata
//   % title: Tea                         (front matter), caption ("! ") or
//   {c1:Tea cures colds {k1:[3]}}.       paragraph; {id:words} marks what the
//   {r1:Hill, A. (2018). Tea.}           notes speak of, and may nest
//   c1 effect direct boosted inline overstated cites=k1 boosters=proven tea>decrease>colds
//   k1 numeric numbers=3 -> r1
//   r1 list family=Hill year=2018 "Tea for colds"
//   e1 c1 r1 randomised_controlled_trial population=different
//
// Notes: `c` claims (words are the names of core/names.cc, in any order; a
// proposition is intervention>direction>outcome[>population[>comparator]]),
// `k` citations, `r` references, `f` effects ("f1 SMD -0.4 -0.6 -0.2 in c1"),
// `e` evidence lines.  "_" stands for a space inside a word.
#ifndef CLAIMGRAPH_TESTS_RULES_GRAPH_H_
#define CLAIMGRAPH_TESTS_RULES_GRAPH_H_

#include <string>
#include <string_view>
#include <vector>

#include "core/document_graph.h"
#include "core/finding.h"

namespace claimgraph {

// Aborts the test with a message where the drawing makes no sense.
DocumentGraph DrawGraph(std::string_view drawing);

// What one rule finds in a drawing: the words under each finding's span, joined
// by " / ".  "error: " or the like stands before them where the severity is not
// the rule's own.
std::string Flagged(std::string_view rule, std::string_view drawing);

// What all rules of a document find together: "rule: words", joined by " / ".
std::string FlaggedByAll(std::string_view drawing);

// The only message of the rule in the drawing; fails the test otherwise.
Finding OnlyFinding(std::string_view rule, std::string_view drawing);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_TESTS_RULES_GRAPH_H_
