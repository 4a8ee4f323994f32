#include "importers/extraction/claim_sentence_model.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <unordered_set>

#include "core/text/ascii.h"
#include "importers/extraction/sentence_features.h"
#include "models/shipped_models.h"

namespace claimgraph {
namespace {

constexpr float kPlaceWeight = 1.5f;
constexpr std::size_t kLongWord = 4;  // letters, from which a word tells what it is about

// Words that announce what an abstract concludes.
constexpr std::array<std::string_view, 16> kConclusionWords = {
    "in conclusion",  "conclusion", "conclusions",    "we conclude",
    "thus",           "therefore",  "taken together", "these results",
    "these findings", "these data", "our results",    "our findings",
    "our data",       "suggest",    "overall",        "in summary"};

std::size_t CountConclusionWords(std::string_view lower) {
  std::size_t count = 0;
  for (const std::string_view words : kConclusionWords) {
    for (std::size_t at = lower.find(words); at != std::string_view::npos;
         at = lower.find(words, at + words.size())) {
      const bool begins = at == 0 || !ascii::IsWord(lower[at - 1]);
      const std::size_t end = at + words.size();
      count += begins && (end >= lower.size() || !ascii::IsWord(lower[end])) ? 1 : 0;
    }
  }
  return count;
}

std::unordered_set<FeatureHash> LongWords(std::string_view text) {
  std::unordered_set<FeatureHash> words;
  const ModelTokens tokens(text);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].word.size() >= kLongWord) words.insert(HashWord(tokens[i].word));
  }
  return words;
}

FeatureHash Fill(unsigned number, std::initializer_list<std::size_t> parts) {
  FeatureHash hash = number;
  for (const std::size_t part : parts) hash = Combine(hash, part);
  return hash;
}

}  // namespace

std::vector<Features> ClaimSentenceFeatures(std::string_view title,
                                            const std::vector<std::string_view>& sentences) {
  const std::size_t n = std::min(sentences.size(), kMostAbstractSentences);
  const std::unordered_set<FeatureHash> title_words = LongWords(title);
  std::vector<SentenceFeatures> read;
  std::vector<std::size_t> conclusion_words;
  read.reserve(n);
  for (std::size_t i = 0; i < n; ++i) {
    read.emplace_back(sentences[i]);
    conclusion_words.push_back(CountConclusionWords(ascii::Lowered(sentences[i])));
  }
  std::size_t later = 0;
  for (const std::size_t count : conclusion_words) later += count;

  std::vector<Features> all(n);
  for (std::size_t i = 0; i < n; ++i) {
    Features& features = all[i];
    for (const FeatureGroup group :
         {FeatureGroup::kWords, FeatureGroup::kPairs, FeatureGroup::kUses, FeatureGroup::kUsePairs,
          FeatureGroup::kUseChains, FeatureGroup::kSurface, FeatureGroup::kCues}) {
      read[i].AddTo(&features, group);
    }
    const std::size_t from_end = n - 1 - i;
    AddGroup({Fill(60, {std::min<std::size_t>(i, 4)}),
              Fill(61, {std::min<std::size_t>(from_end, 6)}), Fill(62, {10 * i / n}),
              Fill(63, {std::min<std::size_t>(from_end, 4), std::min<std::size_t>(n, 14) / 2}),
              Fill(64, {std::min<std::size_t>(n, 16)})},
             kPlaceWeight, 0, &features);
    // The same words at another distance from the end.
    const FeatureHash place = Fill(65, {std::min<std::size_t>(from_end, 3)});
    for (const FeatureGroup group :
         {FeatureGroup::kWords, FeatureGroup::kUses, FeatureGroup::kSurface}) {
      read[i].AddTo(&features, group, 0.6f, place);
    }
    for (const int side : {-1, 1}) {
      const FeatureHash salt = Fill(66, {static_cast<std::size_t>(side + 1)});
      const bool there = side < 0 ? i > 0 : i + 1 < n;
      if (!there) {
        features.Add(Combine(salt, 0));
        continue;
      }
      const SentenceFeatures& neighbour = read[side < 0 ? i - 1 : i + 1];
      neighbour.AddTo(&features, FeatureGroup::kUses, 0.7f, salt);
      neighbour.AddTo(&features, FeatureGroup::kWords, 0.5f, salt);
    }
    later -= conclusion_words[i];
    const std::size_t own = std::min<std::size_t>(2, conclusion_words[i]);
    const std::size_t behind = std::min<std::size_t>(2, later);
    std::size_t shared = 0;
    for (const FeatureHash word : LongWords(sentences[i])) shared += title_words.contains(word);
    const std::size_t fifths = 5 * shared / std::max<std::size_t>(1, title_words.size());
    AddGroup({Fill(67, {behind}), Fill(68, {own, behind}), Fill(69, {fifths})}, 1, 0, &features);
  }
  return all;
}

std::vector<double> ReadClaimSentences(std::string_view title,
                                       const std::vector<std::string_view>& sentences) {
  const LinearModel* model = ShippedModel("claim_sentences", kSentenceFeatures);
  if (!model || model->labels().size() != 2) return {};
  std::vector<double> claims;
  std::vector<float> scores;
  for (const Features& features : ClaimSentenceFeatures(title, sentences)) {
    model->Score(features, &scores);
    model->MakeProbabilities(&scores);
    claims.push_back(scores[1]);
  }
  claims.resize(sentences.size());
  return claims;
}

}  // namespace claimgraph
