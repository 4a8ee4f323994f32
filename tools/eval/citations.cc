// Citations of an article's paragraphs: a Document is put together from the
// row, its reference strings go through the reference parser, and the
// extraction and linking of the importer do the rest.

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/document.h"
#include "importers/extraction/citations.h"
#include "importers/extraction/references.h"
#include "importers/linking/citation_linker.h"
#include "tools/eval/tasks.h"

namespace claimgraph::eval {
namespace {

// Byte offset of every character, and of the end.
std::vector<std::uint32_t> CharacterOffsets(const std::string& text) {
  std::vector<std::uint32_t> offsets;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) offsets.push_back(i);
  }
  offsets.push_back(static_cast<std::uint32_t>(text.size()));
  return offsets;
}

void AddParagraph(const nlohmann::json& paragraph, Document* document) {
  const std::string text = paragraph.value("text", "");
  const auto begin = static_cast<std::uint32_t>(document->text.size());
  const auto end = begin + static_cast<std::uint32_t>(text.size());
  const std::vector<std::uint32_t> offsets = CharacterOffsets(text);
  document->text += text + "\n";
  document->blocks.push_back({BlockKind::kParagraph, {begin, end}});
  document->sentences.push_back(
      {{begin, end}, static_cast<std::uint32_t>(document->blocks.size() - 1)});
  const auto raised = paragraph.find("sup");
  if (raised == paragraph.end() || !raised->is_array()) return;
  for (const nlohmann::json& pair : *raised) {
    const auto from = pair.at(0).get<std::size_t>(), to = pair.at(1).get<std::size_t>();
    if (from > to || to >= offsets.size()) continue;
    document->marks.push_back(
        {MarkKind::kSuperscript, {begin + offsets[from], begin + offsets[to]}});
  }
}

ReferenceList ReadReferences(const nlohmann::json& rows) {
  ReferenceList list;
  for (const nlohmann::json& row : rows) {
    Reference reference = ParseReference(row.value("raw", ""));
    reference.number = row.value("n", 0);
    list.references.push_back(std::move(reference));
  }
  return list;
}

}  // namespace

nlohmann::json PredictCitations(const nlohmann::json& row) {
  Document document;
  for (const nlohmann::json& paragraph : row.at("paragraphs")) AddParagraph(paragraph, &document);
  document.map = OffsetMap::Identity(static_cast<std::uint32_t>(document.text.size()));
  const nlohmann::json& rows = row.at("references");
  const ReferenceList list = ReadReferences(rows);
  std::vector<Citation> citations = ExtractCitations(document, list, {});
  LinkCitations(document, list.references, &citations);

  std::set<std::pair<std::uint32_t, std::string>> links;
  for (const Citation& citation : citations) {
    const std::uint32_t paragraph = document.sentences[citation.sentence].block;
    for (ReferenceId id : citation.references) {
      links.emplace(paragraph, rows.at(Raw(id) - 1).at("ref_id").get<std::string>());
    }
  }
  return {{"id", row.at("id")}, {"links", links}};
}

}  // namespace claimgraph::eval
