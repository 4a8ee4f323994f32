// The part of an English word that its forms share: "stretching", "stretches"
// -> "stretch".  Snowball's English stemmer; not a dictionary form.
#ifndef CLAIMGRAPH_CORE_TEXT_STEM_H_
#define CLAIMGRAPH_CORE_TEXT_STEM_H_

#include <string>
#include <string_view>

namespace claimgraph {

// `word` is folded (core/text/normalize.h).  Safe on any thread.
std::string Stem(std::string_view word);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_TEXT_STEM_H_
