// Keys are built by appending parts in the order of the grammar in keys.h.

#include "core/store/keys.h"

#include <cassert>

namespace claimgraph::keys {
namespace {

constexpr char kTextPart = 0x01;
constexpr char kLayoutPart = 0x02;
constexpr char kByRule = 0x01;
constexpr char kByDocument = 0x02;
constexpr char kCountTag = 0x03;
constexpr char kWaitingTag = 0x04;
constexpr char kPlaceTag = 0x05;
constexpr char kTableTag = 0x06;
constexpr char kPostingsTag = 0x07;
constexpr char kTotalsTag = 0x08;
constexpr char kFormatTag = 0x00;
constexpr char kLastIdTag = 0x01;
constexpr char kStateTag = 0x02;
constexpr char kVocabularyTag = 0x03;

template <typename Unsigned>
void AppendBigEndian(Unsigned value, std::string* key) {
  for (int shift = 8 * (sizeof(Unsigned) - 1); shift >= 0; shift -= 8) {
    key->push_back(static_cast<char>(value >> shift));
  }
}

template <typename Unsigned>
Unsigned ReadBigEndian(std::string_view bytes) {
  Unsigned value = 0;
  for (const char c : bytes.substr(0, sizeof(Unsigned))) {
    value = static_cast<Unsigned>(value << 8 | static_cast<unsigned char>(c));
  }
  return value;
}

template <typename Enum>
void AppendByte(Enum value, std::string* key) {
  key->push_back(static_cast<char>(value));
}

void AppendPlace(const Finding& finding, std::string* key) {
  AppendBigEndian(Raw(finding.document), key);
  AppendBigEndian(finding.span.begin, key);
  AppendBigEndian(Raw(finding.id), key);
}

std::string Tagged(char tag, std::uint64_t id) {
  std::string key(1, tag);
  AppendBigEndian(id, &key);
  return key;
}

std::string TextPart(DocumentId document, char part) {
  std::string key = EncodeId(Raw(document));
  key.push_back(part);
  return key;
}

}  // namespace

std::string Node(NodeRef node) { return EncodeNodeRef(node); }

std::string AllNodes(NodeKind kind) { return std::string(1, static_cast<char>(kind)); }

std::string Text(DocumentId document) { return TextPart(document, kTextPart); }

std::string Layout(DocumentId document) { return TextPart(document, kLayoutPart); }

std::string Edges(NodeRef node) { return EncodeNodeRef(node); }

std::string NewestIn(NodeRef node, EdgeKind edge) {
  std::string key = EncodeNodeRef(node);
  AppendByte(edge, &key);
  return key;
}

std::string SealedIn(std::string_view newest, std::uint64_t last) {
  std::string key(newest);
  AppendBigEndian(last, &key);
  return key;
}

std::string FindingByRule(const Finding& finding) {
  std::string key = AllFindings(finding.rule);
  AppendPlace(finding, &key);
  return key;
}

std::string FindingByDocument(const Finding& finding) {
  std::string key = AllFindings("");
  AppendPlace(finding, &key);
  return key;
}

std::string AllFindings(std::string_view rule) {
  if (rule.empty()) return std::string(1, kByDocument);
  assert(rule.find('\0') == std::string_view::npos);
  std::string key(1, kByRule);
  key += rule;
  key.push_back('\0');
  return key;
}

std::string FindingCount(std::string_view rule) {
  std::string key(1, kCountTag);
  key += rule;
  return key;
}

std::string WaitingText(std::uint64_t slot) { return Tagged(kWaitingTag, slot); }

std::string AllWaitingTexts() { return std::string(1, kWaitingTag); }

std::string TextPlace(DocumentId document) { return Tagged(kPlaceTag, Raw(document)); }

std::string TextTable(std::uint64_t segment) { return Tagged(kTableTag, segment); }

std::string TextPostings(std::string_view term, std::uint64_t segment) {
  std::string key = AllTextPostings(term);
  AppendBigEndian(segment, &key);
  return key;
}

std::string AllTextPostings(std::string_view term) {
  assert(term.find('\0') == std::string_view::npos);
  std::string key(1, kPostingsTag);
  key += term;
  key.push_back('\0');
  return key;
}

std::string TextTotals() { return std::string(1, kTotalsTag); }

std::vector<std::string> AllOfTextIndex() {
  std::vector<std::string> prefixes;
  for (char tag = kWaitingTag; tag <= kTotalsTag; ++tag) prefixes.emplace_back(1, tag);
  return prefixes;
}

std::string State() { return std::string(1, kStateTag); }
std::string Vocabulary() { return std::string(1, kVocabularyTag); }

std::string Format() { return std::string(1, kFormatTag); }

std::string LastId(NodeKind kind) {
  std::string key(1, kLastIdTag);
  AppendByte(kind, &key);
  return key;
}

std::string EncodeVersion(std::uint32_t version) {
  std::string bytes;
  AppendBigEndian(version, &bytes);
  return bytes;
}

std::optional<std::uint32_t> DecodeVersion(std::string_view bytes) {
  if (bytes.size() != sizeof(std::uint32_t)) return std::nullopt;
  return ReadBigEndian<std::uint32_t>(bytes);
}

std::string EncodeId(std::uint64_t id) {
  std::string bytes;
  AppendBigEndian(id, &bytes);
  return bytes;
}

std::optional<std::uint64_t> DecodeId(std::string_view bytes) {
  if (bytes.size() != sizeof(std::uint64_t)) return std::nullopt;
  return ReadBigEndian<std::uint64_t>(bytes);
}

std::string EncodeNodeRef(NodeRef node) {
  std::string bytes;
  bytes.reserve(1 + sizeof(node.id));
  AppendByte(node.kind, &bytes);
  AppendBigEndian(node.id, &bytes);
  return bytes;
}

std::optional<NodeRef> DecodeNodeRef(std::string_view bytes) {
  if (bytes.size() != 1 + sizeof(std::uint64_t)) return std::nullopt;
  const auto kind = static_cast<unsigned char>(bytes[0]);
  if (kind < static_cast<int>(NodeKind::kDocument) || kind > static_cast<int>(kLastNodeKind)) {
    return std::nullopt;
  }
  return NodeRef{static_cast<NodeKind>(kind), ReadBigEndian<std::uint64_t>(bytes.substr(1))};
}

std::uint64_t LastPart(std::string_view key) {
  assert(key.size() >= sizeof(std::uint64_t));
  return ReadBigEndian<std::uint64_t>(key.substr(key.size() - sizeof(std::uint64_t)));
}

}  // namespace claimgraph::keys
