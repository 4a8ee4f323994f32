// Who was studied: condition, age, sex, pregnancy, setting.
//
// Check tags answer first.  Words answer for what no tag says, and only where an
// abstract speaks of its own people: not in the background.

#include <algorithm>
#include <array>
#include <string>

#include "importers/extraction/fact_readers.h"
#include "importers/extraction/study_facts.h"

namespace claimgraph {
namespace {

struct TagRow {
  std::string_view tag{};  // a MeSH heading
  FactKind kind = FactKind::kAge;
  std::string_view value{};
};

constexpr std::array<TagRow, 14> kTags = {{
    {"Infant", FactKind::kAge, "infants"},
    {"Infant, Newborn", FactKind::kAge, "infants"},
    {"Child", FactKind::kAge, "children"},
    {"Child, Preschool", FactKind::kAge, "children"},
    {"Adolescent", FactKind::kAge, "adolescents"},
    {"Adult", FactKind::kAge, "adults"},
    {"Young Adult", FactKind::kAge, "adults"},
    {"Middle Aged", FactKind::kAge, "adults"},
    {"Aged", FactKind::kAge, "older adults"},
    {"Aged, 80 and over", FactKind::kAge, "older adults"},
    {"Female", FactKind::kSex, "female"},
    {"Male", FactKind::kSex, "male"},
    {"Pregnancy", FactKind::kPregnancy, "pregnant"},
    {"Postpartum Period", FactKind::kPregnancy, "postpartum"},
}};

bool OfOwnPeople(AbstractSection section) {
  return section != AbstractSection::kBackground && section != AbstractSection::kOther;
}

double WordsConfidence(AbstractSection section) {
  if (section == AbstractSection::kTitle) return kTitleConfidence;
  return section == AbstractSection::kMethods || section == AbstractSection::kObjective
             ? kWordConfidence
             : kPhraseConfidence;
}

void AddLabels(const StudyText& text, const StudySentence& sentence,
               std::span<const WordLabel> labels, FactKind kind, FactList* facts) {
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    const StudyWord& word = text.Word(i);
    if (word.mask == 0 || (word.inside && kind == FactKind::kAge)) continue;
    for (const WordLabel& label : labels) {
      if ((word.mask & label.bit) == 0) continue;
      facts->Add(kind, std::string(label.label), text.Span({i, i + word.length}),
                 WordsConfidence(sentence.section));
    }
  }
}

// ---- Age in figures -------------------------------------------------------

std::string_view AgeGroup(double years) {
  if (years < 2) return "infants";
  if (years < 13) return "children";
  if (years < 18) return "adolescents";
  return years <= 65 ? "adults" : "older adults";
}

double YearsIn(std::string_view unit) {
  if (unit.starts_with("month") || unit == "mo") return 1.0 / 12;
  if (unit.starts_with("week") || unit == "wk") return 1.0 / 52;
  return unit.starts_with("day") ? 1.0 / 365 : 1;
}

// Digits with at most one decimal point; -1 for anything else.
double PlainNumber(std::string_view digits) {
  double value = 0;
  double unit = 0;
  for (const char c : digits) {
    if (c == '.' && unit == 0) {
      unit = 1;
    } else if (c >= '0' && c <= '9' && value < 1e6) {
      unit *= 10;
      value = value * 10 + (c - '0');
    } else {
      return -1;
    }
  }
  return unit > 1 ? value / unit : value;
}

bool IsAgeWord(std::string_view w) { return w == "aged" || w == "age" || w == "ages"; }

// "aged 18 to 65 years", "mean age was 5.9 (range 2.6-13)", "12-year-old".
class AgeReader {
 public:
  AgeReader(const StudyText& text, const StudySentence& sentence, FactList* facts)
      : text_(text), sentence_(sentence), facts_(facts) {}

  void Read() {
    for (std::uint32_t i = sentence_.begin; i < sentence_.end; ++i) {
      const std::string_view w = Word(i);
      if (IsAgeWord(w)) i = ReadAfterWord(i);
      if (w == "old" || w == "olds") ReadBefore(i);
    }
  }

 private:
  std::string_view Word(std::ptrdiff_t i) const { return text_.tokens().Word(i); }

  // "44 (SD 12)", "26.4 ± 1.7", "5.9 +/- 2": a spread is no age; "12%" counts people.
  bool IsSpread(std::uint32_t i) const {
    const auto at = static_cast<std::ptrdiff_t>(i);
    const std::string_view before = Word(at - 1);
    return before == "\u00B1" || before == "sd" || (before == "-" && Word(at - 2) == "/") ||
           Word(at + 1) == "%";
  }

  // Up to two numbers behind "age" at `at`; gives the last token read.
  std::uint32_t ReadAfterWord(std::uint32_t at) {
    constexpr std::uint32_t kReach = 12;
    double found[2] = {};
    std::uint32_t last = at;
    std::size_t n = 0;
    double unit = 1;
    bool comma = false;  // "mean age, 60 y"; but in "age, sex and 3 doses" the unit is missing
    for (std::uint32_t i = at + 1; i < std::min(sentence_.end, at + kReach) && n < 2; ++i) {
      const Token& token = text_.tokens()[i];
      if (token.word == ";" || (n == 0 && token.word == ".")) break;
      comma |= n == 0 && token.word == ",";
      if (n > 0 && (text_.Mask(i) & word::kTimeUnit) != 0) {
        unit = YearsIn(token.word);
        last = i;
      }
      if (token.kind != TokenKind::kNumber || IsSpread(i)) continue;
      const double value = PlainNumber(token.word);
      if (value < 0 || value > 120 || (n == 1 && value < found[0])) break;
      if (comma && n == 0 && (text_.Mask(i + 1) & word::kTimeUnit) == 0) break;
      found[n++] = value;
      last = i;
    }
    if (n == 0) return at;
    if ((text_.Mask(last + 1) & word::kTimeUnit) != 0) unit = YearsIn(Word(last + 1));
    for (std::size_t k = 0; k < n; ++k) Add(found[k] * unit, {at, last + 1});
    return last;
  }

  // "6-36 months old", "12-year-old", "40 years old"
  void ReadBefore(std::uint32_t at) {
    constexpr std::uint32_t kReach = 7;
    double unit = 1;
    for (std::uint32_t back = 1; back < kReach && at >= sentence_.begin + back; ++back) {
      const Token& token = text_.tokens()[at - back];
      if ((text_.Mask(at - back) & word::kTimeUnit) != 0) unit = YearsIn(token.word);
      if (token.kind == TokenKind::kNumber) {
        const double value = PlainNumber(token.word);
        if (value >= 0 && value <= 120) Add(value * unit, {at - back, at + 1});
      } else if (token.kind == TokenKind::kWord && (text_.Mask(at - back) & word::kTimeUnit) == 0 &&
                 token.word != "to" && token.word != "and" && token.word != "or") {
        return;
      }
    }
  }

  void Add(double years, TokenRange range) {
    facts_->Add(FactKind::kAge, std::string(AgeGroup(years)), text_.Span(range), kWordConfidence);
  }

  const StudyText& text_;
  const StudySentence& sentence_;
  FactList* facts_;
};

// ---- Conditions -----------------------------------------------------------

bool SaysNoCondition(std::string_view w) {
  return w.ends_with("ly") || w == "normal" || w == "high" || w == "low" || w == "good" ||
         w == "poor" || w == "data" || w == "complete" || w == "positive" || w == "negative" ||
         w == "treatment" || w == "surgery";
}

bool HoldsCondition(const StudyText& text, TokenRange range) {
  return std::ranges::any_of(text.ConceptsIn(range), [](const ConceptHit& hit) {
    return hit.role == ConceptRole::kCondition;
  });
}

// The phrase at `at`, with the next one where that names what the first only describes:
// "severe, chronic pain".
TokenRange ConditionAfter(const StudyText& text, std::uint32_t at, std::uint32_t end) {
  TokenRange range = text.PhraseAfter(at, end);
  const bool described = range.end == range.begin + 1 && text.tokens().Word(range.end) == ",";
  if (!described || HoldsCondition(text, range)) return range;
  const TokenRange next = text.PhraseAfter(range.end + 1, end);
  if (!next.empty() && HoldsCondition(text, next)) range.end = next.end;
  return range;
}

class ConditionReader {
 public:
  ConditionReader(const StudyText& text, const StudySentence& sentence, FactList* facts)
      : text_(text), sentence_(sentence), facts_(facts) {}

  void Read() {
    const AbstractSection section = sentence_.section;
    if (section == AbstractSection::kOther || section == AbstractSection::kBackground) return;
    if ((sentence_.words & word::kWith) != 0) ReadAfterWith();
    if (section <= AbstractSection::kObjective) ReadTreated();
    ReadKnown();
  }

 private:
  bool InTitle() const { return sentence_.section == AbstractSection::kTitle; }

  // "patients with chronic low back pain", "diagnosed with X".
  void ReadAfterWith() {
    for (std::uint32_t i = sentence_.begin; i < sentence_.end; ++i) {
      if ((text_.Mask(i) & word::kWith) == 0) continue;
      const std::uint32_t length = text_.Word(i).length;
      const bool plain = text_.tokens()[i].word == "with" && length == 1;
      if (plain && (i == sentence_.begin || (text_.Mask(i - 1) & word::kPeople) == 0)) continue;
      const TokenRange range = ConditionAfter(text_, i + length, sentence_.end);
      i += length - 1;
      if (range.empty() || !MayBeCondition(range)) continue;
      const bool named = plain || HoldsCondition(text_, range);
      Add(range, InTitle() ? kTitleConfidence : named ? kWordConfidence : kPhraseConfidence);
    }
  }

  bool MayBeCondition(TokenRange range) const {
    const Token& first = text_.tokens()[range.begin];
    constexpr std::uint64_t kOther = word::kArm | word::kComparator | word::kTimeUnit;
    if (first.kind != TokenKind::kWord || (text_.Mask(range.begin) & kOther) != 0) return false;
    return range.end > range.begin + 1 || !SaysNoCondition(first.word);
  }

  // "treatment of X", "therapy for X" of title and aim.
  void ReadTreated() {
    constexpr std::string_view kTreatments[] = {"treatment", "management", "therapy", "prevention",
                                                "prophylaxis"};
    for (std::uint32_t i = sentence_.begin; i + 2 < sentence_.end; ++i) {
      const std::string_view word = text_.tokens()[i].word;
      if (std::ranges::find(kTreatments, word) == std::end(kTreatments)) continue;
      const std::string_view link = text_.tokens()[i + 1].word;
      if (link != "of" && link != "for") continue;
      const TokenRange range = text_.PhraseAfter(i + 2, sentence_.end);
      if (range.empty() || (text_.Mask(range.begin) & word::kPeople) != 0) continue;
      Add(range, InTitle() ? kWordConfidence : kPhraseConfidence);
    }
  }

  // Known conditions of the title, and those before people: "obese women".
  void ReadKnown() {
    for (const ConceptHit& hit : text_.ConceptsIn({sentence_.begin, sentence_.end})) {
      if (hit.role != ConceptRole::kCondition || IsRead(hit)) continue;
      const bool before_people =
          hit.end < sentence_.end && (text_.Mask(hit.end) & word::kPeople) != 0;
      if (before_people) {
        Add({hit.begin, hit.end}, kWordConfidence);
      } else if (InTitle()) {
        Add(Narrowed(hit), kTitleConfidence);
      }
    }
  }

  // With the words before it that narrow it: "acute otitis media".
  TokenRange Narrowed(const ConceptHit& hit) const {
    constexpr std::uint32_t kReach = 3;
    const std::uint32_t begin = std::max(sentence_.begin, hit.begin - std::min(hit.begin, kReach));
    const TokenRange range = text_.PhraseBefore(hit.end, begin);
    return range.begin > hit.begin || range.empty() ? TokenRange{hit.begin, hit.end} : range;
  }

  bool IsRead(const ConceptHit& hit) const {
    return std::ranges::any_of(
        read_, [&](TokenRange r) { return r.begin <= hit.begin && hit.end <= r.end; });
  }

  void Add(TokenRange range, double confidence) {
    facts_->Add(FactKind::kCondition, text_.Name(range), text_.Span(range), confidence);
    if (read_.size() < kMostFactsOfAKind) read_.push_back(range);
  }

  const StudyText& text_;
  const StudySentence& sentence_;
  FactList* facts_;
  std::vector<TokenRange> read_{};  // of this sentence
};

}  // namespace

void ReadHeadings(const Record& record, FactList* facts) {
  TokenList tokens;
  std::vector<ConceptHit> hits;
  for (const std::string& heading : record.headings) {
    const auto tag = std::ranges::find(kTags, std::string_view(heading), &TagRow::tag);
    if (tag != kTags.end()) {
      facts->Add(tag->kind, std::string(tag->value), {}, kFieldConfidence);
      continue;
    }
    tokens.Read(heading, 0);
    FindConcepts(tokens, &hits);
    for (const ConceptHit& hit : hits) {
      if (hit.concept_index == kNoConcept || hit.begin != 0) continue;
      const std::string label(Label(hit.concept_index));
      if (hit.role == ConceptRole::kCondition) {
        facts->Add(FactKind::kCondition, label, {}, kFieldConfidence);
      }
    }
  }
}

void ReadPopulation(const StudyText& text, FactList* facts) {
  const bool tagged_age = facts->Has(FactKind::kAge);
  const bool tagged_sex = facts->Has(FactKind::kSex);
  for (const StudySentence& sentence : text.sentences()) {
    ConditionReader(text, sentence, facts).Read();
    if (!OfOwnPeople(sentence.section)) continue;
    const std::uint64_t words = sentence.words;
    if (!tagged_age) {
      if ((words & word::kAge) != 0) AddLabels(text, sentence, AgeLabels(), FactKind::kAge, facts);
      AgeReader(text, sentence, facts).Read();
    }
    if (!tagged_sex && (words & (word::kFemale | word::kMale)) != 0) {
      AddLabels(text, sentence, SexLabels(), FactKind::kSex, facts);
    }
    if ((words & (word::kPregnant | word::kPostpartum)) != 0) {
      AddLabels(text, sentence, PregnancyLabels(), FactKind::kPregnancy, facts);
    }
    if ((words & word::kSetting) != 0 && sentence.section <= AbstractSection::kMethods) {
      AddLabels(text, sentence, SettingLabels(), FactKind::kSetting, facts);
    }
  }
}

}  // namespace claimgraph
