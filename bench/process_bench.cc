// Whole processes: what a person waits for at the prompt.
//
// Starts a program again and again and prints the median and the best wall time,
// the best processor time (of all threads; other work on the machine disturbs it
// less) and the largest peak of resident memory.  Beside claimgraph stands
// `true`, the floor of what starting any process costs on this machine.
//
//   process_bench PATH/TO/claimgraph

#include <fmt/format.h>
#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <limits>
#include <string>
#include <vector>

#include "bench/generated_text.h"
#include "bench/process.h"

namespace {

void Report(const std::string& what, const std::vector<std::string>& command, int times) {
  std::vector<double> milliseconds;
  claimgraph::bench::ProcessRun last;
  double cpu = std::numeric_limits<double>::max();
  double peak_mib = 0;
  for (int i = 0; i < times; ++i) {
    last = claimgraph::bench::RunProcess(command);
    milliseconds.push_back(last.seconds * 1e3);
    cpu = std::min(cpu, last.cpu_seconds * 1e3);
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
