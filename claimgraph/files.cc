#include "claimgraph/files.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <limits>
#include <memory>
#include <set>

namespace claimgraph {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 24> kExtensions = {
    ".bib", ".ciw",  ".csv",   ".docx",     ".enw", ".gz",   ".htm",   ".html",
    ".isi", ".json", ".jsonl", ".markdown", ".md",  ".nbib", ".nxml",  ".ovd",
    ".pdf", ".qmd",  ".ris",   ".rmd",      ".tsv", ".txt",  ".xhtml", ".xml"};

constexpr std::size_t kMaxFileSize = std::numeric_limits<std::uint32_t>::max();

std::string LowerExtension(const fs::path& path) {
  std::string extension = path.extension().string();
  std::ranges::transform(extension, extension.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return extension;
}

std::string Message(const std::string& path, std::string_view error) {
  return fmt::format("{}: cannot read: {}", path == "-" ? "standard input" : path, error);
}

tl::unexpected<Error> CannotRead(const std::string& path, int error) {
  if (error == EISDIR) {
    return Fail(ErrorCode::kIo,
                Message(path, "Is a directory; name the files in it, or use `claimgraph import`"));
  }
  return Fail(error == ENOENT ? ErrorCode::kNotFound : ErrorCode::kIo,
              Message(path, std::strerror(error)));
}

// `expected` is the size if it is known; reading one byte more tells the end.
Result<std::string> ReadAll(std::FILE* file, const std::string& path, std::size_t expected) {
  constexpr std::size_t kPiece = 1 << 16;
  std::string bytes;
  std::size_t got = 0;
  do {
    // Doubling keeps a long pipe linear.
    const std::size_t before = bytes.size();
    const std::size_t room = before == 0 ? std::max(kPiece, expected + 1) : before;
    bytes.resize(before + room);
    got = std::fread(bytes.data() + before, 1, room, file);
    bytes.resize(before + got);
    if (bytes.size() >= kMaxFileSize) {
      return Fail(ErrorCode::kIo, Message(path, "larger than 4 GiB"));
    }
  } while (got > 0 && std::feof(file) == 0);
  if (std::ferror(file) != 0) return CannotRead(path, errno);
  return bytes;
}

class Lister {
 public:
  void Add(const std::string& given) {
    if (given == "-") return Take(given);
    std::error_code error;
    const fs::file_status status = fs::status(given, error);
    if (fs::is_directory(status)) return Walk(given);
    if (!fs::exists(status)) {
      list_.failed.push_back(Message(given, error ? error.message() : std::strerror(ENOENT)));
      return;
    }
    Take(DocumentPath(given));
  }

  FileList Done() { return std::move(list_); }

 private:
  // One level at a time with a list of folders to come: depth costs no stack.
  void Walk(const std::string& root) {
    std::vector<fs::path> folders = {DocumentPath(root)};
    while (!folders.empty()) {
      const fs::path folder = folders.back();
      folders.pop_back();
      std::vector<fs::path> below = ReadFolder(folder);
      folders.insert(folders.end(), below.rbegin(), below.rend());
    }
  }

  // Takes the files of one folder and returns the folders in it.
  std::vector<fs::path> ReadFolder(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::path> entries;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
      entries.push_back(it->path());
    }
    if (error) list_.failed.push_back(Message(folder.string(), error.message()));
    std::ranges::sort(entries);
    std::vector<fs::path> folders;
    for (const fs::path& entry : entries) Sort(entry, &folders);
    return folders;
  }

  void Sort(const fs::path& entry, std::vector<fs::path>* folders) {
    if (entry.filename().string().starts_with('.')) return;
    std::error_code error;
    const bool link = fs::is_symlink(entry, error);
    const fs::file_status status = fs::status(entry, error);
    if (fs::is_directory(status)) {
      if (link) return Skip(entry, "a link to a folder");
      folders->push_back(entry);
    } else if (!fs::exists(status)) {
      Skip(entry, "a link that leads nowhere");
    } else if (!fs::is_regular_file(status)) {
      Skip(entry, "not a file");
    } else if (std::ranges::find(kExtensions, LowerExtension(entry)) == kExtensions.end()) {
      Skip(entry, "not a format that claimgraph reads");
    } else {
      Take(entry.lexically_normal().string());
    }
  }

  void Take(const std::string& path) {
    if (seen_.insert(path).second) list_.files.push_back(path);
  }
  void Skip(const fs::path& path, std::string why) {
    list_.skipped.push_back({path.string(), std::move(why)});
  }

  FileList list_;
  std::set<std::string> seen_;
};

}  // namespace

Result<std::string> ReadFile(const std::string& path) {
  if (path == "-") return ReadAll(stdin, path, 0);
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"),
                                                             &std::fclose);
  if (file == nullptr) return CannotRead(path, errno);
  std::error_code unknown;
  const std::uintmax_t size = fs::file_size(path, unknown);
  if (!unknown && size >= kMaxFileSize) {
    return Fail(ErrorCode::kIo, Message(path, "larger than 4 GiB"));
  }
  return ReadAll(file.get(), path, unknown ? 0 : static_cast<std::size_t>(size));
}

std::string DocumentPath(const std::string& path) {
  if (path == "-" || path.empty()) return path;
  std::error_code error;
  const fs::path here = fs::current_path(error);
  if (error) return fs::path(path).lexically_normal().string();
  fs::path whole = (here / path).lexically_normal();
  if (!whole.has_filename()) whole = whole.parent_path();  // "drafts/"
  const auto below = [&here](const fs::path& file) {
    const fs::path relative = file.lexically_relative(here);
    return relative.empty() || *relative.begin() == ".." ? std::string() : relative.string();
  };
  if (std::string relative = below(whole); !relative.empty()) return relative;
  // The current folder has its real name, and the path may have another.
  const fs::path folder = fs::weakly_canonical(whole.parent_path(), error);
  const std::string relative = error ? std::string() : below(folder / whole.filename());
  return relative.empty() ? whole.string() : relative;
}

FileList ListFiles(const std::vector<std::string>& paths) {
  Lister lister;
  for (const std::string& path : paths) lister.Add(path);
  return lister.Done();
}

bool IsBibName(std::string_view path) { return LowerExtension(path) == ".bib"; }

}  // namespace claimgraph
