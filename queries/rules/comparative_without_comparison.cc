// comparative-without-comparison: "better", and no study that compared.

#include "queries/rules/pattern.h"
#include "queries/rules/rule_list.h"
#include "queries/rules/support.h"

namespace claimgraph {
namespace {

// One treatment set above another by what it does.  "Better sleep" and "feel
// better" compare nothing but before and after.
const Pattern& Unnamed() {
  static const Pattern pattern(
      R"(\b(?:far |much |significantly |even |considerably |a lot )?(?:more|most|less|least) (?:\w+ and )?)"
      R"((?:effective(?:ly)?|efficient(?:ly)?|powerful|beneficial|helpful|useful|successful|potent|reliable|gentle)\b)"
      R"(|\b(?:the |single )*best (?:\w+ )?(?:way|treatment|therapy|remedy|method|exercise|medicine|cure|thing|option|tool|form|kind)\b)"
      R"(|\b(?:superior|safer|outperforms?|unrivalled|second to none|works best)\b)");
  return pattern;
}

// "better than X", "as well as X": the other side is named.  Amounts ("more common
// than", "longer than 4 weeks") compare no treatments.
const Pattern& Named() {
  static const Pattern pattern(
      R"(\b(?:better|worse|stronger|safer|more (?:effective(?:ly)?|powerful(?:ly)?|efficient(?:ly)?|beneficial|helpful|useful|reliable))\b.{0,40}\bthan\b)"
      R"(|\b(?:superior to|inferior to|outperforms?|as (?:effective|good|powerful|well|strong) as|(?:beats?|works? better than))\b)");
  return pattern;
}

// "than before": not two treatments.  Nor is a control group, or a treatment that
// is still looked for.
const Pattern& NoTreatment() {
  static const Pattern pattern(
      R"(\bthan (?:you|we|they|it|he|she|I|usual|normal|before|ever|just|one|necessary|a (?:single|few))\b)"
      R"(|\b(?:control group|placebo|waiting list|usual care|develop\w*|studying|looking for|search\w*|needed|find(?:ing)? (?:new|better)|hypothes\w*|expected|our (?:results|criteria|findings|study)|they (?:observed|found|reported)|reports? have)\b)");
  return pattern;
}

// "most effective when taken early": the treatment is compared with itself.
const Pattern& Conditional() {
  static const Pattern pattern(
      R"(\bto be (?:the )?(?:more|most)\b|\b(?:more|most|less|least) \w+ (?:when|if|in|for|at|during|rather)\b)");
  return pattern;
}

std::vector<Finding> Run(const RuleInput& input) {
  std::vector<Finding> findings;
  for (const Claim& claim : input.graph.claims) {
    if (claim.kind != ClaimKind::kComparison || !IsUncited(claim) || !FallsShort(claim.verdict)) {
      continue;
    }
    if (NoTreatment().In(claim.text) || !CanCarryCitation(input.graph, claim)) continue;
    const std::string_view words = Unnamed().Words(claim.text);
    const bool named = Named().In(claim.text);
    if (!named && (words.empty() || Conditional().In(claim.text))) continue;
    findings.push_back(AtClaim(
        kComparativeWithoutComparison, claim,
        named ? Cat(Quote(claim.text), " compares, but cites no study that compared the two")
              : Cat(Quote(words), " in ", Quote(claim.text),
                    " does not say than what, and cites no ", "comparison"),
        Advice(named ? "cite a study that compared them"
                     : "say what it is compared with, and cite the study",
               claim)));
  }
  return findings;
}

}  // namespace

constinit const Rule kComparativeWithoutComparison = {
    .name = "comparative-without-comparison",
    .severity = Severity::kWarning,
    .scope = RuleScope::kDocument,
    .subject = RuleSubject::kHealth,
    .summary = "\"better\" or \"more effective\" with no study that compared",
    .why = "Only a study with both arms can say which of the two is better.",
    .bad = "Tea works better than any medicine.",
    .good = "In one trial, tea and paracetamol eased sore throats alike (Hill, 2018).",
    .limits =
        "Does not read whether a cited study compared the two; only uncited comparisons are "
        "flagged.",
    .run = Run,
};

}  // namespace claimgraph
