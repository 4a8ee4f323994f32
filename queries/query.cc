// How a query is answered:
//   1. the concept filters become a set of claims, through the propositions
//      that match them, once for all subjects;
//   2. a rule reads its findings, a verdict walks the claims that the filters leave;
//   3. the document of consecutive answers is loaded once.

#include "queries/query.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

#include "core/json.h"
#include "core/text/ascii.h"
#include "core/text/normalize.h"
#include "queries/rule_choice.h"

namespace claimgraph {
namespace {

constexpr std::array kVerdicts = {Verdict::kSupported,   Verdict::kWeaklySupported,
                                  Verdict::kOverstated,  Verdict::kContradicted,
                                  Verdict::kUnsupported, Verdict::kUnverifiable};

// True if the folded `words` stand in `label` as whole words.
bool Mentions(std::string_view label, const std::string& words) {
  if (words.empty()) return true;
  const std::string folded = Fold(label);
  for (std::size_t at = folded.find(words); at != std::string::npos;
       at = folded.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    const bool starts = at == 0 || !ascii::IsWord(folded[at - 1]);
    if (starts && (end == folded.size() || !ascii::IsWord(folded[end]))) return true;
  }
  return false;
}

class Asker {
 public:
  Asker(const GraphReader& reader, const Query& query,
        const std::function<void(const Answer&)>& take)
      : reader_(reader), query_(query), take_(take) {}

  Status Run() {
    Status status = ChooseDocument();
    if (status) status = CheckSubjects();
    if (!status) return status;
    ChooseClaims();
    for (const std::string& subject : query_.subjects) {
      status = AnswerSubject(subject);
      if (!status || Full()) return status;
    }
    return reader_.Health();
  }

 private:
  Status ChooseDocument() {
    if (query_.document.empty()) return {};
    chosen_ = reader_.Named("source:" + query_.document).id;
    const std::optional<NodeRef> by_id = ParseId(query_.document);
    if (chosen_ == 0 && by_id && by_id->kind == NodeKind::kDocument) chosen_ = by_id->id;
    if (chosen_ != 0 && reader_.FindDocumentHeader(DocumentId{chosen_})) return {};
    return Fail(ErrorCode::kInvalidArgument,
                fmt::format("no document \"{}\" in the store", query_.document));
  }

  Status CheckSubjects() const {
    for (const std::string& subject : query_.subjects) {
      if (ParseVerdict(subject) || FindRule(subject) != nullptr) continue;
      return Fail(ErrorCode::kInvalidArgument,
                  fmt::format("\"{}\" is neither a rule nor a verdict{}", subject,
                              DidYouMean(NearestRule(subject))));
    }
    return {};
  }

  void ChooseClaims() {
    const std::string intervention = Fold(query_.intervention);
    const std::string outcome = Fold(query_.outcome);
    const std::string population = Fold(query_.population);
    filters_ = !(intervention + outcome + population).empty();
    if (!filters_) return;
    for (const std::uint64_t id : reader_.All(NodeKind::kProposition)) {
      const Result<Proposition> p = reader_.FindProposition(PropositionId{id});
      if (!p || !Mentions(p->intervention, intervention) || !Mentions(p->outcome, outcome) ||
          !Mentions(p->population, population)) {
        continue;
      }
      for (const NodeRef claim : reader_.Neighbours(Node(p->id), EdgeKind::kStates, Way::kIn)) {
        claims_.insert(claim.id);
      }
    }
  }

  Status AnswerSubject(const std::string& subject) {
    if (const auto verdict = ParseVerdict(subject)) return AnswerVerdict(*verdict);
    return ReadRule(*FindRule(subject));
  }

  Status AnswerVerdict(Verdict verdict) {
    for (const std::uint64_t document : Documents()) {
      for (const NodeRef node :
           reader_.Neighbours(Node(DocumentId{document}), EdgeKind::kHasClaim, Way::kOut)) {
        if (Full()) return {};
        if (filters_ && !claims_.contains(node.id)) continue;
        Result<Claim> claim = reader_.FindClaim(ClaimId{node.id});
        if (!claim) return tl::unexpected(claim.error());
        if (claim->verdict != verdict) continue;
        const Status given = Give(DocumentId{document}, std::nullopt, std::move(*claim));
        if (!given) return given;
      }
    }
    return {};
  }

  Status ReadRule(const Rule& rule) {
    for (const FindingId id : reader_.Findings(rule.name, MostFindings())) {
      if (Full()) return {};
      Result<Finding> finding = reader_.FindFinding(id);
      if (!finding) return tl::unexpected(finding.error());
      const Status given = Give(std::move(*finding));
      if (!given) return given;
    }
    return {};
  }

  std::vector<std::uint64_t> Documents() const {
    return chosen_ != 0 ? std::vector{chosen_} : reader_.All(NodeKind::kDocument);
  }

  Status Give(Finding finding) {
    if (chosen_ != 0 && Raw(finding.document) != chosen_) return {};
    if (filters_ && !claims_.contains(Raw(finding.claim))) return {};
    std::optional<Claim> claim;
    if (IsSet(finding.claim)) {
      Result<Claim> found = reader_.FindClaim(finding.claim);
      if (!found) return tl::unexpected(found.error());
      claim = std::move(*found);
    }
    const DocumentId document = finding.document;
    return Give(document, std::move(finding), std::move(claim));
  }

  Status Give(DocumentId document, std::optional<Finding> finding, std::optional<Claim> claim) {
    if (document_.id != document) {
      Result<Document> found = reader_.FindDocumentHeader(document);
      if (!found) return tl::unexpected(found.error());
      document_ = std::move(*found);
    }
    Answer answer{document_, std::move(finding), std::move(claim)};
    if (answer.claim) {
      for (const PropositionId id : answer.claim->propositions) {
        if (Result<Proposition> p = reader_.FindProposition(id)) answer.stated.push_back(*p);
      }
    }
    take_(answer);
    ++given_;
    return {};
  }

  // No more than can be given, where none of them is passed over.
  std::size_t MostFindings() const {
    const bool all = query_.limit == 0 || chosen_ != 0 || filters_;
    return all ? GraphReader::kNoLimit : query_.limit - given_;
  }

  bool Full() const { return query_.limit != 0 && given_ >= query_.limit; }

  const GraphReader& reader_;
  const Query& query_;
  const std::function<void(const Answer&)>& take_;
  std::uint64_t chosen_ = 0;                  // document; 0: all
  bool filters_ = false;                      // by concept
  std::unordered_set<std::uint64_t> claims_;  // that the concept filters leave
  Document document_;                         // of the last answer
  std::size_t given_ = 0;
};

}  // namespace

Status Ask(const GraphReader& reader, const Query& query,
           const std::function<void(const Answer&)>& take) {
  return Asker(reader, query, take).Run();
}

std::optional<Verdict> ParseVerdict(std::string_view name) {
  std::string underscored(name);
  std::ranges::replace(underscored, '-', '_');
  for (const Verdict verdict : kVerdicts) {
    if (underscored == Name(verdict)) return verdict;
  }
  return std::nullopt;
}

}  // namespace claimgraph
