// Is everything derived in a store still what its documents give?
//
// Examine() throws away what was concluded and concludes it again, from the text
// that the store holds: claims, links, verdicts and findings of each document, the
// edges and names that follow from each noun, the lists of findings.  It changes
// nothing.  A store is sick where a program wrote it that judged otherwise (import
// the articles again), or where its files were damaged.
//
// Time is that of importing everything again; memory that of the edges and of one
// document.
#ifndef CLAIMGRAPH_CLAIMGRAPH_DOCTOR_H_
#define CLAIMGRAPH_CLAIMGRAPH_DOCTOR_H_

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "claimgraph/decision_book.h"
#include "core/graph_reader.h"
#include "core/status.h"

namespace claimgraph {

struct Difference {
  std::string place{};  // a document's source, or a node: "work 12"
  std::string what{};   // "stored: unsupported, recomputed: overstated: ..."
};

struct Examination {
  std::size_t documents = 0;
  std::size_t claims = 0;
  std::size_t findings = 0;
  std::size_t edges = 0;
  std::vector<Difference> differences{};
  std::vector<Misfit> misfits{};  // decisions that fit nothing any more: no fault of the store
};

using DoctorProgress = std::function<void(std::size_t done, std::size_t all)>;

// Fails only where the store cannot be read at all.
[[nodiscard]] Result<Examination> Examine(const GraphReader& store,
                                          const DoctorProgress& progress = {});

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CLAIMGRAPH_DOCTOR_H_
