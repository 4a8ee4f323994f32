// HTML and inline SVG, written tag by tag; the only place where they are escaped.
//
// Words come from hostile documents.  In text and in attributes `&`, `<`, `>` and both
// quotes become references; what is no character (a stray byte, a control character, one
// that turns the order of reading round) becomes U+FFFD.  An href that is neither http,
// https nor a place on the page itself is left out, so that no address can run anything.
//
// Tags must be closed in the order in which they were opened.  Nothing is indented: the
// bytes are the same for the same calls.
#ifndef CLAIMGRAPH_QUERIES_REPORTS_HTML_WRITER_H_
#define CLAIMGRAPH_QUERIES_REPORTS_HTML_WRITER_H_

#include <initializer_list>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace claimgraph {

// An attribute without a value is left out; one that is on says its own name.
using HtmlAttribute = std::pair<std::string_view, std::string_view>;
using HtmlAttributes = std::initializer_list<HtmlAttribute>;

class HtmlWriter {
 public:
  explicit HtmlWriter(std::ostream& out) : out_(out) {}

  // `tag` must outlive the element: it is meant to be a literal.
  void Open(std::string_view tag, HtmlAttributes attributes = {});
  void Close();
  void Text(std::string_view text);
  // An element of words alone.
  void Element(std::string_view tag, std::string_view text, HtmlAttributes attributes = {});
  // One that has no end tag (`meta`), or none in SVG (`path`).
  void Void(std::string_view tag, HtmlAttributes attributes = {});
  // Our own markup, as it is: style sheets and scripts.
  void Raw(std::string_view markup) { out_ << markup; }

 private:
  void Start(std::string_view tag, HtmlAttributes attributes);
  void Escape(std::string_view text);

  std::ostream& out_;
  std::vector<std::string_view> open_;
};

// An address that may be followed, or nothing.
std::string_view SafeAddress(std::string_view address);

// The address at which a DOI is resolved: https://doi.org/..., percent-encoded.
std::string DoiAddress(std::string_view doi);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_REPORTS_HTML_WRITER_H_
