// Says things about one node of RDF.
//
// Nothing is said of what is missing: an empty text makes no statement.
#ifndef CLAIMGRAPH_QUERIES_EXPORTS_RDF_SUBJECT_H_
#define CLAIMGRAPH_QUERIES_EXPORTS_RDF_SUBJECT_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "queries/exports/rdf/sink.h"

namespace claimgraph {

class RdfSubject {
 public:
  // `sink` must outlive it.
  RdfSubject(RdfSink* sink, std::string name) : sink_(sink), name_(std::move(name)) {}

  const std::string& name() const { return name_; }

  void Type(std::string_view type) const { Name("rdf:type", type); }
  void Name(std::string_view property, std::string_view name) const;
  void Iri(std::string_view property, std::string_view iri) const;  // nothing if it is empty
  // Bytes that are not UTF-8, and NUL, become U+FFFD.
  void Text(std::string_view property, std::string_view text) const;
  void Typed(std::string_view property, std::string_view text, std::string_view datatype) const;
  void Integer(std::string_view property, std::int64_t value) const;
  void Offset(std::string_view property, std::size_t value) const;  // xsd:nonNegativeInteger
  void Number(std::string_view property, double value) const;       // the shortest xsd:double
  void Truth(std::string_view property, bool value) const;
  void Year(std::string_view property, int year) const;  // xsd:gYear; nothing outside 1 to 9999

  // A part of this node: "kg:c12-place"; "kg:c12-step3", from 1.
  RdfSubject Part(std::string_view what) const;
  RdfSubject Part(std::string_view what, std::size_t number) const;
  // Says that it has so many of them.
  void Parts(std::string_view property, std::string_view what, std::size_t count) const;

 private:
  RdfSink* sink_;
  std::string name_;
};

// What RdfSubject makes of a text; `text` itself, or else `*buffer`.
std::string_view ValidText(std::string_view text, std::string* buffer);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_EXPORTS_RDF_SUBJECT_H_
