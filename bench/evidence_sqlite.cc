#include "bench/evidence_sqlite.h"

#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>

namespace claimgraph {
namespace {

constexpr const char* kTables =
    "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-65536; BEGIN;"
    "CREATE TABLE docs(id INTEGER PRIMARY KEY, title TEXT, url TEXT);"
    "CREATE TABLE props(id INTEGER PRIMARY KEY, text TEXT);"
    "CREATE TABLE studies(id INTEGER PRIMARY KEY, strength INT, title TEXT, doi TEXT);"
    "CREATE TABLE refs(id INTEGER PRIMARY KEY, doc INT, study INT, raw TEXT);"
    "CREATE TABLE claims(id INTEGER PRIMARY KEY, doc INT, prop INT, strength INT, text TEXT);"
    "CREATE TABLE cites(claim INT, ref INT, PRIMARY KEY(claim, ref)) WITHOUT ROWID;";

// Names lead to documents, works and propositions in a claimgraph store; so here.
constexpr const char* kIndexes =
    "CREATE UNIQUE INDEX docs_url ON docs(url);"
    "CREATE UNIQUE INDEX studies_doi ON studies(doi);"
    "CREATE UNIQUE INDEX props_text ON props(text, id);"
    "CREATE INDEX refs_doc ON refs(doc); CREATE INDEX refs_study ON refs(study);"
    "CREATE INDEX claims_doc ON claims(doc); CREATE INDEX claims_prop ON claims(prop);"
    "CREATE INDEX cites_ref ON cites(ref, claim);"
    "COMMIT; ANALYZE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;";

constexpr const char* kUncited =
    "SELECT c.id FROM claims c WHERE NOT EXISTS (SELECT 1 FROM cites x WHERE x.claim=c.id) "
    "ORDER BY c.id";

constexpr const char* kStronger =
    "SELECT x.claim, (SELECT strength FROM claims WHERE id=x.claim) cs FROM cites x "
    "JOIN refs r ON r.id=x.ref JOIN studies s ON s.id=r.study "
    "GROUP BY x.claim HAVING cs > max(s.strength)";

constexpr const char* kRestOn =
    "SELECT DISTINCT x.claim FROM refs r JOIN cites x ON x.ref=r.id WHERE r.study=?1 AND NOT "
    "EXISTS "
    "(SELECT 1 FROM cites y JOIN refs r2 ON r2.id=y.ref WHERE y.claim=x.claim AND r2.study<>?1)";

// Kinds are told apart by the last digit.
constexpr const char* kTwoSteps =
    "SELECT doc*10 FROM claims WHERE id=?1 "
    "UNION SELECT prop*10+1 FROM claims WHERE id=?1 "
    "UNION SELECT ref*10+2 FROM cites WHERE claim=?1 "
    "UNION SELECT r.study*10+3 FROM cites x JOIN refs r ON r.id=x.ref "
    "      WHERE x.claim=?1 AND r.study IS NOT NULL "
    "UNION SELECT r.id*10+2 FROM refs r WHERE r.doc=(SELECT doc FROM claims WHERE id=?1) "
    "UNION SELECT c.id*10+4 FROM claims c WHERE c.doc=(SELECT doc FROM claims WHERE id=?1) "
    "      AND c.id<>?1 "
    "UNION SELECT c.id*10+4 FROM claims c WHERE c.prop=(SELECT prop FROM claims WHERE id=?1) "
    "      AND c.id<>?1 "
    "UNION SELECT y.claim*10+4 FROM cites x JOIN cites y ON y.ref=x.ref "
    "      WHERE x.claim=?1 AND y.claim<>?1";

void Check(sqlite3* db, int code, int expected) {
  if (code == expected) return;
  std::fprintf(stderr, "sqlite: %s\n", sqlite3_errmsg(db));
  std::abort();
}

void Do(sqlite3* db, const char* sql) {
  Check(db, sqlite3_exec(db, sql, nullptr, nullptr, nullptr), SQLITE_OK);
}

class Statement {
 public:
  Statement(sqlite3* db, const char* sql) : db_(db) {
    Check(db, sqlite3_prepare_v2(db, sql, -1, &statement_, nullptr), SQLITE_OK);
  }
  ~Statement() { sqlite3_finalize(statement_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  Statement& Bind(std::int64_t value) {
    Check(db_, sqlite3_bind_int64(statement_, ++bound_, value), SQLITE_OK);
    return *this;
  }
  Statement& Bind(const std::string& text) {
    const int size = static_cast<int>(text.size());
    Check(db_, sqlite3_bind_text(statement_, ++bound_, text.data(), size, SQLITE_STATIC),
          SQLITE_OK);
    return *this;
  }
  Statement& BindNothing() {
    ++bound_;  // what is not bound is null
    return *this;
  }

  void Run() {
    Check(db_, sqlite3_step(statement_), SQLITE_DONE);
    Reset();
  }
  std::size_t CountRows() {
    std::size_t rows = 0;
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(statement_)) == SQLITE_ROW) ++rows;
    Check(db_, code, SQLITE_DONE);
    Reset();
    return rows;
  }

 private:
  void Reset() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
    bound_ = 0;
  }

  sqlite3* db_;
  sqlite3_stmt* statement_ = nullptr;
  int bound_ = 0;
};

void Load(sqlite3* db, const Workload& w) {
  Statement document(db, "INSERT INTO docs VALUES(?,?,?)");
  for (std::size_t i = 0; i < w.titles.size(); ++i) {
    const std::string url = "https://example.org/article/" + std::to_string(i);
    document.Bind(i).Bind(w.titles[i]).Bind(url).Run();
  }
  Statement proposition(db, "INSERT INTO props VALUES(?,?)");
  for (std::size_t i = 0; i < w.propositions.size(); ++i) {
    proposition.Bind(i).Bind(w.propositions[i]).Run();
  }
  Statement study(db, "INSERT INTO studies VALUES(?,?,?,?)");
  for (std::size_t i = 0; i < w.studies.size(); ++i) {
    const std::string doi = "10.5555/" + std::to_string(i);
    study.Bind(i).Bind(w.strengths[i]).Bind(w.studies[i]).Bind(doi).Run();
  }
  Statement reference(db, "INSERT INTO refs VALUES(?,?,?,?)");
  for (std::size_t i = 0; i < w.references.size(); ++i) {
    reference.Bind(i).Bind(i / kPerDocument);
    if (w.references[i] == kNoStudy) {
      reference.BindNothing();
    } else {
      reference.Bind(w.references[i]);
    }
    reference.Bind(w.reference_texts[i]).Run();
  }
  Statement claim(db, "INSERT INTO claims VALUES(?,?,?,?,?)");
  Statement cites(db, "INSERT INTO cites VALUES(?,?)");
  for (std::size_t i = 0; i < w.claims.size(); ++i) {
    const WorkloadClaim& c = w.claims[i];
    claim.Bind(i).Bind(i / kPerDocument).Bind(c.proposition).Bind(c.strength).Bind(c.text).Run();
    for (const std::uint32_t r : c.references) cites.Bind(i).Bind(r).Run();
  }
}

}  // namespace

EvidenceSqlite::EvidenceSqlite(const std::string& file, const Workload& workload) {
  Check(db_, sqlite3_open(file.c_str(), &db_), SQLITE_OK);
  Do(db_, kTables);
  Load(db_, workload);
  Do(db_, kIndexes);
}

EvidenceSqlite::~EvidenceSqlite() { sqlite3_close_v2(db_); }

std::size_t EvidenceSqlite::Uncited() const { return Statement(db_, kUncited).CountRows(); }

std::size_t EvidenceSqlite::StrongerThanStudies() const {
  return Statement(db_, kStronger).CountRows();
}

std::size_t EvidenceSqlite::RestOn(std::uint32_t study) const {
  static Statement statement(db_, kRestOn);
  return statement.Bind(study).CountRows();
}

std::size_t EvidenceSqlite::WithinTwoSteps(std::uint32_t claim) const {
  static Statement statement(db_, kTwoSteps);
  return statement.Bind(claim).CountRows();
}

void EvidenceSqlite::AddClaim(std::uint32_t number, const WorkloadClaim& like) {
  static Statement begin(db_, "BEGIN");
  static Statement claim(db_, "INSERT INTO claims(doc,prop,strength,text) VALUES(?,?,?,?)");
  static Statement cites(db_, "INSERT INTO cites VALUES(?,?)");
  static Statement commit(db_, "COMMIT");
  begin.Run();
  claim.Bind(0).Bind(like.proposition).Bind(like.strength).Bind(like.text).Run();
  const std::int64_t id = sqlite3_last_insert_rowid(db_);
  for (const std::uint32_t r : {number * 7919U, number * 7919U + 31}) {
    cites.Bind(id).Bind(r % 1000).Run();
  }
  commit.Run();
}

}  // namespace claimgraph
