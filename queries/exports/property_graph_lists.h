// The lists of a noun as one line of JSON, in the words of docs/json_format.md.
//
// Authors are "Okri, B", as in SQL: what people want in a column.
#ifndef CLAIMGRAPH_QUERIES_EXPORTS_PROPERTY_GRAPH_LISTS_H_
#define CLAIMGRAPH_QUERIES_EXPORTS_PROPERTY_GRAPH_LISTS_H_

#include <string>
#include <vector>

#include "core/claim.h"
#include "core/record.h"
#include "core/reference.h"

namespace claimgraph {

void AppendList(const std::vector<std::string>& list, std::string* out);
void AppendList(const std::vector<int>& list, std::string* out);
void AppendList(const std::vector<Author>& list, std::string* out);
void AppendList(const std::vector<Cue>& list, std::string* out);
void AppendList(const std::vector<Effect>& list, std::string* out);
void AppendList(const std::vector<Reason>& list, std::string* out);
void AppendList(const std::vector<Fact>& list, std::string* out);
void AppendList(const std::vector<StandingNotice>& list, std::string* out);
void AppendList(const std::vector<BiasJudgement>& list, std::string* out);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_EXPORTS_PROPERTY_GRAPH_LISTS_H_
