#include "importers/extraction/relation_words.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "core/text/ascii.h"
#include "core/text/utf8.h"
#include "importers/extraction/relation_indicators.h"

namespace claimgraph {
namespace {

using WordSet = std::unordered_set<std::string_view>;

WordSet SetOf(std::string_view list) {
  WordSet set;
  ascii::ForEachWord(list, [&](std::string_view word) { set.insert(word); });
  return set;
}

bool IsDeterminer(std::string_view word) {
  static const WordSet set = SetOf(
      "the a an this that these those each every some any no all both either neither another "
      "such its their his her our my your several many few most more less other same various "
      "certain own");
  return set.contains(word);
}

bool IsPronoun(std::string_view word) {
  static const WordSet set = SetOf(
      "we they it he she you i us them him who whom which what whose there here itself "
      "themselves one");
  return set.contains(word);
}

// Adverbs and conjunctions of clauses.
bool IsConnector(std::string_view word) {
  static const WordSet set = SetOf(
      "when where why how whereas while whether because if although though thus therefore hence "
      "however moreover furthermore then also not only even still yet already often usually "
      "frequently mainly especially particularly once again further very too well later "
      "previously recently so out up down off");
  return set.contains(word);
}

bool IsNumberWord(std::string_view word) {
  static const WordSet set = SetOf("two three four five six seven eight nine ten");
  return set.contains(word);
}

// Verbs that are nouns as often.
bool IsNounToo(std::string_view word) {
  static const WordSet set = SetOf(
      "use study treatment increase decrease control need change result review report cause help "
      "test target culture label sequence shift influence damage experience aim release block "
      "express record stop delay support stain clone start lead");
  return set.contains(word);
}

// "rabeprazole-based": what stands before the hyphen is a word of its own.
bool SplitsOff(std::string_view word) {
  static const WordSet set = SetOf(
      "based affected induced related treated associated dependent specific like positive "
      "negative mediated derived infected containing producing binding deficient resistant "
      "sensitive exposed free bearing expressing activated linked stimulated independent mutated "
      "null dose treatment therapy encoded controlled regulated type reactive secreting "
      "inhibiting releasing coupled transfected immunized fed injected diagnosed");
  return set.contains(word);
}

bool IsVerb(std::string_view word) {
  static const WordSet set = [] {
    WordSet made = SetOf(
        "show find demonstrate suggest indicate report reveal describe investigate examine study "
        "evaluate assess determine observe measure compare analyze analyse perform conduct use "
        "identify confirm obtain present provide include involve remain occur develop appear "
        "become require increase decrease reduce improve enhance inhibit induce cause prevent "
        "treat affect alter influence modulate regulate mediate activate suppress stimulate block "
        "promote produce lead result contribute play exhibit express contain bind interact "
        "associate relate correlate predict receive undergo suffer experience sustain administer "
        "give take make know see consider conclude support test propose discuss review explain "
        "exert exceed attenuate abolish mimic trigger elicit generate encode release secrete "
        "synthesize localize locate detect diagnose diagnosis target follow hydrolyze "
        "phosphorylate degrade protect facilitate impair disrupt ameliorate alleviate relieve "
        "cure manage control vary differ depend change shift fail tend begin start continue "
        "achieve reach allow enable help need aim seek compose comprise consist enroll recruit "
        "randomize assign select die survive recover respond tolerate monitor record calculate "
        "estimate isolate purify clone sequence amplify label stain immunize inject infect "
        "transfect expose incubate culture grow proliferate differentiate migrate convert "
        "metabolize catalyze recognize represent constitute reflect implicate characterize "
        "establish introduce apply employ replace complicate precede accompany coexist predispose "
        "destroy damage stop delay accelerate augment potentiate antagonize counteract interfere");
    ForEachIndicatorVerb([&](std::string_view word_of) {
      const bool plain = std::ranges::all_of(word_of, [](char c) { return c >= 'a' && c <= 'z'; });
      if (plain) made.insert(word_of);
    });
    return made;
  }();
  return set.contains(word);
}

// The base form of an irregular form; "" for other words.
std::string_view IrregularBase(std::string_view word) {
  static const auto* bases = new std::unordered_map<std::string_view, std::string_view>{
      {"found", "find"},         {"shown", "show"},       {"given", "give"},
      {"gave", "give"},          {"taken", "take"},       {"took", "take"},
      {"made", "make"},          {"known", "know"},       {"seen", "see"},
      {"saw", "see"},            {"led", "lead"},         {"bound", "bind"},
      {"underwent", "undergo"},  {"undergone", "undergo"}, {"became", "become"},
      {"chosen", "choose"},      {"used", "use"},         {"began", "begin"},
      {"begun", "begin"},        {"grew", "grow"},        {"grown", "grow"},
      {"fed", "feed"},           {"sought", "seek"},      {"arose", "arise"},
      {"arisen", "arise"},       {"kept", "keep"},        {"left", "leave"},
      {"held", "hold"},          {"felt", "feel"},        {"met", "meet"},
      {"lost", "lose"},          {"lay", "lie"},          {"rose", "rise"},
      {"fell", "fall"},          {"drawn", "draw"},       {"brought", "bring"},
      {"thought", "think"},      {"overcome", "overcome"}, {"ate", "eat"},
      {"bore", "bear"},          {"born", "bear"}};
  const auto it = bases->find(word);
  return it == bases->end() ? std::string_view() : it->second;
}

bool IsPastOfItsOwn(std::string_view word) {
  static const WordSet set =
      SetOf("underwent gave took saw led became began grew arose rose fell met lost");
  return set.contains(word);
}

// The base form of a verb's form; "" where it is no known verb.
std::string VerbBase(std::string_view word) {
  if (const std::string_view base = IrregularBase(word); !base.empty()) return std::string(base);
  if (IsVerb(word)) return std::string(word);
  for (const std::string_view ending : {"s", "es", "d", "ed", "ing"}) {
    if (!word.ends_with(ending)) continue;
    const std::string_view base = word.substr(0, word.size() - ending.size());
    if (IsVerb(base)) return std::string(base);
    if (ending != "ed" && ending != "ing") continue;
    if (const std::string longer = std::string(base) + 'e'; IsVerb(longer)) return longer;
    if (base.size() > 3 && base[base.size() - 1] == base[base.size() - 2] &&
        IsVerb(base.substr(0, base.size() - 1))) {
      return std::string(base.substr(0, base.size() - 1));
    }
  }
  if (word.ends_with("ies") || word.ends_with("ied")) {
    std::string base = std::string(word.substr(0, word.size() - 3)) + 'y';
    if (IsVerb(base)) return base;
  }
  return {};
}

bool HasAdjectiveEnding(std::string_view word) {
  for (const std::string_view ending : {"ous", "ive", "ic", "al", "ary", "able", "ible", "ful",
                                        "less", "ant", "ent", "oid", "ar", "ed", "ing"}) {
    if (word.ends_with(ending)) return true;
  }
  return false;
}

enum class Character : std::uint8_t { kSpace, kLetter, kDigit, kJoiner, kSign };

// Letters of the scripts that abstracts use: Latin and Greek; others are letters too,
// symbols and general punctuation are not.
Character KindOf(char32_t c) {
  if (c == ' ' || (c >= '\t' && c <= '\r') || c == 0xa0 || c == 0x3000 ||
      (c >= 0x2000 && c <= 0x200b) || c == 0x202f) {
    return Character::kSpace;
  }
  if (c >= '0' && c <= '9') return Character::kDigit;
  if (c < 0x80) {
    if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') return Character::kLetter;
    return c == '\'' || c == '-' ? Character::kJoiner : Character::kSign;
  }
  if (c == 0x2019) return Character::kJoiner;
  if (c == 0xaa || c == 0xb5 || c == 0xba) return Character::kLetter;
  if (c < 0xc0 || c == 0xd7 || c == 0xf7) return Character::kSign;
  if ((c >= 0x2000 && c < 0x2c00) || (c >= 0x3000 && c < 0x3040) || c >= 0xfe00) {
    return Character::kSign;
  }
  return Character::kLetter;
}

// Letters, digits, and single joiners between them; a decimal may end it.
std::size_t WordEnd(std::string_view text, std::size_t at) {
  const auto kind = [&](std::size_t i, std::size_t* size) {
    if (i >= text.size()) return Character::kSpace;
    char32_t c = 0;
    *size = DecodeUtf8At(text, i, &c);
    return KindOf(c);
  };
  std::size_t size = 0;
  std::size_t next = 0;
  for (;;) {
    const Character c = kind(at, &size);
    if (c == Character::kLetter || c == Character::kDigit) {
      at += size;
      continue;
    }
    if (c != Character::kJoiner) break;
    const Character after = kind(at + size, &next);
    if (after != Character::kLetter && after != Character::kDigit) break;
    at += size;
  }
  if (at + 1 < text.size() && text[at] == '.' && text[at + 1] >= '0' && text[at + 1] <= '9') {
    ++at;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
  }
  return at;
}

std::string Lower(std::string_view word) {
  std::string lower(word);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return lower;
}

WordShape ShapeOf(std::string_view word) {
  bool digit = false;
  bool lower = false;
  std::size_t upper = 0;
  for (const char c : word) {
    digit |= c >= '0' && c <= '9';
    lower |= c >= 'a' && c <= 'z';
    upper += c >= 'A' && c <= 'Z' ? 1 : 0;
  }
  if (upper > 0 && !lower) return WordShape::kUpper;
  if (digit) return WordShape::kDigit;
  if (upper == 0) return WordShape::kLower;
  return upper == 1 && word[0] >= 'A' && word[0] <= 'Z' ? WordShape::kCapital : WordShape::kMixed;
}

// Cuts `sentence` into words and signs.
std::vector<RelationWord> Cut(std::string_view sentence) {
  std::vector<RelationWord> words;
  const auto add = [&](std::size_t begin, std::size_t end) {
    if (begin >= end || words.size() >= kMostRelationWords) return;
    RelationWord word;
    word.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    const std::string_view text = sentence.substr(begin, end - begin);
    char32_t first = 0;
    DecodeUtf8At(text, 0, &first);
    const Character kind = KindOf(first);
    word.letters = kind == Character::kLetter;
    word.sign = kind != Character::kLetter && kind != Character::kDigit;
    word.shape = ShapeOf(text);
    word.lower = Lower(text);
    word.small = word.lower == text && std::ranges::any_of(text, [](char l) {
                   return l >= 'a' && l <= 'z';
                 });
    words.push_back(std::move(word));
  };
  for (std::size_t at = 0; at < sentence.size() && words.size() < kMostRelationWords;) {
    char32_t c = 0;
    const std::size_t size = DecodeUtf8At(sentence, at, &c);
    const Character kind = KindOf(c);
    if (kind == Character::kSpace) {
      at += size;
      continue;
    }
    if (kind != Character::kLetter && kind != Character::kDigit) {
      add(at, at + size);
      at += size;
      continue;
    }
    const std::size_t end = WordEnd(sentence, at);
    const std::string_view word = sentence.substr(at, end - at);
    const std::size_t hyphen = word.rfind('-');
    if (hyphen != std::string_view::npos && SplitsOff(Lower(word.substr(hyphen + 1)))) {
      add(at, at + hyphen);
      add(at + hyphen, at + hyphen + 1);
      add(at + hyphen + 1, end);
    } else if (word.ends_with("'s") || word.ends_with("'S")) {
      add(at, end - 2);
      add(end - 2, end);
    } else {
      add(at, end);
    }
    at = end;
  }
  return words;
}

bool IsNumber(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

// Whether `tag` is one of `tags`; "before the first word" is one of all.
bool In(char tag, std::string_view tags) {
  return tag == 0 || tags.find(tag) != std::string_view::npos;
}

class Tagger {
 public:
  explicit Tagger(std::vector<RelationWord>* words) : words_(*words) {}

  void Run() {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i].tag = TagOf(i);
  }

 private:
  std::string_view Lower(std::size_t i) const {
    return i < words_.size() ? std::string_view(words_[i].lower) : std::string_view();
  }

  char TagOf(std::size_t i) const {
    const RelationWord& word = words_[i];
    const std::string_view lower = word.lower;
    const char before = i > 0 ? words_[i - 1].tag : 0;
    if (word.sign) return 'X';
    if (IsDeterminer(lower)) {
      return lower == "that" && (before == 'O' || before == 'V') ? 'P' : 'D';
    }
    if (IsPreposition(lower)) return 'I';
    if (IsConjunction(lower)) return 'C';
    if (IsPronoun(lower)) return 'P';
    if (IsHelpVerb(lower)) return 'A';
    if (IsConnector(lower)) return 'W';
    if (IsNumber(lower) || IsNumberWord(lower)) return 'M';
    if (lower.ends_with("ly") && lower.size() > 4 && lower != "family" && lower != "anomaly" &&
        lower != "assembly" && lower != "supply") {
      return 'R';
    }
    return AfterNeighbours(i, OpenTag(i));
  }

  char OpenTag(std::size_t i) const {
    const RelationWord& word = words_[i];
    const std::string_view lower = word.lower;
    const char before = i > 0 ? words_[i - 1].tag : 0;
    const std::string_view last = i > 0 ? Lower(i - 1) : std::string_view();
    if (!word.small && i > 0) return 'O';
    if (lower.ends_with("ing") && lower.size() > 5) return 'G';
    if (lower.ends_with("ed") && lower.size() > 4) return 'N';
    if (!IrregularBase(lower).empty()) {
      return IsPastOfItsOwn(lower) && In(before, "OPRWX") ? 'V' : 'N';
    }
    if (!VerbBase(lower).empty()) return VerbOrNoun(lower, before, last, Lower(i + 1));
    return HasAdjectiveEnding(lower) ? 'J' : 'O';
  }

  static char VerbOrNoun(std::string_view lower, char before, std::string_view last,
                         std::string_view next) {
    const bool plural = lower.ends_with('s');
    if (last == "to" || ((before == 'A' || before == 'P' || before == 'R') && !IsBeing(last)) ||
        before == 'W') {
      return 'V';
    }
    if (before == 0 || In(before, "DIJMCX")) return 'O';
    if (before != 'O') return 'O';
    const bool closed = IsDeterminer(next) || IsPreposition(next) || next == "to";
    if (plural && closed && !IsNounToo(lower)) return 'V';
    if (last.ends_with('s') && !plural) return 'V';
    return plural && !IsNounToo(lower.substr(0, lower.size() - 1)) ? 'V' : 'O';
  }

  // A participle is an adjective before its noun and a verb before an object.
  char AfterNeighbours(std::size_t i, char tag) const {
    const char before = i > 0 ? words_[i - 1].tag : 0;
    const std::string_view next = Lower(i + 1);
    if (tag == 'N' && before != 0) {
      if (In(before, "DIJM")) return 'J';
      if (In(before, "OPRW") && (IsDeterminer(next) || next == "to")) return 'V';
    }
    if (tag == 'G' && (before == 'D' || before == 'J')) {
      const bool alone = i + 1 >= words_.size() || !words_[i + 1].letters;
      return IsPreposition(next) || alone ? 'O' : 'J';
    }
    return tag;
  }

  std::vector<RelationWord>& words_;
};

bool InChunk(const std::vector<RelationWord>& words, std::size_t i) {
  const RelationWord& word = words[i];
  const char before = i > 0 ? words[i - 1].tag : 0;
  if (word.tag == 'O' || word.tag == 'J' || word.tag == 'M') return true;
  if (word.tag == 'N' || word.tag == 'G') {
    if (before == 'O' || before == 'P') return false;
    if (i > 0 && words[i - 1].lower == "-") return true;
    const bool noun = i + 1 < words.size() && (words[i + 1].tag == 'O' || words[i + 1].tag == 'J');
    return noun && !(word.tag == 'N' && before == 'A' && IsBeing(words[i - 1].lower));
  }
  return (word.lower == "-" && i > 0 && i + 1 < words.size()) || word.lower == "'s";
}

}  // namespace

bool IsBeing(std::string_view word) {
  static const WordSet set = SetOf("is are was were be been being");
  return set.contains(word);
}

bool IsHelpVerb(std::string_view word) {
  static const WordSet set = SetOf(
      "is are was were be been being has have had having do does did can could may might must "
      "shall should will would cannot seems seem seemed appears appear appeared");
  return set.contains(word);
}

bool IsPreposition(std::string_view word) {
  static const WordSet set = SetOf(
      "of in for with by from on at to into onto through during after before between among "
      "amongst against without within under over upon via per than as about above below across "
      "along around behind beyond despite following including like near since until toward "
      "towards throughout concerning regarding versus vs due compared according");
  return set.contains(word);
}

bool IsConjunction(std::string_view word) {
  return word == "and" || word == "or" || word == "but" || word == "nor" || word == "plus";
}

std::string SingularOf(std::string_view word) {
  const std::size_t n = word.size();
  if (n > 4 && word.ends_with("ies")) return std::string(word.substr(0, n - 3)) + 'y';
  if (n > 4 && (word.ends_with("ses") || word.ends_with("xes") || word.ends_with("ches") ||
                word.ends_with("shes"))) {
    return std::string(word.substr(0, n - 2));
  }
  if (n > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") &&
      !word.ends_with("is")) {
    return std::string(word.substr(0, n - 1));
  }
  return std::string(word);
}

RelationWords ReadRelationWords(std::string_view sentence) {
  RelationWords read;
  read.words = Cut(sentence);
  for (RelationWord& word : read.words) {
    word.stem = SingularOf(word.lower);
    word.lemma = VerbBase(word.lower);
    if (word.lemma.empty()) word.lemma = word.stem;
    word.lower_hash = HashWord(word.lower);
    word.stem_hash = HashWord(word.stem);
    word.lemma_hash = HashWord(word.lemma);
  }
  Tagger(&read.words).Run();
  for (std::uint32_t i = 0; i < read.words.size(); ++i) {
    if (!InChunk(read.words, i)) continue;
    if (i == 0 || read.words[i - 1].chunk == kNoChunk) read.chunks.push_back({i, i});
    read.words[i].chunk = static_cast<std::uint32_t>(read.chunks.size() - 1);
    read.chunks.back().end = i + 1;
  }
  return read;
}

}  // namespace claimgraph
