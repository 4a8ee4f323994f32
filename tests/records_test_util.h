// What the tests of the readers of records share: a sink that keeps everything, and
// sources that are slow or fail.
#ifndef CLAIMGRAPH_TESTS_RECORDS_TEST_UTIL_H_
#define CLAIMGRAPH_TESTS_RECORDS_TEST_UTIL_H_

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "importers/records/record_entry.h"

namespace claimgraph {

class KeptRecords : public RecordSink {
 public:
  bool Take(RecordEntry entry) override {
    entries.push_back(std::move(entry));
    return entries.size() < most;
  }
  void Report(RecordProblem problem) override { problems.push_back(std::move(problem)); }

  std::vector<std::string> Codes() const {
    std::vector<std::string> codes;
    for (const RecordProblem& p : problems) codes.push_back(p.code);
    return codes;
  }

  std::vector<RecordEntry> entries{};
  std::vector<RecordProblem> problems{};
  Status status{};
  std::size_t most = static_cast<std::size_t>(-1);
};

// Hands over `step` bytes at a time, and fails at the end if asked.
class SlowSource : public ByteSource {
 public:
  explicit SlowSource(std::string_view text, std::size_t step, bool fails = false)
      : left_(text), step_(step), fails_(fails) {}
  Result<std::size_t> Read(char* buffer, std::size_t size) override {
    if (left_.empty() && fails_) return Fail(ErrorCode::kCorrupt, "damaged");
    const std::size_t n = left_.copy(buffer, std::min(size, step_));
    left_.remove_prefix(n);
    return n;
  }

 private:
  std::string_view left_;
  std::size_t step_;
  bool fails_;
};

using RecordReader = Status (*)(ByteSource* source, RecordSink* sink);

inline KeptRecords ReadRecords(RecordReader read, std::string_view text) {
  KeptRecords kept;
  TextSource source(text);
  kept.status = read(&source, &kept);
  return kept;
}

// What does not depend on how the bytes come.
inline std::vector<std::string> Titles(const KeptRecords& kept) {
  std::vector<std::string> titles;
  for (const RecordEntry& e : kept.entries) titles.push_back(e.printed.title);
  return titles;
}

}  // namespace claimgraph

#endif  // CLAIMGRAPH_TESTS_RECORDS_TEST_UTIL_H_
