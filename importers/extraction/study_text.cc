// A heading settles the section of its sentences.  Without one, cue words do, and the
// order in which abstracts tell things: no methods behind the results, conclusions last.

#include "importers/extraction/study_text.h"

#include <algorithm>
#include <array>

#include "core/text/numbers.h"

namespace claimgraph {
namespace {

constexpr std::uint32_t kLongestPhrase = 7;  // words
constexpr std::size_t kMostInPhrase = 200;   // bytes

// Words that end a noun phrase: small words, and the verbs of studies.
constexpr std::uint64_t kPhraseEnd =
    word::kStop | word::kCompare | word::kReceive | word::kNull | word::kAim | word::kMethod |
    word::kTotal | word::kWith | word::kFollowUp | word::kRandomise | word::kSignificant |
    word::kFinding | word::kConclude | word::kNot | word::kChangeNoun;

struct LabelWord {
  std::string_view stem{};
  AbstractSection section = AbstractSection::kOther;
};

// The first that the heading holds decides: "main outcome measures" are methods.
constexpr std::array<LabelWord, 34> kLabelWords = {{
    {"conclu", AbstractSection::kConclusions},
    {"interpret", AbstractSection::kConclusions},
    {"implication", AbstractSection::kConclusions},
    {"discussion", AbstractSection::kConclusions},
    {"limitation", AbstractSection::kConclusions},
    {"relevance", AbstractSection::kConclusions},
    {"significance", AbstractSection::kConclusions},
    {"summary", AbstractSection::kConclusions},
    {"measure", AbstractSection::kMethods},
    {"result", AbstractSection::kResults},
    {"finding", AbstractSection::kResults},
    {"outcome", AbstractSection::kMethods},
    {"method", AbstractSection::kMethods},
    {"design", AbstractSection::kMethods},
    {"setting", AbstractSection::kMethods},
    {"participant", AbstractSection::kMethods},
    {"patient", AbstractSection::kMethods},
    {"subject", AbstractSection::kMethods},
    {"population", AbstractSection::kMethods},
    {"intervention", AbstractSection::kMethods},
    {"procedure", AbstractSection::kMethods},
    {"material", AbstractSection::kMethods},
    {"data", AbstractSection::kMethods},
    {"search", AbstractSection::kMethods},
    {"selection", AbstractSection::kMethods},
    {"analys", AbstractSection::kMethods},
    {"objective", AbstractSection::kObjective},
    {"aim", AbstractSection::kObjective},
    {"purpose", AbstractSection::kObjective},
    {"hypothes", AbstractSection::kObjective},
    {"background", AbstractSection::kBackground},
    {"introduction", AbstractSection::kBackground},
    {"context", AbstractSection::kBackground},
    {"rationale", AbstractSection::kBackground},
}};

bool Holds(std::string_view label, std::string_view stem) {
  const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a | 32 : a) == b; };
  return std::search(label.begin(), label.end(), stem.begin(), stem.end(), same) != label.end();
}

// A sentence without a heading, and how far the abstract had got before it.
struct Unlabelled {
  std::uint64_t words = 0;
  bool figures = false;  // a percentage, p value or decimal stands in it
  std::size_t left = 0;  // sentences behind it
  AbstractSection before = AbstractSection::kTitle;
};

AbstractSection SectionOfWords(const Unlabelled& s) {
  const bool concludes = (s.words & word::kConclude) != 0;
  if (s.before == AbstractSection::kConclusions) return s.before;
  if (s.before == AbstractSection::kResults) {
    const bool closes = s.left == 0 || (s.left <= 2 && !s.figures);
    return concludes || closes ? AbstractSection::kConclusions : s.before;
  }
  if (concludes && s.left <= 1) return AbstractSection::kConclusions;
  const bool random = (s.words & word::kRandomise) != 0;
  const bool change = (s.words & (word::kSignificant | word::kChange | word::kNull)) != 0;
  const bool finding = (s.words & (word::kFinding | word::kStatistic | word::kNull)) != 0 && change;
  const bool aim = (s.words & word::kAim) != 0 && !random;
  if (s.before == AbstractSection::kMethods) {
    return (finding && !aim) || (s.figures && change) ? AbstractSection::kResults : s.before;
  }
  if (aim && !s.figures) return AbstractSection::kObjective;
  if (random || (s.words & word::kMethod) != 0) return AbstractSection::kMethods;
  if (finding && s.figures) return AbstractSection::kResults;
  if (s.before == AbstractSection::kObjective) return AbstractSection::kMethods;
  return AbstractSection::kBackground;
}

std::int64_t DigitsOf(std::string_view number) {
  std::int64_t value = 0;
  std::size_t group = 0;  // digits since the last comma
  bool grouped = false;
  for (const char c : number) {
    if (c == ',') {
      if (grouped ? group != 3 : group > 3) return -1;
      grouped = true;
      group = 0;
      continue;
    }
    if (c < '0' || c > '9' || value > 100'000'000) return -1;
    value = value * 10 + (c - '0');
    ++group;
  }
  return grouped && group != 3 ? -1 : value;
}

}  // namespace

std::optional<AbstractSection> SectionOfLabel(std::string_view label) {
  if (label.empty() || label.size() > 100) return std::nullopt;
  if (Holds(label, "method") && (Holds(label, "result") || Holds(label, "finding"))) {
    return std::nullopt;
  }
  for (const LabelWord& entry : kLabelWords) {
    if (Holds(label, entry.stem)) return entry.section;
  }
  return AbstractSection::kOther;
}

StudyText::StudyText(const Document& document) : document_(document) {
  tokens_.Read(document.text, 0);
  FindStudyWords(tokens_, &words_);
  FindConcepts(tokens_, &concepts_);
  Divide();
}

void StudyText::Divide() {
  sentences_.reserve(document_.sentences.size());
  std::uint32_t token = 0;
  AbstractSection before = AbstractSection::kTitle;
  for (std::size_t i = 0; i < document_.sentences.size(); ++i) {
    const Sentence& sentence = document_.sentences[i];
    StudySentence& read = sentences_.emplace_back();
    read.span = sentence.span;
    while (token < tokens_.size() && tokens_[token].span.begin < sentence.span.begin) ++token;
    read.begin = token;
    bool figures = false;
    for (; token < tokens_.size() && tokens_[token].span.begin < sentence.span.end; ++token) {
      read.words |= words_[token].mask;
      const Token& t = tokens_[token];
      figures |= t.word == "%" ||
                 (t.kind == TokenKind::kNumber && t.word.find('.') != std::string_view::npos);
    }
    read.end = token;
    if (sentence.block == 0) {
      read.section = AbstractSection::kTitle;
      continue;
    }
    const auto labelled = SectionOfLabel(document_.blocks[sentence.block].label);
    const bool cut = read.end > read.begin + 2 && tokens_[read.begin + 1].word == "abstract" &&
                     tokens_[read.begin + 2].word == "truncated";
    if (cut) {
      read.section = AbstractSection::kOther;
      continue;
    }
    const std::size_t left = document_.sentences.size() - i - 1;
    read.section = labelled ? *labelled : SectionOfWords({read.words, figures, left, before});
    before = read.section;
  }
}

TextSpan StudyText::Span(TokenRange range) const {
  if (range.empty()) return {};
  return {tokens_[range.begin].span.begin, tokens_[range.end - 1].span.end};
}

std::string StudyText::Words(TokenRange range) const {
  std::string words(document_.Words(Span(range)));
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const std::size_t at = tokens_[i].span.begin - tokens_[range.begin].span.begin;
    const std::string_view rest =
        std::string_view(words).substr(at, tokens_[i].span.size()).substr(1);
    const bool one_capital = tokens_[i].capital && std::ranges::all_of(rest, [](char c) {
                               return c < '0' || c > 'Z';  // no capital, no digit
                             });
    if (one_capital && tokens_[i].word.size() > 1) words[at] = static_cast<char>(words[at] | 32);
  }
  std::ranges::replace(words, '\n', ' ');
  return words;
}

std::string StudyText::Name(TokenRange range) const {
  const auto hit = std::ranges::lower_bound(concepts_, range.begin, {}, &ConceptHit::begin);
  if (hit != concepts_.end() && hit->begin == range.begin && hit->end == range.end &&
      hit->concept_index != kNoConcept) {
    return std::string(Label(hit->concept_index));
  }
  return Words(range);
}

std::vector<ConceptHit> StudyText::ConceptsIn(TokenRange range) const {
  const auto begin = std::ranges::lower_bound(concepts_, range.begin, {}, &ConceptHit::begin);
  const auto end = std::ranges::lower_bound(concepts_, range.end, {}, &ConceptHit::begin);
  return {begin, std::max(begin, end)};
}

bool StudyText::EndsPhrase(std::size_t token) const {
  const Token& t = tokens_[token];
  if (t.kind == TokenKind::kPunctuation) {
    return t.word != "-" && t.word != "\u2010" && t.word != "\u2011" && t.word != "/";
  }
  // "moderate-to-severe"
  const bool joined =
      token > 0 && tokens_[token - 1].word == "-" && tokens_[token - 1].span.end == t.span.begin;
  return !joined && (words_[token].mask & kPhraseEnd) != 0;
}

TokenRange StudyText::PhraseAfter(std::size_t at, std::size_t end) const {
  const auto is_opener = [this](std::size_t i) {
    const std::string_view w = tokens_[i].word;
    return w == "a" || w == "an" || w == "the" || w == "either" || w == "their" || w == "both" ||
           w == "of" || w == "any" || w == "for" || w == "to" || w == "receive" || w == "with" ||
           w == "in" || w == "on" || w == "all" || w == "adjunctive" || w == "using";
  };
  TokenRange range;
  while (at < end && is_opener(at)) ++at;
  range.begin = static_cast<std::uint32_t>(at);
  while (at < end && at < range.begin + kLongestPhrase && !EndsPhrase(at)) ++at;
  while (at > range.begin && tokens_[at - 1].kind == TokenKind::kPunctuation) --at;
  range.end = static_cast<std::uint32_t>(at);
  return Span(range).size() <= kMostInPhrase ? range : TokenRange{range.begin, range.begin};
}

TokenRange StudyText::PhraseBefore(std::size_t at, std::size_t begin) const {
  TokenRange range{0, static_cast<std::uint32_t>(at)};
  std::size_t first = at;
  while (first > begin && at - first < kLongestPhrase && !EndsPhrase(first - 1)) --first;
  while (first < at && tokens_[first].kind == TokenKind::kPunctuation) ++first;
  range.begin = static_cast<std::uint32_t>(first);
  return Span(range).size() <= kMostInPhrase ? range : TokenRange{range.end, range.end};
}

StudyText::Count StudyText::CountAt(std::size_t at) const {
  const Token& token = tokens_[at];
  if (token.kind == TokenKind::kNumber) {
    const std::int64_t value = DigitsOf(token.word);
    return value < 0 ? Count{} : Count{value, static_cast<std::uint32_t>(at + 1)};
  }
  if ((Mask(at) & word::kNumber) == 0) return {};
  const std::string_view text = document_.text;
  std::int64_t value = 0;
  std::size_t next = at;
  while (next < tokens_.size()) {
    const auto part = ParseNumberWord(text.substr(tokens_[next].span.begin));
    if (!part || (value != 0 && (value % 100 != 0 || part->value >= 100))) break;
    const std::size_t end = tokens_[next].span.begin + part->length;
    value += static_cast<std::int64_t>(part->value);
    while (next < tokens_.size() && tokens_[next].span.begin < end) ++next;
    const bool joined = next + 1 < tokens_.size() && value % 100 == 0 &&
                        tokens_[next].word == "and" && (Mask(next + 1) & word::kNumber) != 0;
    if (joined) ++next;
  }
  return value == 0 ? Count{} : Count{value, static_cast<std::uint32_t>(next)};
}

}  // namespace claimgraph
