#include "queries/graph_view/components.h"

#include <algorithm>
#include <boost/graph/strong_components.hpp>

#include "queries/graph_view/csr_graph.h"

namespace claimgraph {

std::vector<std::vector<std::uint32_t>> Circles(Adjacency graph) {
  const CsrGraph view(graph);
  const boost::typed_identity_property_map<std::uint32_t> index;
  std::vector<std::uint32_t> component(graph.rows());
  const std::uint32_t count =
      boost::strong_components(view, boost::make_iterator_property_map(component.begin(), index),
                               boost::vertex_index_map(index));
  std::vector<std::uint32_t> sizes(count);
  for (const std::uint32_t c : component) ++sizes[c];

  std::vector<std::vector<std::uint32_t>> circles;
  std::vector<std::uint32_t> circle_of(count, kNoIndex);
  for (std::uint32_t v = 0; v < graph.rows(); ++v) {
    const std::uint32_t c = component[v];
    if (sizes[c] == 1 && !std::ranges::binary_search(graph[v], v)) continue;
    if (circle_of[c] == kNoIndex) {
      circle_of[c] = static_cast<std::uint32_t>(circles.size());
      circles.emplace_back();
    }
    circles[circle_of[c]].push_back(v);
  }
  return circles;
}

}  // namespace claimgraph
