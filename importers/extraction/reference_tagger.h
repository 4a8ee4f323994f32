// Bibliography entries as a learned model reads them: a label for each token, from which
// the fields' stretches follow.
//
// The model (core/model/sequence_model.h) sees words, their shapes and classes, the
// stretches between signs, and what the rules (entry_front.h, entry_body.h) made of the
// entry.  It overrules them field by field, and only where their reading is less probable by
// a factor of e: rules know the styles of health literature, the model knows the others.
// models/references.card.md says what it was trained on and what it scores; where it is
// not built in, the rules stand alone.
//
// After GROBID and ParsCit, which label entries by such models (Lopez, ECDL 2009;
// Councill, Giles & Kan, LREC 2008).
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_REFERENCE_TAGGER_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_REFERENCE_TAGGER_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/model/sequence_model.h"
#include "core/span.h"
#include "importers/extraction/entry_tokens.h"
#include "importers/extraction/reference_parser.h"

namespace claimgraph {

// The number of the features here: models that were trained with others are not used.
inline constexpr std::uint32_t kReferenceFeatures = 1;

// Longer entries are paragraphs that were taken for one: the rules' reading stands.
inline constexpr std::size_t kLongestTaggedEntry = 4000;

enum class EntryLabel : std::uint8_t {
  kNone, kAuthor, kTitle, kContainer, kDate, kVolume, kIssue, kPages, kPublisher, kLocation,
  kEditor, kInstitution, kSeries, kIdentifier, kUrl, kNote, kNumber, kCount,
};
inline constexpr std::size_t kEntryLabels = static_cast<std::size_t>(EntryLabel::kCount);
std::string_view Name(EntryLabel label);

// A state of the model is a label inside a stretch, or, but for kNone, at its beginning.
inline constexpr std::size_t kEntryStates = 2 * kEntryLabels - 1;
constexpr EntryLabel LabelOf(std::size_t state) {
  return static_cast<EntryLabel>(state < kEntryLabels ? state : state - kEntryLabels + 1);
}
constexpr std::uint8_t StateOf(EntryLabel label, bool begins) {
  const auto inside = static_cast<std::size_t>(label);
  return static_cast<std::uint8_t>(begins && inside != 0 ? inside + kEntryLabels - 1 : inside);
}

// `rules`: what the rules made of the entry.
void EntryFeatures(std::string_view entry, const std::vector<EntryToken>& tokens,
                   const EntryParts& rules, SequenceFeatures* features);

// What the rules alone make of an entry.
EntryParts ReadByRules(std::string_view entry);

// `parts`, as the rules filled them, overruled by `model`.  Linear in entry.size().
void RefineParts(const SequenceModel& model, std::string_view entry, EntryParts* parts);

// The same with the model that is built in, if it is.
void RefineParts(std::string_view entry, EntryParts* parts);

// Classes of words that are typical of a field.
enum class EntryLexicon : std::uint8_t {
  kMonth, kJournal, kPublisher, kLocation, kInstitution, kIn, kEditor, kPages, kVolume, kIssue,
  kEt, kAl, kAnd, kNote, kIdentifier, kParticle, kFunction,
};
using EntryLexicons = std::uint32_t;  // a bit for each
constexpr EntryLexicons BitOf(EntryLexicon lexicon) {
  return EntryLexicons{1} << static_cast<unsigned>(lexicon);
}

// `word`: lower case.  Safe from several threads.
EntryLexicons LexiconsOf(std::string_view word);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_REFERENCE_TAGGER_H_
