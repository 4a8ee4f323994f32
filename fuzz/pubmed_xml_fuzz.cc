#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "fuzz/record_checker.h"
#include "importers/records/pubmed_xml.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  claimgraph::TextSource source({reinterpret_cast<const char*>(data), size});
  claimgraph::RecordChecker checker;
  if (!claimgraph::ReadPubmedXml(&source, &checker)) std::abort();
  return 0;
}
