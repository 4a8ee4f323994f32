// Exports of a graph: megabytes and nodes a second, on one thread, and peak memory.
//
//   export_bench PATH/TO/claimgraph [STORE]
//
// Without a store, one of 2,000 generated articles (article_maker.h), or as many as the
// variable CLAIMGRAPH_BENCH_ARTICLES says; an article has some 25 claims.  Speed is of
// this process, which counts the bytes and drops them: processor time, best of
// kRuns, or of one run if it is long.  Peak memory is of `claimgraph export` as a whole process.
//
// Limits, in the same run: every value of the store read once, without decoding (scan);
// every noun read and dropped (nouns); and as many bytes as GraphML has, copied in pieces
// of 64 through the same buffer into the same stream (copy).

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <memory>
#include <optional>
#include <ostream>
#include <streambuf>
#include <string>
#include <vector>

#include "bench/article_maker.h"
#include "bench/process.h"
#include "bench/temp_dir.h"
#include "core/store/graph_store.h"
#include "core/store/key_values.h"
#include "queries/exports/formats.h"
#include "queries/exports/property_graph.h"
#include "queries/exports/property_graph_text.h"

namespace claimgraph::bench {
namespace {

constexpr std::uint32_t kDefaultArticles = 2'000;
constexpr int kRuns = 3;
constexpr double kLongRun = 5;  // seconds
constexpr std::array<std::string_view, 6> kFormats = {"graphml",   "gexf", "csv",
                                                      "cytoscape", "dot",  "neo4j"};

// Counts what is written and keeps none of it.
class Counter : public std::streambuf {
 public:
  double megabytes() const { return static_cast<double>(bytes_) / 1e6; }

 protected:
  std::streamsize xsputn(const char* /*bytes*/, std::streamsize count) override {
    bytes_ += count;
    return count;
  }
  int_type overflow(int_type c) override {
    ++bytes_;
    return traits_type::not_eof(c);
  }

 private:
  std::streamsize bytes_ = 0;
};

class CountingFolder : public ExportFolder {
 public:
  explicit CountingFolder(std::ostream* out) : out_(out) {}
  Result<std::ostream*> Open(std::string_view /*name*/) override { return out_; }

 private:
  std::ostream* out_;
};

double CpuSeconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

// The least of several runs, or of one if it is long; nothing if one failed.
std::optional<double> Best(const std::function<Status()>& run) {
  std::optional<double> best;
  for (int i = 0; i < kRuns && (!best || *best < kLongRun); ++i) {
    const double start = CpuSeconds();
    if (const Status done = run(); !done) {
      fmt::print(stderr, "{}\n", done.error().message);
      return std::nullopt;
    }
    const double took = CpuSeconds() - start;
    best = best ? std::min(*best, took) : took;
  }
  return best;
}

void PrintRow(std::string_view name, double megabytes, double seconds, double nodes,
              std::string_view peak) {
  fmt::print("{:<12} {:>8.1f} {:>8.2f} {:>8.0f} {:>12.0f} {:>9}\n", name, megabytes, seconds,
             megabytes / seconds, nodes / seconds, peak);
}

std::string PeakOf(const std::string& program, const ExportFormat& format,
                   const std::string& store) {
  const TempDir folder;
  std::vector<std::string> command = {program,   "export", "--format", std::string(format.name),
                                      "--store", store};
  if (format.to_folder) command.insert(command.end(), {"-o", folder / "tables"});
  const ProcessRun run = RunProcess(command);
  return run.exit_code == 0 ? fmt::format("{:.0f}", run.peak_mib) : "failed";
}

// Prints a row and gives the megabytes written; 0 if the export failed.
double MeasureFormat(const std::string& program, const ExportFormat& format,
                     const GraphReader& reader, const std::string& store, double nodes) {
  double megabytes = 0;
  const std::optional<double> seconds = Best([&] {
    Counter counter;
    std::ostream out(&counter);
    CountingFolder folder(&out);
    const ExportScope scope(reader);
    const Status written =
        format.to_folder ? format.to_folder(scope, {}, &folder) : format.to_file(scope, {}, out);
    megabytes = counter.megabytes();
    return written;
  });
  if (!seconds) return 0;
  PrintRow(format.name, megabytes, *seconds, nodes, PeakOf(program, format, store));
  return megabytes;
}

void MeasureScan(const std::string& store) {
  RocksOptions options;
  options.read_only = true;
  const Result<std::unique_ptr<KeyValues>> values = OpenRocksKeyValues(store, options);
  if (!values) return;
  std::uint64_t bytes = 0;
  const std::optional<double> seconds = Best([&]() -> Status {
    bytes = 0;
    for (const Family family : {Family::kNodes, Family::kEdges}) {
      const Status read =
          (*values)->Scan(family, "", [&](std::string_view, std::string_view value) {
            bytes += value.size();
            return true;
          });
      if (!read) return read;
    }
    return {};
  });
  if (seconds) PrintRow("limit: scan", static_cast<double>(bytes) / 1e6, *seconds, 0, "");
}

std::uint64_t MeasureNouns(const GraphReader& reader) {
  std::uint64_t nodes = 0;
  const std::optional<double> seconds = Best([&] {
    nodes = 0;
    const ExportScope scope(reader);
    PropertyGraph graph(scope);
    return graph.EachNode([&](const PropertyNode&) {
      ++nodes;
      return Status();
    });
  });
  if (seconds) PrintRow("nouns", 0, *seconds, static_cast<double>(nodes), "");
  return nodes;
}

void MeasureCopy(double megabytes) {
  const std::string piece(64, 'x');
  const auto pieces = static_cast<std::uint64_t>(megabytes * 1e6 / 64);
  const std::optional<double> seconds = Best([&] {
    Counter counter;
    std::ostream out(&counter);
    OutputBuffer buffer(out);
    for (std::uint64_t i = 0; i < pieces; ++i) {
      buffer.text() += piece;
      if (Status passed = buffer.Pass(); !passed) return passed;
    }
    return buffer.Flush();
  });
  if (seconds) PrintRow("limit: copy", megabytes, *seconds, 0, "");
}

int MeasureStore(const std::string& program, const std::string& store) {
  RocksOptions options;
  options.read_only = true;
  const Result<std::unique_ptr<GraphStore>> graph = OpenRocksStore(store, options);
  if (!graph) {
    fmt::print(stderr, "{}\n", graph.error().message);
    return 1;
  }
  const GraphReader& reader = **graph;
  fmt::print("{} claims at most, {:.1f} MB on disk\n", reader.LastId(NodeKind::kClaim),
             BytesBelow(store) / 1e6);
  fmt::print("{:<12} {:>8} {:>8} {:>8} {:>12} {:>9}\n", "", "MB", "CPU s", "MB/s", "nodes/s",
             "peak MiB");
  MeasureScan(store);
  const auto nodes = static_cast<double>(MeasureNouns(reader));
  double graphml = 0;
  for (const std::string_view name : kFormats) {
    const double written = MeasureFormat(program, *FindExportFormat(name), reader, store, nodes);
    if (written == 0) return 1;
    if (name == "graphml") graphml = written;
  }
  MeasureCopy(graphml);
  return 0;
}

int MakeAndMeasure(const std::string& program, std::uint32_t articles) {
  const TempDir folder;
  const std::string source = folder / "articles";
  const std::string store = folder / "store";
  WriteArticles(ArticleMaker(CLAIMGRAPH_EXAMPLES), articles, source);
  const ProcessRun run = RunProcess({program, "import", source, "--bulk", "--store", store});
  if (run.exit_code != 0) {
    fmt::print(stderr, "import ended with {}\n", run.exit_code);
    return 1;
  }
  return MeasureStore(program, store);
}

}  // namespace
}  // namespace claimgraph::bench

int main(int argc, char** argv) {
  using namespace claimgraph::bench;
  if (argc != 2 && argc != 3) {
    fmt::print(stderr, "usage: export_bench PATH/TO/claimgraph [STORE]\n");
    return 2;
  }
  std::setvbuf(stdout, nullptr, _IOLBF, 0);  // a row takes a minute on a large store
  if (argc == 3) return MeasureStore(argv[1], argv[2]);
  const char* articles = std::getenv("CLAIMGRAPH_BENCH_ARTICLES");
  return MakeAndMeasure(argv[1],
                        articles ? static_cast<std::uint32_t>(std::strtoul(articles, nullptr, 10))
                                 : kDefaultArticles);
}
