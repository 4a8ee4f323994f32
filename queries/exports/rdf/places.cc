#include "queries/exports/rdf/places.h"

#include <algorithm>
#include <utility>

#include "queries/exports/rdf/iris.h"
#include "queries/exports/rdf/vocabulary.h"

namespace claimgraph {
namespace {

constexpr std::size_t kStep = 256;

bool BeginsCharacter(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

std::size_t CountCharacters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, BeginsCharacter));
}

// DOCX and PDF: their spans index what was taken out of the file.
bool IndexesFile(const Document& document) {
  return document.format != Format::kDocx && document.format != Format::kPdf;
}

void DescribeRange(const RdfSubject& selector, std::string_view type, std::size_t begin,
                   std::size_t end) {
  selector.Type(type);
  selector.Offset("oa:start", begin);
  selector.Offset("oa:end", end);
}

}  // namespace

CharacterCounter::CharacterCounter(std::string_view text) : text_(text) {
  std::uint32_t count = 0;
  for (std::size_t at = 0; at <= text.size(); at += kStep) {
    before_.push_back(count);
    count += static_cast<std::uint32_t>(CountCharacters(text.substr(at, kStep)));
  }
}

std::optional<std::size_t> CharacterCounter::At(std::uint32_t at) const {
  if (at > text_.size() || (at < text_.size() && !BeginsCharacter(text_[at]))) return std::nullopt;
  const std::size_t step = at / kStep;
  return before_[step] + CountCharacters(text_.substr(step * kStep, at - step * kStep));
}

Status PlaceWriter::Load(DocumentId document) {
  if (document_.id == document && counter_) return {};
  Result<Document> found = reader_.FindDocument(document);
  if (!found) return tl::unexpected(found.error());
  document_ = *std::move(found);
  counter_.emplace(document_.text);
  return {};
}

std::optional<std::pair<std::size_t, std::size_t>> PlaceWriter::Characters(TextSpan span) const {
  const std::optional<std::size_t> begin = counter_->At(span.begin);
  const std::optional<std::size_t> end = counter_->At(span.end);
  if (!begin || !end || span.begin >= span.end) return std::nullopt;
  return std::pair(*begin, *end);
}

void PlaceWriter::Link(const RdfSubject& owner, const RdfPlace& place) {
  if (place.IsKnown()) owner.Name("cg:place", owner.Part("place").name());
}

Status PlaceWriter::Describe(const RdfSubject& owner, const RdfPlace& place) {
  if (!place.IsKnown()) return {};
  if (Status loaded = Load(place.document); !loaded) return loaded;
  RdfPlace where = place;
  if (where.text.size() == 0 && where.file.empty() && !IndexesFile(document_)) {
    where.text = {document_.map.TextAt(where.source.begin), document_.map.TextAt(where.source.end)};
  }
  if (!IndexesFile(document_) && where.file.empty()) where.source = {};
  DescribeSelectors(owner.Part("place"), where);
  return {};
}

void PlaceWriter::DescribeSelectors(const RdfSubject& place, const RdfPlace& where) const {
  const bool has_bytes = where.source.begin < where.source.end;
  const auto characters = Characters(where.text);
  const bool has_quote = where.quoted && characters;
  place.Type("oa:SpecificResource");
  place.Name("oa:hasSource",
             where.file.empty() ? RdfName(where.document) : "kg:file-" + LocalName(where.file));
  place.Text("cg:path", where.file);
  const RdfSubject bytes = place.Part("bytes");
  const RdfSubject chars = place.Part("chars");
  const RdfSubject quote = place.Part("quote");
  if (has_bytes) place.Name("oa:hasSelector", bytes.name());
  if (characters) place.Name("oa:hasSelector", chars.name());
  if (has_quote) place.Name("oa:hasSelector", quote.name());

  if (has_bytes) {
    DescribeRange(bytes, "oa:DataPositionSelector", where.source.begin, where.source.end);
  }
  if (characters) {
    DescribeRange(chars, "oa:TextPositionSelector", characters->first, characters->second);
  }
  if (has_quote) {
    quote.Type("oa:TextQuoteSelector");
    quote.Text("oa:exact", document_.Words(where.text));
  }
}

}  // namespace claimgraph
