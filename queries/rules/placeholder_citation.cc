// placeholder-citation: the text of a link whose address was lost.

#include "queries/rules/rule_list.h"
#include "queries/rules/support.h"

namespace claimgraph {
namespace {

std::vector<Finding> Run(const RuleInput& input) {
  std::vector<Finding> findings;
  for (const Citation& citation : input.graph.citations) {
    if (citation.style != CitationStyle::kPlaceholder) continue;
    const Reference* entry = citation.references.empty()
                                 ? nullptr
                                 : FindById(input.graph.references, citation.references[0]);
    std::string suggestion = "give the link its address, or cite author and year";
    if (entry != nullptr) {
      suggestion = Cat("cite ", Label(*entry), ", which the words before it seem to mean");
    }
    findings.push_back(AtCitation(
        kPlaceholderCitation, citation,
        Cat(Quote(citation.text), " is a link's text without its address: it names no source"),
        std::move(suggestion)));
  }
  return findings;
}

}  // namespace

constinit const Rule kPlaceholderCitation = {
    .name = "placeholder-citation",
    .severity = Severity::kWarning,
    .scope = RuleScope::kDocument,
    .subject = RuleSubject::kHealth,
    .summary = "link text such as \"PubMed\" whose address was lost",
    .why = "It looks like a citation and leads nowhere; copying a page as text does this.",
    .bad = "Tea eased colds in a trial. PubMed",
    .good = "Tea eased colds in a trial (Hill, 2018).",
    .limits = "Which entry was meant is guessed from the words before it, and may be wrong.",
    .run = Run,
};

}  // namespace claimgraph
