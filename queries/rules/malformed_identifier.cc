// malformed-identifier: a DOI, PMID or the like that cannot be one.

#include "core/text/identifiers.h"
#include "queries/rules/rule_list.h"
#include "queries/rules/support.h"

namespace claimgraph {
namespace {

// The fault's own bytes where the entry's text is what the document shows,
// markup and all; else the whole entry.
Span FaultSpan(const DocumentGraph& graph, const Reference& reference, TextSpan fault) {
  if (!reference.file.empty()) return reference.span;
  const std::uint32_t begin = graph.document.map.TextAt(reference.span.begin);
  const std::uint32_t size = static_cast<std::uint32_t>(reference.text.size());
  if (begin + size > graph.document.text.size()) return reference.span;
  if (graph.document.Words({begin, begin + size}) != reference.text) return reference.span;
  return graph.document.Source({begin + fault.begin, begin + fault.end});
}

std::vector<Finding> Run(const RuleInput& input) {
  std::vector<Finding> findings;
  for (const Reference& reference : input.graph.references) {
    if (reference.origin == ReferenceOrigin::kLink) continue;
    for (const IdentifierFault& fault : FindIdentifierFaults(reference.text)) {
      Finding finding = AtReference(kMalformedIdentifier, reference,
                                    Cat(Quote(Slice(reference.text, fault.span)), " in ",
                                        Label(reference), " cannot be right: ", fault.why),
                                    "copy the identifier from the publication again");
      finding.span = FaultSpan(input.graph, reference, fault.span);
      findings.push_back(std::move(finding));
    }
  }
  return findings;
}

}  // namespace

constinit const Rule kMalformedIdentifier = {
    .name = "malformed-identifier",
    .severity = Severity::kWarning,
    .scope = RuleScope::kDocument,
    .subject = RuleSubject::kAny,
    .summary = "a DOI or PMID that cannot be one",
    .why = "The one thing meant to lead straight to the source leads nowhere.",
    .bad = "Hill, A. (2018). Tea for colds. https://doi.org/10.55/",
    .good = "Hill, A. (2018). Tea for colds. https://doi.org/10.5555/tea.2018.3",
    .limits = "Looks at form only; whether an identifier exists is not looked up.",
    .run = Run,
};

}  // namespace claimgraph
