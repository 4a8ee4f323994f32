// The map of docs/architecture.md, held against every file of the tree.
//
// Reads the sources as text: who includes whom, which outside libraries are
// named where, and what a header must begin with.  A folder that is new or
// moved fails here until it has a row in the table.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

// One row of the include table.  A file belongs to the row with the longest
// matching folder; the folder itself is always allowed.
struct Layer {
  std::string_view folder;
  std::vector<std::string_view> may_include;
};

const std::vector<Layer>& Layers() {
  static const std::vector<Layer> layers = {
      {"core", {}},
      {"core/text", {"core"}},
      {"core/model", {"core"}},
      {"models", {"core/model"}},
      {"core/appraisal", {"core"}},
      {"core/store", {"core", "core/text"}},
      {"importers/formats", {"core", "core/text"}},
      {"importers/records", {"core", "core/text"}},
      {"importers/extraction", {"core", "core/text", "core/model", "models"}},
      {"importers/linking",
       {"core", "core/text", "core/model", "core/appraisal", "models", "importers/extraction"}},
      {"importers",
       {"core", "core/text", "core/appraisal", "importers/formats", "importers/extraction",
        "importers/linking", "importers/records"}},
      {"queries", {"core", "core/text", "core/appraisal"}},
      {"claimgraph",
       {"core", "core/text", "core/appraisal", "core/store", "importers", "importers/formats",
        "importers/extraction", "importers/linking", "importers/records", "queries"}},
      {"cli", {"core", "claimgraph"}},
  };
  return layers;
}

// Folders that may include anything, and that nothing may include.
constexpr std::array<std::string_view, 4> kOutside = {"tests", "bench", "fuzz", "tools"};

// Outside headers that only the named files may include.  A header that ends in
// "/" stands for everything under it; so does a file that ends in "*".
struct Confined {
  std::string_view header;
  std::vector<std::string_view> files;
};

const std::vector<Confined>& ConfinedHeaders() {
  static const std::vector<Confined> confined = {
      {"rocksdb/", {"core/store/rocks_store.cc"}},
      {"boost/graph/", {"queries/graph_view*"}},
      {"md4c.h", {"importers/formats/markdown*"}},
      {"gumbo.h", {"importers/formats/html*"}},
      {"sqlite3.h",
       {"queries/sql/function_tables.cc", "queries/sql/result_cell.h", "queries/sql/session.cc",
        "queries/sql/virtual_table.cc"}},
      {"expat.h", {"importers/records/xml_stream*", "importers/formats/xml_tree*"}},
      {"zlib.h", {"importers/records/gzip_source.cc"}},
      {"zip.h", {"importers/formats/docx*"}},
      {"poppler/", {"importers/formats/pdf*"}},
      {"graphviz/", {"queries/reports/layered_layout.cc"}},
      {"CLI/", {"cli/flags.cc", "cli/main.cc", "tools/train/main.cc"}},
      {"serd/", {"queries/exports/rdf/serd_sink.cc"}},
      {"linear.h", {"tools/train/linear_trainer.cc"}},
      {"regex", {}},  // std::regex is exponential on hostile input; RE2 is not
  };
  return confined;
}

struct SourceFile {
  std::string path;  // from the repository root, with "/"
  std::string text;
};

struct Include {
  std::string target;
  bool ours = false;  // in quotes
  int line = 0;
};

bool IsBuildFolder(const fs::path& path) {
  const std::string name = path.filename().string();
  return name == ".git" || name == "build" || name.starts_with("build-");
}

std::string ReadAll(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<SourceFile> ReadTree() {
  const fs::path root = CLAIMGRAPH_SOURCE_DIR;
  std::vector<SourceFile> files;
  for (fs::recursive_directory_iterator it(root), end; it != end; ++it) {
    if (it->is_directory() && IsBuildFolder(it->path())) {
      it.disable_recursion_pending();
    } else if (it->is_regular_file() && it->path().filename() != ".git") {  // of a linked worktree
      files.push_back({fs::relative(it->path(), root).generic_string(), ReadAll(it->path())});
    }
  }
  std::sort(files.begin(), files.end(),
            [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  return files;
}

const std::vector<SourceFile>& Tree() {
  static const std::vector<SourceFile> tree = ReadTree();
  return tree;
}

bool IsHeader(std::string_view path) { return path.ends_with(".h"); }
bool IsCode(std::string_view path) { return IsHeader(path) || path.ends_with(".cc"); }

bool IsInFolder(std::string_view path, std::string_view folder) {
  return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

bool IsOutside(std::string_view path) {
  return std::any_of(kOutside.begin(), kOutside.end(),
                     [&](std::string_view folder) { return IsInFolder(path, folder); });
}

// Null for files that no row covers.
const Layer* LayerOf(std::string_view path) {
  const Layer* best = nullptr;
  for (const Layer& layer : Layers()) {
    const bool longer = best == nullptr || layer.folder.size() > best->folder.size();
    if (longer && IsInFolder(path, layer.folder)) best = &layer;
  }
  return best;
}

std::vector<std::string_view> Lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::vector<Include> Includes(std::string_view text) {
  std::vector<Include> includes;
  int number = 0;
  for (const std::string_view line : Lines(text)) {
    ++number;
    if (!line.starts_with("#include ")) continue;
    const std::size_t open = line.find_first_of("\"<");
    if (open == std::string_view::npos) continue;
    const std::size_t close = line.find_first_of("\">", open + 1);
    if (close == std::string_view::npos) continue;
    includes.push_back(
        {std::string(line.substr(open + 1, close - open - 1)), line[open] == '"', number});
  }
  return includes;
}

bool Matches(std::string_view text, std::string_view pattern) {
  if (pattern.ends_with('*')) return text.starts_with(pattern.substr(0, pattern.size() - 1));
  if (pattern.ends_with('/')) return text.starts_with(pattern);
  return text == pattern;
}

std::string At(const SourceFile& file, const Include& include) {
  return file.path + ":" + std::to_string(include.line) + ": includes " + include.target;
}

// "core/span.h" -> "CLAIMGRAPH_CORE_SPAN_H_"
std::string GuardOf(std::string_view path) {
  std::string guard = "CLAIMGRAPH_";
  for (const char c : path) {
    guard += std::isalnum(static_cast<unsigned char>(c))
                 ? static_cast<char>(std::toupper(static_cast<unsigned char>(c)))
                 : '_';
  }
  return guard + "_";
}

TEST(LayeringTest, TheTreeIsThere) {
  // Every other test here would pass on an empty folder.
  EXPECT_GT(Tree().size(), 50u);
  EXPECT_TRUE(std::any_of(Tree().begin(), Tree().end(),
                          [](const SourceFile& f) { return f.path == "core/claim.h"; }));
}

TEST(LayeringTest, ReadsIncludesAsTheyAreWritten) {
  const auto got = Includes("// #include \"no.h\"\n#include <a/b.h>\n#include \"c/d.h\"  // why\n");
  ASSERT_EQ(got.size(), 2u);
  EXPECT_EQ(got[0].target, "a/b.h");
  EXPECT_FALSE(got[0].ours);
  EXPECT_EQ(got[1].target, "c/d.h");
  EXPECT_TRUE(got[1].ours);
  EXPECT_EQ(got[1].line, 3);
}

TEST(LayeringTest, FoldersIncludeOnlyWhatTheTableAllows) {
  for (const SourceFile& file : Tree()) {
    if (!IsCode(file.path) || IsOutside(file.path)) continue;
    const Layer* from = LayerOf(file.path);
    ASSERT_NE(from, nullptr) << file.path << " is in no folder of the table";
    for (const Include& include : Includes(file.text)) {
      const Layer* to = LayerOf(include.target);
      if (!include.ours || to == from) continue;
      // What is generated beside the objects has no folder: "values_generated.h".
      if (to == nullptr && include.target.find('/') == std::string::npos) continue;
      ASSERT_NE(to, nullptr) << At(file, include) << ", which is in no folder of the table";
      EXPECT_THAT(from->may_include, testing::Contains(to->folder)) << At(file, include);
    }
  }
}

TEST(LayeringTest, OutsideLibrariesStayBehindOneFile) {
  for (const SourceFile& file : Tree()) {
    if (!IsCode(file.path) || IsOutside(file.path)) continue;
    for (const Include& include : Includes(file.text)) {
      for (const Confined& confined : ConfinedHeaders()) {
        if (!Matches(include.target, confined.header)) continue;
        EXPECT_TRUE(std::any_of(confined.files.begin(), confined.files.end(),
                                [&](std::string_view f) { return Matches(file.path, f); }))
            << At(file, include);
      }
    }
  }
}

// The forward declarations cost a reader's build nothing; json.hpp costs seconds.
TEST(LayeringTest, HeadersTakeOnlyForwardDeclarationsOfJson) {
  for (const SourceFile& file : Tree()) {
    if (!IsHeader(file.path) || IsOutside(file.path)) continue;
    for (const Include& include : Includes(file.text)) {
      EXPECT_NE(include.target, "nlohmann/json.hpp") << At(file, include);
    }
  }
}

// The caller brings the bytes; the same bytes give the same graph anywhere.
TEST(LayeringTest, ImportersOpenNoFilesAndNoSockets) {
  constexpr std::array<std::string_view, 6> kForbidden = {"fstream", "filesystem",   "cstdio",
                                                          "fcntl.h", "sys/socket.h", "netdb.h"};
  for (const SourceFile& file : Tree()) {
    if (!IsCode(file.path) || !IsInFolder(file.path, "importers")) continue;
    for (const Include& include : Includes(file.text)) {
      EXPECT_THAT(kForbidden, testing::Not(testing::Contains(include.target))) << At(file, include);
    }
  }
}

TEST(LayeringTest, EveryHeaderHasItsGuard) {
  for (const SourceFile& file : Tree()) {
    if (!IsHeader(file.path)) continue;
    const std::string guard = GuardOf(file.path);
    EXPECT_NE(file.text.find("\n#ifndef " + guard + "\n#define " + guard + "\n"), std::string::npos)
        << file.path << ": wants " << guard;
  }
}

// Headers that somebody outside their own folder is meant to read.
bool IsPublicHeader(std::string_view path) {
  constexpr std::array<std::string_view, 3> kMore = {
      "core/store/graph_store.h", "importers/importer.h", "queries/rules/rules.h"};
  const std::string_view folder = path.substr(0, path.find_last_of('/'));
  return IsHeader(path) && (folder == "core" || folder == "claimgraph" ||
                            std::find(kMore.begin(), kMore.end(), path) != kMore.end());
}

// A header is a page about one idea, and the page has a beginning: a line at
// least, and for those that are read most, a paragraph.
TEST(LayeringTest, EveryHeaderOpensWithItsIdea) {
  for (const SourceFile& file : Tree()) {
    if (!IsHeader(file.path) || IsOutside(file.path)) continue;
    int comment_lines = 0;
    for (const std::string_view line : Lines(file.text)) {
      if (!line.starts_with("//")) break;
      ++comment_lines;
    }
    EXPECT_GE(comment_lines, IsPublicHeader(file.path) ? 3 : 1)
        << file.path << " opens with too little";
  }
}

bool IsFuzzInput(std::string_view path) { return IsInFolder(path, "fuzz/corpus"); }

bool IsWordAt(std::string_view text, std::size_t at, std::size_t size) {
  const auto is_letter = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; };
  const bool starts = at == 0 || !is_letter(text[at - 1]);
  const bool ends = at + size >= text.size() || !is_letter(text[at + size]);
  return starts && ends;
}

TEST(LayeringTest, NoFileIsUnfinished) {
  // In two halves, or this file would find itself.
  for (const std::string word : {"TO"
                                 "DO",
                                 "FIX"
                                 "ME",
                                 "XX"
                                 "X"}) {
    for (const SourceFile& file : Tree()) {
      if (IsFuzzInput(file.path)) continue;
      const std::size_t at = file.text.find(word);
      EXPECT_FALSE(at != std::string::npos && IsWordAt(file.text, at, word.size()))
          << file.path << " contains " << word;
    }
  }
}

TEST(LayeringTest, NoFileKnowsAMachine) {
  for (const std::string folder : {"/ho"
                                   "me/",
                                   "/ro"
                                   "ot/",
                                   "/Us"
                                   "ers/",
                                   "/wo"
                                   "rk/"}) {
    for (const SourceFile& file : Tree()) {
      if (IsFuzzInput(file.path)) continue;
      for (std::size_t at = file.text.find(folder); at != std::string::npos;
           at = file.text.find(folder, at + 1)) {
        // Inside an address or a longer path it is somebody's page, not our disk.
        const char before = at == 0 ? ' ' : file.text[at - 1];
        const bool absolute =
            std::string_view(" \t\n\"'`(=:<").find(before) != std::string_view::npos;
        EXPECT_FALSE(absolute) << file.path << " names " << file.text.substr(at, 40);
      }
    }
  }
}

}  // namespace
