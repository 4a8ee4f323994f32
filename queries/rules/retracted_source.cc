// retracted-source: the work was retracted, or an expression of concern stands beside it.

#include <algorithm>
#include <optional>

#include "queries/rules/claim_records.h"
#include "queries/rules/printed_identifiers.h"
#include "queries/rules/rule_list.h"

namespace claimgraph {
namespace {

// The gravest notice about a work.  A reinstatement does not take one back: who cites
// the work should know of both.
std::optional<StandingNotice> NoticeOf(const GraphReader& reader, const Reference& reference) {
  std::optional<StandingNotice> gravest;
  const auto look_at = [&](NodeRef work) {
    for (const NodeRef node : reader.Neighbours(work, EdgeKind::kRecords, Way::kIn)) {
      const Result<Record> record = reader.FindRecord(RecordId{node.id});
      if (!record) continue;
      for (const StandingNotice& notice : record->notices) {
        const bool counts =
            notice.standing == Standing::kRetracted || notice.standing == Standing::kConcern;
        if (!counts) continue;
        const bool graver = !gravest || (notice.standing == Standing::kRetracted &&
                                         gravest->standing != Standing::kRetracted);
        const bool fuller = gravest && notice.standing == gravest->standing &&
                            gravest->date.empty() && !notice.date.empty();
        if (graver || fuller) gravest = notice;
      }
    }
  };
  look_at(Node(reference.work));
  for (const PrintedIdentifier& printed : PrintedIdentifiers(reference)) {
    for (const NodeRef work : WorksNamed(reader, printed.name)) {
      if (work != Node(reference.work)) look_at(work);
    }
  }
  return gravest;
}

std::string What(const StandingNotice& notice, const Reference& reference) {
  std::string what = notice.standing == Standing::kRetracted
                         ? std::string("was retracted")
                         : std::string("stands under an expression of concern");
  if (!notice.date.empty())
    what += Cat(notice.standing == Standing::kRetracted ? " on " : " since ", notice.date);
  if (!notice.reason.empty()) what += Cat(" (", notice.reason, ")");
  // Some lists name the work itself where the notice stands on its page.
  if (!notice.notice.empty() && notice.notice != "doi:" + reference.doi)
    what += Cat("; notice: ", notice.notice);
  return what;
}

// The claims that lead to the entry.
std::vector<const Claim*> RestingOn(const DocumentGraph& graph, const Reference& reference) {
  std::vector<const Claim*> claims;
  for (const Claim& claim : graph.claims) {
    const std::vector<const Reference*> cited = CitedReferences(graph, claim);
    if (std::ranges::find(cited, &reference) != cited.end()) claims.push_back(&claim);
  }
  return claims;
}

std::vector<Finding> Run(const RuleInput& input) {
  std::vector<Finding> findings;
  for (const Reference& reference : input.graph.references) {
    const std::optional<StandingNotice> notice = NoticeOf(input.reader, reference);
    if (!notice) continue;
    const bool retracted = notice->standing == Standing::kRetracted;
    const Severity severity = retracted ? Severity::kError : Severity::kWarning;
    const std::string what = What(*notice, reference);
    findings.push_back(AtReference(kRetractedSource, reference, Cat(Label(reference), " ", what),
                                   retracted ? "take it out, and what rests on it alone"
                                             : "say that it is in doubt, or cite another study"));
    findings.back().severity = severity;
    for (const Claim* claim : RestingOn(input.graph, reference)) {
      findings.push_back(
          AtClaim(kRetractedSource, *claim,
                  Cat(Quote(claim->text), " rests on ", Label(reference), ", which ", what),
                  retracted ? "cite another study, or take the claim out"
                            : "say that its source is in doubt, or cite another study"));
      findings.back().severity = severity;
      findings.back().references.push_back(reference.id);
    }
  }
  return findings;
}

}  // namespace

constinit const Rule kRetractedSource = {
    .name = "retracted-source",
    .severity = Severity::kError,
    .scope = RuleScope::kGraph,
    .subject = RuleSubject::kAny,
    .summary = "a cited work that was retracted, or is in doubt",
    .why =
        "What rests on it has lost its ground, and every text that repeats it spreads it further.",
    .bad = "Tea prevents colds (Hill, 2018).  [retracted in 2020]",
    .good = "Tea was said to prevent colds; the study was retracted in 2020.",
    .limits =
        "Knows what the records in the store say: PubMed records, Crossref, lists of retractions. "
        "An expression of concern is a warning; a correction is no retraction and is not told "
        "here.",
    .run = Run,
};

}  // namespace claimgraph
