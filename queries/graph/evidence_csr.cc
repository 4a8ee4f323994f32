// Rows are made by counting: how many targets each row has, where each begins,
// then every target into its place.  Turning rows round lists the sources of
// each target in ascending order without sorting.

#include "queries/graph/evidence_csr.h"

#include <algorithm>
#include <functional>

#include "queries/graph/csr_layout.h"
#include "queries/graph/run_all.h"

namespace claimgraph {
namespace {

constexpr int kBitsOfAxis = 2;
constexpr Directness EvidenceLine::*kAxes[] = {&EvidenceLine::population,
                                               &EvidenceLine::intervention,
                                               &EvidenceLine::comparator, &EvidenceLine::outcome};

// Counts in offsets[i + 1] become beginnings in offsets[i].
void BeginningsOf(std::vector<std::uint32_t>* offsets) {
  std::uint32_t sum = 0;
  for (std::uint32_t& offset : *offsets) offset = sum += offset;
}

// Each row ascending, each target once.
void Tidy(std::vector<std::uint32_t>* offsets, std::vector<std::uint32_t>* targets) {
  auto kept = targets->begin();
  auto begin = targets->begin();
  for (std::size_t row = 0; row + 1 < offsets->size(); ++row) {
    const auto end = targets->begin() + (*offsets)[row + 1];
    if (!std::is_sorted(begin, end)) std::sort(begin, end);
    kept = std::unique_copy(begin, end, kept);
    begin = end;
    (*offsets)[row + 1] = static_cast<std::uint32_t>(kept - targets->begin());
  }
  targets->erase(kept, targets->end());
}

}  // namespace

std::uint8_t PackDirectness(const EvidenceLine& line) {
  unsigned packed = 0;
  int shift = 0;
  for (const auto axis : kAxes) {
    packed |= static_cast<unsigned>(line.*axis) << shift;
    shift += kBitsOfAxis;
  }
  return static_cast<std::uint8_t>(packed);
}

void UnpackDirectness(std::uint8_t packed, EvidenceLine* line) {
  for (const auto axis : kAxes) {
    line->*axis = static_cast<Directness>(packed & 3U);
    packed = static_cast<std::uint8_t>(packed >> kBitsOfAxis);
  }
}

// Ids are distinct, so an id is at most as many places from either end of `ids`
// as it is numbers from it.
bool EvidenceCsr::Has(NodeRef node) const {
  switch (node.kind) {
    case NodeKind::kDocument:
      return DocumentIndex(node.id) != kNoIndex;
    case NodeKind::kClaim:
      return ClaimIndex(node.id) != kNoIndex;
    case NodeKind::kWork:
      return WorkIndex(node.id) != kNoIndex;
    case NodeKind::kProposition:
      return PropositionIndex(node.id) != kNoIndex;
    default:
      return false;
  }
}

std::uint32_t EvidenceCsr::IndexOf(std::span<const std::uint64_t> ids, std::uint64_t id) {
  if (ids.empty() || id < ids.front() || id > ids.back()) return kNoIndex;
  const std::uint64_t last = ids.size() - 1;
  const std::uint64_t end = std::min(last, id - ids.front());
  const std::uint64_t begin = std::min(end, last - std::min(last, ids.back() - id));
  const auto window = ids.subspan(begin, end - begin + 1);
  const auto found = std::ranges::lower_bound(window, id);
  if (found == window.end() || *found != id) return kNoIndex;
  return static_cast<std::uint32_t>(begin + static_cast<std::uint64_t>(found - window.begin()));
}

NodeCounts CountNodes(const EvidenceCsr& csr) {
  NodeCounts counts;
  const auto count = [&](NodeKind kind, std::span<const std::uint64_t> ids) {
    counts.of[static_cast<std::size_t>(kind)] = static_cast<std::uint32_t>(ids.size());
  };
  count(NodeKind::kDocument, csr.documents);
  count(NodeKind::kClaim, csr.claims);
  count(NodeKind::kWork, csr.works);
  count(NodeKind::kProposition, csr.propositions);
  count(NodeKind::kEvidenceLine, csr.lines);
  count(NodeKind::kReference, csr.references);
  return counts;
}

EvidenceArrays::Rows EvidenceArrays::Reversed(const Rows& rows, std::size_t targets) {
  Rows reversed;
  reversed.offsets.assign(targets + 1, 0);
  reversed.targets.resize(rows.targets.size());
  for (const std::uint32_t target : rows.targets) ++reversed.offsets[target + 1];
  BeginningsOf(&reversed.offsets);
  std::vector<std::uint32_t> next(reversed.offsets.begin(), reversed.offsets.end() - 1);
  for (std::uint32_t row = 0; row + 1 < rows.offsets.size(); ++row) {
    for (std::uint32_t i = rows.offsets[row]; i < rows.offsets[row + 1]; ++i) {
      reversed.targets[next[rows.targets[i]]++] = row;
    }
  }
  return reversed;
}

EvidenceArrays::Rows EvidenceArrays::FromJoins(const std::vector<Join>& joins, std::size_t rows) {
  Rows out;
  out.offsets.assign(rows + 1, 0);
  out.targets.resize(joins.size());
  for (const Join& join : joins) ++out.offsets[join.first + 1];
  BeginningsOf(&out.offsets);
  std::vector<std::uint32_t> next(out.offsets.begin(), out.offsets.end() - 1);
  for (const Join& join : joins) out.targets[next[join.first]++] = join.second;
  Tidy(&out.offsets, &out.targets);
  return out;
}

// Row v holds every i with column[i] == v.
EvidenceArrays::Rows EvidenceArrays::ByColumn(const std::vector<std::uint32_t>& column,
                                              std::size_t rows) {
  Rows by;
  by.offsets.assign(rows + 1, 0);
  for (const std::uint32_t value : column) {
    if (value != kNoIndex) ++by.offsets[value + 1];
  }
  BeginningsOf(&by.offsets);
  by.targets.resize(by.offsets.back());
  std::vector<std::uint32_t> next(by.offsets.begin(), by.offsets.end() - 1);
  for (std::uint32_t i = 0; i < column.size(); ++i) {
    if (column[i] != kNoIndex) by.targets[next[column[i]]++] = i;
  }
  return by;
}

EvidenceArrays::Rows EvidenceArrays::DocumentCitations(const EvidenceRows<Rows>& rows) {
  const Adjacency works = rows.document_works.view();
  const Adjacency texts = rows.work_texts.view();
  Rows cites{.offsets = {0}};
  for (std::uint32_t document = 0; document < works.rows(); ++document) {
    for (const std::uint32_t work : works[document]) {
      cites.targets.insert(cites.targets.end(), texts[work].begin(), texts[work].end());
    }
    cites.offsets.push_back(static_cast<std::uint32_t>(cites.targets.size()));
  }
  Tidy(&cites.offsets, &cites.targets);
  return cites;
}

EvidenceArrays::Rows EvidenceArrays::WorkCitations(const EvidenceRows<Rows>& rows) {
  const Adjacency works = rows.document_works.view();
  const Adjacency texts = rows.work_texts.view();
  Rows cites{.offsets = {0}};
  for (std::uint32_t work = 0; work < texts.rows(); ++work) {
    for (const std::uint32_t text : texts[work]) {
      std::ranges::copy_if(works[text], std::back_inserter(cites.targets),
                           [&](std::uint32_t cited) { return cited != work; });
    }
    cites.offsets.push_back(static_cast<std::uint32_t>(cites.targets.size()));
  }
  Tidy(&cites.offsets, &cites.targets);
  return cites;
}

EvidenceArrays EvidenceArrays::Assemble(EvidenceLists lists) {
  EvidenceArrays a;
  EvidenceRows<Rows>& r = a.rows_;
  const std::size_t documents = lists.documents.size();
  const std::size_t claims = lists.claims.size();
  const std::size_t works = lists.works.size();
  const std::size_t propositions = lists.propositions.size();
  // The longest first.
  RunAll({[&] {
            for (std::size_t i = 0; i < lists.lines.size(); ++i) {
              if (lists.line_work[i] == kNoIndex) continue;
              lists.claim_cites.emplace_back(lists.line_claim[i], lists.line_work[i]);
            }
            r.claim_works = FromJoins(lists.claim_cites, claims);
            r.work_claims = Reversed(r.claim_works, works);
          },
          [&] {
            r.claim_propositions = FromJoins(lists.claim_propositions, claims);
            r.proposition_claims = Reversed(r.claim_propositions, propositions);
          },
          [&] {
            r.document_works = FromJoins(lists.document_works, documents);
            r.work_documents = Reversed(r.document_works, works);
          },
          [&] { r.claim_references = FromJoins(lists.claim_references, claims); },
          [&] { r.work_lines = ByColumn(lists.line_work, works); },
          [&] { r.proposition_lines = ByColumn(lists.line_proposition, propositions); },
          [&] { r.claim_lines = ByColumn(lists.line_claim, claims); },
          [&] { r.document_claims = ByColumn(lists.claim_document, documents); },
          [&] { r.document_references = ByColumn(lists.reference_document, documents); },
          [&] {
            r.text_works = FromJoins(lists.text_works, documents);
            r.work_texts = Reversed(r.text_works, works);
          }});
  RunAll({[&] { r.document_cites = DocumentCitations(r); },
          [&] {
            r.work_cites = WorkCitations(r);
            r.work_cited_by = Reversed(r.work_cites, works);
          }});
  a.columns_ = std::move(static_cast<EvidenceColumns<VectorColumn>&>(lists));
  return a;
}

EvidenceCsr EvidenceArrays::view() const {
  EvidenceCsr csr;
  ForEachColumn([](const auto&, const auto& vector, auto& span) { span = vector; }, columns_,
                static_cast<EvidenceColumns<SpanColumn>&>(csr));
  ForEachRows([](const auto&, const Rows& rows, Adjacency& view) { view = rows.view(); }, rows_,
              static_cast<EvidenceRows<Adjacency>&>(csr));
  return csr;
}

std::size_t EvidenceArrays::bytes() const {
  const EvidenceCsr csr = view();
  std::size_t sum = 0;
  ForEachColumn([&](const auto&, const auto& column) { sum += column.size_bytes(); }, csr);
  ForEachRows(
      [&](const auto&, const Adjacency& rows) {
        sum += rows.offsets.size_bytes() + rows.targets.size_bytes();
      },
      csr);
  return sum;
}

}  // namespace claimgraph
