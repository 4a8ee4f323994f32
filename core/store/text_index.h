// The inverted index of the texts of studies, kept with every commit.
//
// A new text is one key: it waits in a slot, with its terms.  Once kTextsInSegment
// wait, they become a segment in the commit of the last of them: for each of its
// terms one key with the places of the texts that have it.  So a term's list is
// never written again when it grows, a document costs one key and its share of a
// segment's, and a search reads one key for each term and segment
// (docs/decisions/0017-text-index.md has the figures).
//
// What is removed is taken out of the lists of its segment; its place stays empty.
//
//   list   := most_count:u8 least_length:u8 texts:varint (step:varint count:u8 length:u8) ...
//   table  := document:be64 ...           by place; 0: none any more
//   totals := texts:be64 length:be64 waiting:be64 segments:be64
//
// step: from the place before (the first: from 0).  length: EncodeLength.  The two
// bytes at the front bound what any text of the list can score.
#ifndef CLAIMGRAPH_CORE_STORE_TEXT_INDEX_H_
#define CLAIMGRAPH_CORE_STORE_TEXT_INDEX_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/store/key_values.h"
#include "core/store/text_entries.h"
#include "core/store/varint.h"
#include "core/text_search.h"

namespace claimgraph {

inline constexpr std::size_t kTextsInSegment = 2048;

struct TextTotals {
  std::uint64_t texts = 0;
  std::uint64_t length = 0;
  std::uint64_t waiting = 0;   // slots 0 ... waiting - 1 are taken
  std::uint64_t segments = 0;  // the last one's number
  bool operator==(const TextTotals&) const = default;
};

struct Posting {
  std::uint32_t place = 0;
  std::uint8_t count = 0;
  std::uint8_t length = 0;  // EncodeLength
  bool operator==(const Posting&) const = default;
};

// Requires: ascending by place, at least one.
std::string EncodePostings(const std::vector<Posting>& postings);
std::optional<std::vector<Posting>> DecodePostings(std::string_view bytes);

// What stands at the front of a list.
struct PostingsHead {
  std::uint8_t most_count = 0;
  std::uint8_t least_length = 0;
  std::uint64_t texts = 0;
};

// Takes the head off; false if there is none.
inline bool TakeHead(std::string_view* bytes, PostingsHead* head) {
  if (bytes->size() < 2) return false;
  head->most_count = static_cast<std::uint8_t>((*bytes)[0]);
  head->least_length = static_cast<std::uint8_t>((*bytes)[1]);
  bytes->remove_prefix(2);
  return TakeVarint(bytes, &head->texts) && head->texts > 0 && head->texts <= kTextsInSegment;
}

// Calls visit(posting) for each of what stands behind the head; false where the bytes
// are not ours.
template <typename Visit>
bool ForEachPosting(std::string_view bytes, std::uint64_t texts, const Visit& visit) {
  std::uint64_t place = 0;
  for (std::uint64_t i = 0; i < texts; ++i) {
    std::uint64_t step = 0;
    if (!bytes.empty() && (bytes.front() & 0x80) == 0) {  // most are one byte
      step = static_cast<unsigned char>(bytes.front());
      bytes.remove_prefix(1);
    } else if (!TakeVarint(&bytes, &step)) {
      return false;
    }
    if (bytes.size() < 2) return false;
    if (step >= kTextsInSegment || (step == 0 && i > 0)) return false;
    place += step;
    if (place >= kTextsInSegment) return false;
    visit(Posting{static_cast<std::uint32_t>(place), static_cast<std::uint8_t>(bytes[0]),
                  static_cast<std::uint8_t>(bytes[1])});
    bytes.remove_prefix(2);
  }
  return bytes.empty();
}

// What one change does to the index: removals, then additions, then the writes.
class TextWrites {
 public:
  TextWrites(const KeyValues& store, std::string_view place) : store_(store), place_(place) {}

  // Nothing, if the document's text is not here.  `entry`: as it was put.
  [[nodiscard]] Status Remove(DocumentId document, const TextEntry& entry);
  // Requires: the document's text is not here, or was removed.
  [[nodiscard]] Status Put(DocumentId document, const TextEntry& entry);
  void AppendTo(std::vector<Write>* writes) &&;

 private:
  Result<std::optional<std::string>> Get(const std::string& key) const;
  [[nodiscard]] Status LoadTotals();
  [[nodiscard]] Status RemoveWaiting(std::uint64_t slot);
  [[nodiscard]] Status RemoveSealed(DocumentId document, std::uint64_t segment, std::uint64_t place,
                                    const TextEntry& entry);
  [[nodiscard]] Status Seal();
  tl::unexpected<Error> Damaged() const;

  const KeyValues& store_;
  std::string_view place_;
  std::optional<TextTotals> totals_{};
  std::map<std::string, std::optional<std::string>, std::less<>> writes_{};
  std::vector<Write> lists_{};  // of a segment that this change makes
};

// The texts that wait, by term: made once for many searches.
struct WaitingTexts {
  std::vector<DocumentId> documents{};  // by slot
  std::unordered_map<std::string, std::vector<Posting>> postings{};
};

[[nodiscard]] Result<TextTotals> ReadTextTotals(const KeyValues& store, std::string_view place);
[[nodiscard]] Result<std::shared_ptr<const WaitingTexts>> ReadWaitingTexts(const KeyValues& store,
                                                                           std::string_view place);

// `store` must outlive the matches.
[[nodiscard]] Result<std::unique_ptr<TextMatches>> MatchStoredTexts(
    const KeyValues& store, std::string_view place, std::shared_ptr<const WaitingTexts> waiting,
    const TextQuery& query);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_STORE_TEXT_INDEX_H_
