// Documents written in one string, and markers printed as short words.
#ifndef CLAIMGRAPH_TESTS_CITATIONS_TEST_UTIL_H_
#define CLAIMGRAPH_TESTS_CITATIONS_TEST_UTIL_H_

#include <string>
#include <string_view>
#include <vector>

#include "core/citation.h"
#include "core/document.h"
#include "importers/extraction/references.h"

namespace claimgraph {

// One paragraph a line ("# " makes a heading).  "{^3}" is raised type,
// "{a study>https://...}" a link, "[^a]" a footnote's mark; what stands between
// the braces is the text.
Document TextDocument(std::string_view text, Format format = Format::kMarkdown);

// One entry a line: "Moore, Lee 2015b Title of the work".  Names are separated
// by ", "; "+" behind the last one stands for "et al."; a name with a space in
// it is written with "_".
ReferenceList Entries(std::string_view lines, bool numbered = false);

// `count` numbered entries with names that no test uses.
ReferenceList NumberedEntries(int count);

// "ay{Moore|1998} num{3,7-9} sup{1} fn{a} key{k;l} link{https://..} ph{PubMed}
// src{2013}"; "+" behind the last author is "et al.".
std::string Dump(const std::vector<Citation>& citations);

// The same with what each is linked to: "ay{Moore|1998}->2".
std::string DumpLinks(const std::vector<Citation>& citations);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_TESTS_CITATIONS_TEST_UTIL_H_
