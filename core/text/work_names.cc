#include "core/text/work_names.h"

#include <algorithm>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/identifiers.h"
#include "core/text/normalize.h"

namespace claimgraph {
namespace {

constexpr std::size_t kShortestTitleKey = 12;

bool IsSmallWord(std::string_view word) {
  return word == "and" || word == "of" || word == "the" || word == "in" || word == "for" ||
         word == "on" || word == "a" || word == "de" || word == "et";
}

// Journals are abbreviated in many ways, which agree in how words begin; "journal" is
// mostly a bare J.
std::vector<std::string> JournalWords(const std::string& container) {
  std::vector<std::string> words;
  const std::string folded = Fold(container.substr(0, container.find('(')));
  for (std::size_t i = 0; i < folded.size();) {
    const std::size_t begin = i;
    while (i < folded.size() && ascii::IsWord(folded[i])) ++i;
    std::string word = folded.substr(begin, i - begin);
    if (i < folded.size() && i == begin) ++i;
    if (word.empty() || IsSmallWord(word)) continue;
    words.push_back(word == "journal" ? "j" : std::move(word));
  }
  return words;
}

}  // namespace

bool AreTwoJournals(const std::string& a, const std::string& b) {
  std::vector<std::string> few = JournalWords(a);
  std::vector<std::string> many = JournalWords(b);
  if (few.size() > many.size()) std::swap(few, many);
  // "BMJ", "JAMA", "PNAS": what they stand for is nowhere in them.
  if (few.size() < 2 && (few.empty() || few[0].size() < 6) && many.size() != 1) return false;
  std::size_t alike = 0;
  for (const std::string& word : few) {
    alike += std::ranges::any_of(many, [&](const std::string& other) {
      return other.front() == word.front() &&
             (other.starts_with(word.substr(0, 3)) || word.starts_with(other.substr(0, 3)));
    });
  }
  return 2 * alike < few.size();
}

std::string PlaceName(const Reference& printed) {
  const std::size_t digits = std::min(printed.pages.find_first_of("-\xE2 ,"), printed.pages.size());
  const std::string first = ascii::Lowered(std::string_view(printed.pages).substr(0, digits));
  if (printed.volume.empty() || first.empty()) return {};
  std::string journal;
  for (const std::string& word : JournalWords(printed.container)) {
    constexpr std::size_t kTelling = 3;
    journal += (journal.empty() ? "" : ".") + word.substr(0, kTelling);
  }
  if (journal.empty()) return {};
  std::string name = "place:" + journal + "|" + ascii::Lowered(printed.volume) + "|" + first;
  std::ranges::replace(name, ' ', '.');  // a space is what numbers stand behind
  return name;
}

std::string TitleName(std::string_view title, int year) {
  const std::string key = TitleKey(title);
  if (year == 0 || key.size() < kShortestTitleKey) return {};
  return "title:" + key + "|" + std::to_string(year);
}

void AddTitlesNear(std::string_view title, int year, std::set<std::string>* names) {
  if (year == 0) return;
  for (const int near : {year, year + 1, year - 1}) {
    std::string name = TitleName(title, near);
    if (!name.empty()) names->insert(std::move(name));
  }
}

std::vector<std::string> WorkNames(const Reference& reference) {
  std::vector<std::string> names;
  if (!reference.doi.empty()) names.push_back("doi:" + reference.doi);
  if (!reference.pmid.empty()) names.push_back("pmid:" + reference.pmid);
  if (!reference.pmcid.empty()) names.push_back("pmcid:" + reference.pmcid);
  if (std::string place = PlaceName(reference); !place.empty()) names.push_back(std::move(place));
  if (reference.origin != ReferenceOrigin::kLink) {
    std::string title = TitleName(reference.title, reference.year);
    if (!title.empty()) names.push_back(std::move(title));
  }
  if (!reference.url.empty()) names.push_back("url:" + AddressKey(reference.url));
  return names;
}

}  // namespace claimgraph
