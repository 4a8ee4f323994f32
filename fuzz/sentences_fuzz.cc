// The first byte says how the rest is cut into blocks and marked, so that marks
// and breaks fall anywhere.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/text/sentences.h"
#include "core/text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  claimgraph::Document document;
  document.text = claimgraph::DecodeText({reinterpret_cast<const char*>(data) + 1, size - 1}).text;
  const auto end = static_cast<std::uint32_t>(document.text.size());
  const std::uint32_t step = 8 + data[0];
  for (std::uint32_t i = 0; i < end; i += step) {
    claimgraph::Block block;
    block.span = {i, std::min(end, i + step - 1)};
    if (block.span.size() > 0) document.blocks.push_back(block);
    if (i + 5 < end) {
      document.marks.push_back({claimgraph::MarkKind::kSuperscript, {i + 3, i + 5}});
    }
  }
  std::uint32_t reached = 0;
  for (const claimgraph::Sentence& s : claimgraph::FindSentences(document)) {
    const bool ordered = s.span.begin >= reached && s.span.begin < s.span.end;
    if (!ordered || !document.blocks.at(s.block).span.Contains(s.span)) std::abort();
    reached = s.span.end;
  }
  return 0;
}
