// The tasks that claimgraph-eval can answer, one a file.
//
// A task turns one row of a dataset, its answers removed, into our answer,
// through the same functions that `claimgraph check` uses.  The caller copies
// the row's "id" into it.
#ifndef CLAIMGRAPH_TOOLS_EVAL_TASKS_H_
#define CLAIMGRAPH_TOOLS_EVAL_TASKS_H_

#include <nlohmann/json_fwd.hpp>

namespace claimgraph::eval {

// {text} -> {certainty: 1 to 6}
nlohmann::json PredictCertainty(const nlohmann::json& row);

// {title sentences[]} -> {is_claim[0|1]}
nlohmann::json PredictClaimSentences(const nlohmann::json& row);

// {text domain: pubmed press_release} -> {label: none correlational conditional_causal direct_causal}
nlohmann::json PredictClaimStrength(const nlohmann::json& row);

// {abstract_text press_text} -> {label: same exaggerates downplays}
nlohmann::json PredictExaggeration(const nlohmann::json& row);

// {paragraphs[{section text sup[[begin end]]}], references[{ref_id n label raw}]}
//   -> {links[[paragraph index, ref_id]]}
// Offsets of `sup` count characters, not bytes.
nlohmann::json PredictCitations(const nlohmann::json& row);

// {intervention comparator outcome evidence[text]}
//   -> {label: increased decreased no_difference, probability}
nlohmann::json PredictDirection(const nlohmann::json& row);

// {claim evidence} -> {label: SUPPORT CONTRADICT NEUTRAL}
nlohmann::json PredictPairVerdict(const nlohmann::json& row);

// {sentences[{tokens[]}]} -> {sentences[[[begin end P|I|Out]]]}, positions of tokens
nlohmann::json PredictPico(const nlohmann::json& row);

// {tokens[]} -> {spans[[begin end "P:sample_size"]]}; of the finer kinds that one alone
nlohmann::json PredictPicoFine(const nlohmann::json& row);

// {raw} -> {fields{author title container year ...}}
nlohmann::json PredictReferences(const nlohmann::json& row);

// {title abstract} -> {is_rct, label: rct review case_report opinion guideline controlled_trial other}
nlohmann::json PredictStudyType(const nlohmann::json& row);

// {text} -> {triples[{subject_span predicate object_span confidence}]}, spans [begin, end] in bytes
nlohmann::json PredictTriples(const nlohmann::json& row);

// {claim docs[{id title sentences[]}]} -> {verdicts{doc id: SUPPORT CONTRADICT NEI}}
nlohmann::json PredictVerdict(const nlohmann::json& row);

// {claim} -> {docs[ids, best first]}, from rows {id title sentences[]} of `corpus`.
// Answers all of standard input; the program's exit code.
int PredictRetrieval(const char* corpus);

}  // namespace claimgraph::eval

#endif  // CLAIMGRAPH_TOOLS_EVAL_TASKS_H_
