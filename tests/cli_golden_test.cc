// The program as its users meet it: tests/golden/*.case, each a page of a manual.
//
//   A claim with no citation is reported at its first word.
//   -- paper.md
//   Tea cures colds.
//   -- $ claimgraph check paper.md
//   paper.md:1:1: warning: uncited-claim: ...
//   [exit 1]
//
// `-- NAME` writes the lines below it to that file; `-- $ COMMAND` runs a shell
// command among the files, and the lines below it are everything it prints, with
// the exit code last unless it is 0; `-- # WORDS` explains.  Each page has a
// folder of its own.
// CLAIMGRAPH_UPDATE_GOLDEN=1 rewrites the answers; review that diff like code.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/store_test_util.h"

namespace claimgraph {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMark = "-- ";
constexpr std::string_view kCommand = "-- $ ";
constexpr std::string_view kWords = "-- # ";

struct Section {
  std::string head;  // the line with the mark; empty for the words at the top
  std::string body;
};

std::string ReadAll(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<Section> ReadSections(const fs::path& path) {
  std::vector<Section> sections(1);
  std::istringstream lines(ReadAll(path));
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(kMark)) {
      sections.push_back({line, ""});
    } else {
      sections.back().body += line + "\n";
    }
  }
  return sections;
}

std::vector<fs::path> Pages() {
  std::vector<fs::path> pages;
  for (const auto& entry : fs::directory_iterator(CLAIMGRAPH_SOURCE_DIR "/tests/golden")) {
    if (entry.path().extension() == ".case") pages.push_back(entry.path());
  }
  std::sort(pages.begin(), pages.end());
  return pages;
}

// What `command` prints on both streams, in the order written, and its exit code.
std::string RunIn(const std::string& folder, const std::string& command) {
  const fs::path output = folder + ".out";
  const std::string program = fs::path(CLAIMGRAPH_PROGRAM).parent_path().string();
  const std::string line = "cd '" + folder + "' && PATH='" + program +
                           "':$PATH; export PATH; unset NO_COLOR; { " + command + "\n} >'" +
                           output.string() + "' 2>&1 </dev/null";
  const int status = std::system(line.c_str());
  std::string answer = ReadAll(output);
  if (!answer.empty() && answer.back() != '\n') answer += "\n[no newline at the end]\n";
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  if (code != 0) answer += "[exit " + std::to_string(code) + "]\n";
  return answer;
}

bool Updating() {
  const char* update = std::getenv("CLAIMGRAPH_UPDATE_GOLDEN");
  return update != nullptr && std::string_view(update) == "1";
}

class GoldenTest : public testing::TestWithParam<fs::path> {};

TEST_P(GoldenTest, AnswersAsThePageSays) {
  const TempDir dir;
  const std::string folder = dir / "case";
  fs::create_directory(folder);
  std::vector<Section> sections = ReadSections(GetParam());
  ASSERT_GT(sections.size(), 1U);
  EXPECT_FALSE(sections[0].body.empty()) << "the page does not say what it shows";
  for (Section& section : sections) {
    if (section.head.starts_with(kCommand)) {
      const std::string answer = RunIn(folder, section.head.substr(kCommand.size()));
      if (!Updating()) {
        EXPECT_EQ(answer, section.body) << section.head;
      }
      section.body = answer;
    } else if (!section.head.empty() && !section.head.starts_with(kWords)) {
      const fs::path file = fs::path(folder) / section.head.substr(kMark.size());
      fs::create_directories(file.parent_path());
      std::ofstream(file, std::ios::binary) << section.body;
    }
  }
  if (!Updating()) return;
  std::ofstream page(GetParam(), std::ios::binary);
  for (const Section& section : sections) {
    if (!section.head.empty()) page << section.head << '\n';
    page << section.body;
  }
}

INSTANTIATE_TEST_SUITE_P(Pages, GoldenTest, testing::ValuesIn(Pages()), [](const auto& page) {
  std::string name = page.param.stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace
}  // namespace claimgraph
