#include "importers/records/tagged_reader.h"

#include <utility>

#include "importers/records/record_fields.h"

namespace claimgraph {

Status TaggedReader::Run() {
  Line line;
  while (lines_.Next(&line)) {
    if (!Take(line)) return {};
  }
  if (lines_.status()) {
    End();
  } else if (IsOpen()) {
    Report("truncated-input", "The file ends early; its last record was skipped.", true);
  }
  return lines_.status();
}

void TaggedReader::Begin(std::uint64_t line) {
  record_.Begin(line);
  ++number_;
  strayed_ = false;
}

bool TaggedReader::Finish() {
  if (!IsOpen()) return true;
  bool more = true;
  if (record_.ReportSize(Name(), &sink_)) {
    RecordEntry entry = Read();
    if (NamesAWork(entry.printed)) {
      ReportLacks();
      more = sink_.Take(std::move(entry));
    } else {
      Report("empty-record", "It has no title and no identifier and was skipped.", true);
    }
  }
  record_.Begin(0);
  return more;
}

void TaggedReader::Report(std::string code, std::string message, bool skipped) {
  sink_.Report({.line = record_.line(),
                .record = Name(),
                .code = std::move(code),
                .message = std::move(message),
                .skipped = skipped});
}

void TaggedReader::ReportStray(const Line& line) {
  if (std::exchange(strayed_, true)) return;
  sink_.Report({.line = line.number,
                .code = "stray-text",
                .message = "This line belongs to no record and was left out."});
}

std::string TaggedReader::Name() const {
  std::string key = Key();
  return key.empty() ? "record " + std::to_string(number_) : key;
}

}  // namespace claimgraph
