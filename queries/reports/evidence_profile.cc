#include "queries/reports/evidence_profile.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <utility>

#include "core/appraisal/body_certainty.h"
#include "core/json.h"
#include "core/record.h"
#include "core/result.h"

namespace claimgraph {
namespace {

using Lines = std::vector<const EvidenceLine*>;

// ---- What records tell ----------------------------------------------------

std::optional<Record> RecordOf(const GraphReader& reader, const EvidenceLine& line) {
  if (line.record.empty()) return std::nullopt;
  const NodeRef document = reader.Named("source:" + line.record);
  if (document.id == 0) return std::nullopt;
  for (const NodeRef node : reader.Neighbours(document, EdgeKind::kHasRecord, Way::kOut)) {
    Result<Record> record = reader.FindRecord(RecordId{node.id});
    if (record) return std::move(*record);
  }
  return std::nullopt;
}

// The study's number on this outcome; one with an interval before one without.
std::optional<Effect> EffectOn(const GraphReader& reader, const std::string& study,
                               const std::string& outcome) {
  std::optional<Effect> best;
  const NodeRef node = study.empty() ? NodeRef{} : reader.Named("study:" + study);
  if (node.id == 0) return best;
  for (const NodeRef at : reader.Neighbours(node, EdgeKind::kResultOf, Way::kIn)) {
    const Result<StudyResult> result = reader.FindResult(ResultId{at.id});
    if (!result || !result->effect || result->outcome != outcome) continue;
    if (!best || (result->effect->ci_low && !best->ci_low)) best = result->effect;
  }
  return best;
}

RiskOfBias OverallRisk(const Record& record) {
  RiskOfBias worst = RiskOfBias::kNotAssessed;
  for (const BiasJudgement& bias : record.risk_of_bias) {
    if (bias.domain == "overall") return bias.judgement;
    worst = std::max(worst, bias.judgement);
  }
  return worst;
}

int AuthoredLevel(const Record& record) {
  constexpr std::array<std::string_view, 4> kLevels = {"very low", "low", "moderate", "high"};
  for (const Fact& fact : record.facts) {
    const auto level = std::ranges::find(kLevels, fact.value);
    if (fact.kind != FactKind::kCertainty || level == kLevels.end()) continue;
    return static_cast<int>(level - kLevels.begin()) + 1;
  }
  return 0;
}

std::vector<std::string> IncludedStudies(const GraphReader& reader, const Record& review) {
  std::vector<std::string> keys;
  for (const WorkId work : review.includes) {
    for (const NodeRef at : reader.Neighbours(Node(work), EdgeKind::kRecords, Way::kIn)) {
      const Result<Record> record = reader.FindRecord(RecordId{at.id});
      if (!record) continue;
      if (const Result<Study> study = reader.FindStudy(record->study)) keys.push_back(study->key);
    }
  }
  return keys;
}

// ---- Certainty ------------------------------------------------------------

std::vector<Reason> CertaintySteps(const Claim& claim) {
  std::vector<Reason> steps;
  for (const Reason& reason : claim.reasons) {
    if (reason.step == "certainty") steps.push_back(reason);
  }
  return steps;
}

// What the steps of one judgement add up to.
Appraisal FromSteps(std::vector<Reason> steps) {
  Appraisal appraisal;
  double level = 0;
  for (const Reason& step : steps) {
    level += step.change;
    if (step.rule == "start-from-design") appraisal.start = static_cast<int>(step.change);
    if (step.rule == "authored-certainty") appraisal.origin = AppraisalOrigin::kAuthored;
  }
  appraisal.level = std::clamp(static_cast<int>(level), 0, 4);
  appraisal.steps = std::move(steps);
  return appraisal;
}

Appraisal AppraiseTogether(const DocumentIndex& index, const Lines& lines,
                           const std::string& outcome) {
  std::vector<EvidenceLine> all;
  for (const EvidenceLine* line : lines) all.push_back(*line);
  const std::vector<EvidenceLine> chosen = OneLineForEachReference(all);
  BodyInputs body = BodyOf(chosen);
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    const std::optional<Record> record = RecordOf(index.reader(), chosen[i]);
    if (!record) continue;
    BodyLine& line = body.lines[i];
    line.risk_of_bias = OverallRisk(*record);
    line.includes = IncludedStudies(index.reader(), *record);
    line.authored = AuthoredLevel(*record);
    if (record->n > 0) line.people = record->n;
    line.effect = EffectOn(index.reader(), chosen[i].study, outcome);
  }
  return AppraiseBody(body);
}

// ---- One row --------------------------------------------------------------

class RowMaker {
 public:
  RowMaker(const DocumentIndex& index, const Proposition& proposition, const Lines& lines)
      : index_(index), proposition_(proposition), lines_(lines) {
    row_.proposition = proposition.id;
  }

  ProfileRow Make() {
    FindClaims();
    CountStudies();
    CountStances();
    if (row_.effects.empty()) TakePrintedEffects();
    Appraise();
    return std::move(row_);
  }

 private:
  void FindClaims() {
    std::set<ClaimId> claims;
    for (const EvidenceLine* line : lines_) claims.insert(line->claim);
    for (const ClaimId id : claims) {
      if (const Claim* claim = ById(index_.graph().claims, id)) row_.claims.push_back(claim);
    }
  }

  void CountStudies() {
    std::set<ReferenceId> papers;
    std::map<std::string, const EvidenceLine*> studies;
    for (const EvidenceLine* line : lines_) {
      papers.insert(line->reference);
      studies.emplace(BodyOf(std::span(line, 1)).lines.front().study, line);
    }
    row_.papers = papers.size();
    row_.studies = studies.size();
    for (const auto& [key, line] : studies) {
      const std::optional<Effect> effect =
          EffectOn(index_.reader(), line->study, proposition_.outcome);
      const std::optional<Record> record = RecordOf(index_.reader(), *line);
      const std::int64_t people = record && record->n > 0 ? record->n
                                  : effect                ? effect->n.value_or(0)
                                                          : 0;
      row_.people += people;
      row_.people_studies += people > 0 ? 1 : 0;
      if (effect) row_.effects.push_back({line->study, *effect});
    }
  }

  // A paper may bear on several claims: it counts where it says most.
  void CountStances() {
    std::map<ReferenceId, Stance> stances;
    for (const EvidenceLine* line : lines_) {
      const auto [at, fresh] = stances.emplace(line->reference, line->stance);
      if (!fresh) at->second = std::min(at->second, line->stance);
    }
    for (const auto& [reference, stance] : stances) {
      ++row_.stances.at(static_cast<std::size_t>(stance));
    }
  }

  // Numbers that a claim prints are its one source's; of several, nothing says whose.
  void TakePrintedEffects() {
    for (const Claim* claim : row_.claims) {
      std::set<ReferenceId> sources;
      for (const EvidenceLine* line : index_.LinesOf(claim->id)) sources.insert(line->reference);
      if (sources.size() != 1 || claim->propositions.size() != 1) continue;
      for (const Effect& effect : claim->effects) {
        row_.effects.push_back({IdText(claim->id), effect});
      }
    }
  }

  void Appraise() {
    if (row_.claims.empty()) return;
    std::vector<Reason> steps = CertaintySteps(*row_.claims.front());
    const bool same = std::ranges::all_of(
        row_.claims, [&](const Claim* claim) { return CertaintySteps(*claim) == steps; });
    row_.together = !same || steps.empty();
    row_.appraisal = row_.together ? AppraiseTogether(index_, lines_, proposition_.outcome)
                                   : FromSteps(std::move(steps));
  }

  const DocumentIndex& index_;
  const Proposition& proposition_;
  const Lines& lines_;
  ProfileRow row_;
};

}  // namespace

std::vector<ProfileRow> EvidenceProfile(const DocumentIndex& index) {
  std::map<PropositionId, Lines> by_proposition;
  for (const EvidenceLine& line : index.graph().evidence_lines) {
    if (IsSet(line.proposition)) by_proposition[line.proposition].push_back(&line);
  }
  std::vector<ProfileRow> rows;
  for (const auto& [id, lines] : by_proposition) {
    const Proposition* proposition = ById(index.graph().propositions, id);
    if (proposition == nullptr) continue;
    ProfileRow row = RowMaker(index, *proposition, lines).Make();
    if (!row.claims.empty()) rows.push_back(std::move(row));
  }
  std::ranges::stable_sort(rows, {}, [](const ProfileRow& r) { return r.claims.front()->id; });
  return rows;
}

}  // namespace claimgraph
