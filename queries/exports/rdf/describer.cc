// What the descriptions of all nouns share, and the walk over them.

#include "queries/exports/rdf/describer.h"

#include "core/appraisal.h"
#include "queries/exports/rdf/iris.h"
#include "queries/exports/rdf/vocabulary.h"

namespace claimgraph {
namespace {

std::string ConceptName(std::string_view label) { return "kg:concept-" + LocalName(label); }

}  // namespace

void RdfDescriber::Link(const RdfSubject& subject, std::string_view property, NodeRef node) const {
  if (node.id != 0 && scope_.Has(node)) subject.Name(property, RdfName(node));
}

void RdfDescriber::LinkNamed(const RdfSubject& subject, std::string_view property,
                             const std::string& name) const {
  Link(subject, property, scope_.reader().Named(name));
}

void RdfDescriber::LinkConcept(const RdfSubject& subject, std::string_view property,
                               std::string_view label) const {
  if (!label.empty()) subject.Name(property, ConceptName(label));
}

void RdfDescriber::DescribeConcepts(std::span<const std::string_view> labels) const {
  for (const std::string_view label : labels) {
    if (label.empty()) continue;
    const RdfSubject subject(sink_, ConceptName(label));
    subject.Type("skos:Concept");
    subject.Text("skos:prefLabel", label);
    if (const std::string_view heading = MeshHeading(label); !heading.empty()) {
      subject.Name("skos:exactMatch", heading);
    }
  }
}

void RdfDescriber::DescribeSteps(const RdfSubject& subject,
                                 const std::vector<Reason>& steps) const {
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const RdfSubject step = subject.Part("step", i + 1);
    step.Type("cg:Step");
    step.Offset("cg:position", i + 1);
    step.Text("cg:stage", steps[i].step);
    step.Text("cg:rule", steps[i].rule);
    step.Number("cg:change", steps[i].change);
    step.Text("cg:because", steps[i].because);
  }
}

void RdfDescriber::DescribeEffect(const RdfSubject& effect, const Effect& value) const {
  effect.Type("cg:Effect");
  effect.Text("cg:measure", Name(value.measure));
  effect.Number("cg:value", value.value);
  if (value.ci_low) effect.Number("cg:intervalLow", *value.ci_low);
  if (value.ci_high) effect.Number("cg:intervalHigh", *value.ci_high);
  if (value.p) effect.Number("cg:pValue", *value.p);
  if (value.n) effect.Integer("cg:people", *value.n);
  if (value.k) effect.Integer("cg:studies", *value.k);
  if (value.i2) effect.Number("cg:iSquared", *value.i2);
}

void RdfDescriber::DescribeMakers() {
  const RdfSubject program(sink_, "kg:claimgraph");
  program.Type("prov:SoftwareAgent");
  program.Text("foaf:name", "claimgraph");

  const RdfSubject method(sink_, "kg:method");
  method.Type("prov:Plan");
  method.Type(sepio::kAssertionMethod);
  method.Text("rdfs:label", kMethodVersion);

  const RdfSubject appraisal(sink_, "kg:appraisal");
  const RdfSubject association = appraisal.Part("association");
  appraisal.Type("prov:Activity");
  appraisal.Text("rdfs:label", "what claimgraph computed of the documents in this graph");
  appraisal.Name("prov:wasAssociatedWith", program.name());
  appraisal.Name("prov:qualifiedAssociation", association.name());
  association.Type("prov:Association");
  association.Name("prov:agent", program.name());
  association.Name("prov:hadPlan", method.name());
}

Status DescribeGraph(const ExportScope& scope, RdfSink* sink) {
  RdfDescriber describer(scope, sink);
  DescribeVocabulary(sink);
  describer.DescribeMakers();
  const auto describe = [&](const auto& noun) { return describer.Describe(noun); };
  return scope.Each<Document>(describe)
      .and_then([&] { return scope.Each<Claim>(describe); })
      .and_then([&] { return scope.Each<Citation>(describe); })
      .and_then([&] { return scope.Each<Reference>(describe); })
      .and_then([&] { return scope.Each<Work>(describe); })
      .and_then([&] { return scope.Each<Proposition>(describe); })
      .and_then([&] { return scope.Each<EvidenceLine>(describe); })
      .and_then([&] { return scope.Each<Finding>(describe); })
      .and_then([&] { return scope.Each<Record>(describe); })
      .and_then([&] { return scope.Each<StudyResult>(describe); })
      .and_then([&] { return scope.Each<Study>(describe); })
      .and_then([&] { return scope.Each<Decision>(describe); });
}

}  // namespace claimgraph
