// One table of bytes a format: 0 where a byte is copied as it is.

#include "queries/exports/property_graph_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <ostream>

#include "core/text/ascii.h"
#include "core/text/utf8.h"

namespace claimgraph {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr char32_t kReplacementCharacter = 0xFFFD;

using ByteSet = std::array<bool, 256>;

// `special`, every control character, and every byte of a character outside ASCII.
constexpr ByteSet SpecialBytes(std::string_view special) {
  ByteSet set{};
  for (std::size_t i = 0; i < 0x20; ++i) set[i] = true;
  for (std::size_t i = 0x7F; i < set.size(); ++i) set[i] = true;
  for (const char c : special) set[static_cast<unsigned char>(c)] = true;
  return set;
}

constexpr ByteSet kContentBytes = SpecialBytes("&<>");
constexpr ByteSet kAttributeBytes = SpecialBytes("&<>\"");
constexpr ByteSet kJsonBytes = SpecialBytes("\"\\");
constexpr ByteSet kDotBytes = SpecialBytes("\"\\&");
constexpr ByteSet kCsvBytes = SpecialBytes("\"");

// Appends text with escape(c, out) in the place of each special ASCII byte.
template <typename Escape>
void AppendEscaped(std::string_view text, const ByteSet& special, const Escape& escape,
                   std::string* out) {
  std::size_t run = 0;
  std::size_t i = 0;
  while (i < text.size()) {
    const char c = text[i];
    if (!special[static_cast<unsigned char>(c)]) {
      ++i;
      continue;
    }
    if (ascii::IsWide(c)) {
      char32_t character = 0;
      const std::size_t size = DecodeUtf8At(text, i, &character);
      // U+FFFE and U+FFFF are no characters to XML, and U+FFFD is what it is replaced by.
      if (character < kReplacementCharacter || character > 0xFFFF) {
        i += size;
        continue;
      }
      out->append(text, run, i - run).append(kReplacement);
      i += size;
    } else {
      out->append(text, run, i - run);
      escape(c, out);
      ++i;
    }
    run = i;
  }
  out->append(text, run, text.size() - run);
}

constexpr auto kEscapeXml = [](char c, std::string* out) {
  switch (c) {
    case '&':
      *out += "&amp;";
      return;
    case '<':
      *out += "&lt;";
      return;
    case '>':  // "]]>" may not stand in content
      *out += "&gt;";
      return;
    case '"':
      *out += "&quot;";
      return;
    case '\n':
      *out += "&#10;";
      return;
    case '\r':
      *out += "&#13;";
      return;
    case '\t':
      *out += "&#9;";
      return;
    case '\x7F':
      *out += c;
      return;
    default:
      *out += kReplacement;
  }
};

constexpr auto kEscapeJson = [](char c, std::string* out) {
  constexpr std::string_view kHex = "0123456789abcdef";
  switch (c) {
    case '"':
      *out += "\\\"";
      return;
    case '\\':
      *out += "\\\\";
      return;
    case '\n':
      *out += "\\n";
      return;
    case '\r':
      *out += "\\r";
      return;
    case '\t':
      *out += "\\t";
      return;
    case '\x7F':
      *out += c;
      return;
    default:
      *out += "\\u00";
      *out += kHex[static_cast<unsigned char>(c) >> 4];
      *out += kHex[static_cast<unsigned char>(c) & 15];
  }
};

constexpr auto kEscapeDot = [](char c, std::string* out) {
  if (c == '"' || c == '\\') {
    *out += '\\';
    *out += c;
  } else if (c == '&') {
    *out += "&amp;";
  } else {
    *out += ' ';
  }
};

// No program that reads CSV can be told of a NUL.
constexpr auto kEscapeCsv = [](char c, std::string* out) {
  if (c == '"') {
    *out += "\"\"";
  } else if (c == '\0') {
    *out += kReplacement;
  } else {
    *out += c;
  }
};

template <typename Number>
void AppendDigits(Number number, std::string* out) {
  std::array<char, 32> digits{};
  const auto [end, error] = std::to_chars(digits.begin(), digits.end(), number);
  out->append(digits.begin(), end);
}

// Control characters of ASCII, and what Unicode breaks lines at besides.
bool EndsLine(char32_t c) {
  constexpr char32_t kNextLine = 0x85;
  constexpr char32_t kLineSeparator = 0x2028;
  constexpr char32_t kParagraphSeparator = 0x2029;
  return c < 0x20 || c == kNextLine || c == kLineSeparator || c == kParagraphSeparator;
}

}  // namespace

OutputBuffer::OutputBuffer(std::ostream& out) : out_(out) { text_.reserve(kEnough + kEnough / 4); }

Status OutputBuffer::Flush() {
  out_.write(text_.data(), static_cast<std::streamsize>(text_.size()));
  text_.clear();
  if (!out_) return Fail(ErrorCode::kIo, "the output cannot be written; the disk may be full");
  return {};
}

void AppendXmlContent(std::string_view text, std::string* out) {
  AppendEscaped(text, kContentBytes, kEscapeXml, out);
}

void AppendXmlAttribute(std::string_view text, std::string* out) {
  AppendEscaped(text, kAttributeBytes, kEscapeXml, out);
}

void AppendJson(std::string_view text, std::string* out) {
  *out += '"';
  AppendEscaped(text, kJsonBytes, kEscapeJson, out);
  *out += '"';
}

void AppendCsv(std::string_view text, std::string* out) {
  const auto needs_quotes = [](char c) { return c == '"' || c == ',' || c == '\n' || c == '\r'; };
  const bool quoted = std::ranges::any_of(text, needs_quotes) ||
                      (!text.empty() && (text.front() == ' ' || text.back() == ' '));
  if (quoted) *out += '"';
  AppendEscaped(text, kCsvBytes, kEscapeCsv, out);
  if (quoted) *out += '"';
}

void AppendDot(std::string_view text, std::string* out) {
  *out += '"';
  AppendEscaped(text, kDotBytes, kEscapeDot, out);
  *out += '"';
}

void AppendNumber(std::int64_t number, std::string* out) { AppendDigits(number, out); }
void AppendNumber(double number, std::string* out) { AppendDigits(number, out); }

void AppendScalar(const PropertyValue& value, std::string* out) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    AppendNumber(*number, out);
  } else if (const auto* real = std::get_if<double>(&value)) {
    AppendNumber(*real, out);
  } else if (const auto* flag = std::get_if<bool>(&value)) {
    *out += *flag ? "true" : "false";
  }
}

std::string CutShort(std::string_view text, std::size_t most) {
  std::string line;
  std::size_t end = 0;
  for (std::size_t characters = 0; end < text.size() && characters < most; ++characters) {
    char32_t c = static_cast<unsigned char>(text[end]);
    const std::size_t size = ascii::IsWide(text[end]) ? DecodeUtf8At(text, end, &c) : 1;
    if (EndsLine(c)) {
      line += ' ';
    } else {
      line += text.substr(end, size);
    }
    end += size;
  }
  if (end < text.size()) line += "…";
  return line;
}

}  // namespace claimgraph
