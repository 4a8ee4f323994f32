// Words of change are found first and joined where they are one ("did not improve"), then
// the sentence is cut between them.

#include "importers/extraction/result_grammar.h"

#include <array>
#include <utility>

namespace claimgraph {
namespace {

constexpr std::array<std::string_view, 9> kTurns = {
    "but", "whereas", "while", "although", "though", "however", "yet", ";", "except"};

bool IsTurn(std::string_view w) { return std::ranges::find(kTurns, w) != kTurns.end(); }

}  // namespace

bool IsAuxiliaryVerb(std::string_view w) {
  return w == "was" || w == "were" || w == "is" || w == "are" || w == "been" || w == "be";
}

bool ResultGrammar::IsNegated(std::uint32_t at) const {
  for (std::uint32_t back = 1; back <= 4 && at >= sentence_->begin + back; ++back) {
    const Token& token = text_.tokens()[at - back];
    if (token.kind == TokenKind::kPunctuation && token.word != "-") return false;
    if ((Mask(at - back) & word::kNot) != 0 && Word(at - back + 1) != "only") return true;
  }
  return false;
}

// "less than 0.05", "more than 20 patients": a bound of a number.
bool ResultGrammar::IsBound(std::uint32_t end) const {
  if (Word(end) != "than" || end + 1 >= text_.tokens().size()) return false;
  return text_.tokens()[end + 1].kind == TokenKind::kNumber || (Mask(end + 1) & word::kNumber) != 0;
}

void ResultGrammar::FindChanges() {
  changes_.clear();
  std::uint32_t covered = sentence_->begin;
  for (std::uint32_t i = sentence_->begin; i < sentence_->end; ++i) {
    const std::uint64_t mask = Mask(i);
    if ((mask & (word::kChange | word::kNull)) == 0 || i < covered) continue;
    const std::uint32_t end = std::min(sentence_->end, i + text_.Word(i).length);
    if (IsBound(end) || ((mask & word::kNull) == 0 && IsNamed(i))) continue;
    if ((mask & word::kNull) != 0 && Word(end) == "only") continue;  // "did not only reduce"
    const bool null = (mask & word::kNull) != 0 || IsNegated(i);
    changes_.push_back({{i, end}, mask, null});
    covered = end;
  }
  JoinChanges();
}

// "did not improve", "greater percentage decrease in": one change, not two; and in
// "reduced pain more than placebo" the comparison changes nothing.
void ResultGrammar::JoinChanges() {
  std::vector<Change> kept;
  for (const Change& change : changes_) {
    const bool near = !kept.empty() && change.range.begin <= kept.back().range.end + 2 &&
                      !HasTurn(kept.back().range.end, change.range.begin);
    const bool graded = near && (kept.back().mask & word::kComparative) != 0 &&
                        (change.mask & (word::kComparative | word::kWeak)) == 0 && !change.null;
    const std::string_view next = Word(change.range.end);
    const std::string_view grade = Word(change.range.begin);
    const bool compares =
        !kept.empty() && !kept.back().null && (change.mask & word::kComparative) != 0 &&
        (next == "than" ||
         ((grade == "more" || grade == "less") && (Mask(change.range.end) & word::kStop) != 0)) &&
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
std::uint64_t ResultGrammar::Opposite(std::uint64_t mask) {
  const std::uint64_t rest = mask & ~word::kChange;
  if ((mask & word::kDecrease) != 0) return rest | word::kIncrease;
  if ((mask & word::kIncrease) != 0) return rest | word::kDecrease;
  return rest | ((mask & word::kImprove) != 0 ? word::kWorsen : word::kImprove);
}

// "the increased risk group", "reduced-dose", "with increasing age", "at higher doses":
// part of a name.
bool ResultGrammar::IsNamed(std::uint32_t i) const {
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

bool ResultGrammar::HasTurn(std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t i = begin; i < end; ++i) {
    if (IsTurn(Word(i)) || Word(i) == "," || Word(i) == "and") return true;
  }
  return false;
}

bool ResultGrammar::IsChangeVerb(std::uint32_t i) const {
  const std::uint64_t mask = Mask(i);
  return (mask & word::kChange) != 0 &&
         (mask & (word::kChangeNoun | word::kComparative | word::kWeak)) == 0;
}

bool ResultGrammar::BeginsVerb(std::uint32_t i) const {
  if (i < sentence_->end && (Word(i).ends_with("ly") || Word(i) == "also")) ++i;
  return i < sentence_->end && (IsChangeVerb(i) || (Mask(i) & word::kNull & ~word::kStop) != 0);
}

std::vector<TokenRange> ResultGrammar::Clauses() const {
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

bool ResultGrammar::HasChange(TokenRange range) const {
  return std::ranges::any_of(changes_, [range](const Change& c) {
    return c.range.begin >= range.begin && c.range.begin < range.end;
  });
}

// "We found that", but not "metabolites that were elevated".
bool ResultGrammar::IsReporting(std::uint32_t that) const {
  if (that == sentence_->begin) return false;
  if ((Mask(that - 1) & (word::kFinding | word::kConclude)) != 0) return true;
  const std::string_view w = Word(that - 1);
  return w == "found" || w == "indicated" || w == "indicate" || w == "suggest" || w == "suggests" ||
         w == "showing" || w == "show" || w == "shows" || w == "suggesting" || w == "indicating" ||
         w == "suggested" || w == "conclude" || w == "concluded" || w == "evidence";
}

// Opens a phrase of time, place or manner, which a comma ends.
bool ResultGrammar::OpensAdverbial(std::uint32_t at) const {
  const std::string_view w = Word(at);
  if (w == "the" || w == "a" || w == "both" || w == "all" || w == "their") return false;
  constexpr std::uint64_t kOpeners =
      word::kStop | word::kFollowUp | word::kCompare | word::kWith | word::kConclude | word::kTotal;
  return (Mask(at) & kOpeners) != 0 || w.ends_with("ly") || w == "furthermore" || w == "moreover" ||
         w == "thereafter" || w == "finally" || w == "conversely";
}

// Behind "At 12 weeks," and "We found that".
std::uint32_t ResultGrammar::SkipOpening(TokenRange clause, std::uint32_t verb) const {
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

bool ResultGrammar::BeginsNoun(std::uint32_t i, std::uint32_t end) const {
  if (i >= end || text_.tokens()[i].kind != TokenKind::kWord) return false;
  const std::string_view w = Word(i);
  if (w == "the" || w == "both" || w == "a" || w == "all") return true;
  constexpr std::uint64_t kNoNoun = word::kStop | word::kCompare | word::kFinding |
                                    word::kSignificant | word::kFollowUp | word::kNumber;
  return (Mask(i) & kNoNoun) == 0 && !w.ends_with("ly");
}

bool ResultGrammar::IsPassive(std::uint32_t verb) const {
  for (std::uint32_t back = 1; back <= 3 && verb >= sentence_->begin + back; ++back) {
    const std::string_view w = Word(verb - back);
    if (IsAuxiliaryVerb(w)) return true;
    if (!w.ends_with("ly") && w != "not" && w != "also") return false;
  }
  return false;
}

std::uint32_t ResultGrammar::SkipBracket(std::uint32_t at, std::uint32_t end) const {
  if (at >= end || (Word(at) != "(" && Word(at) != "[")) return at;
  for (std::uint32_t i = at; i < end; ++i) {
    if (Word(i) == ")" || Word(i) == "]") return i + 1;
  }
  return at;
}

}  // namespace claimgraph
