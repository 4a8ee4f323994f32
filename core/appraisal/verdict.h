// From a claim's words and its evidence to a verdict.
//
// A pure function: the same inputs give the same verdict and the same reasons,
// whatever document they came from.  It sees no text.  The rules, in the order
// in which they are tried (the first that fits decides):
//
// clang-format off: the table is one line a rule
//   nothing cited
//     uncited-boosted            overstated        "is well-established to"
//     summary-of-cited           weakly supported  a hedged summary, and the document cites
//     evidence self-reported-boosted      overstated        "this demonstrates" of the author's own
//     result self-reported              weakly supported  an author's own measured result
//     named-source               weakly supported  "a 2010 review concluded", not cited
//     dangling, uncited          unsupported
//   something cited
//     sources-retracted          unsupported       all of it was retracted
//     sources-dispute            contradicted      every source whose stance is known disputes it
//     other-intervention         overstated        every source is on another class of intervention
//     beyond-population          overstated        "anyone", or a generalisation past those studied
//     boosted-beyond-evidence    overstated        a booster on less than High
//     beyond-stated-certainty    overstated        plain words after "the certainty was low"
//     causal-from-association    overstated        "drives" on "is associated with"
//     causal-from-uncontrolled   overstated        "reduces" on cohorts and before-after studies
//     causal-from-opinion        by policy         "reduces" on theory, web pages, narrative
//     reviews magnitude-without-number   by policy         "powerful" and no number direct-evidence
//     supported         a trial or systematic review, direct by title some-evidence weakly
//     supported  all else
// clang-format on
//
// The few choices that reasonable readers make differently are the fields of
// VerdictPolicy.
#ifndef CLAIMGRAPH_CORE_APPRAISAL_VERDICT_H_
#define CLAIMGRAPH_CORE_APPRAISAL_VERDICT_H_

#include <string>
#include <vector>

#include "core/appraisal.h"
#include "core/appraisal/body_certainty.h"
#include "core/claim.h"

namespace claimgraph {

struct JudgeInputs {
  ClaimKind kind = ClaimKind::kEffect;
  CausalStrength strength = CausalStrength::kNone;
  AssertedCertainty certainty = AssertedCertainty::kPlain;
  bool negated = false;
  bool attributed = false;    // the text says who found it
  bool named_source = false;  // ... and names one source: "a 2010 review", not "studies"
  CitationStatus citation_status = CitationStatus::kUncited;
  BodyInputs body{};                     // of the works that the claim cites; see BodyOf()
  bool document_cites = false;           // the document cites evidence on the same subject
  bool everyone = false;                 // "anyone", "all people": beyond those studied
  bool magnitude = false;                // "powerful", "dramatically"
  bool has_effect_size = false;          // the claim prints a number with its measure
  bool reports_numbers = false;          // it tells what was measured, not what that means
  bool sources_say_association = false;  // every cited title reports an association only
};

// Choices that change verdicts.  Tuned against hand readings; see
// docs/decisions/ before changing one.
struct VerdictPolicy {
  // "Well-established" with nothing cited: overstated, else unsupported.
  bool uncited_booster_is_overstated = true;
  // "There is growing evidence", hedged and uncited, stands on what the document cites elsewhere.
  bool summary_borrows_document = true;
  // "A 2010 review concluded that X may ...", uncited: weakly supported.
  bool named_source_counts = true;
  // "PubMed" without a target: somebody looked something up.
  bool placeholder_counts_as_cited = true;
  // Where risk of bias or precision is not known, as from titles, a body is
  // Moderate at best, so that a booster never stands on a title.
  bool titles_reach_high = false;
  // A generalisation needs a source on the same population by title.
  bool generalisation_needs_population = true;
  // Plain "reduces" on opinion, narrative reviews and web pages only.
  bool causal_on_opinion_is_overstated = false;
  // Plain "reduces" on cohorts, surveys and uncontrolled studies only.
  bool causal_on_uncontrolled_is_overstated = true;
  // "Drives" where every cited title says "is associated with".
  bool causal_on_association_is_overstated = true;
  // "Powerful" on any evidence, with no number.
  bool magnitude_is_booster = false;
};

// Where risk of bias or precision is not known, a level above Moderate becomes Moderate,
// by a step not-fully-assessed.  What a source states of its own certainty stands.
void CapWhatIsNotAssessed(Appraisal* appraisal, Trace trace = Trace::kFull);

struct Judgement {
  Verdict verdict = Verdict::kUnsupported;
  // What the evidence lets the words assert: 0 to 4.  A source of unknown design
  // lets them say "may" (2).
  int allowed_level = 0;
  Appraisal appraisal{};  // capped, unless the policy says otherwise
  // In order: citation, certainty (the appraisal's), wording, verdict.
  std::vector<Reason> reasons{};
};

// With Trace::kNone there are no reasons, and the same verdict and levels.
Judgement Judge(const JudgeInputs& inputs, const VerdictPolicy& policy = {},
                Trace trace = Trace::kFull);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_APPRAISAL_VERDICT_H_
