#include "claimgraph/workspace.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "claimgraph/answers.h"
#include "claimgraph/explain.h"
#include "claimgraph/part_file.h"
#include "claimgraph/store_vocabulary.h"

namespace claimgraph {
namespace {

using Clock = std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

// docs/decisions/0014-graph-snapshot.md has the measurements behind both.
constexpr double kSecondsOfNode = 1e-6;
constexpr double kSnapshotShare = 0.1;  // of an import's time

// About what reading and writing the whole graph takes.
double SnapshotSeconds(const GraphReader& store) {
  std::uint64_t nodes = 0;
  for (const NodeKind kind : kIndexedKinds) nodes += store.LastId(kind);
  return kSecondsOfNode * static_cast<double>(nodes);
}

}  // namespace

Result<Workspace> Workspace::Open(const std::string& folder, Access access) {
  const bool write = access == Access::kWrite;
  Result<std::unique_ptr<GraphStore>> store =
      OpenRocksStore(folder, {.read_only = !write, .create_if_missing = write});
  if (!store) return tl::unexpected(store.error());
  return Workspace(std::move(*store), folder);
}

Result<Checked> Workspace::Check(std::vector<Input> inputs, const CheckOptions& options) const {
  return claimgraph::Check(std::move(inputs), options, store_.get());
}

Status Workspace::TakeVocabulary(const std::string& path) {
  Status taken = claimgraph::TakeVocabulary(path, store_.get());
  arrays_ = std::make_unique<CsrSource>(*store_, folder_);
  return taken;
}

ImportSummary Workspace::Import(const std::vector<std::string>& paths,
                                const ImportOptions& options) {
  const Clock::time_point begin = Clock::now();
  ImportSummary summary = claimgraph::Import(paths, options, store_.get());
  arrays_ = std::make_unique<CsrSource>(*store_, folder_);
  if (summary.added + summary.replaced == 0) return summary;
  if (SnapshotSeconds(*store_) > kSnapshotShare * Seconds(Clock::now() - begin).count()) {
    return summary;
  }
  if (options.snapshot) options.snapshot(false);
  (void)arrays_->Refresh();  // what fails here is told by the next question
  if (options.snapshot) options.snapshot(true);
  return summary;
}

Result<Decision> Workspace::Decide(const DecisionRequest& request) {
  Result<Decision> decision = claimgraph::Decide(request, store_.get());
  arrays_ = std::make_unique<CsrSource>(*store_, folder_);
  return decision;
}

Result<std::vector<ListedDecision>> Workspace::Decisions(std::string_view document) const {
  return ListDecisions(*store_, document);
}

Status Workspace::Query(const claimgraph::Query& query, const TextOptions& options,
                        std::ostream& out) const {
  return WriteAnswers(*store_, query, options, out);
}

Status Workspace::QueryJson(const claimgraph::Query& query, std::ostream& out) const {
  return WriteAnswersJson(*store_, query, out);
}

Result<SqlAnswer> Workspace::Sql(std::string_view statement, SqlFormat format,
                                 const SqlLimits& limits, std::ostream& out) const {
  Result<std::unique_ptr<SqlSession>> session = SqlSession::Open(*store_, arrays_.get());
  if (!session) return tl::unexpected(session.error());
  const std::unique_ptr<RowPrinter> printer = NewRowPrinter(format, out);
  Result<SqlAnswer> answer = (*session)->Run(statement, limits, printer.get());
  printer->Finish();
  return answer;
}

Status Workspace::Ask(const GraphQuestion& question, std::ostream& out) const {
  return AnswerText(*store_, arrays_.get(), question, out);
}

Status Workspace::AskJson(const GraphQuestion& question, std::ostream& out) const {
  return AnswerJson(*store_, arrays_.get(), question, out);
}

Result<std::string> Workspace::Explain(std::string_view id) const {
  return ExplainStored(*store_, id);
}

Result<Examination> Workspace::Doctor(const DoctorProgress& progress) const {
  Result<Examination> examination = Examine(*store_, progress);
  if (!examination) return examination;
  const Result<std::optional<std::string>> fault = arrays_->FindFault();
  if (!fault) return tl::unexpected(fault.error());
  if (*fault) examination->differences.push_back({kSnapshotName, **fault});
  return examination;
}

Status Workspace::WriteReport(const ReportRequest& request, std::ostream& out) const {
  return CheckOutput(request.output).and_then([&] {
    return claimgraph::WriteReport(*store_, arrays_.get(), request, out);
  });
}

Status Workspace::Export(const ExportRequest& request, std::ostream& out) const {
  return CheckOutput(request.output).and_then([&] {
    return claimgraph::Export(*store_, arrays_.get(), request, out);
  });
}

Status Workspace::CheckOutput(const std::string& path) const {
  return path == "-" || folder_.empty() ? Status() : CheckIsOutside(path, folder_);
}

}  // namespace claimgraph
