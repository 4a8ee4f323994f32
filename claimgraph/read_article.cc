#include "claimgraph/read_article.h"

#include <fmt/format.h>
#include <xxhash.h>

#include "importers/importer.h"

namespace claimgraph {
namespace {

std::string Hash(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits_withSeed(bytes.data(), bytes.size(), kMethodVersion);
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace

std::string ArticleHash(std::string_view bytes, const Beside& beside) {
  std::string hash = Hash(bytes);
  if (beside.files.empty()) return hash;
  for (const BibliographyPtr& bibliography : beside.files) hash += Hash(bibliography->bytes);
  return Hash(hash);
}

DocumentGraph ReadArticle(std::string_view bytes, const std::string& path, const Beside& beside) {
  std::vector<BibFile> files;
  for (const BibliographyPtr& bibliography : beside.files) files.push_back(bibliography->file);
  DocumentGraph graph = ImportDocument(bytes, path, files);
  graph.document.hash = ArticleHash(bytes, beside);
  auto& diagnostics = graph.document.diagnostics;
  diagnostics.insert(diagnostics.end(), beside.diagnostics.begin(), beside.diagnostics.end());
  return graph;
}

}  // namespace claimgraph
