// What a command may be given: its own operands and flags, and those that several
// commands share.
//
// CLI11 is slow to compile, so that only flags.cc and main.cc see it.
#ifndef CLAIMGRAPH_CLI_FLAGS_H_
#define CLAIMGRAPH_CLI_FLAGS_H_

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "claimgraph/claimgraph.h"
#include "cli/command.h"

namespace CLI {
class App;
}

namespace claimgraph::cli {

// How a value is given, beyond its name and its help.
struct ValueShape {
  const char* called = nullptr;  // in --help: "DIR", "N"; null: after its C++ type
  bool required = false;
  int count = 0;                       // exactly so many; 0: as its C++ type says
  bool one_each = false;               // `--rule a --rule b`, not `--rule a b`
  bool positive = false;               // a number above 0
  bool filled = false;                 // not the empty string
  int least = 1;                       // a number from this
  int most = 0;                        // to this; 0: any
  std::vector<std::string> choices{};  // one of these; none: anything
  const char* not_with = nullptr;      // a value added before, which rules this one out
};

// Takes a value into *value, which must live until the command has run.  `name` is
// "--limit", "-o,--output", or an operand's "FILE".  T is a string, a vector of
// them, unsigned (or none), std::size_t or double.
template <typename T>
void AddValue(CLI::App& app, const char* name, T* value, const char* help,
              const ValueShape& shape = {});
void AddSwitch(CLI::App& app, const char* name, bool* on, const char* help);

void AddStore(CLI::App& app, std::string* store);                      // required
void AddFormat(CLI::App& app, std::string* format, ValueShape shape);  // with its choices
void AddVocabulary(CLI::App& app, std::string* path);                  // a user's own concepts

// The flags of every question to the graph, and what runs it: a command of its
// own says which nodes it takes.
Action AskGraph(CLI::App& app, std::shared_ptr<GraphQuestion> question);

// For reading; none if `store` is empty, so that RocksDB is left alone.
[[nodiscard]] Result<std::optional<Workspace>> OpenIfNamed(const std::string& store);

// Reads each file whole; "-" once.
[[nodiscard]] Result<std::vector<Input>> ReadInputs(const std::vector<std::string>& paths);

}  // namespace claimgraph::cli

#endif  // CLAIMGRAPH_CLI_FLAGS_H_
