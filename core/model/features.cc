#include "core/model/features.h"

#include <cmath>
#include <cstddef>

namespace claimgraph {

// By a table of twice as many places, most of which stay empty: features come by the
// hundred for each pair of words, and sorting them took half of the time of a reading.
void Features::MakeBinary() {
  std::size_t places = 16;
  while (places < 2 * items_.size()) places *= 2;
  seen_.assign(places, 0);
  std::size_t kept = 0;
  for (const Feature& feature : items_) {
    std::size_t place = feature.hash & (places - 1);
    while (seen_[place] != 0 && items_[seen_[place] - 1].hash != feature.hash) {
      place = (place + 1) & (places - 1);
    }
    if (seen_[place] != 0) continue;
    seen_[place] = static_cast<std::uint32_t>(kept + 1);
    items_[kept++] = feature;
  }
  items_.resize(kept);
}

void Features::Normalise() {
  float squares = 0;
  for (const Feature& f : items_) squares += f.value * f.value;
  if (squares <= 0) return;
  const float by = 1 / std::sqrt(squares);
  for (Feature& f : items_) f.value *= by;
}

}  // namespace claimgraph
