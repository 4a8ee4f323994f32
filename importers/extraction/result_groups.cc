// What stands behind "than" or "compared with" is the comparator; the intervention is the
// group, or the known intervention, that the rest of the clause names.

#include "importers/extraction/result_groups.h"

#include <algorithm>
#include <array>

namespace claimgraph {
namespace {

// "the intervention group", "both treatments": the record's own, not a name.
bool IsOwnGroup(std::string_view w) {
  constexpr std::array<std::string_view, 16> kOwn = {
      "study",  "treatment", "treatments", "intervention", "interventions", "experimental",
      "active", "test",      "both",       "other",        "trend",         "therapy",
      "two",    "medical",   "results",    "baseline"};
  return std::ranges::find(kOwn, w) != kOwn.end();
}

class GroupReader {
 public:
  explicit GroupReader(const ResultGrammar& grammar) : grammar_(grammar), text_(grammar.text()) {}

  Groups GroupsOf(const Change& change, TokenRange clause) const {
    Groups groups;
    const TokenRange compared = ReadComparator(clause, &groups);
    if (compared.empty()) ReadBetween(clause, &groups);
    if (groups.intervention.empty()) {
      const bool behind = compared.begin > change.range.end;
      groups.intervention =
          NamedGroup({clause.begin, behind ? compared.begin : clause.end}, compared);
    }
    if (groups.intervention.empty()) groups.intervention = SubjectOf(change, clause);
    return groups;
  }

 private:
  // "than with usual care"; gives the tokens of the comparison, none where there is none.
  TokenRange ReadComparator(TokenRange clause, Groups* groups) const {
    for (std::uint32_t i = clause.begin; i < clause.end; ++i) {
      if ((Mask(i) & word::kCompare) == 0 || Word(i) == "over") continue;
      std::uint32_t at = i + text_.Word(i).length;
      while (at < clause.end && LeadsToGroup(at)) ++at;
      const TokenRange range = text_.PhraseAfter(at, clause.end);
      groups->comparator = GroupName(text_, range);
      return {i, std::max(at, range.end)};
    }
    return {};
  }

  bool LeadsToGroup(std::uint32_t at) const {
    const std::string_view w = Word(at);
    return w == "those" || w == "that" || w == "in" || w == "with" || w == "the" || w == "who" ||
           w == "for" || (Mask(at) & word::kReceive) != 0;
  }

  // "... in the massage group", "... with massage", outside the comparison.
  std::string NamedGroup(TokenRange range, TokenRange compared) const {
    for (std::uint32_t i = range.begin; i + 1 < range.end; ++i) {
      if (i >= compared.begin && i < compared.end) continue;
      const std::string_view w = Word(i);
      const bool leads = w == "in" || w == "with" || w == "after" || w == "by" || w == "among" ||
                         w == "for" || w == "receiving" || w == "of";
      if (!leads) continue;
      const bool who = w == "with" && i > range.begin &&
                       (Mask(i - 1) & word::kPeople) != 0;  // "women with gout"
      const TokenRange phrase = text_.PhraseAfter(i + 1, range.end);
      if (who || phrase.empty() || !MayBeGroup(phrase, w == "with")) continue;
      std::string name = GroupName(text_, phrase);
      if (!name.empty()) return name;
    }
    return {};
  }

  bool MayBeGroup(TokenRange phrase, bool with) const {
    if ((Mask(phrase.end - 1) & word::kArm) != 0) return true;
    bool condition = false;
    for (const ConceptHit& hit : text_.ConceptsIn(phrase)) {
      if (hit.role == ConceptRole::kIntervention) return true;
      condition |= hit.role == ConceptRole::kCondition;
    }
    return with && !condition;
  }

  // The subject of an active verb: "massage" of "massage reduced pain".
  std::string SubjectOf(const Change& change, TokenRange clause) const {
    const std::uint32_t verb = change.range.begin;
    const bool active = (change.mask & word::kChangeNoun) == 0 && !grammar_.IsPassive(verb) &&
                        grammar_.BeginsNoun(change.range.end, clause.end);
    if (!active) return {};
    return GroupName(text_, text_.PhraseAfter(grammar_.SkipOpening(clause, verb), verb));
  }

  // "between A and B"
  void ReadBetween(TokenRange clause, Groups* groups) const {
    for (std::uint32_t i = clause.begin; i + 1 < clause.end; ++i) {
      if (Word(i) != "between") continue;
      const TokenRange a = text_.PhraseAfter(i + 1, clause.end);
      if (a.empty() || Word(a.end) != "and") return;
      const TokenRange b = text_.PhraseAfter(a.end + 1, clause.end);
      groups->intervention = GroupName(text_, a);
      groups->comparator = GroupName(text_, b);
      return;
    }
  }

  std::string_view Word(std::int64_t i) const { return text_.tokens().Word(i); }
  std::uint64_t Mask(std::size_t i) const { return text_.Mask(i); }

  const ResultGrammar& grammar_;
  const StudyText& text_;
};

}  // namespace

Groups GroupsOf(const ResultGrammar& grammar, const Change& change, TokenRange clause) {
  return GroupReader(grammar).GroupsOf(change, clause);
}

std::string GroupName(const StudyText& text, TokenRange range) {
  if (range.empty()) return {};
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const std::uint64_t mask = text.Mask(i);
    for (const WordLabel& label : ComparatorLabels()) {
      if ((mask & label.bit) != 0) return std::string(label.label);
    }
    if ((mask & word::kControl) != 0) return "control";
  }
  // "the massage group", "patients": what sets the group apart
  while (range.begin < range.end &&
         (text.Mask(range.end - 1) & (word::kArm | word::kPeople)) != 0) {
    --range.end;
  }
  while (range.begin < range.end &&
         (text.Mask(range.begin) & (word::kPeople | word::kNumber)) != 0) {
    ++range.begin;
  }
  const bool word = !range.empty() && text.tokens()[range.begin].kind == TokenKind::kWord &&
                    (text.Mask(range.begin) & (word::kOtherUnit | word::kTimeUnit)) == 0 &&
                    !(range.end == range.begin + 1 && IsOwnGroup(text.tokens()[range.begin].word));
  return word ? text.Name(range) : std::string();
}

}  // namespace claimgraph
