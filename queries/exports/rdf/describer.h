// What each noun says in RDF: the one model that Turtle, JSON-LD and nanopublications share.
//
//   document -> cg:Document           proposition -> sepio proposition, with concepts
//   claim -> sepio assertion          evidence line -> sepio evidence line, ECO class
//   citation -> c4o in-text pointer,  finding -> cg:Finding
//     and a cito:Citation a work      record -> biro record
//   reference -> biro reference       result -> sepio study finding
//   work -> cg:Work, FaBiO class      study -> sepio research study
//                                     decision -> cg:Decision
//
// A decision leads to the claim, work or decision that it is about, and what it changed was
// derived from it.  A link to a node that the scope leaves out is not made.  A claim's verdict and
// the steps to it are a node of their own, since the claim is its author's and the verdict ours;
// the verdict stands with the claim as well, where people ask for it.
#ifndef CLAIMGRAPH_QUERIES_EXPORTS_RDF_DESCRIBER_H_
#define CLAIMGRAPH_QUERIES_EXPORTS_RDF_DESCRIBER_H_

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/claim.h"
#include "core/record.h"
#include "core/reference.h"
#include "core/status.h"
#include "queries/exports/rdf/places.h"
#include "queries/exports/rdf/sink.h"
#include "queries/exports/rdf/subject.h"
#include "queries/exports/rdf/vocabulary.h"
#include "queries/exports/scope.h"

namespace claimgraph {

class RdfDescriber {
 public:
  // Both must outlive it.
  RdfDescriber(const ExportScope& scope, RdfSink* sink)
      : scope_(scope), sink_(sink), places_(scope.reader()) {}

  // Of nouns of one kind, in ascending order, which is what makes it fast.
  [[nodiscard]] Status Describe(const Document& document);
  [[nodiscard]] Status Describe(const Claim& claim);
  [[nodiscard]] Status Describe(const Citation& citation);
  [[nodiscard]] Status Describe(const Reference& reference);
  [[nodiscard]] Status Describe(const Work& work);
  [[nodiscard]] Status Describe(const Proposition& proposition);
  [[nodiscard]] Status Describe(const EvidenceLine& line);
  [[nodiscard]] Status Describe(const Finding& finding);
  [[nodiscard]] Status Describe(const Record& record);
  [[nodiscard]] Status Describe(const StudyResult& result);
  [[nodiscard]] Status Describe(const Study& study);
  [[nodiscard]] Status Describe(const Decision& decision);

  // The program, and the act and the method of judging: what "kg:appraisal" is.
  void DescribeMakers();

  // The decisions that these steps name are what the subject was derived from.
  void LinkDecisions(const RdfSubject& subject, const std::vector<Reason>& reasons) const;

  // How a work is told from others: title, identifiers, addresses.
  void Identify(const RdfSubject& subject, const Work& work) const;
  // Classes, direction, strength, and the information that was weighed.
  void DescribeArgument(const RdfSubject& subject, const EvidenceLine& line) const;
  // The record that a line was judged by, or else the reference whose title was read.
  std::vector<NodeRef> EvidenceItems(const EvidenceLine& line) const;

 private:
  RdfSubject SubjectOf(NodeRef node) const { return {sink_, RdfName(node)}; }

  // Says it if the node is there and in scope.
  void Link(const RdfSubject& subject, std::string_view property, NodeRef node) const;
  template <typename Id>
  void Link(const RdfSubject& subject, std::string_view property, Id id) const {
    Link(subject, property, Node(id));
  }
  void LinkNamed(const RdfSubject& subject, std::string_view property,
                 const std::string& name) const;

  // A concept by its label; said of again wherever it is used.
  void LinkConcept(const RdfSubject& subject, std::string_view property,
                   std::string_view label) const;
  void DescribeConcepts(std::span<const std::string_view> labels) const;

  void DescribeSteps(const RdfSubject& subject, const std::vector<Reason>& steps) const;
  void DescribeEffect(const RdfSubject& effect, const Effect& value) const;
  void DescribePrinted(const RdfSubject& subject, const Record& printed) const;
  void DescribePrinted(const RdfSubject& subject, const Reference& printed) const;

  void SayClaimWords(const RdfSubject& subject, const Claim& claim) const;
  [[nodiscard]] Status LinkEvidence(const RdfSubject& subject, const Claim& claim) const;
  void DescribeJudgement(const RdfSubject& subject, const Claim& claim) const;
  void DescribeAnnotation(const RdfSubject& subject) const;

  void SayMarker(const RdfSubject& subject, const Citation& citation) const;
  void DescribeCitations(const RdfSubject& pointer, const Citation& citation) const;
  std::vector<WorkId> WorksOf(const Citation& citation) const;

  [[nodiscard]] Status LinkDecided(const RdfSubject& subject, const Decision& decision);
  void DescribeReviewer(const RdfSubject& decision, const std::string& who) const;

  void DescribeRecordParts(const RdfSubject& subject, const Record& record) const;

  const ExportScope& scope_;
  RdfSink* sink_;
  PlaceWriter places_;
  std::optional<std::set<DecisionId>> undone_;  // once a decision was described
};

// All of them in order: "Okri, B; Hill, A".
std::string PrintedNames(const std::vector<Author>& authors);

// Everything in the scope: our terms, the makers, and each noun.
[[nodiscard]] Status DescribeGraph(const ExportScope& scope, RdfSink* sink);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_EXPORTS_RDF_DESCRIBER_H_
