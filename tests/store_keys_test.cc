// The bytes of every key, frozen: they are in stores that users keep.

#include "core/store/keys.h"

#include <gtest/gtest.h>

#include <limits>

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
      {"out", keys::Out(Node(WorkId{1}), EdgeKind::kFoundIn), "0500000000000000010b"},
      {"in", keys::In(Node(WorkId{1}), EdgeKind::kDescribes, 9),
       "050000000000000001070000000000000009"},
      {"all in", keys::AllIn(Node(WorkId{1}), EdgeKind::kDescribes), "05000000000000000107"},
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
      {"ids value", keys::EncodeIds({1, 256}), "00000000000000010000000000000100"},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.what);
    EXPECT_EQ(Hex(c.key), c.hex);
  }
}

TEST(KeysTest, FamilyNamesAreFrozen) {
  const std::array<std::string_view, 7> expected = {"nodes", "texts",   "out", "in",
                                                    "names", "derived", "meta"};
  EXPECT_EQ(kFamilyNames, expected);
  EXPECT_EQ(static_cast<int>(Family::kMeta), 6);
  EXPECT_EQ(kFormatVersion, 1u);
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
  EXPECT_EQ(keys::DecodeIds(keys::EncodeIds({})), std::vector<std::uint64_t>{});
  EXPECT_EQ(keys::LastPart(keys::In(Node(WorkId{1}), EdgeKind::kDescribes, 9)), 9u);

  EXPECT_FALSE(keys::DecodeId("1234567"));
  EXPECT_FALSE(keys::DecodeVersion("12345"));
  EXPECT_FALSE(keys::DecodeIds("123456789"));
  EXPECT_FALSE(keys::DecodeNodeRef("12345678"));
  EXPECT_FALSE(keys::DecodeNodeRef(std::string(9, '\0'))) << "no such kind";
  EXPECT_FALSE(keys::DecodeNodeRef("\x0a________")) << "no such kind";
}

}  // namespace
}  // namespace claimgraph
