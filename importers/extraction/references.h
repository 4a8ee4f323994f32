// Reference lists: where they are, where each entry begins and ends, and what
// each entry says.
//
// Finds lists with or without a heading, numbered or not, in APA, MLA,
// Vancouver and as bare links; footnotes that hold a source; and inline links
// whose target is a source (each such address is a Reference of its own, origin
// kLink).  A disclaimer, a comments tail or an author's biography after the
// list is not a reference.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_REFERENCES_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_REFERENCES_H_

#include <string_view>
#include <vector>

#include "core/document.h"
#include "core/reference.h"

namespace claimgraph {

struct ReferenceList {
  std::vector<Reference> references{};  // in document order; no ids
  std::vector<TextSpan> areas{};        // text that is bibliography, headings included: not prose
  bool numbered = false;                // entries carry printed numbers
};

// `marked_up` are the entries of the list where the format marks them up (JATS); the
// text is then not searched for a list.  A list of claims prints none.
ReferenceList ExtractReferences(const Document& document, std::vector<Reference> marked_up = {});

// One entry's fields.  `entry` is plain text, one entry, with or without a
// leading number.  Spans in the result index `entry`.
Reference ParseReference(std::string_view entry);

// True when an address leads to something that can be evidence: a publisher,
// an index such as PubMed, a DOI, a health body, a news or organisation page.
// False for dictionaries, encyclopaedias, shops, app stores, images, social
// networks, and pages of the site's own navigation.
bool IsSourceAddress(std::string_view url);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_REFERENCES_H_
