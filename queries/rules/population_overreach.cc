// population-overreach: what was found in some people, said of others or of all.

#include "core/text/normalize.h"
#include "queries/rules/pattern.h"
#include "queries/rules/rule_list.h"
#include "queries/rules/support.h"

namespace claimgraph {
namespace {

const Pattern& Everyone() {
  static const Pattern pattern(
      R"(\b(?:everyone|everybody|anyone|anybody|all (?:people|ages|adults|humans|patients|populations|of us)|)"
      R"((?:people|adults|employees|patients|women|men|children) of (?:all|every|any) ages?|any age|every age|)"
      R"(whatever (?:their|your) (?:age|job|condition|health)|regardless of age|the whole population)\b)");
  return pattern;
}

// "these findings can be applied to anyone"
const Pattern& Extends() {
  static const Pattern pattern(
      R"(\b(?:findings?|results?|benefits?|effects?|evidence|conclusions?)\b.{0,40}\b(?:appl(?:y|ies|ied)|extends?|extended|generali[sz]es?|generali[sz]ed|carr(?:y|ies) over|transfers?)\b.{0,20}\b(?:to|for)\b)");
  return pattern;
}

// "So massage gives everyone ...": a conclusion from what was cited before.
const Pattern& Concludes() {
  static const Pattern pattern(R"(^(?:so|therefore|thus|hence|in short|this means)\b)");
  return pattern;
}

constexpr std::size_t kNamedWithin = 2000;  // bytes; bounds the search in endless sentences

// The claim's own words name its people: "in children", "for nurses".
bool NamesPeople(const Claim& claim, std::string_view population) {
  const std::string words = Fold(std::string_view(claim.text).substr(0, kNamedWithin));
  const std::string wanted = Fold(population.substr(0, population.find(' ')));
  if (wanted.empty()) return false;
  for (const std::string_view before : {"in ", "for ", "among ", "of ", "with "}) {
    for (std::size_t at = words.find(before); at != std::string::npos;
         at = words.find(before, at + 1)) {
      const std::size_t found = words.find(wanted, at);
      if (found != std::string::npos && found - at <= 25) return true;
    }
  }
  return false;
}

// Groups of people, or animals, that no member of another is in.
std::string Group(std::string_view words) {
  static const Pattern kGroups(
      R"(\b(nurse|child|adolescent|teenager|women|men|student|athlete|runner|worker|employee|staff|veteran|infant|newborn|mice|rat|dog|elderly|older adult|carer|caregiver|pilot|soldier|teacher|pregnan|mother)(?:s|ren|cy|t)?\b)");
  static const Pattern kOfficeStaff(R"(^(?:worker|employee|staff))");
  const std::string_view group = kGroups.Words(words);
  return kOfficeStaff.In(group) ? "employee" : Fold(group);
}

// The source's title names its people, and the claim names others.
bool StudiedOthers(const Reference& source, const Claim& claim) {
  const std::string studied = Group(source.title);
  const std::string claimed = Group(claim.text);
  return !studied.empty() && !claimed.empty() && studied != claimed &&
         Fold(claim.text).find(studied) == std::string::npos &&
         Fold(source.title).find(claimed) == std::string::npos;
}

// True when every source studied people of another kind than those named.
bool OtherPeople(const DocumentGraph& graph, const Claim& claim,
                 std::span<const EvidenceLine* const> lines) {
  if (lines.empty()) return false;
  const Proposition* p = FindById(graph.propositions, lines[0]->proposition);
  if (p == nullptr || !NamesPeople(claim, p->population)) return false;
  const Reference* source = FindById(graph.references, lines[0]->reference);
  return source != nullptr && StudiedOthers(*source, claim) &&
         std::all_of(lines.begin(), lines.end(), [](const EvidenceLine* line) {
           return line->population == Directness::kDifferent;
         });
}

bool SomeSamePeople(std::span<const EvidenceLine* const> lines) {
  return std::any_of(lines.begin(), lines.end(), [](const EvidenceLine* line) {
    return line->population == Directness::kDirect;
  });
}

bool JudgedTooWide(const Claim& claim) {
  const Reason* reason = DecidedBy(claim);
  static const Pattern kSomebody(
      R"(\b(?:people|populations?|groups?|patients|adults|women|men|children|everyone|anyone|those|individuals|clients|workers|employees|athletes|humans?|us)\b)");
  static const Pattern kCautious(R"(\bnot\b|\bcannot\b|limit|caution)");
  return reason != nullptr && kSomebody.In(claim.text) && !kCautious.In(claim.text) &&
         (reason->rule == "beyond-population" || reason->rule == "wider-population");
}

Finding Make(const RuleInput& input, const Claim& claim, std::span<const EvidenceLine* const> lines,
             std::string message) {
  Finding finding =
      AtClaim(kPopulationOverreach, claim, std::move(message),
              "name the people who were studied, or cite a study of these");
  for (const EvidenceLine* line : lines) finding.evidence.push_back(line->id);
  for (const Reference* source : CitedReferences(input.graph, claim)) {
    finding.references.push_back(source->id);
  }
  return finding;
}

std::vector<Finding> Run(const RuleInput& input) {
  const EvidenceByClaim evidence(input.graph);
  std::vector<Finding> findings;
  for (const Claim& claim : input.graph.claims) {
    if (claim.certainty == AssertedCertainty::kHedged && !JudgedTooWide(claim)) continue;

    const auto lines = evidence.Of(claim.id);
    const std::string_view everyone = Everyone().Words(claim.text);
    const bool extends = Extends().In(claim.text) || Concludes().In(claim.text);
    if (!everyone.empty() && FallsShort(claim.verdict) &&
        (extends || claim.kind == ClaimKind::kGeneralisation ||
         (IsCited(claim) && !SomeSamePeople(lines)))) {
      findings.push_back(Make(input, claim, lines,
                              Cat(Quote(everyone), " in ", Quote(claim.text),
                                  " goes beyond the people who were studied")));
    } else if (OtherPeople(input.graph, claim, lines)) {
      const Reference* source = FindById(input.graph.references, lines[0]->reference);
      findings.push_back(Make(input, claim, lines,
                              Cat(Quote(claim.text), " rests on a study of other people: ",
                                  source == nullptr       ? std::string("see its source")
                                  : source->title.empty() ? Label(*source)
                                                          : Quote(source->title))));
    } else if (JudgedTooWide(claim)) {
      findings.push_back(
          Make(input, claim, lines,
               Cat(Quote(claim.text), " speaks of more people than the results behind it do")));
    }
  }
  return findings;
}

}  // namespace

constinit const Rule kPopulationOverreach = {
    .name = "population-overreach",
    .severity = Severity::kWarning,
    .scope = RuleScope::kDocument,
    .subject = RuleSubject::kHealth,
    .summary = "what was found in some people, said of others or of everyone",
    .why = "What helps people with one condition or of one age may do nothing, or harm, in others.",
    .bad = "Tea eased colds in nurses [4], so everyone will have milder colds.",
    .good = "Tea eased colds in nurses [4]; whether it helps others is not known.",
    .limits =
        "Knows whom a source studied from its title only. Left alone: cautious wording, and claims "
        "of which one source did study the same people.",
    .run = Run,
};

}  // namespace claimgraph
