// Does work grow in proportion to its input?
//
// Four times the input may take nine times as long, and no more: quadratic work
// takes sixteen times.  Both are measured in the same run, in the processor's
// time, and the fastest of a few tries counts, so a slow or a busy machine
// changes both alike.

#ifndef CLAIMGRAPH_TESTS_GROWTH_H_
#define CLAIMGRAPH_TESTS_GROWTH_H_

#include <gtest/gtest.h>
#include <malloc.h>

#include <algorithm>
#include <cstddef>
#include <ctime>
#include <utility>

namespace claimgraph {

inline double ProcessSeconds() {
  timespec t{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) * 1e-9;
}

// Memory stays with the process: given back and taken again, each page is a fault, and
// on some virtual machines faults cost more than the work.
inline void KeepMemory() {
  mallopt(M_MMAP_THRESHOLD, 1 << 30);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  mallopt(M_TOP_PAD, 64 << 20);
}

// make(size) makes an input of about that many bytes, which is not timed;
// work(input) is.
template <typename Make, typename Work>
testing::AssertionResult GrowsLinearly(std::size_t size, const Make& make, const Work& work) {
  constexpr double kFactor = 9;
  constexpr double kNoise = 0.05;  // seconds: less than this says nothing about growth
  constexpr int kTries = 8;
  KeepMemory();
  const auto small = make(size / 4);
  const auto large = make(size);
  const auto time = [&work](const auto& input) {
    const double begin = ProcessSeconds();
    work(input);
    return ProcessSeconds() - begin;
  };
  double quarter = time(small);
  double whole = time(large);
  for (int i = 1; i < kTries && whole > kFactor * quarter + kNoise; ++i) {
    quarter = std::min(quarter, time(small));
    whole = std::min(whole, time(large));
  }
  if (whole <= kFactor * quarter + kNoise) return testing::AssertionSuccess();
  return testing::AssertionFailure()
         << size << " bytes took " << whole << " s, a quarter of them " << quarter << " s";
}

}  // namespace claimgraph

#endif  // CLAIMGRAPH_TESTS_GROWTH_H_
