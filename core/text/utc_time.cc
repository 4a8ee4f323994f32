#include "core/text/utc_time.h"

#include <chrono>
#include <cstddef>

#include "core/text/ascii.h"

namespace claimgraph {
namespace {

constexpr std::string_view kShape = "0000-00-00T00:00:00Z";

bool HasShape(std::string_view text) {
  if (text.size() != kShape.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (kShape[i] == '0' ? !ascii::IsDigit(text[i]) : text[i] != kShape[i]) return false;
  }
  return true;
}

unsigned NumberAt(std::string_view text, std::size_t begin, std::size_t size) {
  unsigned number = 0;
  for (const char c : text.substr(begin, size))
    number = number * 10 + static_cast<unsigned>(c - '0');
  return number;
}

}  // namespace

bool IsUtcTime(std::string_view text) {
  if (!HasShape(text)) return false;
  const unsigned year = NumberAt(text, 0, 4);  // XML Schema 1.0 has no year 0
  const std::chrono::year_month_day day(std::chrono::year(static_cast<int>(year)),
                                        std::chrono::month(NumberAt(text, 5, 2)),
                                        std::chrono::day(NumberAt(text, 8, 2)));
  return year != 0 && day.ok() && NumberAt(text, 11, 2) < 24 && NumberAt(text, 14, 2) < 60 &&
         NumberAt(text, 17, 2) < 60;
}

}  // namespace claimgraph
