// What was done, against what, and what was measured and when.

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "core/text/numbers.h"
#include "importers/extraction/fact_readers.h"
#include "importers/extraction/study_facts.h"

namespace claimgraph {
namespace {

bool IsIntervention(const ConceptHit& hit) { return hit.role == ConceptRole::kIntervention; }

bool IsMeasured(const ConceptHit& hit) {
  return hit.role == ConceptRole::kOutcome || hit.role == ConceptRole::kSurrogate;
}

// Words that no phrase for an intervention or outcome may consist of.
bool SaysNothing(const StudyText& text, TokenRange range) {
  if (range.empty()) return true;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const bool word = text.tokens()[i].kind == TokenKind::kWord;
    const std::uint64_t mask = text.Mask(i);
    constexpr std::uint64_t kEmpty = word::kArm | word::kPeople | word::kNumber | word::kTimeUnit |
                                     word::kOtherUnit | word::kPart | word::kEnrol |
                                     word::kMeasure | word::kStudies | word::kMale | word::kFemale |
                                     word::kAge;
    if (word && text.tokens()[i].word.size() > 2 && (mask & kEmpty) == 0) return false;
  }
  return true;
}

class InterventionReader {
 public:
  InterventionReader(const StudyText& text, FactList* facts) : text_(text), facts_(facts) {}

  void Read(const StudySentence& sentence) {
    sentence_ = &sentence;
    const AbstractSection section = sentence.section;
    if (section == AbstractSection::kBackground || section == AbstractSection::kOther) return;
    ReadComparators();
    if (section == AbstractSection::kTitle) {
      ReadConcepts(kTitleConfidence);
      ReadAfter(word::kEffect, kWordConfidence);
      ReadCompared();
    } else if (section == AbstractSection::kObjective) {
      ReadConcepts(kWordConfidence);
      ReadAfter(word::kEffect, kWordConfidence);
    } else if (section == AbstractSection::kMethods) {
      ReadAfter(word::kReceive, kWordConfidence);
    }
  }

 private:
  void ReadConcepts(double confidence) {
    for (const ConceptHit& hit : text_.ConceptsIn({sentence_->begin, sentence_->end})) {
      if (IsIntervention(hit)) Add(FactKind::kIntervention, {hit.begin, hit.end}, confidence);
    }
  }

  // What follows "effects of" or "randomised to", and its alternatives: "A or B".
  void ReadAfter(std::uint64_t cue, double confidence) {
    for (std::uint32_t i = sentence_->begin; i < sentence_->end; ++i) {
      if ((text_.Mask(i) & cue) == 0) continue;
      const std::uint32_t next = ReadList(i + text_.Word(i).length, confidence);
      i = std::max(i, next == 0 ? 0 : next - 1);
    }
  }

  // "A, B, or C" from token `at` on; gives the token behind it.
  std::uint32_t ReadList(std::uint32_t at, double confidence) {
    constexpr int kMostOfAList = 5;
    for (int n = 0; n < kMostOfAList; ++n) {
      TokenRange range = text_.PhraseAfter(at, sentence_->end);
      // "comparison of the bioactivity of budesonide"
      while (!range.empty() && text_.tokens().Word(range.end) == "of" &&
             range.end + 1 < sentence_->end) {
        range = text_.PhraseAfter(range.end + 1, sentence_->end);
      }
      if (range.empty()) return at;
      const bool control = (text_.Mask(range.begin) & word::kComparator) != 0;
      if (!control && !SaysNothing(text_, range))
        Add(FactKind::kIntervention, Trim(range), confidence);
      at = SkipBracket(range.end);
      if (at < sentence_->end && text_.tokens()[at].word == ",") ++at;
      const std::string_view link = text_.tokens().Word(at);
      if (link != "or" && link != "and" && link != "versus" && link != "vs" && link != "plus") {
        return at;
      }
      ++at;
      confidence = std::min(confidence, kPhraseConfidence);
    }
    return at;
  }

  // Behind a "(n = 34)" or "(10 mg)" at `at`.
  std::uint32_t SkipBracket(std::uint32_t at) const {
    constexpr std::uint32_t kLongest = 12;
    if (at >= sentence_->end || text_.tokens()[at].word != "(") return at;
    for (std::uint32_t i = at; i < std::min(sentence_->end, at + kLongest); ++i) {
      if (text_.tokens()[i].word == ")") return i + 1;
    }
    return at;
  }

  // Without the dose that opens it: "100 mg aspirin" is aspirin.
  TokenRange Trim(TokenRange range) const {
    while (range.begin + 1 < range.end) {
      const Token& token = text_.tokens()[range.begin];
      const bool amount =
          token.kind != TokenKind::kWord ||
          (text_.Mask(range.begin) & (word::kTimeUnit | word::kOtherUnit | word::kNumber)) != 0;
      if (!amount) break;
      ++range.begin;
    }
    return range;
  }

  // "A versus B" of the title.
  void ReadCompared() {
    for (std::uint32_t i = sentence_->begin; i < sentence_->end; ++i) {
      const std::string_view w = text_.tokens()[i].word;
      if (w != "versus" && w != "vs") continue;
      const TokenRange before = text_.PhraseBefore(i, sentence_->begin);
      if (!SaysNothing(text_, before)) Add(FactKind::kIntervention, before, kWordConfidence);
      AddComparator(i + 1, kWordConfidence);
    }
  }

  void ReadComparators() {
    for (std::uint32_t i = sentence_->begin; i < sentence_->end; ++i) {
      const std::uint64_t mask = text_.Mask(i);
      const bool compares = (mask & word::kCompare) != 0 && text_.tokens()[i].word != "than" &&
                            text_.tokens()[i].word != "over";
      if (compares && sentence_->section != AbstractSection::kConclusions) {
        AddComparator(i + text_.Word(i).length, kPhraseConfidence);
      }
      if ((mask & word::kComparator) == 0) continue;
      for (const WordLabel& label : ComparatorLabels()) {
        if ((mask & label.bit) == 0) continue;
        facts_->Add(
            FactKind::kComparator, std::string(label.label),
            text_.Span({i, i + text_.Word(i).length}),
            sentence_->section == AbstractSection::kTitle ? kTitleConfidence : kNamedConfidence);
      }
    }
  }

  void AddComparator(std::uint32_t at, double confidence) {
    const TokenRange range = text_.PhraseAfter(at, sentence_->end);
    if (SaysNothing(text_, range)) return;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      if ((text_.Mask(i) & (word::kComparator | word::kFollowUp)) != 0) return;  // named already
    }
    Add(FactKind::kComparator, Trim(range), confidence);
  }

  void Add(FactKind kind, TokenRange range, double confidence) {
    facts_->Add(kind, text_.Name(range), text_.Span(range), confidence);
  }

  const StudyText& text_;
  FactList* facts_;
  const StudySentence* sentence_ = nullptr;
};

}  // namespace

void ReadInterventions(const StudyText& text, FactList* facts) {
  InterventionReader reader(text, facts);
  for (const StudySentence& sentence : text.sentences()) reader.Read(sentence);
}

void ReadOutcomes(const StudyText& text, FactList* facts) {
  for (const StudySentence& sentence : text.sentences()) {
    if (sentence.section == AbstractSection::kBackground ||
        sentence.section == AbstractSection::kOther) {
      continue;
    }
    if ((sentence.words & word::kMeasure) != 0) {
      for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
        if ((text.Mask(i) & word::kMeasure) == 0) continue;
        std::uint32_t at = i + text.Word(i).length;
        while (at < sentence.end &&
               (text.tokens()[at].word == "was" || text.tokens()[at].word == "were" ||
                text.tokens()[at].word == ":" || text.tokens()[at].word == "included")) {
          ++at;
        }
        const TokenRange range = text.PhraseAfter(at, sentence.end);
        i = at > i ? at - 1 : i;
        if (SaysNothing(text, range)) continue;
        facts->Add(FactKind::kOutcome, text.Name(range), text.Span(range), kNamedConfidence);
      }
    }
    const bool title = sentence.section == AbstractSection::kTitle;
    for (const ConceptHit& hit : text.ConceptsIn({sentence.begin, sentence.end})) {
      if (!IsMeasured(hit) || hit.concept_index == kNoConcept) continue;
      facts->Add(FactKind::kOutcome, std::string(Label(hit.concept_index)),
                 text.Span({hit.begin, hit.end}), title ? kTitleConfidence : kWordConfidence);
    }
  }
}

// ---- Time points ----------------------------------------------------------

namespace {

struct TimeUnit {
  std::string_view stem{};
  std::string_view name{};
  double days = 0;
};

constexpr std::array<TimeUnit, 8> kTimeUnits = {{{"week", "week", 7},
                                                 {"wk", "week", 7},
                                                 {"month", "month", 30.4},
                                                 {"mo", "month", 30.4},
                                                 {"year", "year", 365},
                                                 {"yr", "year", 365},
                                                 {"day", "day", 1},
                                                 {"hour", "hour", 1.0 / 24}}};

const TimeUnit* UnitOf(std::string_view word) {
  for (const TimeUnit& unit : kTimeUnits) {
    if (word.starts_with(unit.stem)) return &unit;
  }
  return nullptr;
}

// "age 12 years", "12 years old", "3 times a week": time, but no time point.
bool IsNoTimePoint(const StudyText& text, std::uint32_t number, std::uint32_t unit) {
  const auto word = [&](std::int64_t i) { return text.tokens().Word(i); };
  const auto is_old = [&](std::int64_t i) { return word(i) == "old" || word(i) == "olds"; };
  if (is_old(unit + 1) || is_old(unit + 2)) return true;
  if (word(unit + 1) == "of" && word(unit + 2) == "age") return true;
  for (std::int64_t back = 1; back <= 6 && back <= number; ++back) {
    const std::string_view w = word(number - back);
    if (w == "aged" || w == "age" || w == "ages" || w == "every" || w == "per" || w == "sd") {
      return true;
    }
    if (w == "." || w == ";") break;
  }
  return false;
}

}  // namespace

std::vector<TimePoint> TimePointsIn(const StudyText& text, TokenRange range) {
  std::vector<TimePoint> points;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if ((text.Mask(i) & word::kTimeUnit) == 0) continue;
    const TimeUnit* unit = UnitOf(text.tokens()[i].word);
    if (unit == nullptr) continue;
    // "12 weeks", "12-week", "six months"; "week 12"
    std::uint32_t number = 0;
    StudyText::Count count;
    for (std::uint32_t back = 1; back <= 3 && i >= range.begin + back && count.next == 0; ++back) {
      const StudyText::Count tried = text.CountAt(i - back);
      const bool joins =
          tried.next == i || (tried.next + 1 == i && text.tokens()[tried.next].word == "-");
      if (tried.next != 0 && joins) {
        count = tried;
        number = i - back;
      }
    }
    std::uint32_t end = i + 1;
    const bool behind = count.next == 0 && i + 1 < range.end &&
                        text.tokens()[i + 1].kind == TokenKind::kNumber &&
                        !text.tokens()[i].word.ends_with('s');
    if (behind) {
      count = text.CountAt(i + 1);
      number = i;
      end = i + 2;
    }
    if (count.next == 0 || count.value < 1 || count.value > 1000) continue;
    if (IsNoTimePoint(text, number, i)) continue;
    TimePoint point;
    point.words = std::to_string(count.value) + ' ' + std::string(unit->name);
    if (count.value != 1) point.words += 's';
    point.span = text.Span({number, end});
    point.token = number;
    point.days = static_cast<double>(count.value) * unit->days;
    points.push_back(std::move(point));
    if (points.size() == kMostFactsOfAKind) break;
  }
  return points;
}

void ReadTimePoints(const StudyText& text, FactList* facts) {
  struct Found {
    TimePoint point;
    double confidence = 0;
  };
  std::vector<Found> found;
  for (const StudySentence& sentence : text.sentences()) {
    if ((sentence.words & word::kTimeUnit) == 0 ||
        sentence.section == AbstractSection::kBackground ||
        sentence.section == AbstractSection::kOther || found.size() >= kMostFactsOfAKind) {
      continue;
    }
    const bool followed = (sentence.words & word::kFollowUp) != 0;
    for (TimePoint& point : TimePointsIn(text, {sentence.begin, sentence.end})) {
      found.push_back({std::move(point), followed ? kWordConfidence : kPhraseConfidence});
    }
  }
  // The latest follow-up comes last, whatever the reading order.
  std::ranges::stable_sort(found, {}, [](const Found& f) { return f.point.days; });
  for (Found& f : found) {
    facts->Add(FactKind::kTimePoint, std::move(f.point.words), f.point.span, f.confidence);
  }
}

}  // namespace claimgraph
