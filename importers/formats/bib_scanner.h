// The syntax of BibTeX: entries and their raw fields.
//
// Values keep their LaTeX; @string names are replaced by their values, and parts
// joined by "#" are joined.
#ifndef CLAIMGRAPH_IMPORTERS_FORMATS_BIB_SCANNER_H_
#define CLAIMGRAPH_IMPORTERS_FORMATS_BIB_SCANNER_H_

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.h"
#include "core/span.h"

namespace claimgraph {

struct BibField {
  std::string name{};  // lower case
  std::string raw{};   // LaTeX, macros expanded
  Span span{};         // of the value
};

struct BibEntry {
  std::string type{};  // lower case
  std::string key{};
  std::vector<BibField> fields{};
  Span span{};

  const BibField* Find(std::string_view name) const;  // null if there is none
  // The first of `names` that is there and not empty.
  const BibField* FindAny(std::initializer_list<std::string_view> names) const;
};

struct BibEntries {
  std::vector<BibEntry> entries{};
  std::vector<Diagnostic> diagnostics{};  // bibtex-syntax, in order
};

// Reads every byte once, whatever the file.  A value that runs into a line
// beginning with "@word{" was never closed: its entry is reported and left out,
// and reading goes on with that line.
BibEntries ScanBibtex(std::string_view bytes);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_FORMATS_BIB_SCANNER_H_
