// What came out: one result an outcome.
//
// A sentence is read clause by clause (result_grammar.h), a clause around its words of
// change.  "No significant difference", "did not", or a p value of .05 and more make all
// of a clause kNoEffect; so does an interval across no effect.

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/text/numbers.h"
#include "importers/extraction/effects.h"
#include "importers/extraction/fact_readers.h"
#include "importers/extraction/result_grammar.h"
#include "importers/extraction/result_groups.h"
#include "importers/extraction/result_outcomes.h"
#include "importers/extraction/result_significance.h"
#include "importers/extraction/study_facts.h"

namespace claimgraph {
namespace {

constexpr std::uint32_t kLongestSentence = 400;  // tokens; what is longer is a table

Direction DirectionOf(const Change& change) {
  if (change.null) return Direction::kNoEffect;
  if ((change.mask & word::kDecrease) != 0) return Direction::kDecrease;
  if ((change.mask & word::kIncrease) != 0) return Direction::kIncrease;
  if ((change.mask & word::kImprove) != 0) return Direction::kImprove;
  return Direction::kWorsen;
}

// Reads one sentence.
class ResultReader {
 public:
  ResultReader(const StudyText& text, const StudySentence& sentence,
               std::vector<StudyResult>* results)
      : text_(text), grammar_(text, sentence), results_(results), first_result_(results->size()) {}

  void Read() {
    if (grammar_.changes().empty()) return ReadFigures();
    for (const TokenRange clause : grammar_.Clauses()) ReadClause(clause);
  }

 private:
  std::string_view Word(std::int64_t i) const { return grammar_.Word(i); }
  std::uint64_t Mask(std::size_t i) const { return grammar_.Mask(i); }
  const StudySentence& sentence() const { return grammar_.sentence(); }

  void ReadClause(TokenRange clause) {
    std::vector<Change> own;
    for (const Change& change : grammar_.changes()) {
      if (change.range.begin >= clause.begin && change.range.begin < clause.end) {
        own.push_back(change);
      }
    }
    if (own.empty()) {
      // "... but not depression"
      const bool denied = Word(clause.begin) == "not" && results_->size() > first_result_;
      if (denied) {
        const Change none{{clause.begin, clause.begin + 1}, 0, true};
        AddAll(OutcomesAfter(grammar_, clause.begin + 1, clause.end), none, clause,
               GroupsOf(grammar_, none, clause));
      }
      return;
    }
    const auto null = std::ranges::find_if(own, [](const Change& c) { return c.null; });
    if (null != own.end()) own = {*null};
    const bool strong = std::ranges::any_of(
        own, [](const Change& c) { return c.null || (c.mask & word::kWeak) == 0; });
    if (own.front().null && DeniesDifference(clause, own.front().range.begin)) return;
    for (std::size_t i = 0; i < own.size(); ++i) {
      if (strong && !own[i].null && (own[i].mask & word::kWeak) != 0) continue;
      const std::uint32_t begin = i == 0 ? clause.begin : own[i - 1].range.end;
      const std::uint32_t end = i + 1 < own.size() ? own[i + 1].range.begin : clause.end;
      AddAll(OutcomesOf(grammar_, own[i], clause, {begin, end}), own[i], clause,
             GroupsOf(grammar_, own[i], clause));
    }
  }

  // "..., but the difference was not significant": takes back what the sentence said.
  bool DeniesDifference(TokenRange clause, std::uint32_t null) {
    if (results_->size() == first_result_) return false;
    const std::uint32_t end = std::min(clause.end, clause.begin + 5);
    bool difference =
        null == clause.begin && !grammar_.BeginsNoun(null + text_.Word(null).length, clause.end);
    for (std::uint32_t i = clause.begin; i < end; ++i) {
      const std::string_view w = Word(i);
      difference |=
          w == "difference" || w == "differences" || w == "this" || w == "these" || w == "it";
    }
    if (!difference) return false;
    if (std::string later = TimeOf(clause); !later.empty() && StandsBefore(later)) {
      AddNulls(later);
      return true;
    }
    for (std::size_t i = first_result_; i < results_->size(); ++i) {
      (*results_)[i].direction = Direction::kNoEffect;
      (*results_)[i].significance = Significance::kNotSignificant;
    }
    return true;
  }

  // What the sentence said so far was found, and at another time than `later`.
  bool StandsBefore(std::string_view later) const {
    return std::all_of(
        results_->begin() + static_cast<std::ptrdiff_t>(first_result_), results_->end(),
        [&](const StudyResult& r) {
          return r.time_point != later &&
                 (!r.time_point.empty() || r.significance == Significance::kSignificant);
        });
  }

  // "... but there was no difference at 6 months": of the same outcomes.
  void AddNulls(const std::string& later) {
    const std::size_t end = results_->size();
    for (std::size_t i = first_result_; i < end && results_->size() < kMostResults; ++i) {
      StudyResult none = (*results_)[i];
      none.direction = Direction::kNoEffect;
      none.significance = Significance::kNotSignificant;
      none.effect.reset();
      none.time_point = later;
      results_->push_back(std::move(none));
    }
  }

  // ---- Two figures --------------------------------------------------------

  struct Figure {
    std::uint32_t token = 0;  // 0: none
    double value = 0;
  };

  // The number nearest to `from` among the tokens of [begin, end), outside brackets;
  // `step` +1 looks on, -1 back.
  Figure FigureFrom(std::int64_t from, int step, std::int64_t begin, std::int64_t end) const {
    constexpr std::int64_t kReach = 14;
    int depth = 0;
    for (std::int64_t i = from; i >= begin && i < end && std::abs(i - from) < kReach; i += step) {
      const Token& token = text_.tokens()[static_cast<std::size_t>(i)];
      if (token.word == "(" || token.word == ")")
        depth += (token.word == "(") == (step > 0) ? 1 : -1;
      if (depth < 0) return {};
      const bool label =
          Word(i - 1) == "=" || Word(i - 1) == "<" || Word(i - 1) == ">" || Word(i - 1) == "\u00B1";
      const bool named = i > begin && (Mask(static_cast<std::size_t>(i - 1)) & word::kArm) != 0;
      if (depth > 0 || token.kind != TokenKind::kNumber || label || named) continue;
      const auto number = ParseNumber(text_.document().Words(token.span));
      if (!number || (Mask(static_cast<std::size_t>(i + 1)) & word::kTimeUnit) != 0) continue;
      return {static_cast<std::uint32_t>(i), number->value};
    }
    return {};
  }

  // "Pain was 35 mm in the massage group and 51 mm in controls (p = 0.003)": no word of
  // change, but two figures of one measure that differ significantly.
  void ReadFigures() {
    const TokenRange all{sentence().begin, sentence().end};
    if (PValueIn(grammar_, all) != Significance::kSignificant) return;
    std::uint32_t verb = all.begin;
    while (verb < all.end && !IsAuxiliaryVerb(Word(verb))) ++verb;
    for (std::uint32_t i = verb; i < all.end; ++i) {
      const std::string_view w = Word(i);
      const bool joins =
          w == "and" || w == "vs" || w == "versus" || w == "compared" || w == "while";
      if (!joins) continue;
      const Figure left = FigureFrom(static_cast<std::int64_t>(i) - 1, -1, verb, i);
      const Figure right = FigureFrom(i + 1, +1, i, all.end);
      if (left.token == 0 || right.token == 0 || left.value == right.value) continue;
      const bool more = left.value > right.value;
      const Change change{{i, i + 1}, more ? word::kIncrease : word::kDecrease, false};
      AddAll(OutcomesBefore(grammar_, all, verb), change, all,
             {GroupAround({left.token + 1, i}, {verb, left.token}),
              GroupAround({right.token + 1, all.end}, {i + 1, right.token})});
      return;
    }
  }

  // The group that is named behind a figure, or else before it.
  std::string GroupAround(TokenRange behind, TokenRange before) const {
    for (const TokenRange range : {behind, before}) {
      for (std::uint32_t i = range.begin; i < range.end && i < range.begin + 6; ++i) {
        const std::string_view w = Word(i);
        if (w != "in" && w != "for" && w != "with" && w != "among") continue;
        std::string name = GroupName(text_, text_.PhraseAfter(i + 1, sentence().end));
        if (!name.empty()) return name;
      }
    }
    return {};
  }

  // ---- Assembly -----------------------------------------------------------

  const std::vector<TextEffect>& Effects() {
    if (!effects_) {
      effects_ = FindEffects(text_.document().Words(sentence().span), sentence().span.begin);
    }
    return *effects_;
  }

  // The effect printed in the clause, if there is one only.
  std::optional<Effect> EffectIn(TokenRange clause) {
    const TextSpan span = text_.Span(clause);
    const TextEffect* found = nullptr;
    for (const TextEffect& effect : Effects()) {
      if (!Overlaps(span, effect.span)) continue;
      if (found != nullptr) return std::nullopt;
      found = &effect;
    }
    return found == nullptr ? std::nullopt : std::optional<Effect>(found->effect);
  }

  static bool SpansNull(const Effect& effect) {
    if (!effect.ci_low || !effect.ci_high) return false;
    const bool ratio = effect.measure == EffectMeasure::kOr ||
                       effect.measure == EffectMeasure::kRr || effect.measure == EffectMeasure::kHr;
    const bool difference = effect.measure == EffectMeasure::kSmd ||
                            effect.measure == EffectMeasure::kMd ||
                            effect.measure == EffectMeasure::kRd;
    const double null = ratio ? 1 : 0;
    return (ratio || difference) && *effect.ci_low<null&& * effect.ci_high> null;
  }

  // The last time of the clause that a "at", "after", "over" leads up to: "36 weeks"
  // alone may be what was measured.
  std::string TimeOf(TokenRange clause) const {
    std::string words;
    for (TimePoint& point : TimePointsIn(text_, clause)) {
      const std::uint32_t at = point.token;
      std::uint64_t before = 0;
      for (std::uint32_t back = 1; back <= 2 && back <= at; ++back) before |= Mask(at - back);
      if ((before & word::kFollowUp) != 0) words = std::move(point.words);
    }
    return words;
  }

  void AddAll(const std::vector<TokenRange>& outcomes, const Change& change, TokenRange clause,
              Groups groups) {
    if (outcomes.empty() || results_->size() >= kMostResults) return;
    StudyResult result;
    result.direction = DirectionOf(change);
    result.significance = SignificanceOf(grammar_, change, clause);
    if (const std::optional<Effect> effect = EffectIn(clause)) {
      if (outcomes.size() == 1) result.effect = effect;
      const bool spans = SpansNull(*effect) && result.significance != Significance::kSignificant;
      if (spans) result.significance = Significance::kNotSignificant;
    }
    if (result.significance == Significance::kNotSignificant) {
      result.direction = Direction::kNoEffect;
    }
    result.intervention = std::move(groups.intervention);
    result.comparator = std::move(groups.comparator);
    result.time_point = TimeOf(clause);
    result.quote = std::string(text_.document().Words(sentence().span));
    result.span = sentence().span;
    for (const TokenRange outcome : outcomes) {
      if (results_->size() >= kMostResults) return;
      result.outcome = OutcomeName(text_, outcome);
      const bool known =
          result.outcome != text_.Words(outcome) || !text_.ConceptsIn(outcome).empty();
      result.confidence = known ? kWordConfidence : kPhraseConfidence;
      const bool twice =
          std::any_of(results_->begin() + static_cast<std::ptrdiff_t>(first_result_),
                      results_->end(), [&](const StudyResult& r) {
                        return r.outcome == result.outcome && r.direction == result.direction;
                      });
      if (!twice) results_->push_back(result);
    }
  }

  const StudyText& text_;
  const ResultGrammar grammar_;
  std::vector<StudyResult>* results_;
  const std::size_t first_result_;  // of this sentence
  std::optional<std::vector<TextEffect>> effects_{};
};

}  // namespace

void ReadResults(const StudyText& text, std::vector<StudyResult>* results) {
  for (const StudySentence& sentence : text.sentences()) {
    const bool tells = sentence.section == AbstractSection::kResults ||
                       sentence.section == AbstractSection::kConclusions;
    const bool says = (sentence.words & (word::kChange | word::kNull | word::kSignificant)) != 0;
    const bool table =
        sentence.end - sentence.begin > kLongestSentence || sentence.span.size() > kMostInSentence;
    if (tells && says && !table) ResultReader(text, sentence, results).Read();
  }
}

}  // namespace claimgraph
