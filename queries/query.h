// Asks a store: what did this rule find, which claims have this verdict?
//
// Findings stand in the store: an import finds them, and finds again those that it
// touches in other documents (claimgraph/upkeep.h).
#ifndef CLAIMGRAPH_QUERIES_QUERY_H_
#define CLAIMGRAPH_QUERIES_QUERY_H_

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/claim.h"
#include "core/document.h"
#include "core/finding.h"
#include "core/graph_reader.h"
#include "core/proposition.h"
#include "core/status.h"

namespace claimgraph {

// Filters that are empty let everything through.  Concepts are matched as whole
// words, case and accents aside: "pain" meets "low back pain".
struct Query {
  std::vector<std::string> subjects{};  // rule names and verdict names, answered in this order
  std::string document{};               // source path or id ("d3")
  std::string intervention{};
  std::string outcome{};
  std::string population{};
  std::size_t limit = 0;  // answers in all; 0: no limit
};

// Either a finding, with its claim if it has one, or a claim of a verdict asked for.
struct Answer {
  const Document& document;  // its header alone (GraphReader::FindDocumentHeader)
  std::optional<Finding> finding{};
  std::optional<Claim> claim{};
  std::vector<Proposition> stated{};  // by the claim
};

// Calls `take` for each answer: by subject, then document, then position.
// Fails with kInvalidArgument for a subject or document that does not exist.
[[nodiscard]] Status Ask(const GraphReader& reader, const Query& query,
                         const std::function<void(const Answer&)>& take);

// "supported", "weakly-supported" or "weakly_supported", ...
std::optional<Verdict> ParseVerdict(std::string_view name);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_QUERY_H_
