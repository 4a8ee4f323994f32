// One row per format; what they share is done here, once:
//   bytes -> UTF-8 -> the format's reader -> furniture, bare links, comments to
//   claimgraph -> spans of the decoded text turned into spans of the bytes.

#include "importers/formats/formats.h"

#include <xxhash.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "core/text/utf8.h"
#include "importers/formats/bare_links.h"
#include "importers/formats/claim_list.h"
#include "importers/formats/docx.h"
#include "importers/formats/furniture.h"
#include "importers/formats/html.h"
#include "importers/formats/ignore_comments.h"
#include "importers/formats/jats.h"
#include "importers/formats/markdown.h"
#include "importers/formats/pdf.h"
#include "importers/formats/plain_text.h"
#include "importers/formats/sniff.h"

namespace claimgraph {
namespace {

std::string HexHash(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, hash);
  std::string hex;
  for (const unsigned char byte : canonical.digest) {
    hex.push_back("0123456789abcdef"[byte >> 4]);
    hex.push_back("0123456789abcdef"[byte & 15]);
  }
  return hex;
}

// Readers and diagnostics count bytes of the decoded text until here.
void ReturnToBytes(const OffsetMap& decoding, Article* article) {
  const auto back = [&decoding](Span s) { return decoding.Source({s.begin, s.end}); };
  Document* document = &article->document;
  for (Reference& reference : article->references) {
    for (Span* span : {&reference.span, &reference.year_span, &reference.identifier_span}) {
      if (*span != Span{}) *span = back(*span);
    }
  }
  for (Link& link : document->links) {
    link.source = back(link.source);
    link.target_source = back(link.target_source);
  }
  for (IgnoreComment& comment : document->ignores) comment.source = back(comment.source);
  for (Diagnostic& d : document->diagnostics) d.span = back(d.span);
  document->map = OffsetMap::Compose(document->map, decoding);
}

// A document that does not name itself is named by its first heading, if that
// stands at its head.
void TitleFromHeading(Document* document) {
  const auto& blocks = document->blocks;
  const auto heading = std::find_if(blocks.begin(), blocks.end(),
                                    [](const Block& b) { return b.kind == BlockKind::kHeading; });
  if (heading == blocks.end()) return;
  if (heading->level == 1 || heading - blocks.begin() < 3)
    document->title = document->Words(heading->span);
}

bool IsIdentity(const OffsetMap& map, std::size_t size) {
  return map.runs().empty() ||
         (map.runs().size() == 1 && map.runs()[0].source == 0 && map.runs()[0].text_unit == 1 &&
          map.runs()[0].source_unit == 1 && map.text_size() == size);
}

void ReadText(std::string_view bytes, Article* article) {
  Document& document = article->document;
  DecodedText decoded = DecodeText(bytes);
  const std::string_view text = decoded.text;
  document.format = SniffText(text.substr(0, kSniffedBytes), document.source);
  std::vector<IgnoreComment> ignores = FindIgnoreComments(text);
  std::vector<Span> hidden;
  for (const IgnoreComment& comment : ignores) hidden.push_back(comment.source);
  switch (document.format) {
    case Format::kMarkdown:
      ReadMarkdown(text, &document);
      break;
    case Format::kHtml:
      ReadHtml(text, std::move(hidden), &document);
      break;
    case Format::kJats:
      ReadJats(text, article);
      break;
    case Format::kClaimList:
      ReadClaimList(text, article);
      break;
    case Format::kBibtex:
      break;  // a bibliography has no prose; ReadBibtex reads it
    default:
      ReadPlainText(text, std::move(hidden), &document);
      break;
  }
  if (document.format != Format::kClaimList) MarkFurniture(&document);
  AddBareLinks(&document);
  if (document.title.empty()) TitleFromHeading(&document);
  PlaceIgnoreComments(text, std::move(ignores), &document);
  if (!IsIdentity(decoded.map, bytes.size())) ReturnToBytes(decoded.map, article);
  document.diagnostics.insert(document.diagnostics.begin(), decoded.diagnostics.begin(),
                              decoded.diagnostics.end());
}

// Formats whose bytes are not their text.
void ReadPacked(std::string_view bytes, Article* article) {
  Document& document = article->document;
  if (IsPdf(bytes)) {
    document.format = Format::kPdf;
    ReadPdf(bytes, &document);
  } else {
    document.format = Format::kDocx;
    ReadDocx(bytes, article);
  }
  MarkFurniture(&document);
  AddBareLinks(&document);
  TitleFromHeading(&document);
}

}  // namespace

Format SniffFormat(std::string_view bytes, std::string_view source) {
  if (IsDocx(bytes)) return Format::kDocx;
  if (IsPdf(bytes)) return Format::kPdf;
  return SniffText(DecodeText(bytes.substr(0, kSniffedBytes)).text, source);
}

Article ReadMarkedUp(std::string_view bytes, std::string_view source) {
  Article article;
  Document& document = article.document;
  document.source = source;
  document.size = bytes.size();
  document.hash = HexHash(bytes);
  if (bytes.size() >= std::numeric_limits<std::uint32_t>::max()) {
    document.diagnostics.push_back({"too-large", {}, "Files of 4 GiB or more are not read."});
    return article;
  }
  if (std::string why = NotText(bytes); !why.empty()) {
    document.diagnostics.push_back({"not-text", {}, std::move(why)});
    return article;
  }
  if (IsDocx(bytes) || IsPdf(bytes)) {
    ReadPacked(bytes, &article);
  } else {
    ReadText(bytes, &article);
  }
  return article;
}

Document ReadDocument(std::string_view bytes, std::string_view source) {
  return ReadMarkedUp(bytes, source).document;
}

}  // namespace claimgraph
