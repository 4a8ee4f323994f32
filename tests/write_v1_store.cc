// Wrote tests/data/v1_store: `write_v1_store DIR`.  Opening twice leaves one
// document in table files and one in the log, as users' stores have them.

#include <cstdio>

#include "tests/store_test_util.h"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  for (const char* source : {"walks.md", "more-walks.md"}) {
    const auto store = claimgraph::OpenOrDie(argv[1]);
    const auto put = store->PutDocument(claimgraph::V1Graph(source));
    if (!put) {
      std::fprintf(stderr, "%s\n", put.error().message.c_str());
      return 3;
    }
  }
}
