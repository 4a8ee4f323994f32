// Tells threads to stop when a scope is left, whichever way.
//
// Stands behind the threads that it stops, so that it is destroyed before they are
// waited for: they must not wait for a taker that left.
#ifndef CLAIMGRAPH_CLAIMGRAPH_STOP_AT_END_H_
#define CLAIMGRAPH_CLAIMGRAPH_STOP_AT_END_H_

#include <condition_variable>
#include <mutex>

namespace claimgraph {

struct StopAtEnd {
  ~StopAtEnd() {
    const std::scoped_lock lock(mutex);
    stopped = true;
    changed.notify_all();
  }
  std::mutex& mutex;
  std::condition_variable& changed;
  bool& stopped;
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CLAIMGRAPH_STOP_AT_END_H_
