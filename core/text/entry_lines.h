// Where one entry of a reference list ends and the next begins, by the line end
// between them.
#ifndef CLAIMGRAPH_CORE_TEXT_ENTRY_LINES_H_
#define CLAIMGRAPH_CORE_TEXT_ENTRY_LINES_H_

#include <string_view>

namespace claimgraph {

// True if `before` ends like an entry of a list (or a sentence) and the line at
// the beginning of `after` opens like one: "Marlow, A.", "Marlow AB,", "van der
// Berg, Hans", "Harbour Institute. (2019)".  Looks at a few words of each.
bool EndsEntryLine(std::string_view before, std::string_view after);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_TEXT_ENTRY_LINES_H_
