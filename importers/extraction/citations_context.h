// What every pass over the text for citations needs to know of the document.
//
// Used by citations*.cc alone.  Each pass appends Citations with text_span,
// style and what the marker says; citations.cc settles overlaps and fills in
// the rest.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_CITATIONS_CONTEXT_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_CITATIONS_CONTEXT_H_

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/citation.h"
#include "core/document.h"
#include "core/reference.h"
#include "importers/extraction/references.h"

namespace claimgraph {

// Names that lists print, by key (see core/text/author_names.h).
class KnownAuthors {
 public:
  void Add(const Reference& reference);
  void Finish();                                        // call once, after the last Add
  bool HasFirst(std::string_view name) const;           // as anyone's first author
  bool HasYear(std::string_view name, int year) const;  // with that year, one or two off
  // "NICE" of 2016, where an entry of that year is by an organisation that may be
  // called so.
  bool HasAbbreviated(std::string_view name, int year) const;
  bool empty() const { return years_.empty(); }

 private:
  bool BeginsAnEntry(std::string_view name) const;

  std::unordered_map<std::string, std::vector<int>> years_;          // by first author's key
  std::unordered_map<int, std::vector<std::string>> organisations_;  // by year
  std::vector<std::string> openings_;  // the words that entries begin with, sorted
};

// A run of text that belongs to the article and not to its reference list.
struct ProseRun {
  TextSpan span{};
  std::uint32_t block = 0;
};

struct CitationContext {
  CitationContext(const Document& document, const ReferenceList& list,
                  const std::vector<Reference>& bibliography);

  bool InProse(TextSpan span) const;
  bool IsNoteMark(TextSpan span) const;  // lies under a kFootnoteRef mark, or around one

  const Document& document;
  std::string_view text;
  std::vector<ProseRun> prose{};  // ascending
  KnownAuthors authors{};
  std::unordered_set<std::string> keys{};         // of entries that have one, folded
  std::vector<std::string> listed_keys{};         // the same as they are, in order
  std::unordered_set<std::string> note_labels{};  // of footnotes that hold a source
  std::unordered_set<std::string> identifiers{};  // DOIs, PMIDs and PMCIDs of entries
  std::unordered_set<std::string> names{};        // keys of corporate authors and containers
  int last_note = 0;      // the highest label of a footnote that holds a source; 0: none
  int last_number = 0;    // the highest number that an entry answers to; 0: no list
  bool numbered = false;  // the list prints its numbers
};

using Citations = std::vector<Citation>;

// The passes.  Each is linear in the text.
Citations FindAuthorYear(const CitationContext& context);
Citations FindAuthorPage(const CitationContext& context, std::size_t author_year_markers);
Citations FindKeys(const CitationContext& context);  // Pandoc keys and footnotes
Citations FindNumeric(const CitationContext& context, std::size_t author_year_markers);
Citations FindLinks(const CitationContext& context);
Citations FindKeyLinks(const CitationContext& context);  // links to entries of the list
Citations FindPlaceholders(const CitationContext& context);
Citations FindNamedSources(const CitationContext& context);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_CITATIONS_CONTEXT_H_
