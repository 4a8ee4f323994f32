// The word before the stop is looked up in lists; for some, the word after it
// decides.  A capital alone is an initial when it stands in a name.

#include "core/text/abbreviations.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace claimgraph {
namespace {

constexpr std::size_t kLongestWord = 24;

// Never end a sentence.
constexpr std::string_view kNeverLast[] = {"cf",   "dr",   "drs",  "e.g",    "eg",  "esp", "fig",
                                           "figs", "i.e",  "incl", "messrs", "mr",  "mrs", "ms",
                                           "mt",   "prof", "resp", "st",     "viz", "vs",  "approx",
                                           "ca",   "dept", "univ", "eq",     "eqs", "ref", "refs"};
// Do not end one before a number.
constexpr std::string_view kBeforeNumber[] = {
    "art",  "ch",  "chap", "c",    "ed",    "ex",  "jan", "feb", "mar", "apr", "jun",
    "jul",  "aug", "sep",  "sept", "oct",   "nov", "dec", "n",   "no",  "nos", "p",
    "para", "pp",  "sec",  "sect", "suppl", "tab", "v",   "vol", "vols"};
// End one only before a word that begins sentences.
constexpr std::string_view kSometimesLast[] = {"co",  "corp", "inc",   "jr",  "ltd", "sr",  "ph.d",
                                               "m.d", "b.sc", "m.sc",  "d.o", "r.n", "u.s", "u.k",
                                               "u.n", "e.u",  "u.s.a", "d.c", "b.c", "a.d"};
constexpr std::string_view kStarters[] = {
    "a",      "additionally", "after",       "all",      "also",    "although", "an",
    "and",    "another",      "as",          "at",       "because", "before",   "both",
    "but",    "by",           "during",      "each",     "even",    "finally",  "first",
    "for",    "from",         "furthermore", "he",       "her",     "here",     "his",
    "how",    "however",      "i",           "if",       "in",      "is",       "it",
    "its",    "many",         "more",        "moreover", "most",    "my",       "nevertheless",
    "no",     "not",          "now",         "of",       "on",      "one",      "only",
    "other",  "our",          "overall",     "second",   "she",     "since",    "so",
    "some",   "still",        "studies",     "such",     "that",    "the",      "their",
    "then",   "there",        "therefore",   "these",    "they",    "this",     "those",
    "though", "thus",         "to",          "today",    "until",   "we",       "what",
    "when",   "where",        "while",       "who",      "why",     "with",     "yet",
    "you",    "your"};
// Words that a single capital belongs to: "vitamin D." ends a sentence.
constexpr std::string_view kLabelled[] = {
    "appendix", "arm",     "category",  "class",          "coenzyme", "factor", "figure",
    "grade",    "group",   "hepatitis", "immunoglobulin", "level",    "option", "phase",
    "plan",     "protein", "stage",     "study",          "table",    "type",   "vitamin"};

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLetter(char c) { return IsLower(c) || IsUpper(c); }
bool IsSpace(char c) { return static_cast<unsigned char>(c) <= ' '; }

template <std::size_t N>
bool IsOneOf(std::string_view word, const std::string_view (&list)[N]) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

std::string Lower(std::string_view s) {
  std::string out(s);
  for (char& c : out) {
    if (IsUpper(c)) c = static_cast<char>(c + 32);
  }
  return out;
}

// The letters and inner full stops that end at `end`.
std::string_view WordBefore(std::string_view line, std::size_t end) {
  std::size_t k = end;
  while (k > 0 && end - k < kLongestWord) {
    const char c = line[k - 1];
    const bool letter =
        IsLetter(c) || IsDigit(c) || c == '.' || static_cast<unsigned char>(c) >= 0x80;
    if (!letter || (k >= 2 && line.compare(k - 2, 2, "\u00A0") == 0)) break;
    --k;
  }
  return line.substr(k, end - k);
}

bool StartsSentences(std::string_view line, std::size_t begin) {
  std::size_t k = begin;
  while (k < line.size() && k - begin < kLongestWord && (IsLetter(line[k]) || line[k] == '\'')) ++k;
  return IsOneOf(Lower(line.substr(begin, k - begin)), kStarters);
}

// Whether only white space stands between `from` and `to`.
bool IsFirst(std::string_view line, std::size_t from, std::size_t to) {
  return from <= to && std::all_of(line.begin() + static_cast<std::ptrdiff_t>(from),
                                   line.begin() + static_cast<std::ptrdiff_t>(to), IsSpace);
}

// "J. Cole", "Ann B. Cole", but not "vitamin D." or "group A."
bool IsInitial(std::string_view line, std::size_t begin, std::size_t next) {
  std::size_t before_end = begin;
  while (before_end > 0 && (IsSpace(line[before_end - 1]) || line[before_end - 1] == ','))
    --before_end;
  if (before_end > 0 && line[before_end - 1] == '.') return true;  // "J. D. Cole"
  const std::string_view before = WordBefore(line, before_end);
  if (before.empty()) return true;
  if (StartsSentences(line, next)) return false;
  // "by J. Cole": a name may follow a small word.
  const bool named = !IsLower(before[0]) && !IsOneOf(Lower(before), kLabelled);
  return named || (before.size() <= 3 && line[begin] != 'I');
}

}  // namespace

bool OnlyAbbreviates(std::string_view line, std::size_t sentence, std::size_t stop,
                     std::size_t next) {
  const std::string_view word = WordBefore(line, stop);
  if (word.empty()) return false;
  const std::size_t begin = stop - word.size();
  const std::string lower = Lower(word);
  if (IsOneOf(lower, kNeverLast)) return true;
  if (IsDigit(line[next]) && IsOneOf(lower, kBeforeNumber)) return true;
  if (lower == "al") return !IsUpper(line[next]) && line[next] != '"';
  if (IsOneOf(lower, kSometimesLast)) return !StartsSentences(line, next);
  // "1. Rest well"
  const bool number = word.size() <= 3 && std::all_of(word.begin(), word.end(), IsDigit);
  if (number && IsFirst(line, 0, begin)) return true;
  if (word.size() == 1 && IsUpper(word[0])) {
    return IsFirst(line, sentence, begin) || IsInitial(line, begin, next);
  }
  // "A.B. Cole"
  const bool initials =
      word.size() >= 3 && word.size() <= 7 && IsUpper(word.back()) && word[word.size() - 2] == '.';
  return initials && !StartsSentences(line, next);
}

}  // namespace claimgraph
