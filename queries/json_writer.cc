// Every member and element stands on a line of its own, indented by depth; a
// container that stays empty closes on the same line.

#include "queries/json_writer.h"

#include <cassert>
#include <nlohmann/json.hpp>

namespace claimgraph {

void JsonWriter::BeginObject(std::string_view key) { Begin(key, '{'); }
void JsonWriter::BeginArray(std::string_view key) { Begin(key, '['); }

void JsonWriter::Member(std::string_view key, const Json& value) {
  Separate();
  Key(key);
  out_ << Dump(value);
}

void JsonWriter::Element(const Json& value) {
  Separate();
  out_ << Dump(value);
}

void JsonWriter::Begin(std::string_view key, char bracket) {
  Separate();
  if (!key.empty()) Key(key);
  out_ << bracket;
  empty_.push_back(true);
}

void JsonWriter::End(char bracket) {
  assert(!empty_.empty());
  const bool was_empty = empty_.back();
  empty_.pop_back();
  if (!was_empty) out_ << '\n' << std::string(empty_.size(), ' ');
  out_ << bracket;
  if (empty_.empty()) out_ << '\n';
}

void JsonWriter::Separate() {
  if (empty_.empty()) return;
  if (!empty_.back()) out_ << ',';
  empty_.back() = false;
  out_ << '\n' << std::string(empty_.size(), ' ');
}

void JsonWriter::Key(std::string_view key) { out_ << Dump(Json(key)) << ": "; }

}  // namespace claimgraph
