// A verb with an object changes what follows it, any other what stands before it;
// "reduction in" and "lower" change the noun behind them.

#include "importers/extraction/result_outcomes.h"

#include <algorithm>
#include <utility>

namespace claimgraph {
namespace {

constexpr std::size_t kMostOfAList = 6;

class OutcomeReader {
 public:
  explicit OutcomeReader(const ResultGrammar& grammar) : grammar_(grammar), text_(grammar.text()) {}

  // A phrase with what "of" adds: "incidence of nausea".
  TokenRange Phrase(std::uint32_t at, std::uint32_t end) const {
    TokenRange range = text_.PhraseAfter(at, end);
    if (!range.empty() && range.end + 1 < end && Word(range.end) == "of") {
      const TokenRange more = text_.PhraseAfter(range.end + 1, end);
      if (!more.empty() && (Mask(more.begin) & word::kPeople) == 0) range.end = more.end;
    }
    return range;
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
      const bool bare = w == "difference" || w == "differences" || w == "change" ||
                        w == "changes" || w == "results" || w == "effect" || w == "effects" ||
                        w == "treatment" || w == "study" || w == "statistical" || w == "baseline" ||
                        w == "clinical" || w == "intervention" || w == "interventions" ||
                        w == "therapy" || w == "trend" || w == "mean" || w == "addition" ||
                        w == "contrast" || w == "thereafter" || w == "analysis" || w == "findings";
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
      at = grammar_.SkipBracket(range.end, end);
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

  std::vector<TokenRange> ListBefore(TokenRange clause, std::uint32_t verb) const {
    return ListAfter(grammar_.SkipOpening(clause, verb), verb);
  }

  // The list behind the first "in", "on", "for", "of" that names no group.
  std::vector<TokenRange> ListBehindPreposition(std::uint32_t at, std::uint32_t end) const {
    bool between = false;  // "between treatment with A or B": groups, up to the next "in"
    for (std::uint32_t i = at; i < end; ++i) {
      const std::string_view w = Word(i);
      between |= w == "between" || w == "among";
      const bool names_group = between && (w == "of" || w == "with");
      if (names_group) continue;
      const bool preposition =
          w == "in" || w == "on" || w == "for" || w == "of" || w == "regarding" || w == "with";
      if (!preposition) continue;
      std::vector<TokenRange> list = ListAfter(i + 1, end);
      if (!list.empty() && list.front().begin <= i + 3) return list;
    }
    return {};
  }

  std::vector<TokenRange> OutcomesOf(const Change& change, TokenRange clause,
                                     TokenRange around) const {
    std::vector<TokenRange> list;
    const std::uint32_t begin = change.range.begin;
    const std::uint32_t end = grammar_.SkipBracket(change.range.end, around.end);
    const TokenRange before{around.begin, begin};
    // "(Not) superior to sham on pain": what stands before it is what was tested.
    if (RanksBefore(change.range)) {
      list = ListBehindPreposition(end, around.end);
      if (!list.empty()) return list;
    }
    if (change.null) {
      const bool noun = Word(begin) == "no" || Word(begin) == "non" || Word(begin) == "lack" ||
                        Word(begin) == "without" || Word(begin) == "none";
      if (noun) {
        list = ListBehindPreposition(end, around.end);
        if (list.empty() && grammar_.BeginsNoun(end, around.end)) list = ListAfter(end, around.end);
        if (list.empty()) list = ListBefore(before, begin);
        return OrConcepts(std::move(list), clause);
      }
      const std::string_view first = Word(begin);
      const std::string_view last = Word(static_cast<std::int64_t>(change.range.end) - 1);
      const bool verb = (first == "did" || first == "do" || first == "does" || first == "not" ||
                         first == "failed") &&
                        last != "not" && last != "show" && last != "different";
      const bool active = (verb || (change.mask & word::kChange) != 0) &&
                          !grammar_.IsPassive(begin) && grammar_.BeginsNoun(end, around.end);
      if (active) list = ListAfter(end, around.end);
      if (list.empty()) list = ListBefore(before, begin);
      if (list.empty()) list = ListBehindPreposition(end, around.end);
      return OrConcepts(std::move(list), clause);
    }
    if ((change.mask & word::kChangeNoun) != 0) {
      list = ListAfter(end, around.end);
    } else if ((change.mask & word::kWeak) != 0) {
      list = ListBehindPreposition(end, around.end);
    } else if (grammar_.BeginsNoun(end, around.end) && !grammar_.IsPassive(begin)) {
      list = ListAfter(end, around.end);
    }
    if (list.empty()) list = ListBefore(before, begin);
    return OrConcepts(std::move(list), clause);
  }

  // "superior to", "no better than": with what follows in the range or behind it.
  bool RanksBefore(TokenRange range) const {
    bool ranks = false;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const std::string_view w = Word(i);
      ranks |=
          w == "superior" || w == "inferior" || w == "better" || w == "worse" || w == "effective";
      if (ranks && (w == "to" || w == "than")) return true;
    }
    return ranks && (Word(range.end) == "to" || Word(range.end) == "than");
  }

  // Where grammar found nothing, what is known to be measured.
  std::vector<TokenRange> OrConcepts(std::vector<TokenRange> list, TokenRange clause) const {
    if (!list.empty()) return list;
    for (const ConceptHit& hit : text_.ConceptsIn(clause)) {
      const bool measured =
          hit.role == ConceptRole::kOutcome || hit.role == ConceptRole::kSurrogate;
      if (measured && list.size() < kMostOfAList) list.push_back({hit.begin, hit.end});
    }
    return list;
  }

 private:
  std::string_view Word(std::int64_t i) const { return text_.tokens().Word(i); }
  std::uint64_t Mask(std::size_t i) const { return text_.Mask(i); }

  const ResultGrammar& grammar_;
  const StudyText& text_;
};

}  // namespace

std::vector<TokenRange> OutcomesOf(const ResultGrammar& grammar, const Change& change,
                                   TokenRange clause, TokenRange around) {
  return OutcomeReader(grammar).OutcomesOf(change, clause, around);
}

std::vector<TokenRange> OutcomesAfter(const ResultGrammar& grammar, std::uint32_t at,
                                      std::uint32_t end) {
  return OutcomeReader(grammar).ListAfter(at, end);
}

std::vector<TokenRange> OutcomesBefore(const ResultGrammar& grammar, TokenRange clause,
                                       std::uint32_t verb) {
  return OutcomeReader(grammar).ListBefore(clause, verb);
}

std::string OutcomeName(const StudyText& text, TokenRange range) {
  const ConceptHit* known = nullptr;
  const std::vector<ConceptHit> hits = text.ConceptsIn(range);
  for (const ConceptHit& hit : hits) {
    const bool outcome = hit.role == ConceptRole::kOutcome || hit.role == ConceptRole::kSurrogate ||
                         hit.role == ConceptRole::kCondition;
    if (outcome && hit.concept_index != kNoConcept && hit.end <= range.end) known = &hit;
  }
  if (known != nullptr && 2 * (known->end - known->begin) >= range.end - range.begin) {
    return std::string(Label(known->concept_index));
  }
  return text.Words(range);
}

}  // namespace claimgraph
