#include "importers/records/lines.h"

#include <algorithm>

#include "core/text/utf8.h"
#include "importers/records/utf8_source.h"

namespace claimgraph {
namespace {

constexpr std::size_t kBuffer = std::size_t{64} << 10;

// Whole characters only.
void CutTo(std::size_t most, std::string* line) {
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>((*line)[end]) & 0xC0) == 0x80) --end;
  line->resize(end);
}

}  // namespace

LineReader::LineReader(ByteSource* source, RecordSink* sink)
    : text_(NewUtf8Source(source, sink)), buffer_(kBuffer, '\0') {}

bool LineReader::Fill() {
  const Result<std::size_t> got = text_->Read(buffer_.data(), buffer_.size());
  if (!got) status_ = tl::unexpected(got.error());
  at_ = 0;
  held_ = got ? *got : 0;
  return held_ > 0;
}

bool LineReader::Next(Line* line) {
  line_.clear();
  bool any = false;
  bool ended = false;
  bool cut = false;
  while (!ended) {
    if (at_ == held_ && !Fill()) break;
    if (skip_lf_) {
      skip_lf_ = false;
      if (buffer_[at_] == '\n') {
        ++at_;
        continue;
      }
    }
    any = true;
    const char* begin = buffer_.data() + at_;
    const char* end = buffer_.data() + held_;
    const char* stop = std::find_if(begin, end, [](char c) { return c == '\n' || c == '\r'; });
    // One byte more than may be kept tells whether a character was cut.
    const std::size_t room = kMostInField + 1 - line_.size();
    const auto found = static_cast<std::size_t>(stop - begin);
    line_.append(begin, std::min(found, room));
    ended = stop != end;
    if (ended) skip_lf_ = *stop == '\r';
    at_ += found + (ended ? 1 : 0);
  }
  if (!status_ || !any) return false;
  if (line_.size() > kMostInField) {
    cut = true;
    CutTo(kMostInField, &line_);
  }
  *line = {.text = line_, .number = ++number_, .cut = cut};
  return true;
}

}  // namespace claimgraph
