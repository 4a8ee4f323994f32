// Imports for ever, and says so: `store_crash_child DIR FIRST GROUP WAY` does the
// steps of StreamStep from FIRST on, GROUP of them in one commit, and prints the
// number of each once it is on disk.  WAY is "commit" or "tables".
// store_crash_test kills it.

#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "tests/store_test_util.h"

int main(int argc, char** argv) {
  if (argc != 5) return 2;
  const auto store = claimgraph::OpenOrDie(argv[1]);
  const int group = std::atoi(argv[3]);
  const auto how = std::string_view(argv[4]) == "tables" ? claimgraph::HeldAs::kTables
                                                         : claimgraph::HeldAs::kCommit;
  std::printf("open\n");
  std::fflush(stdout);
  for (int first = std::atoi(argv[2]);; first += group) {
    if (group > 1) store->Hold();
    for (int step = first; step < first + group; ++step) {
      const std::string error = claimgraph::StreamStep(step, store.get());
      if (!error.empty()) {
        std::fprintf(stderr, "%s\n", error.c_str());
        return 3;
      }
    }
    if (const auto released = store->Release(how); !released) {
      std::fprintf(stderr, "%s\n", released.error().message.c_str());
      return 3;
    }
    for (int step = first; step < first + group; ++step) std::printf("%d\n", step);
    if (std::fflush(stdout) != 0) return 4;
  }
}
