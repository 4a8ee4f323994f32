// Where a thing stands in its document, in the terms of the Web Annotation vocabulary.
//
// A place is an oa:SpecificResource with up to three selectors:
//   -bytes   oa:DataPositionSelector, bytes of the source file.  Left out for DOCX and
//            PDF, whose spans do not index the file.
//   -chars   oa:TextPositionSelector, characters (Unicode code points) of the readable
//            text that the document was turned into: the column `text` of the table
//            `documents` (docs/sql.md).  Another program's text of the page may differ.
//   -quote   oa:TextQuoteSelector, the words.
// One that is not known is left out.
#ifndef CLAIMGRAPH_QUERIES_EXPORTS_RDF_PLACES_H_
#define CLAIMGRAPH_QUERIES_EXPORTS_RDF_PLACES_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/graph_reader.h"
#include "core/span.h"
#include "core/status.h"
#include "queries/exports/rdf/subject.h"

namespace claimgraph {

// Counts characters in one text, which must outlive it.  A call reads at most a few
// hundred bytes, wherever they are.
class CharacterCounter {
 public:
  explicit CharacterCounter(std::string_view text);
  // Before byte `at`; nothing if that is no character's first byte or the end.
  std::optional<std::size_t> At(std::uint32_t at) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> before_;  // characters before each step of bytes
};

struct RdfPlace {
  DocumentId document{};
  Span source{};        // {0, 0}: not known
  TextSpan text{};      // {0, 0}: not known
  std::string file{};   // where `source` is, if not in the document
  bool quoted = false;  // with the words
  bool IsKnown() const { return source.size() > 0 || text.size() > 0; }
};

// Remembers one document, the last: ask document by document.
class PlaceWriter {
 public:
  // `reader` must outlive it.
  explicit PlaceWriter(const GraphReader& reader) : reader_(reader) {}

  // Says that `owner` has a place, if any is known; Describe then says where that is.
  static void Link(const RdfSubject& owner, const RdfPlace& place);
  [[nodiscard]] Status Describe(const RdfSubject& owner, const RdfPlace& place);

 private:
  [[nodiscard]] Status Load(DocumentId document);
  void DescribeSelectors(const RdfSubject& place, const RdfPlace& where) const;
  std::optional<std::pair<std::size_t, std::size_t>> Characters(TextSpan span) const;

  const GraphReader& reader_;
  Document document_;
  std::optional<CharacterCounter> counter_;
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_EXPORTS_RDF_PLACES_H_
