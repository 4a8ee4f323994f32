// Which entries of the whole graph print one DOI, PMID or PMCID, and whether they
// can be the same publication.
//
// Each entry is held against one other: the earliest entry of another document
// that prints the same identifier, whatever work either of them leads to.  So what
// an entry is told depends on two entries at most, the identifier's anchors, and
// adding the thousandth citation of a paper changes nothing for the other 999.
//
// Earliest is by ReferenceId: an entry is as old as the import that first brought it
// in this place of its document.  That is all that depends on the order of arrival.
#ifndef CLAIMGRAPH_QUERIES_RULES_PRINTED_IDENTIFIERS_H_
#define CLAIMGRAPH_QUERIES_RULES_PRINTED_IDENTIFIERS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/graph_reader.h"
#include "core/numbered_name.h"
#include "core/reference.h"

namespace claimgraph {

struct PrintedIdentifier {
  std::string name{};   // "doi:10.1/x": what leads to the work
  std::string label{};  // "DOI 10.1/x": as a message calls it
};

// The identifiers that an entry prints: DOI, PMID, PMCID.
std::vector<PrintedIdentifier> PrintedIdentifiers(const Reference& reference);
bool Prints(const Reference& reference, std::string_view name);

// Of the entries that print `name`: the earliest, and the earliest of another
// document than that.  Looks at the first kEntriesRead entries of each work, since
// a work of a million entries may have an identifier that three of them print.
struct Anchors {
  std::optional<Reference> first{};
  std::optional<Reference> second{};

  // What an entry of `document` is held against; null if there is none.
  const Reference* Against(DocumentId document) const;
};
inline constexpr std::size_t kEntriesRead = 50;
Anchors FindAnchors(const GraphReader& reader, std::string_view name);

// True if two entries cannot be one publication, or date it differently.
bool AreAtOdds(const Reference& a, const Reference& b);
// True if more than the year keeps them apart.
bool AreTwoWorks(const Reference& a, const Reference& b);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_RULES_PRINTED_IDENTIFIERS_H_
