// A graph that can be written: one writer, many readers.
//
// Three implementations answer to one contract (tests/store_contract_test.cc):
//   NewMemoryStore    nothing on disk; tests and `check` use it
//   OpenRocksStore    RocksDB; survives a crash at any point
//   NewOverlayStore   writes stay in memory, reads see them over a base
#ifndef CLAIMGRAPH_CORE_STORE_GRAPH_STORE_H_
#define CLAIMGRAPH_CORE_STORE_GRAPH_STORE_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "core/document_graph.h"
#include "core/graph_reader.h"
#include "core/status.h"

namespace claimgraph {

enum class PutOutcome : std::uint8_t { kAdded, kReplaced, kUnchanged };

struct Put {
  DocumentId document{};
  PutOutcome outcome = PutOutcome::kAdded;
};

// How what was held reaches the disk.
enum class HeldAs : std::uint8_t {
  kCommit,  // one commit to the log: for a moment's documents
  kTables,  // sorted tables that become part of the store: for very many documents
};

// Many threads may read one store at once.  Writing is for one thread, while no
// other reads a memory or overlay store; a store on disk may be read meanwhile,
// unless it holds.
class GraphStore : public GraphReader {
 public:
  // Stores the document and all that hangs on it, or nothing: a crash leaves
  // the old version or the new one.  When this returns, the document is on disk
  // (if RocksOptions::sync, and nothing is held).  Putting what is there already changes nothing;
  // anything else of the same source replaces the old version, keeping the
  // DocumentId, and the ids of its claims, citations or references where the new
  // version has the same words in the same places.  Works and propositions are found by their
  // names, whatever the hints in the graph; those that nothing refers to any more are removed.
  // InvalidArgument if the graph contradicts itself: a local id that leads
  // nowhere, a range outside the text, an evidence line that judges no claim.
  [[nodiscard]] virtual Result<Put> PutDocument(const DocumentGraph& graph) = 0;

  // NotFound if no document has this source.
  [[nodiscard]] virtual Status RemoveDocument(std::string_view source) = 0;

  // What Vocabulary answers from now on.  The caller reads the documents again.
  [[nodiscard]] virtual Status SetVocabulary(std::string_view text) = 0;

  // From now until Release, what is put and removed waits in memory: this store
  // answers as if it were done, others do not see it, and a crash loses it.  A
  // store that keeps nothing on disk has nothing to wait for, and ignores this.
  virtual void Hold() {}
  // About how many bytes of memory wait.
  virtual std::size_t held() const { return 0; }
  // Puts all that was held on disk in one step, or, if that fails, none of it.
  [[nodiscard]] virtual Status Release(HeldAs) { return {}; }
};

std::unique_ptr<GraphStore> NewMemoryStore();

// Base must outlive the overlay.
std::unique_ptr<GraphStore> NewOverlayStore(const GraphReader& base);

struct RocksOptions {
  bool read_only = false;         // many readers may open a store that one writer holds
  bool create_if_missing = true;  // else NotFound, with the command that makes one
  bool sync = true;               // fsync each document's commit
};

[[nodiscard]] Result<std::unique_ptr<GraphStore>> OpenRocksStore(const std::string& dir,
                                                                 const RocksOptions& options = {});

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_STORE_GRAPH_STORE_H_
