// Which parts of a web page are the article.
//
// A page is read twice: first to measure its zones (main content, header,
// comments, sidebar, ...), then to read what is left when the furniture is out.
// A zone that only looks like furniture by its class, but holds nearly all of
// the text, is not furniture.
#ifndef CLAIMGRAPH_IMPORTERS_FORMATS_HTML_ZONES_H_
#define CLAIMGRAPH_IMPORTERS_FORMATS_HTML_ZONES_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "importers/formats/html_tags.h"
#include "importers/formats/html_tokens.h"

namespace claimgraph {

// The attributes that a reader of articles looks at; empty where missing.
struct HtmlAttributes {
  std::string_view id{};
  std::string_view name{};  // an id of old
  std::string_view classes{};
  std::string_view role{};
  std::string_view start{};  // of <ol>
  std::string_view value{};  // of <li>
  Span href{};
  bool cites = false;   // has a cite attribute
  bool hidden = false;  // hidden, aria-hidden or display:none
};
HtmlAttributes ReadHtmlAttributes(std::string_view source, const HtmlToken& tag);

enum class HtmlZone : std::uint8_t {
  kNone,
  kMain,       // <main>
  kArticle,    // <article>
  kLayout,     // <header>, <footer>, <aside>, <form>: furniture unless half of the text
  kFurniture,  // comments, share buttons, menus, ... by class, id or role
};
// `in_article`: an <article> or <main> is open; headers inside it belong to it.
HtmlZone FindHtmlZone(HtmlTag tag, const HtmlAttributes& attributes, bool in_article);

// What a first reading of a page finds.
struct HtmlOutline {
  std::string title{};
  std::string identifier{};        // DOI, else canonical address
  std::vector<bool> left_out{};    // for each zone but kNone, in order of opening
  std::vector<bool> is_content{};  // for each zone: text outside of all of these is left out...
  bool has_content_zone = false;   // ...if this is set
  std::size_t depth = 0;           // deepest nesting
  bool cut = false;                // the page ends inside a tag, comment or script
};
HtmlOutline ReadHtmlOutline(std::string_view source, Span range);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_FORMATS_HTML_ZONES_H_
