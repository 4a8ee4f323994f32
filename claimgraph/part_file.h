// A file that appears whole or not at all.
//
// It is written beside its place, as "NAME.part", and put there once it is complete:
// whoever reads it sees the old bytes or the new ones.  What is no plain file, such as
// /dev/stdout or a pipe, is written to as it is.
#ifndef CLAIMGRAPH_CLAIMGRAPH_PART_FILE_H_
#define CLAIMGRAPH_CLAIMGRAPH_PART_FILE_H_

#include <fstream>
#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "core/status.h"

namespace claimgraph {

// Open, write, Close, Place.  What was not placed is removed with the object.  Errors
// are kIo and name the path.
class PartFile {
 public:
  explicit PartFile(std::string path);
  ~PartFile();
  PartFile(const PartFile&) = delete;
  PartFile& operator=(const PartFile&) = delete;

  std::ostream& out() { return out_; }
  [[nodiscard]] Status Opened() const;
  [[nodiscard]] Status Close();
  [[nodiscard]] Status Place();

 private:
  std::string path_;
  std::string part_;  // path_ itself where that is no plain file
  std::vector<char> buffer_;
  std::ofstream out_;
  int error_ = 0;  // errno of opening it
  bool placed_ = false;
};

// All of it: what `write` does goes to the file at `path`.
[[nodiscard]] Status WriteWhole(const std::string& path,
                                const std::function<Status(std::ostream&)>& write);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CLAIMGRAPH_PART_FILE_H_
