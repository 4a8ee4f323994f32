#include "core/appraisal/result_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace claimgraph {
namespace {

std::string_view Happened(Direction direction) {
  switch (direction) {
    case Direction::kIncrease:
      return "increased";
    case Direction::kDecrease:
      return "decreased";
    case Direction::kImprove:
      return "improved";
    case Direction::kWorsen:
      return "worsened";
    case Direction::kNoEffect:
      return "did not change";
    case Direction::kUnstated:
      return "was measured";
  }
  return "";
}

}  // namespace

std::string SourceWords(const Record& record, std::string_view source) {
  if (record.authors.empty()) return std::string(source);
  std::string name = record.authors.front().family;
  if (record.authors.size() == 2 && !record.et_al) name += " & " + record.authors[1].family;
  if (record.authors.size() > 2 || record.et_al) name += " et al.";
  return record.year == 0 ? name : fmt::format("{} ({})", name, record.year);
}

bool FoundNothing(const StudyResult& result) {
  return result.direction == Direction::kNoEffect ||
         result.significance == Significance::kNotSignificant;
}

std::string ResultWords(const Record& record, std::string_view source, const StudyResult& result) {
  std::string words = fmt::format(
      "{}: {} {}", SourceWords(record, source), result.outcome,
      FoundNothing(result) ? std::string_view("did not change") : Happened(result.direction));
  if (result.effect) {
    words += fmt::format(", {} {}", Name(result.effect->measure), result.effect->value);
    if (result.effect->ci_low && result.effect->ci_high) {
      words += fmt::format(" ({} to {})", *result.effect->ci_low, *result.effect->ci_high);
    }
  }
  if (!result.time_point.empty()) {
    const bool bare = result.time_point.front() >= '0' && result.time_point.front() <= '9';
    words += (bare ? ", at " : ", ") + result.time_point;
  }
  if (!result.quote.empty()) words += fmt::format(": \"{}\"", result.quote);
  return words;
}

bool IsJudgedBy(const EvidenceLine& line, const Record& record, const StudyResult& result) {
  const std::string words = ResultWords(record, line.record, result);
  return std::ranges::any_of(line.reasons, [&](const Reason& reason) {
    return reason.step == "result" && reason.because == words;
  });
}

}  // namespace claimgraph
