#include "importers/extraction/pico_model.h"

#include <algorithm>
#include <string>

#include "core/document.h"
#include "core/text/ascii.h"
#include "importers/extraction/fact_readers.h"
#include "importers/extraction/study_facts.h"
#include "importers/extraction/study_text.h"
#include "models/shipped_models.h"

namespace claimgraph {
namespace {

const LinearModel* PicoModel(std::string_view name) { return ShippedModel(name, kPicoFeatures); }

// Calls add(begin, end) for each run of tokens that `is` holds of.
template <typename Is, typename Add>
void ForEachRun(std::size_t tokens, const Is& is, const Add& add) {
  for (std::size_t i = 0; i < tokens; ++i) {
    if (!is(i)) continue;
    const std::size_t begin = i;
    while (i < tokens && is(i)) ++i;
    add(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(i));
  }
}

// Stands alone wherever it is.
bool Separates(char c) {
  return c == '(' || c == ')' || c == '[' || c == ']' || c == ';' || c == '%' || c == '<' ||
         c == '>' || c == '"' || c == '?' || c == '{' || c == '}';
}

// Stands alone at the end of a word.
bool Trails(char c) { return c == ',' || c == ':' || c == '.'; }

}  // namespace

bool HasPicoModel() {
  return PicoModel("pico_first") != nullptr && PicoModel("pico_second") != nullptr;
}

void ReadPicoTokens(std::string_view text, std::uint32_t offset, std::vector<PicoToken>* tokens) {
  const auto add = [&](std::size_t begin, std::size_t end) {
    if (begin >= end) return;
    tokens->push_back(
        {{static_cast<std::uint32_t>(offset + begin), static_cast<std::uint32_t>(offset + end)},
         text.substr(begin, end - begin)});
  };
  std::size_t at = 0;
  while (at < text.size() && tokens->size() < kMostPicoTokens) {
    if (ascii::IsSpace(text[at])) {
      ++at;
      continue;
    }
    const bool opens = Trails(text[at]) && (at + 1 == text.size() || !ascii::IsDigit(text[at + 1]));
    if (opens || Separates(text[at])) {
      add(at, at + 1);
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && !ascii::IsSpace(text[end]) && !Separates(text[end])) {
      // "women,men" is three tokens, "1,204" one.
      const bool between = (text[end] == ',' || text[end] == ':') && end > at &&
                           end + 1 < text.size() && !ascii::IsDigit(text[end + 1]);
      if (between) break;
      ++end;
    }
    std::size_t word = end;
    while (word > at && Trails(text[word - 1])) --word;
    add(at, word);
    for (std::size_t i = word; i < end; ++i) add(i, i + 1);
    at = end;
  }
}

std::vector<PicoSpan> TagPico(std::span<const std::string_view> tokens) {
  std::vector<PicoSpan> spans;
  const LinearModel* first = PicoModel("pico_first");
  const LinearModel* second = PicoModel("pico_second");
  const bool usable = first && second && first->labels().size() == kPicoKinds &&
                      second->labels().size() == kPicoKinds;
  if (!usable || tokens.empty()) return spans;
  tokens = tokens.first(std::min(tokens.size(), kMostPicoTokens));
  PicoText text(tokens, PicoText::Extent::kAbstract);
  Features features;
  std::vector<float> scores;
  std::vector<PicoOdds> odds(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    text.FirstFeatures(i, &features);
    first->Score(features, &scores);
    std::ranges::copy(scores, odds[i].begin());
  }
  text.SetFirst(odds);
  std::vector<std::size_t> tags(tokens.size(), kPicoKinds);
  std::vector<float> mosts(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    text.SecondFeatures(i, &features);
    second->Score(features, &scores);
    const auto most = std::ranges::max_element(scores);
    mosts[i] = *most;
    if (*most > 0) tags[i] = static_cast<std::size_t>(most - scores.begin());
  }
  for (std::size_t i = 0; i < tags.size(); ++i) {
    if (tags[i] == kPicoKinds) continue;
    const std::size_t begin = i;
    float sum = mosts[i];
    while (i + 1 < tags.size() && tags[i + 1] == tags[begin]) sum += mosts[++i];
    spans.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(i + 1),
                     static_cast<PicoKind>(tags[begin]), sum / static_cast<float>(i + 1 - begin)});
  }
  return spans;
}

std::vector<std::uint8_t> CountedByRules(std::span<const std::string_view> tokens) {
  // The sentence as the second block of a document: behind a title that says nothing.
  Document document;
  document.text = "\n";
  std::vector<std::uint32_t> begins;
  for (const std::string_view token : tokens) {
    begins.push_back(static_cast<std::uint32_t>(document.text.size()));
    document.text += token;
    document.text += ' ';
  }
  const auto end = static_cast<std::uint32_t>(document.text.size());
  document.blocks.push_back({.kind = BlockKind::kHeading});
  document.blocks.push_back({.span = {1, end}});
  Sentence sentence;
  sentence.span = {1, end};
  sentence.block = 1;
  document.sentences.push_back(sentence);
  std::vector<Fact> found;
  FactList facts(&found);
  ReadCounts(StudyText(document), /*review=*/false, &facts);
  std::vector<std::uint8_t> sure(tokens.size());
  constexpr double kSteps[] = {kPartConfidence, kPhraseConfidence, kWordConfidence,
                               kNamedConfidence};
  for (const Fact& fact : found) {
    if (fact.kind != FactKind::kSampleSize) continue;
    const auto step = static_cast<std::uint8_t>(
        1 + (std::ranges::upper_bound(kSteps, fact.confidence - 0.001) - std::begin(kSteps)));
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const std::uint32_t last = begins[i] + static_cast<std::uint32_t>(tokens[i].size());
      if (begins[i] < fact.span.end && fact.span.begin < last) sure[i] = std::max(sure[i], step);
    }
  }
  return sure;
}

std::vector<PicoRange> FindSampleSizes(std::span<const std::string_view> tokens) {
  std::vector<PicoRange> sizes;
  const LinearModel* model = PicoModel("pico_size");
  if (model == nullptr) return sizes;
  tokens = tokens.first(std::min(tokens.size(), kMostPicoTokens));
  PicoText text(tokens, PicoText::Extent::kSentence);
  text.SetCounted(CountedByRules(tokens));
  Features features;
  std::vector<float> scores;
  std::vector<bool> is(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!text.MayBeSize(i)) continue;
    text.SizeFeatures(i, &features);
    model->Score(features, &scores);
    is[i] = scores[0] > 0;
  }
  ForEachRun(
      is.size(), [&](std::size_t i) { return is[i]; },
      [&](std::uint32_t begin, std::uint32_t end) { sizes.push_back({begin, end}); });
  return sizes;
}

}  // namespace claimgraph
