// What every target that reads records checks.
#ifndef CLAIMGRAPH_FUZZ_RECORD_CHECKER_H_
#define CLAIMGRAPH_FUZZ_RECORD_CHECKER_H_

#include <cstddef>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/text/utf8.h"
#include "importers/records/record_entry.h"

namespace claimgraph {

inline void CheckText(std::string_view text) {
  if (text.size() > kMostInField) std::abort();
  for (std::size_t i = 0; i < text.size();) {
    char32_t c = 0;
    const std::size_t size = DecodeUtf8At(text, i, &c);
    if (size == 1 && c == 0xFFFD) std::abort();
    i += size;
  }
}

// Aborts where a record breaks what its reader promises.
struct RecordChecker : RecordSink {
  bool Take(RecordEntry entry) override {
    const Reference& r = entry.printed;
    if (entry.line == 0 || (r.pmid + r.doi + r.pmcid + r.title).empty()) std::abort();
    for (const std::string& text : {r.title, r.container, r.volume, r.pages, r.doi}) {
      CheckText(text);
    }
    for (const Author& author : r.authors) {
      if (author.family.empty()) std::abort();
      CheckText(author.family);
      CheckText(author.given);
    }
    for (const AbstractPart& part : entry.abstract) {
      CheckText(part.label);
      CheckText(part.text);
    }
    return true;
  }
  void Report(RecordProblem problem) override {
    if (problem.code.empty()) std::abort();
    CheckText(problem.message);
  }
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_FUZZ_RECORD_CHECKER_H_
