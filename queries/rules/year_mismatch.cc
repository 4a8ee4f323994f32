// year-mismatch: the text says one year, the entry that it means another.

#include "queries/rules/rule_list.h"
#include "queries/rules/support.h"

namespace claimgraph {
namespace {

// Where the authors differ too, the entry is another work: dangling-citation.
bool Differs(const Citation& citation) {
  return HasReason(citation, "year-differs") && !HasReason(citation, "authors-differ");
}

// The year's digits inside the marker; the whole marker where they cannot be found.
Span YearSpan(const Document& document, const Citation& citation) {
  if (citation.text_span.end > document.text.size()) return citation.span;
  const std::string_view words = document.Words(citation.text_span);
  const std::size_t at = words.rfind(std::to_string(citation.year));
  if (at == std::string_view::npos) return citation.span;
  const auto begin = citation.text_span.begin + static_cast<std::uint32_t>(at);
  return document.Source({begin, begin + 4});
}

std::vector<Finding> Run(const RuleInput& input) {
  std::vector<Finding> findings;
  for (const Citation& citation : input.graph.citations) {
    if (citation.year == 0 || citation.references.empty() || !Differs(citation)) continue;
    const Reference* entry = FindById(input.graph.references, citation.references[0]);
    if (entry == nullptr || entry->year == 0 || entry->year == citation.year) continue;
    Finding finding = AtCitation(
        kYearMismatch, citation,
        Cat(Quote(citation.text), " says ", std::to_string(citation.year), ", but its entry, ",
            WhoWrote(*entry), ", is dated ", std::to_string(entry->year)),
        Cat("write ", std::to_string(entry->year), ", or add the work that was meant"));
    finding.span = YearSpan(input.graph.document, citation);
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

constinit const Rule kYearMismatch = {
    .name = "year-mismatch",
    .severity = Severity::kError,
    .scope = RuleScope::kDocument,
    .subject = RuleSubject::kAny,
    .summary = "a citation whose year is not the entry's",
    .why = "Either the year is wrong or another work was meant; the reader cannot know which.",
    .bad = "Hill (2017) found ...  [the list has Hill, A. (2018)]",
    .good = "Hill (2018) found ...",
    .limits =
        "Years up to two apart; further apart, the citation dangles. Does not know which of "
        "the two years is right.",
    .run = Run,
};

}  // namespace claimgraph
