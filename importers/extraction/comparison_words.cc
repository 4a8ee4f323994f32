#include "importers/extraction/comparison_words.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "core/text/ascii.h"
#include "core/text/utf8.h"

namespace claimgraph {
namespace {

using re2::RE2;
using re2::StringPiece;

struct CueRow {
  ComparisonCue cue{};
  std::string_view words{};  // apart by spaces
};

// A word of several rows has the cue of the last.
constexpr std::array<CueRow, 15> kCues = {{
    {ComparisonCue::kTime,
     "baseline pre post before after follow-up weeks months days years"},
    {ComparisonCue::kGroups,
     "groups arms both treatments conditions group arm"},
    {ComparisonCue::kCause,
     "cause causes caused causing lead leads led leading result results resulted due responsible "
     "require requires required necessary essential needed regulate regulates regulated "
     "regulation control controls mediate mediates mediated"},
    {ComparisonCue::kHedge,
     "may might could possibly perhaps suggest suggests suggested suggesting potential "
     "potentially possible likely appears appear seem seems tended tendency trend trends unclear "
     "unknown uncertain insufficient inconclusive hypothesis hypothesize whether further future "
     "needed investigate studied evaluated remains"},
    {ComparisonCue::kEffect,
     "effect effects affect affected affects affecting influence influenced influences impact "
     "impacts association associated associations correlation correlated correlate correlates "
     "relationship relation related linked link change changes changed evidence role interaction"},
    {ComparisonCue::kUp,
     "increase increases increased increasing increasingly higher high highest greater great "
     "greatest more most larger large largest longer long longest elevated elevate elevates "
     "elevation elevations rise rises rose risen rising raised raise raises gain gains gained "
     "grew growth exceed exceeded exceeds prolonged prolong prolongs prolongation upregulated "
     "upregulate upregulates upregulation enhanced enhance enhances enhancing enhancement "
     "accelerated accelerate accelerates faster quicker stronger heavier older superior "
     "superiority augmented augment augments augmentation induce induces induced inducing "
     "induction promote promotes promoted promoting activate activates activated activating "
     "activation stimulate stimulates stimulated stimulating stimulation heightened abundant "
     "boost boosts boosted double doubled doubles amplify amplified extended extend extends "
     "additional frequent often likely majority strengthen strengthens"},
    {ComparisonCue::kDown,
     "decrease decreases decreased decreasing lower low lowest lowered lowering lowers less least "
     "fewer fewest smaller small smallest shorter short shortest reduced reduce reduces reducing "
     "reduction reductions decline declines declined declining drop drops dropped dropping fall "
     "falls fell fallen diminished diminish diminishes diminishing attenuated attenuate "
     "attenuates attenuation suppressed suppress suppresses suppressing suppression inhibited "
     "inhibit inhibits inhibiting inhibition inhibitory downregulated downregulate downregulates "
     "downregulation loss lost slower slowed slow delayed delay delays shortened shorten "
     "shortening inferior inferiority weaker weak impaired impair impairs impairing impairment "
     "prevent prevents prevented preventing prevention block blocks blocked blocking blockade "
     "abolished abolish abolishes abrogated abrogates deficiency deficient depleted depletion "
     "limit limits limited limiting minimal rare rarely seldom alleviated alleviate alleviates "
     "relieved relieve relief mitigated mitigate mitigates lessened lessen unlikely minority "
     "halve halved eliminate eliminated eliminates decreasingly restrict restricts restricted "
     "repress represses repressed repression inactivate inactivates inactivation antagonize "
     "antagonizes"},
    {ComparisonCue::kGood,
     "better improve improved improves improving improvement improvements beneficial benefit "
     "benefits benefited favor favored favoring favors favour favoured favouring favours "
     "favourable favorable effective effectively efficacy efficacious successful success best "
     "protective protect protects protected protection recovered recovery safe safely"},
    {ComparisonCue::kBad,
     "worse worsen worsened worsening worst poorer poor poorest deteriorated deterioration "
     "harmful harm ineffective unsafe dangerous severe aggravated aggravate exacerbated "
     "exacerbate exacerbates toxic"},
    {ComparisonCue::kNegation,
     "no not none neither nor never without cannot lack lacks lacked lacking fail fails failed "
     "failure absence absent nonsignificant nonsignificantly insignificant insignificantly non "
     "didn doesn isn aren wasn weren unable little unaffected unchanged independent independently "
     "unrelated false"},
    {ComparisonCue::kSame,
     "similar similarly comparable equivalent equal equally same identical equivalence unchanged "
     "alike noninferior nonsignificant nonsignificantly insignificant unaffected ns maintained "
     "constant stable"},
    {ComparisonCue::kDifference,
     "difference differences differ differed differing different differs differential distinct "
     "discrepancy"},
    {ComparisonCue::kSignificant,
     "significant significantly significance"},
    {ComparisonCue::kThan,
     "than"},
    {ComparisonCue::kComparedWith,
     "compared comparison compare relative versus vs against over"},
}};

// As they stand in the text once its numbers are marked.
constexpr std::array<CueRow, 8> kMarks = {{
    {ComparisonCue::kSmallP, "xpsig"},
    {ComparisonCue::kLargeP, "xpns"},
    {ComparisonCue::kIntervalClear, "xcisig"},
    {ComparisonCue::kIntervalCrosses, "xcins"},
    {ComparisonCue::kRatioBelow, "xratlo"},
    {ComparisonCue::kRatioAbove, "xrathi"},
    {ComparisonCue::kFirstLarger, "xvsgt"},
    {ComparisonCue::kFirstSmaller, "xvslt"},
}};

constexpr std::string_view kFunctionWords =
    "a an the of in on at to for from by with and or as is are was were be been being this that "
    "these those it its their our we they there has have had do does did which who whom whose "
    "will would can could may might should must into between among during after before over per "
    "all any both each other such same only own so very s t also using used use based via within "
    "without no not nor than then";

// In the order in which they are tried.
struct Ending {
  std::string_view letters{};
  std::size_t least_left = 4;
};
constexpr std::array<Ending, 35> kEndings = {{
    {"ization"}, {"isation"}, {"ational"}, {"fulness"}, {"ousness"}, {"iveness"}, {"ations"},
    {"ation"},   {"ments"},   {"ment"},    {"ingly"},   {"edly"},    {"ness"},    {"ities"},
    {"ity"},     {"ical"},    {"ally"},    {"ions"},    {"ion"},     {"ings"},    {"ing"},
    {"ies"},     {"ied"},     {"ely"},     {"ers"},     {"est"},     {"ed", 3},   {"es", 3},
    {"er"},      {"ly"},      {"al"},      {"ic"},      {"s", 3},   {"e", 3},   {"y", 3},
}};

// Spellings of which the later steps should know only one.
struct Spelling {
  std::string_view from{};
  std::string_view to{};
};
constexpr std::array<Spelling, 14> kSpellings = {{
    {"&lt;", "<"},
    {"&gt;", ">"},
    {"non-significant", "nonsignificant"},
    {"non significant", "nonsignificant"},
    {"not significant", "nonsignificant"},
    {"not statistically significant", "nonsignificant"},
    {"non-inferior", "noninferior"},
    {"up-regulat", "upregulat"},
    {"down-regulat", "downregulat"},
    {"n.s.", "ns"},
    {"vs.", "vs "},
    {"fig.", "fig "},
    {"i.e.", "ie "},
    {"e.g.", "eg "},
}};

using CueMap = std::unordered_map<std::string_view, ComparisonCue>;

const CueMap& Cues() {
  static const CueMap* const cues = [] {
    auto* map = new CueMap;
    const auto add = [&](const CueRow& row) {
      ascii::ForEachWord(row.words, [&](std::string_view word) { (*map)[word] = row.cue; });
    };
    std::ranges::for_each(kCues, add);
    std::ranges::for_each(kMarks, add);
    return map;
  }();
  return *cues;
}

// A letter of a word outside ASCII: Latin or Greek, lower case.
bool IsOtherLetter(char32_t c) { return (c >= 0xDF && c <= 0x24F) || (c >= 0x370 && c <= 0x3FF); }

void AppendNormalised(char32_t c, std::string* out) {
  if (c < 0x80) {
    out->push_back(ascii::Lower(static_cast<char>(c)));
    return;
  }
  if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9)) c += 0x20;
  switch (c) {
    case 0x2010: case 0x2011: case 0x2013: case 0x2014: case 0x2212:
      *out += '-';
      return;
    case 0xB7:
      *out += '.';
      return;
    case 0x2264:
      *out += '<';
      return;
    case 0x2265:
      *out += '>';
      return;
    case 0xA0: case 0x2009: case 0x202F:
      *out += ' ';
      return;
    case 0x2019:
      *out += '\'';
      return;
    case 0x3B1:
      *out += "alpha";
      return;
    case 0x3B2:
      *out += "beta";
      return;
    case 0x3B3:
      *out += "gamma";
      return;
    default:
      AppendUtf8(c, out);
  }
}

constexpr char kNumber[] = "(-?\\d+(?:\\.\\d+)?)";

// The patterns, compiled once.
struct Patterns {
  // "p < 0.05", "p value was 3.1 x 10-4": how compared, what.
  RE2 p{
      "\\bp(?:\\s*-?\\s*values?)?\\s*(?:was|of|is|were|for)?\\s*"
      "(<|>|=|less than|greater than)\\s*=?\\s*(0?\\.\\d+|0,\\d+|0|1\\.0+|\\d\\.\\d+)"
      "(?:\\s*[x*]\\s*10\\s*-\\s*\\d+)?"};
  // "p value of 0.2".
  RE2 bare_p{"\\bp\\s*-?\\s*values?\\s*(?:was|of|is|were|:)?\\s*(0?\\.\\d+)"};
  // "95% CI: 0.8 to 1.2": both ends.
  RE2 interval{std::string("(?:\\bcis?\\b|confidence intervals?\\)?|credible intervals?\\)?)"
                           "[^\\d;\\-]{0,12}") +
               kNumber + "\\s*%?\\s*(?:to|-|,|;|and)\\s*" + kNumber};
  // "odds ratio 0.7".
  RE2 ratio{
      "\\b(?:a?or|a?rr|a?hr|irr|lpr|(?:odds|risk|hazards?|rate|prevalence) ratios?|"
      "relative risk)\\b[^\\d;.]{0,20}(\\d+\\.\\d+)"};
  RE2 ratio_word{"ratio|\\b(?:a?or|a?rr|a?hr)\\b"};
  // "12.1 (3) mg vs. 15": the first and the second.
  RE2 versus{std::string(kNumber) +
             "(?:\\s*(?:%|\\(|\\)|\\[|\\]|\u00b1|/|,|[a-z]{1,6}\\b|-?\\d+(?:\\.\\d+)?)){0,6}?\\s*"
             "(?:vs|versus|compared (?:with|to))\\b\\.?\\s*(?:[a-z]{1,10}\\s){0,3}?\\(?" +
             kNumber};
};

const Patterns& Compiled() {
  static const Patterns* const patterns = new Patterns;
  return *patterns;
}

std::string_view View(const StringPiece& piece) { return {piece.data(), piece.size()}; }

// Appends to `out` what `replace(match, first group, second group)` makes of each match.
// Linear: each search goes on where the last match ended.
template <typename Replace>
std::string Rewrite(const RE2& pattern, const std::string& text, const Replace& replace) {
  std::string out;
  const StringPiece whole(text.data(), text.size());
  std::size_t at = 0;
  std::array<StringPiece, 3> found;
  const int groups = std::min(3, pattern.NumberOfCapturingGroups() + 1);
  while (pattern.Match(whole, at, whole.size(), RE2::UNANCHORED, found.data(), groups)) {
    const auto begin = static_cast<std::size_t>(found[0].data() - text.data());
    out.append(text, at, begin - at);
    out += replace(begin, View(found[0]), View(found[1]), View(found[2]));
    at = begin + found[0].size();
  }
  out.append(text, at);
  return out;
}

constexpr double kSignificance = 0.05;

std::string MarkNumbers(std::string text) {
  if (std::ranges::none_of(text, ascii::IsDigit)) return text;
  const Patterns& patterns = Compiled();
  using Match = std::string_view;
  text = Rewrite(patterns.p, text, [](std::size_t, Match, Match how, Match p) {
    const bool above = how == ">" || how == "greater than";
    return !above && DecimalValue(p) <= kSignificance ? " xpsig " : " xpns ";
  });
  text = Rewrite(patterns.interval, text, [&](std::size_t begin, Match, Match low, Match high) {
    // Of a ratio, no effect is 1; of a difference, 0.
    constexpr std::size_t kBefore = 60;
    const std::size_t from = begin - std::min(begin, kBefore);
    const StringPiece before(text.data() + from, begin - from);
    const double none =
        RE2::PartialMatch(before, patterns.ratio) || RE2::PartialMatch(before, patterns.ratio_word)
            ? 1
            : 0;
    const bool crosses = DecimalValue(low) <= none && none <= DecimalValue(high);
    return crosses ? " xcins " : " xcisig ";
  });
  text = Rewrite(patterns.ratio, text, [](std::size_t, Match all, Match ratio, Match) {
    return std::string(all) + (DecimalValue(ratio) < 1 ? " xratlo " : " xrathi ");
  });
  text = Rewrite(patterns.versus, text, [](std::size_t, Match all, Match a, Match b) {
    const double first = DecimalValue(a);
    const double second = DecimalValue(b);
    return std::string(all) + (first > second ? " xvsgt " : first < second ? " xvslt " : "");
  });
  return Rewrite(patterns.bare_p, text, [](std::size_t, Match, Match p, Match) {
    return DecimalValue(p) <= kSignificance ? " xpsig " : " xpns ";
  });
}

// The end of the letters that begin at `i`.
std::size_t EndOfLetters(std::string_view text, std::size_t i) {
  while (i < text.size()) {
    if (ascii::IsLower(text[i])) {
      ++i;
      continue;
    }
    if (!ascii::IsWide(text[i])) break;
    char32_t c = 0;
    const std::size_t size = DecodeUtf8At(text, i, &c);
    if (!IsOtherLetter(c)) break;
    i += size;
  }
  return i;
}

std::size_t EndOfDigits(std::string_view text, std::size_t i) {
  while (i < text.size() && ascii::IsDigit(text[i])) ++i;
  return i;
}

ComparisonWord MakeWord(std::string_view word, ComparisonKind kind) {
  ComparisonWord made{.word = std::string(word), .kind = kind};
  if (kind == ComparisonKind::kWord) {
    made.stem = ComparisonStem(word);
    made.cue = CueOfWord(word);
  } else {
    made.stem = made.word;
  }
  made.hash = HashWord(made.stem);
  made.content =
      kind != ComparisonKind::kSign && !IsMark(made.cue) && !IsComparisonFunctionWord(word);
  return made;
}

// Words of letters and what follows of digits and letters ("il6"), numbers, and signs
// that tell how numbers belong together; all else parts words.
std::vector<ComparisonWord> Split(std::string_view text) {
  constexpr std::string_view kSigns = "%<>=();:,.[]/";
  constexpr std::string_view kPlusMinus = "\u00b1";
  std::vector<ComparisonWord> words;
  std::size_t i = 0;
  while (i < text.size() && words.size() < kMostComparisonWords) {
    if (ascii::IsDigit(text[i])) {
      std::size_t end = EndOfDigits(text, i);
      if (end + 1 < text.size() && text[end] == '.' && ascii::IsDigit(text[end + 1])) {
        end = EndOfDigits(text, end + 1);
      }
      words.push_back(MakeWord(text.substr(i, end - i), ComparisonKind::kNumber));
      i = end;
      continue;
    }
    std::size_t end = EndOfLetters(text, i);
    if (end > i) {
      while (end < text.size() && ascii::IsDigit(text[end])) {
        end = EndOfDigits(text, end);
        while (end < text.size() && ascii::IsLower(text[end])) ++end;
      }
      words.push_back(MakeWord(text.substr(i, end - i), ComparisonKind::kWord));
      i = end;
      continue;
    }
    if (ascii::IsIn(text[i], kSigns)) {
      words.push_back(MakeWord(text.substr(i, 1), ComparisonKind::kSign));
    } else if (text.substr(i).starts_with(kPlusMinus)) {
      words.push_back(MakeWord(kPlusMinus, ComparisonKind::kSign));
      ++i;
    }
    ++i;
  }
  return words;
}

}  // namespace

double DecimalValue(std::string_view digits) {
  const bool minus = digits.starts_with('-');
  if (minus) digits.remove_prefix(1);
  constexpr double kMostScale = 1e15;  // further digits tell nothing
  double value = 0;
  double scale = 0;  // 0 before the point
  for (const char c : digits) {
    if (c == '.' || c == ',') {
      scale = 1;
    } else if (!ascii::IsDigit(c) || scale >= kMostScale) {
      break;
    } else {
      value = value * 10 + (c - '0');
      scale *= 10;
    }
  }
  if (scale > 0) value /= scale;
  return minus ? -value : value;
}

std::string NormaliseComparison(std::string_view text) {
  text = text.substr(0, kMostComparisonBytes);
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    char32_t c = 0;
    i += DecodeUtf8At(text, i, &c);
    AppendNormalised(c, &plain);
  }
  std::string out;
  out.reserve(plain.size());
  for (std::string_view rest = plain; !rest.empty();) {
    const auto* const spelling =
        ascii::IsIn(rest.front(), "&nudvfie")
            ? std::ranges::find_if(kSpellings,
                                   [&](const Spelling& s) { return rest.starts_with(s.from); })
            : kSpellings.end();
    if (spelling != kSpellings.end()) {
      out += spelling->to;
      rest.remove_prefix(spelling->from.size());
    } else {
      out += rest.front();
      rest.remove_prefix(1);
    }
  }
  return out;
}

std::string ComparisonStem(std::string_view word) {
  constexpr std::size_t kShort = 3;
  if (word.size() <= kShort || std::ranges::any_of(word, ascii::IsDigit)) return std::string(word);
  for (const auto& [letters, least_left] : kEndings) {
    if (word.size() >= letters.size() + least_left && word.ends_with(letters)) {
      return std::string(word.substr(0, word.size() - letters.size()));
    }
  }
  return std::string(word);
}

ComparisonCue CueOfWord(std::string_view word) {
  const auto found = Cues().find(word);
  return found == Cues().end() ? ComparisonCue::kNone : found->second;
}

bool IsComparisonFunctionWord(std::string_view word) {
  static const auto* const words = [] {
    auto* set = new std::unordered_set<std::string_view>;
    ascii::ForEachWord(kFunctionWords, [&](std::string_view w) { set->insert(w); });
    return set;
  }();
  return words->contains(word);
}

std::vector<ComparisonWord> ReadComparisonWords(std::string_view text) {
  return Split(MarkNumbers(NormaliseComparison(text)));
}

std::vector<ComparisonWord> ReadNameWords(std::string_view name) {
  return Split(NormaliseComparison(name));
}

}  // namespace claimgraph
