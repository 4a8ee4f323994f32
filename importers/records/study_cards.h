// Study cards: what a reviewer read in a study, as JSON.
//
//   {"schema": "claimgraph/study/1",
//    "work": {"title": "...", "authors": ["Hill, A. B."], "year": 2019, "doi": "10.1/x"},
//    "design": "randomised_controlled_trial", "n": 74,
//    "population": {"condition": "fibromyalgia"}, "intervention": "massage",
//    "outcomes": [{"outcome": "anxiety", "direction": "decrease", "significant": true}]}
//
// A file holds one card, a list of cards, {"studies": [...]}, or a card a line.
// docs/study_card.schema.json is the whole format.  A card that says nothing of
// which work it is about, or a field of the wrong kind, is reported with the path to
// it; a bad field is left out, a bad card is skipped, the rest is read.
#ifndef CLAIMGRAPH_IMPORTERS_RECORDS_STUDY_CARDS_H_
#define CLAIMGRAPH_IMPORTERS_RECORDS_STUDY_CARDS_H_

#include <string_view>

#include "importers/records/record_entry.h"

namespace claimgraph {

// True of JSON whose beginning names the schema, or has "work": {} or "studies": [].
bool LooksLikeStudyCards(std::string_view head);

void ReadStudyCards(std::string_view bytes, RecordSink* sink);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_RECORDS_STUDY_CARDS_H_
