#include "bench/evidence_plain_csr.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace claimgraph {
namespace {

// A row for each value below `rows`: where in `column` it stands.  Others than
// those are left out.
PlainRows ByValue(const std::vector<std::uint32_t>& column, std::size_t rows) {
  PlainRows by;
  by.offsets.assign(rows + 1, 0);
  for (const std::uint32_t value : column) {
    if (value < rows) ++by.offsets[value + 1];
  }
  std::partial_sum(by.offsets.begin(), by.offsets.end(), by.offsets.begin());
  by.targets.resize(by.offsets.back());
  std::vector<std::uint32_t> next(by.offsets.begin(), by.offsets.end() - 1);
  for (std::uint32_t i = 0; i < column.size(); ++i) {
    if (column[i] < rows) by.targets[next[column[i]]++] = i;
  }
  return by;
}

PlainRows Reversed(const PlainRows& rows, std::size_t targets) {
  PlainRows by = ByValue(rows.targets, targets);
  std::uint32_t row = 0;
  std::vector<std::uint32_t> row_of(rows.targets.size());
  for (std::uint32_t i = 0; i < row_of.size(); ++i) {
    while (i >= rows.offsets[row + 1]) ++row;
    row_of[i] = row;
  }
  for (std::uint32_t& place : by.targets) place = row_of[place];
  return by;
}

void SortUnique(std::vector<std::uint32_t>* numbers) {
  std::ranges::sort(*numbers);
  numbers->erase(std::unique(numbers->begin(), numbers->end()), numbers->end());
}

void Append(std::span<const std::uint32_t> more, std::vector<std::uint32_t>* numbers) {
  numbers->insert(numbers->end(), more.begin(), more.end());
}

void Add(std::uint32_t claim, FoundClaims* found) {
  if (found->count++ < kFirst) found->first.push_back(claim);
}

std::size_t Bytes(const PlainRows& rows) {
  return (rows.offsets.capacity() + rows.targets.capacity()) * sizeof(std::uint32_t);
}

}  // namespace

EvidencePlainCsr::EvidencePlainCsr(const Workload& w) {
  ReadDocuments(w);
  std::vector<std::uint32_t> study_population;
  for (const WorkloadStudy& study : w.studies) {
    study_strength_.push_back(study.strength());
    study_population.push_back(study.population);
  }
  study_cites_ = {w.cited_offsets, w.cited};
  study_cited_by_ = Reversed(study_cites_, w.studies.size());
  reference_claims_ = Reversed(claim_references_, w.claims);
  study_references_ = ByValue(reference_study_, w.studies.size());
  proposition_claims_ = ByValue(claim_proposition_, w.propositions);
  population_claims_ = ByValue(claim_population_, w.populations);
  population_studies_ = ByValue(study_population, w.populations);
}

void EvidencePlainCsr::ReadDocuments(const Workload& w) {
  claim_proposition_.reserve(w.claims);
  claim_population_.reserve(w.claims);
  claim_strength_.reserve(w.claims);
  reference_study_.reserve(w.claims);
  claim_references_.offsets.reserve(w.claims + 1);
  WorkloadStream stream(w);
  WorkloadDocument document;
  while (stream.Next(&document)) {
    Append(document.studies, &reference_study_);
    for (const WorkloadClaim& claim : document.claims) {
      claim_proposition_.push_back(claim.proposition);
      claim_population_.push_back(claim.population);
      claim_strength_.push_back(claim.strength);
      Append(claim.references, &claim_references_.targets);
      claim_references_.offsets.push_back(
          static_cast<std::uint32_t>(claim_references_.targets.size()));
    }
  }
}

FoundClaims EvidencePlainCsr::Uncited() const {
  FoundClaims found;
  for (std::uint32_t claim = 0; claim < claim_strength_.size(); ++claim) {
    if (claim_references_[claim].empty()) Add(claim, &found);
  }
  return found;
}

FoundClaims EvidencePlainCsr::StrongerThanStudies() const {
  FoundClaims found;
  for (std::uint32_t claim = 0; claim < claim_strength_.size(); ++claim) {
    int best = -1;
    for (const std::uint32_t reference : claim_references_[claim]) {
      const std::uint32_t study = reference_study_[reference];
      if (study != kNoStudy) best = std::max<int>(best, study_strength_[study]);
    }
    if (best >= 0 && claim_strength_[claim] > best) Add(claim, &found);
  }
  return found;
}

bool EvidencePlainCsr::CitesOnly(std::uint32_t claim, std::uint32_t study) const {
  return std::ranges::all_of(claim_references_[claim], [&](std::uint32_t reference) {
    return reference_study_[reference] == study || reference_study_[reference] == kNoStudy;
  });
}

void EvidencePlainCsr::AppendClaimsOn(std::uint32_t study,
                                      std::vector<std::uint32_t>* claims) const {
  for (const std::uint32_t reference : study_references_[study]) {
    Append(reference_claims_[reference], claims);
  }
}

std::size_t EvidencePlainCsr::RestOnAlone(std::uint32_t study) const {
  std::vector<std::uint32_t> claims;
  AppendClaimsOn(study, &claims);
  SortUnique(&claims);
  return std::ranges::count_if(claims, [&](std::uint32_t c) { return CitesOnly(c, study); });
}

// The known ones, ascending.
std::vector<std::uint32_t> EvidencePlainCsr::StudiesOf(std::uint32_t claim) const {
  std::vector<std::uint32_t> studies;
  for (const std::uint32_t reference : claim_references_[claim]) {
    if (reference_study_[reference] != kNoStudy) studies.push_back(reference_study_[reference]);
  }
  SortUnique(&studies);
  return studies;
}

std::size_t EvidencePlainCsr::WithinTwoSteps(std::uint32_t claim) const {
  // Claims that share a reference are of one document, as references are.
  const std::uint32_t first = claim / kPerDocument * kPerDocument;
  std::vector<std::uint32_t> claims(kPerDocument);
  std::iota(claims.begin(), claims.end(), first);
  Append(proposition_claims_[claim_proposition_[claim]], &claims);
  Append(population_claims_[claim_population_[claim]], &claims);
  SortUnique(&claims);
  std::vector<std::uint32_t> studies = StudiesOf(claim);
  Append(population_studies_[claim_population_[claim]], &studies);
  SortUnique(&studies);
  constexpr std::size_t kDocumentPropositionPopulation = 3;
  return kDocumentPropositionPopulation + kPerDocument + claims.size() - 1 + studies.size();
}

bool EvidencePlainCsr::Dependent(std::uint32_t study, std::uint32_t other) const {
  const auto cites = study_cites_[study];
  const auto other_cites = study_cites_[other];
  const auto has = [](auto row, std::uint32_t number) {
    return std::ranges::find(row, number) != row.end();
  };
  return has(cites, other) || has(other_cites, study) ||
         std::ranges::any_of(cites, [&](std::uint32_t older) { return has(other_cites, older); });
}

std::size_t EvidencePlainCsr::IndependentLines(std::uint32_t claim) const {
  const std::vector<std::uint32_t> studies = StudiesOf(claim);
  return CountGroups(studies.size(), [&](std::size_t a, std::size_t b) {
    return Dependent(studies[a], studies[b]);
  });
}

std::size_t EvidencePlainCsr::RestOnThroughStudies(std::uint32_t study) const {
  std::vector<std::uint32_t> studies = {study};
  for (std::size_t step = 0, begin = 0; step < 2; ++step) {
    const std::size_t end = studies.size();
    for (; begin < end; ++begin) Append(study_cited_by_[studies[begin]], &studies);
  }
  SortUnique(&studies);
  std::vector<std::uint32_t> claims;
  for (const std::uint32_t one : studies) AppendClaimsOn(one, &claims);
  SortUnique(&claims);
  return claims.size();
}

std::size_t EvidencePlainCsr::bytes() const {
  std::size_t bytes = claim_strength_.capacity() + study_strength_.capacity();
  for (const auto* column : {&claim_proposition_, &claim_population_, &reference_study_}) {
    bytes += column->capacity() * sizeof(std::uint32_t);
  }
  for (const PlainRows* rows :
       {&claim_references_, &reference_claims_, &study_references_, &proposition_claims_,
        &population_claims_, &population_studies_, &study_cites_, &study_cited_by_}) {
    bytes += Bytes(*rows);
  }
  return bytes;
}

}  // namespace claimgraph
