// What would fall if a study turned out to be worth nothing.
//
// Take a work away, with every evidence line that rests on it, and judge each
// claim that rested on it again by what is left (core/appraisal, as the importer
// does):
//   falls     no evidence line is left: the claim is unsupported
//   weakens   the verdict is worse, or the certainty of the body is lower
//   survives  neither
// Taking a document away means the works that it is: what others rest on it.
//
// The verdict before is the stored one.  Where the importer judged by something
// that only the text shows ("the text has just said that certainty is low"),
// taking a source away cannot change that, and the stored verdict stays; its
// certainty may still drop.  Numbers that a claim prints are nobody's once one
// of its sources goes.
//
// Not followed: what the fall of one document's claims does to those who cite
// that document.  A claim that cites a work without an evidence line does not
// rest on it.
//
// One work costs the lines of its claims.  The ranking judges each claim once for
// each of its works, about 1 us a judgement: linear in claims, as long as a claim
// rests on a handful of works.
#ifndef CLAIMGRAPH_QUERIES_GRAPH_IMPACT_H_
#define CLAIMGRAPH_QUERIES_GRAPH_IMPACT_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/appraisal/verdict.h"
#include "core/graph_reader.h"
#include "queries/graph/evidence_csr.h"
#include "queries/graph/nodes.h"

namespace claimgraph {

enum class Fate : std::uint8_t { kFalls, kWeakens, kSurvives };
std::string_view Name(Fate fate);  // "falls", "weakens", "survives"

// How a claim stands: by its words and by its body of evidence.
struct Footing {
  Verdict verdict = Verdict::kUnsupported;
  int level = 0;  // certainty of the body, 0 to 4
  int works = 0;  // that evidence lines rest on; lines without one are one more
  bool operator==(const Footing&) const = default;
};

struct Change {
  Fate fate = Fate::kSurvives;
  Footing before{};
  Footing after{};
  bool operator==(const Change&) const = default;
};

// Judges claims with and without some of their works.
class ClaimJudge {
 public:
  explicit ClaimJudge(const EvidenceCsr& graph) : graph_(graph) {}

  // Requires: `works` are indices, ascending.
  Change Without(std::uint32_t claim, std::span<const std::uint32_t> works);

 private:
  void Load(std::uint32_t claim);
  void LoadBody();
  Judgement JudgeWithout(std::span<const std::uint32_t> works);

  const EvidenceCsr& graph_;
  std::uint32_t claim_ = kNoIndex;  // whose lines are loaded
  std::vector<BodyLine> lines_;     // of the whole body, one for each reference
  std::vector<std::uint32_t> work_of_line_;
  std::vector<std::uint32_t> works_;  // those, ascending, each once
  JudgeInputs inputs_;
  Footing whole_;
  bool by_words_ = false;  // the stored verdict is not what the evidence alone gives
};

struct ClaimImpact {
  Change change{};
  Trail trail{};                  // from the claim to the work that goes
  std::vector<TrailStep> left{};  // works that stay
};

struct Impact {
  TrailStep removed{};             // what was asked for
  std::vector<TrailStep> works{};  // that go with it; none: nothing cites that document
  std::size_t falls = 0;
  std::size_t weakens = 0;
  std::size_t survives = 0;
  std::vector<ClaimImpact> claims{};  // falls first, then weakens; by claim; the first `limit`
};

// `node` is a work or a document of `graph`, which was read from `reader`.
Impact ImpactOf(const EvidenceCsr& graph, const GraphReader& reader, NodeRef node,
                std::size_t limit);

// One row of the ranking.
struct LoadBearing {
  std::uint32_t work = kNoIndex;  // index
  std::uint32_t falls = 0;
  std::uint32_t weakens = 0;
  std::uint32_t claims = 0;  // that rest on it
  bool operator==(const LoadBearing&) const = default;
};

// Every work that a claim rests on: most falls first, then most weakened, then
// most claims, then by id.  `threads` share the claims (0: one a core) and change
// nothing in the answer.
std::vector<LoadBearing> RankByImpact(const EvidenceCsr& graph, unsigned threads = 0);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_GRAPH_IMPACT_H_
