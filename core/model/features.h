// What a learned model sees of a piece of text: hashed features with values.
//
// A feature is a template's number together with the words that fill it ("the words at
// i and i + 1 are ..."), hashed; the upper 32 bits are kept, and a model keeps weights for buckets
// of those (linear_model.h).  Two features that share a bucket share weights: with 2^18 buckets and
// tens of thousands of features that costs less than a figure can show, and no dictionary has to be
// kept, loaded or asked (Weinberger et al., ICML 2009).
//
// The hashes are part of every model's weights: change one and train again.
#ifndef CLAIMGRAPH_CORE_MODEL_FEATURES_H_
#define CLAIMGRAPH_CORE_MODEL_FEATURES_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace claimgraph {

using FeatureHash = std::uint64_t;

// FNV-1a.
constexpr FeatureHash HashWord(std::string_view word) {
  FeatureHash hash = 0xcbf29ce484222325ULL;
  for (const char c : word) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  }
  return hash;
}

// Order matters: Combine(a, b) != Combine(b, a).  The mixing is that of SplitMix64.
constexpr FeatureHash Combine(FeatureHash a, FeatureHash b) {
  FeatureHash z = a * 0x9e3779b97f4a7c15ULL + b + 0x9e3779b97f4a7c15ULL;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31);
}

struct Feature {
  std::uint32_t hash = 0;
  float value = 1;
  bool operator==(const Feature&) const = default;
};

// Reuse one for many texts: its buffer keeps its size.
class Features {
 public:
  void Clear() { items_.clear(); }

  void Add(FeatureHash hash, float value = 1) {
    items_.push_back({static_cast<std::uint32_t>(hash >> 32), value});
  }

  // A feature that was added several times counts once, where it came first.
  void MakeBinary();
  // The squares of the values sum to 1.
  void Normalise();

  std::span<const Feature> items() const { return items_; }

 private:
  std::vector<Feature> items_{};
  std::vector<std::uint32_t> seen_{};  // of MakeBinary: 1 + index of an item, by hash
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_MODEL_FEATURES_H_
