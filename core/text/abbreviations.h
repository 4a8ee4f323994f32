// Full stops that end a word and not a sentence: "et al.", "e.g.", "J. Cole".
#ifndef CLAIMGRAPH_CORE_TEXT_ABBREVIATIONS_H_
#define CLAIMGRAPH_CORE_TEXT_ABBREVIATIONS_H_

#include <cstddef>
#include <string_view>

namespace claimgraph {

// Whether the single full stop at line[stop] only abbreviates.  `sentence` is
// where its sentence begins and `next` where the next word does, after the
// space; both are offsets in `line`, and next < line.size().
bool OnlyAbbreviates(std::string_view line, std::size_t sentence, std::size_t stop,
                     std::size_t next);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_TEXT_ABBREVIATIONS_H_
