// Is this text about health at all, and is this claim of it?
//
// Rules about claims ask first: "memory" that leaks and tests under "stress" are
// not health claims, and a manual of software has nothing to cite.  Reads the
// first 100 kB.
#ifndef CLAIMGRAPH_QUERIES_RULES_HEALTH_H_
#define CLAIMGRAPH_QUERIES_RULES_HEALTH_H_

#include <cstdint>
#include <string_view>

#include "core/document.h"

namespace claimgraph {

enum class HealthTalk : std::uint8_t {
  kNone,        // no rule about claims has anything to say here
  kInPassing,   // a law case or a shop's books that speak of health too: only claims
                // beside words of health count
  kThroughout,  // one word in forty is of health; or too short to tell: a few lines
};

// kNone where fewer than three different words of health are found, fewer than one
// in 300 words, or none that has no other sense.
HealthTalk HealthTalkOf(const Document& document);

// A word of health that has no other sense stands in `words`.
bool NamesHealth(std::string_view words);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_RULES_HEALTH_H_
