// The rules of the header, one function each for what they ask, and one list
// that tries them in order.

#include "core/appraisal/verdict.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "core/appraisal/causal_ladder.h"
#include "core/appraisal/study_level.h"

namespace claimgraph {
namespace {

constexpr int kUnknownDesignAllows = 2;  // "may"
constexpr int kTitlesAllow = 3;          // "probably"

// What the rules ask about, computed once.
struct Case {
  const JudgeInputs& in;
  const VerdictPolicy& policy;
  const Appraisal& appraisal;
  int asserted = 0;
  int allowed = 0;
  bool only_retracted = false;  // something is cited, and all of it was retracted
};

bool Boosted(const Case& c) { return c.in.certainty == AssertedCertainty::kBoosted; }
bool Plain(const Case& c) { return c.in.certainty == AssertedCertainty::kPlain; }
bool DirectCausal(const Case& c) { return c.in.strength == CausalStrength::kDirectCausal; }

// Attributed results report what somebody found and assert less than the bare verb.
bool PlainCausal(const Case& c) {
  return Plain(c) && DirectCausal(c) &&
         !(c.in.attributed && c.in.kind == ClaimKind::kReportedResult);
}

template <typename Predicate>
bool Every(const Case& c, Predicate predicate) {
  const auto& lines = c.in.body.lines;
  return !lines.empty() && std::all_of(lines.begin(), lines.end(), predicate);
}

template <typename Predicate>
bool Any(const Case& c, Predicate predicate) {
  const auto& lines = c.in.body.lines;
  return std::any_of(lines.begin(), lines.end(), predicate);
}

// ---- Nothing cited ------------------------------------------------------

bool UncitedBoosted(const Case& c) {
  return Boosted(c) && c.in.citation_status == CitationStatus::kUncited &&
         c.policy.uncited_booster_is_overstated;
}

bool SummaryOfCited(const Case& c) {
  return c.policy.summary_borrows_document && c.in.kind == ClaimKind::kEvidenceSummary &&
         c.in.document_cites && c.in.certainty == AssertedCertainty::kHedged &&
         c.in.citation_status == CitationStatus::kUncited;
}

bool NamedSource(const Case& c) {
  return c.policy.named_source_counts && c.in.attributed && c.in.named_source && !Boosted(c) &&
         c.in.citation_status != CitationStatus::kDangling;
}

bool SelfReported(const Case& c) {
  if (c.in.citation_status != CitationStatus::kSelfAttributed) return false;
  return c.in.kind == ClaimKind::kReportedResult || c.in.kind == ClaimKind::kAssociation ||
         c.in.kind == ClaimKind::kEvidenceSummary || c.in.kind == ClaimKind::kGeneralisation ||
         c.in.kind == ClaimKind::kComparison;
}

bool SelfReportedBoosted(const Case& c) { return SelfReported(c) && Boosted(c); }

bool Dangling(const Case& c) { return c.in.citation_status == CitationStatus::kDangling; }

bool Always(const Case&) { return true; }

// ---- Something cited ----------------------------------------------------

bool SourcesRetracted(const Case& c) { return c.only_retracted; }

bool SourcesDispute(const Case& c) {
  const auto stance_is = [](Stance s) {
    return [s](const BodyLine& line) { return line.stance == s; };
  };
  return Any(c, stance_is(Stance::kDisputes)) && !Any(c, stance_is(Stance::kSupports)) &&
         !Any(c, stance_is(Stance::kNeutral));
}

bool OtherIntervention(const Case& c) {
  return !c.in.negated &&
         Every(c, [](const BodyLine& line) { return line.intervention == Directness::kDifferent; });
}

bool BeyondPopulation(const Case& c) {
  if (c.in.everyone) return true;
  if (c.in.kind != ClaimKind::kGeneralisation || !c.policy.generalisation_needs_population)
    return false;
  return !Any(c, [](const BodyLine& line) { return line.population == Directness::kDirect; });
}

bool BoostedBeyondEvidence(const Case& c) {
  return Boosted(c) && Overstates(c.asserted, c.allowed);
}

bool BeyondStatedCertainty(const Case& c) {
  return c.appraisal.origin == AppraisalOrigin::kAuthored && PlainCausal(c) &&
         Overstates(c.asserted, c.allowed, kStatedTolerance);
}

bool CausalFromAssociation(const Case& c) {
  return c.policy.causal_on_association_is_overstated && c.in.sources_say_association &&
         PlainCausal(c);
}

bool CausalFromUncontrolled(const Case& c) {
  return c.policy.causal_on_uncontrolled_is_overstated && PlainCausal(c) && !c.in.reports_numbers &&
         Every(c, [](const BodyLine& line) {
           const int start = StartLevel(line.design);
           return line.design == StudyDesign::kCohort || start == 1;
         });
}

bool CausalFromOpinion(const Case& c) {
  return c.policy.causal_on_opinion_is_overstated && PlainCausal(c) &&
         Every(c, [](const BodyLine& line) {
           return line.design != StudyDesign::kUnknown && !IsPrimaryOrSynthesis(line.design);
         });
}

bool MagnitudeWithoutNumber(const Case& c) {
  return c.policy.magnitude_is_booster && c.in.magnitude && !c.in.has_effect_size;
}

bool DirectEvidence(const Case& c) {
  return Any(c, [](const BodyLine& line) {
    return StartLevel(line.design) >= 3 && line.intervention == Directness::kDirect &&
           line.outcome == Directness::kDirect && line.population != Directness::kDifferent;
  });
}

// ---- The list -----------------------------------------------------------

struct Rule {
  std::string_view name;
  bool (*applies)(const Case&);
  Verdict verdict;
  std::string_view because;
};

constexpr std::array kUncitedRules = std::to_array<Rule>({
    {"uncited-boosted", UncitedBoosted, Verdict::kOverstated,
     "words of certainty, and nothing is cited"},
    {"summary-of-cited", SummaryOfCited, Verdict::kWeaklySupported,
     "a hedged summary of evidence that the document cites elsewhere"},
    {"self-reported-boosted", SelfReportedBoosted, Verdict::kOverstated,
     "words of certainty about the author's own result"},
    {"self-reported", SelfReported, Verdict::kWeaklySupported, "the author's own result"},
    {"named-source", NamedSource, Verdict::kWeaklySupported,
     "the text names one source, without a citation"},
    {"dangling", Dangling, Verdict::kUnsupported, "the citation leads to no reference"},
    {"uncited", Always, Verdict::kUnsupported, "nothing is cited"},
});

constexpr std::array kCitedRules = std::to_array<Rule>({
    {"sources-retracted", SourcesRetracted, Verdict::kUnsupported, "what is cited was retracted"},
    {"sources-dispute", SourcesDispute, Verdict::kContradicted, "what is cited finds the contrary"},
    {"other-intervention", OtherIntervention, Verdict::kOverstated,
     "what is cited is about another kind of intervention"},
    {"beyond-population", BeyondPopulation, Verdict::kOverstated,
     "the claim is about more people than those studied"},
    {"boosted-beyond-evidence", BoostedBeyondEvidence, Verdict::kOverstated,
     "words of certainty need evidence of High certainty"},
    {"beyond-stated-certainty", BeyondStatedCertainty, Verdict::kOverstated,
     "the source's own certainty, as stated, is lower than the words"},
    {"causal-from-association", CausalFromAssociation, Verdict::kOverstated,
     "the words are causal; the sources report an association"},
    {"causal-from-uncontrolled", CausalFromUncontrolled, Verdict::kOverstated,
     "the words are causal; the sources had no comparable control group"},
    {"causal-from-opinion", CausalFromOpinion, Verdict::kOverstated,
     "the words are causal; no source studied anybody"},
    {"magnitude-without-number", MagnitudeWithoutNumber, Verdict::kOverstated,
     "the words say how much, and no number does"},
    {"direct-evidence", DirectEvidence, Verdict::kSupported,
     "a trial or systematic review on the same intervention and outcome"},
    {"some-evidence", Always, Verdict::kWeaklySupported,
     "some, indirect or secondary evidence is cited"},
});

// Statuses under which the claim leads to at least one source.
bool IsCited(const JudgeInputs& in, const VerdictPolicy& policy) {
  switch (in.citation_status) {
    case CitationStatus::kInline:
    case CitationStatus::kAdjacent:
    case CitationStatus::kParagraph:
    case CitationStatus::kAnaphoric:
      return true;
    case CitationStatus::kPlaceholder:
      return policy.placeholder_counts_as_cited || !in.body.lines.empty();
    case CitationStatus::kUncited:
    case CitationStatus::kDangling:
    case CitationStatus::kSelfAttributed:
      return false;
  }
  return false;
}

bool IsUnknown(const Appraisal& a, std::string_view domain) {
  return std::find(a.not_assessed.begin(), a.not_assessed.end(), domain) != a.not_assessed.end();
}

int AllowedLevel(const Appraisal& a, std::vector<Reason>* reasons) {
  if (a.level != 0 || !IsUnknown(a, "design")) return a.level;
  if (reasons != nullptr) {
    reasons->push_back(
        {"wording", "unknown-design", 0, "a source of unknown design allows \"may\""});
  }
  return kUnknownDesignAllows;
}

// What the rules ask of: all that was not retracted.
JudgeInputs WithoutRetracted(JudgeInputs inputs) {
  std::erase_if(inputs.body.lines, [](const BodyLine& line) { return line.retracted; });
  return inputs;
}

template <std::size_t N>
const Rule& FirstThatFits(const std::array<Rule, N>& rules, const Case& c) {
  return *std::ranges::find_if(rules, [&](const Rule& rule) { return rule.applies(c); });
}

}  // namespace

void CapWhatIsNotAssessed(Appraisal* a, Trace trace) {
  const bool in_part = a->origin == AppraisalOrigin::kComputed &&
                       (IsUnknown(*a, "risk of bias") || IsUnknown(*a, "imprecision"));
  if (a->level <= kTitlesAllow || !in_part) return;
  if (trace == Trace::kFull) {
    a->steps.push_back(
        {"certainty", "not-fully-assessed", static_cast<double>(kTitlesAllow - a->level),
         "where risk of bias or precision is not known, no more than Moderate is assumed"});
  }
  a->level = kTitlesAllow;
}

Judgement Judge(const JudgeInputs& inputs, const VerdictPolicy& policy, Trace trace) {
  Judgement out;
  const bool cited = IsCited(inputs, policy);
  const bool traced = trace == Trace::kFull;
  if (traced) {
    out.reasons.push_back(
        {"citation", std::string(Name(inputs.citation_status)), 0,
         cited ? fmt::format("leads to {} line(s) of evidence", inputs.body.lines.size())
               : std::string("leads to no source")});
  }
  if (cited) {
    static const BodyInputs kUnknown{.lines = {BodyLine{}}};  // cited, and nothing known of it
    out.appraisal = AppraiseBody(inputs.body.lines.empty() ? kUnknown : inputs.body, trace);
    if (!policy.titles_reach_high) CapWhatIsNotAssessed(&out.appraisal, trace);
    out.reasons.insert(out.reasons.end(), out.appraisal.steps.begin(), out.appraisal.steps.end());
    out.allowed_level = AllowedLevel(out.appraisal, traced ? &out.reasons : nullptr);
  }
  const bool retracted = std::ranges::any_of(inputs.body.lines, &BodyLine::retracted);
  const JudgeInputs standing = retracted ? WithoutRetracted(inputs) : JudgeInputs{};
  const Case c{.in = retracted ? standing : inputs,
               .policy = policy,
               .appraisal = out.appraisal,
               .asserted = AssertedLevel(inputs.strength, inputs.certainty),
               .allowed = out.allowed_level,
               .only_retracted = retracted && standing.body.lines.empty()};
  if (traced) {
    out.reasons.push_back(
        {"wording", "asserted-against-allowed", static_cast<double>(c.allowed - c.asserted),
         fmt::format("the words assert {} certainty, the evidence allows {}",
                     c.asserted >= kBoostedLevel ? "more than High" : LevelName(c.asserted),
                     c.allowed == 0 ? "no statement of effect" : LevelName(c.allowed))});
  }
  const Rule& rule = cited ? FirstThatFits(kCitedRules, c) : FirstThatFits(kUncitedRules, c);
  out.verdict = rule.verdict;
  if (traced) {
    out.reasons.push_back({"verdict", std::string(rule.name), 0, std::string(rule.because)});
  }
  return out;
}

}  // namespace claimgraph
