// What the index of texts costs and how fast it answers, in processor time.
//
//   text_index_bench [TEXTS]        100,000 unless said
//
// Texts are made: 220 words, drawn so that the r-th most common of 60,000 comes as
// often as 1/r, which is how words of a language do.  Putting is measured twice, with
// and without the index (the same documents as a format that is not searched), so that
// what the index adds shows; queries are of 3 rare and 9 middling and common words.

#include <time.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "bench/temp_dir.h"
#include "core/store/graph_store.h"
#include "core/text/search_terms.h"

namespace claimgraph {
namespace {

constexpr int kWordsInText = 220;
constexpr double kVocabulary = 60000;
constexpr int kQueries = 501;
constexpr std::size_t kHeld = std::size_t{256} << 20;

// Of the processor, in all threads: another program's load does not count.
double Now() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

class Words {
 public:
  // The rank of a word: its probability falls as 1 / rank.
  int Rank(double least = 1) {
    const double u = std::uniform_real_distribution<double>(0, 1)(random_);
    return static_cast<int>(least * std::pow(kVocabulary / least, u));
  }

  std::string Text(int words) {
    std::string text;
    for (int i = 0; i < words; ++i) text += Word(Rank()) + ' ';
    return text;
  }

  std::string Query() {
    std::string text;
    for (int i = 0; i < 3; ++i) text += Word(Rank(1000)) + ' ';
    for (int i = 0; i < 9; ++i) text += Word(Rank(20)) + ' ';
    return text;
  }

 private:
  static std::string Word(int rank) {
    std::string word;
    for (; rank > 0; rank /= 20) word += "bcdfghjklmnpqrstvwxz"[rank % 20];
    return word + "o";
  }

  std::mt19937_64 random_{1};
};

DocumentGraph StudyGraph(Words* words, int number, Format format) {
  DocumentGraph g;
  g.document.source = "s" + std::to_string(number);
  g.document.title = words->Text(12);
  g.document.text = g.document.title + "\n\n" + words->Text(kWordsInText);
  g.document.format = format;
  g.works = {{.names = {"pmid:" + std::to_string(number + 1)}, .title = g.document.title}};
  g.records = {{.work = WorkId{1}, .title = g.document.title}};
  return g;
}

// Seconds to put them all.
double Fill(GraphStore* store, int texts, Format format) {
  Words words;
  double seconds = 0;
  store->Hold();
  for (int i = 0; i < texts; ++i) {
    const DocumentGraph graph = StudyGraph(&words, i, format);
    const double begin = Now();
    if (!store->PutDocument(graph)) std::abort();
    if (store->held() > kHeld || i + 1 == texts) {
      if (!store->Release(HeldAs::kTables)) std::abort();
      store->Hold();
    }
    seconds += Now() - begin;
  }
  if (!store->Release(HeldAs::kTables)) std::abort();
  return seconds;
}

void Ask(const GraphReader& store) {
  Words words;
  std::vector<double> seconds;
  std::size_t found = 0;
  for (int i = 0; i < kQueries; ++i) {
    const std::string text = words.Query();
    const double begin = Now();
    TextQuery query;
    for (std::string& term : SearchTerms(text)) query.push_back({std::move(term)});
    const auto hits = store.SearchTexts(query, 10);
    seconds.push_back(Now() - begin);
    found += hits ? hits->size() : 0;
  }
  std::printf("first query %.2f ms\n", seconds.front() * 1e3);
  std::ranges::sort(seconds);
  std::printf("median query %.3f ms, 95th %.3f ms (%zu hits)\n", seconds[kQueries / 2] * 1e3,
              seconds[kQueries * 95 / 100] * 1e3, found);
}

int Run(int texts) {
  const TempDir dir;
  double plain = 0;
  {
    auto store = OpenRocksStore(dir / "plain", {.sync = false});
    if (!store) return 1;
    plain = Fill(store->get(), texts, Format::kPlainText);
  }
  double indexed = 0;
  {
    auto store = OpenRocksStore(dir / "indexed", {.sync = false});
    if (!store) return 1;
    indexed = Fill(store->get(), texts, Format::kRecord);
  }
  std::printf(
      "%d texts: put without index %.2f s, with %.2f s: ratio %.2f; %.0f texts/s, index alone "
      "%.0f/s\n",
      texts, plain, indexed, indexed / plain, texts / indexed, texts / (indexed - plain));
  const auto store = OpenRocksStore(dir / "indexed", {.read_only = true});
  if (!store) return 1;
  Ask(**store);
  return 0;
}

}  // namespace
}  // namespace claimgraph

int main(int argc, char** argv) {
  const int texts = argc > 1 ? std::atoi(argv[1]) : 100000;
  if (argc > 2 || texts <= 0) {
    std::fputs("usage: text_index_bench [TEXTS]\n", stderr);
    return 2;
  }
  return claimgraph::Run(texts);
}
