#include "queries/sql/node_walk.h"

#include <algorithm>
#include <utility>

namespace claimgraph {
namespace {

// Of a million neighbours, `LIMIT 10` and EXISTS want only the first.
constexpr std::size_t kFirst = 256;
// Misses that say nothing yet about a graph.
constexpr std::uint64_t kFewMisses = 64;

}  // namespace

void NodeWalk::Set(std::vector<std::uint64_t> ids) {
  ids_ = std::move(ids);
  next_ = 0;
  counting_ = false;
  trying_ = false;
  partial_ = false;
}

void NodeWalk::All(bool only_ids, bool descending) {
  Set({});
  descending_ = descending;
  if (only_ids) {
    ids_ = reader_->All(kind_);
    if (descending) std::ranges::reverse(ids_);
    return;
  }
  counting_ = true;
  last_ = reader_->LastId(kind_);
  current_ = descending ? last_ + 1 : 0;
  tried_ = 0;
  misses_ = 0;
}

void NodeWalk::One(std::uint64_t id) {
  Set({id});
  trying_ = true;
}

void NodeWalk::Along(NodeRef from, std::span<const Step> steps) {
  Set({});
  std::vector<NodeRef> nodes = {from};
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const bool bounded = i == 0 && steps.size() == 1;
    std::vector<NodeRef> reached;
    for (const NodeRef node : nodes) {
      std::vector<NodeRef> more =
          bounded ? reader_->FirstNeighbours(node, steps[i].edge, steps[i].way, kFirst)
                  : reader_->Neighbours(node, steps[i].edge, steps[i].way);
      if (reached.empty()) {
        reached = std::move(more);
      } else {
        reached.insert(reached.end(), more.begin(), more.end());
      }
    }
    partial_ = bounded && reached.size() == kFirst;
    nodes = std::move(reached);
  }
  if (steps.size() > 1) {
    std::ranges::sort(nodes);
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
  }
  from_ = from;
  step_ = steps.back();
  ids_.reserve(nodes.size());
  for (const NodeRef node : nodes) ids_.push_back(node.id);
}

void NodeWalk::Named(const std::string& name) {
  const NodeRef node = reader_->Named(name);
  Set(node.id != 0 && node.kind == kind_ ? std::vector{node.id} : std::vector<std::uint64_t>());
}

void NodeWalk::FoundBy(const std::string& rule) {
  Set({});
  if (rule.empty()) return;  // to Findings, this would mean all rules
  const std::vector<FindingId> findings = reader_->Findings(rule);
  ids_.reserve(findings.size());
  for (const FindingId id : findings) ids_.push_back(Raw(id));
}

bool NodeWalk::ReadMore() {
  if (!std::exchange(partial_, false)) return false;
  const std::vector<NodeRef> nodes = reader_->Neighbours(from_, step_.edge, step_.way);
  ids_.clear();
  for (const NodeRef node : nodes) ids_.push_back(node.id);
  return next_ < ids_.size();
}

void NodeWalk::StopCounting() {
  const std::uint64_t current = current_;
  Set(reader_->All(kind_));
  if (descending_) {
    std::ranges::reverse(ids_);
    next_ = std::ranges::upper_bound(ids_, current, std::greater()) - ids_.begin();
  } else {
    next_ = std::ranges::upper_bound(ids_, current) - ids_.begin();
  }
}

std::uint64_t NodeWalk::Next() {
  if (counting_ && misses_ > kFewMisses + (tried_ - misses_)) StopCounting();
  if (counting_) {
    ++tried_;
    if (descending_) return current_ <= 1 ? 0 : --current_;
    return current_ >= last_ ? 0 : ++current_;
  }
  if (next_ == ids_.size() && !ReadMore()) return 0;
  return ids_[next_++];
}

}  // namespace claimgraph
