// The edges that lead to works and propositions: lists that grow for ever, a
// few ids with each document.
//
// A list is cut into segments of kSegmentIds.  The newest one is a value that is
// read and written again for each addition; when it is full it is sealed, under
// the last id in it, and touched again only to remove.  So the work of one more
// citation is that of one segment, however many there are, and reading a list
// touches one key for each segment.
//
// Ids are issued upwards, so what is added is after all that is there, but where a
// document is replaced: nouns that stay keep their ids, and are put into the segment
// where they belong, which may then be a longer one.
#ifndef CLAIMGRAPH_CORE_STORE_SHARED_EDGES_H_
#define CLAIMGRAPH_CORE_STORE_SHARED_EDGES_H_

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/status.h"
#include "core/store/edge_lists.h"
#include "core/store/edges.h"
#include "core/store/key_values.h"

namespace claimgraph {

// A segment of 64 is some 100 bytes; docs/decisions/0010-edge-records.md has the
// figures of larger and smaller ones.
inline constexpr std::size_t kSegmentIds = 64;

// True of works, studies and propositions: other documents' edges lead to them as well.
bool IsShared(NodeKind kind);

// The first `limit` sources of `kind` edges to a shared node, ascending.
// kCorrupt if the bytes are not ours; `place` is where the store is, for the words.
[[nodiscard]] Result<Ids> ReadSharedEdges(const KeyValues& store, std::string_view place,
                                          NodeRef node, EdgeKind kind, std::size_t limit);

// What one change does to such lists: all removals, then all additions, then the
// writes that make them so.
class SharedEdges {
 public:
  SharedEdges(const KeyValues& store, std::string_view place) : store_(store), place_(place) {}

  [[nodiscard]] Status Remove(const Edge& edge);  // nothing, if it is not there
  // Where edge.to is new, the store is not asked what leads to it.
  [[nodiscard]] Status Add(const Edge& edge, bool to_is_new);
  void AppendTo(std::vector<Write>* writes) &&;

 private:
  struct List {
    Newest before{};
    Newest now{};
  };

  struct Segment {
    std::string key{};  // empty: there is none
    Ids ids{};
  };

  Result<List*> Find(const Edge& edge, bool to_is_new);
  // Puts an id where it belongs; may make its segment longer than others.
  Status Insert(const Edge& edge, List* list);
  void Seal(const std::string& newest, List* list);
  // The sealed segment that holds edge.from, or would.
  Result<Segment> FindSealed(const Edge& edge, const std::string& newest);
  Status RemoveSealed(const Edge& edge, const std::string& newest, List* list);

  const KeyValues& store_;
  std::string_view place_;
  std::map<std::string, List, std::less<>> lists_{};  // by NewestIn
  std::map<std::string, Ids, std::less<>> sealed_{};  // by SealedIn; empty: to be removed
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_STORE_SHARED_EDGES_H_
