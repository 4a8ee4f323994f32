#include "claimgraph/workspace.h"

#include "claimgraph/answers.h"
#include "claimgraph/explain.h"
#include "queries/exports/json.h"

namespace claimgraph {

Result<Workspace> Workspace::Open(const std::string& folder, Access access) {
  const bool write = access == Access::kWrite;
  Result<std::unique_ptr<GraphStore>> store =
      OpenRocksStore(folder, {.read_only = !write, .create_if_missing = write});
  if (!store) return tl::unexpected(store.error());
  return Workspace(std::move(*store));
}

Result<Checked> Workspace::Check(std::vector<Input> inputs, const CheckOptions& options) const {
  return claimgraph::Check(std::move(inputs), options, store_.get());
}

ImportSummary Workspace::Import(const std::vector<std::string>& paths,
                                const ImportOptions& options) {
  return claimgraph::Import(paths, options, store_.get());
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
  Result<std::unique_ptr<SqlSession>> session = SqlSession::Open(*store_);
  if (!session) return tl::unexpected(session.error());
  const std::unique_ptr<RowPrinter> printer = NewRowPrinter(format, out);
  Result<SqlAnswer> answer = (*session)->Run(statement, limits, printer.get());
  printer->Finish();
  return answer;
}

Status Workspace::Ask(const GraphQuestion& question, std::ostream& out) const {
  return AnswerText(*store_, question, out);
}

Status Workspace::AskJson(const GraphQuestion& question, std::ostream& out) const {
  return AnswerJson(*store_, question, out);
}

Result<std::string> Workspace::Explain(std::string_view id) const {
  return ExplainStored(*store_, id);
}

Result<Examination> Workspace::Doctor(const DoctorProgress& progress) const {
  return Examine(*store_, progress);
}

Status Workspace::ExportJson(std::ostream& out) const {
  return claimgraph::ExportJson(*store_, out);
}

}  // namespace claimgraph
