// Edit distance in a band: cells further than `limit` from the diagonal cannot
// take part in an answer within the limit, so they are never looked at.
#include "core/text/similarity.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "core/text/normalize.h"

namespace claimgraph {
namespace {

// Beyond this many letters a title is compared by its beginning alone.
constexpr std::size_t kMostLetters = 400;

std::string Letters(std::string_view name) {
  std::string letters = TitleKey(name);
  std::erase(letters, ' ');
  return letters;
}

}  // namespace

int EditDistance(std::string_view a, std::string_view b, int limit) {
  const auto n = static_cast<int>(a.size());
  const auto m = static_cast<int>(b.size());
  if (limit < 0 || std::abs(n - m) > limit) return limit + 1;
  const int beyond = limit + 1;
  std::vector<int> row(static_cast<std::size_t>(m) + 1);
  for (int j = 0; j <= m; ++j) row[static_cast<std::size_t>(j)] = std::min(j, beyond);
  for (int i = 1; i <= n; ++i) {
    const int low = std::max(1, i - limit);
    const int high = std::min(m, i + limit);
    int diagonal = row[static_cast<std::size_t>(low) - 1];
    row[static_cast<std::size_t>(low) - 1] = low == 1 ? std::min(i, beyond) : beyond;
    int best = row[static_cast<std::size_t>(low) - 1];
    for (int j = low; j <= high; ++j) {
      int& cell = row[static_cast<std::size_t>(j)];
      // The cell above the band's last one was never filled in this band.
      const int above = j == i + limit ? beyond : cell;
      const bool same = a[static_cast<std::size_t>(i) - 1] == b[static_cast<std::size_t>(j) - 1];
      const int left = row[static_cast<std::size_t>(j) - 1];
      const int next = std::min({diagonal + (same ? 0 : 1), above + 1, left + 1, beyond});
      diagonal = cell;
      cell = next;
      best = std::min(best, next);
    }
    if (best >= beyond) return beyond;
  }
  return row[static_cast<std::size_t>(m)];
}

double TitleSimilarity(std::string_view a, std::string_view b) {
  const std::string left = TitleKey(a).substr(0, kMostLetters);
  const std::string right = TitleKey(b).substr(0, kMostLetters);
  const std::size_t longest = std::max(left.size(), right.size());
  if (longest == 0) return 0;
  if (left == right) return 1;
  const int limit = static_cast<int>(longest * 2 / 5);
  const int distance = EditDistance(left, right, limit);
  if (distance > limit) return 0;
  return 1 - static_cast<double>(distance) / static_cast<double>(longest);
}

bool SameName(std::string_view a, std::string_view b) {
  const std::string left = Letters(a);
  const std::string right = Letters(b);
  if (left.empty() || right.empty()) return false;
  if (left == right) return true;
  const bool long_enough = std::min(left.size(), right.size()) >= 6;
  return long_enough && left[0] == right[0] && EditDistance(left, right, 1) <= 1;
}

}  // namespace claimgraph
