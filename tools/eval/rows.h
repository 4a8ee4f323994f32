// What the tasks read of a row.
#ifndef CLAIMGRAPH_TOOLS_EVAL_ROWS_H_
#define CLAIMGRAPH_TOOLS_EVAL_ROWS_H_

#include <nlohmann/json.hpp>
#include <string>

namespace claimgraph::eval {

// "" where the row has no such text.
inline std::string Text(const nlohmann::json& row, const char* field) {
  const auto it = row.find(field);
  return it != row.end() && it->is_string() ? it->get<std::string>() : std::string();
}

}  // namespace claimgraph::eval

#endif  // CLAIMGRAPH_TOOLS_EVAL_ROWS_H_
