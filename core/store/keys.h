// Layout of every key on disk.  Format version 3; see docs/storage_format.md.
// NEVER reuse or renumber a tag: they are in files that users keep.
//
//   nodes    node    := kind:u8 id:be64                       -> values.fbs, by kind; or a
//                                                                pack that ends there (packs.h)
//   texts    text    := document:be64 0x01                    -> the text, UTF-8
//            layout  := document:be64 0x02                    -> DocumentLayout
//   edges    record  := kind:u8 id:be64                       -> list ...      (edge_lists.h);
//                                                                or a pack
//   in       newest  := kind:u8 id:be64 edge:u8               -> sealed:varint ids
//            sealed  := kind:u8 id:be64 edge:u8 last:be64     -> ids
//   names    name    := the name's bytes                      -> kind:u8 id:be64
//   derived  by_rule := 0x01 rule 0x00 document:be64 begin:be32 finding:be64  -> nothing
//            by_doc  := 0x02 document:be64 begin:be32 finding:be64            -> nothing
//            count   := 0x03 rule                             -> findings of the rule, be64
//            waiting := 0x04 slot:be64                        -> document:be64 entry (text_entries.h)
//            place   := 0x05 document:be64                    -> segment:be64 (0: waits) place:be64
//            table   := 0x06 segment:be64                     -> document:be64 ... (text_index.h)
//            list    := 0x07 term 0x00 segment:be64           -> list (text_index.h)
//            totals  := 0x08                                  -> totals (text_index.h)
//   meta     format  := 0x00                                  -> version:be32
//            last_id := 0x01 kind:u8                          -> id:be64
//            state   := 0x02                                  -> commits so far, be64
//            words   := 0x03                                  -> the user's vocabulary, as written
//
// Numbers in keys are big-endian so that byte order is numeric order.  `kind`
// and `edge` are the numbers of NodeKind and EdgeKind.
#ifndef CLAIMGRAPH_CORE_STORE_KEYS_H_
#define CLAIMGRAPH_CORE_STORE_KEYS_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/finding.h"
#include "core/graph_reader.h"
#include "core/ids.h"

namespace claimgraph {

inline constexpr std::uint32_t kFormatVersion = 3;

// One per kind of access; a column family each in RocksDB.
enum class Family : std::uint8_t { kNodes, kTexts, kEdges, kIn, kNames, kDerived, kMeta };

// Indexed by Family.  The names are on disk.
inline constexpr std::array<std::string_view, 7> kFamilyNames = {"nodes", "texts",   "edges", "in",
                                                                 "names", "derived", "meta"};

namespace keys {

std::string Node(NodeRef node);
std::string AllNodes(NodeKind kind);  // prefix: every node of one kind

std::string Text(DocumentId document);
std::string Layout(DocumentId document);

std::string Edges(NodeRef node);

std::string NewestIn(NodeRef node, EdgeKind edge);  // prefix of every sealed one as well
// Requires: `newest` is of NewestIn.  The first key from here on has the segment
// that `source` is in, if it is in a sealed one.
std::string SealedIn(std::string_view newest, std::uint64_t last);

std::string FindingByRule(const Finding& finding);
std::string FindingByDocument(const Finding& finding);
std::string AllFindings(std::string_view rule);   // prefix; every rule: ""
std::string FindingCount(std::string_view rule);  // every rule: ""

std::string WaitingText(std::uint64_t slot);
std::string AllWaitingTexts();  // prefix
std::string TextPlace(DocumentId document);
std::string TextTable(std::uint64_t segment);
std::string TextPostings(std::string_view term, std::uint64_t segment);
std::string AllTextPostings(std::string_view term);  // prefix
std::string TextTotals();
std::vector<std::string> AllOfTextIndex();  // prefixes: everything that it keeps

std::string Format();
std::string LastId(NodeKind kind);
std::string State();
std::string Vocabulary();

// The small values that are plain numbers.  Each decoder gives nothing when the
// bytes are not what its encoder writes.
std::string EncodeVersion(std::uint32_t version);
std::optional<std::uint32_t> DecodeVersion(std::string_view bytes);
std::string EncodeId(std::uint64_t id);
std::optional<std::uint64_t> DecodeId(std::string_view bytes);
std::string EncodeNodeRef(NodeRef node);
std::optional<NodeRef> DecodeNodeRef(std::string_view bytes);

// The id that a node or finding key ends in.  Requires: 8 bytes at least.
std::uint64_t LastPart(std::string_view key);

}  // namespace keys
}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_STORE_KEYS_H_
