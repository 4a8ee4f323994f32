// Where an export goes, what it is asked for, and what becomes of it when it cannot be written.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/wait.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "claimgraph/claimgraph.h"
#include "tests/store_test_util.h"

namespace claimgraph {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class FrontExportTest : public testing::Test {
 protected:
  void SetUp() override {
    store_ = folder_ / "graph";
    std::string text = "# Notes\n\nNaps improve memory (Baker, 2017).\n\n";
    for (int i = 0; i < 400; ++i) {
      text += "Walking for " + std::to_string(i) + " minutes reduces pain in adults.\n\n";
    }
    text +=
        "## References\n\nBaker, L. (2017). Naps and memory in adults: a randomised controlled "
        "trial. Nap Reports, 4(2), 10-19.\n";
    Write("a.md", text);
    Result<Workspace> workspace = Workspace::Open(store_, Workspace::Access::kWrite);
    ASSERT_TRUE(workspace);
    ASSERT_THAT(workspace->Import({folder_ / "a.md"}, {.jobs = 1}).failed, IsEmpty());
  }

  void Write(const std::string& name, const std::string& bytes) {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }

  std::string ReadBack(const std::string& path) {
    std::ostringstream bytes;
    bytes << std::ifstream(path, std::ios::binary).rdbuf();
    return bytes.str();
  }

  // Empty, or what is wrong.
  std::string Export(const ExportRequest& request) {
    const Result<Workspace> workspace = Workspace::Open(store_, Workspace::Access::kRead);
    if (!workspace) return Message(workspace);
    out_.str("");
    return Message(workspace->Export(request, out_));
  }

  std::string Where(const std::string& condition) {
    return Export({.format = "jsonl", .where = condition});
  }

  // What a shell says of `claimgraph WORDS`, and its exit code behind it.
  std::string Shell(const std::string& words, const std::string& behind) {
    const std::string out = folder_ / "shell.txt";
    const std::string line =
        "{ " CLAIMGRAPH_PROGRAM " " + words + "; echo \"exit $?\" >&2; } 2>" + out + " " + behind;
    EXPECT_NE(std::system(line.c_str()), -1);
    return ReadBack(out);
  }

  TempDir folder_{};
  std::string store_{};
  std::ostringstream out_{};
};

std::vector<std::string> StreamFormats() {
  std::vector<std::string> names;
  for (const ExportFormat& format : ExportFormats()) {
    if (format.to_file != nullptr) names.emplace_back(format.name);
  }
  return names;
}

TEST_F(FrontExportTest, AReaderThatLeavesIsNoFailure) {
  for (const std::string& format : StreamFormats()) {
    EXPECT_EQ(Shell("export --format " + format + " --store " + store_, "| head -c 10 >/dev/null"),
              "exit 0\n")
        << format;
  }
  EXPECT_EQ(Shell("report --store " + store_, "| head -c 10 >/dev/null"), "exit 0\n");
}

TEST_F(FrontExportTest, AFullDiskIsAFailureByItsName) {
  if (!fs::exists("/dev/full")) GTEST_SKIP() << "no /dev/full on this machine";
  for (const std::string& format : StreamFormats()) {
    EXPECT_EQ(Shell("export --format " + format + " --store " + store_, ">/dev/full"),
              "claimgraph: standard output: cannot write: No space left on device\nexit 3\n")
        << format;
    EXPECT_EQ(Shell("export --format " + format + " -o /dev/full --store " + store_, ""),
              "claimgraph: /dev/full: cannot write: No space left on device\nexit 3\n")
        << format;
  }
}

TEST_F(FrontExportTest, TellsAStreamThatFails) {
  const Result<Workspace> workspace = Workspace::Open(store_, Workspace::Access::kRead);
  ASSERT_TRUE(workspace);
  for (const std::string& format : StreamFormats()) {
    std::ostringstream broken;
    broken.setstate(std::ios::badbit);
    const Status exported = workspace->Export({.format = format}, broken);
    ASSERT_FALSE(exported) << format;
    EXPECT_EQ(exported.error().code, ErrorCode::kIo);
  }
}

TEST_F(FrontExportTest, AConditionIsOneByItself) {
  const char* const wrong[] = {"",        " \n",        "verdict = ",        "id = ?",
                               "id = :x", "1) or (1",   "(id = 1",           "id = 1)",
                               "nothing", "1 LIMIT 3",  "1 UNION SELECT 1",  "1; SELECT 1",
                               "1 /* ",   "id = 1 OR ", "1 ORDER BY id DESC"};
  for (const char* condition : wrong) {
    const std::string told = Where(condition);
    EXPECT_THAT(told, HasSubstr(std::string("--where \"") + condition + "\": ")) << condition;
    EXPECT_EQ(out_.str(), "") << condition;
  }
  EXPECT_THAT(Where("verdict = "), HasSubstr("incomplete input"));
  for (const char* condition : {"id = 1 -- the first", "id = 1 /* all */", "(id = 1) OR (id = 2)",
                                "text LIKE '%)%' OR id = 1"}) {
    EXPECT_EQ(Where(condition), "") << condition;
    EXPECT_THAT(out_.str(), HasSubstr("\"claims\""));
  }
}

TEST_F(FrontExportTest, NothingChosenIsSaid) {
  std::string note;
  const auto take = [&](std::string_view words) { note = words; };
  EXPECT_EQ(Export({.format = "jsonl", .where = "id = 0", .note = take}), "");
  EXPECT_THAT(note, HasSubstr("holds for no claim"));
  EXPECT_EQ(std::ranges::count(out_.str(), '\n'), 1);
  note.clear();
  EXPECT_EQ(Export({.format = "jsonl", .where = "id = 1", .note = take}), "");
  EXPECT_EQ(note, "");
}

TEST_F(FrontExportTest, ABaseIsForIris) {
  EXPECT_EQ(Export({.format = "turtle", .base = "https://example.org/"}), "");
  EXPECT_THAT(Export({.format = "graphml", .base = "https://example.org/"}), HasSubstr("--base"));
}

TEST_F(FrontExportTest, AFolderHasOneExport) {
  const std::string tables = folder_ / "tables";
  EXPECT_EQ(Export({.format = "csv", .output = tables}), "");
  const std::string claims = ReadBack(tables + "/claims.csv");
  EXPECT_THAT(Export({.format = "neo4j", .output = tables}), HasSubstr("has other files"));
  EXPECT_EQ(ReadBack(tables + "/claims.csv"), claims);
  EXPECT_FALSE(fs::exists(tables + "/import.sh"));
  // Again, in place of the first, beside what a user made of it.
  std::ofstream(tables + "/graph.db") << "mine";
  EXPECT_EQ(Export({.format = "csv", .where = "id = 1", .output = tables}), "");
  EXPECT_LT(ReadBack(tables + "/claims.csv").size(), claims.size());
  EXPECT_EQ(ReadBack(tables + "/graph.db"), "mine");
  EXPECT_THAT(Export({.format = "csv", .output = folder_ / "."}), HasSubstr("has other files"));
}

TEST_F(FrontExportTest, NothingIsWrittenIntoTheStore) {
  const std::string current = ReadBack(store_ + "/CURRENT");
  const std::string link = folder_ / "link";
  fs::create_symlink(store_, link);
  for (const std::string& place : {store_ + "/CURRENT", link + "/CURRENT", store_ + "/new/a.json",
                                   link + "/../graph/CURRENT", store_}) {
    EXPECT_THAT(Export({.format = "json", .output = place}), HasSubstr("store's own folder"));
    EXPECT_THAT(Export({.format = "csv", .output = place}), HasSubstr("store's own folder"));
  }
  const Result<Workspace> workspace = Workspace::Open(store_, Workspace::Access::kRead);
  ASSERT_TRUE(workspace);
  EXPECT_THAT(Message(workspace->WriteReport({.output = store_ + "/CURRENT"}, out_)),
              HasSubstr("store's own folder"));
  EXPECT_EQ(ReadBack(store_ + "/CURRENT"), current);
  // A name that begins like the store's is another place.
  EXPECT_EQ(Export({.format = "json", .output = store_ + ".json"}), "");
}

TEST_F(FrontExportTest, ExportsAreNotReadFromStandardInput) {
  EXPECT_EQ(Export({.format = "jsonl", .output = folder_ / "g.jsonl"}), "");
  const std::string other = folder_ / "other";
  EXPECT_THAT(
      Shell("import - --store " + other + " <" + std::string(folder_ / "g.jsonl"), ">/dev/null"),
      testing::AllOf(HasSubstr("an exported graph; save it to a file"), HasSubstr("exit 3")));
}

}  // namespace
}  // namespace claimgraph
