// JSON-LD: one node object for each run of statements about one subject.
//
// The context holds nothing but the prefixes, and every value says what it is
// ({"@id": ...}, {"@value": ..., "@type": ...}), so that the document means the same to
// every processor and needs nothing from the Web.
#ifndef CLAIMGRAPH_QUERIES_EXPORTS_RDF_JSON_LD_SINK_H_
#define CLAIMGRAPH_QUERIES_EXPORTS_RDF_JSON_LD_SINK_H_

#include <memory>
#include <ostream>
#include <string>
#include <string_view>

#include "queries/exports/rdf/sink.h"

namespace claimgraph {

class JsonLdSink : public RdfSink {
 public:
  // "kg" stands for `base`.  `out` must outlive it.
  JsonLdSink(std::string_view base, std::ostream& out);
  JsonLdSink(const JsonLdSink&) = delete;
  JsonLdSink& operator=(const JsonLdSink&) = delete;
  ~JsonLdSink() override;

  void Add(std::string_view subject, std::string_view property, const RdfTerm& object) override;

  void Finish();  // ends the document

 private:
  class Writer;
  std::unique_ptr<Writer> writer_;
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_EXPORTS_RDF_JSON_LD_SINK_H_
