#include "core/text/decision_words.h"

#include <cstdint>
#include <string>

#include "core/text/normalize.h"

namespace claimgraph {
namespace {

std::string SameWords(std::string_view text) { return Tidy(Fold(text)); }

template <typename Fits>
std::optional<std::size_t> NthThat(const Fits& fits, std::size_t size, std::uint32_t nth) {
  std::optional<std::size_t> found;
  std::uint32_t seen = 0;
  for (std::size_t i = 0; i < size; ++i) {
    if (!fits(i)) continue;
    found = i;
    if (seen++ == nth) break;
  }
  return found;
}

}  // namespace

std::optional<std::size_t> FitQuote(const Decision& decision,
                                    const std::vector<std::string_view>& places) {
  const auto exact = [&](std::size_t i) { return places[i] == decision.quote; };
  if (const auto found = NthThat(exact, places.size(), decision.nth)) return found;
  const std::string wanted = SameWords(decision.quote);
  const auto folded = [&](std::size_t i) { return SameWords(places[i]) == wanted; };
  return NthThat(folded, places.size(), decision.nth);
}

}  // namespace claimgraph
