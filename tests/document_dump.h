// A Document as lines of text, so that tests can show input beside outcome.
//
//   h2 "Why rest helps"            a heading, level 2
//   p "Rest eases pain [3]."       a paragraph; [NAME] other blocks, see Name()
//     link "here" -> https://...
//     strong "eases"
//     . "Rest eases pain [3]."     a sentence, if asked for
// A line break inside a block is shown as "/".
#ifndef CLAIMGRAPH_TESTS_DOCUMENT_DUMP_H_
#define CLAIMGRAPH_TESTS_DOCUMENT_DUMP_H_

#include <string>
#include <string_view>

#include "core/document.h"

namespace claimgraph {

std::string DumpBlocks(const Document& document);  // blocks, links and marks
std::string DumpSentences(const Document& document);

// Empty if `document` keeps every promise of core/document.h about the text,
// blocks, links, marks and map of `bytes`; else what is broken.
std::string BrokenPromise(const Document& document, std::string_view bytes);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_TESTS_DOCUMENT_DUMP_H_
