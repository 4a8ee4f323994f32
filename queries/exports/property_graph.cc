// Two tables, and a walk for each.  Edges come from sweeps, over the lists of neighbours or
// over nouns without their words, which cost a tenth of reading the nouns again.

#include "queries/exports/property_graph.h"

#include <algorithm>
#include <array>
#include <set>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/json.h"
#include "core/text/ascii.h"
#include "queries/exports/decision_links.h"
#include "queries/exports/property_graph_text.h"
#include "queries/graph/nodes.h"

namespace claimgraph {
namespace {

constexpr std::size_t kLongestLabel = 80;  // characters

template <typename Noun>
NodeType MakeType(std::string_view name, std::string_view table, std::string_view label) {
  static const std::vector<Property> properties = [] {
    std::vector<Property> all;
    for (const Field<Noun>& field : FieldsOf<Noun>()) all.push_back(field.property);
    return all;
  }();
  return {NounOf<Noun>::kKind, name, table, label, properties};
}

// The other ends of the edges from one node, ascending, none twice.
using VisitEnds = std::function<Status(std::uint64_t from, const std::vector<std::uint64_t>& to)>;
using WalkEnds = Status (*)(const ExportScope& scope, const VisitEnds& visit);

template <EdgeKind kKind, NodeKind kFrom>
Status WalkStored(const ExportScope& scope, const VisitEnds& visit) {
  Status visited;
  scope.reader().SweepEdges(kFrom, kKind, [&](std::uint64_t from, const auto& to) {
    visited = visit(from, to);
    return visited.has_value();
  });
  return visited.and_then([&] { return scope.reader().Health(); });
}

// From one id, or each of several, in a field.
template <typename Brief, auto kSweep, auto kMember>
Status WalkField(const ExportScope& scope, const VisitEnds& visit) {
  std::vector<std::uint64_t> to;
  return (scope.reader().*kSweep)([&](const Brief& noun) -> Status {
    to.clear();
    const auto& field = noun.*kMember;
    if constexpr (std::is_enum_v<std::remove_cvref_t<decltype(field)>>) {
      if (IsSet(field)) to.push_back(Raw(field));
    } else {
      for (const auto id : field) to.push_back(Raw(id));
      std::ranges::sort(to);
      to.erase(std::unique(to.begin(), to.end()), to.end());
    }
    return to.empty() ? Status() : visit(Raw(noun.id), to);
  });
}

// To the study of which a record says that the line's source reports it.
Status WalkStudies(const ExportScope& scope, const VisitEnds& visit) {
  if (scope.reader().LastId(NodeKind::kStudy) == 0) return {};
  return scope.Each<EvidenceLine>([&](const EvidenceLine& line) -> Status {
    if (line.study.empty()) return {};
    const NodeRef study = scope.reader().Named("study:" + line.study);
    return study.id == 0 ? Status() : visit(Raw(line.id), {study.id});
  });
}

// From a decision to what its words lead to.
template <auto kEnd>
Status WalkDecisions(const ExportScope& scope, const VisitEnds& visit) {
  return scope.Each<Decision>([&](const Decision& decision) -> Status {
    const Result<NodeRef> end = kEnd(scope.reader(), decision);
    if (!end) return tl::unexpected(end.error());
    return end->id == 0 ? Status() : visit(Raw(decision.id), {end->id});
  });
}

struct EdgeRow {
  EdgeType type{};
  WalkEnds walk = nullptr;
};

template <EdgeKind kKind, NodeKind kFrom>
EdgeRow Stored(std::string_view name, NodeKind to) {
  return {{name, EdgeName(kKind, Way::kOut), kFrom, to}, WalkStored<kKind, kFrom>};
}

template <auto kMember>
EdgeRow InLine(std::string_view name, std::string_view label, NodeKind to) {
  return {{name, label, NodeKind::kEvidenceLine, to},
          WalkField<EvidenceLineBrief, &GraphReader::SweepEvidenceLines, kMember>};
}

template <auto kMember>
EdgeRow InFinding(std::string_view name, std::string_view label, NodeKind to) {
  return {{name, label, NodeKind::kFinding, to},
          WalkField<FindingBrief, &GraphReader::SweepFindings, kMember>};
}

template <auto kEnd>
EdgeRow InDecision(std::string_view name, std::string_view label, NodeKind to) {
  return {{name, label, NodeKind::kDecision, to}, WalkDecisions<kEnd>};
}

const std::vector<EdgeRow>& EdgeRows() {
  using enum EdgeKind;
  using enum NodeKind;
  static const std::vector<EdgeRow> rows = {
      Stored<kHasClaim, kDocument>("has_claim", kClaim),
      Stored<kHasCitation, kDocument>("has_citation", kCitation),
      Stored<kHasReference, kDocument>("has_ref", kReference),
      Stored<kPresents, kDocument>("presents", kWork),
      Stored<kLists, kDocument>("lists", kWork),
      Stored<kHasRecord, kDocument>("has_record", NodeKind::kRecord),
      Stored<kHasResult, kDocument>("has_result", kResult),
      Stored<kHasDecision, kDocument>("has_decision", kDecision),
      Stored<kCites, kClaim>("cites", kCitation),
      Stored<kStates, kClaim>("states", kProposition),
      Stored<kPointsTo, kCitation>("points_to", kReference),
      Stored<kDescribes, kReference>("describes", kWork),
      Stored<kJudges, kEvidenceLine>("judges", kClaim),
      Stored<kBearsOn, kEvidenceLine>("bears_on", kProposition),
      Stored<kRestsOn, kEvidenceLine>("rests_on", kWork),
      InLine<&EvidenceLineBrief::citation>("by_citation", "comes by", kCitation),
      InLine<&EvidenceLineBrief::reference>("by_ref", "comes by", kReference),
      {{"of_study", "is of", kEvidenceLine, kStudy}, WalkStudies},
      Stored<kFoundIn, kFinding>("found_in", kDocument),
      InFinding<&FindingBrief::claim>("about_claim", "is about", kClaim),
      InFinding<&FindingBrief::citations>("about_citation", "is about", kCitation),
      InFinding<&FindingBrief::references>("about_ref", "is about", kReference),
      InFinding<&FindingBrief::evidence>("about_evidence_line", "is about", kEvidenceLine),
      Stored<kRecords, NodeKind::kRecord>("records", kWork),
      Stored<kReports, NodeKind::kRecord>("reports", kStudy),
      Stored<kIncludes, NodeKind::kRecord>("includes", kWork),
      Stored<kResultOf, kResult>("result_of", kStudy),
      InDecision<DecidedDocument>("decides_in", "decides in", kDocument),
      InDecision<DecidedClaim>("decides_claim", "decides on", kClaim),
      InDecision<DecidedWork>("decides_work", "decides on", kWork),
      InDecision<UndoneDecision>("undoes", "undoes", kDecision),
  };
  return rows;
}

}  // namespace

std::span<const NodeType> NodeTypes() {
  static const std::array<NodeType, static_cast<std::size_t>(kLastNodeKind)> types = {
      MakeType<Document>("document", "documents", "Document"),
      MakeType<Claim>("claim", "claims", "Claim"),
      MakeType<Citation>("citation", "citations", "Citation"),
      MakeType<Reference>("reference", "refs", "Reference"),
      MakeType<Work>("work", "works", "Work"),
      MakeType<Study>("study", "study_keys", "Study"),
      MakeType<Proposition>("proposition", "propositions", "Proposition"),
      MakeType<EvidenceLine>("evidence_line", "evidence_lines", "EvidenceLine"),
      MakeType<Finding>("finding", "findings", "Finding"),
      MakeType<Record>("record", "records", "Record"),
      MakeType<StudyResult>("result", "study_results", "Result"),
      MakeType<Decision>("decision", "decisions", "Decision"),
  };
  return types;
}

const NodeType& TypeOf(NodeKind kind) {
  return *std::ranges::find(NodeTypes(), kind, &NodeType::kind);
}

std::span<const EdgeType> EdgeTypes() {
  static const std::vector<EdgeType> types = [] {
    std::vector<EdgeType> all;
    for (const EdgeRow& row : EdgeRows()) all.push_back(row.type);
    return all;
  }();
  return types;
}

std::string RelationName(const EdgeType& type) {
  std::string name(type.name);
  for (char& c : name) c = ascii::IsLower(c) ? static_cast<char>(c - ('a' - 'A')) : c;
  return name;
}

std::span<const Property> AllProperties() {
  static const std::vector<Property> properties = [] {
    std::vector<Property> all;
    for (const NodeType& type : NodeTypes()) {
      for (const Property& property : type.properties) {
        if (std::ranges::find(all, property.name, &Property::name) == all.end()) {
          all.push_back(property);
        }
      }
    }
    return all;
  }();
  return properties;
}

template <typename Noun>
Status PropertyGraph::Walk(const NodeType& type, const VisitNode& visit) {
  const std::span<const Field<Noun>> fields = FieldsOf<Noun>();
  std::vector<std::string> scratch(fields.size());
  std::vector<PropertyValue> values(fields.size());
  std::set<DecisionId> undone;
  if constexpr (std::is_same_v<Noun, Decision>) {
    Result<std::set<DecisionId>> found = UndoneDecisions(scope_.reader());
    if (!found) return tl::unexpected(found.error());
    undone = *std::move(found);
  }
  const auto show = [&](const Noun& noun) -> Status {
    shown_.Add(Node(noun.id));
    for (std::size_t i = 0; i < fields.size(); ++i) {
      values[i] = fields[i].read(noun, &scratch[i]);
    }
    if constexpr (std::is_same_v<Noun, Decision>) values.back() = undone.contains(noun.id);
    const std::string id = IdText(noun.id);
    std::string label = CutShort(LabelOf(noun), kLongestLabel);
    if (label.empty()) label = id;
    return visit({type, id, label, values});
  };
  if constexpr (std::is_same_v<Noun, Document>) {
    return scope_.EachHeader(show);
  } else {
    return scope_.Each<Noun>(show);
  }
}

Status PropertyGraph::EachNode(const NodeType& type, const VisitNode& visit) {
  switch (type.kind) {
    case NodeKind::kDocument:
      return Walk<Document>(type, visit);
    case NodeKind::kClaim:
      return Walk<Claim>(type, visit);
    case NodeKind::kCitation:
      return Walk<Citation>(type, visit);
    case NodeKind::kReference:
      return Walk<Reference>(type, visit);
    case NodeKind::kWork:
      return Walk<Work>(type, visit);
    case NodeKind::kStudy:
      return Walk<Study>(type, visit);
    case NodeKind::kProposition:
      return Walk<Proposition>(type, visit);
    case NodeKind::kEvidenceLine:
      return Walk<EvidenceLine>(type, visit);
    case NodeKind::kFinding:
      return Walk<Finding>(type, visit);
    case NodeKind::kRecord:
      return Walk<Record>(type, visit);
    case NodeKind::kResult:
      return Walk<StudyResult>(type, visit);
    case NodeKind::kDecision:
      return Walk<Decision>(type, visit);
  }
  return {};
}

Status PropertyGraph::EachEdge(const EdgeType& type, const VisitEdge& visit) const {
  const auto row =
      std::ranges::find(EdgeRows(), type.name, [](const EdgeRow& each) { return each.type.name; });
  std::string id;
  return row->walk(scope_,
                   [&](std::uint64_t from, const std::vector<std::uint64_t>& ends) -> Status {
                     if (!shown_.Has({type.from, from})) return {};
                     const std::string from_id = IdText(NodeRef{type.from, from});
                     for (const std::uint64_t end : ends) {
                       if (!shown_.Has({type.to, end})) continue;
                       const std::string to_id = IdText(NodeRef{type.to, end});
                       id.assign(from_id).append(".").append(type.name).append(".").append(to_id);
                       if (Status visited = visit({type, id, from_id, to_id}); !visited)
                         return visited;
                     }
                     return {};
                   });
}

Status PropertyGraph::EachNode(const VisitNode& visit) {
  for (const NodeType& type : NodeTypes()) {
    if (Status walked = EachNode(type, visit); !walked) return walked;
  }
  return {};
}

Status PropertyGraph::EachEdge(const VisitEdge& visit) const {
  for (const EdgeType& type : EdgeTypes()) {
    if (Status walked = EachEdge(type, visit); !walked) return walked;
  }
  return {};
}

PropertyValue ValueOf(const PropertyNode& node, std::string_view property) {
  const auto found = std::ranges::find(node.type.properties, property, &Property::name);
  if (found == node.type.properties.end()) return {};
  return node.values[static_cast<std::size_t>(found - node.type.properties.begin())];
}

}  // namespace claimgraph
