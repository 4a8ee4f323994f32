// How a body is appraised:
//   1. lines become independent studies (independent_studies.h);
//   2. studies are grouped by the level that their design starts from;
//   3. each group goes down for risk of bias, inconsistency, indirectness,
//      imprecision and publication bias, and up where the rules let it;
//   4. the group that ends highest is the answer, randomised evidence before any
//      other; the others are mentioned.
// Every domain writes one Reason, also when it changes nothing.

#include "core/appraisal/body_certainty.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <string_view>
#include <type_traits>
#include <utility>

#include "core/appraisal/independent_studies.h"
#include "core/appraisal/study_level.h"

namespace claimgraph {
namespace {

using Lines = std::span<const BodyLine>;

constexpr std::size_t kDomains = 9;  // that may be not assessed, the design among them
constexpr double kImportantSmd = 0.2;
constexpr double kImportantRatioLow = 0.75;
constexpr double kImportantRatioHigh = 1.25;
constexpr std::int64_t kEnoughPeople = 400;
constexpr std::int64_t kEnoughEvents = 300;
constexpr double kVeryFew = 0.3;  // of enough: two levels

bool IsReview(const BodyLine& line) {
  return line.design == StudyDesign::kMetaAnalysisOfRcts ||
         line.design == StudyDesign::kSystematicReview;
}

// An appraisal on its way.  Words cost ten times what the arithmetic does, so
// they are made only where somebody will read them.
struct Draft : Appraisal {
  Trace trace = Trace::kFull;
};

// `because` is the words, or a function that makes them.
template <typename Because>
void Step(Draft& a, std::string_view rule, double change, const Because& because) {
  if (a.trace == Trace::kNone) return;
  if constexpr (std::is_invocable_v<Because>) {
    a.steps.push_back({"certainty", std::string(rule), change, because()});
  } else {
    a.steps.push_back({"certainty", std::string(rule), change, because});
  }
}

template <typename Because>
void NotAssessed(Draft& a, std::string_view domain, std::string_view rule, const Because& because) {
  a.not_assessed.emplace_back(domain);
  Step(a, rule, 0, because);
}

// ---- Indirectness -------------------------------------------------------

struct Axis {
  std::string_view name;
  Directness BodyLine::*field;
};

constexpr Axis kAxes[] = {{"population", &BodyLine::population},
                          {"intervention", &BodyLine::intervention},
                          {"comparator", &BodyLine::comparator},
                          {"outcome", &BodyLine::outcome}};

// ---- Going down ---------------------------------------------------------

int RiskOfBiasStep(Lines group, Draft& a) {
  const auto count = [&](RiskOfBias judgement) {
    return static_cast<std::size_t>(std::ranges::count(group, judgement, &BodyLine::risk_of_bias));
  };
  const std::size_t high = count(RiskOfBias::kHigh);
  const std::size_t low = count(RiskOfBias::kLow);
  const std::size_t unknown = count(RiskOfBias::kNotAssessed);
  if (unknown == group.size()) {
    NotAssessed(a, "risk of bias", "risk-of-bias-not-assessed",
                "nothing says how well the studies were done");
    return 0;
  }
  // A study that nobody assessed is as good as one with concerns.
  const int change = 2 * high > group.size() ? -2 : 2 * low > group.size() ? 0 : -1;
  Step(a, "risk-of-bias", change, [&] {
    return fmt::format(
        "of {} {}, {} at high risk, {} with some concerns, {} at low risk, {} not assessed",
        group.size(), group.size() == 1 ? "study" : "studies", high,
        count(RiskOfBias::kSomeConcerns), low, unknown);
  });
  return change;
}

bool IsRatio(EffectMeasure m) {
  return m == EffectMeasure::kOr || m == EffectMeasure::kRr || m == EffectMeasure::kHr;
}

double NullValue(EffectMeasure m) { return IsRatio(m) ? 1 : m == EffectMeasure::kAuc ? 0.5 : 0; }

// What studies with one measure on one outcome found.  Intervals share a value exactly
// where the largest low end is not above the smallest high end.
struct Range {
  std::size_t intervals = 0;
  double largest_low = -std::numeric_limits<double>::infinity();
  double smallest_high = std::numeric_limits<double>::infinity();
  bool above_null = false;
  bool below_null = false;

  void Add(const Effect& e) {
    above_null |= e.value > NullValue(e.measure);
    below_null |= e.value < NullValue(e.measure);
    if (!e.ci_low || !e.ci_high) return;
    ++intervals;
    largest_low = std::max(largest_low, *e.ci_low);
    smallest_high = std::min(smallest_high, *e.ci_high);
  }
};

struct Spread {
  std::size_t compared = 0;  // studies whose intervals can be held side by side
  bool disjoint = false;
  bool opposite = false;
  bool disputed = false;
};

Spread SpreadOf(Lines group) {
  std::map<std::pair<PropositionId, EffectMeasure>, Range> ranges;
  bool supports = false;
  bool disputes = false;
  for (const BodyLine& line : group) {
    supports |= line.stance == Stance::kSupports;
    disputes |= line.stance == Stance::kDisputes;
    if (line.effect) ranges[{line.proposition, line.effect->measure}].Add(*line.effect);
  }
  Spread spread{.disputed = supports && disputes};
  for (const auto& [of, range] : ranges) {
    spread.compared += range.intervals > 1 ? range.intervals : 0;
    spread.disjoint |= range.largest_low > range.smallest_high;
    spread.opposite |= range.above_null && range.below_null;
  }
  return spread;
}

// Inside one review: I2 with how its studies' intervals lie.
int InconsistencyOfReview(const BodyLine& review, const Spread& spread, Draft& a) {
  const double i2 = review.effect->i2.value_or(0);
  const bool scattered =
      review.intervals_overlap == false || review.prediction_crosses_null == true;
  const int change = i2 >= 75 && spread.opposite ? -2 : i2 >= 50 && scattered ? -1 : 0;
  if (change == 0 && i2 >= 50 && !review.intervals_overlap && !review.prediction_crosses_null) {
    NotAssessed(a, "inconsistency", "inconsistency-not-assessed", [&] {
      return fmt::format("I2 is {}%, and whether the intervals overlap is not known", i2);
    });
    return 0;
  }
  Step(a, "inconsistency", change, [&] { return fmt::format("I2 is {}%", i2); });
  return change;
}

int InconsistencyStep(Lines group, Draft& a) {
  const Spread spread = SpreadOf(group);
  if (spread.disputed) {
    Step(a, "disputing-studies", -1, "some studies find it, others find the contrary");
    return -1;
  }
  if (spread.disjoint) {
    Step(a, "inconsistency", spread.opposite ? -2 : -1,
         spread.opposite ? "effects point in opposite directions and their intervals do not overlap"
                         : "intervals do not overlap");
    return spread.opposite ? -2 : -1;
  }
  for (const BodyLine& line : group) {
    if (line.effect && line.effect->i2) return InconsistencyOfReview(line, spread, a);
  }
  if (spread.compared > 1) {
    Step(a, "inconsistency", 0, [&] {
      return spread.compared == group.size()
                 ? std::string("the intervals overlap")
                 : fmt::format("the intervals of {} of {} studies overlap", spread.compared,
                               group.size());
    });
    return 0;
  }
  NotAssessed(a, "inconsistency", "inconsistency-not-assessed",
              group.size() > 1          ? "no effects to compare"
              : IsReview(group.front()) ? "how far the review's studies agree is not known"
                                        : "one study: nothing to compare it with");
  return 0;
}

// The claim may rest on the study that is closest to it.
int IndirectnessStep(Lines group, Draft& a) {
  const BodyLine& line = *std::min_element(
      group.begin(), group.end(),
      [](const BodyLine& x, const BodyLine& y) { return IndirectnessOf(x) < IndirectnessOf(y); });
  int left = 2;
  for (const Axis& axis : kAxes) {
    const Directness d = line.*axis.field;
    std::string rule = a.trace == Trace::kNone ? "" : fmt::format("indirectness-{}", axis.name);
    if (d == Directness::kNotAssessed) {
      if (a.trace == Trace::kNone) continue;
      NotAssessed(a, fmt::format("directness of the {}", axis.name), rule + "-not-assessed", [&] {
        return fmt::format("the source does not say enough of its {}", axis.name);
      });
      continue;
    }
    const bool other_class = axis.field == &BodyLine::intervention && d == Directness::kDifferent;
    const int change = d == Directness::kDirect ? 0 : -std::min(left, other_class ? 2 : 1);
    left += change;
    Step(a, rule, change, [&] {
      if (d == Directness::kIndirect && axis.field == &BodyLine::population && line.names_nobody) {
        return std::string("the claim names nobody, and a particular group was studied");
      }
      return d == Directness::kDirect ? fmt::format("the {} is the claim's", axis.name)
             : d == Directness::kIndirect
                 ? fmt::format("the {} is related to the claim's", axis.name)
                 : fmt::format("the {} is not the claim's", axis.name);
    });
  }
  return left - 2;
}

bool Inside(double x, const Effect& e) { return *e.ci_low < x && x < *e.ci_high; }

// The interval against "no effect" and the smallest effect that matters.
int IntervalStep(const Effect& e, Draft& a) {
  const bool null = Inside(NullValue(e.measure), e);
  const bool important =
      IsRatio(e.measure) ? Inside(kImportantRatioLow, e) || Inside(kImportantRatioHigh, e)
      : e.measure == EffectMeasure::kSmd ? Inside(kImportantSmd, e) || Inside(-kImportantSmd, e)
                                         : false;
  const std::string interval = fmt::format("95% CI {} to {}", *e.ci_low, *e.ci_high);
  if (null && important) {
    Step(a, "imprecision-ci-crosses-both", -2,
         interval + " holds both no effect and an effect that matters");
    return -2;
  }
  if (null || important) {
    Step(a, null ? "imprecision-ci-crosses-null" : "imprecision-ci-crosses-important-difference",
         -1, interval + (null ? " holds no effect" : " holds effects too small to matter"));
    return -1;
  }
  return 0;
}

int SizeStep(std::int64_t count, std::int64_t enough, std::string_view what, Draft& a) {
  if (count >= enough) {
    Step(a, "imprecision", 0, [&] { return fmt::format("{} {} are enough", count, what); });
    return 0;
  }
  const int change = static_cast<double>(count) < kVeryFew * static_cast<double>(enough) ? -2 : -1;
  Step(a, what == "events" ? "imprecision-few-events" : "imprecision-few-people", change,
       [&] { return fmt::format("{} {}, fewer than {}", count, what, enough); });
  return change;
}

// The line whose numbers speak for the group: the one with most people.
const BodyLine* Heaviest(Lines group) {
  const BodyLine* heaviest = nullptr;
  for (const BodyLine& line : group) {
    if (!line.effect) continue;
    if (heaviest == nullptr || line.effect->n.value_or(0) > heaviest->effect->n.value_or(0))
      heaviest = &line;
  }
  return heaviest;
}

// Together over the studies on that outcome.  What a review includes may not be known:
// it may hold the trials beside it, or another review's, so it is not added to them.
template <typename Count>
std::int64_t TotalOn(PropositionId proposition, Lines group, const Count& count) {
  std::int64_t largest_review = 0;
  std::int64_t others = 0;
  for (const BodyLine& line : group) {
    if (line.proposition != proposition) continue;
    if (IsReview(line)) {
      largest_review = std::max(largest_review, count(line));
    } else {
      others += count(line);
    }
  }
  return std::max(largest_review, others);
}

int ImprecisionStep(Lines group, Draft& a) {
  const BodyLine* line = Heaviest(group);
  const bool has_interval = line != nullptr && line->effect->ci_low && line->effect->ci_high &&
                            line->effect->measure != EffectMeasure::kNnt;
  if (has_interval) {
    if (const int change = IntervalStep(*line->effect, a); change != 0) return change;
  }
  if (line != nullptr && line->events) {
    const auto events = [](const BodyLine& b) { return b.events.value_or(0); };
    return SizeStep(TotalOn(line->proposition, group, events), kEnoughEvents, "events", a);
  }
  const BodyLine& largest =
      line != nullptr && line->effect->n ? *line : *std::ranges::max_element(group, {}, PeopleIn);
  const std::int64_t people = TotalOn(largest.proposition, group, PeopleIn);
  if (people > 0) return SizeStep(people, kEnoughPeople, "people", a);
  NotAssessed(a, "imprecision", "imprecision-not-assessed",
              has_interval ? "the interval is narrow enough, but the number of people is not known"
                           : "neither an interval nor a number of people is known");
  return 0;
}

int PublicationBiasStep(Lines group, Draft& a) {
  for (const BodyLine& line : group) {
    if (!line.egger_p || !line.effect || line.effect->k.value_or(0) < 10) continue;
    const int change = *line.egger_p < 0.10 ? -1 : 0;
    Step(a, "publication-bias", change, [&] {
      return fmt::format("Egger p = {} over {} studies", *line.egger_p, *line.effect->k);
    });
    return change;
  }
  NotAssessed(a, "publication bias", "publication-bias-not-assessed",
              "no test over ten or more studies is known");
  return 0;
}

// ---- Going up -----------------------------------------------------------

int LargeEffect(Lines group) {
  const BodyLine* line = Heaviest(group);
  if (line == nullptr || (line->effect->measure != EffectMeasure::kRr &&
                          line->effect->measure != EffectMeasure::kHr)) {
    return 0;
  }
  const double value = line->effect->value;
  if (value <= 0) return 0;
  return value >= 5 || value <= 0.2 ? 2 : value >= 2 || value <= 0.5 ? 1 : 0;
}

// Only observational evidence that lost nothing and whose risk of bias is known
// may rise: an unknown is no reason for trust.
int Upgrades(Lines group, const BodyInputs& in, Draft& a) {
  int change = 0;
  if (const int large = LargeEffect(group); large > 0) {
    Step(
        a, "large-effect", large,
        large == 2 ? "risk at least five times as high or low" : "risk at least doubled or halved");
    change += large;
  }
  if (in.dose_response) {
    Step(a, "dose-response", 1, "more of it does more");
    ++change;
  }
  if (in.confounding_would_shrink) {
    Step(a, "confounding", 1, "what was not controlled for would make the effect look smaller");
    ++change;
  }
  return change;
}

// ---- One group ----------------------------------------------------------

void StartStep(Lines group, Draft& a) {
  const BodyLine& first = group.front();
  a.start = StartLevel(first.design);
  a.ocebm = OcebmLevel(first.design);
  for (const BodyLine& line : group) {
    const int ocebm = OcebmLevel(line.design);
    if (ocebm > 0 && (a.ocebm == 0 || ocebm < a.ocebm)) a.ocebm = ocebm;
  }
  a.studies = static_cast<int>(group.size());
  const bool unknown = first.design == StudyDesign::kUnknown;
  Step(a, "start-from-design", a.start, [&] {
    return unknown ? std::string("the design of the source is not known")
                   : fmt::format("{} starts at {}{}", Description(first.design), LevelName(a.start),
                                 a.start == 0 ? ": mechanism or opinion only" : "");
  });
  if (unknown) a.not_assessed.emplace_back("design");
}

// A review's own certainty replaces ours for all but what the review cannot
// know: how close it is to this claim.
bool Authored(Lines group, Draft& a) {
  for (const BodyLine& line : group) {
    if (line.authored < 1 || line.authored > 4) continue;
    a.origin = AppraisalOrigin::kAuthored;
    a.level = line.authored;
    Step(a, "authored-certainty", line.authored - a.start, [&] {
      return line.authored_words.empty()
                 ? fmt::format("the source states its certainty: {}", LevelName(line.authored))
                 : fmt::format("the source states its certainty: \"{}\"", line.authored_words);
    });
    return true;
  }
  return false;
}

void Clamp(Draft& a, int level) {
  a.level = std::clamp(level, 1, 4);
  if (a.level != level) Step(a, "clamp", a.level - level, "levels run from 1 to 4");
}

Draft AppraiseGroup(Lines group, const BodyInputs& in, Trace trace) {
  Draft a;
  a.trace = trace;
  a.not_assessed.reserve(kDomains);
  StartStep(group, a);
  if (Authored(group, a)) {
    const int level = a.level + IndirectnessStep(group, a);
    Clamp(a, level);
    return a;
  }
  if (a.start == 0) return a;
  int change = RiskOfBiasStep(group, a);
  const bool bias_known = a.not_assessed.empty();
  change += InconsistencyStep(group, a);
  change += IndirectnessStep(group, a);
  change += ImprecisionStep(group, a);
  change += PublicationBiasStep(group, a);
  if (change == 0 && a.start == 2 && bias_known) change += Upgrades(group, in, a);
  Clamp(a, a.start + change);
  return a;
}

// Lines of one group start from one level.  A known design without a start says
// more than an unknown one: they are kept apart.
int GroupOf(const BodyLine& line) {
  const int start = StartLevel(line.design);
  return start == 0 && line.design == StudyDesign::kUnknown ? -1 : start;
}

constexpr int kTrialsStart = 3;  // of trials, and of systematic reviews of any design

bool IsAboutTheClaim(Lines group) {
  return std::ranges::any_of(group, [](const BodyLine& line) {
    return line.intervention != Directness::kDifferent && line.outcome != Directness::kDifferent;
  });
}

// Requires: sorted by GroupOf, falling.
std::vector<Lines> GroupsOf(const std::vector<BodyLine>& studies) {
  std::vector<Lines> groups;
  for (auto begin = studies.begin(); begin != studies.end();) {
    const auto end = std::find_if(begin, studies.end(), [&](const BodyLine& line) {
      return GroupOf(line) != GroupOf(*begin);
    });
    groups.emplace_back(begin, end);
    begin = end;
  }
  return groups;
}

}  // namespace

Appraisal AppraiseBody(const BodyInputs& inputs, Trace trace) {
  Draft best;
  best.trace = trace;
  std::vector<Reason> preface;
  std::vector<BodyLine> studies =
      IndependentStudies(inputs.lines, trace == Trace::kNone ? nullptr : &preface);
  if (studies.empty()) {
    best.steps = std::move(preface);
    Step(best, "start-from-design", 0,
         inputs.lines.empty() ? "no source" : "every source was retracted");
    return best;
  }
  std::ranges::stable_sort(studies, std::greater<>(), GroupOf);
  const std::vector<Lines> groups = GroupsOf(studies);
  bool settled = false;  // by trials or reviews that are about the claim
  for (const Lines group : groups) {
    const bool trials = GroupOf(group.front()) >= kTrialsStart;
    if (settled && !trials) break;
    settled |= trials && IsAboutTheClaim(group);
    Draft appraisal = AppraiseGroup(group, inputs, trace);
    if (group.data() == groups.front().data() || appraisal.level > best.level) {
      best = std::move(appraisal);
    }
  }
  for (const Lines group : groups) {
    if (std::max(GroupOf(group.front()), 0) == best.start) continue;
    Step(best, "other-designs-set-aside", 0, [&] {
      const bool weaker = settled && GroupOf(group.front()) < kTrialsStart;
      return fmt::format(
          "{} more, from {}, {}", group.size(), Description(group.front().design),
          weaker ? "set aside: there are trials or systematic reviews" : "would end no higher");
    });
  }
  best.steps.insert(best.steps.begin(), preface.begin(), preface.end());
  return best;
}

BodyInputs BodyOf(std::span<const EvidenceLine> lines) {
  BodyInputs body;
  body.lines.reserve(lines.size());
  for (const EvidenceLine& line : lines) {
    BodyLine out;
    if (!line.study.empty()) {
      out.study = line.study;
    } else if (IsSet(line.work)) {
      out.study = fmt::format("work {}", Raw(line.work));
    } else if (IsSet(line.reference)) {
      out.study = fmt::format("reference {}", Raw(line.reference));
    }
    out.proposition = line.proposition;
    out.design = line.design;
    out.stance = line.stance;
    out.retracted = std::ranges::any_of(line.reasons, [](const Reason& reason) {
      return reason.step == "standing" && reason.rule == "retracted";
    });
    out.population = line.population;
    out.intervention = line.intervention;
    out.comparator = line.comparator;
    out.outcome = line.outcome;
    body.lines.push_back(std::move(out));
  }
  return body;
}

std::vector<EvidenceLine> OneLineForEachReference(std::span<const EvidenceLine> lines) {
  const auto distance = [](const EvidenceLine& line) {
    return static_cast<int>(line.intervention) + static_cast<int>(line.outcome);
  };
  std::vector<EvidenceLine> chosen;
  for (const EvidenceLine& line : lines) {
    const auto same = std::ranges::find(chosen, line.reference, &EvidenceLine::reference);
    if (same == chosen.end()) {
      chosen.push_back(line);
    } else if (distance(line) < distance(*same)) {
      *same = line;
    }
  }
  return chosen;
}

}  // namespace claimgraph
