// Tables, and what is looked up in them.  Our own terms stand in own_terms.cc.

#include "queries/exports/rdf/vocabulary.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "core/appraisal/study_level.h"
#include "core/json.h"
#include "core/text/ascii.h"
#include "queries/exports/rdf/subject.h"

namespace claimgraph {
namespace {

constexpr std::array<RdfPrefix, 21> kPrefixes = {{
    {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
    {"xsd", "http://www.w3.org/2001/XMLSchema#"},
    {"cg", "urn:x-claimgraph:terms:"},
    {"obo", "http://purl.obolibrary.org/obo/"},
    {"cito", "http://purl.org/spar/cito/"},
    {"c4o", "http://purl.org/spar/c4o/"},
    {"biro", "http://purl.org/spar/biro/"},
    {"fabio", "http://purl.org/spar/fabio/"},
    {"bibo", "http://purl.org/ontology/bibo/"},
    {"prism", "http://prismstandard.org/namespaces/basic/2.0/"},
    {"dc", "http://purl.org/dc/elements/1.1/"},
    {"dcterms", "http://purl.org/dc/terms/"},
    {"foaf", "http://xmlns.com/foaf/0.1/"},
    {"prov", "http://www.w3.org/ns/prov#"},
    {"oa", "http://www.w3.org/ns/oa#"},
    {"skos", "http://www.w3.org/2004/02/skos/core#"},
    {"schema", "https://schema.org/"},
    {"mesh", "http://id.nlm.nih.gov/mesh/"},
    {"fhir", "http://hl7.org/fhir/"},
    {"np", "http://www.nanopub.org/nschema#"},
}};

struct Heading {
  std::string_view label;  // a concept's, as in propositions
  std::string_view name;
};
// By label.  Only where the heading means the same, not what is near to it.
constexpr std::array<Heading, 17> kHeadings = {{
    {"anxiety", "mesh:D001007"},
    {"cancer", "mesh:D009369"},
    {"cortisol", "mesh:D006854"},
    {"depression", "mesh:D003863"},
    {"dopamine", "mesh:D004298"},
    {"endorphins", "mesh:D004723"},
    {"exercise", "mesh:D015444"},
    {"fibromyalgia", "mesh:D005356"},
    {"massage", "mesh:D008405"},
    {"oxytocin", "mesh:D010121"},
    {"pain", "mesh:D010146"},
    {"quality of life", "mesh:D011788"},
    {"serotonin", "mesh:D012701"},
    {"sleep", "mesh:D012890"},
    {"stress", "mesh:D013315"},
    {"stretching", "mesh:D052580"},
    {"yoga", "mesh:D015013"},
}};

template <typename Enum, std::size_t N>
constexpr std::string_view At(const std::array<std::string_view, N>& names, Enum value) {
  const auto i = static_cast<std::size_t>(value);
  return i < N ? names[i] : std::string_view();
}

constexpr int kHighest = 4;

// "cg:citationStatus" -> "citation status".
std::string LabelFor(std::string_view name) {
  std::string label;
  for (const char c : name.substr(name.find(':') + 1)) {
    if (ascii::IsUpper(c) && !label.empty()) label += ' ';
    label += ascii::Lower(c);
  }
  return label;
}

void DescribeTerm(const OwnTerm& term, RdfSink* sink) {
  const bool is_class = term.kind == RdfTermKind::kClass;
  const RdfSubject subject(sink, std::string(term.name));
  subject.Type(is_class ? "rdfs:Class" : "rdf:Property");
  subject.Text("rdfs:label", LabelFor(term.name));
  if (!term.broader.empty()) {
    subject.Name(is_class ? "rdfs:subClassOf" : "rdfs:subPropertyOf", term.broader);
  }
  subject.Text("rdfs:comment", term.comment);
}

}  // namespace

std::span<const RdfPrefix> RdfPrefixes() { return kPrefixes; }

std::string RdfName(NodeRef node) { return "kg:" + IdText(node); }

std::string_view RdfPredicate(Direction direction) {
  static constexpr std::array<std::string_view, 6> kNames = {"cg:affects",   "cg:increases",
                                                             "cg:decreases", "cg:improves",
                                                             "cg:worsens",   "cg:hasNoEffectOn"};
  return At(kNames, direction);
}

std::string_view RdfDirection(Stance stance) {
  static constexpr std::array<std::string_view, 3> kNames = {
      "obo:SEPIO_0000403", "obo:SEPIO_0000404", "obo:SEPIO_0000405"};
  return At(kNames, stance);
}

std::string_view RdfHasLine(Stance stance) {
  static constexpr std::array<std::string_view, 3> kNames = {
      "obo:SEPIO_0000007", "obo:SEPIO_0000008", "obo:SEPIO_0000009"};
  return At(kNames, stance);
}

std::string_view EcoClass(StudyDesign design) {
  constexpr std::string_view kClinicalStudy = "obo:ECO_0000180";
  constexpr std::string_view kStatementOfClinicalStudies = "obo:ECO_0006016";
  constexpr std::string_view kAuthorStatement = "obo:ECO_0000204";
  switch (design) {
    case StudyDesign::kUnknown:
      return {};
    case StudyDesign::kMetaAnalysisOfRcts:
    case StudyDesign::kSystematicReview:
      return kStatementOfClinicalStudies;
    case StudyDesign::kAnimal:
      return "obo:ECO_0000179";  // animal model system study evidence
    case StudyDesign::kInVitro:
      return "obo:ECO_0000181";  // in vitro assay evidence
    case StudyDesign::kNarrativeReview:
    case StudyDesign::kGuideline:
    case StudyDesign::kTheory:
    case StudyDesign::kWebPage:
      return kAuthorStatement;
    default:
      return kClinicalStudy;
  }
}

std::string_view FabioClass(StudyDesign design) {
  switch (design) {
    case StudyDesign::kUnknown:
      return {};
    case StudyDesign::kMetaAnalysisOfRcts:
    case StudyDesign::kSystematicReview:
      return "fabio:SystematicReview";
    case StudyDesign::kRct:
      return "fabio:ClinicalTrialReport";
    case StudyDesign::kCaseSeries:
      return "fabio:ClinicalCaseReport";
    case StudyDesign::kNarrativeReview:
      return "fabio:ReviewPaper";
    case StudyDesign::kGuideline:
      return "fabio:ClinicalGuideline";
    case StudyDesign::kTheory:
      return "fabio:ScholarlyWork";
    case StudyDesign::kWebPage:
      return "fabio:WebPage";
    default:
      return "fabio:ResearchPaper";
  }
}

std::string_view CertaintyName(int level) {
  static constexpr std::array<std::string_view, 5> kNames = {
      "", "cg:certainty-very-low", "cg:certainty-low", "cg:certainty-moderate",
      "cg:certainty-high"};
  return At(kNames, level);
}

std::string_view CertaintyCode(int level) {
  const std::string_view name = CertaintyName(level);
  constexpr std::string_view kBefore = "cg:certainty-";
  return name.substr(std::min(name.size(), kBefore.size()));
}

std::string_view MeshHeading(std::string_view concept_label) {
  const auto* at = std::ranges::lower_bound(kHeadings, concept_label, {}, &Heading::label);
  return at != kHeadings.end() && at->label == concept_label ? at->name : std::string_view();
}

void DescribeVocabulary(RdfSink* sink) {
  for (const OwnTerm& term : OwnTerms()) DescribeTerm(term, sink);
  for (int level = kHighest; level > 0; --level) {
    const RdfSubject certainty(sink, std::string(CertaintyName(level)));
    certainty.Type(sepio::kEvidenceStrength);
    certainty.Type("skos:Concept");
    certainty.Text("skos:prefLabel", LevelName(level));
    certainty.Typed("skos:notation", CertaintyCode(level), "fhir:certainty-rating");
    certainty.Integer("cg:level", level);
  }
}

}  // namespace claimgraph
