// Finds what a person points at, and explains it.
//
// People point with an id that a report printed, or with a place in a file.
#ifndef CLAIMGRAPH_CLAIMGRAPH_EXPLAIN_H_
#define CLAIMGRAPH_CLAIMGRAPH_EXPLAIN_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "claimgraph/check.h"
#include "core/graph_reader.h"
#include "core/status.h"

namespace claimgraph {

// "draft.md:12" or "draft.md:12:5", as reports print it.
struct Place {
  std::string path{};
  std::uint32_t line = 0;
  std::uint32_t column = 0;  // 0: anywhere on the line
};
std::optional<Place> ParsePlace(std::string_view text);

// The bytes of `source` that a place means: one character, or the line.
Span BytesOf(std::string_view source, const Place& place);

// `id` is that of a stored claim or finding: "c12", "f3".
[[nodiscard]] Result<std::string> ExplainStored(const GraphReader& reader, std::string_view id);

// The same for what a check just found.
[[nodiscard]] Result<std::string> ExplainChecked(const Checked& checked, std::string_view id);

// Lines to stand below the findings about `claim`, which is of `graph`, one of the report's.
std::string ExplainInShort(const Checked& checked, const DocumentGraph& graph, const Claim& claim);

// Every claim at `place`, and findings there that are about no claim.
[[nodiscard]] Result<std::string> ExplainPlace(const Checked& checked, const Place& place);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CLAIMGRAPH_EXPLAIN_H_
