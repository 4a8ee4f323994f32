#include "claimgraph/answers.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>

#include "claimgraph/files.h"
#include "claimgraph/stored_sources.h"
#include "core/json.h"
#include "queries/json_writer.h"

namespace claimgraph {
namespace {

std::string Quoted(const Claim& claim) {
  return fmt::format("\"{}\" ({})", claim.text, IdText(claim.id));
}

Json AsJson(const Answer& answer) {
  Json json = {{"document", IdText(answer.document.id)}, {"source", answer.document.source}};
  json["finding"] = answer.finding ? ToJson(*answer.finding) : Json(nullptr);
  json["claim"] = answer.claim ? ToJson(*answer.claim, answer.stated) : Json(nullptr);
  return json;
}

// A document is asked for by any spelling of its path.
Query ByStoredName(const GraphReader& reader, Query query) {
  if (query.document.empty() || reader.Named("source:" + query.document).id != 0) return query;
  std::string stored = DocumentPath(query.document);
  if (reader.Named("source:" + stored).id != 0) query.document = std::move(stored);
  return query;
}

}  // namespace

Status WriteAnswers(const GraphReader& reader, const Query& query, const TextOptions& options,
                    std::ostream& out) {
  StoredSources sources(reader);
  std::optional<LineWriter> lines;  // of one document
  DocumentId document{};
  std::size_t count = 0;
  Status asked = Ask(reader, ByStoredName(reader, query), [&](const Answer& answer) {
    if (!lines || document != answer.document.id) {
      document = answer.document.id;
      lines.emplace(sources.Of(answer.document), options, out);
    }
    ++count;
    if (answer.finding) return lines->Write(*answer.finding, answer.document);
    lines->Line(answer.document.source, answer.claim->span.begin, Name(answer.claim->verdict),
                Quoted(*answer.claim));
    lines->Suggestion(answer.claim->allowed_wording);
  });
  if (asked && !options.quiet) {
    out << fmt::format("{} answer{}\n", count, count == 1 ? "" : "s");
  }
  return asked;
}

Status WriteAnswersJson(const GraphReader& reader, const Query& query, std::ostream& out) {
  JsonWriter writer(out);
  writer.BeginObject();
  writer.Member("schema", "claimgraph/query/1");
  writer.Member("subjects", query.subjects);
  writer.BeginArray("answers");
  std::size_t count = 0;
  const Status asked = Ask(reader, ByStoredName(reader, query), [&](const Answer& answer) {
    writer.Element(AsJson(answer));
    ++count;
  });
  writer.EndArray();
  writer.Member("count", count);
  writer.EndObject();
  return asked;
}

}  // namespace claimgraph
