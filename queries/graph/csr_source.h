// Where questions get the arrays of a store's graph: mapped, or made once.
//
// The first question maps the snapshot in the store's folder if it is of the state
// that the reader sees; else it makes the arrays from the store and, where the
// folder lets it, leaves a snapshot for the next process.  A snapshot of another
// state, of another store, or damaged, is never used but replaced.  That none can
// be written (a read-only folder, a full disk) is no error.
//
// What says which state of which store a snapshot is of: GraphReader::State and the
// last id issued of each kind.  A reader whose state is unknown has no snapshot.
#ifndef CLAIMGRAPH_QUERIES_GRAPH_CSR_SOURCE_H_
#define CLAIMGRAPH_QUERIES_GRAPH_CSR_SOURCE_H_

#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "core/graph_reader.h"
#include "core/status.h"
#include "queries/graph/csr_layout.h"
#include "queries/graph/evidence_csr.h"
#include "queries/graph/snapshot_file.h"

namespace claimgraph {

// Beside RocksDB's files, which leaves names that are not its own alone.
inline constexpr const char* kSnapshotName = "graph.snapshot";

class CsrSource {
 public:
  // `folder` is the store's; empty: nothing is kept on disk.  `reader` outlives this,
  // and its state must not change while it is asked.
  explicit CsrSource(const GraphReader& reader, std::string folder = {})
      : reader_(reader), folder_(std::move(folder)) {}

  // The arrays of `parts`; of the others, some may be empty.  Views last as long as
  // this object.  Many threads may ask.
  [[nodiscard]] Result<EvidenceCsr> Graph(GraphParts parts = kWholeGraph);

  // Makes arrays and snapshot anew unless there is one of this state.  Fails only
  // where the store does.
  [[nodiscard]] Status Refresh();

  // Why the snapshot of this very state is not what the store gives, if there is
  // one and it is not.
  [[nodiscard]] Result<std::optional<std::string>> FindFault() const;

 private:
  std::string path() const { return folder_ + "/" + kSnapshotName; }
  std::uint64_t Stamp() const;
  Status Make();

  const GraphReader& reader_;
  std::string folder_;
  std::mutex mutex_{};
  bool looked_ = false;  // for a snapshot
  std::unique_ptr<MappedSnapshot> mapped_{};
  std::optional<EvidenceArrays> made_{};
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_GRAPH_CSR_SOURCE_H_
