// The numbers that Python's random.Random draws, bit for bit.
//
// The graph that stores are compared on is defined by a Python program's draws
// (evidence_workload.h), so that anyone can make it without our code.  This is
// CPython 3.11's generator: a Mersenne twister that init_by_array seeds, fractions
// of 53 bits, and integers by drawing bits until they are below the limit.
#ifndef CLAIMGRAPH_BENCH_PYTHON_RANDOM_H_
#define CLAIMGRAPH_BENCH_PYTHON_RANDOM_H_

#include <cstdint>
#include <initializer_list>
#include <random>
#include <vector>

namespace claimgraph {

class PythonRandom {
 public:
  explicit PythonRandom(std::uint32_t seed);  // Random(seed)

  // random(): in [0, 1).
  double Fraction();
  // As if Fraction had been called `count` times.
  void SkipFractions(std::uint64_t count) { bits_.discard(2 * count); }
  // randrange(limit).  Requires: limit > 0.
  std::uint32_t Below(std::uint32_t limit);
  // choices(range(n), weights)[0]
  std::uint32_t Choose(std::initializer_list<std::uint32_t> weights);
  // shuffle(items)
  void Shuffle(std::vector<std::uint32_t>* items);
  // sample(range(20), count), as drawn.  Requires: count < 6, where Python keeps a pool.
  std::vector<std::uint32_t> SampleOfTwenty(std::uint32_t count);

 private:
  std::mt19937 bits_;
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_BENCH_PYTHON_RANDOM_H_
