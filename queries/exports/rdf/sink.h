// RDF as it is handed to a serialisation: one statement after another.
//
// Everything of ours and of the ontologies is a name, a prefix and the rest:
// "kg:c12", "cg:text", "obo:SEPIO_0000001" (prefixes: vocabulary.h).  What is
// elsewhere on the Web is an IRI written out, which has "://" and may be a subject too: a
// person who gave an address as a name.  There are no blank nodes: each part of
// a noun has a name of its own ("kg:c12-step3"), so that two exports can be compared,
// and merged, as sets.
//
// Texts are valid UTF-8 without NUL, and IRIs hold no character that an IRI may not:
// RdfSubject (subject.h) sees to both.  A sink escapes what its syntax wants escaped.
#ifndef CLAIMGRAPH_QUERIES_EXPORTS_RDF_SINK_H_
#define CLAIMGRAPH_QUERIES_EXPORTS_RDF_SINK_H_

#include <cstdint>
#include <string_view>

namespace claimgraph {

// The object of a statement.  Points into texts that the caller keeps.
struct RdfTerm {
  enum class Kind : std::uint8_t {
    kName,
    kIri,
    kText,     // a plain literal
    kInteger,  // xsd:integer, in decimal digits
    kTruth,    // xsd:boolean: "true", "false"
    kTyped,    // any other literal; `datatype` is its type's name
  };
  Kind kind = Kind::kText;
  std::string_view value{};
  std::string_view datatype{};
};

class RdfSink {
 public:
  virtual ~RdfSink() = default;
  // Statements about one subject come together, as far as the order of the nouns lets them.
  virtual void Add(std::string_view subject, std::string_view property, const RdfTerm& object) = 0;
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_EXPORTS_RDF_SINK_H_
