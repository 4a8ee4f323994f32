// One function of C++ for each of SQL: ask the question, spread its answer into rows.

#include "queries/sql/functions.h"

#include <array>
#include <nlohmann/json.hpp>

#include "core/json.h"
#include "queries/graph/chains.h"
#include "queries/graph/communities.h"
#include "queries/graph/conflicts.h"
#include "queries/graph/coverage.h"
#include "queries/graph/impact.h"
#include "queries/graph/independence.h"
#include "queries/graph/influence.h"
#include "queries/graph/nodes.h"
#include "queries/graph/paths.h"
#include "queries/graph_view/components.h"

namespace claimgraph {
namespace {

using FunctionRows = Result<std::vector<FunctionRow>>;

constexpr ColumnType kInteger = ColumnType::kInteger;
constexpr ColumnType kReal = ColumnType::kReal;
constexpr ColumnType kText = ColumnType::kText;
constexpr std::size_t kAll = 1'000'000'000;
constexpr std::size_t kMostChains = 100'000;

Cell Whole(std::uint64_t number) { return static_cast<std::int64_t>(number); }
Cell Words(std::string_view words) { return std::string(words); }

Cell Way(const Trail& trail) {
  nlohmann::ordered_json steps = nlohmann::ordered_json::array();
  for (const TrailStep& step : trail) {
    nlohmann::ordered_json one;
    if (!step.edge.empty()) one["edge"] = step.edge;
    one["id"] = IdText(step.node);
    one["label"] = step.label;
    steps.push_back(std::move(one));
  }
  return steps.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

// An answer that is not whole would be taken for one that is.
tl::unexpected<Error> TooMany() {
  return Fail(ErrorCode::kInvalidArgument, "there are too many ways to list them all");
}

Result<NodeRef> Node(const FunctionInput& in, std::size_t argument,
                     std::initializer_list<NodeKind> kinds) {
  return FindNode(in.reader, in.arguments[argument], std::span(kinds.begin(), kinds.size()));
}

// Arrays that lack a node of the store are not of this store.
Result<EvidenceCsr> GraphWith(const FunctionInput& in, NodeRef node) {
  Result<EvidenceCsr> graph = in.source.Graph();
  if (graph && !graph->Has(node)) {
    return Fail(ErrorCode::kCorrupt,
                std::string(kSnapshotName) + " lacks " + IdText(node) + "; remove that file");
  }
  return graph;
}

FunctionRows Impacts(const FunctionInput& in) {
  const Result<NodeRef> node = Node(in, 0, {NodeKind::kWork, NodeKind::kDocument});
  if (!node) return tl::unexpected(node.error());
  const Result<EvidenceCsr> graph = GraphWith(in, *node);
  if (!graph) return tl::unexpected(graph.error());
  std::vector<FunctionRow> rows;
  for (const ClaimImpact& i : ImpactOf(*graph, in.reader, *node, kAll).claims) {
    const Change& c = i.change;
    rows.push_back({Whole(i.trail.front().node.id), Words(Name(c.fate)),
                    Words(Name(c.before.verdict)), Words(Name(c.after.verdict)),
                    Whole(c.before.level), Whole(c.after.level), Whole(c.before.works),
                    Whole(c.after.works), Way(i.trail)});
  }
  return rows;
}

FunctionRows LoadBearingWorks(const FunctionInput& in) {
  const Result<EvidenceCsr> graph = in.source.Graph();
  if (!graph) return tl::unexpected(graph.error());
  std::vector<FunctionRow> rows;
  for (const LoadBearing& l : RankByImpact(*graph)) {
    rows.push_back(
        {Whole(graph->works[l.work]), Whole(l.falls), Whole(l.weakens), Whole(l.claims)});
  }
  return rows;
}

FunctionRows IndependentLines(const FunctionInput& in) {
  const Result<NodeRef> node = Node(in, 0, {NodeKind::kClaim, NodeKind::kProposition});
  if (!node) return tl::unexpected(node.error());
  const Result<EvidenceCsr> graph = GraphWith(in, *node);
  if (!graph) return tl::unexpected(graph.error());
  std::vector<FunctionRow> rows;
  const Independence independence = IndependenceOf(*graph, in.reader, *node);
  if (!independence.complete) return TooMany();
  for (const Trail& way : independence.ways) {
    rows.push_back({Whole(rows.size() + 1), Whole(way.back().node.id), Way(way)});
  }
  return rows;
}

FunctionRows ChainsOfClaim(const FunctionInput& in) {
  const Result<NodeRef> node = Node(in, 0, {NodeKind::kClaim});
  if (!node) return tl::unexpected(node.error());
  const Result<EvidenceCsr> graph = GraphWith(in, *node);
  if (!graph) return tl::unexpected(graph.error());
  std::vector<FunctionRow> rows;
  const Chains chains = ChainsOf(*graph, in.reader, ClaimId{node->id}, kMostChains);
  if (!chains.complete) return TooMany();
  for (const Chain& chain : chains.chains) {
    rows.push_back({Whole(rows.size() + 1), Words(Name(chain.end)),
                    Whole(chain.trail.back().node.id), Way(chain.trail)});
  }
  return rows;
}

FunctionRows Conflicts(const FunctionInput& in) {
  const Result<EvidenceCsr> graph = in.source.Graph();
  if (!graph) return tl::unexpected(graph.error());
  std::vector<FunctionRow> rows;
  std::size_t number = 0;
  for (const Conflict& c : FindConflicts(*graph)) {
    ++number;
    for (const ConflictSide* side : {&c.one, &c.other}) {
      for (const std::uint32_t claim : side->claims) {
        rows.push_back({Whole(number), Words(Name(c.kind)), Whole(side == &c.one ? 1 : 2),
                        Whole(graph->propositions[side->proposition]), Whole(side->denied ? 1 : 0),
                        Whole(graph->claims[claim]), Whole(c.documents)});
      }
    }
  }
  return rows;
}

FunctionRow CoverageRow(const EvidenceCsr& graph, const Coverage& c) {
  FunctionRow row = {Whole(graph.documents[c.document]),
                     Whole(c.claims),
                     Whole(c.cited),
                     Whole(c.resolved),
                     Whole(c.evidence),
                     Whole(c.primary),
                     Whole(c.direct)};
  for (const std::uint32_t count : c.verdicts) row.push_back(Whole(count));
  return row;
}

FunctionRows Coverages(const FunctionInput& in) {
  const Result<EvidenceCsr> graph = in.source.Graph();
  if (!graph) return tl::unexpected(graph.error());
  std::vector<FunctionRow> rows;
  if (in.arguments.empty()) {
    for (const Coverage& c : RankByCoverage(*graph)) rows.push_back(CoverageRow(*graph, c));
    return rows;
  }
  const Result<NodeRef> node = Node(in, 0, {NodeKind::kDocument});
  if (!node) return tl::unexpected(node.error());
  if (const auto with = GraphWith(in, *node); !with) return tl::unexpected(with.error());
  rows.push_back(CoverageRow(*graph, CoverageOf(*graph, graph->DocumentIndex(node->id))));
  return rows;
}

FunctionRows Influences(const FunctionInput& in) {
  const Result<EvidenceCsr> graph = in.source.Graph();
  if (!graph) return tl::unexpected(graph.error());
  std::vector<FunctionRow> rows;
  for (const Influence& i : RankByInfluence(*graph)) {
    rows.push_back({Whole(graph->works[i.work]), i.rank, Whole(i.documents), Whole(i.claims)});
  }
  return rows;
}

FunctionRows Communities(const FunctionInput& in) {
  const Result<EvidenceCsr> graph = in.source.Graph();
  if (!graph) return tl::unexpected(graph.error());
  std::vector<FunctionRow> rows;
  std::size_t number = 0;
  for (const Community& c : FindCommunities(*graph)) {
    ++number;
    for (const std::uint32_t p : c.propositions) {
      rows.push_back({Whole(number), Whole(graph->propositions[p]), Whole(c.propositions.size()),
                      Whole(c.works.size()), Whole(c.claims)});
    }
  }
  return rows;
}

FunctionRows CitationCirclesOf(const FunctionInput& in) {
  const Result<EvidenceCsr> graph = in.source.Graph();
  if (!graph) return tl::unexpected(graph.error());
  std::vector<FunctionRow> rows;
  std::size_t number = 0;
  for (const std::vector<std::uint32_t>& circle : Circles(graph->document_cites)) {
    ++number;
    for (const std::uint32_t d : circle) {
      rows.push_back({Whole(number), Whole(graph->documents[d]), Whole(circle.size())});
    }
  }
  return rows;
}

FunctionRows PathBetween(const FunctionInput& in) {
  const std::initializer_list<NodeKind> any = {
      NodeKind::kDocument, NodeKind::kClaim,        NodeKind::kWork,    NodeKind::kProposition,
      NodeKind::kCitation, NodeKind::kEvidenceLine, NodeKind::kFinding, NodeKind::kReference,
      NodeKind::kStudy,    NodeKind::kRecord,       NodeKind::kResult,
      NodeKind::kDecision};
  const Result<NodeRef> from = Node(in, 0, any);
  if (!from) return tl::unexpected(from.error());
  const Result<NodeRef> to = Node(in, 1, any);
  if (!to) return tl::unexpected(to.error());
  std::vector<FunctionRow> rows;
  for (const TrailStep& step : ShortestPath(in.reader, *from, *to)) {
    rows.push_back({Whole(rows.size() + 1), step.edge.empty() ? Cell{} : Words(step.edge),
                    Words(IdText(step.node)), Words(step.label)});
  }
  return rows;
}

const Column kWay = {"way", kText, "how it came about, step by step, as JSON"};

std::vector<TableFunction> MakeFunctions() {
  return {
      {.name = "impact",
       .meaning =
           "What becomes of each claim that rests on a work, or on a document, if that goes.",
       .nodes = {"node"},
       .required = 1,
       .example = "impact('w3')",
       .columns = {{"claim", kInteger, "claims.id"},
                   {"fate", kText, "falls, weakens or survives"},
                   {"verdict_before", kText, "as in claims"},
                   {"verdict_after", kText, "judged by what is left"},
                   {"level_before", kInteger, "certainty of its evidence, 0 to 4"},
                   {"level_after", kInteger, "by what is left"},
                   {"works_before", kInteger, "that it rests on"},
                   {"works_after", kInteger, "that are left"},
                   kWay},
       .answer = Impacts},
      {.name = "load_bearing",
       .meaning = "Every work that a claim rests on, most falls first: what would go with it.",
       .example = "load_bearing()",
       .columns = {{"work", kInteger, "works.id"},
                   {"falls", kInteger, "claims that would fall"},
                   {"weakens", kInteger, "claims that would be weaker"},
                   {"claims", kInteger, "claims that rest on it"}},
       .answer = LoadBearingWorks},
      {.name = "independence",
       .meaning = "Independent lines of evidence of a claim or a proposition, a row each.",
       .nodes = {"node"},
       .kind = 'c',
       .required = 1,
       .example = "independence('c46')",
       .columns = {{"line", kInteger, "from 1"},
                   {"work", kInteger, "works.id: where it ends"},
                   kWay},
       .answer = IndependentLines},
      {.name = "chains",
       .meaning = "Chains from a claim, through those who retell, to those who studied.",
       .nodes = {"claim"},
       .kind = 'c',
       .required = 1,
       .example = "chains('c46')",
       .columns = {{"chain", kInteger, "from 1"},
                   {"ends", kText, "study, unread, unknown, nothing or circle"},
                   {"work", kInteger, "works.id: the last"},
                   kWay},
       .answer = ChainsOfClaim},
      {.name = "conflicts",
       .meaning = "Where documents say opposite things: a row for each claim of each side.",
       .example = "conflicts()",
       .columns = {{"conflict", kInteger, "from 1; most documents first"},
                   {"kind", kText, "evidence or statements"},
                   {"side", kInteger, "1 or 2"},
                   {"proposition", kInteger, "propositions.id: what the side says"},
                   {"denied", kInteger, "1: the side denies or disputes it"},
                   {"claim", kInteger, "claims.id"},
                   {"documents", kInteger, "that take part in the conflict"}},
       .answer = Conflicts},
      {.name = "coverage",
       .meaning = "How much of what a document claims stands on something; without one: of each.",
       .nodes = {"document_is"},
       .kind = 'd',
       .example = "coverage()",
       .columns = {{"document", kInteger, "documents.id"},
                   {"claims", kInteger, "in all"},
                   {"cited", kInteger, "with a citation or a source"},
                   {"resolved", kInteger, "that lead to a known work"},
                   {"evidence", kInteger, "that rest on a work"},
                   {"to_studies", kInteger, "... on a study or a systematic review"},
                   {"direct", kInteger, "... of the claim's own intervention and outcome"},
                   {"supported", kInteger, "by verdict"},
                   {"weakly_supported", kInteger, "by verdict"},
                   {"overstated", kInteger, "by verdict"},
                   {"contradicted", kInteger, "by verdict"},
                   {"unsupported", kInteger, "by verdict"},
                   {"unverifiable", kInteger, "by verdict"}},
       .answer = Coverages},
      {.name = "influence",
       .meaning = "Which works the store leans on, highest rank first.",
       .example = "influence()",
       .columns = {{"work", kInteger, "works.id"},
                   {"rank", kReal, "PageRank over who lists whom; of all together 1"},
                   {"documents", kInteger, "that list it"},
                   {"claims", kInteger, "that cite it or rest on it"}},
       .answer = Influences},
      {.name = "communities",
       .meaning = "Propositions that lean on the same works: a row for each.",
       .example = "communities()",
       .columns = {{"community", kInteger, "from 1; the largest first"},
                   {"proposition", kInteger, "propositions.id"},
                   {"propositions", kInteger, "in the community"},
                   {"works", kInteger, "that bind it"},
                   {"claims", kInteger, "that state one of them"}},
       .answer = Communities},
      {.name = "circles",
       .meaning = "Documents that in the end cite themselves: a row for each.",
       .example = "circles()",
       .columns = {{"circle", kInteger, "from 1"},
                   {"document", kInteger, "documents.id"},
                   {"documents", kInteger, "in the circle"}},
       .answer = CitationCirclesOf},
      {.name = "path",
       .meaning = "The shortest way between two nodes of any kinds: a row for each step.",
       .nodes = {"from_node", "to_node"},
       .required = 2,
       .example = "path('c1', 'w3')",
       .columns = {{"step", kInteger, "from 1"},
                   {"edge", kText, "what leads here from the step before"},
                   {"node", kText, "its id, with the letter of its kind"},
                   {"label", kText, "what a person would call it"}},
       .answer = PathBetween},
  };
}

}  // namespace

std::span<const TableFunction> AllFunctions() {
  static const std::vector<TableFunction> functions = MakeFunctions();
  return functions;
}

}  // namespace claimgraph
