// The records of a JSON file, cut out one at a time.
//
// A record is an object: alone, one a line, in an array, or in what APIs wrap
// around: {"items": [...]}, {"message": {...}}, {"message": {"items": [...]}}.
// Where the first is alone on its line, so are the others: one that is broken loses
// its line and no more.  Text in, text out; whether it parses is the caller's concern.  No more
// than kMostInRecord of one is held.
#ifndef CLAIMGRAPH_IMPORTERS_RECORDS_JSON_ELEMENTS_H_
#define CLAIMGRAPH_IMPORTERS_RECORDS_JSON_ELEMENTS_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "importers/records/record_entry.h"

namespace claimgraph {

struct JsonElement {
  std::string text{};
  std::uint64_t line = 0;  // where it begins
  bool wrapper = false;    // what was around records that were handed out already
  bool too_large = false;  // or nested too deeply: `text` is empty
  bool cut = false;        // the file ends in it: `text` is empty
};

class JsonElements {
 public:
  // Both must outlive it; `sink` hears of encodings.
  JsonElements(ByteSource* source, RecordSink* sink);

  // False at the end, and where the source fails.
  bool Next(JsonElement* element);
  // How the source failed, if it did.
  const Status& status() const { return status_; }

 private:
  // An array of records, or an object that may be one or may hold some.
  struct Frame {
    bool array = false;
    std::uint64_t line = 0;
    std::string members{};  // of an object: those that are its own, "{" first
    bool wrapper = false;   // records were found in it
    bool too_large = false;
  };

  bool Peek(char* c);
  void TakeLine(JsonElement* element);
  void Advance();
  bool PeekAfterSpace(char* c);
  bool TakeString(std::string* out, bool* too_large);
  bool TakeValue(std::string* out, bool* too_large);
  void Open(char bracket);
  bool StepInArray(char c, JsonElement* element);
  bool StepInObject(char c, JsonElement* element);
  bool TakeMember();
  void Close(JsonElement* element);

  std::unique_ptr<ByteSource> text_;
  std::string buffer_{};
  std::size_t at_ = 0;    // of buffer_: not yet used
  std::size_t held_ = 0;  // of buffer_: filled
  std::uint64_t line_ = 1;
  std::vector<Frame> frames_{};  // at most kMostFrames
  bool one_a_line_ = false;
  bool ended_ = false;
  Status status_{};
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_RECORDS_JSON_ELEMENTS_H_
