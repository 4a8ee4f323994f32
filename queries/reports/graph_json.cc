#include "queries/reports/graph_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "queries/json_writer.h"

namespace claimgraph {
namespace {

Json NodeJson(const TrailStep& step) { return {{"id", IdText(step.node)}, {"label", step.label}}; }

Json NodeJson(const Shown& shown, NodeRef node) { return NodeJson(Step(shown.reader, "", node)); }

// A work with what says how far to trust it.
Json WorkJson(const Shown& shown, std::uint32_t work) {
  Json json = NodeJson(shown, shown.graph.WorkNode(work));
  json["design"] = Name(shown.graph.work_design[work]);
  json["standing"] = Name(shown.graph.work_standing[work]);
  const int year = shown.graph.work_year[work];
  json["year"] = year == 0 ? Json(nullptr) : Json(year);
  return json;
}

Json NodesJson(const std::vector<TrailStep>& steps) {
  Json nodes = Json::array();
  for (const TrailStep& step : steps) nodes.push_back(NodeJson(step));
  return nodes;
}

Json TrailsJson(const std::vector<Trail>& trails) {
  Json json = Json::array();
  for (const Trail& trail : trails) json.push_back(ToJson(trail));
  return json;
}

Json FootingJson(const Footing& footing) {
  return {{"verdict", Name(footing.verdict)}, {"level", footing.level}, {"works", footing.works}};
}

// {"NAME": the first rows, "count": all}
template <typename Row, typename RowJson>
Json Rows(std::string_view name, std::span<const Row> rows, std::size_t limit,
          const RowJson& row_json) {
  Json list = Json::array();
  for (const Row& row : rows.first(std::min(limit, rows.size()))) list.push_back(row_json(row));
  Json json = Json::object();
  json[std::string(name)] = std::move(list);
  json["count"] = rows.size();
  return json;
}

Json SideJson(const Shown& shown, ConflictKind kind, const ConflictSide& side) {
  const ExplainedSide explained = ExplainSide(shown.graph, shown.reader, kind, side, shown.limit);
  Json json = NodeJson(explained.proposition);
  json["stands"] = explained.stands;
  json["claims"] = TrailsJson(explained.claims);
  json["count"] = explained.count;
  return json;
}

Json CountsJson(const Coverage& c, const Shown& shown) {
  Json json = {{"document", NodeJson(shown, shown.graph.DocumentNode(c.document))},
               {"claims", c.claims}};
  const std::pair<const char*, std::uint32_t> counts[] = {{"cited", c.cited},
                                                          {"resolved", c.resolved},
                                                          {"evidence", c.evidence},
                                                          {"primary", c.primary},
                                                          {"direct", c.direct}};
  for (const auto& [name, count] : counts) json[name] = count;
  Json verdicts = Json::object();
  for (std::size_t v = 0; v < c.verdicts.size(); ++v) {
    if (c.verdicts[v] != 0) verdicts[std::string(Name(static_cast<Verdict>(v)))] = c.verdicts[v];
  }
  json["by_verdict"] = std::move(verdicts);
  return json;
}

}  // namespace

Json ToJson(const Trail& trail) {
  Json json = Json::array();
  for (const TrailStep& step : trail) {
    Json node = {{"edge", step.edge}};
    node.update(NodeJson(step));
    json.push_back(std::move(node));
  }
  return json;
}

Json ToJson(const Impact& impact) {
  Json json = {{"removed", NodeJson(impact.removed)},
               {"works", NodesJson(impact.works)},
               {"falls", impact.falls},
               {"weakens", impact.weakens},
               {"survives", impact.survives},
               {"claims", Json::array()}};
  for (const ClaimImpact& row : impact.claims) {
    json["claims"].push_back({{"fate", Name(row.change.fate)},
                              {"before", FootingJson(row.change.before)},
                              {"after", FootingJson(row.change.after)},
                              {"trail", ToJson(row.trail)},
                              {"left", NodesJson(row.left)}});
  }
  return json;
}

Json ToJson(const Independence& i) {
  Json json = {{"node", NodeJson(i.asked)},
               {"works", i.works},
               {"lines", i.lines},
               {"complete", i.complete},
               {"ways", TrailsJson(i.ways)}};
  json["cut"] = Json::array();
  for (const CutPlace& place : i.cut) {
    json["cut"].push_back(
        {{"kind", place.group ? "group" : "work"}, {"works", NodesJson(place.works)}});
  }
  json["groups"] = Json::array();
  for (const EvidenceGroup& group : i.groups) {
    json["groups"].push_back({{"works", NodesJson(group.works)}, {"shared", group.shared}});
  }
  return json;
}

Json ToJson(const Chains& chains) {
  Json json = {{"claim", NodeJson(chains.claim)},
               {"count", chains.chains.size()},
               {"to_studies", chains.to_studies},
               {"complete", chains.complete},
               {"chains", Json::array()}};
  for (const Chain& chain : chains.chains) {
    json["chains"].push_back({{"end", Name(chain.end)}, {"trail", ToJson(chain.trail)}});
  }
  return json;
}

Json ToJson(const StudyReach& reach) {
  Json json = {{"node", NodeJson(reach.asked)},
               {"through", reach.rings.size() - 1},
               {"rings", Json::array()},
               {"claims", Json::array()}};
  std::size_t count = 0;
  for (const StudyReach::Ring& ring : reach.rings) {
    json["rings"].push_back({{"works", ring.works}, {"claims", ring.claims}});
    count += ring.claims;
  }
  for (const StudyReach::Row& row : reach.claims) {
    json["claims"].push_back({{"steps", row.steps}, {"trail", ToJson(row.trail)}});
  }
  json["count"] = count;
  return json;
}

Json ToJson(const NeighbourList& neighbours) {
  static constexpr const char* kNames[] = {"document", "propositions", "references", "works",
                                           "claims"};
  Json json = {{"claim", NodeJson(neighbours.claim)}, {"count", neighbours.count}};
  json["kinds"] = Json::array();
  for (std::size_t i = 0; i < neighbours.kinds.size(); ++i) {
    const NeighbourList::Kind& kind = neighbours.kinds[i];
    json["kinds"].push_back(
        {{"kind", kNames[i]}, {"count", kind.count}, {"nodes", ToJson(kind.nodes)}});
  }
  return json;
}

Json ToJson(std::span<const LoadBearing> rows, const Shown& shown) {
  return Rows("works", rows, shown.limit, [&](const LoadBearing& row) {
    Json json = WorkJson(shown, row.work);
    json["falls"] = row.falls;
    json["weakens"] = row.weakens;
    json["claims"] = row.claims;
    return json;
  });
}

Json ToJson(std::span<const Conflict> rows, const Shown& shown) {
  return Rows("conflicts", rows, shown.limit, [&](const Conflict& row) {
    return Json{{"kind", Name(row.kind)},
                {"documents", row.documents},
                {"sides", Json::array({SideJson(shown, row.kind, row.one),
                                       SideJson(shown, row.kind, row.other)})}};
  });
}

Json ToJson(std::span<const Influence> rows, const Shown& shown) {
  return Rows("works", rows, shown.limit, [&](const Influence& row) {
    Json json = WorkJson(shown, row.work);
    json["rank"] = row.rank;
    json["documents"] = row.documents;
    json["claims"] = row.claims;
    return json;
  });
}

Json ToJson(std::span<const Coverage> rows, const Shown& shown) {
  return Rows("documents", rows, shown.limit,
              [&](const Coverage& row) { return CountsJson(row, shown); });
}

Json ToJson(std::span<const Community> rows, const Shown& shown) {
  return Rows("communities", rows, shown.limit, [&](const Community& row) {
    Json propositions = Json::array();
    Json works = Json::array();
    for (std::size_t i = 0; i < std::min(shown.limit, row.propositions.size()); ++i) {
      propositions.push_back(NodeJson(shown, shown.graph.PropositionNode(row.propositions[i])));
    }
    for (std::size_t i = 0; i < std::min(shown.limit, row.works.size()); ++i) {
      works.push_back(NodeJson(shown, shown.graph.WorkNode(row.works[i])));
    }
    return Json{{"size", row.propositions.size()},
                {"claims", row.claims},
                {"propositions", std::move(propositions)},
                {"works", std::move(works)}};
  });
}

Json ToJson(const Coverage& coverage, const Shown& shown) {
  Json json = CountsJson(coverage, shown);
  json["short"] = Json::array();
  for (const ShortClaim& claim :
       ShortClaims(shown.graph, shown.reader, coverage.document, shown.limit)) {
    json["short"].push_back({{"reach", Name(claim.reach)}, {"trail", ToJson(claim.trail)}});
  }
  return json;
}

void WriteObject(std::string_view schema, const Json& object, std::ostream& out) {
  JsonWriter writer(out);
  writer.BeginObject();
  writer.Member("schema", schema);
  for (const auto& [key, value] : object.items()) {
    if (!value.is_array()) {
      writer.Member(key, value);
      continue;
    }
    writer.BeginArray(key);
    for (const Json& element : value) writer.Element(element);
    writer.EndArray();
  }
  writer.EndObject();
}

}  // namespace claimgraph
