// A set of concepts: the built-in tables, and what a user adds to them.
//
// Made once and then read by any number of threads.  The functions of vocabulary.h
// read the built-in set, or another one while a VocabularyInUse holds it.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_CONCEPT_SET_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_CONCEPT_SET_H_

#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/text/lexicon.h"
#include "importers/extraction/vocabulary.h"

namespace claimgraph {

// "intervention", "outcome", "surrogate", "condition", "population", "body".
std::string_view Name(ConceptRole role);
std::optional<ConceptRole> ParseConceptRole(std::string_view name);

// As phrases are looked up: folded words with one space between them.  What stands
// between words in a text ("st. john's") stands between them here as a word of its own.
std::string FoldPhrase(std::string_view words);
// As labels are written: the same, but with spaces only where `words` has space or hyphens.
std::string FoldLabel(std::string_view words);

class ConceptSet {
 public:
  static constexpr std::size_t kMostConcepts = kNoConcept;
  // What is broader than one concept, itself included: bounds the work of a walk.
  static constexpr std::size_t kMostAncestors = 100;

  ConceptSet();                            // the built-in tables
  ConceptSet(const ConceptSet&) = delete;  // rows point into texts
  ConceptSet& operator=(const ConceptSet&) = delete;

  static const ConceptSet& BuiltIn();

  std::span<const VocabularyRow> rows() const { return rows_; }
  const Lexicon& lexicon() const { return lexicon_; }
  // Itself first, then all that is broader.
  std::span<const ConceptIndex> Ancestors(ConceptIndex c) const { return ancestors_[c]; }
  std::span<const ConceptIndex> Broader(ConceptIndex c) const { return broader_[c]; }
  // The label and those of its row's synonyms by which `c` is found: not what an earlier
  // row has taken, nor "5g", which a text has as two words.
  std::vector<std::string_view> Phrases(ConceptIndex c) const;

  // kNoConcept: there is none.  `phrase` is folded.
  ConceptIndex WithLabel(std::string_view phrase) const;
  ConceptIndex OwnerOf(std::string_view phrase) const;

  // Adding, before anybody reads.  Phrases are folded; one that has an owner may be
  // added to that owner alone.  Requires: fewer than kMostConcepts rows; the
  // broader-than relation stays without a circle.
  ConceptIndex AddConcept(ConceptRole role, std::string_view label, int good);
  void AddSynonym(ConceptIndex c, std::string_view phrase);
  void AddBroader(ConceptIndex c, ConceptIndex broader);
  // The way from `from` up to `to`, both included; empty if `to` is not broader, or
  // not within kMostAncestors.
  std::vector<ConceptIndex> WayUp(ConceptIndex from, ConceptIndex to) const;
  // Ends the adding.  The first concept with too many ancestors, or kNoConcept.
  [[nodiscard]] ConceptIndex Finish();

 private:
  void AddBuiltIn(const VocabularyRow& row);
  void AddKind(const VocabularyRow& parent, std::string_view kind);
  void AddPhrase(std::string_view phrase, ConceptIndex owner);
  void AddPlural(std::string_view phrase, ConceptIndex owner);
  bool SetAncestors(ConceptIndex c);
  std::string_view Keep(std::string text) { return texts_.emplace_back(std::move(text)); }

  std::deque<std::string> texts_;  // that rows point into
  std::vector<VocabularyRow> rows_;
  Lexicon lexicon_;  // values: rows, plus one
  std::unordered_map<std::string_view, ConceptIndex> labels_;
  std::unordered_map<std::string, ConceptIndex> owners_;          // of phrases, plurals included
  std::vector<std::pair<std::string_view, ConceptIndex>> added_;  // phrases without plurals yet
  std::vector<std::vector<ConceptIndex>> broader_;                // of each row
  std::vector<std::vector<ConceptIndex>> ancestors_;              // of each row, itself first
};

// While it lives, vocabulary.h reads `concepts` (null: the built-in set), on all threads.
// Another one with the same set goes on at once; one with another set waits until no
// other is left, so that what runs together reads alike.  A thread that holds one must
// not ask for another set: it would wait for itself.
class VocabularyInUse {
 public:
  explicit VocabularyInUse(std::shared_ptr<const ConceptSet> concepts);
  ~VocabularyInUse();
  VocabularyInUse(const VocabularyInUse&) = delete;
  VocabularyInUse& operator=(const VocabularyInUse&) = delete;
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_CONCEPT_SET_H_
