// self-contradiction: two claims of one document that cannot both be true.
//
// Most sentences that look opposite are not: they speak of other people, other
// doses, too little of the thing, or of studies that disagree.  So both claims
// must be plain statements about the same thing, outcome, people and comparator,
// and neither sentence may name a condition.

#include <map>

#include "core/text/normalize.h"
#include "queries/rules/pattern.h"
#include "queries/rules/rule_list.h"
#include "queries/rules/support.h"

namespace claimgraph {
namespace {

const Pattern& Condition() {
  static const Pattern pattern(
      R"(\b(?:however|but|although|though|while|whereas|unless|if|when|except|despite|some(?:times)?|others?|)"
      R"(initially|at first|temporar\w+|short[- ]term|long[- ]term|acute\w*|chronic\w*|after|before|during|until|)"
      R"(lack|without|poor|too (?:much|little|many|few)|excess\w*|insufficient|low|high|depriv\w+|loss|withdrawal|)"
      R"(quitting|stopping|less|more|over|under|moderate|heavy|only|in (?:those|people|patients|women|men|children|adults|mice|rats))\b)");
  return pattern;
}

// What the words say must bear out what was made of them: the thing itself opens
// the claim and acts ("vitamin D deficiency causes" speaks of something else), and
// its outcome is named.
bool Says(const Claim& claim, const Proposition& p) {
  if (claim.causal_cues.empty()) return false;
  const std::string words = Fold(claim.text);
  const std::string thing = Fold(p.intervention);
  const std::string verb = Fold(claim.causal_cues.front().text);
  static const Pattern kOpening(R"(^(?:(?:a|an|the|regular|daily|weekly) ?)?$)");
  static const Pattern kAdverbs(
      R"(^(?: (?:can|may|also|really|does|will|often|always|clearly|usually|simply|directly|therefore))* $)");
  const std::size_t at = words.find(thing);
  const std::size_t acts = words.find(verb, at == std::string::npos ? 0 : at + thing.size());
  if (at == std::string::npos || acts == std::string::npos) return false;
  const std::string_view all = words;
  return kOpening.In(all.substr(0, at)) &&
         kAdverbs.In(all.substr(at + thing.size(), acts - at - thing.size())) &&
         words.find(Fold(p.outcome), acts) != std::string::npos;
}

// One direction for all: "raises energy and lowers stress" is two claims in one,
// and easily taken apart wrongly.
bool OneWay(const DocumentGraph& graph, const Claim& claim) {
  const auto way = [&](PropositionId id) {
    const Proposition* p = FindById(graph.propositions, id);
    return p == nullptr ? Direction::kUnstated : p->direction;
  };
  return std::all_of(claim.propositions.begin(), claim.propositions.end(),
                     [&](PropositionId id) { return way(id) == way(claim.propositions[0]); });
}

bool IsPlainStatement(const DocumentGraph& graph, const Claim& claim) {
  static const Pattern kNumbers(R"(\d)");  // one measurement is no statement about all
  if (kNumbers.In(claim.text)) return false;

  if (claim.attributed || claim.certainty == AssertedCertainty::kHedged) return false;
  if (claim.kind != ClaimKind::kEffect && claim.kind != ClaimKind::kMechanism) return false;
  return !Condition().In(SentenceOf(graph, claim));
}

// 1, -1 or 0 (no effect); 2 where the direction opposes nothing.
int Sign(const Claim& claim, Direction direction) {
  if (claim.negated) return 0;
  switch (direction) {
    case Direction::kIncrease:
    case Direction::kImprove:
      return 1;
    case Direction::kDecrease:
    case Direction::kWorsen:
      return -1;
    case Direction::kNoEffect:
      return 0;
    case Direction::kUnstated:
      break;
  }
  return 2;
}

// "improves anxiety" and "reduces anxiety" agree: a kind of words is compared
// with its own opposite, and a denial with anything.
bool Oppose(const Claim& a, Direction a_way, const Claim& b, Direction b_way) {
  const int sign_a = Sign(a, a_way);
  const int sign_b = Sign(b, b_way);
  if (sign_a == 2 || sign_b == 2 || sign_a == sign_b) return false;
  if (sign_a == 0 || sign_b == 0) return true;
  const auto amount = [](Direction d) {
    return d == Direction::kIncrease || d == Direction::kDecrease;
  };
  return amount(a_way) == amount(b_way);
}

struct Statement {
  const Claim* claim = nullptr;
  const Proposition* proposition = nullptr;
};

std::string Subject(const Proposition& p) {
  return Cat(p.intervention, "|", p.outcome, "|", p.population, "|", p.comparator);
}

std::vector<Finding> Run(const RuleInput& input) {
  // The first two statements of each subject that differ are enough: one finding
  // a subject.
  std::map<std::string, Statement> first;
  std::map<std::string, bool> told;
  std::vector<Finding> findings;
  for (const Claim& claim : input.graph.claims) {
    if (!IsPlainStatement(input.graph, claim) || !OneWay(input.graph, claim)) continue;
    for (const PropositionId id : claim.propositions) {
      const Proposition* p = FindById(input.graph.propositions, id);
      if (p == nullptr || p->intervention.empty() || p->outcome.empty()) continue;
      if (!Says(claim, *p)) continue;
      const std::string subject = Subject(*p);
      const auto [at, is_new] = first.try_emplace(subject, Statement{&claim, p});
      const Statement& before = at->second;
      if (is_new || before.claim == &claim || told[subject]) continue;
      if (!Oppose(*before.claim, before.proposition->direction, claim, p->direction)) continue;
      told[subject] = true;
      findings.push_back(
          AtClaim(kSelfContradiction, claim,
                  Cat(Quote(claim.text), " contradicts ", Quote(before.claim->text),
                      " earlier in the same document"),
                  "keep the one that the evidence bears out, or say when each holds"));
    }
  }
  return findings;
}

}  // namespace

constinit const Rule kSelfContradiction = {
    .name = "self-contradiction",
    .severity = Severity::kError,
    .scope = RuleScope::kDocument,
    .subject = RuleSubject::kHealth,
    .summary = "two statements of one document that cannot both be true",
    .why = "At least one is wrong, and the reader cannot tell which.",
    .bad = "Tea raises cortisol. ... Tea lowers cortisol.",
    .good = "Tea raises cortisol for an hour and lowers it over the day [4].",
    .limits =
        "Compares plain statements about the same subject, outcome and people. Left alone: "
        "cautious "
        "wording, results of different studies, and sentences that name a condition.",
    .run = Run,
};

}  // namespace claimgraph
