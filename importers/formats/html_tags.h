// What HTML's elements mean to a reader, and which of them end by themselves.
#ifndef CLAIMGRAPH_IMPORTERS_FORMATS_HTML_TAGS_H_
#define CLAIMGRAPH_IMPORTERS_FORMATS_HTML_TAGS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace claimgraph {

enum class HtmlTag : std::uint8_t {
  kUnknown,  // read as <span>
  kA,
  kArticle,
  kAside,
  kB,
  kBlockquote,
  kBody,
  kBr,
  kCaption,
  kCite,
  kCode,
  kDd,
  kDel,
  kDiv,
  kDl,
  kDt,
  kEm,
  kFigcaption,
  kFigure,
  kFooter,
  kForm,
  kH1,
  kH2,
  kH3,
  kH4,
  kH5,
  kH6,
  kHead,
  kHeader,
  kHr,
  kHtml,
  kI,
  kLi,
  kLink,
  kMain,
  kMenu,
  kMeta,
  kNav,
  kOl,
  kP,
  kPre,
  kQ,
  kS,
  kScript,
  kSection,
  kStrike,
  kStrong,
  kStyle,
  kSub,
  kSup,
  kTable,
  kTbody,
  kTd,
  kTextarea,
  kTfoot,
  kTh,
  kThead,
  kTitle,
  kTr,
  kUl,
  kOtherBlock,    // <address>, <center>, <details>, ...
  kOtherVoid,     // <img>, <input>, ...
  kOtherRawText,  // <iframe>, <xmp>, ...
  kOtherSkipped,  // <button>, <svg>, <select>, ...
};

HtmlTag FindHtmlTag(std::string_view name);

bool IsBlockTag(HtmlTag tag);    // stands on lines of its own
bool IsVoidTag(HtmlTag tag);     // has no content and no end tag
bool IsRawTextTag(HtmlTag tag);  // its content is not markup
bool IsSkippedTag(HtmlTag tag);  // its content is never part of an article
bool IsHeadingTag(HtmlTag tag);

// Elements nested deeper than this are read as if they had no tags.
inline constexpr std::size_t kMaxHtmlDepth = 4096;

// The elements that are open.  Only decides what ends; whoever owns the stack
// pops, so that it can keep its own data in step.
class HtmlStack {
 public:
  // How many elements stay when `tag` opens: an open <p> ends at the next block,
  // an <li> at the next <li>, a <td> at the next cell or row.
  std::size_t KeptByOpening(HtmlTag tag) const;
  // How many elements stay when the end tag of `tag` is met; size() if none is
  // open that it can end.
  std::size_t KeptByClosing(HtmlTag tag) const;

  void Push(HtmlTag tag) { tags_.push_back(tag); }
  void Pop() { tags_.pop_back(); }
  HtmlTag top() const { return tags_.back(); }
  std::size_t size() const { return tags_.size(); }

 private:
  std::vector<HtmlTag> tags_;
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_FORMATS_HTML_TAGS_H_
