// A mention's words are not known, only its last; so the scores of all pairs of words in
// two stretches are added up, and the stretches compete.

#include "importers/extraction/relation_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <functional>

#include "models/shipped_models.h"

namespace claimgraph {
namespace {

// A mention reaches left over words that are not likely to end one themselves.
constexpr double kEndsAnother = 0.6;
constexpr std::size_t kMostMentionWords = 7;

using LabelScores = std::array<float, kRelationLabels>;  // by IndexOf

// Words [begin, end].
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool Meets(Stretch other) const { return begin <= other.end && other.begin <= end; }
};

Stretch StretchOf(const RelationSentence& sentence, std::size_t word, std::size_t not_before) {
  const std::vector<RelationWord>& words = sentence.read.words;
  const std::size_t first =
      std::max<std::size_t>(not_before, sentence.read.chunks[words[word].chunk].begin);
  Stretch stretch{word, word};
  while (stretch.begin > first && word - stretch.begin + 1 < kMostMentionWords) {
    const std::size_t k = stretch.begin - 1;
    const char tag = words[k].tag;
    const bool named = tag == 'O' || tag == 'J' || tag == 'N' || tag == 'G';
    if (words[k].sign || !named || sentence.mentions[k].probability >= kEndsAnother) break;
    stretch.begin = k;
  }
  return stretch;
}

// The probability of each label for each pair; 0 for labels that are out of question.
std::vector<LabelScores> ScorePairs(const RelationSentence& sentence,
                                    const std::vector<MentionPair>& pairs,
                                    const RelationModels& models) {
  const LinearModel& model = *models.relations;
  std::vector<LabelScores> all(pairs.size());
  Features features;
  std::vector<float> base;
  std::vector<float> score;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const PairReader pair(sentence, pairs[i]);
    features.Clear();
    pair.AddPair(&features);
    features.MakeBinary();
    model.Score(features, &base);
    base[0] -= model.labels()[0].bias;  // counted with the label
    all[i] = {};
    for (const RelationLabel label : pair.Labels(*models.labels)) {
      features.Clear();
      pair.AddLabel(label, &features);
      features.MakeBinary();
      model.Score(features, &score);
      all[i][IndexOf(label)] = 1 / (1 + std::exp(-(base[0] + score[0])));
    }
  }
  return all;
}

struct Found {
  double score = 0;
  Stretch first{};
  Stretch second{};
  std::size_t label = 0;
};

std::vector<Found> Decode(const RelationSentence& sentence, const std::vector<MentionPair>& pairs,
                          const std::vector<LabelScores>& scores) {
  const std::vector<RelationWord>& words = sentence.read.words;
  const std::size_t n = words.size();
  std::vector<std::uint32_t> at(n * n);  // 1 + index of the pair
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    at[pairs[i].first * n + pairs[i].second] = static_cast<std::uint32_t>(i + 1);
  }
  std::vector<Found> found;
  for (const MentionPair& pair : pairs) {
    const bool same = words[pair.first].chunk == words[pair.second].chunk;
    Found best{.first = StretchOf(sentence, pair.first, 0),
               .second = StretchOf(sentence, pair.second, same ? pair.first + 1 : 0)};
    LabelScores sums{};
    for (std::size_t x = best.first.begin; x <= best.first.end; ++x) {
      for (std::size_t y = best.second.begin; y <= best.second.end; ++y) {
        const std::uint32_t i = at[x * n + y];
        if (i == 0) continue;
        for (std::size_t l = 0; l < sums.size(); ++l) sums[l] += scores[i - 1][l];
      }
    }
    for (std::size_t l = 0; l < sums.size(); ++l) {
      if (double{sums[l]} <= best.score) continue;
      best.score = double{sums[l]};
      best.label = l;
    }
    if (best.score >= kRelationThreshold) found.push_back(best);
  }
  std::ranges::stable_sort(found, std::ranges::greater(), &Found::score);
  std::vector<Found> kept;
  for (const Found& f : found) {
    const bool taken = std::ranges::any_of(
        kept, [&f](const Found& k) { return k.first.Meets(f.first) && k.second.Meets(f.second); });
    if (!taken) kept.push_back(f);
  }
  return kept;
}

}  // namespace

bool IsClinical(Predicate predicate) {
  switch (predicate) {
    case Predicate::kAffects:
    case Predicate::kAssociatedWith:
    case Predicate::kAugments:
    case Predicate::kCauses:
    case Predicate::kComplicates:
    case Predicate::kDisrupts:
    case Predicate::kInhibits:
    case Predicate::kPredisposes:
    case Predicate::kPrevents:
    case Predicate::kProduces:
    case Predicate::kStimulates:
    case Predicate::kTreats:
      return true;
    default:
      return false;
  }
}

void ReadMentions(const LinearModel& model, RelationSentence* sentence) {
  Features features;
  std::vector<float> scores;
  for (const std::size_t i : MentionCandidates(*sentence)) {
    MentionFeatures(*sentence, i, &features);
    model.Score(features, &scores);
    sentence->mentions[i] = MentionOf(scores);
  }
}

std::vector<Relation> ReadRelations(std::string_view sentence, const RelationModels& models) {
  RelationSentence read = ReadRelationSentence(sentence, models.words);
  ReadMentions(*models.mentions, &read);
  const std::vector<MentionPair> pairs = PairsOf(read);
  const std::vector<LabelScores> scores = ScorePairs(read, pairs, models);
  std::vector<Relation> relations;
  for (const Found& f : Decode(read, pairs, scores)) {
    const auto span = [&](Stretch s) {
      return TextSpan{read.read.words[s.begin].span.begin, read.read.words[s.end].span.end};
    };
    const bool inverse = f.label % 2 == 1;
    relations.push_back({span(inverse ? f.second : f.first),
                         NameOf(static_cast<Predicate>(f.label / 2)),
                         span(inverse ? f.first : f.second), std::min(1.0, f.score)});
  }
  return relations;
}

std::vector<Relation> ReadRelations(std::string_view sentence) {
  const RelationModels models{{ShippedModel("mention_type", kRelationFeatures),
                               ShippedModel("mention_names", kRelationFeatures)},
                              ShippedModel("mentions", kRelationFeatures),
                              ShippedModel("relation_labels", kRelationFeatures),
                              ShippedModel("relations", kRelationFeatures)};
  if (!models.words.types || !models.words.names || !models.mentions || !models.labels ||
      !models.relations || models.mentions->labels().size() != kMentionGroups ||
      models.labels->labels().size() != kRelationLabels) {
    return {};
  }
  return ReadRelations(sentence, models);
}

}  // namespace claimgraph
