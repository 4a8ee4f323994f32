// The pieces of a locator: numbers, ranges, months, keywords and signs.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_LOCATOR_TOKENS_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_LOCATOR_TOKENS_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "importers/extraction/author_list.h"

namespace claimgraph {

enum class LocatorKind {
  kNumber,      // "12", "e89304", "S3"
  kRange,       // "25-31"
  kMonth,       // or a season
  kVolume,      // "vol."
  kIssue,       // "no."
  kPages,       // "pp."
  kSupplement,  // "Suppl"
  kArticle,     // "Article"
  kSign,
  kWord,  // all else, and keywords that no number follows
};

struct LocatorToken {
  LocatorKind kind = LocatorKind::kWord;
  TextRange range{};
  char sign = 0;
  bool spaced = false;  // white space before it
};

std::vector<LocatorToken> CutLocator(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_LOCATOR_TOKENS_H_
