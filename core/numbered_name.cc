#include "core/numbered_name.h"

#include <algorithm>
#include <array>

namespace claimgraph {
namespace {

// In no identifier, as those end at white space; in the name of a place in print, never
// before digits that end it.
constexpr char kBeforeNumber = ' ';

}  // namespace

bool IsIdentifierName(std::string_view name) {
  constexpr std::array<std::string_view, 4> kPrefixes = {"doi:", "pmid:", "pmcid:", "place:"};
  return std::ranges::any_of(kPrefixes, [&](std::string_view p) { return name.starts_with(p); });
}

std::string NumberedName(std::string_view name, std::size_t number) {
  std::string numbered(name);
  if (number > 1) numbered += kBeforeNumber + std::to_string(number);
  return numbered;
}

std::string_view UnnumberedName(std::string_view name) {
  const std::size_t space = name.rfind(kBeforeNumber);
  if (space == std::string_view::npos || !IsIdentifierName(name)) return name;
  const std::string_view number = name.substr(space + 1);
  const bool is_number =
      !number.empty() && number.find_first_not_of("0123456789") == std::string_view::npos;
  return is_number ? name.substr(0, space) : name;
}

std::vector<NodeRef> WorksNamed(const GraphReader& reader, std::string_view name) {
  std::vector<NodeRef> works;
  const std::size_t most = IsIdentifierName(name) ? kMostNumbered : 1;
  for (std::size_t number = 1; number <= most; ++number) {
    const NodeRef work = reader.Named(NumberedName(name, number));
    if (work.id == 0 && number <= 2) break;  // no more of them
    if (work.id != 0 && std::ranges::find(works, work) == works.end()) works.push_back(work);
  }
  return works;
}

}  // namespace claimgraph
