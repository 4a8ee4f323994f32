// Imports for ever, and says so: `store_crash_child DIR FIRST` does the steps of
// StreamStep from FIRST on and prints the number of each once it is committed.
// store_crash_test kills it.

#include <cstdio>
#include <cstdlib>

#include "tests/store_test_util.h"

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const auto store = claimgraph::OpenOrDie(argv[1]);
  std::printf("open\n");
  std::fflush(stdout);
  for (int step = std::atoi(argv[2]);; ++step) {
    const std::string error = claimgraph::StreamStep(step, store.get());
    if (!error.empty()) {
      std::fprintf(stderr, "%s\n", error.c_str());
      return 3;
    }
    std::printf("%d\n", step);
    if (std::fflush(stdout) != 0) return 4;
  }
}
