// The words of a sentence as the relation model sees them: tags, noun groups, indicators.
//
// A tag is one letter, given by rules from closed lists, endings and the words beside it;
// it is right often enough to find noun groups and verbs, and no more is asked of it.  An
// indicator is a word that tells a predicate ("inhibit": INHIBITS, "due to": CAUSES); its
// table is that of SemRep's rules (Kilicoglu et al., BMC Bioinformatics 2020).
//
// Linear: read are the first kMostRelationWords words.  English only.  The models were
// trained on what is said here: change a rule and train again (kRelationFeatures).
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_RELATION_WORDS_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_RELATION_WORDS_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/features.h"
#include "core/span.h"

namespace claimgraph {

inline constexpr std::size_t kMostRelationWords = 120;
inline constexpr std::uint32_t kNoChunk = 0xffffffff;

// In the order of their names; those of SemRep that sentences of abstracts state.
enum class Predicate : std::uint8_t {
  kAdministeredTo, kAffects, kAssociatedWith, kAugments, kCauses, kCoexistsWith, kComplicates,
  kConvertsTo, kDiagnoses, kDisrupts, kInhibits, kInteractsWith, kIsa, kLocationOf,
  kManifestationOf, kMethodOf, kPartOf, kPrecedes, kPredisposes, kPrevents, kProcessOf,
  kProduces, kStimulates, kTreats, kUses,
  kCount,
};
inline constexpr std::size_t kPredicates = static_cast<std::size_t>(Predicate::kCount);
std::string_view NameOf(Predicate predicate);  // "TREATS"

enum class IndicatorKind : std::uint8_t { kVerb, kNoun, kAdjective, kParticiple, kPreposition };

// "treated" with the cue "by" says TREATS, the other way round.
struct Indicator {
  Predicate predicate = Predicate::kCount;
  bool inverse = false;
  IndicatorKind kind = IndicatorKind::kVerb;
  std::string_view cue{};  // the preposition that must follow; "" for none
};

// `word`: lower case, as it stands or its base form.  Safe from several threads.
std::span<const Indicator> IndicatorsOf(std::string_view word);

enum class WordShape : std::uint8_t { kLower, kCapital, kUpper, kDigit, kMixed };

struct RelationWord {
  TextSpan span{};       // bytes of the sentence
  std::string lower{};
  std::string stem{};    // without the plural's ending
  std::string lemma{};   // of a verb its base form, else the stem
  FeatureHash lower_hash = 0;
  FeatureHash stem_hash = 0;
  FeatureHash lemma_hash = 0;
  // Determiner D, preposition I, conjunction C, pronoun P, auxiliary A, adverb R or W,
  // verb V, participle N, gerund G, adjective J, number M, noun O, sign X.
  char tag = 'X';
  WordShape shape = WordShape::kLower;
  bool small = false;    // has letters, none of them a capital
  bool letters = false;  // begins with a letter
  bool sign = false;     // begins with neither letter nor digit
  std::uint32_t chunk = kNoChunk;
};

// The words [begin, end) of a noun group, without its determiner.
struct WordChunk {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct RelationWords {
  std::vector<RelationWord> words{};
  std::vector<WordChunk> chunks{};
};

RelationWords ReadRelationWords(std::string_view sentence);

// Of a word in lower case.
std::string SingularOf(std::string_view word);
bool IsBeing(std::string_view word);
bool IsHelpVerb(std::string_view word);
bool IsPreposition(std::string_view word);
bool IsConjunction(std::string_view word);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_RELATION_WORDS_H_
