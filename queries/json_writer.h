// JSON documents too large to build: members and elements written one by one.
//
// Only the outermost levels are written through this; what is inside them are
// whole values of core/json.
#ifndef CLAIMGRAPH_QUERIES_JSON_WRITER_H_
#define CLAIMGRAPH_QUERIES_JSON_WRITER_H_

#include <nlohmann/json_fwd.hpp>
#include <ostream>
#include <string_view>
#include <vector>

#include "core/json.h"

namespace claimgraph {

class JsonWriter {
 public:
  explicit JsonWriter(std::ostream& out) : out_(out) {}

  // Containers nest; each Begin needs its End.  `key` only inside an object.
  void BeginObject(std::string_view key = {});
  void EndObject() { End('}'); }
  void BeginArray(std::string_view key = {});
  void EndArray() { End(']'); }

  void Member(std::string_view key, const Json& value);
  void Element(const Json& value);

 private:
  void Begin(std::string_view key, char bracket);
  void End(char bracket);
  void Separate();
  void Key(std::string_view key);

  std::ostream& out_;
  std::vector<bool> empty_;  // of each open container: nothing written yet
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_JSON_WRITER_H_
