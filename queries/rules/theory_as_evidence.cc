// theory-as-evidence: a causal claim whose only support is a theory, a framework
// or an opinion.

#include "queries/rules/pattern.h"
#include "queries/rules/rule_list.h"
#include "queries/rules/support.h"

namespace claimgraph {
namespace {

const Pattern& TheoryProves() {
  static const Pattern pattern(
      R"(\b((?:theory|model|framework|hypothesis|concept|philosophy)\b[^.;]{0,50}?\s(?:\w+ly\s+)?)"
      R"((?:proves?|demonstrates?|shows?|confirms?|establishes|has (?:proven|shown|demonstrated)))\b)");
  return pattern;
}

// An animal or laboratory model does show something.
const Pattern& ResearchModel() {
  static const Pattern pattern(
      R"(\b(?:not|fail\w*|trial|study|studies|tested|experiments?|data)\b|\b(?:animal|mouse|murine|rat|cell|regression|statistical|predictive|mixed|logistic|linear|mathematical|computer|in vitro) (?:\w+ )?models?\b)");
  return pattern;
}

// The sentence says itself that it tells a theory.
const Pattern& ToldAsTheory() {
  static const Pattern pattern(
      R"(\b(?:theor(?:y|ies|etical\w*)|models?|frameworks?|hypothes[ie]s|concepts?|propos\w+|argues?|suggests?)\b)");
  return pattern;
}

// "Theory-based training: a trial" is no theory.
const Pattern& TestedSomething() {
  static const Pattern pattern(
      R"(-based|\btrial|randomi[sz]|\beffects?\b|\bintervention|\bprogram|\btraining\b|\bstudy\b)");
  return pattern;
}

bool AllTheory(const std::vector<const Reference*>& sources) {
  return !sources.empty() && std::all_of(sources.begin(), sources.end(), [](const Reference* r) {
    return r->design == StudyDesign::kTheory && !TestedSomething().In(r->title);
  });
}

std::vector<Finding> Run(const RuleInput& input) {
  std::vector<Finding> findings;
  for (const Claim& claim : input.graph.claims) {
    if (!IsCausal(claim)) continue;
    const std::string_view sentence = SentenceOf(input.graph, claim);
    if (const std::string_view words = TheoryProves().Words(sentence);
        !words.empty() && !ResearchModel().In(sentence)) {
      findings.push_back(AtClaim(
          kTheoryAsEvidence, claim,
          Cat(Quote(words), ": a theory explains, it does not show that ", Quote(claim.text)),
          Advice("cite a study that tested it, or write \"proposes\"", claim)));
      continue;
    }
    const bool plain = claim.certainty != AssertedCertainty::kHedged && !claim.attributed &&
                       !ToldAsTheory().In(sentence);
    if (!plain || claim.strength != CausalStrength::kDirectCausal) continue;
    const std::vector<const Reference*> sources = CitedReferences(input.graph, claim);
    if (!AllTheory(sources)) continue;
    Finding finding =
        AtClaim(kTheoryAsEvidence, claim,
                Cat(Quote(claim.text), " is stated as fact, but ", Label(*sources[0]), " is ",
                    Description(sources[0]->design), ": it observed nobody"),
                Advice("cite a study that tested it, or say that it is a theory", claim));
    for (const Reference* source : sources) finding.references.push_back(source->id);
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

constinit const Rule kTheoryAsEvidence = {
    .name = "theory-as-evidence",
    .severity = Severity::kWarning,
    .scope = RuleScope::kDocument,
    .subject = RuleSubject::kHealth,
    .summary = "a theory or framework cited as if it had shown an effect",
    .why = "A theory says how something could work. Whether it does is for a study to find.",
    .bad = "Tea heals grief (Hill, 2018).  [its title: \"The warm-cup model\"]",
    .good = "The warm-cup model (Hill, 2018) proposes that tea comforts; no trial has tested it.",
    .limits =
        "Knows a theory by the words of its title. Left alone: \"the model suggests\", and animal, "
        "laboratory and statistical models.",
    .run = Run,
};

}  // namespace claimgraph
