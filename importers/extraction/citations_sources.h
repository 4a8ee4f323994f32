// Names of indexes, publishers and journals, as link text shows them.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_CITATIONS_SOURCES_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_CITATIONS_SOURCES_H_

#include <cstddef>
#include <string_view>

namespace claimgraph {

enum class SourceName {
  kNone,
  kIndex,    // seldom written but as a link: "PubMed", "ScienceDirect", "Healthline"
  kBody,     // may be the subject of a sentence too: "WHO", "Nature", "NIH"
  kGeneric,  // "Source", "Read more here"
};

// What the words are, as a whole, in any case but for short names: "WHO" is a
// body, "Who" a question.
SourceName ClassifySource(std::string_view words);

// Bytes of the longest index or body name that the words begin with; 0 if none.
std::size_t LeadingSource(std::string_view words);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_CITATIONS_SOURCES_H_
