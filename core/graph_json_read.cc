// The line becomes a tape first; then each field is looked for where it was written, and
// else anywhere in its object.  An error is told to the caller of the field, who puts
// the way to it in front: "confidence", ".confidence", "claims[2].confidence".

#include <bit>
#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <type_traits>
#include <utility>

#include "core/graph_faults.h"
#include "core/graph_fields.h"
#include "core/graph_json.h"
#include "core/json_tape.h"

namespace claimgraph {
namespace {

using Kind = JsonTape::Kind;

// Years, numbers of lists, people; sums of them must not overflow.
constexpr std::int64_t kMostInt = 1'000'000'000;
// What a byte of a line may become in vectors.  Of real graphs it is less than one, but an
// empty claim, "{},", would be 200.
constexpr std::size_t kMostGrowth = 4;
constexpr std::size_t kLeastRoom = std::size_t{1} << 20;
constexpr std::size_t kShown = 60;  // bytes of a value in a message

template <typename T>
concept IdType = std::is_enum_v<T> && sizeof(T) == sizeof(std::uint64_t);

class GraphParser {
 public:
  GraphParser(const JsonTape& tape, std::size_t line_size)
      : tape_(tape), room_(kLeastRoom + kMostGrowth * line_size) {}

  bool Read(std::size_t at, DocumentGraph* graph) { return ReadObject(at, graph); }
  std::string error() const { return (path_.empty() ? "the line" : path_) + " " + what_; }

 private:
  // The fields of one object.
  class Object {
   public:
    Object(GraphParser* parser, std::size_t at)
        : parser_(*parser), first_(at + 1), end_(parser->tape_.After(at)), next_(first_) {}

    template <typename T>
    void operator()(std::string_view name, T& field) {
      if (!ok_) return;
      const std::size_t at = Find(name);
      if (at == 0 || parser_.tape_.at(at).kind == Kind::kNull) return;
      ok_ = parser_.ReadValue(at, &field);
      if (!ok_) parser_.Prefix(name);
    }

    template <typename Visit>
    void Group(std::string_view name, const Visit& visit) {
      if (!ok_) return;
      const std::size_t at = Find(name);
      if (at == 0 || parser_.tape_.at(at).kind == Kind::kNull) return;
      ok_ = parser_.Expect(at, Kind::kObject, "an object");
      if (ok_) {
        Object inner(&parser_, at);
        visit(inner);
        ok_ = inner.ok();
      }
      if (!ok_) parser_.Prefix(name);
    }

    bool ok() const { return ok_; }

   private:
    // The position of the value, or 0.
    std::size_t Find(std::string_view name) {
      const JsonTape& tape = parser_.tape_;
      const auto is_here = [&](std::size_t at) { return tape.Text(tape.at(at)) == name; };
      std::size_t at = next_;
      if (at >= end_ || !is_here(at)) {
        at = first_;
        while (at < end_ && !is_here(at)) at = tape.After(at + 1);
        if (at >= end_) return 0;
      }
      next_ = tape.After(at + 1);
      return at + 1;
    }

    GraphParser& parser_;
    std::size_t first_;
    std::size_t end_;
    std::size_t next_;
    bool ok_ = true;
  };

  void Prefix(std::string_view name) {
    path_ = path_.empty() || path_.front() == '[' ? std::string(name) + path_
                                                  : std::string(name) + "." + path_;
  }

  bool Refuse(std::string what) {
    what_ = std::move(what);
    return false;
  }

  std::string Shown(std::size_t at) const {
    const JsonTape::Token& token = tape_.at(at);
    switch (token.kind) {
      case Kind::kString: {
        std::string text(tape_.Text(token).substr(0, kShown));
        if (token.size > kShown) text += "...";
        return Dump(Json(text));
      }
      case Kind::kInteger:
        return std::to_string(std::bit_cast<std::int64_t>(token.bits));
      case Kind::kUnsigned:
        return std::to_string(token.bits);
      case Kind::kDouble:
        return Dump(Json(std::bit_cast<double>(token.bits)));
      case Kind::kArray:
        return "an array";
      case Kind::kObject:
        return "an object";
      case Kind::kNull:
        return "null";
      default:
        return token.kind == Kind::kTrue ? "true" : "false";
    }
  }

  bool RefuseValue(std::size_t at, std::string_view wanted) {
    return Refuse("is " + Shown(at) + "; it must be " + std::string(wanted));
  }

  bool Expect(std::size_t at, Kind kind, std::string_view wanted) {
    return tape_.at(at).kind == kind || RefuseValue(at, wanted);
  }

  // Values.

  template <typename T>
  bool ReadValue(std::size_t at, T* value) {
    if constexpr (std::is_same_v<T, bool>) {
      const Kind kind = tape_.at(at).kind;
      *value = kind == Kind::kTrue;
      return kind == Kind::kTrue || kind == Kind::kFalse || RefuseValue(at, "true or false");
    } else if constexpr (std::is_integral_v<T>) {
      return ReadInteger(at, value);
    } else if constexpr (IdType<T>) {
      std::uint64_t raw = 0;
      const bool read = ReadInteger(at, &raw);
      *value = T{raw};
      return read;
    } else if constexpr (std::is_enum_v<T>) {
      return ReadName(at, value);
    } else {
      return ReadObject(at, value);
    }
  }

  bool ReadValue(std::size_t at, std::string* value) {
    if (!Expect(at, Kind::kString, "a string")) return false;
    *value = tape_.Text(tape_.at(at));
    return true;
  }

  bool ReadValue(std::size_t at, double* value) {
    const JsonTape::Token& token = tape_.at(at);
    switch (token.kind) {
      case Kind::kDouble:
        *value = std::bit_cast<double>(token.bits);
        return true;
      case Kind::kInteger:
        *value = static_cast<double>(std::bit_cast<std::int64_t>(token.bits));
        return true;
      case Kind::kUnsigned:
        *value = static_cast<double>(token.bits);
        return true;
      default:
        return RefuseValue(at, "a number");
    }
  }

  template <typename T>
  bool ReadValue(std::size_t at, std::optional<T>* value) {
    return ReadValue(at, &value->emplace());
  }

  template <typename T>
  bool ReadValue(std::size_t at, std::vector<T>* list) {
    if (!Expect(at, Kind::kArray, "an array")) return false;
    std::size_t count = 0;
    const std::size_t end = tape_.After(at);
    for (std::size_t i = at + 1; i < end; i = tape_.After(i)) ++count;
    if (count > room_ / sizeof(T)) {
      return Refuse("has " + std::to_string(count) + " elements, most of them empty");
    }
    room_ -= count * sizeof(T);
    list->reserve(count);
    for (std::size_t i = at + 1; i < end; i = tape_.After(i)) {
      if (ReadValue(i, &list->emplace_back())) continue;
      const std::string index = "[" + std::to_string(list->size() - 1) + "]";
      path_ = path_.empty() || path_.front() == '[' ? index + path_ : index + "." + path_;
      return false;
    }
    return true;
  }

  // Runs follow one another in both texts, as OffsetMap::Append wants them.
  bool ReadValue(std::size_t at, OffsetMap* map) {
    std::vector<MapRun> runs;
    if (!ReadValue(at, &runs)) return false;
    std::uint64_t text = 0;
    std::uint64_t source = 0;
    for (const MapRun& run : runs) {
      const bool sound = run.text_unit > 0 && run.size > 0 && run.source >= source;
      if (!sound) return Refuse("has runs that are empty or not in order");
      const std::uint64_t units = (std::uint64_t{run.size} + run.text_unit - 1) / run.text_unit;
      // Neither of the two products overflows, of numbers of 32 bits.
      text += run.size;
      source = run.source + units * run.source_unit;
      if (text > std::numeric_limits<std::uint32_t>::max() ||
          source > std::numeric_limits<std::uint32_t>::max()) {
        return Refuse("leads beyond 4 GiB");
      }
      map->Append(run.source, run.size, run.text_unit, run.source_unit);
    }
    return true;
  }

  struct MapRun {
    std::uint32_t source = 0;
    std::uint32_t size = 0;
    std::uint32_t text_unit = 1;
    std::uint32_t source_unit = 1;
  };

  template <typename V>
  friend void Fields(V& v, MapRun& run) {
    v("source", run.source);
    v("size", run.size);
    v("text_unit", run.text_unit);
    v("source_unit", run.source_unit);
  }

  template <typename T>
  bool ReadInteger(std::size_t at, T* value) {
    const JsonTape::Token& token = tape_.at(at);
    const std::int64_t integer = std::bit_cast<std::int64_t>(token.bits);
    const bool whole = token.kind == Kind::kInteger || token.kind == Kind::kUnsigned;
    const bool fits = whole && (token.kind == Kind::kInteger ? std::in_range<T>(integer)
                                                             : std::in_range<T>(token.bits));
    if (!fits)
      return RefuseValue(at, std::is_signed_v<T> ? "a whole number" : "a whole number from 0");
    *value = static_cast<T>(token.bits);
    if constexpr (std::is_signed_v<T>) {
      if (*value > kMostInt || *value < -kMostInt) return RefuseValue(at, "nearer to 0");
    }
    return true;
  }

  template <typename Enum>
  bool ReadName(std::size_t at, Enum* value) {
    constexpr auto kLast = static_cast<std::size_t>(kLastOf<Enum>);
    static_assert(kLast > 0, "kLastOf lacks this enumeration");
    std::string wanted = "one of";
    const bool is_text = tape_.at(at).kind == Kind::kString;
    for (std::size_t i = 0; i <= kLast; ++i) {
      const std::string_view name = Name(static_cast<Enum>(i));
      if (is_text && tape_.Text(tape_.at(at)) == name) {
        *value = static_cast<Enum>(i);
        return true;
      }
    }
    for (std::size_t i = 0; i <= kLast; ++i) {
      wanted.append(i == 0 ? " " : ", ").append(Name(static_cast<Enum>(i)));
    }
    return RefuseValue(at, wanted);
  }

  template <typename T>
  bool ReadObject(std::size_t at, T* noun) {
    if (!Expect(at, Kind::kObject, "an object")) return false;
    Object object(this, at);
    Fields(object, *noun);
    return object.ok();
  }

  const JsonTape& tape_;
  std::size_t room_;  // bytes that vectors may still take
  std::string path_{};
  std::string what_{};
};

}  // namespace

Result<DocumentGraph> ParseGraphJson(std::string_view line) {
  const Result<JsonTape> tape = JsonTape::Parse(line);
  if (!tape) return tl::unexpected(tape.error());
  DocumentGraph graph;
  GraphParser parser(*tape, line.size());
  if (!parser.Read(0, &graph)) return Fail(ErrorCode::kInvalidArgument, parser.error());
  if (std::string fault = FaultOf(graph); !fault.empty()) {
    return Fail(ErrorCode::kInvalidArgument, std::move(fault));
  }
  graph.known_works.resize(graph.works.size());
  graph.known_propositions.resize(graph.propositions.size());
  return graph;
}

}  // namespace claimgraph
