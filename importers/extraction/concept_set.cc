// A Lexicon whose values are row numbers plus one, and the broader-than DAG as a
// list of ancestors a row.

#include "importers/extraction/concept_set.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <map>

#include "core/text/tokens.h"
#include "importers/extraction/vocabulary_table.h"

namespace claimgraph {
namespace {

constexpr std::array<std::string_view, 6> kRoleNames = {"intervention", "outcome",    "surrogate",
                                                        "condition",    "population", "body"};

// Calls `fn` for each part of "a; b; c".
template <typename Fn>
void ForEachPart(std::string_view list, Fn fn) {
  while (!list.empty()) {
    const std::size_t semicolon = list.find(';');
    std::string_view part = list.substr(0, semicolon);
    list = semicolon == std::string_view::npos ? std::string_view() : list.substr(semicolon + 1);
    while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
    if (!part.empty()) fn(part);
  }
}

bool IsHyphen(const Token& token) {
  return token.word == "-" || token.word == "\u2010" || token.word == "\u2011";
}

// The tokens but hyphens, with a space between all or where they stood apart.
std::string Joined(std::string_view words, bool all) {
  TokenList tokens;
  tokens.Read(words, 0);
  std::string joined;
  std::uint32_t end = 0;
  for (const Token& token : tokens) {
    if (IsHyphen(token)) continue;
    if (!joined.empty() && (all || token.span.begin != end)) joined += ' ';
    joined += token.word;
    end = token.span.end;
  }
  return joined;
}

}  // namespace

std::string_view Name(ConceptRole role) { return kRoleNames[static_cast<std::size_t>(role)]; }

std::optional<ConceptRole> ParseConceptRole(std::string_view name) {
  const auto at = std::ranges::find(kRoleNames, name);
  if (at == kRoleNames.end()) return std::nullopt;
  return static_cast<ConceptRole>(at - kRoleNames.begin());
}

std::string FoldPhrase(std::string_view words) { return Joined(words, true); }
std::string FoldLabel(std::string_view words) { return Joined(words, false); }

ConceptSet::ConceptSet() {
  for (const std::span<const VocabularyRow> table : {InterventionRows(), OutcomeRows()}) {
    for (const VocabularyRow& row : table) {
      AddBuiltIn(row);
      ForEachPart(row.kinds, [&](std::string_view kind) { AddKind(row, kind); });
    }
  }
  broader_.resize(rows_.size());
  for (ConceptIndex i = 0; i < rows_.size(); ++i) {
    ForEachPart(rows_[i].broader, [&](std::string_view label) {
      const ConceptIndex up = WithLabel(label);
      assert(up != kNoConcept && "broader names a label that is not in the table");
      if (up != kNoConcept) broader_[i].push_back(up);
    });
  }
  const ConceptIndex too_deep = Finish();
  assert(too_deep == kNoConcept);
  (void)too_deep;
}

const ConceptSet& ConceptSet::BuiltIn() {
  static const ConceptSet built_in;
  return built_in;
}

void ConceptSet::AddBuiltIn(const VocabularyRow& row) {
  const auto index = static_cast<ConceptIndex>(rows_.size());
  rows_.push_back(row);
  labels_.emplace(row.label, index);
  const auto add = [&](std::string_view phrase) {
    AddPhrase(phrase, index);
    AddPlural(phrase, index);
  };
  add(row.label);
  ForEachPart(row.synonyms, add);
}

void ConceptSet::AddKind(const VocabularyRow& parent, std::string_view kind) {
  VocabularyRow row{.role = parent.role, .broader = parent.label, .good = parent.good};
  if (kind.starts_with('&')) {
    row.broader = parent.broader;
    kind.remove_prefix(1);
  }
  constexpr std::string_view kSigns = "-~+";
  if (const std::size_t sign = kSigns.find(kind.front()); sign != std::string_view::npos) {
    row.good = static_cast<int>(sign) - 1;
    kind.remove_prefix(1);
  }
  const std::size_t equals = kind.find(" = ");
  row.label = kind.substr(0, equals);
  if (equals != std::string_view::npos) {
    std::string synonyms(kind.substr(equals + 3));
    std::ranges::replace(synonyms, ',', ';');
    row.synonyms = Keep(std::move(synonyms));
  }
  AddBuiltIn(row);
}

// The first that claims a phrase keeps it.
void ConceptSet::AddPhrase(std::string_view phrase, ConceptIndex owner) {
  if (owners_.try_emplace(std::string(phrase), owner).second) lexicon_.Add(phrase, owner + 1U);
}

void ConceptSet::AddPlural(std::string_view phrase, ConceptIndex owner) {
  if (!phrase.ends_with('s')) AddPhrase(std::string(phrase) + "s", owner);
}

std::vector<std::string_view> ConceptSet::Phrases(ConceptIndex c) const {
  std::vector<std::string_view> phrases = {rows_[c].label};
  ForEachPart(rows_[c].synonyms, [&](std::string_view phrase) {
    const bool found = OwnerOf(phrase) == c && FoldPhrase(phrase) == phrase;
    if (found && std::ranges::find(phrases, phrase) == phrases.end()) phrases.push_back(phrase);
  });
  return phrases;
}

ConceptIndex ConceptSet::WithLabel(std::string_view phrase) const {
  const auto found = labels_.find(phrase);
  return found == labels_.end() ? kNoConcept : found->second;
}

ConceptIndex ConceptSet::OwnerOf(std::string_view phrase) const {
  const auto found = owners_.find(std::string(phrase));
  return found == owners_.end() ? kNoConcept : found->second;
}

ConceptIndex ConceptSet::AddConcept(ConceptRole role, std::string_view label, int good) {
  assert(rows_.size() < kMostConcepts);
  const auto index = static_cast<ConceptIndex>(rows_.size());
  rows_.push_back({.role = role, .label = Keep(std::string(label)), .good = good});
  broader_.emplace_back();
  const std::string_view phrase = Keep(FoldPhrase(label));
  labels_.emplace(phrase, index);
  AddPhrase(phrase, index);
  added_.emplace_back(phrase, index);
  return index;
}

void ConceptSet::AddSynonym(ConceptIndex c, std::string_view phrase) {
  if (OwnerOf(phrase) == c) return;
  AddPhrase(phrase, c);
  added_.emplace_back(Keep(std::string(phrase)), c);
}

void ConceptSet::AddBroader(ConceptIndex c, ConceptIndex broader) {
  if (std::ranges::find(broader_[c], broader) == broader_[c].end()) broader_[c].push_back(broader);
}

std::vector<ConceptIndex> ConceptSet::WayUp(ConceptIndex from, ConceptIndex to) const {
  std::vector<std::pair<ConceptIndex, std::size_t>> met = {{from, 0}};  // and from where
  for (std::size_t i = 0; i < met.size() && met.size() <= kMostAncestors; ++i) {
    if (met[i].first == to) {
      std::vector<ConceptIndex> way = {to};
      for (std::size_t at = i; at != 0; way.push_back(met[at].first)) at = met[at].second;
      std::ranges::reverse(way);
      return way;
    }
    for (const ConceptIndex up : broader_[met[i].first]) {
      if (std::ranges::find(met, up, &std::pair<ConceptIndex, std::size_t>::first) == met.end()) {
        met.emplace_back(up, i);
      }
    }
  }
  return {};
}

ConceptIndex ConceptSet::Finish() {
  // A phrase that is written out goes before a plural that is made.
  std::map<ConceptIndex, std::string> synonyms;
  for (const auto& [phrase, owner] : added_) {
    AddPlural(phrase, owner);
    std::string& list = synonyms.try_emplace(owner, rows_[owner].synonyms).first->second;
    if (WithLabel(phrase) != owner) list.append(list.empty() ? "" : "; ").append(phrase);
  }
  added_.clear();
  for (auto& [owner, list] : synonyms) rows_[owner].synonyms = Keep(std::move(list));
  ancestors_.assign(rows_.size(), {});
  for (ConceptIndex i = 0; i < rows_.size(); ++i) {
    if (!SetAncestors(i)) return i;
  }
  return kNoConcept;
}

bool ConceptSet::SetAncestors(ConceptIndex c) {
  std::vector<ConceptIndex>& met = ancestors_[c];
  met = {c};
  for (std::size_t i = 0; i < met.size(); ++i) {
    for (const ConceptIndex up : broader_[met[i]]) {
      if (std::ranges::find(met, up) == met.end()) met.push_back(up);
    }
    if (met.size() > kMostAncestors) return false;
  }
  return true;
}

}  // namespace claimgraph
