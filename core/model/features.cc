#include "core/model/features.h"

#include <algorithm>
#include <cmath>

namespace claimgraph {

void Features::MakeBinary() {
  std::ranges::sort(items_, {}, &Feature::hash);
  items_.erase(std::unique(items_.begin(), items_.end(),
                           [](const Feature& a, const Feature& b) { return a.hash == b.hash; }),
               items_.end());
}

void Features::Normalise() {
  float squares = 0;
  for (const Feature& f : items_) squares += f.value * f.value;
  if (squares <= 0) return;
  const float by = 1 / std::sqrt(squares);
  for (Feature& f : items_) f.value *= by;
}

}  // namespace claimgraph
