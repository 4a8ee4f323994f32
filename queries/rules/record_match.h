// Which records of the graph an entry of a reference list leads to: by what it prints
// as identifier, and by what it prints as title and place.  Where the two lead to
// different works, the entry is at odds with itself.
#ifndef CLAIMGRAPH_QUERIES_RULES_RECORD_MATCH_H_
#define CLAIMGRAPH_QUERIES_RULES_RECORD_MATCH_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/graph_reader.h"
#include "core/record.h"
#include "core/reference.h"

namespace claimgraph {

struct MatchedRecord {
  Record record{};
  std::string source{};  // "pubmed:123"
};

struct RecordMatch {
  std::optional<MatchedRecord> by_identifier{};  // DOI, PMID or PMCID
  std::optional<MatchedRecord> by_words{};       // journal, volume and page, or title and year
};

// Of several records, the one whose title is most like the entry's.
RecordMatch MatchRecords(const GraphReader& reader, const Reference& reference);

// The record that speaks for the entry: by_identifier, else by_words; null if none.
const MatchedRecord* Speaks(const RecordMatch& match);

// "its record (PMID 123)": for messages.
std::string RecordLabel(const MatchedRecord& matched);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_RULES_RECORD_MATCH_H_
