// The twin without a disk: the same keys in ordered maps.

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "core/store/key_value_graph.h"

namespace claimgraph {
namespace {

class MemoryKeyValues final : public KeyValues {
 public:
  Result<std::optional<std::string>> Get(Family family, std::string_view key) const override {
    const Map& map = Of(family);
    const auto found = map.find(key);
    return found == map.end() ? std::nullopt : std::optional(found->second);
  }

  Status Scan(Family family, std::string_view prefix, const Visit& visit,
              std::string_view from) const override {
    const Map& map = Of(family);
    for (auto it = map.lower_bound(std::max(prefix, from)); it != map.end(); ++it) {
      if (!it->first.starts_with(prefix) || !visit(it->first, it->second)) break;
    }
    return {};
  }

  Status Commit(std::vector<Write> writes) override {
    for (Write& w : writes) {
      Map& map = maps_[static_cast<std::size_t>(w.family)];
      if (w.value) {
        map[std::move(w.key)] = std::move(*w.value);
      } else {
        map.erase(w.key);
      }
    }
    return {};
  }

 private:
  using Map = std::map<std::string, std::string, std::less<>>;

  const Map& Of(Family family) const { return maps_[static_cast<std::size_t>(family)]; }

  std::array<Map, kFamilyNames.size()> maps_{};
};

}  // namespace

std::unique_ptr<KeyValues> NewMemoryKeyValues() { return std::make_unique<MemoryKeyValues>(); }

std::unique_ptr<GraphStore> NewMemoryStore() {
  return std::make_unique<KeyValueGraph>(NewMemoryKeyValues(), "the graph in memory");
}

}  // namespace claimgraph
