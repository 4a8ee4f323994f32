// What reference managers and databases export; each reader gets every input, since a
// damaged file is read by whichever its first bytes call for.

#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "fuzz/record_checker.h"
#include "importers/records/endnote_xml.h"
#include "importers/records/isi.h"
#include "importers/records/ovid.h"
#include "importers/records/record_format.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  claimgraph::SniffRecords(bytes, "a.txt");
  for (const auto read : {claimgraph::ReadEndnoteXml, claimgraph::ReadIsi, claimgraph::ReadOvid}) {
    claimgraph::TextSource source(bytes);
    claimgraph::RecordChecker checker;
    if (!read(&source, &checker)) std::abort();
  }
  return 0;
}
