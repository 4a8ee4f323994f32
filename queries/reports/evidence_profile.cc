#include "queries/reports/evidence_profile.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <utility>

#include "core/appraisal/body_certainty.h"
#include "core/appraisal/independent_studies.h"
#include "core/appraisal/record_facts.h"
#include "core/appraisal/verdict.h"
#include "core/json.h"
#include "core/record.h"
#include "core/result.h"
#include "queries/reports/line_record.h"

namespace claimgraph {
namespace {

using Lines = std::vector<const EvidenceLine*>;

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

// ---- One row --------------------------------------------------------------

class RowMaker {
 public:
  RowMaker(const DocumentIndex& index, const Proposition& proposition, const Lines& lines)
      : index_(index), proposition_(proposition), lines_(lines) {
    row_.proposition = proposition.id;
  }

  ProfileRow Make() {
    FindClaims();
    ReadBody();
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
      if (const Claim* claim = FindById(index_.graph().claims, id)) row_.claims.push_back(claim);
    }
  }

  // One line for each paper.
  void ReadBody() {
    std::vector<EvidenceLine> all;
    for (const EvidenceLine* line : lines_) all.push_back(*line);
    const std::vector<EvidenceLine> chosen = OneLineForEachReference(all);
    body_ = BodyOf(chosen);
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      BodyLine& line = body_.lines[i];
      line.names_nobody = proposition_.population.empty();
      std::string& time_point = time_points_.emplace_back();
      const std::optional<LineRecord> told = RecordOf(index_.reader(), chosen[i]);
      if (!told) continue;
      line.risk_of_bias = OverallRisk(told->record);
      line.includes = IncludedStudies(index_.reader(), told->record);
      line.authored = AuthoredLevel(told->record);
      if (told->record.n > 0) line.people = told->record.n;
      const auto result = std::ranges::find_if(
          told->deciding, [](const StudyResult& r) { return r.effect.has_value(); });
      if (result == told->deciding.end()) continue;
      line.effect = result->effect;
      time_point = result->time_point;
    }
  }

  void CountStudies() {
    std::map<std::string, std::int64_t> people;  // by every study, included or not
    for (const BodyLine& line : body_.lines) {
      if (line.retracted) {
        ++row_.retracted;
        continue;
      }
      ++row_.papers;
      std::int64_t& most = people[line.study];
      most = std::max({most, line.people.value_or(0), PeopleIn(line)});
    }
    std::set<std::string> counted;
    for (const BodyLine& line : IndependentStudies(body_.lines, nullptr)) {
      counted.insert(line.study);
      row_.people += people[line.study];
      row_.people_studies += people[line.study] > 0 ? 1 : 0;
    }
    row_.studies = counted.size();
    row_.included = people.size() - counted.size();
    for (std::size_t i = 0; i < body_.lines.size(); ++i) {
      const BodyLine& line = body_.lines[i];
      if (!line.effect || line.retracted || !counted.contains(line.study)) continue;
      row_.effects.push_back({line.study, time_points_[i], *line.effect});
    }
  }

  // A paper may bear on several claims: it counts where it says most.
  void CountStances() {
    std::map<ReferenceId, Stance> stances;
    for (const EvidenceLine* line : lines_) {
      if (BodyOf(std::span(line, 1)).lines.front().retracted) continue;
      const auto [at, fresh] = stances.emplace(line->reference, line->stance);
      if (!fresh) at->second = std::min(at->second, line->stance);
    }
    for (const auto& [reference, stance] : stances) {
      ++row_.stances.at(static_cast<std::size_t>(stance));
    }
  }

  // Numbers that a claim prints are its one source's, and on its one outcome; of several,
  // nothing says whose.
  void TakePrintedEffects() {
    if (row_.papers == 0) return;
    for (const Claim* claim : row_.claims) {
      std::set<ReferenceId> sources;
      for (const EvidenceLine* line : index_.LinesOf(claim->id)) sources.insert(line->reference);
      if (sources.size() != 1 || claim->propositions.size() != 1) continue;
      for (const Effect& effect : claim->effects) {
        row_.effects.push_back({IdText(claim->id), "", effect});
      }
    }
  }

  void Appraise() {
    if (row_.claims.empty()) return;
    std::vector<Reason> steps = CertaintySteps(*row_.claims.front());
    const bool same = std::ranges::all_of(
        row_.claims, [&](const Claim* claim) { return CertaintySteps(*claim) == steps; });
    row_.together = !same || steps.empty();
    if (row_.together) {
      row_.appraisal = AppraiseBody(body_);
      CapWhatIsNotAssessed(&row_.appraisal);
    } else {
      row_.appraisal = FromSteps(std::move(steps));
    }
  }

  const DocumentIndex& index_;
  const Proposition& proposition_;
  const Lines& lines_;
  BodyInputs body_;
  std::vector<std::string> time_points_;  // of the effects in body_
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
    const Proposition* proposition = FindById(index.graph().propositions, id);
    if (proposition == nullptr) continue;
    ProfileRow row = RowMaker(index, *proposition, lines).Make();
    if (!row.claims.empty()) rows.push_back(std::move(row));
  }
  std::ranges::stable_sort(rows, {}, [](const ProfileRow& r) { return r.claims.front()->id; });
  return rows;
}

}  // namespace claimgraph
