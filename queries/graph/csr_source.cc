#include "queries/graph/csr_source.h"

#include <xxhash.h>

#include <algorithm>
#include <vector>

#include "queries/graph/read_csr.h"

namespace claimgraph {
namespace {

bool AreEqual(const EvidenceCsr& a, const EvidenceCsr& b) {
  bool equal = true;
  ForEachColumn(
      [&](const auto&, const auto& x, const auto& y) { equal &= std::ranges::equal(x, y); }, a, b);
  ForEachRows(
      [&](const auto&, const Adjacency& x, const Adjacency& y) {
        equal &= std::ranges::equal(x.offsets, y.offsets);
        equal &= std::ranges::equal(x.targets, y.targets);
      },
      a, b);
  return equal;
}

}  // namespace

// 0: nothing may be kept.
std::uint64_t CsrSource::Stamp() const {
  const std::uint64_t state = reader_.State();
  if (folder_.empty() || state == 0) return 0;
  std::vector<std::uint64_t> marks = {state};
  for (const NodeKind kind : kIndexedKinds) marks.push_back(reader_.LastId(kind));
  return std::max<std::uint64_t>(1,
                                 XXH3_64bits(marks.data(), marks.size() * sizeof(std::uint64_t)));
}

Result<EvidenceCsr> CsrSource::Graph(GraphParts parts) {
  const std::lock_guard lock(mutex_);
  const std::uint64_t stamp = looked_ ? 0 : Stamp();
  if (stamp != 0) {
    Result<std::unique_ptr<MappedSnapshot>> mapped = MappedSnapshot::Open(path(), stamp);
    if (mapped) mapped_ = std::move(*mapped);
  }
  looked_ = true;
  if (!made_ && mapped_) {
    if (Result<EvidenceCsr> csr = mapped_->View(parts)) return csr;
  }
  if (!made_) {
    if (const Status made = Make(); !made) return tl::unexpected(made.error());
  }
  return made_->view();
}

// What is mapped stays, since somebody may look at it.
Status CsrSource::Make() {
  const std::uint64_t stamp = Stamp();
  Result<EvidenceArrays> arrays = ReadEvidenceCsr(reader_);
  if (!arrays) return tl::unexpected(arrays.error());
  made_ = std::move(*arrays);
  if (stamp != 0) (void)WriteSnapshot(made_->view(), stamp, path());  // else the next one makes it
  return {};
}

Status CsrSource::Refresh() {
  const std::lock_guard lock(mutex_);
  const std::uint64_t stamp = Stamp();
  if (made_ || stamp == 0 || MappedSnapshot::Open(path(), stamp)) return {};
  return Make();
}

Result<std::optional<std::string>> CsrSource::FindFault() const {
  const std::uint64_t stamp = Stamp();
  if (stamp == 0) return std::nullopt;
  const Result<std::unique_ptr<MappedSnapshot>> mapped = MappedSnapshot::Open(path(), stamp);
  if (!mapped) return std::nullopt;  // of no use to anybody
  const Result<EvidenceCsr> csr = (*mapped)->View(kWholeGraph);
  if (!csr) return std::optional<std::string>(csr.error().message);
  const Result<EvidenceArrays> arrays = ReadEvidenceCsr(reader_);
  if (!arrays) return tl::unexpected(arrays.error());
  if (AreEqual(*csr, arrays->view())) return std::nullopt;
  return std::optional<std::string>(path() +
                                    ": the snapshot is not what the store gives; remove it");
}

}  // namespace claimgraph
