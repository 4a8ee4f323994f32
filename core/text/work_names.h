// The names under which a work is known: what two printings of it share.
#ifndef CLAIMGRAPH_CORE_TEXT_WORK_NAMES_H_
#define CLAIMGRAPH_CORE_TEXT_WORK_NAMES_H_

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/reference.h"

namespace claimgraph {

// "doi:..", "pmid:..", "pmcid:..", "place:<journal>|<volume>|<first page>",
// "title:<folded title>|<year>", "url:..".  Strongest first.
std::vector<std::string> WorkNames(const Reference& reference);

// "title:tea for colds in adults|2018"; empty for titles so short ("Editorial") that works
// with nothing else in common share them, and where the year is not known.
std::string TitleName(std::string_view title, int year);

// Adds the title's names of that year, and of a year before and after: a paper that
// appears online in December is printed in January.
void AddTitlesNear(std::string_view title, int year, std::set<std::string>* names);

// True if no abbreviation makes two journals' names one: half of the words of the shorter
// have nothing like them in the longer.  Short forms such as "BMJ" may stand for anything.
bool AreTwoJournals(const std::string& a, const std::string& b);

// Where the work stands in print, "place:inf.beh.dev|29|445", so that an entry with a
// wrong identifier or year still meets its record.  Empty where journal, volume or first
// page is missing.
std::string PlaceName(const Reference& printed);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_TEXT_WORK_NAMES_H_
