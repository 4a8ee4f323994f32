// Who is set against whom in a clause: "lower in the massage group than with usual care".
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_RESULT_GROUPS_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_RESULT_GROUPS_H_

#include <string>

#include "importers/extraction/result_grammar.h"

namespace claimgraph {

// Empty where the clause names none, or only "the intervention group".
struct Groups {
  std::string intervention{};
  std::string comparator{};
};

Groups GroupsOf(const ResultGrammar& grammar, const Change& change, TokenRange clause);

// "sham" for "the sham group", "massage" for "massage group"; empty for "both groups".
std::string GroupName(const StudyText& text, TokenRange range);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_RESULT_GROUPS_H_
