#include "queries/sql/access.h"

#include <string>

namespace claimgraph {

std::vector<Lookup> LookupsOf(const std::vector<Access>& accesses) {
  std::vector<Lookup> lookups;
  for (const Access& access : accesses) {
    lookups.push_back({.columns = {access.column},
                       .unique = access.unique,
                       .ordered = access.by != Access::By::kRule});
  }
  return lookups;
}

void StartWalk(const std::vector<Access>& accesses, const Choice& choice, bool only_ids,
               NodeWalk* walk) {
  if (choice.lookup < 0) return walk->All(only_ids, choice.descending);
  const Access& access = accesses[choice.lookup];
  const Cell& key = choice.keys[0];
  const auto id = [&] { return static_cast<std::uint64_t>(std::get<std::int64_t>(key)); };
  const auto text = [&] { return std::string(std::get<std::string_view>(key)); };
  switch (access.by) {
    case Access::By::kId:
      return walk->One(id());
    case Access::By::kEdges:
      return walk->Along({access.from, id()}, access.steps);
    case Access::By::kName:
      return walk->Named(std::string(access.prefix) + text());
    case Access::By::kRule:
      return walk->FoundBy(text());
  }
}

}  // namespace claimgraph
