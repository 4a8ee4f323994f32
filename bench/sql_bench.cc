// SQL over the graph beside the same SQL over SQLite's own tables.
//
// One graph of N claims: documents of 20 claims and 20 references, works whose
// popularity falls as their rank rises (Zipf, 0.9), one marker for each
// reference, three claims in ten without any and one to four for the others.
// Three readers of it: a store in memory, RocksDB, and a SQLite database in
// memory that holds the rows of every table, with an index for each look-up.
// Each statement is compiled and run by each, and must give the same answer.
//
// Sizes: 20,000 claims while working (CLAIMGRAPH_SQL_BENCH_CLAIMS sets another),
// as a library of a thousand articles has; 100,000 for figures.

#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <stdlib.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <numeric>
#include <random>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/document_graph.h"
#include "core/store/graph_store.h"
#include "queries/sql/session.h"
#include "queries/sql/tables.h"

namespace claimgraph {
namespace {

namespace fs = std::filesystem;

constexpr int kClaimsOfADocument = 20;
constexpr int kRefsOfADocument = 20;
constexpr int kClaimsOfAProposition = 3;
constexpr int kClaimsOfAWork = 5;
constexpr int kQuestionsOfOneKind = 100;  // works asked about, ids looked up

int Claims() {
  const char* wanted = std::getenv("CLAIMGRAPH_SQL_BENCH_CLAIMS");
  return wanted != nullptr ? std::max(100, std::atoi(wanted)) : 20'000;
}

// The generator of every document; the same for each store.
class Library {
 public:
  explicit Library(int claims)
      : documents_(claims / kClaimsOfADocument), propositions_(claims / kClaimsOfAProposition) {
    const int works = claims / kClaimsOfAWork;
    weights_.reserve(static_cast<std::size_t>(works));
    double sum = 0;
    for (int i = 0; i < works; ++i) weights_.push_back(sum += 1 / std::pow(i + 1, 0.9));
  }

  int documents() const { return documents_; }

  DocumentGraph Next() {
    DocumentGraph g;
    g.document.source = fmt::format("articles/walk-{}.md", number_);
    g.document.title = "Walking";
    g.document.hash = fmt::format("{:032x}", number_++);
    for (int i = 0; i < kRefsOfADocument; ++i) AddReference(&g);
    for (int i = 0; i < kClaimsOfADocument; ++i) AddClaim(&g);
    g.document.size = g.document.text.size();
    g.document.map = OffsetMap::Identity(static_cast<std::uint32_t>(g.document.text.size()));
    return g;
  }

 private:
  int Below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }

  int AnyWork() {
    const double at = std::ldexp(static_cast<double>(random_()), -32) * weights_.back();
    return static_cast<int>(std::ranges::lower_bound(weights_, at) - weights_.begin());
  }

  // Writes `text` at the end and tells where.
  static TextSpan Append(std::string_view text, DocumentGraph* g) {
    const auto begin = static_cast<std::uint32_t>(g->document.text.size());
    g->document.text += text;
    return {begin, static_cast<std::uint32_t>(g->document.text.size())};
  }

  void AddReference(DocumentGraph* g) {
    constexpr StudyDesign kDesigns[] = {StudyDesign::kRct, StudyDesign::kCohort,
                                        StudyDesign::kPrePost, StudyDesign::kNarrativeReview};
    const int n = AnyWork();
    const std::string title = fmt::format("Walking and pain in group {}", n);
    const StudyDesign design = kDesigns[n % 4];
    g->works.push_back({.names = {fmt::format("doi:10.5555/walk.{}", n)},
                        .title = title,
                        .authors = {{"Okri", "B"}, {"Lind", "C"}},
                        .year = 1980 + n % 40,
                        .container = "Steps",
                        .doi = fmt::format("10.5555/walk.{}", n),
                        .design = design});
    g->references.push_back({.text = "Okri B, Lind C. " + title + ". Steps. 2014;3(2):25-31.",
                             .authors = {{"Okri", "B"}, {"Lind", "C"}},
                             .year = 2014,
                             .title = title,
                             .container = "Steps",
                             .design = design,
                             .work = WorkId{g->works.size()}});
    const TextSpan at = Append("[1] ", g);
    g->citations.push_back({.span = {at.begin, at.end},
                            .text_span = at,
                            .text = "[1]",
                            .style = CitationStyle::kNumeric,
                            .references = {ReferenceId{g->references.size()}}});
  }

  void AddClaim(DocumentGraph* g) {
    const TextSpan at = Append(
        "In adults with a sore back, walking for half an hour a day may ease pain within six "
        "weeks, compared with rest alone. ",
        g);
    g->propositions.push_back(
        {.intervention = "walking", .outcome = fmt::format("outcome {}", Below(propositions_))});
    Claim claim{.span = {at.begin, at.end},
                .text_span = at,
                .text = std::string(g->document.Words(at)),
                .strength = static_cast<CausalStrength>(Below(4)),
                .propositions = {PropositionId{g->propositions.size()}}};
    constexpr int kUncitedOfTen = 3;
    if (Below(10) >= kUncitedOfTen) {
      const int first = Below(kRefsOfADocument);
      const int count = 1 + std::min(Below(4), Below(4));
      for (int i = 0; i < count; ++i) {
        claim.citations.push_back(
            CitationId{static_cast<std::uint64_t>((first + i * 7) % kRefsOfADocument) + 1});
      }
    }
    g->claims.push_back(std::move(claim));
  }

  int documents_;
  int propositions_;
  std::vector<double> weights_{};  // summed
  std::mt19937 random_{20240607};
  int number_ = 0;
};

// How much came back, and a sum over it: equal for equal answers in any order.
struct Sum {
  std::size_t rows = 0;
  std::uint64_t cells = 0;
  bool operator==(const Sum&) const = default;
};

class Summing final : public RowTaker {
 public:
  explicit Summing(Sum* sum) : sum_(sum) {}
  void Columns(std::span<const std::string>) override {}
  bool Row(std::span<const Cell> cells) override {
    ++sum_->rows;
    for (const Cell& cell : cells) {
      if (const auto* n = std::get_if<std::int64_t>(&cell)) {
        sum_->cells += static_cast<std::uint64_t>(*n);
      }
      if (const auto* text = std::get_if<std::string_view>(&cell)) sum_->cells += text->size();
    }
    return true;
  }

 private:
  Sum* sum_;
};

// Who answers.
class Database {
 public:
  virtual ~Database() = default;
  virtual void Run(const std::string& sql, Sum* sum) = 0;
};

class GraphDatabase final : public Database {
 public:
  explicit GraphDatabase(const GraphReader& reader) : session_(*SqlSession::Open(reader)) {}

  void Run(const std::string& sql, Sum* sum) override {
    Summing summing(sum);
    const auto ran = session_->Run(sql, {}, &summing);
    if (ran) return;
    fmt::print(stderr, "{}\n", ran.error().message);
    std::abort();
  }

 private:
  std::unique_ptr<SqlSession> session_;
};

class NativeDatabase final : public Database {
 public:
  NativeDatabase() {
    if (sqlite3_open(":memory:", &database_) != SQLITE_OK) std::abort();
  }
  ~NativeDatabase() override { sqlite3_close(database_); }
  NativeDatabase(const NativeDatabase&) = delete;
  NativeDatabase& operator=(const NativeDatabase&) = delete;

  void Fill(const GraphReader& reader) {
    const auto session = *SqlSession::Open(reader);
    Execute("BEGIN");
    for (const Table& table : AllTables()) {
      if (table.name == "edges" || table.name == "appraisals") continue;
      std::string create = CreateTable(table);
      constexpr std::string_view kId = "(id INTEGER";
      const std::size_t id = create.find(kId);
      if (id != std::string::npos) create.insert(id + kId.size(), " PRIMARY KEY");
      Execute(create);
      Copy(table, session.get());
      for (const Lookup& lookup : table.lookups) {
        const std::string_view column =
            table.columns[static_cast<std::size_t>(lookup.columns[0])].name;
        if (column != "id") {
          // The other end too, so that a link is answered from the index alone.
          const std::string_view other =
              table.columns.size() == 2 ? table.columns[lookup.columns[0] == 0 ? 1 : 0].name : "";
          Execute(fmt::format("CREATE INDEX {0}_{1} ON {0}({1}{2}{3})", table.name, column,
                              other.empty() ? "" : ", ", other));
        }
      }
    }
    Execute("COMMIT");
    Execute("ANALYZE");
  }

  void Run(const std::string& sql, Sum* sum) override {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database_, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) {
      fmt::print(stderr, "{}\n", sqlite3_errmsg(database_));
      std::abort();
    }
    while (sqlite3_step(statement) == SQLITE_ROW) {
      ++sum->rows;
      for (int i = 0; i < sqlite3_column_count(statement); ++i) {
        const int type = sqlite3_column_type(statement, i);
        if (type == SQLITE_INTEGER) {
          sum->cells += static_cast<std::uint64_t>(sqlite3_column_int64(statement, i));
        } else if (type == SQLITE_TEXT) {
          sum->cells += static_cast<std::uint64_t>(sqlite3_column_bytes(statement, i));
        }
      }
    }
    sqlite3_finalize(statement);
  }

 private:
  class Inserter final : public RowTaker {
   public:
    Inserter(sqlite3* database, const Table& table) {
      std::string sql = fmt::format("INSERT INTO {} VALUES (?", table.name);
      for (std::size_t i = 1; i < table.columns.size(); ++i) sql += ", ?";
      sqlite3_prepare_v2(database, (sql + ")").c_str(), -1, &statement_, nullptr);
    }
    ~Inserter() override { sqlite3_finalize(statement_); }
    Inserter(const Inserter&) = delete;
    Inserter& operator=(const Inserter&) = delete;

    void Columns(std::span<const std::string>) override {}
    bool Row(std::span<const Cell> cells) override {
      for (int i = 0; i < static_cast<int>(cells.size()); ++i) {
        const Cell& cell = cells[static_cast<std::size_t>(i)];
        sqlite3_bind_null(statement_, i + 1);
        if (const auto* n = std::get_if<std::int64_t>(&cell)) {
          sqlite3_bind_int64(statement_, i + 1, *n);
        } else if (const auto* real = std::get_if<double>(&cell)) {
          sqlite3_bind_double(statement_, i + 1, *real);
        } else if (const auto* text = std::get_if<std::string_view>(&cell)) {
          sqlite3_bind_text64(statement_, i + 1, text->data(), text->size(), SQLITE_TRANSIENT,
                              SQLITE_UTF8);
        }
      }
      const bool done = sqlite3_step(statement_) == SQLITE_DONE;
      sqlite3_reset(statement_);
      return done;
    }

   private:
    sqlite3_stmt* statement_ = nullptr;
  };

  void Copy(const Table& table, SqlSession* session) {
    Inserter inserter(database_, table);
    const auto copied = session->Run(fmt::format("SELECT * FROM {}", table.name), {}, &inserter);
    if (!copied || copied->end != SqlEnd::kWhole) std::abort();
  }

  void Execute(const std::string& sql) {
    if (sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK) return;
    fmt::print(stderr, "{}: {}\n", sql, sqlite3_errmsg(database_));
    std::abort();
  }

  sqlite3* database_ = nullptr;
};

// Everything that is compared, built once.
struct World {
  World() {
    std::string name = (fs::temp_directory_path() / "claimgraph-bench-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) std::abort();
    folder = name;
    memory = NewMemoryStore();
    const std::string store = (folder / "store").string();
    {
      auto rocks_writer = OpenRocksStore(store, {.sync = false});
      if (!rocks_writer) std::abort();
      Library library(Claims());
      for (int i = 0; i < library.documents(); ++i) {
        const DocumentGraph graph = library.Next();
        if (!memory->PutDocument(graph) || !(*rocks_writer)->PutDocument(graph)) std::abort();
      }
    }
    auto opened = OpenRocksStore(store, {.read_only = true});
    if (!opened) std::abort();
    rocks = std::move(*opened);
    native.Fill(*memory);
    in_memory = std::make_unique<GraphDatabase>(*memory);
    on_disk = std::make_unique<GraphDatabase>(*rocks);
  }

  ~World() {
    in_memory.reset();
    on_disk.reset();
    rocks.reset();
    std::error_code ignored;
    fs::remove_all(folder, ignored);
  }

  fs::path folder;
  std::unique_ptr<GraphStore> memory;
  std::unique_ptr<GraphStore> rocks;
  NativeDatabase native;
  std::unique_ptr<GraphDatabase> in_memory;
  std::unique_ptr<GraphDatabase> on_disk;
};

World& TheWorld() {
  static World world;
  return world;
}

enum Who { kNative, kMemory, kRocks };

Database* Answerer(Who who) {
  World& world = TheWorld();
  if (who == kNative) return &world.native;
  return who == kMemory ? world.in_memory.get() : world.on_disk.get();
}

// Claims that cite nothing: all of them.
std::vector<std::string> Uncited() {
  return {
      "SELECT c.id FROM claims c WHERE NOT EXISTS "
      "(SELECT 1 FROM claim_citations x WHERE x.claim = c.id) ORDER BY c.id"};
}

std::vector<std::string> FirstUncited() { return {Uncited()[0] + " LIMIT 100"}; }

// Claims stronger than their best source.
std::vector<std::string> Outrun() {
  return {
      "SELECT x.claim, (SELECT strength_level FROM claims WHERE id = x.claim) cs "
      "FROM claim_citations x JOIN citation_refs p ON p.citation = x.citation "
      "JOIN refs r ON r.id = p.ref JOIN works w ON w.id = r.work "
      "GROUP BY x.claim HAVING cs > max(w.start_level)"};
}

// For each of 100 works, half of them among the most cited: claims that rest on
// it alone.
std::vector<std::string> RestOnOne() {
  std::vector<std::string> statements;
  for (int i = 1; i <= kQuestionsOfOneKind; ++i) {
    const int work = i % 2 == 0 ? i : i * 17 % (Claims() / kClaimsOfAWork / 2) + 1;
    statements.push_back(fmt::format(
        "SELECT DISTINCT x.claim FROM refs r JOIN citation_refs p ON p.ref = r.id "
        "JOIN claim_citations x ON x.citation = p.citation WHERE r.work = {0} AND NOT EXISTS "
        "(SELECT 1 FROM claim_citations y JOIN citation_refs q ON q.citation = y.citation "
        "JOIN refs r2 ON r2.id = q.ref WHERE y.claim = x.claim AND r2.work <> {0})",
        work));
  }
  return statements;
}

// One statement each.
std::vector<std::string> PointLookups() {
  std::vector<std::string> statements;
  for (int i = 1; i <= kQuestionsOfOneKind; ++i) {
    statements.push_back(
        fmt::format("SELECT text, verdict FROM claims WHERE id = {}", i * 7919 % Claims() + 1));
  }
  return statements;
}

// A hundred times a hundred look-ups in one statement: what is left when nothing
// is compiled.
std::vector<std::string> JoinedLookups() {
  return {
      fmt::format("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                  "WHERE i < 10000) SELECT sum(length(c.text)) FROM n "
                  "JOIN claims c ON c.id = n.i * 7919 % {} + 1",
                  Claims())};
}

std::vector<std::string> ClaimsOfADocument() {
  std::vector<std::string> statements;
  for (int i = 1; i <= kQuestionsOfOneKind; ++i) {
    statements.push_back(fmt::format("SELECT id, text, verdict FROM claims WHERE document = {}",
                                     i * 31 % (Claims() / kClaimsOfADocument) + 1));
  }
  return statements;
}

std::vector<std::string> ByVerdict() {
  return {"SELECT verdict, strength, count(*) FROM claims GROUP BY verdict, strength"};
}

Sum RunAll(Database* database, const std::vector<std::string>& statements) {
  Sum sum;
  for (const std::string& sql : statements) database->Run(sql, &sum);
  return sum;
}

void BM_Sql(benchmark::State& state, std::vector<std::string> (*question)(), Who who) {
  const std::vector<std::string> statements = question();
  const Sum expected = RunAll(Answerer(kNative), statements);
  if (RunAll(Answerer(who), statements) != expected) {
    state.SkipWithError("another answer than SQLite's own tables give");
    return;
  }
  for (auto _ : state) benchmark::DoNotOptimize(RunAll(Answerer(who), statements));
  state.counters["rows"] = static_cast<double>(expected.rows);
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(statements.size()));
}

#define CLAIMGRAPH_SQL_BENCHMARK(question)                                                        \
  BENCHMARK_CAPTURE(BM_Sql, question / native, question, kNative)->Unit(benchmark::kMillisecond); \
  BENCHMARK_CAPTURE(BM_Sql, question / memory, question, kMemory)->Unit(benchmark::kMillisecond); \
  BENCHMARK_CAPTURE(BM_Sql, question / rocks, question, kRocks)->Unit(benchmark::kMillisecond)

CLAIMGRAPH_SQL_BENCHMARK(Uncited);
CLAIMGRAPH_SQL_BENCHMARK(FirstUncited);
CLAIMGRAPH_SQL_BENCHMARK(Outrun);
CLAIMGRAPH_SQL_BENCHMARK(RestOnOne);
CLAIMGRAPH_SQL_BENCHMARK(PointLookups);
CLAIMGRAPH_SQL_BENCHMARK(JoinedLookups);
CLAIMGRAPH_SQL_BENCHMARK(ClaimsOfADocument);
CLAIMGRAPH_SQL_BENCHMARK(ByVerdict);

}  // namespace
}  // namespace claimgraph

BENCHMARK_MAIN();
