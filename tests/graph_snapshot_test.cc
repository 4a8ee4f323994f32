// Snapshots of the graph: what is mapped is what was made, and nothing stale,
// foreign or damaged is ever used.

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "queries/graph/csr_source.h"
#include "queries/graph/read_csr.h"
#include "queries/graph/snapshot_file.h"
#include "tests/graph_test_util.h"
#include "tests/store_test_util.h"

namespace claimgraph {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kStamp = 42;
constexpr std::size_t kStampAt = 16;  // in the header
constexpr std::size_t kVersionAt = 8;
constexpr std::size_t kByteOrderAt = 12;

class SnapshotTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "claimgraph-snapshot-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string Path() const { return folder_ + "/" + kSnapshotName; }
  std::string Read() const {
    std::ifstream in(Path(), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  }
  void Write(const std::string& bytes) const {
    fs::remove(Path());
    std::ofstream(Path(), std::ios::binary) << bytes;
  }

  std::string folder_;
};

void ExpectEqual(const EvidenceCsr& a, const EvidenceCsr& b) {
  ForEachColumn(
      [&](const auto&, const auto& x, const auto& y) { EXPECT_TRUE(std::ranges::equal(x, y)); }, a,
      b);
  ForEachRows(
      [&](const auto&, const Adjacency& x, const Adjacency& y) {
        EXPECT_TRUE(std::ranges::equal(x.offsets, y.offsets));
        EXPECT_TRUE(std::ranges::equal(x.targets, y.targets));
      },
      a, b);
}

// Where each section that holds anything begins, as the header has it.
std::vector<std::size_t> SectionsOf(const std::string& bytes) {
  constexpr std::size_t kTableAt = 56;
  constexpr std::size_t kSections = 61;
  std::vector<std::size_t> begins;
  std::size_t end = kTableAt + kSections * 16 + 8;
  for (std::size_t i = 0; i < kSections; ++i) {
    std::uint64_t size = 0;
    std::memcpy(&size, bytes.data() + kTableAt + 16 * i, sizeof(size));
    const std::size_t begin = (end + 63) / 64 * 64;
    if (size != 0) begins.push_back(begin);
    end = begin + size;
  }
  EXPECT_EQ(end, bytes.size());
  return begins;
}

// One store that says which state it is in, as one on disk does.
class StatedStore final : public GraphReader {
 public:
  explicit StatedStore(std::uint64_t name) : state_(name << 32U) {}
  void Put(const DocumentGraph& graph) {
    ASSERT_TRUE(store_->PutDocument(graph));
    ++state_;
  }
  std::uint64_t State() const override { return state_; }
  std::size_t sweeps() const { return sweeps_; }

  Status SweepClaims(const VisitBriefs<ClaimBrief>& visit) const override {
    ++sweeps_;
    return store_->SweepClaims(visit);
  }
  Result<Document> FindDocument(DocumentId id) const override { return store_->FindDocument(id); }
  Result<Claim> FindClaim(ClaimId id) const override { return store_->FindClaim(id); }
  Result<Citation> FindCitation(CitationId id) const override { return store_->FindCitation(id); }
  Result<Reference> FindReference(ReferenceId id) const override {
    return store_->FindReference(id);
  }
  Result<Work> FindWork(WorkId id) const override { return store_->FindWork(id); }
  Result<Proposition> FindProposition(PropositionId id) const override {
    return store_->FindProposition(id);
  }
  Result<EvidenceLine> FindEvidenceLine(EvidenceLineId id) const override {
    return store_->FindEvidenceLine(id);
  }
  Result<Finding> FindFinding(FindingId id) const override { return store_->FindFinding(id); }
  Result<Record> FindRecord(RecordId id) const override { return store_->FindRecord(id); }
  Result<StudyResult> FindResult(ResultId id) const override { return store_->FindResult(id); }
  Result<Study> FindStudy(StudyId id) const override { return store_->FindStudy(id); }
  Result<Decision> FindDecision(DecisionId id) const override {
    return store_->FindDecision(id);
  }
  std::vector<std::uint64_t> All(NodeKind kind) const override { return store_->All(kind); }
  std::vector<NodeRef> Neighbours(NodeRef node, EdgeKind kind, Way way) const override {
    return store_->Neighbours(node, kind, way);
  }
  NodeRef Named(std::string_view name) const override { return store_->Named(name); }
  std::vector<FindingId> Findings(std::string_view rule, std::size_t limit) const override {
    return store_->Findings(rule, limit);
  }

 private:
  std::unique_ptr<GraphStore> store_ = NewMemoryStore();
  std::uint64_t state_;
  mutable std::size_t sweeps_ = 0;  // of claims: how often arrays were made
};

// ---- The file -----------------------------------------------------------

TEST_F(SnapshotTest, IsWhatWasWritten) {
  std::mt19937 random(1);
  for (const std::uint32_t documents : {0U, 1U, 3U, 40U}) {
    SCOPED_TRACE(documents);
    const EvidenceArrays arrays =
        EvidenceArrays::Assemble(RandomLists(&random, documents, documents * 3));
    ASSERT_TRUE(WriteSnapshot(arrays.view(), kStamp, Path()));
    EXPECT_FALSE(fs::exists(Path() + ".new"));
    const auto mapped = MappedSnapshot::Open(Path(), kStamp);
    ASSERT_TRUE(mapped) << mapped.error().message;
    const Result<EvidenceCsr> csr = (*mapped)->View(kWholeGraph);
    ASSERT_TRUE(csr) << csr.error().message;
    ExpectEqual(*csr, arrays.view());
  }
}

TEST_F(SnapshotTest, ShowsThePartsAskedFor) {
  std::mt19937 random(2);
  const EvidenceArrays arrays = EvidenceArrays::Assemble(RandomLists(&random, 9, 9));
  ASSERT_TRUE(WriteSnapshot(arrays.view(), kStamp, Path()));
  const auto mapped = MappedSnapshot::Open(Path(), kStamp);
  ASSERT_TRUE(mapped);
  const Result<EvidenceCsr> works = (*mapped)->View(GraphPart::kWorks);
  ASSERT_TRUE(works);
  EXPECT_EQ(works->works.size(), 9u);
  EXPECT_EQ(works->claims.size(), 0u);
  EXPECT_EQ(works->work_lines.rows(), 0u);
  ExpectEqual(*(*mapped)->View(kWholeGraph), arrays.view());
}

// The header of an empty graph is frozen: the version must change with it.
TEST_F(SnapshotTest, FormatIsFrozen) {
  const EvidenceArrays arrays = EvidenceArrays::Assemble({});
  ASSERT_TRUE(WriteSnapshot(arrays.view(), kStamp, Path()));
  const std::string bytes = Read();
  EXPECT_EQ(kSnapshotVersion, 1u);
  EXPECT_EQ(bytes.substr(0, 8), "clmgraph");
  EXPECT_EQ(bytes[kStampAt], static_cast<char>(kStamp));
  EXPECT_EQ(bytes[48], 61) << "sections";
  EXPECT_EQ(bytes.size(), 2176u);
}

TEST_F(SnapshotTest, AReplacedFileStaysReadable) {
  std::mt19937 random(3);
  const EvidenceArrays before = EvidenceArrays::Assemble(RandomLists(&random, 9, 9));
  const EvidenceArrays after = EvidenceArrays::Assemble(RandomLists(&random, 2, 2));
  ASSERT_TRUE(WriteSnapshot(before.view(), kStamp, Path()));
  const auto mapped = MappedSnapshot::Open(Path(), kStamp);
  ASSERT_TRUE(mapped);
  ASSERT_TRUE(WriteSnapshot(after.view(), kStamp + 1, Path()));
  ExpectEqual(*(*mapped)->View(kWholeGraph), before.view());
  EXPECT_EQ(MappedSnapshot::Open(Path(), kStamp).error().code, ErrorCode::kNotFound);
  ExpectEqual(*(*MappedSnapshot::Open(Path(), kStamp + 1))->View(kWholeGraph), after.view());
}

TEST_F(SnapshotTest, OfAnotherKindIsNotOpened) {
  const EvidenceArrays arrays = EvidenceArrays::Assemble({});
  ASSERT_TRUE(WriteSnapshot(arrays.view(), kStamp, Path()));
  const std::string good = Read();
  for (const std::size_t at : {kVersionAt, kByteOrderAt}) {
    std::string other = good;
    ++other[at];
    Write(other);
    EXPECT_EQ(MappedSnapshot::Open(Path(), kStamp).error().code, ErrorCode::kNotFound) << at;
  }
  Write(good);
  EXPECT_EQ(MappedSnapshot::Open(Path(), kStamp + 1).error().code, ErrorCode::kNotFound);
  fs::remove(Path());
  EXPECT_EQ(MappedSnapshot::Open(Path(), kStamp).error().code, ErrorCode::kNotFound);
  fs::create_directory(Path());
  EXPECT_FALSE(MappedSnapshot::Open(Path(), kStamp));
}

TEST_F(SnapshotTest, CutShortIsNoticedAtOnce) {
  std::mt19937 random(4);
  const EvidenceArrays arrays = EvidenceArrays::Assemble(RandomLists(&random, 9, 9));
  ASSERT_TRUE(WriteSnapshot(arrays.view(), kStamp, Path()));
  const std::string good = Read();
  for (std::size_t size = 0; size < good.size(); size += size < 80 ? 1 : 97) {
    Write(good.substr(0, size));
    const auto mapped = MappedSnapshot::Open(Path(), kStamp);
    ASSERT_FALSE(mapped) << size;
    EXPECT_EQ(mapped.error().code, ErrorCode::kCorrupt);
  }
  Write(good + "x");
  EXPECT_FALSE(MappedSnapshot::Open(Path(), kStamp));
}

// Every byte but those that only fill up.
TEST_F(SnapshotTest, EveryFlippedByteIsNoticed) {
  std::mt19937 random(5);
  const EvidenceArrays arrays = EvidenceArrays::Assemble(RandomLists(&random, 6, 6));
  ASSERT_TRUE(WriteSnapshot(arrays.view(), kStamp, Path()));
  const std::string good = Read();
  std::size_t unnoticed = 0;
  for (std::size_t at = 0; at < good.size(); ++at) {
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ (1 << random() % 8));
    Write(bad);
    const auto mapped = MappedSnapshot::Open(Path(), kStamp);
    if (!mapped) continue;
    const Result<EvidenceCsr> csr = (*mapped)->View(kWholeGraph);
    if (!csr) continue;
    ++unnoticed;
    ExpectEqual(*csr, arrays.view());
  }
  EXPECT_LT(unnoticed, 61 * 64u);
}

// Right sums over wrong values: nothing may lead out of the arrays.
TEST_F(SnapshotTest, AMadeUpFileLeadsNowhereOutside) {
  std::mt19937 random(6);
  const EvidenceLists lists = RandomLists(&random, 6, 6);
  const EvidenceArrays arrays = EvidenceArrays::Assemble(lists);
  std::size_t arrays_tried = 0;
  const auto expect_refused = [&](const EvidenceCsr& csr) {
    ++arrays_tried;
    ASSERT_TRUE(WriteSnapshot(csr, kStamp, Path()));
    const auto mapped = MappedSnapshot::Open(Path(), kStamp);
    EXPECT_TRUE(!mapped || !(*mapped)->View(kWholeGraph)) << "array " << arrays_tried;
  };
  EvidenceCsr csr = arrays.view();
  ForEachColumn(
      [&](const ColumnLayout& layout, auto& column) {
        if (layout.values == Values::kAny) return;
        using T = typename std::decay_t<decltype(column)>::value_type;
        std::vector<T> values(column.begin(), column.end());
        values.back() = static_cast<T>(layout.values == Values::kNumbers ? 200 : 5000);
        const auto kept = column;
        column = values;
        expect_refused(csr);
        column = kept;
      },
      csr);
  ForEachRows(
      [&](const RowsLayout&, Adjacency& rows) {
        if (rows.targets.empty()) return;
        const Adjacency kept = rows;
        std::vector<std::uint32_t> targets(kept.targets.begin(), kept.targets.end());
        targets[0] = 5000;
        rows.targets = targets;
        expect_refused(csr);
        rows = kept;
        for (const std::size_t at : {std::size_t{0}, kept.offsets.size() / 2}) {
          std::vector<std::uint32_t> offsets(kept.offsets.begin(), kept.offsets.end());
          offsets[at] = 4000;
          rows.offsets = offsets;
          expect_refused(csr);
        }
        rows = kept;
        rows.targets = kept.targets.first(kept.targets.size() - 1);
        expect_refused(csr);
        rows = kept;
      },
      csr);
  EXPECT_GT(arrays_tried, 60u);
}

TEST_F(SnapshotTest, WhatACrashLeftIsWrittenOver) {
  const EvidenceArrays arrays = EvidenceArrays::Assemble({});
  ASSERT_TRUE(WriteSnapshot(arrays.view(), kStamp, Path()));
  std::ofstream(Path() + ".new") << "left by a crash, and longer than " << std::string(9000, 'x');
  EXPECT_TRUE(WriteSnapshot(arrays.view(), kStamp, Path()));
  EXPECT_TRUE(MappedSnapshot::Open(Path(), kStamp));
  EXPECT_FALSE(WriteSnapshot(arrays.view(), kStamp, folder_ + "/no/such/folder"));
}

// ---- Who keeps it fresh -------------------------------------------------

TEST_F(SnapshotTest, IsMadeOnceAndThenMapped) {
  StatedStore store(1);
  store.Put(TinyGraph("a.md", "a", {"doi:10.5555/a"}));
  ASSERT_TRUE(CsrSource(store, folder_).Graph());
  EXPECT_EQ(store.sweeps(), 1u);
  CsrSource second(store, folder_);
  const Result<EvidenceCsr> csr = second.Graph();
  ASSERT_TRUE(csr);
  EXPECT_EQ(store.sweeps(), 1u) << "mapped";
  ExpectEqual(*csr, ReadEvidenceCsr(store)->view());
  EXPECT_FALSE(*second.FindFault());
}

TEST_F(SnapshotTest, StaleIsNeverUsed) {
  StatedStore store(1);
  store.Put(TinyGraph("a.md", "a", {"doi:10.5555/a"}));
  ASSERT_TRUE(CsrSource(store, folder_).Graph());
  store.Put(TinyGraph("b.md", "b", {"doi:10.5555/b"}));
  CsrSource later(store, folder_);
  EXPECT_EQ(later.Graph()->documents.size(), 2u);
  EXPECT_FALSE(*later.FindFault());
  EXPECT_EQ(CsrSource(store, folder_).Graph(GraphPart::kClaims)->documents.size(), 2u);
}

TEST_F(SnapshotTest, OfAnotherStoreIsNeverUsed) {
  StatedStore one(1);
  StatedStore other(2);
  StatedStore copy(1);  // went its own way from the same state, as many commits far
  one.Put(TinyGraph("a.md", "a", {"doi:10.5555/a"}));
  other.Put(TinyGraph("b.md", "b", {"doi:10.5555/b"}));
  DocumentGraph two_works = TinyGraph("b.md", "b", {"doi:10.5555/b"});
  two_works.works.push_back({.names = {"doi:10.5555/c"}});
  two_works.references.push_back({.work = WorkId{2}});
  copy.Put(two_works);
  ASSERT_TRUE(CsrSource(one, folder_).Graph());
  EXPECT_EQ(CsrSource(copy, folder_).Graph()->works.size(), 2u);
  ASSERT_TRUE(CsrSource(other, folder_).Graph());
  EXPECT_EQ(other.sweeps(), 1u);
}

TEST_F(SnapshotTest, DamagedIsReplaced) {
  StatedStore store(1);
  store.Put(TinyGraph("a.md", "a", {"doi:10.5555/a"}));
  ASSERT_TRUE(CsrSource(store, folder_).Graph());
  const std::string good = Read();
  std::vector<std::size_t> places = SectionsOf(good);
  EXPECT_GT(places.size(), 50u);
  places.insert(places.end(), {0, 30, 60, 1034, good.size() - 1});  // and of the header
  for (const std::size_t at : places) {
    SCOPED_TRACE(at);
    std::string bad = good;
    bad[at] = static_cast<char>(~bad[at]);
    Write(bad);
    ExpectEqual(*CsrSource(store, folder_).Graph(), ReadEvidenceCsr(store)->view());
    EXPECT_EQ(Read(), good);
  }
  Write("");
  ExpectEqual(*CsrSource(store, folder_).Graph(), ReadEvidenceCsr(store)->view());
  EXPECT_EQ(Read(), good);
}

TEST_F(SnapshotTest, AFaultOfTheFileIsTold) {
  StatedStore store(1);
  store.Put(TinyGraph("a.md", "a", {"doi:10.5555/a"}));
  ASSERT_TRUE(CsrSource(store, folder_).Graph());
  std::string bad = Read();
  bad.back() = static_cast<char>(~bad.back());
  Write(bad);
  EXPECT_TRUE(*CsrSource(store, folder_).FindFault());
}

TEST_F(SnapshotTest, NoPlaceIsNoError) {
  StatedStore store(1);
  store.Put(TinyGraph("a.md", "a", {"doi:10.5555/a"}));
  EXPECT_TRUE(CsrSource(store, folder_ + "/nowhere").Graph());
  EXPECT_TRUE(CsrSource(store).Graph());
  const auto unknown = NewMemoryStore();  // its state is
  EXPECT_TRUE(CsrSource(*unknown, folder_).Graph());
  EXPECT_FALSE(fs::exists(Path()));
}

TEST_F(SnapshotTest, RefreshesOnlyWhatIsNotFresh) {
  StatedStore store(1);
  store.Put(TinyGraph("a.md", "a", {"doi:10.5555/a"}));
  for (int i = 0; i < 2; ++i) EXPECT_TRUE(CsrSource(store, folder_).Refresh());
  EXPECT_EQ(store.sweeps(), 1u);
}

}  // namespace
}  // namespace claimgraph
