// Runs are found by binary search: on their text begin for Source, on their
// source end for TextAt.  Inside a run everything is a division by its unit.

#include "core/offset_map.h"

#include <algorithm>
#include <cassert>

namespace claimgraph {
namespace {

using Run = OffsetMap::Run;

std::uint32_t TextEnd(const Run& r) { return r.text + r.text_size; }

// A run's last unit may be cut short; it still stands for all of its source.
std::uint32_t Units(const Run& r) { return (r.text_size + r.text_unit - 1) / r.text_unit; }
std::uint32_t SourceEnd(const Run& r) { return r.source + Units(r) * r.source_unit; }

// Source offset of the unit that holds text byte `t`.
std::uint32_t UnitBegin(const Run& r, std::uint32_t t) {
  return r.source + (t - r.text) / r.text_unit * r.source_unit;
}
std::uint32_t UnitEnd(const Run& r, std::uint32_t t) { return UnitBegin(r, t) + r.source_unit; }

// Walks the inner map in step with ascending queries, so that Compose is linear.
class Cursor {
 public:
  explicit Cursor(const OffsetMap& map) : runs_(map.runs()) {}

  // The run that holds text byte `t`, or null past the end.
  const Run* At(std::uint32_t t) {
    while (next_ < runs_.size() && TextEnd(runs_[next_]) <= t) ++next_;
    return next_ < runs_.size() ? &runs_[next_] : nullptr;
  }

 private:
  const std::vector<Run>& runs_;
  std::size_t next_ = 0;
};

// Appends to `out` the way that middle bytes [begin, end), linear in the outer
// map, take through the inner one.
void ComposeLinear(std::uint32_t begin, std::uint32_t end, Cursor* inner, OffsetMap* out) {
  while (begin < end) {
    const Run* r = inner->At(begin);
    if (r == nullptr) return;
    const std::uint32_t stop = std::min(end, TextEnd(*r));
    const std::uint32_t into_unit = (begin - r->text) % r->text_unit;
    const std::uint32_t left = stop - begin;
    if (into_unit != 0) {  // the rest of a unit whose source is already taken
      const std::uint32_t rest = std::min(left, r->text_unit - into_unit);
      out->Append(UnitEnd(*r, begin), rest, 1, 0);
      begin += rest;
    } else if (left >= r->text_unit) {
      const std::uint32_t whole = left - left % r->text_unit;
      out->Append(UnitBegin(*r, begin), whole, r->text_unit, r->source_unit);
      begin += whole;
    } else {
      out->Append(UnitBegin(*r, begin), left, left, r->source_unit);
      begin += left;
    }
  }
}

}  // namespace

OffsetMap OffsetMap::Identity(std::uint32_t size) {
  OffsetMap map;
  map.Append(0, size);
  return map;
}

void OffsetMap::Append(std::uint32_t source, std::uint32_t text_size, std::uint32_t text_unit,
                       std::uint32_t source_unit) {
  if (text_size == 0) return;
  assert(text_unit > 0);
  if (!runs_.empty()) {
    Run& last = runs_.back();
    assert(source >= SourceEnd(last));
    if (last.text_unit == text_unit && last.source_unit == source_unit &&
        last.text_size % text_unit == 0 && SourceEnd(last) == source) {
      last.text_size += text_size;
      return;
    }
  }
  runs_.push_back({this->text_size(), source, text_size, text_unit, source_unit});
}

Span OffsetMap::Source(TextSpan s) const {
  if (runs_.empty()) return {};
  const auto holding = [this](std::uint32_t t) {
    auto after = std::upper_bound(runs_.begin(), runs_.end(), t,
                                  [](std::uint32_t v, const Run& r) { return v < r.text; });
    return after == runs_.begin() ? after : after - 1;
  };
  const auto first = holding(s.begin);
  const std::uint32_t begin =
      s.begin >= TextEnd(*first) ? SourceEnd(*first) : UnitBegin(*first, s.begin);
  if (s.end <= s.begin) return {begin, begin};
  const auto last = holding(s.end - 1);
  const std::uint32_t end = std::min(UnitEnd(*last, s.end - 1), SourceEnd(*last));
  return {begin, std::max(begin, end)};
}

std::uint32_t OffsetMap::TextAt(std::uint32_t source) const {
  auto r = std::partition_point(runs_.begin(), runs_.end(),
                                [source](const Run& run) { return SourceEnd(run) <= source; });
  while (r != runs_.end() && r->source_unit == 0) ++r;
  if (r == runs_.end()) return text_size();
  if (source <= r->source) return r->text;
  return r->text + (source - r->source) / r->source_unit * r->text_unit;
}

OffsetMap OffsetMap::Compose(const OffsetMap& outer, const OffsetMap& inner) {
  OffsetMap out;
  Cursor cursor(inner);
  std::uint32_t reached = 0;  // source bytes taken so far
  for (const Run& o : outer.runs_) {
    if (o.source_unit == 0) {
      out.Append(reached, o.text_size, 1, 0);
    } else if (o.text_unit == 1 && o.source_unit == 1) {
      ComposeLinear(o.source, o.source + o.text_size, &cursor, &out);
    } else {
      for (std::uint32_t t = 0; t < o.text_size; t += o.text_unit) {
        const std::uint32_t middle = o.source + t / o.text_unit * o.source_unit;
        const Run* first = cursor.At(middle);
        if (first == nullptr) break;
        const std::uint32_t begin = std::max(reached, UnitBegin(*first, middle));
        const Run* last = cursor.At(middle + o.source_unit - 1);
        const std::uint32_t end =
            last == nullptr ? begin : UnitEnd(*last, middle + o.source_unit - 1);
        const std::uint32_t size = std::min(o.text_unit, o.text_size - t);
        out.Append(begin, size, size, std::max(begin, end) - begin);
        reached = std::max(begin, end);
      }
    }
    if (!out.runs_.empty()) reached = SourceEnd(out.runs_.back());
  }
  return out;
}

std::uint32_t OffsetMap::text_size() const { return runs_.empty() ? 0 : TextEnd(runs_.back()); }

}  // namespace claimgraph
