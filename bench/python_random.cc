#include "bench/python_random.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <utility>

namespace claimgraph {
namespace {

// init_by_array with a key of one word, as a seed sequence of the standard
// library.  The state keeps all its numbers, so `begin` is read back as written.
class OneWordKey {
 public:
  using result_type = std::uint32_t;
  explicit OneWordKey(std::uint32_t key) : key_(key) {}

  template <typename Iterator>
  void generate(Iterator begin, Iterator end) const {
    const std::uint32_t size = static_cast<std::uint32_t>(end - begin);
    std::vector<std::uint32_t> state(size);
    state[0] = 19650218;
    for (std::uint32_t i = 1; i < size; ++i) state[i] = 1812433253U * Mixed(state[i - 1]) + i;
    std::uint32_t at = 1;
    const auto next = [&] {
      if (++at < size) return;
      state[0] = state[size - 1];
      at = 1;
    };
    for (std::uint32_t k = 0; k < size; ++k, next()) {
      state[at] = (state[at] ^ (Mixed(state[at - 1]) * 1664525U)) + key_;
    }
    for (std::uint32_t k = 1; k < size; ++k, next()) {
      state[at] = (state[at] ^ (Mixed(state[at - 1]) * 1566083941U)) - at;
    }
    state[0] = 0x80000000U;
    std::ranges::copy(state, begin);
  }

 private:
  static std::uint32_t Mixed(std::uint32_t word) { return word ^ (word >> 30); }

  std::uint32_t key_;
};

std::mt19937 Seeded(std::uint32_t seed) {
  OneWordKey key(seed);
  return std::mt19937(key);
}

}  // namespace

PythonRandom::PythonRandom(std::uint32_t seed) : bits_(Seeded(seed)) {}

double PythonRandom::Fraction() {
  const auto high = static_cast<double>(bits_() >> 5);
  const auto low = static_cast<double>(bits_() >> 6);
  return (high * 0x1p26 + low) * 0x1p-53;
}

std::uint32_t PythonRandom::Below(std::uint32_t limit) {
  const int unused_bits = std::countl_zero(limit);
  std::uint32_t drawn = limit;
  while (drawn >= limit) drawn = static_cast<std::uint32_t>(bits_()) >> unused_bits;
  return drawn;
}

std::uint32_t PythonRandom::Choose(std::initializer_list<std::uint32_t> weights) {
  const double at = Fraction() * std::accumulate(weights.begin(), weights.end(), 0.0);
  std::uint32_t sum = 0;
  std::uint32_t chosen = 0;
  for (const std::uint32_t weight : weights) {
    sum += weight;
    if (at < sum) return chosen;
    ++chosen;
  }
  return chosen - 1;
}

void PythonRandom::Shuffle(std::vector<std::uint32_t>* items) {
  for (std::size_t i = items->size(); i-- > 1;) {
    std::swap((*items)[i], (*items)[Below(static_cast<std::uint32_t>(i) + 1)]);
  }
}

std::vector<std::uint32_t> PythonRandom::SampleOfTwenty(std::uint32_t count) {
  std::vector<std::uint32_t> pool(20);
  std::iota(pool.begin(), pool.end(), 0);
  std::vector<std::uint32_t> sample;
  for (std::uint32_t left = 20; left > 20 - count; --left) {
    const std::uint32_t drawn = Below(left);
    sample.push_back(pool[drawn]);
    pool[drawn] = pool[left - 1];
  }
  return sample;
}

}  // namespace claimgraph
