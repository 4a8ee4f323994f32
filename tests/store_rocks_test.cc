// What only the store on disk can get wrong: opening, closing, damage.

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <future>
#include <set>

#include "core/store/graph_store.h"
#include "core/store/key_values.h"
#include "tests/store_test_util.h"

namespace claimgraph {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;

const RocksOptions kReadOnly{.read_only = true};

void WriteFile(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

std::string ReadFile(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The names of the files of `dir` that end in `ending`.
std::vector<fs::path> Files(const fs::path& dir, std::string_view ending) {
  std::vector<fs::path> files;
  for (const fs::directory_entry& e : fs::directory_iterator(dir)) {
    if (e.path().string().ends_with(ending)) files.push_back(e.path());
  }
  return files;
}

void ExpectError(const Result<std::unique_ptr<GraphStore>>& store, ErrorCode code,
                 const std::string& dir, const std::string& words) {
  ASSERT_FALSE(store);
  EXPECT_EQ(store.error().code, code);
  EXPECT_THAT(store.error().message, HasSubstr("store " + dir));
  EXPECT_THAT(store.error().message, HasSubstr(words));
}

TEST(RocksStoreTest, IsThereAgainAfterClosing) {
  TempDir dir;
  std::vector<std::string> before;
  {
    const auto store = OpenOrDie(dir / "new/store");
    for (int i = 0; i < 20; ++i) ASSERT_EQ(StreamStep(i, store.get()), "");
    before = Dump(*store);
  }
  EXPECT_EQ(Dump(*OpenOrDie(dir / "new/store", kReadOnly)), before);
  EXPECT_EQ(Dump(*OpenOrDie(dir / "new/store")), before);  // moves the log into tables
  EXPECT_EQ(Dump(*OpenOrDie(dir / "new/store", kReadOnly)), before);
}

TEST(RocksStoreTest, UnsyncedIsThereAgainAfterClosing) {
  TempDir dir;
  {
    const auto store = OpenOrDie(dir / "store", {.sync = false});
    ASSERT_EQ(StreamStep(0, store.get()), "");
  }
  EXPECT_FALSE(OpenOrDie(dir / "store")->All(NodeKind::kDocument).empty());
}

// A removed text must be gone, not only out of reach.
TEST(RocksStoreTest, NoKeyOutlivesItsDocument) {
  TempDir dir;
  {
    const auto store = OpenOrDie(dir / "store");
    ASSERT_TRUE(store->PutDocument(FullGraph("a.md")));
    ASSERT_TRUE(store->PutDocument(TinyGraph("a.md", "new", {"doi:10.5555/1", "pmid:9"})));
    ASSERT_TRUE(store->RemoveDocument("a.md"));
  }
  const auto bytes = *OpenRocksKeyValues(dir / "store");
  for (std::size_t family = 0; family < kFamilyNames.size(); ++family) {
    if (static_cast<Family>(family) == Family::kMeta) continue;
    std::size_t left = 0;
    ASSERT_TRUE(
        bytes->Scan(static_cast<Family>(family), "", [&](auto, auto) { return ++left > 0; }));
    EXPECT_EQ(left, 0u) << kFamilyNames[family];
  }
}

TEST(RocksStoreTest, SaysWhatIsInTheWay) {
  TempDir dir;
  ExpectError(OpenRocksStore(dir / "none", kReadOnly), ErrorCode::kNotFound, dir / "none",
              "claimgraph import PATH... --store " + (dir / "none"));
  ExpectError(OpenRocksStore(dir / "none", {.create_if_missing = false}), ErrorCode::kNotFound,
              dir / "none", "there is no store here");
  EXPECT_FALSE(fs::exists(dir / "none")) << "looking makes nothing";

  WriteFile(dir / "file", "words");
  ExpectError(OpenRocksStore(dir / "file"), ErrorCode::kInvalidArgument, dir / "file",
              "this is a file");
  ExpectError(OpenRocksStore(dir / "file", kReadOnly), ErrorCode::kInvalidArgument, dir / "file",
              "this is a file");

  fs::create_directory(dir / "letters");
  WriteFile(dir / "letters/a.md", "words");
  ExpectError(OpenRocksStore(dir / "letters"), ErrorCode::kInvalidArgument, dir / "letters",
              "holds other files");
  EXPECT_EQ(Files(dir / "letters", "").size(), 1u);

  ExpectError(OpenRocksStore(dir / "file/store"), ErrorCode::kIo, dir / "file/store", "");
}

TEST(RocksStoreTest, MakesAStoreInAnEmptyOrHalfMadeDirectory) {
  TempDir dir;
  fs::create_directory(dir / "empty");
  EXPECT_THAT(Faults(*OpenOrDie(dir / "empty")), IsEmpty());
  fs::create_directory(dir / "half");
  for (const char* name : {"LOCK", "MANIFEST-000001", "000001.dbtmp"}) {
    WriteFile(fs::path(dir / "half") / name, "");
  }
  EXPECT_THAT(Faults(*OpenOrDie(dir / "half")), IsEmpty());
}

TEST(RocksStoreTest, LeavesOtherPeoplesDatabasesAlone) {
  TempDir dir;
  fs::copy(CLAIMGRAPH_FOREIGN_DATABASE, dir / "other");
  for (const RocksOptions& options : {RocksOptions{}, kReadOnly}) {
    ExpectError(OpenRocksStore(dir / "other", options), ErrorCode::kInvalidArgument, dir / "other",
                "claimgraph did not make");
  }
}

TEST(RocksStoreTest, HasOneWriter) {
  TempDir dir;
  const auto writer = OpenOrDie(dir / "store");
  ASSERT_EQ(StreamStep(0, writer.get()), "");
  ExpectError(OpenRocksStore(dir / "store"), ErrorCode::kLocked, dir / "store",
              "another process is writing");
  const auto reader = OpenOrDie(dir / "store", kReadOnly);
  const std::vector<std::string> before = Dump(*reader);
  ASSERT_EQ(StreamStep(1, writer.get()), "");
  EXPECT_EQ(Dump(*reader), before) << "a reader sees one state";
  EXPECT_EQ(Dump(*OpenOrDie(dir / "store", kReadOnly)), Dump(*writer));
}

// A lock on a store's IDENTITY file, as docs/storage_format.md has it.
class IdentityLock {
 public:
  IdentityLock(const fs::path& store, int operation)
      : file_(open((store / "IDENTITY").c_str(), O_RDONLY)) {
    EXPECT_EQ(flock(file_, operation), 0);
  }
  ~IdentityLock() { close(file_); }
  IdentityLock(const IdentityLock&) = delete;
  IdentityLock& operator=(const IdentityLock&) = delete;

 private:
  int file_;
};

std::set<fs::path> FileSet(const fs::path& dir) {
  const std::vector<fs::path> files = Files(dir, "");
  return {files.begin(), files.end()};
}

// Else a reader would miss what a log held that was just moved into tables.
TEST(RocksStoreTest, AWriterDeletesNothingWhileAReaderOpens) {
  TempDir dir;
  ASSERT_EQ(StreamStep(0, OpenOrDie(dir / "store").get()), "");
  const std::set<fs::path> before = FileSet(dir / "store");
  {
    const IdentityLock reader(dir / "store", LOCK_SH);
    (void)OpenOrDie(dir / "store");  // moves the log into tables
    const std::set<fs::path> after = FileSet(dir / "store");
    EXPECT_TRUE(std::ranges::includes(after, before));
  }
  (void)OpenOrDie(dir / "store");
  EXPECT_FALSE(std::ranges::includes(FileSet(dir / "store"), before)) << "then it does";
}

TEST(RocksStoreTest, AReaderOpensWhenAWriterHasDeleted) {
  TempDir dir;
  ASSERT_EQ(StreamStep(0, OpenOrDie(dir / "store").get()), "");
  auto writer = std::make_unique<IdentityLock>(dir / "store", LOCK_EX);
  std::future<std::unique_ptr<GraphStore>> reader =
      std::async(std::launch::async, [&] { return OpenOrDie(dir / "store", kReadOnly); });
  EXPECT_EQ(reader.wait_for(std::chrono::milliseconds(200)), std::future_status::timeout);
  writer.reset();
  EXPECT_THAT(Faults(*reader.get()), IsEmpty());
}

TEST(RocksStoreTest, AReaderCannotWrite) {
  TempDir dir;
  ASSERT_EQ(StreamStep(0, OpenOrDie(dir / "store").get()), "");
  const auto reader = OpenOrDie(dir / "store", kReadOnly);
  const Result<Put> put = reader->PutDocument(FullGraph("a.md"));
  ASSERT_FALSE(put);
  EXPECT_EQ(put.error().code, ErrorCode::kInvalidArgument);
  EXPECT_THAT(put.error().message, HasSubstr("for reading only"));
}

TEST(RocksStoreTest, ANewerFormatSaysSo) {
  TempDir dir;
  (void)OpenOrDie(dir / "store");
  ASSERT_TRUE((*OpenRocksKeyValues(dir / "store"))
                  ->Commit({{Family::kMeta, keys::Format(), keys::EncodeVersion(7)}}));
  for (const RocksOptions& options : {RocksOptions{}, kReadOnly}) {
    ExpectError(OpenRocksStore(dir / "store", options), ErrorCode::kVersion, dir / "store",
                "a newer claimgraph wrote it (format 7; this one reads up to format 3)");
  }
}

// Values that are not what we write, in a store whose files are sound.
struct Damage {
  const char* what;
  Write write;
  Status (*read)(const GraphReader& reader);
  const char* words;
};

template <typename T>
Status ToStatus(const Result<T>& result) {
  return result ? Status() : tl::unexpected(result.error());
}

TEST(RocksStoreTest, ADamagedValueIsNoticedWhereItIsRead) {
  const NodeRef claim{NodeKind::kClaim, 1};
  const NodeRef document{NodeKind::kDocument, 1};
  const Damage cases[] = {
      {"claim",
       {Family::kNodes, keys::Node(claim), "nonsense"},
       [](const GraphReader& r) { return ToStatus(r.FindClaim(ClaimId{1})); },
       "claim 1"},
      {"header",
       {Family::kNodes, keys::Node(document), ""},
       [](const GraphReader& r) { return ToStatus(r.FindDocument(DocumentId{1})); },
       "document 1"},
      {"text",
       {Family::kTexts, keys::Text(DocumentId{1}), std::nullopt},
       [](const GraphReader& r) { return ToStatus(r.FindDocument(DocumentId{1})); },
       "the text of document 1"},
      {"text cut short",
       {Family::kTexts, keys::Text(DocumentId{1}), "Wa"},
       [](const GraphReader& r) { return ToStatus(r.FindDocument(DocumentId{1})); },
       "the layout of document 1"},
      {"edges",
       {Family::kEdges, keys::Edges(document), "12345"},
       [](const GraphReader& r) {
         (void)r.Neighbours({NodeKind::kDocument, 1}, EdgeKind::kHasClaim, Way::kOut);
         return r.Health();
       },
       "the edges of document 1"},
      {"edges to a work",
       {Family::kIn, keys::NewestIn({NodeKind::kWork, 1}, EdgeKind::kDescribes), ""},
       [](const GraphReader& r) {
         (void)r.Neighbours({NodeKind::kWork, 1}, EdgeKind::kDescribes, Way::kIn);
         return r.Health();
       },
       "the edges to work 1"},
      {"name",
       {Family::kNames, "doi:10.5555/1", "??"},
       [](const GraphReader& r) {
         (void)r.Named("doi:10.5555/1");
         return r.Health();
       },
       "the name doi:10.5555/1"},
      {"key",
       {Family::kNodes, keys::AllNodes(NodeKind::kClaim) + "x", ""},
       [](const GraphReader& r) {
         (void)r.All(NodeKind::kClaim);
         return r.Health();
       },
       "a key"},
      {"counter",
       {Family::kMeta, keys::LastId(NodeKind::kClaim), "x"},
       [](const GraphReader& r) {
         (void)r.LastId(NodeKind::kClaim);
         return r.Health();
       },
       "a counter"},
  };
  for (const Damage& c : cases) {
    SCOPED_TRACE(c.what);
    TempDir dir;
    ASSERT_TRUE(OpenOrDie(dir / "store")->PutDocument(FullGraph("a.md")));
    ASSERT_TRUE((*OpenRocksKeyValues(dir / "store"))->Commit({c.write}));
    const auto store = OpenOrDie(dir / "store");
    const Status read = c.read(*store);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::kCorrupt);
    EXPECT_THAT(read.error().message, HasSubstr("store " + (dir / "store")));
    EXPECT_THAT(read.error().message, HasSubstr(c.words));
    EXPECT_THAT(read.error().message, HasSubstr("restore the store from a copy"));
    const Result<Put> put = store->PutDocument(TinyGraph("a.md", "new", {"doi:10.5555/1"}));
    EXPECT_TRUE(!put || Faults(*OpenOrDie(dir / "store", kReadOnly)).empty())
        << "what cannot be read must not be replaced in part";
  }
}

void FlipByte(const fs::path& path, std::size_t at) {
  std::string bytes = ReadFile(path);
  ASSERT_LT(at, bytes.size());
  bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
  WriteFile(path, bytes);
}

TEST(RocksStoreTest, DamagedFilesAreCorruptNotACrash) {
  TempDir dir;
  (void)OpenOrDie(dir / "store")->PutDocument(FullGraph("a.md"));
  (void)OpenOrDie(dir / "store");  // moves the log into tables
  ASSERT_FALSE(Files(dir / "store", ".sst").empty());
  for (const fs::path& table : Files(dir / "store", ".sst")) FlipByte(table, 10);
  const auto store = OpenRocksStore(dir / "store", kReadOnly);
  if (store) {
    EXPECT_EQ((*store)->FindClaim(ClaimId{1}).error().code, ErrorCode::kCorrupt);
    EXPECT_THAT((*store)->All(NodeKind::kClaim), IsEmpty());
    EXPECT_FALSE((*store)->Health());
  } else {
    EXPECT_EQ(store.error().code, ErrorCode::kCorrupt);
  }
}

TEST(RocksStoreTest, ADamagedManifestIsCorrupt) {
  TempDir dir;
  (void)OpenOrDie(dir / "store")->PutDocument(FullGraph("a.md"));
  for (const fs::directory_entry& e : fs::directory_iterator(dir / "store")) {
    if (e.path().filename().string().starts_with("MANIFEST")) FlipByte(e.path(), 30);
  }
  for (const RocksOptions& options : {RocksOptions{}, kReadOnly}) {
    ExpectError(OpenRocksStore(dir / "store", options), ErrorCode::kCorrupt, dir / "store",
                "restore it from a copy");
  }
}

// The end of a write that a power cut tore.
TEST(RocksStoreTest, ATornLogEndsAtTheLastWholeCommit) {
  TempDir dir;
  std::vector<std::string> before;
  {
    const auto store = OpenOrDie(dir / "store");
    ASSERT_TRUE(store->PutDocument(FullGraph("a.md")));
    before = Dump(*store);
    ASSERT_TRUE(store->PutDocument(FullGraph("b.md")));
  }
  const std::vector<fs::path> logs = Files(dir / "store", ".log");
  ASSERT_EQ(logs.size(), 1u);
  fs::resize_file(logs[0], fs::file_size(logs[0]) - 9);
  EXPECT_EQ(Dump(*OpenOrDie(dir / "store", kReadOnly)), before);
  EXPECT_EQ(Dump(*OpenOrDie(dir / "store")), before);
}

// Stores are passed on and committed: they must not tell whose machine they
// were made on.
TEST(RocksStoreTest, NamesNoMachine) {
  TempDir dir;
  (void)OpenOrDie(dir / "store")->PutDocument(FullGraph("a.md"));
  (void)OpenOrDie(dir / "store");
  char host[256] = {};
  ASSERT_EQ(gethostname(host, sizeof host - 1), 0);
  for (const fs::path& file : Files(dir / "store", "")) {
    EXPECT_THAT(ReadFile(file), testing::Not(HasSubstr(dir / ""))) << file;
    EXPECT_THAT(ReadFile(file), testing::Not(HasSubstr(host))) << file;
  }
}

}  // namespace
}  // namespace claimgraph
