#include "importers/linking/stance_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <initializer_list>
#include <numeric>
#include <span>
#include <string>
#include <utility>

#include "importers/extraction/comparison_words.h"
#include "models/shipped_models.h"

namespace claimgraph {
namespace {

using Hint = ComparisonCue;
using Words = std::vector<ComparisonWord>;  // no signs

// ------------------------------------------------------------------- sets

// Sorted, each once.
template <typename T>
void MakeSet(std::vector<T>* items) {
  std::ranges::sort(*items);
  items->erase(std::unique(items->begin(), items->end()), items->end());
}

template <typename T>
bool Has(const std::vector<T>& set, const T& item) {
  return std::ranges::binary_search(set, item);
}

template <typename T>
double Shared(const std::vector<T>& a, const std::vector<T>& b) {
  return static_cast<double>(std::ranges::count_if(a, [&](const T& item) { return Has(b, item); }));
}

double Share(double part, std::size_t whole) {
  return part / static_cast<double>(std::max<std::size_t>(1, whole));
}

using Hashes = std::vector<FeatureHash>;
using HashPairs = std::vector<std::pair<FeatureHash, FeatureHash>>;

// ------------------------------------------------------------------ words

// +1 of more and better, -1 of less and worse.
int PolarityOf(Hint cue) {
  switch (cue) {
    case Hint::kUp:
    case Hint::kGood:
      return 1;
    case Hint::kDown:
    case Hint::kBad:
      return -1;
    default:
      return 0;
  }
}

// What a result is about, rather than what the result is.
bool IsTopic(Hint cue) {
  return cue == Hint::kNone || cue == Hint::kTime || cue == Hint::kGroups || cue == Hint::kCause;
}

Words WordsOf(std::string_view text) {
  Words words = ReadComparisonWords(text);
  std::erase_if(words, [](const ComparisonWord& w) { return w.kind == ComparisonKind::kSign; });
  return words;
}

FeatureHash WordFeature(const ComparisonWord& w) { return Combine(w.hash, 0); }

// A text with what is asked of it often.
struct Text {
  explicit Text(Words of_text) : words(std::move(of_text)) {
    const ComparisonWord* last = nullptr;
    for (const ComparisonWord& w : words) {
      if (w.kind == ComparisonKind::kNumber) numbers.push_back(w.hash);
      if (!w.content) continue;
      stems.push_back(w.hash);
      if (last) pairs.emplace_back(last->hash, w.hash);
      last = &w;
    }
    MakeSet(&stems);
    MakeSet(&pairs);
    MakeSet(&numbers);
  }
  explicit Text(std::string_view text) : Text(WordsOf(text)) {}

  Words words;
  Hashes stems{};     // of content words
  HashPairs pairs{};  // of content words in a row
  Hashes numbers{};
};

bool AnyNegation(const Words& words, std::size_t before, std::size_t reach) {
  for (std::size_t i = before - std::min(before, reach); i < before; ++i) {
    if (words[i].cue == Hint::kNegation) return true;
  }
  return false;
}

// The polarity of the word at `i`, turned by each negation among the `reach` before it.
int PolarityAt(const Words& words, std::size_t i, std::size_t reach) {
  int sign = PolarityOf(words[i].cue);
  for (std::size_t k = i - std::min(i, reach); sign != 0 && k < i; ++k) {
    if (words[k].cue == Hint::kNegation) sign = -sign;
  }
  return sign;
}

// "No difference", by itself or because a result is denied.
bool IsNull(Hint cue) {
  return cue == Hint::kSame || cue == Hint::kLargeP || cue == Hint::kIntervalCrosses;
}

struct Denial {
  bool negated = false;
  bool null = false;
};

Denial DenialOf(const Words& words) {
  constexpr std::size_t kReach = 4;
  Denial denial;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Hint cue = words[i].cue;
    if (cue == Hint::kNegation) denial.negated = true;
    const bool result = cue == Hint::kSignificant || cue == Hint::kDifference ||
                        cue == Hint::kEffect || cue == Hint::kCause || PolarityOf(cue) != 0;
    if (IsNull(cue) || (result && AnyNegation(words, i, kReach))) denial.null = true;
  }
  return denial;
}

// ------------------------------------------------------------------ claim

class ClaimText {
 public:
  ClaimText(std::string_view claim, const LinearModel& rarity) : text_(FirstWords(claim)) {
    most_ = std::max(1e-6f, rarity.labels().empty() ? 0 : rarity.labels()[0].bias);
    for (const ComparisonWord& w : text_.words) {
      if (w.content) stems_.push_back({w.hash, WordFeature(w), IsTopic(w.cue), w.stem});
    }
    // Of equal stems the one that is a topic first, which stays.
    std::ranges::sort(stems_, [](const Stem& a, const Stem& b) {
      return std::pair(a.hash, !a.topic) < std::pair(b.hash, !b.topic);
    });
    stems_.erase(std::unique(stems_.begin(), stems_.end(),
                             [](const Stem& a, const Stem& b) { return a.hash == b.hash; }),
                 stems_.end());
    Features one;
    std::vector<float> score;
    for (Stem& stem : stems_) {
      one.Clear();
      one.Add(stem.feature);
      rarity.Score(one, &score);
      stem.rarity = score.empty() ? 0 : std::max(0.0f, score[0]);
    }
    denial_ = DenialOf(text_.words);
  }

  struct Stem {
    FeatureHash hash = 0;
    FeatureHash feature = 0;
    bool topic = false;
    std::string letters{};
    double rarity = 0;
  };

  const Text& text() const { return text_; }
  const Words& words() const { return text_.words; }
  const std::vector<Stem>& stems() const { return stems_; }
  const Denial& denial() const { return denial_; }
  double most_rarity() const { return most_; }

  // How much of the claim's content is among `stems`, rare words counting more.
  double Coverage(const Hashes& stems, bool of_topic) const {
    double all = 0;
    double covered = 0;
    for (const Stem& stem : stems_) {
      if (of_topic && !stem.topic) continue;
      all += stem.rarity;
      if (Has(stems, stem.hash)) covered += stem.rarity;
    }
    return all > 0 ? covered / all : 0;
  }

  struct Missing {
    double count = 0;
    double most = 0;  // how rare the rarest is, from 0 to 1
  };
  Missing MissingFrom(const Hashes& stems) const {
    Missing missing;
    for (const Stem& stem : stems_) {
      if (!stem.topic || Has(stems, stem.hash)) continue;
      ++missing.count;
      missing.most = std::max(missing.most, stem.rarity / most_);
    }
    return missing;
  }

 private:
  static Words FirstWords(std::string_view claim) {
    Words words = WordsOf(claim);
    if (words.size() > kMostClaimWords) words.resize(kMostClaimWords);
    return words;
  }

  Text text_;
  std::vector<Stem> stems_{};
  Denial denial_{};
  double most_ = 0;
};

// --------------------------------------------------------------- features

// Which text of an abstract is looked at.
enum class Part : std::uint8_t { kBest, kTop, kTitle, kLast, kWhole };

enum class Template : std::uint8_t {
  kCoverage, kTopicCoverage, kCoverageBin, kTopicBin, kPairs, kRarestMissing, kPrecision, kLength,
  kNumbersFound, kNumbersMissing, kAgree, kOppose, kAbsent, kSame, kAntonym, kAlignment,
  kAlignmentNegations, kAlignmentCoverage, kNegation, kNegationNull, kCueStems, kCues,
  kCuesOfText, kCuesOfClaim, kTitleCoverage, kAllCoverage, kAllBin, kTitleBin, kMissing,
  kMissingRarest, kSentences, kClaimLength, kBestAt, kAllNumbersFound, kAllNumbersMissing,
};

// Values of one-hot features; a whole abstract's rows are not scaled afterwards.
constexpr double kBin = 0.5;
constexpr double kFlag = 0.7;
constexpr double kSingleCue = 0.3;

class Adder {
 public:
  Adder(Part part, Features* to)
      : prefix_(Combine(HashWord("stance"), static_cast<FeatureHash>(part))), to_(to) {}

  void Add(Template t, double value, std::initializer_list<FeatureHash> parts = {}) const {
    if (value == 0) return;
    FeatureHash hash = Combine(prefix_, static_cast<FeatureHash>(t));
    for (const FeatureHash part : parts) hash = Combine(hash, part);
    to_->Add(hash, static_cast<float>(value));
  }

 private:
  FeatureHash prefix_;
  Features* to_;
};

FeatureHash BinOf(double share) {
  constexpr int kBins = 6;
  return static_cast<FeatureHash>(std::clamp(share, 0.0, 0.999) * kBins);
}

double Capped(double value, double most) { return std::min(value, most) / most; }

void AddCoverage(const ClaimText& claim, const Text& text, const Adder& to) {
  constexpr double kLongText = 60;
  const double all = claim.Coverage(text.stems, false);
  const double topic = claim.Coverage(text.stems, true);
  to.Add(Template::kCoverage, all);
  to.Add(Template::kTopicCoverage, topic);
  to.Add(Template::kCoverageBin, kBin, {BinOf(all)});
  to.Add(Template::kTopicBin, kBin, {BinOf(topic)});
  to.Add(Template::kPairs,
         Share(Shared(claim.text().pairs, text.pairs), claim.text().pairs.size()));
  to.Add(Template::kRarestMissing, claim.MissingFrom(text.stems).most);
  to.Add(Template::kPrecision, Share(Shared(claim.text().stems, text.stems), text.stems.size()));
  to.Add(Template::kLength, Capped(static_cast<double>(text.words.size()), kLongText));
  if (!claim.text().numbers.empty()) {
    const bool found = Shared(claim.text().numbers, text.numbers) > 0;
    to.Add(found ? Template::kNumbersFound : Template::kNumbersMissing, kBin);
  }
}

// Of the claim's words of more and less: how many the text agrees with, opposes, and says
// nothing about near the same words.
struct Alignment {
  int agree = 0;
  int oppose = 0;
  int absent = 0;
  int same = 0;  // the very word is there
};

Alignment Align(const Words& claim, const Words& text) {
  constexpr std::size_t kClaimReach = 5;
  constexpr std::size_t kTextReach = 6;
  constexpr std::size_t kClaimNegation = 3;
  constexpr std::size_t kTextNegation = 5;
  std::vector<std::pair<FeatureHash, std::size_t>> places;
  std::vector<int> polarity(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    places.emplace_back(text[i].hash, i);
    polarity[i] = PolarityAt(text, i, kTextNegation);
  }
  std::ranges::sort(places);
  const auto places_of = [&](FeatureHash stem) {
    const auto from = std::ranges::lower_bound(places, std::pair(stem, std::size_t{0}));
    const auto to =
        std::find_if(from, places.end(), [&](const auto& place) { return place.first != stem; });
    return std::span(from, to);
  };
  Alignment found;
  for (std::size_t i = 0; i < claim.size(); ++i) {
    const int sign = PolarityAt(claim, i, kClaimNegation);
    if (sign == 0) continue;
    if (!places_of(claim[i].hash).empty()) ++found.same;
    double votes = 0;
    bool seen = false;
    for (std::size_t near = i - std::min(i, kClaimReach);
         near < std::min(claim.size(), i + kClaimReach + 1); ++near) {
      if (!claim[near].content || PolarityOf(claim[near].cue) != 0) continue;
      for (const auto& [stem, at] : places_of(claim[near].hash)) {
        for (std::size_t k = at - std::min(at, kTextReach);
             k < std::min(text.size(), at + kTextReach + 1); ++k) {
          if (polarity[k] == 0) continue;
          const double distance = static_cast<double>(k > at ? k - at : at - k);
          votes += sign * polarity[k] / (1 + distance);
          seen = true;
        }
      }
    }
    ++(!seen ? found.absent : votes > 0 ? found.agree : found.oppose);
  }
  return found;
}

// "dependent" here, "independent" there.
bool HasAntonym(const ClaimText& claim, const Text& text) {
  constexpr std::array<std::string_view, 7> kPrefixes = {"in",  "un", "de", "dis",
                                                         "non", "ir", "im"};
  const auto turns = [&](const ComparisonWord& w, const Hashes& here, const Hashes& there) {
    return std::ranges::any_of(kPrefixes, [&](std::string_view prefix) {
      const FeatureHash turned = HashWord(std::string(prefix) + w.stem);
      return Has(there, turned) && !Has(here, turned);
    });
  };
  const auto any = [&](const Words& words, const Hashes& here, const Hashes& there) {
    return std::ranges::any_of(words, [&](const ComparisonWord& w) {
      return w.content && w.kind == ComparisonKind::kWord && turns(w, here, there);
    });
  };
  return any(claim.words(), claim.text().stems, text.stems) ||
         any(text.words, text.stems, claim.text().stems);
}

void AddAlignment(const ClaimText& claim, const Text& text, const Adder& to) {
  const Alignment found = Align(claim.words(), text.words);
  to.Add(Template::kAgree, Capped(found.agree, 2));
  to.Add(Template::kOppose, Capped(found.oppose, 2));
  to.Add(Template::kAbsent, Capped(found.absent, 2));
  to.Add(Template::kSame, Capped(found.same, 2));
  if (HasAntonym(claim, text)) to.Add(Template::kAntonym, 1);
  const FeatureHash both = (found.agree > 0 ? 1u : 0u) + (found.oppose > 0 ? 2u : 0u);
  const bool negated = DenialOf(text.words).negated;
  const FeatureHash third = BinOf(claim.Coverage(text.stems, true)) / 2;
  to.Add(Template::kAlignment, kFlag, {both});
  to.Add(Template::kAlignmentNegations, kFlag, {both, claim.denial().negated, negated});
  to.Add(Template::kAlignmentCoverage, kFlag, {both, third});
}

// Negation near words of the claim.
void AddNegation(const ClaimText& claim, const Text& text, const Adder& to) {
  constexpr std::size_t kBefore = 3;
  constexpr std::size_t kAfter = 6;
  constexpr FeatureHash kMost = 2;
  const Words& words = text.words;
  FeatureHash near = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].cue != Hint::kNegation && !IsNull(words[i].cue)) continue;
    FeatureHash here = 0;
    for (std::size_t k = i - std::min(i, kBefore); k < std::min(words.size(), i + kAfter); ++k) {
      here += words[k].content && words[k].cue != Hint::kNegation &&
              Has(claim.text().stems, words[k].hash);
    }
    near = std::max(near, here);
  }
  near = std::min(near, kMost);
  const Denial& denial = claim.denial();
  to.Add(Template::kNegation, kFlag, {denial.negated, near});
  to.Add(Template::kNegationNull, kFlag, {denial.negated, denial.null, near > 0});
}

// The cues of the claim with those of the text.
void AddCues(const ClaimText& claim, const Text& text, const Adder& to) {
  struct Found {
    Hashes stems{};
    Hashes cues{};
  };
  const auto find = [](const Words& words) {
    Found found;
    for (const ComparisonWord& w : words) {
      if (w.cue == Hint::kNone) continue;
      found.stems.push_back(w.hash);
      found.cues.push_back(static_cast<FeatureHash>(w.cue));
    }
    MakeSet(&found.stems);
    MakeSet(&found.cues);
    return found;
  };
  const auto cross = [&](Template t, const Hashes& a, const Hashes& b) {
    const double value = 1 / std::sqrt(std::max(1.0, static_cast<double>(a.size() * b.size())));
    for (const FeatureHash of_claim : a) {
      for (const FeatureHash of_text : b) to.Add(t, value, {of_claim, of_text});
    }
  };
  const Found in_claim = find(claim.words());
  const Found in_text = find(text.words);
  cross(Template::kCueStems, in_claim.stems, in_text.stems);
  cross(Template::kCues, in_claim.cues, in_text.cues);
  for (const FeatureHash cue : in_text.cues) to.Add(Template::kCuesOfText, kSingleCue, {cue});
  for (const FeatureHash cue : in_claim.cues) to.Add(Template::kCuesOfClaim, kSingleCue, {cue});
}

// -------------------------------------------------------------- sentences

// The sentences that tell most about the claim, best first: those that have its words;
// among equals those at the end and those that tell a result.
std::vector<std::size_t> Rank(const ClaimText& claim, const std::vector<Text>& sentences) {
  std::vector<double> scores;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const Text& s = sentences[i];
    double score = claim.Coverage(s.stems, false);
    if (i + 2 >= sentences.size()) score += 0.05;
    if (std::ranges::any_of(s.words, [](const ComparisonWord& w) {
          return PolarityOf(w.cue) != 0 || w.cue == Hint::kSignificant ||
                 w.cue == Hint::kDifference || w.cue == Hint::kEffect;
        })) {
      score += 0.05;
    }
    if (Shared(claim.text().pairs, s.pairs) > 0) score += 0.02;
    scores.push_back(score);
  }
  std::vector<std::size_t> order(sentences.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order,
                           [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
  return order;
}

void AddWhole(const ClaimText& claim, const Text& title, const std::vector<Text>& sentences,
              std::size_t best, const Adder& to) {
  constexpr double kManyMissing = 3;
  constexpr double kManySentences = 20;
  constexpr double kLongClaim = 30;
  Hashes all = title.stems;
  Hashes numbers;
  for (const Text& s : sentences) {
    all.insert(all.end(), s.stems.begin(), s.stems.end());
    numbers.insert(numbers.end(), s.numbers.begin(), s.numbers.end());
  }
  MakeSet(&all);
  MakeSet(&numbers);
  const double in_title = claim.Coverage(title.stems, true);
  const double in_all = claim.Coverage(all, true);
  const ClaimText::Missing missing = claim.MissingFrom(all);
  to.Add(Template::kTitleCoverage, in_title);
  to.Add(Template::kAllCoverage, in_all);
  to.Add(Template::kAllBin, kBin, {BinOf(in_all)});
  to.Add(Template::kTitleBin, kBin, {BinOf(in_title)});
  to.Add(Template::kMissing, Capped(missing.count, kManyMissing));
  to.Add(Template::kMissingRarest, missing.most);
  to.Add(Template::kSentences, Capped(static_cast<double>(sentences.size()), kManySentences));
  to.Add(Template::kClaimLength, Capped(static_cast<double>(claim.words().size()), kLongClaim));
  to.Add(Template::kBestAt, Share(static_cast<double>(best), sentences.size() - 1));
  const Hashes& asked = claim.text().numbers;
  if (!asked.empty()) {
    const bool found = Shared(asked, numbers) == static_cast<double>(asked.size());
    to.Add(found ? Template::kAllNumbersFound : Template::kAllNumbersMissing, kBin);
  }
}

}  // namespace

std::vector<FeatureHash> StanceWords(std::string_view sentence) {
  std::vector<FeatureHash> words;
  for (const ComparisonWord& w : WordsOf(sentence)) {
    if (w.content) words.push_back(WordFeature(w));
  }
  MakeSet(&words);
  return words;
}

void ReadStanceFeatures(std::string_view claim_text, const StanceText& text,
                        const LinearModel& rarity, StanceFeatures* features) {
  constexpr std::size_t kTop = 3;
  features->relevance.Clear();
  features->support.Clear();
  const ClaimText claim(claim_text, rarity);
  Text title(text.title);
  std::vector<Text> sentences;
  for (const std::string_view sentence : text.sentences) {
    if (sentences.size() == kMostStanceSentences) break;
    sentences.emplace_back(sentence);
  }
  if (sentences.empty()) sentences.push_back(title);

  const std::vector<std::size_t> order = Rank(claim, sentences);
  const Text& best = sentences[order[0]];
  // The title is known to be missing, not known to say nothing.
  if (title.words.empty()) title = best;
  std::vector<std::size_t> chosen(
      order.begin(), order.begin() + static_cast<std::ptrdiff_t>(std::min(kTop, order.size())));
  std::ranges::sort(chosen);
  Words joined;
  for (const std::size_t i : chosen) {
    joined.insert(joined.end(), sentences[i].words.begin(), sentences[i].words.end());
  }
  const Text top(std::move(joined));

  const Adder whole(Part::kWhole, &features->relevance);
  AddCoverage(claim, best, {Part::kBest, &features->relevance});
  AddCoverage(claim, top, {Part::kTop, &features->relevance});
  AddCoverage(claim, title, {Part::kTitle, &features->relevance});
  AddWhole(claim, title, sentences, order[0], whole);

  for (const auto& [part, of] : {std::pair(Part::kBest, &best), std::pair(Part::kTop, &top)}) {
    const Adder to(part, &features->support);
    AddAlignment(claim, *of, to);
    AddNegation(claim, *of, to);
    AddCues(claim, *of, to);
  }
  AddAlignment(claim, title, {Part::kTitle, &features->support});
  AddAlignment(claim, sentences.back(), {Part::kLast, &features->support});
  AddWhole(claim, title, sentences, order[0], {Part::kWhole, &features->support});
}

double StanceProbability(const LinearModel& model, const Features& features) {
  std::vector<float> scores;
  model.Score(features, &scores);
  return scores.empty() ? 0 : 1 / (1 + std::exp(-scores[0] / model.temperature()));
}

std::optional<StanceOdds> ReadStance(std::string_view claim, const StanceText& text) {
  const LinearModel* rarity = ShippedModel("stance_idf", kStanceFeatures);
  const LinearModel* relevance = ShippedModel("stance_relevance", kStanceFeatures);
  const LinearModel* support = ShippedModel("stance_support", kStanceFeatures);
  if (!rarity || !relevance || !support) return std::nullopt;
  StanceFeatures features;
  ReadStanceFeatures(claim, text, *rarity, &features);
  const double relevant = StanceProbability(*relevance, features.relevance);
  const double supports = StanceProbability(*support, features.support);
  return StanceOdds{relevant, relevant * supports, relevant * (1 - supports)};
}

ReadAs ReadingOf(const StanceOdds& odds) {
  if (odds.relevant < kRelevantFrom) return ReadAs::kNeither;
  return odds.supports >= kSupportsFrom * odds.relevant ? ReadAs::kSupports : ReadAs::kContradicts;
}

}  // namespace claimgraph
