#include "core/proposition.h"

namespace claimgraph {

std::string Key(const Proposition& p) {
  std::string key;
  bool first = true;
  for (const std::string_view part :
       {std::string_view(p.intervention), Name(p.direction), std::string_view(p.outcome),
        std::string_view(p.population), std::string_view(p.comparator)}) {
    if (!first) key += '|';
    first = false;
    key += part;
  }
  return key;
}

}  // namespace claimgraph
