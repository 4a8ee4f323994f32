// Names are split on the raw text, where braces still say what belongs
// together, and decoded part by part.
#include "importers/formats/bib_names.h"

#include <algorithm>
#include <string>

#include "core/text/ascii.h"
#include "importers/formats/latex.h"

namespace claimgraph {
namespace {

using ascii::IsSpace;

// True if `word` stands at `at` as a word of its own, in any case.
bool IsWordAt(std::string_view text, std::size_t at, std::string_view word) {
  const std::size_t end = at + word.size();
  if (end > text.size() || (at > 0 && !IsSpace(text[at - 1]))) return false;
  if (end < text.size() && !IsSpace(text[end])) return false;
  return std::equal(word.begin(), word.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                    [](char a, char b) { return a == (b | 0x20); });
}

// Cuts `text` outside braces: at commas, or at the word "and".
std::vector<std::string_view> Split(std::string_view text, char comma, std::string_view word) {
  std::vector<std::string_view> parts;
  int depth = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == '{') {
      ++depth;
    } else if (text[i] == '}') {
      depth = std::max(0, depth - 1);
    } else if (depth == 0 && comma != 0 && text[i] == comma) {
      parts.push_back(ascii::Trimmed(text.substr(begin, i - begin)));
      begin = i + 1;
    } else if (depth == 0 && !word.empty() && IsWordAt(text, i, word)) {
      parts.push_back(ascii::Trimmed(text.substr(begin, i - begin)));
      begin = i + word.size();
      i = begin - 1;
    }
  }
  parts.push_back(ascii::Trimmed(text.substr(begin)));
  return parts;
}

// Words of a name; "~" joins as a space does.
std::vector<std::string_view> Words(std::string_view name) {
  std::vector<std::string_view> words;
  int depth = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= name.size(); ++i) {
    const bool end = i == name.size();
    if (!end && name[i] == '\\') {
      ++i;
    } else if (!end && name[i] == '{') {
      ++depth;
    } else if (!end && name[i] == '}') {
      depth = std::max(0, depth - 1);
    } else if (end || (depth == 0 && (IsSpace(name[i]) || name[i] == '~'))) {
      const std::size_t stop = std::min(i, name.size());
      if (stop > begin) words.push_back(name.substr(begin, stop - begin));
      begin = stop + 1;
    }
  }
  if (begin < name.size()) words.push_back(name.substr(begin));
  return words;
}

bool IsVon(std::string_view word) { return !word.empty() && word[0] >= 'a' && word[0] <= 'z'; }

// The whole name stands in one pair of braces.
bool IsProtected(std::string_view name) {
  if (name.size() < 2 || name.front() != '{' || name.back() != '}') return false;
  int depth = 0;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name[i] == '\\') {
      ++i;
    } else if (name[i] == '{') {
      ++depth;
    } else if (name[i] == '}' && --depth == 0) {
      return i + 1 == name.size();
    }
  }
  return false;
}

std::string Joined(const std::vector<std::string_view>& words, std::size_t begin, std::size_t end) {
  std::string out;
  for (std::size_t i = begin; i < end; ++i) {
    if (!out.empty()) out += ' ';
    out += words[i];
  }
  return DecodeLatex(out);
}

// "Ludwig van Beethoven": the family begins at the first small word, or is the
// last word.
Author GivenFirst(std::string_view name) {
  const std::vector<std::string_view> words = Words(name);
  if (words.empty()) return {};
  std::size_t family = words.size() - 1;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (IsVon(words[i])) {
      family = i;
      break;
    }
  }
  return {.family = Joined(words, family, words.size()), .given = Joined(words, 0, family)};
}

// BibLaTeX: "family=Moreno, given=Ana, prefix=de".
bool ReadKeyedName(const std::vector<std::string_view>& parts, Author* author) {
  bool keyed = false;
  std::string prefix;
  for (const std::string_view part : parts) {
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos) continue;
    const std::string_view key = ascii::Trimmed(part.substr(0, equals));
    const std::string value = DecodeLatex(part.substr(equals + 1));
    if (key == "family") author->family = value;
    if (key == "given") author->given = value;
    if (key == "prefix") prefix = value + " ";
    keyed = keyed || key == "family";
  }
  author->family = prefix + author->family;
  return keyed;
}

Author ReadName(std::string_view name) {
  if (IsProtected(name)) return {.family = DecodeLatex(name)};
  const std::vector<std::string_view> parts = Split(name, ',', {});
  Author author;
  if (ReadKeyedName(parts, &author)) return author;
  if (parts.size() == 1) return GivenFirst(name);
  author.family = DecodeLatex(parts[0]);
  author.given = DecodeLatex(parts.back());
  if (parts.size() > 2) author.given.append(1, ' ').append(DecodeLatex(parts[1]));
  return author;
}

}  // namespace

BibNames ReadBibNames(std::string_view field) {
  BibNames names;
  for (const std::string_view name : Split(ascii::Trimmed(field), 0, "and")) {
    if (name.empty()) continue;
    if (name == "others" || name == "et al." || name == "et al") {
      names.et_al = true;
      continue;
    }
    Author author = ReadName(name);
    for (std::string* part : {&author.given, &author.family}) {
      if (!part->ends_with("et al.")) continue;
      part->resize(part->size() - std::string_view("et al.").size());
      *part = std::string(ascii::Trimmed(*part));
      names.et_al = true;
    }
    if (!author.family.empty()) names.authors.push_back(std::move(author));
  }
  return names;
}

}  // namespace claimgraph
