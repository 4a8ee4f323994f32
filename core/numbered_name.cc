#include "core/numbered_name.h"

#include <algorithm>
#include <array>

namespace claimgraph {
namespace {

// In no identifier, as those end at white space.
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
  return IsIdentifierName(name) ? name.substr(0, name.find(kBeforeNumber)) : name;
}

}  // namespace claimgraph
