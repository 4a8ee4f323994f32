// A walk in depth with its own stack: a chain may be as long as the store has
// documents.

#include "queries/graph/chains.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "core/appraisal/study_level.h"

namespace claimgraph {
namespace {

// A work on the chain, and where it leads.
struct ChainLink {
  std::uint32_t work = kNoIndex;
  std::uint32_t text = kNoIndex;  // the document through which the chain came here
  std::vector<std::pair<std::uint32_t, std::uint32_t>> next{};  // text, work
  std::size_t at = 0;
};

class Walk {
 public:
  Walk(const EvidenceCsr& graph, const GraphReader& reader, std::uint32_t claim, std::size_t limit)
      : graph_(graph), reader_(reader), claim_(claim), limit_(limit) {}

  Chains Run() {
    answer_.claim = Step(reader_, "", graph_.ClaimNode(claim_));
    for (const std::uint32_t work : graph_.claim_works[claim_]) {
      Enter(work, kNoIndex);
      while (!links_.empty()) Advance();
      if (!answer_.complete) break;
    }
    return std::move(answer_);
  }

 private:
  void Enter(std::uint32_t work, std::uint32_t text) {
    links_.push_back({.work = work, .text = text});
    on_chain_.insert(work);
    if (IsPrimaryOrSynthesis(graph_.work_design[work])) return Put(ChainEnd::kStudy);
    if (graph_.work_texts[work].empty()) {
      const bool unknown = graph_.work_design[work] == StudyDesign::kUnknown;
      return Put(unknown ? ChainEnd::kUnknown : ChainEnd::kUnread);
    }
    bool cites = false;
    for (const std::uint32_t document : graph_.work_texts[work]) {
      for (const std::uint32_t cited : CitedIn(document)) {
        cites = true;
        if (!on_chain_.contains(cited)) links_.back().next.emplace_back(document, cited);
      }
    }
    if (links_.back().next.empty()) Put(cites ? ChainEnd::kCircle : ChainEnd::kNothing);
  }

  // What `document` cites on the claim's propositions, else altogether.
  std::vector<std::uint32_t> CitedIn(std::uint32_t document) const {
    std::vector<std::uint32_t> works;
    for (const std::uint32_t claim : graph_.document_claims[document]) {
      if (!SharesProposition(claim)) continue;
      const auto cited = graph_.claim_works[claim];
      works.insert(works.end(), cited.begin(), cited.end());
    }
    if (works.empty()) {
      const auto listed = graph_.document_works[document];
      works.assign(listed.begin(), listed.end());
    }
    std::ranges::sort(works);
    works.erase(std::unique(works.begin(), works.end()), works.end());
    return works;
  }

  bool SharesProposition(std::uint32_t claim) const {
    const auto own = graph_.claim_propositions[claim_];
    return std::ranges::any_of(graph_.claim_propositions[claim],
                               [&](std::uint32_t p) { return std::ranges::binary_search(own, p); });
  }

  void Advance() {
    ChainLink& link = links_.back();
    if (link.at == link.next.size() || !answer_.complete) {
      on_chain_.erase(link.work);
      links_.pop_back();
      return;
    }
    const auto [text, work] = link.next[link.at++];
    Enter(work, text);
  }

  void Put(ChainEnd end) {
    if (answer_.chains.size() == limit_) {
      answer_.complete = false;
      return;
    }
    Chain& chain = answer_.chains.emplace_back(Chain{.end = end});
    chain.trail =
        TrailTo(reader_, ClaimId{graph_.claims[claim_]}, WorkId{graph_.works[links_.front().work]});
    for (std::size_t i = 1; i < links_.size(); ++i) {
      chain.trail.push_back(Step(reader_, "has the text", graph_.DocumentNode(links_[i].text)));
      chain.trail.push_back(Step(reader_, "cites", graph_.WorkNode(links_[i].work)));
    }
    answer_.to_studies += end == ChainEnd::kStudy ? 1 : 0;
  }

  const EvidenceCsr& graph_;
  const GraphReader& reader_;
  std::uint32_t claim_;
  std::size_t limit_;
  Chains answer_;
  std::vector<ChainLink> links_;
  std::unordered_set<std::uint32_t> on_chain_;
};

}  // namespace

std::string_view Name(ChainEnd end) {
  static constexpr std::array<std::string_view, 5> kNames = {"study", "unread", "unknown",
                                                             "nothing", "circle"};
  return kNames.at(static_cast<std::size_t>(end));
}

std::string_view Describe(ChainEnd end) {
  static constexpr std::array<std::string_view, 5> kWords = {
      "ends at a study", "ends at a retelling whose text is not in the store",
      "ends at a source of unknown design", "ends at a text that cites nothing",
      "comes back to itself"};
  return kWords.at(static_cast<std::size_t>(end));
}

Chains ChainsOf(const EvidenceCsr& graph, const GraphReader& reader, ClaimId claim,
                std::size_t limit) {
  return Walk(graph, reader, graph.ClaimIndex(Raw(claim)), limit).Run();
}

}  // namespace claimgraph
