// The path of evidence is a list in a list: what a step leads to stands inside it.

#include "queries/reports/html_card.h"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/appraisal/body_certainty.h"
#include "core/appraisal/study_level.h"
#include "core/json.h"
#include "core/text/ascii.h"
#include "queries/graph/nodes.h"
#include "queries/reports/html_signs.h"
#include "queries/reports/line_record.h"
#include "queries/reports/phrases.h"
#include "queries/rules/suppress.h"

namespace claimgraph {
namespace {

constexpr std::size_t kSummaryLength = 90;
constexpr std::size_t kMostResults = 4;  // of a study, on one claim's path

class Card {
 public:
  Card(const Claim& claim, const DocumentIndex& index, HtmlWriter* html)
      : claim_(claim), index_(index), html_(*html) {}

  void Put() {
    const std::string name = IdText(claim_.id);
    html_.Open("details", {{"class", fmt::format("card {}", SignOf(claim_.verdict).css)}});
    PutSummary(name);
    html_.Open("div", {{"class", "body"}, {"id", name}, {"tabindex", "-1"}});
    html_.Element("blockquote", claim_.text, {{"dir", "auto"}});
    PutAllowed();
    PutFindings();
    PutReading();
    PutEvidence();
    PutSteps();
    html_.Open("p", {{"class", "back"}});
    html_.Element("a", "back to the sentence", {{"href", "#m" + name.substr(1)}});
    html_.Close();
    html_.Close();
    html_.Close();
  }

 private:
  void PutSummary(const std::string& name) {
    const std::size_t findings = index_.FindingsOf(claim_.id).size();
    html_.Open("summary");
    PutVerdict(claim_.verdict, &html_);
    html_.Text(" ");
    html_.Element("span", name, {{"class", "id"}});
    html_.Text(" ");
    html_.Element("span", Shortened(claim_.text, kSummaryLength), {{"class", "short"}});
    if (findings > 0) {
      html_.Text(" ");
      html_.Element("span", Counted(findings, "finding"), {{"class", "count"}});
    }
    html_.Close();
  }

  void Label(std::string_view words) { html_.Element("p", words, {{"class", "label"}}); }

  void PutAllowed() {
    if (claim_.allowed_wording.empty()) return;
    html_.Open("p", {{"class", "consider"}});
    html_.Element("b", "consider: ");
    html_.Text(claim_.allowed_wording);
    html_.Close();
  }

  void PutFindings() {
    const auto& findings = index_.FindingsOf(claim_.id);
    PutIgnores();
    if (findings.empty()) return;
    Label(findings.size() == 1 ? "Finding" : "Findings");
    for (const Finding* finding : findings) {
      PutFinding(*finding, index_, &html_, {.allowed = claim_.allowed_wording});
    }
  }

  // A verdict without its finding would look as if no rule had anything to say.
  void PutIgnores() {
    for (const IgnoreComment& ignore : IgnoresAt(index_.graph().document, claim_.text_span.begin)) {
      html_.Open("p", {{"class", "missing"}});
      html_.Element("b", "silenced by the author: ");
      html_.Text((ignore.rule == "all" ? "every rule" : ignore.rule) +
                 ", because: " + ignore.reason);
      html_.Close();
    }
  }

  void Field(std::string_view name, std::string_view value) {
    html_.Element("dt", name);
    html_.Element("dd", value);
  }

  void PutCues(std::string_view name, const std::vector<Cue>& cues) {
    if (cues.empty()) return;
    std::string words;
    for (const Cue& cue : cues) words += (words.empty() ? "“" : ", “") + cue.text + "”";
    Field(name, words);
  }

  void PutReading() {
    Label("How it was read");
    html_.Open("dl");
    Field("kind", Spaced(Name(claim_.kind)));
    Field("strength", Spaced(Name(claim_.strength)));
    Field("certainty", Name(claim_.certainty));
    if (claim_.negated) Field("negated", "yes");
    if (claim_.attributed) {
      Field("attributed", claim_.attribution.empty() ? "yes" : claim_.attribution);
    }
    for (const PropositionId id : claim_.propositions) {
      const Proposition* p = FindById(index_.graph().propositions, id);
      if (p != nullptr) Field("states", LabelOf(*p));
    }
    PutCues("causal words", claim_.causal_cues);
    PutCues("hedges", claim_.hedges);
    PutCues("boosters", claim_.boosters);
    PutCues("magnitudes", claim_.magnitudes);
    for (const Effect& effect : claim_.effects) Field("effect", Numbers(effect));
    Field("where", index_.Place(claim_.span));
    html_.Close();
  }

  void PutEvidence() {
    Label("Its evidence: " + Spaced(Name(claim_.citation_status)));
    const bool uncited = index_.LinesOf(claim_.id).empty() && claim_.citations.empty();
    if (uncited) {
      html_.Element("p", "Nothing is cited, and nothing in the list answers to it.");
      return;
    }
    html_.Open("ol", {{"class", "path"}});
    for (const CitationId id : claim_.citations) {
      const Citation* citation = FindById(index_.graph().citations, id);
      if (citation != nullptr) PutCitation(*citation);
    }
    for (const EvidenceLine* line : index_.LinesOf(claim_.id)) {
      if (!IsSet(line->citation)) PutLineWithoutCitation(*line);
    }
    html_.Close();
  }

  void BeginStep(std::string_view kind) {
    html_.Open("li");
    html_.Element("span", kind, {{"class", "kind"}});
    html_.Text(" ");
  }

  void PutCitation(const Citation& citation) {
    BeginStep("citation");
    html_.Text(fmt::format("“{}”, {}, {}", citation.text, Spaced(Name(citation.style)),
                           index_.Place(citation.span)));
    if (citation.score < 1) html_.Text(fmt::format("; score {:.2f}", citation.score));
    PutReasons(citation.reasons, &html_);
    if (citation.references.empty()) {
      html_.Element("p", "No reference answers to it.", {{"class", "missing"}});
    }
    for (const ReferenceId id : citation.references) {
      html_.Open("ol");
      PutReference(id, citation.id);
      html_.Close();
    }
    html_.Close();
  }

  // Found by its content, or put there by a reviewer.
  void PutLineWithoutCitation(const EvidenceLine& line) {
    const bool decided = !line.reasons.empty() && line.reasons.front().step == "decision";
    BeginStep("no citation");
    html_.Text(decided ? "linked by a reviewer's decision" : "found by its content");
    html_.Open("ol");
    if (IsSet(line.reference)) {
      BeginReference(line.reference);
      PutWork(line.work, {&line});
      html_.Close();
    } else {
      html_.Open("li");
      PutWork(line.work, {&line});
      html_.Close();
    }
    html_.Close();
    html_.Close();
  }

  void BeginReference(ReferenceId id) {
    BeginStep("reference");
    const Reference* reference = FindById(index_.graph().references, id);
    if (reference == nullptr) return;
    html_.Open("a", {{"href", "#" + IdText(id)}});
    html_.Text(AuthorsAndYear(*reference));
    if (!reference->title.empty()) html_.Text(": " + reference->title);
    html_.Close();
  }

  void PutReference(ReferenceId id, CitationId citation) {
    if (cited_.empty()) {
      for (const EvidenceLine* line : index_.LinesOf(claim_.id)) {
        cited_[{line->citation, line->reference}].push_back(line);
      }
    }
    BeginReference(id);
    const Reference* reference = FindById(index_.graph().references, id);
    PutWork(reference == nullptr ? WorkId{} : reference->work, cited_[{citation, id}]);
    html_.Close();
  }

  void PutWork(WorkId id, const std::vector<const EvidenceLine*>& lines) {
    html_.Open("ol");
    BeginStep("work");
    if (const Work* work = FindById(index_.graph().works, id)) {
      html_.Element("span", IdText(id), {{"class", "id"}});
      html_.Text(" ");
      PutStanding(work->standing, &html_);
      PutIdentifiers(work->doi, work->pmid, work->pmcid, work->url, &html_);
      if (work->doi.empty() && work->pmid.empty() && work->pmcid.empty() && work->url.empty()) {
        html_.Text("no identifier");
      }
    } else {
      html_.Text("not known");
    }
    html_.Open("ol");
    if (lines.empty()) {
      BeginStep("evidence");
      html_.Text("no line of evidence joins this work to the claim");
      html_.Close();
    }
    for (const EvidenceLine* line : lines) PutLine(*line);
    html_.Close();
    html_.Close();
    html_.Close();
  }

  void PutLine(const EvidenceLine& line) {
    if (!line.study.empty()) {
      BeginStep("study");
      html_.Text(StudyInWords(line.study));
      if (!line.record.empty()) html_.Text(", by the record " + line.record);
      html_.Open("ol");
      PutResults(line);
    }
    BeginStep("rating");
    html_.Text(fmt::format("{}; {}; starts at {} by design", StanceWords(line),
                           Description(line.design), LevelName(StartLevel(line.design))));
    const Proposition* p = FindById(index_.graph().propositions, line.proposition);
    if (p != nullptr && claim_.propositions.size() > 1) html_.Text(" for " + LabelOf(*p));
    html_.Element("p",
                  fmt::format("population {}, intervention {}, comparator {}, outcome {}; {}",
                              Spaced(Name(line.population)), Spaced(Name(line.intervention)),
                              Spaced(Name(line.comparator)), Spaced(Name(line.outcome)),
                              Spaced(Name(line.role))),
                  {{"class", "axes"}});
    PutReasons(line.reasons, &html_);
    html_.Close();
    if (!line.study.empty()) {
      html_.Close();
      html_.Close();
    }
  }

  static std::string StanceWords(const EvidenceLine& line) {
    if (BodyOf(std::span(&line, 1)).lines.front().retracted) return "retracted, not counted";
    return line.stance == Stance::kUnknown ? "stance unknown"
                                           : std::string(StanceInWords(line.stance));
  }

  // What the line's record found: that which the line was judged by, else all of it.
  void PutResults(const EvidenceLine& line) {
    const std::optional<LineRecord> told = RecordOf(index_.reader(), line);
    if (!told) return;
    const std::vector<StudyResult>& shown = told->deciding.empty() ? told->others : told->deciding;
    for (std::size_t i = 0; i < shown.size() && i < kMostResults; ++i) PutResult(shown[i]);
    if (shown.size() > kMostResults) {
      BeginStep("result");
      html_.Text(fmt::format("and {} more", shown.size() - kMostResults));
      html_.Close();
    }
  }

  void PutResult(const StudyResult& result) {
    BeginStep("result");
    html_.Text(fmt::format("{}: {}", result.outcome, Spaced(Name(result.direction))));
    if (!result.comparator.empty()) html_.Text("; against " + result.comparator);
    if (!result.population.empty()) html_.Text("; in " + result.population);
    if (result.effect) html_.Text("; " + Numbers(*result.effect));
    if (result.significance != Significance::kUnknown) {
      html_.Text("; " + Spaced(Name(result.significance)));
    }
    if (!result.time_point.empty()) html_.Text("; at " + result.time_point);
    if (!result.quote.empty()) html_.Element("q", result.quote);
    html_.Close();
  }

  void PutSteps() {
    Label("The steps to this verdict");
    PutReasons(claim_.reasons, &html_);
    std::vector<std::string> missing;
    CollectNotAssessed(claim_.reasons, &missing);
    for (const EvidenceLine* line : index_.LinesOf(claim_.id)) {
      CollectNotAssessed(line->reasons, &missing);
    }
    if (missing.empty()) return;
    for (std::string& item : missing) std::ranges::replace(item, '-', ' ');
    html_.Open("p", {{"class", "missing"}});
    html_.Element("b", "not assessed: ");
    html_.Text(fmt::format("{}", fmt::join(missing, ", ")));
    html_.Close();
  }

  const Claim& claim_;
  // The claim's lines by what they came through; read when first asked for.
  std::map<std::pair<CitationId, ReferenceId>, std::vector<const EvidenceLine*>> cited_{};
  const DocumentIndex& index_;
  HtmlWriter& html_;
};

// The suggestion without the wording that the card gives above it.
std::string_view WithoutRewrite(std::string_view suggestion, std::string_view allowed) {
  if (allowed.empty() || !suggestion.ends_with(allowed)) return suggestion;
  const std::string_view rest = suggestion.substr(0, suggestion.size() - allowed.size());
  for (const std::string_view join : {", or write: ", ", or "}) {
    if (rest.ends_with(join)) return rest.substr(0, rest.size() - join.size());
  }
  return suggestion;
}

void PutIdentifier(std::string_view words, const std::string& address, HtmlWriter* html) {
  if (SafeAddress(address).empty()) {
    html->Element("span", words, {{"class", "identifier"}});
  } else {
    html->Element("a", words,
                  {{"class", "identifier"}, {"href", address}, {"rel", "noreferrer noopener"}});
  }
  html->Text(" ");
}

}  // namespace

void PutCard(const Claim& claim, const DocumentIndex& index, HtmlWriter* html) {
  Card(claim, index, html).Put();
}

void PutFinding(const Finding& finding, const DocumentIndex& index, HtmlWriter* html,
                const FindingPlace& place) {
  html->Open("div", {{"class", "finding"}, {"id", IdText(finding.id)}, {"tabindex", "-1"}});
  html->Open("p");
  PutSeverity(finding.severity, html);
  html->Text(" ");
  PutRuleName(finding.rule, html);
  html->Text(" ");
  html->Element("span", index.Place(finding.span, finding.file), {{"class", "place"}});
  html->Close();
  html->Element("p", finding.message);
  if (!finding.suggestion.empty()) {
    html->Open("p", {{"class", "consider"}});
    html->Element("b", "consider: ");
    html->Text(WithoutRewrite(finding.suggestion, place.allowed));
    html->Close();
  }
  for (const ReferenceId id : finding.references) {
    const Reference* reference = FindById(index.graph().references, id);
    if (reference == nullptr || id == place.reference) continue;
    html->Open("p", {{"class", "names"}});
    html->Text("in the list: ");
    html->Element("a", AuthorsAndYear(*reference), {{"href", "#" + IdText(id)}});
    html->Close();
  }
  html->Close();
}

void PutIdentifiers(const std::string& doi, const std::string& pmid, const std::string& pmcid,
                    const std::string& url, HtmlWriter* html) {
  if (!doi.empty()) PutIdentifier("DOI " + doi, DoiAddress(doi), html);
  if (!pmid.empty()) {
    PutIdentifier("PMID " + pmid, "https://pubmed.ncbi.nlm.nih.gov/" + pmid + "/", html);
  }
  if (!pmcid.empty()) {
    PutIdentifier(pmcid, "https://www.ncbi.nlm.nih.gov/pmc/articles/" + pmcid + "/", html);
  }
  const bool new_url = doi.empty() || ascii::Lowered(url).find(doi) == std::string::npos;
  if (!url.empty() && new_url) PutIdentifier(Shortened(url, 60), url, html);
}

}  // namespace claimgraph
