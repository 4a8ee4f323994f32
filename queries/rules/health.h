// Is this text about health at all?
#ifndef CLAIMGRAPH_QUERIES_RULES_HEALTH_H_
#define CLAIMGRAPH_QUERIES_RULES_HEALTH_H_

#include "core/document.h"

namespace claimgraph {

// True where enough different words of health stand close enough together: one in
// 300, and one kind a hundred words up to four; and for a few lines, which are too
// short to tell.  Reads the first 100 kB.
//
// Rules about claims ask this first: "memory" that leaks and tests under "stress"
// are not health claims, and a manual of software has nothing to cite.
bool SpeaksOfHealth(const Document& document);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_RULES_HEALTH_H_
