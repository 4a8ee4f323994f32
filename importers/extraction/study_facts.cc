// One tokenisation (StudyText), then one reader a group of facts; fields before words.

#include "importers/extraction/study_facts.h"

#include <algorithm>
#include <charconv>

#include "importers/extraction/fact_readers.h"
#include "importers/extraction/pico_model.h"
#include "importers/extraction/study_text.h"

namespace claimgraph {

void FactList::Add(FactKind kind, std::string value, TextSpan span, double confidence) {
  if (value.empty()) return;
  for (Fact& fact : *facts_) {
    if (fact.kind == kind && fact.value == value) {
      if (fact.confidence < confidence) {
        fact.confidence = confidence;
        fact.span = span;
      }
      return;
    }
  }
  std::size_t& count = count_[static_cast<std::size_t>(kind)];
  if (count >= kMostFactsOfAKind) return;
  ++count;
  facts_->push_back({kind, std::move(value), span, confidence});
}

bool FactList::Has(FactKind kind) const {
  return std::ranges::any_of(*facts_, [kind](const Fact& fact) { return fact.kind == kind; });
}

const Fact* FactList::Best(FactKind kind) const {
  const Fact* best = nullptr;
  for (const Fact& fact : *facts_) {
    const bool better =
        fact.kind == kind && (best == nullptr || fact.confidence > best->confidence);
    if (better) best = &fact;
  }
  return best;
}

void ReadStudyFacts(const Document& document, Record* record, std::vector<StudyResult>* results) {
  FactList facts(&record->facts);
  const StudyText text(document);
  ReadDesign(text, record, &facts);
  ReadHeadings(*record, &facts);
  const bool review = record->design == StudyDesign::kMetaAnalysisOfRcts ||
                      record->design == StudyDesign::kSystematicReview;
  ReadCounts(text, review, &facts);
  ReadPopulation(text, &facts);
  ReadInterventions(text, &facts);
  ReadOutcomes(text, &facts);
  ReadTimePoints(text, &facts);
  ReadConclusions(text, &facts);
  ReadRegistryNumbers(text, &facts);
  const std::size_t before = results->size();
  ReadResults(text, results);
  for (std::size_t i = before; i < results->size(); ++i) {
    const StudyResult& result = (*results)[i];
    if (result.confidence < kWordConfidence) continue;
    facts.Add(FactKind::kOutcome, result.outcome, result.span, result.confidence);
  }
  ReadPicoFacts(text, record->design, &facts);
  const Fact* size = facts.Best(FactKind::kSampleSize);
  if (size != nullptr && size->confidence > kPartConfidence) {
    std::from_chars(size->value.data(), size->value.data() + size->value.size(), record->n);
  }
  const auto order = [](const Fact& a, const Fact& b) {
    if (a.kind != b.kind) return a.kind < b.kind;
    return a.kind != FactKind::kTimePoint && a.span.begin < b.span.begin;
  };
  std::ranges::stable_sort(record->facts, order);
}

}  // namespace claimgraph
