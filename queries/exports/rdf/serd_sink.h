// Turtle and TriG, by the serd library: it streams, and knows how to escape.
#ifndef CLAIMGRAPH_QUERIES_EXPORTS_RDF_SERD_SINK_H_
#define CLAIMGRAPH_QUERIES_EXPORTS_RDF_SERD_SINK_H_

#include <cstdint>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

#include "core/status.h"
#include "queries/exports/rdf/sink.h"

namespace claimgraph {

class SerdSink : public RdfSink {
 public:
  enum class Syntax : std::uint8_t { kTurtle, kTriG };

  // Writes the prefixes of vocabulary.h; "kg" stands for `base`.  `out` must outlive it.
  SerdSink(Syntax syntax, std::string_view base, std::ostream& out);
  SerdSink(const SerdSink&) = delete;
  SerdSink& operator=(const SerdSink&) = delete;
  ~SerdSink() override;

  void Add(std::string_view subject, std::string_view property, const RdfTerm& object) override;

  // What follows belongs to the graph of that name.  TriG only.
  void BeginGraph(std::string name);

  // Ends the file.  kIo for a statement that serd refused or `out` did not take.
  [[nodiscard]] Status Finish();

 private:
  class Writer;
  std::unique_ptr<Writer> writer_;
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_EXPORTS_RDF_SERD_SINK_H_
