// `.claimgraph.toml`: which rules matter to a project, and how much.
//
//   fail-on = "warning"            # error, warning, info or never
//   vocabulary = "terms.toml"      # beside this file (vocabulary_file.h)
//   [rules]
//   uncited-claim = "error"        # off, info, warning or error
//   magnitude-inflation = "off"
//
// Nothing else may stand in it: a misspelt rule that is silently passed over
// would be worse than none.  Flags on the command line come first.
#ifndef CLAIMGRAPH_CLAIMGRAPH_CONFIG_H_
#define CLAIMGRAPH_CLAIMGRAPH_CONFIG_H_

#include <optional>
#include <string>
#include <string_view>

#include "core/finding.h"
#include "core/status.h"
#include "queries/rule_choice.h"

namespace claimgraph {

struct Config {
  std::string path{};                 // of the file; empty: there is none
  SeverityOverrides severities{};     // by rule
  std::optional<Severity> fail_on{};  // kOff: never
  std::string vocabulary{};           // the path of a file; empty: none
};

// `path` is for messages: "drafts/.claimgraph.toml:3: unknown rule ...".
[[nodiscard]] Result<Config> ParseConfig(std::string_view toml, const std::string& path);

// The nearest `.claimgraph.toml` in the folder of `checked_path` or above it; the
// default Config if there is none.  For "-", the search begins where we stand.
[[nodiscard]] Result<Config> FindConfig(const std::string& checked_path);

// "off", "info", "warning", "error"; and "never" for kOff.
std::optional<Severity> ParseSeverity(std::string_view name);

// Fails with the nearest name if any of `rules` is not a rule.
[[nodiscard]] Status CheckRuleNames(const std::vector<std::string>& rules);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CLAIMGRAPH_CONFIG_H_
