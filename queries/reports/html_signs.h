// Small things that mean the same everywhere on a page: verdicts, severities,
// certainties, standings, each as a sign with words.
//
// No sign relies on its colour: a verdict has a symbol, a line of its own under the
// words and its name; a certainty has filled and empty circles and its name.
#ifndef CLAIMGRAPH_QUERIES_REPORTS_HTML_SIGNS_H_
#define CLAIMGRAPH_QUERIES_REPORTS_HTML_SIGNS_H_

#include <array>
#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/claim.h"
#include "core/finding.h"
#include "core/work.h"
#include "queries/graph/coverage.h"
#include "queries/reports/html_writer.h"

namespace claimgraph {

struct VerdictSign {
  std::string_view css{};  // class of what has its colour and line: "v-overstated"
  std::string_view symbol{};
  std::string_view words{};
  std::string_view meaning{};  // one line, for the legend
};
const VerdictSign& SignOf(Verdict verdict);

// The verdict's symbol and name in its colour.
void PutVerdict(Verdict verdict, HtmlWriter* html);
void PutSeverity(Severity severity, HtmlWriter* html);
// Four circles and GRADE's word; 0 is "no start: opinion or mechanism only".
void PutCertainty(int level, HtmlWriter* html);
// Nothing for a current work.
void PutStanding(Standing standing, HtmlWriter* html);

// A bar of as many parts as there are verdicts; for people who see it, beside numbers.
using VerdictCounts = std::array<std::uint32_t, kVerdictCount>;  // by Verdict
void PutVerdictBar(const VerdictCounts& counts, HtmlWriter* html);

// "start-from-design (+2): a cohort study starts at Low", one a line.
void PutReasons(std::span<const Reason> reasons, HtmlWriter* html);

// A rule's name, which leads to PutRules on the same page.
void PutRuleName(const std::string& rule, HtmlWriter* html);
// What each of the rules finds, and why it matters.
void PutRules(const std::set<std::string>& rules, HtmlWriter* html);

// What the certainty of a source is called: "moderate".
std::string_view CertaintyWord(int level);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_REPORTS_HTML_SIGNS_H_
