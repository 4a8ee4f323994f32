// Text as each format of a property graph wants it, appended to a buffer.
//
// An export writes hundreds of megabytes of short pieces.  They are appended to one
// string, which goes to the stream a mebibyte at a time; each Append... copies runs of
// plain bytes and looks closer only at those that its format treats specially.
//
// Whatever the text, the output is well-formed: bytes that are not UTF-8, and characters
// that the format forbids even when escaped, become U+FFFD.
#ifndef CLAIMGRAPH_QUERIES_EXPORTS_PROPERTY_GRAPH_TEXT_H_
#define CLAIMGRAPH_QUERIES_EXPORTS_PROPERTY_GRAPH_TEXT_H_

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>

#include "core/status.h"
#include "queries/exports/property_graph_fields.h"

namespace claimgraph {

class OutputBuffer {
 public:
  // `out` must outlive it.
  explicit OutputBuffer(std::ostream& out);

  std::string& text() { return text_; }

  // To be called between elements: writes what has gathered, once it is enough.
  [[nodiscard]] Status Pass() { return text_.size() < kEnough ? Status() : Flush(); }

  // kIo if the stream does not take it.
  [[nodiscard]] Status Flush();

 private:
  static constexpr std::size_t kEnough = std::size_t{1} << 20;

  std::ostream& out_;
  std::string text_;
};

// XML 1.0: the content of an element, and an attribute in double quotes.  Line ends and
// tabs survive both.
void AppendXmlContent(std::string_view text, std::string* out);
void AppendXmlAttribute(std::string_view text, std::string* out);

// With its quotes.
void AppendJson(std::string_view text, std::string* out);

// A field of RFC 4180: in quotes where it has to be, or where spaces at its ends could get
// lost.  An empty one stays empty, which readers take as missing.
void AppendCsv(std::string_view text, std::string* out);

// A string of Graphviz, with its quotes.  No escape sequence or entity of its own comes
// about; line ends become spaces.
void AppendDot(std::string_view text, std::string* out);

// The shortest digits that read back as the same number; no locale.
void AppendNumber(std::int64_t number, std::string* out);
void AppendNumber(double number, std::string* out);

// A number, or true or false; nothing for a string and for no value.
void AppendScalar(const PropertyValue& value, std::string* out);

// Several pieces, as they are.
template <typename... Pieces>
void Append(std::string* out, const Pieces&... pieces) {
  (out->append(pieces), ...);
}

// The beginning of `text` on one line, with an ellipsis if it is longer than `most`
// characters.
std::string CutShort(std::string_view text, std::size_t most);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_EXPORTS_PROPERTY_GRAPH_TEXT_H_
