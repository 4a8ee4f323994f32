#include "queries/reports/sarif.h"

#include <fmt/format.h>

#include <cassert>
#include <nlohmann/json.hpp>
#include <ostream>
#include <set>
#include <string_view>
#include <utility>

#include "queries/json_writer.h"
#include "queries/reports/sarif_result.h"
#include "queries/rules/rules.h"

namespace claimgraph {
namespace {

constexpr std::string_view kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

std::string Capitalised(std::string_view summary) {
  std::string text(summary);
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() -= 'a' - 'A';
  if (!text.ends_with('.')) text += '.';
  return text;
}

std::string HelpMarkdown(const Rule& rule) {
  return fmt::format("{}\n\n- Bad: {}\n- Good: {}\n\n{}\n", MessageMarkdown(rule.why),
                     MessageMarkdown(rule.bad), MessageMarkdown(rule.good),
                     MessageMarkdown(rule.limits));
}

// What GitHub sorts alerts by.
std::string_view ProblemSeverity(Severity severity) {
  return severity == Severity::kInfo ? "recommendation" : Name(severity);
}

Json Descriptor(const Rule& rule) {
  const bool health = rule.subject == RuleSubject::kHealth;
  return {{"id", rule.name},
          {"shortDescription", {{"text", MessageText(Capitalised(rule.summary))}}},
          {"fullDescription", {{"text", MessageText(rule.why)}}},
          {"help", {{"text", MessageText(RulePage(rule))}, {"markdown", HelpMarkdown(rule)}}},
          {"defaultConfiguration", {{"level", SarifLevel(rule.severity)}}},
          {"properties",
           {{"problem.severity", ProblemSeverity(rule.severity)},
            {"looksAt", rule.scope == RuleScope::kDocument ? "document" : "graph"},
            {"tags", health ? Json::array({"evidence", "health"}) : Json::array({"evidence"})}}}};
}

void WriteTool(JsonWriter* writer) {
  writer->BeginObject("tool");
  writer->BeginObject("driver");
  writer->Member("name", "claimgraph");
  writer->Member("version", CLAIMGRAPH_VERSION);
  writer->Member("semanticVersion", CLAIMGRAPH_VERSION);
  writer->BeginArray("rules");
  for (const Rule& rule : AllRules()) writer->Element(Descriptor(rule));
  writer->EndArray();
  writer->EndObject();
  writer->EndObject();
}

// Empty: a format without a registered type.
std::string_view MimeType(Format format) {
  switch (format) {
    case Format::kPlainText:
      return "text/plain";
    case Format::kMarkdown:
      return "text/markdown";
    case Format::kHtml:
      return "text/html";
    case Format::kJats:
      return "application/xml";
    case Format::kDocx:
      return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    case Format::kPdf:
      return "application/pdf";
    case Format::kClaimList:
      return "application/json";
    default:
      return {};
  }
}

Json RecordNotification(const RecordNote& note) {
  Json place = {{"artifactLocation", {{"uri", UriReference(note.file)}}}};
  if (note.line != 0) place["region"] = {{"startLine", note.line}};
  return {{"descriptor", {{"id", note.code}}},
          {"level", "note"},
          {"message", {{"text", MessageText(note.record + ": " + note.message)}}},
          {"locations", Json::array({{{"physicalLocation", std::move(place)}}})}};
}

Status ReportArtifacts(const Report& report, const SarifParts::Take& take) {
  std::set<std::string_view> told;
  for (const CheckedDocument& document : report.documents) {
    told.insert(document.graph.document.source);
    take(SarifArtifact(document.graph.document));
  }
  for (const auto& [file, bytes] : report.sources) {
    if (told.insert(file).second) take(SarifBibliography(file));
  }
  return {};
}

Status ReportNotifications(const Report& report, const GraphReader& reader,
                           const SarifParts::Take& take) {
  for (const RecordNote& note : report.record_problems) take(RecordNotification(note));
  for (const auto& [graph, beside, fail_on] : report.documents) {
    SarifResults pieces(reader, graph, report.sources);
    for (const Diagnostic& odd : graph.document.diagnostics) {
      take(pieces.Notification(odd, graph.document.source));
    }
    for (const auto& [file, odd] : beside) take(pieces.Notification(odd, file));
  }
  return {};
}

}  // namespace

Json SarifArtifact(const Document& document) {
  Json artifact = {{"location", {{"uri", UriReference(document.source)}}},
                   {"length", document.size},
                   {"roles", Json::array({"analysisTarget"})}};
  if (const std::string_view type = MimeType(document.format); !type.empty()) {
    artifact["mimeType"] = type;
  }
  return artifact;
}

Json SarifBibliography(const std::string& file) {
  return {{"location", {{"uri", UriReference(file)}}},
          {"roles", Json::array({"referencedOnCommandLine"})}};
}

Status WriteSarifRun(const SarifParts& parts, const SarifOutcome& outcome, std::ostream& out) {
  JsonWriter writer(out);
  const auto list = [&](std::string_view name, const auto& part) {
    writer.BeginArray(name);
    Status written = part([&](const Json& json) { writer.Element(json); });
    if (written) writer.EndArray();
    return written;
  };
  writer.BeginObject();
  writer.Member("$schema", kSchema);
  writer.Member("version", "2.1.0");
  writer.BeginArray("runs");
  writer.BeginObject();
  WriteTool(&writer);
  writer.Member("columnKind", "unicodeCodePoints");
  writer.Member("newlineSequences", Json::array({"\r\n", "\n", "\r"}));
  if (Status written = list("artifacts", parts.artifacts); !written) return written;
  if (Status written = list("results", parts.results); !written) return written;
  writer.BeginArray("invocations");
  writer.BeginObject();
  writer.Member("executionSuccessful", outcome.successful);
  if (outcome.exit_code) writer.Member("exitCode", *outcome.exit_code);
  if (Status written = list("toolExecutionNotifications", parts.notifications); !written) {
    return written;
  }
  writer.EndObject();
  writer.EndArray();
  writer.EndObject();
  writer.EndArray();
  writer.EndObject();
  return {};
}

void WriteSarif(const Report& report, const GraphReader& reader, const SarifOutcome& outcome,
                std::ostream& out) {
  using Take = SarifParts::Take;
  const SarifParts parts = {
      .artifacts = [&](const Take& take) { return ReportArtifacts(report, take); },
      .results = [&](const Take& take) -> Status {
        for (const CheckedDocument& document : report.documents) {
          SarifResults pieces(reader, document.graph, report.sources);
          for (const Finding& finding : document.graph.findings) take(pieces.Result(finding));
        }
        return {};
      },
      .notifications = [&](const Take& take) { return ReportNotifications(report, reader, take); }};
  const Status written = WriteSarifRun(parts, outcome, out);
  assert(written);  // a report is in memory: nothing above can fail
  (void)written;
}

}  // namespace claimgraph
