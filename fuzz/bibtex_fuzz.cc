#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "importers/formats/bibtex.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const claimgraph::BibFile file = claimgraph::ReadBibtex(bytes, "refs.bib");
  std::uint32_t last = 0;  // entries are in order and do not overlap
  for (const claimgraph::Reference& r : file.references) {
    if (r.span.begin < last || r.span.end > size || r.span.begin >= r.span.end) std::abort();
    if (r.year_span.end > size || r.identifier_span.end > size) std::abort();
    last = r.span.end;
  }
  for (const claimgraph::Diagnostic& d : file.diagnostics) {
    if (d.span.begin > d.span.end || d.span.end > size) std::abort();
  }
  return 0;
}
