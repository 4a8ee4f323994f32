// How citations are found:
//   1. the document's prose is its blocks without the bibliography;
//   2. each pass finds one family of markers in it, knowing nothing of the
//      others;
//   3. where two families claim the same words the surer one stays: a key says
//      more than a name, a name more than a number, a number more than a link's
//      words; a link's address or key is kept with whatever stands on it;
//   4. each marker gets the sentence that it speaks for, which is the one before
//      when it stands behind the full stop.

#include "importers/extraction/citations.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>

#include "importers/extraction/citations_chars.h"
#include "importers/extraction/citations_context.h"
#include "importers/extraction/citations_numbers.h"

namespace claimgraph {
namespace {

constexpr std::uint32_t kMaxOpening = 100;  // bytes of markers that a sentence may begin with

int Rank(CitationStyle style) {
  switch (style) {
    case CitationStyle::kFootnote:
    case CitationStyle::kPandocKey:
      return 0;
    case CitationStyle::kAuthorYear:
      return 1;
    case CitationStyle::kNumeric:
      return 2;
    case CitationStyle::kSuperscript:
      return 3;
    case CitationStyle::kLink:
      return 4;
    case CitationStyle::kPlaceholder:
      return 5;
    case CitationStyle::kNamedSource:
      return 6;
  }
  return 7;
}

// Keeps the surest of those that overlap.
Citations WithoutOverlaps(Citations found) {
  std::stable_sort(found.begin(), found.end(), [](const Citation& a, const Citation& b) {
    if (Rank(a.style) != Rank(b.style)) return Rank(a.style) < Rank(b.style);
    return a.text_span < b.text_span;
  });
  std::map<std::uint32_t, std::size_t> kept;  // by begin
  Citations result;
  for (Citation& c : found) {
    auto after = kept.lower_bound(c.text_span.begin);
    if (after != kept.begin() && result[std::prev(after)->second].text_span.end > c.text_span.begin)
      --after;
    bool free = true;
    for (auto it = after; it != kept.end() && it->first < c.text_span.end; ++it) {
      free = false;
      Citation& stands = result[it->second];
      if (c.style != CitationStyle::kLink) continue;
      if (stands.url.empty()) stands.url = c.url;
      if (stands.style != CitationStyle::kFootnote && stands.style != CitationStyle::kPandocKey)
        stands.keys.insert(stands.keys.end(), c.keys.begin(), c.keys.end());
    }
    if (!free) continue;
    kept.emplace(c.text_span.begin, result.size());
    result.push_back(std::move(c));
  }
  std::sort(result.begin(), result.end(),
            [](const Citation& a, const Citation& b) { return a.text_span < b.text_span; });
  return result;
}

// Where a format marks up its list it links the marks too, and a number that is not
// linked counts something else: "12 (4)" in a table.
void DropUnmarkedNumbers(Citations* found) {
  constexpr std::ptrdiff_t kEnough = 3;  // links into the list
  const auto linked = [](const Citation& c) {
    return !c.keys.empty() && c.style != CitationStyle::kFootnote &&
           c.style != CitationStyle::kPandocKey;
  };
  if (std::ranges::count_if(*found, linked) < kEnough) return;
  std::erase_if(*found, [](const Citation& c) {
    return c.keys.empty() &&
           (c.style == CitationStyle::kNumeric || c.style == CitationStyle::kSuperscript);
  });
}

// A linked number that no other family found stands like one that is raised.
void NameLinkedNumbers(const Document& document, Citations* found) {
  for (Citation& c : *found) {
    if (c.style != CitationStyle::kLink || c.keys.empty()) continue;
    c.numbers = ParseReferenceNumbers(document.Words(c.text_span));
    if (!c.numbers.empty()) c.style = CitationStyle::kSuperscript;
  }
}

bool IsOpener(char32_t c) {
  return IsSpace(c) || c == '(' || c == '[' || c == '"' || c == 0x201C || c == '.' || c == ',';
}

// What the lines of a list of claims say that they rest on, and addresses in their words.
Citations ListedCitations(const CitationContext& context, const ReferenceList& list) {
  std::unordered_map<std::string_view, const Reference*> entries;
  for (const Reference& reference : list.references) entries.emplace(reference.key, &reference);
  Citations found = WithoutOverlaps(FindLinks(context));
  for (Citation& c : found) c.text = context.document.Words(c.text_span);
  for (const Link& link : context.document.links) {
    if (!link.target.starts_with('#')) continue;
    for (std::string_view keys = std::string_view(link.target).substr(1); !keys.empty();) {
      const std::string_view key = keys.substr(0, keys.find(' '));
      keys.remove_prefix(std::min(key.size() + 1, keys.size()));
      const auto entry = entries.find(key);
      Citation c{.span = link.source, .text_span = link.span, .style = CitationStyle::kLink};
      c.keys.emplace_back(key);
      if (entry != entries.end()) c.text = entry->second->text;
      found.push_back(std::move(c));
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Citation& a, const Citation& b) {
    return a.text_span.begin < b.text_span.begin;
  });
  return found;
}

class SentenceFinder {
 public:
  explicit SentenceFinder(const Document& document) : document_(document), text_(document.text) {}

  std::uint32_t Find(const Citation& citation) const {
    const auto& sentences = document_.sentences;
    const auto after =
        std::upper_bound(sentences.begin(), sentences.end(), citation.text_span.begin,
                         [](std::uint32_t at, const Sentence& s) { return at < s.span.begin; });
    if (after == sentences.begin()) return 0;
    const auto own = static_cast<std::uint32_t>(after - sentences.begin() - 1);
    return own > 0 && SpeaksForPrevious(citation, own) ? own - 1 : own;
  }

 private:
  bool SpeaksForPrevious(const Citation& citation, std::uint32_t own) const {
    const Sentence& sentence = document_.sentences[own];
    if (citation.text_span.begin > sentence.span.begin + kMaxOpening) return false;
    for (std::uint32_t at = sentence.span.begin; at < citation.text_span.begin;) {
      const Char c = CharAt(text_, at);
      if (!IsOpener(c.code) && !IsDigit(c.code)) return false;  // digits: an earlier marker
      at += c.size;
    }
    if (citation.style == CitationStyle::kPlaceholder) return true;
    const bool same_block = document_.sentences[own - 1].block == sentence.block;
    if (!same_block) return false;
    std::uint32_t at = citation.text_span.end;
    bool closed = false;
    for (Char c = CharAt(text_, at); at < sentence.span.end; c = CharAt(text_, at)) {
      if (!IsSpace(c.code) && c.code != ')' && c.code != ']' && c.code != '.' && c.code != ',' &&
          c.code != ';')
        break;
      closed |= c.code == ')' || c.code == ']';
      at += c.size;
    }
    if (at >= sentence.span.end) return true;
    switch (citation.style) {
      case CitationStyle::kNumeric:
      case CitationStyle::kSuperscript:
      case CitationStyle::kFootnote:
        return IsUpper(CharAt(text_, at).code);
      case CitationStyle::kAuthorYear:
        return InBrackets(citation) && (closed ? IsUpper(CharAt(text_, at).code) : true);
      case CitationStyle::kPandocKey:
        return InBrackets(citation) && IsUpper(CharAt(text_, at).code);
      default:
        return false;
    }
  }

  bool InBrackets(const Citation& citation) const {
    const char32_t own = CharAt(text_, citation.text_span.begin).code;
    const char32_t before = CharBefore(text_, citation.text_span.begin).code;
    return own == '[' || before == '(' || before == '[';
  }

  const Document& document_;
  std::string_view text_;
};

}  // namespace

std::vector<Citation> ExtractCitations(const Document& document, const ReferenceList& list,
                                       const std::vector<Reference>& bibliography) {
  const CitationContext context(document, list, bibliography);
  const SentenceFinder sentences(document);
  if (document.format == Format::kClaimList) {
    Citations listed = ListedCitations(context, list);
    for (Citation& c : listed) {
      if (c.span == Span{}) c.span = document.Source(c.text_span);
      c.sentence = sentences.Find(c);
    }
    return listed;
  }
  Citations found = FindAuthorYear(context);
  const std::size_t by_name = found.size();
  const auto take = [&found](Citations more) {
    found.insert(found.end(), std::make_move_iterator(more.begin()),
                 std::make_move_iterator(more.end()));
  };
  take(FindAuthorPage(context, by_name));
  take(FindNumeric(context, by_name));
  take(FindKeys(context));
  take(FindLinks(context));
  take(FindKeyLinks(context));
  take(FindPlaceholders(context));
  take(FindNamedSources(context));

  Citations citations = WithoutOverlaps(std::move(found));
  DropUnmarkedNumbers(&citations);
  NameLinkedNumbers(document, &citations);
  for (Citation& c : citations) {
    if (c.span == Span{}) c.span = document.Source(c.text_span);  // a link has its own
    c.text = document.Words(c.text_span);
    c.sentence = sentences.Find(c);
  }
  return citations;
}

}  // namespace claimgraph
