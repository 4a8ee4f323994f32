// What is judged: propositions, evidence lines, findings, and what reviewers decided.

#include <array>
#include <string>
#include <utility>

#include "core/text/utc_time.h"
#include "core/undone.h"
#include "queries/exports/decision_links.h"
#include "queries/exports/rdf/describer.h"
#include "queries/exports/rdf/iris.h"
#include "queries/exports/rdf/vocabulary.h"
#include "queries/graph/nodes.h"

namespace claimgraph {
namespace {

// Designs in which somebody or something was observed: sources at first hand.
bool IsPrimary(StudyDesign design) {
  return design >= StudyDesign::kRct && design <= StudyDesign::kInVitro;
}

}  // namespace

Status RdfDescriber::Describe(const Proposition& proposition) {
  const RdfSubject subject = SubjectOf(Node(proposition.id));
  subject.Type(sepio::kProposition);
  subject.Text("rdfs:label", LabelOf(proposition));
  LinkConcept(subject, sepio::kHasSubject, proposition.intervention);
  subject.Name(sepio::kHasPredicate, RdfPredicate(proposition.direction));
  LinkConcept(subject, sepio::kHasObject, proposition.outcome);
  LinkConcept(subject, "cg:population", proposition.population);
  LinkConcept(subject, "cg:comparator", proposition.comparator);
  DescribeConcepts(std::array<std::string_view, 4>{proposition.intervention, proposition.outcome,
                                                   proposition.population, proposition.comparator});
  return {};
}

std::vector<NodeRef> RdfDescriber::EvidenceItems(const EvidenceLine& line) const {
  if (line.record.empty()) {
    if (IsSet(line.reference)) return {Node(line.reference)};
    return {};
  }
  const GraphReader& reader = scope_.reader();
  const NodeRef document = reader.Named("source:" + line.record);
  if (document.id == 0) return {};
  // A document that came from elsewhere may hold many; each line was judged by one.
  return reader.FirstNeighbours(document, EdgeKind::kHasRecord, Way::kOut, 1);
}

void RdfDescriber::DescribeArgument(const RdfSubject& subject, const EvidenceLine& line) const {
  subject.Type(sepio::kEvidenceLine);
  if (const std::string_view type = EcoClass(line.design); !type.empty()) subject.Type(type);
  subject.Type("obo:ECO_0000501");  // evidence used in automatic assertion
  Link(subject, sepio::kIsEvidenceLineFor, line.claim);
  Link(subject, sepio::kIsEvidenceLineFor, line.proposition);
  if (const std::string_view known = RdfDirection(line.stance); !known.empty()) {
    subject.Name(sepio::kEvidenceDirection, known);
  }
  if (const std::string_view level = CertaintyName(line.certainty); !level.empty()) {
    subject.Name(sepio::kEvidenceLineStrength, level);
  }
  Link(subject, sepio::kHasSupportingReference, line.work);
  for (const NodeRef item : EvidenceItems(line)) Link(subject, sepio::kHasEvidenceItem, item);
}

Status RdfDescriber::Describe(const EvidenceLine& line) {
  const RdfSubject subject = SubjectOf(Node(line.id));
  DescribeArgument(subject, line);
  Link(subject, "cg:citation", line.citation);
  Link(subject, "cg:reference", line.reference);
  if (!line.study.empty()) LinkNamed(subject, "cg:study", "study:" + line.study);
  subject.Text("cg:stance", Name(line.stance));
  subject.Text("cg:role", Name(line.role));
  subject.Text("cg:design", Name(line.design));
  subject.Text("cg:directnessOfPopulation", Name(line.population));
  subject.Text("cg:directnessOfIntervention", Name(line.intervention));
  subject.Text("cg:directnessOfComparator", Name(line.comparator));
  subject.Text("cg:directnessOfOutcome", Name(line.outcome));
  for (const NodeRef item : EvidenceItems(line)) Link(subject, "prov:wasDerivedFrom", item);
  LinkDecisions(subject, line.reasons);
  if (IsPrimary(line.design)) Link(subject, "prov:hadPrimarySource", line.work);
  subject.Name("prov:wasGeneratedBy", "kg:appraisal");
  subject.Parts("cg:step", "step", line.reasons.size());
  DescribeSteps(subject, line.reasons);
  return {};
}

Status RdfDescriber::Describe(const Finding& finding) {
  const RdfSubject subject = SubjectOf(Node(finding.id));
  const RdfPlace place = {finding.document, finding.span, {}, finding.file, false};
  subject.Type("cg:Finding");
  subject.Text("cg:rule", finding.rule);
  subject.Text("cg:severity", Name(finding.severity));
  subject.Text("cg:message", finding.message);
  subject.Text("cg:suggestion", finding.suggestion);
  Link(subject, "cg:claim", finding.claim);
  for (const CitationId id : finding.citations) Link(subject, "cg:citation", id);
  for (const ReferenceId id : finding.references) Link(subject, "cg:reference", id);
  for (const EvidenceLineId id : finding.evidence) Link(subject, "cg:evidenceLine", id);
  Link(subject, "prov:wasDerivedFrom", finding.document);
  subject.Name("prov:wasGeneratedBy", "kg:appraisal");
  PlaceWriter::Link(subject, place);
  return places_.Describe(subject, place);
}

Status RdfDescriber::Describe(const Decision& decision) {
  const RdfSubject subject = SubjectOf(Node(decision.id));
  subject.Type("cg:Decision");
  Link(subject, "dcterms:isPartOf", decision.document);
  subject.Text("cg:kind", Name(decision.kind));
  subject.Text("cg:source", decision.source);
  if (!decision.source.empty()) LinkNamed(subject, "cg:about", "source:" + decision.source);
  subject.Text("cg:quote", decision.quote);
  subject.Offset("cg:nth", decision.nth);
  subject.Text("cg:value", decision.value);
  subject.Text("cg:who", decision.who);
  subject.Text("cg:when", decision.when);
  subject.Text("cg:why", decision.why);
  if (IsUtcTime(decision.when)) {
    subject.Typed("prov:generatedAtTime", decision.when, "xsd:dateTime");
  }
  if (Status linked = LinkDecided(subject, decision); !linked) return linked;
  DescribeReviewer(subject, decision.who);
  return {};
}

Status RdfDescriber::LinkDecided(const RdfSubject& subject, const Decision& decision) {
  const GraphReader& reader = scope_.reader();
  if (!undone_) {
    Result<std::set<DecisionId>> undone = UndoneDecisions(reader);
    if (!undone) return tl::unexpected(undone.error());
    undone_ = *std::move(undone);
  }
  const Result<NodeRef> claim = DecidedClaim(reader, decision);
  if (!claim) return tl::unexpected(claim.error());
  const Result<NodeRef> work = DecidedWork(reader, decision);
  if (!work) return tl::unexpected(work.error());
  Link(subject, "cg:decides", *claim);
  Link(subject, "cg:work", *work);
  Link(subject, "cg:undoes", UndoneBy(decision));
  subject.Truth("cg:undone", undone_->contains(decision.id));
  return {};
}

void RdfDescriber::LinkDecisions(const RdfSubject& subject,
                                 const std::vector<Reason>& reasons) const {
  for (const DecisionId id : DecisionsIn(scope_.reader(), reasons)) {
    Link(subject, "prov:wasDerivedFrom", id);
  }
}

// Who gave an address, such as an ORCID iD, is called that.
void RdfDescriber::DescribeReviewer(const RdfSubject& decision, const std::string& who) const {
  if (who.empty()) return;
  const std::string address = WebIri(who);
  const bool is_address = address == who;
  const RdfSubject agent(sink_, is_address ? address : "kg:agent-" + LocalName(who));
  if (is_address) {
    decision.Iri("prov:wasAttributedTo", address);
  } else {
    decision.Name("prov:wasAttributedTo", agent.name());
  }
  agent.Type("prov:Agent");
  agent.Text("foaf:name", who);
}

}  // namespace claimgraph
