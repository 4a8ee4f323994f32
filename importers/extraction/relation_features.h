// What the relation model's three stages see of a sentence.
//
//   a word alone            -> its type, by the names of MeSH descriptors
//   a word in its sentence  -> whether a mention ends with it, and of which group
//   two mentions, a label   -> whether the label holds between them
//
// A label is a predicate and a direction; a pair is scored with each label that the
// groups of its mentions allow, by one model for all labels: what "due to" tells of
// causes it need not learn again for each predicate.
//
// Method: Kilicoglu et al. (BMC Bioinformatics 2020) for predicates, their groups and
// indicators; learned weights stand where SemRep has UMLS and a parser.
//
// Bounded: kMostRelationWords words, kMostRelationPairs pairs, kMostMentionDistance words
// between the two of a pair.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_RELATION_FEATURES_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_RELATION_FEATURES_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/features.h"
#include "core/model/linear_model.h"
#include "importers/extraction/relation_indicators.h"
#include "importers/extraction/relation_words.h"

namespace claimgraph {

// The version of all that is here and in relation_words.h.
inline constexpr std::uint32_t kRelationFeatures = 1;
inline constexpr std::size_t kMostRelationPairs = 2000;
inline constexpr std::size_t kMostMentionDistance = 30;
inline constexpr double kLeastMention = 0.12;  // probability of a mention to make a pair

enum class MentionGroup : std::uint8_t {
  kNone,
  kAnatomy,
  kCell,
  kChemical,
  kDiagnosis,
  kDisease,
  kFinding,
  kFunction,
  kGene,
  kHuman,
  kNeoplasm,
  kOrganism,
  kTherapy,
  kCount,
};
inline constexpr std::size_t kMentionGroups = static_cast<std::size_t>(MentionGroup::kCount);
extern const std::array<std::string_view, kMentionGroups> kMentionGroupNames;

// What the words of a name's last word say it is.
struct WordType {
  std::vector<float> odds{};    // probability of each label of the model, one against the rest
  FeatureHash best = 0;         // 0 where none is likely
  std::uint8_t name_words = 0;  // of the name in the sentence that covers the word
  bool name_end = false;        // which ends here
  bool names_end = false;       // names of several words end with this one
};

struct Mention {
  double probability = 0;                     // that a mention ends with this word
  MentionGroup group = MentionGroup::kNone;   // the likeliest
  MentionGroup second = MentionGroup::kNone;  // the next where it is likely, else the first
  std::array<float, kMentionGroups> odds{};   // of the groups if it is a mention; sums to 1
};

struct RelationSentence {
  RelationWords read{};
  std::vector<WordType> types{};    // by word
  std::vector<Mention> mentions{};  // by word
};

struct RelationLabel {
  Predicate predicate = Predicate::kCount;
  bool inverse = false;  // the second mention is the subject
  bool operator==(const RelationLabel&) const = default;
};

inline constexpr std::size_t kRelationLabels = 2 * kPredicates;
constexpr std::size_t IndexOf(RelationLabel label) {
  return 2 * static_cast<std::size_t>(label.predicate) + (label.inverse ? 1 : 0);
}
inline constexpr std::uint32_t kLabelBits = 8;

struct MentionPair {
  std::size_t first = 0;  // words
  std::size_t second = 0;
};

// What is known of words out of context.
struct WordModels {
  const LinearModel* types = nullptr;
  // A set of names, and of their last words: each of its features weighs 1 where it is in
  // (Bloom, CACM 1970).
  const LinearModel* names = nullptr;
};

// `word`: in lower case and singular, the last of a name.
void TypeFeatures(std::string_view word, Features* features);

enum class NamePart : std::uint8_t { kWhole, kLast };
inline constexpr std::size_t kMostNameWords = 6;
// Of a name in WordModels::names; `words`: HashName of its words.
void NameFeatures(NamePart part, FeatureHash words, Features* features);
// Of the words [begin, end).
FeatureHash HashName(const std::vector<RelationWord>& words, std::size_t begin, std::size_t end);

// Cuts the sentence and asks `models` of its words; without mentions.
RelationSentence ReadRelationSentence(std::string_view sentence, const WordModels& models);

// The words that can end a mention.
std::vector<std::size_t> MentionCandidates(const RelationSentence& sentence);
void MentionFeatures(const RelationSentence& sentence, std::size_t word, Features* features);
// `scores`: log odds by group.
Mention MentionOf(std::span<const float> scores);

std::vector<MentionPair> PairsOf(const RelationSentence& sentence);

// One pair; refers to the sentence.
class PairReader {
 public:
  PairReader(const RelationSentence& sentence, MentionPair pair);

  // What `seen` has seen of such groups, what they allow, and what is seldom meant but
  // evoked by an indicator.
  // `seen`: a model whose labels are those of IndexOf, above 0 for those that occur.
  std::vector<RelationLabel> Labels(const LinearModel& seen) const;
  // What `seen` is asked; one bucket for each value.
  void LabelFeatures(MentionGroup first, MentionGroup second, Features* features) const;
  // The same for all labels.
  void AddPair(Features* features) const;
  void AddLabel(RelationLabel label, Features* features) const;

 private:
  struct Step {
    char kind = 0;  // N noun group, V verb, w other word, sign
    std::size_t word = 0;
    std::string_view name{};
  };
  struct Evidence {
    FeatureHash where = 0;   // exactly
    FeatureHash place = 0;   // roughly
    std::string_view cue{};  // the preposition that follows
    std::size_t word = 0;
    std::span<const Indicator> told{};       // by the word as it stands
    std::span<const Indicator> base_told{};  // by its base form
  };

  const RelationWord& Word(std::size_t i) const { return sentence_.read.words[i]; }
  void ReadPath();
  void Collapse();
  void ReadEvidence();
  void ReadEvidenceWithin();
  void ReadPattern();
  void ReadConjoined();
  FeatureHash IsaPattern() const;
  void AddWithin(Features* features) const;
  void AddPath(Features* features) const;
  void AddOdds(RelationLabel label, Features* features) const;
  void AddIndicators(RelationLabel label, bool allowed, Features* features) const;
  std::string_view GroupAt(std::size_t word) const;
  std::size_t Governor() const;

  const RelationSentence& sentence_;
  std::size_t i_;
  std::size_t j_;
  WordChunk chunk_i_;
  WordChunk chunk_j_;
  bool same_ = false;  // chunk
  char heads_ = 0;     // whether each ends its chunk
  std::vector<Step> path_{};
  std::vector<std::string_view> collapsed_{};
  std::vector<std::string_view> prepositions_{};
  std::vector<Evidence> evidence_{};
  FeatureHash pattern_ = 0;
  FeatureHash isa_ = 0;
  std::vector<FeatureHash> conjoined_{};  // with the label
  std::vector<FeatureHash> compared_{};   // with whether both are of one group
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_RELATION_FEATURES_H_
