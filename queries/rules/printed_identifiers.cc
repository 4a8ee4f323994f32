#include "queries/rules/printed_identifiers.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/numbered_name.h"
#include "core/text/similarity.h"
#include "queries/rules/support.h"

namespace claimgraph {
namespace {

struct Sort {
  std::string_view prefix;  // of names
  std::string_view label;   // in messages
  std::string Reference::*value;
};
constexpr std::array<Sort, 3> kSorts = {{{"doi:", "DOI ", &Reference::doi},
                                         {"pmid:", "PMID ", &Reference::pmid},
                                         {"pmcid:", "", &Reference::pmcid}}};

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

// Takes `entry` for an anchor where it comes before those that are known.
void Add(Reference entry, Anchors* anchors) {
  std::optional<Reference>& first = anchors->first;
  std::optional<Reference>& second = anchors->second;
  if (!first) {
    first = std::move(entry);
  } else if (entry.document == first->document) {
    if (entry.id < first->id) first = std::move(entry);
  } else if (entry.id < first->id) {
    second = std::exchange(first, std::move(entry));
  } else if (!second || entry.id < second->id) {
    second = std::move(entry);
  }
}

// `entries` of one work, ascending.  The rest of them is later than both anchors once
// two documents have been met, or one that is later than the second anchor.
void AddEntries(const GraphReader& reader, std::string_view name,
                const std::vector<NodeRef>& entries, Anchors* anchors) {
  std::optional<DocumentId> met;
  for (const NodeRef entry : entries) {
    if (anchors->second && ReferenceId{entry.id} > anchors->second->id) return;
    Result<Reference> reference = reader.FindReference(ReferenceId{entry.id});
    if (!reference || !Prints(*reference, name)) continue;
    const DocumentId document = reference->document;
    Add(*std::move(reference), anchors);
    if (met && *met != document) return;
    met = document;
  }
}

}  // namespace

std::vector<PrintedIdentifier> PrintedIdentifiers(const Reference& reference) {
  std::vector<PrintedIdentifier> printed;
  for (const Sort& sort : kSorts) {
    const std::string& value = reference.*sort.value;
    if (!value.empty()) printed.push_back({Cat(sort.prefix, value), Cat(sort.label, value)});
  }
  return printed;
}

bool Prints(const Reference& reference, std::string_view name) {
  return std::ranges::any_of(kSorts, [&](const Sort& sort) {
    return name.starts_with(sort.prefix) && !(reference.*sort.value).empty() &&
           name.substr(sort.prefix.size()) == reference.*sort.value;
  });
}

const Reference* Anchors::Against(DocumentId document) const {
  if (first && first->document != document) return &*first;
  return second ? &*second : nullptr;
}

Anchors FindAnchors(const GraphReader& reader, std::string_view name) {
  Anchors anchors;
  for (const NodeRef work : WorksNamed(reader, name)) {
    AddEntries(reader, name,
               reader.FirstNeighbours(work, EdgeKind::kDescribes, Way::kIn, kEntriesRead),
               &anchors);
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
