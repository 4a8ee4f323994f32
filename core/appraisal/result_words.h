// A study's result in words, as the reasons of evidence lines tell it.
//
//   Hill & Reed (2020): sleep did not change, SMD 0.08 (-0.2 to 0.36), at 6 months
//
// An EvidenceLine keeps no ids of results.  The words, which name source, outcome, numbers
// and time, also say which results of the record a line was judged by: a reader of the
// graph finds them without the vocabulary that matched them.
#ifndef CLAIMGRAPH_CORE_APPRAISAL_RESULT_WORDS_H_
#define CLAIMGRAPH_CORE_APPRAISAL_RESULT_WORDS_H_

#include <string>
#include <string_view>

#include "core/evidence_line.h"
#include "core/record.h"
#include "core/result.h"

namespace claimgraph {

// "Moyer et al. (2004)"; `source`, the name of its document, where the record has no authors.
std::string SourceWords(const Record& record, std::string_view source);

// Looked for, and no difference seen.
bool FoundNothing(const StudyResult& result);

std::string ResultWords(const Record& record, std::string_view source, const StudyResult& result);

// Requires: `record` is the one that the line names, and `result` is of its document.
bool IsJudgedBy(const EvidenceLine& line, const Record& record, const StudyResult& result);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_APPRAISAL_RESULT_WORDS_H_
