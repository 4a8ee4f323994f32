#include "queries/reports/html.h"

#include <fmt/format.h>

#include <cstddef>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/json.h"
#include "queries/reports/document_index.h"
#include "queries/reports/evidence_profile.h"
#include "queries/reports/html_article.h"
#include "queries/reports/html_page.h"
#include "queries/reports/html_picture.h"
#include "queries/reports/html_profile.h"
#include "queries/reports/html_references.h"
#include "queries/reports/html_signs.h"
#include "queries/reports/html_summary.h"
#include "queries/reports/html_writer.h"
#include "queries/reports/phrases.h"

namespace claimgraph {
namespace {

std::string TitleOf(const Document& document) {
  return document.title.empty() ? document.source : document.title;
}

std::size_t CountOf(const Summary& summary, Severity severity) {
  const auto found = summary.by_severity.find(Name(severity));
  return found == summary.by_severity.end() ? 0 : found->second;
}

constexpr std::string_view kRulesTitle = "Rules that found something";

void AddRules(const CheckedDocument& checked, std::set<std::string>* rules) {
  for (const Finding& finding : checked.graph.findings) rules->insert(finding.rule);
}

// The sections of one document.  Alone, they stand directly below the page's title.
class DocumentSections {
 public:
  DocumentSections(const CheckedDocument& checked, const DocumentIndex& index, bool alone,
                   HtmlWriter* html)
      : checked_(checked),
        index_(index),
        alone_(alone),
        profile_(EvidenceProfile(index)),
        html_(*html) {}

  void PutLinks() {
    html_.Open("nav", {{"aria-label", "sections of " + TitleOf(checked_.graph.document)}});
    html_.Open("ul");
    for (const Section& section : Sections()) {
      html_.Open("li");
      html_.Element("a", section.title, {{"href", "#" + IdOf(section)}});
      html_.Close();
    }
    html_.Close();
    html_.Close();
  }

  void Put() {
    for (const Section& section : Sections()) {
      html_.Open("section", {{"aria-labelledby", IdOf(section)}});
      html_.Element(alone_ ? "h2" : "h3", section.title,
                    {{"id", IdOf(section)}, {"tabindex", "-1"}});
      (this->*section.put)();
      html_.Close();
    }
  }

 private:
  struct Section {
    std::string_view name;
    std::string_view title;
    void (DocumentSections::*put)();
  };
  using Self = DocumentSections;

  // Those that have something to say.
  std::vector<Section> Sections() const {
    std::vector<Section> sections = {{"summary", "Summary", &Self::PutSummary},
                                     {"first", "What to do first", &Self::PutFirst},
                                     {"article", "The article", &Self::PutWords}};
    if (!profile_.empty()) {
      sections.push_back({"profile", "Evidence profile", &Self::PutEvidenceProfile});
      if (CanDrawPictures()) {
        sections.push_back({"picture", "Picture of the evidence", &Self::PutEvidence});
      }
    }
    if (!checked_.graph.references.empty()) {
      sections.push_back({"references", "References", &Self::PutList});
    }
    if (alone_ && !checked_.graph.findings.empty()) {
      sections.push_back({"rules", kRulesTitle, &Self::PutOwnRules});
    }
    return sections;
  }

  std::string IdOf(const Section& section) const {
    return fmt::format("{}-{}", IdText(checked_.graph.document.id), section.name);
  }

  void PutSummary() {
    const Summary summary = Summarise(checked_);
    PutTotals({{summary.claims, "claim"},
               {CountOf(summary, Severity::kError), "error"},
               {CountOf(summary, Severity::kWarning), "warning"},
               {CountOf(summary, Severity::kInfo), "hint"},
               {checked_.graph.references.size(), "reference"}},
              &html_);
    if (summary.claims > 0) {
      const Coverage coverage = CoverageOf(checked_.graph);
      PutVerdicts(coverage.verdicts, &html_);
      PutTitlesAlone(index_, &html_);
      PutCoverage(coverage, &html_);
    } else {
      html_.Element("p", "No claim was found in it.");
    }
    PutOddities();
  }

  void PutOddities() {
    const std::vector<Diagnostic>& own = checked_.graph.document.diagnostics;
    if (own.empty() && checked_.beside.empty()) return;
    html_.Open("details", {{"class", "more"}});
    html_.Element("summary", "What was odd about the files");
    html_.Open("ul");
    for (const Diagnostic& odd : own) {
      html_.Element("li", odd.code + ": " + odd.message);
    }
    for (const FileDiagnostic& odd : checked_.beside) {
      html_.Element("li", odd.file + ": " + odd.diagnostic.code + ": " + odd.diagnostic.message);
    }
    html_.Close();
    html_.Close();
  }

  void PutFirst() { PutWhatToDoFirst(index_, &html_); }

  void PutWords() {
    html_.Open("article", {{"class", "article"}});
    PutArticle(index_, alone_ ? 3 : 4, &html_);
    html_.Close();
  }

  void PutEvidenceProfile() { PutProfile(profile_, index_, &html_); }
  void PutEvidence() { PutPicture(index_, &html_); }
  void PutList() { PutReferences(index_, &html_); }

  void PutOwnRules() {
    std::set<std::string> rules;
    AddRules(checked_, &rules);
    PutRules(rules, &html_);
  }

  const CheckedDocument& checked_;
  const DocumentIndex& index_;
  bool alone_;
  std::vector<ProfileRow> profile_;
  HtmlWriter& html_;
};

void PutSource(const Document& document, HtmlWriter* html) {
  html->Open("p", {{"class", "source"}});
  html->Text(fmt::format("{}, {}, {} bytes", document.source, Spaced(Name(document.format)),
                         document.size));
  html->Close();
}

void PutRecordProblems(const std::vector<RecordNote>& problems, HtmlWriter* html) {
  if (problems.empty()) return;
  html->Open("details", {{"class", "more"}});
  html->Element("summary", fmt::format("Records that could not be read: {}", problems.size()));
  html->Open("ul");
  for (const RecordNote& note : problems) {
    html->Element("li", fmt::format("{}:{}: {}: {}: {}", note.file, note.line, note.code,
                                    note.record, note.message));
  }
  html->Close();
  html->Close();
}

void PutOneDocument(const CheckedDocument& checked, const Report& report, const GraphReader& reader,
                    HtmlWriter* html) {
  const Document& document = checked.graph.document;
  const DocumentIndex index(checked.graph, reader, report.sources);
  DocumentSections sections(checked, index, true, html);
  BeginPage(TitleOf(document) + " – what its claims rest on", html);
  html->Open("header", {{"class", "page"}});
  html->Element("p", "What its claims rest on", {{"class", "kicker"}});
  html->Element("h1", TitleOf(document));
  PutSource(document, html);
  sections.PutLinks();
  html->Element("div", "", {{"id", "tools"}});
  html->Close();
  BeginMain(html);
  PutRecordProblems(report.record_problems, html);
  sections.Put();
  EndPage(html);
}

void PutContents(const Report& report, HtmlWriter* html) {
  html->Open("nav", {{"aria-label", "documents"}});
  html->Open("ol");
  for (const CheckedDocument& checked : report.documents) {
    const Document& document = checked.graph.document;
    html->Open("li");
    html->Element("a", TitleOf(document), {{"href", "#" + IdText(document.id)}});
    html->Text(fmt::format(" ({}, {})", Counted(checked.graph.claims.size(), "claim"),
                           Counted(checked.graph.findings.size(), "finding")));
    html->Close();
  }
  html->Close();
  html->Close();
}

void PutAllRules(const Report& report, HtmlWriter* html) {
  std::set<std::string> rules;
  for (const CheckedDocument& checked : report.documents) AddRules(checked, &rules);
  if (rules.empty()) return;
  html->Open("section", {{"aria-labelledby", "rules"}});
  html->Element("h2", kRulesTitle, {{"id", "rules"}, {"tabindex", "-1"}});
  PutRules(rules, html);
  html->Close();
}

void PutDocuments(const Report& report, const GraphReader& reader, HtmlWriter* html) {
  const std::string title =
      fmt::format("What {} rest on", Counted(report.documents.size(), "document"));
  BeginPage(title, html);
  html->Open("header", {{"class", "page"}});
  html->Element("h1", title);
  PutContents(report, html);
  html->Element("div", "", {{"id", "tools"}});
  html->Close();
  BeginMain(html);
  PutRecordProblems(report.record_problems, html);
  for (const CheckedDocument& checked : report.documents) {
    const Document& document = checked.graph.document;
    const DocumentIndex index(checked.graph, reader, report.sources);
    DocumentSections sections(checked, index, false, html);
    html->Open("section", {{"aria-labelledby", IdText(document.id)}});
    html->Element("h2", TitleOf(document), {{"id", IdText(document.id)}, {"tabindex", "-1"}});
    PutSource(document, html);
    sections.PutLinks();
    sections.Put();
    html->Close();
  }
  PutAllRules(report, html);
  EndPage(html);
}

}  // namespace

void WriteHtml(const Report& report, const GraphReader& reader, std::ostream& out) {
  HtmlWriter html(out);
  if (report.documents.size() == 1) {
    PutOneDocument(report.documents.front(), report, reader, &html);
  } else {
    PutDocuments(report, reader, &html);
  }
}

}  // namespace claimgraph
