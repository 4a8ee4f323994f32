// One entry of a document's bibliography, as printed.
//
// Fields hold what the entry says, right or wrong; what is true of the
// publication lives in its Work.  A missing field is empty (year: 0).
#ifndef CLAIMGRAPH_CORE_REFERENCE_H_
#define CLAIMGRAPH_CORE_REFERENCE_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/ids.h"
#include "core/span.h"
#include "core/study.h"

namespace claimgraph {

struct Author {
  std::string family{};  // or the whole corporate name
  std::string given{};   // or initials, as printed
  bool operator==(const Author&) const = default;
};

// Where the entry was found.
enum class ReferenceOrigin : std::uint8_t {
  kList,      // the document's reference list
  kFootnote,  // a footnote's text
  kLink,      // an inline hyperlink: the reference is the address
  kBibFile,   // a .bib file given beside the document
};

struct Reference {
  ReferenceId id{};
  DocumentId document{};
  Span span{};                  // in the document, or in `file` for kBibFile
  std::string file{};           // the .bib file; empty: the document itself
  std::string text{};           // the entry as printed
  ReferenceOrigin origin = ReferenceOrigin::kList;
  int number = 0;               // printed or implied list number, from 1; 0: none
  std::string key{};            // BibTeX key or footnote label
  std::vector<Author> authors{};
  bool et_al = false;
  int year = 0;
  std::string year_suffix{};
  std::string title{};
  std::string container{};      // journal, book or site
  std::string volume{};
  std::string issue{};
  std::string pages{};          // "25-31", "e891"
  std::string publisher{};
  std::string doi{};            // lower case, without resolver
  std::string pmid{};           // digits
  std::string pmcid{};          // "PMC123"
  std::string url{};
  std::string abstract{};       // where the .bib has one
  Span year_span{};             // the parts that rules point at; {0, 0} where missing
  Span identifier_span{};
  StudyDesign design = StudyDesign::kUnknown;  // from title and abstract
  WorkId work{};
  bool operator==(const Reference&) const = default;
};

std::string_view Name(ReferenceOrigin origin);

// True for what was not read from the document's text but given with it: entries of
// .bib files, of a list that its format marks up, and of a word processor's sources.
bool IsMarkedUp(const Reference& reference);

// The entries that a number in the text leads to, by that number: position in
// `references`.  These are the numbered entries of the list or, where the list
// has none, the footnotes whose label is a number.
std::map<int, std::size_t> EntriesByNumber(const std::vector<Reference>& references);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_REFERENCE_H_
