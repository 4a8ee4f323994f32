#include "importers/extraction/pico_features.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <unordered_map>

namespace claimgraph {
namespace {

// What a token has a value of.
enum class P : std::uint8_t {
  kWord,
  kStem,
  kHead3,
  kHead4,
  kTail3,
  kTail4,
  kShape,
  kPart,
  kFunction,
  kGroups,
  // of its place in the abstract
  kSection,
  kPlace,
  kInTitle,
  kTitleLink,
  kTimes,
  kFirst,
  // of its sentence: the function words before and behind, and how far they are
  kLeft,
  kLeftFar,
  kRight,
  kRightFar,
  kVerb,
  kBracket,
  kCue,
  kStyle,
  // of the first pass: the tag; that of the same word elsewhere; both in steps
  kTag,
  kUsualTag,
  kOdds0,
  kOdds1,
  kOdds2,
  kUsual0,
  kUsual1,
  kUsual2,
  // of a number
  kNumber,
  kValue,
  kCounts,
  kCountsFar,
  kUnitBehind,
  kBefore,
  kBefore2,
  kNth,
  kLabelled,
  kNear,
  kPeople,
  kOpens,
  kRule,
  kEnd,
};
constexpr auto kProperties = static_cast<std::size_t>(P::kEnd);
constexpr std::size_t kReach = 4;  // rows before and behind a sentence

struct Part {
  P property = P::kEnd;
  std::int8_t offset = 0;
};

// One feature: the values at some places near the token, if all are there.
struct Template {
  std::uint32_t number = 0;
  std::array<Part, 5> parts{};
};

constexpr Template kWindowTemplates[] = {
    {1, {{{P::kWord, 0}}}},  {2, {{{P::kWord, -1}}}}, {3, {{{P::kWord, 1}}}},
    {4, {{{P::kWord, -2}}}}, {5, {{{P::kWord, 2}}}},  {6, {{{P::kWord, -3}}}},
    {7, {{{P::kWord, 3}}}},
};

constexpr Template kPairTemplates[] = {
    {101, {{{P::kWord, -1}, {P::kWord, 0}}}},  {102, {{{P::kWord, 0}, {P::kWord, 1}}}},
    {103, {{{P::kWord, -2}, {P::kWord, -1}}}}, {104, {{{P::kWord, 1}, {P::kWord, 2}}}},
    {105, {{{P::kWord, -1}, {P::kWord, 1}}}},
};

constexpr Template kMorphTemplates[] = {
    {201, {{{P::kStem, 0}}}},
    {202, {{{P::kHead3, 0}}}},
    {203, {{{P::kHead4, 0}}}},
    {204, {{{P::kTail3, 0}}}},
    {205, {{{P::kTail4, 0}}}},
    {206, {{{P::kStem, -1}}}},
    {207, {{{P::kStem, 1}}}},
    {208, {{{P::kTail3, -1}}}},
    {209, {{{P::kTail3, 1}}}},
    {210, {{{P::kShape, 0}}}},
    {211, {{{P::kShape, -1}}}},
    {212, {{{P::kShape, 1}}}},
    {213, {{{P::kShape, -1}, {P::kShape, 0}, {P::kShape, 1}}}},
    {214, {{{P::kPart, -1}, {P::kPart, 0}, {P::kPart, 1}}}},
    {215, {{{P::kPart, -2}, {P::kPart, -1}}}},
    {216, {{{P::kPart, 1}, {P::kPart, 2}}}},
};

constexpr Template kLexiconTemplates[] = {
    {301, {{{P::kGroups, -3}}}},
    {302, {{{P::kGroups, -2}}}},
    {303, {{{P::kGroups, -1}}}},
    {304, {{{P::kGroups, 0}}}},
    {305, {{{P::kGroups, 1}}}},
    {306, {{{P::kGroups, 2}}}},
    {307, {{{P::kGroups, 3}}}},
    {315, {{{P::kGroups, -1}, {P::kGroups, 0}}}},
    {316, {{{P::kGroups, 0}, {P::kGroups, 1}}}},
    {317, {{{P::kFunction, -1}, {P::kGroups, 0}}}},
    {318, {{{P::kFunction, -1}, {P::kTail3, 0}}}},
};

constexpr Template kPlaceTemplates[] = {
    {401, {{{P::kSection, 0}}}},
    {402, {{{P::kPlace, 0}}}},
    {403, {{{P::kSection, 0}, {P::kPlace, 0}}}},
    {404, {{{P::kSection, 0}, {P::kStem, 0}}}},
    {405, {{{P::kPlace, 0}, {P::kStem, 0}}}},
    {406, {{{P::kSection, 0}, {P::kGroups, 0}}}},
    {407, {{{P::kSection, 0}, {P::kPart, 0}}}},
    {408, {{{P::kStyle, 0}}}},
    {409, {{{P::kStyle, 0}, {P::kSection, 0}}}},
    {410, {{{P::kSection, 0}, {P::kWord, -1}}}},
    {411, {{{P::kSection, 0}, {P::kFunction, -1}}}},
};

constexpr Template kTitleTemplates[] = {
    {501, {{{P::kInTitle, 0}}}},
    {502, {{{P::kTitleLink, 0}}}},
    {503, {{{P::kInTitle, 0}, {P::kPlace, 0}}}},
    {504, {{{P::kTitleLink, 0}, {P::kSection, 0}}}},
    {505, {{{P::kInTitle, 0}, {P::kTimes, 0}}}},
    {506, {{{P::kTimes, 0}}}},
    {507, {{{P::kTimes, 0}, {P::kPlace, 0}}}},
    {508, {{{P::kFirst, 0}, {P::kTimes, 0}}}},
    {509, {{{P::kTitleLink, 1}}}},
    {510, {{{P::kTitleLink, -1}}}},
    {511, {{{P::kInTitle, 0}, {P::kStem, 0}}}},
    {512, {{{P::kTimes, 0}, {P::kSection, 0}}}},
};

constexpr Template kContextTemplates[] = {
    {601, {{{P::kLeft, 0}}}},
    {602, {{{P::kLeftFar, 0}}}},
    {603, {{{P::kRight, 0}}}},
    {604, {{{P::kRightFar, 0}}}},
    {605, {{{P::kVerb, 0}}}},
    {606, {{{P::kCue, 0}}}},
    {607, {{{P::kLeft, 0}, {P::kRight, 0}}}},
    {608, {{{P::kLeft, 0}, {P::kVerb, 0}}}},
    {609, {{{P::kBracket, 0}}}},
    {610, {{{P::kBracket, 0}, {P::kCue, 0}}}},
    {611, {{{P::kLeft, 0}, {P::kStem, 0}}}},
    {612, {{{P::kVerb, 0}, {P::kLeft, 0}, {P::kPart, 0}}}},
    {613, {{{P::kCue, 0}, {P::kLeft, 0}}}},
    {614, {{{P::kLeft, 0}, {P::kSection, 0}}}},
    {615, {{{P::kCue, 0}, {P::kSection, 0}}}},
    {616, {{{P::kRight, 0}, {P::kStem, 0}}}},
    {617, {{{P::kVerb, 0}, {P::kSection, 0}}}},
    {618, {{{P::kLeft, 0}, {P::kGroups, 0}}}},
};

constexpr Template kSecondTemplates[] = {
    {900, {{{P::kTag, -1}, {P::kTag, 0}, {P::kTag, 1}}}},
    {901, {{{P::kTag, -2}, {P::kTag, -1}}}},
    {902, {{{P::kTag, 1}, {P::kTag, 2}}}},
    {903, {{{P::kTag, 0}, {P::kUsualTag, 0}}}},
    {904, {{{P::kUsualTag, -1}, {P::kUsualTag, 0}, {P::kUsualTag, 1}}}},
    {905, {{{P::kTag, -1}, {P::kWord, 0}, {P::kTag, 1}}}},
    {906, {{{P::kTag, 0}, {P::kWord, 1}}}},
    {907, {{{P::kTag, 0}, {P::kWord, -1}}}},
    {908, {{{P::kTag, -1}, {P::kWord, 0}}}},
    {909, {{{P::kWord, 0}, {P::kTag, 1}}}},
    {910, {{{P::kUsualTag, 0}, {P::kLeft, 0}}}},
    {911, {{{P::kTag, -1}, {P::kTag, 1}, {P::kPart, 0}}}},
    {912, {{{P::kTag, -2}, {P::kTag, -1}, {P::kTag, 0}, {P::kTag, 1}, {P::kTag, 2}}}},
    {913, {{{P::kOdds0, 0}, {P::kOdds1, 0}, {P::kOdds2, 0}}}},
    {914, {{{P::kUsual0, 0}, {P::kUsual1, 0}, {P::kUsual2, 0}}}},
    {915, {{{P::kOdds0, 0}, {P::kUsual0, 0}}}},
    {916, {{{P::kOdds1, 0}, {P::kUsual1, 0}}}},
    {917, {{{P::kOdds2, 0}, {P::kUsual2, 0}}}},
    {918, {{{P::kTag, -1}, {P::kFunction, 0}, {P::kTag, 1}}}},
    {919, {{{P::kTag, -1}, {P::kFunction, 0}, {P::kWord, 1}}}},
};

constexpr Template kSizeTemplates[] = {
    {700, {{{P::kNumber, 0}}}},
    {701, {{{P::kNumber, 0}, {P::kCounts, 0}}}},
    {702, {{{P::kCountsFar, 0}}}},
    {703, {{{P::kUnitBehind, 0}}}},
    {704, {{{P::kUnitBehind, 0}, {P::kValue, 0}}}},
    {705, {{{P::kValue, 0}}}},
    {706, {{{P::kValue, 0}, {P::kCounts, 0}}}},
    {707, {{{P::kBefore, 0}}}},
    {708, {{{P::kBefore2, 0}}}},
    {709, {{{P::kNth, 0}}}},
    {710, {{{P::kNth, 0}, {P::kCounts, 0}}}},
    {711, {{{P::kLabelled, 0}}}},
    {712, {{{P::kLabelled, 0}, {P::kNth, 0}}}},
    {713, {{{P::kNear, 0}}}},
    {714, {{{P::kNear, 0}, {P::kCounts, 0}}}},
    {715, {{{P::kNear, 0}, {P::kValue, 0}}}},
    {716, {{{P::kNear, 0}, {P::kCounts, 0}, {P::kNth, 0}}}},
    {717, {{{P::kPeople, 0}}}},
    {718, {{{P::kPeople, 0}, {P::kBefore, 0}}}},
    {719, {{{P::kOpens, 0}}}},
    {720, {{{P::kOpens, 0}, {P::kCounts, 0}}}},
    {721, {{{P::kOpens, 0}, {P::kCounts, 0}, {P::kValue, 0}}}},
    {722, {{{P::kNumber, 0}, {P::kWord, 1}}}},
    {723, {{{P::kNumber, 0}, {P::kWord, -1}}}},
    {724, {{{P::kNumber, 0}, {P::kWord, -1}, {P::kWord, 1}}}},
    {725, {{{P::kNumber, 0}, {P::kStem, 1}, {P::kStem, 2}}}},
    {726, {{{P::kNumber, 0}, {P::kGroups, 1}, {P::kGroups, 2}}}},
    {727, {{{P::kNumber, 0}, {P::kVerb, 0}}}},
    {728, {{{P::kNumber, 0}, {P::kLeft, 0}}}},
    {729, {{{P::kNumber, 0}, {P::kLeft, 0}, {P::kCounts, 0}}}},
    {730, {{{P::kNumber, 0}, {P::kRight, 0}}}},
    {731, {{{P::kNumber, 0}, {P::kStyle, 0}}}},
    {732, {{{P::kNumber, 0}, {P::kWord, 2}}}},
    {733, {{{P::kNumber, 0}, {P::kWord, 3}}}},
    {734, {{{P::kNumber, 0}, {P::kWord, -2}}}},
    {735, {{{P::kNumber, 0}, {P::kBracket, 0}, {P::kLabelled, 0}}}},
    {736, {{{P::kNumber, -1}, {P::kWord, 0}}}},
    {737, {{{P::kNumber, 0}, {P::kPart, 1}, {P::kPart, 2}, {P::kPart, 3}}}},
    {738, {{{P::kCounts, 0}, {P::kUnitBehind, 0}, {P::kBefore, 0}}}},
    {739, {{{P::kRule, 0}}}},
    {740, {{{P::kRule, 0}, {P::kValue, 0}}}},
    {741, {{{P::kRule, 0}, {P::kCounts, 0}}}},
    {742, {{{P::kRule, 0}, {P::kNth, 0}}}},
    {743, {{{P::kRule, 0}, {P::kLabelled, 0}}}},
    {744, {{{P::kNumber, 0}, {P::kRule, -1}}}},
    {745, {{{P::kNumber, 0}, {P::kRule, 1}}}},
    {746, {{{P::kRule, 0}, {P::kNear, 0}}}},
    {747, {{{P::kRule, 0}, {P::kUnitBehind, 0}}}},
};

constexpr FeatureHash kBeforeAll = HashWord("<s>");
constexpr FeatureHash kBehindAll = HashWord("</s>");

void AddTemplates(std::span<const Template> templates, const FeatureHash* row, Features* features) {
  for (const Template& t : templates) {
    FeatureHash hash = t.number;
    for (const Part& part : t.parts) {
      if (part.property == P::kEnd) break;
      const FeatureHash value = row[part.offset * static_cast<std::ptrdiff_t>(kProperties) +
                                    static_cast<std::ptrdiff_t>(part.property)];
      hash = value == 0 ? 0 : Combine(hash, value);
      if (value == 0) break;
    }
    if (hash != 0) features->Add(hash);
  }
}

constexpr FeatureHash Numbered(std::string_view name, std::uint64_t n) {
  return Combine(HashWord(name), n);
}

FeatureHash& At(FeatureHash* row, P property) { return row[static_cast<std::size_t>(property)]; }

bool Ends(std::string_view token) { return token == "." || token == "?"; }

bool IsUpperOnly(std::string_view token) {
  bool upper = false;
  for (const char c : token) {
    if (c >= 'a' && c <= 'z') return false;
    upper |= c >= 'A' && c <= 'Z';
  }
  return upper;
}

// Words that tell what a sentence does.
constexpr FeatureHash kRandom[] = {HashWord("randomized"), HashWord("randomised"),
                                   HashWord("randomly"), HashWord("assigned"),
                                   HashWord("allocated")};
constexpr FeatureHash kMeasures[] = {
    HashWord("measured"),  HashWord("assessed"), HashWord("outcome"),  HashWord("outcomes"),
    HashWord("evaluated"), HashWord("endpoint"), HashWord("recorded"), HashWord("measures")};
constexpr FeatureHash kReceives[] = {HashWord("received"), HashWord("receive"), HashWord("given"),
                                     HashWord("administered")};
constexpr FeatureHash kPatients[] = {
    HashWord("patients"), HashWord("subjects"), HashWord("participants"), HashWord("children"),
    HashWord("women"),    HashWord("men"),      HashWord("volunteers")};

template <std::size_t N>
bool IsOneOf(FeatureHash word, const FeatureHash (&words)[N]) {
  return std::ranges::find(words, word) != std::end(words);
}

}  // namespace

PicoText::PicoText(std::span<const std::string_view> tokens, Extent extent)
    : tokens_(tokens), extent_(extent) {
  Divide();
  ReadWords();
  if (extent_ == Extent::kAbstract) ReadDocument();
  for (const Sentence& sentence : sentences_) {
    ReadContext(sentence);
    if (extent_ == Extent::kSentence) ReadNumbers(sentence);
  }
  tokens_ = {};
}

void PicoText::Divide() {
  row_.resize(tokens_.size());
  std::size_t rows = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    if (i == begin) rows += kReach;
    row_[i] = rows * kProperties;
    ++rows;
    if (!Ends(tokens_[i]) && i + 1 < tokens_.size()) continue;
    sentences_.push_back({begin, i + 1});
    begin = i + 1;
    rows += kReach;
  }
  values_.resize(rows * kProperties);
  for (const Sentence& sentence : sentences_) {
    FeatureHash* const first = Row(sentence.begin);
    std::fill(first - kReach * kProperties, first, kBeforeAll);
    FeatureHash* const behind = Row(sentence.end - 1) + kProperties;
    std::fill(behind, behind + kReach * kProperties, kBehindAll);
  }
}

void PicoText::ReadWords() {
  words_.reserve(tokens_.size());
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const PicoWord& word = words_.emplace_back(ReadPicoWord(tokens_[i]));
    FeatureHash* const row = Row(i);
    At(row, P::kWord) = word.word;
    At(row, P::kStem) = word.stem;
    At(row, P::kHead3) = word.head3;
    At(row, P::kHead4) = word.head4;
    At(row, P::kTail3) = word.tail3;
    At(row, P::kTail4) = word.tail4;
    At(row, P::kShape) = word.shape;
    At(row, P::kPart) = word.part;
    At(row, P::kFunction) = word.function;
    At(row, P::kGroups) = word.groups;
  }
}

// Section, place, title, and how often a word stands in the abstract.
void PicoText::ReadDocument() {
  struct Stem {
    std::uint32_t times = 0;
    bool in_title = false;
    bool met = false;
    FeatureHash link = 0;  // what stands before it in the title: "of"
  };
  std::unordered_map<FeatureHash, Stem> stems;
  stems.reserve(words_.size());
  for (const PicoWord& word : words_) ++stems[word.stem].times;
  if (!sentences_.empty()) {
    FeatureHash link = kBeforeAll;
    for (std::size_t i = 0; i < sentences_[0].end; ++i) {
      const PicoWord& word = words_[i];
      const bool joins = (word.mask & pico::kPreposition) != 0 || tokens_[i] == ":" ||
                         word.word == HashWord("and") || word.word == HashWord("or");
      if (joins) {
        link = word.word;
      } else if ((word.mask & (pico::kFunction | pico::kSmall)) == 0) {
        Stem& stem = stems[word.stem];
        if (!stem.in_title) stem.link = link;
        stem.in_title = true;
      }
    }
  }
  FeatureHash section = HashWord("title");
  for (std::size_t s = 0; s < sentences_.size(); ++s) {
    const Sentence& sentence = sentences_[s];
    if (s == 1) section = HashWord("none");
    constexpr std::size_t kHeadingReach = 6;
    const std::size_t reach = std::min(sentence.end, sentence.begin + kHeadingReach);
    for (std::size_t i = sentence.begin; s > 0 && i < reach; ++i) {
      if (const FeatureHash heading = PicoHeading(tokens_[i]); heading != 0) {
        section = heading;
      } else if (!IsUpperOnly(tokens_[i])) {
        break;
      }
    }
    const FeatureHash place = s == 0 ? HashWord("title")
                              : s + 1 == sentences_.size()
                                  ? HashWord("last")
                                  : Numbered("sixth", 6 * s / sentences_.size());
    for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
      FeatureHash* const row = Row(i);
      At(row, P::kSection) = section;
      At(row, P::kPlace) = place;
      Stem& stem = stems[words_[i].stem];
      if (words_[i].content) {
        At(row, P::kInTitle) = HashWord(stem.in_title ? "yes" : "no");
        At(row, P::kTitleLink) = stem.link;
        At(row, P::kTimes) = Numbered("times", std::min<std::uint32_t>(stem.times, 6));
        At(row, P::kFirst) = HashWord(stem.met ? "later" : "first");
      }
      stem.met = true;
    }
  }
}

void PicoText::ReadContext(const Sentence& sentence) {
  std::uint64_t style = 0;
  bool p = false;
  bool compared = false;
  for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
    const FeatureHash w = words_[i].word;
    p |= w == HashWord("p");
    compared |= w == HashWord("=") || w == HashWord("<");
    style |= IsOneOf(w, kRandom) ? 2 : 0;
    style |= IsOneOf(w, kMeasures) ? 4 : 0;
    style |= IsOneOf(w, kReceives) ? 8 : 0;
    style |= IsOneOf(w, kPatients) ? 16 : 0;
  }
  if (p && compared) style |= 1;
  constexpr std::uint32_t kLinks = pico::kPreposition | pico::kJoining | pico::kAuxiliary;
  FeatureHash link = kBehindAll;
  std::uint64_t far = 0;
  for (std::size_t i = sentence.end; i-- > sentence.begin;) {
    FeatureHash* const row = Row(i);
    At(row, P::kRight) = link;
    At(row, P::kRightFar) = Combine(link, std::min<std::uint64_t>(far, 4));
    ++far;
    const FeatureHash w = words_[i].word;
    const bool links = (words_[i].mask & kLinks) != 0 || tokens_[i] == "." ||
                       w == HashWord("who") || w == HashWord("which") || w == HashWord("that");
    if (links) {
      link = w;
      far = 0;
    }
  }
  link = kBeforeAll;
  far = 0;
  FeatureHash verb = kBeforeAll;
  FeatureHash cue = kBeforeAll;
  bool bracket = false;
  for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
    const std::string_view token = tokens_[i];
    const PicoWord& word = words_[i];
    if (token == ")" || token == "]") bracket = false;
    FeatureHash* const row = Row(i);
    At(row, P::kLeft) = link;
    At(row, P::kLeftFar) = Combine(link, std::min<std::uint64_t>(far, 4));
    At(row, P::kVerb) = verb;
    At(row, P::kCue) = cue;
    At(row, P::kBracket) = HashWord(bracket ? "inside" : "outside");
    At(row, P::kStyle) = Numbered("style", style);
    if (token == "(" || token == "[") bracket = true;
    ++far;
    if ((word.mask & (kLinks | pico::kArticle)) != 0) {
      link = word.word;
      far = 0;
    }
    if (word.past) verb = word.stem;
    if ((word.mask & pico::kCue) != 0) cue = word.word;
  }
}

void PicoText::WordFeatures(std::size_t i, Features* features) const {
  features->Clear();
  const FeatureHash* const row = Row(i);
  AddTemplates(kWindowTemplates, row, features);
  AddTemplates(kPairTemplates, row, features);
  AddTemplates(kMorphTemplates, row, features);
  AddTemplates(kLexiconTemplates, row, features);
  AddTemplates(kContextTemplates, row, features);
}

void PicoText::FirstFeatures(std::size_t i, Features* features) const {
  WordFeatures(i, features);
  AddTemplates(kPlaceTemplates, Row(i), features);
  AddTemplates(kTitleTemplates, Row(i), features);
}

// ---- The second pass ------------------------------------------------------

namespace {

constexpr float kNothing = -1.5F;  // of a neighbour outside the sentence

// Over the tokens of one key (a stem; two stems in a row): the sums, and the two
// highest of each kind.
struct Group {
  std::uint32_t valid = 0;
  PicoOdds sum{};
  PicoOdds most{-9, -9, -9};
  PicoOdds second{-9, -9, -9};
};

struct Usual {
  PicoOdds mean{};  // of the others of the group
  PicoOdds most{};
  bool known = false;
};

class Groups {
 public:
  Groups(const std::vector<FeatureHash>& keys, const std::vector<bool>& valid,
         const std::vector<PicoOdds>& odds)
      : keys_(keys), valid_(valid), odds_(odds) {
    groups_.reserve(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (!valid[i]) continue;
      Group& group = groups_[keys[i]];
      ++group.valid;
      for (std::size_t k = 0; k < kPicoKinds; ++k) {
        const float z = odds[i][k];
        group.sum[k] += z;
        group.second[k] = std::max(group.second[k], std::min(group.most[k], z));
        group.most[k] = std::max(group.most[k], z);
      }
    }
  }

  Usual Others(std::size_t i) const {
    Usual usual;
    if (!valid_[i]) return usual;
    const Group& group = groups_.at(keys_[i]);
    if (group.valid < 2) return usual;
    usual.known = true;
    for (std::size_t k = 0; k < kPicoKinds; ++k) {
      const float own = odds_[i][k];
      usual.mean[k] = (group.sum[k] - own) / static_cast<float>(group.valid - 1);
      usual.most[k] = own == group.most[k] ? group.second[k] : group.most[k];
    }
    return usual;
  }

 private:
  const std::vector<FeatureHash>& keys_;
  const std::vector<bool>& valid_;
  const std::vector<PicoOdds>& odds_;
  std::unordered_map<FeatureHash, Group> groups_{};
};

std::uint64_t TagOf(const PicoOdds& odds, float least) {
  const auto most = std::ranges::max_element(odds);
  return *most > least ? static_cast<std::uint64_t>(most - odds.begin()) : kPicoKinds;
}

FeatureHash Step(float odds) {
  return Numbered("step",
                  static_cast<std::uint64_t>(std::clamp(std::floor(odds * 2) + 4, 0.0F, 8.0F)));
}

// Neighbours (9), the same word elsewhere (mean, known, most), the same pair with the
// next and with the one before (mean, known), the word of four neighbours elsewhere,
// what stands left and right, the sentence's most, the abstract's share.
constexpr std::size_t kSecondFigures = 9 * 3 + 3 + 1 + 3 + 2 * (3 + 1) + 4 * 3 + 2 * 3 + 3 + 3;

constexpr std::array<FeatureHash, kSecondFigures> kFigureHashes = [] {
  std::array<FeatureHash, kSecondFigures> hashes{};
  for (std::size_t k = 0; k < kSecondFigures; ++k) hashes[k] = Combine(HashWord("figure"), k);
  return hashes;
}();

class FigureRow {
 public:
  explicit FigureRow(std::vector<float>* figures) : figures_(figures) {}
  void Add(const PicoOdds& odds) { figures_->insert(figures_->end(), odds.begin(), odds.end()); }
  void Add(bool known) { figures_->push_back(known ? 1 : 0); }

 private:
  std::vector<float>* figures_;
};

PicoOdds Larger(const PicoOdds& faded, const PicoOdds& next) {
  PicoOdds larger{};
  for (std::size_t k = 0; k < kPicoKinds; ++k) {
    larger[k] = std::max(faded[k] * 0.9F - 0.2F, next[k]);
  }
  return larger;
}

}  // namespace

void PicoText::SetFirst(std::span<const PicoOdds> first) {
  const std::size_t n = words_.size();
  std::vector<PicoOdds> odds(first.begin(), first.end());
  PicoOdds share{};
  for (PicoOdds& row : odds) {
    for (std::size_t k = 0; k < kPicoKinds; ++k) {
      row[k] = std::clamp(row[k], -4.0F, 4.0F) / 2;
      share[k] += 10 / (1 + std::exp(-2 * row[k])) / static_cast<float>(n);
    }
  }
  std::vector<FeatureHash> stems(n);
  std::vector<FeatureHash> pairs(n);
  std::vector<bool> content(n);
  std::vector<bool> paired(n);
  for (const Sentence& sentence : sentences_) {
    for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
      stems[i] = words_[i].stem;
      content[i] = words_[i].content;
      paired[i] = i + 1 < sentence.end;
      if (paired[i]) pairs[i] = Combine(words_[i].stem, words_[i + 1].stem);
    }
  }
  const Groups by_stem(stems, content, odds);
  const Groups by_pair(pairs, paired, odds);
  std::vector<Usual> usual(n);
  for (std::size_t i = 0; i < n; ++i) usual[i] = by_stem.Others(i);
  constexpr PicoOdds kFar{-2, -2, -2};
  constexpr PicoOdds kOutside{kNothing, kNothing, kNothing};
  second_.clear();
  second_.reserve(n * kSecondFigures);
  std::vector<PicoOdds> right(n, kFar);
  for (const Sentence& sentence : sentences_) {
    PicoOdds most = odds[sentence.begin];
    for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
      for (std::size_t k = 0; k < kPicoKinds; ++k) most[k] = std::max(most[k], odds[i][k]);
    }
    for (std::size_t i = sentence.end - 1; i-- > sentence.begin;) {
      right[i] = Larger(right[i + 1], odds[i + 1]);
    }
    PicoOdds left = kFar;
    Usual pair_before;
    for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
      if (i > sentence.begin) left = Larger(left, odds[i - 1]);
      const auto inside = [&](std::ptrdiff_t offset) {
        const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(i) + offset;
        return at >= static_cast<std::ptrdiff_t>(sentence.begin) &&
               at < static_cast<std::ptrdiff_t>(sentence.end);
      };
      const auto at = [&](std::ptrdiff_t offset) {
        return static_cast<std::size_t>(static_cast<std::ptrdiff_t>(i) + offset);
      };
      FigureRow row(&second_);
      for (std::ptrdiff_t offset = -4; offset <= 4; ++offset) {
        row.Add(inside(offset) ? odds[at(offset)] : kOutside);
      }
      row.Add(usual[i].mean);
      row.Add(usual[i].known);
      row.Add(usual[i].most);
      const Usual pair = by_pair.Others(i);
      row.Add(pair.mean);
      row.Add(pair.known);
      row.Add(pair_before.mean);
      row.Add(pair_before.known);
      pair_before = pair;
      for (const std::ptrdiff_t offset : {-2, -1, 1, 2}) {
        row.Add(inside(offset) ? usual[at(offset)].mean : PicoOdds{});
      }
      row.Add(left);
      row.Add(right[i]);
      row.Add(most);
      row.Add(share);

      FeatureHash* const values = Row(i);
      At(values, P::kTag) = Numbered("tag", TagOf(odds[i], 0));
      At(values, P::kUsualTag) =
          Numbered("usual", usual[i].known ? TagOf(usual[i].mean, -0.3F) : kPicoKinds + 1);
      for (std::size_t k = 0; k < kPicoKinds; ++k) {
        values[static_cast<std::size_t>(P::kOdds0) + k] = Step(odds[i][k]);
        values[static_cast<std::size_t>(P::kUsual0) + k] =
            usual[i].known ? Step(usual[i].mean[k]) : HashWord("unknown");
      }
    }
  }
}

void PicoText::SecondFeatures(std::size_t i, Features* features) const {
  features->Clear();
  AddTemplates(kSecondTemplates, Row(i), features);
  const float* const figures = &second_[i * kSecondFigures];
  for (std::size_t k = 0; k < kSecondFigures; ++k) {
    features->Add(kFigureHashes[k], figures[k]);
  }
}

// ---- Sample sizes ---------------------------------------------------------

namespace {

std::string_view Magnitude(std::int64_t value) {
  if (value >= 1950 && value <= 2025) return "year";
  if (value < 4) return value == 1 ? "1" : value == 2 ? "2" : value == 3 ? "3" : "0";
  constexpr std::int64_t kSteps[] = {10, 20, 50, 100, 200, 500, 2000};
  constexpr std::string_view kNames[] = {"<10",  "<20",  "<50",   "<100",
                                         "<200", "<500", "<2000", "more"};
  return kNames[std::ranges::upper_bound(kSteps, value) - std::begin(kSteps)];
}

// The beginnings of words that tell that people are counted.
constexpr std::string_view kCountCues[] = {"total",   "randomi",   "enrol",    "recruit", "includ",
                                           "studied", "participa", "assigned", "allocat", "conduct",
                                           "evaluat", "complet",   "analy"};

bool StartsAlike(std::string_view token, std::string_view beginning) {
  if (token.size() < beginning.size()) return false;
  for (std::size_t i = 0; i < beginning.size(); ++i) {
    if ((token[i] | 32) != beginning[i]) return false;
  }
  return true;
}

}  // namespace

void PicoText::ReadNumbers(const Sentence& sentence) {
  numbers_.resize(words_.size(), -1);
  for (std::size_t i = sentence.begin; i < sentence.end; ++i) numbers_[i] = PicoNumber(tokens_[i]);
  std::uint64_t nth = 0;
  for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
    if (numbers_[i] >= 0) {
      ReadNumber(sentence, i, ++nth);
      continue;
    }
    const bool beside = (i > sentence.begin && numbers_[i - 1] >= 0) ||
                        (i + 1 < sentence.end && numbers_[i + 1] >= 0);
    if (beside) At(Row(i), P::kNumber) = HashWord("beside");
  }
}

void PicoText::ReadNumber(const Sentence& sentence, std::size_t i, std::uint64_t nth) {
  const auto word = [&](std::ptrdiff_t offset) {
    const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(i) + offset;
    if (at < static_cast<std::ptrdiff_t>(sentence.begin)) return kBeforeAll;
    if (at >= static_cast<std::ptrdiff_t>(sentence.end)) return kBehindAll;
    return words_[static_cast<std::size_t>(at)].word;
  };
  // What is counted: the first noun for people, if no other word ends the phrase.
  FeatureHash people = 0;
  std::uint64_t far = 9;
  constexpr std::size_t kPeopleReach = 10;
  for (std::size_t j = i + 1; j < std::min(sentence.end, i + kPeopleReach); ++j) {
    const PicoWord& w = words_[j];
    const bool group =
        w.word == HashWord("group") || w.word == HashWord("groups") || w.word == HashWord("age");
    if ((w.mask & pico::kPeople) != 0 && !group) {
      people = w.word;
      far = j - i;
      break;
    }
    const bool ends = (w.mask & (pico::kFunction | pico::kUnit | pico::kSmall)) != 0 ||
                      numbers_[j] >= 0 || tokens_[j] == "+/-" || tokens_[j] == "=" ||
                      tokens_[j] == "%";
    const bool goes_on = tokens_[j] == "and" || tokens_[j] == "," || tokens_[j] == "or";
    if (ends && !goes_on) break;
  }
  const std::uint32_t mask = i + 1 < sentence.end ? words_[i + 1].mask : 0;
  const std::string_view next = i + 1 < sentence.end ? tokens_[i + 1] : std::string_view();
  const std::string_view unit = next == "%" || next == "percent" || next == "per" ? "%"
                                : (mask & (pico::kUnit | pico::kTime)) != 0       ? "unit"
                                : (mask & pico::kPeople) != 0                     ? "people"
                                : next == "+/-" || next == "-" || next == "to" || next == "/"
                                    ? "range"
                                    : "other";
  const bool labelled = tokens_[i].starts_with("n=") || tokens_[i].starts_with("N=") ||
                        ((word(-1) == HashWord("=") || word(-1) == HashWord("equals")) &&
                         (word(-2) == HashWord("n") || word(-2) == HashWord("(n")));
  std::string_view near = "none";
  const std::size_t first = std::max(sentence.begin + 6, i) - 6;
  const std::size_t last = std::min(sentence.end, i + 14);
  for (const std::string_view cue : kCountCues) {
    const auto starts = [cue](std::string_view token) { return StartsAlike(token, cue); };
    if (std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(first),
                    tokens_.begin() + static_cast<std::ptrdiff_t>(last), starts)) {
      near = cue;
      break;
    }
  }
  std::uint64_t opens = word(-1) == HashWord("total") || word(-2) == HashWord("total") ||
                                word(-3) == HashWord("total")
                            ? 1
                            : 0;
  if (word(-1) == HashWord("(")) opens |= 2;
  const bool heading =
      i > sentence.begin && tokens_[i - 1].size() > 3 && IsUpperOnly(tokens_[i - 1]);
  if (i == sentence.begin || heading) opens |= 4;

  FeatureHash* const row = Row(i);
  At(row, P::kNumber) = HashWord("number");
  At(row, P::kValue) = HashWord(Magnitude(numbers_[i]));
  At(row, P::kCounts) = HashWord(people != 0 ? "people" : "other");
  At(row, P::kCountsFar) = Numbered("far", far);
  At(row, P::kUnitBehind) = HashWord(unit);
  At(row, P::kBefore) = word(-1);
  At(row, P::kBefore2) = Combine(word(-2), word(-1));
  At(row, P::kNth) = Numbered("nth", std::min<std::uint64_t>(nth, 4));
  At(row, P::kLabelled) = HashWord(labelled ? "labelled" : "bare");
  At(row, P::kNear) = HashWord(near);
  At(row, P::kPeople) = people;
  At(row, P::kOpens) = Numbered("opens", opens);
}

void PicoText::SetCounted(std::span<const std::uint8_t> sure) {
  for (std::size_t i = 0; i < sure.size() && i < words_.size(); ++i) {
    FeatureHash* const row = Row(i);
    if (sure[i] != 0 || At(row, P::kNumber) != 0) At(row, P::kRule) = Numbered("rule", sure[i]);
  }
}

bool PicoText::MayBeSize(std::size_t i) const {
  return Row(i)[static_cast<std::size_t>(P::kNumber)] != 0;
}

void PicoText::SizeFeatures(std::size_t i, Features* features) const {
  WordFeatures(i, features);
  AddTemplates(kSizeTemplates, Row(i), features);
}

}  // namespace claimgraph
