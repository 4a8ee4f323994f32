// Times as decisions have them: "2026-03-01T09:30:00Z", which is an xsd:dateTime.
#ifndef CLAIMGRAPH_CORE_TEXT_UTC_TIME_H_
#define CLAIMGRAPH_CORE_TEXT_UTC_TIME_H_

#include <string_view>

namespace claimgraph {

// True of a second that there was or will be, in that form: not of February 30, of hour 24
// or of second 60.
bool IsUtcTime(std::string_view text);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_TEXT_UTC_TIME_H_
