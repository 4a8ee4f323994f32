#include <fmt/format.h>

#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/flags.h"
#include "cli/output.h"

namespace claimgraph::cli {
namespace {

struct Flags {
  std::vector<std::string> rules;
  std::string format = "text";
};

int PrintPages(const std::vector<std::string>& names) {
  const Status known = CheckRuleNames(names);
  if (!known) return Complain(known.error());
  const char* separator = "";
  for (const std::string& name : names) {
    std::cout << separator << RulePage(*FindRule(name));
    separator = "\n";
  }
  return kClean;
}

int PrintTable() {
  for (const Rule& rule : AllRules()) {
    std::cout << fmt::format("{:<30} {:<8} {}\n", rule.name, Name(rule.severity), rule.summary);
  }
  return kClean;
}

int Run(const Flags& flags) {
  if (!flags.rules.empty()) return PrintPages(flags.rules);
  if (flags.format == "text") return PrintTable();
  std::cout << RulesMarkdown();
  return kClean;
}

}  // namespace

Action DeclareRules(CLI::App& app) {
  auto flags = std::make_shared<Flags>();
  AddValue(app, "RULE", &flags->rules, "print the pages of these rules");
  AddFormat(app, &flags->format, {.choices = {"text", "markdown"}, .not_with = "RULE"});
  return [flags] { return Run(*flags); };
}

}  // namespace claimgraph::cli
