// Whole processes: what a person waits for at the prompt.
//
// Starts a program again and again and prints the median and the best wall time,
// the best processor time (of all threads; other work on the machine disturbs it
// less) and the largest peak of resident memory.  Beside claimgraph stands
// `true`, the floor of what starting any process costs on this machine.
//
//   process_bench PATH/TO/claimgraph

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <string>
#include <vector>

#include "bench/generated_text.h"

extern char** environ;

namespace {

struct Run {
  double milliseconds = 0;
  double cpu_milliseconds = 0;
  double peak_mib = 0;
  int exit_code = -1;
};

double Milliseconds(const timeval& t) { return t.tv_sec * 1e3 + t.tv_usec / 1e3; }

// Output goes nowhere: a terminal would be what we measure.
Run RunOnce(const std::vector<std::string>& command) {
  std::vector<char*> argv;
  for (const std::string& word : command) argv.push_back(const_cast<char*>(word.c_str()));
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);

  const auto start = std::chrono::steady_clock::now();
  pid_t pid = 0;
  const int failed = posix_spawnp(&pid, argv[0], &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) return {};
  int status = 0;
  rusage usage{};
  wait4(pid, &status, 0, &usage);
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
  return {.milliseconds = took.count(),
          .cpu_milliseconds = Milliseconds(usage.ru_utime) + Milliseconds(usage.ru_stime),
          .peak_mib = static_cast<double>(usage.ru_maxrss) / 1024,
          .exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1};
}

void Report(const std::string& what, const std::vector<std::string>& command, int times) {
  std::vector<double> milliseconds;
  Run last;
  double cpu = std::numeric_limits<double>::max();
  double peak_mib = 0;
  for (int i = 0; i < times; ++i) {
    last = RunOnce(command);
    milliseconds.push_back(last.milliseconds);
    cpu = std::min(cpu, last.cpu_milliseconds);
    peak_mib = std::max(peak_mib, last.peak_mib);
  }
  std::sort(milliseconds.begin(), milliseconds.end());
  fmt::print("{:<34} {:>10.1f} {:>10.1f} {:>10.1f} {:>10.1f} {:>6}\n", what,
             milliseconds[milliseconds.size() / 2], milliseconds.front(), cpu, peak_mib,
             last.exit_code);
}

std::string WriteFile(const std::string& dir, const std::string& name, const std::string& text) {
  const std::string path = dir + "/" + name;
  std::ofstream(path, std::ios::binary) << text;
  return path;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: process_bench PATH/TO/claimgraph\n");
    return 2;
  }
  using claimgraph::bench::Article;
  using claimgraph::bench::Draft;
  using claimgraph::bench::Shape;

  std::string dir = "/tmp/claimgraph-bench-XXXXXX";
  if (mkdtemp(dir.data()) == nullptr) {
    std::perror("mkdtemp");
    return 3;
  }
  const std::string program = argv[1];
  const std::string draft = WriteFile(dir, "draft.md", Draft(10'000));
  const std::string page = WriteFile(dir, "page.html", Article(Shape::kHtml, 200 << 10));
  const std::string megabyte = WriteFile(dir, "megabyte.txt", Article(Shape::kPlainText, 1 << 20));

  fmt::print("{:<34} {:>10} {:>10} {:>10} {:>10} {:>6}\n", "whole process", "median ms", "best ms",
             "CPU ms", "peak MiB", "exit");
  Report("true", {"true"}, 51);
  Report("claimgraph --version", {program, "--version"}, 51);
  Report("check, 10,000 words of Markdown", {program, "check", draft}, 21);
  Report("check --format json, the same", {program, "check", draft, "--format", "json"}, 21);
  Report("check, 200 KB of HTML", {program, "check", page}, 11);
  Report("check, 1 MB of plain text", {program, "check", megabyte}, 5);

  for (const std::string& path : {draft, page, megabyte}) unlink(path.c_str());
  rmdir(dir.c_str());
  return 0;
}
