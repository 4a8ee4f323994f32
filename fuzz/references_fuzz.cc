// Reference lists of a Markdown page, and each of its lines as one entry.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "importers/extraction/references.h"
#include "importers/formats/formats.h"

namespace {

void Require(bool promise) {
  if (!promise) std::abort();
}

void CheckEntry(std::string_view entry) {
  const claimgraph::Reference r = claimgraph::ParseReference(entry);
  Require(r.year_span.begin <= r.year_span.end && r.year_span.end <= entry.size());
  Require(r.identifier_span.begin <= r.identifier_span.end);
  Require(r.identifier_span.end <= entry.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const claimgraph::Document document = claimgraph::ReadDocument(bytes, "post.md");
  const claimgraph::ReferenceList list = claimgraph::ExtractReferences(document);
  std::uint32_t last = 0;
  for (const claimgraph::TextSpan area : list.areas) {
    Require(last <= area.begin && area.begin <= area.end && area.end <= document.text.size());
    last = area.begin;
  }
  for (const claimgraph::Reference& r : list.references) {
    Require(r.span.begin <= r.span.end && r.span.end <= bytes.size());
    Require(r.year_span.end <= bytes.size() && r.identifier_span.end <= bytes.size());
  }
  for (std::size_t begin = 0; begin <= bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    CheckEntry(bytes.substr(begin, end - begin));
    begin = end + 1;
  }
  return 0;
}
