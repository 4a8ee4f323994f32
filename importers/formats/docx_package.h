// The parts of a DOCX file, unpacked on demand.
//
// A part may unpack to 64 MiB and all together to 128 MiB, whatever the file says
// of their sizes; what goes beyond is left out, so a zip bomb ends there.
#ifndef CLAIMGRAPH_IMPORTERS_FORMATS_DOCX_PACKAGE_H_
#define CLAIMGRAPH_IMPORTERS_FORMATS_DOCX_PACKAGE_H_

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.h"

struct zip;

namespace claimgraph {

class DocxPackage {
 public:
  static constexpr std::size_t kMostInPart = std::size_t{64} << 20;
  static constexpr std::size_t kMostInAll = std::size_t{128} << 20;

  // `bytes` outlive the package.
  explicit DocxPackage(std::string_view bytes);
  ~DocxPackage();
  DocxPackage(const DocxPackage&) = delete;
  DocxPackage& operator=(const DocxPackage&) = delete;

  // The words of the part at this path, as UTF-8; empty where there is none.
  std::string Part(const std::string& path);
  // Names of the parts under `folder`, in the file's order; at most a few hundred.
  std::vector<std::string> Names(std::string_view folder) const;

  const std::vector<Diagnostic>& problems() const { return problems_; }

 private:
  void Problem(std::string code, std::string message);

  zip* zip_ = nullptr;
  std::size_t left_ = kMostInAll;
  std::vector<Diagnostic> problems_;
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_FORMATS_DOCX_PACKAGE_H_
