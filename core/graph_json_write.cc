// Text is appended as fields are visited: there is no tree in between.

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/graph_fields.h"
#include "core/graph_json.h"

namespace claimgraph {
namespace {

template <typename T>
concept IdType = std::is_enum_v<T> && sizeof(T) == sizeof(std::uint64_t);

bool IsDefault(const std::string& s) { return s.empty(); }
bool IsDefault(const OffsetMap& map) { return map.runs().empty(); }
bool IsDefault(Span s) { return s == Span{}; }
bool IsDefault(TextSpan s) { return s == TextSpan{}; }
template <typename T>
bool IsDefault(const std::vector<T>& list) {
  return list.empty();
}
template <typename T>
bool IsDefault(const std::optional<T>& value) {
  return !value;
}
// Of doubles and enumerations the nouns have other defaults.
template <typename T>
bool IsDefault(const T& value) {
  if constexpr (std::is_integral_v<T> || IdType<T>) return value == T{};
  return false;
}

// The byte stands for itself in a string of JSON, and is ASCII.
constexpr bool IsPlain(char c) { return c >= 0x20 && c != '"' && c != '\\'; }

class GraphWriter {
 public:
  explicit GraphWriter(std::string* out) : out_(*out) {}

  template <typename T>
  void operator()(std::string_view name, const T& value) {
    if (IsDefault(value) && !in_span_) return;
    Key(name);
    Put(value);
  }

  template <typename Visit>
  void Group(std::string_view name, const Visit& visit) {
    Key(name);
    Object([&] { visit(*this); });
  }

  template <typename T>
  void Put(const T& value) {
    if constexpr (std::is_same_v<T, bool>) {
      out_ += value ? "true" : "false";
    } else if constexpr (std::is_integral_v<T>) {
      PutNumber(value);
    } else if constexpr (IdType<T>) {
      PutNumber(Raw(value));
    } else if constexpr (std::is_enum_v<T>) {
      PutPlain(Name(value));
    } else {
      Object([&] { Fields(*this, value); });
    }
  }

  // Both ends of a range, though one is 0.
  template <AnySpan T>
  void Put(const T& span) {
    in_span_ = true;
    Object([&] { Fields(*this, span); });
    in_span_ = false;
  }

  template <typename T>
  void Put(const std::vector<T>& list) {
    out_ += '[';
    bool first = true;
    for (const T& element : list) {
      if (!first) out_ += ',';
      first = false;
      Put(element);
    }
    out_ += ']';
  }

  template <typename T>
  void Put(const std::optional<T>& value) {
    Put(*value);
  }

  void Put(const OffsetMap& map) { Put(map.runs()); }

  void Put(const OffsetMap::Run& run) {
    Object([&] {
      (*this)("source", run.source);
      (*this)("size", run.text_size);
      if (run.text_unit != 1) Number("text_unit", run.text_unit);
      if (run.source_unit != 1) Number("source_unit", run.source_unit);
    });
  }

  // The shortest digits that read back as the same number.
  void Put(double value) {
    if (!std::isfinite(value)) {
      out_ += "null";  // JSON has no word for it
      return;
    }
    const std::size_t before = out_.size();
    PutNumber(value);
    if (value == 0 && std::signbit(value) && out_.size() == before + 2) out_ += ".0";
  }

  void Put(const std::string& text) {
    const bool ascii = std::all_of(text.begin(), text.end(),
                                   [](char c) { return static_cast<signed char>(c) >= 0; });
    if (ascii) return PutAscii(text);
    out_ += Dump(Json(text));
  }

 private:
  template <typename Inside>
  void Object(const Inside& inside) {
    const bool outer = std::exchange(first_, true);
    out_ += '{';
    inside();
    out_ += '}';
    first_ = outer;
  }

  void Key(std::string_view name) {
    if (!first_) out_ += ',';
    first_ = false;
    PutPlain(name);
    out_ += ':';
  }

  void Number(std::string_view name, std::uint32_t value) {
    Key(name);
    PutNumber(value);
  }

  void PutPlain(std::string_view text) { out_.append(1, '"').append(text).append(1, '"'); }

  template <typename T>
  void PutNumber(T value) {
    std::array<char, 32> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    out_.append(digits.data(), end);
  }

  void PutAscii(std::string_view text) {
    out_ += '"';
    while (!text.empty()) {
      const auto odd = std::find_if_not(text.begin(), text.end(), IsPlain);
      const auto plain = static_cast<std::size_t>(odd - text.begin());
      out_.append(text.substr(0, plain));
      if (odd != text.end()) PutEscape(*odd);
      text.remove_prefix(std::min(plain + 1, text.size()));
    }
    out_ += '"';
  }

  void PutEscape(char c) {
    constexpr std::string_view kNamed = "\"\\\b\f\n\r\t";
    constexpr std::string_view kLetters = "\"\\bfnrt";
    constexpr std::string_view kHex = "0123456789abcdef";
    out_ += '\\';
    if (const std::size_t at = kNamed.find(c); at != std::string_view::npos) {
      out_ += kLetters[at];
      return;
    }
    out_.append("u00").append(1, kHex[static_cast<unsigned char>(c) >> 4]);
    out_ += kHex[c & 15];
  }

  std::string& out_;
  bool first_ = true;  // nothing stands in the innermost object yet
  bool in_span_ = false;
};

}  // namespace

void AppendGraphJson(const DocumentGraph& graph, std::string* out) { GraphWriter(out).Put(graph); }

}  // namespace claimgraph
