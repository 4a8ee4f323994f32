// `claimgraph import` and `import --bulk` of a folder of articles, as whole
// processes, on one thread and on two: documents a second, and peak memory.
//
//   import_bench PATH/TO/claimgraph
//
// 2,000 generated articles (article_maker.h), or as many as the variable
// CLAIMGRAPH_BENCH_ARTICLES says.  Each run imports all into a new store; the
// files have been read once before, so they are in the disk's cache.

#include <fmt/format.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "bench/article_maker.h"
#include "bench/process.h"
#include "bench/temp_dir.h"

namespace claimgraph::bench {
namespace {

constexpr std::uint32_t kDefaultArticles = 2'000;

// Prints one row and gives the seconds; 0 if the import failed.
double Measure(const std::vector<std::string>& import, bool bulk, int jobs, std::uint32_t articles,
               double before) {
  const TempDir folder;
  const std::string store = folder / "store";
  std::vector<std::string> command = import;
  command.insert(command.end(), {"--store", store, "--jobs", std::to_string(jobs)});
  if (bulk) command.emplace_back("--bulk");
  const ProcessRun run = RunProcess(command);
  if (run.exit_code != 0) {
    fmt::print(stderr, "import ended with {}\n", run.exit_code);
    return 0;
  }
  fmt::print("{:<14} {:>5} {:>8.2f} {:>8.2f} {:>12.0f} {:>8} {:>10.0f} {:>8.1f}\n",
             bulk ? "import --bulk" : "import", jobs, run.seconds, run.cpu_seconds,
             articles / run.seconds, before > 0 ? fmt::format("{:.2f}", before / run.seconds) : "",
             run.peak_mib, BytesBelow(store) / 1e6);
  return run.seconds;
}

int Run(const std::string& program, std::uint32_t articles) {
  const TempDir folder;
  const std::string source = folder / "articles";
  const std::uint64_t bytes = WriteArticles(ArticleMaker(CLAIMGRAPH_EXAMPLES), articles, source);
  fmt::print("{} articles, {:.1f} MB without bibliographies\n", articles,
             static_cast<double>(bytes) / 1e6);
  fmt::print("{:<14} {:>5} {:>8} {:>8} {:>12} {:>8} {:>10} {:>8}\n", "", "jobs", "wall s", "CPU s",
             "documents/s", "scaling", "peak MiB", "disk MB");
  for (const bool bulk : {false, true}) {
    double seconds = 0;
    for (const int jobs : {1, 2}) {
      seconds = Measure({program, "import", source}, bulk, jobs, articles, seconds);
      if (seconds == 0) return 1;
    }
  }
  return 0;
}

}  // namespace
}  // namespace claimgraph::bench

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: import_bench PATH/TO/claimgraph\n");
    return 2;
  }
  const char* articles = std::getenv("CLAIMGRAPH_BENCH_ARTICLES");
  return claimgraph::bench::Run(
      argv[1], articles ? static_cast<std::uint32_t>(std::strtoul(articles, nullptr, 10))
                        : claimgraph::bench::kDefaultArticles);
}
