// Hyperlinks that lead to a source.
//
// The reference list's own addresses are no citations, and neither are the
// credits under a picture.  An identifier in the text ("PMID 123") is as good as
// a link where an entry of the list has it too.

#include "core/text/identifiers.h"
#include "importers/extraction/citations_context.h"

namespace claimgraph {
namespace {

std::string AddressOf(const Identifier& id) {
  switch (id.kind) {
    case IdentifierKind::kDoi:
      return "https://doi.org/" + id.value;
    case IdentifierKind::kPmid:
      return "https://pubmed.ncbi.nlm.nih.gov/" + id.value + "/";
    case IdentifierKind::kPmcid:
      return "https://www.ncbi.nlm.nih.gov/pmc/articles/" + id.value + "/";
    default:
      return {};
  }
}

void FindPrintedIdentifiers(const CitationContext& context, Citations* found) {
  if (context.identifiers.empty()) return;
  for (const ProseRun& run : context.prose) {
    const std::string_view words = context.document.Words(run.span);
    const bool may =
        words.find("PM") != std::string_view::npos || words.find("10.") != std::string_view::npos;
    if (!may) continue;
    for (const Identifier& id : FindIdentifiers(words)) {
      if (context.identifiers.count(id.value) == 0) continue;
      Citation c;
      c.style = CitationStyle::kLink;
      c.text_span = {run.span.begin + id.span.begin, run.span.begin + id.span.end};
      c.url = AddressOf(id);
      if (!c.url.empty()) found->push_back(std::move(c));
    }
  }
}

}  // namespace

Citations FindLinks(const CitationContext& context) {
  Citations found;
  const Document& document = context.document;
  for (const Link& link : document.links) {
    if (link.span.size() == 0 || !context.InProse(link.span) || !IsSourceAddress(link.target))
      continue;
    Citation c;
    c.style = CitationStyle::kLink;
    c.text_span = link.span;
    c.span = link.source;
    c.url = link.target;
    found.push_back(std::move(c));
  }
  FindPrintedIdentifiers(context, &found);
  return found;
}

}  // namespace claimgraph
