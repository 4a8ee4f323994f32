// When an import puts on disk what it holds.
//
// Small documents share a commit, since a disk syncs one large commit as fast as one
// small one; what has been reported is on disk.
#ifndef CLAIMGRAPH_CLAIMGRAPH_COMMIT_PACE_H_
#define CLAIMGRAPH_CLAIMGRAPH_COMMIT_PACE_H_

#include <chrono>
#include <cstddef>

#include "core/store/graph_store.h"

namespace claimgraph {

class CommitPace {
 public:
  explicit CommitPace(bool bulk) : bulk_(bulk) {}

  bool IsDue(const GraphStore& store) const {
    if (bulk_) return store.held() >= kMostHeldInBulk;
    return store.held() >= kMostHeld || Clock::now() - last_ >= kLongestWait;
  }
  void Committed() { last_ = Clock::now(); }

 private:
  using Clock = std::chrono::steady_clock;

  // A disk syncs in 0.1 to 10 ms, so this leaves it idle nine tenths of the time, and
  // is as long as a person would call "at once".
  static constexpr std::chrono::milliseconds kLongestWait{100};
  static constexpr std::size_t kMostHeld = std::size_t{16} << 20;
  // Larger steps make fewer tables to merge later; docs/decisions/0012-bulk-import.md
  // has the figures.
  static constexpr std::size_t kMostHeldInBulk = std::size_t{128} << 20;

  bool bulk_ = false;
  Clock::time_point last_ = Clock::now();
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CLAIMGRAPH_COMMIT_PACE_H_
