#include "queries/reports/json.h"

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/json.h"
#include "queries/json_writer.h"

namespace claimgraph {
namespace {

template <typename T>
void WriteList(std::string_view key, const std::vector<T>& things, JsonWriter* writer) {
  writer->BeginArray(key);
  for (const T& thing : things) writer->Element(ToJson(thing));
  writer->EndArray();
}

// Claims name their propositions by id; ids ascend within the graph.
std::vector<Proposition> StatedBy(const Claim& claim, const std::vector<Proposition>& all) {
  std::vector<Proposition> stated;
  for (const PropositionId id : claim.propositions) {
    const auto found = std::ranges::lower_bound(all, id, {}, &Proposition::id);
    if (found != all.end() && found->id == id) stated.push_back(*found);
  }
  return stated;
}

void WriteClaims(const DocumentGraph& graph, JsonWriter* writer) {
  std::vector<Proposition> propositions = graph.propositions;
  std::ranges::sort(propositions, {}, &Proposition::id);
  writer->BeginArray("claims");
  for (const Claim& claim : graph.claims) {
    writer->Element(ToJson(claim, StatedBy(claim, propositions)));
  }
  writer->EndArray();
}

// Findings with the line and column that the text report would print.
void WriteFindings(const DocumentGraph& graph, const Sources& sources, JsonWriter* writer) {
  std::map<std::string_view, PositionFinder> finders;
  writer->BeginArray("findings");
  for (const Finding& finding : graph.findings) {
    Json json = ToJson(finding);
    const auto source = sources.find(FileOf(finding, graph.document));
    if (source != sources.end()) {
      auto& finder = finders.try_emplace(source->first, source->second).first->second;
      const Position at = finder.At(finding.span.begin);
      json["position"] = {{"line", at.line}, {"column", at.column}};
    }
    writer->Element(json);
  }
  writer->EndArray();
}

void WriteDiagnostics(const CheckedDocument& checked, JsonWriter* writer) {
  writer->BeginArray("diagnostics");
  for (const Diagnostic& odd : checked.graph.document.diagnostics) writer->Element(ToJson(odd));
  for (const auto& [file, odd] : checked.beside) {
    Json json = ToJson(odd);
    json["file"] = file;
    writer->Element(json);
  }
  writer->EndArray();
}

void WriteDocument(const CheckedDocument& checked, const Sources& sources, JsonWriter* writer) {
  const DocumentGraph& graph = checked.graph;
  writer->BeginObject();
  const Json header = ToJson(graph.document);
  for (const auto& [key, value] : header.items()) writer->Member(key, value);
  WriteClaims(graph, writer);
  WriteList("citations", graph.citations, writer);
  WriteList("references", graph.references, writer);
  WriteList("works", graph.works, writer);
  WriteList("evidence_lines", graph.evidence_lines, writer);
  WriteFindings(graph, sources, writer);
  WriteDiagnostics(checked, writer);
  writer->EndObject();
}

// An empty map would become null.
template <typename Map>
Json Counts(const Map& counts) {
  Json json = Json::object();
  for (const auto& [name, count] : counts) json[std::string(name)] = count;
  return json;
}

}  // namespace

void WriteJson(const Report& report, std::ostream& out) {
  JsonWriter writer(out);
  writer.BeginObject();
  writer.Member("schema", "claimgraph/check/1");
  writer.BeginArray("documents");
  for (const CheckedDocument& document : report.documents) {
    WriteDocument(document, report.sources, &writer);
  }
  writer.EndArray();
  if (!report.record_problems.empty()) {
    writer.BeginArray("record_problems");
    for (const RecordNote& note : report.record_problems) {
      writer.Element({{"file", note.file},
                      {"line", note.line},
                      {"record", note.record},
                      {"code", note.code},
                      {"message", note.message}});
    }
    writer.EndArray();
  }
  const Summary sum = Summarise(report);
  writer.Member("summary", {{"claims", sum.claims},
                            {"by_verdict", Counts(sum.by_verdict)},
                            {"by_rule", Counts(sum.by_rule)},
                            {"by_severity", Counts(sum.by_severity)}});
  writer.EndObject();
}

}  // namespace claimgraph
