// A store on disk, and everything one can do with it.
//
//   auto workspace = Workspace::Open("graph", Workspace::Access::kWrite);
//   if (!workspace) return Complain(workspace.error());
//   workspace->Import({"articles/"});
//   workspace->Query({.subjects = {"uncited-claim"}}, {}, std::cout);
#ifndef CLAIMGRAPH_CLAIMGRAPH_WORKSPACE_H_
#define CLAIMGRAPH_CLAIMGRAPH_WORKSPACE_H_

#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claimgraph/check.h"
#include "claimgraph/decide.h"
#include "claimgraph/doctor.h"
#include "claimgraph/export.h"
#include "claimgraph/graph_answers.h"
#include "claimgraph/import.h"
#include "claimgraph/report.h"
#include "core/status.h"
#include "core/store/graph_store.h"
#include "queries/graph/csr_source.h"
#include "queries/query.h"
#include "queries/reports/text.h"
#include "queries/sql/print.h"
#include "queries/sql/session.h"

namespace claimgraph {

class Workspace {
 public:
  enum class Access {
    kRead,   // beside others, a writer included; the store must exist
    kWrite,  // alone; the store is made if it is missing
  };

  // kLocked if another process writes and kWrite is asked for; kVersion if a
  // newer claimgraph wrote the store.
  [[nodiscard]] static Result<Workspace> Open(const std::string& folder, Access access);

  // Nothing on disk; gone with the object.
  static Workspace InMemory() { return Workspace(NewMemoryStore(), {}); }

  // Drafts, laid over the store; the store stays as it is.
  [[nodiscard]] Result<Checked> Check(std::vector<Input> inputs,
                                      const CheckOptions& options = {}) const;

  // Of a file (store_vocabulary.h).  Arrays got before are gone.
  [[nodiscard]] Status TakeVocabulary(const std::string& path);

  // Afterwards the store's snapshot is made anew, if that costs little beside the
  // import: docs/decisions/0014-graph-snapshot.md.  Arrays got before are gone.
  ImportSummary Import(const std::vector<std::string>& paths, const ImportOptions& options = {});

  // One decision, and what follows from it, in one commit.  Arrays got before are gone.
  [[nodiscard]] Result<Decision> Decide(const DecisionRequest& request);
  // All, or those about one document.
  [[nodiscard]] Result<std::vector<ListedDecision>> Decisions(std::string_view document = {}) const;

  [[nodiscard]] Status Query(const claimgraph::Query& query, const TextOptions& options,
                             std::ostream& out) const;
  [[nodiscard]] Status QueryJson(const claimgraph::Query& query, std::ostream& out) const;

  // One SQL statement over the tables of docs/sql.md, printed as the rows come.
  [[nodiscard]] Result<SqlAnswer> Sql(std::string_view statement, SqlFormat format,
                                      const SqlLimits& limits, std::ostream& out) const;

  // Impact, independence, chains, conflicts, ... : see graph_answers.h.
  [[nodiscard]] Status Ask(const GraphQuestion& question, std::ostream& out) const;
  [[nodiscard]] Status AskJson(const GraphQuestion& question, std::ostream& out) const;

  // The page of a stored claim ("c12") or finding ("f3").
  [[nodiscard]] Result<std::string> Explain(std::string_view id) const;

  // For other programs (export.h).
  [[nodiscard]] Status Export(const ExportRequest& request, std::ostream& out) const;

  // Whether a command may write there: InvalidArgument within the store's folder.
  [[nodiscard]] Status CheckOutput(const std::string& path) const;

  // As an HTML page (report.h).
  [[nodiscard]] Status WriteReport(const ReportRequest& request, std::ostream& out) const;

  // Everything derived, recomputed and compared (claimgraph/doctor.h).
  [[nodiscard]] Result<Examination> Doctor(const DoctorProgress& progress = {}) const;

  const GraphReader& graph() const { return *store_; }
  // The same as arrays, for questions about all of it: mapped or made when first
  // needed, and then shared.
  CsrSource& arrays() const { return *arrays_; }

 private:
  Workspace(std::unique_ptr<GraphStore> store, std::string folder)
      : folder_(std::move(folder)),
        store_(std::move(store)),
        arrays_(std::make_unique<CsrSource>(*store_, folder_)) {}

  std::string folder_;  // empty: in memory
  std::unique_ptr<GraphStore> store_;
  std::unique_ptr<CsrSource> arrays_;
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CLAIMGRAPH_WORKSPACE_H_
