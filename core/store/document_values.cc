// A document's header and layout.
//
// Blocks, sentences, marks and runs are the bulk of a layout, so they are flat
// structs; a block's label, which few have, stands in a list beside them.

#include "core/store/value_parts.h"
#include "core/store/values.h"

namespace claimgraph {
namespace {

auto PutLabels(Builder* b, const std::vector<Block>& blocks) {
  std::vector<flatbuffers::Offset<stored::BlockLabel>> labels;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].label.empty()) continue;
    const auto label = Put(b, blocks[i].label);
    labels.push_back(stored::CreateBlockLabel(*b, static_cast<std::uint32_t>(i), label));
  }
  using Offset = decltype(b->CreateVector(labels));
  return labels.empty() ? Offset(0) : b->CreateVector(labels);
}

auto PutLink(Builder* b, const Link& link) {
  const stored::Range span = ToRange(link.span);
  const stored::Range source = ToRange(link.source);
  const stored::Range target_source = ToRange(link.target_source);
  const auto target = Put(b, link.target);
  return stored::CreateLink(*b, &span, &source, &target_source, target);
}

auto PutIgnore(Builder* b, const IgnoreComment& ignore) {
  const stored::Range source = ToRange(ignore.source);
  const auto rule = Put(b, ignore.rule);
  const auto reason = Put(b, ignore.reason);
  return stored::CreateIgnoreComment(*b, &source, ignore.at, rule, reason);
}

auto PutDiagnostic(Builder* b, const Diagnostic& diagnostic) {
  const stored::Range span = ToRange(diagnostic.span);
  const auto code = Put(b, diagnostic.code);
  const auto message = Put(b, diagnostic.message);
  return stored::CreateDiagnostic(*b, &span, code, message);
}

stored::Run ToRun(const OffsetMap::Run& r) {
  return {r.text, r.source, r.text_size, r.text_unit, r.source_unit};
}

stored::Block ToBlock(const Block& b) {
  return {b.span.begin, b.span.end, b.number, static_cast<std::uint8_t>(b.kind),
          b.level,      b.ordered};
}

stored::Sentence ToSentence(const Sentence& s) { return {s.span.begin, s.span.end, s.block}; }

stored::Mark ToMark(const Mark& m) {
  return {m.span.begin, m.span.end, static_cast<std::uint8_t>(m.kind)};
}

// Rebuilds the map through its own door, so that its invariants hold; false
// where a run would break them.
bool GetMap(const flatbuffers::Vector<const stored::Run*>* runs, OffsetMap* map) {
  if (!runs) return true;
  std::uint64_t text_end = 0;
  std::uint64_t source_end = 0;
  for (const stored::Run* r : *runs) {
    if (r->text() != text_end || r->source() < source_end || r->text_unit() == 0) return false;
    const std::uint64_t units =
        (std::uint64_t{r->text_size()} + r->text_unit() - 1) / r->text_unit();
    if (r->source_unit() != 0 && units > UINT32_MAX / r->source_unit()) return false;
    text_end += r->text_size();
    source_end = r->source() + units * r->source_unit();
    if (text_end > UINT32_MAX || source_end > UINT32_MAX) return false;
    map->Append(r->source(), r->text_size(), r->text_unit(), r->source_unit());
  }
  return true;
}

std::vector<Block> GetBlocks(const flatbuffers::Vector<const stored::Block*>* blocks,
                             EnumReader* enums) {
  return GetAll<Block>(blocks, [enums](const stored::Block& b) {
    return Block{.kind = enums->Get(b.kind(), BlockKind::kMetadata),
                 .span = {b.begin(), b.end()},
                 .level = b.level(),
                 .ordered = b.ordered(),
                 .number = b.number()};
  });
}

bool GetLabels(const flatbuffers::Vector<flatbuffers::Offset<stored::BlockLabel>>* labels,
               std::vector<Block>* blocks) {
  if (!labels) return true;
  for (const stored::BlockLabel* label : *labels) {
    if (label->block() >= blocks->size()) return false;
    (*blocks)[label->block()].label = Get(label->label());
  }
  return true;
}

Link GetLink(const stored::Link& link) {
  return {.span = Get<TextSpan>(link.span()),
          .target = Get(link.target()),
          .source = Get<Span>(link.source()),
          .target_source = Get<Span>(link.target_source())};
}

IgnoreComment GetIgnore(const stored::IgnoreComment& ignore) {
  return {.source = Get<Span>(ignore.source()),
          .at = ignore.at(),
          .rule = Get(ignore.rule()),
          .reason = Get(ignore.reason())};
}

Diagnostic GetDiagnostic(const stored::Diagnostic& diagnostic) {
  return {.code = Get(diagnostic.code()),
          .span = Get<Span>(diagnostic.span()),
          .message = Get(diagnostic.message())};
}

}  // namespace

bool IsTextless(const Document& document) {
  return document.text.empty() && document.map.runs().empty() && document.blocks.empty() &&
         document.sentences.empty() && document.links.empty() && document.marks.empty() &&
         document.ignores.empty() && document.diagnostics.empty();
}

std::string EncodeHeader(const Document& document) {
  Builder b(kSmallValue);
  const auto source = Put(&b, document.source);
  const auto title = Put(&b, document.title);
  const auto hash = Put(&b, document.hash);
  const auto identifier = Put(&b, document.identifier);
  const auto bibliographies = Put(&b, document.bibliographies);
  b.Finish(stored::CreateDocumentHeader(b, source, title, hash, identifier,
                                        static_cast<std::uint8_t>(document.format), document.size,
                                        bibliographies, IsTextless(document)));
  return Bytes(b);
}

bool DecodeHeader(const std::string& bytes, Document* document, bool* textless) {
  const auto* header = Root<stored::DocumentHeader>(bytes);
  if (!header) return false;
  EnumReader enums;
  document->source = Get(header->source());
  document->title = Get(header->title());
  document->hash = Get(header->hash());
  document->identifier = Get(header->identifier());
  document->format = enums.Get(header->format(), Format::kDecision);
  document->size = header->size();
  document->bibliographies = Get(header->bibliographies());
  if (textless) *textless = header->textless();
  return enums.ok();
}

std::string EncodeLayout(const Document& document) {
  Builder b(kSmallValue);
  const auto runs = PutStructs<stored::Run>(&b, document.map.runs(), ToRun);
  const auto blocks = PutStructs<stored::Block>(&b, document.blocks, ToBlock);
  const auto labels = PutLabels(&b, document.blocks);
  const auto sentences = PutStructs<stored::Sentence>(&b, document.sentences, ToSentence);
  const auto links = PutAll(&b, document.links, PutLink);
  const auto marks = PutStructs<stored::Mark>(&b, document.marks, ToMark);
  const auto ignores = PutAll(&b, document.ignores, PutIgnore);
  const auto diagnostics = PutAll(&b, document.diagnostics, PutDiagnostic);
  b.Finish(stored::CreateDocumentLayout(b, runs, blocks, labels, sentences, links, marks, ignores,
                                        diagnostics));
  return Bytes(b);
}

bool DecodeLayout(const std::string& bytes, Document* document) {
  const auto* layout = Root<stored::DocumentLayout>(bytes);
  if (!layout) return false;
  EnumReader enums;
  document->blocks = GetBlocks(layout->blocks(), &enums);
  document->sentences = GetAll<Sentence>(layout->sentences(), [](const stored::Sentence& s) {
    return Sentence{.span = {s.begin(), s.end()}, .block = s.block()};
  });
  document->links = GetAll<Link>(layout->links(), GetLink);
  document->marks = GetAll<Mark>(layout->marks(), [&enums](const stored::Mark& m) {
    return Mark{.kind = enums.Get(m.kind(), MarkKind::kFootnoteRef), .span = {m.begin(), m.end()}};
  });
  document->ignores = GetAll<IgnoreComment>(layout->ignores(), GetIgnore);
  document->diagnostics = GetAll<Diagnostic>(layout->diagnostics(), GetDiagnostic);
  return GetMap(layout->runs(), &document->map) && GetLabels(layout->labels(), &document->blocks) &&
         enums.ok() && LayoutFits(*document);
}

bool LayoutFits(const Document& document) {
  const auto fits = [size = document.text.size()](const auto& part) {
    return part.span.begin <= part.span.end && part.span.end <= size;
  };
  return std::ranges::all_of(document.blocks, fits) &&
         std::ranges::all_of(document.sentences, fits) &&
         std::ranges::all_of(document.sentences,
                             [&](const Sentence& s) { return s.block < document.blocks.size(); }) &&
         std::ranges::all_of(document.links, fits) && std::ranges::all_of(document.marks, fits) &&
         std::ranges::all_of(document.ignores,
                             [&](const IgnoreComment& i) { return i.at <= document.text.size(); });
}

}  // namespace claimgraph
