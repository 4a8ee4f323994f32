// The wording ladder: what each level of certainty lets a writer say, and the
// sentence that says it (GRADE guidelines 26, J Clin Epidemiol 2020;119:126).
//
// The sentences are offers to a writer, in plain English from the claim's own
// parts; they add no number and name no study.
#ifndef CLAIMGRAPH_CORE_APPRAISAL_WORDING_H_
#define CLAIMGRAPH_CORE_APPRAISAL_WORDING_H_

#include <string>
#include <string_view>
#include <vector>

#include "core/claim.h"

namespace claimgraph {

// 4 "reduces", 3 "probably reduces", 2 "may reduce", 1 "may reduce, but the
// evidence is very uncertain", 0 "no study here shows that".
std::string_view AllowedWording(int level);

// The parts of a claim, as concept labels or the writer's own words.
struct Statement {
  std::string intervention{};
  Direction direction = Direction::kUnstated;
  std::vector<std::string> outcomes{};
  std::string population{};  // may be empty
};

// A sentence that evidence of this level allows: "Massage may reduce anxiety in
// people with fibromyalgia."  Empty when intervention or outcomes are missing:
// then say GenericAdvice(level).
std::string Rewrite(const Statement& statement, int level);

// What to do when there is no sentence to offer: "use \"may\" and name the study".
std::string_view GenericAdvice(int level);

// True for "stretches", "side effects of massage", "rest and sleep"; false for
// "stress", "yoga", "diabetes".  Decides between "reduces" and "reduce".
bool IsPlural(std::string_view noun_phrase);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_APPRAISAL_WORDING_H_
