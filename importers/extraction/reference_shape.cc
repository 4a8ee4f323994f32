// The score of a line adds up what bibliographies have (names first, a year in
// brackets behind them, a locator, an identifier) and takes off what prose has
// (verbs and pronouns).
#include "importers/extraction/reference_shape.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>

#include "core/text/ascii.h"
#include "core/text/identifiers.h"
#include "core/text/normalize.h"
#include "importers/extraction/author_list.h"
#include "importers/extraction/locator.h"
#include "importers/extraction/name_words.h"

namespace claimgraph {
namespace {

using namespace ascii;

constexpr std::size_t kShortest = 12;
constexpr std::size_t kLongest = 1500;
constexpr double kSure = 0.5;
constexpr double kCertain = 0.7;  // verbs in a title change nothing

// Sorted, for a binary search.
constexpr std::string_view kProse[] = {
    "according", "all",      "also",      "any",       "are",          "be",    "because", "been",
    "but",       "can",      "concluded", "could",     "demonstrated", "did",   "do",      "does",
    "found",     "had",      "has",       "have",      "he",           "help",  "helps",   "here",
    "however",   "i",        "if",        "indicates", "is",           "it",    "its",     "may",
    "me",        "might",    "more",      "must",      "my",           "not",   "our",     "please",
    "reported",  "revealed", "she",       "should",    "showed",       "shown", "shows",   "so",
    "such",      "suggest",  "suggests",  "than",      "that",         "their", "then",    "there",
    "these",     "they",     "this",      "those",     "us",           "was",   "we",      "were",
    "when",      "which",    "while",     "who",       "will",         "would", "you",     "your"};
constexpr std::size_t kLongestProse = 12;

bool HasAddress(std::string_view text) {
  return text.find("http") != std::string_view::npos ||
         text.find("www.") != std::string_view::npos ||
         text.find("10.") != std::string_view::npos || text.find("PMID") != std::string_view::npos;
}

// Something that only a year, an address or an identifier begins with.
bool HasAnchor(std::string_view text) {
  for (std::size_t i = 0; i + 3 < text.size(); ++i) {
    if (IsDigit(text[i]) && (i == 0 || !IsDigit(text[i - 1])) && YearAt(text, i) != 0) return true;
  }
  return HasAddress(text) || text.find("n.d.") != std::string_view::npos ||
         text.find("n press") != std::string_view::npos;
}

std::size_t LabelEnd(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size() && (text[i] == ' ' || text[i] == '[' || text[i] == '(' || text[i] == '*'))
    ++i;
  const std::size_t digits = i;
  while (i < text.size() && IsDigit(text[i]) && i < digits + 3) ++i;
  if (i == digits) return 0;
  if (i < text.size() && (text[i] == ']' || text[i] == '.' || text[i] == ')')) {
    ++i;
    if (i < text.size() && IsDigit(text[i])) return 0;
    return i;
  }
  return 0;
}

// A year in brackets right behind the names or a short name of any kind.
bool YearFollows(std::string_view text, std::size_t names_end, bool names) {
  const std::size_t open = text.find_first_of("([", names_end);
  if (open == std::string_view::npos) return false;
  const std::size_t most = names ? 40 : 70;
  if (open > names_end + most) return false;
  const std::string_view inside = text.substr(open + 1, 12);
  if (YearAt(text, open + 1) == 0 && !inside.starts_with("n.d.") && !inside.starts_with("in press"))
    return false;
  // "(2010) found": prose goes on where an entry has a sign or a capital.
  const std::size_t close = text.find_first_of(")]", open);
  if (close == std::string_view::npos) return false;
  std::size_t next = close + 1;
  while (next < text.size() && text[next] == ' ') ++next;
  return next >= text.size() || !(text[next] >= 'a' && text[next] <= 'z');
}

// "Coastal Health Board. Title ..."
bool OrganisationLeads(std::string_view text, std::size_t begin) {
  const std::size_t stop = text.find(". ", begin);
  if (stop == std::string_view::npos || stop - begin > 80) return false;
  return ReadsLikeOrganisation(text.substr(begin, stop - begin));
}

// "Leeds: Lind Press, 2001": a short place, a colon and a capital behind the title.
bool HasImprint(std::string_view text) {
  const std::size_t colon = text.rfind(": ");
  if (colon == std::string_view::npos || colon + 3 >= text.size() || text.size() - colon > 80)
    return false;
  const std::size_t stop = text.rfind(". ", colon);
  const bool place = stop != std::string_view::npos && colon - stop < 32 && text[stop + 2] >= 'A' &&
                     text[stop + 2] <= 'Z';
  return place && text[colon + 2] >= 'A' && text[colon + 2] <= 'Z';
}

double NamesScore(std::string_view text, std::size_t begin, const AuthorList& list) {
  if (list.names.empty()) {
    if (YearFollows(text, begin, false)) return 0.4;
    return OrganisationLeads(text, begin) ? 0.3 : 0;
  }
  double score = list.initials ? 0.35 : 0.15;
  if (list.et_al || list.names.size() > 1) score += 0.05;
  if (YearFollows(text, list.end, true)) {
    score += 0.3;
  } else {
    std::size_t i = list.end;
    while (i < text.size() &&
           (text[i] == '.' || text[i] == ',' || text[i] == ' ' || text[i] == ':'))
      ++i;
    if (i < text.size() && (text[i] == '"' || YearAt(text, i) != 0)) score += 0.25;
  }
  return score;
}

double IdentifierScore(const std::vector<Identifier>& all, std::size_t size) {
  double score = 0;
  std::size_t covered = 0;
  for (const Identifier& found : all) {
    covered += found.span.size();
    const double worth = found.kind == IdentifierKind::kUrl ? 0.15 : 0.3;
    score = std::max(score, worth);
  }
  // Nearly nothing but an address.
  if (score > 0 && covered * 3 > size * 2) score = 0.6;
  return score;
}

}  // namespace

int ProseWords(std::string_view text) {
  int count = 0;
  char word[kLongestProse];
  std::size_t size = 0;  // of the word so far; beyond the longest it stays there
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && IsLetter(text[i])) {
      if (size < kLongestProse) word[size] = static_cast<char>(text[i] | 0x20);
      ++size;
      continue;
    }
    if (size > 0 && size <= kLongestProse &&
        std::binary_search(std::begin(kProse), std::end(kProse), std::string_view(word, size))) {
      ++count;
    }
    size = 0;
  }
  return count;
}

double ReferenceLike(std::string_view text) {
  if (text.size() < kShortest || text.size() > kLongest || !HasAnchor(text)) return 0;
  const std::string plain = Unaccented(text);
  const std::size_t label = LabelEnd(plain);
  const AuthorList names = ReadAuthorList(plain, label, std::min(plain.size(), label + 600));
  const int prose = ProseWords(plain);
  if (prose >= 3 && names.names.empty() && label == 0 && !HasAddress(plain)) return 0;
  const std::optional<Locator> locator = FindLocator(plain, label, plain.size(), 0);
  double score = NamesScore(plain, label, names);
  score += IdentifierScore(FindIdentifiers(plain), plain.size());
  if (locator && locator->score >= 4) score += 0.35;
  if (label > 0) score += plain[0] == '[' ? 0.2 : 0.1;
  if (HasImprint(plain)) score += 0.2;
  // Names with initials open an entry far more often than a sentence.
  if (names.initials && prose <= 1 && score < kSure) score = kSure;
  // A title may hold a verb or two; a sentence is made of them.
  const double share = static_cast<double>(prose) * 8 /
                       static_cast<double>(1 + std::count(plain.begin(), plain.end(), ' '));
  const double weight = names.initials && score >= kCertain ? 0.3 : 1;
  if (prose >= 2) score -= weight * (0.3 * share + 0.05 * prose);
  return std::clamp(score, 0.0, 1.0);
}

}  // namespace claimgraph
