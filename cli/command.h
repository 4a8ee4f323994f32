// One command of the program.
//
// A command is a name, a line of help, and a function that declares its flags
// and returns what to run once they are parsed.
#ifndef CLAIMGRAPH_CLI_COMMAND_H_
#define CLAIMGRAPH_CLI_COMMAND_H_

#include <functional>
#include <span>

namespace CLI {
class App;
}

namespace claimgraph::cli {

// Part of the interface: scripts and editors rely on it.
enum ExitCode {
  kClean = 0,     // nothing found
  kFindings = 1,  // findings at or above --fail-on
  kUsage = 2,     // a flag, a name or .claimgraph.toml is wrong
  kFailure = 3,   // could not do the work
};

using Action = std::function<int()>;  // returns an ExitCode

struct Command {
  const char* name;
  const char* summary;  // for the list of commands
  const char* example;  // for the command's own --help
  Action (*declare)(CLI::App& app);
};

// In the order in which a newcomer needs them.
std::span<const Command> Commands();

Action DeclareCheck(CLI::App& app);
Action DeclareDoctor(CLI::App& app);
Action DeclareImport(CLI::App& app);
Action DeclareQuery(CLI::App& app);
Action DeclareSql(CLI::App& app);
Action DeclareExplain(CLI::App& app);
Action DeclareDecide(CLI::App& app);
Action DeclareImpact(CLI::App& app);
Action DeclareIndependence(CLI::App& app);
Action DeclareChains(CLI::App& app);
Action DeclareConflicts(CLI::App& app);
Action DeclareInfluence(CLI::App& app);
Action DeclareCoverage(CLI::App& app);
Action DeclareCommunities(CLI::App& app);
Action DeclarePath(CLI::App& app);
Action DeclareNeighbours(CLI::App& app);
Action DeclareSuggest(CLI::App& app);
Action DeclareRules(CLI::App& app);
Action DeclareVocabulary(CLI::App& app);
Action DeclareExport(CLI::App& app);
Action DeclareReport(CLI::App& app);

}  // namespace claimgraph::cli

#endif  // CLAIMGRAPH_CLI_COMMAND_H_
