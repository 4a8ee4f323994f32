// Something odd about an input file, met while reading it.
//
// Reading never fails: text from outside always gives a Document and a list of
// Diagnostics.  A Diagnostic is about the file ("invalid UTF-8 at byte 912"); a
// Finding (finding.h) is about what the file claims.
#ifndef CLAIMGRAPH_CORE_DIAGNOSTIC_H_
#define CLAIMGRAPH_CORE_DIAGNOSTIC_H_

#include <string>

#include "core/span.h"

namespace claimgraph {

struct Diagnostic {
  // Stable, lower-case, hyphenated: invalid-utf8, utf16-input, nul-bytes,
  // truncated-input, empty-file, not-text, unclosed-front-matter, bibtex-syntax, ...
  std::string code{};
  Span span{};            // where in the source; {0, 0} for the whole file
  std::string message{};  // a sentence: what was met and what was done about it
  bool operator==(const Diagnostic&) const = default;
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_DIAGNOSTIC_H_
