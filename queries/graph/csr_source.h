// The graph as arrays, for whoever may need it: made when it is first asked for, and
// once.
#ifndef CLAIMGRAPH_QUERIES_GRAPH_CSR_SOURCE_H_
#define CLAIMGRAPH_QUERIES_GRAPH_CSR_SOURCE_H_

#include <optional>

#include "core/graph_reader.h"
#include "core/status.h"
#include "queries/graph/evidence_csr.h"
#include "queries/graph/read_csr.h"

namespace claimgraph {

class CsrSource {
 public:
  virtual ~CsrSource() = default;
  // The view lasts as long as the source.  One thread at a time.
  [[nodiscard]] virtual Result<EvidenceCsr> Graph() = 0;
};

// Reads every node of a graph.
class ReadingCsrSource final : public CsrSource {
 public:
  explicit ReadingCsrSource(const GraphReader& reader) : reader_(reader) {}

  Result<EvidenceCsr> Graph() override {
    if (!arrays_) {
      Result<EvidenceArrays> read = ReadEvidenceCsr(reader_);
      if (!read) return tl::unexpected(read.error());
      arrays_ = *std::move(read);
    }
    return arrays_->view();
  }

 private:
  const GraphReader& reader_;
  std::optional<EvidenceArrays> arrays_{};
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_GRAPH_CSR_SOURCE_H_
