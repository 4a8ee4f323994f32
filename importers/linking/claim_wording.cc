#include "importers/linking/claim_wording.h"

#include <functional>
#include <map>
#include <string_view>

#include "core/appraisal/wording.h"
#include "importers/extraction/vocabulary.h"

namespace claimgraph {
namespace {

// A rewrite is offered only where both sides are known concepts.
bool NamesIntervention(std::string_view label) {
  const std::vector<ConceptIndex> found = ConceptsOf(label);
  return !found.empty() && Row(found.front()).role == ConceptRole::kIntervention;
}

bool NamesOutcome(std::string_view label) {
  const std::vector<ConceptIndex> found = ConceptsOf(label);
  return !found.empty() && Row(found.front()).role != ConceptRole::kIntervention &&
         Row(found.front()).role != ConceptRole::kBody &&
         Row(found.front()).role != ConceptRole::kPopulation;
}

// "migraine" is what people have, not who they are.
std::string People(const std::string& population) {
  const std::vector<ConceptIndex> found = ConceptsOf(population);
  const bool condition = !found.empty() && Row(found.front()).role == ConceptRole::kCondition;
  return condition ? "people with " + population : population;
}

// Labels are lower case without hyphens; a sentence wants its capitals back.
std::string AsWritten(const std::string& label) {
  static const std::map<std::string, std::string, std::less<>> kWritten = {
      {"adhd", "ADHD"},
      {"ptsd", "PTSD"},
      {"ocd", "OCD"},
      {"copd", "COPD"},
      {"hiv", "HIV"},
      {"pms", "PMS"},
      {"pcos", "PCOS"},
      {"lsd", "LSD"},
      {"mdma", "MDMA"},
      {"cbd", "CBD"},
      {"emdr", "EMDR"},
      {"gaba", "GABA"},
      {"bdnf", "BDNF"},
      {"nmn", "NMN"},
      {"bpa", "BPA"},
      {"bcaas", "BCAAs"},
      {"coq10", "CoQ10"},
      {"nsaids", "NSAIDs"},
      {"covid 19", "COVID-19"},
      {"omega 3", "omega-3"},
      {"mmr vaccine", "MMR vaccine"},
      {"ldl cholesterol", "LDL cholesterol"},
      {"hdl cholesterol", "HDL cholesterol"},
      {"vitamin a", "vitamin A"},
      {"vitamin b12", "vitamin B12"},
      {"b vitamins", "B vitamins"},
      {"vitamin c", "vitamin C"},
      {"vitamin d", "vitamin D"},
      {"vitamin e", "vitamin E"},
      {"vitamin k", "vitamin K"},
      {"parkinson's disease", "Parkinson's disease"},
      {"st john's wort", "St John's wort"},
      {"mediterranean diet", "Mediterranean diet"},
      {"pilates", "Pilates"},
      {"reiki", "Reiki"},
      {"pnf stretching", "PNF stretching"},
      {"glp 1 drugs", "GLP-1 drugs"},
      {"vo2 max", "VO2 max"},
      {"swedish massage", "Swedish massage"}};
  const auto known = kWritten.find(label);
  return known == kWritten.end() ? label : known->second;
}

}  // namespace

std::string OfferWording(const Claim& claim, const std::vector<const Proposition*>& propositions,
                         int level) {
  Statement statement;
  for (const Proposition* proposition : propositions) {
    const Proposition& p = *proposition;
    if (statement.outcomes.empty()) {
      statement.intervention = AsWritten(p.intervention);
      statement.direction = p.direction;
      statement.population = People(p.population);
    }
    if (p.direction == statement.direction && NamesOutcome(p.outcome)) {
      statement.outcomes.push_back(AsWritten(p.outcome));
    }
  }
  // Without a verb of effect, what does what to what is a guess; and so is the
  // subject that "it" or "eleven minutes a week" stands for.
  const bool known = claim.strength != CausalStrength::kNone &&
                     NamesIntervention(statement.intervention) &&
                     ShareConcept(claim.text, statement.intervention) &&
                     statement.direction != Direction::kUnstated;
  const std::string rewritten = known ? Rewrite(statement, level) : std::string();
  return rewritten.empty() ? std::string(GenericAdvice(level)) : rewritten;
}

}  // namespace claimgraph
