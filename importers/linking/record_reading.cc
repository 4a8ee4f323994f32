#include "importers/linking/record_reading.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "core/span.h"
#include "core/text/normalize.h"
#include "importers/extraction/direction_model.h"
#include "importers/extraction/vocabulary.h"
#include "models/shipped_models.h"

namespace claimgraph {
namespace {

// What nothing is compared with: then it is the intervention that made the difference.
constexpr std::array<std::string_view, 12> kInert = {
    "placebo",      "control",   "waiting list", "wait list",     "waitlist",        "usual care",
    "no treatment", "untreated", "sham",         "standard care", "no intervention", "attention"};

// Of the intervention's end, amount or rival, not of the intervention.
constexpr std::array<std::string_view, 12> kOfSomethingElse = {
    "stop", "withdr", "abstain",           "abstinen", "discontinu",   "cessation",
    "dose", "dosage", "after than before", "quit",     "non-inferior", "noninferior"};

template <std::size_t N>
std::string_view FirstOf(std::string_view folded, const std::array<std::string_view, N>& words) {
  for (const std::string_view w : words) {
    if (folded.find(w) != std::string_view::npos) return w;
  }
  return {};
}

// "Control", but not "controlled".
std::string_view FirstInert(std::string_view folded) {
  constexpr std::string_view kControlled = "controlled";
  std::string without(folded);
  for (std::size_t at = without.find(kControlled); at != std::string::npos;
       at = without.find(kControlled, at)) {
    without.erase(at, kControlled.size());
  }
  return FirstOf(without, kInert);
}

struct Evidence {
  std::string_view sentence{};
  std::string_view comparator{};
};

// The last sentence that compares the intervention with something inert and names the
// outcome.  An abstract's results and conclusions are among its last sentences.
std::optional<Evidence> SentenceOn(const FoundRecord& found, std::string_view intervention,
                                   std::string_view outcome) {
  constexpr std::size_t kMostLookedAt = 60;
  if (!FirstOf(Fold(Slice(found.text, found.sentences.front())), kOfSomethingElse).empty()) {
    return std::nullopt;
  }
  std::size_t looked_at = 0;
  for (std::size_t i = found.sentences.size(); i-- > 1 && looked_at < kMostLookedAt; ++looked_at) {
    const std::string_view words = Slice(found.text, found.sentences[i]);
    const std::string folded = Fold(words);
    const std::string_view inert = FirstInert(folded);
    if (inert.empty() || !FirstOf(folded, kOfSomethingElse).empty()) continue;
    if (ShareConcept(words, outcome) && ShareConcept(words, intervention)) {
      return Evidence{words, inert};
    }
  }
  return std::nullopt;
}

}  // namespace

std::string_view InertComparator(std::string_view text) { return FirstInert(Fold(text)); }

std::optional<ReadOutcome> ReadOutcomeOf(const FoundRecord& found, std::string_view claim,
                                         std::string_view intervention, std::string_view outcome) {
  const bool built_in = ShippedModel("direction", kDirectionFeatures) != nullptr;
  if (!built_in || found.is_card || found.sentences.size() < 2 || intervention.empty()) {
    return std::nullopt;
  }
  const std::optional<Evidence> evidence = SentenceOn(found, intervention, outcome);
  if (!evidence) return std::nullopt;
  const Comparison comparison{.intervention = intervention,
                              .comparator = evidence->comparator,
                              .outcome = outcome,
                              .evidence = {evidence->sentence}};
  const std::optional<DirectionOdds> odds = ReadDirection(comparison);
  if (!odds) return std::nullopt;
  const ComparisonResult came = MostLikely(*odds);
  const double sure = (*odds)[static_cast<std::size_t>(came)];
  if (sure < kSureDirection) return std::nullopt;

  StanceText text{.title = Slice(found.text, found.sentences.front())};
  for (std::size_t i = 1; i < std::min(found.sentences.size(), kMostStanceSentences + 1); ++i) {
    text.sentences.push_back(Slice(found.text, found.sentences[i]));
  }
  const std::optional<StanceOdds> stance = ReadStance(claim, text);
  if (!stance || stance->relevant < kRelevantFrom) return std::nullopt;

  ReadOutcome read{.stance = *stance};
  read.result.outcome = std::string(outcome);
  read.result.quote = std::string(evidence->sentence);
  read.result.confidence = sure;
  switch (came) {
    case ComparisonResult::kNoDifference:
      read.result.direction = Direction::kNoEffect;
      read.result.significance = Significance::kNotSignificant;
      break;
    case ComparisonResult::kIncreased:
      read.result.direction = Direction::kIncrease;
      break;
    case ComparisonResult::kDecreased:
      read.result.direction = Direction::kDecrease;
      break;
  }
  return read;
}

}  // namespace claimgraph
