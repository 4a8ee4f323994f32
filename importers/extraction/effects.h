// Effect sizes as an article prints them: "SMD -0.38 (95% CI -0.57 to -0.18)".
//
// Read are SMD (Hedges g, Cohen d), MD, OR, RR, HR, RD, NNT, r, AUC, changes in
// percent ("reduced by 31%", "a 40% reduction") and points on a scale ("by 5
// points").  A percentage that is no change ("12% of patients") is not an effect.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_EFFECTS_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_EFFECTS_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/claim.h"
#include "core/span.h"

namespace claimgraph {

// `effect.span` stays {0, 0}: the caller knows the way to the source.
struct TextEffect {
  Effect effect{};
  TextSpan span{};  // from the measure's name to its last number
};

// Effects in one sentence, ascending by span.  Spans are offset by `offset`, the
// sentence's own begin in Document::text.  An interval or p value belongs to the
// effect printed before it; n, k and I2 to every effect of the sentence that has
// none nearer.  Linear in sentence.size(); returns at once where no digit stands.
// What stands past 32 KiB is not read: no person wrote that as one sentence.
std::vector<TextEffect> FindEffects(std::string_view sentence, std::uint32_t offset = 0);

// How much was studied, as one sentence says it; the largest where it says
// several.
struct StudyCounts {
  std::optional<std::int64_t> people{};   // "n = 34", "1,025 participants", "sixty people"
  std::optional<std::int64_t> studies{};  // "eight RCTs", "k = 12"
  std::optional<double> i2{};             // percent
};
StudyCounts FindStudyCounts(std::string_view sentence);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_EFFECTS_H_
