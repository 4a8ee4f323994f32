// Answers of a query, printed.
//
// As they come: memory holds one answer and one document's sources.
#ifndef CLAIMGRAPH_CLAIMGRAPH_ANSWERS_H_
#define CLAIMGRAPH_CLAIMGRAPH_ANSWERS_H_

#include <iosfwd>

#include "core/graph_reader.h"
#include "core/status.h"
#include "queries/query.h"
#include "queries/reports/text.h"

namespace claimgraph {

// Lines as in queries/reports/text.h, of findings, or of claims by verdict:
// `draft.md:3:1: unsupported: "..."`; then how many there were.
[[nodiscard]] Status WriteAnswers(const GraphReader& reader, const Query& query,
                                  const TextOptions& options, std::ostream& out);

// Schema "claimgraph/query/1": see docs/json_format.md.
[[nodiscard]] Status WriteAnswersJson(const GraphReader& reader, const Query& query,
                                      std::ostream& out);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CLAIMGRAPH_ANSWERS_H_
