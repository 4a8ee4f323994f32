// Killing an import at any moment loses no committed document and leaves no
// commit half-written; and readers beside a writer see one whole state.

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <optional>
#include <thread>

#include "core/store/graph_store.h"
#include "tests/store_test_util.h"

namespace claimgraph {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

// How a child commits: so many steps at a time, and which way.
struct Commits {
  int kills;
  int group;
  const char* way;
};
constexpr Commits kCommits[] = {{50, 1, "commit"}, {20, 5, "commit"}, {20, 5, "tables"}};

constexpr int kMostSteps = 12;  // that a child commits before it is killed
constexpr int kMostMs = 20;     // and then some: a commit takes about half of this

// A running store_crash_child.
class Child {
 public:
  Child(const std::string& dir, int first, const Commits& commits) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) std::abort();
    const std::string step = std::to_string(first);
    const std::string group = std::to_string(commits.group);
    pid_ = fork();
    if (pid_ == 0) {
      dup2(ends[1], STDOUT_FILENO);
      execl(CLAIMGRAPH_STORE_CRASH_CHILD, "store_crash_child", dir.c_str(), step.c_str(),
            group.c_str(), commits.way, nullptr);
      _exit(127);
    }
    close(ends[1]);
    output_ = fdopen(ends[0], "r");
  }

  ~Child() {
    Kill();
    (void)std::fclose(output_);
  }

  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  // True if it was still at work, as it should be.
  bool Kill() {
    if (pid_ == 0) return false;
    kill(pid_, SIGKILL);
    int status = 0;
    waitpid(pid_, &status, 0);
    pid_ = 0;
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
  }

  // The next line that it printed; nothing at the end.
  std::optional<std::string> Line() {
    char line[32];
    if (std::fgets(line, sizeof line, output_) == nullptr) return std::nullopt;
    return std::string(line, std::string_view(line).find('\n'));
  }

 private:
  pid_t pid_ = 0;
  std::FILE* output_ = nullptr;
};

// Waits for a random moment: of opening, or of some later step.  Counts steps,
// not time, since a busy machine may take long over one.  Gives the steps seen.
int WaitSome(Child* child, std::mt19937* random) {
  int lines = static_cast<int>((*random)() % (kMostSteps + 1));
  int steps = 0;
  for (; lines > 0; --lines) {
    const std::optional<std::string> line = child->Line();
    if (line && *line != "open") ++steps;
  }
  std::this_thread::sleep_for(std::chrono::microseconds((*random)() % (kMostMs * 1000)));
  return steps;
}

class StoreCrashTest : public testing::TestWithParam<Commits> {};

TEST_P(StoreCrashTest, KillsLoseNothingAndLeaveNothingHalf) {
  const auto [kills, group, way] = GetParam();
  TempDir dir;
  const auto model = NewMemoryStore();  // the same steps, without a crash
  int done = 0;
  const auto step = [&] { ASSERT_EQ(StreamStep(done++, model.get()), ""); };
  std::mt19937 random(42);
  for (int kill = 0; kill < kills; ++kill) {
    Child child(dir / "store", done, GetParam());
    const int before = done;
    int committed = WaitSome(&child, &random);
    ASSERT_TRUE(child.Kill()) << "the import ended by itself";
    while (const std::optional<std::string> line = child.Line()) committed += *line != "open";
    for (; committed > 0; --committed) step();
    const auto store = OpenOrDie(dir / "store");
    ASSERT_THAT(Faults(*store), IsEmpty()) << "after kill " << kill;
    const std::vector<std::string> stored = Dump(*store);
    // It may have been killed before it could say what it committed: all of a
    // group, then.
    const int said = done;
    while (done % group != 0) step();
    if (stored == Dump(*model)) continue;
    ASSERT_EQ(said, done) << "it said that half of a commit was done";
    for (int i = 0; i < group; ++i) step();
    ASSERT_EQ(stored, Dump(*model))
        << "after kill " << kill << ", between steps " << before << " and " << done;
  }
  EXPECT_GT(done, kills) << "the children were killed before they did anything";
}

INSTANTIATE_TEST_SUITE_P(Commits, StoreCrashTest, testing::ValuesIn(kCommits),
                         [](const auto& commits) {
                           return commits.param.way + std::to_string(commits.param.group);
                         });

TEST(StoreReadersTest, OneWriterManyReaders) {
  TempDir dir;
  Child writer(dir / "store", 0, kCommits[0]);
  for (int line = 0; line < 3; ++line) ASSERT_TRUE(writer.Line());

  const auto second = OpenRocksStore(dir / "store");
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::kLocked);
  EXPECT_THAT(second.error().message, HasSubstr(dir / "store"));
  EXPECT_THAT(second.error().message, HasSubstr("another process is writing"));

  std::size_t states = 0;
  std::vector<std::string> last;
  for (int i = 0; i < 8; ++i) {
    const auto reader = OpenOrDie(dir / "store", {.read_only = true});
    ASSERT_THAT(Faults(*reader), IsEmpty());
    std::vector<std::string> now = Dump(*reader);
    if (now != last) ++states;
    last = std::move(now);
  }
  EXPECT_GT(states, 1u) << "the writer stood still";
  EXPECT_TRUE(writer.Kill());
}

}  // namespace
}  // namespace claimgraph
