// The order of the steps, and nothing else:
//   bytes -> text and sentences -> reference list -> citations -> claims
//   -> links (citation to reference, claim to citation, reference to work,
//      claim to proposition, proposition to evidence) -> appraisal.

#include "importers/importer.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/text/sentences.h"
#include "importers/extraction/citations.h"
#include "importers/extraction/claims.h"
#include "importers/extraction/profile.h"
#include "importers/extraction/references.h"
#include "importers/extraction/study_design.h"
#include "importers/formats/formats.h"
#include "importers/linking/citation_linker.h"
#include "importers/linking/claim_appraiser.h"
#include "importers/linking/claim_linker.h"
#include "importers/linking/decided_sources.h"
#include "importers/linking/evidence_linker.h"
#include "importers/linking/proposition_builder.h"
#include "importers/linking/record_evidence.h"
#include "importers/linking/record_finder.h"
#include "importers/linking/work_resolver.h"
#include "importers/record_importer.h"

namespace claimgraph {
namespace {

// Blocks that are not bibliography.
std::vector<bool> ProseBlocks(const Document& document, const ReferenceList& list) {
  std::vector<bool> prose(document.blocks.size(), true);
  for (std::size_t i = 0; i < prose.size(); ++i) {
    const TextSpan block = document.blocks[i].span;
    prose[i] = std::ranges::none_of(list.areas, [block](TextSpan area) {
      return area.begin <= block.begin && block.begin < area.end;
    });
  }
  return prose;
}

std::vector<bool> CitedSentences(const Document& document, const std::vector<Citation>& citations) {
  std::vector<bool> cited(document.sentences.size(), false);
  for (const Citation& c : citations) {
    if (c.sentence < cited.size()) cited[c.sentence] = true;
  }
  return cited;
}

// A full text tells what it is: it is its own record.
void AddFront(ArticleFront front, DocumentGraph* graph) {
  const Reference& printed = front.printed;
  if (printed.doi.empty() && printed.pmid.empty() && printed.pmcid.empty()) return;
  RecordEntry entry{.printed = std::move(front.printed), .record = std::move(front.record)};
  for (auto& [label, text] : front.abstract) {
    entry.abstract.push_back({std::move(label), std::move(text)});
  }
  entry.keywords = std::move(front.keywords);
  AddRecord(std::move(entry), graph);
}

// Gives every thing its local id: its position, from 1.
template <typename Id, typename T>
void Number(std::vector<T>* things) {
  for (std::size_t i = 0; i < things->size(); ++i) (*things)[i].id = static_cast<Id>(i + 1);
}

}  // namespace

DocumentGraph ImportDocument(std::string_view bytes, std::string_view source,
                             const std::vector<BibFile>& bibliographies) {
  auto [document, bibliography, front] = ReadMarkedUp(bytes, source);
  document.sentences = FindSentences(document);
  for (const BibFile& bib : bibliographies) {
    bibliography.insert(bibliography.end(), bib.references.begin(), bib.references.end());
  }
  DocumentGraph graph = ExtractDocument(std::move(document), std::move(bibliography));
  AddFront(std::move(front), &graph);
  return graph;
}

DocumentGraph ExtractAgain(const DocumentGraph& graph, const GraphReader* store,
                           const std::vector<Decision>& decisions) {
  std::vector<Reference> bibliography;
  for (const Reference& reference : graph.references) {
    if (!IsMarkedUp(reference)) continue;
    bibliography.push_back(reference);
    bibliography.back().id = {};
    bibliography.back().document = {};
    bibliography.back().work = {};
  }
  Document document = graph.document;
  document.id = {};
  DocumentGraph fresh = ExtractDocument(std::move(document), std::move(bibliography), store, decisions);
  CopyRecords(graph, &fresh);
  return fresh;
}

bool HasRecordsFor(const GraphReader& store, const DocumentGraph& graph) {
  // Most stores have none, and asking for each reference is not free.
  if (store.LastId(NodeKind::kRecord) == 0) return false;
  return std::ranges::any_of(graph.references,
                             [&](const Reference& r) { return HasRecords(store, r); });
}

DocumentGraph ExtractDocument(Document read, std::vector<Reference> bibliography,
                              const GraphReader* store, const std::vector<Decision>& decisions) {
  DocumentGraph graph;
  graph.document = std::move(read);
  const Document& document = graph.document;
  const auto listed = std::stable_partition(
      bibliography.begin(), bibliography.end(),
      [](const Reference& r) { return r.origin != ReferenceOrigin::kList; });
  std::vector<Reference> marked_up(std::make_move_iterator(listed),
                                   std::make_move_iterator(bibliography.end()));
  bibliography.erase(listed, bibliography.end());
  const ReferenceList list = ExtractReferences(document, std::move(marked_up));
  graph.references = list.references;
  std::ranges::move(bibliography, std::back_inserter(graph.references));
  for (Reference& reference : graph.references) reference.design = DesignOfReference(reference);
  Number<ReferenceId>(&graph.references);

  graph.citations = ExtractCitations(document, list, graph.references);
  LinkCitations(document, graph.references, &graph.citations);
  Number<CitationId>(&graph.citations);

  const std::vector<bool> prose = ProseBlocks(document, list);
  const Profile profile = ReadProfile(document, prose);
  std::vector<ExtractedClaim> claims =
      ExtractClaims(document, profile, prose, CitedSentences(document, graph.citations));
  LinkClaims(document, profile, graph.citations, &claims);
  for (const ExtractedClaim& extracted : claims) graph.claims.push_back(extracted.claim);
  Number<ClaimId>(&graph.claims);

  BuildPropositions(claims, &graph);
  DecidedSources decided;
  if (store != nullptr) decided = FindDecidedSources(decisions, *store, &graph);
  ResolveWorks(&graph);
  LinkEvidence(&graph, decided);
  RecordEvidence evidence;
  if (store != nullptr) evidence = JudgeByRecords(*store, &graph, decided);
  AppraiseClaims(claims, evidence, &graph, decided);
  if (store != nullptr) FinishDecidedSources(decided, *store, &graph);
  DecideVerdicts(decisions, &graph);
  return graph;
}

}  // namespace claimgraph
