// Studies that bear on a claim, found by the store's own index of texts: the corpus is
// imported as research records, as `claimgraph import` does.

#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "core/store/graph_store.h"
#include "core/text/search_terms.h"
#include "importers/record_importer.h"
#include "tools/eval/tasks.h"

namespace claimgraph::eval {
namespace {

constexpr std::size_t kMostDocs = 100;

bool ReadCorpus(const char* path, GraphStore* store) {
  std::ifstream file(path);
  std::string line;
  while (std::getline(file, line)) {
    const nlohmann::json row = nlohmann::json::parse(line, nullptr, /*allow_exceptions=*/false);
    if (!row.is_object()) return false;
    RecordEntry entry;
    entry.printed.title = row.value("title", "");
    std::string text;
    for (const auto& sentence : row["sentences"]) text += sentence.get<std::string>() + " ";
    entry.abstract = {{.text = std::move(text)}};
    DocumentGraph graph = ImportRecord(std::move(entry), row.value("id", ""), Format::kRecord);
    if (!store->PutDocument(graph)) return false;
  }
  return file.eof();
}

}  // namespace

int PredictRetrieval(const char* corpus) {
  const std::unique_ptr<GraphStore> store = NewMemoryStore();
  if (!ReadCorpus(corpus, store.get())) return 3;
  std::string line;
  while (std::getline(std::cin, line)) {
    const nlohmann::json row = nlohmann::json::parse(line, nullptr, /*allow_exceptions=*/false);
    if (!row.is_object() || !row.contains("id")) return 3;
    TextQuery query;
    for (std::string& term : SearchTerms(row.value("claim", "")))
      query.push_back({std::move(term)});
    const Result<std::vector<TextHit>> hits = store->SearchTexts(query, kMostDocs);
    if (!hits) return 3;
    nlohmann::json docs = nlohmann::json::array();
    for (const TextHit& hit : *hits) {
      docs.push_back(store->FindDocumentHeader(hit.document)->source);
    }
    std::cout << nlohmann::json({{"id", row.at("id")}, {"docs", std::move(docs)}}).dump() << '\n';
  }
  return 0;
}

}  // namespace claimgraph::eval
