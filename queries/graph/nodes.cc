#include "queries/graph/nodes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/json.h"
#include "core/text/identifiers.h"
#include "queries/graph_view.h"

namespace claimgraph {
namespace {

struct EdgeNames {
  std::string_view out;
  std::string_view in;
};

// By EdgeKind; no edge has number 0.
constexpr std::array<EdgeNames, 21> kEdgeNames = {{{"", ""},
                                                   {"makes", "is made in"},
                                                   {"holds", "stands in"},
                                                   {"lists", "is listed in"},
                                                   {"cites", "is cited by"},
                                                   {"states", "is stated by"},
                                                   {"points to", "is pointed to by"},
                                                   {"is", "is described by"},
                                                   {"bears on", "has evidence"},
                                                   {"rests on", "is rested on by"},
                                                   {"judges", "is judged by"},
                                                   {"was found in", "has finding"},
                                                   {"presents", "is presented by"},
                                                   {"lists", "is listed by"},
                                                   {"has the record", "stands in"},
                                                   {"describes", "is described by"},
                                                   {"reports", "is reported by"},
                                                   {"includes", "is included by"},
                                                   {"tells the result", "is told in"},
                                                   {"is a result of", "has the result"},
                                                   {"has the decision", "stands in"}}};

constexpr std::array<std::string_view, 13> kKindNames = {
    "node",        "document",      "claim",   "citation", "reference", "work",    "study",
    "proposition", "evidence line", "finding", "record",   "result",    "decision"};

std::string Printed(const std::vector<Author>& authors, int year, const std::string& title) {
  std::string words = authors.empty() ? std::string() : authors.front().family;
  if (authors.size() == 2) {
    words += " & " + authors.back().family;
  } else if (authors.size() > 2) {
    words += " et al.";
  }
  if (year != 0) words += fmt::format("{}{}", words.empty() ? "" : ", ", year);
  if (!title.empty()) words += (words.empty() ? "" : ": ") + title;
  return words;
}

template <typename Noun>
std::string LabelOr(const Result<Noun>& noun) {
  return noun ? LabelOf(*noun) : "?";
}

// Names under which the store may know what a person wrote.
std::vector<std::string> NamesFor(std::string_view text) {
  const std::string written(text);
  std::vector<std::string> names = {"source:" + written, written};
  const auto add = [&](std::string_view prefix, const std::string& value) {
    if (!value.empty()) names.push_back(std::string(prefix) + value);
  };
  const AddressIds ids = ReadAddress(text);
  add("doi:", CanonicalDoi(text));
  add("doi:", ids.doi);
  add("pmid:", ids.pmid);
  add("pmcid:", ids.pmcid);
  if (std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; })) add("pmid:", written);
  for (const Identifier& found : FindIdentifiers(text)) {
    if (found.kind == IdentifierKind::kPmid) add("pmid:", found.value);
    if (found.kind == IdentifierKind::kPmcid) add("pmcid:", found.value);
  }
  add("url:", AddressKey(text));
  return names;
}

bool Exists(const GraphReader& reader, NodeRef node) {
  switch (node.kind) {
    case NodeKind::kDocument:
      return reader.FindDocumentHeader(DocumentId{node.id}).has_value();
    case NodeKind::kClaim:
      return reader.FindClaim(ClaimId{node.id}).has_value();
    case NodeKind::kCitation:
      return reader.FindCitation(CitationId{node.id}).has_value();
    case NodeKind::kReference:
      return reader.FindReference(ReferenceId{node.id}).has_value();
    case NodeKind::kWork:
      return reader.FindWork(WorkId{node.id}).has_value();
    case NodeKind::kProposition:
      return reader.FindProposition(PropositionId{node.id}).has_value();
    case NodeKind::kEvidenceLine:
      return reader.FindEvidenceLine(EvidenceLineId{node.id}).has_value();
    case NodeKind::kFinding:
      return reader.FindFinding(FindingId{node.id}).has_value();
    case NodeKind::kStudy:
      return reader.FindStudy(StudyId{node.id}).has_value();
    case NodeKind::kRecord:
      return reader.FindRecord(RecordId{node.id}).has_value();
    case NodeKind::kResult:
      return reader.FindResult(ResultId{node.id}).has_value();
    case NodeKind::kDecision:
      return reader.FindDecision(DecisionId{node.id}).has_value();
  }
  return false;
}

std::string KindsText(std::span<const NodeKind> kinds) {
  constexpr std::size_t kManyKinds = 4;
  if (kinds.size() > kManyKinds) return "node";
  std::string text;
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    if (i > 0) text += i + 1 == kinds.size() ? " or " : ", ";
    text += kKindNames[static_cast<std::size_t>(kinds[i])];
  }
  return text;
}

}  // namespace

std::string LabelOf(const Document& d) { return d.title.empty() ? d.source : d.title; }
std::string LabelOf(const Claim& c) { return c.text; }
std::string LabelOf(const Citation& c) { return c.text; }
std::string LabelOf(const Reference& r) {
  const std::string printed = Printed(r.authors, r.year, r.title);
  return printed.empty() ? r.text : printed;
}
std::string LabelOf(const Work& w) {
  const std::string printed = Printed(w.authors, w.year, w.title);
  if (!printed.empty()) return printed;
  return w.names.empty() ? std::string("an unnamed work") : w.names.front();
}
std::string LabelOf(const EvidenceLine& e) {
  const std::string_view stance = e.stance == Stance::kUnknown ? "stance unknown" : Name(e.stance);
  return fmt::format("{}, {}", stance, Description(e.design));
}
std::string LabelOf(const Finding& f) { return f.rule + ": " + f.message; }

std::string LabelOf(const Study& s) { return s.key; }
std::string LabelOf(const Record& r) {
  std::string words(Description(r.design));
  if (r.n != 0) words += fmt::format(", {} people", r.n);
  return words;
}
std::string LabelOf(const StudyResult& r) {
  return LabelOf(Proposition{.intervention = r.intervention,
                             .direction = r.direction,
                             .outcome = r.outcome,
                             .population = r.population,
                             .comparator = r.comparator});
}

std::string LabelOf(const Decision& d) {
  return fmt::format("{} {}: {}", Name(d.kind), d.value, d.why);
}

std::string LabelOf(const Proposition& p) {
  std::string words = fmt::format("{} -> {} -> {}", p.intervention.empty() ? "?" : p.intervention,
                                  Name(p.direction), p.outcome.empty() ? "?" : p.outcome);
  std::ranges::replace(words, '_', ' ');
  if (!p.population.empty()) words += "; in " + p.population;
  if (!p.comparator.empty()) words += "; against " + p.comparator;
  return words;
}

std::string LabelOf(const GraphReader& reader, NodeRef node) {
  switch (node.kind) {
    case NodeKind::kDocument:
      return LabelOr(reader.FindDocumentHeader(DocumentId{node.id}));
    case NodeKind::kClaim:
      return LabelOr(reader.FindClaim(ClaimId{node.id}));
    case NodeKind::kCitation:
      return LabelOr(reader.FindCitation(CitationId{node.id}));
    case NodeKind::kReference:
      return LabelOr(reader.FindReference(ReferenceId{node.id}));
    case NodeKind::kWork:
      return LabelOr(reader.FindWork(WorkId{node.id}));
    case NodeKind::kProposition:
      return LabelOr(reader.FindProposition(PropositionId{node.id}));
    case NodeKind::kEvidenceLine:
      return LabelOr(reader.FindEvidenceLine(EvidenceLineId{node.id}));
    case NodeKind::kFinding:
      return LabelOr(reader.FindFinding(FindingId{node.id}));
    case NodeKind::kStudy:
      return LabelOr(reader.FindStudy(StudyId{node.id}));
    case NodeKind::kRecord:
      return LabelOr(reader.FindRecord(RecordId{node.id}));
    case NodeKind::kResult:
      return LabelOr(reader.FindResult(ResultId{node.id}));
    case NodeKind::kDecision:
      return LabelOr(reader.FindDecision(DecisionId{node.id}));
  }
  return "?";
}

TrailStep Step(const GraphReader& reader, std::string_view edge, NodeRef node) {
  return {std::string(edge), node, LabelOf(reader, node)};
}

std::string FamilyFirst(const Author& author) {
  return author.given.empty() ? author.family : author.family + ", " + author.given;
}

std::string_view EdgeName(EdgeKind kind, Way way) {
  const EdgeNames& names = kEdgeNames.at(static_cast<std::size_t>(kind));
  return way == Way::kOut ? names.out : names.in;
}

Trail TrailTo(const GraphReader& reader, ClaimId claim, WorkId work) {
  constexpr std::array<std::string_view, 10> kWayTo = {"",   "", "", "cites",        "points to",
                                                       "is", "", "", "is judged by", ""};
  for (const EvidencePath& path : EvidencePaths(reader, claim)) {
    if (path.back() != Node(work)) continue;
    Trail trail;
    for (const NodeRef node : path) {
      const bool from_line = !trail.empty() && trail.back().node.kind == NodeKind::kEvidenceLine;
      const std::string_view edge = trail.empty() ? ""
                                    : from_line   ? "rests on"
                                                  : kWayTo[static_cast<std::size_t>(node.kind)];
      trail.push_back(Step(reader, edge, node));
    }
    return trail;
  }
  return {Step(reader, "", Node(claim)), Step(reader, "rests on", Node(work))};
}

Result<NodeRef> FindNode(const GraphReader& reader, std::string_view name,
                         std::span<const NodeKind> kinds) {
  std::vector<NodeRef> found;
  if (const std::optional<NodeRef> id = ParseId(name); id && Exists(reader, *id)) {
    found.push_back(*id);
  }
  for (const std::string& known : NamesFor(name)) {
    if (const NodeRef node = reader.Named(known); node.id != 0) found.push_back(node);
  }
  for (const NodeKind kind : kinds) {
    const auto node = std::ranges::find(found, kind, &NodeRef::kind);
    if (node != found.end()) return *node;
  }
  return Fail(ErrorCode::kInvalidArgument,
              fmt::format("no {} \"{}\" in the store", KindsText(kinds), name));
}

}  // namespace claimgraph
