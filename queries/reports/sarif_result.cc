// How a result is made:
//   where        the finding's span, and as related locations its claim, citations and
//                references, those of other documents by their bytes alone
//   which        rule and normalised words, hashed, so that a text which moves keeps
//                its baseline
//   mended how   a replacement only where one sentence can take the place of another
//                without losing a citation or markup; else as words

#include "queries/reports/sarif_result.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "core/appraisal/wording.h"
#include "core/text/ascii.h"
#include "core/text/normalize.h"
#include "core/text/utf8.h"
#include "queries/reports/report.h"
#include "queries/rules/rules.h"
#include "queries/rules/support.h"

namespace claimgraph {
namespace {

// A longer region is shown by its place alone.
constexpr std::uint32_t kMostInSnippet = 4096;

// What a document calls the places that it points into: text that was taken out of a
// word processor's file or a PDF has lines, but no bytes of the file.
bool PointsIntoFile(const Document& document, const std::string& file) {
  return file != document.source ||
         (document.format != Format::kDocx && document.format != Format::kPdf);
}

std::string AsSentence(std::string_view message) {
  std::string text(message);
  if (!text.empty() && !ascii::IsIn(text.back(), ".!?")) text += '.';
  return text;
}

Json Ids(const std::vector<EvidenceLineId>& ids) {
  Json list = Json::array();
  for (const EvidenceLineId id : ids) list.push_back(IdText(id));
  return list;
}

std::size_t RuleIndex(const Rule& rule) {
  return static_cast<std::size_t>(&rule - AllRules().data());
}

// False for "No study here shows that ...", which belongs in a review of the text, not in
// the text.
bool SaysWhatIsKnown(const Claim& claim) {
  return !ascii::Lowered(claim.allowed_wording).starts_with(AllowedWording(0));
}

Json Message(const Finding& finding) {
  const std::string fault = AsSentence(finding.message);
  Json message = {{"text", MessageText(fault)}};
  if (finding.suggestion.empty()) return message;
  const std::string advice = AsSentence(finding.suggestion);
  message["text"] = MessageText(fault + "\nConsider: " + advice);
  message["markdown"] = MessageMarkdown(fault) + "\n\n**Consider:** " + MessageMarkdown(advice);
  return message;
}

}  // namespace

std::string UriReference(std::string_view path) {
  constexpr std::string_view kPlain = "-._~!$'()*+,;=@/";
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const bool plain =
        ascii::IsUpper(c) || ascii::IsLower(c) || ascii::IsDigit(c) || ascii::IsIn(c, kPlain);
    uri += plain ? std::string{c} : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return uri;
}

std::string MessageText(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20 && c != '\n') {
      out += ' ';
      continue;
    }
    if (c == '(' && out.ends_with(']')) out += ' ';
    if (c == '{' || c == '}') out += c;
    out += c;
  }
  return out;
}

std::string MessageMarkdown(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20) {
      out += ' ';
    } else if (c == '<' || c == '>' || c == '&') {
      out += c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&amp;";
    } else {
      if (ascii::IsIn(c, "\\`*_[]()#|~!")) out += '\\';
      if (c == '{' || c == '}') out += c;
      out += c;
    }
  }
  return out;
}

std::string_view SarifLevel(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "error";
    case Severity::kWarning:
      return "warning";
    case Severity::kInfo:
      return "note";
    case Severity::kOff:
      break;
  }
  return "none";
}

Json SarifResults::Result(const Finding& finding) {
  const Claim* claim = FindById(graph_.claims, finding.claim);
  Json result = {{"ruleId", finding.rule}};
  if (const Rule* rule = FindRule(finding.rule)) result["ruleIndex"] = RuleIndex(*rule);
  result["level"] = SarifLevel(finding.severity);
  result["message"] = Message(finding);
  result["locations"] = Json::array({Location(FileOf(finding, graph_.document), finding.span)});
  if (Json related = Related(finding); !related.empty()) {
    result["relatedLocations"] = std::move(related);
  }
  result["partialFingerprints"] = {{"ruleAndWords/v1", Fingerprint(finding, claim)}};
  if (claim != nullptr) {
    if (Json fix = Fix(finding, *claim); !fix.empty()) result["fixes"] = Json::array({fix});
  }
  result["properties"] = Properties(finding, claim);
  return result;
}

Json SarifResults::Notification(const Diagnostic& odd, const std::string& file) {
  Json location = {{"physicalLocation", {{"artifactLocation", {{"uri", UriReference(file)}}}}}};
  if (odd.span != Span{}) location["physicalLocation"]["region"] = Region(file, odd.span);
  return {{"descriptor", {{"id", odd.code}}},
          {"level", "note"},
          {"message", {{"text", MessageText(AsSentence(odd.message))}}},
          {"locations", Json::array({std::move(location)})}};
}

Json SarifResults::Location(const std::string& file, Span span) {
  return {{"physicalLocation",
           {{"artifactLocation", {{"uri", UriReference(file)}}}, {"region", Region(file, span)}}}};
}

Json SarifResults::Region(const std::string& file, Span span) {
  Json region = Json::object();
  const auto source = sources_.find(file);
  const bool at_hand = source != sources_.end();
  if (at_hand) {
    PositionFinder& finder = FinderOf(file, source->second);
    const Position begin = finder.At(span.begin);
    const Position end = finder.At(std::max(span.begin, span.end));
    region = {{"startLine", begin.line},
              {"startColumn", begin.column},
              {"endLine", end.line},
              {"endColumn", end.column}};
  }
  if (!at_hand || PointsIntoFile(graph_.document, file)) {
    region["byteOffset"] = span.begin;
    region["byteLength"] = span.end > span.begin ? span.size() : 0;
  }
  if (at_hand && span.end > span.begin && span.size() <= kMostInSnippet &&
      span.end <= source->second.size()) {
    const std::string_view bytes = std::string_view(source->second).substr(span.begin, span.size());
    // UTF-16 is left to its place; a byte that is not UTF-8 is repaired when it is dumped.
    if (!SniffUtf16(source->second)) region["snippet"] = {{"text", std::string(bytes)}};
  }
  return region;
}

Json SarifResults::Related(const Finding& finding) {
  Json related = Json::array();
  const auto add = [&](Json location, const std::string& words) {
    location["id"] = related.size() + 1;
    location["message"] = {{"text", MessageText(words)}};
    related.push_back(std::move(location));
  };
  for (const CitationId id : finding.citations) {
    if (const Citation* citation = FindById(graph_.citations, id)) {
      add(Location(graph_.document.source, citation->span), "cites " + Quote(citation->text));
    }
  }
  for (const ReferenceId id : finding.references) {
    if (const Reference* own = FindById(graph_.references, id)) {
      add(Location(own->file.empty() ? graph_.document.source : own->file, own->span),
          "the reference " + Label(*own));
      continue;
    }
    const auto other = reader_.FindReference(id);
    if (!other) continue;
    const auto document = reader_.FindDocumentHeader(other->document);
    if (!document) continue;
    add(Location(other->file.empty() ? document->source : other->file, other->span),
        "the reference " + Label(*other) + " of " + document->source);
  }
  return related;
}

// The sentence that the evidence allows, where the finding offers it and it can stand in
// place of the claim as it is: a whole sentence, without markup or a citation inside.
Json SarifResults::Fix(const Finding& finding, const Claim& claim) {
  const Document& document = graph_.document;
  const auto source = sources_.find(document.source);
  const bool offered = claim.allowed_wording.ends_with('.') && SaysWhatIsKnown(claim) &&
                       finding.suggestion.find(claim.allowed_wording) != std::string::npos;
  if (!offered || source == sources_.end() || claim.span.end > source->second.size() ||
      !PointsIntoFile(document, document.source)) {
    return Json::object();
  }
  const std::string_view bytes =
      std::string_view(source->second).substr(claim.span.begin, claim.span.size());
  const bool whole = ascii::Trimmed(SentenceOf(graph_, claim)) == bytes && bytes == claim.text;
  const bool cites = std::ranges::any_of(
      graph_.citations, [&](const Citation& c) { return Overlaps(c.span, claim.span); });
  if (!whole || cites) return Json::object();
  std::string words = claim.allowed_wording;
  if (!bytes.ends_with('.')) words.pop_back();
  Json replacement = {{"deletedRegion", Region(document.source, claim.span)},
                      {"insertedContent", {{"text", std::move(words)}}}};
  return {{"description", {{"text", "Say what the evidence allows."}}},
          {"artifactChanges",
           Json::array({{{"artifactLocation", {{"uri", UriReference(document.source)}}},
                         {"replacements", Json::array({std::move(replacement)})}}})}};
}

Json SarifResults::Properties(const Finding& finding, const Claim* claim) const {
  Json bag = {{"finding", IdText(finding.id)}};
  if (!finding.suggestion.empty()) bag["suggestion"] = finding.suggestion;
  if (claim != nullptr) {
    bag["claim"] = IdText(claim->id);
    bag["claimText"] = claim->text;
    bag["verdict"] = Name(claim->verdict);
    bag["citationStatus"] = Name(claim->citation_status);
    if (!claim->allowed_wording.empty()) bag["allowedWording"] = claim->allowed_wording;
  }
  if (!finding.evidence.empty()) bag["evidence"] = Ids(finding.evidence);
  return bag;
}

std::string SarifResults::Fingerprint(const Finding& finding, const Claim* claim) {
  const std::string key = finding.rule + "\n" + TitleKey(WordsOf(finding, claim));
  const std::uint32_t nth = ++seen_[key];
  return fmt::format("{:016x}:{}", XXH3_64bits(key.data(), key.size()), nth);
}

// What the finding is about, as printed, wherever it stands.
std::string SarifResults::WordsOf(const Finding& finding, const Claim* claim) const {
  if (claim != nullptr) return claim->text;
  std::string words;
  for (const CitationId id : finding.citations) {
    if (const Citation* citation = FindById(graph_.citations, id)) words += citation->text + "\n";
  }
  for (const ReferenceId id : finding.references) {
    if (const Reference* own = FindById(graph_.references, id)) words += own->text + "\n";
  }
  return words.empty() ? finding.message : words;
}

PositionFinder& SarifResults::FinderOf(const std::string& file, std::string_view bytes) {
  return finders_.try_emplace(file, bytes).first->second;
}

}  // namespace claimgraph
