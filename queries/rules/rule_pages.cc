// How a rule explains itself: on a terminal, and in docs/rules.md.

#include "queries/rules/rules.h"
#include "queries/rules/support.h"

namespace claimgraph {

std::string RulePage(const Rule& rule) {
  return Cat(rule.name, " (", Name(rule.severity), "): ", rule.summary, ".\n\n",  //
             "Why:   ", rule.why, "\n",                                           //
             "Bad:   ", rule.bad, "\n",                                           //
             "Good:  ", rule.good, "\n",                                          //
             "Limits: ", rule.limits, "\n");
}

std::string RulesMarkdown() {
  std::string page =
      "# Rules\n\n"
      "<!-- Made by `claimgraph rules --format markdown`; change the rules' files instead. -->\n\n"
      "What `claimgraph check` can find. Each finding is a lead for a person, never a verdict on\n"
      "one. Severities are defaults: `.claimgraph.toml` changes them, and\n"
      "`<!-- claimgraph-ignore RULE: reason -->` silences a rule in the block that follows.\n\n"
      "A claim is told its most specific fault only; the order stands in\n"
      "`queries/rules/suppress.cc`.\n\n"
      "| rule | severity | finds |\n|---|---|---|\n";
  for (const Rule& rule : AllRules()) {
    page += Cat("| [", rule.name, "](#", rule.name, ") | ", Name(rule.severity), " | ",
                rule.summary, " |\n");
  }
  for (const Rule& rule : AllRules()) {
    page += Cat("\n## ", rule.name, "\n\nFinds ", rule.summary, ". Severity: ", Name(rule.severity),
                ".\n\n", rule.why, "\n\n", "- Bad: ", rule.bad, "\n", "- Good: ", rule.good, "\n\n",
                rule.limits, "\n");
  }
  return page;
}

}  // namespace claimgraph
