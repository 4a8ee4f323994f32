// The certainty of a body of evidence, GRADE-like and mechanised.
//
// Studies are counted, not papers (independent_studies.h), and what was retracted
// is no part of a body.
// Studies are grouped by the level that their design starts from, each group is
// appraised alone, and the best result stands: weaker studies never dilute
// stronger ones.  Trials and systematic reviews come first: where one of them is
// about the claim, other designs are set aside, so that what is known against a
// trial is no reason to ask a cohort of which nothing is known.  Conflict inside a
// group lowers it; agreement never raises it.
#ifndef CLAIMGRAPH_CORE_APPRAISAL_BODY_CERTAINTY_H_
#define CLAIMGRAPH_CORE_APPRAISAL_BODY_CERTAINTY_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/appraisal.h"
#include "core/claim.h"
#include "core/evidence_line.h"
#include "core/ids.h"
#include "core/study.h"

namespace claimgraph {

struct BodyLine {
  std::string study{};                  // equal: the same study; empty: one of its own
  PropositionId proposition{};          // only numbers on one outcome are put together
  std::vector<std::string> includes{};  // `study` of what a review is known to include
  StudyDesign design = StudyDesign::kUnknown;
  Stance stance = Stance::kUnknown;
  bool retracted = false;     // counts for nothing
  bool names_nobody = false;  // the claim names no people; words only
  Directness population = Directness::kNotAssessed;
  Directness intervention = Directness::kNotAssessed;
  Directness comparator = Directness::kNotAssessed;
  Directness outcome = Directness::kNotAssessed;
  RiskOfBias risk_of_bias = RiskOfBias::kNotAssessed;
  std::optional<Effect> effect{};           // its k, n and i2 are read too
  std::optional<std::int64_t> people{};     // in the study, where the effect does not say
  std::optional<std::int64_t> events{};     // people with a yes/no outcome
  std::optional<bool> intervals_overlap{};  // of a review's studies
  std::optional<bool> prediction_crosses_null{};
  std::optional<double> egger_p{};
  int authored = 0;  // 1 to 4: a review's own "the certainty was low"; 0: says nothing
  std::string authored_words{};
};

// Whether the steps are written down.  Without them (`steps` empty, and
// `not_assessed` without directness) the levels are the same and cost a tenth:
// for questions that judge a million bodies and show ten.
enum class Trace : std::uint8_t { kNone, kFull };

struct BodyInputs {
  std::vector<BodyLine> lines{};
  bool dose_response = false;
  bool confounding_would_shrink = false;  // what was not controlled for works against the effect
};

// Terminates at a level between 0 and 4; an empty body is 0.
//
// One Reason per step.  Rules: start-from-design, authored-certainty,
// retracted, same-study, included-in-review, other-designs-set-aside, disputing-studies,
// risk-of-bias[-not-assessed], inconsistency[-not-assessed],
// indirectness-{population,intervention,comparator,outcome}[-not-assessed],
// imprecision[-{ci-crosses-null,ci-crosses-important-difference,ci-crosses-both,
// few-people,few-events,not-assessed}], publication-bias[-not-assessed],
// large-effect, dose-response, confounding, clamp.
Appraisal AppraiseBody(const BodyInputs& inputs, Trace trace = Trace::kFull);

// The body that a document itself shows: designs, directness and what was retracted,
// and nothing about what the studies found.
BodyInputs BodyOf(std::span<const EvidenceLine> lines);

// One line for each reference: the most direct of those for several outcomes of
// one claim, or the first of them.  What BodyOf is given.
std::vector<EvidenceLine> OneLineForEachReference(std::span<const EvidenceLine> lines);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_APPRAISAL_BODY_CERTAINTY_H_
