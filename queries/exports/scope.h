// The part of a graph that an export writes: all of it, or what some claims rest on.
//
// Walks go by kind, then by id: every run gives the same bytes, and memory is that of
// one noun, whatever the size of the graph (a part of it costs a bit a node).
#ifndef CLAIMGRAPH_QUERIES_EXPORTS_SCOPE_H_
#define CLAIMGRAPH_QUERIES_EXPORTS_SCOPE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "core/graph_reader.h"
#include "core/ids.h"
#include "core/status.h"

namespace claimgraph {

// A set of nodes: one bit for each id up to the highest.
class NodeSet {
 public:
  bool Has(NodeRef node) const {
    const std::vector<bool>& bits = of_kind_[static_cast<std::size_t>(node.kind)];
    return node.id < bits.size() && bits[node.id];
  }
  // True if it was not there.
  bool Add(NodeRef node);
  // None of the kind has this id or a higher one.
  std::uint64_t End(NodeKind kind) const { return of_kind_[static_cast<std::size_t>(kind)].size(); }

 private:
  std::array<std::vector<bool>, static_cast<std::size_t>(kLastNodeKind) + 1> of_kind_;
};

// What `claims` rest on and what is said of them: their documents, citations,
// references, propositions, evidence lines and findings; the works behind those with
// the records, studies and results that tell of them; and the decisions about the words
// of these claims, citations and references, with those that undo them.  Ids that are
// not there are left out.
[[nodiscard]] Result<NodeSet> ReachOf(const GraphReader& reader, std::span<const ClaimId> claims);

// How to read a whole noun, by its type.
template <typename Noun>
struct NounOf;
#define CLAIMGRAPH_NOUN(Type, IdType, Kind)                                 \
  template <>                                                               \
  struct NounOf<Type> {                                                     \
    static constexpr NodeKind kKind = NodeKind::Kind;                       \
    static Result<Type> Find(const GraphReader& reader, std::uint64_t id) { \
      return reader.Find##IdType(IdType##Id{id});                           \
    }                                                                       \
  }
CLAIMGRAPH_NOUN(Document, Document, kDocument);
CLAIMGRAPH_NOUN(Claim, Claim, kClaim);
CLAIMGRAPH_NOUN(Citation, Citation, kCitation);
CLAIMGRAPH_NOUN(Reference, Reference, kReference);
CLAIMGRAPH_NOUN(Work, Work, kWork);
CLAIMGRAPH_NOUN(Study, Study, kStudy);
CLAIMGRAPH_NOUN(Proposition, Proposition, kProposition);
CLAIMGRAPH_NOUN(EvidenceLine, EvidenceLine, kEvidenceLine);
CLAIMGRAPH_NOUN(Finding, Finding, kFinding);
CLAIMGRAPH_NOUN(Record, Record, kRecord);
CLAIMGRAPH_NOUN(StudyResult, Result, kResult);
CLAIMGRAPH_NOUN(Decision, Decision, kDecision);
#undef CLAIMGRAPH_NOUN

class ExportScope {
 public:
  // `done` of about `all` nouns have been visited; called now and then.
  using Progress = std::function<void(std::uint64_t done, std::uint64_t all)>;

  // `reader` must outlive the scope.  No `chosen`: everything.
  explicit ExportScope(const GraphReader& reader, std::optional<NodeSet> chosen = {},
                       Progress progress = {});

  const GraphReader& reader() const { return reader_; }
  bool IsWhole() const { return !chosen_; }
  bool Has(NodeRef node) const { return !chosen_ || chosen_->Has(node); }

  // Visits every noun of a type that belongs to the scope, ascending.  The first error,
  // of a noun that cannot be read or of `visit`, ends the walk.
  template <typename Noun>
  [[nodiscard]] Status Each(const std::function<Status(const Noun&)>& visit) const {
    return Walk(NounOf<Noun>::kKind,
                [&](std::uint64_t id) { return Show(NounOf<Noun>::Find(reader_, id), visit); });
  }

  // The same for documents without their text.
  [[nodiscard]] Status EachHeader(const std::function<Status(const Document&)>& visit) const;

  [[nodiscard]] Status EachId(NodeKind kind,
                              const std::function<Status(std::uint64_t id)>& visit) const;

  // Walks end with kIo once `out` fails: it must outlive them.
  void EndWith(const std::ostream& out) { out_ = &out; }

 private:
  // Asks `visit` for one id after another: listing them first would read all values
  // twice.  It answers false for a noun that is not there.
  [[nodiscard]] Status Walk(NodeKind kind,
                            const std::function<Result<bool>(std::uint64_t id)>& visit) const;
  template <typename Noun>
  static Result<bool> Show(const Result<Noun>& noun,
                           const std::function<Status(const Noun&)>& visit) {
    if (!noun && noun.error().code == ErrorCode::kNotFound) return false;
    if (!noun) return tl::unexpected(noun.error());
    return visit(*noun).map([] { return true; });
  }
  void Tell() const;
  // An error once what is written gets nowhere.
  [[nodiscard]] Status MayGoOn() const;

  const GraphReader& reader_;
  std::optional<NodeSet> chosen_;
  Progress progress_;
  const std::ostream* out_ = nullptr;
  std::uint64_t most_ = 0;
  mutable std::uint64_t done_ = 0;
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_EXPORTS_SCOPE_H_
