// What waits is kept as it would be found: the last write of each key, in order.

#include "core/store/held_writes.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

namespace claimgraph {
namespace {

// What a key in a map costs beside its bytes: the node, two strings, the heap.
constexpr std::size_t kBesideBytes = 128;

class HeldWrites final : public KeyValues {
 public:
  explicit HeldWrites(std::unique_ptr<KeyValues> base) : base_(std::move(base)) {}

  Result<std::optional<std::string>> Get(Family family, std::string_view key) const override {
    if (holding_) {
      const Map& held = Of(family);
      const auto found = held.find(key);
      if (found != held.end()) return found->second;
    }
    return base_->Get(family, key);
  }

  Status Scan(Family family, std::string_view prefix, const Visit& visit,
              std::string_view from) const override {
    if (!holding_ || Of(family).empty()) return base_->Scan(family, prefix, visit, from);
    return ScanBoth(Of(family), family, prefix, visit, from);
  }

  Status Commit(std::vector<Write> writes) override {
    if (!holding_) return base_->Commit(std::move(writes));
    for (Write& w : writes) {
      bytes_ += kBesideBytes + w.key.size() + (w.value ? w.value->size() : 0);
      held_[static_cast<std::size_t>(w.family)].insert_or_assign(std::move(w.key),
                                                                 std::move(w.value));
    }
    return {};
  }

  void Hold() override { holding_ = true; }

  std::size_t held() const override { return bytes_; }

  Status Release(HeldAs how) override {
    std::vector<Write> writes = Take();
    holding_ = false;
    bytes_ = 0;
    if (writes.empty()) return {};
    return how == HeldAs::kTables ? base_->Ingest(std::move(writes))
                                  : base_->Commit(std::move(writes));
  }

 private:
  using Map = std::map<std::string, std::optional<std::string>, std::less<>>;

  const Map& Of(Family family) const { return held_[static_cast<std::size_t>(family)]; }

  std::vector<Write> Take() {
    std::vector<Write> writes;
    for (std::size_t family = 0; family < held_.size(); ++family) {
      while (!held_[family].empty()) {
        auto node = held_[family].extract(held_[family].begin());
        writes.push_back(
            {static_cast<Family>(family), std::move(node.key()), std::move(node.mapped())});
      }
    }
    return writes;
  }

  // Merges what is held into what the base has: of one key, what is held counts.
  Status ScanBoth(const Map& held, Family family, std::string_view prefix, const Visit& visit,
                  std::string_view from) const {
    auto next = held.lower_bound(std::max(prefix, from));
    const auto end = [&] { return next == held.end() || !next->first.starts_with(prefix); };
    bool more = true;
    const auto visit_held = [&] {
      if (next->second) more = visit(next->first, *next->second);
      ++next;
    };
    const auto visit_base = [&](std::string_view key, std::string_view value) {
      while (more && !end() && next->first < key) visit_held();
      if (more && !end() && next->first == key) {
        visit_held();
      } else if (more) {
        more = visit(key, value);
      }
      return more;
    };
    const Status scanned = base_->Scan(family, prefix, visit_base, from);
    while (scanned && more && !end()) visit_held();
    return scanned;
  }

  std::unique_ptr<KeyValues> base_;
  std::array<Map, kFamilyNames.size()> held_{};
  std::size_t bytes_ = 0;
  bool holding_ = false;
};

}  // namespace

std::unique_ptr<KeyValues> NewHeldWrites(std::unique_ptr<KeyValues> base) {
  return std::make_unique<HeldWrites>(std::move(base));
}

}  // namespace claimgraph
