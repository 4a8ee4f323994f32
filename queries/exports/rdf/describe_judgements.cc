// What is judged: propositions, evidence lines, findings, and what reviewers decided.

#include <array>
#include <string>

#include "core/text/ascii.h"
#include "queries/exports/rdf/describer.h"
#include "queries/exports/rdf/iris.h"
#include "queries/exports/rdf/vocabulary.h"
#include "queries/graph/nodes.h"

namespace claimgraph {
namespace {

// "2026-03-01T09:30:00Z", which is an xsd:dateTime.
bool IsDateTime(std::string_view text) {
  constexpr std::string_view kShape = "0000-00-00T00:00:00Z";
  if (text.size() != kShape.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (kShape[i] == '0' ? !ascii::IsDigit(text[i]) : text[i] != kShape[i]) return false;
  }
  return true;
}

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
  return reader.Neighbours(document, EdgeKind::kHasRecord, Way::kOut);
}

void RdfDescriber::DescribeArgument(const RdfSubject& subject, const EvidenceLine& line) const {
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
  subject.Type(sepio::kEvidenceLine);
  if (const std::string_view type = EcoClass(line.design); !type.empty()) subject.Type(type);
  subject.Type("obo:ECO_0000501");  // evidence used in automatic assertion
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
  const RdfSubject agent(sink_, "kg:agent-" + LocalName(decision.who));
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
  if (IsDateTime(decision.when)) {
    subject.Typed("prov:generatedAtTime", decision.when, "xsd:dateTime");
  }
  if (decision.who.empty()) return {};
  subject.Name("prov:wasAttributedTo", agent.name());
  agent.Type("prov:Agent");
  agent.Text("foaf:name", decision.who);
  return {};
}

}  // namespace claimgraph
