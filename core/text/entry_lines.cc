// Prose is cut by the same test where a sentence ends at a line's end and the
// next line begins like an entry; that changes one space into a line break.

#include "core/text/entry_lines.h"

#include <algorithm>
#include <cstddef>

#include "core/text/ascii.h"
#include "core/text/author_names.h"

namespace claimgraph {
namespace {

using namespace ascii;

constexpr std::size_t kLongestName = 120;  // bytes of an organisation's name

bool EndsLikeEntry(std::string_view line) {
  const std::size_t last = line.find_last_not_of(" \t*_>\"");
  if (last == std::string_view::npos) return false;
  if (IsIn(line[last], ".)/") || IsDigit(line[last])) return true;
  const std::string_view word = line.substr(line.find_last_of(" \t\n", last) + 1);
  return word.find("://") != std::string_view::npos || word.starts_with("doi:");
}

struct Family {
  std::size_t size = 0;   // bytes, small words included; 0: the line begins with none
  bool particle = false;  // it has small words
};

Family FamilyName(std::string_view line) {
  std::size_t at = 0;
  for (std::size_t space = line.find(' '); space < 8 + at; space = line.find(' ', at)) {
    if (!IsNameParticle(line.substr(at, space - at))) break;
    at = space + 1;
  }
  if (at >= line.size() || !(IsUpper(line[at]) || IsWide(line[at]))) return {};
  const bool particle = at > 0;
  while (at < line.size() && (IsLetter(line[at]) || IsIn(line[at], "-'"))) ++at;
  return {at, particle};
}

// ", I." and " IA," stand behind a family name; behind one with a small word,
// which begins no sentence, a whole given name will do.
bool Given(std::string_view rest, bool particle) {
  if (rest.starts_with(", "))
    return rest.size() > 3 && IsUpper(rest[2]) && (particle || rest[3] == '.' || rest[3] == '-');
  if (!rest.starts_with(' ')) return false;
  const std::size_t end = rest.find_first_of(",.", 1);
  if (end == std::string_view::npos || end < 2 || end > 4) return false;
  return std::all_of(rest.begin() + 1, rest.begin() + static_cast<std::ptrdiff_t>(end), IsUpper);
}

bool IsYear(std::string_view words) {
  return words.size() >= 4 && (words.starts_with("19") || words.starts_with("20")) &&
         IsDigit(words[2]) && IsDigit(words[3]);
}

// "Harbour Institute for Health. (2019)" and "Harbour Institute (2019)."
bool Organisation(std::string_view line) {
  if (line.empty() || !IsUpper(line[0])) return false;
  const std::size_t open = line.substr(0, kLongestName).find('(');
  if (open == std::string_view::npos || open < 6 || !IsYear(line.substr(open + 1))) return false;
  const std::string_view name = line.substr(0, open);
  const bool stop = name.ends_with(". ");
  if (name.find(". ") < name.size() - 2) return false;  // a sentence ends before the year
  const std::size_t close = line.find(')', open);
  return stop || (close != std::string_view::npos && line.substr(close + 1, 1) == ".");
}

}  // namespace

bool EndsEntryLine(std::string_view before, std::string_view after) {
  constexpr std::size_t kLooked = 300;
  before.remove_prefix(before.size() - std::min(before.size(), kLooked));
  after = after.substr(0, std::min(after.find('\n'), kLooked));
  after.remove_prefix(std::min(after.find_first_not_of(" \t"), after.size()));
  if (!EndsLikeEntry(before)) return false;
  const Family family = FamilyName(after);
  return (family.size > 1 && Given(after.substr(family.size), family.particle)) ||
         Organisation(after);
}

}  // namespace claimgraph
