// The workload in SQLite: its eight tables, and the indexes that its questions need.
#ifndef CLAIMGRAPH_BENCH_EVIDENCE_SQLITE_H_
#define CLAIMGRAPH_BENCH_EVIDENCE_SQLITE_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "bench/evidence_answers.h"
#include "bench/evidence_workload.h"

struct sqlite3;

namespace claimgraph {

class EvidenceSqlite : public EvidenceAnswers {
 public:
  // Makes the file and loads it as fast as SQLite can: one transaction without
  // a journal, indexes last.  Memory is bounded by SQLite's cache of 64 MB.
  EvidenceSqlite(const std::string& file, const Workload& workload);
  ~EvidenceSqlite() override;
  EvidenceSqlite(const EvidenceSqlite&) = delete;
  EvidenceSqlite& operator=(const EvidenceSqlite&) = delete;

  FoundClaims Uncited() const override;
  FoundClaims StrongerThanStudies() const override;
  std::size_t RestOnAlone(std::uint32_t study) const override;
  std::size_t WithinTwoSteps(std::uint32_t claim) const override;
  // In SQL as far as to the studies that each study cites; groups are made here.
  std::size_t IndependentLines(std::uint32_t claim) const override;
  std::size_t RestOnThroughStudies(std::uint32_t study) const override;

  // A claim like another, with two citations of its document's references, in a
  // commit of its own that is on disk.
  void AddClaim(std::uint32_t document, const WorkloadClaim& like);

 private:
  struct Asked;  // statements, prepared once

  sqlite3* db_ = nullptr;
  std::unique_ptr<Asked> asked_{};
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_BENCH_EVIDENCE_SQLITE_H_
