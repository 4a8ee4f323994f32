// single-study: one line of evidence, told as if there were many.

#include <algorithm>
#include <cstdint>
#include <set>
#include <vector>

#include "core/text/normalize.h"
#include "queries/rules/claim_records.h"
#include "queries/rules/pattern.h"
#include "queries/rules/rule_list.h"

namespace claimgraph {
namespace {

// From here on a single study is seldom called small (core/appraisal/body_certainty.h).
constexpr std::int64_t kEnoughPeople = 400;

// What denies the claim, or was retracted, is nothing that it rests on.
std::vector<const EvidenceLine*> LinesThatCarry(const DocumentGraph& graph,
                                                std::span<const EvidenceLine* const> lines) {
  std::vector<const EvidenceLine*> carrying;
  for (const EvidenceLine* line : lines) {
    const Work* work = FindById(graph.works, line->work);
    const bool gone = work != nullptr && work->standing == Standing::kRetracted;
    if (line->stance != Stance::kDisputes && !gone) carrying.push_back(line);
  }
  return carrying;
}

bool IsOneSmallStudy(const RuleInput& input, std::span<const EvidenceLine* const> lines,
                     std::int64_t* people) {
  std::set<std::string> studies;
  *people = 0;
  for (const EvidenceLine* line : lines) {
    if (line->record.empty() || line->study.empty()) return false;
    switch (line->design) {
      case StudyDesign::kRct:
      case StudyDesign::kControlledNonRandomised:
      case StudyDesign::kPrePost:
      case StudyDesign::kCohort:
      case StudyDesign::kCaseControl:
      case StudyDesign::kCrossSectional:
        break;
      default:
        return false;
    }
    studies.insert(line->study);
    const NodeRef document = input.reader.Named("source:" + line->record);
    for (const NodeRef node : input.reader.Neighbours(document, EdgeKind::kHasRecord, Way::kOut)) {
      const Result<Record> record = input.reader.FindRecord(RecordId{node.id});
      if (record) *people = std::max(*people, record->n);
    }
  }
  return studies.size() == 1 && *people > 0 && *people < kEnoughPeople;
}

// "In one small trial", "a single study": the reader was told.
bool TellsOfOneStudy(std::string_view claim) {
  static const Pattern one(
      R"(\b(?:one|single|a small)\s(?:[a-z-]+\s){0,3}(?:study|trial|experiment|rct|cohort|survey)\b)");
  return one.In(Fold(claim));
}

std::vector<Finding> Run(const RuleInput& input) {
  const EvidenceByClaim evidence(input.graph);
  std::vector<Finding> findings;
  for (const Claim& claim : input.graph.claims) {
    const bool told = claim.attributed || TellsOfOneStudy(claim.text);
    if (claim.certainty == AssertedCertainty::kHedged || told) continue;
    const std::vector<const EvidenceLine*> lines =
        LinesThatCarry(input.graph, evidence.Of(claim.id));
    std::int64_t people = 0;
    if (lines.empty() || !IsOneSmallStudy(input, lines, &people)) continue;
    findings.push_back(AtClaimWithEvidence(
        kSingleStudy, claim, lines,
        Cat(Quote(claim.text), " rests on one study of ", std::to_string(people), " people"),
        "say that it is one study, and how large"));
  }
  return findings;
}

}  // namespace

constinit const Rule kSingleStudy = {
    .name = "single-study",
    .severity = Severity::kInfo,
    .scope = RuleScope::kGraph,  // how many people there were stands in another document
    .subject = RuleSubject::kHealth,
    .summary = "plain or boosted words that rest on one small study",
    .why = "One study is often not borne out by the next, the more so if it is small.",
    .bad =
        "Massage relieves fibromyalgia (Hill, 2018; Hill, 2019).  [two papers on one trial of 40 "
        "people]",
    .good = "In one trial of 40 people, massage relieved fibromyalgia (Hill, 2018).",
    .limits =
        "Papers on one study count once, by registry number or an explicit link. Says nothing "
        "where the text itself tells of one study, or the study has 400 people or more. A study "
        "that denies the claim, or was retracted, is not one that it rests on. Needs a "
        "record of the study in the store (`claimgraph import`).",
    .run = Run,
};

}  // namespace claimgraph
