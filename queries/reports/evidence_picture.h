// A document's evidence as boxes and arrows: which claims lead to which works, which
// studies those report, and what they say of which outcome.
//
//   claim -> work -> study -> proposition
//
// A work of which no record tells a study leads to the proposition itself; a claim has its
// verdict's symbol, and a retracted work says so.  The last arrow
// has the stance.  Claims without evidence have no arrow and are only counted.  Claims are
// taken in the document's order until the picture has kMostBoxes; the rest is counted too.
#ifndef CLAIMGRAPH_QUERIES_REPORTS_EVIDENCE_PICTURE_H_
#define CLAIMGRAPH_QUERIES_REPORTS_EVIDENCE_PICTURE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/claim.h"
#include "core/evidence_line.h"
#include "core/work.h"
#include "queries/reports/document_index.h"

namespace claimgraph {

inline constexpr std::size_t kMostBoxes = 70;

struct PictureBox {
  int layer = 0;               // 0 claim, 1 work, 2 study, 3 proposition
  std::string label{};         // whole; it is cut where it is drawn
  std::string address{};       // "#c3"; empty: leads nowhere
  std::string_view css{};      // "v-overstated" and the like
  std::string_view verdict{};  // of a claim: "overstated"
};

struct PictureArrow {
  std::size_t from = 0;
  std::size_t to = 0;
  bool has_stance = false;  // it leads to a proposition
  Stance stance = Stance::kUnknown;
  bool operator==(const PictureArrow&) const = default;
};

struct EvidencePicture {
  std::vector<PictureBox> boxes{};
  std::vector<PictureArrow> arrows{};  // each once, by from and to
  std::size_t claims = 0;              // drawn
  std::size_t left_out = 0;            // with evidence, beyond the limit
  std::size_t without_evidence = 0;
};

EvidencePicture PictureOf(const DocumentIndex& index);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_REPORTS_EVIDENCE_PICTURE_H_
