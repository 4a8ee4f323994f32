// Killing an import at any moment loses no committed document and leaves none
// half-written; and readers beside a writer see one whole state.

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

constexpr int kKills = 50;
constexpr int kMostSteps = 12;  // that a child commits before it is killed
constexpr int kMostMs = 20;     // and then some: a commit takes about half of this

// A running store_crash_child.
class Child {
 public:
  Child(const std::string& dir, int first) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) std::abort();
    const std::string step = std::to_string(first);
    pid_ = fork();
    if (pid_ == 0) {
      dup2(ends[1], STDOUT_FILENO);
      execl(CLAIMGRAPH_STORE_CRASH_CHILD, "store_crash_child", dir.c_str(), step.c_str(), nullptr);
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

TEST(StoreCrashTest, FiftyKillsLoseNothingAndLeaveNothingHalf) {
  TempDir dir;
  const auto model = NewMemoryStore();  // the same steps, without a crash
  int done = 0;
  std::mt19937 random(42);
  for (int kill = 0; kill < kKills; ++kill) {
    Child child(dir / "store", done);
    const int before = done;
    int committed = WaitSome(&child, &random);
    ASSERT_TRUE(child.Kill()) << "the import ended by itself";
    while (const std::optional<std::string> line = child.Line()) committed += *line != "open";
    for (; committed > 0; --committed) ASSERT_EQ(StreamStep(done++, model.get()), "");
    const auto store = OpenOrDie(dir / "store");
    ASSERT_THAT(Faults(*store), IsEmpty()) << "after kill " << kill;
    const std::vector<std::string> stored = Dump(*store);
    if (stored == Dump(*model)) continue;
    // Committed, but killed before it could say so.
    ASSERT_EQ(StreamStep(done++, model.get()), "");
    ASSERT_EQ(stored, Dump(*model))
        << "after kill " << kill << ", between steps " << before << " and " << done;
  }
  EXPECT_GT(done, kKills) << "the children were killed before they did anything";
}

TEST(StoreCrashTest, OneWriterManyReaders) {
  TempDir dir;
  Child writer(dir / "store", 0);
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
