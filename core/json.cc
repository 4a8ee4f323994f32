// One function per noun, each a list of its fields in the documented order.
// The helpers turn absence into JSON: an unset id or a zero year is null.

#include "core/json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

namespace claimgraph {
namespace {

constexpr std::array<std::pair<NodeKind, char>, 12> kLetters = {{
    {NodeKind::kDocument, 'd'},
    {NodeKind::kClaim, 'c'},
    {NodeKind::kCitation, 'x'},
    {NodeKind::kReference, 'r'},
    {NodeKind::kWork, 'w'},
    {NodeKind::kStudy, 's'},
    {NodeKind::kProposition, 'p'},
    {NodeKind::kEvidenceLine, 'e'},
    {NodeKind::kFinding, 'f'},
    {NodeKind::kRecord, 'b'},
    {NodeKind::kResult, 'o'},
    {NodeKind::kDecision, 'n'},
}};

template <typename Id>
Json IdOrNull(Id id) {
  return IsSet(id) ? Json(IdText(id)) : Json(nullptr);
}

template <typename Id>
Json Ids(const std::vector<Id>& ids) {
  Json list = Json::array();
  for (const Id id : ids) list.push_back(IdText(id));
  return list;
}

Json NumberOrNull(int value) { return value == 0 ? Json(nullptr) : Json(value); }

template <typename T>
Json OrNull(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json CueTexts(const std::vector<Cue>& cues) {
  Json list = Json::array();
  for (const Cue& cue : cues) list.push_back(cue.text);
  return list;
}

template <typename T>
Json List(const std::vector<T>& things) {
  Json list = Json::array();
  for (const T& thing : things) list.push_back(ToJson(thing));
  return list;
}

Json Authors(const std::vector<Author>& authors) {
  Json list = Json::array();
  for (const Author& author : authors) {
    list.push_back({{"family", author.family}, {"given", author.given}});
  }
  return list;
}

// A compound's propositions as one: what they share, and every outcome.
Json Merged(std::span<const Proposition> stated) {
  Proposition all;
  std::vector<std::string> outcomes;
  for (const Proposition& p : stated) {
    if (all.intervention.empty()) all.intervention = p.intervention;
    if (all.direction == Direction::kUnstated) all.direction = p.direction;
    if (all.population.empty()) all.population = p.population;
    if (all.comparator.empty()) all.comparator = p.comparator;
    if (!p.outcome.empty() && std::ranges::find(outcomes, p.outcome) == outcomes.end()) {
      outcomes.push_back(p.outcome);
    }
  }
  return {{"intervention", all.intervention},
          {"direction", Name(all.direction)},
          {"outcomes", outcomes},
          {"population", all.population},
          {"comparator", all.comparator}};
}

}  // namespace

std::string IdText(NodeRef node) {
  const auto* row = std::ranges::find(kLetters, node.kind, &std::pair<NodeKind, char>::first);
  return row->second + std::to_string(node.id);
}

std::optional<NodeRef> ParseId(std::string_view text) {
  if (text.size() < 2) return std::nullopt;
  const auto* row = std::ranges::find(kLetters, text[0], &std::pair<NodeKind, char>::second);
  if (row == kLetters.end()) return std::nullopt;
  NodeRef node{row->first, 0};
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data() + 1, end, node.id);
  if (error != std::errc() || stop != end || node.id == 0) return std::nullopt;
  return node;
}

Json ToJson(Span span) { return {{"begin", span.begin}, {"end", span.end}}; }

Json ToJson(const Reason& reason) {
  return {{"step", reason.step},
          {"rule", reason.rule},
          {"change", reason.change},
          {"because", reason.because}};
}

Json ToJson(const Effect& e) {
  Json ci = nullptr;
  if (e.ci_low || e.ci_high) ci = Json::array({OrNull(e.ci_low), OrNull(e.ci_high)});
  return {{"measure", Name(e.measure)}, {"value", e.value},      {"ci", std::move(ci)},
          {"p", OrNull(e.p)},           {"n", OrNull(e.n)},      {"k", OrNull(e.k)},
          {"i2", OrNull(e.i2)},         {"span", ToJson(e.span)}};
}

Json ToJson(const Proposition& p) {
  return {{"id", IdOrNull(p.id)},           {"intervention", p.intervention},
          {"direction", Name(p.direction)}, {"outcome", p.outcome},
          {"population", p.population},     {"comparator", p.comparator}};
}

Json ToJson(const Claim& c, std::span<const Proposition> stated) {
  Json propositions = Json::array();
  for (const Proposition& p : stated) propositions.push_back(ToJson(p));
  return {{"id", IdOrNull(c.id)},
          {"span", ToJson(c.span)},
          {"text", c.text},
          {"kind", Name(c.kind)},
          {"proposition", Merged(stated)},
          {"propositions", std::move(propositions)},
          {"strength", Name(c.strength)},
          {"certainty", Name(c.certainty)},
          {"negated", c.negated},
          {"attributed", c.attributed},
          {"attribution", c.attribution},
          {"confidence", c.confidence},
          {"hedges", CueTexts(c.hedges)},
          {"boosters", CueTexts(c.boosters)},
          {"causal_cues", CueTexts(c.causal_cues)},
          {"magnitudes", CueTexts(c.magnitudes)},
          {"effects", List(c.effects)},
          {"citations", Ids(c.citations)},
          {"citation_status", Name(c.citation_status)},
          {"verdict", Name(c.verdict)},
          {"allowed_wording", c.allowed_wording},
          {"reasons", List(c.reasons)}};
}

Json ToJson(const Citation& c) {
  return {{"id", IdOrNull(c.id)},
          {"span", ToJson(c.span)},
          {"text", c.text},
          {"style", Name(c.style)},
          {"authors", c.authors},
          {"et_al", c.et_al},
          {"year", NumberOrNull(c.year)},
          {"year_suffix", c.year_suffix},
          {"numbers", c.numbers},
          {"keys", c.keys},
          {"url", c.url},
          {"references", Ids(c.references)},
          {"score", c.score},
          {"reasons", List(c.reasons)}};
}

Json ToJson(const Reference& r) {
  Json json = {{"id", IdOrNull(r.id)}, {"span", ToJson(r.span)}};
  if (!r.file.empty()) json["file"] = r.file;
  json.update({{"text", r.text},
               {"origin", Name(r.origin)},
               {"number", NumberOrNull(r.number)},
               {"key", r.key},
               {"authors", Authors(r.authors)},
               {"et_al", r.et_al},
               {"year", NumberOrNull(r.year)},
               {"year_suffix", r.year_suffix},
               {"title", r.title},
               {"container", r.container},
               {"volume", r.volume},
               {"issue", r.issue},
               {"pages", r.pages},
               {"publisher", r.publisher},
               {"doi", r.doi},
               {"pmid", r.pmid},
               {"pmcid", r.pmcid},
               {"url", r.url},
               {"design", Name(r.design)},
               {"work", IdOrNull(r.work)}});
  return json;
}

Json ToJson(const Work& w) {
  return {{"id", IdOrNull(w.id)},
          {"names", w.names},
          {"title", w.title},
          {"authors", Authors(w.authors)},
          {"year", NumberOrNull(w.year)},
          {"container", w.container},
          {"doi", w.doi},
          {"pmid", w.pmid},
          {"pmcid", w.pmcid},
          {"url", w.url},
          {"design", Name(w.design)},
          {"standing", Name(w.standing)}};
}

Json ToJson(const EvidenceLine& e) {
  return {{"id", IdOrNull(e.id)},
          {"claim", IdOrNull(e.claim)},
          {"proposition", IdOrNull(e.proposition)},
          {"citation", IdOrNull(e.citation)},
          {"reference", IdOrNull(e.reference)},
          {"work", IdOrNull(e.work)},
          {"stance", Name(e.stance)},
          {"role", Name(e.role)},
          {"design", Name(e.design)},
          {"directness",
           {{"population", Name(e.population)},
            {"intervention", Name(e.intervention)},
            {"comparator", Name(e.comparator)},
            {"outcome", Name(e.outcome)}}},
          {"certainty", NumberOrNull(e.certainty)},
          {"study", e.study.empty() ? Json(nullptr) : Json(e.study)},
          {"record", e.record.empty() ? Json(nullptr) : Json(e.record)},
          {"reasons", List(e.reasons)}};
}

Json ToJson(const Finding& f) {
  Json json = {{"id", IdOrNull(f.id)},
               {"rule", f.rule},
               {"severity", Name(f.severity)},
               {"span", ToJson(f.span)}};
  if (!f.file.empty()) json["file"] = f.file;
  json.update({{"message", f.message},
               {"claim", IdOrNull(f.claim)},
               {"citations", Ids(f.citations)},
               {"references", Ids(f.references)},
               {"evidence", Ids(f.evidence)},
               {"suggestion", f.suggestion}});
  return json;
}

Json ToJson(const Record& r) {
  Json facts = Json::array();
  for (const Fact& f : r.facts) {
    facts.push_back({{"kind", Name(f.kind)}, {"value", f.value}, {"confidence", f.confidence}});
  }
  Json notices = Json::array();
  for (const StandingNotice& n : r.notices) {
    notices.push_back({{"standing", Name(n.standing)},
                       {"date", n.date},
                       {"reason", n.reason},
                       {"notice", n.notice}});
  }
  Json risk_of_bias = Json::array();
  for (const BiasJudgement& b : r.risk_of_bias) {
    risk_of_bias.push_back({{"domain", b.domain}, {"judgement", Name(b.judgement)}});
  }
  return {{"id", IdOrNull(r.id)},
          {"work", IdOrNull(r.work)},
          {"study", IdOrNull(r.study)},
          {"design", Name(r.design)},
          {"n", r.n == 0 ? Json(nullptr) : Json(r.n)},
          {"title", r.title},
          {"authors", Authors(r.authors)},
          {"et_al", r.et_al},
          {"year", NumberOrNull(r.year)},
          {"container", r.container},
          {"volume", r.volume},
          {"issue", r.issue},
          {"pages", r.pages},
          {"doi", r.doi},
          {"pmid", r.pmid},
          {"pmcid", r.pmcid},
          {"publication_types", r.publication_types},
          {"headings", r.headings},
          {"facts", std::move(facts)},
          {"notices", std::move(notices)},
          {"risk_of_bias", std::move(risk_of_bias)},
          {"includes", Ids(r.includes)}};
}

Json ToJson(const StudyResult& r) {
  return {{"id", IdOrNull(r.id)},
          {"study", IdOrNull(r.study)},
          {"intervention", r.intervention},
          {"comparator", r.comparator},
          {"outcome", r.outcome},
          {"population", r.population},
          {"direction", Name(r.direction)},
          {"significance", Name(r.significance)},
          {"effect", r.effect ? ToJson(*r.effect) : Json(nullptr)},
          {"time_point", r.time_point},
          {"quote", r.quote},
          {"confidence", r.confidence}};
}

Json ToJson(const Study& s) { return {{"id", IdOrNull(s.id)}, {"key", s.key}}; }

Json ToJson(const Decision& d) {
  return {{"id", IdOrNull(d.id)}, {"kind", Name(d.kind)}, {"source", d.source},
          {"quote", d.quote},     {"nth", d.nth},         {"value", d.value},
          {"who", d.who},         {"when", d.when},       {"why", d.why}};
}

Json ToJson(const Diagnostic& d) {
  return {{"code", d.code}, {"span", ToJson(d.span)}, {"message", d.message}};
}

Json ToJson(const Document& d) {
  return {{"id", IdOrNull(d.id)},      {"source", d.source},
          {"title", d.title},          {"hash", d.hash},
          {"format", Name(d.format)},  {"size", d.size},
          {"identifier", d.identifier}};
}

std::string_view Name(Format format) {
  static constexpr std::array<std::string_view, 11> kNames = {
      "plain_text", "markdown", "html",   "bibtex",     "jats",    "docx",
      "pdf",        "record",   "study_card", "claim_list", "decision"};
  const auto i = static_cast<std::size_t>(format);
  return i < kNames.size() ? kNames[i] : std::string_view("unknown");
}

std::string Dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace claimgraph
