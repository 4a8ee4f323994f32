// Files and folders into a store.
//
// Reading is spread over threads, committing is not: the same files give the
// same graph with the same ids, however many threads read them.
#ifndef CLAIMGRAPH_CLAIMGRAPH_IMPORT_H_
#define CLAIMGRAPH_CLAIMGRAPH_IMPORT_H_

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/files.h"
#include "core/store/graph_store.h"

namespace claimgraph {

struct ImportOptions {
  unsigned jobs = 0;  // threads that read; 0: as many as the machine has cores
  // For very many articles: thousands become one step, written as sorted tables.
  // The store ends as it does without, whatever it held before.  Killed, an import
  // loses the step that it was in; run again, it goes on from there.
  bool bulk = false;
  // Called for each file, from the calling thread, once it is on disk or needs no
  // storing; `done` counts up to `all`.
  std::function<void(std::size_t done, std::size_t all, std::string_view path)> progress{};
  // Called before the store's snapshot is made, and once it is, if it is (Workspace).
  std::function<void(bool done)> snapshot{};
};

struct ImportSummary {
  std::size_t added = 0;
  std::size_t replaced = 0;
  std::size_t unchanged = 0;
  std::size_t removed = 0;      // documents that a file of records withdraws
  std::vector<Note> skipped{};  // not read, and why
  // What should have been read and was not, "draft.md: cannot read: ..."; the
  // rest was.
  std::vector<std::string> failed{};
  // Records that were skipped, or parts of them that were left out, each with its
  // file, line and what was wrong; the first kMostProblems of each file.
  static constexpr std::size_t kMostProblems = 100;
  std::vector<std::string> problems{};
  std::size_t records = 0;          // read from files of records
  std::size_t records_skipped = 0;  // of those that were met
};

// Each article is read, linked to what the store has, judged by the rules that
// look at one document, and stored with their findings, whole or not at all.  What
// it changes for other documents (upkeep.h) is judged again in the same commit.
// Articles that are ready within a tenth of a second share a commit, since a
// disk syncs one large commit as fast as one small one; what is counted and
// reported is on disk.  An article that is stored already with the same bytes is
// not read again.  Settings play no part: the same bytes and the store's vocabulary
// (vocabulary_file.h) give the same graph.
//
// Files of graphs that were exported come first (graph_files.h), and are not read again.
//
// Files of research records (record_files.h) come next, so that articles are judged
// by what they tell; each record is a document.
//
// .bib files named here belong to every article that names none of its own;
// those that are only met in a folder belong to the articles that name them.
ImportSummary Import(const std::vector<std::string>& paths, const ImportOptions& options,
                     GraphStore* store);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CLAIMGRAPH_IMPORT_H_
