// Look, never touch: what queries, rules and linkers may ask of a graph.
//
// All answers are in a fixed order (ascending ids, or as said), so every run
// prints the same.  A reader sees one consistent state for as long as it lives.
#ifndef CLAIMGRAPH_CORE_GRAPH_READER_H_
#define CLAIMGRAPH_CORE_GRAPH_READER_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/briefs.h"
#include "core/citation.h"
#include "core/claim.h"
#include "core/decision.h"
#include "core/document.h"
#include "core/evidence_line.h"
#include "core/finding.h"
#include "core/ids.h"
#include "core/proposition.h"
#include "core/record.h"
#include "core/reference.h"
#include "core/result.h"
#include "core/status.h"
#include "core/study.h"
#include "core/text_search.h"
#include "core/work.h"

namespace claimgraph {

// Typed edges.  Each stands in a field of the noun that it starts at (kPresents
// and kLists: of the DocumentGraph); the store keeps the reverse as well.  NEVER renumber: the
// numbers are in stored keys.
enum class EdgeKind : std::uint8_t {
  kHasClaim = 1,      // document -> claim
  kHasCitation = 2,   // document -> citation
  kHasReference = 3,  // document -> reference
  kCites = 4,         // claim -> citation
  kStates = 5,        // claim -> proposition
  kPointsTo = 6,      // citation -> reference
  kDescribes = 7,     // reference -> work
  kBearsOn = 8,       // evidence line -> proposition
  kRestsOn = 9,       // evidence line -> work
  kJudges = 10,       // evidence line -> claim
  kFoundIn = 11,      // finding -> document
  kPresents = 12,     // document -> the work that it is, or is a record of
  kLists = 13,        // document -> a work in its reference list, where that is all that is known
  kHasRecord = 14,    // document -> record
  kRecords = 15,      // record -> the work that it describes
  kReports = 16,      // record -> the study that the work reports
  kIncludes = 17,     // record of a review -> a work whose study it includes
  kHasResult = 18,    // document -> result
  kResultOf = 19,     // result -> study
  kHasDecision = 20,  // document -> decision
};

enum class Way : std::uint8_t { kOut, kIn };

class GraphReader {
 public:
  virtual ~GraphReader() = default;

  // NotFound if `id` was never stored or has been removed.
  [[nodiscard]] virtual Result<Document> FindDocument(DocumentId id) const = 0;
  // The same without text, map, blocks, sentences, links, marks, ignores and
  // diagnostics: cheap, whatever the size of the document.
  [[nodiscard]] virtual Result<Document> FindDocumentHeader(DocumentId id) const {
    return FindDocument(id);
  }
  [[nodiscard]] virtual Result<Claim> FindClaim(ClaimId id) const = 0;
  [[nodiscard]] virtual Result<Citation> FindCitation(CitationId id) const = 0;
  [[nodiscard]] virtual Result<Reference> FindReference(ReferenceId id) const = 0;
  [[nodiscard]] virtual Result<Work> FindWork(WorkId id) const = 0;
  [[nodiscard]] virtual Result<Proposition> FindProposition(PropositionId id) const = 0;
  [[nodiscard]] virtual Result<EvidenceLine> FindEvidenceLine(EvidenceLineId id) const = 0;
  [[nodiscard]] virtual Result<Finding> FindFinding(FindingId id) const = 0;
  [[nodiscard]] virtual Result<Record> FindRecord(RecordId id) const = 0;
  [[nodiscard]] virtual Result<StudyResult> FindResult(ResultId id) const = 0;
  [[nodiscard]] virtual Result<Study> FindStudy(StudyId id) const = 0;
  [[nodiscard]] virtual Result<Decision> FindDecision(DecisionId id) const = 0;

  // Ids of every node of one kind, ascending.
  [[nodiscard]] virtual std::vector<std::uint64_t> All(NodeKind kind) const = 0;

  // The first `limit` of those above `after`: for walks whose memory must not grow
  // with the graph.
  [[nodiscard]] virtual std::vector<std::uint64_t> IdsAfter(NodeKind kind, std::uint64_t after,
                                                            std::size_t limit) const {
    std::vector<std::uint64_t> ids = All(kind);
    const auto first = std::ranges::upper_bound(ids, after);
    const auto count = std::min<std::size_t>(limit, static_cast<std::size_t>(ids.end() - first));
    return {first, first + static_cast<std::ptrdiff_t>(count)};
  }

  // The highest id ever issued to a node of `kind`; 0: none.  Removed nodes
  // count: no id is issued twice.
  [[nodiscard]] virtual std::uint64_t LastId(NodeKind kind) const {
    const std::vector<std::uint64_t> all = All(kind);
    return all.empty() ? 0 : all.back();
  }

  // The nodes at the other end of `kind` edges of `node`, ascending.
  [[nodiscard]] virtual std::vector<NodeRef> Neighbours(NodeRef node, EdgeKind kind,
                                                        Way way) const = 0;

  // The first `limit` of them: for nodes that a million edges may lead to.
  [[nodiscard]] virtual std::vector<NodeRef> FirstNeighbours(NodeRef node, EdgeKind kind, Way way,
                                                             std::size_t limit) const {
    std::vector<NodeRef> nodes = Neighbours(node, kind, way);
    if (nodes.size() > limit) nodes.resize(limit);
    return nodes;
  }

  // Visits every node of `from` that starts an edge of `kind`, ascending, with the
  // ids at its other ends, ascending, until `visit` returns false.  For questions
  // about all nodes: a tenth of the price of asking for each.
  using VisitEdges = std::function<bool(std::uint64_t from, const std::vector<std::uint64_t>& to)>;
  virtual void SweepEdges(NodeKind from, EdgeKind kind, const VisitEdges& visit) const {
    for (const std::uint64_t id : All(from)) {
      std::vector<std::uint64_t> to;
      for (const NodeRef node : Neighbours({from, id}, kind, Way::kOut)) to.push_back(node.id);
      if (!to.empty() && !visit(id, to)) return;
    }
  }

  // Names lead to nodes: "source:draft.md" (document), "doi:..", "pmid:..",
  // "title:..|2014", "url:.." (work), "proposition:<key>", "study:<key>".  Id 0: no such name.
  [[nodiscard]] virtual NodeRef Named(std::string_view name) const = 0;

  // Stored findings of one rule (all rules: ""), by document, then position; the
  // first `limit` of them.
  static constexpr std::size_t kNoLimit = std::numeric_limits<std::size_t>::max();
  [[nodiscard]] virtual std::vector<FindingId> Findings(std::string_view rule,
                                                        std::size_t limit = kNoLimit) const = 0;

  // How many there are: kept by stores, so that asking costs the same at any size.
  [[nodiscard]] virtual std::size_t CountFindings(std::string_view rule) const {
    return Findings(rule).size();
  }

  // A number that another state of the same store does not have; 0: unknown.
  // What was made of a graph (a snapshot) is as good as new while it is the same.
  [[nodiscard]] virtual std::uint64_t State() const { return 0; }

  // Each noun of a kind, ascending, without its words: for what reads them all.
  // An error of `visit` ends the sweep and is its result.
  template <typename Brief>
  using VisitBriefs = std::function<Status(const Brief&)>;
  [[nodiscard]] virtual Status SweepDocuments(const VisitBriefs<DocumentBrief>& visit) const;
  [[nodiscard]] virtual Status SweepClaims(const VisitBriefs<ClaimBrief>& visit) const;
  [[nodiscard]] virtual Status SweepCitations(const VisitBriefs<CitationBrief>& visit) const;
  [[nodiscard]] virtual Status SweepReferences(const VisitBriefs<ReferenceBrief>& visit) const;
  [[nodiscard]] virtual Status SweepWorks(const VisitBriefs<WorkBrief>& visit) const;
  [[nodiscard]] virtual Status SweepPropositions(const VisitBriefs<PropositionBrief>& visit) const;
  [[nodiscard]] virtual Status SweepEvidenceLines(
      const VisitBriefs<EvidenceLineBrief>& visit) const;
  [[nodiscard]] virtual Status SweepFindings(const VisitBriefs<FindingBrief>& visit) const;

  // What it has of the texts of studies (core/text_search.h).  A reader that keeps no
  // index has none.
  [[nodiscard]] virtual Result<std::unique_ptr<TextMatches>> MatchTexts(
      const TextQuery& query) const;
  // Both steps of a search.
  [[nodiscard]] Result<std::vector<TextHit>> SearchTexts(const TextQuery& query,
                                                         std::size_t limit) const;

  // The user's own concepts, which every document here was read with: the text of their
  // file, as written (docs/vocabulary.md).  Empty: the built-in ones alone.
  [[nodiscard]] virtual Result<std::string> Vocabulary() const { return std::string(); }

  // The first error met by a function above that returns no Result; from then
  // on its answers may lack something.  Ask before trusting a long walk.
  [[nodiscard]] virtual Status Health() const { return {}; }
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_GRAPH_READER_H_
