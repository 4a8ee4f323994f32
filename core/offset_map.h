// From bytes of the readable text back to bytes of the source.
//
// A map is a list of runs.  Inside a run, every `text_unit` bytes of text came
// from `source_unit` bytes of source:
//   plain text        {1, 1}    bytes equal bytes
//   `&#8217;`         {3, 7}    one entity, one character; never split
//   UTF-16 ASCII      {1, 2}
//   text added by us  {n, 0}    e.g. the "\n" between two blocks
// Bytes of source that no run covers (tags, fences, front matter) are simply
// skipped.  Runs are ascending in both texts, so a map is monotone: order and
// nesting of spans survive it.
#ifndef CLAIMGRAPH_CORE_OFFSET_MAP_H_
#define CLAIMGRAPH_CORE_OFFSET_MAP_H_

#include <cstdint>
#include <vector>

#include "core/span.h"

namespace claimgraph {

class OffsetMap {
 public:
  struct Run {
    std::uint32_t text = 0;         // first byte of text
    std::uint32_t source = 0;       // first byte of source
    std::uint32_t text_size = 0;    // bytes of text that the run covers
    std::uint32_t text_unit = 1;    // > 0
    std::uint32_t source_unit = 1;  // 0 for text that we added
    bool operator==(const Run&) const = default;
  };

  // The map of a text that is its source, byte for byte.
  static OffsetMap Identity(std::uint32_t size);

  // Appends `text_size` bytes of text at the end.  Adjoining linear runs merge.
  // Requires: source is not before the end of the last run.
  void Append(std::uint32_t source, std::uint32_t text_size, std::uint32_t text_unit = 1,
              std::uint32_t source_unit = 1);

  // The source bytes of `s`.  An empty span maps to an empty span.  A boundary
  // inside a unit moves outwards, so the whole entity is included.
  // O(log runs).
  Span Source(TextSpan s) const;

  // The first text byte that came from `source` or from any byte after it.
  std::uint32_t TextAt(std::uint32_t source) const;

  // outer: text -> middle, inner: middle -> source; gives text -> source.
  static OffsetMap Compose(const OffsetMap& outer, const OffsetMap& inner);

  std::uint32_t text_size() const;
  const std::vector<Run>& runs() const { return runs_; }
  bool operator==(const OffsetMap&) const = default;

 private:
  std::vector<Run> runs_;
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_OFFSET_MAP_H_
