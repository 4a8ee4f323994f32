#include "queries/reports/html_signs.h"

#include <fmt/format.h>

#include <algorithm>

#include "queries/reports/phrases.h"
#include "queries/rules/rules.h"

namespace claimgraph {
namespace {

// By Verdict.
constexpr std::array<VerdictSign, kVerdictCount> kVerdictSigns = {{
    {"v-supported", "✓", "supported",
     "evidence of the same treatment and outcome, and nothing shows that the words go beyond it"},
    {"v-weakly", "≈", "weakly supported", "some, indirect or secondary evidence"},
    {"v-overstated", "▲", "overstated", "there is evidence; the words go beyond it"},
    {"v-contradicted", "✗", "contradicted", "what is cited, or listed, finds the contrary"},
    {"v-unsupported", "○", "unsupported", "nothing that the document shows supports it"},
    {"v-unverifiable", "?", "unverifiable", "nothing that study records could settle"},
}};

constexpr std::array<std::string_view, 5> kCircles = {"○○○○", "●○○○", "●●○○", "●●●○", "●●●●"};

std::size_t Clamped(int level) { return static_cast<std::size_t>(std::clamp(level, 0, 4)); }

}  // namespace

const VerdictSign& SignOf(Verdict verdict) {
  return kVerdictSigns.at(static_cast<std::size_t>(verdict));
}

std::string_view CertaintyWord(int level) { return CertaintyInWords(std::clamp(level, 0, 4)); }

void PutVerdict(Verdict verdict, HtmlWriter* html) {
  const VerdictSign& sign = SignOf(verdict);
  html->Open("span", {{"class", fmt::format("chip {}", sign.css)}});
  html->Element("span", sign.symbol, {{"aria-hidden", "true"}});
  html->Text(" ");
  html->Text(sign.words);
  html->Close();
}

void PutSeverity(Severity severity, HtmlWriter* html) {
  const bool error = severity == Severity::kError;
  const bool warning = severity == Severity::kWarning;
  html->Open("span", {{"class", error     ? "chip s-error"
                                : warning ? "chip s-warning"
                                          : "chip s-info"}});
  html->Element("span", error ? "✗" : warning ? "!" : "i", {{"aria-hidden", "true"}});
  html->Text(error ? " error" : warning ? " warning" : " hint");
  html->Close();
}

void PutCertainty(int level, HtmlWriter* html) {
  html->Open("span", {{"class", "grade"}});
  html->Element("span", kCircles.at(Clamped(level)),
                {{"class", "circles"}, {"aria-hidden", "true"}});
  html->Text(" ");
  html->Text(CertaintyWord(level));
  html->Close();
}

void PutStanding(Standing standing, HtmlWriter* html) {
  if (standing == Standing::kCurrent) return;
  const bool gone = standing == Standing::kRetracted;
  html->Open("strong", {{"class", gone ? "chip s-error" : "chip s-warning"}});
  html->Text((gone ? "✗ " : "! ") + Spaced(Name(standing)));
  html->Close();
}

void PutRuleName(const std::string& rule, HtmlWriter* html) {
  html->Open("a", {{"class", "rule"}, {"href", "#rule-" + rule}});
  html->Element("code", rule);
  html->Close();
}

void PutRules(const std::set<std::string>& rules, HtmlWriter* html) {
  html->Open("dl", {{"class", "rules"}});
  for (const std::string& name : rules) {
    const Rule* rule = FindRule(name);
    html->Open("dt", {{"id", "rule-" + name}, {"tabindex", "-1"}});
    html->Element("code", name);
    html->Close();
    html->Open("dd");
    if (rule == nullptr) {
      html->Text("not a rule of this version");
    } else {
      html->Element("b", rule->summary);
      html->Text(". ");
      html->Text(rule->why);
    }
    html->Close();
  }
  html->Close();
}

void PutVerdictBar(const VerdictCounts& counts, HtmlWriter* html) {
  html->Open("div", {{"class", "bar"}, {"aria-hidden", "true"}});
  for (std::size_t v = 0; v < counts.size(); ++v) {
    if (counts[v] == 0) continue;
    const VerdictSign& sign = kVerdictSigns.at(v);
    html->Element("span", sign.symbol,
                  {{"class", sign.css}, {"style", fmt::format("flex-grow:{}", counts[v])}});
  }
  html->Close();
}

void PutReasons(std::span<const Reason> reasons, HtmlWriter* html) {
  if (reasons.empty()) return;
  html->Open("ul", {{"class", "reasons"}});
  for (const Reason& reason : reasons) {
    html->Open("li");
    html->Element("code", Spaced(reason.rule));
    if (reason.change != 0) {
      html->Element("b", Signed(reason.change), {{"class", reason.change < 0 ? "down" : "up"}});
    }
    html->Text(": " + reason.because);
    html->Close();
  }
  html->Close();
}

}  // namespace claimgraph
