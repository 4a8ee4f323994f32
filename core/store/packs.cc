#include "core/store/packs.h"

#include "core/store/varint.h"

namespace claimgraph {
namespace {

constexpr std::string_view kNounMark =
    "\xff\xff\xff\xff";          // no buffer begins so: an offset of 4 GiB
constexpr char kRecordMark = 0;  // no record begins so: a list of edge kind 0

}  // namespace

bool IsPacked(NodeKind kind) {
  return kind == NodeKind::kClaim || kind == NodeKind::kCitation || kind == NodeKind::kReference ||
         kind == NodeKind::kEvidenceLine || kind == NodeKind::kFinding ||
         kind == NodeKind::kRecord || kind == NodeKind::kResult ||
         kind == NodeKind::kDecision;
}

void AppendPackHeader(std::size_t count, std::string* bytes) {
  *bytes += kNounMark;
  for (unsigned shift = 0; shift < 32; shift += 8)
    bytes->push_back(static_cast<char>(count >> shift));
}

bool IsPack(std::string_view value) {
  return value.size() >= kPackHeader && value.starts_with(kNounMark);
}

std::size_t CountInPack(std::string_view value) {
  if (!IsPack(value)) return 1;
  std::size_t count = 0;
  for (std::size_t i = kPackHeader; i-- > kNounMark.size();) {
    count = count << 8 | static_cast<unsigned char>(value[i]);
  }
  return count;
}

std::string PackRecords(const std::vector<std::string>& records) {
  std::string value(1, kRecordMark);
  AppendVarint(records.size(), &value);
  for (const std::string& record : records) AppendVarint(record.size(), &value);
  for (const std::string& record : records) value += record;
  return value;
}

std::optional<std::size_t> CountRecords(std::string_view value) {
  if (value.empty() || value.front() != kRecordMark) return 1;
  value.remove_prefix(1);
  std::uint64_t count = 0;
  // Each record has a size of a byte at least.
  if (!TakeVarint(&value, &count) || count > value.size()) return std::nullopt;
  return count;
}

std::optional<std::string_view> RecordAt(std::string_view value, std::size_t index) {
  std::optional<std::string_view> found;
  bool sound = true;
  ForEachRecord(value, &sound, [&](std::size_t i, std::string_view record) {
    if (i == index) found = record;
    return i < index;
  });
  return sound ? found : std::nullopt;
}

bool ForEachRecord(std::string_view value, bool* sound,
                   const std::function<bool(std::size_t index, std::string_view record)>& visit) {
  if (value.empty() || value.front() != kRecordMark) return visit(0, value);
  std::string_view sizes = value.substr(1);
  std::uint64_t count = 0;
  *sound = TakeVarint(&sizes, &count) && count <= sizes.size();
  std::string_view records = sizes;
  std::uint64_t size = 0;
  for (std::uint64_t i = 0; *sound && i < count; ++i) *sound = TakeVarint(&records, &size);
  for (std::uint64_t i = 0; *sound && i < count; ++i) {
    *sound = TakeVarint(&sizes, &size) && size <= records.size();
    if (!*sound || !visit(i, records.substr(0, size))) return false;
    records.remove_prefix(size);
  }
  return *sound;
}

}  // namespace claimgraph
