// Writes that wait: a store that answers as if they were done, and hands them on
// together.
//
// Syncing a commit costs the same for one small document as for fifty, so an
// import holds what it puts for a moment and commits it as one.
#ifndef CLAIMGRAPH_CORE_STORE_HELD_WRITES_H_
#define CLAIMGRAPH_CORE_STORE_HELD_WRITES_H_

#include <memory>

#include "core/store/key_values.h"

namespace claimgraph {

// Reads and commits as `base` does until Hold is called; from then until Release,
// commits stay in memory, and all calls must come from one thread.
std::unique_ptr<KeyValues> NewHeldWrites(std::unique_ptr<KeyValues> base);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_STORE_HELD_WRITES_H_
