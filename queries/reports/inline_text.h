// The words of one block with its emphasis, claims and citations, as HTML.
//
// Ranges of three kinds meet in a block: marks (emphasis, superscripts), which nest and
// overlap as they like; claims; and citations outside claims.  HTML nests strictly, so
// claims and citations become links one after the other, and inside and between them
// the text is cut wherever its look changes.
#ifndef CLAIMGRAPH_QUERIES_REPORTS_INLINE_TEXT_H_
#define CLAIMGRAPH_QUERIES_REPORTS_INLINE_TEXT_H_

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "core/document.h"
#include "queries/reports/document_index.h"
#include "queries/reports/html_writer.h"

namespace claimgraph {

// Asked for blocks in their order, so that each claim, citation and mark is looked at once.
class InlineText {
 public:
  InlineText(const DocumentIndex& index, HtmlWriter* html)
      : index_(index), document_(index.graph().document), html_(*html) {}

  // Writes the block; returns the claims that begin in it.
  std::vector<const Claim*> Put(const Block& block);

 private:
  struct LinkedRange {
    TextSpan span{};
    const Claim* claim = nullptr;        // or else
    const Citation* citation = nullptr;  // that leads to a reference
  };

  std::vector<const Claim*> TakeClaims(TextSpan span);
  std::vector<LinkedRange> TakeRanges(TextSpan span, const std::vector<const Claim*>& claims);
  void TakeLooks(TextSpan span);
  void PutRange(const LinkedRange& range);
  void PutWords(TextSpan span);

  const DocumentIndex& index_;
  const Document& document_;
  HtmlWriter& html_;
  std::size_t claim_ = 0;  // the first not taken yet; the same of citations and marks
  std::size_t citation_ = 0;
  std::size_t mark_ = 0;
  // Of the block: where the look changes, and to what (bits of MarkKind).
  std::vector<std::pair<std::uint32_t, unsigned>> looks_;
  std::size_t look_ = 0;
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_REPORTS_INLINE_TEXT_H_
