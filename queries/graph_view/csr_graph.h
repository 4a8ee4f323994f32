// Rows of indices (queries/graph/evidence_csr.h) as Boost.Graph sees them.
//
// Nothing is copied: the vertices are the row numbers, and the edges of a vertex
// are its row where it lies, in vectors or in a mapped file.  Models
// IncidenceGraph, AdjacencyGraph and VertexListGraph; every target must be a row.
#ifndef CLAIMGRAPH_QUERIES_GRAPH_VIEW_CSR_GRAPH_H_
#define CLAIMGRAPH_QUERIES_GRAPH_VIEW_CSR_GRAPH_H_

#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_adaptor.hpp>
#include <boost/property_map/property_map.hpp>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "queries/graph/evidence_csr.h"

namespace claimgraph {

class CsrGraph {
 public:
  explicit CsrGraph(Adjacency rows) : rows_(rows) {}

  // The names that Boost.Graph asks for.
  struct traversal_category : boost::incidence_graph_tag,
                              boost::adjacency_graph_tag,
                              boost::vertex_list_graph_tag {};
  using directed_category = boost::directed_tag;
  using edge_parallel_category = boost::disallow_parallel_edge_tag;
  using vertex_descriptor = std::uint32_t;
  using edge_descriptor = std::pair<std::uint32_t, std::uint32_t>;  // source, target
  using vertices_size_type = std::uint32_t;
  using degree_size_type = std::size_t;
  using vertex_iterator = boost::counting_iterator<std::uint32_t>;
  using adjacency_iterator = const std::uint32_t*;
  class out_edge_iterator;
  static vertex_descriptor null_vertex() { return kNoIndex; }

  const Adjacency& rows() const { return rows_; }

 private:
  Adjacency rows_;
};

class CsrGraph::out_edge_iterator
    : public boost::iterator_adaptor<CsrGraph::out_edge_iterator, const std::uint32_t*,
                                     CsrGraph::edge_descriptor, std::random_access_iterator_tag,
                                     CsrGraph::edge_descriptor> {
 public:
  out_edge_iterator() = default;
  out_edge_iterator(std::uint32_t from, const std::uint32_t* to)
      : iterator_adaptor_(to), from_(from) {}

 private:
  friend class boost::iterator_core_access;
  CsrGraph::edge_descriptor dereference() const { return {from_, *base()}; }

  std::uint32_t from_ = kNoIndex;
};

inline std::pair<CsrGraph::adjacency_iterator, CsrGraph::adjacency_iterator> adjacent_vertices(
    std::uint32_t vertex, const CsrGraph& graph) {
  const auto row = graph.rows()[vertex];
  return {row.data(), row.data() + row.size()};
}

inline std::pair<CsrGraph::out_edge_iterator, CsrGraph::out_edge_iterator> out_edges(
    std::uint32_t vertex, const CsrGraph& graph) {
  const auto [begin, end] = adjacent_vertices(vertex, graph);
  return {{vertex, begin}, {vertex, end}};
}

inline std::size_t out_degree(std::uint32_t vertex, const CsrGraph& graph) {
  return graph.rows()[vertex].size();
}

inline std::uint32_t source(const CsrGraph::edge_descriptor& edge, const CsrGraph&) {
  return edge.first;
}
inline std::uint32_t target(const CsrGraph::edge_descriptor& edge, const CsrGraph&) {
  return edge.second;
}

inline std::pair<CsrGraph::vertex_iterator, CsrGraph::vertex_iterator> vertices(
    const CsrGraph& graph) {
  return {CsrGraph::vertex_iterator(0), CsrGraph::vertex_iterator(graph.rows().rows())};
}

inline std::uint32_t num_vertices(const CsrGraph& graph) { return graph.rows().rows(); }

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_GRAPH_VIEW_CSR_GRAPH_H_
