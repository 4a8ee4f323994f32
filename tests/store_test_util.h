// Graphs to store, and ways to see everything that a store answers.
#ifndef CLAIMGRAPH_TESTS_STORE_TEST_UTIL_H_
#define CLAIMGRAPH_TESTS_STORE_TEST_UTIL_H_

#include <filesystem>
#include <functional>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "core/document_graph.h"
#include "core/graph_reader.h"
#include "core/store/graph_store.h"

namespace claimgraph {

// A directory that goes when the object does.
class TempDir {
 public:
  TempDir();
  ~TempDir();
  TempDir(const TempDir&) = delete;
  TempDir& operator=(const TempDir&) = delete;
  std::string operator/(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

// One document of everything, every field of every noun set to something that
// is not its default.
DocumentGraph FullGraph(const std::string& source);

// The same as of format 1, frozen.
DocumentGraph V1Graph(const std::string& source);

// A document that says one thing once and cites one work under `names`.
DocumentGraph TinyGraph(const std::string& source, const std::string& hash,
                        const std::vector<std::string>& names,
                        const std::string& intervention = "walking");

// A sound graph of `claims` claims whose works and propositions come from small
// pools, so that documents meet; the same generator state gives the same graph.
DocumentGraph RandomGraph(std::mt19937* random, const std::string& source, int claims);

// Does the `index`-th step of an endless import to a store: puts, replaces or
// removes one of a few documents.  The error's text, or "".
std::string StreamStep(int index, GraphStore* store);

// Everything that a reader can be asked, as lines of text.
std::vector<std::string> Dump(const GraphReader& reader);

// What is wrong with a graph: edges that no noun has or that lack their
// reverse, names that lead elsewhere, nodes that nothing refers to.
std::vector<std::string> Faults(const GraphReader& reader);

// Opens or dies.
std::unique_ptr<GraphStore> OpenOrDie(const std::string& dir, const RocksOptions& options = {});

// The errors' text, or "" for success.
template <typename T>
std::string Message(const Result<T>& result) {
  return result ? std::string() : result.error().message;
}

}  // namespace claimgraph

#endif  // CLAIMGRAPH_TESTS_STORE_TEST_UTIL_H_
