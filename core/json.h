// The nouns as JSON, in the words of docs/json_format.md.
//
// Every report and export that is JSON is made of these objects, so a field has
// one name everywhere.  Objects keep the order in which their fields are
// documented.  Strings that are missing are "", numbers and ids that are missing
// are null.  Fields are added, never renamed or removed.
#ifndef CLAIMGRAPH_CORE_JSON_H_
#define CLAIMGRAPH_CORE_JSON_H_

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/citation.h"
#include "core/claim.h"
#include "core/decision.h"
#include "core/diagnostic.h"
#include "core/document.h"
#include "core/evidence_line.h"
#include "core/finding.h"
#include "core/ids.h"
#include "core/proposition.h"
#include "core/record.h"
#include "core/reference.h"
#include "core/result.h"
#include "core/study.h"
#include "core/work.h"

namespace claimgraph {

using Json = nlohmann::ordered_json;

// An id as people and programs see it: a letter for the kind, then the number.
//   d document   c claim   x citation   r reference   w work
//   s study      p proposition   e evidence line   f finding
//   b record     o result        n decision
std::string IdText(NodeRef node);
template <typename Id>
std::string IdText(Id id) {
  return IdText(Node(id));
}

// The opposite: "c12" is claim 12.  Empty for anything else, "c0" included.
std::optional<NodeRef> ParseId(std::string_view text);

Json ToJson(Span span);
Json ToJson(const Reason& reason);
Json ToJson(const Effect& effect);
Json ToJson(const Proposition& proposition);
// `stated` are the propositions of Claim::propositions, in that order.
Json ToJson(const Claim& claim, std::span<const Proposition> stated);
Json ToJson(const Citation& citation);
Json ToJson(const Reference& reference);
Json ToJson(const Work& work);
Json ToJson(const EvidenceLine& line);
Json ToJson(const Finding& finding);
Json ToJson(const Record& record);
Json ToJson(const StudyResult& result);
Json ToJson(const Study& study);
Json ToJson(const Decision& decision);
Json ToJson(const Diagnostic& diagnostic);
// What identifies a document; neither its text nor what was found in it.
Json ToJson(const Document& document);

std::string_view Name(Format format);  // "plain_text", "markdown", "html", "bibtex"

// On one line.  Bytes that are not UTF-8 become U+FFFD.
std::string Dump(const Json& json);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_JSON_H_
