// What every target that reads a document checks.
#ifndef CLAIMGRAPH_FUZZ_PROMISES_H_
#define CLAIMGRAPH_FUZZ_PROMISES_H_

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/text/sentences.h"
#include "importers/formats/formats.h"
#include "tests/document_dump.h"

namespace claimgraph {

// Reads `bytes` as a file called `name` and aborts if the Document breaks one of
// the promises of core/document.h.
inline void CheckPromises(std::string_view bytes, std::string_view name) {
  Document document = ReadDocument(bytes, name);
  document.sentences = FindSentences(document);
  const std::string broken = BrokenPromise(document, bytes);
  if (broken.empty()) return;
  std::fprintf(stderr, "%s\n", broken.c_str());
  std::abort();
}

}  // namespace claimgraph

#endif  // CLAIMGRAPH_FUZZ_PROMISES_H_
