// One thread makes, another takes, in order, with a few batches between them.
//
// For streams whose length nobody knows.  Where there is one thread, each thing is
// taken as soon as it is made.
#ifndef CLAIMGRAPH_CLAIMGRAPH_TWO_STAGE_H_
#define CLAIMGRAPH_CLAIMGRAPH_TWO_STAGE_H_

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "claimgraph/stop_at_end.h"

namespace claimgraph {

// How things go from one thread to the other.  Waking a thread for each thing costs more
// than a small thing.
struct HandOver {
  std::size_t batch = 64;   // things that go together
  std::size_t waiting = 8;  // batches between the two
};

// Calls make(push) on a thread of its own, and take(thing) on this one for each thing
// that was pushed.  push answers false once take has: then make should return.  What
// either throws is thrown here, once the thread has ended.
template <typename Thing, typename Make, typename Take>
void MakeAndTake(bool on_two_threads, const Make& make, const Take& take, const HandOver& by = {}) {
  if (!on_two_threads) {
    bool goes_on = true;
    make([&](Thing thing) { return goes_on = goes_on && take(std::move(thing)); });
    return;
  }
  std::mutex mutex;
  std::condition_variable changed;
  std::deque<std::vector<Thing>> waiting;
  bool done = false;
  bool stopped = false;
  std::exception_ptr thrown;

  const auto hand_over = [&](std::vector<Thing>* batch) {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return stopped || waiting.size() < by.waiting; });
    if (!stopped) waiting.push_back(std::move(*batch));
    batch->clear();
    changed.notify_all();
    return !stopped;
  };
  const auto run = [&] {
    std::vector<Thing> batch;
    try {
      make([&](Thing thing) {
        batch.push_back(std::move(thing));
        return batch.size() < by.batch || hand_over(&batch);
      });
      if (!batch.empty()) hand_over(&batch);
    } catch (...) {
      thrown = std::current_exception();  // read once the thread has ended
    }
    const std::scoped_lock lock(mutex);
    done = true;
    changed.notify_all();
  };
  {
    std::jthread maker(run);
    const StopAtEnd stopper{mutex, changed, stopped};  // destroyed first
    for (bool goes_on = true; goes_on;) {
      std::unique_lock lock(mutex);
      changed.wait(lock, [&] { return done || !waiting.empty(); });
      if (waiting.empty()) break;
      std::vector<Thing> batch = std::move(waiting.front());
      waiting.pop_front();
      changed.notify_all();
      lock.unlock();
      for (Thing& thing : batch) {
        goes_on = take(std::move(thing));
        if (!goes_on) break;
      }
    }
  }
  if (thrown) std::rethrow_exception(thrown);
}

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CLAIMGRAPH_TWO_STAGE_H_
