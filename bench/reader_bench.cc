// MB/s of every reader, of sentences, of one document's import and of the whole
// check, each as a share of a limit or a peer measured in the same run.
//
// Sizes: 68 KB is a 10,000-word draft; 1 and 10 MB show whether time grows with
// size alone; 50 MB is the largest article that import promises to take.
//
// A peer is what the step cannot do without: md4c alone under the Markdown
// reader, Gumbo alone under the HTML reader, ICU's boundaries alone under
// sentences.  Where there is none, it is a scan for line ends, which is as fast
// as this machine can look at text at all.

#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <gumbo.h>
#include <md4c.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <cstdint>
#include <cstring>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bench/generated_text.h"
#include "claimgraph/check.h"
#include "core/text/sentences.h"
#include "importers/formats/bibtex.h"
#include "importers/formats/formats.h"
#include "importers/importer.h"

namespace claimgraph::bench {
namespace {

// Made once: the time to generate 50 MB is not what we measure.
const std::string& Sample(Shape shape, std::size_t bytes) {
  static std::map<std::pair<Shape, std::size_t>, std::string> samples;
  std::string& sample = samples[{shape, bytes}];
  if (sample.empty()) sample = Article(shape, bytes);
  return sample;
}

void CountBytes(benchmark::State& state, std::size_t bytes) {
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes) *
                          static_cast<std::int64_t>(state.iterations()));
}

// ---- limits and peers

void ScanLines(benchmark::State& state) {
  const std::string& text = Sample(Shape::kPlainText, state.range(0));
  for (auto _ : state) {
    std::size_t lines = 0;
    const char* at = text.data();
    const char* end = at + text.size();
    while (const void* found = std::memchr(at, '\n', end - at)) {
      ++lines;
      at = static_cast<const char*>(found) + 1;
    }
    benchmark::DoNotOptimize(lines);
  }
  CountBytes(state, text.size());
}

void Md4cAlone(benchmark::State& state) {
  const std::string& text = Sample(Shape::kMarkdown, state.range(0));
  MD_PARSER parser{};
  parser.flags = MD_DIALECT_GITHUB;
  parser.enter_block = [](MD_BLOCKTYPE, void*, void*) { return 0; };
  parser.leave_block = [](MD_BLOCKTYPE, void*, void*) { return 0; };
  parser.enter_span = [](MD_SPANTYPE, void*, void*) { return 0; };
  parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
  parser.text = [](MD_TEXTTYPE, const MD_CHAR*, MD_SIZE, void*) { return 0; };
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, nullptr));
  }
  CountBytes(state, text.size());
}

void GumboAlone(benchmark::State& state) {
  const std::string& text = Sample(Shape::kHtml, state.range(0));
  for (auto _ : state) {
    GumboOutput* page = gumbo_parse_with_options(&kGumboDefaultOptions, text.data(), text.size());
    benchmark::DoNotOptimize(page->root);
    gumbo_destroy_output(&kGumboDefaultOptions, page);
  }
  CountBytes(state, text.size());
}

void IcuSentencesAlone(benchmark::State& state) {
  const std::string& text = Sample(Shape::kPlainText, state.range(0));
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createSentenceInstance(icu::Locale::getEnglish(), status));
  for (auto _ : state) {
    UText* view =
        utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
    breaks->setText(view, status);
    std::size_t sentences = 0;
    while (breaks->next() != icu::BreakIterator::DONE) ++sentences;
    benchmark::DoNotOptimize(sentences);
    utext_close(view);
  }
  CountBytes(state, text.size());
}

// ---- ours

void Read(benchmark::State& state, Shape shape, std::string_view source) {
  const std::string& text = Sample(shape, state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(ReadDocument(text, source));
  CountBytes(state, text.size());
}

void ReadPlainTextRun(benchmark::State& state) { Read(state, Shape::kPlainText, "article.txt"); }
void ReadMarkdownRun(benchmark::State& state) { Read(state, Shape::kMarkdown, "article.md"); }
void ReadHtmlRun(benchmark::State& state) { Read(state, Shape::kHtml, "article.html"); }

void ReadBibtexRun(benchmark::State& state) {
  const std::string text = Bibliography(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(ReadBibtex(text, "refs.bib"));
  CountBytes(state, text.size());
}

void SentencesRun(benchmark::State& state) {
  const std::string& text = Sample(Shape::kPlainText, state.range(0));
  const Document read = ReadDocument(text, "article.txt");
  for (auto _ : state) benchmark::DoNotOptimize(FindSentences(read));
  CountBytes(state, text.size());
}

void Import(benchmark::State& state, Shape shape, std::string_view source) {
  const std::string& text = Sample(shape, state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(ImportDocument(text, source));
  CountBytes(state, text.size());
}

void ImportTextRun(benchmark::State& state) { Import(state, Shape::kPlainText, "article.txt"); }
void ImportMarkdownRun(benchmark::State& state) { Import(state, Shape::kMarkdown, "article.md"); }
void ImportHtmlRun(benchmark::State& state) { Import(state, Shape::kHtml, "article.html"); }

void CheckRun(benchmark::State& state) {
  const std::string& text = Sample(Shape::kMarkdown, state.range(0));
  for (auto _ : state) {
    const Result<Checked> checked = Check({{.path = "article.md", .bytes = text}}, {});
    if (!checked.has_value()) state.SkipWithError(checked.error().message.c_str());
    benchmark::DoNotOptimize(checked);
  }
  CountBytes(state, text.size());
}

// ---- the table

constexpr std::int64_t kDraft = 68 << 10;
constexpr std::int64_t kMegabyte = 1 << 20;

struct Workload {
  std::string name;
  std::string peer;  // another row's name; empty for the peers themselves
  void (*run)(benchmark::State&);
  std::vector<std::int64_t> sizes;
};

const std::vector<Workload>& Workloads() {
  static const std::vector<std::int64_t> kSizes = {kDraft, kMegabyte, 10 * kMegabyte};
  static const std::vector<std::int64_t> kUpTo50 = {kDraft, kMegabyte, 10 * kMegabyte,
                                                    50 * kMegabyte};
  static const std::vector<Workload> workloads = {
      {"scan_lines", "", ScanLines, kUpTo50},
      {"md4c_alone", "", Md4cAlone, kUpTo50},
      {"gumbo_alone", "", GumboAlone, kUpTo50},
      {"icu_sentences_alone", "", IcuSentencesAlone, kSizes},
      {"read_plain_text", "scan_lines", ReadPlainTextRun, kSizes},
      {"read_markdown", "md4c_alone", ReadMarkdownRun, kSizes},
      {"read_html", "gumbo_alone", ReadHtmlRun, kSizes},
      {"read_bibtex", "scan_lines", ReadBibtexRun, kSizes},
      {"sentences", "icu_sentences_alone", SentencesRun, kSizes},
      {"import_plain_text", "scan_lines", ImportTextRun, kUpTo50},
      {"import_markdown", "md4c_alone", ImportMarkdownRun, kUpTo50},
      {"import_html", "gumbo_alone", ImportHtmlRun, kUpTo50},
      {"check_markdown", "md4c_alone", CheckRun, kSizes},
  };
  return workloads;
}

// Google Benchmark's table, and after it each rate beside its peer's.
class WithPeers : public benchmark::ConsoleReporter {
 public:
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      const auto rate = run.counters.find("bytes_per_second");
      if (rate != run.counters.end()) rates_[run.benchmark_name()] = rate->second.value;
    }
    ConsoleReporter::ReportRuns(runs);
  }

  void Finalize() override {
    ConsoleReporter::Finalize();
    fmt::print("\n{:<30} {:>10}   beside\n", "workload/bytes", "MB/s");
    for (const Workload& workload : Workloads()) {
      for (const std::int64_t size : workload.sizes) PrintOne(workload, size);
    }
  }

 private:
  void PrintOne(const Workload& workload, std::int64_t size) const {
    const std::string name = fmt::format("{}/{}", workload.name, size);
    const auto rate = rates_.find(name);
    if (rate == rates_.end()) return;  // left out by --benchmark_filter
    fmt::print("{:<30} {:>10.2f}", name, rate->second / 1e6);
    const auto peer = rates_.find(fmt::format("{}/{}", workload.peer, size));
    if (peer != rates_.end()) {
      fmt::print("   {:.4g} of {} ({:.0f} MB/s)", rate->second / peer->second, workload.peer,
                 peer->second / 1e6);
    }
    fmt::print("\n");
  }

  std::map<std::string, double> rates_;
};

}  // namespace
}  // namespace claimgraph::bench

int main(int argc, char** argv) {
  using namespace claimgraph::bench;
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  for (const Workload& workload : Workloads()) {
    auto* registered = benchmark::RegisterBenchmark(workload.name.c_str(), workload.run);
    for (const std::int64_t size : workload.sizes) registered->Arg(size);
    registered->Unit(benchmark::kMillisecond);
  }
  WithPeers reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
  return 0;
}
