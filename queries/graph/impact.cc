// The evidence lines of a claim become nouns again, once, so that the one judge
// there is can judge what is left of them (core/appraisal/verdict); ids in them
// are indices plus one.

#include "queries/graph/impact.h"

#include <algorithm>
#include <array>
#include <thread>
#include <tuple>

namespace claimgraph {
namespace {

// Worse verdicts are lower.
int RankOf(Verdict verdict) {
  switch (verdict) {
    case Verdict::kSupported:
      return 3;
    case Verdict::kWeaklySupported:
      return 2;
    case Verdict::kOverstated:
      return 1;
    case Verdict::kContradicted:
    case Verdict::kUnsupported:
    case Verdict::kUnverifiable:
      return 0;
  }
  return 0;
}

// Adds to (*rows)[work] for each of the claims [begin, end) that rest on it.
void CountFates(const EvidenceCsr& graph, std::uint32_t begin, std::uint32_t end,
                std::vector<LoadBearing>* rows) {
  ClaimJudge judge(graph);
  std::vector<std::uint32_t> works;
  for (std::uint32_t claim = begin; claim < end; ++claim) {
    works.clear();
    bool others = false;  // lines that rest on no work
    for (const std::uint32_t line : graph.claim_lines[claim]) {
      const std::uint32_t work = graph.line_work[line];
      others |= work == kNoIndex;
      if (work != kNoIndex && std::ranges::find(works, work) == works.end()) works.push_back(work);
    }
    for (const std::uint32_t work : works) {
      LoadBearing& row = (*rows)[work];
      ++row.claims;
      if (works.size() == 1 && !others) {
        ++row.falls;
        continue;
      }
      const Change change = judge.Without(claim, std::span(&work, 1));
      row.weakens += change.fate == Fate::kWeakens ? 1 : 0;
    }
  }
}

}  // namespace

std::string_view Name(Fate fate) {
  static constexpr std::array<std::string_view, 3> kNames = {"falls", "weakens", "survives"};
  return kNames.at(static_cast<std::size_t>(fate));
}

void ClaimJudge::Load(std::uint32_t claim) {
  claim_ = claim;
  LoadBody();
  const std::uint8_t flags = graph_.claim_flags[claim];
  inputs_.kind = graph_.claim_kind[claim];
  inputs_.strength = graph_.claim_strength[claim];
  inputs_.certainty = graph_.claim_certainty[claim];
  inputs_.citation_status = graph_.claim_status[claim];
  inputs_.negated = (flags & kNegatedClaim) != 0;
  inputs_.attributed = (flags & kAttributedClaim) != 0;
  inputs_.named_source = (flags & kNamesOneSource) != 0;
  inputs_.magnitude = (flags & kHasMagnitude) != 0;
  inputs_.has_effect_size = (flags & kHasEffectSize) != 0;
  const Judgement judged = JudgeWithout({});
  by_words_ = judged.verdict != graph_.claim_verdict[claim];
  whole_ = {graph_.claim_verdict[claim], judged.appraisal.level, static_cast<int>(works_.size())};
}

// A reference is one work's, so which of its lines stands for it does not depend
// on what else goes: that is chosen once.
void ClaimJudge::LoadBody() {
  std::vector<EvidenceLine> lines;
  for (const std::uint32_t i : graph_.claim_lines[claim_]) {
    EvidenceLine& line = lines.emplace_back();
    if (graph_.line_work[i] != kNoIndex) line.work = WorkId{graph_.line_work[i] + 1ULL};
    // A line without a reference has one of its own, beyond all others.
    line.reference = ReferenceId{
        graph_.line_reference[i] != kNoIndex ? graph_.line_reference[i] + 1ULL : (1ULL << 32U) + i};
    line.stance = graph_.line_stance[i];
    line.design = graph_.line_design[i];
    UnpackDirectness(graph_.line_directness[i], &line);
  }
  lines = OneLineForEachReference(lines);
  work_of_line_.clear();
  for (const EvidenceLine& line : lines) {
    work_of_line_.push_back(IsSet(line.work) ? static_cast<std::uint32_t>(Raw(line.work) - 1)
                                             : kNoIndex);
  }
  works_ = work_of_line_;
  std::ranges::sort(works_);
  works_.erase(std::unique(works_.begin(), works_.end()), works_.end());
  lines_ = BodyOf(lines).lines;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    lines_[i].retracted = work_of_line_[i] != kNoIndex &&
                          graph_.work_standing[work_of_line_[i]] == Standing::kRetracted;
  }
}

Judgement ClaimJudge::JudgeWithout(std::span<const std::uint32_t> works) {
  inputs_.body.lines.clear();
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (!std::ranges::binary_search(works, work_of_line_[i])) {
      inputs_.body.lines.push_back(lines_[i]);
    }
  }
  return Judge(inputs_, {}, Trace::kNone);
}

Change ClaimJudge::Without(std::uint32_t claim, std::span<const std::uint32_t> works) {
  if (claim != claim_) Load(claim);
  Change change{.before = whole_};
  const Judgement judged = JudgeWithout(works);
  if (inputs_.body.lines.empty()) {
    change.fate = Fate::kFalls;
    change.after.verdict = Verdict::kUnsupported;
    return change;
  }
  const auto gone = std::ranges::count_if(
      works, [&](std::uint32_t work) { return std::ranges::binary_search(works_, work); });
  change.after = {by_words_ ? whole_.verdict : judged.verdict, judged.appraisal.level,
                  whole_.works - static_cast<int>(gone)};
  const bool worse = RankOf(change.after.verdict) < RankOf(change.before.verdict) ||
                     change.after.level < change.before.level;
  change.fate = worse ? Fate::kWeakens : Fate::kSurvives;
  return change;
}

Impact ImpactOf(const EvidenceCsr& graph, const GraphReader& reader, NodeRef node,
                std::size_t limit) {
  Impact impact{.removed = Step(reader, "", node)};
  std::vector<std::uint32_t> works;
  if (node.kind == NodeKind::kWork) {
    works.push_back(graph.WorkIndex(node.id));
  } else {
    const auto own = graph.text_works[graph.DocumentIndex(node.id)];
    works.assign(own.begin(), own.end());
  }
  std::vector<std::uint32_t> claims;
  for (const std::uint32_t work : works) {
    impact.works.push_back(Step(reader, "", graph.WorkNode(work)));
    for (const std::uint32_t line : graph.work_lines[work]) {
      claims.push_back(graph.line_claim[line]);
    }
  }
  std::ranges::sort(claims);
  claims.erase(std::unique(claims.begin(), claims.end()), claims.end());

  ClaimJudge judge(graph);
  std::vector<std::tuple<Fate, std::uint32_t, Change>> changes;
  for (const std::uint32_t claim : claims) {
    const Change change = judge.Without(claim, works);
    changes.emplace_back(change.fate, claim, change);
    impact.falls += change.fate == Fate::kFalls ? 1 : 0;
    impact.weakens += change.fate == Fate::kWeakens ? 1 : 0;
    impact.survives += change.fate == Fate::kSurvives ? 1 : 0;
  }
  std::ranges::sort(changes, {},
                    [](const auto& c) { return std::pair(std::get<0>(c), std::get<1>(c)); });
  if (changes.size() > limit) changes.resize(limit);
  for (const auto& [fate, claim, change] : changes) {
    ClaimImpact& row = impact.claims.emplace_back(ClaimImpact{.change = change});
    std::uint32_t gone = works.front();
    std::vector<std::uint32_t> left;
    for (const std::uint32_t line : graph.claim_lines[claim]) {
      const std::uint32_t work = graph.line_work[line];
      if (work == kNoIndex) continue;
      if (std::ranges::binary_search(works, work)) {
        gone = work;
      } else if (std::ranges::find(left, work) == left.end()) {
        left.push_back(work);
      }
    }
    row.trail = TrailTo(reader, ClaimId{graph.claims[claim]}, WorkId{graph.works[gone]});
    for (const std::uint32_t work : left) {
      row.left.push_back(Step(reader, "rests on", graph.WorkNode(work)));
    }
  }
  return impact;
}

std::vector<LoadBearing> RankByImpact(const EvidenceCsr& graph, unsigned threads) {
  if (threads == 0) threads = std::max(1U, std::thread::hardware_concurrency());
  // Claims are judged alone, so each thread counts over a run of them.
  const auto claims = static_cast<std::uint32_t>(graph.claims.size());
  const std::uint32_t run = claims / threads + 1;
  std::vector<std::vector<LoadBearing>> counts(threads);
  {
    std::vector<std::jthread> workers;
    for (unsigned t = 0; t < threads; ++t) {
      const std::uint32_t begin = std::min(claims, t * run);
      const std::uint32_t end = std::min(claims, begin + run);
      counts[t].resize(graph.works.size());
      workers.emplace_back(
          [&graph, begin, end, out = &counts[t]] { CountFates(graph, begin, end, out); });
    }
  }
  std::vector<LoadBearing> all(graph.works.size());
  for (std::uint32_t work = 0; work < all.size(); ++work) {
    all[work].work = work;
    for (const std::vector<LoadBearing>& count : counts) {
      all[work].falls += count[work].falls;
      all[work].weakens += count[work].weakens;
      all[work].claims += count[work].claims;
    }
  }
  std::erase_if(all, [](const LoadBearing& row) { return row.claims == 0; });
  std::ranges::sort(all, {}, [](const LoadBearing& row) {
    return std::tuple(~row.falls, ~row.weakens, ~row.claims, row.work);
  });
  return all;
}

}  // namespace claimgraph
