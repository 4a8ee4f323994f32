// Only the front matter is read to learn what an article names: reading the
// whole of it twice would double the time of a check.

#include "claimgraph/bibliographies.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "claimgraph/files.h"
#include "importers/formats/formats.h"

namespace claimgraph {
namespace {

namespace fs = std::filesystem;

// A file stands beside the articles of its folder, and those are read one after
// another by a few threads.
constexpr std::size_t kLatestKept = 16;

// The YAML block at the top, fences included; empty if there is none.
std::string_view FrontMatter(std::string_view bytes) {
  if (!bytes.starts_with("---") && !bytes.starts_with("\xEF\xBB\xBF---")) return {};
  for (std::size_t at = bytes.find('\n'); at != std::string_view::npos;
       at = bytes.find('\n', at + 1)) {
    const std::string_view rest = bytes.substr(at + 1);
    if (rest.starts_with("---") || rest.starts_with("...")) {
      return bytes.substr(0, std::min(bytes.size(), bytes.find('\n', at + 1)));
    }
  }
  return {};
}

std::string BesideArticle(const std::string& article, const std::string& named) {
  const fs::path folder = article == "-" ? fs::path() : fs::path(article).parent_path();
  return (folder / named).lexically_normal().string();
}

bool SameFileName(const BibliographyPtr& file, const std::string& path) {
  return fs::path(file->file.file).filename() == fs::path(path).filename();
}

}  // namespace

BibliographyPtr ReadBibliography(Input input) {
  auto bibliography = std::make_shared<Bibliography>();
  bibliography->file = ReadBibtex(input.bytes, input.path);
  bibliography->bytes = std::move(input.bytes);
  return bibliography;
}

Bibliographies::Bibliographies(std::vector<Input> given, bool several) : several_(several) {
  for (Input& input : given) given_.push_back(ReadBibliography(std::move(input)));
}

Beside Bibliographies::For(std::string_view article, const std::string& path) {
  Beside beside;
  for (const std::string& named : ReadDocument(FrontMatter(article), path).bibliographies) {
    const std::string bib_path = BesideArticle(path, named);
    const auto given = std::ranges::find_if(
        given_, [&](const BibliographyPtr& file) { return SameFileName(file, bib_path); });
    if (BibliographyPtr file = given == given_.end() ? Open(bib_path) : *given) {
      beside.files.push_back(std::move(file));
    } else {
      beside.diagnostics.push_back(
          {"missing-bibliography",
           {},
           fmt::format("the bibliography {} cannot be read; its entries are unknown", bib_path)});
    }
  }
  if (several_ && !beside.files.empty()) return beside;
  for (const BibliographyPtr& file : given_) {
    if (std::ranges::find(beside.files, file) == beside.files.end()) beside.files.push_back(file);
  }
  return beside;
}

bool Bibliographies::Used(const std::string& path) const {
  const std::lock_guard lock(mutex_);
  return used_.contains(DocumentPath(path));
}

BibliographyPtr Bibliographies::Open(const std::string& named) {
  std::string path = DocumentPath(named);
  {
    const std::lock_guard lock(mutex_);
    used_.insert(path);
    const auto opened = std::ranges::find(latest_, path, &Opened::path);
    if (opened != latest_.end()) return opened->file;
  }
  // Not under the lock: articles with a file each would be read one at a time.
  BibliographyPtr file;
  std::error_code error;
  // A draft may name anything; only what looks like a bibliography is opened.
  if (IsBibName(named) && fs::is_regular_file(named, error)) {
    Result<std::string> bytes = ReadFile(named);
    if (bytes) file = ReadBibliography({named, std::move(*bytes)});
  }
  const std::lock_guard lock(mutex_);
  latest_.push_back({std::move(path), file});
  if (latest_.size() > kLatestKept) latest_.pop_front();
  return file;
}

}  // namespace claimgraph
