// Issues ids that no node of a graph has, or ever had.
#ifndef CLAIMGRAPH_CORE_STORE_ID_SOURCE_H_
#define CLAIMGRAPH_CORE_STORE_ID_SOURCE_H_

#include <array>
#include <cstdint>

#include "core/graph_reader.h"

namespace claimgraph {

// The last ids issued, by NodeKind; 0 where none was.
using LastIds = std::array<std::uint64_t, static_cast<std::size_t>(kLastNodeKind) + 1>;

class IdSource {
 public:
  // `graph` must outlive the source, and not change under it.
  explicit IdSource(const GraphReader& graph) : graph_(graph) {}

  std::uint64_t Next(NodeKind kind) {
    const auto at = static_cast<std::size_t>(kind);
    if (issued_[at] == 0) before_[at] = issued_[at] = graph_.LastId(kind);
    return ++issued_[at];
  }

  const LastIds& issued() const { return issued_; }
  // The last ids before the first Next; 0 for kinds that had none.
  const LastIds& before() const { return before_; }

 private:
  const GraphReader& graph_;
  LastIds issued_{};
  LastIds before_{};
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_STORE_ID_SOURCE_H_
