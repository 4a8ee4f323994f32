// The concepts of each reference are read once; each line compares three axes.

#include "importers/linking/evidence_linker.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/appraisal/study_level.h"
#include "importers/extraction/vocabulary.h"

namespace claimgraph {
namespace {

using Concepts = std::vector<ConceptIndex>;

bool IsOutcomeRole(ConceptRole role) {
  return role == ConceptRole::kOutcome || role == ConceptRole::kSurrogate ||
         role == ConceptRole::kCondition;
}

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

// How near the nearest of the source's concepts comes to the claim's.
Directness Compare(const Concepts& claimed, const Concepts& studied, std::string* nearest) {
  if (claimed.empty() || studied.empty()) return Directness::kNotAssessed;
  Directness best = Directness::kDifferent;
  *nearest = Label(studied.front());
  for (const ConceptIndex want : claimed) {
    for (const ConceptIndex have : studied) {
      Directness d = Directness::kDifferent;
      if (IsA(have, want)) {
        d = Directness::kDirect;
      } else if (Related(have, want)) {
        d = Directness::kIndirect;
      }
      if (d < best) {
        best = d;
        *nearest = Label(have);
      }
    }
  }
  return best;
}

Reason Directly(std::string_view axis, Directness d, std::string_view claimed,
                std::string_view studied) {
  Reason reason{"directness", std::string(axis), 0, {}};
  if (d == Directness::kNotAssessed) {
    reason.because = "not assessed: the title or the claim names no " + std::string(axis);
  } else {
    reason.because = std::string(Name(d)) + ": the claim says " + std::string(claimed) +
                     ", the source's title " + std::string(studied);
  }
  return reason;
}

QuoteRole RoleOf(StudyDesign design) {
  switch (design) {
    case StudyDesign::kMetaAnalysisOfRcts:
    case StudyDesign::kSystematicReview:
      return QuoteRole::kReviewSynthesis;
    case StudyDesign::kNarrativeReview:
    case StudyDesign::kGuideline:
    case StudyDesign::kTheory:
    case StudyDesign::kWebPage:
      return QuoteRole::kBackground;
    case StudyDesign::kUnknown:
      return QuoteRole::kUnknown;
    default:
      return QuoteRole::kPrimaryResult;
  }
}

// Everything that the claim's words name as an intervention: a source about any
// of them is no source about something else.
Concepts InterventionsOf(const Claim& claim, const Proposition& proposition) {
  Concepts found;
  for (const std::string_view words :
       {std::string_view(proposition.intervention), std::string_view(claim.text)}) {
    for (const ConceptIndex c : ConceptsOf(words)) {
      if (Row(c).role == ConceptRole::kIntervention) found.push_back(c);
    }
  }
  return found;
}

// "Drugs", "supplements", "diet": too wide for a source to be about another one.
bool IsWholeClass(ConceptIndex c) {
  return Label(c) == "medication" || Label(c) == "supplement" || Label(c) == "diet";
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

}  // namespace

void LinkEvidence(DocumentGraph* graph) {
  std::vector<SourceConcepts> sources;
  sources.reserve(graph->references.size());
  for (const Reference& reference : graph->references) sources.push_back(ReadSource(reference));
  for (const Claim& claim : graph->claims) {
    for (const CitationId citation_id : claim.citations) {
      for (const ReferenceId reference_id : graph->citations[Raw(citation_id) - 1].references) {
        for (const PropositionId proposition_id : claim.propositions) {
          EvidenceLine line = LineFor(claim, graph->propositions[Raw(proposition_id) - 1],
                                      graph->references[Raw(reference_id) - 1],
                                      sources[Raw(reference_id) - 1]);
          line.claim = claim.id;
          line.citation = citation_id;
          line.id = static_cast<EvidenceLineId>(graph->evidence_lines.size() + 1);
          graph->evidence_lines.push_back(std::move(line));
        }
      }
    }
  }
}

}  // namespace claimgraph
