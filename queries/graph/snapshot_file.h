// An EvidenceCsr in a file: written once, mapped into memory by whoever asks next.
//
//   header     magic "clmgraph", version u32, 0x01020304 u32, stamp u64,
//              counts u32 of documents, claims, works, propositions, lines and
//              references, number of sections u32, 0 u32
//   table      for each section: size in bytes u64, XXH3-64 of its bytes u64
//   checksum   u64, XXH3-64 of all before it
//   sections   each at the next multiple of 64: the columns, then offsets and
//              targets of each adjacency, in the order of csr_layout.h
//
// Numbers are in the byte order of the machine that wrote them.  A file of another
// version, byte order or stamp is not opened; nothing is converted.  The stamp is
// the caller's: it says which state of which store the graph is of.
//
// Opening reads the header alone, whatever the size of the graph.  Its checksum
// and the sizes are checked then, so that no section can lead out of the file.  A
// section is checked when it is first asked for, at some gigabytes a second: its
// checksum, and that every offset, index and enumerator is one.  So a file that was
// cut short, overwritten in places or made up altogether is noticed before one of
// its values is used, and a made-up one can be wrong but leads nowhere outside.
// Not noticed: what changes a file under our eyes, after a section was checked;
// nothing of ours does, since a new snapshot is a new file under the old name.
#ifndef CLAIMGRAPH_QUERIES_GRAPH_SNAPSHOT_FILE_H_
#define CLAIMGRAPH_QUERIES_GRAPH_SNAPSHOT_FILE_H_

#include <cstdint>
#include <memory>
#include <string>

#include "core/status.h"
#include "queries/graph/csr_layout.h"
#include "queries/graph/evidence_csr.h"

namespace claimgraph {

inline constexpr std::uint32_t kSnapshotVersion = 1;

class MappedSnapshot {
 public:
  // kNotFound: no file, or one of another version, byte order or stamp.
  // kCorrupt: its header or its size is not what was written.
  [[nodiscard]] static Result<std::unique_ptr<MappedSnapshot>> Open(const std::string& path,
                                                                    std::uint64_t stamp);
  ~MappedSnapshot();
  MappedSnapshot(const MappedSnapshot&) = delete;
  MappedSnapshot& operator=(const MappedSnapshot&) = delete;

  // The arrays of `parts`, those of other parts empty; valid as long as this
  // object, whatever becomes of the file's name.  kCorrupt: one of them is not what
  // was written.  For one thread at a time.
  [[nodiscard]] Result<EvidenceCsr> View(GraphParts parts);

 private:
  struct Section;
  struct Header;
  MappedSnapshot(const char* bytes, std::size_t size) : bytes_(bytes), size_(size) {}
  Status CheckHeader(const std::string& path, std::uint64_t stamp);
  friend Status WriteSnapshot(const EvidenceCsr& csr, std::uint64_t stamp, const std::string& path);

  std::string path_{};
  const char* bytes_;
  std::size_t size_;
  GraphParts checked_{};
};

// Replaces the file at `path` by one of the whole graph: a reader finds the old
// file or the new one, and a crash leaves one of them.  Writes beside it, at `path`
// + ".new", first.  kLocked: another process is doing just that.  Fails, and leaves
// all as it was, where the disk does.
[[nodiscard]] Status WriteSnapshot(const EvidenceCsr& csr, std::uint64_t stamp,
                                   const std::string& path);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_GRAPH_SNAPSHOT_FILE_H_
