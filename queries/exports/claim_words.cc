#include "queries/exports/claim_words.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "core/text/ascii.h"

namespace claimgraph {
namespace {

struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool MayBeCut(CitationStyle style) {
  return style == CitationStyle::kAuthorYear || style == CitationStyle::kNumeric ||
         style == CitationStyle::kSuperscript || style == CitationStyle::kFootnote ||
         style == CitationStyle::kPandocKey;
}

std::optional<Range> MarkerIn(const Claim& claim, const Citation& citation) {
  const bool inside = citation.text_span.begin >= claim.text_span.begin &&
                      citation.text_span.end <= claim.text_span.end &&
                      citation.text_span.begin < citation.text_span.end;
  if (!inside || !MayBeCut(citation.style) || citation.document != claim.document) return {};
  const Range at = {citation.text_span.begin - claim.text_span.begin,
                    citation.text_span.end - claim.text_span.begin};
  const std::string_view marker = std::string_view(claim.text).substr(at.begin, at.end - at.begin);
  return marker == citation.text ? std::optional(at) : std::nullopt;
}

// The brackets around a marker, if nothing else but markers stands in them.
std::optional<Range> BracketsAround(std::string_view text, const std::vector<bool>& marked,
                                    Range at) {
  const auto between = [&](std::size_t i) { return marked[i] || ascii::IsIn(text[i], " ,;&"); };
  while (at.begin > 0 && between(at.begin - 1)) --at.begin;
  while (at.end < text.size() && between(at.end)) ++at.end;
  const bool enclosed = at.begin > 0 && at.end < text.size() &&
                        ((text[at.begin - 1] == '(' && text[at.end] == ')') ||
                         (text[at.begin - 1] == '[' && text[at.end] == ']'));
  if (!enclosed) return {};
  return Range{at.begin - 1, at.end + 1};
}

bool IsBracketed(std::string_view marker) {
  return marker.size() > 1 && ((marker.front() == '(' && marker.back() == ')') ||
                               (marker.front() == '[' && marker.back() == ']'));
}

// With the spaces before it, where none is needed after it.
void Cut(std::string_view text, Range at, std::vector<bool>* cut) {
  if (at.end == text.size() || ascii::IsIn(text[at.end], " .,;:!?)")) {
    while (at.begin > 0 && text[at.begin - 1] == ' ') --at.begin;
  }
  for (std::size_t i = at.begin; i < at.end; ++i) (*cut)[i] = true;
}

}  // namespace

std::string WordsWithoutMarkers(const Claim& claim, const std::vector<Citation>& citations) {
  const std::string_view text = claim.text;
  if (text.size() != claim.text_span.end - claim.text_span.begin) return claim.text;
  std::vector<std::pair<Range, CitationStyle>> markers;
  std::vector<bool> marked(text.size(), false);
  for (const Citation& citation : citations) {
    const std::optional<Range> at = MarkerIn(claim, citation);
    if (!at) continue;
    markers.emplace_back(*at, citation.style);
    for (std::size_t i = at->begin; i < at->end; ++i) marked[i] = true;
  }
  std::vector<bool> cut(text.size(), false);
  for (const auto& [at, style] : markers) {
    const bool alone = style == CitationStyle::kSuperscript ||
                       IsBracketed(text.substr(at.begin, at.end - at.begin));
    if (alone) {
      Cut(text, at, &cut);
    } else if (const std::optional<Range> brackets = BracketsAround(text, marked, at)) {
      Cut(text, *brackets, &cut);
    }
  }
  std::string words;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!cut[i]) words += text[i];
  }
  return ascii::Trimmed(words).empty() ? claim.text : words;
}

}  // namespace claimgraph
