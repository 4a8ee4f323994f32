#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/text/utf8.h"
#include "importers/records/pubmed_xml.h"

namespace {

void CheckText(std::string_view text) {
  if (text.size() > claimgraph::kMostInField) std::abort();
  for (std::size_t i = 0; i < text.size();) {
    char32_t c = 0;
    const std::size_t size = claimgraph::DecodeUtf8At(text, i, &c);
    if (size == 1 && c == 0xFFFD) std::abort();
    i += size;
  }
}

// Checks what the reader promises of a record.
struct Checker : claimgraph::RecordSink {
  bool Take(claimgraph::RecordEntry entry) override {
    const claimgraph::Reference& r = entry.printed;
    if (entry.line == 0 || (r.pmid + r.doi + r.title).empty()) std::abort();
    for (const std::string& text : {r.title, r.container, r.volume, r.pages, r.doi}) {
      CheckText(text);
    }
    for (const claimgraph::Author& author : r.authors) {
      if (author.family.empty()) std::abort();
      CheckText(author.family);
      CheckText(author.given);
    }
    for (const claimgraph::AbstractPart& part : entry.abstract) {
      CheckText(part.label);
      CheckText(part.text);
    }
    return true;
  }
  void Report(claimgraph::RecordProblem problem) override {
    if (problem.code.empty()) std::abort();
    CheckText(problem.message);
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  claimgraph::TextSource source({reinterpret_cast<const char*>(data), size});
  Checker checker;
  if (!claimgraph::ReadPubmedXml(&source, &checker)) std::abort();
  return 0;
}
