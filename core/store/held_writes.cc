// What waits is the last write of each key.  A new document's keys are written
// once and asked for by name, so they stand in a hash table; they are put in order
// when they are handed on, or when a scan first needs them in order, which only
// replacing and removing do.
//
// What is read from below while it holds is remembered as well: the works that
// everybody cites are asked for with each document.  Nobody else writes meanwhile.

#include "core/store/held_writes.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <deque>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace claimgraph {
namespace {

// What a key costs beside its bytes: the write, its place in the table, the heap.
constexpr std::size_t kBesideBytes = 160;
constexpr std::size_t kMostRemembered = std::size_t{48} << 20;

// Where each key's write stands: a table of open addresses, which finds a key in
// one or two lines of memory where a chain of nodes takes four.
class KeyTable {
 public:
  // The place for `key` in `writes`: one that holds it, or a free one.
  std::uint32_t* Find(std::string_view key, const std::deque<Write>& writes) {
    if (2 * (writes.size() + 1) > slots_.size()) Grow();
    const std::uint64_t hash = XXH3_64bits(key.data(), key.size());
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t i = hash & mask;; i = (i + 1) & mask) {
      Slot& slot = slots_[i];
      if (slot.index == kFree) slot.hash = hash;
      if (slot.index == kFree || (slot.hash == hash && writes[slot.index].key == key)) {
        return &slot.index;
      }
    }
  }

  void Clear() { slots_.clear(); }

  static constexpr std::uint32_t kFree = 0xffffffff;

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t index = kFree;
  };

  void Grow() {
    std::vector<Slot> old(std::max<std::size_t>(64, 2 * slots_.size()));
    old.swap(slots_);
    const std::size_t mask = slots_.size() - 1;
    for (const Slot& slot : old) {
      if (slot.index == kFree) continue;
      std::size_t i = slot.hash & mask;
      while (slots_[i].index != kFree) i = (i + 1) & mask;
      slots_[i] = slot;
    }
  }

  std::vector<Slot> slots_{};  // a power of two, at most half of them taken
};

// The writes of one family.
class HeldFamily {
 public:
  const Write* Find(std::string_view key) {
    if (writes_.empty()) return nullptr;
    const std::uint32_t found = *table_.Find(key, writes_);
    return found == KeyTable::kFree ? nullptr : &writes_[found];
  }

  void Put(Write write) {
    std::uint32_t* place = table_.Find(write.key, writes_);
    if (*place != KeyTable::kFree) {
      writes_[*place].value = std::move(write.value);
      return;
    }
    *place = static_cast<std::uint32_t>(writes_.size());
    writes_.push_back(std::move(write));
    if (is_ordered_) ordered_.insert(&writes_.back());
  }

  bool empty() const { return writes_.empty(); }

  struct ByKey {
    using is_transparent = void;
    static std::string_view Key(const Write* w) { return w->key; }
    static std::string_view Key(std::string_view key) { return key; }
    template <typename A, typename B>
    bool operator()(const A& a, const B& b) const {
      return Key(a) < Key(b);
    }
  };
  using Ordered = std::set<const Write*, ByKey>;

  const Ordered& InOrder() {
    if (!std::exchange(is_ordered_, true)) {
      for (const Write& w : writes_) ordered_.insert(&w);
    }
    return ordered_;
  }

  // Everything, ascending; the family is empty then.
  void MoveTo(std::vector<Write>* writes) {
    ordered_.clear();
    table_.Clear();
    is_ordered_ = false;
    std::vector<Write*> in_order;
    in_order.reserve(writes_.size());
    for (Write& w : writes_) in_order.push_back(&w);
    std::ranges::sort(in_order, {}, &Write::key);
    writes->reserve(writes->size() + in_order.size());
    for (Write* w : in_order) writes->push_back(std::move(*w));
    writes_.clear();
  }

 private:
  std::deque<Write> writes_{};
  KeyTable table_{};
  Ordered ordered_{};  // as long as writes_, once it is_ordered_
  bool is_ordered_ = false;
};

class HeldWrites final : public KeyValues {
 public:
  explicit HeldWrites(std::unique_ptr<KeyValues> base) : base_(std::move(base)) {}

  Result<std::optional<std::string>> Get(Family family, std::string_view key) const override {
    if (!holding_) return base_->Get(family, key);
    if (const Write* held = Of(family).Find(key)) return held->value;
    if (const Write* known = Read(family).Find(key)) return known->value;
    Result<std::optional<std::string>> value = base_->Get(family, key);
    if (value) Remember({family, std::string(key), *value});
    return value;
  }

  Status Scan(Family family, std::string_view prefix, const Visit& visit,
              std::string_view from) const override {
    if (!holding_ || Of(family).empty()) return base_->Scan(family, prefix, visit, from);
    return ScanBoth(Of(family).InOrder(), family, prefix, visit, from);
  }

  Status Commit(std::vector<Write> writes) override {
    if (!holding_) {
      Forget();
      return base_->Commit(std::move(writes));
    }
    for (Write& w : writes) {
      bytes_ += kBesideBytes + w.key.size() + (w.value ? w.value->size() : 0);
      Of(w.family).Put(std::move(w));
    }
    return {};
  }

  void Hold() override { holding_ = true; }

  std::size_t held() const override { return bytes_; }

  std::uint64_t State() const override { return bytes_ == 0 ? base_->State() : 0; }

  Status Release(HeldAs how) override {
    std::vector<Write> writes;
    for (HeldFamily& family : held_) family.MoveTo(&writes);
    holding_ = false;
    bytes_ = 0;
    if (writes.empty()) return {};
    for (const Write& w : writes) {
      if (Read(w.family).Find(w.key)) Read(w.family).Put(w);
    }
    const Status done = how == HeldAs::kTables ? base_->Ingest(std::move(writes))
                                               : base_->Commit(std::move(writes));
    if (!done) Forget();
    return done;
  }

 private:
  // All calls come from one thread while it holds, so putting in order is no race.
  HeldFamily& Of(Family family) const { return held_[static_cast<std::size_t>(family)]; }

  HeldFamily& Read(Family family) const { return read_[static_cast<std::size_t>(family)]; }

  void Remember(Write read) const {
    read_bytes_ += kBesideBytes + read.key.size() + (read.value ? read.value->size() : 0);
    if (read_bytes_ > kMostRemembered) Forget();
    Read(read.family).Put(std::move(read));
  }

  void Forget() const {
    read_ = {};
    read_bytes_ = 0;
  }

  // Merges what is held into what the base has: of one key, what is held counts.
  Status ScanBoth(const HeldFamily::Ordered& held, Family family, std::string_view prefix,
                  const Visit& visit, std::string_view from) const {
    auto next = held.lower_bound(std::max(prefix, from));
    const auto end = [&] { return next == held.end() || !(*next)->key.starts_with(prefix); };
    bool more = true;
    const auto visit_held = [&] {
      if ((*next)->value) more = visit((*next)->key, *(*next)->value);
      ++next;
    };
    const auto visit_base = [&](std::string_view key, std::string_view value) {
      while (more && !end() && (*next)->key < key) visit_held();
      if (more && !end() && (*next)->key == key) {
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
  mutable std::array<HeldFamily, kFamilyNames.size()> held_{};
  mutable std::array<HeldFamily, kFamilyNames.size()> read_{};  // what the base has
  mutable std::size_t read_bytes_ = 0;
  std::size_t bytes_ = 0;
  bool holding_ = false;
};

}  // namespace

std::unique_ptr<KeyValues> NewHeldWrites(std::unique_ptr<KeyValues> base) {
  return std::make_unique<HeldWrites>(std::move(base));
}

}  // namespace claimgraph
