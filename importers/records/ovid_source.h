// The "Source" field of Ovid's databases: journal, place and date in one line.
//
//   The Back Journal. 50(2):12-20, 2014 Mar.
//   The Back Journal. Vol.50(2), Mar 2014, pp. 12-20.
//   Berg, H [Ed]. (2014). The back. (pp. 12-20). viii, 300 pp. Town: Press.
#ifndef CLAIMGRAPH_IMPORTERS_RECORDS_OVID_SOURCE_H_
#define CLAIMGRAPH_IMPORTERS_RECORDS_OVID_SOURCE_H_

#include <string>
#include <string_view>

namespace claimgraph {

// What the line does not say is empty, or 0.
struct OvidSource {
  std::string container{};
  std::string volume{};
  std::string issue{};
  std::string pages{};
  int year = 0;
  bool is_book = false;  // then `container` is the book's title
};

// `source` is tidy (core/text/normalize.h).  Linear.
OvidSource ReadOvidSource(std::string_view source);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_RECORDS_OVID_SOURCE_H_
