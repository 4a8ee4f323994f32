#include "queries/exports/rdf/subject.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>

#include "core/text/utf8.h"

namespace claimgraph {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr std::string_view kReplacementBytes = "\xEF\xBF\xBD";
constexpr int kLastYear = 9999;

bool IsPlain(char c) { return c > 0; }  // ASCII, and not NUL

// True for a character that stands as it is; U+FFFD may be one.
bool Stands(std::string_view text, std::size_t at, std::size_t size, char32_t c) {
  return c != 0 && (c != kReplacement || text.substr(at, size) == kReplacementBytes);
}

}  // namespace

std::string_view ValidText(std::string_view text, std::string* buffer) {
  std::size_t copied = 0;  // so much of `text` is in `buffer`
  buffer->clear();
  for (std::size_t i = 0; i < text.size();) {
    if (IsPlain(text[i])) {
      ++i;
      continue;
    }
    char32_t c = 0;
    const std::size_t size = DecodeUtf8At(text, i, &c);
    if (!Stands(text, i, size, c)) {
      buffer->append(text.substr(copied, i - copied)).append(kReplacementBytes);
      copied = i + size;
    }
    i += size;
  }
  if (copied == 0) return text;
  return buffer->append(text.substr(copied));
}

void RdfSubject::Name(std::string_view property, std::string_view name) const {
  sink_->Add(name_, property, {RdfTerm::Kind::kName, name, {}});
}

void RdfSubject::Iri(std::string_view property, std::string_view iri) const {
  if (!iri.empty()) sink_->Add(name_, property, {RdfTerm::Kind::kIri, iri, {}});
}

void RdfSubject::Text(std::string_view property, std::string_view text) const {
  if (text.empty()) return;
  std::string buffer;
  sink_->Add(name_, property, {RdfTerm::Kind::kText, ValidText(text, &buffer), {}});
}

void RdfSubject::Typed(std::string_view property, std::string_view text,
                       std::string_view datatype) const {
  sink_->Add(name_, property, {RdfTerm::Kind::kTyped, text, datatype});
}

void RdfSubject::Integer(std::string_view property, std::int64_t value) const {
  const fmt::format_int digits(value);
  sink_->Add(name_, property, {RdfTerm::Kind::kInteger, {digits.data(), digits.size()}, {}});
}

void RdfSubject::Offset(std::string_view property, std::size_t value) const {
  const fmt::format_int digits(value);
  Typed(property, {digits.data(), digits.size()}, "xsd:nonNegativeInteger");
}

void RdfSubject::Number(std::string_view property, double value) const {
  constexpr std::string_view kType = "xsd:double";
  if (std::isnan(value)) return Typed(property, "NaN", kType);
  if (std::isinf(value)) return Typed(property, value < 0 ? "-INF" : "INF", kType);
  std::array<char, 32> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  Typed(property, {digits.data(), static_cast<std::size_t>(end - digits.data())}, kType);
}

void RdfSubject::Truth(std::string_view property, bool value) const {
  sink_->Add(name_, property, {RdfTerm::Kind::kTruth, value ? "true" : "false", {}});
}

void RdfSubject::Year(std::string_view property, int year) const {
  if (year >= 1 && year <= kLastYear) Typed(property, fmt::format("{:04}", year), "xsd:gYear");
}

RdfSubject RdfSubject::Part(std::string_view what) const {
  return {sink_, fmt::format("{}-{}", name_, what)};
}

RdfSubject RdfSubject::Part(std::string_view what, std::size_t number) const {
  return {sink_, fmt::format("{}-{}{}", name_, what, number)};
}

void RdfSubject::Parts(std::string_view property, std::string_view what, std::size_t count) const {
  for (std::size_t i = 1; i <= count; ++i) Name(property, Part(what, i).name());
}

}  // namespace claimgraph
