// One outcome of a Study: what was measured, and what came out.
//
// Called StudyResult because Result<T> (status.h) is a value or an error.  Belongs to
// the document that tells it.  `direction` is about the outcome, as in a
// Proposition: a trial in which pain fell has direction kDecrease and outcome "pain".
#ifndef CLAIMGRAPH_CORE_RESULT_H_
#define CLAIMGRAPH_CORE_RESULT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/claim.h"
#include "core/ids.h"
#include "core/span.h"

namespace claimgraph {

enum class Significance : std::uint8_t { kUnknown = 0, kSignificant = 1, kNotSignificant = 2 };

struct StudyResult {
  ResultId id{};
  DocumentId document{};
  StudyId study{};
  std::string intervention{};  // concept label, or the words; empty: the record's own
  std::string comparator{};
  std::string outcome{};
  std::string population{};
  Direction direction = Direction::kUnstated;  // kNoEffect: looked for and not found
  Significance significance = Significance::kUnknown;
  std::optional<Effect> effect{};
  std::string time_point{};  // "20 weeks"; empty: not said
  std::string quote{};       // the words that say it
  TextSpan span{};           // of them, in Document::text; {0, 0}: not from its text
  double confidence = 1;     // in [0, 1]; 1 where a card says it
  bool operator==(const StudyResult&) const = default;
};

std::string_view Name(Significance significance);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_RESULT_H_
