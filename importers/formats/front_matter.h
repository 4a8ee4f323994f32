// The block of keys and values at the head of a Markdown file: YAML between
// "---" lines or TOML between "+++" lines.
//
// Reads the subset that article front matter uses: keys at any depth, plain and
// quoted values, values folded over lines, and lists in either style.  Nothing
// is executed or included, and a value that is not understood is left out.
#ifndef CLAIMGRAPH_IMPORTERS_FORMATS_FRONT_MATTER_H_
#define CLAIMGRAPH_IMPORTERS_FORMATS_FRONT_MATTER_H_

#include <string>
#include <string_view>
#include <vector>

#include "core/document.h"
#include "importers/formats/document_builder.h"

namespace claimgraph {

struct FrontMatterValue {
  std::string key{};    // top level, lower case
  Span source{};        // the value, without quotes, list marks or "key:"
  bool quoted = false;  // in double quotes: backslash escapes
};

struct FrontMatter {
  Span source{};                           // fences included; empty if there is none
  bool unclosed = false;                   // it opens like front matter, and never closes
  std::vector<FrontMatterValue> values{};  // in order; a list gives one for each entry
};

FrontMatter ReadFrontMatter(std::string_view text);

// Writes the values that readers see (title, description) as kMetadata blocks, and
// sets what the others say of `document`: title, identifier, bibliographies.
void WriteFrontMatter(std::string_view text, const FrontMatter& head, DocumentBuilder* builder,
                      Document* document);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_FORMATS_FRONT_MATTER_H_
