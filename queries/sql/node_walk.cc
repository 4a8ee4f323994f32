#include "queries/sql/node_walk.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace claimgraph {
namespace {

// Of a million neighbours or nodes, `LIMIT 10` and EXISTS want only the first.
constexpr std::size_t kFirst = 256;
constexpr std::uint64_t kFirstTries = 1024;
// Misses that say nothing yet about a graph.
constexpr std::uint64_t kFewMisses = 64;

}  // namespace

void NodeWalk::Reset() {
  counting_ = false;
  trying_ = false;
  nodes_.clear();
  ids_.clear();
  next_ = 0;
  partial_ = false;
}

void NodeWalk::All(bool only_ids, bool descending) {
  Reset();
  counting_ = true;
  descending_ = descending;
  last_ = reader_->LastId(kind_);
  current_ = descending ? last_ + 1 : 0;
  tried_ = 0;
  misses_ = 0;
  most_tries_ = only_ids ? kFirstTries : std::numeric_limits<std::uint64_t>::max();
}

void NodeWalk::One(std::uint64_t id) {
  Reset();
  trying_ = true;
  nodes_.push_back({kind_, id});
}

void NodeWalk::Along(NodeRef from, std::span<const Step> steps) {
  Reset();
  if (steps.size() == 1) {
    from_ = from;
    step_ = steps[0];
    nodes_ = reader_->FirstNeighbours(from, step_.edge, step_.way, kFirst);
    partial_ = nodes_.size() == kFirst;
    return;
  }
  nodes_.push_back(from);
  for (const Step& step : steps) {
    std::vector<NodeRef> reached;
    for (const NodeRef node : nodes_) {
      const std::vector<NodeRef> more = reader_->Neighbours(node, step.edge, step.way);
      reached.insert(reached.end(), more.begin(), more.end());
    }
    nodes_ = std::move(reached);
  }
  std::ranges::sort(nodes_);
  nodes_.erase(std::unique(nodes_.begin(), nodes_.end()), nodes_.end());
}

void NodeWalk::Named(const std::string& name) {
  Reset();
  const NodeRef node = reader_->Named(name);
  if (node.id != 0 && node.kind == kind_) nodes_.push_back(node);
}

void NodeWalk::FoundBy(const std::string& rule) {
  Reset();
  if (rule.empty()) return;  // to Findings, this would mean all rules
  for (const FindingId id : reader_->Findings(rule)) nodes_.push_back(Node(id));
}

bool NodeWalk::ReadMore() {
  if (!std::exchange(partial_, false)) return false;
  nodes_ = reader_->Neighbours(from_, step_.edge, step_.way);
  return next_ < nodes_.size();
}

void NodeWalk::StopCounting() {
  counting_ = false;
  ids_ = reader_->All(kind_);
  if (descending_) {
    std::ranges::reverse(ids_);
    next_ = static_cast<std::size_t>(std::ranges::upper_bound(ids_, current_, std::greater()) -
                                     ids_.begin());
  } else {
    next_ = static_cast<std::size_t>(std::ranges::upper_bound(ids_, current_) - ids_.begin());
  }
}

std::uint64_t NodeWalk::Next() {
  if (counting_ && (tried_ == most_tries_ || misses_ > kFewMisses + (tried_ - misses_))) {
    StopCounting();
  }
  if (counting_) {
    const bool at_end = descending_ ? current_ <= 1 : current_ >= last_;
    if (at_end) return 0;
    ++tried_;
    return descending_ ? --current_ : ++current_;
  }
  if (!ids_.empty()) return next_ < ids_.size() ? ids_[next_++] : 0;
  if (next_ == nodes_.size() && !ReadMore()) return 0;
  return nodes_[next_++].id;
}

}  // namespace claimgraph
