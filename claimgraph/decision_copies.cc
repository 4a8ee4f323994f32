#include "claimgraph/decision_copies.h"

#include <algorithm>
#include <charconv>
#include <string_view>

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

Status DecisionCopies::Renumber(DocumentGraph* graph) {
  if (graph->document.format != Format::kDecision) return {};
  if (!read_) ReadStored();
  Document& document = graph->document;
  Decision& decision = graph->decisions.front();
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
  number_[NumberIn(std::string_view(document.source).substr(kSource.size()))] = number;
  document.source = std::string(kSource) + std::to_string(number);
  return {};
}

}  // namespace claimgraph
