// Author-year markers -> references.
#ifndef CLAIMGRAPH_IMPORTERS_LINKING_CITATION_NAMES_H_
#define CLAIMGRAPH_IMPORTERS_LINKING_CITATION_NAMES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/citation.h"
#include "core/reference.h"

namespace claimgraph {

// An index over the authors and years of a reference list.  Keeps a pointer to
// `references`, which must outlive it.
class NameIndex {
 public:
  explicit NameIndex(const std::vector<Reference>& references);

  // Fills references, score and reasons of an author-year citation.  A look-up
  // costs a few hashes; a name that the list does not have is compared with the
  // names of the same year once, however often it is cited.
  void Link(Citation* citation);

 private:
  struct Match {
    std::uint32_t reference = 0;  // position in the list
    double cost = 0;              // 0: everything printed agrees
    std::vector<Reason> reasons{};
  };

  std::vector<Match> Candidates(const Citation& citation);
  void AddByKey(const std::unordered_map<std::string, std::vector<std::uint32_t>>& index,
                const std::string& key, double cost, std::string_view rule,
                std::vector<Match>* matches) const;
  void AddByOpening(std::string_view name, std::vector<Match>* matches) const;
  void AddAbbreviated(const Citation& citation, std::vector<Match>* matches) const;
  void AddMisspelt(const Citation& citation, std::vector<Match>* matches);
  bool Weigh(const Citation& citation, Match* match) const;
  bool WeighYear(const Citation& citation, Match* match) const;
  void WeighAuthors(const Citation& citation, Match* match) const;

  const std::vector<Reference>& references_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> first_{};  // by first author
  std::unordered_map<std::string, std::vector<std::uint32_t>> later_{};  // by any other author
  std::vector<std::pair<std::string, std::uint32_t>> openings_{};  // words that entries begin with
  std::unordered_map<int, std::vector<std::uint32_t>> by_year_{};
  std::vector<std::vector<int>> other_years_{};  // that entries print, beside their own
  std::unordered_map<std::string, std::vector<std::uint32_t>> misspelt_{};  // answers kept
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_LINKING_CITATION_NAMES_H_
