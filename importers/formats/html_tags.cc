// The stack is searched no deeper than kMaxSearch: pages nest to about thirty,
// and a megabyte of stray tags must not cost its square.

#include "importers/formats/html_tags.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace claimgraph {
namespace {

constexpr std::size_t kMaxSearch = 256;
constexpr std::size_t kLongestName = 10;

struct TagName {
  std::string_view name;
  HtmlTag tag;
};

// Sorted by name.
constexpr TagName kNames[] = {
    {"a", HtmlTag::kA},
    {"address", HtmlTag::kOtherBlock},
    {"annotation", HtmlTag::kOtherSkipped},
    {"area", HtmlTag::kOtherVoid},
    {"article", HtmlTag::kArticle},
    {"aside", HtmlTag::kAside},
    {"audio", HtmlTag::kOtherSkipped},
    {"b", HtmlTag::kB},
    {"base", HtmlTag::kOtherVoid},
    {"blockquote", HtmlTag::kBlockquote},
    {"body", HtmlTag::kBody},
    {"br", HtmlTag::kBr},
    {"button", HtmlTag::kOtherSkipped},
    {"canvas", HtmlTag::kOtherSkipped},
    {"caption", HtmlTag::kCaption},
    {"center", HtmlTag::kOtherBlock},
    {"cite", HtmlTag::kCite},
    {"code", HtmlTag::kCode},
    {"col", HtmlTag::kOtherVoid},
    {"datalist", HtmlTag::kOtherSkipped},
    {"dd", HtmlTag::kDd},
    {"del", HtmlTag::kDel},
    {"details", HtmlTag::kOtherBlock},
    {"dialog", HtmlTag::kOtherSkipped},
    {"dir", HtmlTag::kUl},
    {"div", HtmlTag::kDiv},
    {"dl", HtmlTag::kDl},
    {"dt", HtmlTag::kDt},
    {"em", HtmlTag::kEm},
    {"embed", HtmlTag::kOtherVoid},
    {"fieldset", HtmlTag::kOtherBlock},
    {"figcaption", HtmlTag::kFigcaption},
    {"figure", HtmlTag::kFigure},
    {"footer", HtmlTag::kFooter},
    {"form", HtmlTag::kForm},
    {"h1", HtmlTag::kH1},
    {"h2", HtmlTag::kH2},
    {"h3", HtmlTag::kH3},
    {"h4", HtmlTag::kH4},
    {"h5", HtmlTag::kH5},
    {"h6", HtmlTag::kH6},
    {"head", HtmlTag::kHead},
    {"header", HtmlTag::kHeader},
    {"hgroup", HtmlTag::kOtherBlock},
    {"hr", HtmlTag::kHr},
    {"html", HtmlTag::kHtml},
    {"i", HtmlTag::kI},
    {"iframe", HtmlTag::kOtherRawText},
    {"img", HtmlTag::kOtherVoid},
    {"input", HtmlTag::kOtherVoid},
    {"li", HtmlTag::kLi},
    {"link", HtmlTag::kLink},
    {"main", HtmlTag::kMain},
    {"map", HtmlTag::kOtherSkipped},
    {"menu", HtmlTag::kMenu},
    {"meta", HtmlTag::kMeta},
    {"nav", HtmlTag::kNav},
    {"noembed", HtmlTag::kOtherRawText},
    {"noframes", HtmlTag::kOtherRawText},
    {"noscript", HtmlTag::kOtherSkipped},
    {"object", HtmlTag::kOtherSkipped},
    {"ol", HtmlTag::kOl},
    {"p", HtmlTag::kP},
    {"param", HtmlTag::kOtherVoid},
    {"pre", HtmlTag::kPre},
    {"q", HtmlTag::kQ},
    {"s", HtmlTag::kS},
    {"script", HtmlTag::kScript},
    {"section", HtmlTag::kSection},
    {"select", HtmlTag::kOtherSkipped},
    {"source", HtmlTag::kOtherVoid},
    {"strike", HtmlTag::kStrike},
    {"strong", HtmlTag::kStrong},
    {"style", HtmlTag::kStyle},
    {"sub", HtmlTag::kSub},
    {"summary", HtmlTag::kOtherBlock},
    {"sup", HtmlTag::kSup},
    {"svg", HtmlTag::kOtherSkipped},
    {"table", HtmlTag::kTable},
    {"tbody", HtmlTag::kTbody},
    {"td", HtmlTag::kTd},
    {"template", HtmlTag::kOtherSkipped},
    {"textarea", HtmlTag::kTextarea},
    {"tfoot", HtmlTag::kTfoot},
    {"th", HtmlTag::kTh},
    {"thead", HtmlTag::kThead},
    {"title", HtmlTag::kTitle},
    {"tr", HtmlTag::kTr},
    {"track", HtmlTag::kOtherVoid},
    {"ul", HtmlTag::kUl},
    {"video", HtmlTag::kOtherSkipped},
    {"wbr", HtmlTag::kOtherVoid},
    {"xmp", HtmlTag::kOtherRawText},
};

constexpr bool NamesAreSorted() {
  for (std::size_t i = 1; i < std::size(kNames); ++i) {
    if (!(kNames[i - 1].name < kNames[i].name) || kNames[i].name.size() > kLongestName)
      return false;
  }
  return true;
}
static_assert(NamesAreSorted());

bool IsCell(HtmlTag tag) { return tag == HtmlTag::kTd || tag == HtmlTag::kTh; }
bool IsTableSection(HtmlTag tag) {
  return tag == HtmlTag::kTbody || tag == HtmlTag::kThead || tag == HtmlTag::kTfoot;
}
bool IsTablePart(HtmlTag tag) {
  return IsCell(tag) || IsTableSection(tag) || tag == HtmlTag::kTr || tag == HtmlTag::kTable;
}
bool IsList(HtmlTag tag) {
  return tag == HtmlTag::kUl || tag == HtmlTag::kOl || tag == HtmlTag::kMenu || tag == HtmlTag::kDl;
}
bool IsTerm(HtmlTag tag) { return tag == HtmlTag::kDt || tag == HtmlTag::kDd; }

// True when an open `inner` ends because `tag` opens after it.
bool EndsAtOpening(HtmlTag inner, HtmlTag tag) {
  if (inner == HtmlTag::kP) return true;  // asked for blocks only
  if (IsHeadingTag(inner)) return IsHeadingTag(tag) || tag == HtmlTag::kP || IsList(tag);
  if (inner == HtmlTag::kHead) return tag == HtmlTag::kBody;
  if (inner == HtmlTag::kLi) return tag == HtmlTag::kLi;
  if (IsTerm(inner)) return IsTerm(tag);
  if (IsCell(inner)) return IsCell(tag) || tag == HtmlTag::kTr || IsTableSection(tag);
  if (inner == HtmlTag::kTr) return tag == HtmlTag::kTr || IsTableSection(tag);
  if (IsTableSection(inner)) return IsTableSection(tag);
  return false;
}

// True when the search for something that `tag` ends must not go past `outer`.
bool BoundsOpening(HtmlTag outer, HtmlTag tag) {
  if (outer == HtmlTag::kTable) return true;
  if (IsTablePart(tag)) return false;
  if (tag == HtmlTag::kLi || IsTerm(tag)) return IsList(outer) || IsTablePart(outer);
  return IsBlockTag(outer);
}

bool Matches(HtmlTag open, HtmlTag close) {
  return open == close || (IsHeadingTag(open) && IsHeadingTag(close));
}

}  // namespace

HtmlTag FindHtmlTag(std::string_view name) {
  if (name.empty() || name.size() > kLongestName) return HtmlTag::kUnknown;
  std::array<char, kLongestName> lower{};
  std::transform(name.begin(), name.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const std::string_view key(lower.data(), name.size());
  const auto* found =
      std::lower_bound(std::begin(kNames), std::end(kNames), key,
                       [](const TagName& n, std::string_view k) { return n.name < k; });
  return found != std::end(kNames) && found->name == key ? found->tag : HtmlTag::kUnknown;
}

bool IsHeadingTag(HtmlTag tag) { return tag >= HtmlTag::kH1 && tag <= HtmlTag::kH6; }

bool IsBlockTag(HtmlTag tag) {
  switch (tag) {
    case HtmlTag::kUnknown:
    case HtmlTag::kA:
    case HtmlTag::kB:
    case HtmlTag::kBr:
    case HtmlTag::kCite:
    case HtmlTag::kCode:
    case HtmlTag::kDel:
    case HtmlTag::kEm:
    case HtmlTag::kI:
    case HtmlTag::kLink:
    case HtmlTag::kMeta:
    case HtmlTag::kQ:
    case HtmlTag::kS:
    case HtmlTag::kScript:
    case HtmlTag::kStrike:
    case HtmlTag::kStrong:
    case HtmlTag::kStyle:
    case HtmlTag::kSub:
    case HtmlTag::kSup:
    case HtmlTag::kTextarea:
    case HtmlTag::kTitle:
    case HtmlTag::kOtherVoid:
    case HtmlTag::kOtherRawText:
    case HtmlTag::kOtherSkipped:
      return false;
    default:
      return true;
  }
}

bool IsVoidTag(HtmlTag tag) {
  return tag == HtmlTag::kBr || tag == HtmlTag::kHr || tag == HtmlTag::kLink ||
         tag == HtmlTag::kMeta || tag == HtmlTag::kOtherVoid;
}

bool IsRawTextTag(HtmlTag tag) {
  return tag == HtmlTag::kScript || tag == HtmlTag::kStyle || tag == HtmlTag::kTitle ||
         tag == HtmlTag::kTextarea || tag == HtmlTag::kOtherRawText;
}

bool IsSkippedTag(HtmlTag tag) {
  return tag == HtmlTag::kNav || tag == HtmlTag::kOtherSkipped || tag == HtmlTag::kDel ||
         tag == HtmlTag::kS || tag == HtmlTag::kStrike;
}

std::size_t HtmlStack::KeptByOpening(HtmlTag tag) const {
  if (!IsBlockTag(tag)) return size();
  const std::size_t stop = size() > kMaxSearch ? size() - kMaxSearch : 0;
  std::size_t kept = size();
  for (std::size_t i = size(); i-- > stop;) {
    if (EndsAtOpening(tags_[i], tag)) {
      kept = i;
    } else if (BoundsOpening(tags_[i], tag)) {
      break;
    }
  }
  return kept;
}

std::size_t HtmlStack::KeptByClosing(HtmlTag tag) const {
  const std::size_t stop = size() > kMaxSearch ? size() - kMaxSearch : 0;
  const bool block = IsBlockTag(tag);
  for (std::size_t i = size(); i-- > stop;) {
    if (Matches(tags_[i], tag)) return i;
    if (!block && IsBlockTag(tags_[i])) break;
    if (!IsTablePart(tag) && IsTablePart(tags_[i])) break;
    if (tags_[i] == HtmlTag::kTable) break;
  }
  return size();
}

}  // namespace claimgraph
