#include "queries/reports/html_summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "core/json.h"
#include "queries/reports/phrases.h"

namespace claimgraph {
namespace {

constexpr std::size_t kFirstTasks = 8;  // that are seen without opening the rest

// Findings that ask for the same: one rule, one severity, one suggestion.
using Task = std::vector<const Finding*>;

std::vector<Task> TasksOf(const DocumentIndex& index) {
  std::vector<const Finding*> findings;
  for (const Finding& finding : index.graph().findings) findings.push_back(&finding);
  std::ranges::stable_sort(findings, std::greater<>(), &Finding::severity);
  std::map<std::tuple<Severity, std::string_view, std::string_view>, std::size_t> places;
  std::vector<Task> tasks;
  for (const Finding* finding : findings) {
    const auto [at, fresh] =
        places.emplace(std::tuple(finding->severity, std::string_view(finding->rule),
                                  std::string_view(finding->suggestion)),
                       tasks.size());
    if (fresh || finding->suggestion.empty()) {
      tasks.push_back({finding});
    } else {
      tasks[at->second].push_back(finding);
    }
  }
  return tasks;
}

void PutOne(const Finding& finding, const DocumentIndex& index, HtmlWriter* html) {
  html->Element("a", finding.message, {{"href", "#" + IdText(finding.id)}});
  html->Text(" ");
  html->Element("span", index.Place(finding.span, finding.file), {{"class", "place"}});
  if (!finding.suggestion.empty()) {
    html->Element("p", "consider: " + finding.suggestion, {{"class", "place"}});
  }
}

void PutMany(const Task& task, const DocumentIndex& index, HtmlWriter* html) {
  PutRuleName(task.front()->rule, html);
  html->Text(fmt::format(" in {} places. Consider: {}", task.size(), task.front()->suggestion));
  html->Open("p", {{"class", "place"}});
  for (std::size_t i = 0; i < task.size(); ++i) {
    if (i > 0) html->Text(", ");
    const Finding& finding = *task[i];
    html->Element("a", index.Place(finding.span, finding.file),
                  {{"href", "#" + IdText(finding.id)}, {"title", finding.message}});
  }
  html->Close();
}

void PutTask(const Task& task, const DocumentIndex& index, HtmlWriter* html) {
  html->Open("li");
  PutSeverity(task.front()->severity, html);
  html->Text(" ");
  if (task.size() == 1) {
    PutOne(*task.front(), index, html);
  } else {
    PutMany(task, index, html);
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
      {"cite something, or their source is in the list", c.cited},
      {"lead to a known work", c.resolved},
      {"rest on evidence", c.evidence},
      {"… of a study or systematic review", c.primary},
      {"… on the same treatment and outcome", c.direct}};
  html->Open("ul", {{"class", "coverage"}});
  for (const auto& [words, count] : rows) {
    const double share = 100 * c.Share(count);
    html->Open("li");
    html->Element("span", words);
    html->Element("span", fmt::format("{} of {}, {:.0f}\u00a0%", count, c.claims, share),
                  {{"class", "share"}});
    html->Open("span", {{"class", "gauge"}, {"aria-hidden", "true"}});
    html->Element("span", "", {{"style", fmt::format("width:{:.1f}%", share)}});
    html->Close();
    html->Close();
  }
  html->Close();
}

void PutTitlesAlone(const DocumentIndex& index, HtmlWriter* html) {
  std::size_t supported = 0;
  std::size_t unread = 0;
  for (const Claim& claim : index.graph().claims) {
    if (claim.verdict != Verdict::kSupported) continue;
    ++supported;
    unread += std::ranges::all_of(index.LinesOf(claim.id), [](const EvidenceLine* line) {
      return line->stance == Stance::kUnknown && line->record.empty();
    });
  }
  if (unread == 0) return;
  html->Element("p",
                fmt::format("Of {}, {} rest{} on titles alone: what their sources found was not "
                            "read, since there is no record of them.",
                            Counted(supported, "supported claim"), unread, unread == 1 ? "s" : ""),
                {{"class", "place"}});
}

void PutWhatToDoFirst(const DocumentIndex& index, HtmlWriter* html) {
  const std::vector<Task> tasks = TasksOf(index);
  if (tasks.empty()) {
    html->Element("p", "No rule found anything.");
    return;
  }
  const std::size_t shown = std::min(tasks.size(), kFirstTasks);
  html->Open("ol", {{"class", "first"}});
  for (std::size_t i = 0; i < shown; ++i) PutTask(tasks[i], index, html);
  html->Close();
  if (shown == tasks.size()) return;
  html->Open("details", {{"class", "more"}});
  html->Element("summary", fmt::format("and {} more", tasks.size() - shown));
  html->Open("ol", {{"class", "first"}, {"start", fmt::format("{}", shown + 1)}});
  for (std::size_t i = shown; i < tasks.size(); ++i) PutTask(tasks[i], index, html);
  html->Close();
  html->Close();
}

}  // namespace claimgraph
