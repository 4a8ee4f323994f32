// Lines that stand around an article and are not part of it.
//
// Dates, bylines, reading times, share buttons, comments and related posts come
// along when a page is copied, and survive in pages whose HTML does not say
// what they are.
#ifndef CLAIMGRAPH_IMPORTERS_FORMATS_FURNITURE_H_
#define CLAIMGRAPH_IMPORTERS_FORMATS_FURNITURE_H_

#include <string_view>

#include "core/document.h"

namespace claimgraph {

// "5 min read", "Updated: May 2, 2024", "Share this post", "3 comments".
bool IsFurniture(std::string_view line);

// A line that describes a picture: "A nurse taking a runner's pulse.",
// "Photo by ...", "Figure 2. ...".
bool IsCaption(std::string_view line);

// Turns furniture blocks into kMetadata: single lines anywhere, names beside
// dates at the head, and everything after "Comments" or "Related posts" at the
// tail, unless references follow.
void MarkFurniture(Document* document);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_FORMATS_FURNITURE_H_
