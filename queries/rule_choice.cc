#include "queries/rule_choice.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "core/text/similarity.h"

namespace claimgraph {
namespace {

// `only` turns into severities: everything else is off.
SeverityOverrides Effective(const RuleChoice& choice) {
  SeverityOverrides severities = choice.severities;
  if (choice.only.empty()) return severities;
  for (const Rule& rule : AllRules()) {
    const auto own = severities.find(rule.name);
    if (std::ranges::find(choice.only, rule.name) == choice.only.end()) {
      severities.insert_or_assign(std::string(rule.name), Severity::kOff);
    } else if (own != severities.end() && own->second == Severity::kOff) {
      severities.erase(own);
    }
  }
  return severities;
}

}  // namespace

std::vector<Finding> RunChosen(const RuleInput& input, const RuleChoice& choice) {
  const SeverityOverrides severities = Effective(choice);
  std::vector<Finding> findings = RunRules(input, RuleScope::kDocument, severities);
  std::vector<Finding> wider = RunRules(input, RuleScope::kGraph, severities);
  findings.insert(findings.end(), std::make_move_iterator(wider.begin()),
                  std::make_move_iterator(wider.end()));
  std::ranges::stable_sort(findings, {},
                           [](const Finding& f) { return std::tie(f.file, f.span, f.rule); });
  return findings;
}

std::vector<Diagnostic> UnknownIgnores(const Document& document) {
  std::vector<Diagnostic> unknown;
  for (const IgnoreComment& comment : document.ignores) {
    if (comment.rule.empty() || comment.rule == "all" || FindRule(comment.rule) != nullptr)
      continue;
    unknown.push_back({"unknown-rule-in-ignore", comment.source,
                       fmt::format("the comment ignores \"{}\", which is no rule{}", comment.rule,
                                   DidYouMean(NearestRule(comment.rule)))});
  }
  return unknown;
}

std::string Nearest(std::string_view name, std::span<const std::string_view> known) {
  std::string_view nearest;
  // More wrong letters than three, or than half of them, make another word.
  int best = static_cast<int>(std::min<std::size_t>(4, name.size() / 2 + 1));
  for (const std::string_view candidate : known) {
    const int distance = EditDistance(name, candidate, best);
    if (distance < best) {
      best = distance;
      nearest = candidate;
    }
  }
  return std::string(nearest);
}

std::string NearestRule(std::string_view name) {
  std::vector<std::string_view> names;
  for (const Rule& rule : AllRules()) names.push_back(rule.name);
  return Nearest(name, names);
}

std::string DidYouMean(std::string_view nearest) {
  return nearest.empty() ? std::string() : fmt::format("; did you mean \"{}\"?", nearest);
}

}  // namespace claimgraph
