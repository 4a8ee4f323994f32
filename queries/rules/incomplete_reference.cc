// incomplete-reference: an entry that does not say who wrote it, or when.

#include "queries/rules/rule_list.h"
#include "queries/rules/support.h"

namespace claimgraph {
namespace {

// A DOI or the like says all that is missing.
bool HasIdentifier(const Reference& r) {
  return !r.doi.empty() || !r.pmid.empty() || !r.pmcid.empty();
}

std::vector<Finding> Run(const RuleInput& input) {
  std::vector<const Reference*> entries = ListedSources(input.graph);
  for (const Reference& reference : input.graph.references) {
    if (reference.origin == ReferenceOrigin::kBibFile) entries.push_back(&reference);
  }
  std::vector<Finding> findings;
  for (const Reference* entry : entries) {
    const Reference& reference = *entry;
    if (HasIdentifier(reference)) continue;
    if (!reference.authors.empty() || reference.year != 0) continue;
    const bool titled = !reference.title.empty();
    findings.push_back(
        AtReference(kIncompleteReference, reference,
                    Cat(Quote(titled ? reference.title : reference.text), " has no author",
                        titled ? " and no year" : ", year or title"),
                    titled ? "add who wrote it and when" : "add author, year and title"));
  }
  return findings;
}

}  // namespace

constinit const Rule kIncompleteReference = {
    .name = "incomplete-reference",
    .severity = Severity::kWarning,
    .scope = RuleScope::kDocument,
    .subject = RuleSubject::kHealth,
    .summary = "an entry without author and year",
    .why = "When the address moves, nobody can find the source again, or judge how old it is.",
    .bad = "[^1]: https://example.org/tea",
    .good = "[^1]: Hill, A. (2018). Tea for colds. https://example.org/tea",
    .limits =
        "Left alone: links inside the text or in a page's list of links, and entries with a DOI, "
        "PMID or PMCID.",
    .run = Run,
};

}  // namespace claimgraph
