// secondary-source-only: a claim whose every source retells what others found.

#include <set>

#include "queries/rules/pattern.h"
#include "queries/rules/rule_list.h"
#include "queries/rules/support.h"

namespace claimgraph {
namespace {

// Public bodies say which reviews their pages rest on; they pass as guidelines.
const Pattern& HealthBody() {
  static const Pattern pattern(
      R"(://(?:[\w-]+\.)*(?:gov|gov\.\w\w|gc\.ca|nhs\.uk|who\.int|nice\.org\.uk|europa\.eu|cochrane\.org|cochranelibrary\.com|health\.\w\w|un\.org)(?:/|:|$))");
  return pattern;
}

// A paper printed with the address of a library's viewer is no web page.
const Pattern& PaperTitle() {
  static const Pattern pattern(
      R"(associat(?:ed|ion)|randomi[sz]ed|\btrial\b|\bcohort\b|meta-analysis|systematic review|\befficacy\b|prospective|retrospective|\bamong\b|\bpredict)");
  return pattern;
}

bool IsWebPage(const Reference& r) {
  return r.design == StudyDesign::kWebPage && r.doi.empty() && r.pmid.empty() && r.pmcid.empty() &&
         !HealthBody().In(r.url) && !PaperTitle().In(r.title);
}

bool IsSecondary(const Reference& r) {
  return IsWebPage(r) || r.design == StudyDesign::kNarrativeReview;
}

// Reviews may carry background; a cause stated as fact wants a study.
bool WantsStudy(const Claim& claim, const std::vector<const Reference*>& sources) {
  switch (claim.kind) {
    case ClaimKind::kEvaluation:
    case ClaimKind::kEvidenceSummary:
      return false;
    default:
      break;
  }
  if (std::any_of(sources.begin(), sources.end(),
                  [](const Reference* r) { return IsWebPage(*r); })) {
    return claim.strength != CausalStrength::kNone;
  }
  return claim.strength == CausalStrength::kDirectCausal &&
         claim.certainty != AssertedCertainty::kHedged && !claim.attributed;
}

std::vector<Finding> Run(const RuleInput& input) {
  std::vector<Finding> findings;
  std::set<CitationId> told;  // one finding a marker, however many claims it carries
  for (const Claim& claim : input.graph.claims) {
    const std::vector<const Reference*> sources = CitedReferences(input.graph, claim);
    if (sources.empty() || !WantsStudy(claim, sources) ||
        !std::all_of(sources.begin(), sources.end(),
                     [](const Reference* r) { return IsSecondary(*r); })) {
      continue;
    }
    const Citation* marker = FindById(input.graph.citations, claim.citations[0]);
    if (marker == nullptr || !told.insert(marker->id).second) continue;
    Finding finding =
        AtCitation(kSecondarySourceOnly, *marker,
                   Cat(Quote(claim.text), " rests on ", Description(sources[0]->design),
                       " alone: ", Label(*sources[0])),
                   "cite the study that it retells");
    finding.references.clear();
    for (const Reference* source : sources) finding.references.push_back(source->id);
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

constinit const Rule kSecondarySourceOnly = {
    .name = "secondary-source-only",
    .severity = Severity::kWarning,
    .scope = RuleScope::kDocument,
    .subject = RuleSubject::kHealth,
    .summary = "a claim that only a web page or a narrative review stands behind",
    .why = "Retellings drop caveats, and a chain of them may reach no study at all.",
    .bad = "Tea lowers blood pressure (Tea Lovers' Club, 2022).",
    .good = "Tea lowered blood pressure by 2 mmHg in 25 trials (Hill, 2018).",
    .limits =
        "Knows a source by its title and address. Left alone: public health bodies, "
        "systematic reviews, guidelines, and background that a review carries.",
    .run = Run,
};

}  // namespace claimgraph
