// Rows are made by counting: how many targets each row has, where each begins,
// then every target into its place.  Turning rows round lists the sources of
// each target in ascending order without sorting, so joins are bucketed by
// target, turned, freed of repetitions, and turned again.

#include "queries/graph/evidence_csr.h"

#include <algorithm>

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

template <typename T>
std::size_t BytesOf(const std::vector<T>& column) {
  return column.size() * sizeof(T);
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

std::uint32_t EvidenceCsr::IndexOf(std::span<const std::uint64_t> ids, std::uint64_t id) {
  const auto found = std::ranges::lower_bound(ids, id);
  if (found == ids.end() || *found != id) return kNoIndex;
  return static_cast<std::uint32_t>(found - ids.begin());
}

EvidenceArrays::Rows EvidenceArrays::Reversed(const Rows& rows, std::uint32_t targets) {
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

EvidenceArrays::Both EvidenceArrays::FromJoins(const std::vector<Join>& joins, std::size_t from,
                                               std::size_t to) {
  Rows in;  // sources in the order of the joins, repetitions and all
  in.offsets.assign(to + 1, 0);
  in.targets.resize(joins.size());
  for (const Join& join : joins) ++in.offsets[join.second + 1];
  BeginningsOf(&in.offsets);
  std::vector<std::uint32_t> next(in.offsets.begin(), in.offsets.end() - 1);
  for (const Join& join : joins) in.targets[next[join.second]++] = join.first;

  Both both;
  Rows& out = both.out;
  out = Reversed(in, static_cast<std::uint32_t>(from));
  std::uint32_t kept = 0;
  std::uint32_t begin = 0;
  for (std::size_t row = 0; row < from; ++row) {
    const std::uint32_t end = out.offsets[row + 1];
    const std::uint32_t first = kept;
    for (std::uint32_t i = begin; i < end; ++i) {
      if (kept == first || out.targets[kept - 1] != out.targets[i]) {
        out.targets[kept++] = out.targets[i];
      }
    }
    begin = end;
    out.offsets[row + 1] = kept;
  }
  out.targets.resize(kept);
  both.in = Reversed(out, static_cast<std::uint32_t>(to));
  return both;
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

EvidenceArrays EvidenceArrays::Assemble(EvidenceLists lists) {
  EvidenceArrays a;
  for (std::size_t i = 0; i < lists.lines.size(); ++i) {
    if (lists.line_work[i] == kNoIndex) continue;
    lists.claim_cites.emplace_back(lists.line_claim[i], lists.line_work[i]);
  }
  a.claim_works_ = FromJoins(lists.claim_cites, lists.claims.size(), lists.works.size());
  a.claim_propositions_ =
      FromJoins(lists.claim_propositions, lists.claims.size(), lists.propositions.size());
  a.document_works_ = FromJoins(lists.document_works, lists.documents.size(), lists.works.size());
  a.text_works_ = FromJoins(lists.text_works, lists.documents.size(), lists.works.size());
  a.document_claims_ = ByColumn(lists.claim_document, lists.documents.size());
  a.claim_lines_ = ByColumn(lists.line_claim, lists.claims.size());
  a.work_lines_ = ByColumn(lists.line_work, lists.works.size());
  a.proposition_lines_ = ByColumn(lists.line_proposition, lists.propositions.size());

  std::vector<Join> cites;
  const Adjacency works = a.document_works_.out.view();
  const Adjacency texts = a.text_works_.in.view();
  for (std::uint32_t document = 0; document < works.rows(); ++document) {
    for (const std::uint32_t work : works[document]) {
      for (const std::uint32_t text : texts[work]) cites.emplace_back(document, text);
    }
  }
  a.document_cites_ = FromJoins(cites, lists.documents.size(), lists.documents.size()).out;
  a.columns_ = std::move(static_cast<EvidenceColumns<VectorColumn>&>(lists));
  return a;
}

EvidenceCsr EvidenceArrays::view() const {
  const auto& c = columns_;
  return {{c.documents,
           c.claims,
           c.works,
           c.propositions,
           c.lines,
           c.claim_document,
           c.claim_kind,
           c.claim_strength,
           c.claim_certainty,
           c.claim_status,
           c.claim_verdict,
           c.claim_flags,
           c.work_design,
           c.work_standing,
           c.work_year,
           c.proposition_subject,
           c.proposition_population,
           c.proposition_direction,
           c.line_claim,
           c.line_proposition,
           c.line_work,
           c.line_reference,
           c.line_stance,
           c.line_design,
           c.line_directness},
          document_claims_.view(),
          claim_works_.out.view(),
          claim_works_.in.view(),
          claim_propositions_.out.view(),
          claim_propositions_.in.view(),
          document_works_.out.view(),
          document_works_.in.view(),
          text_works_.in.view(),
          text_works_.out.view(),
          document_cites_.view(),
          claim_lines_.view(),
          work_lines_.view(),
          proposition_lines_.view()};
}

std::size_t EvidenceArrays::bytes() const {
  const EvidenceCsr csr = view();
  std::size_t sum = 0;
  for (const Adjacency& a : {csr.document_claims, csr.claim_works, csr.work_claims,
                             csr.claim_propositions, csr.proposition_claims, csr.document_works,
                             csr.work_documents, csr.work_texts, csr.text_works, csr.document_cites,
                             csr.claim_lines, csr.work_lines, csr.proposition_lines}) {
    sum += a.offsets.size_bytes() + a.targets.size_bytes();
  }
  const auto& c = columns_;
  sum += BytesOf(c.documents) + BytesOf(c.claims) + BytesOf(c.works) + BytesOf(c.propositions) +
         BytesOf(c.lines);
  constexpr std::size_t kBytesOfClaim = sizeof(std::uint32_t) + 6;
  constexpr std::size_t kBytesOfWork = 2 + sizeof(std::int16_t);
  constexpr std::size_t kBytesOfProposition = 2 * sizeof(std::uint32_t) + 1;
  constexpr std::size_t kBytesOfLine = 4 * sizeof(std::uint32_t) + 3;
  return sum + c.claims.size() * kBytesOfClaim + c.works.size() * kBytesOfWork +
         c.propositions.size() * kBytesOfProposition + c.lines.size() * kBytesOfLine;
}

}  // namespace claimgraph
