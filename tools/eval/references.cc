#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "core/text/normalize.h"
#include "importers/extraction/reference_parser.h"
#include "tools/eval/tasks.h"

namespace claimgraph::eval {

nlohmann::json PredictReferences(const nlohmann::json& row) {
  const std::string raw = row.at("raw").get<std::string>();
  const EntryParts parts = TakeApart(raw);
  nlohmann::json fields = nlohmann::json::object();
  const auto put = [&fields](const char* name, std::string value) {
    if (!value.empty()) fields[name] = std::move(value);
  };
  const auto printed = [&raw](TextSpan s) { return Tidy(Slice(raw, s)); };
  if (!parts.editors) put("author", printed(parts.authors));
  put("title", printed(parts.title));
  put("container", printed(parts.container));
  put("year", parts.year_value == 0 ? "" : std::to_string(parts.year_value));
  put("volume", printed(parts.volume));
  put("issue", printed(parts.issue));
  put("pages", printed(parts.pages));
  put("publisher", printed(parts.publisher));
  // The datasets mark each stretch once: "https://doi.org/10.1/x" is an address.
  if (!parts.doi_in_address) put("doi", parts.doi);
  put("url", printed(parts.address));
  put("pmid", parts.pmid);
  nlohmann::json names = nlohmann::json::array();
  for (const Author& author : parts.names) {
    names.push_back({{"family", author.family}, {"given", author.given}});
  }
  // In bytes of `raw`.
  nlohmann::json spans = nlohmann::json::object();
  const auto mark = [&spans](const char* name, TextSpan s) {
    if (s.size() != 0) spans[name] = {s.begin, s.end};
  };
  mark("author", parts.authors);
  mark("title", parts.title);
  mark("container", parts.container);
  mark("year", parts.year);
  mark("volume", parts.volume);
  mark("issue", parts.issue);
  mark("pages", parts.pages);
  mark("publisher", parts.publisher);
  mark("url", parts.address);
  return {{"fields", std::move(fields)}, {"spans", std::move(spans)}, {"names", std::move(names)}};
}

}  // namespace claimgraph::eval
