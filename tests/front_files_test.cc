// Files found in folders, and many threads that look like one.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "claimgraph/files.h"
#include "claimgraph/ordered_pool.h"
#include "tests/store_test_util.h"

namespace claimgraph {
namespace {

namespace fs = std::filesystem;
using std::string_literals::operator""s;

void Write(const std::string& path, std::string_view text = "words") {
  fs::create_directories(fs::path(path).parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

std::vector<std::string> Relative(const std::vector<std::string>& paths, const TempDir& dir) {
  std::vector<std::string> relative;
  for (const std::string& path : paths) {
    relative.push_back(fs::path(path).lexically_relative(dir / "").string());
  }
  return relative;
}

TEST(ListFilesTest, WalksFoldersInOrder) {
  const TempDir dir;
  for (const char* name : {"b.md", "a.TXT", "sub/c.html", "sub/deep/d.bib", "e.qmd", ".hidden.md",
                           ".git/f.md", "picture.png"}) {
    Write(dir / name);
  }
  const FileList list = ListFiles({dir / ""});
  EXPECT_THAT(Relative(list.files, dir),
              testing::ElementsAre("a.TXT", "b.md", "e.qmd", "sub/c.html", "sub/deep/d.bib"));
  ASSERT_EQ(list.skipped.size(), 1U);
  EXPECT_THAT(list.skipped[0].path, testing::EndsWith("picture.png"));
  EXPECT_TRUE(list.failed.empty());
}

TEST(ListFilesTest, NamedFilesAreTakenWhateverTheirName) {
  const TempDir dir;
  Write(dir / "notes.odd");
  Write(dir / ".draft.md");
  const FileList list = ListFiles({dir / "notes.odd", dir / ".draft.md", dir / "./notes.odd"});
  EXPECT_THAT(Relative(list.files, dir), testing::ElementsAre("notes.odd", ".draft.md"));
}

TEST(ListFilesTest, LoopsOfLinksEnd) {
  const TempDir dir;
  Write(dir / "a/x.md");
  fs::create_directory_symlink(dir / "a", dir / "a/again");
  fs::create_symlink(dir / "a/x.md", dir / "a/y.md");
  fs::create_symlink(dir / "gone.md", dir / "a/z.md");
  const FileList list = ListFiles({dir / ""});
  EXPECT_THAT(Relative(list.files, dir), testing::ElementsAre("a/x.md", "a/y.md"));
  EXPECT_EQ(list.skipped.size(), 2U);
}

TEST(DocumentPathTest, IsTheSameForEverySpelling) {
  const TempDir dir;
  Write(dir / "here/drafts/a.md");
  Write(dir / "there.md");
  fs::create_directory_symlink(dir / "here", dir / "alias");
  const fs::path before = fs::current_path();
  fs::current_path(dir / "here");
  for (const std::string& path :
       {"drafts/a.md"s, "./drafts/a.md"s, "drafts//../drafts/a.md"s, dir / "here/drafts/a.md",
        dir / "alias/drafts/a.md", "../here/drafts/a.md"s}) {
    EXPECT_EQ(DocumentPath(path), "drafts/a.md") << path;
  }
  const std::string there = DocumentPath("../there.md");
  EXPECT_TRUE(fs::path(there).is_absolute());
  EXPECT_EQ(DocumentPath(there), there);
  EXPECT_EQ(DocumentPath("drafts/"), "drafts");
  EXPECT_EQ(DocumentPath("-"), "-");
  fs::current_path(before);
}

TEST(ListFilesTest, PipesInFoldersAreNotOpened) {
  const TempDir dir;
  Write(dir / "a.md");
  ASSERT_EQ(mkfifo((dir / "b.md").c_str(), 0600), 0);
  const FileList list = ListFiles({dir / ""});
  EXPECT_THAT(Relative(list.files, dir), testing::ElementsAre("a.md"));
  EXPECT_EQ(list.skipped.size(), 1U);
}

TEST(ListFilesTest, SaysWhatIsNotThere) {
  const TempDir dir;
  const FileList list = ListFiles({dir / "no.md"});
  EXPECT_TRUE(list.files.empty());
  EXPECT_THAT(list.failed,
              testing::ElementsAre((dir / "no.md") + ": cannot read: No such file or directory"));
}

TEST(ReadFileTest, GivesEveryByteOrTheReason) {
  const TempDir dir;
  const std::string bytes = "a\0b\r\n\xFF"s + std::string(300000, 'x');
  Write(dir / "a.md", bytes);
  EXPECT_EQ(ReadFile(dir / "a.md"), bytes);
  EXPECT_EQ(Message(ReadFile(dir / "no.md")),
            (dir / "no.md") + ": cannot read: No such file or directory");
  EXPECT_EQ(Message(ReadFile(dir / "")),
            (dir / "") +
                ": cannot read: Is a directory; name the files in it, or use `claimgraph import`");
}

TEST(MakeInOrderTest, TakesInOrderWhateverTheNumberOfThreads) {
  for (const unsigned jobs : {1U, 2U, 7U}) {
    for (const std::size_t count : {0UL, 1UL, 500UL}) {
      std::atomic<std::size_t> made = 0;
      std::size_t taken = 0;
      MakeInOrder(
          count, jobs, [&](std::size_t i) { return ++made, i * i; },
          [&](std::size_t i, std::size_t square) {
            EXPECT_EQ(i, taken++);
            EXPECT_EQ(square, i * i);
            EXPECT_LE(made, taken + 4 * jobs + jobs);  // memory does not grow with the count
          });
      EXPECT_EQ(taken, count);
      EXPECT_EQ(made, count);
    }
  }
}

TEST(MakeInOrderTest, WhatMakeThrowsComesInItsTurn) {
  for (const unsigned jobs : {1U, 2U, 7U}) {
    std::size_t taken = 0;
    const auto make = [](std::size_t i) {
      if (i == 20) throw std::runtime_error("made badly");
      return i;
    };
    EXPECT_THROW(MakeInOrder(100, jobs, make, [&](std::size_t, std::size_t) { ++taken; }),
                 std::runtime_error);
    EXPECT_EQ(taken, 20U);
  }
}

TEST(MakeInOrderTest, WhatTakeThrowsEndsTheThreads) {
  for (const unsigned jobs : {1U, 2U, 7U}) {
    std::atomic<std::size_t> made = 0;
    const auto take = [](std::size_t i, std::size_t) {
      if (i == 3) throw std::runtime_error("taken badly");
    };
    EXPECT_THROW(MakeInOrder(
                     100000, jobs, [&](std::size_t i) { return ++made, i; }, take),
                 std::runtime_error);
    EXPECT_LT(made, 1000U);  // nobody went on making
  }
}

}  // namespace
}  // namespace claimgraph
