// dangling-citation: a marker that leads to no entry.

#include <map>
#include <set>

#include "queries/rules/rule_list.h"
#include "queries/rules/support.h"

namespace claimgraph {
namespace {

constexpr std::size_t kManySlips = 10;

bool NamesEntry(CitationStyle style) {
  switch (style) {
    case CitationStyle::kAuthorYear:
    case CitationStyle::kNumeric:
    case CitationStyle::kSuperscript:
    case CitationStyle::kFootnote:
    case CitationStyle::kPandocKey:
      return true;
    case CitationStyle::kLink:
    case CitationStyle::kPlaceholder:
    case CitationStyle::kNamedSource:
      return false;
  }
  return false;
}

bool ByNumber(CitationStyle style) {
  return style == CitationStyle::kNumeric || style == CitationStyle::kSuperscript;
}

// What the document offers for markers to lead to.
struct List {
  std::set<int> numbers;
  std::set<std::string_view> keys;
  std::multimap<std::string_view, const Reference*> by_family;  // of the first author
  bool exists = false;
};

List ListOf(const DocumentGraph& graph) {
  List list;
  for (const auto& [number, at] : EntriesByNumber(graph.references)) list.numbers.insert(number);
  for (const Reference& reference : graph.references) {
    if (reference.origin == ReferenceOrigin::kLink) continue;
    list.exists = true;
    if (!reference.key.empty()) list.keys.insert(reference.key);
    if (!reference.authors.empty()) list.by_family.emplace(reference.authors[0].family, &reference);
  }
  return list;
}

std::string MissingNumbers(const Citation& citation, const List& list) {
  std::string missing;
  if (citation.references.size() >= citation.numbers.size()) return missing;
  for (const int number : citation.numbers) {
    if (list.numbers.contains(number)) continue;
    missing += Cat(missing.empty() ? "" : ", ", std::to_string(number));
  }
  return missing;
}

std::string MissingKeys(const Citation& citation) {
  std::string missing;
  for (const Reason& reason : citation.reasons) {
    if (reason.rule != "no-such-key") continue;
    missing += Cat(missing.empty() ? "@" : ", @", reason.because);
  }
  return missing;
}

// What a marker that leads to some entries says beside them and leads nowhere.
std::string Missing(const Citation& citation, const List& list) {
  if (citation.style == CitationStyle::kPandocKey) return MissingKeys(citation);
  if (!ByNumber(citation.style) || list.numbers.empty()) return {};
  return MissingNumbers(citation, list);
}

// "; the list ends at 11", "; the list has Moore (1998)", or nothing.
std::string WhatThereIs(const Citation& citation, const List& list) {
  if (ByNumber(citation.style) && !list.numbers.empty()) {
    return Cat("; the list ends at ", std::to_string(*list.numbers.rbegin()));
  }
  if (citation.style == CitationStyle::kAuthorYear && !citation.authors.empty()) {
    const auto near = list.by_family.find(citation.authors[0]);
    if (near != list.by_family.end()) return Cat("; the list has ", Label(*near->second));
  }
  return {};
}

Finding NoEntry(const Citation& citation, const List& list) {
  return AtCitation(kDanglingCitation, citation,
                    Cat(ByNumber(citation.style) ? "citation " : "", Quote(citation.text),
                        " has no entry in the reference list", WhatThereIs(citation, list)),
                    "add the entry, or correct the citation");
}

// "[1]" in a text without any list is an index sooner than a citation.
bool LooksLikeIndices(const std::vector<const Citation*>& markers) {
  std::set<int> numbers;
  for (const Citation* marker : markers) {
    if (!ByNumber(marker->style)) return false;
    numbers.insert(marker->numbers.begin(), marker->numbers.end());
  }
  return numbers.size() < 3;
}

// One cause, one finding: the whole list is missing.
Finding NoList(const std::vector<const Citation*>& markers) {
  const Citation& first = *markers[0];
  const bool keys = first.style == CitationStyle::kPandocKey;
  std::string others;
  if (markers.size() > 1) {
    others = Cat(" and ", Count(markers.size() - 1, "other citation", "other citations"));
  }
  Finding finding =
      AtCitation(kDanglingCitation, first,
                 Cat(Quote(first.text), others, markers.size() > 1 ? " lead" : " leads",
                     keys ? " nowhere: no bibliography file was given"
                          : " nowhere: the document has no reference list"),
                 keys ? "give the .bib file after the draft" : "add the reference list");
  for (std::size_t i = 1; i < markers.size(); ++i) finding.citations.push_back(markers[i]->id);
  return finding;
}

// Another author and another year: no entry, though one may be the nearest.
bool OnlyNear(const Citation& citation) {
  return citation.style == CitationStyle::kAuthorYear && HasReason(citation, "authors-differ") &&
         HasReason(citation, "year-differs");
}

// So many markers lead nowhere that one cause is likelier than many slips.
Finding HalfList(const std::vector<Finding>& each, std::size_t markers) {
  Finding all = each[0];
  all.message = Cat(Count(each.size(), "citation", "citations"), " of ", std::to_string(markers),
                    " have no entry in the reference list, which may be incomplete; the first is ",
                    each[0].message.substr(0, each[0].message.find(" has no entry")));
  all.suggestion = "complete the list, or correct the citations";
  for (std::size_t i = 1; i < each.size(); ++i) {
    all.citations.insert(all.citations.end(), each[i].citations.begin(), each[i].citations.end());
  }
  return all;
}

std::vector<Finding> Run(const RuleInput& input) {
  const List list = ListOf(input.graph);
  std::vector<Finding> findings;
  std::vector<const Citation*> listless;
  std::size_t markers = 0;
  for (const Citation& citation : input.graph.citations) {
    if (!NamesEntry(citation.style)) continue;
    ++markers;
    if (citation.references.empty() || OnlyNear(citation)) {
      if (list.exists) {
        findings.push_back(NoEntry(citation, list));
      } else {
        listless.push_back(&citation);
      }
      continue;
    }
    const std::string missing = Missing(citation, list);
    if (missing.empty()) continue;
    findings.push_back(AtCitation(
        kDanglingCitation, citation,
        Cat("no entry ", missing, " for ", Quote(citation.text), WhatThereIs(citation, list)),
        Cat("add the entry, or correct the ",
            citation.style == CitationStyle::kPandocKey ? "key" : "number")));
  }
  if (findings.size() > kManySlips && findings.size() * 3 > markers) {
    return {HalfList(findings, markers)};
  }
  if (!listless.empty() && !LooksLikeIndices(listless)) findings.push_back(NoList(listless));
  return findings;
}

}  // namespace

constinit const Rule kDanglingCitation = {
    .name = "dangling-citation",
    .severity = Severity::kError,
    .scope = RuleScope::kDocument,
    .subject = RuleSubject::kAny,
    .summary = "a citation that leads to no entry of the reference list",
    .why = "The claim looks supported, and nobody can find by what.",
    .bad = "Tea cures colds (Hill, 2018).  [no Hill among the references]",
    .good =
        "Tea eased colds (Hill, 2018).  Hill, A. (2018). Tea for colds. Journal of Tea, 3, 1-9.",
    .limits =
        "Year or author a little off is year-mismatch or author-mismatch instead; a link "
        "without an address is placeholder-citation. Where a document has no list at all, one "
        "finding stands for all its markers.",
    .run = Run,
};

}  // namespace claimgraph
