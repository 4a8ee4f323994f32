// The concepts of each reference are read once; each line compares three axes.

#include "importers/linking/evidence_linker.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/appraisal/study_level.h"
#include "importers/extraction/vocabulary.h"
#include "importers/linking/directness.h"

namespace claimgraph {
namespace {

struct SourceConcepts {
  Concepts interventions{};
  Concepts outcomes{};     // conditions included: "massage for fibromyalgia"
  Concepts populations{};  // conditions included
};

SourceConcepts ReadSource(const Reference& reference) {
  SourceConcepts source;
  for (const ConceptIndex c : ConceptsOf(reference.title)) {
    const ConceptRole role = Row(c).role;
    if (role == ConceptRole::kIntervention) source.interventions.push_back(c);
    if (IsOutcomeRole(role)) source.outcomes.push_back(c);
    if (role == ConceptRole::kPopulation || role == ConceptRole::kCondition) {
      source.populations.push_back(c);
    }
  }
  return source;
}

EvidenceLine LineFor(const Claim& claim, const Proposition& proposition, const Reference& reference,
                     const SourceConcepts& source) {
  EvidenceLine line;
  line.proposition = proposition.id;
  line.reference = reference.id;
  line.work = reference.work;
  line.design = reference.design;
  line.role = RoleOf(reference.design);
  line.certainty = StartLevel(reference.design);
  line.reasons.push_back({"design", "design-from-title", 0,
                          std::string(Description(reference.design)) + ", by its title"});
  std::string nearest;
  const Concepts claimed = InterventionsOf(claim, proposition);
  line.intervention = Compare(claimed, source.interventions, &nearest);
  if (line.intervention == Directness::kDifferent && std::ranges::any_of(claimed, IsWholeClass)) {
    line.intervention = Directness::kIndirect;
  }
  line.reasons.push_back(
      Directly("intervention", line.intervention, proposition.intervention, nearest));
  line.outcome = Compare(ConceptsOf(proposition.outcome), source.outcomes, &nearest);
  // A title that names only who was treated says nothing of outcomes.
  if (line.outcome == Directness::kDifferent) {
    const bool only_conditions = std::ranges::all_of(source.outcomes, [](ConceptIndex c) {
      return Row(c).role == ConceptRole::kCondition;
    });
    if (only_conditions) line.outcome = Directness::kNotAssessed;
  }
  line.reasons.push_back(Directly("outcome", line.outcome, proposition.outcome, nearest));
  if (proposition.population.empty() && !source.populations.empty()) {
    const bool is_outcome = std::ranges::any_of(source.populations, [&](ConceptIndex c) {
      return Label(c) == proposition.outcome;
    });
    line.population = is_outcome ? Directness::kNotAssessed : Directness::kIndirect;
    nearest = Label(source.populations.front());
    line.reasons.push_back(Directly("population", line.population, "nobody in particular", nearest));
  } else {
    // Age and sex are set against age and sex, illness against illness.
    const Concepts who = ConceptsOf(proposition.population);
    Concepts studied;
    for (const ConceptIndex c : source.populations) {
      if (!who.empty() && Row(c).role == Row(who.front()).role) studied.push_back(c);
    }
    line.population = Compare(who, studied, &nearest);
    line.reasons.push_back(Directly("population", line.population, proposition.population, nearest));
  }
  return line;
}

class Linker {
 public:
  Linker(DocumentGraph* graph, const DecidedSources& decided) : graph_(*graph), decided_(decided) {
    sources_.reserve(graph->references.size());
    for (const Reference& reference : graph->references) sources_.push_back(ReadSource(reference));
  }

  void Run() {
    for (const Claim& claim : graph_.claims) {
      const std::size_t first = graph_.evidence_lines.size();
      for (const CitationId citation : claim.citations) {
        for (const ReferenceId reference : graph_.citations[Raw(citation) - 1].references) {
          if (!decided_.Rejects(claim.id, reference)) Add(claim, citation, reference);
        }
      }
      for (const DecidedSources::Tie& tie : decided_.linked) {
        if (tie.claim != claim.id) continue;
        const bool is_cited = std::any_of(
            graph_.evidence_lines.begin() + static_cast<std::ptrdiff_t>(first),
            graph_.evidence_lines.end(),
            [&](const EvidenceLine& line) { return line.reference == tie.references.front(); });
        if (!is_cited) Add(claim, CitationId{}, tie.references.front());
      }
    }
  }

 private:
  // One line for each proposition of the claim.
  void Add(const Claim& claim, CitationId citation, ReferenceId reference) {
    for (const PropositionId proposition : claim.propositions) {
      EvidenceLine line = LineFor(claim, graph_.propositions[Raw(proposition) - 1],
                                  graph_.references[Raw(reference) - 1],
                                  sources_[Raw(reference) - 1]);
      line.claim = claim.id;
      line.citation = citation;
      line.id = static_cast<EvidenceLineId>(graph_.evidence_lines.size() + 1);
      graph_.evidence_lines.push_back(std::move(line));
    }
  }

  DocumentGraph& graph_;
  const DecidedSources& decided_;
  std::vector<SourceConcepts> sources_{};
};

}  // namespace

void LinkEvidence(DocumentGraph* graph, const DecidedSources& decided) {
  Linker(graph, decided).Run();
}

}  // namespace claimgraph
