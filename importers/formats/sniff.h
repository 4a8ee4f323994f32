// Which format a text is in, by its content first and then by its name.
#ifndef CLAIMGRAPH_IMPORTERS_FORMATS_SNIFF_H_
#define CLAIMGRAPH_IMPORTERS_FORMATS_SNIFF_H_

#include <cstddef>
#include <string_view>

#include "core/document.h"

namespace claimgraph {

inline constexpr std::size_t kSniffedBytes = 16 << 10;

// `head`: the first kSniffedBytes of a text, decoded.
Format SniffText(std::string_view head, std::string_view source);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_FORMATS_SNIFF_H_
