#include "claimgraph/decision_copies.h"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "importers/linking/decided_sources.h"

namespace claimgraph {
namespace {

constexpr std::string_view kSource = "decision:";

// 0: no number that a store could give.
std::uint64_t NumberIn(std::string_view digits) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc() && end == digits.data() + digits.size() ? number : 0;
}

// All that a decision says, its own number left out.
std::vector<std::string> WordsOf(const Decision& d) {
  return {std::string(Name(d.kind)),
          d.source,
          d.quote,
          std::to_string(d.nth),
          d.value,
          d.who,
          d.when,
          d.why};
}

std::string SignatureAs(Decision decision, std::uint64_t number) {
  decision.id = DecisionId{number};
  return Signature(decision);
}

}  // namespace

bool DecisionCopies::AreSame(const std::vector<Decision>& a, const std::vector<Decision>& b) {
  return std::ranges::equal(a, b, {}, WordsOf, WordsOf);
}

// Later ones stand behind earlier ones, so that equal decisions are found in their order.
void DecisionCopies::ReadStored() {
  read_ = true;
  last_ = store_.LastId(NodeKind::kDecision);
  for (const std::uint64_t id : store_.All(NodeKind::kDecision)) {
    const Result<Decision> decision = store_.FindDecision(DecisionId{id});
    if (decision) stored_[WordsOf(*decision)].push_back(id);
  }
}

void DecisionCopies::BeginFile() {
  read_ = false;
  stored_.clear();
  number_.clear();
  signatures_.clear();
}

Status DecisionCopies::Renumber(DocumentGraph* graph) {
  if (graph->document.format == Format::kDecision) return RenumberDecision(graph);
  if (!signatures_.empty()) RenumberReasons(graph);
  return {};
}

// A reason ends with the signature of the decision behind it (decided_sources.h).
void DecisionCopies::RenumberReasons(DocumentGraph* graph) const {
  const auto renumber = [&](std::vector<Reason>* reasons) {
    for (Reason& reason : *reasons) {
      if (reason.step != "decision") continue;
      for (const auto& [old, now] : signatures_) {
        if (!reason.because.ends_with("; " + old)) continue;
        reason.because.replace(reason.because.size() - old.size(), old.size(), now);
        break;
      }
    }
  };
  for (Claim& claim : graph->claims) renumber(&claim.reasons);
  for (EvidenceLine& line : graph->evidence_lines) renumber(&line.reasons);
}

Status DecisionCopies::RenumberDecision(DocumentGraph* graph) {
  Document& document = graph->document;
  Decision& decision = graph->decisions.front();
  const std::uint64_t old = NumberIn(std::string_view(document.source).substr(kSource.size()));
  if (!read_) ReadStored();
  if (decision.kind == DecisionKind::kUndo) {
    const auto undone = number_.find(NumberIn(std::string_view(decision.value).substr(1)));
    if (undone == number_.end()) {
      return Fail(ErrorCode::kInvalidArgument,
                  "it undoes " + decision.value + ", which is not in the file before it");
    }
    decision.value = "n" + std::to_string(undone->second);
  }
  std::vector<std::uint64_t>& held = stored_[WordsOf(decision)];
  std::uint64_t number = 0;
  if (!held.empty()) {
    number = held.front();
    held.erase(held.begin());
  } else {
    number = ++last_;
  }
  number_[old] = number;
  if (old != number) signatures_[SignatureAs(decision, old)] = SignatureAs(decision, number);
  document.source = std::string(kSource) + std::to_string(number);
  return {};
}

}  // namespace claimgraph
