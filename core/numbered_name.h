// How all works that share a printed identifier are found by its name.
//
// A DOI should lead to one work, and its name "doi:10.1/x" does.  But documents also
// print one DOI for works that cannot be one, by mistake or as a placeholder.  Those
// are kept apart, and numbered as they come: the second is called "doi:10.1/x 2", the
// next "doi:10.1/x 3", up to kMostNumbered; more are not to be found by it.
//
// When a work goes, its number is free for the next one.  But the first two numbers
// are taken over (claimgraph/upkeep.h): where there is no "doi:10.1/x" there is no
// numbered name either, and where there is no "doi:10.1/x 2" there is no other work.
//
// Titles and addresses are not numbered: that two works share one is no fault.
#ifndef CLAIMGRAPH_CORE_NUMBERED_NAME_H_
#define CLAIMGRAPH_CORE_NUMBERED_NAME_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/graph_reader.h"

namespace claimgraph {

inline constexpr std::size_t kMostNumbered = 16;

// True of "doi:..", "pmid:..", "pmcid:.." and "place:..", numbered or not.
bool IsIdentifierName(std::string_view name);

// The name of the `number`-th work, from 1; that of the first is `name` itself.
std::string NumberedName(std::string_view name, std::size_t number);

// The name without its number.
std::string_view UnnumberedName(std::string_view name);

// The works that are called `name`, under all its numbers, each once.
std::vector<NodeRef> WorksNamed(const GraphReader& reader, std::string_view name);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_NUMBERED_NAME_H_
