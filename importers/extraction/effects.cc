// How an effect is read:
//   1. the sentence is cut into words, numbers and symbols (number_tokens.h);
//   2. a measure's name opens an effect; its value is the next number, across a
//      few connecting words ("odds ratio for asthma was 1.82") but not across a
//      clause, a bound ("OR > 1") or the "95" of "95% CI";
//   3. a percentage or a number of points opens one where a word of change
//      stands beside it ("reduced by 31%", "a 40% reduction");
//   4. what follows, up to the next effect, is searched for its interval and p;
//      n, k and I2 of the sentence complete it.
// Every step looks at a bounded number of tokens, so the whole is linear.

#include "importers/extraction/effects.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <string>
#include <utility>

#include "importers/extraction/number_tokens.h"

namespace claimgraph {
namespace {

using Tokens = std::vector<NumberToken>;

constexpr std::size_t kLongestSentence = 32 << 10;  // tokens cost memory
constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr std::size_t kValueReach = 9;      // tokens from a measure's name to its value
constexpr std::size_t kIntervalReach = 14;  // tokens from a value to its "CI"
constexpr std::size_t kPReach = 28;         // tokens from a value to its "p"

bool OneOf(const NumberToken& token, std::initializer_list<std::string_view> words) {
  const std::string_view text = token.kind == NumberToken::Kind::kWord ? token.lower : token.text;
  return std::find(words.begin(), words.end(), text) != words.end();
}

bool LooksLikeYear(const NumberToken& token) {
  return token.is_integer && token.text.size() == 4 && token.value >= 1900 && token.value < 2100;
}

bool IsDash(const NumberToken& token) {
  return OneOf(token, {"-", "–", "‐", "‑", "‒", "—", "−", "to"});
}

// ---- Measures -----------------------------------------------------------

struct MeasureName {
  std::string_view words;  // separated by one space; lower case unless `exact`
  EffectMeasure measure;
  bool exact = false;  // an abbreviation that is a word in lower case: "OR", "RR"
  bool bare = false;   // a single letter: only before "=", ":" or "≈"
};

// Longest first among those that begin alike.
constexpr std::array kMeasures = std::to_array<MeasureName>({
    {"standardized mean difference", EffectMeasure::kSmd},
    {"standardised mean difference", EffectMeasure::kSmd},
    {"standardized mean differences", EffectMeasure::kSmd},
    {"standardised mean differences", EffectMeasure::kSmd},
    {"smd", EffectMeasure::kSmd},
    {"smds", EffectMeasure::kSmd},
    {"hedges g", EffectMeasure::kSmd},
    {"hedge s g", EffectMeasure::kSmd},
    {"cohen s d", EffectMeasure::kSmd},
    {"cohen d", EffectMeasure::kSmd},
    {"cohens d", EffectMeasure::kSmd},
    {"effect size", EffectMeasure::kSmd},
    {"effect sizes", EffectMeasure::kSmd},
    {"g", EffectMeasure::kSmd, false, true},
    {"d", EffectMeasure::kSmd, false, true},
    {"weighted mean difference", EffectMeasure::kMd},
    {"mean difference", EffectMeasure::kMd},
    {"mean differences", EffectMeasure::kMd},
    {"wmd", EffectMeasure::kMd},
    {"MD", EffectMeasure::kMd, true},
    {"odds ratio", EffectMeasure::kOr},
    {"odds ratios", EffectMeasure::kOr},
    {"OR", EffectMeasure::kOr, true},
    {"ORs", EffectMeasure::kOr, true},
    {"aOR", EffectMeasure::kOr, true},
    {"AOR", EffectMeasure::kOr, true},
    {"relative risk", EffectMeasure::kRr},
    {"risk ratio", EffectMeasure::kRr},
    {"rate ratio", EffectMeasure::kRr},
    {"RR", EffectMeasure::kRr, true},
    {"RRs", EffectMeasure::kRr, true},
    {"aRR", EffectMeasure::kRr, true},
    {"IRR", EffectMeasure::kRr, true},
    {"hazard ratio", EffectMeasure::kHr},
    {"hazard ratios", EffectMeasure::kHr},
    {"HR", EffectMeasure::kHr, true},
    {"HRs", EffectMeasure::kHr, true},
    {"aHR", EffectMeasure::kHr, true},
    {"risk difference", EffectMeasure::kRd},
    {"absolute risk reduction", EffectMeasure::kRd},
    {"RD", EffectMeasure::kRd, true},
    {"ARR", EffectMeasure::kRd, true},
    {"number needed to treat", EffectMeasure::kNnt},
    {"numbers needed to treat", EffectMeasure::kNnt},
    {"nnt", EffectMeasure::kNnt},
    {"correlation coefficient", EffectMeasure::kR},
    {"r", EffectMeasure::kR, false, true},
    {"area under the curve", EffectMeasure::kAuc},
    {"area under the receiver operating characteristic curve", EffectMeasure::kAuc},
    {"c statistic", EffectMeasure::kAuc},
    {"auc", EffectMeasure::kAuc},
    {"aucs", EffectMeasure::kAuc},
    {"auroc", EffectMeasure::kAuc},
});

// The token after `words`, which must begin at `i`; kNone if they do not.  An
// apostrophe or hyphen between two words is passed over ("Hedges' g").
std::size_t MatchWords(const Tokens& t, std::size_t i, const MeasureName& name) {
  std::string_view rest = name.words;
  while (!rest.empty()) {
    const std::size_t space = std::min(rest.find(' '), rest.size());
    const std::string_view word = rest.substr(0, space);
    if (i < t.size() && rest.size() != name.words.size() && OneOf(t[i], {"'", "’", "-", "‑"})) ++i;
    if (i >= t.size() || t[i].kind != NumberToken::Kind::kWord) return kNone;
    if (name.exact ? t[i].text != word : t[i].lower != word) return kNone;
    ++i;
    rest.remove_prefix(std::min(space + 1, rest.size()));
  }
  return i;
}

struct Opening {
  EffectMeasure measure = EffectMeasure::kSmd;
  std::size_t next = kNone;  // the token after the name
};

Opening MeasureAt(const Tokens& t, std::size_t i) {
  if (t[i].kind != NumberToken::Kind::kWord) return {};
  const char printed = t[i].text.front();
  const char lower = t[i].lower.front();
  for (const MeasureName& name : kMeasures) {
    if (name.words.front() != (name.exact ? printed : lower)) continue;  // of nearly all
    const std::size_t next = MatchWords(t, i, name);
    if (next == kNone) continue;
    if (name.bare && (next >= t.size() || !OneOf(t[next], {"=", ":", "≈"}))) continue;
    return {name.measure, next};
  }
  return {};
}

// ---- Values -------------------------------------------------------------

bool IsIntervalWord(const Tokens& t, std::size_t i) {
  if (i >= t.size()) return false;
  if (OneOf(t[i], {"ci", "cis", "cri"})) return true;
  return OneOf(t[i], {"confidence", "credible"}) && i + 1 < t.size() &&
         OneOf(t[i + 1], {"interval", "intervals", "limits"});
}

// True for the "95" of "95% CI" or "95 % confidence interval".
bool IsIntervalLevel(const Tokens& t, std::size_t i) {
  return i + 1 < t.size() && t[i + 1].IsSymbol("%") && IsIntervalWord(t, i + 2);
}

bool EndsClause(const NumberToken& token) {
  return OneOf(token, {";", ".", "?", "!", "but", "whereas", "while", "and", "p", "n", "k"});
}

// The token that is the value of a measure whose name ends before `i`.
std::size_t ValueAfter(const Tokens& t, std::size_t i) {
  for (std::size_t j = i; j < t.size() && j < i + kValueReach; ++j) {
    if (OneOf(t[j], {"<", ">", "≤", "≥"}) || EndsClause(t[j]) || IsIntervalWord(t, j)) return kNone;
    // "odds ratio (OR) = 1.2": the nearer name opens the effect.
    if (MeasureAt(t, j).next != kNone) return kNone;
    if (!t[j].IsNumber()) continue;
    if (IsIntervalLevel(t, j) || LooksLikeYear(t[j])) return kNone;
    // Across words, only a number that the words lead up to: "for asthma was 1.8".
    const bool led =
        j == i || OneOf(t[j - 1], {"=",      ":",    ",",       "≈",     "~",
                                   "(",      "[",    "of",      "was",   "is",
                                   "were",   "are",  "at",      "about", "approximately",
                                   "around", "near", "between", "to",    "from"});
    return led ? j : kNone;
  }
  return kNone;
}

// ---- Intervals and p values --------------------------------------------

struct Interval {
  double low = 0;
  double high = 0;
  std::size_t last = kNone;  // token of the second number
};

// Two numbers from `i` on: "1.2 to 3.4", "1.2, 3.4", "1.2–3.4", "1.2; 3.4".
Interval PairAt(const Tokens& t, std::size_t i) {
  while (i < t.size() &&
         OneOf(t[i], {"(", "[", "=", ":", ",", "of", "from", "was", "is", "between"}))
    ++i;
  if (i >= t.size() || !t[i].IsNumber()) return {};
  std::size_t j = i + 1;
  if (j < t.size() && t[j].IsSymbol("%")) ++j;
  if (j >= t.size()) return {};
  if (IsDash(t[j]) || OneOf(t[j], {",", ";", "and", "/"})) ++j;
  if (j >= t.size() || !t[j].IsNumber()) return {};
  return {std::min(t[i].value, t[j].value), std::max(t[i].value, t[j].value), j};
}

// "[0.75, 2.01]" straight after the value.  Citations are bracketed numbers too:
// so a decimal point and a value in between are asked for.
Interval BareInterval(const Tokens& t, std::size_t value) {
  std::size_t i = value + 1;
  if (i < t.size() && t[i].IsSymbol("%")) ++i;
  while (i < t.size() && t[i].kind == NumberToken::Kind::kWord && i < value + 3) ++i;
  if (i >= t.size() || !OneOf(t[i], {"(", "["})) return {};
  const Interval pair = PairAt(t, i + 1);
  if (pair.last == kNone || pair.last + 1 >= t.size()) return {};
  const bool closed = OneOf(t[pair.last + 1], {")", "]", ";", ","});
  const bool decimal = !t[pair.last].is_integer || !t[i + 1].is_integer;
  const bool around = pair.low <= t[value].value && t[value].value <= pair.high;
  return closed && decimal && around ? pair : Interval{};
}

Interval FindInterval(const Tokens& t, std::size_t value, std::size_t end) {
  if (Interval bare = BareInterval(t, value); bare.last != kNone) return bare;
  for (std::size_t i = value + 1; i < end && i <= value + kIntervalReach; ++i) {
    if (!IsIntervalWord(t, i)) continue;
    std::size_t after = i + 1;
    if (OneOf(t[i], {"confidence", "credible"})) ++after;
    while (after < t.size() && OneOf(t[after], {")", "]", "[", "ci", "("})) ++after;
    return PairAt(t, after);
  }
  return {};
}

// The token of a p value after `value`, or kNone.
std::size_t FindP(const Tokens& t, std::size_t value, std::size_t end) {
  for (std::size_t i = value + 1; i + 2 < t.size() && i < end && i <= value + kPReach; ++i) {
    if (!t[i].IsWord("p")) continue;
    for (std::size_t j = i + 1; j < t.size() && j <= i + 6; ++j) {
      if (t[j].IsNumber()) return t[j].value >= 0 && t[j].value <= 1 ? j : kNone;
      if (!OneOf(t[j], {"=", "<", ">", "≤", "≥", "≈", ":", "-", "‑", "value", "values", "of", "was",
                        "for", "trend", "\\"})) {
        break;
      }
    }
  }
  return kNone;
}

// ---- Percentages and points ---------------------------------------------

bool IsChangeVerb(const NumberToken& token) {
  static constexpr auto kStems = std::to_array<std::string_view>(
      {"reduc",  "decreas", "increas", "lower",   "rais",  "rise",    "rose", "drop",
       "declin", "improv",  "fell",    "fall",    "cut",   "boost",   "grew", "diminish",
       "shrank", "shrink",  "slow",    "shorten", "widen", "alleviat"});
  return token.kind == NumberToken::Kind::kWord &&
         std::any_of(kStems.begin(), kStems.end(),
                     [&](std::string_view stem) { return token.lower.starts_with(stem); });
}

bool IsChangeNoun(const NumberToken& token) {
  return IsChangeVerb(token) ||
         OneOf(token, {"gain", "gains", "loss", "less", "more", "fewer", "higher", "greater",
                       "faster", "better", "worse", "reduction", "reductions", "change"});
}

// "by up to", "by about", "by as much as": the words between "by" and a number.
bool IsApproximation(const NumberToken& token) {
  return OneOf(token, {"up",   "to",   "about",   "around",  "nearly", "almost",  "over",
                       "more", "than", "an",      "average", "of",     "roughly", "approximately",
                       "as",   "much", "some",    "between", "at",     "least",   "~",
                       "≈",    "a",    "further", "mean",    "only",   "just",    "*",
                       "**"});
}

// True when the words before token `i` say that a change is measured.
bool LedByChange(const Tokens& t, std::size_t i) {
  bool only_to = false;
  for (std::size_t back = 1; back <= 5 && back <= i; ++back) {
    const NumberToken& token = t[i - back];
    if (token.IsWord("by")) return true;
    // "increased 20%", but "increased to 20%" is a level.
    if (IsChangeVerb(token)) return !only_to;
    if (!IsApproximation(token)) return false;
    only_to = token.IsWord("to");
  }
  return false;
}

// True when a word of change stands at `i` or two tokens on: "40% reduction",
// "30% risk reduction", "31% lower".
bool FollowedByChange(const Tokens& t, std::size_t i) {
  for (std::size_t j = i; j < t.size() && j < i + 3; ++j) {
    if (IsChangeNoun(t[j])) return true;
    if (t[j].kind != NumberToken::Kind::kWord ||
        OneOf(t[j], {"of", "in", "and", "to", "or", "had", "were"})) {
      return false;
    }
  }
  return false;
}

struct Unit {
  EffectMeasure measure = EffectMeasure::kPercent;
  std::size_t next = kNone;  // the token after the unit
};

// The unit that begins at token `i`: "%", "percent", "percentage points",
// "points", "-point".
Unit UnitAt(const Tokens& t, std::size_t i) {
  if (i >= t.size()) return {};
  if (t[i].IsSymbol("%") || OneOf(t[i], {"percent"})) return {EffectMeasure::kPercent, i + 1};
  if (t[i].IsWord("per") && i + 1 < t.size() && t[i + 1].IsWord("cent")) {
    return {EffectMeasure::kPercent, i + 2};
  }
  if (t[i].IsWord("percentage") && i + 1 < t.size() && OneOf(t[i + 1], {"point", "points"})) {
    return {EffectMeasure::kRd, i + 2};
  }
  if (OneOf(t[i], {"-", "‑"})) ++i;
  if (i < t.size() && OneOf(t[i], {"point", "points"})) return {EffectMeasure::kPoints, i + 1};
  return {};
}

// The number at `i` may open a range: "10-15%", "40% and 90%", "10 to 15 points".
// Gives the token after the range's last number, or `i` + 1.
std::size_t PastRange(const Tokens& t, std::size_t i) {
  std::size_t j = i + 1;
  if (j < t.size() && t[j].IsSymbol("%")) ++j;
  if (j + 1 < t.size() && (IsDash(t[j]) || t[j].IsWord("and")) && t[j + 1].IsNumber() &&
      UnitAt(t, j + 2).next != kNone) {
    return j + 2;
  }
  return i + 1;
}

// An effect whose number is token `i`, or an Opening with next == kNone.
Opening ChangeAt(const Tokens& t, std::size_t i) {
  if (!t[i].IsNumber() || IsIntervalLevel(t, i)) return {};
  const Unit unit = UnitAt(t, PastRange(t, i));
  if (unit.next == kNone) return {};
  const bool scale = unit.measure == EffectMeasure::kPoints;
  const bool signed_points = scale && t[i].has_sign;
  // "a 40% reduction", but "12% of those" is no change, and "three points to
  // remember" no scale.
  if (!LedByChange(t, i) && !FollowedByChange(t, unit.next) && !signed_points) return {};
  return {unit.measure, unit.next};
}

// ---- Counts -------------------------------------------------------------

constexpr auto kPeople = std::to_array<std::string_view>(
    {"participants", "people",      "patients",    "adults",    "women",       "men",
     "children",     "students",    "subjects",    "employees", "nurses",      "workers",
     "volunteers",   "persons",     "individuals", "mothers",   "adolescents", "veterans",
     "caregivers",   "respondents", "athletes",    "infants",   "teenagers",   "residents"});
constexpr auto kStudies = std::to_array<std::string_view>(
    {"rcts", "trials", "studies", "experiments", "cohorts", "reviews", "reports"});

bool IsPeople(const NumberToken& token) {
  return std::find(kPeople.begin(), kPeople.end(), token.lower) != kPeople.end();
}

bool IsStudies(const NumberToken& token) {
  return std::find(kStudies.begin(), kStudies.end(), token.lower) != kStudies.end();
}

// Words that cannot stand between a count and what it counts.
bool BreaksCount(const NumberToken& token) {
  return token.kind != NumberToken::Kind::kWord ||
         OneOf(token, {"of",     "to",    "in",     "the",   "and",     "or",       "with",
                       "for",    "from",  "that",   "who",   "percent", "per",      "were",
                       "was",    "had",   "day",    "days",  "week",    "weeks",    "month",
                       "months", "year",  "years",  "hour",  "hours",   "minute",   "minutes",
                       "mg",     "point", "points", "times", "session", "sessions", "at",
                       "on",     "by",    "is",     "are",   "as",      "than",     "among"});
}

void KeepLargest(std::optional<std::int64_t>& slot, double value) {
  // What no study had is a misreading; it would also overflow.
  if (value < 1 || value > 1e10) return;
  const auto whole = static_cast<std::int64_t>(value);
  if (!slot || *slot < whole) slot = whole;
}

// "34 older adults", "eight small RCTs": at most four words between.
void CountAt(const Tokens& t, std::size_t i, StudyCounts& counts) {
  if (!t[i].is_integer || t[i].has_sign) return;
  for (std::size_t j = i + 1; j < t.size() && j <= i + 5; ++j) {
    if (IsPeople(t[j])) {
      if (j == i + 1 || !LooksLikeYear(t[i])) KeepLargest(counts.people, t[i].value);
      return;
    }
    if (IsStudies(t[j])) {
      if (!LooksLikeYear(t[i])) KeepLargest(counts.studies, t[i].value);
      return;
    }
    if (BreaksCount(t[j])) return;
  }
}

// "n = 34", "k: 12", "I2 = 75%", at a word token `i`.
void LabelledCountAt(const Tokens& t, std::size_t i, StudyCounts& counts) {
  std::size_t j = i + 1;
  const bool heterogeneity =
      OneOf(t[i], {"i2", "i²"}) ||
      (t[i].text == "I" && j + 1 < t.size() && t[j].IsSymbol("^") && t[j + 1].text == "2");
  if (heterogeneity && t[j].IsSymbol("^")) j += 2;
  if (j < t.size() && t[j].IsSymbol("^")) ++j;
  bool equals = false;
  while (j < t.size() && OneOf(t[j], {"=", ":", "≈", "of", "was", ","})) {
    equals |= OneOf(t[j], {"=", ":", "≈"});
    ++j;
  }
  if (j >= t.size() || !t[j].IsNumber() || j == i + 1) return;
  if (heterogeneity) {
    if (t[j].value >= 0 && t[j].value <= 100) counts.i2 = t[j].value;
  } else if (equals && t[i].lower == "n") {
    KeepLargest(counts.people, t[j].value);
  } else if (equals && t[i].lower == "k") {
    KeepLargest(counts.studies, t[j].value);
  }
}

StudyCounts CountsOf(const Tokens& t) {
  StudyCounts counts;
  for (std::size_t i = 0; i < t.size(); ++i) {
    if (t[i].IsNumber()) {
      CountAt(t, i, counts);
    } else if (OneOf(t[i], {"n", "k", "i2", "i²", "i"})) {
      LabelledCountAt(t, i, counts);
    }
  }
  return counts;
}

// ---- Assembly -----------------------------------------------------------

// Abbreviations mean other things too: "HR 72" is a heart rate, "MD 21201" an
// address.  False for a value that the measure cannot take.
bool IsPossible(EffectMeasure measure, double value) {
  switch (measure) {
    case EffectMeasure::kOr:
      return value > 0;
    case EffectMeasure::kRr:
    case EffectMeasure::kHr:
      return value > 0 && value < 50;
    case EffectMeasure::kR:
    case EffectMeasure::kAuc:
      return std::abs(value) <= 1;
    case EffectMeasure::kMd:
      return std::abs(value) < 10000;
    default:
      return true;
  }
}

struct Found {
  EffectMeasure measure;
  std::size_t first;  // token of the measure's name, or of the number
  std::size_t value;
  std::size_t last;  // token that the effect ends with
};

std::vector<Found> FindOpenings(const Tokens& t) {
  std::vector<Found> found;
  for (std::size_t i = 0; i < t.size(); ++i) {
    if (const Opening name = MeasureAt(t, i); name.next != kNone) {
      const std::size_t value = ValueAfter(t, name.next);
      if (value == kNone || !IsPossible(name.measure, t[value].value)) continue;
      const std::size_t unit = UnitAt(t, value + 1).next;
      found.push_back({name.measure, i, value, unit == kNone ? value : unit - 1});
      i = found.back().last;
    } else if (const Opening change = ChangeAt(t, i); change.next != kNone) {
      found.push_back({change.measure, i, i, change.next - 1});
      i = found.back().last;
    }
  }
  return found;
}

TextEffect Assemble(const Tokens& t, const Found& found, std::size_t end, std::uint32_t offset) {
  TextEffect out;
  out.effect.measure = found.measure;
  out.effect.value = t[found.value].value;
  std::size_t last = found.last;
  if (const Interval interval = FindInterval(t, found.value, end); interval.last != kNone) {
    out.effect.ci_low = interval.low;
    out.effect.ci_high = interval.high;
    last = std::max(last, interval.last);
  }
  if (const std::size_t p = FindP(t, found.value, end); p != kNone) {
    out.effect.p = t[p].value;
    last = std::max(last, p);
  }
  out.span = {offset + t[found.first].begin, offset + t[last].end};
  return out;
}

// A cheap look before the expensive one.  Most digits in prose are years and
// citations, so a unit or part of a measure's name has to stand there too.
bool MayHoldEffect(std::string_view sentence) {
  static const auto* const kHint = [] {
    re2::RE2::Options options;
    options.set_encoding(re2::RE2::Options::EncodingLatin1);  // a small machine; bytes pass through
    return new re2::RE2(
        "%|(?i:per ?cent|\\bpoints?\\b|differences?|\\bratios?\\b|hedges|cohen|effect "
        "sizes?|\\brisks?\\b|"
        "coefficient|under the|statistic|to treat|\\b(?:smds?|wmd|nnt|aucs?|auroc)\\b|"
        "\\b[gdr] ?(?:=|:|\xE2\x89\x88))|\\b(?:MD|[aA]?ORs?|a?RRs?|IRR|a?HRs?|RD|ARR)\\b",
        options);
  }();
  const bool digit =
      std::any_of(sentence.begin(), sentence.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digit && sentence.find("cent") == std::string_view::npos) return false;
  return re2::RE2::PartialMatch(re2::StringPiece(sentence.data(), sentence.size()), *kHint);
}

// The same for counts: every one is labelled, or followed by what it counts.
bool MayHoldCounts(std::string_view sentence) {
  static const auto* const kHint = [] {
    re2::RE2::Options options;
    options.set_encoding(re2::RE2::Options::EncodingLatin1);
    options.set_case_sensitive(false);
    std::string nouns;
    for (std::string_view noun : kPeople) nouns.append(noun).append("|");
    for (std::string_view noun : kStudies) nouns.append(noun).append("|");
    return new re2::RE2("\\b(?:" + nouns + "[nk] ?[=:]|i2|i\xC2\xB2|i\\^)", options);
  }();
  return re2::RE2::PartialMatch(re2::StringPiece(sentence.data(), sentence.size()), *kHint);
}

}  // namespace

std::vector<TextEffect> FindEffects(std::string_view sentence, std::uint32_t offset) {
  std::vector<TextEffect> effects;
  sentence = sentence.substr(0, kLongestSentence);
  if (!MayHoldEffect(sentence)) return effects;
  const Tokens tokens = NumberTokens(sentence, /*words_too=*/true);
  const std::vector<Found> found = FindOpenings(tokens);
  if (found.empty()) return effects;
  const StudyCounts counts = CountsOf(tokens);
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::size_t end = i + 1 < found.size() ? found[i + 1].first : tokens.size();
    effects.push_back(Assemble(tokens, found[i], end, offset));
    effects.back().effect.n = counts.people;
    effects.back().effect.k = counts.studies;
    effects.back().effect.i2 = counts.i2;
  }
  return effects;
}

StudyCounts FindStudyCounts(std::string_view sentence) {
  sentence = sentence.substr(0, kLongestSentence);
  if (!MayHoldCounts(sentence)) return {};
  return CountsOf(NumberTokens(sentence, /*words_too=*/true));
}

}  // namespace claimgraph
