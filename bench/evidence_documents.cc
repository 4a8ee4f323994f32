#include "bench/evidence_documents.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace claimgraph {
namespace {

constexpr std::uint32_t kClaimSpan = 200;  // longer than the longest claim

std::string Doi(std::uint32_t study) { return "10.5555/" + std::to_string(study); }
std::string NameOf(std::uint32_t study) { return "doi:" + Doi(study); }

StudyDesign DesignOf(const WorkloadStudy& study) {
  constexpr StudyDesign kDesigns[] = {StudyDesign::kMetaAnalysisOfRcts,
                                      StudyDesign::kRct,
                                      StudyDesign::kCohort,
                                      StudyDesign::kCaseControl,
                                      StudyDesign::kCrossSectional,
                                      StudyDesign::kCaseSeries,
                                      StudyDesign::kTheory,
                                      StudyDesign::kInVitro};
  return kDesigns[study.design];
}

// As a reference tells it.
Work WorkOf(const Workload& w, std::uint32_t study) {
  return {.names = {NameOf(study)},
          .title = StudyTitle(study),
          .year = w.studies[study].year,
          .doi = Doi(study),
          .design = DesignOf(w.studies[study])};
}

DocumentGraph EmptyDocument(std::string source, std::string title) {
  DocumentGraph g;
  g.document.hash = source;
  g.document.source = std::move(source);
  g.document.title = std::move(title);
  return g;
}

WorkId LocalWork(const Workload& w, std::uint32_t study, DocumentGraph* g) {
  auto found = std::ranges::find_if(
      g->works, [name = NameOf(study)](const Work& work) { return work.names.front() == name; });
  if (found == g->works.end()) found = g->works.insert(found, WorkOf(w, study));
  return WorkId{static_cast<std::uint64_t>(found - g->works.begin()) + 1};
}

void AddReference(const Workload& w, std::uint32_t number, std::uint32_t study, DocumentGraph* g) {
  Reference reference{.text = ReferenceText(number)};
  if (study != kNoStudy) reference.work = LocalWork(w, study, g);
  g->references.push_back(std::move(reference));
}

PropositionId LocalProposition(Proposition proposition, DocumentGraph* g) {
  auto found = std::ranges::find(g->propositions, proposition);
  if (found == g->propositions.end()) {
    found = g->propositions.insert(found, std::move(proposition));
  }
  return PropositionId{static_cast<std::uint64_t>(found - g->propositions.begin()) + 1};
}

void AddFinding(const char* rule, std::string message, DocumentGraph* g) {
  const ClaimId claim{g->claims.size()};
  g->findings.push_back(
      {.rule = rule, .span = g->claims.back().span, .message = std::move(message), .claim = claim});
}

// As the rules of those names judge.  `studies`: of the document's references.
void Judge(const Workload& w, const WorkloadClaim& claim, std::uint32_t first_reference,
           const std::array<std::uint32_t, kPerDocument>& studies, DocumentGraph* g) {
  int best = -1;
  for (const std::uint32_t reference : claim.references) {
    const std::uint32_t study = studies[reference - first_reference];
    if (study != kNoStudy) best = std::max<int>(best, w.studies[study].strength());
  }
  const std::string quoted = '"' + g->claims.back().text.substr(0, 50) + "...\"";
  if (claim.references.empty()) {
    AddFinding("uncited-claim", quoted + " has no citation; readers have nowhere to look", g);
  } else if (best >= 0 && claim.strength > best) {
    AddFinding("certainty-inflation", quoted + " asserts more than its evidence allows", g);
  }
}

void AddClaim(const WorkloadClaim& from, std::uint32_t number, std::uint32_t first_reference,
              DocumentGraph* g) {
  const auto begin = static_cast<std::uint32_t>(g->claims.size()) * kClaimSpan;
  Claim claim{.span = {begin, begin + kClaimSpan},
              .text = ClaimText(number, from.words),
              .strength = static_cast<CausalStrength>(from.strength)};
  claim.propositions = {LocalProposition({.intervention = PropositionText(from.proposition),
                                          .outcome = std::to_string(from.proposition)},
                                         g),
                        LocalProposition({.population = PopulationLabel(from.population)}, g)};
  if (!from.references.empty()) {
    Citation citation{.span = claim.span};
    for (const std::uint32_t r : from.references) {
      citation.references.push_back(ReferenceId{r - first_reference + 1});
    }
    g->citations.push_back(std::move(citation));
    claim.citations = {CitationId{g->citations.size()}};
    claim.citation_status = CitationStatus::kInline;
  }
  g->claims.push_back(std::move(claim));
}

Status PutRegisters(const Workload& w, const PutGraph& put) {
  std::vector<std::vector<std::uint32_t>> studies(w.populations);
  for (std::uint32_t i = 0; i < w.studies.size(); ++i) {
    studies[w.studies[i].population].push_back(i);
  }
  for (std::uint32_t i = 0; i < w.populations; ++i) {
    if (Status status = put(RegisterOf(i, studies[i])); !status) return status;
  }
  return {};
}

}  // namespace

DocumentGraph StudyRecord(const Workload& w, std::uint32_t study) {
  DocumentGraph g =
      EmptyDocument("https://example.org/study/" + std::to_string(study), StudyTitle(study));
  g.works.push_back(WorkOf(w, study));
  g.presents = WorkId{1};
  for (const std::uint32_t older : w.CitedBy(study)) {
    g.works.push_back({.names = {NameOf(older)}});
    g.lists.push_back(WorkId{g.works.size()});
  }
  return g;
}

DocumentGraph ArticleOf(const Workload& w, const WorkloadDocument& d) {
  DocumentGraph g = EmptyDocument(DocumentUrl(d.number), DocumentTitle(d.number));
  const std::uint32_t first = d.number * kPerDocument;
  for (std::uint32_t i = 0; i < kPerDocument; ++i) AddReference(w, first + i, d.studies[i], &g);
  for (std::uint32_t i = 0; i < kPerDocument; ++i) {
    AddClaim(d.claims[i], first + i, first, &g);
    Judge(w, d.claims[i], first, d.studies, &g);
  }
  return g;
}

DocumentGraph RegisterOf(std::uint32_t population, const std::vector<std::uint32_t>& studies) {
  const std::string label = PopulationLabel(population);
  DocumentGraph g = EmptyDocument("register/" + label, "Studies of " + label);
  for (const std::uint32_t study : studies) {
    g.works.push_back({.names = {NameOf(study)}});
    g.lists.push_back(WorkId{g.works.size()});
  }
  return g;
}

std::string RegisterName(std::string_view population_label) {
  return "source:register/" + std::string(population_label);
}

DocumentGraph OneClaim(const Workload& w, const WorkloadDocument& d, std::uint32_t number) {
  DocumentGraph g = EmptyDocument("note-" + std::to_string(number), "");
  const std::uint32_t first = d.number * kPerDocument;
  AddReference(w, first + 1, d.studies[1], &g);
  AddReference(w, first + 7, d.studies[7], &g);
  WorkloadClaim like = d.claims[number % kPerDocument];
  like.references = {0, 1};
  AddClaim(like, number, 0, &g);
  return g;
}

Status ForEachDocument(const Workload& w, const PutGraph& put) {
  for (std::uint32_t i = 0; i < w.studies.size(); ++i) {
    if (Status status = put(StudyRecord(w, i)); !status) return status;
  }
  WorkloadStream stream(w);
  WorkloadDocument document;
  while (stream.Next(&document)) {
    if (Status status = put(ArticleOf(w, document)); !status) return status;
  }
  return PutRegisters(w, put);
}

}  // namespace claimgraph
