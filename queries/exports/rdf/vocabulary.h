// The words that exported RDF is made of: the ontologies' prefixes, and our own terms.
//
// A published term is used where one says what is meant, with the domain and range that
// its ontology gives it; what none says (verdicts, citation statuses, directness, steps)
// has a term of ours, "cg:...", which every export defines with a label and a comment.
// docs/exports.md says which is used where.
#ifndef CLAIMGRAPH_QUERIES_EXPORTS_RDF_VOCABULARY_H_
#define CLAIMGRAPH_QUERIES_EXPORTS_RDF_VOCABULARY_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "core/claim.h"
#include "core/evidence_line.h"
#include "core/ids.h"
#include "core/study.h"
#include "queries/exports/rdf/sink.h"

namespace claimgraph {

struct RdfPrefix {
  std::string_view name;
  std::string_view iri;
};
// All but "kg", which stands for the base that the user chose.
std::span<const RdfPrefix> RdfPrefixes();

enum class RdfTermKind : std::uint8_t { kClass, kProperty };
struct OwnTerm {
  RdfTermKind kind;
  std::string_view name;     // "cg:verdict"
  std::string_view broader;  // the class or property that it is a kind of; may be empty
  std::string_view comment;
};
std::span<const OwnTerm> OwnTerms();

// SEPIO, the Scientific Evidence and Provenance Information Ontology.
namespace sepio {
inline constexpr std::string_view kProposition = "obo:SEPIO_0000000";
inline constexpr std::string_view kAssertion = "obo:SEPIO_0000001";
inline constexpr std::string_view kEvidenceLine = "obo:SEPIO_0000002";
inline constexpr std::string_view kHasEvidenceLine = "obo:SEPIO_0000006";
inline constexpr std::string_view kAssertsProposition = "obo:SEPIO_0000030";
inline constexpr std::string_view kAssertionMethod = "obo:SEPIO_0000037";
inline constexpr std::string_view kHasEvidenceItem = "obo:SEPIO_0000084";
inline constexpr std::string_view kIsExpressedIn = "obo:SEPIO_0000108";
inline constexpr std::string_view kHasSupportingReference = "obo:SEPIO_0000124";
inline constexpr std::string_view kResearchStudy = "obo:SEPIO_0000125";
inline constexpr std::string_view kEvidenceLineStrength = "obo:SEPIO_0000132";
inline constexpr std::string_view kEvidenceStrength = "obo:SEPIO_0000133";
inline constexpr std::string_view kStudyFinding = "obo:SEPIO_0000173";
inline constexpr std::string_view kEvidenceDirection = "obo:SEPIO_0000183";
inline constexpr std::string_view kHasSubject = "obo:SEPIO_0000388";
inline constexpr std::string_view kHasPredicate = "obo:SEPIO_0000389";
inline constexpr std::string_view kHasObject = "obo:SEPIO_0000390";
inline constexpr std::string_view kIsEvidenceLineFor = "obo:SEPIO_0000427";
}  // namespace sepio
inline constexpr std::string_view kOutputOf = "obo:RO_0002353";

// "kg:c12"; "cg:decreases".
std::string RdfName(NodeRef node);
template <typename Id>
std::string RdfName(Id id) {
  return RdfName(Node(id));
}
std::string_view RdfPredicate(Direction direction);

// "obo:SEPIO_0000403" and its property "obo:SEPIO_0000007"; empty where the stance is
// not known, or the source studied something else: neither is the same as inconclusive.
std::string_view RdfDirection(Stance stance);
std::string_view RdfHasLine(Stance stance);

// ECO: what kind of evidence such a source gives; empty where the design is not known.
std::string_view EcoClass(StudyDesign design);
// FaBiO: what kind of publication it is; empty where the design is not known.
std::string_view FabioClass(StudyDesign design);

// GRADE's levels 1 to 4, as "cg:certainty-high" and FHIR's code "high"; empty for 0.
std::string_view CertaintyName(int level);
std::string_view CertaintyCode(int level);

// "mesh:D008405" for "massage"; empty for what has no heading of its own.
std::string_view MeshHeading(std::string_view concept_label);

// The definitions of our own terms, and the four levels of certainty.
void DescribeVocabulary(RdfSink* sink);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_EXPORTS_RDF_VOCABULARY_H_
