// phantom-studies: "studies show", and no study anywhere near.

#include "queries/rules/pattern.h"
#include "queries/rules/rule_list.h"
#include "queries/rules/support.h"

namespace claimgraph {
namespace {

const Pattern& Appeal() {
  static const Pattern pattern(
      R"((?:\b(?:(?:many|most|several|numerous|countless|various|some|recent|clinical|scientific|new|)"
      R"(stronger|a number of|of|the|more|two|three|dozens of|hundreds of)\s+)*)"
      R"(\b(?:studies|trials|research|researchers|scientists|science|experts|evidence|experiments|)"
      R"(meta-analyses|reviews)\s+(?:(?:have|has|had|also|now|consistently|clearly|repeatedly|)"
      R"(already|recently|long)\s+){0,3})"
      R"((?:shows?|shown|found|finds?|proves?|proven|proved|suggests?|suggested|demonstrates?|)"
      R"(demonstrated|confirms?|confirmed|indicates?|indicated|reveals?|revealed|backs?|backed|)"
      R"(supports?|supported|agree|says?|tells? us|reports?|reported|concluded?|established|links?|linked))\b)"
      R"(|\b(?:scientifically|clinically)\s+(?:proven|shown|tested|proved|demonstrated)\b)"
      R"(|\b(?:according to|backed by|supported by|proven by)\s+(?:\w+\s+){0,2}(?:studies|research|science)\b)");
  return pattern;
}

// Studies that the text has named before, or the writer's own.
const Pattern& Definite() {
  static const Pattern pattern(
      R"(\b(?:the|these|those|our|both|such|all|included)\s+(?:[\w()-]+\s+){0,2}(?:studies|trials|reviews|experiments|meta-analyses)\b|\bour (?:\w+ )?(?:research|evidence)\b)");
  return pattern;
}

std::vector<Finding> Run(const RuleInput& input) {
  std::vector<Finding> findings;
  for (const Claim& claim : input.graph.claims) {
    if (!IsUncited(claim) || !FallsShort(claim.verdict)) continue;
    if (!CanCarryCitation(input.graph, claim)) continue;
    // The claim's own words may begin after "Studies show that".
    const std::string_view sentence = SentenceOf(input.graph, claim);
    const std::string_view appeal = Appeal().Words(sentence);
    if (appeal.empty() || Definite().In(sentence)) continue;
    const std::string what = claim.text.find(appeal) != std::string::npos
                                 ? Quote(claim.text)
                                 : Cat(Quote(appeal), " before ", Quote(claim.text));
    findings.push_back(AtClaim(kPhantomStudies, claim,
                               Cat(what, " names no study and cites none, so nobody can check it"),
                               Advice("name and cite the study, or take the appeal out", claim)));
  }
  return findings;
}

}  // namespace

constinit const Rule kPhantomStudies = {
    .name = "phantom-studies",
    .severity = Severity::kWarning,
    .scope = RuleScope::kDocument,
    .subject = RuleSubject::kHealth,
    .summary = "\"studies show\" where no study is cited",
    .why =
        "The words borrow the weight of research without giving the reader any research to read.",
    .bad = "Studies have found that tea cures colds.",
    .good = "Two trials found shorter colds with tea [4,5].",
    .limits =
        "Left alone: \"more studies are needed\", the author's own study, and summaries of studies "
        "that the document cites nearby.",
    .run = Run,
};

}  // namespace claimgraph
