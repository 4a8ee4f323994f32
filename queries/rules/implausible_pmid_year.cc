// implausible-pmid-year: a PMID that was given out in another year than the one
// printed beside it.  PMIDs grow with time.

#include "core/text/identifiers.h"
#include "queries/rules/rule_list.h"
#include "queries/rules/support.h"

namespace claimgraph {
namespace {

std::string Years(YearRange range) {
  if (range.earliest == range.latest) return std::to_string(range.earliest);
  return Cat(std::to_string(range.earliest), " to ", std::to_string(range.latest));
}

std::vector<Finding> Run(const RuleInput& input) {
  std::vector<Finding> findings;
  for (const Reference& reference : input.graph.references) {
    if (reference.pmid.empty() || reference.year == 0) continue;
    const YearRange range = PmidYears(reference.pmid);
    if (range.earliest == 0) continue;
    if (reference.year >= range.earliest && reference.year <= range.latest) continue;
    Finding finding =
        AtReference(kImplausiblePmidYear, reference,
                    Cat("PMID ", reference.pmid, " belongs to a paper of ", Years(range),
                        ", but is printed for ", Label(reference)),
                    "look the PMID up: the number, the year or the whole entry is wrong");
    if (reference.identifier_span.end > reference.identifier_span.begin) {
      finding.span = reference.identifier_span;
    }
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

constinit const Rule kImplausiblePmidYear = {
    .name = "implausible-pmid-year",
    .severity = Severity::kWarning,
    .scope = RuleScope::kDocument,
    .subject = RuleSubject::kAny,
    .summary = "a PMID from another year than the entry prints",
    .why = "The number belongs to another paper, or the year is wrong.",
    .bad = "Hill, A. (2009). Tea for colds. PMID: 38112046",
    .good = "Hill, A. (2023). Tea for colds. PMID: 38112046",
    .limits =
        "PMIDs are given out in order of indexing; a paper indexed long after it appeared is "
        "flagged wrongly, about one in eighty. Numbers below 15,000,000 say nothing.",
    .run = Run,
};

}  // namespace claimgraph
