#include "queries/reports/suggestions.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string_view>

#include "core/json.h"
#include "core/study.h"
#include "queries/json_writer.h"

namespace claimgraph {
namespace {

bool HasStudies(const SuggestedClaim& claim) {
  return std::ranges::any_of(claim.propositions,
                             [](const SuggestedFor& f) { return !f.studies.empty(); });
}

std::string_view Lacking(const Claim& claim) {
  return claim.citation_status == CitationStatus::kUncited ? Name(claim.citation_status)
                                                           : Name(claim.verdict);
}

// "green tea -> blood pressure (adults)"
std::string Sought(const Proposition& p) {
  std::string words = p.intervention;
  if (!p.outcome.empty()) words += (words.empty() ? "" : " -> ") + p.outcome;
  if (!p.population.empty()) words += fmt::format(" ({})", p.population);
  return words;
}

// "Baker et al. (2017)"; the source of a record without authors.
std::string NameOf(const SuggestedStudy& study) {
  const Record& record = study.record;
  if (record.authors.empty()) return study.source;
  std::string name = record.authors.front().family;
  if (record.authors.size() == 2 && !record.et_al) name += " & " + record.authors[1].family;
  if (record.authors.size() > 2 || record.et_al) name += " et al.";
  return record.year == 0 ? name : fmt::format("{} ({})", name, record.year);
}

std::string Because(const std::vector<SuggestedBecause>& because) {
  std::string words;
  for (const SuggestedBecause& b : because) {
    if (!words.empty()) words += ", ";
    words += b.studied + " (" + b.axis;
    if (!b.direct) words += ", broader than " + b.claimed;
    words += ")";
  }
  return words;
}

// What its record says came out, and whether it still stands.
std::vector<std::string> Outcomes(const EvidenceLine& line) {
  std::vector<std::string> words;
  for (const Reason& reason : line.reasons) {
    if (reason.step == "result" || reason.step == "standing") words.push_back(reason.because);
  }
  return words;
}

void WriteStudy(const SuggestedStudy& study, std::ostream& out) {
  const Record& record = study.record;
  std::string line = fmt::format("  {}: {}", Name(study.line.stance), NameOf(study));
  if (record.design != StudyDesign::kUnknown)
    line += fmt::format(", {}", Description(record.design));
  if (record.n > 0) line += fmt::format(", {} people", record.n);
  out << Printable(line) << " [" << Printable(study.source) << "]\n";
  out << "      " << Printable(record.title) << '\n';
  out << "      names " << Printable(Because(study.because)) << '\n';
  for (const std::string& words : Outcomes(study.line)) out << "      " << Printable(words) << '\n';
}

void WriteFor(const SuggestedFor& suggested, std::ostream& out) {
  const std::string sought = Sought(suggested.proposition);
  if (sought.empty()) {
    out << "  nothing to look for: the claim names no intervention and no outcome\n";
    return;
  }
  out << "  looked for: " << Printable(sought) << '\n';
  if (suggested.studies.empty()) out << "  no study in this store\n";
  for (const SuggestedStudy& study : suggested.studies) WriteStudy(study, out);
}

constexpr std::string_view kNoIndex =
    "this store has no index of its records yet; any `claimgraph import` to it makes one";

Json ToJson(const SuggestedBecause& because) {
  return {{"axis", because.axis},
          {"claimed", because.claimed},
          {"studied", because.studied},
          {"direct", because.direct}};
}

Json ToJson(const SuggestedStudy& study) {
  Json because = Json::array();
  for (const SuggestedBecause& b : study.because) because.push_back(ToJson(b));
  return {{"record", study.source},
          {"name", NameOf(study)},
          {"title", study.record.title},
          {"year", study.record.year == 0 ? Json(nullptr) : Json(study.record.year)},
          {"doi", study.record.doi},
          {"pmid", study.record.pmid},
          {"design", Name(study.record.design)},
          {"n", study.record.n == 0 ? Json(nullptr) : Json(study.record.n)},
          {"stance", Name(study.line.stance)},
          {"because", std::move(because)},
          {"results", Outcomes(study.line)}};
}

Json ToJson(const SuggestedFor& suggested) {
  const Proposition& p = suggested.proposition;
  Json studies = Json::array();
  for (const SuggestedStudy& study : suggested.studies) studies.push_back(ToJson(study));
  return {{"intervention", p.intervention},
          {"direction", Name(p.direction)},
          {"outcome", p.outcome},
          {"population", p.population},
          {"studies", std::move(studies)}};
}

Json ToJson(const SuggestedClaim& suggested, const Sources& sources) {
  const Claim& claim = suggested.claim;
  Json propositions = Json::array();
  for (const SuggestedFor& f : suggested.propositions) propositions.push_back(ToJson(f));
  Json json = {{"source", suggested.file},
               {"text", claim.text},
               {"span", ToJson(claim.span)},
               {"citation_status", Name(claim.citation_status)},
               {"verdict", Name(claim.verdict)},
               {"propositions", std::move(propositions)}};
  const auto source = sources.find(suggested.file);
  if (source != sources.end()) {
    const Position at = PositionFinder(source->second).At(claim.span.begin);
    json["position"] = {{"line", at.line}, {"column", at.column}};
  }
  return json;
}

}  // namespace

void WriteText(const Suggestions& suggestions, const TextOptions& options, std::ostream& out) {
  LineWriter lines(suggestions.sources, options, out);
  std::size_t with = 0;
  for (const SuggestedClaim& suggested : suggestions.claims) {
    if (HasStudies(suggested)) ++with;
    lines.Line(suggested.file, suggested.claim.span.begin, Lacking(suggested.claim),
               fmt::format("\"{}\"", suggested.claim.text));
    for (const SuggestedFor& f : suggested.propositions) WriteFor(f, out);
  }
  if (suggestions.no_index) out << "note: " << kNoIndex << '\n';
  for (const RecordNote& note : suggestions.record_problems) {
    out << Printable(
               fmt::format("{}:{}: note: {}: {}", note.file, note.line, note.code, note.message))
        << '\n';
  }
  if (options.quiet) return;
  const std::size_t all = suggestions.claims.size();
  out << fmt::format(
      "{} claim{} without support: {} with studies, {} with no study in this store; "
      "{} text{} searched\n",
      all, all == 1 ? "" : "s", with, all - with, suggestions.texts,
      suggestions.texts == 1 ? "" : "s");
}

void WriteJson(const Suggestions& suggestions, std::ostream& out) {
  JsonWriter writer(out);
  writer.BeginObject();
  writer.Member("schema", "claimgraph/suggest/1");
  writer.BeginArray("claims");
  for (const SuggestedClaim& claim : suggestions.claims) {
    writer.Element(ToJson(claim, suggestions.sources));
  }
  writer.EndArray();
  if (suggestions.no_index) writer.Member("note", std::string(kNoIndex));
  writer.Member("texts_searched", suggestions.texts);
  writer.EndObject();
}

}  // namespace claimgraph
