// One study card -> one RecordEntry; the format is docs/study_card.schema.json.
#ifndef CLAIMGRAPH_IMPORTERS_RECORDS_STUDY_CARD_H_
#define CLAIMGRAPH_IMPORTERS_RECORDS_STUDY_CARD_H_

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "importers/records/record_entry.h"

namespace claimgraph {

inline constexpr std::string_view kStudyCardSchema = "claimgraph/study/1";

// `place` and `line` (from 1) name the card in reports.  A field of the wrong kind is
// reported and left out; nothing for a card that names no work, which is reported too.
std::optional<RecordEntry> ReadStudyCard(const nlohmann::json& card, std::string place,
                                         std::uint64_t line, RecordSink* sink);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_RECORDS_STUDY_CARD_H_
