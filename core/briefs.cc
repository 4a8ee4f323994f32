#include "core/briefs.h"

namespace claimgraph {

DocumentBrief BriefOf(const Document& d) {
  return {.id = d.id, .source = d.source, .identifier = d.identifier};
}

ClaimBrief BriefOf(const Claim& c) {
  return {.id = c.id,
          .document = c.document,
          .kind = c.kind,
          .strength = c.strength,
          .certainty = c.certainty,
          .citation_status = c.citation_status,
          .verdict = c.verdict,
          .negated = c.negated,
          .attributed = c.attributed,
          .has_magnitudes = !c.magnitudes.empty(),
          .has_effects = !c.effects.empty(),
          .attribution = c.attribution,
          .propositions = c.propositions,
          .citations = c.citations};
}

CitationBrief BriefOf(const Citation& c) {
  return {.id = c.id, .document = c.document, .references = c.references};
}

ReferenceBrief BriefOf(const Reference& r) {
  return {.id = r.id, .document = r.document, .work = r.work};
}

WorkBrief BriefOf(const Work& w) {
  return {.id = w.id, .design = w.design, .standing = w.standing, .year = w.year};
}

PropositionBrief BriefOf(const Proposition& p) {
  return {.id = p.id,
          .direction = p.direction,
          .intervention = p.intervention,
          .outcome = p.outcome,
          .population = p.population};
}

EvidenceLineBrief BriefOf(const EvidenceLine& l) {
  return {.id = l.id,
          .claim = l.claim,
          .proposition = l.proposition,
          .citation = l.citation,
          .reference = l.reference,
          .work = l.work,
          .stance = l.stance,
          .design = l.design,
          .population = l.population,
          .intervention = l.intervention,
          .comparator = l.comparator,
          .outcome = l.outcome};
}

FindingBrief BriefOf(const Finding& f) {
  return {.id = f.id,
          .claim = f.claim,
          .citations = f.citations,
          .references = f.references,
          .evidence = f.evidence};
}

}  // namespace claimgraph
