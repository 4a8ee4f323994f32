// A stored graph as Boost.Graph sees it, and the walks that answers need.
//
// A GraphView copies nothing: it asks the reader for the successors of a vertex
// when an algorithm comes to it, so walking a corner of a large store costs that
// corner.  It models Boost's IncidenceGraph, AdjacencyGraph and VertexListGraph.
// Which steps there are is the view's choice, and not every step is one stored
// edge: "is cited by" leads through a work and a reference to a document.
//
// Only this file and those of queries/graph_view/ include <boost/graph/...>.
#ifndef CLAIMGRAPH_QUERIES_GRAPH_VIEW_H_
#define CLAIMGRAPH_QUERIES_GRAPH_VIEW_H_

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/graph_traits.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/graph_reader.h"

namespace claimgraph {

class GraphView {
 public:
  using Successors = std::function<std::vector<NodeRef>(NodeRef)>;

  struct Step {
    NodeRef from{};
    NodeRef to{};
    bool operator==(const Step&) const = default;
  };

  // `vertices` are those that an algorithm over the whole view begins at; every
  // successor of one of them must be one as well if such an algorithm is run.
  GraphView(std::vector<NodeRef> vertices, Successors successors)
      : vertices_(std::move(vertices)), successors_(std::move(successors)) {}

  // The names that Boost.Graph asks for.
  struct traversal_category : boost::incidence_graph_tag,
                              boost::adjacency_graph_tag,
                              boost::vertex_list_graph_tag {};
  using directed_category = boost::directed_tag;
  using edge_parallel_category = boost::allow_parallel_edge_tag;
  using vertex_descriptor = NodeRef;
  using edge_descriptor = Step;
  using vertices_size_type = std::size_t;
  using degree_size_type = std::size_t;
  using vertex_iterator = std::vector<NodeRef>::const_iterator;
  class adjacency_iterator;
  class out_edge_iterator;
  static NodeRef null_vertex() { return {}; }

  const std::vector<NodeRef>& vertices() const { return vertices_; }
  std::vector<NodeRef> SuccessorsOf(NodeRef node) const { return successors_(node); }

 private:
  std::vector<NodeRef> vertices_;
  Successors successors_;
};

// Iterators share the list of successors, which lives as long as one of them.
class GraphView::adjacency_iterator
    : public boost::iterator_facade<GraphView::adjacency_iterator, const NodeRef,
                                    std::forward_iterator_tag> {
 public:
  using List = std::shared_ptr<const std::vector<NodeRef>>;
  adjacency_iterator() = default;
  adjacency_iterator(List list, std::size_t at) : list_(std::move(list)), at_(at) {}

 private:
  friend class boost::iterator_core_access;
  const NodeRef& dereference() const { return (*list_)[at_]; }
  bool equal(const adjacency_iterator& other) const { return at_ == other.at_; }
  void increment() { ++at_; }

  List list_{};
  std::size_t at_ = 0;
};

class GraphView::out_edge_iterator
    : public boost::iterator_facade<GraphView::out_edge_iterator, GraphView::Step,
                                    std::forward_iterator_tag, GraphView::Step> {
 public:
  out_edge_iterator() = default;
  out_edge_iterator(NodeRef from, adjacency_iterator to) : from_(from), to_(std::move(to)) {}

 private:
  friend class boost::iterator_core_access;
  Step dereference() const { return {from_, *to_}; }
  bool equal(const out_edge_iterator& other) const { return to_ == other.to_; }
  void increment() { ++to_; }

  NodeRef from_{};
  adjacency_iterator to_{};
};

inline std::pair<GraphView::adjacency_iterator, GraphView::adjacency_iterator> adjacent_vertices(
    NodeRef node, const GraphView& view) {
  auto list = std::make_shared<const std::vector<NodeRef>>(view.SuccessorsOf(node));
  const std::size_t size = list->size();
  return {{list, 0}, {list, size}};
}

inline std::pair<GraphView::out_edge_iterator, GraphView::out_edge_iterator> out_edges(
    NodeRef node, const GraphView& view) {
  auto [begin, end] = adjacent_vertices(node, view);
  return {{node, std::move(begin)}, {node, std::move(end)}};
}

inline std::size_t out_degree(NodeRef node, const GraphView& view) {
  return view.SuccessorsOf(node).size();
}

inline NodeRef source(const GraphView::Step& step, const GraphView&) { return step.from; }
inline NodeRef target(const GraphView::Step& step, const GraphView&) { return step.to; }

inline std::pair<GraphView::vertex_iterator, GraphView::vertex_iterator> vertices(
    const GraphView& view) {
  return {view.vertices().begin(), view.vertices().end()};
}

inline std::size_t num_vertices(const GraphView& view) { return view.vertices().size(); }

// claim -> citation -> reference -> work, and claim -> evidence line -> work.
// Begins at nothing: walk it from a claim.  `reader` must outlive the view.
GraphView EvidenceView(const GraphReader& reader);

// The nodes from a claim to the last thing that it leads to: a work; or less,
// where a citation dangles.
using EvidencePath = std::vector<NodeRef>;

// Every path of `claim`, through its citations first, then its evidence lines;
// ascending; the first `limit` of them.
std::vector<EvidencePath> EvidencePaths(const GraphReader& reader, ClaimId claim,
                                        std::size_t limit = 1000);

// The names under which others cite a document with this source and this DOI or
// address of its own: those of the work that it is.
std::vector<std::string> OwnNames(std::string_view source, std::string_view identifier);

// The works that `document` is: the one that it presents, and those that others
// cite by its own DOI, address or source.  Ascending.
std::vector<NodeRef> OwnWorks(const GraphReader& reader, const Document& document);

// How many documents a search for circles looks at.
inline constexpr std::size_t kCircleLimit = 10'000;

// Circles of documents, each of which leads to every other by what it cites: a
// document that cites itself is one alone.  One document cites another if it has
// a reference to the other's own DOI, address or source.  Each circle ascending,
// and all by their first.
// Looks at what `from` leads to, by who cites whom, until it has seen `limit`
// documents; with no `from`, at the whole graph.
std::vector<std::vector<DocumentId>> CitationCircles(const GraphReader& reader,
                                                     const std::vector<DocumentId>& from = {},
                                                     std::size_t limit = kCircleLimit);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_GRAPH_VIEW_H_
