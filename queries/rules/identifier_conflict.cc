// identifier-conflict: one identifier on two different works, or one work with
// two identifiers, in this document or against another of the graph.

#include <unordered_map>

#include "queries/rules/printed_identifiers.h"
#include "queries/rules/rule_list.h"
#include "queries/rules/support.h"

namespace claimgraph {
namespace {

// "Moore (1998)"; where both read the same, the titles.
std::string Which(const Reference& reference, const Reference& other) {
  return Label(reference) == Label(other) && !reference.title.empty() ? Quote(reference.title)
                                                                      : Label(reference);
}

Finding Conflict(const Reference& reference, const PrintedIdentifier& printed,
                 const Reference& other, std::string_view where) {
  const bool two_works = AreTwoWorks(reference, other);
  Finding finding =
      AtReference(kIdentifierConflict, reference,
                  two_works ? Cat(printed.label, " is printed for ", Which(reference, other),
                                  " here and for ", Which(other, reference), " ", where)
                            : Cat(printed.label, " is dated ", std::to_string(reference.year),
                                  " here and ", std::to_string(other.year), " ", where),
                  "look the identifier up and correct the wrong entry");
  if (!two_works) finding.severity = Severity::kWarning;
  if (reference.identifier_span.end > reference.identifier_span.begin) {
    finding.span = reference.identifier_span;
  }
  finding.references.push_back(other.id);
  return finding;
}

std::string SourceOf(const GraphReader& reader, const Reference& other) {
  const Result<Document> document = reader.FindDocumentHeader(other.document);
  return document ? Cat("in ", document->source) : std::string("in another document");
}

std::vector<Finding> Run(const RuleInput& input) {
  std::unordered_map<std::string, const Reference*> first;
  std::vector<Finding> findings;
  for (const Reference& reference : input.graph.references) {
    for (const PrintedIdentifier& printed : PrintedIdentifiers(reference)) {
      const auto [at, is_new] = first.try_emplace(printed.name, &reference);
      if (!is_new && AreAtOdds(reference, *at->second)) {
        findings.push_back(Conflict(reference, printed, *at->second, "in the same document"));
        break;  // one finding an entry: its other identifiers disagree for the same reason
      }
      if (!is_new) continue;  // its first entry has been compared with other documents
      const Anchors anchors = FindAnchors(input.reader, printed.name);
      const Reference* other = anchors.Against(reference.document);
      if (other && AreAtOdds(reference, *other)) {
        findings.push_back(Conflict(reference, printed, *other, SourceOf(input.reader, *other)));
        break;
      }
    }
  }
  return findings;
}

}  // namespace

constinit const Rule kIdentifierConflict = {
    .name = "identifier-conflict",
    .severity = Severity::kError,
    .scope = RuleScope::kGraph,
    .subject = RuleSubject::kAny,
    .summary = "one DOI or PMID printed for two different works or years",
    .why =
        "At most one of the two entries is right, and the other leads readers to a paper that "
        "says something else.",
    .bad =
        "Hill (2018). Tea for colds. PMID: 30000001 ... Reed (2020). Coffee and sleep. PMID: "
        "30000001",
    .good = "Each entry with its own PMID.",
    .limits =
        "Compares entries with each other: here, and with the earliest of another document of the "
        "graph that prints the same; it looks nothing up. Years alone that differ are a warning.",
    .run = Run,
};

}  // namespace claimgraph
