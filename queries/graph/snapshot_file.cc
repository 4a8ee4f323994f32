// Sections are walked in one order by all that touch a file, ForEachSection: where
// one begins follows from the sizes of those before it.

#include "queries/graph/snapshot_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <functional>
#include <string_view>
#include <system_error>
#include <type_traits>
#include <utility>
#include <vector>

#include "queries/graph/run_all.h"

namespace claimgraph {
namespace {

constexpr std::array<char, 8> kMagic = {'c', 'l', 'm', 'g', 'r', 'a', 'p', 'h'};
constexpr std::uint32_t kByteOrder = 0x01020304;
constexpr std::size_t kAlignment = 64;
constexpr std::size_t kBlock = std::size_t{128} << 10;  // stays in the cache between two looks

constexpr std::size_t CountSections() {
  const EvidenceCsr csr;
  std::size_t count = 0;
  ForEachColumn([&](const auto&, const auto&) { ++count; }, csr);
  ForEachRows([&](const auto&, const auto&) { count += 2; }, csr);
  return count;
}
constexpr std::size_t kSections = CountSections();

constexpr std::uint64_t Aligned(std::uint64_t position) {
  return (position + kAlignment - 1) / kAlignment * kAlignment;
}

class File {
 public:
  File(const std::string& path, int flags)
      : descriptor_(::open(path.c_str(), flags | O_CLOEXEC, 0666)) {}
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  int get() const { return descriptor_; }

 private:
  int descriptor_;
};

tl::unexpected<Error> FromErrno(const std::string& path) {
  return Fail(ErrorCode::kIo,
              path + ": " + std::error_code(errno, std::generic_category()).message());
}

tl::unexpected<Error> Damaged(const std::string& path) {
  return Fail(ErrorCode::kCorrupt, path + ": the snapshot is damaged; remove it");
}

Status WriteAll(int file, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return FromErrno(path);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

template <typename T>
std::string_view BytesOf(std::span<const T> values) {
  return {reinterpret_cast<const char*>(values.data()), values.size_bytes()};
}

// What the values of a section must be, looked at a block at a time.
class Rule {
 public:
  static Rule Column(const ColumnLayout& layout, const NodeCounts& counts) {
    Rule rule;
    if (layout.values == Values::kNumbers) {
      rule.look_ = [](Rule* r, std::string_view block) {
        for (const char c : block)
          r->most_ = std::max(r->most_, std::uint32_t{static_cast<unsigned char>(c)});
      };
      rule.below_ = layout.below;
    } else if (layout.values != Values::kAny) {
      const bool none = layout.values == Values::kIndicesOrNone;
      rule.look_ = none ? &Rule::LookAtIndices<1> : &Rule::LookAtIndices<0>;
      rule.below_ = std::uint64_t{counts[layout.kind]} + (none ? 1 : 0);
    }
    return rule;
  }

  static Rule Targets(std::uint64_t count) {
    Rule rule;
    rule.look_ = &Rule::LookAtIndices<0>;
    rule.below_ = count;
    return rule;
  }

  static Rule Offsets(std::uint64_t targets) {
    Rule rule;
    rule.look_ = &Rule::LookAtOffsets;
    rule.is_offsets_ = true;
    rule.below_ = targets;
    return rule;
  }

  void Look(std::string_view block) {
    if (look_ == nullptr || block.empty()) return;
    look_(this, block);
    seen_ = true;
  }

  bool Holds() const {
    if (look_ == nullptr) return true;
    if (is_offsets_) return seen_ && sound_ && most_ == below_;
    return !seen_ || most_ < below_;
  }

 private:
  static std::span<const std::uint32_t> Numbers(std::string_view block) {
    return {reinterpret_cast<const std::uint32_t*>(block.data()),
            block.size() / sizeof(std::uint32_t)};
  }

  // kNoIndex plus one is 0.
  template <std::uint32_t kPlus>
  static void LookAtIndices(Rule* rule, std::string_view block) {
    std::uint32_t most = rule->most_;
    for (const std::uint32_t value : Numbers(block)) most = std::max(most, value + kPlus);
    rule->most_ = most;
  }

  static void LookAtOffsets(Rule* rule, std::string_view block) {
    const auto offsets = Numbers(block);
    bool sound = rule->seen_ ? offsets.front() >= rule->most_ : offsets.front() == 0;
    for (std::size_t i = 1; i < offsets.size(); ++i) sound &= offsets[i - 1] <= offsets[i];
    rule->sound_ &= sound;
    rule->most_ = offsets.back();
  }

  void (*look_)(Rule*, std::string_view) = nullptr;  // any values will do
  bool is_offsets_ = false;
  std::uint64_t below_ = 0;  // of offsets: the last
  std::uint32_t most_ = 0;   // of offsets: the latest
  bool sound_ = true;
  bool seen_ = false;
};

std::uint64_t Checksum(std::string_view bytes, Rule* rule) {
  const std::unique_ptr<XXH3_state_t, XXH_errorcode (*)(XXH3_state_t*)> state(XXH3_createState(),
                                                                              XXH3_freeState);
  XXH3_64bits_reset(state.get());
  for (std::size_t at = 0; at < bytes.size(); at += kBlock) {
    const std::string_view block = bytes.substr(at, kBlock);
    XXH3_64bits_update(state.get(), block.data(), block.size());
    if (rule != nullptr) rule->Look(block);
  }
  return XXH3_64bits_digest(state.get());
}

}  // namespace

struct MappedSnapshot::Section {
  std::uint64_t size = 0;
  std::uint64_t checksum = 0;
};

struct MappedSnapshot::Header {
  std::array<char, 8> magic = kMagic;
  std::uint32_t version = kSnapshotVersion;
  std::uint32_t byte_order = kByteOrder;
  std::uint64_t stamp = 0;
  std::array<std::uint32_t, std::size(kIndexedKinds)> counts{};
  std::uint32_t sections = kSections;
  std::uint32_t nothing = 0;
  std::array<Section, kSections> table{};
  std::uint64_t checksum = 0;

  std::uint64_t Sum() const { return XXH3_64bits(this, sizeof(Header) - sizeof(checksum)); }
  NodeCounts Counts() const {
    NodeCounts by_kind;
    for (std::size_t i = 0; i < counts.size(); ++i) {
      by_kind.of[static_cast<std::size_t>(kIndexedKinds[i])] = counts.at(i);
    }
    return by_kind;
  }
};

Result<std::unique_ptr<MappedSnapshot>> MappedSnapshot::Open(const std::string& path,
                                                             std::uint64_t stamp) {
  static_assert(sizeof(Header) == 64 + kSections * sizeof(Section));
  const File file(path, O_RDONLY);
  struct stat status {};
  if (file.get() < 0 || ::fstat(file.get(), &status) != 0) {
    return Fail(ErrorCode::kNotFound, path + ": there is no snapshot");
  }
  const auto size = static_cast<std::size_t>(status.st_size);
  if (!S_ISREG(status.st_mode) || size < sizeof(Header)) return Damaged(path);
  void* bytes = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file.get(), 0);
  if (bytes == MAP_FAILED) return FromErrno(path);
  std::unique_ptr<MappedSnapshot> snapshot(
      new MappedSnapshot(static_cast<const char*>(bytes), size));
  if (const Status sound = snapshot->CheckHeader(path, stamp); !sound) {
    return tl::unexpected(sound.error());
  }
  return snapshot;
}

MappedSnapshot::~MappedSnapshot() { ::munmap(const_cast<char*>(bytes_), size_); }

Status MappedSnapshot::CheckHeader(const std::string& path, std::uint64_t stamp) {
  path_ = path;
  Header header;
  std::memcpy(static_cast<void*>(&header), bytes_, sizeof(header));
  if (header.magic != kMagic) return Damaged(path);
  if (header.version != kSnapshotVersion || header.byte_order != kByteOrder) {
    return Fail(ErrorCode::kNotFound, path + ": a snapshot of another version or machine");
  }
  if (header.checksum != header.Sum() || header.sections != kSections) return Damaged(path);
  if (header.stamp != stamp) {
    return Fail(ErrorCode::kNotFound, path + ": a snapshot of another state");
  }
  const NodeCounts counts = header.Counts();
  std::uint64_t end = sizeof(Header);
  bool sound = true;
  std::size_t at = 0;
  const auto take = [&](std::uint64_t size, bool fits) {
    sound = sound && fits && size <= size_ && Aligned(end) <= size_ - size;
    if (sound) end = Aligned(end) + size;
    ++at;
  };
  const EvidenceCsr shape;
  ForEachColumn(
      [&](const ColumnLayout& layout, const auto& column) {
        using T = typename std::decay_t<decltype(column)>::value_type;
        const std::uint64_t size = header.table.at(at).size;
        take(size, size == counts[layout.rows] * sizeof(T));
      },
      shape);
  ForEachRows(
      [&](const RowsLayout& layout, const Adjacency&) {
        const std::uint64_t offsets = header.table.at(at).size;
        take(offsets, offsets == (counts[layout.from] + 1ULL) * sizeof(std::uint32_t));
        const std::uint64_t targets = header.table.at(at).size;
        take(targets, targets % sizeof(std::uint32_t) == 0);
      },
      shape);
  if (!sound || end != size_) return Damaged(path);
  return {};
}

Result<EvidenceCsr> MappedSnapshot::View(GraphParts parts) {
  Header header;
  std::memcpy(static_cast<void*>(&header), bytes_, sizeof(header));
  const NodeCounts counts = header.Counts();
  std::uint64_t end = sizeof(Header);
  std::size_t at = 0;
  const auto next = [&] {
    const std::uint64_t begin = Aligned(end);
    end = begin + header.table.at(at++).size;
    return std::string_view(bytes_ + begin, end - begin);
  };
  std::atomic<bool> sound = true;
  std::vector<std::function<void()>> checks;
  const auto check = [&](std::string_view bytes, Rule rule) {
    checks.emplace_back([&sound, bytes, rule, checksum = header.table.at(at - 1).checksum] {
      Rule seen = rule;
      if (Checksum(bytes, &seen) != checksum || !seen.Holds()) sound = false;
    });
  };

  EvidenceCsr csr;
  ForEachColumn(
      [&](const ColumnLayout& layout, auto& column) {
        using T = typename std::decay_t<decltype(column)>::value_type;
        const std::string_view bytes = next();
        if (!parts.Has(layout.part)) return;
        column = {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
        if (!checked_.Has(layout.part)) check(bytes, Rule::Column(layout, counts));
      },
      csr);
  ForEachRows(
      [&](const RowsLayout& layout, Adjacency& rows) {
        const auto numbers = [](std::string_view bytes) {
          return std::span(reinterpret_cast<const std::uint32_t*>(bytes.data()),
                           bytes.size() / sizeof(std::uint32_t));
        };
        const bool is_new = parts.Has(layout.part) && !checked_.Has(layout.part);
        const std::string_view offsets = next();
        const std::uint64_t targets = header.table.at(at).size / sizeof(std::uint32_t);
        if (is_new) check(offsets, Rule::Offsets(targets));
        const std::string_view bytes = next();
        if (is_new) check(bytes, Rule::Targets(counts[layout.to]));
        if (parts.Has(layout.part)) rows = {numbers(offsets), numbers(bytes)};
      },
      csr);
  RunAll(checks);
  if (!sound) return Damaged(path_);
  checked_ = checked_ | parts;
  return csr;
}

Status WriteSnapshot(const EvidenceCsr& csr, std::uint64_t stamp, const std::string& path) {
  MappedSnapshot::Header header;
  header.stamp = stamp;
  const NodeCounts counts = CountNodes(csr);
  for (std::size_t i = 0; i < header.counts.size(); ++i) {
    header.counts.at(i) = counts[kIndexedKinds[i]];
  }
  std::vector<std::string_view> sections;
  ForEachColumn([&](const auto&, const auto& column) { sections.push_back(BytesOf(column)); }, csr);
  ForEachRows(
      [&](const auto&, const Adjacency& rows) {
        sections.push_back(BytesOf(rows.offsets));
        sections.push_back(BytesOf(rows.targets));
      },
      csr);
  std::vector<std::function<void()>> sums;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    sums.emplace_back([&header, &sections, i] {
      header.table.at(i) = {sections[i].size(), Checksum(sections[i], nullptr)};
    });
  }
  RunAll(sums);
  header.checksum = header.Sum();

  const std::string beside = path + ".new";
  const File file(beside, O_RDWR | O_CREAT);
  if (file.get() < 0) return FromErrno(beside);
  // Whoever holds the lock may write, unless the file has got its name meanwhile.
  struct stat ours {};
  struct stat named {};
  if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0 || ::fstat(file.get(), &ours) != 0 ||
      ::stat(beside.c_str(), &named) != 0 || ours.st_ino != named.st_ino) {
    return Fail(ErrorCode::kLocked, beside + ": another process is writing it");
  }
  const auto write = [&]() -> Status {
    if (::ftruncate(file.get(), 0) != 0) return FromErrno(beside);
    std::uint64_t end = sizeof(header);
    Status written =
        WriteAll(file.get(), {reinterpret_cast<const char*>(&header), sizeof(header)}, beside);
    for (const std::string_view section : sections) {
      constexpr std::array<char, kAlignment> kZeros{};
      if (written) written = WriteAll(file.get(), {kZeros.data(), Aligned(end) - end}, beside);
      if (written) written = WriteAll(file.get(), section, beside);
      end = Aligned(end) + section.size();
    }
    if (!written) return written;
    if (::fsync(file.get()) != 0) return FromErrno(beside);
    if (::rename(beside.c_str(), path.c_str()) != 0) return FromErrno(path);
    return {};
  };
  const Status written = write();
  if (!written) ::unlink(beside.c_str());
  return written;
}

}  // namespace claimgraph
