// A publication, with reconciled identifiers and a standing.
//
// References of many documents that print the same DOI or PMID, or the same
// normalised title and year, are one Work (importers/linking/work_resolver).
#ifndef CLAIMGRAPH_CORE_WORK_H_
#define CLAIMGRAPH_CORE_WORK_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/ids.h"
#include "core/reference.h"
#include "core/study.h"

namespace claimgraph {

enum class Standing : std::uint8_t { kCurrent, kCorrected, kConcern, kRetracted, kSuperseded, kPreprint };

struct Work {
  WorkId id{};
  std::vector<std::string> names{};  // "doi:10.1/x", "pmid:123", "title:<normalised>|2014", "url:..."
  std::string title{};
  std::vector<Author> authors{};
  int year = 0;
  std::string container{};
  std::string doi{};
  std::string pmid{};
  std::string pmcid{};
  std::string url{};
  StudyDesign design = StudyDesign::kUnknown;
  Standing standing = Standing::kCurrent;
  bool operator==(const Work&) const = default;
};

std::string_view Name(Standing standing);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_WORK_H_
