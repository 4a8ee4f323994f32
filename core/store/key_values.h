// The least that a store needs of whatever keeps its bytes: ordered keys in
// families, and commits that happen whole or not at all.
//
// What a graph is (keys, values, edges, names) is written once over this, in
// key_value_graph; memory_store.cc and rocks_store.cc bring only the bytes.
#ifndef CLAIMGRAPH_CORE_STORE_KEY_VALUES_H_
#define CLAIMGRAPH_CORE_STORE_KEY_VALUES_H_

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/status.h"
#include "core/store/graph_store.h"
#include "core/store/keys.h"

namespace claimgraph {

struct Write {
  Family family = Family::kNodes;
  std::string key{};
  std::optional<std::string> value{};  // nothing: the key is removed, if it is there
};

class KeyValues {
 public:
  virtual ~KeyValues() = default;

  // Nothing, when the key is not there.
  [[nodiscard]] virtual Result<std::optional<std::string>> Get(Family family,
                                                               std::string_view key) const = 0;

  // Visits the keys that begin with `prefix`, in byte order, beginning at `from`
  // if that is later, until `visit` returns false.
  using Visit = std::function<bool(std::string_view key, std::string_view value)>;
  [[nodiscard]] virtual Status Scan(Family family, std::string_view prefix, const Visit& visit,
                                    std::string_view from = {}) const = 0;

  // Does every write, in order, or none.
  [[nodiscard]] virtual Status Commit(std::vector<Write> writes) = 0;

  // The same for very many writes, which are sorted by family and key, no key
  // twice.
  [[nodiscard]] virtual Status Ingest(std::vector<Write> writes) {
    return Commit(std::move(writes));
  }

  // As of GraphReader.
  virtual std::uint64_t State() const { return 0; }

  // As of GraphStore.  These hold nothing: they commit at once.
  virtual void Hold() {}
  virtual std::size_t held() const { return 0; }
  [[nodiscard]] virtual Status Release(HeldAs) { return {}; }
};

// "store graph: the stored bytes of WHAT are damaged", and what to do.
tl::unexpected<Error> Malformed(std::string_view place, const std::string& what);

// Nothing on disk.  Reads may come from many threads while none commits.
std::unique_ptr<KeyValues> NewMemoryKeyValues();

// The bytes of a store on disk, of whatever format version: for moving old
// stores to a new format, and for tests that damage one.  Errors as of
// OpenRocksStore, but for kVersion.
[[nodiscard]] Result<std::unique_ptr<KeyValues>> OpenRocksKeyValues(
    const std::string& dir, const RocksOptions& options = {});

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_STORE_KEY_VALUES_H_
