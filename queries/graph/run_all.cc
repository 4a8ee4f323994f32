#include "queries/graph/run_all.h"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>

namespace claimgraph {

void RunAll(const std::vector<std::function<void()>>& tasks) {
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < tasks.size(); i = next++) tasks[i]();
  };
  const std::size_t threads =
      std::min<std::size_t>(tasks.size(), std::max(1U, std::thread::hardware_concurrency()));
  std::vector<std::jthread> others;
  while (others.size() + 1 < threads) others.emplace_back(work);
  work();
}

}  // namespace claimgraph
