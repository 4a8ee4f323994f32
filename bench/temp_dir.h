// A folder for one benchmark's files, gone with the object, and what is in it.
#ifndef CLAIMGRAPH_BENCH_TEMP_DIR_H_
#define CLAIMGRAPH_BENCH_TEMP_DIR_H_

#include <stdlib.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>

namespace claimgraph {

class TempDir {
 public:
  TempDir() {
    // mkdtemp writes its own letters over the last six.
    std::string name =
        (std::filesystem::temp_directory_path() / "claimgraph-bench-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) std::abort();
    path_ = name;
  }
  ~TempDir() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TempDir(const TempDir&) = delete;
  TempDir& operator=(const TempDir&) = delete;
  std::string operator/(const char* name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

// Of a file, or of all files in a folder.
inline double BytesBelow(const std::string& path) {
  namespace fs = std::filesystem;
  if (fs::is_regular_file(path)) return static_cast<double>(fs::file_size(path));
  double sum = 0;
  for (const auto& e : fs::recursive_directory_iterator(path)) {
    if (e.is_regular_file()) sum += static_cast<double>(e.file_size());
  }
  return sum;
}

}  // namespace claimgraph

#endif  // CLAIMGRAPH_BENCH_TEMP_DIR_H_
