// A scanner that knows strings and brackets and no more.  Objects are walked member
// by member: a member that may hold records is walked in turn, any other is copied.
// So one that turns out to be a record itself is whole when it closes.

#include "importers/records/json_elements.h"

#include <string_view>
#include <utility>

#include "importers/records/utf8_source.h"

namespace claimgraph {
namespace {

constexpr std::size_t kBuffer = std::size_t{64} << 10;
constexpr std::size_t kMostFrames = 8;
constexpr int kDeepest = 100;

bool IsBlank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == ','; }

// Members that hold records: of Crossref's API, of its dumps, and of maps by DOI.
bool HoldsRecords(std::string_view quoted_key, char first) {
  if (first == '{') return quoted_key == "\"message\"";
  return first == '[' && (quoted_key == "\"items\"" || quoted_key.starts_with("\"10."));
}

// The brackets that are open; a closing one without its opening is left to the parser.
class Depth {
 public:
  void See(char c) {
    if (c == '"' && !escaped_) in_string_ = !in_string_;
    escaped_ = in_string_ && c == '\\' && !escaped_;
    if (in_string_) return;
    if (c == '{' || c == '[') ++open_;
    if (c == '}' || c == ']') --open_;
  }
  int open() const { return open_; }
  bool in_string() const { return in_string_; }

 private:
  int open_ = 0;
  bool in_string_ = false;
  bool escaped_ = false;
};

}  // namespace

JsonElements::JsonElements(ByteSource* source, RecordSink* sink)
    : text_(NewUtf8Source(source, sink)), buffer_(kBuffer, '\0') {}

bool JsonElements::Peek(char* c) {
  if (at_ == held_) {
    if (ended_) return false;
    const Result<std::size_t> got = text_->Read(buffer_.data(), buffer_.size());
    if (!got) status_ = tl::unexpected(got.error());
    at_ = 0;
    held_ = got ? *got : 0;
    ended_ = held_ == 0;
    if (ended_) return false;
  }
  *c = buffer_[at_];
  return true;
}

void JsonElements::Advance() { line_ += buffer_[at_++] == '\n' ? 1 : 0; }

bool JsonElements::PeekAfterSpace(char* c) {
  while (Peek(c)) {
    if (!IsBlank(*c)) return true;
    Advance();
  }
  return false;
}

// A string with its quotes.  Requires: the next character is one.
bool JsonElements::TakeString(std::string* out, bool* too_large) {
  Depth depth;
  char c = 0;
  while (Peek(&c)) {
    depth.See(c);
    Advance();
    if (out->size() < kMostInRecord) out->push_back(c);
    *too_large = *too_large || out->size() >= kMostInRecord;
    if (c == '"' && !depth.in_string()) return true;
  }
  return false;
}

// Appends the value that begins here to `out`.  False if the text ends in it.
bool JsonElements::TakeValue(std::string* out, bool* too_large) {
  Depth depth;
  char c = 0;
  bool any = false;
  while (Peek(&c)) {
    const bool closes = depth.open() == 0 && !depth.in_string() && any;
    if (closes && (IsBlank(c) || c == '}' || c == ']')) return true;
    depth.See(c);
    Advance();
    any = true;
    *too_large = *too_large || depth.open() > kDeepest || out->size() >= kMostInRecord;
    if (!*too_large) out->push_back(c);
    if (depth.open() <= 0 && !depth.in_string() && (c == '}' || c == ']' || c == '"')) return true;
  }
  return any && depth.open() <= 0 && !depth.in_string();
}

void JsonElements::TakeLine(JsonElement* element) {
  element->line = line_;
  char c = 0;
  for (; Peek(&c) && c != '\n'; Advance()) {
    element->too_large = element->too_large || element->text.size() >= kMostInRecord;
    if (!element->too_large) element->text.push_back(c);
  }
  if (element->too_large) element->text.clear();
}

void JsonElements::Open(char bracket) {
  Advance();
  Frame frame{.array = bracket == '[', .line = line_};
  if (!frame.array) frame.members = "{";
  frames_.push_back(std::move(frame));
}

bool JsonElements::Next(JsonElement* element) {
  *element = {};
  char c = 0;
  while (PeekAfterSpace(&c)) {
    if (frames_.empty()) {
      if (c == '{' && one_a_line_) {
        TakeLine(element);
        return status_.has_value();
      }
      if (c == '{' || c == '[') {
        Open(c);
        continue;
      }
      element->line = line_;
      // Not JSON, or JSON of no use: as one element up to the next object.
      while (Peek(&c) && c != '{' && c != '[') {
        Advance();
        if (element->text.size() < kBuffer) element->text.push_back(c);
      }
      return true;
    }
    if (frames_.back().array ? StepInArray(c, element) : StepInObject(c, element)) return true;
  }
  if (frames_.empty() || !status_) return false;
  // The text ended in whatever is open.
  *element = {.line = frames_.back().line, .cut = true};
  frames_.clear();
  return true;
}

// True if an element is ready.
bool JsonElements::StepInArray(char c, JsonElement* element) {
  if (c == ']' || c == '}') {
    Advance();
    frames_.pop_back();
    return false;
  }
  if (c == '{' && frames_.size() < kMostFrames) {
    Open(c);
    return false;
  }
  element->line = line_;
  element->cut = !TakeValue(&element->text, &element->too_large);
  if (element->cut) frames_.clear();
  if (element->cut || element->too_large) element->text.clear();
  return true;
}

bool JsonElements::StepInObject(char c, JsonElement* element) {
  if (c == '}' || c == ']') {
    Advance();
    Close(element);
    return true;
  }
  if (c == '"') {
    if (TakeMember()) return false;
    *element = {.line = frames_.front().array && frames_.size() > 1 ? frames_[1].line
                                                                    : frames_.front().line,
                .cut = true};
    frames_.clear();
    return status_.has_value();
  }
  // What cannot stand here is kept for the parser to refuse.
  Advance();
  if (frames_.back().members.size() < kMostInRecord) frames_.back().members.push_back(c);
  return false;
}

// A key, its colon and its value.  False if the text ends in them.
bool JsonElements::TakeMember() {
  const std::size_t own = frames_.size() - 1;
  std::string key;
  char c = 0;
  if (!TakeString(&key, &frames_[own].too_large) || !PeekAfterSpace(&c)) return false;
  if (c == ':') {
    Advance();
    if (!PeekAfterSpace(&c)) return false;
  }
  if (frames_.size() < kMostFrames && HoldsRecords(key, c)) {
    frames_[own].wrapper = true;
    Open(c);
    return true;
  }
  Frame& frame = frames_[own];
  if (frame.members.size() > 1) frame.members += ',';
  if (frame.members.size() + key.size() < kMostInRecord) frame.members += key;
  frame.members += ':';
  return TakeValue(&frame.members, &frame.too_large);
}

void JsonElements::Close(JsonElement* element) {
  Frame frame = std::move(frames_.back());
  frames_.pop_back();
  element->line = frame.line;
  element->wrapper = frame.wrapper;
  element->too_large = frame.too_large;
  if (!frame.too_large) element->text = std::move(frame.members) + "}";
  one_a_line_ = frames_.empty() && !frame.wrapper && frame.line == line_;
}

}  // namespace claimgraph
