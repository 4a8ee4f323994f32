// circular-support: documents that cite each other, so that the support of each
// is in the end itself.
//
// How it works: the graph says which documents stand in one circle of citations
// with this one (queries/graph_view.h); the references of this document that
// lead to one of them close the circle.

#include <map>

#include "queries/graph_view.h"
#include "queries/rules/rule_list.h"
#include "queries/rules/support.h"

namespace claimgraph {
namespace {

// The circle that `document` stands in; empty if it stands in none.
std::vector<DocumentId> CircleOf(const GraphReader& reader, DocumentId document) {
  for (std::vector<DocumentId>& circle : CitationCircles(reader, {document})) {
    if (std::binary_search(circle.begin(), circle.end(), document)) return std::move(circle);
  }
  return {};
}

std::string Name(const Document& document) {
  return document.title.empty() ? document.source : Quote(document.title);
}

// The works under which others cite the documents of `circle`.
std::map<WorkId, Document> WorksOf(const GraphReader& reader,
                                   const std::vector<DocumentId>& circle) {
  std::map<WorkId, Document> works;
  for (const DocumentId id : circle) {
    const Result<Document> document = reader.FindDocumentHeader(id);
    if (!document) continue;
    for (const NodeRef work : OwnWorks(reader, *document)) {
      works.emplace(WorkId{work.id}, *document);
    }
  }
  return works;
}

std::vector<Finding> Run(const RuleInput& input) {
  const DocumentId own = input.graph.document.id;
  const std::vector<DocumentId> circle = CircleOf(input.reader, own);
  if (circle.empty()) return {};
  const std::map<WorkId, Document> works = WorksOf(input.reader, circle);
  std::vector<Finding> findings;
  for (const Reference& reference : input.graph.references) {
    const auto cited = works.find(reference.work);
    if (cited == works.end()) continue;
    findings.push_back(AtReference(kCircularSupport, reference,
                                   cited->second.id == own
                                       ? Cat(Label(reference), " is this document itself")
                                       : Cat(Label(reference), " is ", Name(cited->second),
                                             ", which in turn rests on this document"),
                                   "cite the study that both go back to"));
  }
  return findings;
}

}  // namespace

constinit const Rule kCircularSupport = {
    .name = "circular-support",
    .severity = Severity::kWarning,
    .scope = RuleScope::kGraph,
    .subject = RuleSubject::kAny,
    .summary = "documents that cite each other in a circle",
    .why = "Each seems to have a source, and no study stands anywhere in the circle.",
    .bad = "Post A cites post B for \"tea cures colds\"; post B cites post A.",
    .good = "Both cite the trial that A and B had in mind.",
    .limits =
        "Sees only documents of the same store that say their own DOI or address; knows one "
        "document by either.",
    .run = Run,
};

}  // namespace claimgraph
