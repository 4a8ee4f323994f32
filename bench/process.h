// One run of a program, and what it took.
#ifndef CLAIMGRAPH_BENCH_PROCESS_H_
#define CLAIMGRAPH_BENCH_PROCESS_H_

#include <string>
#include <vector>

namespace claimgraph::bench {

struct ProcessRun {
  double seconds = 0;
  double cpu_seconds = 0;  // of all its threads
  double peak_mib = 0;     // of resident memory
  int exit_code = -1;      // -1: not started, or ended by a signal
};

// Runs `command` to its end.  What it prints goes nowhere: a terminal would be
// what we measure.
ProcessRun RunProcess(const std::vector<std::string>& command);

}  // namespace claimgraph::bench

#endif  // CLAIMGRAPH_BENCH_PROCESS_H_
