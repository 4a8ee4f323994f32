// The evidence profile as a table; see evidence_profile.h for what its rows mean.
//
// Each step that took certainty down or up has a note below the table, as in GRADE's
// tables; equal notes are one.
#ifndef CLAIMGRAPH_QUERIES_REPORTS_HTML_PROFILE_H_
#define CLAIMGRAPH_QUERIES_REPORTS_HTML_PROFILE_H_

#include <string>
#include <vector>

#include "queries/reports/document_index.h"
#include "queries/reports/evidence_profile.h"
#include "queries/reports/html_writer.h"

namespace claimgraph {

// The id of a proposition's row.  A proposition may have one in each document.
std::string ProfileRowId(const DocumentIndex& index, PropositionId proposition);

void PutProfile(const std::vector<ProfileRow>& rows, const DocumentIndex& index, HtmlWriter* html);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_REPORTS_HTML_PROFILE_H_
