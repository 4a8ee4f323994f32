// Asks a graph in SQL and counts what that makes it read.
#ifndef CLAIMGRAPH_TESTS_SQL_TEST_UTIL_H_
#define CLAIMGRAPH_TESTS_SQL_TEST_UTIL_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/graph_reader.h"
#include "queries/sql/session.h"

namespace claimgraph {

// How often each kind of question was asked.
struct Calls {
  int scans = 0;  // All, Findings("")
  int finds = 0;  // of nouns
  int whole = 0;  // of documents with their text
  int neighbours = 0;
  int names = 0;
  int rules = 0;  // Findings of a rule
};

class CountingReader final : public GraphReader {
 public:
  // `base` must outlive this.
  explicit CountingReader(const GraphReader& base) : base_(base) {}

  Result<Document> FindDocument(DocumentId id) const override;
  Result<Document> FindDocumentHeader(DocumentId id) const override;
  Result<Claim> FindClaim(ClaimId id) const override;
  Result<Citation> FindCitation(CitationId id) const override;
  Result<Reference> FindReference(ReferenceId id) const override;
  Result<Work> FindWork(WorkId id) const override;
  Result<Proposition> FindProposition(PropositionId id) const override;
  Result<EvidenceLine> FindEvidenceLine(EvidenceLineId id) const override;
  Result<Finding> FindFinding(FindingId id) const override;
  Result<Record> FindRecord(RecordId id) const override;
  Result<StudyResult> FindResult(ResultId id) const override;
  Result<Study> FindStudy(StudyId id) const override;
  Result<Decision> FindDecision(DecisionId id) const override;
  std::vector<std::uint64_t> All(NodeKind kind) const override;
  std::uint64_t LastId(NodeKind kind) const override { return base_.LastId(kind); }
  std::vector<NodeRef> Neighbours(NodeRef node, EdgeKind kind, Way way) const override;
  std::vector<NodeRef> FirstNeighbours(NodeRef node, EdgeKind kind, Way way,
                                       std::size_t limit) const override;
  NodeRef Named(std::string_view name) const override;
  std::vector<FindingId> Findings(std::string_view rule,
                                  std::size_t limit = kNoLimit) const override;
  Status Health() const override { return health; }

  mutable Calls calls{};
  Status health{};  // what Health() answers

 private:
  const GraphReader& base_;
};

// An answer, each row as its cells joined by "|"; NULL is "~", and a real number
// is told from an integer.
struct SqlReply {
  std::vector<std::string> columns{};
  std::vector<std::string> rows{};
  SqlEnd end = SqlEnd::kWhole;
  std::string error{};  // empty: none
};

SqlReply AskSql(const GraphReader& reader, std::string_view sql, const SqlLimits& limits = {});
SqlReply AskSql(SqlSession* session, std::string_view sql, const SqlLimits& limits = {});

// A cell as in SqlReply::rows.
std::string CellText(const Cell& cell);

// A graph of several documents that share works and propositions, with gaps in
// its ids.
std::unique_ptr<GraphReader> RandomStore(unsigned seed, int documents);

// The graph that importing `examples/` gives.
std::unique_ptr<GraphReader> ExamplesStore();

}  // namespace claimgraph

#endif  // CLAIMGRAPH_TESTS_SQL_TEST_UTIL_H_
