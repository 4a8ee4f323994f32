#include "queries/exports/decision_links.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/json.h"
#include "core/text/decision_words.h"
#include "core/undone.h"
#include "queries/exports/scope.h"

namespace claimgraph {
namespace {

NodeRef DocumentOf(const GraphReader& reader, const Decision& decision) {
  const bool names_one = decision.kind != DecisionKind::kUndo && !decision.source.empty();
  return names_one ? reader.Named("source:" + decision.source) : NodeRef{};
}

// What stands before the signature holds no such marker: the name of a work or a verdict.
NodeRef DecisionIn(std::string_view because) {
  constexpr std::string_view kBefore = "; n";
  constexpr std::string_view kAfter = " by ";
  for (std::size_t at = because.find(kBefore); at != std::string_view::npos;
       at = because.find(kBefore, at + 1)) {
    const std::string_view id = because.substr(at + 2, because.find(' ', at + 2) - at - 2);
    const std::optional<NodeRef> node = ParseId(id);
    if (node && because.substr(at + 2 + id.size()).starts_with(kAfter)) return *node;
  }
  return {};
}

}  // namespace

Result<NodeRef> DecidedDocument(const GraphReader& reader, const Decision& decision) {
  return DocumentOf(reader, decision);
}

Result<NodeRef> DecidedClaim(const GraphReader& reader, const Decision& decision) {
  const NodeRef document = DocumentOf(reader, decision);
  if (document.id == 0) return NodeRef{};
  std::vector<NodeRef> nodes;
  std::vector<std::string> words;
  for (const NodeRef node : reader.Neighbours(document, EdgeKind::kHasClaim, Way::kOut)) {
    Result<Claim> claim = reader.FindClaim(ClaimId{node.id});
    if (!claim) return tl::unexpected(claim.error());
    nodes.push_back(node);
    words.push_back(std::move(claim->text));
  }
  if (decision.kind == DecisionKind::kDismiss && std::ranges::count(words, decision.quote) != 1) {
    return NodeRef{};
  }
  const std::optional<std::size_t> at = FitQuote(decision, {words.begin(), words.end()});
  return at ? nodes[*at] : NodeRef{};
}

Result<NodeRef> DecidedWork(const GraphReader& reader, const Decision& decision) {
  const bool names_one =
      decision.kind == DecisionKind::kLink || decision.kind == DecisionKind::kReject;
  const NodeRef node = names_one ? reader.Named(decision.value) : NodeRef{};
  return node.kind == NodeKind::kWork ? node : NodeRef{};
}

Result<NodeRef> UndoneDecision(const GraphReader& /*reader*/, const Decision& decision) {
  return Node(UndoneBy(decision));
}

Result<std::set<DecisionId>> UndoneDecisions(const GraphReader& reader) {
  std::vector<Decision> undoings;
  const Status read = ExportScope(reader).Each<Decision>([&](const Decision& decision) -> Status {
    if (decision.kind == DecisionKind::kUndo) undoings.push_back(decision);
    return {};
  });
  if (!read) return tl::unexpected(read.error());
  return UndoneAmong(undoings);
}

std::vector<DecisionId> DecisionsIn(const GraphReader& reader, const std::vector<Reason>& reasons) {
  std::vector<DecisionId> decisions;
  for (const Reason& reason : reasons) {
    if (reason.step != "decision") continue;
    const NodeRef node = DecisionIn(reason.because);
    if (node.kind != NodeKind::kDecision || node.id == 0) continue;
    const Result<Decision> decision = reader.FindDecision(DecisionId{node.id});
    if (decision && Name(decision->kind) == reason.rule) decisions.push_back(decision->id);
  }
  return decisions;
}

}  // namespace claimgraph
