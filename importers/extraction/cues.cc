// The tables of cue_table.cc, inflected once into a Lexicon, and a scan.

#include "importers/extraction/cues.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "core/text/lexicon.h"
#include "importers/extraction/cue_table.h"

namespace claimgraph {
namespace {

bool IsVowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

// Verbs of one stressed closed syllable double their last letter; longer ones
// that do are few enough to name.
bool DoublesLastLetter(std::string_view v) {
  if (v == "control" || v == "forget" || v == "propel" || v == "compel") return true;
  if (v.size() < 3 || v.size() > 4) return false;
  const char last = v.back();
  const char middle = v[v.size() - 2];
  const char before = v[v.size() - 3];
  return !IsVowel(last) && last != 'w' && last != 'y' && last != 'x' && IsVowel(middle) &&
         !IsVowel(before);
}

std::string ThirdPerson(const std::string& v) {
  const char last = v.back();
  if (last == 'y' && !IsVowel(v[v.size() - 2])) return v.substr(0, v.size() - 1) + "ies";
  const bool sibilant =
      last == 's' || last == 'x' || last == 'z' || v.ends_with("sh") || v.ends_with("ch");
  return v + (sibilant ? "es" : "s");
}

std::string Past(const std::string& v) {
  if (v.back() == 'e') return v + "d";
  if (v.back() == 'y' && !IsVowel(v[v.size() - 2])) return v.substr(0, v.size() - 1) + "ied";
  return v + (DoublesLastLetter(v) ? std::string(1, v.back()) : "") + "ed";
}

std::string Gerund(const std::string& v) {
  if (v.back() == 'e' && !v.ends_with("ee")) return v.substr(0, v.size() - 1) + "ing";
  return v + (DoublesLastLetter(v) ? std::string(1, v.back()) : "") + "ing";
}

void AddVerb(std::string_view lemma, std::uint64_t mask, Lexicon* lexicon) {
  const std::size_t space = lemma.find(' ');
  const std::string verb(lemma.substr(0, space));
  const std::string rest(space == std::string_view::npos ? std::string_view()
                                                         : lemma.substr(space));
  lexicon->Add(verb + rest, mask | cue::kBase);
  lexicon->Add(ThirdPerson(verb) + rest, mask | cue::kThird);
  lexicon->Add(Gerund(verb) + rest, mask | cue::kGerund);
  std::string_view irregular;
  for (const IrregularVerb& v : IrregularVerbs()) {
    if (v.lemma == verb) irregular = v.past;
  }
  if (irregular.empty()) {
    lexicon->Add(Past(verb) + rest, mask | cue::kPast);
    return;
  }
  while (!irregular.empty()) {
    const std::size_t end = irregular.find(' ');
    lexicon->Add(std::string(irregular.substr(0, end)) + rest, mask | cue::kPast);
    irregular = end == std::string_view::npos ? std::string_view() : irregular.substr(end + 1);
  }
}

Lexicon BuildLexicon() {
  Lexicon lexicon;
  for (const CueRow& row : CueRows()) {
    std::string_view left = row.phrases;
    while (!left.empty()) {
      const std::size_t semicolon = left.find(';');
      std::string_view phrase = left.substr(0, semicolon);
      left = semicolon == std::string_view::npos ? std::string_view() : left.substr(semicolon + 1);
      while (!phrase.empty() && phrase.front() == ' ') phrase.remove_prefix(1);
      if (phrase.empty()) continue;
      if (row.verb) {
        AddVerb(phrase, row.mask, &lexicon);
      } else {
        lexicon.Add(phrase, row.mask);
      }
    }
  }
  return lexicon;
}

template <std::size_t N>
bool OneOf(std::string_view word, const std::string_view (&list)[N]) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

// Words after which a form that can be a noun is one.
constexpr std::string_view kDeterminers[] = {"a",   "an",    "the", "this",  "that", "its",
                                             "their", "of", "your", "our", "his",  "her", "my"};
// Subjects after which a bare form is a verb: "they reduce".
constexpr std::string_view kSubjects[] = {"they", "we",   "you",    "i",   "which", "who",
                                          "and",  "or",   "people", "men", "women", "it",
                                          "also", "both", "these",  "children", "then", "that"};
constexpr std::string_view kAuxiliaries[] = {
    "to",     "can",  "may",   "might", "could", "will",  "would", "should", "must",   "cannot",
    "can't",  "help", "helps", "helped", "not",  "do",    "does",  "did",    "don't",  "doesn't",
    "didn't", "you'll", "it'll", "won't", "we'll"};

// "The increase", "social support", "weight gain": a noun, so no verb of this
// sentence.  A bare form that opens the text may be an order and stays a verb.
bool IsNoun(const TokenList& tokens, const CueHit& hit) {
  const std::string_view before = tokens.Word(static_cast<std::ptrdiff_t>(hit.begin) - 1);
  if ((hit.mask & cue::kGerund) != 0) return false;
  if ((hit.mask & cue::kThird) != 0) return OneOf(before, kDeterminers) && before != "that";
  if ((hit.mask & cue::kPast) != 0) return before == "the" || before == "a" || before == "of";
  if (hit.begin == 0 || OneOf(before, kAuxiliaries) || OneOf(before, kSubjects)) return false;
  const bool plural = before.size() > 3 && before.ends_with('s') && !before.ends_with("ss");
  return !plural && !before.ends_with("ly");
}

constexpr std::string_view kNegations[] = {"not",    "no",     "never",  "nor",     "neither",
                                           "hardly", "without", "none",  "nobody",  "nothing",
                                           "cannot", "isn't",  "aren't", "wasn't",  "weren't",
                                           "hasn't", "haven't", "hadn't", "doesn't", "don't",
                                           "didn't", "can't",  "won't"};

// "is not proven", "no strain came out clearly on top"; not "not only proven".
bool IsNegated(const TokenList& tokens, std::uint32_t at) {
  constexpr std::uint32_t kReach = 6;  // tokens
  for (std::uint32_t back = 1; back <= kReach && back <= at; ++back) {
    const Token& token = tokens[at - back];
    if (token.kind == TokenKind::kPunctuation) return false;
    if (!OneOf(token.word, kNegations)) continue;
    const std::string_view next = tokens.Word(static_cast<std::ptrdiff_t>(at - back) + 1);
    return next != "only" && next != "just" && next != "merely" && next != "doubt" &&
           next != "question";
  }
  return false;
}

}  // namespace

bool IsAuxiliary(std::string_view word) { return OneOf(word, kAuxiliaries); }

void FindCues(const TokenList& tokens, std::vector<CueHit>* hits) {
  static const Lexicon lexicon = BuildLexicon();
  hits->clear();
  for (std::size_t i = 0; i < tokens.size();) {
    const Lexicon::Hit hit =
        tokens[i].kind == TokenKind::kPunctuation ? Lexicon::Hit{} : lexicon.Find(tokens, i);
    if (hit.length == 0) {
      ++i;
      continue;
    }
    CueHit found{hit.value, static_cast<std::uint32_t>(i),
                 static_cast<std::uint32_t>(i + hit.length)};
    if ((found.mask & cue::kForms) != 0 && IsNoun(tokens, found)) found.mask &= ~cue::kForms;
    if ((found.mask & cue::kBooster) != 0 && IsNegated(tokens, found.begin)) {
      const bool proof = (found.mask & cue::kStrongBooster) != 0;
      found.mask &= ~(cue::kBooster | cue::kStrongBooster);
      found.mask |= proof ? cue::kHedge | cue::kUncertain : cue::kHedge;
    }
    hits->push_back(found);
    i += hit.length;
  }
}

}  // namespace claimgraph
