// What documents hold: the documents themselves, claims, in-text pointers, references.

#include <algorithm>
#include <set>
#include <utility>

#include "core/json.h"
#include "queries/exports/rdf/describer.h"
#include "queries/exports/rdf/iris.h"
#include "queries/exports/rdf/vocabulary.h"
#include "queries/graph/nodes.h"

namespace claimgraph {
namespace {

void SayCues(const RdfSubject& subject, std::string_view property, const std::vector<Cue>& cues) {
  for (const Cue& cue : cues) subject.Text(property, cue.text);
}

RdfPlace PlaceOf(const Claim& claim) {
  return {claim.document, claim.span, claim.text_span, {}, true};
}
RdfPlace PlaceOf(const Citation& citation) {
  return {citation.document, citation.span, citation.text_span, {}, false};
}
RdfPlace PlaceOf(const Reference& reference) {
  return {reference.document, reference.span, {}, reference.file, false};
}

}  // namespace

Status RdfDescriber::Describe(const Document& document) {
  const RdfSubject subject = SubjectOf(Node(document.id));
  subject.Type("cg:Document");
  subject.Text("dcterms:title", document.title);
  subject.Text("cg:source", document.source);
  subject.Iri("schema:url", WebIri(document.source));
  subject.Text("dcterms:identifier", document.identifier);
  subject.Iri("schema:sameAs", WebIri(document.identifier));
  subject.Text("cg:format", Name(document.format));
  subject.Text("cg:hash", document.hash);
  subject.Integer("cg:bytes", static_cast<std::int64_t>(document.size));
  for (const Diagnostic& odd : document.diagnostics) {
    subject.Text("cg:diagnostic", odd.code + ": " + odd.message);
  }
  const GraphReader& reader = scope_.reader();
  for (const NodeRef work : reader.Neighbours(Node(document.id), EdgeKind::kPresents, Way::kOut)) {
    Link(subject, "cg:presents", work);
  }
  for (const NodeRef work : reader.Neighbours(Node(document.id), EdgeKind::kLists, Way::kOut)) {
    Link(subject, "cito:cites", work);
  }
  return {};
}

Status RdfDescriber::Describe(const Claim& claim) {
  const RdfSubject subject = SubjectOf(Node(claim.id));
  const RdfPlace place = PlaceOf(claim);
  subject.Type(sepio::kAssertion);
  SayClaimWords(subject, claim);
  Link(subject, sepio::kIsExpressedIn, claim.document);
  Link(subject, "prov:wasQuotedFrom", claim.document);
  PlaceWriter::Link(subject, place);
  for (const PropositionId id : claim.propositions) Link(subject, sepio::kAssertsProposition, id);
  for (const CitationId id : claim.citations) Link(subject, "cg:citation", id);
  subject.Parts("cg:effect", "effect", claim.effects.size());
  subject.Text("cg:citationStatus", Name(claim.citation_status));
  subject.Text("cg:verdict", Name(claim.verdict));
  subject.Name("cg:judgement", subject.Part("judgement").name());
  if (Status linked = LinkEvidence(subject, claim); !linked) return linked;

  for (std::size_t i = 0; i < claim.effects.size(); ++i) {
    DescribeEffect(subject.Part("effect", i + 1), claim.effects[i]);
  }
  DescribeJudgement(subject, claim);
  if (place.IsKnown()) DescribeAnnotation(subject);
  return places_.Describe(subject, place);
}

void RdfDescriber::SayClaimWords(const RdfSubject& subject, const Claim& claim) const {
  subject.Text("cg:text", claim.text);
  subject.Text("cg:kind", Name(claim.kind));
  subject.Text("cg:causalStrength", Name(claim.strength));
  subject.Text("cg:assertedCertainty", Name(claim.certainty));
  subject.Truth("cg:negated", claim.negated);
  subject.Truth("cg:attributed", claim.attributed);
  subject.Text("cg:attribution", claim.attribution);
  subject.Number("cg:confidence", claim.confidence);
  SayCues(subject, "cg:hedge", claim.hedges);
  SayCues(subject, "cg:booster", claim.boosters);
  SayCues(subject, "cg:causalCue", claim.causal_cues);
  SayCues(subject, "cg:magnitude", claim.magnitudes);
}

// Its lines by what they say of it, and, in the terms of citations, the works that it
// cites; a line without a pointer is a reviewer's, and no citation.
Status RdfDescriber::LinkEvidence(const RdfSubject& subject, const Claim& claim) const {
  const GraphReader& reader = scope_.reader();
  std::set<std::pair<std::string_view, NodeRef>> links;  // a work may be cited by several lines
  for (const NodeRef node : reader.Neighbours(Node(claim.id), EdgeKind::kJudges, Way::kIn)) {
    if (!scope_.Has(node)) continue;
    const Result<EvidenceLine> line = reader.FindEvidenceLine(EvidenceLineId{node.id});
    if (!line) return tl::unexpected(line.error());
    links.emplace(sepio::kHasEvidenceLine, node);
    if (const std::string_view known = RdfHasLine(line->stance); !known.empty()) {
      links.emplace(known, node);
    }
    if (!IsSet(line->citation)) continue;
    const bool background = line->role == QuoteRole::kBackground;
    links.emplace(background ? "cito:obtainsBackgroundFrom" : "cito:citesAsEvidence",
                  Node(line->work));
  }
  for (const auto& [property, node] : links) Link(subject, property, node);
  return {};
}

void RdfDescriber::DescribeJudgement(const RdfSubject& subject, const Claim& claim) const {
  const RdfSubject judgement = subject.Part("judgement");
  judgement.Type("cg:Judgement");
  judgement.Text("cg:verdict", Name(claim.verdict));
  judgement.Text("cg:allowedWording", claim.allowed_wording);
  judgement.Name("prov:wasDerivedFrom", subject.name());
  LinkDecisions(judgement, claim.reasons);
  judgement.Name("prov:wasGeneratedBy", "kg:appraisal");
  judgement.Parts("cg:step", "step", claim.reasons.size());
  DescribeSteps(judgement, claim.reasons);
}

void RdfDescriber::DescribeAnnotation(const RdfSubject& subject) const {
  const RdfSubject annotation = subject.Part("annotation");
  annotation.Type("oa:Annotation");
  annotation.Name("oa:motivatedBy", "oa:identifying");
  annotation.Name("oa:hasBody", subject.name());
  annotation.Name("oa:hasTarget", subject.Part("place").name());
}

Status RdfDescriber::Describe(const Citation& citation) {
  const RdfSubject subject = SubjectOf(Node(citation.id));
  const RdfPlace place = PlaceOf(citation);
  subject.Type("c4o:InTextReferencePointer");
  SayMarker(subject, citation);
  Link(subject, "dcterms:isPartOf", citation.document);
  PlaceWriter::Link(subject, place);
  for (const ReferenceId id : citation.references) Link(subject, "c4o:denotes", id);
  subject.Number("cg:score", citation.score);
  subject.Parts("cg:step", "step", citation.reasons.size());

  DescribeSteps(subject, citation.reasons);
  DescribeCitations(subject, citation);
  return places_.Describe(subject, place);
}

void RdfDescriber::SayMarker(const RdfSubject& subject, const Citation& citation) const {
  subject.Text("c4o:hasContent", citation.text);
  subject.Text("cg:style", Name(citation.style));
  for (const std::string& author : citation.authors) subject.Text("cg:author", author);
  subject.Truth("cg:etAl", citation.et_al);
  subject.Year("cg:year", citation.year);
  subject.Text("cg:yearSuffix", citation.year_suffix);
  for (const int number : citation.numbers) subject.Integer("cg:number", number);
  for (const std::string& key : citation.keys) subject.Text("cg:key", key);
  subject.Text("cg:address", citation.url);
}

std::vector<WorkId> RdfDescriber::WorksOf(const Citation& citation) const {
  std::vector<WorkId> works;
  for (const ReferenceId reference : citation.references) {
    for (const NodeRef work :
         scope_.reader().Neighbours(Node(reference), EdgeKind::kDescribes, Way::kOut)) {
      if (scope_.Has(work)) works.push_back(WorkId{work.id});
    }
  }
  std::ranges::sort(works);
  works.erase(std::unique(works.begin(), works.end()), works.end());
  return works;
}

// A cito:Citation has one cited entity and one characterization, so a pointer to two
// works makes two.
void RdfDescriber::DescribeCitations(const RdfSubject& pointer, const Citation& citation) const {
  if (!scope_.Has(Node(citation.document))) return;
  const bool is_evidence =
      !scope_.reader().FirstNeighbours(Node(citation.id), EdgeKind::kCites, Way::kIn, 1).empty();
  const std::string_view character = is_evidence ? "cito:citesAsEvidence" : "cito:cites";
  const RdfSubject document = SubjectOf(Node(citation.document));
  const std::vector<WorkId> works = WorksOf(citation);
  for (const WorkId work : works) {
    const RdfSubject made = pointer.Part(IdText(work));
    made.Type("cito:Citation");
    made.Name("cito:hasCitingEntity", document.name());
    made.Name("cito:hasCitedEntity", RdfName(work));
    made.Name("cito:hasCitationCharacterization", character);
    made.Name("cg:citation", pointer.name());
  }
  for (const WorkId work : works) document.Name(character, RdfName(work));
}

Status RdfDescriber::Describe(const Reference& reference) {
  const RdfSubject subject = SubjectOf(Node(reference.id));
  const RdfPlace place = PlaceOf(reference);
  subject.Type("biro:BibliographicReference");
  subject.Text("dcterms:bibliographicCitation", reference.text);
  Link(subject, "dcterms:isPartOf", reference.document);
  Link(subject, "biro:references", reference.work);
  PlaceWriter::Link(subject, place);
  DescribePrinted(subject, reference);
  return places_.Describe(subject, place);
}

void RdfDescriber::DescribePrinted(const RdfSubject& subject, const Reference& printed) const {
  subject.Text("cg:origin", Name(printed.origin));
  if (printed.number != 0) subject.Integer("cg:number", printed.number);
  subject.Text("cg:key", printed.key);
  for (const Author& author : printed.authors) subject.Text("cg:author", FamilyFirst(author));
  subject.Text("cg:authors", PrintedNames(printed.authors));
  subject.Truth("cg:etAl", printed.et_al);
  subject.Year("cg:year", printed.year);
  subject.Text("cg:yearSuffix", printed.year_suffix);
  subject.Text("cg:title", printed.title);
  subject.Text("cg:container", printed.container);
  subject.Text("cg:volume", printed.volume);
  subject.Text("cg:issue", printed.issue);
  subject.Text("cg:pages", printed.pages);
  subject.Text("cg:publisher", printed.publisher);
  subject.Text("bibo:doi", printed.doi);
  subject.Text("bibo:pmid", printed.pmid);
  subject.Text("fabio:hasPubMedCentralId", printed.pmcid);
  subject.Text("cg:address", printed.url);
  subject.Text("dcterms:abstract", printed.abstract);
  subject.Text("cg:design", Name(printed.design));
}

}  // namespace claimgraph
