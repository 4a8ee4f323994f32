// Which kind of file of records a text is, if it is one.
//
// Content decides; a name only helps where content is short or open to two
// readings.  Whatever could be an article, a page, notes or source code is kNone: a
// draft taken for records would lose its claims, and a table of studies taken for a
// list of retractions would condemn them.
#ifndef CLAIMGRAPH_IMPORTERS_RECORDS_RECORD_FORMAT_H_
#define CLAIMGRAPH_IMPORTERS_RECORDS_RECORD_FORMAT_H_

#include <cstdint>
#include <string_view>

namespace claimgraph {

enum class RecordFormat : std::uint8_t {
  kNone,
  kPubmedXml,
  kMedline,
  kRis,
  kJsonRecords,
  kRetractions,
  kBibtex,
  kEndnoteXml,
  kIsi,
  kOvid,
};

// `head`: the first 16 KiB of the unpacked bytes, in any encoding; `name`: of the file.
RecordFormat SniffRecords(std::string_view head, std::string_view name);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_RECORDS_RECORD_FORMAT_H_
