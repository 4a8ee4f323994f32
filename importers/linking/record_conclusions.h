// Whether a study's authors conclude less than a claim says.
//
// A claim "reduces" goes beyond a source that concludes "may reduce".  Compared are only
// conclusions that name the claim's intervention and its outcome; how strongly each is put
// is read by learned models (strength_model.h, certainty_model.h).  A conclusion that looks
// ahead, advises or speaks of costs says nothing about the effect, and one that says as
// much as the claim settles it.
//
// What an observational study may be said to show is judged by its design, not here:
// "is associated with" does not count as less.
#ifndef CLAIMGRAPH_IMPORTERS_LINKING_RECORD_CONCLUSIONS_H_
#define CLAIMGRAPH_IMPORTERS_LINKING_RECORD_CONCLUSIONS_H_

#include <optional>
#include <string>
#include <string_view>

#include "core/proposition.h"
#include "core/record.h"

namespace claimgraph {

struct CarefulConclusion {
  std::string words{};
  double probability = 0;  // that the claim says more
};

// The conclusion nearest to the claim, if all that speak of the same say less.  Nothing
// where none does, or the models are not built in.  Requires: the claim is plain: it
// neither hedges, denies, nor names who found it.
std::optional<CarefulConclusion> FindCarefulConclusion(const Record& record, std::string_view claim,
                                                       const Proposition& proposition);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_LINKING_RECORD_CONCLUSIONS_H_
