// Issues ids that no node of a graph has, or ever had.
#ifndef CLAIMGRAPH_CORE_STORE_ID_SOURCE_H_
#define CLAIMGRAPH_CORE_STORE_ID_SOURCE_H_

#include <array>
#include <cstdint>

#include "core/graph_reader.h"

namespace claimgraph {

// The last ids issued, by NodeKind; 0 where none was.
using LastIds = std::array<std::uint64_t, 10>;

class IdSource {
 public:
  // `graph` must outlive the source, and not change under it.
  explicit IdSource(const GraphReader& graph) : graph_(graph) {}

  std::uint64_t Next(NodeKind kind) {
    std::uint64_t& last = issued_[static_cast<std::size_t>(kind)];
    if (last == 0) last = graph_.LastId(kind);
    return ++last;
  }

  const LastIds& issued() const { return issued_; }

 private:
  const GraphReader& graph_;
  LastIds issued_{};
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_STORE_ID_SOURCE_H_
