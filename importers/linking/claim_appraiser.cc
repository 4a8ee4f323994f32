// Two things the arithmetic of core/appraisal cannot see are gathered here: what
// the claim's words do (universal, absolute, from absence of evidence), and what
// stands around it (a caveat just before, a title that says "associated with").

#include "importers/linking/claim_appraiser.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/appraisal/causal_ladder.h"
#include "core/appraisal/verdict.h"
#include "core/text/normalize.h"
#include "importers/extraction/cues.h"
#include "importers/extraction/vocabulary.h"
#include "importers/linking/claim_wording.h"

namespace claimgraph {
namespace {

bool Contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool ContainsAny(std::string_view text, std::initializer_list<std::string_view> parts) {
  return std::ranges::any_of(parts, [text](std::string_view p) { return Contains(text, p); });
}

// "p > 0.05 confirms no association", "this demonstrates that it does not
// affect ...": a null result read as proof of absence.
bool AbsenceFromNull(std::string_view folded) {
  if (ContainsAny(folded,
                  {"demonstrates that", "proves that", "confirms that", "establishes that"}) &&
      ContainsAny(folded, {"do not affect", "does not affect", "have no effect", "has no effect",
                           "do not cause", "does not cause", "is not affected"})) {
    return true;
  }
  for (const std::string_view verb :
       {"confirm no ", "confirms no ", "confirmed no ", "indicating no ", "indicates no ",
        "indicate no ", "proves no ", "prove no ", "demonstrates no ", "demonstrate no ",
        "establishes no "}) {
    const std::size_t at = folded.find(verb);
    if (at == std::string_view::npos) continue;
    const std::string_view rest = folded.substr(at + verb.size());
    // "no significant ...", "no clear ..." report; "no effect" concludes.
    if (!rest.starts_with("significant") && !rest.starts_with("clear") &&
        !rest.starts_with("obvious") && !rest.starts_with("meaningful") &&
        !rest.starts_with("evidence")) {
      return true;
    }
  }
  return false;
}

// A statement about a whole literature: "very few studies", "most of them".
bool SpeaksForLiterature(std::string_view folded) {
  return ContainsAny(folded, {"few studies", "few trials", "most studies", "most of them",
                              "most trials", "all studies", "all trials", "no study has",
                              "no studies", "most research", "majority of studies"});
}

bool IsAboutAnimals(std::string_view words) {
  return std::ranges::any_of(ConceptsOf(words), [](ConceptIndex c) {
    return Label(c) == "animals" || Label(c) == "mice" || Label(c) == "rats";
  });
}

constexpr std::string_view kStrongerThanConclusion = "stronger-than-conclusion";

class Appraiser {
 public:
  Appraiser(const std::vector<ExtractedClaim>& extracted, const RecordEvidence& evidence,
            const DecidedSources& decided, DocumentGraph* graph)
      : extracted_(extracted), evidence_(evidence), decided_(decided), graph_(*graph) {
    lines_.resize(graph->claims.size());
    for (const EvidenceLine& line : graph->evidence_lines) {
      lines_[Raw(line.claim) - 1].push_back(line);
    }
    cites_ = std::ranges::any_of(graph->citations,
                                 [](const Citation& c) { return !c.references.empty(); }) ||
             std::ranges::any_of(graph->references, [](const Reference& r) {
               return r.origin == ReferenceOrigin::kList;
             });
  }

  void Appraise(std::size_t i) {
    Claim& claim = graph_.claims[i];
    JudgeInputs in;
    in.kind = claim.kind;
    in.strength = claim.strength;
    in.certainty = CertaintyToJudge(i);
    in.negated = claim.negated;
    in.attributed = claim.attributed;
    in.citation_status = StatusToJudge(i);
    in.document_cites = cites_;
    in.everyone = BeyondEveryone(i);
    in.magnitude = !claim.magnitudes.empty();
    in.has_effect_size = !claim.effects.empty();
    in.reports_numbers = ReportsNumbers(i);
    in.sources_say_association = SourcesSayAssociation(i);
    in.named_source = NamesOneSource(claim);
    in.body = BodyWithRecords(i);
    // Numbers that the claim prints are its one source's; of several sources
    // nothing says whose.
    if (in.body.lines.size() == 1 && !in.body.lines.front().effect) {
      in.body.lines.front().effect = PrintedEffect(claim);
    }
    Judgement judged = Judge(in);
    const bool fine =
        judged.verdict == Verdict::kSupported || judged.verdict == Verdict::kWeaklySupported;
    const RecordVerdict by_records = JudgeByRecords(i, judged);
    const Reason overreach = by_records.reason.rule.empty() ? Overreach(i) : Reason{};
    if (!by_records.reason.rule.empty()) {
      judged.reasons.back() = by_records.reason;
      judged.verdict = by_records.verdict;
      if (by_records.reason.rule == kStrongerThanConclusion) {
        // Nobody should be told to say more than the authors do.
        judged.allowed_level = std::min(judged.allowed_level,
                                        AssertedLevel(claim.strength, AssertedCertainty::kHedged));
      }
    }
    const bool own = claim.citation_status == CitationStatus::kSelfAttributed;
    if ((fine || own) && !overreach.rule.empty()) {
      judged.reasons.back() = overreach;
      judged.verdict = Verdict::kOverstated;
    }
    claim.verdict = judged.verdict;
    claim.reasons = std::move(judged.reasons);
    claim.allowed_wording = Wording(i, judged);
  }

 private:
  struct RecordVerdict {
    Verdict verdict = Verdict::kUnsupported;
    Reason reason{};  // no rule: records do not settle it
  };

  const RecordFacts* FactsOf(const EvidenceLine& line) const {
    const std::size_t at = Raw(line.id) - 1;
    return at < evidence_.size() && evidence_[at].known ? &evidence_[at] : nullptr;
  }

  bool NamesNobody(const EvidenceLine& line) const {
    return IsSet(line.proposition) &&
           graph_.propositions[Raw(line.proposition) - 1].population.empty();
  }

  BodyInputs BodyWithRecords(std::size_t i) const {
    const std::vector<EvidenceLine> lines = OneLineForEachReference(lines_[i]);
    BodyInputs body = BodyOf(lines);
    for (std::size_t k = 0; k < lines.size(); ++k) {
      BodyLine& line = body.lines[k];
      line.names_nobody = NamesNobody(lines[k]);
      const RecordFacts* facts = FactsOf(lines[k]);
      if (facts == nullptr) continue;
      line.risk_of_bias = facts->body.risk_of_bias;
      line.effect = facts->body.effect;
      line.people = facts->body.people;
      line.includes = facts->body.includes;
      line.authored = facts->body.authored;
      line.authored_words = facts->body.authored_words;
    }
    return body;
  }

  static std::string WithoutBrackets(std::string_view text) {
    std::string bare;
    int depth = 0;
    for (const char c : text) {
      depth += c == '(';
      if (depth == 0) bare.push_back(c);
      depth -= c == ')' && depth > 0;
    }
    return bare;
  }

  // Every study that supports the claim tested a relative of what it is about.
  bool OnlyRelatives(std::size_t i) const {
    bool any = false;
    for (const EvidenceLine& line : lines_[i]) {
      if (line.stance != Stance::kSupports) continue;
      if (line.outcome == Directness::kDirect && line.intervention != Directness::kIndirect) {
        return false;
      }
      any |= line.intervention == Directness::kIndirect;
    }
    return any;
  }

  // What the lines on one outcome say together.
  static Stance Together(const std::vector<Stance>& stances) {
    for (const Stance stance : {Stance::kSupports, Stance::kUnknown, Stance::kNeutral,
                                Stance::kDisputes, Stance::kNoEvidence}) {
      if (std::ranges::find(stances, stance) != stances.end()) return stance;
    }
    return Stance::kUnknown;
  }

  // Stances by outcome, if every line of the claim was told of by a record.
  std::vector<Stance> StancesByOutcome(std::size_t i) const {
    std::map<PropositionId, std::vector<Stance>> lines;
    const std::string bare = WithoutBrackets(graph_.claims[i].text);
    for (const EvidenceLine& line : lines_[i]) {
      if (FactsOf(line) == nullptr) return {};
      const std::string& outcome = graph_.propositions[Raw(line.proposition) - 1].outcome;
      // "(a condition often comorbid with mood symptoms)" is not what was found.
      if (!ConceptsOf(outcome).empty() && !ShareConcept(bare, outcome)) continue;
      lines[line.proposition].push_back(line.stance);
    }
    std::vector<Stance> stances;
    for (const auto& [proposition, all] : lines) stances.push_back(Together(all));
    return stances;
  }

  static bool SaysItLasts(std::string_view folded) {
    return ContainsAny(folded, {"persist", "lasting", "long-term", "long term", "sustained",
                                "permanent", "maintained", "endur"}) &&
           !ContainsAny(folded, {"faded", "waned", "were lost", "did not last", "not maintained"});
  }

  // "Powerful", where the standardised difference is less than moderate.
  bool SmallerThanWords(std::size_t i) const {
    constexpr double kModerate = 0.5;
    if (graph_.claims[i].magnitudes.empty()) return false;
    bool any = false;
    for (const EvidenceLine& line : lines_[i]) {
      const RecordFacts* facts = FactsOf(line);
      if (facts == nullptr || !facts->body.effect) continue;
      if (facts->body.effect->measure != EffectMeasure::kSmd) continue;
      if (std::abs(facts->body.effect->value) >= kModerate) return false;
      any = true;
    }
    return any;
  }

  // What the authors of a source conclude, if those of every source say less.
  std::string WeakerConclusion(std::size_t i) const {
    std::string conclusion;
    for (const EvidenceLine& line : lines_[i]) {
      const RecordFacts* facts = FactsOf(line);
      if (facts == nullptr || facts->weaker_conclusion.empty()) return {};
      conclusion = facts->weaker_conclusion;
    }
    return conclusion;
  }

  RecordVerdict JudgeByRecords(std::size_t i, const Judgement& judged) const {
    const Claim& claim = graph_.claims[i];
    const auto verdict = [](Verdict v, std::string_view rule, std::string_view because) {
      return RecordVerdict{v, {"verdict", std::string(rule), 0, std::string(because)}};
    };
    const std::vector<Stance> stances = StancesByOutcome(i);
    if (stances.empty()) return {};
    const auto all = [&](Stance s) {
      return std::ranges::count(stances, s) == std::ssize(stances);
    };
    const auto any = [&](Stance s) { return std::ranges::find(stances, s) != stances.end(); };
    const bool own_list = std::ranges::all_of(
        lines_[i], [&](const EvidenceLine& line) { return FactsOf(line)->own_list; });
    if (own_list) {
      if (any(Stance::kDisputes)) {
        return verdict(Verdict::kContradicted, "own-reference-disputes",
                       "a study in the document's own list finds the contrary");
      }
      return verdict(Verdict::kWeaklySupported, "own-reference-supports",
                     "a study in the document's own list finds it; the claim does not cite it");
    }
    if (std::ranges::all_of(lines_[i],
                            [&](const EvidenceLine& line) { return FactsOf(line)->retracted; })) {
      return {};  // core/appraisal/verdict says so
    }
    if (all(Stance::kDisputes)) {
      return verdict(Verdict::kContradicted, "sources-dispute", "what is cited finds the contrary");
    }
    if (all(Stance::kNoEvidence)) {
      return verdict(Verdict::kOverstated, "not-what-was-studied",
                     "no cited study looked at this outcome of this intervention");
    }
    if (any(Stance::kSupports) && (any(Stance::kNoEvidence) || any(Stance::kDisputes))) {
      return verdict(Verdict::kOverstated, "outcome-added",
                     "some of the outcomes were found by what is cited, others were not");
    }
    if (all(Stance::kNeutral) && claim.certainty != AssertedCertainty::kHedged) {
      return verdict(Verdict::kOverstated, "inconclusive",
                     "what is cited is compatible with no effect and with one that matters");
    }
    const bool fades = std::ranges::any_of(
        lines_[i], [&](const EvidenceLine& line) { return FactsOf(line)->fades; });
    if (fades && SaysItLasts(Fold(claim.text))) {
      return verdict(Verdict::kOverstated, "follow-up-overreach",
                     "at a later time the cited study found no difference any more");
    }
    if (std::ranges::any_of(lines_[i], [&](const EvidenceLine& line) {
          return FactsOf(line)->more_studies_claimed;
        })) {
      return verdict(Verdict::kOverstated, "more-studies-than-there-are",
                     "the claim counts more studies than its source has");
    }
    if (SmallerThanWords(i)) {
      return verdict(Verdict::kOverstated, "effect-smaller-than-words",
                     "the words say a large effect; the standardised difference is below 0.5");
    }
    if (claim.certainty != AssertedCertainty::kHedged && OnlyRelatives(i)) {
      return verdict(Verdict::kOverstated, "related-intervention-only",
                     "what was studied is a relative of the intervention that the claim names");
    }
    if (const std::string weaker = WeakerConclusion(i); !weaker.empty()) {
      return verdict(Verdict::kOverstated, kStrongerThanConclusion,
                     "its source concludes less: \"" + weaker + '"');
    }
    const bool reports = claim.attributed && claim.kind == ClaimKind::kReportedResult;
    if (any(Stance::kSupports) && !reports &&
        Overstates(AssertedLevel(claim.strength, claim.certainty), judged.allowed_level)) {
      return verdict(Verdict::kOverstated, "beyond-appraised-evidence",
                     "the words assert more than the appraised evidence allows");
    }
    return {};
  }

  // The most telling of the claim's numbers: with an interval, else with a size.
  static std::optional<Effect> PrintedEffect(const Claim& claim) {
    const Effect* best = nullptr;
    const auto tells = [](const Effect& e) { return 2 * e.ci_low.has_value() + e.n.has_value(); };
    for (const Effect& e : claim.effects) {
      if (best == nullptr || tells(e) > tells(*best)) best = &e;
    }
    return best == nullptr ? std::nullopt : std::optional<Effect>(*best);
  }

  CitationStatus StatusToJudge(std::size_t i) const {
    const Claim& claim = graph_.claims[i];
    if (decided_.HasLink(claim.id)) return CitationStatus::kInline;
    const bool none_left = lines_[i].empty() && decided_.HasRejection(claim.id);
    return none_left ? CitationStatus::kUncited : claim.citation_status;
  }

  // A weak booster ("clear", "truly") asserts certainty about cited evidence; in
  // a claim that cites nothing it is a manner of speaking.
  AssertedCertainty CertaintyToJudge(std::size_t i) const {
    const Claim& claim = graph_.claims[i];
    const bool strong = (extracted_[i].cues & cue::kStrongBooster) != 0;
    if (StatusToJudge(i) == CitationStatus::kUncited) {
      const bool necessary = (extracted_[i].cues & cue::kNecessity) != 0 &&
                             (extracted_[i].cues & (cue::kEffectVerb | cue::kEnable)) == 0;
      if (strong || necessary) return AssertedCertainty::kBoosted;
      return claim.certainty == AssertedCertainty::kBoosted ? AssertedCertainty::kPlain
                                                            : claim.certainty;
    }
    return claim.certainty;
  }

  static bool StandsBeside(const Claim& claim) {
    return claim.citation_status == CitationStatus::kInline ||
           claim.citation_status == CitationStatus::kAdjacent;
  }

  bool BeyondEveryone(std::size_t i) const {
    const std::uint64_t cues = extracted_[i].cues;
    return (cues & cue::kUniversal) != 0 && (cues & cue::kGeneralise) != 0;
  }

  bool SourcesSayAssociation(std::size_t i) const {
    const Claim& claim = graph_.claims[i];
    // What stands at the paragraph's end need not be the source of this verb.
    if (!StandsBeside(claim) || (extracted_[i].cues & cue::kRisk) != 0) return false;
    bool any = false;
    for (const EvidenceLine& line : lines_[i]) {
      const std::string title = Fold(graph_.references[Raw(line.reference) - 1].title);
      if (!ContainsAny(title, {"associated with", "association", "correlat", "relationship between",
                               "cross-sectional", "link between", "predictors of"})) {
        return false;
      }
      any = true;
    }
    return any && !claim.causal_cues.empty();
  }

  // "Registry data show ...", "carriage climbed from 6.9% to 23%": what was measured,
  // not what it means.
  bool ReportsNumbers(std::size_t i) const {
    const Claim& claim = graph_.claims[i];
    const bool percent = claim.text.find('%') != std::string::npos;
    return claim.negated || percent || !claim.effects.empty() ||
           (extracted_[i].cues & (cue::kEvidence | cue::kStatistic)) != 0;
  }

  // "A 2013 review found ...": one source, named though not cited.
  static bool NamesOneSource(const Claim& claim) {
    if (!claim.attributed) return false;
    // Without a year nobody can tell which one: "a huge trial found ...".
    return claim.attribution.find_first_of("0123456789") != std::string::npos;
  }

  // The sentence says that the evidence is weak.
  bool IsCaveat(std::uint32_t sentence) const {
    const Document& document = graph_.document;
    const std::string folded = Fold(document.Words(document.sentences[sentence].span));
    return ContainsAny(folded, {"certainty of evidence was low", "certainty of the evidence was",
                                "low certainty", "low-certainty", "quality of evidence was low",
                                "low quality", "low-quality", "evidence was low",
                                "high risk of bias", "evidence is weak", "evidence is limited"});
  }

  bool CaveatJustBefore(std::uint32_t sentence) const {
    for (std::uint32_t back = 1; back <= 2 && back <= sentence; ++back) {
      if (IsCaveat(sentence - back)) return true;
    }
    return false;
  }

  // The claim is about a wider class of people than any source it leans on.
  bool WiderPopulation(std::size_t i) const {
    if ((extracted_[i].cues & cue::kGeneralise) == 0 || extracted_[i].propositions.empty()) {
      return false;
    }
    const std::vector<ConceptIndex> claimed =
        ConceptsOf(extracted_[i].propositions.front().population);
    if (claimed.empty()) return false;
    return std::ranges::any_of(lines_[i], [&](const EvidenceLine& line) {
      const std::string& title = graph_.references[Raw(line.reference) - 1].title;
      return std::ranges::any_of(ConceptsOf(title), [&](ConceptIndex have) {
        return have != claimed.front() && IsA(have, claimed.front());
      });
    });
  }

  bool AllowsNoException(std::size_t i) const {
    return (extracted_[i].cues & cue::kAbsolute) != 0 && !extracted_[i].own_result &&
           graph_.claims[i].effects.empty() &&
           graph_.claims[i].certainty != AssertedCertainty::kHedged;
  }

  bool AllOfOtherTreatments(std::size_t i) const {
    return !lines_[i].empty() && std::ranges::all_of(lines_[i], [](const EvidenceLine& line) {
      return line.intervention == Directness::kIndirect ||
             line.intervention == Directness::kDifferent;
    });
  }

  // The one way, if any, in which the words outrun what is cited.
  Reason Overreach(std::size_t i) const {
    const Claim& claim = graph_.claims[i];
    const std::uint64_t cues = extracted_[i].cues;
    const std::string folded = Fold(claim.text);
    const auto reason = [](std::string_view rule, std::string_view because) {
      return Reason{"verdict", std::string(rule), 0, std::string(because)};
    };
    if (AbsenceFromNull(folded)) {
      return reason("absence-from-null",
                    "a result that is not significant does not show that there is no effect");
    }
    if (StandsBeside(claim) && AllowsNoException(i)) {
      return reason("absolute-wording", "no study supports words that allow of no exception");
    }
    const bool concludes = (cues & cue::kConclude) != 0 && !claim.citations.empty() &&
                           !StandsBeside(claim) && claim.certainty != AssertedCertainty::kHedged;
    if (concludes && (cues & cue::kUniversal) != 0) {
      return reason("beyond-population", "the conclusion is about more people than those studied");
    }
    if (concludes && claim.sentence > 0 && !IsAboutAnimals(claim.text) &&
        IsAboutAnimals(graph_.document.Words(graph_.document.sentences[claim.sentence - 1].span))) {
      return reason("beyond-population", "what was found in animals is said of people");
    }
    if (concludes && claim.strength == CausalStrength::kDirectCausal && AllOfOtherTreatments(i)) {
      return reason("other-intervention",
                    "the conclusion is about another intervention than what is cited before it");
    }
    if (concludes && (AllowsNoException(i) || (cues & cue::kBooster) != 0 ||
                      claim.strength == CausalStrength::kDirectCausal)) {
      return reason("conclusion-beyond-evidence",
                    "the conclusion is more certain than what is cited before it");
    }
    if (claim.citations.size() == 1 && SpeaksForLiterature(folded)) {
      return reason("one-source-for-a-literature",
                    "a statement about a whole literature rests on one source");
    }
    const bool anaphoric = claim.citation_status == CitationStatus::kAnaphoric;
    const bool asserts =
        claim.certainty != AssertedCertainty::kHedged ||
        ContainsAny(folded, {" shows ", " showing ", " demonstrates ", " proves "});
    if (anaphoric && asserts && CaveatJustBefore(claim.sentence)) {
      return reason("caveat-forgotten",
                    "the text has just said that the certainty of this evidence is low");
    }
    if (!claim.citations.empty() && WiderPopulation(i)) {
      return reason("wider-population",
                    "the sources studied a narrower group than the claim names");
    }
    return {};
  }

  // No cited record bears the proposition out, and one of them looked.
  bool IsNotBorneOut(std::size_t i, PropositionId proposition) const {
    bool against = false;
    for (const EvidenceLine& line : lines_[i]) {
      if (line.proposition != proposition) continue;
      if (line.stance == Stance::kSupports || FactsOf(line) == nullptr) return false;
      against |= line.stance == Stance::kDisputes || line.stance == Stance::kNoEvidence;
    }
    return against;
  }

  std::vector<const Proposition*> Propositions(const std::vector<PropositionId>& ids) const {
    std::vector<const Proposition*> found;
    for (const PropositionId id : ids) found.push_back(&graph_.propositions[Raw(id) - 1]);
    return found;
  }

  std::string Wording(std::size_t i, const Judgement& judged) const {
    const Claim& claim = graph_.claims[i];
    if (claim.verdict != Verdict::kOverstated && claim.verdict != Verdict::kContradicted) return {};
    std::vector<PropositionId> left = claim.propositions;
    std::erase_if(left, [&](PropositionId id) { return IsNotBorneOut(i, id); });
    const bool none_left = left.empty();
    if (none_left) left = claim.propositions;
    // Evidence on another treatment allows no statement about this one, nor does evidence
    // that says the contrary.
    const bool nothing = AllOfOtherTreatments(i) || none_left;
    const int level = nothing ? 0 : judged.allowed_level;
    return OfferWording(claim, Propositions(left), level);
  }

  const std::vector<ExtractedClaim>& extracted_;
  const RecordEvidence& evidence_;
  const DecidedSources& decided_;
  DocumentGraph& graph_;
  std::vector<std::vector<EvidenceLine>> lines_;
  bool cites_ = false;
};

}  // namespace

void AppraiseClaims(const std::vector<ExtractedClaim>& extracted, const RecordEvidence& evidence,
                    DocumentGraph* graph, const DecidedSources& decided) {
  Appraiser appraiser(extracted, evidence, decided, graph);
  for (std::size_t i = 0; i < graph->claims.size(); ++i) appraiser.Appraise(i);
}

}  // namespace claimgraph
