// A claim's card: what `explain` says of it, to be opened where the claim stands.
//
//   ▲ overstated  c12  "Stretching prevents ..."               (always visible)
//     what it may say instead; its findings, with what would clear each
//     how it was read: kind, strength, certainty, what it states
//     its evidence: citation -> reference -> work -> study -> results -> rating
//     the steps to the verdict, and what was not assessed
//
// Ids on the page: a card's body is "c12", as `explain` calls the claim, and its mark in
// the article "m12"; a finding is "f3", a reference "r5".
#ifndef CLAIMGRAPH_QUERIES_REPORTS_HTML_CARD_H_
#define CLAIMGRAPH_QUERIES_REPORTS_HTML_CARD_H_

#include <string>
#include <string_view>

#include "core/claim.h"
#include "core/finding.h"
#include "queries/reports/document_index.h"
#include "queries/reports/html_writer.h"

namespace claimgraph {

void PutCard(const Claim& claim, const DocumentIndex& index, HtmlWriter* html);

// What stands above a finding, and is not said again.
struct FindingPlace {
  ReferenceId reference{};     // the entry that it stands at
  std::string_view allowed{};  // the wording that the evidence allows
};

// Severity, rule, message, suggestion, and links to the references that it names.
void PutFinding(const Finding& finding, const DocumentIndex& index, HtmlWriter* html,
                const FindingPlace& place = {});

// DOI, PMID, PMCID and address as links, the address not where it only has the DOI; what
// has none of them gets no words.
void PutIdentifiers(const std::string& doi, const std::string& pmid, const std::string& pmcid,
                    const std::string& url, HtmlWriter* html);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_REPORTS_HTML_CARD_H_
