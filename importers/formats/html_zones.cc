// A zone is weighed by the letters inside it.  Thresholds are shares of the
// page's letters: a <header> or <form> around half of them is the page itself; a
// "comments" class around 85 % of them is a page about comments.

#include "importers/formats/html_zones.h"

#include <algorithm>
#include <array>

#include "importers/formats/html_entities.h"

namespace claimgraph {
namespace {

constexpr std::array<std::string_view, 38> kFurnitureWords = {
    "addtoany",   "ads",        "advert",      "advertisement", "breadcrumb",   "breadcrumbs",
    "byline",     "comment",    "commentlist", "comments",      "consent",      "cookie",
    "cookies",    "disqus",     "editsection", "gdpr",          "menu",         "modal",
    "nav",        "navbar",     "navbox",      "navigation",    "newsletter",   "pager",
    "pagination", "popup",      "promo",       "related",       "relatedposts", "respond",
    "share",      "sharedaddy", "sharing",     "sidebar",       "social",       "sponsored",
    "subscribe",  "toc"};
// Words of an id that say nothing about its content.
constexpr std::array<std::string_view, 32> kNeutralWords = {
    "area",      "bar",     "block",  "bottom", "box",  "buttons", "container", "content",
    "entry",     "form",    "icons",  "inner",  "left", "links",   "list",      "main",
    "mobile",    "mw",      "notice", "page",   "post", "posts",   "primary",   "right",
    "secondary", "section", "site",   "table",  "top",  "widget",  "wp",        "wrapper"};
// Classes that are never furniture, wherever they stand.
constexpr std::array<std::string_view, 9> kReferenceWords = {
    "bibliography", "citations", "endnote",    "endnotes", "footnote",
    "footnotes",    "reference", "references", "reflist"};

static_assert(std::is_sorted(kFurnitureWords.begin(), kFurnitureWords.end()));
static_assert(std::is_sorted(kNeutralWords.begin(), kNeutralWords.end()));
static_assert(std::is_sorted(kReferenceWords.begin(), kReferenceWords.end()));

constexpr std::size_t kLongestWord = 16;

template <std::size_t N>
bool IsIn(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::binary_search(words.begin(), words.end(), word);
}

// What the words of a class or id attribute are.
struct WordCount {
  int furniture = 0;
  int reference = 0;
  int other = 0;
};

WordCount CountWords(std::string_view value) {
  WordCount count;
  std::array<char, kLongestWord> word{};
  std::size_t size = 0;
  for (std::size_t i = 0; i <= value.size(); ++i) {
    char c = i < value.size() ? value[i] : ' ';
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    if (c >= 'a' && c <= 'z') {
      if (size < kLongestWord) word[size] = c;
      ++size;
      continue;
    }
    if (size == 0) continue;
    const std::string_view w(word.data(), std::min(size, kLongestWord));
    if (IsIn(kReferenceWords, w)) {
      ++count.reference;
    } else if (IsIn(kFurnitureWords, w)) {
      ++count.furniture;
    } else if (!IsIn(kNeutralWords, w)) {
      ++count.other;
    }
    size = 0;
  }
  return count;
}

bool HasToken(std::string_view list, std::string_view token) {
  for (std::size_t at = list.find(token); at != std::string_view::npos;
       at = list.find(token, at + 1)) {
    const std::size_t end = at + token.size();
    if ((at == 0 || list[at - 1] == ' ') && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

bool HidesContent(std::string_view name, std::string_view value) {
  if (EqualsIgnoringCase(name, "hidden")) return true;
  if (EqualsIgnoringCase(name, "aria-hidden")) return EqualsIgnoringCase(value, "true");
  if (!EqualsIgnoringCase(name, "style")) return false;
  return value.find("display:none") != std::string_view::npos ||
         value.find("display: none") != std::string_view::npos;
}

bool IsFurnitureRole(std::string_view role) {
  return role == "navigation" || role == "search" || role == "complementary" || role == "dialog" ||
         role == "doc-backlink" || role == "banner" || role == "contentinfo";
}

Span Trim(std::string_view source, Span s) {
  const auto space = [&](std::uint32_t i) { return static_cast<unsigned char>(source[i]) <= ' '; };
  while (s.begin < s.end && space(s.begin)) ++s.begin;
  while (s.end > s.begin && space(s.end - 1)) --s.end;
  return s;
}

std::string_view Bytes(std::string_view source, Span s) { return source.substr(s.begin, s.size()); }

std::string CleanText(std::string_view raw) {
  std::string out;
  for (const char c : DecodeEntities(raw)) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!space) {
      out.push_back(c);
    } else if (!out.empty() && out.back() != ' ') {
      out.push_back(' ');
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

// The text of a page's head that matters: <title>, <meta>, <link>.
class HeadReader {
 public:
  void Meta(std::string_view source, const HtmlToken& tag) {
    std::string_view name;
    std::string_view content;
    Span rest = tag.attributes;
    HtmlAttribute a;
    while (ReadAttribute(source, &rest, &a)) {
      if (EqualsIgnoringCase(a.name, "name") || EqualsIgnoringCase(a.name, "property")) {
        name = Bytes(source, a.value);
      } else if (EqualsIgnoringCase(a.name, "content")) {
        content = Bytes(source, a.value);
      }
    }
    if (EqualsIgnoringCase(name, "og:title") || EqualsIgnoringCase(name, "citation_title")) {
      Keep(content, &og_title_);
    } else if (EqualsIgnoringCase(name, "citation_doi") ||
               EqualsIgnoringCase(name, "dc.identifier")) {
      Keep(content, &doi_);
    } else if (EqualsIgnoringCase(name, "og:url")) {
      Keep(content, &og_url_);
    }
  }

  void Link(std::string_view source, const HtmlToken& tag) {
    std::string_view rel;
    std::string_view href;
    Span rest = tag.attributes;
    HtmlAttribute a;
    while (ReadAttribute(source, &rest, &a)) {
      if (EqualsIgnoringCase(a.name, "rel")) rel = Bytes(source, a.value);
      if (EqualsIgnoringCase(a.name, "href")) href = Bytes(source, Trim(source, a.value));
    }
    if (EqualsIgnoringCase(rel, "canonical")) Keep(href, &canonical_);
  }

  void Title(std::string_view raw) { Keep(raw, &title_); }

  void Finish(HtmlOutline* outline) const {
    outline->title = !og_title_.empty() ? og_title_ : title_;
    outline->identifier = !doi_.empty() ? doi_ : !canonical_.empty() ? canonical_ : og_url_;
  }

 private:
  static void Keep(std::string_view raw, std::string* where) {
    if (where->empty()) *where = CleanText(raw);
  }

  std::string title_, og_title_, doi_, canonical_, og_url_;
};

// Walks the page, weighing zones.
class OutlineReader {
 public:
  OutlineReader(std::string_view source, Span range) : source_(source), tokens_(source, range) {}

  HtmlOutline Run() {
    for (HtmlToken t = tokens_.Next(); t.kind != HtmlTokenKind::kEnd; t = tokens_.Next()) {
      outline_.cut = outline_.cut || t.cut;
      if (t.kind == HtmlTokenKind::kText) {
        if (skipping_ == 0) letters_ += CountLetters(t.source);
      } else if (t.kind == HtmlTokenKind::kOpenTag) {
        Open(t);
      } else if (t.kind == HtmlTokenKind::kCloseTag) {
        PopTo(stack_.KeptByClosing(FindHtmlTag(t.name)));
      }
    }
    PopTo(0);
    head_.Finish(&outline_);
    Judge();
    return std::move(outline_);
  }

 private:
  struct Element {
    std::uint32_t zone = kNoZone;
    bool skips = false;
    bool is_article = false;
  };
  struct ZoneSize {
    HtmlZone kind = HtmlZone::kNone;
    std::size_t letters = 0;
  };
  static constexpr std::uint32_t kNoZone = 0xFFFFFFFFu;

  std::size_t CountLetters(Span s) const {
    std::size_t n = 0;
    for (std::uint32_t i = s.begin; i < s.end; ++i)
      n += static_cast<unsigned char>(source_[i]) > ' ';
    return n;
  }

  void Open(const HtmlToken& t) {
    const HtmlTag tag = FindHtmlTag(t.name);
    if (tag == HtmlTag::kMeta) return head_.Meta(source_, t);
    if (tag == HtmlTag::kLink) return head_.Link(source_, t);
    if (IsRawTextTag(tag)) {
      const Span raw = tokens_.SkipRawText(t.name);
      if (tag == HtmlTag::kTitle && skipping_ == 0) head_.Title(Bytes(source_, raw));
      return;
    }
    PopTo(stack_.KeptByOpening(tag));
    if (IsVoidTag(tag) || stack_.size() >= kMaxHtmlDepth) return;
    const HtmlAttributes attributes = ReadHtmlAttributes(source_, t);
    Element element;
    element.skips = IsSkippedTag(tag) || attributes.hidden;
    element.is_article = tag == HtmlTag::kArticle || tag == HtmlTag::kMain;
    const HtmlZone kind = FindHtmlZone(tag, attributes, articles_ > 0);
    if (kind != HtmlZone::kNone) {
      element.zone = static_cast<std::uint32_t>(zones_.size());
      zones_.push_back({kind, letters_});
    }
    skipping_ += element.skips;
    articles_ += element.is_article;
    stack_.Push(tag);
    elements_.push_back(element);
    outline_.depth = std::max(outline_.depth, stack_.size());
  }

  void PopTo(std::size_t kept) {
    while (stack_.size() > kept) {
      const Element& e = elements_.back();
      skipping_ -= e.skips;
      articles_ -= e.is_article;
      if (e.zone != kNoZone) zones_[e.zone].letters = letters_ - zones_[e.zone].letters;
      elements_.pop_back();
      stack_.Pop();
    }
  }

  // The kind of zone that holds the article: <main>, else <article>, if the
  // largest of them has a fair share of the page.
  void Judge() {
    std::size_t largest_main = 0;
    std::size_t largest_article = 0;
    for (const ZoneSize& z : zones_) {
      if (z.kind == HtmlZone::kMain) largest_main = std::max(largest_main, z.letters);
      if (z.kind == HtmlZone::kArticle) largest_article = std::max(largest_article, z.letters);
    }
    const auto fair = [this](std::size_t letters) {
      return letters * 4 >= letters_ && letters > 0;
    };
    const bool by_main = fair(largest_main);
    outline_.has_content_zone = by_main || fair(largest_article);
    const HtmlZone kind = by_main ? HtmlZone::kMain : HtmlZone::kArticle;
    const std::size_t largest = by_main ? largest_main : largest_article;
    for (const ZoneSize& z : zones_) {
      const bool layout = z.kind == HtmlZone::kLayout && z.letters * 2 <= letters_;
      const bool furniture = z.kind == HtmlZone::kFurniture && z.letters * 100 <= letters_ * 85;
      outline_.left_out.push_back(layout || furniture);
      outline_.is_content.push_back(z.kind == kind && z.letters * 10 >= largest * 3);
    }
  }

  std::string_view source_;
  HtmlTokenizer tokens_;
  HtmlOutline outline_;
  HeadReader head_;
  HtmlStack stack_;
  std::vector<Element> elements_;
  std::vector<ZoneSize> zones_;  // while open, `letters` is the count at opening
  std::size_t letters_ = 0;
  std::size_t skipping_ = 0;
  std::size_t articles_ = 0;
};

}  // namespace

HtmlAttributes ReadHtmlAttributes(std::string_view source, const HtmlToken& tag) {
  HtmlAttributes out;
  Span rest = tag.attributes;
  HtmlAttribute a;
  while (ReadAttribute(source, &rest, &a)) {
    const std::string_view value = Bytes(source, a.value);
    if (EqualsIgnoringCase(a.name, "class")) {
      out.classes = value;
    } else if (EqualsIgnoringCase(a.name, "href")) {
      out.href = Trim(source, a.value);
    } else if (EqualsIgnoringCase(a.name, "id")) {
      out.id = value;
    } else if (EqualsIgnoringCase(a.name, "name")) {
      out.name = value;
    } else if (EqualsIgnoringCase(a.name, "role")) {
      out.role = value;
    } else if (EqualsIgnoringCase(a.name, "cite")) {
      out.cites = true;
    } else if (EqualsIgnoringCase(a.name, "start")) {
      out.start = value;
    } else if (EqualsIgnoringCase(a.name, "value")) {
      out.value = value;
    } else {
      out.hidden = out.hidden || HidesContent(a.name, value);
    }
  }
  for (const std::string_view token :
       {"hidden", "sr-only", "screen-reader-text", "visually-hidden"}) {
    out.hidden = out.hidden || HasToken(out.classes, token);
  }
  return out;
}

HtmlZone FindHtmlZone(HtmlTag tag, const HtmlAttributes& attributes, bool in_article) {
  if (tag == HtmlTag::kMain || attributes.role == "main") return HtmlZone::kMain;
  if (tag == HtmlTag::kHtml || tag == HtmlTag::kBody || IsHeadingTag(tag)) return HtmlZone::kNone;
  const WordCount classes = CountWords(attributes.classes);
  const WordCount id = CountWords(attributes.id);
  if (classes.reference > 0 || id.reference > 0) return HtmlZone::kNone;
  if (classes.furniture > 0 || (id.furniture > 0 && id.other == 0) ||
      IsFurnitureRole(attributes.role)) {
    return HtmlZone::kFurniture;
  }
  if (tag == HtmlTag::kArticle) return HtmlZone::kArticle;
  if (tag == HtmlTag::kAside || tag == HtmlTag::kForm) return HtmlZone::kLayout;
  if ((tag == HtmlTag::kHeader || tag == HtmlTag::kFooter) && !in_article) return HtmlZone::kLayout;
  return HtmlZone::kNone;
}

HtmlOutline ReadHtmlOutline(std::string_view source, Span range) {
  return OutlineReader(source, range).Run();
}

}  // namespace claimgraph
