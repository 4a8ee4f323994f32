// duplicate-reference: one work that stands in the list twice.

#include <unordered_map>

#include "core/text/normalize.h"
#include "core/text/similarity.h"
#include "queries/rules/rule_list.h"
#include "queries/rules/support.h"

namespace claimgraph {
namespace {

// Lists and .bib files.  A footnote repeats its source by custom, and two links
// to one page are two links.
bool Counts(const Reference& reference) {
  return reference.origin == ReferenceOrigin::kList ||
         reference.origin == ReferenceOrigin::kBibFile;
}

// Keys under which two entries can be the same, strongest first.
std::vector<std::string> KeysOf(const Reference& reference) {
  const std::string where = Cat(reference.file, "\n");
  std::vector<std::string> keys;
  if (!reference.doi.empty()) keys.push_back(Cat(where, "doi:", reference.doi));
  if (!reference.pmid.empty()) keys.push_back(Cat(where, "pmid:", reference.pmid));
  const std::string title = TitleKey(reference.title);
  if (std::count(title.begin(), title.end(), ' ') >= 3 && reference.year != 0) {
    keys.push_back(Cat(where, "title:", title, "|", std::to_string(reference.year)));
  }
  return keys;
}

bool Disagree(const std::string& a, const std::string& b) {
  return !a.empty() && !b.empty() && a != b;
}

// Different titles under one identifier are identifier-conflict's to report;
// one title under two identifiers may be a preprint and its paper.
bool SameWork(const Reference& a, const Reference& b) {
  if (Disagree(a.doi, b.doi) || Disagree(a.pmid, b.pmid)) return false;
  if (a.title.empty() || b.title.empty()) return true;
  if (!a.authors.empty() && !b.authors.empty() &&
      !SameName(a.authors[0].family, b.authors[0].family)) {
    return false;
  }
  return TitleLikeness(a.title, b.title) >= 0.8;
}

std::vector<Finding> Run(const RuleInput& input) {
  std::unordered_map<std::string, const Reference*> first;
  std::vector<Finding> findings;
  for (const Reference& reference : input.graph.references) {
    if (!Counts(reference)) continue;
    const Reference* twin = nullptr;
    for (const std::string& key : KeysOf(reference)) {
      const auto [at, is_new] = first.try_emplace(key, &reference);
      if (!is_new && twin == nullptr && SameWork(*at->second, reference)) twin = at->second;
    }
    if (twin == nullptr) continue;
    Finding finding =
        AtReference(kDuplicateReference, reference,
                    Cat(Label(reference), " stands in the list twice",
                        twin->number > 0 ? Cat(", first as number ", std::to_string(twin->number))
                        : twin->key.empty() ? std::string()
                                            : Cat(", first as ", twin->key)),
                    "keep one entry and point all citations to it");
    finding.references.push_back(twin->id);
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

constinit const Rule kDuplicateReference = {
    .name = "duplicate-reference",
    .severity = Severity::kWarning,
    .scope = RuleScope::kDocument,
    .subject = RuleSubject::kAny,
    .summary = "one work listed twice",
    .why = "One study looks like two, and the list looks longer than its evidence.",
    .bad = "[3] Hill (2018). Tea for colds. ...  [7] Hill (2018). Tea for colds.",
    .good = "One entry, cited twice.",
    .limits =
        "Same DOI, PMID, or title, first author and year. Left alone: repeated footnotes and "
        "links, and entries whose identifiers differ.",
    .run = Run,
};

}  // namespace claimgraph
