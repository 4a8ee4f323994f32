// nlohmann's parser calls back for each token, and uses no stack of ours to do so.

#include "core/json_tape.h"

#include <bit>
#include <nlohmann/json.hpp>
#include <utility>

namespace claimgraph {

class JsonTape::Handler {
 public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;
  using string_t = nlohmann::json::string_t;
  using binary_t = nlohmann::json::binary_t;

  explicit Handler(JsonTape* tape) : tape_(*tape) {}

  bool null() { return Add({.kind = Kind::kNull}); }
  bool boolean(bool value) { return Add({.kind = value ? Kind::kTrue : Kind::kFalse}); }
  bool number_integer(number_integer_t value) {
    return Add({.bits = std::bit_cast<std::uint64_t>(value), .kind = Kind::kInteger});
  }
  bool number_unsigned(number_unsigned_t value) {
    return Add({.bits = value, .kind = Kind::kUnsigned});
  }
  bool number_float(number_float_t value, const string_t&) {
    return Add({.bits = std::bit_cast<std::uint64_t>(value), .kind = Kind::kDouble});
  }
  bool string(const string_t& value) { return AddText(value, Kind::kString); }
  bool key(const string_t& value) { return AddText(value, Kind::kKey); }
  bool binary(const binary_t&) { return false; }  // not in text

  bool start_object(std::size_t) { return Open(Kind::kObject); }
  bool start_array(std::size_t) { return Open(Kind::kArray); }
  bool end_object() { return Close(); }
  bool end_array() { return Close(); }

  bool parse_error(std::size_t byte, const std::string&, const nlohmann::json::exception& error) {
    // "[json.exception.parse_error.101] parse error at line 1, column 9: syntax error ..."
    std::string_view what = error.what();
    if (const std::size_t at = what.find(": "); at != std::string_view::npos) {
      what.remove_prefix(at + 2);
    }
    error_ =
        "it is not JSON at byte " + std::to_string(byte) + ": " + std::string(what.substr(0, 200));
    return false;
  }

  const std::string& error() const { return error_; }

 private:
  bool Add(Token token) {
    if (tape_.tokens_.size() >= kMostTokens) {
      error_ = "it has more than " + std::to_string(kMostTokens) + " values";
      return false;
    }
    tape_.tokens_.push_back(token);
    return true;
  }

  bool AddText(const std::string& text, Kind kind) {
    if (!Add({.bits = tape_.texts_.size(),
              .size = static_cast<std::uint32_t>(text.size()),
              .kind = kind})) {
      return false;
    }
    tape_.texts_ += text;
    return true;
  }

  bool Open(Kind kind) {
    if (open_.size() >= kDeepest) {
      error_ = "it is nested more than " + std::to_string(kDeepest) + " levels deep";
      return false;
    }
    open_.push_back(tape_.tokens_.size());
    return Add({.kind = kind});
  }

  bool Close() {
    tape_.tokens_[open_.back()].size = static_cast<std::uint32_t>(tape_.tokens_.size());
    open_.pop_back();
    return true;
  }

  JsonTape& tape_;
  std::vector<std::size_t> open_{};
  std::string error_{};
};

Result<JsonTape> JsonTape::Parse(std::string_view text) {
  JsonTape tape;
  Handler handler(&tape);
  if (!nlohmann::json::sax_parse(text.begin(), text.end(), &handler)) {
    return Fail(ErrorCode::kInvalidArgument, handler.error());
  }
  return tape;
}

}  // namespace claimgraph
