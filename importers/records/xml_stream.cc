// expat does the work; this bounds it.  Text comes in pieces of at most one buffer,
// but expat keeps a tag or comment whole until it ends, and every name that it has
// ever met.  So it gets its memory from an allocator that has only so much to give,
// and what it cannot hold is an error of the file.
#include "importers/records/xml_stream.h"

#include <expat.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/utf8.h"

namespace claimgraph {
namespace {

constexpr std::size_t kBuffer = std::size_t{64} << 10;
constexpr std::size_t kMostHeld = std::size_t{16} << 20;    // by the parsers of one thread
constexpr std::size_t kHeader = alignof(std::max_align_t);  // before each block: its size

thread_local std::size_t held = 0;

void* Allocate(std::size_t size) {
  if (size > kMostHeld - held) return nullptr;
  auto* block = static_cast<char*>(std::malloc(size + kHeader));
  if (block == nullptr) return nullptr;
  std::memcpy(block, &size, sizeof(size));
  held += size;
  return block + kHeader;
}

std::size_t SizeOf(void* memory) {
  std::size_t size = 0;
  std::memcpy(&size, static_cast<char*>(memory) - kHeader, sizeof(size));
  return size;
}

void Release(void* memory) {
  if (memory == nullptr) return;
  held -= SizeOf(memory);
  std::free(static_cast<char*>(memory) - kHeader);
}

void* Reallocate(void* memory, std::size_t size) {
  if (memory == nullptr) return Allocate(size);
  const std::size_t before = SizeOf(memory);
  if (size > kMostHeld - (held - before)) return nullptr;
  void* moved = std::realloc(static_cast<char*>(memory) - kHeader, size + kHeader);
  if (moved == nullptr) return nullptr;
  std::memcpy(moved, &size, sizeof(size));
  held += size - before;
  return static_cast<char*>(moved) + kHeader;
}

using Parser = std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)>;

Parser NewParser() {
  const XML_Memory_Handling_Suite memory = {Allocate, Reallocate, Release};
  return {XML_ParserCreate_MM(nullptr, &memory, nullptr), &XML_ParserFree};
}

// What expat's callbacks share.
struct Reading {
  XML_Parser parser = nullptr;
  XmlHandler* handler = nullptr;
  std::size_t depth = 0;
  bool rooted = false;  // an element was met
  bool stopped = false;
  XmlEnd end{};
};

Reading& Of(void* user) { return *static_cast<Reading*>(user); }

void Stop(Reading& reading) {
  reading.stopped = true;
  XML_StopParser(reading.parser, XML_FALSE);
}

void Refuse(Reading& reading, const char* code, const char* message) {
  reading.end = {code, message, XML_GetCurrentLineNumber(reading.parser)};
  Stop(reading);
}

void OnStart(void* user, const XML_Char* name, const XML_Char** attributes) {
  Reading& reading = Of(user);
  reading.rooted = true;
  if (++reading.depth > kDeepestXml) {
    Refuse(reading, "too-deep", "Elements stand more than 256 deep in each other.");
  } else if (!reading.handler->Start(XmlElement(reading.parser, name, attributes))) {
    Stop(reading);
  }
}

void OnEnd(void* user, const XML_Char*) {
  Reading& reading = Of(user);
  if (reading.stopped) return;  // at the start of an empty element, which expat ends still
  --reading.depth;
  if (!reading.handler->End()) Stop(reading);
}

void OnText(void* user, const XML_Char* piece, int size) {
  Of(user).handler->Text({piece, static_cast<std::size_t>(size)});
}

void OnSkippedEntity(void* user, const XML_Char*, int is_parameter) {
  if (is_parameter == 0) Of(user).handler->Text("\xEF\xBF\xBD");
}

constexpr const char* kDeclares = "The file declares entities or attributes of its own.";

void OnEntity(void* user, const XML_Char*, int, const XML_Char*, int, const XML_Char*,
              const XML_Char*, const XML_Char*, const XML_Char*) {
  Refuse(Of(user), "declared-entity", kDeclares);
}

void OnAttributeList(void* user, const XML_Char*, const XML_Char*, const XML_Char*, const XML_Char*,
                     int) {
  Refuse(Of(user), "declared-entity", kDeclares);
}

int OnUnknownEncoding(void*, const XML_Char* name, XML_Encoding* encoding) {
  const std::string lower = ascii::Lowered(name);
  if (lower != "windows-1252" && lower != "cp1252") return XML_STATUS_ERROR;
  for (int byte = 0; byte < 256; ++byte) {
    encoding->map[byte] = static_cast<int>(FromWindows1252(static_cast<unsigned char>(byte)));
  }
  encoding->data = nullptr;
  encoding->convert = nullptr;
  encoding->release = nullptr;
  return XML_STATUS_OK;
}

void SetHandlers(Reading* reading) {
  XML_Parser parser = reading->parser;
  XML_SetUserData(parser, reading);
  XML_SetElementHandler(parser, OnStart, OnEnd);
  XML_SetCharacterDataHandler(parser, OnText);
  XML_SetSkippedEntityHandler(parser, OnSkippedEntity);
  XML_SetEntityDeclHandler(parser, OnEntity);
  XML_SetAttlistDeclHandler(parser, OnAttributeList);
  XML_SetUnknownEncodingHandler(parser, OnUnknownEncoding, nullptr);
}

// What expat's error means to the owner of the file.
XmlEnd Explain(const Reading& reading) {
  if (reading.stopped) return reading.end;
  const XML_Error error = XML_GetErrorCode(reading.parser);
  const std::uint64_t line = XML_GetCurrentLineNumber(reading.parser);
  switch (error) {
    case XML_ERROR_NO_MEMORY:
      return {"too-large", "A tag, a comment or the list of names is larger than in any real file.",
              line};
    case XML_ERROR_NO_ELEMENTS:
    case XML_ERROR_UNCLOSED_TOKEN:
    case XML_ERROR_UNCLOSED_CDATA_SECTION:
    case XML_ERROR_PARTIAL_CHAR:
      if (!reading.rooted) return {"empty-file", "The file holds no XML element.", line};
      return {"truncated-input", "The file ends inside an element.", line};
    case XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
      return {"bad-xml", "Something follows the end of the XML, such as a second file.", line};
    default:
      return {"bad-xml", std::string("The XML is broken: ") + XML_ErrorString(error) + ".", line};
  }
}

}  // namespace

std::string_view XmlElement::Attribute(std::string_view name) const {
  for (const char** a = attributes_; *a != nullptr; a += 2) {
    if (name == *a) return a[1];
  }
  return {};
}

std::uint64_t XmlElement::Line() const { return XML_GetCurrentLineNumber(parser_); }

Result<XmlEnd> ReadXml(ByteSource* source, XmlHandler* handler) {
  const Parser parser = NewParser();
  if (parser == nullptr) return Fail(ErrorCode::kIo, "cannot read XML: out of memory");
  Reading reading;
  reading.parser = parser.get();
  reading.handler = handler;
  SetHandlers(&reading);
  for (;;) {
    void* buffer = XML_GetBuffer(parser.get(), static_cast<int>(kBuffer));
    if (buffer == nullptr) return Explain(reading);
    const Result<std::size_t> got = source->Read(static_cast<char*>(buffer), kBuffer);
    if (!got) return tl::unexpected(got.error());
    const bool last = *got == 0;
    if (XML_ParseBuffer(parser.get(), static_cast<int>(*got), last) != XML_STATUS_OK) {
      return Explain(reading);
    }
    if (last) return XmlEnd{};
  }
}

}  // namespace claimgraph
