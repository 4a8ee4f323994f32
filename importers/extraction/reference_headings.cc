// Tables hold the words of headings, and of what stands behind lists.
#include "importers/extraction/reference_headings.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "core/text/normalize.h"

namespace claimgraph {
namespace {

struct HeadingWords {
  std::string_view words;  // as TitleKey gives them
  HeadingStrength strength;
};
constexpr auto kStrong = HeadingStrength::kStrong;
constexpr auto kWeak = HeadingStrength::kWeak;
constexpr HeadingWords kHeadings[] = {
    {"references", kStrong},
    {"reference", kStrong},
    {"reference list", kStrong},
    {"list of references", kStrong},
    {"references list", kStrong},
    {"references cited", kStrong},
    {"cited references", kStrong},
    {"key references", kStrong},
    {"main references", kStrong},
    {"selected references", kStrong},
    {"scientific references", kStrong},
    {"clinical references", kStrong},
    {"article references", kStrong},
    {"medical references", kStrong},
    {"full references", kStrong},
    {"references and notes", kStrong},
    {"notes and references", kStrong},
    {"references and sources", kStrong},
    {"sources and references", kStrong},
    {"references and resources", kStrong},
    {"references and citations", kStrong},
    {"citations and references", kStrong},
    {"references and further reading", kStrong},
    {"references further reading", kStrong},
    {"references sources", kStrong},
    {"bibliography", kStrong},
    {"selected bibliography", kStrong},
    {"bibliography and references", kStrong},
    {"works cited", kStrong},
    {"works consulted", kStrong},
    {"work cited", kStrong},
    {"literature cited", kStrong},
    {"literature references", kStrong},
    {"cited literature", kStrong},
    {"citations", kWeak},
    {"cited sources", kStrong},
    {"sources cited", kStrong},
    {"cited works", kStrong},
    {"cited studies", kStrong},
    {"studies cited", kStrong},
    {"sources", kWeak},
    {"source", kWeak},
    {"source list", kWeak},
    {"sources used", kWeak},
    {"our sources", kWeak},
    {"article sources", kWeak},
    {"scientific sources", kWeak},
    {"sources and further reading", kWeak},
    {"sources further reading", kWeak},
    {"sources and notes", kWeak},
    {"sources and resources", kWeak},
    {"literature", kWeak},
    {"literatur", kWeak},
    {"literaturverzeichnis", kStrong},
    {"quellen", kWeak},
    {"referencias", kStrong},
    {"bibliografia", kStrong},
    {"bibliographie", kStrong},
    {"further reading", kWeak},
    {"further reading and references", kStrong},
    {"further reading and sources", kWeak},
    {"further readings", kWeak},
    {"recommended reading", kWeak},
    {"suggested reading", kWeak},
    {"additional reading", kWeak},
    {"read more", kWeak},
    {"learn more", kWeak},
    {"more information", kWeak},
    {"resources", kWeak},
    {"additional resources", kWeak},
    {"research", kWeak},
    {"the research", kWeak},
    {"research cited", kStrong},
    {"research references", kStrong},
    {"research and references", kStrong},
    {"research sources", kWeak},
    {"studies", kWeak},
    {"the studies", kWeak},
    {"key studies", kWeak},
    {"evidence", kWeak},
    {"scientific evidence", kWeak},
    {"scientific studies", kWeak},
    {"supporting research", kWeak},
    {"links", kWeak},
    {"notes", kWeak},
    {"endnotes", kWeak},
    {"end notes", kWeak},
    {"footnotes", kWeak},
    {"foot notes", kWeak},
    {"notes and sources", kWeak},
    {"notes and citations", kWeak},
};

// How tails begin, as TitleKey gives it.
constexpr std::string_view kTails[] = {
    "disclaimer",
    "medical disclaimer",
    "legal disclaimer",
    "legal notice",
    "important notice",
    "comments",
    "comment",
    "leave a comment",
    "leave a reply",
    "post a comment",
    "add a comment",
    "no comments",
    "responses",
    "discussion",
    "share this",
    "share on",
    "share",
    "tweet",
    "about the author",
    "about author",
    "about the writer",
    "author bio",
    "written by",
    "reviewed by",
    "medically reviewed",
    "edited by",
    "posted by",
    "published by",
    "posted in",
    "posted on",
    "filed under",
    "tags",
    "tagged",
    "categories",
    "related posts",
    "related articles",
    "related reading",
    "you may also like",
    "you might also like",
    "more from",
    "previous post",
    "next post",
    "previous article",
    "next article",
    "previous",
    "next",
    "subscribe",
    "sign up",
    "newsletter",
    "contact us",
    "contact",
    "book now",
    "book your",
    "book an appointment",
    "back to top",
    "copyright",
    "all rights reserved",
    "privacy policy",
    "terms of",
    "acknowledgments",
    "acknowledgements",
    "acknowledgment",
    "conflict of interest",
    "conflicts of interest",
    "competing interests",
    "funding",
    "this article is for",
    "this content is",
    "this blog is",
    "the content on this",
    "the information in this",
    "the information provided",
    "the information on this",
    "this information is",
    "this post was",
    "this article was",
    "last updated",
    "last reviewed",
    "updated on",
    "appendix",
    "advertisement",
    "faq",
    "frequently asked",
    "author affiliations",
    "photo by",
    "image by",
    "images",
    "image credit",
    "follow us",
    "print this",
    "download",
    "this entry was posted",
};

// Headings that the table lacks: "references and research notes", "view all
// sources".  But "references to the body" is about something else.
HeadingStrength StrengthOfVariant(const std::string& key) {
  const auto words = std::count(key.begin(), key.end(), ' ') + 1;
  if (words > 5) return HeadingStrength::kNone;
  if (key.starts_with("references ") || key.starts_with("bibliography ")) {
    const std::string_view second = std::string_view(key).substr(key.find(' ') + 1);
    constexpr std::string_view kAbout[] = {"to ",   "in ", "of ",      "for ",
                                           "from ", "on ", "available"};
    const bool about = std::any_of(std::begin(kAbout), std::end(kAbout),
                                   [second](std::string_view w) { return second.starts_with(w); });
    return about ? HeadingStrength::kNone : kStrong;
  }
  const bool closing = key.ends_with(" references") || key.ends_with(" bibliography") ||
                       key.ends_with(" citations") || key.ends_with(" sources");
  return closing ? kWeak : HeadingStrength::kNone;
}

}  // namespace

HeadingStrength ReferenceHeading(std::string_view text) {
  if (text.size() > 60 || text.size() < 4) return HeadingStrength::kNone;
  std::string key = TitleKey(text);
  // "7 references", "references 12"
  const std::size_t first = key.find_first_not_of("0123456789 ");
  if (first == std::string::npos) return HeadingStrength::kNone;
  key.erase(0, first);
  key.erase(key.find_last_not_of("0123456789 ") + 1);
  const auto found = std::find_if(std::begin(kHeadings), std::end(kHeadings),
                                  [&key](const HeadingWords& h) { return h.words == key; });
  return found == std::end(kHeadings) ? StrengthOfVariant(key) : found->strength;
}

std::size_t InlineHeading(std::string_view text) {
  const std::size_t colon = text.substr(0, 40).find(':');
  if (colon == std::string_view::npos || colon + 2 >= text.size()) return 0;
  if (ReferenceHeading(text.substr(0, colon)) == HeadingStrength::kNone) return 0;
  return colon + 1;
}

bool EndsReferenceList(std::string_view text) {
  const std::string key = TitleKey(text.substr(0, 80));
  return std::any_of(std::begin(kTails), std::end(kTails), [&key](std::string_view tail) {
    if (!key.starts_with(tail)) return false;
    return key.size() == tail.size() || key[tail.size()] == ' ';
  });
}

}  // namespace claimgraph
