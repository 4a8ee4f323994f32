// author-mismatch: the marker's names are not the entry's names.

#include "queries/rules/rule_list.h"
#include "queries/rules/support.h"

namespace claimgraph {
namespace {

const Reason* Differs(const Citation& citation) {
  if (HasReason(citation, "year-differs"))
    return nullptr;  // one fault a marker: year-mismatch or dangling-citation
  for (const Reason& reason : citation.reasons) {
    if (reason.rule == "authors-differ" || reason.rule == "name-differs") return &reason;
  }
  return nullptr;
}

std::string Names(const Reference& entry) {
  constexpr std::size_t kShown = 3;
  std::string names;
  for (std::size_t i = 0; i < std::min(kShown, entry.authors.size()); ++i) {
    const bool last = i + 1 == entry.authors.size();
    names += Cat(i == 0 ? "" : last ? " and " : ", ", entry.authors[i].family);
  }
  if (entry.authors.size() > kShown) {
    names += Cat(" and ", Count(entry.authors.size() - kShown, "other", "others"));
  } else if (entry.et_al) {
    names += " et al.";
  }
  return names;
}

std::vector<Finding> Run(const RuleInput& input) {
  std::vector<Finding> findings;
  for (const Citation& citation : input.graph.citations) {
    if (citation.references.empty() || Differs(citation) == nullptr) continue;
    const Reference* entry = FindById(input.graph.references, citation.references[0]);
    if (entry == nullptr || entry->authors.empty()) continue;
    findings.push_back(
        AtCitation(kAuthorMismatch, citation,
                   Cat(Quote(citation.text), " names other authors than its entry, which is by ",
                       Names(*entry)),
                   Cat("write ", Label(*entry), ", or add the work that was meant")));
  }
  return findings;
}

}  // namespace

constinit const Rule kAuthorMismatch = {
    .name = "author-mismatch",
    .severity = Severity::kWarning,
    .scope = RuleScope::kDocument,
    .subject = RuleSubject::kAny,
    .summary = "a citation whose authors are not the entry's",
    .why = "Credit goes to the wrong people, and a search for the work finds nothing.",
    .bad = "(Hill & Reed, 2018)  [the list has Hill, Reed and Marsh]",
    .good = "(Hill et al., 2018)",
    .limits = "Compares family names as printed; accents, hyphens and case are forgiven.",
    .run = Run,
};

}  // namespace claimgraph
