// Every vertex v is two: what arrives at 2v leaves from 2v + 1, and one unit may
// pass between them.

#include "queries/graph_view/disjoint_paths.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/edmonds_karp_max_flow.hpp>
#include <cassert>
#include <limits>

namespace claimgraph {
namespace {

using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;

struct Pipe {
  int capacity = 0;
  int residual = 0;
  Traits::edge_descriptor reverse{};
};

using Network =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, Pipe>;

constexpr int kEndless = std::numeric_limits<int>::max() / 2;

std::uint32_t In(std::uint32_t v) { return 2 * v; }
std::uint32_t Out(std::uint32_t v) { return 2 * v + 1; }

void AddPipe(std::uint32_t from, std::uint32_t to, int capacity, Network* network) {
  const auto there = add_edge(from, to, Pipe{capacity, 0, {}}, *network).first;
  const auto back = add_edge(to, from, Pipe{}, *network).first;
  (*network)[there].reverse = back;
  (*network)[back].reverse = there;
}

// The vertex that the flow out of `v` goes to; once for each unit.
std::uint32_t FollowFlow(std::uint32_t v, Network* network) {
  for (auto [edge, end] = out_edges(Out(v), *network); edge != end; ++edge) {
    Pipe& pipe = (*network)[*edge];
    if (pipe.capacity == 0 || pipe.residual == pipe.capacity) continue;
    ++pipe.residual;
    return static_cast<std::uint32_t>(target(*edge, *network) / 2);
  }
  assert(false);  // flow that arrives also leaves
  return v;
}

}  // namespace

DisjointPaths FindDisjointPaths(std::uint32_t vertices,
                                const std::vector<std::pair<std::uint32_t, std::uint32_t>>& edges,
                                std::uint32_t from, std::uint32_t to) {
  Network network(2 * static_cast<std::size_t>(vertices));
  for (std::uint32_t v = 0; v < vertices; ++v) {
    AddPipe(In(v), Out(v), v == from || v == to ? kEndless : 1, &network);
  }
  for (const auto& [a, b] : edges) {
    assert(a != from || b != to);
    if (a != b) AddPipe(Out(a), In(b), kEndless, &network);
  }
  // After the last search, what it coloured can still be reached from `from`.
  std::vector<boost::default_color_type> colors(num_vertices(network));
  std::vector<Traits::edge_descriptor> before(num_vertices(network));
  const auto index = get(boost::vertex_index, network);
  const int count = boost::edmonds_karp_max_flow(
      network, Out(from), In(to), get(&Pipe::capacity, network), get(&Pipe::residual, network),
      get(&Pipe::reverse, network), boost::make_iterator_property_map(colors.begin(), index),
      boost::make_iterator_property_map(before.begin(), index));

  DisjointPaths found;
  for (std::uint32_t v = 0; v < vertices; ++v) {
    const bool reached = colors[In(v)] != boost::white_color;
    if (v != from && v != to && reached && colors[Out(v)] == boost::white_color) {
      found.cut.push_back(v);
    }
  }
  for (int i = 0; i < count; ++i) {
    std::vector<std::uint32_t>& path = found.paths.emplace_back();
    for (std::uint32_t v = FollowFlow(from, &network); v != to; v = FollowFlow(v, &network)) {
      path.push_back(v);
    }
  }
  std::ranges::sort(found.paths);
  return found;
}

}  // namespace claimgraph
