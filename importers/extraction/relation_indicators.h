// Words that tell a relation: "inhibit" tells INHIBITS, "due to" CAUSES.
//
// The table is that of SemRep's rules (Kilicoglu et al., BMC Bioinformatics 2020), single
// words of it.  Whether one is meant is for the relation model to say (relation_features.h),
// which was trained with this table: change a row and train again (kRelationFeatures).
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_RELATION_INDICATORS_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_RELATION_INDICATORS_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

namespace claimgraph {

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

// The words that are indicators as verbs, each once, in no order.
void ForEachIndicatorVerb(const std::function<void(std::string_view)>& visit);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_RELATION_INDICATORS_H_
