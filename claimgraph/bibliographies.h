// Which .bib files stand beside which article.
//
// An article gets the bibliographies that its front matter names, looked for
// beside the article, and those that were given on the command line.  Where
// several articles were given, one that names its own gets no others.
#ifndef CLAIMGRAPH_CLAIMGRAPH_BIBLIOGRAPHIES_H_
#define CLAIMGRAPH_CLAIMGRAPH_BIBLIOGRAPHIES_H_

#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "claimgraph/input.h"
#include "core/diagnostic.h"
#include "importers/formats/bibtex.h"

namespace claimgraph {

struct Bibliography {
  BibFile file{};
  std::string bytes{};
};
using BibliographyPtr = std::shared_ptr<const Bibliography>;

BibliographyPtr ReadBibliography(Input input);

struct Beside {
  std::vector<BibliographyPtr> files{};
  std::vector<Diagnostic> diagnostics{};  // of the article: a bibliography that cannot be read
};

// Safe to share between threads.  Keeps the files that were opened last, so that
// one which stands beside a folder of articles is read once, and an import of
// 100,000 articles with a file each does not keep 100,000.
class Bibliographies {
 public:
  // `given` were named by the user; `several` says that they were named for more
  // than one article.
  Bibliographies(std::vector<Input> given, bool several);

  Beside For(std::string_view article, const std::string& path);

  // True if an article has named the file at `path`.
  bool Used(const std::string& path) const;

 private:
  struct Opened {
    std::string path{};
    BibliographyPtr file{};  // null: cannot be read
  };

  BibliographyPtr Open(const std::string& path);  // null if it cannot be read

  std::vector<BibliographyPtr> given_;
  bool several_;
  mutable std::mutex mutex_;
  std::unordered_set<std::string> used_;
  std::deque<Opened> latest_;
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CLAIMGRAPH_BIBLIOGRAPHIES_H_
