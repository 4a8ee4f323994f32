// Graphs as JSON Lines: whatever the bytes, a graph that is read can be stored, comes back
// from the store, is written as a line that is read again as the same, and whatever reads
// stored graphs can do so: all of it is recomputed, the rules look at it, and it is written
// as a page and in every format.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <sstream>
#include <string>

#include "claimgraph/doctor.h"
#include "claimgraph/report.h"
#include "core/graph_json.h"
#include "core/store/graph_store.h"
#include "importers/graph_lines.h"
#include "queries/exports/formats.h"
#include "queries/graph/csr_source.h"

namespace {

using claimgraph::GraphLine;

class Checker : public claimgraph::GraphLineSink {
 public:
  bool Take(GraphLine line) override {
    std::string once;
    AppendGraphJson(line.graph, &once);
    const auto again = claimgraph::ParseGraphJson(once);
    if (!again) std::abort();
    std::string twice;
    AppendGraphJson(*again, &twice);
    if (once != twice) std::abort();
    const auto put = store_->PutDocument(line.graph);
    if (!put || !store_->FindDocument(put->document)) std::abort();
    if (!store_->Health()) std::abort();
    return true;
  }
  void ReadAll() const {
    // That it differs from what its text gives is no fault of the reader's.
    if (!claimgraph::Examine(*store_)) std::abort();
    std::ostringstream out;
    for (const claimgraph::ExportFormat& format : claimgraph::ExportFormats()) {
      const claimgraph::ExportScope scope(*store_);
      if (format.to_file != nullptr && !format.to_file(scope, {}, out)) std::abort();
    }
    // Laying out a picture takes longer than all of the rest: one page.
    const std::uint64_t last = store_->LastId(claimgraph::NodeKind::kDocument);
    if (last == 0) return;
    claimgraph::CsrSource arrays(*store_, "");
    const claimgraph::ReportRequest page{.document = "d" + std::to_string(last)};
    if (!claimgraph::WriteReport(*store_, &arrays, page, out)) std::abort();
  }
  void Report(claimgraph::RecordProblem problem) override {
    if (problem.message.empty() || problem.line == 0) std::abort();
  }

 private:
  std::unique_ptr<claimgraph::GraphStore> store_ = claimgraph::NewMemoryStore();
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  claimgraph::TextSource source({reinterpret_cast<const char*>(data), size});
  claimgraph::GraphLineReader reader(&source);
  Checker checker;
  // Lines are read whatever the first one is, for a search to find its way to them.
  (void)reader.ReadHeader();
  if (!reader.ReadGraphs(&checker)) std::abort();
  checker.ReadAll();
  return 0;
}
