#include "importers/linking/record_reading.h"

#include <string>
#include <vector>

#include "core/span.h"
#include "importers/extraction/direction_model.h"
#include "importers/extraction/vocabulary.h"

namespace claimgraph {
namespace {

std::string_view Comparator(const Record& record) {
  for (const Fact& fact : record.facts) {
    if (fact.kind == FactKind::kComparator) return fact.value;
  }
  return "control";
}

// The sentences behind the title that name the outcome and say what became of it: the
// last ones, where an abstract has its results and conclusions.
std::vector<std::string_view> SentencesOn(const FoundRecord& found, std::string_view outcome) {
  constexpr std::size_t kMostSentences = 3;
  std::vector<std::string_view> named;
  for (std::size_t i = found.sentences.size(); i-- > 1 && named.size() < kMostSentences;) {
    const std::string_view words = Slice(found.text, found.sentences[i]);
    if (ShareConcept(words, outcome)) named.insert(named.begin(), words);
  }
  return named;
}

}  // namespace

std::optional<ReadOutcome> ReadOutcomeOf(const FoundRecord& found, std::string_view claim,
                                         std::string_view intervention, std::string_view outcome) {
  if (found.is_card || found.sentences.size() < 2 || intervention.empty()) return std::nullopt;
  Comparison comparison{.intervention = intervention,
                        .comparator = Comparator(found.record),
                        .outcome = outcome,
                        .evidence = SentencesOn(found, outcome)};
  if (comparison.evidence.empty()) return std::nullopt;
  const std::optional<DirectionOdds> odds = ReadDirection(comparison);
  if (!odds) return std::nullopt;
  const ComparisonResult came = MostLikely(*odds);
  const double sure = (*odds)[static_cast<std::size_t>(came)];
  if (sure < kSureDirection) return std::nullopt;

  StanceText text{.title = Slice(found.text, found.sentences.front())};
  for (std::size_t i = 1; i < found.sentences.size(); ++i) {
    text.sentences.push_back(Slice(found.text, found.sentences[i]));
  }
  const std::optional<StanceOdds> stance = ReadStance(claim, text);
  if (!stance || stance->relevant < kRelevantFrom) return std::nullopt;

  ReadOutcome read{.stance = *stance};
  read.result.outcome = std::string(outcome);
  read.result.quote = std::string(comparison.evidence.back());
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
