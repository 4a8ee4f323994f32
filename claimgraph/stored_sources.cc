// Unchanged means: the article still reads as the stored text, and every stored
// entry of a .bib file still stands at its span.

#include "claimgraph/stored_sources.h"

#include <map>
#include <set>
#include <utility>

#include "claimgraph/files.h"
#include "importers/formats/bibtex.h"
#include "importers/formats/formats.h"

namespace claimgraph {
namespace {

using Entries = std::set<std::pair<Span, std::string>>;  // where, and the key

bool Holds(std::string_view bib, const std::string& file, const Entries& stored) {
  Entries found;
  for (const Reference& entry : ReadBibtex(bib, file).references) {
    found.emplace(entry.span, entry.key);
  }
  return found == stored;
}

}  // namespace

const Sources& StoredSources::Of(const Document& document) {
  if (document.id == last_) return sources_;
  last_ = document.id;
  sources_.clear();
  if (document.source != "-") AddArticle(document);
  AddBibliographies(document);
  return sources_;
}

void StoredSources::AddArticle(const Document& document) {
  Result<std::string> bytes = ReadFile(document.source);
  if (!bytes || bytes->size() != document.size) return;
  const Result<Document> stored = reader_.FindDocument(document.id);
  if (!stored || ReadDocument(*bytes, document.source).text != stored->text) return;
  sources_.emplace(document.source, std::move(*bytes));
}

void StoredSources::AddBibliographies(const Document& document) {
  std::map<std::string, Entries> stored;
  for (const NodeRef node :
       reader_.Neighbours(Node(document.id), EdgeKind::kHasReference, Way::kOut)) {
    const Result<Reference> entry = reader_.FindReference(ReferenceId{node.id});
    if (entry && !entry->file.empty()) stored[entry->file].emplace(entry->span, entry->key);
  }
  for (const auto& [file, entries] : stored) {
    Result<std::string> bytes = ReadFile(file);
    if (bytes && Holds(*bytes, file, entries)) sources_.emplace(file, std::move(*bytes));
  }
}

}  // namespace claimgraph
