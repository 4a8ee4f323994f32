#include "tests/sql_test_util.h"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <random>
#include <type_traits>
#include <utility>
#include <variant>

#include "claimgraph/import.h"
#include "core/store/graph_store.h"
#include "tests/store_test_util.h"

namespace claimgraph {
namespace {

class Collector final : public RowTaker {
 public:
  explicit Collector(SqlReply* answer) : answer_(answer) {}

  void Columns(std::span<const std::string> names) override {
    answer_->columns.assign(names.begin(), names.end());
  }

  bool Row(std::span<const Cell> cells) override {
    std::string row;
    const char* separator = "";
    for (const Cell& cell : cells) {
      row.append(separator).append(CellText(cell));
      separator = "|";
    }
    answer_->rows.push_back(std::move(row));
    return true;
  }

 private:
  SqlReply* answer_;
};

}  // namespace

Result<Document> CountingReader::FindDocument(DocumentId id) const {
  ++calls.finds;
  ++calls.whole;
  return base_.FindDocument(id);
}
Result<Document> CountingReader::FindDocumentHeader(DocumentId id) const {
  ++calls.finds;
  return base_.FindDocumentHeader(id);
}
Result<Claim> CountingReader::FindClaim(ClaimId id) const {
  ++calls.finds;
  return base_.FindClaim(id);
}
Result<Citation> CountingReader::FindCitation(CitationId id) const {
  ++calls.finds;
  return base_.FindCitation(id);
}
Result<Reference> CountingReader::FindReference(ReferenceId id) const {
  ++calls.finds;
  return base_.FindReference(id);
}
Result<Work> CountingReader::FindWork(WorkId id) const {
  ++calls.finds;
  return base_.FindWork(id);
}
Result<Proposition> CountingReader::FindProposition(PropositionId id) const {
  ++calls.finds;
  return base_.FindProposition(id);
}
Result<EvidenceLine> CountingReader::FindEvidenceLine(EvidenceLineId id) const {
  ++calls.finds;
  return base_.FindEvidenceLine(id);
}
Result<Finding> CountingReader::FindFinding(FindingId id) const {
  ++calls.finds;
  return base_.FindFinding(id);
}
Result<Record> CountingReader::FindRecord(RecordId id) const {
  ++calls.finds;
  return base_.FindRecord(id);
}
Result<StudyResult> CountingReader::FindResult(ResultId id) const {
  ++calls.finds;
  return base_.FindResult(id);
}
Result<Study> CountingReader::FindStudy(StudyId id) const {
  ++calls.finds;
  return base_.FindStudy(id);
}
Result<Decision> CountingReader::FindDecision(DecisionId id) const {
  ++calls.finds;
  return base_.FindDecision(id);
}
std::vector<std::uint64_t> CountingReader::All(NodeKind kind) const {
  ++calls.scans;
  return base_.All(kind);
}
std::vector<NodeRef> CountingReader::Neighbours(NodeRef node, EdgeKind kind, Way way) const {
  ++calls.neighbours;
  return base_.Neighbours(node, kind, way);
}
std::vector<NodeRef> CountingReader::FirstNeighbours(NodeRef node, EdgeKind kind, Way way,
                                                     std::size_t limit) const {
  ++calls.neighbours;
  return base_.FirstNeighbours(node, kind, way, limit);
}
NodeRef CountingReader::Named(std::string_view name) const {
  ++calls.names;
  return base_.Named(name);
}
std::vector<FindingId> CountingReader::Findings(std::string_view rule, std::size_t limit) const {
  ++(rule.empty() ? calls.scans : calls.rules);
  return base_.Findings(rule, limit);
}

std::string CellText(const Cell& cell) {
  return std::visit(
      [](const auto& value) -> std::string {
        using T = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<T, std::monostate>) {
          return "~";
        } else if constexpr (std::is_same_v<T, double>) {
          return fmt::format("real {}", value);
        } else if constexpr (std::is_same_v<T, std::int64_t>) {
          return std::to_string(value);
        } else if constexpr (std::is_same_v<T, Blob>) {
          return "blob " + std::string(value.bytes);
        } else {
          return std::string(value);
        }
      },
      cell);
}

SqlReply AskSql(SqlSession* session, std::string_view sql, const SqlLimits& limits) {
  SqlReply answer;
  Collector collector(&answer);
  const Result<SqlAnswer> ran = session->Run(sql, limits, &collector);
  if (ran) {
    answer.end = ran->end;
  } else {
    answer.error = ran.error().message;
  }
  return answer;
}

SqlReply AskSql(const GraphReader& reader, std::string_view sql, const SqlLimits& limits) {
  const auto session = SqlSession::Open(reader);
  if (!session) return {.error = session.error().message};
  return AskSql(session->get(), sql, limits);
}

std::unique_ptr<GraphReader> RandomStore(unsigned seed, int documents) {
  std::mt19937 random(seed);
  auto store = NewMemoryStore();
  constexpr int kClaims = 8;
  for (int i = 0; i < documents * 2; ++i) {
    // Half of them replace another, which leaves gaps.
    const std::string source =
        "walk-" + std::to_string(random() % static_cast<unsigned>(documents)) + ".md";
    if (!store->PutDocument(RandomGraph(&random, source, kClaims))) std::abort();
  }
  if (!store->PutDocument(FullGraph("full.md"))) std::abort();
  return store;
}

std::unique_ptr<GraphReader> ExamplesStore() {
  auto store = NewMemoryStore();
  const ImportSummary summary = Import({CLAIMGRAPH_SOURCE_DIR "/examples"}, {}, store.get());
  if (summary.added == 0 || !summary.failed.empty()) std::abort();
  return store;
}

}  // namespace claimgraph
