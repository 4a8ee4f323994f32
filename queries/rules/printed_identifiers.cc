#include "queries/rules/printed_identifiers.h"

#include <algorithm>

#include "core/text/similarity.h"
#include "queries/rules/support.h"

namespace claimgraph {
namespace {

constexpr double kOtherTitle = 0.6;  // below it, two printings are two works

bool OtherTitles(const Reference& a, const Reference& b) {
  return !a.title.empty() && !b.title.empty() && TitleLikeness(a.title, b.title) < kOtherTitle;
}

bool OtherFirstAuthors(const Reference& a, const Reference& b) {
  return !a.authors.empty() && !b.authors.empty() &&
         !SameName(a.authors[0].family, b.authors[0].family);
}

bool OtherYears(const Reference& a, const Reference& b) {
  return a.year != 0 && b.year != 0 && a.year != b.year;
}

}  // namespace

std::vector<PrintedIdentifier> PrintedIdentifiers(const Reference& reference) {
  std::vector<PrintedIdentifier> printed;
  if (!reference.doi.empty()) printed.push_back({"doi:" + reference.doi, "DOI " + reference.doi});
  if (!reference.pmid.empty()) {
    printed.push_back({"pmid:" + reference.pmid, "PMID " + reference.pmid});
  }
  if (!reference.pmcid.empty()) printed.push_back({"pmcid:" + reference.pmcid, reference.pmcid});
  return printed;
}

bool Prints(const Reference& reference, std::string_view name) {
  return std::ranges::any_of(PrintedIdentifiers(reference),
                             [&](const PrintedIdentifier& p) { return p.name == name; });
}

const Reference* Anchors::Against(DocumentId document) const {
  if (first && first->document != document) return &*first;
  return second ? &*second : nullptr;
}

bool Anchors::Has(DocumentId document) const {
  return (first && first->document == document) || (second && second->document == document);
}

Anchors FindAnchors(const GraphReader& reader, std::string_view name) {
  Anchors anchors;
  const NodeRef work = reader.Named(name);
  if (work.id == 0 || work.kind != NodeKind::kWork) return anchors;
  for (const NodeRef entry :
       reader.FirstNeighbours(work, EdgeKind::kDescribes, Way::kIn, kEntriesRead)) {
    Result<Reference> reference = reader.FindReference(ReferenceId{entry.id});
    if (!reference || !Prints(*reference, name)) continue;
    if (!anchors.first) {
      anchors.first = *std::move(reference);
    } else if (reference->document != anchors.first->document) {
      anchors.second = *std::move(reference);
      break;
    }
  }
  return anchors;
}

bool AreTwoWorks(const Reference& a, const Reference& b) {
  return OtherTitles(a, b) || OtherFirstAuthors(a, b);
}

bool AreAtOdds(const Reference& a, const Reference& b) {
  return OtherTitles(a, b) || (a.title.empty() && OtherFirstAuthors(a, b)) || OtherYears(a, b);
}

}  // namespace claimgraph
