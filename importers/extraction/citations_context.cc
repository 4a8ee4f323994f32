// The article's own text is its blocks without the bibliography; what a list
// knows (names, keys, numbers) is put into hash sets once.

#include "importers/extraction/citations_context.h"

#include <algorithm>
#include <cstdlib>

#include "core/text/author_names.h"
#include "core/text/normalize.h"

namespace claimgraph {
namespace {

constexpr std::size_t kMaxOrganisations =
    200;  // of one year; each is compared with each short name

std::vector<ProseRun> ProseOf(const Document& document, std::vector<TextSpan> areas) {
  std::sort(areas.begin(), areas.end());
  std::vector<ProseRun> runs;
  std::size_t area = 0;
  for (std::uint32_t b = 0; b < document.blocks.size(); ++b) {
    const Block& block = document.blocks[b];
    if (block.kind == BlockKind::kMetadata) continue;
    std::uint32_t at = block.span.begin;
    while (area < areas.size() && areas[area].end <= at) ++area;
    for (std::size_t a = area; a < areas.size() && areas[a].begin < block.span.end; ++a) {
      if (areas[a].begin > at) runs.push_back({{at, areas[a].begin}, b});
      at = std::max(at, areas[a].end);
    }
    if (at < block.span.end) runs.push_back({{at, block.span.end}, b});
  }
  return runs;
}

}  // namespace

void KnownAuthors::Add(const Reference& reference) {
  for (std::string& key : NameKeys(FirstAuthor(reference)))
    years_[std::move(key)].push_back(reference.year);
  const bool person = !reference.authors.empty() && !reference.authors[0].given.empty();
  std::vector<std::string>& organisations = organisations_[reference.year];
  if (!person && organisations.size() < kMaxOrganisations)
    organisations.push_back(FirstAuthor(reference));
  openings_.push_back(NameWords(EntryOpening(reference.text)));
}

void KnownAuthors::Finish() { std::sort(openings_.begin(), openings_.end()); }

bool KnownAuthors::HasFirst(std::string_view name) const {
  return years_.count(NameKey(name)) > 0 || BeginsAnEntry(name);
}

// For names whose end the reference parser missed, and for corporate names that
// the text cuts short.
bool KnownAuthors::BeginsAnEntry(std::string_view name) const {
  const std::string words = NameWords(name);
  if (words.size() < 4) return false;
  const auto at = std::lower_bound(openings_.begin(), openings_.end(), words);
  return at != openings_.end() && at->starts_with(words) &&
         (at->size() == words.size() || (*at)[words.size()] == ' ');
}

bool KnownAuthors::HasYear(std::string_view name, int year) const {
  const auto found = years_.find(NameKey(name));
  if (found == years_.end()) return BeginsAnEntry(name);
  return std::any_of(found->second.begin(), found->second.end(),
                     [year](int y) { return y == 0 || std::abs(y - year) <= 2; });
}

bool KnownAuthors::HasAbbreviated(std::string_view name, int year) const {
  const auto found = organisations_.find(year);
  if (year == 0 || found == organisations_.end()) return false;
  return std::any_of(found->second.begin(), found->second.end(),
                     [name](const std::string& full) { return MayAbbreviate(name, full); });
}

CitationContext::CitationContext(const Document& document_in, const ReferenceList& list,
                                 const std::vector<Reference>& bibliography)
    : document(document_in),
      text(document_in.text),
      prose(ProseOf(document_in, list.areas)),
      numbered(list.numbered) {
  int entries = 0;
  const auto add = [this](const Reference& reference) {
    authors.Add(reference);
    if (!reference.key.empty()) {
      keys.insert(Fold(reference.key));
      listed_keys.push_back(reference.key);
    }
    for (const Author& author : reference.authors) {
      if (author.given.empty()) names.insert(NameKey(author.family));
    }
    for (const std::string& id : {reference.doi, reference.pmid, reference.pmcid}) {
      if (!id.empty()) identifiers.insert(id);
    }
    if (!reference.container.empty()) names.insert(NameKey(reference.container));
  };
  for (const Reference& reference : list.references) {
    if (reference.origin == ReferenceOrigin::kFootnote) {
      note_labels.insert(reference.key);
      authors.Add(reference);
    }
    if (reference.origin != ReferenceOrigin::kList) continue;
    add(reference);
    last_number = std::max({last_number, reference.number, ++entries});
  }
  const std::map<int, std::size_t> by_number = EntriesByNumber(list.references);
  if (entries == 0 && !by_number.empty()) last_note = by_number.rbegin()->first;
  for (const Reference& reference : bibliography) {
    if (reference.origin == ReferenceOrigin::kBibFile) add(reference);
  }
  authors.Finish();
}

bool CitationContext::InProse(TextSpan span) const {
  const auto after =
      std::upper_bound(prose.begin(), prose.end(), span.begin,
                       [](std::uint32_t at, const ProseRun& run) { return at < run.span.begin; });
  return after != prose.begin() && std::prev(after)->span.Contains(span);
}

bool CitationContext::IsNoteMark(TextSpan span) const {
  const auto& marks = document.marks;
  auto at = std::lower_bound(marks.begin(), marks.end(), span.end,
                             [](const Mark& m, std::uint32_t end) { return m.span.begin < end; });
  constexpr int kNear = 8;  // marks that may stand on the same few letters
  for (int looked = 0; at != marks.begin() && looked < kNear; ++looked) {
    --at;
    if (at->kind == MarkKind::kFootnoteRef && Overlaps(at->span, span)) return true;
  }
  return false;
}

}  // namespace claimgraph
