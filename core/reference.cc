#include "core/reference.h"

#include <algorithm>
#include <charconv>

namespace claimgraph {
namespace {

int NumberOfLabel(std::string_view label) {
  int number = 0;
  const auto [end, error] = std::from_chars(label.data(), label.data() + label.size(), number);
  return error == std::errc() && end == label.data() + label.size() ? std::max(number, 0) : 0;
}

}  // namespace

bool IsMarkedUp(const Reference& reference) {
  return reference.origin == ReferenceOrigin::kBibFile ||
         (reference.origin == ReferenceOrigin::kList && !reference.key.empty());
}

std::map<int, std::size_t> EntriesByNumber(const std::vector<Reference>& references) {
  std::map<int, std::size_t> listed;
  std::map<int, std::size_t> notes;
  for (std::size_t i = 0; i < references.size(); ++i) {
    const Reference& r = references[i];
    if (r.origin == ReferenceOrigin::kList && r.number > 0) listed.try_emplace(r.number, i);
    if (r.origin != ReferenceOrigin::kFootnote) continue;
    if (const int number = NumberOfLabel(r.key); number > 0) notes.try_emplace(number, i);
  }
  return listed.empty() ? notes : listed;
}

}  // namespace claimgraph
