// The frame of every page: head, style, skip link, landmarks, and the few lines of script.
//
// A page is one file that needs nothing else.  Its Content-Security-Policy lets it load
// nothing and run only the script that it was written with, told by its hash; so even an
// escape that we missed could run nothing.
#ifndef CLAIMGRAPH_QUERIES_REPORTS_HTML_PAGE_H_
#define CLAIMGRAPH_QUERIES_REPORTS_HTML_PAGE_H_

#include <string_view>

#include "queries/reports/html_writer.h"

namespace claimgraph {

// Up to the open <body>; BeginMain comes after the page's own <header>.
void BeginPage(std::string_view title, HtmlWriter* html);
void BeginMain(HtmlWriter* html);
// Closes main, body and all.
void EndPage(HtmlWriter* html);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_REPORTS_HTML_PAGE_H_
