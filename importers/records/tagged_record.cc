#include "importers/records/tagged_record.h"

#include <algorithm>

#include "core/text/ascii.h"
#include "core/text/normalize.h"

namespace claimgraph {
namespace {

using namespace ascii;

constexpr std::size_t kTagColumns = 4;

}  // namespace

std::string_view FourColumnTag(std::string_view line, std::string_view* value) {
  std::size_t end = 0;
  while (end < line.size() && end < kTagColumns && (IsUpper(line[end]) || IsDigit(line[end]))) {
    ++end;
  }
  if (end < 2 || !IsUpper(line.front())) return {};
  std::size_t dash = end;
  while (dash < line.size() && dash < kTagColumns && line[dash] == ' ') ++dash;
  if (dash >= line.size() || line[dash] != '-') return {};
  // "TI-" with nothing after it is a tag; "DNA-binding" is not.
  *value = line.substr(dash + 1);
  if (dash != kTagColumns && value->find_first_not_of(' ') != std::string_view::npos) return {};
  return line.substr(0, end);
}

void TaggedRecord::Begin(std::uint64_t line) {
  line_ = line;
  fields_.clear();
  size_ = 0;
  cut_ = false;
  too_large_ = false;
}

void TaggedRecord::Add(std::string_view tag, std::string_view value, const Line& line) {
  cut_ = cut_ || line.cut;
  size_ += sizeof(TaggedField) + value.size();
  too_large_ = too_large_ || size_ > kMostInRecord;
  if (too_large_ && !fields_.empty()) return;
  fields_.push_back({.tag = std::string(tag), .value = std::string(value)});
}

void TaggedRecord::Continue(const Line& line) {
  std::string& value = fields_.back().value;
  const bool full = value.size() + line.text.size() + 1 > kMostInField;
  cut_ = cut_ || line.cut || full;
  if (full || too_large_) return;
  size_ += line.text.size() + 1;
  too_large_ = size_ > kMostInRecord;
  value += '\n';
  value += line.text;
}

bool TaggedRecord::Has(std::string_view tag) const {
  return std::any_of(fields_.begin(), fields_.end(),
                     [tag](const TaggedField& f) { return f.tag == tag; });
}

std::string TaggedRecord::First(std::initializer_list<std::string_view> tags) const {
  for (const std::string_view tag : tags) {
    for (const TaggedField& field : fields_) {
      if (field.tag != tag) continue;
      if (std::string value = Tidy(field.value); !value.empty()) return value;
    }
  }
  return {};
}

bool TaggedRecord::ReportSize(std::string_view name, RecordSink* sink) const {
  if (too_large_) {
    sink->Report({.line = line_,
                  .record = std::string(name),
                  .code = "too-large",
                  .message = "The record is larger than 16 MiB and was skipped.",
                  .skipped = true});
  } else if (cut_) {
    sink->Report({.line = line_,
                  .record = std::string(name),
                  .code = "too-large",
                  .message = "A field is larger than 1 MiB and was cut."});
  }
  return !too_large_;
}

}  // namespace claimgraph
