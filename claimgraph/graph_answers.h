// Questions that only a whole graph can answer, from words to printed answer.
//
// Each is a page of queries/graph: what it means, its limits, what it costs.  The
// graph is read from the store once for each call (queries/graph/read_csr.h); a
// program with many questions reads it itself and calls queries/graph.
#ifndef CLAIMGRAPH_CLAIMGRAPH_GRAPH_ANSWERS_H_
#define CLAIMGRAPH_CLAIMGRAPH_GRAPH_ANSWERS_H_

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "core/graph_reader.h"
#include "core/status.h"

namespace claimgraph {

enum class GraphSubject : std::uint8_t {
  kImpact,        // of a work or document; of none: every work, ranked
  kIndependence,  // of a claim or proposition
  kChains,        // of a claim
  kConflicts,
  kInfluence,
  kCoverage,  // of a document; of none: every document, ranked
  kCommunities,
  kPath,  // of two nodes
};
std::string_view Name(GraphSubject subject);  // "impact", ...

struct GraphQuestion {
  GraphSubject subject = GraphSubject::kImpact;
  // As people name them: "c12", a source path, a DOI, a PMID, an address.
  std::vector<std::string> nodes{};
  std::size_t limit = 20;  // rows of a list, or claims of an answer
};

// kInvalidArgument for a node that is not in the store or of another kind.
[[nodiscard]] Status AnswerText(const GraphReader& reader, const GraphQuestion& question,
                                std::ostream& out);

// Schema "claimgraph/<subject>/1": see docs/json_format.md.
[[nodiscard]] Status AnswerJson(const GraphReader& reader, const GraphQuestion& question,
                                std::ostream& out);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CLAIMGRAPH_GRAPH_ANSWERS_H_
