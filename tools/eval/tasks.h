// The tasks that claimgraph-eval can answer, one a file.
//
// A task turns one row of a dataset, its answers removed, into our answer,
// through the same functions that `claimgraph check` uses.  The caller copies
// the row's "id" into it.
#ifndef CLAIMGRAPH_TOOLS_EVAL_TASKS_H_
#define CLAIMGRAPH_TOOLS_EVAL_TASKS_H_

#include <nlohmann/json_fwd.hpp>

namespace claimgraph::eval {

// {paragraphs[{section text sup[[begin end]]}], references[{ref_id n label raw}]}
//   -> {links[[paragraph index, ref_id]]}
// Offsets of `sup` count characters, not bytes.
nlohmann::json PredictCitations(const nlohmann::json& row);

// {raw} -> {fields{author title container year ...}}
nlohmann::json PredictReferences(const nlohmann::json& row);

// {title abstract} -> {is_rct, label: rct review case_report opinion guideline controlled_trial other}
nlohmann::json PredictStudyType(const nlohmann::json& row);

// {claim} -> {docs[ids, best first]}, from rows {id title sentences[]} of `corpus`.
// Answers all of standard input; the program's exit code.
int PredictRetrieval(const char* corpus);

}  // namespace claimgraph::eval

#endif  // CLAIMGRAPH_TOOLS_EVAL_TASKS_H_
