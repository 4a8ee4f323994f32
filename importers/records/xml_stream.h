// XML as a stream of tags and text, in memory that does not grow with the file.
//
// Only the five predefined entities and character references are expanded.  A file
// that declares entities or attributes of its own is refused where it does so, since
// that is how a small file grows large; one that an outside DTD declares reads as
// U+FFFD.  Nothing outside the file is opened.  Names come as printed, with their
// prefix.  Reads UTF-8, UTF-16, ISO-8859-1, US-ASCII and Windows-1252.
#ifndef CLAIMGRAPH_IMPORTERS_RECORDS_XML_STREAM_H_
#define CLAIMGRAPH_IMPORTERS_RECORDS_XML_STREAM_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/result.h"
#include "core/status.h"
#include "importers/records/record_entry.h"

struct XML_ParserStruct;  // expat's

namespace claimgraph {

// The start tag of an element; valid during the call that hands it over.
class XmlElement {
 public:
  XmlElement(XML_ParserStruct* parser, const char* name, const char** attributes)
      : parser_(parser), name_(name), attributes_(attributes) {}

  std::string_view name() const { return name_; }
  // Empty if it has none of that name.
  std::string_view Attribute(std::string_view name) const;
  std::uint64_t Line() const;  // from 1

 private:
  XML_ParserStruct* parser_;
  std::string_view name_;
  const char** attributes_;
};

class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  // False: read no more.  Every Start has its End, unless reading stops before it.
  virtual bool Start(const XmlElement& element) = 0;
  virtual bool End() = 0;
  // A piece of the text where the stream is: whole characters, valid UTF-8.
  virtual void Text(std::string_view piece) = 0;
};

// Why reading stopped; an empty code: at the end, or because the handler said so.
struct XmlEnd {
  // "empty-file", "truncated-input", "bad-xml", "declared-entity", "too-deep" or
  // "too-large" (a tag or comment of megabytes, or names without end).
  std::string code{};
  std::string message{};
  std::uint64_t line = 0;
};

inline constexpr std::size_t kDeepestXml = 256;

// Linear.  An error is the source's own.
Result<XmlEnd> ReadXml(ByteSource* source, XmlHandler* handler);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_RECORDS_XML_STREAM_H_
