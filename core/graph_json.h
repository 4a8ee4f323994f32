// One document's graph as one line of JSON, with every field of every noun, and back.
//
// A line stands alone: what its nouns refer to stands in it, and ids are local, positions
// from 1 (document_graph.h).  So it can be put into any store, whatever that holds.
//
//   {"document": {"source": "draft.md", "text": "..", ..}, "claims": [..], ..}
//
// Fields have the names of graph_fields.h.  One that is left out, or null, has its default:
// "", 0, none, or what the noun says.  Enumerators stand by name, ranges as {"begin", "end"};
// the map to the source's bytes is a list of its runs, {"source", "size", "text_unit",
// "source_unit"}, of which the units are left out where they are 1.
//
// Reading passes over fields that it does not know, and refuses a line of which anything
// else is not as it says here: one field of another type, an enumerator that nobody knows,
// an id or a range that leads nowhere (graph_faults.h).  Time is linear in the line and
// memory at most some 10 times its size, whatever it holds.
#ifndef CLAIMGRAPH_CORE_GRAPH_JSON_H_
#define CLAIMGRAPH_CORE_GRAPH_JSON_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "core/document_graph.h"
#include "core/status.h"

namespace claimgraph {

// The longest line that is written or read, its end not counted: the graph of an article is
// some 14 times as long as its text, and the largest articles have 50 MB.
inline constexpr std::size_t kMostInGraphLine = std::size_t{1} << 30;

// Appends one line, without its end.  Bytes that are not UTF-8 become U+FFFD.
void AppendGraphJson(const DocumentGraph& graph, std::string* out);

// InvalidArgument with a sentence that names the field: `claims[2].confidence is "high"; it
// must be a number`.
[[nodiscard]] Result<DocumentGraph> ParseGraphJson(std::string_view line);

// The first line of a file of such lines: what they were made with.
struct GraphHeader {
  std::string method{};      // kMethodVersion (appraisal.h) of whoever judged
  std::string vocabulary{};  // GraphReader::Vocabulary; may be empty
  bool operator==(const GraphHeader&) const = default;
};

// `{"schema":"claimgraph/graph/1","method":..,"vocabulary":..}`; without a vocabulary
// where there is none.
std::string GraphHeaderJson(const GraphHeader& header);

// kVersion for a schema that this version does not know; kInvalidArgument for a line that is
// no such header.
[[nodiscard]] Result<GraphHeader> ParseGraphHeader(std::string_view line);

// Whether a file that begins with `head` begins with a header, of whatever version.
bool LooksLikeGraphLines(std::string_view head);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_GRAPH_JSON_H_
