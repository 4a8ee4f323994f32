// Which format a text is in, by its content first and then by its name.
#ifndef CLAIMGRAPH_IMPORTERS_FORMATS_SNIFF_H_
#define CLAIMGRAPH_IMPORTERS_FORMATS_SNIFF_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "core/document.h"

namespace claimgraph {

inline constexpr std::size_t kSniffedBytes = 16 << 10;

// `head`: the first kSniffedBytes of a text, decoded.
Format SniffText(std::string_view head, std::string_view source);

// What to tell someone whose file holds no text that can be read ("This is an
// image; ..."); empty for text.  Known kinds are told by their first bytes; others
// are not text where one byte in a hundred of the first kSniffedBytes is NUL or
// the like, in every second place too often for UTF-16.
std::string NotText(std::string_view bytes);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_FORMATS_SNIFF_H_
