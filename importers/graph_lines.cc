// The buffer grows to the longest line and no further; of a line that is too long, the
// beginning is kept until its end has gone by.

#include "importers/graph_lines.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace claimgraph {
namespace {

constexpr std::size_t kPiece = std::size_t{1} << 20;
constexpr std::string_view kMark = "\xEF\xBB\xBF";  // of byte order
constexpr std::string_view kRemedy =
    "; the line was skipped: export it again, or mend it (docs/exports.md has the form)";

bool IsBlank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace

// More of the file behind what is held.  False at its end.
bool GraphLineReader::Fill() {
  if (at_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + at_, held_ - at_);
    held_ -= std::exchange(at_, 0);
  }
  if (buffer_.size() - held_ < kPiece) buffer_.resize(std::max(2 * buffer_.size(), held_ + kPiece));
  const Result<std::size_t> got = source_.Read(buffer_.data() + held_, buffer_.size() - held_);
  if (!got) status_ = tl::unexpected(got.error());
  held_ += got ? *got : 0;
  return got && *got > 0;
}

// The next line, which lasts until the next call.  False at the end.
bool GraphLineReader::Next(std::string_view* line) {
  too_large_ = false;
  ended_ = false;
  std::size_t searched = 0;
  while (true) {
    const std::string_view held = std::string_view(buffer_).substr(at_, held_ - at_);
    const std::size_t end = held.find('\n', searched);
    if (end != std::string_view::npos) {
      *line = held.substr(0, end);
      too_large_ |= end > kMostInGraphLine;
      at_ += end + 1;
      ++number_;
      return true;
    }
    searched = held.size();
    if (searched > kMostInGraphLine) {
      too_large_ = true;
      at_ = held_;  // what is held is of no use
      searched = 0;
    }
    if (Fill()) continue;
    ended_ = true;
    *line = std::string_view(buffer_).substr(at_, held_ - at_);
    at_ = held_;
    if (line->empty() && !too_large_) return false;
    ++number_;
    return true;
  }
}

Result<GraphHeader> GraphLineReader::ReadHeader() {
  std::string_view line;
  const bool any = Next(&line);
  if (!status_) return tl::unexpected(status_.error());
  if (!any) return Fail(ErrorCode::kInvalidArgument, "the file is empty");
  if (line.starts_with(kMark)) line.remove_prefix(kMark.size());
  Result<GraphHeader> header = ParseGraphHeader(line);
  if (header) {
    header_ = *header;
    return header;
  }
  return Fail(header.error().code,
              "its first line is no header that can be read: " + header.error().message);
}

Status GraphLineReader::ReadGraphs(GraphLineSink* sink) {
  std::string_view line;
  while (goes_on_ && Next(&line)) {
    if (!status_) break;  // what is left of a line that the source failed in
    if (!too_large_ && LooksLikeGraphLines(line)) {
      MeetHeader(line);
    } else if (!IsBlank(line) || too_large_) {
      ReadLine(line, sink);
    }
  }
  return status_;
}

// What follows another header was judged or read by other rules, and is not for this graph.
void GraphLineReader::MeetHeader(std::string_view line) {
  if (line.starts_with(kMark)) line.remove_prefix(kMark.size());
  const Result<GraphHeader> header = ParseGraphHeader(line);
  if (header && *header == header_) {
    ++part_;
    return;
  }
  goes_on_ = false;
  status_ = Fail(ErrorCode::kInvalidArgument,
                 "line " + std::to_string(number_) +
                     " begins another export, with another header than the first line; it and "
                     "what follows were not read: import the two from files of their own");
}

void GraphLineReader::ReadLine(std::string_view line, GraphLineSink* sink) {
  RecordProblem problem{
      .line = number_, .record = "a document", .code = "bad-line", .skipped = true};
  if (too_large_) {
    problem.code = "too-large";
    problem.message = "it is longer than " + std::to_string(kMostInGraphLine >> 20) +
                      " MiB, which no export is" + std::string(kRemedy);
    return sink->Report(std::move(problem));
  }
  Result<DocumentGraph> graph = ParseGraphJson(line);
  if (graph) {
    goes_on_ = sink->Take({std::move(*graph), number_, line.size(), part_});
    return;
  }
  problem.message = graph.error().message + std::string(kRemedy);
  if (ended_) {
    problem.code = "truncated-input";
    problem.message =
        "the file ends in the middle of this line, so it is not whole; copy or export it again";
  }
  sink->Report(std::move(problem));
}

}  // namespace claimgraph
