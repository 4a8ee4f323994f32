#include "core/document_graph.h"

#include <algorithm>
#include <cstdint>

namespace claimgraph {
namespace {

template <typename Noun, typename Id>
Id LocalId(const std::vector<Noun>& nouns, Id id) {
  const auto at = std::ranges::lower_bound(nouns, id, {}, &Noun::id);
  if (at == nouns.end() || at->id != id) return Id{};
  return Id{static_cast<std::uint64_t>(at - nouns.begin()) + 1};
}

template <typename Noun, typename Id>
void Localise(const std::vector<Noun>& nouns, Id* id) {
  if (IsSet(*id)) *id = LocalId(nouns, *id);
}

template <typename Noun, typename Id>
void Localise(const std::vector<Noun>& nouns, std::vector<Id>* ids) {
  for (Id& id : *ids) Localise(nouns, &id);
  std::erase(*ids, Id{});
}

template <typename Noun>
void ForgetIds(std::vector<Noun>* nouns) {
  for (Noun& noun : *nouns) {
    noun.id = {};
    noun.document = {};
  }
}

}  // namespace

void MakeLocal(DocumentGraph* g) {
  for (Finding& f : g->findings) {
    Localise(g->claims, &f.claim);
    Localise(g->citations, &f.citations);
    Localise(g->references, &f.references);
    Localise(g->evidence_lines, &f.evidence);
  }
  for (EvidenceLine& l : g->evidence_lines) {
    Localise(g->claims, &l.claim);
    Localise(g->propositions, &l.proposition);
    Localise(g->citations, &l.citation);
    Localise(g->references, &l.reference);
    Localise(g->works, &l.work);
  }
  for (Claim& c : g->claims) {
    Localise(g->propositions, &c.propositions);
    Localise(g->citations, &c.citations);
  }
  for (Citation& c : g->citations) Localise(g->references, &c.references);
  for (Reference& r : g->references) Localise(g->works, &r.work);
  for (Record& r : g->records) {
    Localise(g->works, &r.work);
    Localise(g->studies, &r.study);
    Localise(g->works, &r.includes);
  }
  for (StudyResult& r : g->results) Localise(g->studies, &r.study);
  Localise(g->works, &g->presents);
  Localise(g->works, &g->lists);
  ForgetIds(&g->claims);
  ForgetIds(&g->citations);
  ForgetIds(&g->references);
  ForgetIds(&g->evidence_lines);
  ForgetIds(&g->findings);
  ForgetIds(&g->records);
  ForgetIds(&g->results);
  ForgetIds(&g->decisions);
  for (Work& work : g->works) work.id = {};
  for (Study& study : g->studies) study.id = {};
  for (Proposition& proposition : g->propositions) proposition.id = {};
  g->document.id = {};
}

}  // namespace claimgraph
