// A file that appears whole or not at all.
//
// It is written beside its place, as "NAME.part" or, if there is such a file, under the
// next name, and put there once it is complete: whoever reads it sees the old bytes or
// the new ones.  A link to a file stays, and its file is replaced.  What is no plain file, such as
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

// A file's buffer that keeps why it could not be written: streams forget it.
class FileBuffer : public std::filebuf {
 public:
  int error() const { return error_; }  // errno of the first write that failed

 protected:
  std::streamsize xsputn(const char* bytes, std::streamsize size) override;
  int_type overflow(int_type c) override;

 private:
  void Note(bool failed);

  int error_ = 0;
};

// Open, write, Close, Place.  What was not placed is removed with the object.  Errors
// are kIo and name the path.
class PartFile {
 public:
  explicit PartFile(const std::string& path);
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
  FileBuffer file_;
  std::ostream out_{&file_};
  int error_ = 0;  // errno of opening it
  bool placed_ = false;
};

// All of it: what `write` does goes to the file at `path`.
[[nodiscard]] Status WriteWhole(const std::string& path,
                                const std::function<Status(std::ostream&)>& write);

// InvalidArgument if `path` is `folder`, the folder of a store, or lies in it: links followed.
[[nodiscard]] Status CheckIsOutside(const std::string& path, const std::string& folder);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CLAIMGRAPH_PART_FILE_H_
