// Sample sizes, arms, and how many studies a review includes.
//
// A number counts people when a noun for people follows within a few words, when "n ="
// stands before it, or when "were randomised" follows it.  What stands around it tells
// whether it is the whole sample, or one arm of it, or those who completed.

#include <algorithm>
#include <string>

#include "importers/extraction/fact_readers.h"
#include "importers/extraction/study_facts.h"

namespace claimgraph {
namespace {

constexpr std::uint32_t kCountReach = 7;  // tokens from a number to what it counts
constexpr std::uint32_t kVerbReach = 14;  // tokens from the people to "were randomised"
constexpr std::size_t kMostParts = 6;
constexpr int kMostLabels = 8;  // "n =" of one sentence
constexpr std::uint64_t kNotCounted = word::kStop | word::kTimeUnit | word::kOtherUnit |
                                      word::kStudies | word::kCompare | word::kReceive |
                                      word::kArm | word::kNumber;

bool IsDash(std::string_view w) {
  return w == "-" || w == "\u2010" || w == "\u2011" || w == "\u2012" || w == "\u2013" ||
         w == "\u2212";
}

// Words before a number that make a name or an age of it: "type 2", "aged 60".
bool NamesNumber(std::string_view w) {
  constexpr std::string_view kNames[] = {
      "type",   "stage", "grade",   "phase", "week",   "weeks", "day",     "days",   "month",
      "class",  "level", "vitamin", "age",   "aged",   "ages",  "table",   "figure", "mean",
      "median", "least", "version", "than",  "over",   "under", "between", "year",   "dsm",
      "every",  "visit", "omega",   "score", "scores", "about"};
  return std::ranges::find(kNames, w) != std::end(kNames);
}

class CountReader {
 public:
  CountReader(const StudyText& text, FactList* facts) : text_(text), facts_(facts) {}

  void Read(const StudySentence& sentence) {
    sentence_ = &sentence;
    labelled_ = 0;
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      const StudyText::Count count = text_.CountAt(i);
      if (count.next == 0) continue;
      if (count.next <= sentence.end && count.value > 1 && IsFree(i, count)) Judge(i, count);
      i = count.next - 1;
    }
  }

 private:
  std::string_view Word(std::ptrdiff_t i) const { return text_.tokens().Word(i); }

  // Nothing around the number makes a decimal, percentage, range or name of it.
  bool IsFree(std::uint32_t i, const StudyText::Count& count) const {
    const TokenList& tokens = text_.tokens();
    if (i > 0) {
      const Token& before = tokens[i - 1];
      const bool glued = before.span.end == tokens[i].span.begin;
      const std::string_view w = before.word;
      if (w == "<" || w == ">" || w == "\u00B1" || w == "+" || w == "/" || w == "\u2264" ||
          w == "\u2265" || (glued && (IsDash(w) || w == "."))) {
        return false;
      }
      if (w == "=" || w == ":") return IsLabel(i);
      const bool range = (w == "to" || (w == "and" && (sentence_->words & word::kTimeUnit) != 0)) &&
                         i >= 2 && text_.tokens()[i - 2].kind == TokenKind::kNumber;
      if (range) return false;
      if (NamesNumber(w) && Word(static_cast<std::ptrdiff_t>(i) - 2) != "total") return false;
    }
    const Token* after = count.next < tokens.size() ? &tokens[count.next] : nullptr;
    if (after == nullptr) return true;
    const bool glued = after->span.begin == tokens[count.next - 1].span.end;
    if (after->word == "%" || after->word == "\u00B1" || after->word == "/") return false;
    return !(glued &&
             (IsDash(after->word) || after->word == "." || after->kind == TokenKind::kWord)) ||
           after->word == ".";
  }

  // "n = 74", "N=74"
  bool IsLabel(std::uint32_t i) const {
    return i >= 2 && Word(static_cast<std::ptrdiff_t>(i) - 1) == "=" &&
           Word(static_cast<std::ptrdiff_t>(i) - 2) == "n";
  }

  // The token of the noun for people that `next` leads up to, or 0.
  std::uint32_t PeopleAfter(std::uint32_t next) const {
    const std::uint32_t end = std::min(sentence_->end, next + kCountReach);
    for (std::uint32_t i = next; i < end; ++i) {
      const std::uint64_t mask = text_.Mask(i);
      if ((mask & word::kPeople) != 0) return i;
      const Token& token = text_.tokens()[i];
      if ((mask & kNotCounted) != 0 || token.kind == TokenKind::kNumber) {
        if (token.kind != TokenKind::kNumber || !NamesNumber(Word(i - 1))) return 0;
      }
      if (token.kind == TokenKind::kPunctuation && !IsDash(token.word) && token.word != ",") {
        return 0;
      }
    }
    return 0;
  }

  void Judge(std::uint32_t i, const StudyText::Count& count) {
    if (IsLabel(i)) return Add(i, count, LabelConfidence(i, count.value));
    const std::uint32_t people = PeopleAfter(SkipBracket(count.next));
    if (people != 0) {
      const bool year = count.value >= 1900 && count.value < 2100 && people > count.next &&
                        text_.tokens()[i].span.size() == 4;
      if (!year) Add(i, count, PeopleConfidence(i, people));
      return;
    }
    // "40 were randomised", "711 received placebo", "8 male": people, though unnamed.
    const std::uint32_t behind = SkipBracket(count.next);
    const std::uint64_t next = text_.Mask(behind);
    const std::string_view w = Word(behind);
    const bool passive = w == "were" || w == "was";
    const std::uint64_t verb = passive ? text_.Mask(behind + 1) : next;
    if (passive && (verb & word::kRandomise) != 0) return Add(i, count, kRandomConfidence);
    if (passive && (verb & word::kEnrol) != 0) return Add(i, count, kNamedConfidence);
    const std::uint64_t before = i > 0 ? text_.Mask(i - 1) : 0;
    const bool sample = (before & word::kEnrol) != 0 && i > 0 && Word(i - 1) == "of";
    if (sample && (next & kNotCounted & ~word::kStop) == 0) return Add(i, count, kNamedConfidence);
    const bool unnamed = (verb & (word::kPart | word::kReceive | word::kFemale | word::kMale)) != 0;
    if (unnamed && (verb & word::kCompare) == 0) Add(i, count, kPartConfidence);
  }

  // Behind a "(54.4%)" at `at`.
  std::uint32_t SkipBracket(std::uint32_t at) const {
    constexpr std::uint32_t kLongest = 12;
    if (Word(at) != "(") return at;
    for (std::uint32_t i = at; i < std::min(sentence_->end, at + kLongest); ++i) {
      if (Word(i) == ")") return i + 1;
    }
    return at;
  }

  // The count behind the next "n =" after token `at`; none: next == 0.
  StudyText::Count NextLabel(std::uint32_t at) const {
    for (std::uint32_t j = at + 1; j + 2 < sentence_->end; ++j) {
      if (Word(j) == "n" && Word(j + 1) == "=") return text_.CountAt(j + 2);
    }
    return {};
  }

  // The first "n =" of a sentence may be the sample: by the verb beside it, because the
  // others add up to it, or because there is no other.
  double LabelConfidence(std::uint32_t i, std::int64_t value) {
    if (labelled_++ > 0) return kPartConfidence;
    const std::uint64_t before = i >= sentence_->begin + 4 ? text_.Mask(i - 4) : 0;
    const std::uint32_t behind = SkipBracket(i - 3);
    const bool passive = Word(behind) == "were" || Word(behind) == "was";
    const std::uint64_t verb = before | (passive ? text_.Mask(behind + 1) : 0);
    if ((verb & word::kRandomise) != 0) return kRandomConfidence;
    if ((verb & word::kEnrol) != 0) return kNamedConfidence;
    std::int64_t sum = 0;
    std::uint32_t at = i;
    for (int labels = 0; labels < kMostLabels; ++labels) {
      const StudyText::Count next = NextLabel(at);
      if (next.next == 0) break;
      sum += next.value;
      at = next.next;
    }
    if (sum == value) return kNamedConfidence;
    if (sum > 0 || (sentence_->words & word::kArm) != 0) return kPartConfidence;
    return (sentence_->words & word::kPeople) != 0 ? kWordConfidence : kPhraseConfidence;
  }

  double PeopleConfidence(std::uint32_t i, std::uint32_t people) const {
    const std::uint32_t behind = people + text_.Word(people).length;
    // "13 of 25 patients": 25 may be everybody, 13 are not; "12 patients in each group".
    const bool share = i >= 2 && Word(static_cast<std::ptrdiff_t>(i) - 1) == "of" &&
                       text_.tokens()[i - 2].kind == TokenKind::kNumber;
    if (share) return kPartConfidence;
    for (std::uint32_t j = behind; j < std::min(sentence_->end, behind + 8); ++j) {
      const std::uint64_t mask = text_.Mask(j);
      const bool one_arm = (mask & word::kArm) != 0 && !Word(j).ends_with('s');
      if (one_arm) return kPartConfidence;
      if (text_.tokens()[j].kind == TokenKind::kNumber) break;
    }
    for (std::uint32_t j = behind; j < std::min(sentence_->end, behind + 5); ++j) {
      const std::uint64_t mask = text_.Mask(j);
      if ((mask & (word::kRandomise | word::kEnrol)) != 0) break;
      if ((mask & word::kPart) != 0) return kPartConfidence;
      if ((mask & word::kReceive) != 0 && counted_ > 0) return kPartConfidence;
    }
    for (std::uint32_t back = 1; back <= 3 && back <= i; ++back) {
      if ((text_.Mask(i - back) & word::kTotal) != 0) return kTitleConfidence;
    }
    const std::uint64_t near = VerbsAround(i, behind);
    if ((near & word::kRandomise) != 0) return kRandomConfidence;
    if ((near & word::kEnrol) != 0) return kNamedConfidence;
    switch (sentence_->section) {
      case AbstractSection::kTitle:
      case AbstractSection::kMethods:
      case AbstractSection::kObjective:
        return kWordConfidence;
      case AbstractSection::kBackground:
      case AbstractSection::kOther:
      case AbstractSection::kConclusions:
        return kPartConfidence;
      case AbstractSection::kResults:
        return i == sentence_->begin || Word(static_cast<std::ptrdiff_t>(i) - 1) == "of" ||
                       Word(static_cast<std::ptrdiff_t>(i) - 1) == "the"
                   ? kPhraseConfidence
                   : kPartConfidence;
    }
    return kPartConfidence;
  }

  // Verbs of taking part between the people and the next number, or just before the count.
  std::uint64_t VerbsAround(std::uint32_t i, std::uint32_t behind) const {
    std::uint64_t words = 0;
    for (std::uint32_t j = behind; j < std::min(sentence_->end, behind + kVerbReach); ++j) {
      if (text_.tokens()[j].kind == TokenKind::kNumber) break;
      words |= text_.Mask(j);
    }
    for (std::uint32_t back = 1; back <= 4 && back <= i && i - back >= sentence_->begin; ++back) {
      words |= text_.Mask(i - back);
    }
    return words;
  }

  void Add(std::uint32_t i, const StudyText::Count& count, double confidence) {
    ++counted_;
    // "Four patients in hospital had ...": events, not a sample.
    const bool event = sentence_->section >= AbstractSection::kResults &&
                       (sentence_->words & (word::kArm | word::kRandomise | word::kEnrol |
                                            word::kPart | word::kReceive)) == 0;
    if (confidence <= kPartConfidence && (event || parts_++ >= kMostParts)) return;
    facts_->Add(FactKind::kSampleSize, std::to_string(count.value), text_.Span({i, count.next}),
                confidence);
  }

  const StudyText& text_;
  FactList* facts_;
  const StudySentence* sentence_ = nullptr;
  std::size_t labelled_ = 0;
  std::size_t counted_ = 0;
  std::size_t parts_ = 0;
};

// "three-arm", "two groups", "2 x groups"; where people were allocated to them.
void ReadArms(const StudyText& text, const StudySentence& sentence, FactList* facts) {
  if ((sentence.words & word::kArm) == 0) return;
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    const StudyText::Count count = text.CountAt(i);
    if (count.next == 0 || count.value < 2 || count.value > 12) continue;
    for (std::uint32_t j = count.next; j < std::min(sentence.end, count.next + 4); ++j) {
      if ((text.Mask(j) & word::kArm) == 0) {
        if ((text.Mask(j) & (kNotCounted | word::kPeople)) != 0) break;
        continue;
      }
      const bool arm = text.tokens()[j].word.starts_with("arm");
      const bool random = (sentence.words & word::kRandomise) != 0;
      if (arm || random || (sentence.words & word::kEnrol) != 0) {
        facts->Add(FactKind::kArms, std::to_string(count.value), text.Span({i, j + 1}),
                   arm || random ? kNamedConfidence : kPhraseConfidence);
      }
      break;
    }
  }
}

// "twelve trials met the inclusion criteria"
void ReadStudies(const StudyText& text, const StudySentence& sentence, FactList* facts) {
  if ((sentence.words & word::kStudies) == 0) return;
  const bool own = sentence.section == AbstractSection::kResults ||
                   sentence.section == AbstractSection::kTitle ||
                   sentence.section == AbstractSection::kMethods;
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    const StudyText::Count count = text.CountAt(i);
    if (count.next == 0 || count.value < 1 || count.value > 100000) continue;
    for (std::uint32_t j = count.next; j < std::min(sentence.end, count.next + 5); ++j) {
      const std::uint64_t mask = text.Mask(j);
      if ((mask & word::kStudies) == 0) {
        if ((mask & (word::kStop | word::kPeople | word::kTimeUnit)) != 0) break;
        continue;
      }
      const std::uint32_t end = std::min(sentence.end, j + 8);
      std::uint64_t around = i > sentence.begin ? text.Mask(i - 1) : 0;
      for (std::uint32_t k = j; k < end; ++k) around |= text.Mask(k);
      const bool sifted = (around & word::kPart) != 0;  // screened, excluded
      const bool taken = (around & (word::kEnrol | word::kTotal)) != 0;
      facts->Add(FactKind::kStudies, std::to_string(count.value), text.Span({i, j + 1}),
                 sifted         ? kPartConfidence
                 : taken && own ? kNamedConfidence
                 : own          ? kWordConfidence
                                : kPartConfidence);
      break;
    }
    i = count.next - 1;
  }
}

}  // namespace

void ReadCounts(const StudyText& text, bool review, FactList* facts) {
  CountReader people(text, facts);
  for (const StudySentence& sentence : text.sentences()) {
    people.Read(sentence);
    ReadArms(text, sentence, facts);
    if (review) ReadStudies(text, sentence, facts);
  }
}

}  // namespace claimgraph
