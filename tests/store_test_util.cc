#include "tests/store_test_util.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <set>

#include "core/store/edges.h"
#include "core/store/values.h"

namespace claimgraph {
namespace {

constexpr int kDocumentPool = 12;
constexpr int kWorkPool = 10;
constexpr int kStreamClaims = 12;
constexpr int kRemoveEvery = 7;
constexpr EdgeKind kEdgeKinds[] = {
    EdgeKind::kHasClaim, EdgeKind::kHasCitation, EdgeKind::kHasReference, EdgeKind::kCites,
    EdgeKind::kStates,   EdgeKind::kPointsTo,    EdgeKind::kDescribes,    EdgeKind::kBearsOn,
    EdgeKind::kRestsOn,  EdgeKind::kJudges,      EdgeKind::kFoundIn,      EdgeKind::kPresents,
    EdgeKind::kLists,    EdgeKind::kHasRecord,   EdgeKind::kRecords,      EdgeKind::kReports,
    EdgeKind::kIncludes, EdgeKind::kHasResult,   EdgeKind::kResultOf,     EdgeKind::kHasDecision};
constexpr NodeKind kNodeKinds[] = {
    NodeKind::kDocument, NodeKind::kClaim,       NodeKind::kCitation,     NodeKind::kReference,
    NodeKind::kWork,     NodeKind::kProposition, NodeKind::kEvidenceLine, NodeKind::kFinding,
    NodeKind::kRecord,   NodeKind::kResult,      NodeKind::kStudy,        NodeKind::kDecision};

int Below(std::mt19937* random, int limit) {
  return static_cast<int>((*random)() % static_cast<unsigned>(limit));
}

template <typename Id>
Id Any(std::mt19937* random, std::size_t count) {
  return count == 0 ? Id{} : Id{1 + (*random)() % count};
}

// One of the pool's works; a document sees only some of its names.
Work PoolWork(std::mt19937* random, int i) {
  const std::string n = std::to_string(i);
  Work work{.title = "Trial " + n, .year = 2000 + i};
  const int seen = 1 + Below(random, 7);
  if (seen & 1) work.names.push_back("doi:10.5555/" + n);
  if (seen & 1) work.doi = "10.5555/" + n;
  if (seen & 2) work.names.push_back("pmid:" + n);
  if (seen & 4) work.names.push_back("title:trial " + n + "|" + std::to_string(2000 + i));
  if (Below(random, 2)) work.authors = {{.family = "Okri", .given = "B"}};
  return work;
}

Document RandomDocument(std::mt19937* random, const std::string& source, int sentences) {
  Document d{.source = source, .title = "Walking " + std::to_string(Below(random, 100))};
  for (int i = 0; i < sentences; ++i) {
    const auto begin = static_cast<std::uint32_t>(d.text.size());
    d.text += "Walking for " + std::to_string(Below(random, 90)) + " minutes may ease pain [1].";
    const auto end = static_cast<std::uint32_t>(d.text.size());
    d.blocks.push_back({.span = {begin, end}});
    d.sentences.push_back({.span = {begin, end}, .block = static_cast<std::uint32_t>(i)});
    d.text += '\n';
  }
  d.map = OffsetMap::Identity(static_cast<std::uint32_t>(d.text.size()));
  d.size = d.text.size();
  d.hash = std::to_string(std::hash<std::string>{}(d.text + d.title));
  d.hash.insert(0, 32 - d.hash.size(), '0');
  return d;
}

void AddClaims(std::mt19937* random, int count, DocumentGraph* g) {
  for (int i = 0; i < count; ++i) {
    const TextSpan at = g->document.sentences[i].span;
    Claim c{.span = {at.begin, at.end},
            .text_span = at,
            .text = std::string(g->document.Words(at)),
            .sentence = static_cast<std::uint32_t>(i)};
    c.propositions.push_back(Any<PropositionId>(random, g->propositions.size()));
    for (int n = Below(random, 3); n > 0; --n) {
      c.citations.push_back(Any<CitationId>(random, g->citations.size()));
    }
    c.reasons.push_back({.step = "citation", .rule = "inline", .because = "it stands beside it"});
    g->claims.push_back(c);
    EvidenceLine line{.claim = ClaimId{g->claims.size()}, .proposition = c.propositions[0]};
    if (!c.citations.empty()) line.citation = c.citations[0];
    if (Below(random, 2)) line.work = Any<WorkId>(random, g->works.size());
    g->evidence_lines.push_back(line);
    if (Below(random, 2)) continue;
    g->findings.push_back({.rule = Below(random, 2) ? "uncited-claim" : "magnitude-inflation",
                           .span = c.span,
                           .message = "a lead",
                           .claim = ClaimId{g->claims.size()},
                           .evidence = {EvidenceLineId{g->evidence_lines.size()}}});
  }
}

// Reads every noun of `reader` once.
struct Everything {
  std::map<NodeRef, std::string> values{};
  std::vector<Edge> edges{};
  std::map<std::string, NodeRef> names{};
  std::map<std::uint64_t, Finding> findings{};
  std::vector<std::string> errors{};
};

template <typename Noun, typename Id>
void ReadNodes(const GraphReader& reader, NodeKind kind,
               Result<Noun> (GraphReader::*find)(Id) const,
               const std::function<void(const Noun&)>& visit, Everything* all) {
  for (const std::uint64_t id : reader.All(kind)) {
    const Result<Noun> noun = (reader.*find)(Id{id});
    if (!noun) {
      all->errors.push_back(noun.error().message);
      continue;
    }
    visit(*noun);
  }
}

template <typename Noun>
std::function<void(const Noun&)> WithEdges(Everything* all) {
  return [all](const Noun& n) {
    all->values[Node(n.id)] = Encode(std::span(&n, 1));
    AppendEdges(n, &all->edges);
  };
}

Everything ReadAll(const GraphReader& r) {
  Everything all;
  ReadNodes<Document, DocumentId>(
      r, NodeKind::kDocument, &GraphReader::FindDocument,
      [&](const Document& d) {
        all.values[Node(d.id)] = EncodeHeader(d) + d.text + EncodeLayout(d);
        all.names["source:" + d.source] = Node(d.id);
        // No noun has these: what must agree is their two ends.
        for (const EdgeKind edge : {EdgeKind::kPresents, EdgeKind::kLists}) {
          for (const NodeRef work : r.Neighbours(Node(d.id), edge, Way::kOut)) {
            all.edges.push_back({Node(d.id), edge, work});
          }
        }
      },
      &all);
  ReadNodes<Claim, ClaimId>(r, NodeKind::kClaim, &GraphReader::FindClaim, WithEdges<Claim>(&all),
                            &all);
  ReadNodes<Citation, CitationId>(r, NodeKind::kCitation, &GraphReader::FindCitation,
                                  WithEdges<Citation>(&all), &all);
  ReadNodes<Reference, ReferenceId>(r, NodeKind::kReference, &GraphReader::FindReference,
                                    WithEdges<Reference>(&all), &all);
  ReadNodes<EvidenceLine, EvidenceLineId>(r, NodeKind::kEvidenceLine,
                                          &GraphReader::FindEvidenceLine,
                                          WithEdges<EvidenceLine>(&all), &all);
  ReadNodes<Finding, FindingId>(
      r, NodeKind::kFinding, &GraphReader::FindFinding,
      [&](const Finding& f) {
        WithEdges<Finding> (&all)(f);
        all.findings[Raw(f.id)] = f;
      },
      &all);
  ReadNodes<Work, WorkId>(
      r, NodeKind::kWork, &GraphReader::FindWork,
      [&](const Work& w) {
        all.values[Node(w.id)] = Encode(w);
        for (const std::string& name : w.names) {
          if (!all.names.emplace(name, Node(w.id)).second) all.errors.push_back("two are " + name);
        }
      },
      &all);
  ReadNodes<Proposition, PropositionId>(
      r, NodeKind::kProposition, &GraphReader::FindProposition,
      [&](const Proposition& p) {
        all.values[Node(p.id)] = Encode(p);
        if (!all.names.emplace("proposition:" + Key(p), Node(p.id)).second) {
          all.errors.push_back("two are " + Key(p));
        }
      },
      &all);
  std::ranges::sort(all.edges);
  all.edges.erase(std::unique(all.edges.begin(), all.edges.end()), all.edges.end());
  return all;
}

std::string Text(const Edge& e) {
  return Describe(e.from) + " -" + std::to_string(static_cast<int>(e.kind)) + "-> " +
         Describe(e.to);
}

// The edges that Neighbours tells of, walked in one direction.
std::vector<Edge> Walk(const GraphReader& reader, Way way) {
  std::vector<Edge> edges;
  for (const NodeKind kind : kNodeKinds) {
    for (const std::uint64_t id : reader.All(kind)) {
      for (const EdgeKind edge : kEdgeKinds) {
        if (kind != (way == Way::kOut ? FromKind(edge) : ToKind(edge))) continue;
        for (const NodeRef n : reader.Neighbours({kind, id}, edge, way)) {
          edges.push_back(way == Way::kOut ? Edge{{kind, id}, edge, n} : Edge{n, edge, {kind, id}});
        }
      }
    }
  }
  std::ranges::sort(edges);
  return edges;
}

// The same, as SweepEdges tells of them.
std::vector<Edge> Sweep(const GraphReader& reader) {
  std::vector<Edge> edges;
  for (const EdgeKind edge : kEdgeKinds) {
    const NodeKind from = FromKind(edge);
    reader.SweepEdges(from, edge, [&](std::uint64_t id, const std::vector<std::uint64_t>& to) {
      for (const std::uint64_t other : to)
        edges.push_back({{from, id}, edge, {ToKind(edge), other}});
      return true;
    });
  }
  std::ranges::sort(edges);
  return edges;
}

void Compare(const std::string& what, const std::vector<Edge>& walked,
             const std::vector<Edge>& expected, std::vector<std::string>* faults) {
  std::vector<Edge> odd;
  std::ranges::set_symmetric_difference(walked, expected, std::back_inserter(odd));
  for (const Edge& e : odd) {
    const bool extra = std::ranges::binary_search(walked, e);
    faults->push_back((extra ? "extra " : "missing ") + what + ": " + Text(e));
  }
}

}  // namespace

TempDir::TempDir() {
  std::string name = (std::filesystem::temp_directory_path() / "claimgraph-test-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) std::abort();
  path_ = name;
}

TempDir::~TempDir() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

DocumentGraph TinyGraph(const std::string& source, const std::string& hash,
                        const std::vector<std::string>& names, const std::string& intervention) {
  DocumentGraph g;
  g.document = {.source = source, .hash = hash, .text = "Walks help [1]."};
  g.propositions = {{.intervention = intervention, .outcome = "pain"}};
  g.works = {{.names = names, .title = "Walking"}};
  g.references = {{.text = "Walking.", .work = WorkId{1}}};
  g.citations = {{.text_span = {11, 14}, .references = {ReferenceId{1}}}};
  g.claims = {
      {.text_span = {0, 10}, .propositions = {PropositionId{1}}, .citations = {CitationId{1}}}};
  g.evidence_lines = {{.claim = ClaimId{1}, .proposition = PropositionId{1}, .work = WorkId{1}}};
  g.findings = {{.rule = "single-study", .message = "one study", .claim = ClaimId{1}}};
  return g;
}

DocumentGraph RandomGraph(std::mt19937* random, const std::string& source, int claims) {
  DocumentGraph g;
  g.document = RandomDocument(random, source, claims + 1);
  for (int i = Below(random, kWorkPool); i < kWorkPool; i += 1 + Below(random, 4)) {
    g.works.push_back(PoolWork(random, i));
    g.references.push_back({.text = g.works.back().title,
                            .year = g.works.back().year,
                            .work = WorkId{g.works.size()}});
  }
  for (const char* outcome : {"pain", "sleep", "mood", "stress"}) {
    if (Below(random, 2)) g.propositions.push_back({.intervention = "walking", .outcome = outcome});
  }
  g.propositions.push_back({.intervention = "walking"});
  if (Below(random, 3) == 0) g.presents = Any<WorkId>(random, g.works.size());
  for (int i = Below(random, 3); i > 0 && !g.works.empty(); --i) {
    g.works.push_back(PoolWork(random, Below(random, kWorkPool)));
    g.lists.push_back(WorkId{g.works.size()});
  }
  for (int i = 0; i <= Below(random, 4); ++i) {
    Citation c{.text = "Okri " + std::to_string(2000 + i)};
    c.references.push_back(Any<ReferenceId>(random, g.references.size()));
    g.citations.push_back(c);
  }
  AddClaims(random, claims, &g);
  return g;
}

std::string StreamStep(int index, GraphStore* store) {
  std::mt19937 random(static_cast<unsigned>(index) + 1);
  const std::string source = "walk-" + std::to_string(Below(&random, kDocumentPool)) + ".md";
  if (index % kRemoveEvery == kRemoveEvery - 1) {
    const Status removed = store->RemoveDocument(source);
    return removed || removed.error().code == ErrorCode::kNotFound ? "" : removed.error().message;
  }
  return Message(store->PutDocument(RandomGraph(&random, source, kStreamClaims)));
}

std::vector<std::string> Dump(const GraphReader& reader) {
  const Everything all = ReadAll(reader);
  std::vector<std::string> lines = all.errors;
  for (const auto& [node, value] : all.values) {
    lines.push_back(Describe(node) + " = " + std::to_string(std::hash<std::string>{}(value)) +
                    " of " + std::to_string(value.size()) + " bytes");
  }
  for (const Way way : {Way::kOut, Way::kIn}) {
    for (const Edge& e : Walk(reader, way)) lines.push_back(Text(e));
  }
  for (const auto& [name, node] : all.names) {
    lines.push_back(name + " is " + Describe(reader.Named(name)));
  }
  for (const char* rule : {"", "uncited-claim", "magnitude-inflation", "single-study"}) {
    std::string line = "findings of ";
    line.append(rule).append(":");
    for (const FindingId id : reader.Findings(rule))
      line.append(" ").append(std::to_string(Raw(id)));
    lines.push_back(line);
  }
  for (const NodeKind kind : kNodeKinds) {
    lines.push_back("last is " + Describe({kind, reader.LastId(kind)}));
  }
  return lines;
}

std::vector<std::string> Faults(const GraphReader& reader) {
  const Everything all = ReadAll(reader);
  std::vector<std::string> faults = all.errors;
  Compare("outward edge", Walk(reader, Way::kOut), all.edges, &faults);
  Compare("inward edge", Walk(reader, Way::kIn), all.edges, &faults);
  Compare("swept edge", Sweep(reader), all.edges, &faults);
  std::set<NodeRef> referred;
  for (const Edge& e : all.edges) {
    referred.insert(e.to);
    if (!all.values.contains(e.from) || !all.values.contains(e.to)) {
      faults.push_back("loose end: " + Text(e));
    }
  }
  for (const auto& [node, value] : all.values) {
    const bool shared = node.kind == NodeKind::kWork || node.kind == NodeKind::kProposition;
    if (shared && !referred.contains(node)) faults.push_back("orphan: " + Describe(node));
  }
  for (const auto& [name, node] : all.names) {
    if (reader.Named(name) != node) faults.push_back(name + " is not " + Describe(node));
  }
  std::vector<FindingId> findings = reader.Findings("");
  const auto place = [&](FindingId id) {
    const auto found = all.findings.find(Raw(id));
    return found == all.findings.end()
               ? std::tuple(DocumentId{}, std::uint32_t{0}, id)
               : std::tuple(found->second.document, found->second.span.begin, id);
  };
  if (findings.size() != all.findings.size()) faults.push_back("the list of findings is not whole");
  for (const auto& [id, finding] : all.findings) {
    if (reader.CountFindings(finding.rule) != reader.Findings(finding.rule).size()) {
      faults.push_back("findings are miscounted: " + finding.rule);
    }
  }
  if (reader.CountFindings("") != findings.size()) faults.push_back("findings are miscounted");
  if (!std::ranges::is_sorted(findings, {}, place)) faults.push_back("findings are out of order");
  if (const Status health = reader.Health(); !health) faults.push_back(health.error().message);
  return faults;
}

std::unique_ptr<GraphStore> OpenOrDie(const std::string& dir, const RocksOptions& options) {
  Result<std::unique_ptr<GraphStore>> store = OpenRocksStore(dir, options);
  if (!store) {
    std::fprintf(stderr, "%s\n", store.error().message.c_str());
    std::abort();
  }
  return std::move(*store);
}

}  // namespace claimgraph
