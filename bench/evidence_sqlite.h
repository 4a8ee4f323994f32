// The workload in SQLite: the tables and indexes that its questions need, no more.
#ifndef CLAIMGRAPH_BENCH_EVIDENCE_SQLITE_H_
#define CLAIMGRAPH_BENCH_EVIDENCE_SQLITE_H_

#include <cstddef>
#include <cstdint>
#include <string>

#include "bench/evidence_workload.h"

struct sqlite3;

namespace claimgraph {

class EvidenceSqlite {
 public:
  // Makes the file and loads it as fast as SQLite can: one transaction without
  // a journal, indexes last.
  EvidenceSqlite(const std::string& file, const Workload& workload);
  ~EvidenceSqlite();
  EvidenceSqlite(const EvidenceSqlite&) = delete;
  EvidenceSqlite& operator=(const EvidenceSqlite&) = delete;

  // Each gives how many answers there are in all.
  std::size_t Uncited() const;
  std::size_t StrongerThanStudies() const;
  std::size_t RestOn(std::uint32_t study) const;
  std::size_t WithinTwoSteps(std::uint32_t claim) const;

  // One claim with two citations, in a commit of its own that is on disk.
  void AddClaim(std::uint32_t number, const WorkloadClaim& like);

 private:
  sqlite3* db_ = nullptr;
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_BENCH_EVIDENCE_SQLITE_H_
