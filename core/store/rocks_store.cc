// The store on disk: one column family for each kind of access, one
// WriteBatch for each document.
//
// Crash safety is RocksDB's write-ahead log: a batch is in it whole or not at
// all.  One process writes, and RocksDB's LOCK file keeps others out.
//
// A reader opens the files that the manifest lists, while a writer may be
// deleting them: then it would fail, or miss what a deleted log held.  So a
// reader locks the store's IDENTITY file, shared, while it opens; and a writer
// deletes no file but under the same lock, alone.  Once open, a reader needs no
// lock: it holds every table open, and a deleted file stays readable.
//
// Very many writes become sorted tables beside the store, on all cores, which
// RocksDB then takes over all at once: no log, no memtable, and where a table
// overlaps nothing, as tables of new nodes do, no compaction either.
//
// Memory is kept small, since `check` opens a store for a tenth of a second:
// small memtables, one small block cache, no statistics, no log file.  What else
// was tried is in docs/decisions/0013-rocksdb-settings.md.

#include <fcntl.h>
#include <rocksdb/cache.h>
#include <rocksdb/db.h>
#include <rocksdb/env.h>
#include <rocksdb/file_system.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/sst_file_writer.h>
#include <rocksdb/table.h>
#include <rocksdb/write_batch.h>
#include <sys/file.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <filesystem>
#include <mutex>
#include <span>
#include <thread>
#include <tuple>
#include <utility>

#include "core/store/held_writes.h"
#include "core/store/key_value_graph.h"

namespace claimgraph {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMiB = 1 << 20;
constexpr std::size_t kMemtable = 4 * kMiB;  // of each family
constexpr std::size_t kAllMemtables = 16 * kMiB;
constexpr std::size_t kLongestLog = 16 * kMiB;  // what opening must replay after a crash,
constexpr std::size_t kLogToLeave = 1 * kMiB;   // and after closing: 1 MiB takes 10 ms
constexpr std::size_t kBlockCache = 64 * kMiB;  // at most; what is not read takes nothing
constexpr int kWriterOpenFiles = 256;
constexpr std::chrono::milliseconds kPatience{500};  // of a writer, with a reader that opens

constexpr std::string_view kIncoming = "incoming";  // folder for tables that are being made

class Silent final : public rocksdb::Logger {
 public:
  using rocksdb::Logger::Logv;
  void Logv(const char*, va_list) override {}
};

// A lock on a store's IDENTITY file, which RocksDB writes once and keeps.
// Works on a descriptor that only reads, and goes with the process.
class DeletionLock {
 public:
  // Where there is no such file yet, or the file system knows no locks, this
  // holds nothing: then there is nothing to delete, or nothing to be done.
  explicit DeletionLock(const fs::path& dir)
      : file_(::open((dir / "IDENTITY").c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~DeletionLock() {
    if (file_ >= 0) ::close(file_);
  }
  DeletionLock(const DeletionLock&) = delete;
  DeletionLock& operator=(const DeletionLock&) = delete;

  // Waits while a writer deletes, which takes no time.
  void ForReading() const { (void)::flock(file_, LOCK_SH); }

  // False if a reader was still opening after kPatience.
  bool ForDeleting() const {
    const auto end = std::chrono::steady_clock::now() + kPatience;
    while (::flock(file_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
      if (std::chrono::steady_clock::now() > end) return false;
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return true;
  }

 private:
  int file_;
};

// The disk, but for deleting.  A file that is not deleted now is deleted when
// the store is next opened for writing.
class PatientFiles final : public rocksdb::FileSystemWrapper {
 public:
  PatientFiles() : FileSystemWrapper(rocksdb::FileSystem::Default()) {}
  const char* Name() const override { return "claimgraph.PatientFiles"; }

  rocksdb::IOStatus DeleteFile(const std::string& file, const rocksdb::IOOptions& options,
                               rocksdb::IODebugContext* debug) override {
    const DeletionLock lock(fs::path(file).parent_path());
    if (!lock.ForDeleting()) return rocksdb::IOStatus::Busy("a reader is opening the store");
    return FileSystemWrapper::DeleteFile(file, options, debug);
  }
};

rocksdb::Env* PatientEnv() {
  static const std::unique_ptr<rocksdb::Env> env =
      rocksdb::NewCompositeEnv(std::make_shared<PatientFiles>());
  return env.get();
}

rocksdb::Options DatabaseOptions(const RocksOptions& options) {
  rocksdb::Options o;
  o.env = PatientEnv();
  o.create_if_missing = options.create_if_missing;
  o.info_log = std::make_shared<Silent>();
  o.db_write_buffer_size = kAllMemtables;
  o.max_total_wal_size = kLongestLog;
  o.max_open_files = options.read_only ? -1 : kWriterOpenFiles;
  o.stats_dump_period_sec = 0;
  o.stats_persist_period_sec = 0;
  o.keep_log_file_num = 1;
  o.db_host_id = "";  // stores are passed on; they need not name the machine
  return o;
}

bool IsPointRead(std::string_view family) {
  return family == kFamilyNames[static_cast<std::size_t>(Family::kNames)] ||
         family == kFamilyNames[static_cast<std::size_t>(Family::kEdges)] ||
         family == kFamilyNames[static_cast<std::size_t>(Family::kIn)] ||
         family == kFamilyNames[static_cast<std::size_t>(Family::kNodes)];
}

rocksdb::ColumnFamilyOptions FamilyOptions(std::string_view family,
                                           const std::shared_ptr<rocksdb::Cache>& cache) {
  rocksdb::BlockBasedTableOptions table;
  table.block_cache = cache;
  // Most names of a new document's works are not there yet; a filter says so
  // without a read.
  if (IsPointRead(family)) {
    table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));
    // Finds a key in its block without comparing ten others.
    table.data_block_index_type = rocksdb::BlockBasedTableOptions::kDataBlockBinaryAndHash;
    table.block_restart_interval = 4;
  }
  rocksdb::ColumnFamilyOptions o;
  o.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  o.write_buffer_size = kMemtable;
  const bool texts = family == kFamilyNames[static_cast<std::size_t>(Family::kTexts)];
  o.compression = texts ? rocksdb::kZSTD : rocksdb::kLZ4Compression;
  return o;
}

// Nothing in `dir` but what RocksDB itself makes, even if it was killed while
// making it.
bool IsOursOrEmpty(const fs::path& dir) {
  constexpr std::array<std::string_view, 6> kNames = {"CURRENT",  "IDENTITY", "LOCK",
                                                      "MANIFEST", "OPTIONS",  "LOG"};
  constexpr std::array<std::string_view, 3> kEndings = {".log", ".sst", ".dbtmp"};
  std::error_code error;
  for (fs::directory_iterator it(dir, error), end; !error && it != end; it.increment(error)) {
    const std::string name = it->path().filename().string();
    const auto begins = [&](std::string_view s) { return name.starts_with(s); };
    const auto ends = [&](std::string_view s) { return name.ends_with(s); };
    if (std::ranges::none_of(kNames, begins) && std::ranges::none_of(kEndings, ends)) return false;
  }
  return !error;
}

tl::unexpected<Error> FromRocks(const std::string& dir, const rocksdb::Status& status) {
  const std::string text = status.ToString();
  if (status.IsIOError() && (text.find("lock file") != std::string::npos ||
                             text.find("lock hold by") != std::string::npos)) {
    return Fail(ErrorCode::kLocked,
                "store " + dir +
                    ": another process is writing to it; wait until it has finished (reading "
                    "the store meanwhile is fine)");
  }
  if (status.IsCorruption()) {
    return Fail(ErrorCode::kCorrupt,
                "store " + dir + ": its files are damaged (" + text +
                    "); restore it from a copy, or import its documents into a new store");
  }
  return Fail(ErrorCode::kIo, "store " + dir + ": " + text +
                                  "; check the disk's free space and the directory's permissions");
}

tl::unexpected<Error> Unreadable(const std::string& dir, const std::error_code& error) {
  return Fail(ErrorCode::kIo,
              "store " + dir + ": " + error.message() + "; check the directory's permissions");
}

tl::unexpected<Error> NoStore(const std::string& dir) {
  return Fail(ErrorCode::kNotFound, "store " + dir +
                                        ": there is no store here; make one with `claimgraph "
                                        "import PATH... --store " +
                                        dir + "`");
}

// A stretch of sorted writes that becomes one table.
struct Table {
  std::string path{};
  std::span<const Write> writes{};
  rocksdb::Status status{};
};

// Where the first byte of a key is a kind, each kind has a table of its own: new
// nodes of a kind come after all its old ones, so their table overlaps none.
bool ShareTable(const Write& a, const Write& b) {
  if (a.family != b.family) return false;
  const bool by_kind = a.family != Family::kNames && a.family != Family::kTexts;
  return !by_kind || a.key.substr(0, 1) == b.key.substr(0, 1);
}

// `writes` ascend by family, then key.
void InsertInOrder(Write write, std::vector<Write>* writes) {
  const auto place = [](const Write& w) { return std::tie(w.family, w.key); };
  const auto at = std::ranges::upper_bound(*writes, place(write), {}, place);
  writes->insert(at, std::move(write));
}

std::vector<Table> CutIntoTables(const std::vector<Write>& writes, const fs::path& folder) {
  std::vector<Table> tables;
  for (std::size_t begin = 0, end = 1; begin < writes.size(); begin = end++) {
    while (end < writes.size() && ShareTable(writes[begin], writes[end])) ++end;
    const std::string name = std::to_string(tables.size()) + ".sst";
    tables.push_back({(folder / name).string(), std::span(writes).subspan(begin, end - begin)});
  }
  return tables;
}

rocksdb::Status WriteTable(const Table& table, const rocksdb::Options& options) {
  rocksdb::SstFileWriter writer({}, options);
  rocksdb::Status s = writer.Open(table.path);
  for (const Write& w : table.writes) {
    if (!s.ok()) return s;
    s = w.value ? writer.Put(w.key, *w.value) : writer.Delete(w.key);
  }
  return s.ok() ? writer.Finish() : s;
}

class RocksKeyValues final : public KeyValues {
 public:
  RocksKeyValues(std::string dir, bool sync, std::unique_ptr<rocksdb::DB> db,
                 std::vector<rocksdb::ColumnFamilyHandle*> handles)
      : dir_(std::move(dir)), sync_(sync), db_(std::move(db)), handles_(std::move(handles)) {
    for (rocksdb::ColumnFamilyHandle* handle : handles_) {
      const auto name = std::ranges::find(kFamilyNames, handle->GetName());
      if (name != kFamilyNames.end()) families_[name - kFamilyNames.begin()] = handle;
    }
    (void)db_->GetDbIdentity(identity_);
    if (!Handle(Family::kMeta)) return;
    const auto stored = Get(Family::kMeta, keys::State());
    const auto commits = stored && *stored ? keys::DecodeId(**stored) : std::nullopt;
    knows_commits_ = stored && (!*stored || commits);
    commits_ = commits.value_or(0);
  }

  ~RocksKeyValues() override {
    for (auto& idle : idle_) idle.clear();
    // Whatever fails here, the log still has what was committed.
    if (written_ > kLogToLeave) {
      (void)db_->Flush(rocksdb::FlushOptions(), handles_);
    } else if (!sync_) {
      (void)db_->SyncWAL();
    }
    for (rocksdb::ColumnFamilyHandle* handle : handles_) db_->DestroyColumnFamilyHandle(handle);
  }

  Result<std::optional<std::string>> Get(Family family, std::string_view key) const override {
    std::string value;
    const rocksdb::Status s = db_->Get({}, Handle(family), ToSlice(key), &value);
    if (s.IsNotFound()) return std::nullopt;
    if (!s.ok()) return FromRocks(dir_, s);
    return std::optional(std::move(value));
  }

  // Of another store, or after another number of commits, it is another.
  std::uint64_t State() const override {
    const std::lock_guard lock(mutex_);
    if (!knows_commits_) return 0;
    const std::string state = identity_ + keys::EncodeId(commits_);
    return std::max<std::uint64_t>(1, XXH3_64bits(state.data(), state.size()));
  }

  Status Ingest(std::vector<Write> writes) override {
    InsertInOrder(NextState(), &writes);
    const fs::path folder = fs::path(dir_) / kIncoming;
    std::error_code error;
    fs::create_directory(folder, error);
    if (error) return FromRocks(dir_, rocksdb::Status::IOError(error.message()));
    std::vector<Table> tables = CutIntoTables(writes, folder);
    WriteTables(&tables);
    rocksdb::Status s = FirstError(tables);
    if (s.ok()) s = TakeOver(tables);
    fs::remove_all(folder, error);  // else the next writer does
    if (!s.ok()) return FromRocks(dir_, s);
    NoteCommit();
    return {};
  }

  Status Scan(Family family, std::string_view prefix, const Visit& visit,
              std::string_view from) const override {
    const Walk it(this, family);
    for (it->Seek(ToSlice(std::max(prefix, from))); it->Valid(); it->Next()) {
      const std::string_view key = it->key().ToStringView();
      if (!key.starts_with(prefix) || !visit(key, it->value().ToStringView())) break;
    }
    if (!it->status().ok()) return FromRocks(dir_, it->status());
    return {};
  }

  Status Commit(std::vector<Write> writes) override {
    writes.push_back(NextState());
    rocksdb::WriteBatch batch;
    for (const Write& w : writes) {
      const rocksdb::Status s = w.value ? batch.Put(Handle(w.family), w.key, *w.value)
                                        : batch.Delete(Handle(w.family), w.key);
      if (!s.ok()) return FromRocks(dir_, s);
    }
    rocksdb::WriteOptions options;
    options.sync = sync_;
    const rocksdb::Status s = db_->Write(options, &batch);
    if (s.IsNotSupported()) {
      return Fail(ErrorCode::kInvalidArgument, "store " + dir_ + " was opened for reading only");
    }
    if (!s.ok()) return FromRocks(dir_, s);
    written_ += batch.GetDataSize();
    NoteCommit();
    return {};
  }

 private:
  // An iterator, taken from those that nobody uses and given back: making one
  // costs as much as finding a key with it.  All are of the newest state.
  class Walk {
   public:
    Walk(const RocksKeyValues* store, Family family) : store_(store), family_(family) {
      const std::lock_guard lock(store->mutex_);
      commits_ = store->commits_;
      auto& idle = store->idle_[static_cast<std::size_t>(family)];
      if (idle.empty()) {
        it_.reset(store->db_->NewIterator({}, store->Handle(family)));
      } else {
        it_ = std::move(idle.back());
        idle.pop_back();
      }
    }
    ~Walk() {
      const std::lock_guard lock(store_->mutex_);
      if (commits_ != store_->commits_ || !it_->status().ok()) return;
      store_->idle_[static_cast<std::size_t>(family_)].push_back(std::move(it_));
    }
    Walk(const Walk&) = delete;
    Walk& operator=(const Walk&) = delete;
    rocksdb::Iterator* operator->() const { return it_.get(); }

   private:
    const RocksKeyValues* store_;
    Family family_;
    std::uint64_t commits_ = 0;
    std::unique_ptr<rocksdb::Iterator> it_{};
  };

  // What has been committed is seen from now on.
  void NoteCommit() {
    const std::lock_guard lock(mutex_);
    ++commits_;
    for (auto& idle : idle_) idle.clear();
  }

  Write NextState() const { return {Family::kMeta, keys::State(), keys::EncodeId(commits_ + 1)}; }

  void WriteTables(std::vector<Table>* tables) const {
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
      for (std::size_t i = next++; i < tables->size(); i = next++) {
        Table& table = (*tables)[i];
        table.status = WriteTable(table, db_->GetOptions(Handle(table.writes.front().family)));
      }
    };
    const std::size_t most = std::max(1U, std::thread::hardware_concurrency());
    std::vector<std::jthread> threads;
    while (threads.size() + 1 < std::min(most, tables->size())) threads.emplace_back(work);
    work();
  }

  static rocksdb::Status FirstError(const std::vector<Table>& tables) {
    const auto failed = std::ranges::find_if(tables, [](const Table& t) { return !t.status.ok(); });
    return failed == tables.end() ? rocksdb::Status::OK() : failed->status;
  }

  // All families at once, so that a crash leaves all tables in the store or none.
  rocksdb::Status TakeOver(const std::vector<Table>& tables) {
    std::vector<rocksdb::IngestExternalFileArg> args;
    for (const Table& table : tables) {
      rocksdb::ColumnFamilyHandle* family = Handle(table.writes.front().family);
      if (args.empty() || args.back().column_family != family) {
        args.emplace_back();
        args.back().column_family = family;
        args.back().options.move_files = true;
        args.back().options.write_global_seqno = false;  // only RocksDB before 5.16 needs it
      }
      args.back().external_files.push_back(table.path);
    }
    return args.empty() ? rocksdb::Status::OK() : db_->IngestExternalFiles(args);
  }

  static rocksdb::Slice ToSlice(std::string_view s) { return {s.data(), s.size()}; }

  rocksdb::ColumnFamilyHandle* Handle(Family family) const {
    return families_[static_cast<std::size_t>(family)];
  }

  std::string dir_;
  bool sync_;
  std::size_t written_ = 0;  // bytes that went to the log
  std::string identity_{};
  bool knows_commits_ = false;  // else what was made of the store's state is not trusted
  mutable std::mutex mutex_{};  // guards the two below
  std::uint64_t commits_ = 0;   // that the store has had, this one's included
  mutable std::array<std::vector<std::unique_ptr<rocksdb::Iterator>>, kFamilyNames.size()> idle_{};
  std::unique_ptr<rocksdb::DB> db_;
  std::vector<rocksdb::ColumnFamilyHandle*> handles_;
  std::array<rocksdb::ColumnFamilyHandle*, kFamilyNames.size()> families_{};  // by Family
};

Result<std::vector<std::string>> FamiliesOnDisk(const std::string& dir) {
  std::vector<std::string> names;
  std::error_code error;
  if (!fs::exists(fs::path(dir) / "CURRENT", error)) {
    if (!error) return names;
    return Unreadable(dir, error);
  }
  const rocksdb::Status s = rocksdb::DB::ListColumnFamilies({}, dir, &names);
  if (!s.ok()) return FromRocks(dir, s);
  return names;
}

bool Contains(const std::vector<std::string>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

std::vector<rocksdb::ColumnFamilyDescriptor> Describe(const std::vector<std::string>& names) {
  const std::shared_ptr<rocksdb::Cache> cache = rocksdb::NewLRUCache(kBlockCache);
  std::vector<rocksdb::ColumnFamilyDescriptor> descriptors;
  for (const std::string& name : names) descriptors.emplace_back(name, FamilyOptions(name, cache));
  return descriptors;
}

// Makes the families that are not there yet, all at once: RocksDB's own
// create_missing_column_families writes its options file anew for each.
Status MakeFamilies(const std::string& dir, const std::vector<std::string>& present,
                    rocksdb::DB* db, std::vector<rocksdb::ColumnFamilyHandle*>* handles) {
  std::vector<std::string> missing;
  for (const std::string_view name : kFamilyNames) {
    if (!Contains(present, name)) missing.emplace_back(name);
  }
  if (missing.empty()) return {};
  std::vector<rocksdb::ColumnFamilyHandle*> made;
  const rocksdb::Status s = db->CreateColumnFamilies(Describe(missing), &made);
  handles->insert(handles->end(), made.begin(), made.end());
  if (!s.ok()) return FromRocks(dir, s);
  return {};
}

// Opens every family on disk, known to us or not, so that a newer store opens
// far enough to say which version wrote it.
Result<std::unique_ptr<KeyValues>> OpenFamilies(const std::string& dir, const RocksOptions& options,
                                                std::vector<std::string> names) {
  if (names.empty()) names.push_back(rocksdb::kDefaultColumnFamilyName);
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  rocksdb::DB* raw = nullptr;
  const rocksdb::Options database = DatabaseOptions(options);
  const rocksdb::Status s =
      options.read_only
          ? rocksdb::DB::OpenForReadOnly(database, dir, Describe(names), &handles, &raw)
          : rocksdb::DB::Open(database, dir, Describe(names), &handles, &raw);
  if (!s.ok()) return FromRocks(dir, s);
  std::unique_ptr<rocksdb::DB> db(raw);
  std::error_code ignored;  // what a killed import left; harmless, but large
  if (!options.read_only) fs::remove_all(fs::path(dir) / kIncoming, ignored);
  const Status made = options.read_only ? Status() : MakeFamilies(dir, names, raw, &handles);
  auto store = std::make_unique<RocksKeyValues>(dir, options.sync || options.read_only,
                                                std::move(db), std::move(handles));
  if (!made) return tl::unexpected(made.error());
  return store;
}

// A database that is not ours must be left as it is.  One without our families
// is ours only if it is empty: making it was interrupted.
Status CheckOurs(const std::string& dir, const std::vector<std::string>& names) {
  if (names.empty() || Contains(names, kFamilyNames.back())) return {};
  rocksdb::DB* raw = nullptr;
  const rocksdb::Status s = rocksdb::DB::OpenForReadOnly({}, dir, &raw);
  const std::unique_ptr<rocksdb::DB> db(raw);
  if (!s.ok()) return FromRocks(dir, s);
  const std::unique_ptr<rocksdb::Iterator> it(db->NewIterator({}));
  it->SeekToFirst();
  if (!it->Valid()) return {};
  return Fail(ErrorCode::kInvalidArgument,
              "store " + dir +
                  ": this is a RocksDB database that claimgraph did not make; choose another "
                  "directory");
}

bool HasAllFamilies(const std::vector<std::string>& names) {
  return std::ranges::all_of(kFamilyNames, [&](auto name) { return Contains(names, name); });
}

// Refuses what RocksDB would spoil or explain badly.
Status CheckDirectory(const std::string& dir, const RocksOptions& options) {
  std::error_code error;
  const fs::file_status status = fs::status(dir, error);
  if (fs::exists(status) && !fs::is_directory(status)) {
    return Fail(ErrorCode::kInvalidArgument,
                "store " + dir + ": this is a file; a store is a directory");
  }
  const bool made = fs::exists(fs::path(dir) / "CURRENT", error);
  if (error) return Unreadable(dir, error);
  if (made) return {};
  if (options.read_only || !options.create_if_missing) return NoStore(dir);
  if (fs::exists(status) && !IsOursOrEmpty(dir)) {
    return Fail(ErrorCode::kInvalidArgument,
                "store " + dir + ": the directory holds other files; choose an empty or a new one");
  }
  fs::create_directories(dir, error);
  if (error) {
    return Fail(ErrorCode::kIo, "store " + dir + ": cannot be made: " + error.message() +
                                    "; choose a directory that you may write to");
  }
  return {};
}

Write FormatIsOurs() {
  return {Family::kMeta, keys::Format(), keys::EncodeVersion(kFormatVersion)};
}

// Reads the format version, or writes ours into a store that has just been made.
// The version that the store has now.
Result<std::uint32_t> CheckVersion(const std::string& dir, const RocksOptions& options,
                                   KeyValues* store) {
  const Result<std::optional<std::string>> bytes = store->Get(Family::kMeta, keys::Format());
  if (!bytes) return tl::unexpected(bytes.error());
  if (!*bytes) {
    if (options.read_only) return NoStore(dir);
    return store->Commit({FormatIsOurs()}).map([] { return kFormatVersion; });
  }
  const std::optional<std::uint32_t> version = keys::DecodeVersion(**bytes);
  if (!version) {
    return Fail(ErrorCode::kCorrupt,
                "store " + dir + ": its format version is damaged; restore the store from a copy");
  }
  if (*version > kFormatVersion) {
    return Fail(ErrorCode::kVersion,
                "store " + dir + ": a newer claimgraph wrote it (format " +
                    std::to_string(*version) + "; this one reads up to format " +
                    std::to_string(kFormatVersion) + "); use that claimgraph or a later one");
  }
  return *version;
}

}  // namespace

Result<std::unique_ptr<KeyValues>> OpenRocksKeyValues(const std::string& dir,
                                                      const RocksOptions& options) {
  if (const Status usable = CheckDirectory(dir, options); !usable) {
    return tl::unexpected(usable.error());
  }
  const DeletionLock lock(dir);
  if (options.read_only) lock.ForReading();
  Result<std::vector<std::string>> names = FamiliesOnDisk(dir);
  if (!names) return tl::unexpected(names.error());
  if (const Status ours = CheckOurs(dir, *names); !ours) return tl::unexpected(ours.error());
  if (options.read_only && !HasAllFamilies(*names)) return NoStore(dir);
  return OpenFamilies(dir, options, std::move(*names));
}

Result<std::unique_ptr<GraphStore>> OpenRocksStore(const std::string& dir,
                                                   const RocksOptions& options) {
  Result<std::unique_ptr<KeyValues>> store = OpenRocksKeyValues(dir, options);
  if (!store) return tl::unexpected(store.error());
  const Result<std::uint32_t> version = CheckVersion(dir, options, store->get());
  if (!version) return tl::unexpected(version.error());
  KeyValues* const kept = store->get();
  auto graph = std::make_unique<KeyValueGraph>(NewHeldWrites(std::move(*store)), "store " + dir);
  // What is written from now on, an older program cannot read; all that is there
  // this one can.  The version comes last: what is interrupted is done again.
  if (*version < kFormatVersion && !options.read_only) {
    const Status made =
        graph->IndexTexts().and_then([&] { return kept->Commit({FormatIsOurs()}); });
    if (!made) return tl::unexpected(made.error());
  }
  return graph;
}

}  // namespace claimgraph
