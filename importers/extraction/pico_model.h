// Spans of an abstract that tell the population, interventions and outcomes of a trial,
// as two learned taggers read them.
//
// A first tagger sees the words; a second one what the first said of the whole abstract
// (pico_features.h).  A third finds the sample size in a single sentence.  After the EBM-NLP corpus
// (Nye et al., ACL 2018); models/pico.card.md says what they were trained on and what they score.
//
// Limits: English; abstracts of trials: of other studies too much is an intervention.
// Linear in the text; nothing is read behind kMostPicoTokens.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_PICO_MODEL_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_PICO_MODEL_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/model/linear_model.h"
#include "core/span.h"
#include "core/study.h"
#include "importers/extraction/pico_features.h"

namespace claimgraph {

class FactList;
class StudyText;

inline constexpr std::size_t kMostPicoTokens = 2000;

// Whether the taggers are built in.
bool HasPicoModel();

struct PicoToken {
  TextSpan span{};
  std::string_view word{};  // as printed; points into the text
};
// The tokens of `text` as the taggers know them, added to `tokens`; spans start at `offset`.
void ReadPicoTokens(std::string_view text, std::uint32_t offset, std::vector<PicoToken>* tokens);

struct PicoSpan {
  std::uint32_t begin = 0;  // tokens [begin, end)
  std::uint32_t end = 0;
  PicoKind kind = PicoKind::kPopulation;
  float odds = 0;  // mean of its tokens' log odds; above 0
  bool operator==(const PicoSpan&) const = default;
};

// Of an abstract with its title; spans do not overlap.  Empty where no model is built in.
std::vector<PicoSpan> TagPico(std::span<const std::string_view> tokens);

// Tokens [begin, end) of a sentence.
struct PicoRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// The numbers of one sentence that say how many people were studied.
std::vector<PicoRange> FindSampleSizes(std::span<const std::string_view> tokens);

// Adds what the taggers find of conditions, interventions, outcomes and people, for each of
// these that `facts` has none of, with kTaggedConfidence.  Trials only.
void ReadPicoFacts(const StudyText& text, StudyDesign design, FactList* facts);

// For training: how sure the rules of facts_counts.cc are of each token of a sentence that
// it counts people, from 0 to 5.
std::vector<std::uint8_t> CountedByRules(std::span<const std::string_view> tokens);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_PICO_MODEL_H_
