// What the text index keeps of one text: its terms, how often each comes, its length.
//
// A text is a research record or a study card.  The words of its title count three
// times and those of its subject headings twice, as if they stood there so often;
// what its facts and results name counts once, each name once.
//
//   entry  := length:varint terms:varint (size:varint term count:u8) ...   ascending
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

namespace claimgraph {

struct TextEntry {
  std::uint64_t length = 0;                                   // with repeats, as weighted
  std::vector<std::pair<std::string, std::uint8_t>> terms{};  // ascending; at most 255 of one
  bool operator==(const TextEntry&) const = default;
};

// True of documents whose text is searched.
bool IsSearched(const Document& document);

// Nothing where the document is not searched, or has no words.
std::optional<TextEntry> EntryOf(const Document& document, const std::vector<Record>& records,
                                 const std::vector<StudyResult>& results);

std::string Encode(const TextEntry& entry);
std::optional<TextEntry> DecodeTextEntry(std::string_view bytes);

// A length in one byte: exact below 32, then to one part in 16.
std::uint8_t EncodeLength(std::uint64_t length);
std::uint64_t DecodeLength(std::uint8_t code);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_STORE_TEXT_ENTRIES_H_
