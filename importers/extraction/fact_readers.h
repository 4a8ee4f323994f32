// The readers behind ReadStudyFacts (study_facts.h), one a group of facts.  Each looks at
// the whole StudyText and adds what it finds.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_FACT_READERS_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_FACT_READERS_H_

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/record.h"
#include "core/result.h"
#include "importers/extraction/study_text.h"

namespace claimgraph {

// No person wrote more as one sentence; what is longer is not quoted.
inline constexpr std::size_t kMostInSentence = std::size_t{16} << 10;

// A record's facts while they are read: each value once a kind, with the highest
// confidence that any of its mentions has, and no more than kMostFactsOfAKind.
class FactList {
 public:
  explicit FactList(std::vector<Fact>* facts) : facts_(facts) {}

  void Add(FactKind kind, std::string value, TextSpan span, double confidence);
  bool Has(FactKind kind) const;
  // The most certain one; the first of equals.  Null: none.
  const Fact* Best(FactKind kind) const;

 private:
  std::vector<Fact>* facts_;
  std::array<std::size_t, 17> count_{};  // of those added, by kind
};

// design, from publication types or words; sets Record::design.
void ReadDesign(const StudyText& text, Record* record, FactList* facts);
// age, sex, pregnancy, and conditions that are subject headings.
void ReadHeadings(const Record& record, FactList* facts);
// sample size, arms, included studies.
void ReadCounts(const StudyText& text, bool review, FactList* facts);
// condition, age, sex, pregnancy, setting.
void ReadPopulation(const StudyText& text, FactList* facts);
// interventions, comparators, outcomes, time points.
void ReadInterventions(const StudyText& text, FactList* facts);
void ReadOutcomes(const StudyText& text, FactList* facts);
void ReadTimePoints(const StudyText& text, FactList* facts);
// conclusions, limitations, certainty, registry numbers.
void ReadConclusions(const StudyText& text, FactList* facts);
void ReadRegistryNumbers(const StudyText& text, FactList* facts);

void ReadResults(const StudyText& text, std::vector<StudyResult>* results);

// "at 12 weeks", "after six months" in the tokens; empty where none is named.
struct TimePoint {
  std::string words{};
  TextSpan span{};
  std::uint32_t token = 0;  // that it begins with
  double days = 0;
};
std::vector<TimePoint> TimePointsIn(const StudyText& text, TokenRange range);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_FACT_READERS_H_
