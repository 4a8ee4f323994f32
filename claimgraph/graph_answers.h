// Questions that only a whole graph can answer, from words to printed answer.
//
// Each is a page of queries/graph: what it means, its limits, what it costs.  The
// arrays that it is asked of are made or mapped once (queries/graph/csr_source.h),
// and only those that the question needs.
#ifndef CLAIMGRAPH_CLAIMGRAPH_GRAPH_ANSWERS_H_
#define CLAIMGRAPH_CLAIMGRAPH_GRAPH_ANSWERS_H_

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/graph_reader.h"
#include "core/status.h"
#include "queries/graph/csr_source.h"

namespace claimgraph {

enum class GraphSubject : std::uint8_t {
  kImpact,        // of a work or document; of none: every work, ranked
  kIndependence,  // of a claim or proposition
  kChains,        // of a claim
  kConflicts,
  kInfluence,
  kCoverage,  // of a document; of none: every document, ranked
  kCommunities,
  kPath,        // of two nodes
  kNeighbours,  // of a claim
};
std::string_view Name(GraphSubject subject);  // "impact", ...

struct GraphQuestion {
  GraphSubject subject = GraphSubject::kImpact;
  // As people name them: "c12", a source path, a DOI, a PMID, an address.
  std::vector<std::string> nodes{};
  std::size_t limit = 20;  // rows of a list, or claims of an answer
  // kImpact of a node: also what it reaches through so many steps of works that
  // cite works, instead of what falls.
  std::optional<std::uint32_t> through{};
};

// `arrays` are of what `reader` reads.
// kInvalidArgument for a node that is not in the store or of another kind.
[[nodiscard]] Status AnswerText(const GraphReader& reader, CsrSource* arrays,
                                const GraphQuestion& question, std::ostream& out);

// Schema "claimgraph/<subject>/1": see docs/json_format.md.
[[nodiscard]] Status AnswerJson(const GraphReader& reader, CsrSource* arrays,
                                const GraphQuestion& question, std::ostream& out);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CLAIMGRAPH_GRAPH_ANSWERS_H_
