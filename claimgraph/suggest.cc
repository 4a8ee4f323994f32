#include "claimgraph/suggest.h"

#include <algorithm>
#include <utility>

#include "claimgraph/check.h"
#include "importers/extraction/concept_set.h"
#include "importers/linking/evidence_search.h"

namespace claimgraph {
namespace {

// A claim that no study could settle is not looked up.
bool LacksSupport(const Claim& claim) {
  if (claim.verdict == Verdict::kUnverifiable) return false;
  return claim.verdict == Verdict::kUnsupported ||
         claim.citation_status == CitationStatus::kUncited ||
         claim.citation_status == CitationStatus::kPlaceholder ||
         claim.citation_status == CitationStatus::kDangling;
}

SuggestedStudy Suggested(BearingStudy study) {
  SuggestedStudy suggested{.source = std::move(study.found.source),
                           .record = std::move(study.found.record),
                           .line = std::move(study.line)};
  for (SharedConcept& s : study.shared) {
    suggested.because.push_back({std::move(s.axis), std::move(s.claimed), std::move(s.studied),
                                 s.directness == Directness::kDirect});
  }
  return suggested;
}

Result<SuggestedFor> SearchFor(const GraphReader& graph, const Claim& claim, PropositionId id,
                               std::size_t limit) {
  const Result<Proposition> proposition = graph.FindProposition(id);
  if (!proposition) return tl::unexpected(proposition.error());
  SuggestedFor suggested{.proposition = *proposition};
  Result<std::vector<BearingStudy>> studies = FindBearingStudies(graph, claim, *proposition, limit);
  if (!studies) return tl::unexpected(studies.error());
  for (BearingStudy& study : *studies) suggested.studies.push_back(Suggested(std::move(study)));
  return suggested;
}

Status AddClaim(const GraphReader& graph, const std::string& file, const Claim& claim,
                std::size_t limit, Suggestions* suggestions) {
  SuggestedClaim suggested{.file = file, .claim = claim};
  for (const PropositionId id : claim.propositions) {
    Result<SuggestedFor> one = SearchFor(graph, claim, id, limit);
    if (!one) return tl::unexpected(one.error());
    suggested.propositions.push_back(*std::move(one));
  }
  suggestions->claims.push_back(std::move(suggested));
  return {};
}

}  // namespace

Result<Suggestions> Suggest(std::vector<Input> inputs, const SuggestOptions& options,
                            const GraphReader* base) {
  Result<Checked> checked = Check(std::move(inputs), {.vocabulary = options.vocabulary}, base);
  if (!checked) return tl::unexpected(checked.error());
  const VocabularyInUse in_use(checked->concepts);
  const GraphReader& graph = *checked->graph;
  const Result<std::unique_ptr<TextMatches>> all = graph.MatchTexts({});
  if (!all) return tl::unexpected(all.error());
  Suggestions suggestions{.texts = (*all)->counts().texts};
  suggestions.no_index = suggestions.texts == 0 && graph.LastId(NodeKind::kRecord) > 0;
  for (const CheckedDocument& document : checked->report.documents) {
    for (const Claim& claim : document.graph.claims) {
      if (!LacksSupport(claim)) continue;
      const Status added =
          AddClaim(graph, document.graph.document.source, claim, options.limit, &suggestions);
      if (!added) return tl::unexpected(added.error());
    }
  }
  suggestions.record_problems = std::move(checked->report.record_problems);
  suggestions.sources = std::move(checked->report.sources);
  return suggestions;
}

}  // namespace claimgraph
