// How a line is judged again:
//   1. the best record of the reference tells design and facts;
//   2. the record's results on the claim's outcome tell the stance;
//   3. where there are none, the record may still tell that nobody looked.

#include "importers/linking/record_evidence.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <utility>

#include "core/appraisal/record_facts.h"
#include "core/appraisal/result_words.h"
#include "core/appraisal/study_level.h"
#include "core/text/ascii.h"
#include "core/text/normalize.h"
#include "importers/extraction/study_design.h"
#include "importers/extraction/study_facts.h"
#include "importers/extraction/vocabulary.h"
#include "importers/linking/directness.h"
#include "importers/linking/features.h"
#include "importers/linking/record_conclusions.h"
#include "importers/linking/record_finder.h"
#include "importers/linking/record_reading.h"

namespace claimgraph {
namespace {

// Smaller differences matter to nobody: core/appraisal/body_certainty.h.
constexpr double kImportantSmd = 0.2;

std::vector<std::string> Values(const Record& record, FactKind kind) {
  std::vector<std::string> values;
  for (const Fact& fact : record.facts) {
    if (fact.kind == kind && fact.confidence > kTaggedConfidence) values.push_back(fact.value);
  }
  return values;
}

Concepts ConceptsIn(const std::vector<std::string>& texts) {
  Concepts all;
  for (const std::string& text : texts) {
    for (const ConceptIndex c : ConceptsOf(text)) {
      if (std::ranges::find(all, c) == all.end()) all.push_back(c);
    }
  }
  return all;
}

Concepts WithRole(Concepts concepts, bool (*wanted)(ConceptRole)) {
  std::erase_if(concepts, [&](ConceptIndex c) { return !wanted(Row(c).role); });
  return concepts;
}

bool IsIntervention(ConceptRole role) { return role == ConceptRole::kIntervention; }
bool IsPeople(ConceptRole role) {
  return role == ConceptRole::kPopulation || role == ConceptRole::kCondition;
}

std::string Joined(const std::vector<std::string>& words) {
  std::string joined;
  for (const std::string& word : words) joined += (joined.empty() ? "" : ", ") + word;
  return joined;
}

// A sister outcome is another one: nobody who measured anxiety has measured sleep.
Directness CompareOutcomes(const Concepts& claimed, const Concepts& studied) {
  Directness best = Directness::kDifferent;
  for (const ConceptIndex want : claimed) {
    for (const ConceptIndex have : studied) {
      if (IsA(have, want)) return Directness::kDirect;
      if (IsA(want, have)) best = Directness::kIndirect;
    }
  }
  return best;
}

// What is claimed of "stretching exercises" is claimed of stretching, not of exercise.
Concepts MostSpecific(const Concepts& concepts) {
  Concepts specific;
  std::ranges::copy_if(concepts, std::back_inserter(specific), [&](ConceptIndex c) {
    return std::ranges::none_of(concepts,
                                [c](ConceptIndex other) { return other != c && IsA(other, c); });
  });
  return specific;
}

// One thing named twice: by concept where both are known, else by the words.
Directness CompareWords(std::string_view claimed, std::string_view studied) {
  const Concepts want = WithRole(ConceptsOf(claimed), IsOutcomeRole);
  const Concepts have = WithRole(ConceptsOf(studied), IsOutcomeRole);
  if (!want.empty() && !have.empty()) return CompareOutcomes(want, have);
  const std::vector<std::string> a = TopicTokens(claimed);
  const std::vector<std::string> b = TopicTokens(studied);
  if (a.empty() || b.empty()) return Directness::kNotAssessed;
  const auto in = [](const std::vector<std::string>& some, const std::vector<std::string>& all) {
    return std::ranges::all_of(
        some, [&](const std::string& t) { return std::ranges::find(all, t) != all.end(); });
  };
  return in(a, b) || in(b, a) ? Directness::kDirect : Directness::kDifferent;
}

// +1: more of it is better; -1: worse; 0: nobody knows.
int Goodness(std::string_view outcome) {
  for (const ConceptIndex c : WithRole(ConceptsOf(outcome), IsOutcomeRole)) {
    if (Row(c).good != 0) return Row(c).good;
  }
  return 0;
}

// +1: people are better off; -1: worse off; 0: no change, or nobody knows.  "Less
// anxiety" and "better mental health" agree in this and in nothing else.
int Benefit(Direction direction, std::string_view outcome) {
  switch (direction) {
    case Direction::kIncrease:
      return Goodness(outcome);
    case Direction::kDecrease:
      return -Goodness(outcome);
    case Direction::kImprove:
      return 1;
    case Direction::kWorsen:
      return -1;
    case Direction::kNoEffect:
    case Direction::kUnstated:
      return 0;
  }
  return 0;
}

// 0 where one of them says neither more nor less.
int MoreOrLess(Direction direction) {
  return direction == Direction::kIncrease ? 1 : direction == Direction::kDecrease ? -1 : 0;
}

// Words that name no outcome in particular.
bool IsGeneric(std::string_view outcome) {
  constexpr std::array<std::string_view, 10> kGeneric = {
      "symptom",  "symptoms", "outcome", "outcomes", "benefit",
      "benefits", "effect",   "effects", "health",   "condition"};
  return std::ranges::find(kGeneric, outcome) != kGeneric.end();
}

// The interval holds both "none" and an effect that would matter.
bool IsInconclusive(const StudyResult& result) {
  if (!result.effect || !result.effect->ci_low || !result.effect->ci_high) return false;
  const double low = *result.effect->ci_low;
  const double high = *result.effect->ci_high;
  switch (result.effect->measure) {
    case EffectMeasure::kSmd:
      return low <= 0 && high >= 0 && (high >= kImportantSmd || low <= -kImportantSmd);
    case EffectMeasure::kOr:
    case EffectMeasure::kRr:
    case EffectMeasure::kHr:
      return low <= 1 && high >= 1 && (low <= 0.75 || high >= 1.25);
    default:
      return false;
  }
}

struct Claimed {
  const Claim& claim;
  const Proposition& proposition;
  Concepts interventions{};
};

// "Not", "never", "fails to": what exactly is denied was not read, so the claim is held
// against nothing.  A wrong "contradicted" costs more than a missed one.
bool MayDeny(std::string_view claim) {
  const std::string folded = " " + Fold(claim) + " ";
  constexpr std::array<std::string_view, 9> kDenials = {
      " not ", "n't ", " no ", " never ", " nor ", " neither ", " without ", " fail", " lack"};
  return std::ranges::any_of(
      kDenials, [&](std::string_view denial) { return folded.find(denial) != std::string::npos; });
}

Claimed ClaimedIn(const Claim& claim, const Proposition& proposition) {
  return {claim, proposition, MostSpecific(InterventionsOf(claim, proposition))};
}

Stance StanceOf(const Claimed& claimed, const StudyResult& result) {
  const bool denies =
      claimed.claim.negated || claimed.proposition.direction == Direction::kNoEffect;
  if (!denies && MayDeny(claimed.claim.text)) return Stance::kUnknown;
  if (FoundNothing(result)) {
    if (denies) return Stance::kSupports;
    // "Affects", "plays a role in": neither more nor less, so nothing to deny.
    if (claimed.proposition.direction == Direction::kUnstated) return Stance::kUnknown;
    return IsInconclusive(result) ? Stance::kNeutral : Stance::kDisputes;
  }
  if (result.direction == Direction::kUnstated) return Stance::kUnknown;
  if (denies) return Stance::kDisputes;
  const Direction said = claimed.proposition.direction;
  if (said == Direction::kUnstated) return Stance::kSupports;
  const int found_good = Benefit(result.direction, result.outcome);
  const int said_good = Benefit(said, claimed.proposition.outcome);
  if (found_good != 0 && said_good != 0) {
    return found_good == said_good ? Stance::kSupports : Stance::kDisputes;
  }
  const int found = MoreOrLess(result.direction);
  if (found == 0 || MoreOrLess(said) == 0) return Stance::kUnknown;
  return found == MoreOrLess(said) ? Stance::kSupports : Stance::kDisputes;
}

// What a record says on one outcome.
struct OnOutcome {
  std::vector<const StudyResult*> results{};
  Directness directness = Directness::kNotAssessed;
  std::string nearest{};
};

OnOutcome ResultsOn(const FoundRecord& found, const Claimed& claimed) {
  OnOutcome on;
  for (const StudyResult& result : found.results) {
    const Directness d = CompareWords(claimed.proposition.outcome, result.outcome);
    if (d == Directness::kNotAssessed) continue;
    if (on.results.empty() || d < on.directness) {
      if (on.directness != d) on.results.clear();
      on.directness = d;
      on.nearest = result.outcome;
    }
    if (d == on.directness && d != Directness::kDifferent) on.results.push_back(&result);
  }
  return on;
}

// A study that tested several things: only results on what is claimed count.
void KeepTested(const Claimed& claimed, OnOutcome* on) {
  std::string nearest;
  std::erase_if(on->results, [&](const StudyResult* result) {
    const Concepts tested = WithRole(ConceptsOf(result->intervention), IsIntervention);
    return !tested.empty() && !claimed.interventions.empty() &&
           Compare(claimed.interventions, tested, &nearest) == Directness::kDifferent;
  });
}

// One record against what a claim says.
class LineJudge {
 public:
  explicit LineJudge(const GraphReader& store) : store_(store) {}

  void Judge(const FoundRecord& found, const Claimed& claimed, EvidenceLine* line,
             RecordFacts* facts) const {
    const Record& record = found.record;
    facts->known = true;
    line->record = found.source;
    line->study = found.study;
    line->reasons.clear();
    if (record.design != StudyDesign::kUnknown) {
      line->design = record.design;
      line->role = RoleOf(record.design);
    }
    line->certainty = StartLevel(line->design);
    line->reasons.push_back(
        {"design", "design-from-record", 0,
         fmt::format("{}{}, by the record {}", Description(line->design),
                     record.n == 0 ? "" : fmt::format(", {} people", record.n), found.source)});
    SetIntervention(found, claimed, line);
    SetPopulation(record, claimed, line);
    SetOutcome(found, claimed, line, facts);
    facts->body.risk_of_bias = OverallRisk(record);
    facts->body.includes = found.includes;
    facts->body.authored = AuthoredLevel(record);
    if (facts->body.authored > 0) {
      facts->body.authored_words =
          "the authors rate the certainty " + ascii::Lowered(LevelName(facts->body.authored));
    }
    if (record.n > 0) facts->body.people = record.n;
    CompareCounts(record, claimed.claim, line, facts);
    CompareConclusions(record, claimed, line, facts);
    const Result<Work> work = store_.FindWork(record.work);
    if (work && work->standing == Standing::kRetracted) {
      // Of its results nothing is used any more.
      *facts = {.known = true, .own_list = facts->own_list, .retracted = true};
      line->stance = Stance::kNoEvidence;
      line->certainty = 0;
      line->reasons.push_back(
          {"standing", "retracted", 0, "the work was retracted: nothing rests on it any more"});
    }
  }

 private:
  static void CompareConclusions(const Record& record, const Claimed& claimed, EvidenceLine* line,
                                 RecordFacts* facts) {
    const bool plain = claimed.claim.certainty != AssertedCertainty::kHedged &&
                       claimed.claim.hedges.empty() && !claimed.claim.attributed &&
                       !MayDeny(claimed.claim.text) &&
                       claimed.proposition.direction != Direction::kNoEffect;
    if (line->stance != Stance::kSupports || !plain) return;
    const std::optional<CarefulConclusion> careful =
        FindCarefulConclusion(record, claimed.claim.text, claimed.proposition);
    if (!careful) return;
    facts->weaker_conclusion = careful->words;
    line->reasons.push_back({"wording", "conclusion-says-less", 0,
                             fmt::format("the authors conclude less: \"{}\" (probability {:.2f})",
                                         careful->words, careful->probability)});
  }

  // "Eight RCTs", where the record has seven.
  static void CompareCounts(const Record& record, const Claim& claim, EvidenceLine* line,
                            RecordFacts* facts) {
    const DesignMention mention = FindDesignMention(claim.text);
    if (mention.studies <= 1) return;
    const bool trials =
        mention.design == StudyDesign::kRct || mention.design == StudyDesign::kMetaAnalysisOfRcts;
    const std::int64_t really = StudiesIn(record, trials);
    if (really == 0 || really == mention.studies) return;
    facts->more_studies_claimed = mention.studies > really;
    line->reasons.push_back({"number", "studies-differ", 0,
                             fmt::format("the claim counts {} {}, the record {}", mention.studies,
                                         trials ? "trials" : "studies", really)});
  }

  // How many studies a review counts: trials where they are meant and counted apart.
  static std::int64_t StudiesIn(const Record& record, bool trials) {
    std::int64_t all = 0;
    for (const std::string& value : Values(record, FactKind::kStudies)) {
      const std::int64_t count = std::strtoll(value.c_str(), nullptr, 10);
      const bool apart = value.ends_with("trials");
      if (apart && trials) return count;
      if (!apart) all = count;
    }
    return all;
  }

  static void SetIntervention(const FoundRecord& found, const Claimed& claimed,
                              EvidenceLine* line) {
    std::vector<std::string> tested = Values(found.record, FactKind::kIntervention);
    for (const StudyResult& result : found.results) {
      if (!result.intervention.empty()) tested.push_back(result.intervention);
    }
    const Concepts studied = WithRole(ConceptsIn(tested), IsIntervention);
    if (studied.empty()) {
      line->reasons.push_back(Directly("intervention", line->intervention,
                                       claimed.proposition.intervention, "the same", "title"));
      return;
    }
    std::string nearest;
    line->intervention = Compare(claimed.interventions, studied, &nearest);
    if (line->intervention == Directness::kDifferent &&
        std::ranges::any_of(claimed.interventions, IsWholeClass)) {
      line->intervention = Directness::kIndirect;
    }
    line->reasons.push_back(Directly("intervention", line->intervention,
                                     claimed.proposition.intervention, nearest, "record"));
  }

  static void SetPopulation(const Record& record, const Claimed& claimed, EvidenceLine* line) {
    std::vector<std::string> who;
    for (const FactKind kind :
         {FactKind::kCondition, FactKind::kAge, FactKind::kPregnancy, FactKind::kSetting}) {
      for (std::string& value : Values(record, kind)) who.push_back(std::move(value));
    }
    const Concepts studied = WithRole(ConceptsIn(who), IsPeople);
    if (studied.empty()) return;
    std::string nearest;
    if (claimed.proposition.population.empty()) {
      line->population = Directness::kIndirect;
      line->reasons.push_back(
          Directly("population", line->population, "nobody in particular", Joined(who), "record"));
      return;
    }
    const Concepts want = ConceptsOf(claimed.proposition.population);
    Concepts same_role;
    for (const ConceptIndex c : studied) {
      if (!want.empty() && Row(c).role == Row(want.front()).role) same_role.push_back(c);
    }
    line->population = Compare(want, same_role, &nearest);
    line->reasons.push_back(Directly("population", line->population, claimed.proposition.population,
                                     nearest, "record"));
  }

  static void SetOutcome(const FoundRecord& found, const Claimed& claimed, EvidenceLine* line,
                         RecordFacts* facts) {
    const auto step = [&](std::string_view rule, std::string because) {
      line->reasons.push_back({"result", std::string(rule), 0, std::move(because)});
    };
    if (line->intervention == Directness::kDifferent) {
      line->stance = Stance::kNoEvidence;
      step("intervention-not-tested",
           fmt::format("{} did not test {}", Named(found), claimed.proposition.intervention));
    }
    if (claimed.proposition.outcome.empty() || IsGeneric(claimed.proposition.outcome)) return;
    if (found.results.empty()) return SetByModel(found, claimed, line);
    OnOutcome on = ResultsOn(found, claimed);
    KeepTested(claimed, &on);
    if (on.results.empty()) {
      if (on.directness != Directness::kDifferent || !IsSilentOn(found, claimed)) {
        return SetByModel(found, claimed, line);
      }
      line->outcome = Directness::kDifferent;
      line->stance = Stance::kNoEvidence;
      step("outcome-not-studied", fmt::format("{} reports on {}; not on {}", Named(found),
                                              Outcomes(found), claimed.proposition.outcome));
      return;
    }
    line->outcome = on.directness;
    if (line->stance == Stance::kNoEvidence) return;
    line->stance = Together(claimed, on, facts);
    if (line->stance == Stance::kDisputes && ComparesTreatments(found, on)) {
      line->stance = Stance::kUnknown;
      step("no-inert-comparator",
           fmt::format("{} found no difference, but names nothing inert that it compared with",
                       Named(found)));
      return;
    }
    for (const StudyResult* result : on.results) {
      step(Name(StanceOf(claimed, *result)), Words(found, *result));
      if (result->effect && !facts->body.effect) facts->body.effect = result->effect;
    }
  }

  // Where no result was read on the outcome: what the learned models are sure of, if it is
  // for the claim.  Against it nothing is taken from them: a withdrawal, another dose or an
  // active comparator looks like a contradiction to them.
  static void SetByModel(const FoundRecord& found, const Claimed& claimed, EvidenceLine* line) {
    if (line->stance == Stance::kNoEvidence || line->intervention == Directness::kDifferent) return;
    const std::optional<ReadOutcome> read = ReadOutcomeOf(
        found, claimed.claim.text, claimed.proposition.intervention, claimed.proposition.outcome);
    if (!read || ReadingOf(read->stance) != ReadAs::kSupports) return;
    if (StanceOf(claimed, read->result) != Stance::kSupports) return;
    line->outcome = Directness::kDirect;
    line->stance = Stance::kSupports;
    line->reasons.push_back({"result", std::string(Name(Stance::kSupports)), 0,
                             fmt::format("{} (read by a model, probability {:.2f})",
                                         Words(found, read->result), read->result.confidence)});
  }

  // "Diabetes was equally frequent in the two groups", of two treatments or two doses: that
  // neither is better does not say that neither works.
  static bool ComparesTreatments(const FoundRecord& found, const OnOutcome& on) {
    const StudyDesign design = found.record.design;
    const bool groups =
        design == StudyDesign::kRct || design == StudyDesign::kControlledNonRandomised;
    if (found.is_card || !groups) return false;
    const bool nothing = std::ranges::all_of(
        on.results, [](const StudyResult* result) { return FoundNothing(*result); });
    return nothing && InertComparator(found.text).empty();
  }

  // Several results on one outcome: at several times, or in several groups.
  static Stance Together(const Claimed& claimed, const OnOutcome& on, RecordFacts* facts) {
    std::set<Stance> stances;
    for (const StudyResult* result : on.results) stances.insert(StanceOf(claimed, *result));
    stances.erase(Stance::kUnknown);
    if (stances.empty()) return Stance::kUnknown;
    if (stances.contains(Stance::kSupports)) {
      facts->fades = stances.size() > 1;
      return Stance::kSupports;
    }
    return stances.contains(Stance::kNeutral) ? Stance::kNeutral : Stance::kDisputes;
  }

  static bool IsSilentOn(const FoundRecord& found, const Claimed& claimed) {
    if (found.is_card) return true;
    const std::vector<std::string> told = TopicTokens(found.text);
    const std::vector<std::string> wanted = TopicTokens(claimed.proposition.outcome);
    return !wanted.empty() && std::ranges::none_of(wanted, [&](const std::string& token) {
      return std::ranges::find(told, token) != told.end();
    });
  }

  static std::string Outcomes(const FoundRecord& found) {
    std::vector<std::string> outcomes;
    for (const StudyResult& result : found.results) {
      if (std::ranges::find(outcomes, result.outcome) == outcomes.end()) {
        outcomes.push_back(result.outcome);
      }
    }
    return Joined(outcomes);
  }

  static std::string Named(const FoundRecord& found) {
    return SourceWords(found.record, found.source);
  }

  static std::string Words(const FoundRecord& found, const StudyResult& result) {
    return ResultWords(found.record, found.source, result);
  }

  const GraphReader& store_;
};

class RecordJudge {
 public:
  RecordJudge(const GraphReader& store, DocumentGraph* graph, const DecidedSources& decided)
      : store_(store), graph_(*graph), decided_(decided) {
    for (const Reference& reference : graph->references) {
      records_.push_back(RecordsOf(store, reference));
    }
  }

  bool AnyRecords() const {
    return std::ranges::any_of(records_, [](const auto& found) { return !found.empty(); });
  }

  RecordEvidence Run() {
    RecordEvidence evidence(graph_.evidence_lines.size());
    std::set<ClaimId> cited;
    for (std::size_t i = 0; i < graph_.evidence_lines.size(); ++i) {
      EvidenceLine& line = graph_.evidence_lines[i];
      cited.insert(line.claim);
      const auto& found = records_[Raw(line.reference) - 1];
      if (!found.empty()) JudgeLine(found.front(), &line, &evidence[i]);
    }
    for (const Claim& claim : graph_.claims) {
      if (!cited.contains(claim.id)) SearchOwnList(claim, &evidence);
    }
    return evidence;
  }

 private:
  Claimed ClaimedBy(const EvidenceLine& line) const {
    return ClaimedIn(graph_.claims[Raw(line.claim) - 1],
                     graph_.propositions[Raw(line.proposition) - 1]);
  }

  void JudgeLine(const FoundRecord& found, EvidenceLine* line, RecordFacts* facts) const {
    LineJudge(store_).Judge(found, ClaimedBy(*line), line, facts);
  }

  // Only direct results speak for or against what nobody cites them for.
  void SearchOwnList(const Claim& claim, RecordEvidence* evidence) {
    if (claim.citation_status != CitationStatus::kUncited) return;
    // What else the sentence names ("cortisol, which is linked with anxiety") is not what
    // it claims first.
    for (const PropositionId id : std::span(claim.propositions).first(1)) {
      std::vector<std::pair<EvidenceLine, RecordFacts>> lines;
      std::set<Stance> stances;
      for (const Reference& reference : graph_.references) {
        const auto& found = records_[Raw(reference.id) - 1];
        const bool own = Raw(reference.id) <= decided_.own_references;
        if (found.empty() || !own || decided_.Rejects(claim.id, reference.id)) continue;
        EvidenceLine line{.claim = claim.id,
                          .proposition = id,
                          .reference = reference.id,
                          .work = reference.work,
                          .design = reference.design};
        RecordFacts facts{.own_list = true};
        JudgeLine(found.front(), &line, &facts);
        facts.own_list = true;
        if (line.intervention != Directness::kDirect || line.outcome != Directness::kDirect ||
            facts.retracted) {
          continue;
        }
        if (line.stance != Stance::kSupports && line.stance != Stance::kDisputes) {
          if (line.stance == Stance::kNeutral) stances.insert(Stance::kNeutral);
          continue;
        }
        stances.insert(line.stance);
        lines.emplace_back(std::move(line), std::move(facts));
      }
      if (stances.size() != 1) continue;  // nothing, or they disagree
      for (auto& [line, facts] : lines) {
        line.id = EvidenceLineId{graph_.evidence_lines.size() + 1};
        graph_.evidence_lines.push_back(std::move(line));
        evidence->push_back(std::move(facts));
      }
    }
  }

  const GraphReader& store_;
  DocumentGraph& graph_;
  const DecidedSources& decided_;
  std::vector<std::vector<FoundRecord>> records_{};  // by reference
};

}  // namespace

RecordEvidence JudgeByRecords(const GraphReader& store, DocumentGraph* graph,
                              const DecidedSources& decided) {
  RecordJudge judge(store, graph, decided);
  if (!judge.AnyRecords()) return RecordEvidence(graph->evidence_lines.size());
  return judge.Run();
}

EvidenceLine JudgeRecord(const GraphReader& store, const FoundRecord& found, const Claim& claim,
                         const Proposition& proposition) {
  EvidenceLine line{.claim = claim.id, .proposition = proposition.id, .work = found.record.work};
  RecordFacts facts;
  LineJudge(store).Judge(found, ClaimedIn(claim, proposition), &line, &facts);
  return line;
}

}  // namespace claimgraph
