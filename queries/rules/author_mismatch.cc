// author-mismatch: the marker's names are not the entry's names.

#include <algorithm>

#include "core/text/author_names.h"
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

// "(Hill, 2018)" for Hill, Reed and Marsh: short, and a search still finds it.
bool NamesFirstAlone(const Citation& citation, const Reference& entry) {
  if (citation.authors.size() != 1 || citation.et_al) return false;
  const std::vector<std::string> keys = NameKeys(entry.authors[0].family);
  return std::ranges::find(keys, NameKey(citation.authors[0])) != keys.end();
}

Finding LeftOut(const Citation& citation, const Reference& entry) {
  const bool two = entry.authors.size() == 2 && !entry.et_al;
  Finding finding =
      AtCitation(kAuthorMismatch, citation,
                 two ? Cat(Quote(citation.text), " leaves out ", entry.authors[1].family,
                           ", the second author of its entry")
                     : Cat("\"et al.\" is missing in ", Quote(citation.text), "; its entry is by ",
                           Names(entry)),
                 Cat("write ", Label(entry)));
  finding.severity = Severity::kInfo;
  return finding;
}

std::vector<Finding> Run(const RuleInput& input) {
  std::vector<Finding> findings;
  for (const Citation& citation : input.graph.citations) {
    if (citation.references.empty() || Differs(citation) == nullptr) continue;
    const Reference* entry = FindById(input.graph.references, citation.references[0]);
    if (entry == nullptr || entry->authors.empty()) continue;
    if (NamesFirstAlone(citation, *entry)) {
      findings.push_back(LeftOut(citation, *entry));
      continue;
    }
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
    .limits =
        "Compares family names as printed; accents, hyphens and case are forgiven. The first "
        "author alone, without the others or \"et al.\", is no more than a note.",
    .run = Run,
};

}  // namespace claimgraph
