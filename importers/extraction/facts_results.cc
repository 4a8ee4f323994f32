// What came out: one result an outcome.
//
// A sentence is cut into clauses at its turns ("but", "whereas", "; "), and a clause is
// read around its words of change.  A verb with an object changes what follows it, any
// other what stands before it; "reduction in" and "lower" change the noun behind them.
// "No significant difference", "did not", or a p value of .05 and more make all of a
// clause kNoEffect.

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/text/numbers.h"
#include "importers/extraction/effects.h"
#include "importers/extraction/fact_readers.h"
#include "importers/extraction/study_facts.h"

namespace claimgraph {
namespace {

constexpr std::size_t kMostOfAList = 6;
constexpr std::uint32_t kLongestSentence = 400;  // tokens; what is longer is a table

struct Change {
  TokenRange range{};
  std::uint64_t mask = 0;
  bool null = false;
};

Direction DirectionOf(const Change& change) {
  if (change.null) return Direction::kNoEffect;
  if ((change.mask & word::kDecrease) != 0) return Direction::kDecrease;
  if ((change.mask & word::kIncrease) != 0) return Direction::kIncrease;
  if ((change.mask & word::kImprove) != 0) return Direction::kImprove;
  return Direction::kWorsen;
}

constexpr std::array<std::string_view, 9> kTurns = {"but",     "whereas", "while", "although", "though",
                                                    "however", "yet",     ";",     "except"};

bool IsTurn(std::string_view w) { return std::ranges::find(kTurns, w) != kTurns.end(); }

bool IsAuxiliaryVerb(std::string_view w) {
  return w == "was" || w == "were" || w == "is" || w == "are" || w == "been" || w == "be";
}

class ResultReader {
 public:
  ResultReader(const StudyText& text, std::vector<StudyResult>* results)
      : text_(text), results_(results) {}

  void Read(const StudySentence& sentence) {
    sentence_ = &sentence;
    if (sentence.end - sentence.begin > kLongestSentence) return;
    if (sentence.span.size() > kMostInSentence) return;
    FindChanges();
    first_result_ = results_->size();
    effects_.reset();
    if (changes_.empty()) return ReadFigures();
    for (const TokenRange clause : Clauses()) ReadClause(clause);
  }

 private:
  std::string_view Word(std::int64_t i) const { return text_.tokens().Word(i); }
  std::uint64_t Mask(std::size_t i) const { return text_.Mask(i); }

  // ---- Words of change ----------------------------------------------------

  bool IsNegated(std::uint32_t at) const {
    for (std::uint32_t back = 1; back <= 4 && at >= sentence_->begin + back; ++back) {
      const Token& token = text_.tokens()[at - back];
      if (token.kind == TokenKind::kPunctuation && token.word != "-") return false;
      if ((Mask(at - back) & word::kNot) != 0 && Word(at - back + 1) != "only") return true;
    }
    return false;
  }

  // "less than 0.05", "more than 20 patients": a bound of a number.
  bool IsBound(std::uint32_t end) const {
    if (Word(end) != "than" || end + 1 >= text_.tokens().size()) return false;
    return text_.tokens()[end + 1].kind == TokenKind::kNumber ||
           (Mask(end + 1) & word::kNumber) != 0;
  }

  void FindChanges() {
    changes_.clear();
    std::uint32_t covered = sentence_->begin;
    for (std::uint32_t i = sentence_->begin; i < sentence_->end; ++i) {
      const std::uint64_t mask = Mask(i);
      if ((mask & (word::kChange | word::kNull)) == 0 || i < covered) continue;
      const std::uint32_t end = std::min(sentence_->end, i + text_.Word(i).length);
      if (IsBound(end) || ((mask & word::kNull) == 0 && IsNamed(i))) continue;
      const bool null = (mask & word::kNull) != 0 || IsNegated(i);
      changes_.push_back({{i, end}, mask, null});
      covered = end;
    }
    JoinChanges();
  }

  // "did not improve", "greater percentage decrease in": one change, not two; and in
  // "reduced pain more than placebo" the comparison changes nothing.
  void JoinChanges() {
    std::vector<Change> kept;
    for (const Change& change : changes_) {
      const bool near = !kept.empty() && change.range.begin <= kept.back().range.end + 2 &&
                        !HasTurn(kept.back().range.end, change.range.begin);
      const bool graded = near && (kept.back().mask & word::kComparative) != 0 &&
                          (change.mask & (word::kComparative | word::kWeak)) == 0 && !change.null;
      const std::string_view next = Word(change.range.end);
      const std::string_view grade = Word(change.range.begin);
      const bool compares = !kept.empty() && !kept.back().null &&
                            (change.mask & word::kComparative) != 0 &&
                            (next == "than" || ((grade == "more" || grade == "less") &&
                                                (Mask(change.range.end) & word::kStop) != 0)) &&
                            !HasTurn(kept.back().range.end, change.range.begin);
      if (near && kept.back().null) {
        kept.back().range.end = change.range.end;
        kept.back().mask |= change.mask;
      } else if (graded) {
        const bool less = (kept.back().mask & word::kDecrease) != 0;
        kept.back().mask = (less ? Opposite(change.mask) : change.mask) | word::kComparative;
        kept.back().range.end = change.range.end;
      } else if (compares) {
        if ((change.mask & word::kDecrease) != 0) kept.back().mask = Opposite(kept.back().mask);
      } else {
        kept.push_back(change);
      }
    }
    changes_ = std::move(kept);
  }

  // A smaller decrease is an increase, against the other group.
  static std::uint64_t Opposite(std::uint64_t mask) {
    const std::uint64_t rest = mask & ~word::kChange;
    if ((mask & word::kDecrease) != 0) return rest | word::kIncrease;
    if ((mask & word::kIncrease) != 0) return rest | word::kDecrease;
    return rest | ((mask & word::kImprove) != 0 ? word::kWorsen : word::kImprove);
  }

  // "the increased risk group", "reduced-dose", "with increasing age", "at higher doses":
  // part of a name.
  bool IsNamed(std::uint32_t i) const {
    const std::uint32_t next = i + text_.Word(i).length;
    const bool comparative = (Mask(i) & word::kComparative) != 0;
    if (Word(next) == "-" || Word(static_cast<std::int64_t>(i) - 1) == "-") return true;
    if (comparative && Word(next).starts_with("dos")) return true;
    if ((Mask(next) & word::kArm) != 0 && text_.Word(i).length == 1) return true;
    if (i == sentence_->begin || (Mask(i) & word::kChangeNoun) != 0) return false;
    const std::string_view before = Word(i - 1);
    if (before == "at" || before == "under" || before == "despite" || before == "of") return true;
    const std::string_view link = Word(static_cast<std::int64_t>(i) - 2);
    return before == "with" && !comparative && link != "associated" && link != "compared";
  }

  bool HasTurn(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin; i < end; ++i) {
      if (IsTurn(Word(i)) || Word(i) == "," || Word(i) == "and") return true;
    }
    return false;
  }

  // ---- Clauses ------------------------------------------------------------

  bool IsChangeVerb(std::uint32_t i) const {
    const std::uint64_t mask = Mask(i);
    return (mask & word::kChange) != 0 &&
           (mask & (word::kChangeNoun | word::kComparative | word::kWeak)) == 0;
  }

  bool BeginsVerb(std::uint32_t i) const {
    if (i < sentence_->end && (Word(i).ends_with("ly") || Word(i) == "also")) ++i;
    return i < sentence_->end && (IsChangeVerb(i) || (Mask(i) & word::kNull & ~word::kStop) != 0);
  }

  std::vector<TokenRange> Clauses() const {
    std::vector<TokenRange> clauses;
    std::uint32_t begin = sentence_->begin;
    const bool turned = begin < sentence_->end && IsTurn(Word(begin));
    bool opened = turned && Word(begin) != "however";
    if (turned) ++begin;
    if (turned && Word(begin) == ",") ++begin;
    const auto cut = [&](std::uint32_t at, std::uint32_t next) {
      if (at > begin) clauses.push_back({begin, at});
      begin = next;
    };
    int depth = 0;
    for (std::uint32_t i = begin; i < sentence_->end; ++i) {
      const std::string_view w = Word(i);
      if (w == "(" || w == "[") ++depth;
      if (w == ")" || w == "]") depth = std::max(0, depth - 1);
      if (depth > 0 && i > begin) continue;
      if (i > begin && IsTurn(w)) {
        cut(i, i + 1);
      } else if (opened && w == ",") {
        cut(i, i + 1);
        opened = false;
      } else if (w == "and" && BeginsVerb(i + 1) && HasChange({begin, i})) {
        cut(i, i + 1);
      }
    }
    cut(sentence_->end, sentence_->end);
    return clauses;
  }

  bool HasChange(TokenRange range) const {
    return std::ranges::any_of(changes_, [range](const Change& c) {
      return c.range.begin >= range.begin && c.range.begin < range.end;
    });
  }

  void ReadClause(TokenRange clause) {
    std::vector<Change> own;
    for (const Change& change : changes_) {
      if (change.range.begin >= clause.begin && change.range.begin < clause.end) {
        own.push_back(change);
      }
    }
    if (own.empty()) {
      // "... but not depression"
      const bool denied = Word(clause.begin) == "not" && results_->size() > first_result_;
      if (denied) {
        const Change none{{clause.begin, clause.begin + 1}, 0, true};
        AddAll(ListAfter(clause.begin + 1, clause.end), none, clause);
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
      AddAll(OutcomesOf(own[i], clause, {begin, end}), own[i], clause);
    }
  }

  // "..., but the difference was not significant": takes back what the sentence said.
  bool DeniesDifference(TokenRange clause, std::uint32_t null) {
    if (results_->size() == first_result_) return false;
    const std::uint32_t end = std::min(clause.end, clause.begin + 5);
    bool difference = null == clause.begin && !BeginsNoun(null + text_.Word(null).length, clause.end);
    for (std::uint32_t i = clause.begin; i < end; ++i) {
      const std::string_view w = Word(i);
      difference |= w == "difference" || w == "differences" || w == "this" || w == "these" ||
                    w == "it";
    }
    if (!difference) return false;
    for (std::size_t i = first_result_; i < results_->size(); ++i) {
      (*results_)[i].direction = Direction::kNoEffect;
      (*results_)[i].significance = Significance::kNotSignificant;
    }
    return true;
  }

  // ---- Outcomes -----------------------------------------------------------

  // A phrase with what "of" adds: "incidence of nausea".
  TokenRange Phrase(std::uint32_t at, std::uint32_t end) const {
    TokenRange range = text_.PhraseAfter(at, end);
    if (!range.empty() && range.end + 1 < end && Word(range.end) == "of") {
      const TokenRange more = text_.PhraseAfter(range.end + 1, end);
      if (!more.empty() && (Mask(more.begin) & word::kPeople) == 0) range.end = more.end;
    }
    return range;
  }

  std::uint32_t SkipBracket(std::uint32_t at, std::uint32_t end) const {
    if (at >= end || (Word(at) != "(" && Word(at) != "[")) return at;
    for (std::uint32_t i = at; i < end; ++i) {
      if (Word(i) == ")" || Word(i) == "]") return i + 1;
    }
    return at;
  }

  bool IsOutcome(TokenRange range) const {
    if (range.empty()) return false;
    bool something = false;
    const bool counts = text_.tokens()[range.begin].kind == TokenKind::kNumber &&
                        (Mask(range.end - 1) & word::kPeople) != 0;
    if (counts) return false;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const std::uint64_t mask = Mask(i);
      if ((mask & (word::kArm | word::kComparator)) != 0) return false;
      constexpr std::uint64_t kEmpty = word::kPeople | word::kTimeUnit | word::kNumber |
                                       word::kStudies | word::kPart | word::kConclude;
      const std::string_view w = Word(i);
      const bool bare = w == "difference" || w == "differences" || w == "change" || w == "changes" ||
                        w == "results" || w == "effect" || w == "effects" || w == "treatment" ||
                        w == "study" || w == "statistical" || w == "baseline" || w == "clinical" ||
                        w == "intervention" || w == "interventions" || w == "therapy" ||
                        w == "trend" || w == "mean" || w == "addition" || w == "contrast" ||
                        w == "thereafter" || w == "analysis" || w == "findings";
      something |= text_.tokens()[i].kind == TokenKind::kWord && w.size() > 1 &&
                   (mask & kEmpty) == 0 && !bare;
    }
    return something;
  }

  std::vector<TokenRange> ListAfter(std::uint32_t at, std::uint32_t end) const {
    std::vector<TokenRange> list;
    while (list.size() < kMostOfAList && at < end) {
      const TokenRange range = Phrase(at, end);
      if (range.empty()) break;
      if (IsOutcome(range)) list.push_back(range);
      at = SkipBracket(range.end, end);
      const bool comma = Word(at) == ",";
      if (comma) ++at;
      const std::string_view w = Word(at);
      const bool joined = w == "and" || w == "or" || w == "nor";
      if (joined) ++at;
      if (!comma && !joined) break;
      if (at >= end || (Mask(at) & (word::kStop | word::kSignificant | word::kFinding)) != 0) {
        const bool article = Word(at) == "the" || Word(at) == "in";
        if (!joined || !article) break;
      }
    }
    return list;
  }

  // "We found that", but not "metabolites that were elevated".
  bool IsReporting(std::uint32_t that) const {
    if (that == sentence_->begin) return false;
    if ((Mask(that - 1) & (word::kFinding | word::kConclude)) != 0) return true;
    const std::string_view w = Word(that - 1);
    return w == "found" || w == "indicated" || w == "indicate" || w == "suggest" || w == "suggests" ||
           w == "showing" || w == "show" || w == "shows" || w == "suggesting" || w == "indicating" ||
           w == "suggested" || w == "conclude" || w == "concluded" || w == "evidence";
  }

  // Opens a phrase of time, place or manner, which a comma ends.
  bool OpensAdverbial(std::uint32_t at) const {
    const std::string_view w = Word(at);
    if (w == "the" || w == "a" || w == "both" || w == "all" || w == "their") return false;
    constexpr std::uint64_t kOpeners = word::kStop | word::kFollowUp | word::kCompare | word::kWith |
                                       word::kConclude | word::kTotal;
    return (Mask(at) & kOpeners) != 0 || w.ends_with("ly") || w == "furthermore" ||
           w == "moreover" || w == "thereafter" || w == "finally" || w == "conversely";
  }

  // Behind "At 12 weeks," and "We found that".
  std::uint32_t SkipOpening(TokenRange clause, std::uint32_t verb) const {
    std::uint32_t at = clause.begin;
    for (std::uint32_t i = at; i < verb; ++i) {
      if (Word(i) == "that" && IsReporting(i)) at = i + 1;
    }
    while (at < verb && OpensAdverbial(at)) {
      std::uint32_t comma = at;
      while (comma < verb && Word(comma) != ",") ++comma;
      if (comma == verb) break;
      at = comma + 1;
    }
    return at;
  }

  std::vector<TokenRange> ListBefore(TokenRange clause, std::uint32_t verb) const {
    return ListAfter(SkipOpening(clause, verb), verb);
  }

  // The list behind the first "in", "on", "for", "of" that names no group.
  std::vector<TokenRange> ListBehindPreposition(std::uint32_t at, std::uint32_t end) const {
    bool between = false;  // "between treatment with A or B": groups, up to the next "in"
    for (std::uint32_t i = at; i < end; ++i) {
      const std::string_view w = Word(i);
      between |= w == "between" || w == "among";
      const bool names_group = between && (w == "of" || w == "with");
      if (names_group) continue;
      const bool preposition = w == "in" || w == "on" || w == "for" || w == "of" || w == "regarding" ||
                               w == "with";
      if (!preposition) continue;
      std::vector<TokenRange> list = ListAfter(i + 1, end);
      if (!list.empty() && list.front().begin <= i + 3) return list;
    }
    return {};
  }

  bool BeginsNoun(std::uint32_t i, std::uint32_t end) const {
    if (i >= end || text_.tokens()[i].kind != TokenKind::kWord) return false;
    const std::string_view w = Word(i);
    if (w == "the" || w == "both" || w == "a" || w == "all") return true;
    constexpr std::uint64_t kNoNoun = word::kStop | word::kCompare | word::kFinding |
                                      word::kSignificant | word::kFollowUp | word::kNumber;
    return (Mask(i) & kNoNoun) == 0 && !w.ends_with("ly");
  }

  std::vector<TokenRange> OutcomesOf(const Change& change, TokenRange clause, TokenRange around) const {
    std::vector<TokenRange> list;
    const std::uint32_t begin = change.range.begin;
    const std::uint32_t end = SkipBracket(change.range.end, around.end);
    const TokenRange before{around.begin, begin};
    if (change.null) {
      const bool noun = Word(begin) == "no" || Word(begin) == "non" || Word(begin) == "lack" ||
                        Word(begin) == "without" || Word(begin) == "none";
      if (noun) {
        list = ListBehindPreposition(end, around.end);
        if (list.empty() && BeginsNoun(end, around.end)) list = ListAfter(end, around.end);
        if (list.empty()) list = ListBefore(before, begin);
        return OrConcepts(std::move(list), clause);
      }
      const std::string_view first = Word(begin);
      const std::string_view last = Word(static_cast<std::int64_t>(change.range.end) - 1);
      const bool verb = (first == "did" || first == "do" || first == "does" || first == "not" ||
                         first == "failed") &&
                        last != "not" && last != "show" && last != "different";
      const bool active = (verb || (change.mask & word::kChange) != 0) &&
                          !IsPassive(begin) && BeginsNoun(end, around.end);
      if (active) list = ListAfter(end, around.end);
      if (list.empty()) list = ListBefore(before, begin);
      if (list.empty()) list = ListBehindPreposition(end, around.end);
      return OrConcepts(std::move(list), clause);
    }
    if ((change.mask & word::kChangeNoun) != 0) {
      list = ListAfter(end, around.end);
    } else if ((change.mask & word::kWeak) != 0) {
      list = ListBehindPreposition(end, around.end);
    } else if (BeginsNoun(end, around.end) && !IsPassive(begin)) {
      list = ListAfter(end, around.end);
    }
    if (list.empty()) list = ListBefore(before, begin);
    return OrConcepts(std::move(list), clause);
  }

  bool IsPassive(std::uint32_t verb) const {
    for (std::uint32_t back = 1; back <= 3 && verb >= sentence_->begin + back; ++back) {
      const std::string_view w = Word(verb - back);
      if (IsAuxiliaryVerb(w)) return true;
      if (!w.ends_with("ly") && w != "not" && w != "also") return false;
    }
    return false;
  }

  // Where grammar found nothing, what is known to be measured.
  std::vector<TokenRange> OrConcepts(std::vector<TokenRange> list, TokenRange clause) const {
    if (!list.empty()) return list;
    for (const ConceptHit& hit : text_.ConceptsIn(clause)) {
      const bool measured = hit.role == ConceptRole::kOutcome || hit.role == ConceptRole::kSurrogate;
      if (measured && list.size() < kMostOfAList) list.push_back({hit.begin, hit.end});
    }
    return list;
  }

  // The label of a known outcome in the phrase, else its words.
  std::string OutcomeName(TokenRange range) const {
    const ConceptHit* known = nullptr;
    const std::vector<ConceptHit> hits = text_.ConceptsIn(range);
    for (const ConceptHit& hit : hits) {
      const bool outcome = hit.role == ConceptRole::kOutcome || hit.role == ConceptRole::kSurrogate ||
                           hit.role == ConceptRole::kCondition;
      if (outcome && hit.concept_index != kNoConcept && hit.end <= range.end) known = &hit;
    }
    if (known != nullptr && 2 * (known->end - known->begin) >= range.end - range.begin) {
      return std::string(Label(known->concept_index));
    }
    return text_.Words(range);
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
      if (token.word == "(" || token.word == ")") depth += (token.word == "(") == (step > 0) ? 1 : -1;
      if (depth < 0) return {};
      const bool label = Word(i - 1) == "=" || Word(i - 1) == "<" || Word(i - 1) == ">" ||
                         Word(i - 1) == "\u00B1";
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
    const TokenRange all{sentence_->begin, sentence_->end};
    if (PValue(all) != Significance::kSignificant) return;
    std::uint32_t verb = all.begin;
    while (verb < all.end && !IsAuxiliaryVerb(Word(verb))) ++verb;
    for (std::uint32_t i = verb; i < all.end; ++i) {
      const std::string_view w = Word(i);
      const bool joins = w == "and" || w == "vs" || w == "versus" || w == "compared" || w == "while";
      if (!joins) continue;
      const Figure left = FigureFrom(static_cast<std::int64_t>(i) - 1, -1, verb, i);
      const Figure right = FigureFrom(i + 1, +1, i, all.end);
      if (left.token == 0 || right.token == 0 || left.value == right.value) continue;
      const bool more = left.value > right.value;
      const Change change{{i, i + 1}, more ? word::kIncrease : word::kDecrease, false};
      const TokenRange clause{all.begin, all.end};
      first_group_ = GroupAround({left.token + 1, i}, {verb, left.token});
      second_group_ = GroupAround({right.token + 1, all.end}, {i + 1, right.token});
      AddAll(ListBefore(clause, verb), change, clause);
      first_group_.clear();
      second_group_.clear();
      return;
    }
  }

  // The group that is named behind a figure, or else before it.
  std::string GroupAround(TokenRange behind, TokenRange before) const {
    for (const TokenRange range : {behind, before}) {
      for (std::uint32_t i = range.begin; i < range.end && i < range.begin + 6; ++i) {
        const std::string_view w = Word(i);
        if (w != "in" && w != "for" && w != "with" && w != "among") continue;
        std::string name = GroupName(text_.PhraseAfter(i + 1, sentence_->end));
        if (!name.empty()) return name;
      }
    }
    return {};
  }

  // ---- Who against whom ---------------------------------------------------

  // "the intervention group", "both treatments": the record's own, not a name.
  static bool IsOwnGroup(std::string_view w) {
    constexpr std::array<std::string_view, 16> kOwn = {
        "study",  "treatment", "treatments", "intervention", "interventions", "experimental",
        "active", "test",      "both",       "other",        "trend",         "therapy",
        "two",    "medical",   "results",    "baseline"};
    return std::ranges::find(kOwn, w) != kOwn.end();
  }

  std::string GroupName(TokenRange range) const {
    if (range.empty()) return {};
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const std::uint64_t mask = Mask(i);
      for (const WordLabel& label : ComparatorLabels()) {
        if ((mask & label.bit) != 0) return std::string(label.label);
      }
      if ((mask & word::kControl) != 0) return "control";
    }
    // "the massage group", "patients": what sets the group apart
    while (range.begin < range.end && (Mask(range.end - 1) & (word::kArm | word::kPeople)) != 0) {
      --range.end;
    }
    while (range.begin < range.end && (Mask(range.begin) & (word::kPeople | word::kNumber)) != 0) {
      ++range.begin;
    }
    const bool word = !range.empty() && text_.tokens()[range.begin].kind == TokenKind::kWord &&
                      (Mask(range.begin) & (word::kOtherUnit | word::kTimeUnit)) == 0 &&
                      !(range.end == range.begin + 1 && IsOwnGroup(Word(range.begin)));
    return word ? text_.Name(range) : std::string();
  }

  struct Groups {
    std::string intervention{};
    std::string comparator{};
  };

  Groups GroupsOf(const Change& change, TokenRange clause) const {
    if (!first_group_.empty() || !second_group_.empty()) return {first_group_, second_group_};
    Groups groups;
    std::uint32_t compare = 0;
    std::uint32_t compared = 0;  // the token behind what is compared with
    for (std::uint32_t i = clause.begin; i < clause.end && compare == 0; ++i) {
      const bool compares = (Mask(i) & word::kCompare) != 0 && Word(i) != "over";
      if (!compares) continue;
      compare = i;
      std::uint32_t at = i + text_.Word(i).length;
      while (at < clause.end && (Word(at) == "those" || Word(at) == "that" || Word(at) == "in" ||
                                 Word(at) == "with" || Word(at) == "the" || Word(at) == "who" ||
                                 Word(at) == "for" || (Mask(at) & word::kReceive) != 0)) {
        ++at;
      }
      const TokenRange range = text_.PhraseAfter(at, clause.end);
      groups.comparator = GroupName(range);
      compared = std::max(at, range.end);
    }
    if (compare == 0) ReadBetween(clause, &groups);
    if (!groups.intervention.empty()) return groups;
    // "... in the massage group", "... with massage"
    const std::uint32_t stop = compare > change.range.end ? compare : clause.end;
    for (std::uint32_t i = clause.begin; i < stop; ++i) {
      if (i >= compare && i < compared) continue;
      const std::string_view w = Word(i);
      const bool leads = w == "in" || w == "with" || w == "after" || w == "by" || w == "among" ||
                         w == "for" || w == "receiving" || w == "of";
      if (!leads || i + 1 >= stop) continue;
      const TokenRange range = text_.PhraseAfter(i + 1, stop);
      if (range.empty()) continue;
      const std::uint64_t last = Mask(range.end - 1);
      const bool group = (last & word::kArm) != 0;
      const bool intervention = std::ranges::any_of(text_.ConceptsIn(range), [](const ConceptHit& hit) {
        return hit.role == ConceptRole::kIntervention;
      });
      const bool who = w == "with" && i > clause.begin && (Mask(i - 1) & word::kPeople) != 0;
      const bool condition = std::ranges::any_of(text_.ConceptsIn(range), [](const ConceptHit& hit) {
        return hit.role == ConceptRole::kCondition;
      });
      if (who || (!group && !intervention && (w != "with" || condition))) continue;
      groups.intervention = GroupName(range);
      if (!groups.intervention.empty()) return groups;
    }
    // The subject of an active verb.
    const bool active = (change.mask & (word::kChangeNoun)) == 0 && !IsPassive(change.range.begin) &&
                        BeginsNoun(change.range.end, clause.end);
    if (active) {
      const TokenRange subject = text_.PhraseAfter(SkipOpening(clause, change.range.begin),
                                                   change.range.begin);
      groups.intervention = GroupName(subject);
    }
    return groups;
  }

  // "between A and B"
  void ReadBetween(TokenRange clause, Groups* groups) const {
    for (std::uint32_t i = clause.begin; i + 1 < clause.end; ++i) {
      if (Word(i) != "between") continue;
      const TokenRange a = text_.PhraseAfter(i + 1, clause.end);
      if (a.empty() || Word(a.end) != "and") return;
      const TokenRange b = text_.PhraseAfter(a.end + 1, clause.end);
      groups->intervention = GroupName(a);
      groups->comparator = GroupName(b);
      return;
    }
  }

  // ---- Significance -------------------------------------------------------

  // What the p values of the clause say: the smallest decides.
  Significance PValue(TokenRange clause) const {
    Significance found = Significance::kUnknown;
    for (std::uint32_t i = clause.begin; i + 2 < clause.end; ++i) {
      if (Word(i) != "p") continue;
      std::uint32_t at = i + 1;
      if (Word(at) == "value" || Word(at) == "values") ++at;
      const std::string_view sign = Word(at);
      const bool large = sign == ">" || sign == "\u2265";
      const bool small = sign == "<" || sign == "\u2264" || sign == "=";
      if (!large && !small) continue;
      std::uint32_t number = at + 1;
      double value = ParseFraction(&number);
      if (value < 0) continue;
      const bool significant = !large && (value < 0.05 || (value == 0.05 && sign != "="));
      if (significant) return Significance::kSignificant;
      found = Significance::kNotSignificant;
    }
    return found;
  }

  // "0.03", ".03", "0·03" at *at; -1 where there is none.
  double ParseFraction(std::uint32_t* at) const {
    if (Word(*at) == "." || Word(*at) == "0") {
      const bool zero = Word(*at) == "0";
      if (zero && Word(*at + 1) != "\u00B7") return 0;
      *at += zero ? 2 : 1;
    }
    if (*at >= text_.tokens().size() || text_.tokens()[*at].kind != TokenKind::kNumber) return -1;
    std::string_view digits = Word(*at);
    if (digits.starts_with("0.")) digits.remove_prefix(2);
    if (digits.size() > 9 || digits.find_first_not_of("0123456789") != std::string_view::npos) {
      return -1;
    }
    double value = 0;
    double unit = 1;
    for (const char c : digits) value += (c - '0') * (unit /= 10);
    return value;
  }

  Significance SignificanceOf(const Change& change, TokenRange clause) const {
    if (change.null) return Significance::kNotSignificant;
    const Significance p = PValue(clause);
    if (p != Significance::kUnknown) return p;
    for (std::uint32_t i = clause.begin; i < clause.end; ++i) {
      if ((Mask(i) & word::kSignificant) != 0 && Word(i) != "p" && !IsNegated(i)) {
        return Significance::kSignificant;
      }
    }
    return Significance::kUnknown;
  }

  // ---- Assembly -----------------------------------------------------------

  const std::vector<TextEffect>& Effects() {
    if (!effects_) {
      effects_ = FindEffects(text_.document().Words(sentence_->span), sentence_->span.begin);
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
    const bool ratio = effect.measure == EffectMeasure::kOr || effect.measure == EffectMeasure::kRr ||
                       effect.measure == EffectMeasure::kHr;
    const bool difference = effect.measure == EffectMeasure::kSmd ||
                            effect.measure == EffectMeasure::kMd ||
                            effect.measure == EffectMeasure::kRd;
    const double null = ratio ? 1 : 0;
    return (ratio || difference) && *effect.ci_low < null && *effect.ci_high > null;
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

  void AddAll(const std::vector<TokenRange>& outcomes, const Change& change, TokenRange clause) {
    if (outcomes.empty() || results_->size() >= kMostResults) return;
    StudyResult result;
    result.direction = DirectionOf(change);
    result.significance = SignificanceOf(change, clause);
    if (const std::optional<Effect> effect = EffectIn(clause)) {
      if (outcomes.size() == 1) result.effect = effect;
      const bool spans = SpansNull(*effect) && result.significance != Significance::kSignificant;
      if (spans) result.significance = Significance::kNotSignificant;
    }
    if (result.significance == Significance::kNotSignificant) {
      result.direction = Direction::kNoEffect;
    }
    Groups groups = GroupsOf(change, clause);
    result.intervention = std::move(groups.intervention);
    result.comparator = std::move(groups.comparator);
    result.time_point = TimeOf(clause);
    result.quote = std::string(text_.document().Words(sentence_->span));
    result.span = sentence_->span;
    for (const TokenRange outcome : outcomes) {
      if (results_->size() >= kMostResults) return;
      result.outcome = OutcomeName(outcome);
      const bool known = result.outcome != text_.Words(outcome) || !text_.ConceptsIn(outcome).empty();
      result.confidence = known ? kWordConfidence : kPhraseConfidence;
      const bool twice = std::any_of(results_->begin() + static_cast<std::ptrdiff_t>(first_result_),
                                     results_->end(), [&](const StudyResult& r) {
                                       return r.outcome == result.outcome && r.direction == result.direction;
                                     });
      if (!twice) results_->push_back(result);
    }
  }

  const StudyText& text_;
  std::vector<StudyResult>* results_;
  const StudySentence* sentence_ = nullptr;
  std::vector<Change> changes_;
  std::optional<std::vector<TextEffect>> effects_;
  std::size_t first_result_ = 0;
  std::string first_group_{};  // of ReadFigures: whose figure stands first
  std::string second_group_{};
};

}  // namespace

void ReadResults(const StudyText& text, std::vector<StudyResult>* results) {
  ResultReader reader(text, results);
  for (const StudySentence& sentence : text.sentences()) {
    const bool tells = sentence.section == AbstractSection::kResults ||
                       sentence.section == AbstractSection::kConclusions;
    const bool says = (sentence.words & (word::kChange | word::kNull | word::kSignificant)) != 0;
    if (tells && says) reader.Read(sentence);
  }
}

}  // namespace claimgraph
