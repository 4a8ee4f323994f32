#include "importers/linking/evidence_search.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "core/text/search_terms.h"
#include "importers/extraction/vocabulary.h"
#include "importers/linking/directness.h"
#include "importers/linking/record_evidence.h"

namespace claimgraph {
namespace {

constexpr double kNamedWeight = 2;
constexpr double kSynonymWeight = 1;
constexpr double kPopulationShare = 0.5;  // of the above: who was studied matters less than what
constexpr double kClaimWordWeight = 0.5;

// Each term once, at its highest weight.
class QueryBuilder {
 public:
  void Add(std::string_view words, double weight) {
    for (const std::string& term : SearchTerms(words)) {
      double& now = weights_[term];
      now = std::max(now, weight);
    }
  }

  void AddConcept(const std::string& words, double share) {
    Add(words, share * kNamedWeight);
    for (const ConceptIndex c : ConceptsOf(words)) {
      Add(Label(c), share * kSynonymWeight);
      Add(Row(c).synonyms, share * kSynonymWeight);
    }
  }

  TextQuery Done() const {
    TextQuery query;
    for (const auto& [term, weight] : weights_) query.push_back({term, weight});
    return query;
  }

 private:
  std::map<std::string, double> weights_{};
};

// What a study names, as concepts and as terms.
struct Named {
  Concepts concepts{};
  std::set<std::string> terms{};

  void Add(std::string_view text) {
    for (const ConceptIndex c : ConceptsOf(text)) {
      if (std::ranges::find(concepts, c) == concepts.end()) concepts.push_back(c);
    }
    for (std::string& term : SearchTerms(text)) terms.insert(std::move(term));
  }
};

Named NamedBy(const FoundRecord& found) {
  Named named;
  named.Add(found.record.title);
  named.Add(found.text);
  for (const std::string& heading : found.record.headings) named.Add(heading);
  for (const Fact& fact : found.record.facts) {
    if (fact.kind != FactKind::kConclusion && fact.kind != FactKind::kLimitation) {
      named.Add(fact.value);
    }
  }
  for (const StudyResult& r : found.results) {
    for (const std::string& words : {r.intervention, r.outcome, r.population}) named.Add(words);
  }
  return named;
}

// The nearest of what the study names to what the claim does; nothing if none is near.
std::optional<SharedConcept> Share(std::string_view axis, const std::string& claimed,
                                   const Named& named) {
  const Concepts wanted = ConceptsOf(claimed);
  std::optional<SharedConcept> broader;
  for (const ConceptIndex want : wanted) {
    const auto have = std::ranges::find(named.concepts, want);
    const auto narrower =
        std::ranges::find_if(named.concepts, [&](ConceptIndex c) { return IsA(c, want); });
    const auto best = have != named.concepts.end() ? have : narrower;
    if (best != named.concepts.end()) {
      return SharedConcept{std::string(axis), claimed, std::string(Label(*best))};
    }
    const auto wider =
        std::ranges::find_if(named.concepts, [&](ConceptIndex c) { return IsA(want, c); });
    if (wider != named.concepts.end() && !broader && !IsWholeClass(*wider)) {
      broader = SharedConcept{std::string(axis), claimed, std::string(Label(*wider)),
                              Directness::kIndirect};
    }
  }
  if (!wanted.empty()) return broader;
  const std::vector<std::string> terms = SearchTerms(claimed);
  const bool all = !terms.empty() && std::ranges::all_of(terms, [&](const std::string& term) {
    return named.terms.contains(term);
  });
  if (!all) return std::nullopt;
  return SharedConcept{std::string(axis), claimed, claimed};
}

bool IsRetracted(const EvidenceLine& line) {
  return std::ranges::any_of(line.reasons, [](const Reason& r) { return r.rule == "retracted"; });
}

// What the study shares with the claim; nothing where it does not bear on it.
std::optional<BearingStudy> Bears(const GraphReader& store, RecordId id, const Claim& claim,
                                  const Proposition& proposition) {
  std::optional<FoundRecord> found = ReadFound(store, id);
  if (!found) return std::nullopt;
  const Named named = NamedBy(*found);
  BearingStudy study;
  for (const auto& [axis, words] : {std::pair("intervention", &proposition.intervention),
                                    std::pair("outcome", &proposition.outcome)}) {
    if (words->empty()) continue;
    std::optional<SharedConcept> shared = Share(axis, *words, named);
    if (!shared) return std::nullopt;
    study.shared.push_back(*std::move(shared));
  }
  if (study.shared.empty()) return std::nullopt;
  if (!proposition.population.empty()) {
    if (auto shared = Share("population", proposition.population, named)) {
      study.shared.push_back(*std::move(shared));
    }
  }
  study.line = JudgeRecord(store, *found, claim, proposition);
  if (study.line.stance == Stance::kNoEvidence && !IsRetracted(study.line)) return std::nullopt;
  study.found = *std::move(found);
  return study;
}

bool IsDirect(const BearingStudy& study) {
  return std::ranges::all_of(
      study.shared, [](const SharedConcept& s) { return s.directness == Directness::kDirect; });
}

// Of the records of one study the first stays.
void KeepOneEach(std::vector<BearingStudy>* studies) {
  std::set<std::string> seen;
  std::erase_if(*studies, [&](const BearingStudy& s) {
    return !s.found.study.empty() && !seen.insert(s.found.study).second;
  });
}

}  // namespace

TextQuery EvidenceQuery(const Claim& claim, const Proposition& proposition) {
  QueryBuilder builder;
  builder.Add(claim.text, kClaimWordWeight);
  builder.AddConcept(proposition.intervention, 1);
  builder.AddConcept(proposition.outcome, 1);
  builder.AddConcept(proposition.population, kPopulationShare);
  return builder.Done();
}

Result<std::vector<BearingStudy>> FindBearingStudies(const GraphReader& store, const Claim& claim,
                                                     const Proposition& proposition,
                                                     std::size_t limit) {
  std::vector<BearingStudy> studies;
  if (proposition.intervention.empty() && proposition.outcome.empty()) return studies;
  const Result<std::vector<TextHit>> hits =
      store.SearchTexts(EvidenceQuery(claim, proposition), kMostCandidates);
  if (!hits) return tl::unexpected(hits.error());
  for (const TextHit& hit : *hits) {
    for (const NodeRef node :
         store.Neighbours(Node(hit.document), EdgeKind::kHasRecord, Way::kOut)) {
      std::optional<BearingStudy> study = Bears(store, RecordId{node.id}, claim, proposition);
      if (!study) continue;
      study->score = hit.score;
      studies.push_back(*std::move(study));
    }
  }
  // A reviewer's card tells more than the record of the same study.
  std::ranges::stable_sort(studies, std::ranges::greater(),
                           [](const BearingStudy& s) { return s.found.is_card; });
  KeepOneEach(&studies);
  std::ranges::stable_sort(studies, [](const BearingStudy& a, const BearingStudy& b) {
    if (IsDirect(a) != IsDirect(b)) return IsDirect(a);
    return a.score > b.score;
  });
  if (studies.size() > limit) studies.resize(limit);
  return studies;
}

}  // namespace claimgraph
