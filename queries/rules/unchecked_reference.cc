// unchecked-reference: no record in the store is this entry, though there are records
// of most others.

#include "queries/rules/record_match.h"
#include "queries/rules/rule_list.h"
#include "queries/rules/support.h"

namespace claimgraph {
namespace {

std::string Why(const Reference& reference) {
  if (!reference.pmid.empty()) return Cat("no record for PMID ", reference.pmid);
  if (!reference.doi.empty()) return Cat("no record for DOI ", reference.doi);
  return "no record of this title, or of this journal, volume and page";
}

bool IsPublication(const Reference& reference) {
  return reference.origin != ReferenceOrigin::kLink && !reference.title.empty() &&
         reference.design != StudyDesign::kWebPage;
}

std::vector<Finding> Run(const RuleInput& input) {
  std::vector<const Reference*> unchecked;
  std::size_t checked = 0;
  for (const Reference& reference : input.graph.references) {
    if (!IsPublication(reference)) continue;
    const RecordMatch match = MatchRecords(input.reader, reference);
    if (Speaks(match) != nullptr) {
      ++checked;
    } else {
      unchecked.push_back(&reference);
    }
  }
  // A store that knows little of the field has nothing to say about one entry.
  if (checked < unchecked.size() || checked == 0) return {};
  std::vector<Finding> findings;
  for (const Reference* reference : unchecked) {
    findings.push_back(AtReference(
        kUncheckedReference, *reference,
        Cat(Label(*reference), " was not checked: ", Why(*reference), " is among the records"),
        "look the work up, and import its record"));
  }
  return findings;
}

}  // namespace

constinit const Rule kUncheckedReference = {
    .name = "unchecked-reference",
    .severity = Severity::kInfo,
    .scope = RuleScope::kGraph,
    .subject = RuleSubject::kAny,
    .summary = "an entry that no record in the store is about, among others that have one",
    .why =
        "What was not checked should not look as if it had been; and a made-up reference is one "
        "that no record is about.",
    .bad =
        "Hill, A. (2018). Tea and the mind of the herring. J Tea Stud, 4, 1-9.  [no record; nine "
        "of ten other entries have one]",
    .good = "An entry that its identifier, title or place in print leads to a record.",
    .limits =
        "Speaks only where at least half of the entries have records. An entry without one may be "
        "perfectly right: the store is no library.",
    .run = Run,
};

}  // namespace claimgraph
