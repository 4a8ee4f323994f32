#include "queries/reports/inline_text.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "core/json.h"
#include "queries/reports/html_signs.h"
#include "queries/reports/phrases.h"

namespace claimgraph {
namespace {

struct Look {
  MarkKind kind;
  std::string_view tag;
};
constexpr std::array<Look, 6> kLooks = {{{MarkKind::kStrong, "strong"},
                                         {MarkKind::kEmphasis, "em"},
                                         {MarkKind::kCite, "cite"},
                                         {MarkKind::kSuperscript, "sup"},
                                         {MarkKind::kFootnoteRef, "sup"},
                                         {MarkKind::kSubscript, "sub"}}};

unsigned BitOf(MarkKind kind) { return 1U << static_cast<unsigned>(kind); }

}  // namespace

std::vector<const Claim*> InlineText::Put(const Block& block) {
  const std::vector<const Claim*> claims = TakeClaims(block.span);
  TakeLooks(block.span);
  std::uint32_t at = block.span.begin;
  for (const LinkedRange& range : TakeRanges(block.span, claims)) {
    PutWords({at, range.span.begin});
    PutRange(range);
    at = std::max(at, range.span.end);
  }
  PutWords({at, block.span.end});
  return claims;
}

std::vector<const Claim*> InlineText::TakeClaims(TextSpan span) {
  const std::vector<Claim>& all = index_.graph().claims;
  std::vector<const Claim*> claims;
  for (; claim_ < all.size() && all[claim_].text_span.begin < span.end; ++claim_) {
    claims.push_back(&all[claim_]);
  }
  return claims;
}

// Claims one after the other, and the citations in the gaps.
std::vector<InlineText::LinkedRange> InlineText::TakeRanges(
    TextSpan span, const std::vector<const Claim*>& claims) {
  std::vector<LinkedRange> ranges;
  std::uint32_t at = span.begin;
  for (const Claim* claim : claims) {
    const TextSpan words = {std::clamp(claim->text_span.begin, at, span.end),
                            std::clamp(claim->text_span.end, at, span.end)};
    ranges.push_back({.span = words, .claim = claim});
    at = words.end;
  }
  const auto claimed = ranges.size();
  const std::vector<Citation>& all = index_.graph().citations;
  std::size_t next = 0;
  for (; citation_ < all.size() && all[citation_].text_span.begin < span.end; ++citation_) {
    const Citation& citation = all[citation_];
    const TextSpan words = citation.text_span;
    while (next < claimed && ranges[next].span.end <= words.begin) ++next;
    const bool free = next == claimed || words.end <= ranges[next].span.begin;
    const bool after = ranges.size() == claimed || ranges.back().span.end <= words.begin;
    if (!free || !after || citation.references.empty()) continue;
    if (words.begin < span.begin || words.end > span.end) continue;
    ranges.push_back({.span = words, .citation = &citation});
  }
  std::ranges::stable_sort(ranges, {}, [](const LinkedRange& r) { return r.span.begin; });
  return ranges;
}

void InlineText::TakeLooks(TextSpan span) {
  struct Turn {
    std::uint32_t at;
    MarkKind kind;
    int change;
  };
  std::vector<Turn> turns;
  for (; mark_ < document_.marks.size() && document_.marks[mark_].span.begin < span.end; ++mark_) {
    const Mark& mark = document_.marks[mark_];
    if (mark.span.end <= span.begin || mark.span.begin == mark.span.end) continue;
    turns.push_back({std::max(mark.span.begin, span.begin), mark.kind, 1});
    turns.push_back({std::min(mark.span.end, span.end), mark.kind, -1});
  }
  std::ranges::stable_sort(turns, {}, &Turn::at);
  looks_ = {{span.begin, 0U}};
  look_ = 0;
  std::array<int, 8> depth{};
  unsigned bits = 0;
  for (const Turn& turn : turns) {
    int& count = depth.at(static_cast<std::size_t>(turn.kind));
    count += turn.change;
    bits = count > 0 ? bits | BitOf(turn.kind) : bits & ~BitOf(turn.kind);
    if (looks_.back().first == turn.at) {
      looks_.back().second = bits;
    } else {
      looks_.emplace_back(turn.at, bits);
    }
  }
}

void InlineText::PutRange(const LinkedRange& range) {
  if (range.citation != nullptr) {
    html_.Open("a",
               {{"class", "cites"}, {"href", "#" + IdText(range.citation->references.front())}});
    PutWords(range.span);
    html_.Close();
    return;
  }
  const VerdictSign& sign = SignOf(range.claim->verdict);
  const std::string name = IdText(range.claim->id);
  html_.Open("a", {{"class", std::string("mark ") + std::string(sign.css)},
                   {"id", "m" + name.substr(1)},
                   {"href", "#" + name}});
  PutWords(range.span);
  html_.Open("span", {{"class", "sign"}});
  html_.Element("span", sign.symbol, {{"aria-hidden", "true"}});
  html_.Element("span", " (claim " + name + ": " + std::string(sign.words) + ") ",
                {{"class", "hidden"}});
  html_.Close();
  html_.Close();
}

void InlineText::PutWords(TextSpan span) {
  std::uint32_t at = span.begin;
  while (at < span.end) {
    while (look_ + 1 < looks_.size() && looks_[look_ + 1].first <= at) ++look_;
    const std::uint32_t next = look_ + 1 < looks_.size() ? looks_[look_ + 1].first : span.end;
    const std::uint32_t end = std::min(span.end, next);
    const unsigned bits = looks_[look_].second;
    for (const Look& look : kLooks) {
      if ((bits & BitOf(look.kind)) != 0) html_.Open(look.tag);
    }
    html_.Text(document_.Words({at, end}));
    for (const Look& look : kLooks) {
      if ((bits & BitOf(look.kind)) != 0) html_.Close();
    }
    at = end;
  }
}

}  // namespace claimgraph
