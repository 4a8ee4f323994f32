// dropped-caveat: what the authors said against their own result is left out.

#include "queries/rules/claim_records.h"
#include "queries/rules/pattern.h"
#include "queries/rules/rule_list.h"

namespace claimgraph {
namespace {

// The gravest thing that the authors say against their own result.
std::string CaveatOf(const GraphReader& reader, const std::string& source) {
  const NodeRef document = reader.Named("source:" + source);
  std::string caveat;
  for (const NodeRef node : reader.Neighbours(document, EdgeKind::kHasRecord, Way::kOut)) {
    const Result<Record> record = reader.FindRecord(RecordId{node.id});
    if (!record) continue;
    for (const Fact& fact : record->facts) {
      const bool weak =
          fact.kind == FactKind::kCertainty && (fact.value == "low" || fact.value == "very low");
      if (weak) return Cat("its authors rate the certainty ", fact.value);
      if (fact.kind == FactKind::kLimitation && caveat.empty()) caveat = Quote(fact.value);
    }
  }
  return caveat;
}

bool Limits(std::string_view words) {
  static const Pattern kLimits(
      R"(\b(?:but|however|though|although|caution|limited|low|small|weak|preliminary|uncertain|further|more research|not clear|bias)\b)");
  return kLimits.In(words);
}

std::string_view NextSentence(const DocumentGraph& graph, const Claim& claim) {
  const std::size_t next = claim.sentence + 1;
  if (next >= graph.document.sentences.size()) return {};
  return graph.document.Words(graph.document.sentences[next].span);
}

std::vector<Finding> Run(const RuleInput& input) {
  const EvidenceByClaim evidence(input.graph);
  std::vector<Finding> findings;
  for (const Claim& claim : input.graph.claims) {
    if (IsUncited(claim) || claim.certainty == AssertedCertainty::kHedged || claim.negated)
      continue;
    if (Limits(SentenceOf(input.graph, claim)) || Limits(NextSentence(input.graph, claim)))
      continue;
    const auto lines = evidence.Of(claim.id);
    for (const EvidenceLine* line : lines) {
      if (line->record.empty() || line->stance != Stance::kSupports) continue;
      const std::string caveat = CaveatOf(input.reader, line->record);
      if (caveat.empty()) continue;
      findings.push_back(AtClaimWithEvidence(
          kDroppedCaveat, claim, lines,
          Cat(Quote(claim.text), " leaves out what its source says against itself: ", caveat),
          Advice("say it too", claim)));
      break;
    }
  }
  return findings;
}

}  // namespace

constinit const Rule kDroppedCaveat = {
    .name = "dropped-caveat",
    .severity = Severity::kInfo,
    .scope = RuleScope::kGraph,
    .subject = RuleSubject::kHealth,
    .summary = "the source limits its result, and the claim does not",
    .why = "The authors' own warning is the part that a reader most needs and least often gets.",
    .bad =
        "Massage relieves pain (Hill, 2018).  [Hill: \"the certainty was low; larger trials are "
        "needed\"]",
    .good = "Massage may relieve pain, though the certainty was low (Hill, 2018).",
    .limits =
        "Only for plain and boosted words, where neither the sentence nor the next one limits "
        "them. Needs a record of the study in the store (`claimgraph import`).",
    .run = Run,
};

}  // namespace claimgraph
