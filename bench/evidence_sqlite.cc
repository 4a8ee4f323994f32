#include "bench/evidence_sqlite.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace claimgraph {
namespace {

constexpr const char* kTables =
    "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-65536; BEGIN;"
    "CREATE TABLE docs(id INTEGER PRIMARY KEY, title TEXT, url TEXT);"
    "CREATE TABLE props(id INTEGER PRIMARY KEY, text TEXT);"
    "CREATE TABLE pops(id INTEGER PRIMARY KEY, label TEXT);"
    "CREATE TABLE studies(id INTEGER PRIMARY KEY, design INT, strength INT, year INT, pop INT, "
    "title TEXT);"
    "CREATE TABLE scites(src INT, dst INT, PRIMARY KEY(src, dst)) WITHOUT ROWID;"
    "CREATE TABLE refs(id INTEGER PRIMARY KEY, doc INT, study INT, raw TEXT);"
    "CREATE TABLE claims(id INTEGER PRIMARY KEY, doc INT, prop INT, pop INT, strength INT, "
    "text TEXT);"
    "CREATE TABLE cites(claim INT, ref INT, PRIMARY KEY(claim, ref)) WITHOUT ROWID;";

// Mapped into memory, questions take about a fifth less.
constexpr const char* kIndexes =
    "CREATE INDEX scites_dst ON scites(dst, src);"
    "CREATE INDEX studies_pop ON studies(pop);"
    "CREATE INDEX refs_doc ON refs(doc); CREATE INDEX refs_study ON refs(study);"
    "CREATE INDEX claims_doc ON claims(doc); CREATE INDEX claims_prop ON claims(prop);"
    "CREATE INDEX claims_pop ON claims(pop);"
    "CREATE INDEX cites_ref ON cites(ref, claim);"
    "COMMIT; ANALYZE;"
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA mmap_size=8589934592;";

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
    "UNION SELECT pop*10+5 FROM claims WHERE id=?1 "
    "UNION SELECT ref*10+2 FROM cites WHERE claim=?1 "
    "UNION SELECT r.study*10+3 FROM cites x JOIN refs r ON r.id=x.ref "
    "      WHERE x.claim=?1 AND r.study IS NOT NULL "
    "UNION SELECT s.id*10+3 FROM studies s WHERE s.pop=(SELECT pop FROM claims WHERE id=?1) "
    "UNION SELECT r.id*10+2 FROM refs r WHERE r.doc=(SELECT doc FROM claims WHERE id=?1) "
    "UNION SELECT c.id*10+4 FROM claims c WHERE c.doc=(SELECT doc FROM claims WHERE id=?1) "
    "      AND c.id<>?1 "
    "UNION SELECT c.id*10+4 FROM claims c WHERE c.prop=(SELECT prop FROM claims WHERE id=?1) "
    "      AND c.id<>?1 "
    "UNION SELECT c.id*10+4 FROM claims c WHERE c.pop=(SELECT pop FROM claims WHERE id=?1) "
    "      AND c.id<>?1 "
    "UNION SELECT y.claim*10+4 FROM cites x JOIN cites y ON y.ref=x.ref "
    "      WHERE x.claim=?1 AND y.claim<>?1";

constexpr const char* kStudies =
    "SELECT DISTINCT r.study FROM cites x JOIN refs r ON r.id=x.ref "
    "WHERE x.claim=?1 AND r.study IS NOT NULL";
constexpr const char* kStudyCites = "SELECT dst FROM scites WHERE src=?1";

constexpr const char* kThrough =
    "WITH RECURSIVE s(id, step) AS (SELECT ?1, 0 "
    "  UNION SELECT c.src, step+1 FROM s JOIN scites c ON c.dst=s.id WHERE step<2) "
    "SELECT DISTINCT x.claim FROM (SELECT DISTINCT id FROM s) t "
    "JOIN refs r ON r.study=t.id JOIN cites x ON x.ref=r.id";

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
  // Until Run.
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
  // How many rows, and the first numbers of the first `most`.
  std::size_t Read(std::size_t most, std::vector<std::uint32_t>* first) {
    std::size_t rows = 0;
    int code = SQLITE_ROW;
    for (; (code = sqlite3_step(statement_)) == SQLITE_ROW; ++rows) {
      if (rows >= most) continue;
      first->push_back(static_cast<std::uint32_t>(sqlite3_column_int64(statement_, 0)));
    }
    Check(db_, code, SQLITE_DONE);
    Reset();
    return rows;
  }
  std::size_t CountRows() { return Read(0, nullptr); }
  std::vector<std::uint32_t> ReadAll() {
    std::vector<std::uint32_t> all;
    Read(SIZE_MAX, &all);
    return all;
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

void LoadShared(sqlite3* db, const Workload& w) {
  Statement proposition(db, "INSERT INTO props VALUES(?,?)");
  for (std::uint32_t i = 0; i < w.propositions; ++i) {
    const std::string text = PropositionText(i);
    proposition.Bind(i).Bind(text).Run();
  }
  Statement population(db, "INSERT INTO pops VALUES(?,?)");
  for (std::uint32_t i = 0; i < w.populations; ++i) {
    const std::string label = PopulationLabel(i);
    population.Bind(i).Bind(label).Run();
  }
  Statement study(db, "INSERT INTO studies VALUES(?,?,?,?,?,?)");
  Statement cites(db, "INSERT INTO scites VALUES(?,?)");
  for (std::uint32_t i = 0; i < w.studies.size(); ++i) {
    const WorkloadStudy& s = w.studies[i];
    const std::string title = StudyTitle(i);
    study.Bind(i).Bind(s.design).Bind(s.strength()).Bind(s.year).Bind(s.population);
    study.Bind(title).Run();
    for (const std::uint32_t older : w.CitedBy(i)) cites.Bind(i).Bind(older).Run();
  }
}

class DocumentLoader {
 public:
  explicit DocumentLoader(sqlite3* db)
      : document_(db, "INSERT INTO docs VALUES(?,?,?)"),
        reference_(db, "INSERT INTO refs VALUES(?,?,?,?)"),
        claim_(db, "INSERT INTO claims VALUES(?,?,?,?,?,?)"),
        cites_(db, "INSERT INTO cites VALUES(?,?)") {}

  void Load(const WorkloadDocument& d) {
    const std::string title = DocumentTitle(d.number);
    const std::string url = DocumentUrl(d.number);
    document_.Bind(d.number).Bind(title).Bind(url).Run();
    for (std::uint32_t i = 0; i < kPerDocument; ++i) {
      AddReference(d, d.number * kPerDocument + i, d.studies[i]);
      AddClaim(d, d.number * kPerDocument + i, d.claims[i]);
    }
  }

 private:
  void AddReference(const WorkloadDocument& d, std::uint32_t number, std::uint32_t study) {
    const std::string text = ReferenceText(number);
    reference_.Bind(number).Bind(d.number);
    if (study == kNoStudy) {
      reference_.BindNothing();
    } else {
      reference_.Bind(study);
    }
    reference_.Bind(text).Run();
  }

  void AddClaim(const WorkloadDocument& d, std::uint32_t number, const WorkloadClaim& c) {
    const std::string text = ClaimText(number, c.words);
    claim_.Bind(number).Bind(d.number).Bind(c.proposition).Bind(c.population).Bind(c.strength);
    claim_.Bind(text).Run();
    for (const std::uint32_t r : c.references) cites_.Bind(number).Bind(r).Run();
  }

  Statement document_;
  Statement reference_;
  Statement claim_;
  Statement cites_;
};

}  // namespace

struct EvidenceSqlite::Asked {
  explicit Asked(sqlite3* db)
      : uncited(db, kUncited),
        stronger(db, kStronger),
        rest_on(db, kRestOn),
        two_steps(db, kTwoSteps),
        studies(db, kStudies),
        study_cites(db, kStudyCites),
        through(db, kThrough),
        begin(db, "BEGIN"),
        claim(db, "INSERT INTO claims(doc,prop,pop,strength,text) VALUES(?,?,?,?,?)"),
        cites(db, "INSERT INTO cites VALUES(?,?)"),
        commit(db, "COMMIT") {}

  Statement uncited;
  Statement stronger;
  Statement rest_on;
  Statement two_steps;
  Statement studies;
  Statement study_cites;
  Statement through;
  Statement begin;
  Statement claim;
  Statement cites;
  Statement commit;
};

EvidenceSqlite::EvidenceSqlite(const std::string& file, const Workload& workload) {
  Check(db_, sqlite3_open(file.c_str(), &db_), SQLITE_OK);
  Do(db_, kTables);
  LoadShared(db_, workload);
  {
    DocumentLoader loader(db_);
    WorkloadStream stream(workload);
    WorkloadDocument document;
    while (stream.Next(&document)) loader.Load(document);
  }
  Do(db_, kIndexes);
  asked_ = std::make_unique<Asked>(db_);
}

EvidenceSqlite::~EvidenceSqlite() {
  asked_.reset();
  sqlite3_close(db_);
}

FoundClaims EvidenceSqlite::Uncited() const {
  FoundClaims found;
  found.count = asked_->uncited.Read(kFirst, &found.first);
  return found;
}

FoundClaims EvidenceSqlite::StrongerThanStudies() const {
  FoundClaims found;
  found.count = asked_->stronger.Read(kFirst, &found.first);
  return found;
}

std::size_t EvidenceSqlite::RestOnAlone(std::uint32_t study) const {
  return asked_->rest_on.Bind(study).CountRows();
}

std::size_t EvidenceSqlite::WithinTwoSteps(std::uint32_t claim) const {
  return asked_->two_steps.Bind(claim).CountRows();
}

std::size_t EvidenceSqlite::IndependentLines(std::uint32_t claim) const {
  const std::vector<std::uint32_t> studies = asked_->studies.Bind(claim).ReadAll();
  if (studies.size() < 2) return studies.size();
  std::vector<std::vector<std::uint32_t>> cites;
  for (const std::uint32_t study : studies) {
    cites.push_back(asked_->study_cites.Bind(study).ReadAll());
    cites.back().push_back(study);  // to cite the other is to share it
  }
  return CountGroups(studies.size(), [&](std::size_t a, std::size_t b) {
    return std::ranges::find_first_of(cites[a], cites[b]) != cites[a].end();
  });
}

std::size_t EvidenceSqlite::RestOnThroughStudies(std::uint32_t study) const {
  return asked_->through.Bind(study).CountRows();
}

void EvidenceSqlite::AddClaim(std::uint32_t document, const WorkloadClaim& like) {
  const std::string text = ClaimText(document, like.words);
  asked_->begin.Run();
  asked_->claim.Bind(document).Bind(like.proposition).Bind(like.population).Bind(like.strength);
  asked_->claim.Bind(text).Run();
  const std::int64_t id = sqlite3_last_insert_rowid(db_);
  for (const std::uint32_t i : {1U, 7U}) {
    asked_->cites.Bind(id).Bind(document * kPerDocument + i).Run();
  }
  asked_->commit.Run();
}

}  // namespace claimgraph
