// The schema's name comes first in the header, so that a file is told by its first bytes.

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/graph_json.h"
#include "core/json.h"
#include "core/json_tape.h"

namespace claimgraph {
namespace {

constexpr std::string_view kSchema = "claimgraph/graph/";
constexpr std::string_view kVersion = "1";

std::string_view WithoutSpace(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  return text;
}

}  // namespace

std::string GraphHeaderJson(const GraphHeader& header) {
  Json json = {{"schema", std::string(kSchema).append(kVersion)}, {"method", header.method}};
  if (!header.vocabulary.empty()) json["vocabulary"] = header.vocabulary;
  return Dump(json);
}

Result<GraphHeader> ParseGraphHeader(std::string_view line) {
  const Result<JsonTape> tape = JsonTape::Parse(line);
  if (!tape) return tl::unexpected(tape.error());
  if (tape->at(0).kind != JsonTape::Kind::kObject) {
    return Fail(ErrorCode::kInvalidArgument, "it is not an object with a schema");
  }
  GraphHeader header;
  std::string_view schema;
  for (std::size_t at = 1; at < tape->After(0); at = tape->After(at + 1)) {
    if (tape->at(at + 1).kind != JsonTape::Kind::kString) continue;
    const std::string_view name = tape->Text(tape->at(at));
    const std::string_view value = tape->Text(tape->at(at + 1));
    if (name == "schema") schema = value;
    if (name == "method") header.method = value;
    if (name == "vocabulary") header.vocabulary = value;
  }
  if (!schema.starts_with(kSchema)) {
    return Fail(ErrorCode::kInvalidArgument, "it is not an object with a schema");
  }
  if (schema.substr(kSchema.size()) != kVersion) {
    return Fail(ErrorCode::kVersion, "its schema is " + std::string(schema.substr(0, 60)) +
                                         ", and this version of claimgraph reads " +
                                         std::string(kSchema).append(kVersion) +
                                         " alone; import it with the version that wrote it, or a "
                                         "newer one");
  }
  return header;
}

bool LooksLikeGraphLines(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  for (const std::string_view next : {"{", "\"schema\"", ":", "\"claimgraph/graph/"}) {
    head = WithoutSpace(head);
    if (!head.starts_with(next)) return false;
    head.remove_prefix(next.size());
  }
  return true;
}

}  // namespace claimgraph
