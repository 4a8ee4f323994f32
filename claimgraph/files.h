// The files that people name: read whole, or listed out of folders.
//
// The only place where articles are opened; importers are given bytes.
#ifndef CLAIMGRAPH_CLAIMGRAPH_FILES_H_
#define CLAIMGRAPH_CLAIMGRAPH_FILES_H_

#include <string>
#include <string_view>
#include <vector>

#include "core/status.h"

namespace claimgraph {

// All bytes of a file, or of standard input for "-".  Errors read "draft.md:
// cannot read: No such file or directory".  4 GiB or more is refused.
[[nodiscard]] Result<std::string> ReadFile(const std::string& path);

// One spelling for each file, which a store knows its document by: relative to
// the current folder if the file is below it, else absolute; "-" as it is.  Links
// to folders are followed only where that brings the file below the current one.
std::string DocumentPath(const std::string& path);

struct Note {
  std::string path{};
  std::string why{};  // "not a text file"
};

struct FileList {
  std::vector<std::string> files{};   // sorted within each folder; no path twice
  std::vector<Note> skipped{};        // met in a folder, and why it is not read
  std::vector<std::string> failed{};  // "drafts: cannot read: Permission denied"
};

// Files, spelled as DocumentPath does, and of each folder every file below it that has an extension
// we read.  Hidden files are passed over, as is customary; links to folders are
// skipped with a note, so that a loop of links ends.
FileList ListFiles(const std::vector<std::string>& paths);

bool IsBibName(std::string_view path);  // ends in .bib, in any case

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CLAIMGRAPH_FILES_H_
