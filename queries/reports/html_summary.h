// What a page says of a document before anything else: totals, verdicts, how much rests
// on evidence, and which findings to look at first.
#ifndef CLAIMGRAPH_QUERIES_REPORTS_HTML_SUMMARY_H_
#define CLAIMGRAPH_QUERIES_REPORTS_HTML_SUMMARY_H_

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "queries/graph/coverage.h"
#include "queries/reports/document_index.h"
#include "queries/reports/html_signs.h"
#include "queries/reports/html_writer.h"

namespace claimgraph {

// Boxes with a number and what it counts: a noun that takes an "s".
using Totals = std::vector<std::pair<std::size_t, std::string_view>>;
void PutTotals(const Totals& totals, HtmlWriter* html);

// The bar, and the same in numbers with what each verdict means.
void PutVerdicts(const VerdictCounts& counts, HtmlWriter* html);

// How many claims are cited, lead to a work, rest on evidence, ...
void PutCoverage(const Coverage& coverage, HtmlWriter* html);

// How many of the supported claims have only sources of which nothing but the title is
// known; nothing if none has.
void PutTitlesAlone(const DocumentIndex& index, HtmlWriter* html);

// What the findings ask for, the most severe first; those that ask for the same stand
// together.  Each is a link to its place.
void PutWhatToDoFirst(const DocumentIndex& index, HtmlWriter* html);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_REPORTS_HTML_SUMMARY_H_
