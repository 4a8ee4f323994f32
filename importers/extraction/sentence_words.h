// Words as the learned models of language see them: a stem and classes of use.
//
// The classes are fine-grained and a word may have several ("reduced" is a verb of
// decrease and a comparative): a model weighs them, nothing else asks them.  They are
// kept apart from the cues that rules ask (cues.h), whose meaning is fixed by tests;
// change a row here and the models must be trained again.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_SENTENCE_WORDS_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_SENTENCE_WORDS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace claimgraph {

enum class WordClass : std::uint8_t {
  kNone,
  // Verbs, known by their stem; each has an inflection as well.
  kCause,
  kDown,
  kUp,
  kHarm,
  kAffect,
  kEnable,
  kAssociate,
  kReport,
  kMethod,
  kNeed,
  kHave,
  // Words as they stand.
  kMay,
  kCan,
  kWould,
  kShould,
  kHedge,
  kNegation,
  kAssociation,
  kRisk,
  kFactor,
  kEffect,
  kEffective,
  kComparison,
  kSignificant,
  kFuture,
  kStudy,
  kSource,
  kTreatment,
  kPeople,
  kWe,
  kPronoun,
  kRelative,
  kCondition,
  kSubordinate,
  kNew,
  kTime,
  kConclude,
  kBackground,
  kAim,
  kDesign,
};

enum class Inflection : std::uint8_t { kNone, kBase, kThird, kPast, kGerund };

// One use of a word.
struct WordUse {
  WordClass of = WordClass::kNone;
  Inflection inflection = Inflection::kNone;  // of verbs
  bool operator==(const WordUse&) const = default;
};

struct WordUses {
  std::array<WordUse, 4> uses{};
  std::size_t count = 0;
  const WordUse* begin() const { return uses.data(); }
  const WordUse* end() const { return uses.data() + count; }
  bool Has(WordClass c) const {
    for (const WordUse& use : *this) {
      if (use.of == c) return true;
    }
    return false;
  }
};

// `word`: lower case.  The same for all who ask; safe from several threads.
WordUses UsesOf(std::string_view word);
Inflection InflectionOf(std::string_view word);
bool IsFunctionWord(std::string_view word);

// "increasing" and "increased" as "increas": only the endings of verbs and plurals go.
std::string VerbStem(std::string_view word);

// What stands for a word whose own letters do not matter: itself if it is a function
// word, its first class, "0" for a number, its ending ("-tion"), or "x".
std::string WordShape(std::string_view word);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_SENTENCE_WORDS_H_
