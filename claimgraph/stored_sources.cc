// Unchanged means: the article still reads as the stored text, and every stored
// entry of a .bib file still stands at its span.

#include "claimgraph/stored_sources.h"

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <system_error>
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

// Nothing where the path is no longer a plain file: opening a pipe would wait for
// ever, and what it held is gone.
std::optional<std::string> ReadAgain(const std::string& path) {
  std::error_code unknown;
  if (!std::filesystem::is_regular_file(path, unknown)) return std::nullopt;
  Result<std::string> bytes = ReadFile(path);
  return bytes ? std::optional<std::string>(std::move(*bytes)) : std::nullopt;
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
  std::optional<std::string> bytes = ReadAgain(document.source);
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
    std::optional<std::string> bytes = ReadAgain(file);
    if (bytes && Holds(*bytes, file, entries)) sources_.emplace(file, std::move(*bytes));
  }
}

}  // namespace claimgraph
