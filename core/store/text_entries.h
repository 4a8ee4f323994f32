// What the text index keeps of one text: its terms, how often each comes, its length.
//
// A text is a research record or a study card.  The words of its title count three
// times and those of its subject headings twice, as if they stood there so often;
// what its facts and results name counts once, each name once.
//
//   entry  := length:varint terms:varint (size:varint term count:u8) ...   each once
#ifndef CLAIMGRAPH_CORE_STORE_TEXT_ENTRIES_H_
#define CLAIMGRAPH_CORE_STORE_TEXT_ENTRIES_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/document.h"
#include "core/record.h"
#include "core/result.h"
#include "core/store/varint.h"

namespace claimgraph {

struct TextEntry {
  std::uint64_t length = 0;                                   // with repeats, as weighted
  std::vector<std::pair<std::string, std::uint8_t>> terms{};  // each once; at most 255 of it
  bool operator==(const TextEntry&) const = default;
};

// True of documents whose text is searched.
bool IsSearched(const Document& document);

// Nothing where the document is not searched, or has no words.
std::optional<TextEntry> EntryOf(const Document& document, const std::vector<Record>& records,
                                 const std::vector<StudyResult>& results);

std::string Encode(const TextEntry& entry);
std::optional<TextEntry> DecodeTextEntry(std::string_view bytes);

// Calls visit(term, count) for each; false where the bytes are not ours.
template <typename Visit>
bool ReadTextEntry(std::string_view bytes, std::uint64_t* length, const Visit& visit) {
  std::uint64_t terms = 0;
  if (!TakeVarint(&bytes, length) || !TakeVarint(&bytes, &terms)) return false;
  for (; terms > 0; --terms) {
    std::uint64_t size = 0;
    if (!TakeVarint(&bytes, &size) || size >= bytes.size()) return false;
    const auto count = static_cast<std::uint8_t>(bytes[size]);
    if (count == 0) return false;
    visit(bytes.substr(0, size), count);
    bytes.remove_prefix(size + 1);
  }
  return bytes.empty();
}

// A length in one byte: exact below 32, then to one part in 16.
std::uint8_t EncodeLength(std::uint64_t length);
std::uint64_t DecodeLength(std::uint8_t code);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_STORE_TEXT_ENTRIES_H_
