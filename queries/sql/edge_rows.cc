// A route is an edge, or several in a row taken as one.  A walk goes from route to
// route, and along each from node to node, or stays at the one node that the
// query named.

#include "queries/sql/edge_rows.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "queries/sql/node_walk.h"

namespace claimgraph {
namespace {

struct Route {
  EdgeKind edge;  // the first
  std::string_view name;
  NodeKind from;
  NodeKind to;
  std::span<const Step> out{};   // `from` to `to`; empty: the edge alone
  std::span<const Step> back{};  // `to` to `from`
};

constexpr std::array<Route, 20> kEdges = {{
    {EdgeKind::kHasClaim, "has_claim", NodeKind::kDocument, NodeKind::kClaim},
    {EdgeKind::kHasCitation, "has_citation", NodeKind::kDocument, NodeKind::kCitation},
    {EdgeKind::kHasReference, "has_ref", NodeKind::kDocument, NodeKind::kReference},
    {EdgeKind::kCites, "cites", NodeKind::kClaim, NodeKind::kCitation},
    {EdgeKind::kStates, "states", NodeKind::kClaim, NodeKind::kProposition},
    {EdgeKind::kPointsTo, "points_to", NodeKind::kCitation, NodeKind::kReference},
    {EdgeKind::kDescribes, "describes", NodeKind::kReference, NodeKind::kWork},
    {EdgeKind::kBearsOn, "bears_on", NodeKind::kEvidenceLine, NodeKind::kProposition},
    {EdgeKind::kRestsOn, "rests_on", NodeKind::kEvidenceLine, NodeKind::kWork},
    {EdgeKind::kJudges, "judges", NodeKind::kEvidenceLine, NodeKind::kClaim},
    {EdgeKind::kFoundIn, "found_in", NodeKind::kFinding, NodeKind::kDocument},
    {EdgeKind::kPresents, "presents", NodeKind::kDocument, NodeKind::kWork},
    {EdgeKind::kLists, "lists", NodeKind::kDocument, NodeKind::kWork},
    {EdgeKind::kHasRecord, "has_record", NodeKind::kDocument, NodeKind::kRecord},
    {EdgeKind::kRecords, "records", NodeKind::kRecord, NodeKind::kWork},
    {EdgeKind::kReports, "reports", NodeKind::kRecord, NodeKind::kStudy},
    {EdgeKind::kIncludes, "includes", NodeKind::kRecord, NodeKind::kWork},
    {EdgeKind::kHasResult, "has_result", NodeKind::kDocument, NodeKind::kResult},
    {EdgeKind::kResultOf, "result_of", NodeKind::kResult, NodeKind::kStudy},
    {EdgeKind::kHasDecision, "has_decision", NodeKind::kDocument, NodeKind::kDecision},
}};

constexpr std::array<Step, 3> kToWorks = {{{EdgeKind::kCites, Way::kOut},
                                           {EdgeKind::kPointsTo, Way::kOut},
                                           {EdgeKind::kDescribes, Way::kOut}}};
constexpr std::array<Step, 3> kToClaims = {{{EdgeKind::kDescribes, Way::kIn},
                                            {EdgeKind::kPointsTo, Way::kIn},
                                            {EdgeKind::kCites, Way::kIn}}};
constexpr Route kClaimWorks = {EdgeKind::kCites, "",       NodeKind::kClaim,
                               NodeKind::kWork,  kToWorks, kToClaims};

// The singular of the kind's table.
std::string_view KindName(NodeKind kind) {
  switch (kind) {
    case NodeKind::kDocument:
      return "document";
    case NodeKind::kClaim:
      return "claim";
    case NodeKind::kCitation:
      return "citation";
    case NodeKind::kReference:
      return "ref";
    case NodeKind::kWork:
      return "work";
    case NodeKind::kStudy:
      return "study";
    case NodeKind::kProposition:
      return "proposition";
    case NodeKind::kEvidenceLine:
      return "evidence_line";
    case NodeKind::kFinding:
      return "finding";
    case NodeKind::kRecord:
      return "record";
    case NodeKind::kResult:
      return "result";
    case NodeKind::kDecision:
      return "decision";
  }
  return "";
}

enum EdgeColumn { kFromKind, kFromId, kEdge, kToKind, kToId };

// What a query says of the edges that it wants; empty or 0: any.
struct Wanted {
  bool nothing = false;
  std::string_view from_kind{};
  std::uint64_t from = 0;
  std::string_view edge{};
  std::string_view to_kind{};
  std::uint64_t to = 0;
};

bool Fits(std::string_view wanted, std::string_view name) {
  return wanted.empty() || wanted == name;
}

class EdgeWalk {
 public:
  explicit EdgeWalk(const GraphReader& reader)
      : reader_(reader), nodes_(reader, {}), ends_(reader, {}) {}

  // `kinds` must outlive the walk.
  void Start(std::span<const Route> kinds, std::uint64_t from, std::uint64_t to) {
    kinds_ = kinds;
    kind_ = kinds_.size();
    next_kind_ = 0;
    from_ = from;
    to_ = to;
  }

  Result<bool> Next() {
    while (true) {
      if (kind_ < kinds_.size()) {
        end_ = ends_.Next();
        if (end_ != 0) {
          found_ = true;
          return true;
        }
        if (from_ == 0 && to_ == 0 && NextNode()) continue;
      }
      if (next_kind_ == kinds_.size()) break;
      kind_ = next_kind_++;
      Begin();
    }
    const Status health = reader_.Health();
    if (!health) return tl::unexpected(health.error());
    return false;
  }

  const Route& route() const { return kinds_[kind_]; }
  std::int64_t from() const { return static_cast<std::int64_t>(to_ != 0 ? end_ : node_); }
  std::int64_t to() const { return static_cast<std::int64_t>(to_ != 0 ? node_ : end_); }

 private:
  void Begin() {
    if (from_ != 0) {
      Visit({route().from, from_}, Way::kOut);
    } else if (to_ != 0) {
      Visit({route().to, to_}, Way::kIn);
    } else {
      nodes_ = NodeWalk(reader_, route().from);
      nodes_.All(/*only_ids=*/false, /*descending=*/false);
      ends_ = NodeWalk(reader_, route().to);  // of the first node: none yet
      found_ = true;
    }
  }

  // An id that is no node's has no edges, which shows it to be one: it is not
  // tried otherwise.
  bool NextNode() {
    if (!found_) nodes_.Missed();
    found_ = false;
    const std::uint64_t id = nodes_.Next();
    if (id != 0) Visit({route().from, id}, Way::kOut);
    return id != 0;
  }

  void Visit(NodeRef node, Way way) {
    node_ = node.id;
    const std::span<const Step> steps = way == Way::kOut ? route().out : route().back;
    const Step step{route().edge, way};
    ends_.Along(node, steps.empty() ? std::span(&step, 1) : steps);
  }

  const GraphReader& reader_;
  std::span<const Route> kinds_{};
  std::size_t kind_ = 0;  // the current one; past the end before the first
  std::size_t next_kind_ = 0;
  std::uint64_t from_ = 0;  // the node that every edge starts at; 0: any
  std::uint64_t to_ = 0;    // the node that every edge ends at; 0: any
  NodeWalk nodes_;          // where edges start, if neither is given
  NodeWalk ends_;           // the other ends of the current node's edges
  std::uint64_t node_ = 0;
  std::uint64_t end_ = 0;
  bool found_ = false;  // an edge of the current node
};

class EdgesRows final : public Rows {
 public:
  explicit EdgesRows(const GraphReader& reader, const std::vector<Lookup>& lookups)
      : walk_(reader), lookups_(lookups) {}

  Status Start(const Choice& choice) override {
    const Wanted wanted = Understand(choice);
    kinds_.clear();
    std::ranges::copy_if(kEdges, std::back_inserter(kinds_), [&](const Route& e) {
      return !wanted.nothing && Fits(wanted.edge, e.name) &&
             Fits(wanted.from_kind, KindName(e.from)) && Fits(wanted.to_kind, KindName(e.to));
    });
    walk_.Start(kinds_, wanted.from, wanted.to);
    return {};
  }

  Result<bool> Next() override { return walk_.Next(); }

  Result<Cell> At(int column) override {
    switch (column) {
      case kFromKind:
        return Cell(KindName(walk_.route().from));
      case kFromId:
        return Cell(walk_.from());
      case kEdge:
        return Cell(walk_.route().name);
      case kToKind:
        return Cell(KindName(walk_.route().to));
      default:
        return Cell(walk_.to());
    }
  }

 private:
  Wanted Understand(const Choice& choice) const {
    Wanted wanted;
    if (choice.lookup < 0) return wanted;
    const std::vector<int>& columns = lookups_[static_cast<std::size_t>(choice.lookup)].columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const auto* text = std::get_if<std::string_view>(&choice.keys[i]);
      const auto* id = std::get_if<std::int64_t>(&choice.keys[i]);
      // No kind or edge is called "", and no node has the id 0.
      wanted.nothing |= text != nullptr ? text->empty() : *id == 0;
      if (columns[i] == kFromKind) wanted.from_kind = *text;
      if (columns[i] == kEdge) wanted.edge = *text;
      if (columns[i] == kToKind) wanted.to_kind = *text;
      if (columns[i] == kFromId) wanted.from = static_cast<std::uint64_t>(*id);
      if (columns[i] == kToId) wanted.to = static_cast<std::uint64_t>(*id);
    }
    return wanted;
  }

  EdgeWalk walk_;
  const std::vector<Lookup>& lookups_;
  std::vector<Route> kinds_{};  // that the query wants
};

class LinkRows final : public Rows {
 public:
  LinkRows(const GraphReader& reader, const Route& route) : walk_(reader), route_(route) {}

  Status Start(const Choice& choice) override {
    std::uint64_t ends[2] = {0, 0};  // by column
    bool none = false;
    if (choice.lookup >= 0) {
      ends[choice.lookup] = static_cast<std::uint64_t>(std::get<std::int64_t>(choice.keys[0]));
      none = ends[choice.lookup] == 0;
    }
    walk_.Start(std::span(&route_, none ? 0 : 1), ends[0], ends[1]);
    return {};
  }

  Result<bool> Next() override { return walk_.Next(); }
  Result<Cell> At(int column) override { return Cell(column == 0 ? walk_.from() : walk_.to()); }

 private:
  EdgeWalk walk_;
  const Route& route_;
};

Table TableOf(std::string_view name, std::string_view meaning, const Route& route,
              const Column& from, const Column& to) {
  return {.name = name,
          .meaning = meaning,
          .columns = {from, to},
          .key = {0, 1},
          .lookups = {{.columns = {0}}, {.columns = {1}}},
          .order = {0, 1},
          .counted = route.from,
          .open = [&route](const GraphReader& reader) {
            return std::make_unique<LinkRows>(reader, route);
          }};
}

}  // namespace

Table EdgesTable() {
  static const std::vector<Lookup> lookups = {
      {.columns = {kFromKind, kFromId, kEdge}},
      {.columns = {kToKind, kToId, kEdge}},
      {.columns = {kFromKind, kFromId}},
      {.columns = {kToKind, kToId}},
      {.columns = {kEdge}},
      {.columns = {kFromKind}},
      {.columns = {kToKind}},
  };
  return {.name = "edges",
          .meaning = "Every edge of the graph, for walks that cross tables.",
          .columns = {{"from_kind", ColumnType::kText,
                       "document, claim, citation, ref, evidence_line or finding"},
                      {"from_id", ColumnType::kInteger, "the id in the table of that kind"},
                      {"edge", ColumnType::kText,
                       "has_claim, has_citation, has_ref, cites, states, points_to, describes, "
                       "bears_on, rests_on, judges, found_in, presents or lists"},
                      {"to_kind", ColumnType::kText,
                       "document, claim, citation, ref, work or proposition"},
                      {"to_id", ColumnType::kInteger, "the id in the table of that kind"}},
          .key = {kFromKind, kFromId, kEdge, kToKind, kToId},
          .lookups = lookups,
          .counted = NodeKind::kClaim,
          .open = [](const GraphReader& reader) {
            return std::make_unique<EdgesRows>(reader, lookups);
          }};
}

Table LinkTable(std::string_view name, std::string_view meaning, EdgeKind kind, const Column& from,
                const Column& to) {
  return TableOf(name, meaning, *std::ranges::find(kEdges, kind, &Route::edge), from, to);
}

Table ClaimWorksTable() {
  return TableOf("claim_works",
                 "Which works a claim cites: claim_citations, citation_refs and refs.work in one.",
                 kClaimWorks, {"claim", ColumnType::kInteger, "claims.id"},
                 {"work", ColumnType::kInteger, "works.id"});
}

}  // namespace claimgraph
