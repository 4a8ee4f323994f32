// A file as the caller has it.
//
// Whoever calls the library brings the bytes; only front matter that names a
// bibliography leads to another file.
#ifndef CLAIMGRAPH_CLAIMGRAPH_INPUT_H_
#define CLAIMGRAPH_CLAIMGRAPH_INPUT_H_

#include <string>

namespace claimgraph {

// `path` is what messages print and what leads to the files beside it; "-" for
// standard input.
struct Input {
  std::string path{};
  std::string bytes{};
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CLAIMGRAPH_INPUT_H_
