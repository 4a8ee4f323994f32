// future-year: an entry dated after any year that can have been.

#include "queries/rules/rule_list.h"
#include "queries/rules/support.h"

namespace claimgraph {
namespace {

// A constant and not the clock's: the same bytes must give the same findings on
// any day.  Raise it with the first release of a year.
constexpr int kThisYear = 2026;

// "2027" on a paper of December 2026 is an issue that is already online.
constexpr int kLastPrintedYear = kThisYear + 1;

std::vector<Finding> Run(const RuleInput& input) {
  std::vector<Finding> findings;
  for (const Reference& reference : input.graph.references) {
    if (reference.year <= kLastPrintedYear) continue;
    Finding finding =
        AtReference(kFutureYear, reference, Cat(Label(reference), " is dated in the future"),
                    "correct the year");
    if (reference.year_span.end > reference.year_span.begin) finding.span = reference.year_span;
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

constinit const Rule kFutureYear = {
    .name = "future-year",
    .severity = Severity::kWarning,
    .scope = RuleScope::kDocument,
    .subject = RuleSubject::kAny,
    .summary = "a reference dated in the future",
    .why = "It is a slip, or the work does not exist.",
    .bad = "Hill, A. (2081). Tea for colds.",
    .good = "Hill, A. (2018). Tea for colds.",
    .limits =
        "Knows the year of its own release, not the day's; one year ahead is let pass, for "
        "journals date issues ahead.",
    .run = Run,
};

}  // namespace claimgraph
