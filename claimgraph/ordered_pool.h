// Many threads make, one takes, and the order is as if there were one.
//
// What is made depends on its number alone; what takes it needs no lock.
#ifndef CLAIMGRAPH_CLAIMGRAPH_ORDERED_POOL_H_
#define CLAIMGRAPH_CLAIMGRAPH_ORDERED_POOL_H_

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "claimgraph/stop_at_end.h"

namespace claimgraph {

// Calls make(i) for each i below `count` on `jobs` threads (0: one a core; a
// single one is this thread), and take(i, result) on this thread, in order of i.  Results that wait
// for their turn are at most a few for each thread, so memory does not grow with `count`.
// What make or take throws is thrown here, once no thread is left; that of make(i) when the
// turn of i has come, so that what was taken before it does not depend on the threads.
template <typename Make, typename Take>
void MakeInOrder(std::size_t count, unsigned jobs, const Make& make, const Take& take) {
  using Made = decltype(make(std::size_t{0}));
  if (jobs == 0) jobs = std::max(1U, std::thread::hardware_concurrency());
  if (jobs == 1 || count == 1) {  // a thread would only cost its start
    for (std::size_t i = 0; i < count; ++i) take(i, make(i));
    return;
  }
  const std::size_t window = std::size_t{4} * jobs;
  std::mutex mutex;
  std::condition_variable changed;
  struct Outcome {
    std::optional<Made> made{};
    std::exception_ptr thrown{};  // instead of `made`
  };
  std::map<std::size_t, Outcome> waiting;
  std::size_t next_to_make = 0;
  std::size_t next_to_take = 0;
  bool stopped = false;

  const auto work = [&] {
    std::unique_lock lock(mutex);
    while (!stopped && next_to_make < count) {
      if (next_to_make >= next_to_take + window) {
        changed.wait(lock);
        continue;
      }
      const std::size_t i = next_to_make++;
      lock.unlock();
      Outcome outcome;
      try {
        outcome.made.emplace(make(i));
      } catch (...) {
        outcome.thrown = std::current_exception();
      }
      lock.lock();
      waiting.emplace(i, std::move(outcome));
      changed.notify_all();
    }
  };
  std::vector<std::jthread> threads;
  const StopAtEnd stopper{mutex, changed, stopped};
  for (std::size_t t = 0; t < std::min<std::size_t>(jobs, count); ++t) threads.emplace_back(work);

  for (std::size_t i = 0; i < count; ++i) {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return waiting.contains(i); });
    Outcome outcome = std::move(waiting.extract(i).mapped());
    if (outcome.thrown) {
      lock.unlock();
      std::rethrow_exception(outcome.thrown);
    }
    next_to_take = i + 1;
    changed.notify_all();
    lock.unlock();
    take(i, std::move(*outcome.made));
  }
}

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CLAIMGRAPH_ORDERED_POOL_H_
