// Many documents at a glance: what an editor of a whole library looks at first.
//
//   documents   those with claims or findings; worst first: most errors, then most claims that are
//               contradicted, overstated or unsupported, then as they came
//   sources     the works that most is leaned on (queries/graph/influence.h)
//   weak        works that were retracted, or whose design starts no higher than Very low,
//               by how many claims rest on them; retracted ones first
//   bearing     studies without which claims fall (queries/graph/impact.h); nothing rests
//               on one that was retracted
//   conflicts   where documents say opposite things (queries/graph/conflicts.h)
//
// Linear in the store's claims, lines and findings, with the rounds that ranking takes.
// Holds what the limits leave, not the store.
#ifndef CLAIMGRAPH_QUERIES_REPORTS_OVERVIEW_H_
#define CLAIMGRAPH_QUERIES_REPORTS_OVERVIEW_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/finding.h"
#include "core/graph_reader.h"
#include "queries/graph/conflicts.h"
#include "queries/graph/coverage.h"
#include "queries/graph/evidence_csr.h"
#include "queries/graph/impact.h"
#include "queries/graph/influence.h"

namespace claimgraph {

using SeverityCounts = std::array<std::uint32_t, 4>;  // by Severity

struct OverviewDocument {
  Coverage coverage{};
  SeverityCounts findings{};
};

struct WeakSource {
  std::uint32_t work = kNoIndex;  // index
  std::size_t claims = 0;         // that rest on it
};

struct Overview {
  Coverage all{};                  // of every document together
  SeverityCounts findings{};       // the same
  std::size_t document_count = 0;  // articles: not those that are records of studies
  std::size_t listed_count = 0;    // of them, those with claims or findings
  std::size_t weak_count = 0;
  std::size_t bearing_count = 0;
  std::size_t conflict_count = 0;
  // The first ones of each.
  std::vector<OverviewDocument> documents{};
  std::vector<Influence> sources{};
  std::vector<WeakSource> weak{};
  std::vector<LoadBearing> bearing{};
  std::vector<Conflict> conflicts{};
};

struct OverviewLimits {
  std::size_t documents = 100;
  std::size_t others = 15;  // rows of each other list
};

Overview MakeOverview(const EvidenceCsr& graph, const GraphReader& reader,
                      const OverviewLimits& limits);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_REPORTS_OVERVIEW_H_
