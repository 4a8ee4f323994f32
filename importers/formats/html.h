// HTML: whole pages, and the pieces of HTML inside Markdown.
//
// Leaves out what is not the article: navigation, scripts, forms, headers and
// footers of the page, comments, share buttons, hidden elements.
#ifndef CLAIMGRAPH_IMPORTERS_FORMATS_HTML_H_
#define CLAIMGRAPH_IMPORTERS_FORMATS_HTML_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/document.h"
#include "importers/formats/document_builder.h"
#include "importers/formats/html_notes.h"
#include "importers/formats/html_zones.h"

namespace claimgraph {

// Feeds a builder from HTML.  Elements stay open between calls of Read, so that
// text given to the builder meanwhile lies inside them.
class HtmlReader {
 public:
  // With an outline (which outlives the reader) only the article of a page is
  // read.  Without, as inside Markdown, only what can never be an article is
  // left out, and a blank line between words begins a paragraph.
  explicit HtmlReader(DocumentBuilder* builder, const HtmlOutline* outline = nullptr);

  void Read(Span range);

  // True while an element is open whose content is left out.
  bool skipping() const { return skipping_ > 0; }

  // Ends all open elements.
  void Finish();

  // Marks the links to footnotes that were met in HTML; after the builder's Finish.
  void LinkNotes(Document* document) const;

 private:
  // What text inside an element becomes.
  struct Element {
    Block block{};
    bool skips = false;
    bool is_content = false;
    bool preformatted = false;
    bool in_article = false;
    bool marks = false;        // opened a mark that its end closes
    bool cites = false;        // likewise, of kind kCite
    bool links = false;        // likewise, a link
    bool may_be_note = false;  // a block whose first anchor may have a footnote's id
    std::uint32_t items = 0;   // of a list: its last item's number; of a table: its rows
  };

  void Text(Span s);
  void Whitespace(Span s);
  void Open(const HtmlToken& tag);
  void Close(const HtmlToken& tag);
  void Enter(HtmlTag tag, const HtmlAttributes& attributes, const HtmlToken& token);
  void Note(std::string_view id, Block* block);
  void BeginNote(const HtmlAttributes& attributes, Element* anchor);
  void Shape(HtmlTag tag, const HtmlAttributes& attributes, Element* element);
  bool LeftOut(HtmlTag tag, const HtmlAttributes& attributes, Element* element);
  void PopTo(std::size_t kept, std::uint32_t source_end);
  void LineBreak(Span tag);
  void Reopen();
  Element* Nearest(HtmlTag a, HtmlTag b);
  bool reading() const;

  DocumentBuilder* builder_;
  const HtmlOutline* outline_;
  HtmlStack stack_;
  std::vector<Element> elements_;  // in step with stack_
  std::vector<HtmlTag> tags_;      // likewise
  std::size_t next_zone_ = 0;
  std::size_t skipping_ = 0;
  std::size_t content_ = 0;
  bool after_break_ = false;  // the last thing read was a <br>
  std::string decoded_;
  HtmlNotes notes_;
};

// Reads a page into everything of `document` that the text holds: title,
// identifier, text, map, blocks, links, marks, diagnostics.
void ReadHtml(std::string_view text, std::vector<Span> hidden, Document* document);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_FORMATS_HTML_H_
