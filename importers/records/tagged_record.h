// One record of a file of tagged lines ("TI  - Massage for ..."), while it is read.
//
// Holds at most kMostInField of a field and kMostInRecord of all; what is more is
// dropped and remembered, so that the reader can report it.
#ifndef CLAIMGRAPH_IMPORTERS_RECORDS_TAGGED_RECORD_H_
#define CLAIMGRAPH_IMPORTERS_RECORDS_TAGGED_RECORD_H_

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "importers/records/lines.h"
#include "importers/records/record_entry.h"

namespace claimgraph {

// "TI" of "TI  - Massage", whose dash stands in the fifth column; empty if the line
// has no tag.  `*value`: what follows it.
std::string_view FourColumnTag(std::string_view line, std::string_view* value);

struct TaggedField {
  std::string tag{};
  std::string value{};  // its lines, with "\n" between
};

class TaggedRecord {
 public:
  // Forgets everything.  `line`: where the next record begins.
  void Begin(std::uint64_t line);
  // A field that begins on `line`, with `value` as the part of it after the tag.
  void Add(std::string_view tag, std::string_view value, const Line& line);
  // A line more of the last field.  Requires: !empty().
  void Continue(const Line& line);

  bool empty() const { return fields_.empty(); }
  std::uint64_t line() const { return line_; }
  const std::vector<TaggedField>& fields() const { return fields_; }
  bool Has(std::string_view tag) const;
  // The value of the first of `tags` that is there and not blank; else empty.  Tidied.
  std::string First(std::initializer_list<std::string_view> tags) const;

  // Reports what was cut ("too-large"); false if the record is to be skipped for it.
  bool ReportSize(std::string_view name, RecordSink* sink) const;

 private:
  std::uint64_t line_ = 0;
  std::vector<TaggedField> fields_{};
  std::size_t size_ = 0;
  bool cut_ = false;
  bool too_large_ = false;
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_RECORDS_TAGGED_RECORD_H_
