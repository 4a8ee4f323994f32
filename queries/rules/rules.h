// The table of rules: everything that claimgraph can find wrong.
//
// One rule is one file in this folder and one row of the table in rules.cc.
// Its page (what, why, bad and good example) stands in that file and is what
// `claimgraph rules NAME` prints and docs/rules.md is made of.
//
// No sentence is flagged five times.  Where several of these rules meet on one
// claim, the first of them speaks and silences the rest (suppress.cc):
//
//   retracted-source               what it rests on is gone, or says otherwise
//   contradicted-by-own-reference
//   source-contradicts-claim
//   split-support
//   outcome-mismatch
//   follow-up-overreach
//   no-direct-evidence
//   self-contradiction             worthless whatever else is wrong
//   phantom-studies
//   anecdote-as-evidence           what it rests on
//   theory-as-evidence
//   safety-claim-unsupported
//   population-overreach
//   intervention-mismatch
//   comparative-without-comparison
//   advice-exaggeration            how it is worded
//   certainty-inflation
//   magnitude-inflation
//   uncited-claim                  that it cites nothing
//   surrogate-outcome
//
// So "what cites nothing" is uncited-claim and those above it on uncited claims.
// Rules about citations and references, missing-confidence-interval and
// effect-sign-inconsistent are about another thing than the claim's words and
// stand beside whatever speaks.
#ifndef CLAIMGRAPH_QUERIES_RULES_RULES_H_
#define CLAIMGRAPH_QUERIES_RULES_RULES_H_

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/document_graph.h"
#include "core/finding.h"
#include "core/graph_reader.h"

namespace claimgraph {

// What a rule may look at: one document, whole, and the graph around it.
// Ids in `graph` are the reader's or, before the document is stored, local; in
// both cases they ascend inside each vector.
struct RuleInput {
  const DocumentGraph& graph;
  const GraphReader& reader;
};

enum class RuleScope : std::uint8_t {
  kDocument,  // decidable from the document alone; its findings are stored
  kGraph,     // looks at other documents; found again when one of those changes
};

enum class RuleSubject : std::uint8_t {
  kAny,     // decidable in any text: a citation that contradicts its own entry
  kHealth,  // claims, and lists that any page of links may have: run only where
            // the document speaks of health
};

struct Rule {
  std::string_view name;  // "uncited-claim"
  Severity severity;      // by default; .claimgraph.toml overrides
  RuleScope scope;
  RuleSubject subject;
  std::string_view summary;  // one line: "a claim that cites nothing"
  std::string_view why;      // why a reader is worse off
  std::string_view bad;      // an example that is flagged
  std::string_view good;     // the same, mended
  std::string_view limits;   // what it cannot see, and what it leaves alone
  // Findings without id and document.  Their severity is the rule's own, or
  // another where one case is graver or lighter than the rest.
  std::vector<Finding> (*run)(const RuleInput& input);
};

std::span<const Rule> AllRules();             // by name
const Rule* FindRule(std::string_view name);  // null if there is none

// By rule name; kOff silences a rule, which then silences no other.
using SeverityOverrides = std::map<std::string, Severity, std::less<>>;

// Everything that the rules of `scope` find in one document: in order of
// position, one rule a claim as in the table above, without what the document's
// own ignore comments silence.  `document` and `severity` are filled in.
std::vector<Finding> RunRules(const RuleInput& input, RuleScope scope,
                              const SeverityOverrides& overrides = {});

// The graph of one stored document, with the store's ids.
Result<DocumentGraph> LoadDocumentGraph(const GraphReader& reader, DocumentId id);

// A rule's page: plain text for a terminal, or a section of docs/rules.md.
std::string RulePage(const Rule& rule);
std::string RulesMarkdown();  // the whole of docs/rules.md

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_RULES_RULES_H_
