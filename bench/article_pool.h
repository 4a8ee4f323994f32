// The works that generated articles cite: made up, shared, each the same wherever
// it is cited.
//
// All follows from a work's number: authors, year, title, journal, DOI and PMID.
// A year has 600 works, 150 of each number of authors from one to four, so that
// an article can ask for what fits its sentences ("Adams and Baker (2007)").
#ifndef CLAIMGRAPH_BENCH_ARTICLE_POOL_H_
#define CLAIMGRAPH_BENCH_ARTICLE_POOL_H_

#include <cstdint>
#include <string>
#include <vector>

namespace claimgraph::bench {

inline constexpr std::uint32_t kWorksAlike = 150;  // of one year and number of authors
inline constexpr int kFirstPoolYear = 1988;
inline constexpr int kPoolYears = 40;

struct PooledWork {
  std::vector<std::string> families{};
  int year = 0;
  std::string title{};
  std::string journal{};
  std::uint32_t number = 0;

  std::string doi() const;
  std::string key() const;  // for BibTeX
};

// Requires: a year of the pool, one to four authors, which < kWorksAlike.
PooledWork WorkOfPool(int year, std::size_t authors, std::uint32_t which);

// One entry of a reference list, with its line end.
std::string ApaEntry(const PooledWork& work);
std::string VancouverItem(const PooledWork& work, std::size_t number);  // of an HTML list
std::string BibtexEntry(const PooledWork& work);

}  // namespace claimgraph::bench

#endif  // CLAIMGRAPH_BENCH_ARTICLE_POOL_H_
