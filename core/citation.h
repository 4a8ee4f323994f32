// An in-text marker that points at a source.
//
// One marker is one Citation: "(Moore, 1998; Hill, 2004)" is two, "[1,4]" is one
// with two numbers.  What the marker says is kept apart from what it was
// resolved to, so that a rule can compare the two.
#ifndef CLAIMGRAPH_CORE_CITATION_H_
#define CLAIMGRAPH_CORE_CITATION_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/claim.h"
#include "core/ids.h"
#include "core/span.h"

namespace claimgraph {

enum class CitationStyle : std::uint8_t {
  kAuthorYear,   // (Moore, 1998), Moore (1998)
  kNumeric,      // [3], [1,4], [1-3], (3)
  kSuperscript,  // <sup>3</sup>, ^3^, Unicode superscripts, digits glued to a word
  kFootnote,     // [^a]
  kPandocKey,    // [@key], @key
  kLink,         // a hyperlink whose target is a source
  kPlaceholder,  // bare link text whose target was lost: "PubMed"
  kNamedSource,  // "A 2023 paper", where a reference answers to it
};

struct Citation {
  CitationId id{};
  DocumentId document{};
  Span span{};
  TextSpan text_span{};
  std::string text{};          // "Moore, 1998": one marker, without the bracket that several share
  CitationStyle style = CitationStyle::kAuthorYear;
  std::uint32_t sentence = 0;  // index into Document::sentences

  // What the marker says; which fields are set depends on the style.
  std::vector<std::string> authors{};  // family names or a corporate name, as printed
  bool et_al = false;
  int year = 0;                        // 0: not said
  std::string year_suffix{};           // the "b" of 2011b
  std::vector<int> numbers{};          // ranges expanded
  std::vector<std::string> keys{};     // Pandoc keys or footnote label
  std::string url{};

  std::vector<ReferenceId> references{};  // in the document's own list; empty: dangling
  double score = 1;                       // of the resolution, in [0, 1]; 1 for an exact key
  std::vector<Reason> reasons{};          // why these references
  bool operator==(const Citation&) const = default;
};

std::string_view Name(CitationStyle style);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_CITATION_H_
