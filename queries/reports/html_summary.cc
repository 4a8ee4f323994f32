#include "queries/reports/html_summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "core/json.h"
#include "queries/reports/phrases.h"

namespace claimgraph {
namespace {

constexpr std::size_t kFirstFindings = 8;  // that are seen without opening the rest

void PutOne(const Finding& finding, const DocumentIndex& index, HtmlWriter* html) {
  html->Open("li");
  PutSeverity(finding.severity, html);
  html->Text(" ");
  html->Element("a", finding.message, {{"href", "#" + IdText(finding.id)}});
  html->Text(" ");
  html->Element("span", index.Place(finding.span, finding.file), {{"class", "place"}});
  if (!finding.suggestion.empty()) {
    html->Element("p", "consider: " + finding.suggestion, {{"class", "place"}});
  }
  html->Close();
}

}  // namespace

void PutTotals(const Totals& totals, HtmlWriter* html) {
  html->Open("ul", {{"class", "totals"}});
  for (const auto& [count, noun] : totals) {
    html->Open("li");
    html->Element("b", fmt::format("{}", count));
    html->Text(" ");
    html->Element("span", std::string(noun) + (count == 1 ? "" : "s"));
    html->Close();
  }
  html->Close();
}

void PutVerdicts(const VerdictCounts& counts, HtmlWriter* html) {
  PutVerdictBar(counts, html);
  html->Open("ul", {{"class", "legend"}});
  for (std::size_t v = 0; v < counts.size(); ++v) {
    const auto verdict = static_cast<Verdict>(v);
    html->Open("li");
    html->Element("b", fmt::format("{}", counts[v]));
    html->Open("span");
    PutVerdict(verdict, html);
    html->Text(" ");
    html->Element("span", SignOf(verdict).meaning, {{"class", "what"}});
    html->Close();
    html->Close();
  }
  html->Close();
}

void PutCoverage(const Coverage& c, HtmlWriter* html) {
  const std::pair<std::string_view, std::uint32_t> rows[] = {
      {"cite something", c.cited},
      {"lead to a known work", c.resolved},
      {"rest on evidence", c.evidence},
      {"… of a study or systematic review", c.primary},
      {"… on the same treatment and outcome", c.direct}};
  html->Open("ul", {{"class", "coverage"}});
  for (const auto& [words, count] : rows) {
    const double share = 100 * c.Share(count);
    html->Open("li");
    html->Element("span", words);
    html->Element("span", fmt::format("{} of {}, {:.0f} %", count, c.claims, share),
                  {{"class", "share"}});
    html->Open("span", {{"class", "gauge"}, {"aria-hidden", "true"}});
    html->Element("span", "", {{"style", fmt::format("width:{:.1f}%", share)}});
    html->Close();
    html->Close();
  }
  html->Close();
}

void PutWhatToDoFirst(const DocumentIndex& index, HtmlWriter* html) {
  std::vector<const Finding*> findings;
  for (const Finding& finding : index.graph().findings) findings.push_back(&finding);
  std::ranges::stable_sort(findings, std::greater<>(), &Finding::severity);
  if (findings.empty()) {
    html->Element("p", "No rule found anything.");
    return;
  }
  const std::size_t shown = std::min(findings.size(), kFirstFindings);
  html->Open("ol", {{"class", "first"}});
  for (std::size_t i = 0; i < shown; ++i) PutOne(*findings[i], index, html);
  html->Close();
  if (shown == findings.size()) return;
  html->Open("details", {{"class", "more"}});
  html->Element("summary", fmt::format("and {} more", findings.size() - shown));
  html->Open("ol", {{"class", "first"}, {"start", fmt::format("{}", shown + 1)}});
  for (std::size_t i = shown; i < findings.size(); ++i) PutOne(*findings[i], index, html);
  html->Close();
  html->Close();
}

}  // namespace claimgraph
