// A key is cheap to make and to hash, so every look-up of an author is one hash
// whatever the spelling.  The variants are few and made once per reference.

#include "core/text/author_names.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "core/text/ascii.h"
#include "core/text/normalize.h"

namespace claimgraph {
namespace {

constexpr std::array<std::string_view, 32> kParticles = {
    "af",  "al",  "av", "ben", "bin", "da",  "das", "de",  "del", "della", "den",
    "der", "di",  "do", "dos", "du",  "e",   "el",  "ibn", "la",  "las",   "le",
    "los", "san", "st", "ten", "ter", "van", "vom", "von", "y",   "zu"};

// Words of a corporate name that its initials leave out.
bool IsSmallWord(std::string_view word) {
  return word == "of" || word == "for" || word == "and" || word == "the" || word == "on" ||
         word == "in" || word == "to";
}

std::vector<std::string> FoldedWords(std::string_view name) {
  std::vector<std::string> words;
  std::string word;
  const auto flush = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (char c : Fold(name)) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) || byte >= 0x80) {
      word += c;
    } else if (c != '\'' && c != '.') {
      flush();
    }
  }
  flush();
  return words;
}

std::string Join(const std::vector<std::string>& words, std::size_t from) {
  std::string joined;
  for (std::size_t i = from; i < words.size(); ++i) joined += words[i];
  return joined;
}

void AddKey(std::string key, std::vector<std::string>* keys) {
  if (key.size() < 2 || std::find(keys->begin(), keys->end(), key) != keys->end()) return;
  keys->push_back(std::move(key));
}

void AddInitials(const std::vector<std::string>& words, std::vector<std::string>* keys) {
  std::string initials;
  for (const std::string& w : words) {
    if (!IsSmallWord(w)) initials += w[0];
  }
  if (initials.size() < 3) return;
  AddKey(initials, keys);
  if (words.size() >= 5 && initials.size() >= 4)
    AddKey(initials.substr(0, initials.size() - 1), keys);
}

}  // namespace

std::string NameKey(std::string_view name) { return Join(FoldedWords(name), 0); }

std::string NameWords(std::string_view name) {
  std::string words;
  for (const std::string& word : FoldedWords(name)) words += (words.empty() ? "" : " ") + word;
  return words;
}

std::vector<std::string> NameKeys(std::string_view family) {
  std::vector<std::string> keys;
  AddKey(NameKey(family), &keys);
  const std::size_t open = family.find_first_of("[(");
  if (open != std::string_view::npos && open > 0) {
    const std::size_t close = family.find_first_of("])", open);
    AddKey(NameKey(family.substr(0, open)), &keys);
    if (close != std::string_view::npos)
      AddKey(NameKey(family.substr(open + 1, close - open - 1)), &keys);
    family = family.substr(0, open);
  }
  const std::vector<std::string> words = FoldedWords(family);
  std::size_t first = 0;
  while (first + 1 < words.size() && (IsNameParticle(words[first]) || words[first] == "the"))
    ++first;
  AddKey(Join(words, first), &keys);
  AddInitials(words, &keys);
  return keys;
}

bool MayAbbreviate(std::string_view short_name, std::string_view full) {
  const bool capitals = std::all_of(short_name.begin(), short_name.end(),
                                    [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!capitals || short_name.size() < 3 || full.empty()) return false;
  if (ascii::Lower(full[0]) != ascii::Lower(short_name[0])) return false;
  const std::vector<std::string> words = FoldedWords(full);
  if (words.size() < short_name.size()) return false;
  std::size_t letter = 0;
  for (const std::string& word : words)
    letter += letter < short_name.size() && word[0] == ascii::Lower(short_name[letter]);
  return letter == short_name.size();
}

std::string FirstAuthor(const Reference& reference) {
  if (!reference.authors.empty()) return reference.authors.front().family;
  const std::string_view opening = EntryOpening(reference.text);
  return std::string(opening.substr(0, opening.find_first_of(",.([:;")));
}

std::string_view EntryOpening(std::string_view entry) {
  const std::size_t begin =
      std::min(entry.find_first_not_of("[]()0123456789.-* \t\n"), entry.size());
  std::string_view opening = entry.substr(begin, 200);
  while (!opening.empty() && begin + opening.size() < entry.size() && opening.back() != ' ')
    opening.remove_suffix(1);
  return opening;
}

bool IsNameParticle(std::string_view word) {
  return std::binary_search(kParticles.begin(), kParticles.end(), word);
}

}  // namespace claimgraph
