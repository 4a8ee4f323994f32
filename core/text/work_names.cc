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

}  // namespace

std::string PlaceName(const Reference& printed) {
  const std::size_t digits = std::min(printed.pages.find_first_of("-\xE2 ,"), printed.pages.size());
  const std::string first = ascii::Lowered(std::string_view(printed.pages).substr(0, digits));
  if (printed.year == 0 || printed.volume.empty() || first.empty()) return {};
  // Journals are abbreviated in many ways, which agree in how words begin.
  std::string journal;
  const std::string folded = Fold(printed.container.substr(0, printed.container.find('(')));
  for (std::size_t i = 0; i < folded.size();) {
    const std::size_t begin = i;
    while (i < folded.size() && ascii::IsWord(folded[i])) ++i;
    std::string_view word = std::string_view(folded).substr(begin, i - begin);
    if (i < folded.size() && i == begin) ++i;
    if (word.empty() || IsSmallWord(word)) continue;
    constexpr std::size_t kTelling = 3;
    word = word == "journal" ? "j" : word.substr(0, kTelling);
    journal += (journal.empty() ? "" : " ") + std::string(word);
  }
  if (journal.empty()) return {};
  return "place:" + journal + "|" + std::to_string(printed.year) + "|" + ascii::Lowered(printed.volume) + "|" +
         first;
}

std::string TitleName(std::string_view title, int year) {
  const std::string key = TitleKey(title);
  if (year == 0 || key.size() < kShortestTitleKey) return {};
  return "title:" + key + "|" + std::to_string(year);
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
