#include "queries/reports/html_overview.h"

#include <fmt/format.h>

#include <array>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/json.h"
#include "queries/graph/nodes.h"
#include "queries/reports/html_page.h"
#include "queries/reports/html_signs.h"
#include "queries/reports/html_summary.h"
#include "queries/reports/phrases.h"

namespace claimgraph {
namespace {

constexpr std::size_t kMostClaims = 4;  // of each side of a contradiction
constexpr std::size_t kLabelLength = 140;

class Page {
 public:
  Page(const Overview& overview, const EvidenceCsr& graph, const GraphReader& reader,
       std::ostream& out)
      : overview_(overview), graph_(graph), reader_(reader), html_(out) {}

  void Put() {
    const std::string title =
        fmt::format("What {} rest{} on", Counted(overview_.document_count, "document"),
                    overview_.document_count == 1 ? "s" : "");
    BeginPage(title, &html_);
    html_.Open("header", {{"class", "page"}});
    html_.Element("p", "Overview of a store", {{"class", "kicker"}});
    html_.Element("h1", title);
    html_.Open("nav", {{"aria-label", "sections"}});
    html_.Open("ul");
    for (const Section& section : kSections) {
      html_.Open("li");
      html_.Element("a", section.title, {{"href", "#" + std::string(section.id)}});
      html_.Close();
    }
    html_.Close();
    html_.Close();
    html_.Close();
    BeginMain(&html_);
    for (const Section& section : kSections) {
      html_.Open("section", {{"aria-labelledby", section.id}});
      html_.Element("h2", section.title, {{"id", section.id}, {"tabindex", "-1"}});
      (this->*section.put)();
      html_.Close();
    }
    EndPage(&html_);
  }

 private:
  struct Section {
    std::string_view id;
    std::string_view title;
    void (Page::*put)();
  };
  static const std::array<Section, 6> kSections;

  std::uint32_t Count(Severity severity) const {
    return overview_.findings.at(static_cast<std::size_t>(severity));
  }

  void PutSummary() {
    PutTotals({{overview_.document_count, "document"},
               {overview_.all.claims, "claim"},
               {graph_.works.size(), "work"},
               {Count(Severity::kError), "error"},
               {Count(Severity::kWarning), "warning"},
               {Count(Severity::kInfo), "hint"}},
              &html_);
    if (overview_.all.claims == 0) return;
    PutVerdicts(overview_.all.verdicts, &html_);
    PutCoverage(overview_.all, &html_);
  }

  // What a list shows, how it is sorted, and what it leaves out.
  void PutAbout(std::string_view words, std::size_t shown, std::size_t all,
                std::string_view way_to_more = "") {
    html_.Open("p", {{"class", "place"}});
    html_.Text(words);
    if (shown < all) html_.Text(fmt::format(" The first {} of {}{}.", shown, all, way_to_more));
    html_.Close();
  }

  void BeginTable(const std::vector<std::string_view>& heads) {
    html_.Open("table", {{"class", "stack"}, {"role", "table"}});
    html_.Open("thead", {{"role", "rowgroup"}});
    html_.Open("tr", {{"role", "row"}});
    for (const std::string_view head : heads) {
      html_.Element("th", head, {{"scope", "col"}, {"role", "columnheader"}});
    }
    html_.Close();
    html_.Close();
    html_.Open("tbody", {{"role", "rowgroup"}});
  }

  void EndTable() {
    html_.Close();
    html_.Close();
  }

  void BeginRow(NodeRef node, std::string_view more = {}) {
    html_.Open("tr", {{"role", "row"}});
    html_.Open("th", {{"scope", "row"}, {"role", "rowheader"}});
    html_.Element("span", IdText(node), {{"class", "id"}});
    html_.Text(" " + Shortened(LabelOf(reader_, node), kLabelLength));
    if (!more.empty()) html_.Element("small", more);
    html_.Close();
  }

  void BeginCell(std::string_view label) {
    html_.Open("td", {{"role", "cell"}, {"data-label", label}});
  }

  void Number(std::string_view label, std::size_t number) {
    BeginCell(label);
    html_.Text(fmt::format("{}", number));
    html_.Close();
  }

  void PutDocuments() {
    std::string words =
        "Those with claims or findings: most errors first, then most claims that are contradicted, "
        "overstated or unsupported.";
    if (!overview_.documents.empty()) {
      const std::string name =
          IdText(graph_.DocumentNode(overview_.documents[0].coverage.document));
      words += fmt::format(
          " claimgraph report --store DIR --document {0} -o {0}.html writes the page of {0}.",
          name);
    }
    const std::size_t silent = overview_.document_count - overview_.listed_count;
    if (silent > 0) {
      words +=
          fmt::format(" {} {} neither.", Counted(silent, "document"), silent == 1 ? "has" : "have");
    }
    PutAbout(words, overview_.documents.size(), overview_.listed_count, "; --limit shows more");
    BeginTable({"Document", "Claims", "Verdicts", "On evidence", "Findings"});
    for (const OverviewDocument& row : overview_.documents) PutDocument(row);
    EndTable();
  }

  void PutDocument(const OverviewDocument& row) {
    const Coverage& c = row.coverage;
    const NodeRef node = graph_.DocumentNode(c.document);
    const Result<Document> header = reader_.FindDocumentHeader(DocumentId{node.id});
    BeginRow(node, header ? header->source : std::string());
    Number("Claims", c.claims);
    BeginCell("Verdicts");
    html_.Open("div");
    PutVerdictBar(c.verdicts, &html_);
    PutCounts(c.verdicts);
    html_.Close();
    html_.Close();
    BeginCell("On evidence");
    html_.Text(c.claims == 0 ? "–" : fmt::format("{:.0f}\u00a0%", 100 * c.Share(c.evidence)));
    html_.Close();
    BeginCell("Findings");
    const auto of = [&](Severity s) { return row.findings.at(static_cast<std::size_t>(s)); };
    html_.Text(Counted(of(Severity::kError), "error") + ", " +
               Counted(of(Severity::kWarning), "warning") + ", " +
               Counted(of(Severity::kInfo), "hint"));
    html_.Close();
    html_.Close();
  }

  void PutCounts(const VerdictCounts& counts) {
    std::string words;
    for (std::size_t v = 0; v < counts.size(); ++v) {
      if (counts[v] == 0) continue;
      words += fmt::format("{}{} {}", words.empty() ? "" : ", ", counts[v],
                           SignOf(static_cast<Verdict>(v)).words);
    }
    html_.Element("small", words);
  }

  void BeginWork(std::uint32_t work) {
    html_.Open("tr", {{"role", "row"}});
    html_.Open("th", {{"scope", "row"}, {"role", "rowheader"}});
    const NodeRef node = graph_.WorkNode(work);
    html_.Element("span", IdText(node), {{"class", "id"}});
    html_.Text(" " + Shortened(NameInWords(LabelOf(reader_, node)), kLabelLength) + " ");
    PutStanding(graph_.work_standing[work], &html_);
    html_.Element("small", Description(graph_.work_design[work]));
    html_.Close();
  }

  void PutSources() {
    PutAbout("By PageRank over who cites whom: what is leaned on, not what is sound.",
             overview_.sources.size(), graph_.works.size());
    BeginTable({"Work", "Documents that list it", "Claims"});
    for (const Influence& row : overview_.sources) {
      BeginWork(row.work);
      Number("Documents that list it", row.documents);
      Number("Claims", row.claims);
      html_.Close();
    }
    EndTable();
  }

  void PutWeak() {
    PutAbout(
        "Retracted works, and those whose design starts no higher than very low certainty, by "
        "how many claims rest on them.",
        overview_.weak.size(), overview_.weak_count);
    if (overview_.weak.empty()) return Nothing();
    BeginTable({"Work", "Claims that rest on it"});
    for (const WeakSource& row : overview_.weak) {
      BeginWork(row.work);
      Number("Claims that rest on it", row.claims);
      html_.Close();
    }
    EndTable();
  }

  void PutBearing() {
    PutAbout("Works that are not retracted, and without which claims have no evidence left.",
             overview_.bearing.size(), overview_.bearing_count);
    if (overview_.bearing.empty()) return Nothing();
    BeginTable({"Without", "Claims that fall", "Claims that weaken"});
    for (const LoadBearing& row : overview_.bearing) {
      BeginWork(row.work);
      Number("Claims that fall", row.falls);
      Number("Claims that weaken", row.weakens);
      html_.Close();
    }
    EndTable();
  }

  void PutConflicts() {
    PutAbout("Where documents say opposite things of the same treatment and outcome.",
             overview_.conflicts.size(), overview_.conflict_count);
    if (overview_.conflicts.empty()) return Nothing();
    std::set<const Conflict*> told;
    for (const Conflict& conflict : overview_.conflicts) {
      if (!told.contains(&conflict)) PutConflict(conflict, &told);
    }
  }

  // What several propositions stand against is told once, with all of them: "in adults"
  // and "in nobody in particular" are two conflicts with the same claim.
  void PutConflict(const Conflict& conflict, std::set<const Conflict*>* told) {
    std::vector<const ConflictSide*> sides = {&conflict.one, &conflict.other};
    for (const Conflict& next : overview_.conflicts) {
      if (&next <= &conflict || next.kind != conflict.kind || told->contains(&next)) continue;
      if (next.documents != conflict.documents) continue;
      const bool one = next.one == conflict.one || next.one == conflict.other;
      const bool other = next.other == conflict.one || next.other == conflict.other;
      if (one == other) continue;
      sides.push_back(one ? &next.other : &next.one);
      told->insert(&next);
    }
    html_.Open("div", {{"class", "finding"}});
    html_.Element("p",
                  fmt::format("{} conflict in {}", Name(conflict.kind),
                              Counted(conflict.documents, "document")),
                  {{"class", "place"}});
    for (const ConflictSide* side : sides) {
      const ExplainedSide told = ExplainSide(graph_, reader_, conflict.kind, *side, kMostClaims);
      html_.Open("p");
      html_.Element("b", told.proposition.label);
      html_.Text(fmt::format(" {} {}", told.stands, Counted(told.count, "claim")));
      html_.Close();
      html_.Open("ul", {{"class", "reasons"}});
      for (const Trail& claim : told.claims) PutSide(claim);
      html_.Close();
    }
    html_.Close();
  }

  // The claim's words and the document that has them.
  void PutSide(const Trail& trail) {
    html_.Open("li");
    for (const TrailStep& step : trail) {
      if (step.node.kind != NodeKind::kClaim && step.node.kind != NodeKind::kDocument) continue;
      html_.Element("span", IdText(step.node), {{"class", "id"}});
      html_.Text(" " + Shortened(step.label, kLabelLength) + " ");
    }
    html_.Close();
  }

  void Nothing() { html_.Element("p", "There are none."); }

  const Overview& overview_;
  const EvidenceCsr& graph_;
  const GraphReader& reader_;
  HtmlWriter html_;
};

const std::array<Page::Section, 6> Page::kSections = {
    {{"summary", "Summary", &Page::PutSummary},
     {"documents", "Documents", &Page::PutDocuments},
     {"conflicts", "Contradictions", &Page::PutConflicts},
     {"weak", "Weak sources", &Page::PutWeak},
     {"bearing", "What single works carry", &Page::PutBearing},
     {"sources", "Most used sources", &Page::PutSources}}};

}  // namespace

void WriteHtml(const Overview& overview, const EvidenceCsr& graph, const GraphReader& reader,
               std::ostream& out) {
  Page(overview, graph, reader, out).Put();
}

}  // namespace claimgraph
