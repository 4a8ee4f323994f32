#include "importers/extraction/direction_model.h"

#include <algorithm>
#include <cstdlib>
#include <initializer_list>
#include <set>
#include <span>
#include <string>
#include <utility>

#include "core/text/ascii.h"
#include "importers/extraction/comparison_words.h"
#include "models/shipped_models.h"

namespace claimgraph {
namespace {

using Hint = ComparisonCue;
using Words = std::vector<ComparisonWord>;

// Words of names that name nothing.
constexpr std::string_view kGeneric =
    "group groups arm patients participants treatment therapy mg day week weeks ml dose daily "
    "plus combined alone followed received subjects x kg min months years first second two one "
    "three";
// The comparator by its part in the study.
constexpr std::string_view kControls =
    "control controls placebo sham comparison comparator usual standard conventional untreated";
// The intervention by its part in the study.
constexpr std::string_view kTreatments =
    "intervention interventional treatment treated experimental active study";
// Outcomes of which less is better, and of which more is better.
constexpr std::string_view kBadOutcomes =
    "pain mortality death deaths symptom symptoms anxiety depression depressive fatigue nausea "
    "vomiting complication complications infection infections bleeding adverse events event "
    "incidence risk stress severity relapse recurrence failure duration time length disability "
    "distress insomnia error errors discomfort itching swelling inflammation hospitalization "
    "hospitalisation cost costs weight bmi cholesterol glucose blood pressure loss injury "
    "fracture fractures falls disease diarrhea diarrhoea anaemia cough coughing burden fear "
    "dependence craving smoking dysfunction impairment index bleed stay latency need requirement "
    "consumption crp triglycerides ldl";
constexpr std::string_view kGoodOutcomes =
    "survival quality satisfaction knowledge function recovery success rate adherence compliance "
    "response performance strength mobility remission cure healing score scores efficacy accuracy "
    "confidence skills ability wellbeing health hdl muscle walking balance acuity effectiveness "
    "comfort acceptance visibility retention pregnancy birth engagement cognition cognitive "
    "memory physical freedom improvement improvements";
// What follows a number that counts or doses.
constexpr std::string_view kCounted =
    "week weeks day days month months year years h hours min minutes patients participants "
    "subjects mg ml kg women men children g";

// `list`: words apart by spaces.
bool Lists(std::string_view list, std::string_view word) {
  for (std::size_t at = list.find(word); at != std::string_view::npos;
       at = list.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || list[at - 1] == ' ') && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

// ------------------------------------------------------------------ names

// What a group may be called by: stems of its name, its initials, and its letter or
// number if the name has one ("group B").
struct Names {
  std::set<std::string> stems{};
  std::set<std::string> initials{};
  std::set<std::string> groups{};

  bool empty() const { return stems.empty() && initials.empty() && groups.empty(); }
};

Names NamesOf(std::string_view text) {
  constexpr std::size_t kLeastInitials = 2;
  constexpr std::size_t kMostInitials = 5;
  constexpr std::size_t kMostGroupName = 3;
  Names names;
  std::string initials;
  const Words words = ReadNameWords(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const ComparisonWord& w = words[i];
    if (w.kind == ComparisonKind::kWord && w.content && !Lists(kGeneric, w.word)) {
      names.stems.insert(w.stem);
    }
    if (i > 0 && words[i - 1].word == "group" && w.kind != ComparisonKind::kSign &&
        w.word.size() <= kMostGroupName) {
      names.groups.insert(w.word);
    }
    if (w.kind == ComparisonKind::kWord && ascii::IsLower(w.word[0]) &&
        !IsComparisonFunctionWord(w.word)) {
      initials += w.word[0];
    }
  }
  for (std::size_t size = kLeastInitials; size <= kMostInitials; ++size) {
    for (std::size_t i = 0; i + size <= initials.size(); ++i) {
      // Two letters are a name only if they are all.
      if (size > kLeastInitials || initials.size() == size) {
        names.initials.insert(initials.substr(i, size));
      }
    }
  }
  return names;
}

// What both have tells neither from the other.
void DropShared(std::set<std::string>* a, std::set<std::string>* b) {
  for (auto it = a->begin(); it != a->end();) {
    it = b->erase(*it) > 0 ? a->erase(it) : std::next(it);
  }
}

// ---------------------------------------------------------------- masking

enum class Role : std::uint8_t {
  kNone, kIntervention, kComparator, kOutcome, kNumber,
  kFirstGroup, kSecondGroup,  // "group A" where the names say nothing of groups
};

struct Item {
  const ComparisonWord* word = nullptr;
  Role role = Role::kNone;
  Hint cue = Hint::kNone;  // of what has no role

  bool Is(Role r) const { return role == r; }
  bool Is(Hint c) const { return cue == c; }
  bool IsGroup() const { return role == Role::kIntervention || role == Role::kComparator; }
  // Says more or less.
  bool IsAmount() const { return cue == Hint::kUp || cue == Hint::kDown; }
  bool IsPolar() const { return IsAmount() || cue == Hint::kGood || cue == Hint::kBad; }
  bool IsReference() const {
    return (cue == Hint::kThan || cue == Hint::kComparedWith) && word->word != "over";
  }
};

using Clause = std::span<const Item>;

class Masks {
 public:
  explicit Masks(const Comparison& comparison)
      : intervention_(NamesOf(comparison.intervention)),
        comparator_(NamesOf(comparison.comparator)) {
    DropShared(&intervention_.stems, &comparator_.stems);
    DropShared(&intervention_.initials, &comparator_.initials);
    DropShared(&intervention_.groups, &comparator_.groups);
    named_groups_ = !intervention_.groups.empty() || !comparator_.groups.empty();
    const auto says_without = [](std::string_view name) {
      return NormaliseComparison(name).find("without") != std::string::npos;
    };
    const bool without_i = says_without(comparison.intervention);
    const bool without_c = says_without(comparison.comparator);
    without_ = without_i == without_c ? Role::kNone
               : without_i            ? Role::kIntervention
                                      : Role::kComparator;
    for (const ComparisonWord& w : ReadNameWords(comparison.outcome)) {
      if (w.content) outcome_.insert(w.stem);
    }
  }

  std::vector<Item> Mask(const Words& words) const {
    std::vector<Item> items;
    items.reserve(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
      const Role role = IsMark(words[i].cue) ? Role::kNone : RoleAt(words, i);
      items.push_back({&words[i], role, role == Role::kNone ? words[i].cue : Hint::kNone});
    }
    return items;
  }

  std::size_t outcome_size() const { return outcome_.size(); }

 private:
  static bool Matches(const Names& names, const ComparisonWord& w, bool after_group) {
    return names.stems.contains(w.stem) || (after_group && names.groups.contains(w.word)) ||
           (w.word.size() >= 2 && names.initials.contains(w.word) &&
            !IsComparisonFunctionWord(w.word) && w.cue == Hint::kNone);
  }

  Role RoleAt(const Words& words, std::size_t i) const {
    const ComparisonWord& w = words[i];
    const std::string_view before = i > 0 ? std::string_view(words[i - 1].word) : "";
    const bool after_group = before == "group" || before == "groups";
    if (after_group && w.kind == ComparisonKind::kNumber) {
      if (intervention_.groups.contains(w.word)) return Role::kIntervention;
      if (comparator_.groups.contains(w.word)) return Role::kComparator;
    }
    if (after_group && !named_groups_) {
      if (IsOneOf(w.word, {"a", "i", "ia", "1"})) return Role::kFirstGroup;
      if (IsOneOf(w.word, {"b", "ii", "2"})) return Role::kSecondGroup;
    }
    if (w.kind == ComparisonKind::kNumber) return Role::kNumber;
    if (w.kind == ComparisonKind::kSign) return Role::kNone;
    if (IsComparisonFunctionWord(w.word) && w.word != "without" && before != "group") {
      return Role::kNone;
    }
    if (Matches(comparator_, w, after_group)) return Role::kComparator;
    if (Matches(intervention_, w, after_group)) return Role::kIntervention;
    if (outcome_.contains(w.stem)) return Role::kOutcome;
    // A comparator that is the intervention less something has no name of its own.
    if (IsOneOf(w.word, {"alone", "only"}) && comparator_.empty()) return Role::kComparator;
    if (w.word == "without" && without_ != Role::kNone) return without_;
    if (Lists(kControls, w.word)) return Role::kComparator;
    if (Lists(kTreatments, w.word)) {
      const std::string_view after =
          i + 1 < words.size() ? std::string_view(words[i + 1].word) : "";
      if (!IsOneOf(w.word, {"study", "treatment"}) || IsOneOf(after, {"group", "arm"})) {
        return Role::kIntervention;
      }
    }
    return Role::kNone;
  }

  Names intervention_;
  Names comparator_;
  std::set<std::string> outcome_{};
  bool named_groups_ = false;
  Role without_ = Role::kNone;  // whose name says "without"
};

// ---------------------------------------------------------------- clauses

std::vector<Clause> ClausesOf(Clause items) {
  std::vector<Clause> clauses;
  std::size_t begin = 0;
  const auto close = [&](std::size_t end) {
    if (end > begin) clauses.push_back(items.subspan(begin, end - begin));
    begin = end + 1;
  };
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::string_view word = items[i].word->word;
    if (IsOneOf(word, {";", "while", "whereas", "but", "although", "however"}) ||
        (word == "." && i + 1 < items.size())) {
      close(i);
    }
  }
  close(items.size());
  return clauses;
}

bool Any(Clause clause, std::initializer_list<Hint> cues) {
  return std::ranges::any_of(
      clause, [&](const Item& item) { return std::ranges::find(cues, item.cue) != cues.end(); });
}

// How likely it is the clause that reports the outcome.
double ClauseScore(Clause clause, std::size_t outcome_size) {
  std::set<std::string_view> outcome;
  bool intervention = false;
  bool comparator = false;
  for (const Item& item : clause) {
    if (item.Is(Role::kOutcome)) outcome.insert(item.word->stem);
    intervention = intervention || item.Is(Role::kIntervention);
    comparator = comparator || item.Is(Role::kComparator);
  }
  double score = static_cast<double>(outcome.size()) /
                 static_cast<double>(std::max<std::size_t>(1, outcome_size));
  if (Any(clause,
          {Hint::kUp, Hint::kDown, Hint::kDifference, Hint::kSame, Hint::kGood, Hint::kBad})) {
    score += 0.35;
  }
  if (Any(clause, {Hint::kSmallP, Hint::kLargeP, Hint::kSignificant, Hint::kIntervalClear,
                   Hint::kIntervalCrosses})) {
    score += 0.2;
  }
  if (intervention && comparator) score += 0.1;
  return score;
}

int Sign(double value) { return (value > 0) - (value < 0); }

// ------------------------------------------------------------ words of more and less

struct Polarities {
  int amounts = 0;  // of words of more and less, for the intervention
  int merits = 0;   // of words of better and worse
};

// Whose value a word at [begin, end) speaks of.
struct Subject {
  Role group = Role::kNone;
  bool compared = false;  // with a group that is named
};

Subject SubjectOf(Clause clause, std::size_t begin, std::size_t end) {
  constexpr std::size_t kReferenceReach = 25;
  constexpr std::size_t kNamedReach = 15;
  constexpr std::size_t kAfterReach = 12;
  constexpr std::size_t kBeforeReach = 25;
  const auto reach = [&](std::size_t from, std::size_t by) {
    return std::min(clause.size(), from + by);
  };
  // "higher in A than in B": B is what A is compared with.
  for (std::size_t i = end; i < reach(end, kReferenceReach); ++i) {
    if (!clause[i].IsReference()) continue;
    for (std::size_t k = i + 1; k < reach(i, kNamedReach); ++k) {
      if (clause[k].IsGroup()) {
        return {clause[k].Is(Role::kIntervention) ? Role::kComparator : Role::kIntervention, true};
      }
    }
    break;
  }
  for (std::size_t i = end; i < reach(end, kAfterReach); ++i) {
    if (clause[i].Is(Hint::kThan) || clause[i].Is(Hint::kComparedWith)) break;
    if (clause[i].IsGroup()) return {clause[i].role};
  }
  for (std::size_t back = 1; back < kBeforeReach && back <= begin; ++back) {
    if (clause[begin - back].IsGroup()) return {clause[begin - back].role};
  }
  return {};
}

Polarities PolaritiesOf(Clause clause) {
  Polarities found;
  for (std::size_t i = 0; i < clause.size(); ++i) {
    if (!clause[i].IsPolar()) continue;
    const std::size_t begin = i;
    int sign = clause[i].Is(Hint::kUp) || clause[i].Is(Hint::kGood) ? 1 : -1;
    bool amount = clause[i].IsAmount();
    // "greater reduction": the words count as one.
    for (; i + 1 < clause.size() && clause[i + 1].IsPolar(); ++i) {
      if (clause[i + 1].Is(Hint::kDown)) sign = -sign;
      amount = amount || clause[i + 1].IsAmount();
    }
    const Subject subject = SubjectOf(clause, begin, i + 1);
    if (subject.group == Role::kComparator) sign = -sign;
    if (amount) {
      found.amounts += subject.compared ? 2 * sign : sign;
    } else {
      found.merits += sign;
    }
  }
  return found;
}

// ---------------------------------------------------------------- numbers

struct Value {
  std::size_t at = 0;
  double value = 0;
};

// The numbers that may be results of groups.
std::vector<Value> ResultsOf(Clause clause) {
  enum class Trust : std::uint8_t { kBare, kCounted, kBracketed };
  struct Candidate {
    Value value{};
    bool percent = false;
    Trust trust = Trust::kBare;
  };
  std::vector<Candidate> all;
  const auto word = [&](std::size_t i, std::size_t back) {
    return i >= back ? std::string_view(clause[i - back].word->word) : std::string_view();
  };
  for (std::size_t i = 0; i < clause.size(); ++i) {
    if (!clause[i].Is(Role::kNumber)) continue;
    const std::string_view before = word(i, 1);
    const std::string_view after =
        i + 1 < clause.size() ? std::string_view(clause[i + 1].word->word) : "";
    // A spread, a time, a label.
    if (IsOneOf(before,
                {"\u00b1", "week", "weeks", "day", "days", "month", "months", "year", "group",
                 "groups", "table", "fig", "figure", "/", "grade", "phase", "type"})) {
      continue;
    }
    if (before == "=" && IsOneOf(word(i, 2), {"n", "p", "f", "t", "z", "r", "df"})) continue;
    if (clause[i].word->word == "95" && after == "%") continue;
    Candidate candidate{.value = {i, DecimalValue(clause[i].word->word)}, .percent = after == "%"};
    if (!after.empty() && Lists(kCounted, after)) candidate.trust = Trust::kCounted;
    const bool bracket = before == "(" || before == "[";
    if ((bracket && i > 1 && clause[i - 2].Is(Role::kNumber)) ||
        (bracket && i > 2 && word(i, 2) == "%")) {
      candidate.trust = Trust::kBracketed;
    }
    all.push_back(candidate);
  }
  const auto keep = [&](const auto& wanted) {
    std::vector<Value> kept;
    for (const Candidate& candidate : all) {
      if (wanted(candidate)) kept.push_back(candidate.value);
    }
    return kept;
  };
  std::vector<Value> kept = keep([](const Candidate& c) { return c.percent; });
  if (kept.size() < 2) kept = keep([](const Candidate& c) { return c.trust == Trust::kBare; });
  if (kept.size() < 2) kept = keep([](const Candidate& c) { return c.trust != Trust::kBracketed; });
  if (kept.size() < 2) kept = keep([](const Candidate&) { return true; });
  return kept;
}

struct Mention {
  std::size_t at = 0;
  Role group = Role::kNone;
};

// The number that belongs to each group: the first behind it, or else the last before it,
// before another group is named.
std::optional<int> CompareAttached(std::span<const Mention> mentions,
                                   const std::vector<Value>& values, std::size_t end, bool after) {
  std::optional<double> intervention;
  std::optional<double> comparator;
  for (std::size_t m = 0; m < mentions.size(); ++m) {
    std::optional<double>& mine =
        mentions[m].group == Role::kIntervention ? intervention : comparator;
    if (mine) continue;
    for (const Value& value : values) {
      if (after && !mine && value.at > mentions[m].at &&
          value.at < (m + 1 < mentions.size() ? mentions[m + 1].at : end)) {
        mine = value.value;
      }
      if (!after && value.at < mentions[m].at && (m == 0 || value.at > mentions[m - 1].at)) {
        mine = value.value;
      }
    }
  }
  if (!intervention || !comparator) return std::nullopt;
  return Sign(*intervention - *comparator);
}

// Whether the intervention's number is the larger (1), the smaller (-1) or the same.
std::optional<int> CompareNumbers(Clause clause) {
  const std::vector<Value> values = ResultsOf(clause);
  if (values.size() < 2) return std::nullopt;
  std::vector<Mention> mentions;
  bool both = false;
  for (std::size_t i = 0; i < clause.size(); ++i) {
    if (!clause[i].IsGroup()) continue;
    if (!mentions.empty() && mentions.back().group == clause[i].role) continue;
    both = !mentions.empty();
    mentions.push_back({i, clause[i].role});
  }
  const Role first = mentions.empty() ? Role::kIntervention : mentions.front().group;
  const auto for_intervention = [&](int sign) { return first == Role::kComparator ? -sign : sign; };
  for (const Item& item : clause) {
    if (item.Is(Hint::kFirstLarger)) return for_intervention(1);
    if (item.Is(Hint::kFirstSmaller)) return for_intervention(-1);
  }
  if (!both) return std::nullopt;
  for (const bool after : {true, false}) {
    if (const auto sign = CompareAttached(mentions, values, clause.size(), after)) return sign;
  }
  // "12 and 15 in A and B, respectively".
  return for_intervention(Sign(values[0].value - values[1].value));
}

// ----------------------------------------------------------- significance

// Which of these a text says, as bits.
enum : unsigned {
  kSaysLarge = 1,
  kSaysSmall = 2,
  kSaysNot = 4,
  kSaysSignificant = 8,
  kSilent = 16,
};

unsigned SignificanceOf(Clause clause) {
  constexpr std::size_t kNegationReach = 4;
  unsigned says = 0;
  if (Any(clause, {Hint::kLargeP, Hint::kIntervalCrosses})) says |= kSaysLarge;
  if (Any(clause, {Hint::kSmallP, Hint::kIntervalClear})) says |= kSaysSmall;
  bool denied = Any(clause, {Hint::kSame});
  for (std::size_t i = 0; i < clause.size() && !denied; ++i) {
    if (clause[i].Is(Hint::kSignificant) || clause[i].Is(Hint::kDifference) ||
        clause[i].Is(Hint::kEffect)) {
      const std::size_t from = i - std::min(i, kNegationReach);
      denied = Any(clause.subspan(from, i - from), {Hint::kNegation});
    }
  }
  if (denied) {
    says |= kSaysNot;
  } else if (Any(clause, {Hint::kSignificant})) {
    says |= kSaysSignificant;
  }
  return says == 0 ? unsigned{kSilent} : says;
}

// The first mark of significance behind the outcome.
Hint NearestSignificance(Clause clause) {
  const auto outcome =
      std::ranges::find_if(clause, [](const Item& item) { return item.Is(Role::kOutcome); });
  for (auto it = outcome == clause.end() ? clause.begin() : outcome; it != clause.end(); ++it) {
    if (it->Is(Hint::kSmallP) || it->Is(Hint::kLargeP) || it->Is(Hint::kIntervalClear) ||
        it->Is(Hint::kIntervalCrosses)) {
      return it->cue;
    }
  }
  return Hint::kNone;
}

// --------------------------------------------------------------- features

enum class Template : std::uint8_t {
  kClauseChain, kTextChain, kNumbers, kNumbersNear, kNumbersAmount, kNumbersSays, kNumbersAll,
  kTextNumbers, kOutcomeSays, kOutcomeAmounts, kOutcomeStem, kOutcomeStemAmounts, kOutcomeCues,
};

// Signs and counts count from here, so that none is negative.
constexpr int kOffset = 1000;

FeatureHash Hash(Template t, std::initializer_list<FeatureHash> parts) {
  FeatureHash hash = Combine(HashWord("direction"), static_cast<FeatureHash>(t));
  for (const FeatureHash part : parts) hash = Combine(hash, part);
  return hash;
}

FeatureHash Number(int value) { return static_cast<FeatureHash>(value + kOffset); }

// All runs of up to `longest` of what the items are; what has neither role nor telling cue
// is left out, and a name of several words counts once.
void AddChains(Template t, Clause clause, std::size_t longest, Features* features) {
  constexpr FeatureHash kRoles = 64;  // above all cues
  std::vector<FeatureHash> codes;
  for (const Item& item : clause) {
    if (!item.Is(Role::kNone)) {
      const FeatureHash code = kRoles + static_cast<FeatureHash>(item.role);
      const bool joins = !item.Is(Role::kFirstGroup) && !item.Is(Role::kSecondGroup);
      if (!joins || codes.empty() || codes.back() != code) codes.push_back(code);
    } else if (!item.Is(Hint::kNone) && !item.Is(Hint::kTime) && !item.Is(Hint::kHedge) &&
               !item.Is(Hint::kCause)) {
      codes.push_back(static_cast<FeatureHash>(item.cue));
    }
  }
  for (std::size_t begin = 0; begin < codes.size(); ++begin) {
    FeatureHash hash = Hash(t, {});
    for (std::size_t i = begin; i < std::min(codes.size(), begin + longest); ++i) {
      hash = Combine(hash, codes[i]);
      features->Add(hash);
    }
  }
}

}  // namespace

void DirectionFeatures(const Comparison& comparison, Features* features) {
  constexpr std::size_t kClauseRun = 4;
  constexpr std::size_t kTextRun = 3;
  features->Clear();
  const Masks masks(comparison);
  std::vector<Words> words;
  std::vector<std::vector<Item>> texts;
  for (const std::string_view evidence : comparison.evidence) {
    if (words.size() == kMostEvidence) break;
    words.push_back(ReadComparisonWords(evidence));
    texts.push_back(masks.Mask(words.back()));
  }

  Clause best;
  double best_score = -1;
  Polarities all;
  unsigned said = 0;
  for (const std::vector<Item>& text : texts) {
    for (const Clause clause : ClausesOf(text)) {
      if (const double score = ClauseScore(clause, masks.outcome_size());
          score > best_score + 1e-9) {
        best_score = score;
        best = clause;
      }
      const Polarities here = PolaritiesOf(clause);
      all.amounts += here.amounts;
      all.merits += here.merits;
    }
    said |= SignificanceOf(text);
    AddChains(Template::kTextChain, text, kTextRun, features);
    const std::optional<int> numbers = CompareNumbers(text);
    features->Add(Hash(Template::kTextNumbers, {Number(numbers.value_or(2))}));
  }
  AddChains(Template::kClauseChain, best, kClauseRun, features);

  const FeatureHash numbers = Number(CompareNumbers(best).value_or(2));
  const FeatureHash near = static_cast<FeatureHash>(NearestSignificance(best));
  const FeatureHash amount = Number(Sign(PolaritiesOf(best).amounts));
  const FeatureHash amounts = Number(Sign(all.amounts));
  const FeatureHash merits = Number(Sign(all.merits));
  features->Add(Hash(Template::kNumbers, {numbers}));
  features->Add(Hash(Template::kNumbersNear, {numbers, near}));
  features->Add(Hash(Template::kNumbersAmount, {numbers, amount}));
  features->Add(Hash(Template::kNumbersSays, {numbers, SignificanceOf(best)}));
  features->Add(Hash(Template::kNumbersAll, {numbers, amount, merits, near}));

  bool bad = false;
  bool good = false;
  std::set<std::string_view> stems;
  std::set<std::string_view> distinct;
  int cues = 0;  // of more and less in the outcome's own name
  const Words outcome = ReadNameWords(comparison.outcome);
  for (const ComparisonWord& w : outcome) {
    if (!w.content || !distinct.insert(w.word).second) continue;
    bad = bad || Lists(kBadOutcomes, w.word);
    good = good || Lists(kGoodOutcomes, w.word);
    stems.insert(w.stem);
    cues += w.cue == Hint::kUp ? 1 : w.cue == Hint::kDown ? -1 : 0;
  }
  const FeatureHash worth = (bad ? 1u : 0u) + (good ? 2u : 0u);
  features->Add(Hash(Template::kOutcomeSays, {worth, merits, said}));
  features->Add(Hash(Template::kOutcomeAmounts, {worth, amounts, merits}));
  for (const std::string_view stem : stems) {
    features->Add(Hash(Template::kOutcomeStem, {HashWord(stem)}));
    features->Add(Hash(Template::kOutcomeStemAmounts, {HashWord(stem), merits, amounts}));
  }
  features->Add(Hash(Template::kOutcomeCues, {Number(cues), amounts}));
  features->MakeBinary();
  features->Normalise();
}

std::optional<DirectionOdds> ReadDirection(const Comparison& comparison) {
  const LinearModel* model = ShippedModel("direction", kDirectionFeatures);
  if (!model || model->labels().size() != DirectionOdds().size()) return std::nullopt;
  Features features;
  DirectionFeatures(comparison, &features);
  std::vector<float> scores;
  model->Score(features, &scores);
  model->MakeProbabilities(&scores);
  DirectionOdds odds{};
  std::ranges::copy(scores, odds.begin());
  return odds;
}

ComparisonResult MostLikely(const DirectionOdds& odds) {
  return static_cast<ComparisonResult>(std::ranges::max_element(odds) - odds.begin());
}

}  // namespace claimgraph
