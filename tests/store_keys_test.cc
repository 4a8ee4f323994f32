// The bytes of every key, frozen: they are in stores that users keep.

#include "core/store/keys.h"

#include <gtest/gtest.h>

#include <limits>

#include "core/store/edge_lists.h"

namespace claimgraph {
namespace {

std::string Hex(std::string_view bytes) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string hex;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    hex += kDigits[byte >> 4];
    hex += kDigits[byte & 15];
  }
  return hex;
}

std::string FullRecord() {
  std::string record;
  AppendList(EdgeKind::kHasClaim, Way::kOut, {1}, &record);
  AppendList(EdgeKind::kHasClaim, Way::kIn, {1, 2}, &record);
  AppendList(EdgeKind::kHasReference, Way::kIn, {0x2000000}, &record);
  return record;
}

const Finding kFinding{
    .id = FindingId{3}, .document = DocumentId{2}, .rule = "ab", .span = {258, 300}};

TEST(KeysTest, BytesAreFrozen) {
  const struct {
    const char* what;
    std::string key;
    const char* hex;
  } cases[] = {
      {"node", keys::Node(Node(ClaimId{0x0102030405060708})), "020102030405060708"},
      {"all nodes", keys::AllNodes(NodeKind::kFinding), "09"},
      {"text", keys::Text(DocumentId{5}), "000000000000000501"},
      {"layout", keys::Layout(DocumentId{5}), "000000000000000502"},
      {"edges", keys::Edges(Node(ClaimId{1})), "020000000000000001"},
      {"newest in", keys::NewestIn(Node(WorkId{1}), EdgeKind::kDescribes), "05000000000000000107"},
      {"sealed in", keys::SealedIn(keys::NewestIn(Node(WorkId{1}), EdgeKind::kDescribes), 9),
       "050000000000000001070000000000000009"},
      {"finding by rule", keys::FindingByRule(kFinding),
       "01616200"
       "0000000000000002"
       "00000102"
       "0000000000000003"},
      {"finding by document", keys::FindingByDocument(kFinding),
       "02"
       "0000000000000002"
       "00000102"
       "0000000000000003"},
      {"findings of a rule", keys::AllFindings("ab"), "01616200"},
      {"all findings", keys::AllFindings(""), "02"},
      {"format", keys::Format(), "00"},
      {"last id", keys::LastId(NodeKind::kEvidenceLine), "0108"},
      {"version value", keys::EncodeVersion(1), "00000001"},
      {"id value", keys::EncodeId(258), "0000000000000102"},
      {"node value", keys::EncodeNodeRef(Node(WorkId{7})), "050000000000000007"},
      {"ids value", EncodeIds({1, 3, 259}), "01028002"},
      {"record value", FullRecord(), "02010103020101070480808010"},
      {"newest value", EncodeNewest({.sealed = 2, .ids = {5, 6}}), "020501"},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.what);
    EXPECT_EQ(Hex(c.key), c.hex);
  }
}

TEST(KeysTest, FamilyNamesAreFrozen) {
  const std::array<std::string_view, 7> expected = {"nodes", "texts",   "edges", "in",
                                                    "names", "derived", "meta"};
  EXPECT_EQ(kFamilyNames, expected);
  EXPECT_EQ(static_cast<int>(Family::kMeta), 6);
  EXPECT_EQ(kFormatVersion, 3u);
}

TEST(KeysTest, ByteOrderIsNumericOrder) {
  const std::uint64_t ids[] = {
      0, 1, 127, 128, 255, 256, 65535, 1ull << 32, std::numeric_limits<std::uint64_t>::max()};
  for (std::size_t i = 1; i < std::size(ids); ++i) {
    EXPECT_LT(keys::Node({NodeKind::kClaim, ids[i - 1]}), keys::Node({NodeKind::kClaim, ids[i]}));
  }
}

TEST(KeysTest, SmallValuesComeBackOrAreRefused) {
  EXPECT_EQ(keys::DecodeId(keys::EncodeId(77)), 77u);
  EXPECT_EQ(keys::DecodeVersion(keys::EncodeVersion(77)), 77u);
  EXPECT_EQ(keys::DecodeNodeRef(keys::EncodeNodeRef(Node(WorkId{7}))), Node(WorkId{7}));
  EXPECT_EQ(keys::LastPart(keys::Node(Node(WorkId{9}))), 9u);

  EXPECT_FALSE(keys::DecodeId("1234567"));
  EXPECT_FALSE(keys::DecodeVersion("12345"));
  EXPECT_FALSE(keys::DecodeNodeRef("12345678"));
  EXPECT_FALSE(keys::DecodeNodeRef(std::string(9, '\0'))) << "no such kind";
  EXPECT_FALSE(keys::DecodeNodeRef("\x0d________")) << "no such kind";
}

TEST(EdgeListsTest, ListsComeBack) {
  const std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
  const Ids lists[] = {{}, {1}, {1, 2, 3}, {127, 128, 16384}, {most - 1, most}, {1, most}};
  for (const Ids& ids : lists) {
    EXPECT_EQ(DecodeIds(EncodeIds(ids)), ids);
    const Newest newest{.sealed = 300, .ids = ids};
    EXPECT_EQ(DecodeNewest(EncodeNewest(newest)), newest);
  }
  EXPECT_EQ(DecodeIds(EncodeIds({4, 5, 6}), 2), (Ids{4, 5}));
  EXPECT_EQ(FindList(FullRecord(), EdgeKind::kHasClaim, Way::kIn), (Ids{1, 2}));
  EXPECT_EQ(FindList(FullRecord(), EdgeKind::kHasClaim, Way::kIn, 1), (Ids{1}));
  EXPECT_EQ(FindList(FullRecord(), EdgeKind::kHasReference, Way::kIn), (Ids{0x2000000}));
  EXPECT_EQ(FindList(FullRecord(), EdgeKind::kCites, Way::kOut), Ids{});
  EXPECT_EQ(FindList("", EdgeKind::kCites, Way::kOut), Ids{});
}

TEST(EdgeListsTest, OtherBytesAreRefused) {
  EXPECT_FALSE(DecodeIds("\x81")) << "a number that does not end";
  EXPECT_FALSE(DecodeIds(std::string(1, '\0'))) << "zero is no id";
  EXPECT_FALSE(DecodeIds(std::string(11, '\xff'))) << "more than 64 bits";
  EXPECT_FALSE(DecodeIds(EncodeIds({std::numeric_limits<std::uint64_t>::max()}) + "\x01"));
  EXPECT_FALSE(DecodeNewest(""));
  EXPECT_FALSE(FindList("\x02", EdgeKind::kHasClaim, Way::kOut)) << "a list without a size";
  EXPECT_FALSE(FindList("\x02\x05\x01", EdgeKind::kHasClaim, Way::kOut)) << "a list cut short";
}

}  // namespace
}  // namespace claimgraph
