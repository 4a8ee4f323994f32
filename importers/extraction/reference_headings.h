// The words that bibliographies begin and end with.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_REFERENCE_HEADINGS_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_REFERENCE_HEADINGS_H_

#include <cstdint>
#include <string_view>

namespace claimgraph {

enum class HeadingStrength : std::uint8_t {
  kNone,
  kWeak,    // "Notes", "Sources": a list only if what follows looks like one
  kStrong,  // "References", "Works cited"
};

// `text` is a whole heading or line: "7. References", "Sources:".
HeadingStrength ReferenceHeading(std::string_view text);

// The length of a heading that shares its line with the first entry
// ("References: Moore, T. ..."); 0 if there is none.
std::size_t InlineHeading(std::string_view text);

// True for what follows a list and is no part of it: disclaimers, comments,
// sharing buttons, the author's biography, copyright lines.
bool EndsReferenceList(std::string_view text);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_REFERENCE_HEADINGS_H_
