// Hyperlinks that lead to a source.
//
// The reference list's own addresses are no citations, and neither are the
// credits under a picture.  An identifier in the text ("PMID 123") is as good as
// a link where an entry of the list has it too.  Where a format marks up its list,
// marks in the text are links to the keys of entries, "3" to "7" for all between.

#include <algorithm>
#include <unordered_map>

#include "core/text/ascii.h"
#include "core/text/identifiers.h"
#include "importers/extraction/citations_context.h"

namespace claimgraph {
namespace {

constexpr std::uint32_t kLongestDash = 5;  // bytes of a dash between two numbers

std::string AddressOf(const Identifier& id) {
  switch (id.kind) {
    case IdentifierKind::kDoi:
      return "https://doi.org/" + id.value;
    case IdentifierKind::kPmid:
      return "https://pubmed.ncbi.nlm.nih.gov/" + id.value + "/";
    case IdentifierKind::kPmcid:
      return "https://www.ncbi.nlm.nih.gov/pmc/articles/" + id.value + "/";
    default:
      return {};
  }
}

void FindPrintedIdentifiers(const CitationContext& context, Citations* found) {
  if (context.identifiers.empty()) return;
  for (const ProseRun& run : context.prose) {
    const std::string_view words = context.document.Words(run.span);
    const bool may =
        words.find("PM") != std::string_view::npos || words.find("10.") != std::string_view::npos;
    if (!may) continue;
    for (const Identifier& id : FindIdentifiers(words)) {
      if (context.identifiers.count(id.value) == 0) continue;
      Citation c;
      c.style = CitationStyle::kLink;
      c.text_span = {run.span.begin + id.span.begin, run.span.begin + id.span.end};
      c.url = AddressOf(id);
      if (!c.url.empty()) found->push_back(std::move(c));
    }
  }
}

// Up to three bytes of a dash, with spaces around it.
bool IsDash(std::string_view words) {
  words.remove_prefix(std::min(words.find_first_not_of(' '), words.size()));
  words = words.substr(0, words.find_last_not_of(' ') + 1);
  return words == "-" || words == "\u2013" || words == "\u2014" || words == "\u2010" ||
         words == "\u2011" || words == "\u2212";
}

bool IsNumber(std::string_view words) {
  return !words.empty() && std::ranges::all_of(words, ascii::IsDigit);
}

// What the keys of a document are, and where each stands.
class KeyPlaces {
 public:
  explicit KeyPlaces(const std::vector<std::string>& keys) : keys_(keys) {
    for (std::size_t i = 0; i < keys.size(); ++i) places_.emplace(keys[i], i);
  }

  // Those of "#key" or "#key other"; nothing for other targets.
  std::vector<std::string> Of(std::string_view target) const {
    std::vector<std::string> found;
    if (!target.starts_with('#')) return found;
    for (target.remove_prefix(1); !target.empty();) {
      const std::size_t end = std::min(target.find(' '), target.size());
      if (places_.contains(target.substr(0, end))) found.emplace_back(target.substr(0, end));
      target.remove_prefix(std::min(end + 1, target.size()));
    }
    return found;
  }

  // The keys that a range from `first` to `last` leaves out.
  std::vector<std::string> Between(const std::string& first, const std::string& last) const {
    constexpr std::size_t kLongest = 100;
    const std::size_t begin = places_.at(first) + 1;
    const std::size_t end = places_.at(last);
    if (begin >= end || end - begin > kLongest) return {};
    return {keys_.begin() + static_cast<std::ptrdiff_t>(begin),
            keys_.begin() + static_cast<std::ptrdiff_t>(end)};
  }

 private:
  const std::vector<std::string>& keys_;
  std::unordered_map<std::string_view, std::size_t> places_;
};

}  // namespace

Citations FindKeyLinks(const CitationContext& context) {
  Citations found;
  if (context.listed_keys.empty()) return found;
  const KeyPlaces places(context.listed_keys);
  const Document& document = context.document;
  for (const Link& link : document.links) {
    std::vector<std::string> keys = places.Of(link.target);
    if (keys.empty() || link.span.size() == 0 || !context.InProse(link.span)) continue;
    if (!found.empty() && IsNumber(document.Words(link.span))) {
      const Citation& before = found.back();
      const TextSpan gap{before.text_span.end, link.span.begin};
      if (gap.size() <= kLongestDash && IsNumber(document.Words(before.text_span)) &&
          IsDash(document.Words(gap)))
        for (std::string& key : places.Between(before.keys.back(), keys.front()))
          keys.insert(keys.end() - 1, std::move(key));
    }
    Citation c;
    c.style = CitationStyle::kLink;
    c.text_span = link.span;
    c.span = link.source;
    c.keys = std::move(keys);
    found.push_back(std::move(c));
  }
  return found;
}

Citations FindLinks(const CitationContext& context) {
  Citations found;
  const Document& document = context.document;
  for (const Link& link : document.links) {
    if (link.span.size() == 0 || !context.InProse(link.span) || !IsSourceAddress(link.target))
      continue;
    Citation c;
    c.style = CitationStyle::kLink;
    c.text_span = link.span;
    c.span = link.source;
    c.url = link.target;
    found.push_back(std::move(c));
  }
  FindPrintedIdentifiers(context, &found);
  return found;
}

}  // namespace claimgraph
