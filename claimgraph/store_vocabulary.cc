#include "claimgraph/store_vocabulary.h"

#include <fmt/format.h>

#include <cstddef>
#include <utility>

#include "claimgraph/files.h"
#include "claimgraph/upkeep.h"
#include "importers/extraction/concept_set.h"

namespace claimgraph {
namespace {

// Above this, one commit to the log would be written twice over.
constexpr std::size_t kMostInLog = std::size_t{64} << 20;

// Documents whose facts were read out of words that are not all stored.
Result<std::size_t> CountRead(const GraphReader& store) {
  std::size_t count = 0;
  for (const std::uint64_t id : store.All(NodeKind::kDocument)) {
    const Result<Document> header = store.FindDocumentHeader(DocumentId{id});
    if (!header) return tl::unexpected(header.error());
    if (header->format == Format::kStudyCard) continue;  // typed in, not read
    const NodeRef document = Node(DocumentId{id});
    count += !store.FirstNeighbours(document, EdgeKind::kHasRecord, Way::kOut, 1).empty();
  }
  return count;
}

}  // namespace

Result<ConceptSetPtr> VocabularyOf(const GraphReader& store) {
  const Result<std::string> text = store.Vocabulary();
  if (!text) return tl::unexpected(text.error());
  Result<ConceptSetPtr> concepts = ParseVocabulary(*text, "the store's vocabulary");
  if (concepts) return concepts;
  return Fail(concepts.error().code,
              concepts.error().message +
                  " (an earlier claimgraph took it; give the store a mended file: "
                  "claimgraph import PATH... --vocabulary FILE --store DIR)");
}

Status TakeVocabulary(const std::string& path, GraphStore* store) {
  const Result<std::string> text = ReadFile(path);
  if (!text) return tl::unexpected(text.error());
  Result<ConceptSetPtr> concepts = ParseVocabulary(*text, path);
  if (!concepts) return tl::unexpected(concepts.error());
  const Result<std::string> stored = store->Vocabulary();
  if (!stored) return tl::unexpected(stored.error());
  if (*text == *stored) return {};
  const Result<std::size_t> read = CountRead(*store);
  if (!read) return tl::unexpected(read.error());
  if (*read > 0) {
    return Fail(
        ErrorCode::kInvalidArgument,
        fmt::format("{}: the abstracts of {} document{} in the store were read with another "
                    "vocabulary; import everything into a new store with this one",
                    path, *read, *read == 1 ? "" : "s"));
  }
  const VocabularyInUse in_use(*std::move(concepts));
  Upkeep upkeep(store);
  store->Hold();
  const Status again = upkeep.ReadAgain().and_then([&] { return store->SetVocabulary(*text); });
  const HeldAs how = store->held() > kMostInLog ? HeldAs::kTables : HeldAs::kCommit;
  const Status released = store->Release(how);
  return again ? released : again;
}

}  // namespace claimgraph
