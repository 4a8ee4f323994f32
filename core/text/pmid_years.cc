// The table behind PmidYears: when PubMed reached each half million.  Between
// two rows the date is interpolated; after the last, numbering is taken to go
// on at the pace of the last years.
#include <algorithm>
#include <cmath>
#include <iterator>

#include "core/text/identifiers.h"

namespace claimgraph {
namespace {

struct Anchor {
  double millions;
  double year;  // with its fraction: 2014.5 is the middle of 2014
};

constexpr Anchor kAnchors[] = {
    {15.0, 2004.25}, {15.5, 2004.90}, {16.0, 2005.55},  {16.5, 2006.25}, {17.0, 2006.75},
    {17.5, 2007.40}, {18.0, 2007.90}, {18.5, 2008.45},  {19.0, 2008.85}, {19.5, 2009.45},
    {20.0, 2009.95}, {20.5, 2010.42}, {21.0, 2010.85},  {21.5, 2011.35}, {22.0, 2011.80},
    {22.5, 2012.30}, {23.0, 2012.75}, {23.5, 2013.20},  {24.0, 2013.67}, {24.5, 2014.10},
    {25.0, 2014.55}, {25.5, 2015.00}, {26.0, 2015.45},  {26.5, 2015.80}, {27.0, 2016.25},
    {27.5, 2016.63}, {28.0, 2016.97}, {28.5, 2017.38},  {29.0, 2017.80}, {29.5, 2018.20},
    {30.0, 2018.55}, {30.5, 2018.95}, {31.0, 2019.35},  {31.5, 2019.70}, {32.0, 2020.10},
    {32.5, 2020.45}, {33.0, 2020.75}, {33.5, 2021.10},  {34.0, 2021.40}, {34.5, 2021.70},
    {35.0, 2022.02}, {35.5, 2022.35}, {36.0, 2022.67},  {36.5, 2022.97}, {37.0, 2023.25},
    {37.5, 2023.57}, {38.0, 2023.85}, {38.5, 2024.20},  {39.0, 2024.47}, {39.5, 2024.88},
    {40.0, 2025.17}, {40.5, 2025.46}, {40.88, 2025.67},
};
constexpr double kYearsPerMillionAfter = 0.62;

// A journal's issue is indexed up to seven months after its year has ended, and
// up to a year before its cover date.
constexpr double kLatestIndexing = 0.6;
constexpr double kEarliestIndexing = 1.0;

double IndexedAt(double millions) {
  const Anchor* after = std::upper_bound(std::begin(kAnchors), std::end(kAnchors), millions,
                                         [](double m, const Anchor& a) { return m < a.millions; });
  const Anchor& low = *(after - 1);
  if (after == std::end(kAnchors)) {
    return low.year + (millions - low.millions) * kYearsPerMillionAfter;
  }
  const double share = (millions - low.millions) / (after->millions - low.millions);
  return low.year + share * (after->year - low.year);
}

}  // namespace

YearRange PmidYears(std::string_view pmid) {
  if (pmid.empty() || pmid.size() > 8) return {};
  double number = 0;
  for (const char c : pmid) {
    if (c < '0' || c > '9') return {};
    number = number * 10 + (c - '0');
  }
  const double millions = number / 1e6;
  if (millions < kAnchors[0].millions) return {};
  const double indexed = IndexedAt(millions);
  return {.earliest = static_cast<int>(std::ceil(indexed - 1 - kLatestIndexing)),
          .latest = static_cast<int>(std::floor(indexed + kEarliestIndexing))};
}

}  // namespace claimgraph
