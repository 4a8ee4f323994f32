// anecdote-as-evidence: a claim that rests on what clients say or the writer saw.
//
// Anecdotes that claim nothing are not claims and never reach this rule.

#include "queries/rules/pattern.h"
#include "queries/rules/rule_list.h"
#include "queries/rules/support.h"

namespace claimgraph {
namespace {

const Pattern& Anecdote() {
  static const Pattern pattern(
      R"(\b(?:(?:one|many|most|some|all) of )?(?:my|our) (?:own )?(?:\w+ )?)"
      R"((?:clients?|patients?|customers?|students?|members|guests|readers|friends?|mother|father|sister|brother|husband|wife)\b)"
      R"(|\bin (?:my|our) (?:own )?(?:\w+ )?(?:experience|practice|clinic)\b)"
      R"(|\b(?:I|we)(?:(?:'|’)ve| have) (?:\w+ )?(?:seen|watched|witnessed|noticed|found that (?:my|our))\b)"
      R"(|\b(?:many|most|countless|lots of|plenty of|numerous)(?: \w+)? )"
      R"((?:people|clients|users|customers|women|men|parents|athletes|runners|patients)(?: who \w+ \w+)? )"
      R"((?:report|say|swear|tell|claim|find|describe|notice|love)\b)"
      R"(|\btestimonials?\b|\bword of mouth\b|\bworked (?:wonders )?for me\b)");
  return pattern;
}

// An author's own study speaks of "our patients" too, and shows numbers.
bool IsOwnStudy(const Claim& claim) {
  return claim.citation_status == CitationStatus::kSelfAttributed &&
         (claim.kind == ClaimKind::kReportedResult || !claim.effects.empty());
}

// "She slept through the night": who she is, the sentence before may tell.
const Pattern& Pronoun() {
  static const Pattern pattern(R"(\b(?:she|he|her|his)\b)");
  return pattern;
}

std::string_view Witness(const DocumentGraph& graph, const Claim& claim) {
  const std::string_view sentence = SentenceOf(graph, claim);
  const std::string_view here = Anecdote().Words(sentence);
  if (!here.empty() || claim.sentence == 0 || !Pronoun().In(sentence)) return here;
  const auto& sentences = graph.document.sentences;
  if (claim.sentence >= sentences.size()) return {};
  const Sentence& before = sentences[claim.sentence - 1];
  if (before.block != sentences[claim.sentence].block) return {};
  return Anecdote().Words(graph.document.Words(before.span));
}

std::vector<Finding> Run(const RuleInput& input) {
  std::vector<Finding> findings;
  for (const Claim& claim : input.graph.claims) {
    if (IsCited(claim) || IsOwnStudy(claim) || !FallsShort(claim.verdict)) continue;
    const std::string_view witness = Witness(input.graph, claim);
    if (witness.empty()) continue;
    findings.push_back(AtClaim(
        kAnecdoteAsEvidence, claim,
        Cat(Quote(claim.text), " rests on ", Quote(witness),
            "; without a comparison nobody can tell what made the difference"),
        Advice("cite a study with a comparison group, or tell it as one experience", claim)));
  }
  return findings;
}

}  // namespace

constinit const Rule kAnecdoteAsEvidence = {
    .name = "anecdote-as-evidence",
    .severity = Severity::kWarning,
    .scope = RuleScope::kDocument,
    .subject = RuleSubject::kHealth,
    .summary = "what clients say, offered as proof",
    .why =
        "People get better by themselves, and those who did not are not asked. Only a comparison "
        "shows what a treatment did.",
    .bad = "Many of my clients sleep better, which shows that tea works.",
    .good = "Some of my clients say they sleep better; whether tea is the reason is not known.",
    .limits = "Left alone: stories that claim nothing, and claims that also cite a study.",
    .run = Run,
};

}  // namespace claimgraph
