// The names under which a work is known: what two printings of it share.
#ifndef CLAIMGRAPH_CORE_TEXT_WORK_NAMES_H_
#define CLAIMGRAPH_CORE_TEXT_WORK_NAMES_H_

#include <string>
#include <string_view>
#include <vector>

#include "core/reference.h"

namespace claimgraph {

// "doi:..", "pmid:..", "pmcid:..", "place:<journal>|<year>|<volume>|<first page>",
// "title:<folded title>|<year>", "url:..".  Strongest first.
std::vector<std::string> WorkNames(const Reference& reference);

// "title:tea for colds in adults|2018"; empty for titles so short ("Editorial") that works
// with nothing else in common share them, and where the year is not known.
std::string TitleName(std::string_view title, int year);

// Where the work stands in print, "place:inf beh dev|2006|29|445", so that an entry with
// a wrong identifier still meets its record.  Empty where journal, year, volume or
// first page is missing.
std::string PlaceName(const Reference& printed);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_TEXT_WORK_NAMES_H_
