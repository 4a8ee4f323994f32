// Taggers of population, intervention and outcome (importers/extraction/pico_model.h).
//
// Takes abstracts ("sentences" with "spans") and single sentences with finer spans
// ("fine_spans").  The sentences stand in the order of their abstracts, so that abstracts
// can be put together again from them: they train the first taggers too, but are not
// measured on.
//
// The second tagger learns from what first taggers say of abstracts that they have not
// seen.  The folds are not nested: what it learns from on one fold comes from taggers that
// have seen the fold it is measured on.  Nested ones, tried once, gave macro F1 0.638 where
// these give 0.634: no sign of a leak.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_set>
#include <vector>

#include "importers/extraction/pico_features.h"
#include "importers/extraction/pico_model.h"
#include "tools/train/tasks.h"
#include "tools/train/token_trainer.h"

namespace claimgraph::train {
namespace {

constexpr std::uint32_t kFirstBits = 18;
constexpr std::uint32_t kSecondBits = 17;
constexpr std::uint32_t kFineBits = 16;
constexpr double kCost = 0.05;
constexpr std::size_t kNone = kPicoKinds;
constexpr std::array<std::string_view, kPicoKinds> kKinds = {"P", "I", "Out"};

// Does `work(i)` for all i < n, some at a time.
void InParallel(std::size_t n, const std::function<void(std::size_t)>& work) {
  constexpr std::size_t kThreads = 2;
  std::vector<std::jthread> threads;
  for (std::size_t t = 0; t < kThreads; ++t) {
    threads.emplace_back([&, t] {
      for (std::size_t i = t; i < n; i += kThreads) work(i);
    });
  }
}

struct Scores {
  std::size_t both = 0;
  std::size_t said = 0;
  std::size_t right = 0;
  double F1() const {
    return both == 0 ? 0 : 2.0 * static_cast<double>(both) / static_cast<double>(said + right);
  }
  std::string Text() const {
    const auto share = [this](std::size_t of) {
      return of == 0 ? 0 : static_cast<double>(both) / static_cast<double>(of);
    };
    return fmt::format("F1 {:.4f}, precision {:.3f}, recall {:.3f} of {}", F1(), share(said),
                       share(right), right);
  }
};

// ---- Abstracts ------------------------------------------------------------

struct Abstract {
  std::string group{};
  std::vector<std::string> tokens{};
  std::vector<std::size_t> labels{};  // by token: into kKinds, or kNone
  bool measured = true;
};

std::vector<std::string> TokensOf(const nlohmann::json& row) {
  return row.at("tokens").get<std::vector<std::string>>();
}

std::vector<std::string_view> Views(const std::vector<std::string>& tokens) {
  return {tokens.begin(), tokens.end()};
}

// Adds a sentence with its spans; later spans win, as upstream has them.
void AddSentence(const std::vector<std::string>& tokens, const nlohmann::json& spans,
                 Abstract* abstract) {
  const std::size_t first = abstract->tokens.size();
  abstract->tokens.insert(abstract->tokens.end(), tokens.begin(), tokens.end());
  abstract->labels.resize(abstract->tokens.size(), kNone);
  for (const nlohmann::json& span : spans) {
    const std::string kind = span.at(2);
    const auto label = static_cast<std::size_t>(std::ranges::find(kKinds, kind) - kKinds.begin());
    for (std::size_t i = span.at(0); i < span.at(1).get<std::size_t>(); ++i) {
      abstract->labels.at(first + i) = label;
    }
  }
}

// The text of `tokens` from `at` on, as a hash: enough to know a sentence again.
constexpr std::size_t kKnownBy = 8;
FeatureHash WindowAt(const std::vector<std::string>& tokens, std::size_t at) {
  FeatureHash hash = 0;
  for (std::size_t i = at; i < at + kKnownBy; ++i) hash = Combine(hash, HashWord(tokens[i]));
  return hash;
}

// A row without a finite verb that ends in a full stop opens an abstract.
bool IsTitle(const std::vector<std::string>& tokens) {
  static const std::unordered_set<std::string_view> kFinite = {
      "is",        "are",       "was",     "were",     "has",      "have",     "had",
      "been",      "we",        "be",      "may",      "might",    "can",      "could",
      "should",    "would",     "will",    "did",      "does",     "seems",    "seem",
      "showed",    "show",      "shows",   "suggest",  "suggests", "received", "increased",
      "decreased", "evaluated", "evoked",  "improves", "improved", "reduced",  "these",
      "our",       "need",      "appears", "appear",   "="};
  constexpr std::size_t kShortest = 5;
  if (tokens.size() < kShortest || (tokens.back() != "." && tokens.back() != "?")) return false;
  const bool shouts =
      std::ranges::none_of(tokens[0], [](char c) { return c >= 'a' && c <= 'z'; }) &&
      std::ranges::any_of(tokens[0], [](char c) { return c >= 'A' && c <= 'Z'; });
  return !shouts && std::ranges::none_of(tokens, [](std::string word) {
    for (char& c : word) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 32) : c;
    return kFinite.contains(word);
  });
}

// The rows' abstracts, and those that the fine rows make up and that are not among them.
std::vector<Abstract> ReadAbstracts(const Rows& rows) {
  std::vector<Abstract> abstracts;
  std::unordered_set<FeatureHash> known;
  for (const nlohmann::json& row : rows) {
    if (!row.contains("sentences")) continue;
    Abstract& abstract = abstracts.emplace_back();
    abstract.group = row.at("id");
    for (const nlohmann::json& sentence : row.at("sentences")) {
      AddSentence(TokensOf(sentence), sentence.at("spans"), &abstract);
    }
    for (std::size_t i = 0; i + kKnownBy <= abstract.tokens.size(); ++i) {
      known.insert(WindowAt(abstract.tokens, i));
    }
  }
  Abstract next{.measured = false};
  std::size_t sentences = 0;
  bool seen = false;
  const auto finish = [&] {
    if (!next.tokens.empty() && !seen) abstracts.push_back(std::move(next));
    next = Abstract{.measured = false};
    sentences = 0;
    seen = false;
  };
  constexpr std::size_t kFewestSentences = 5;
  for (const nlohmann::json& row : rows) {
    if (!row.contains("fine_spans")) continue;
    const std::vector<std::string> tokens = TokensOf(row);
    if (sentences >= kFewestSentences && IsTitle(tokens)) finish();
    if (next.group.empty()) next.group = row.at("id");
    AddSentence(tokens, row.at("spans"), &next);
    ++sentences;
    seen |= tokens.size() >= kKnownBy && known.contains(WindowAt(tokens, 0));
  }
  finish();
  return abstracts;
}

std::size_t LabelOf(const PicoOdds& odds, const std::array<double, kPicoKinds>& offsets) {
  std::size_t best = kNone;
  double most = 0;
  for (std::size_t k = 0; k < kPicoKinds; ++k) {
    const double z = odds[k] + offsets[k];
    if (z > most) {
      most = z;
      best = k;
    }
  }
  return best;
}

using KindScores = std::array<Scores, kPicoKinds>;

double Macro(const KindScores& scores) {
  double sum = 0;
  for (const Scores& s : scores) sum += s.F1();
  return sum / kPicoKinds;
}

// All abstracts' tokens in a row.
class TaggerTraining {
 public:
  TaggerTraining(std::vector<Abstract> abstracts, std::size_t folds)
      : abstracts_(std::move(abstracts)), folds_(std::max<std::size_t>(2, folds)) {
    for (std::size_t a = 0; a < abstracts_.size(); ++a) {
      const Abstract& abstract = abstracts_[a];
      texts_.emplace_back(Views(abstract.tokens), PicoText::Extent::kAbstract);
      begins_.push_back(fold_.size());
      const std::size_t fold = Combine(HashWord(abstract.group), 0) % folds_;
      fold_.insert(fold_.end(), abstract.tokens.size(), fold);
      measured_.insert(measured_.end(), abstract.tokens.size(), abstract.measured);
      labels_.insert(labels_.end(), abstract.labels.begin(), abstract.labels.end());
    }
    for (std::size_t k = 0; k < kPicoKinds; ++k) {
      std::vector<bool>& is = is_[k];
      for (const std::size_t label : labels_) is.push_back(label == k);
    }
  }

  Outcome Run() {
    Outcome outcome;
    outcome.report = fmt::format(
        "{} abstracts, {} put together from sentences, {} tokens\n",
        std::ranges::count_if(abstracts_, &Abstract::measured),
        std::ranges::count_if(abstracts_, std::not_fn(&Abstract::measured)), labels_.size());
    TokenRows first(kFirstBits);
    FillRows(&first, &PicoText::FirstFeatures);
    std::vector<PicoOdds> odds = OutOfFold(first);
    outcome.report += Report("first pass", odds);
    const std::array<double, kPicoKinds> first_offsets = BestOffsets(odds, folds_);
    outcome.models.push_back(Shipped("pico_first", first, first_offsets));
    for (PicoOdds& row : odds) {
      for (std::size_t k = 0; k < kPicoKinds; ++k) row[k] += static_cast<float>(first_offsets[k]);
    }
    for (std::size_t a = 0; a < abstracts_.size(); ++a) {
      texts_[a].SetFirst(std::span(odds).subspan(begins_[a], texts_[a].size()));
    }
    first = TokenRows(kFirstBits);  // gives its memory back
    TokenRows second(kSecondBits);
    FillRows(&second, &PicoText::SecondFeatures);
    odds = OutOfFold(second);
    outcome.report += Report("second pass", odds);
    outcome.models.push_back(Shipped("pico_second", second, BestOffsets(odds, folds_)));
    return outcome;
  }

 private:
  void FillRows(TokenRows* rows, void (PicoText::*read)(std::size_t, Features*) const) const {
    Features features;
    for (const PicoText& text : texts_) {
      for (std::size_t i = 0; i < text.size(); ++i) {
        (text.*read)(i, &features);
        rows->Add(features);
      }
    }
  }

  // Rows of all folds but one; `without` == folds_: all rows.
  std::vector<std::size_t> Without(std::size_t without) const {
    std::vector<std::size_t> of;
    for (std::size_t i = 0; i < fold_.size(); ++i) {
      if (fold_[i] != without) of.push_back(i);
    }
    return of;
  }

  std::vector<PicoOdds> OutOfFold(const TokenRows& rows) const {
    std::vector<PicoOdds> odds(labels_.size());
    InParallel(folds_ * kPicoKinds, [&](std::size_t work) {
      const std::size_t fold = work / kPicoKinds;
      const std::size_t k = work % kPicoKinds;
      const TokenWeights weights = rows.Fit(Without(fold), is_[k], kCost);
      for (std::size_t i = 0; i < fold_.size(); ++i) {
        if (fold_[i] == fold) odds[i][k] = rows.Score(i, weights);
      }
    });
    return odds;
  }

  ModelFile Shipped(const std::string& name, const TokenRows& rows,
                    const std::array<double, kPicoKinds>& offsets) const {
    std::vector<TokenWeights> weights(kPicoKinds);
    InParallel(kPicoKinds,
               [&](std::size_t k) { weights[k] = rows.Fit(Without(folds_), is_[k], kCost); });
    return {name,
            EncodeModel(JoinLabels(name, kPicoFeatures, rows.bits(), {kKinds.begin(), kKinds.end()},
                                   weights, {offsets.begin(), offsets.end()}))};
  }

  // Of the measured tokens of one fold, or of all but one.
  KindScores ScoresOf(const std::vector<PicoOdds>& odds,
                      const std::array<double, kPicoKinds>& offsets, std::size_t fold,
                      bool in) const {
    KindScores scores;
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      if (!measured_[i] || (fold_[i] == fold) != in) continue;
      const std::size_t said = LabelOf(odds[i], offsets);
      if (labels_[i] != kNone) ++scores[labels_[i]].right;
      if (said == kNone) continue;
      ++scores[said].said;
      if (said == labels_[i]) ++scores[said].both;
    }
    return scores;
  }

  // Chosen on all folds but one; what is added to log odds, one kind after the other.
  std::array<double, kPicoKinds> BestOffsets(const std::vector<PicoOdds>& odds,
                                             std::size_t without) const {
    std::array<double, kPicoKinds> offsets{};
    for (int round = 0; round < 2; ++round) {
      for (std::size_t k = 0; k < kPicoKinds; ++k) {
        double best = -1;
        double best_offset = 0;
        for (int step = -6; step <= 26; ++step) {
          offsets[k] = step / 10.0;
          const double macro = Macro(ScoresOf(odds, offsets, without, /*in=*/false));
          if (macro > best) {
            best = macro;
            best_offset = offsets[k];
          }
        }
        offsets[k] = best_offset;
      }
    }
    return offsets;
  }

  std::string Report(std::string_view pass, const std::vector<PicoOdds>& odds) const {
    KindScores all;
    for (std::size_t fold = 0; fold < folds_; ++fold) {
      const KindScores scores = ScoresOf(odds, BestOffsets(odds, fold), fold, /*in=*/true);
      for (std::size_t k = 0; k < kPicoKinds; ++k) {
        all[k].both += scores[k].both;
        all[k].said += scores[k].said;
        all[k].right += scores[k].right;
      }
    }
    std::string report = fmt::format("{}: macro F1 {:.4f}\n", pass, Macro(all));
    for (std::size_t k = 0; k < kPicoKinds; ++k) {
      report += fmt::format("  {:<4} {}\n", kKinds[k], all[k].Text());
    }
    return report;
  }

  std::vector<Abstract> abstracts_;
  std::size_t folds_;
  std::vector<PicoText> texts_{};
  std::vector<std::size_t> begins_{};  // of an abstract's tokens
  std::vector<std::size_t> fold_{};    // by token; here and below
  std::vector<bool> measured_{};
  std::vector<std::size_t> labels_{};
  std::array<std::vector<bool>, kPicoKinds> is_{};
};

// ---- The finer kinds ------------------------------------------------------

constexpr std::string_view kSize = "P:sample_size";
const std::vector<std::string> kFineKinds = {
    "P:age",      "P:sex",           "P:condition",       "I:drug",  "I:physical", "I:educational",
    "I:surgical", "I:psychological", "I:control",         "I:other", "O:physical", "O:mental",
    "O:pain",     "O:mortality",     "O:adverse_effects", "O:other"};

class FineTraining {
 public:
  FineTraining(const Rows& rows, std::size_t folds)
      : folds_(std::max<std::size_t>(2, folds)), fine_(kFineBits), size_(kFineBits) {
    std::size_t count = 0;
    for (const nlohmann::json& row : rows) count += row.contains("fine_spans") ? 1 : 0;
    is_.resize(kFineKinds.size() + 1);
    Features features;
    std::size_t number = 0;
    for (const nlohmann::json& row : rows) {
      if (!row.contains("fine_spans")) continue;
      // Neighbours are of one abstract: whole runs of rows, not single ones.
      const std::size_t fold = number++ * folds_ / count;
      const std::vector<std::string> tokens = TokensOf(row);
      const std::vector<std::string_view> views = Views(tokens);
      PicoText text(views, PicoText::Extent::kSentence);
      text.SetCounted(CountedByRules(views));
      for (std::size_t i = 0; i < text.size(); ++i) {
        text.FineFeatures(i, &features);
        fine_.Add(features);
        may_be_size_.push_back(text.MayBeSize(i));
        size_row_.push_back(size_.size());
        if (!text.MayBeSize(i)) continue;
        text.SizeFeatures(i, &features);
        size_.Add(features);
      }
      ReadLabels(row, tokens.size());
      fold_.resize(fold_.size() + tokens.size(), fold);
    }
  }

  Outcome Run() {
    Outcome outcome;
    outcome.report =
        fmt::format("finer kinds: {} tokens, {} beside numbers\n", fold_.size(), size_.size());
    std::vector<TokenWeights> weights(is_.size());
    std::vector<double> offsets(is_.size());
    std::vector<std::string> reports(is_.size());
    InParallel(is_.size(), [&](std::size_t k) {
      const std::vector<float> odds = OutOfFold(k);
      Scores scores;
      for (std::size_t fold = 0; fold < folds_; ++fold) {
        AddScores(k, odds, BestThreshold(k, odds, fold), fold, &scores);
      }
      reports[k] = fmt::format("  {:<18} {}\n", Name(k), scores.Text());
      offsets[k] = -BestThreshold(k, odds, folds_);
      weights[k] = Fit(k, folds_);
    });
    for (const std::string& report : reports) outcome.report += report;
    const std::size_t last = kFineKinds.size();
    outcome.models.push_back(
        {"pico_size",
         EncodeModel(JoinLabels("pico_size", kPicoFeatures, size_.bits(), {std::string(kSize)},
                                {weights[last]}, {offsets[last]}))});
    weights.pop_back();
    offsets.pop_back();
    outcome.models.push_back(
        {"pico_fine", EncodeModel(JoinLabels("pico_fine", kPicoFeatures, fine_.bits(), kFineKinds,
                                             weights, offsets))});
    return outcome;
  }

 private:
  std::string_view Name(std::size_t k) const {
    return k == kFineKinds.size() ? kSize : std::string_view(kFineKinds[k]);
  }

  void ReadLabels(const nlohmann::json& row, std::size_t tokens) {
    const std::size_t first = fold_.size();
    for (std::vector<bool>& is : is_) is.resize(first + tokens);
    bool population = false;
    bool fine = false;
    for (const nlohmann::json& span : row.at("spans")) population |= span.at(2) == "P";
    for (const nlohmann::json& span : row.at("fine_spans")) {
      const std::string kind = span.at(2);
      fine |= kind.starts_with("P:");
      for (std::size_t k = 0; k < is_.size(); ++k) {
        if (kind != Name(k)) continue;
        for (std::size_t i = span.at(0); i < span.at(1).get<std::size_t>(); ++i) {
          is_[k].at(first + i) = true;
        }
      }
    }
    // In three of ten abstracts nobody marked the finer kinds of people.
    unmarked_.resize(first + tokens, population && !fine);
  }

  bool IsPopulation(std::size_t k) const { return Name(k).starts_with("P:"); }
  bool IsSize(std::size_t k) const { return k == kFineKinds.size(); }

  TokenWeights Fit(std::size_t k, std::size_t without) const {
    std::vector<std::size_t> of;
    std::vector<bool> sizes;
    for (std::size_t i = 0; i < fold_.size(); ++i) {
      if (IsSize(k) && may_be_size_[i]) sizes.push_back(is_[k][i]);
      if (fold_[i] == without || (IsPopulation(k) && unmarked_[i])) continue;
      if (IsSize(k) && !may_be_size_[i]) continue;
      of.push_back(IsSize(k) ? size_row_[i] : i);
    }
    return IsSize(k) ? size_.Fit(of, sizes, kCost) : fine_.Fit(of, is_[k], kCost);
  }

  std::vector<float> OutOfFold(std::size_t k) const {
    constexpr float kNever = -100;
    std::vector<float> odds(fold_.size(), kNever);
    for (std::size_t fold = 0; fold < folds_; ++fold) {
      const TokenWeights weights = Fit(k, fold);
      for (std::size_t i = 0; i < fold_.size(); ++i) {
        if (fold_[i] != fold || (IsSize(k) && !may_be_size_[i])) continue;
        odds[i] = IsSize(k) ? size_.Score(size_row_[i], weights) : fine_.Score(i, weights);
      }
    }
    return odds;
  }

  // With the best F1 on all folds but one.
  double BestThreshold(std::size_t k, const std::vector<float>& odds, std::size_t without) const {
    std::vector<std::pair<float, bool>> sorted;
    Scores scores;
    for (std::size_t i = 0; i < odds.size(); ++i) {
      if (fold_[i] == without) continue;
      sorted.emplace_back(odds[i], is_[k][i]);
      scores.right += is_[k][i] ? 1 : 0;
    }
    std::ranges::sort(sorted, std::greater<>());
    double best = -1;
    double threshold = 0;
    for (const auto& [z, right] : sorted) {
      ++scores.said;
      scores.both += right ? 1 : 0;
      if (scores.F1() <= best) continue;
      best = scores.F1();
      threshold = z - 1e-4;
    }
    return threshold;
  }

  void AddScores(std::size_t k, const std::vector<float>& odds, double threshold, std::size_t fold,
                 Scores* scores) const {
    for (std::size_t i = 0; i < odds.size(); ++i) {
      if (fold_[i] != fold) continue;
      const bool said = odds[i] > threshold;
      scores->said += said ? 1 : 0;
      scores->right += is_[k][i] ? 1 : 0;
      scores->both += said && is_[k][i] ? 1 : 0;
    }
  }

  std::size_t folds_;
  TokenRows fine_;
  TokenRows size_;
  std::vector<std::vector<bool>> is_{};  // by kind, the sample size last; by token
  std::vector<std::size_t> fold_{};      // by token; here and below
  std::vector<bool> may_be_size_{};
  std::vector<std::size_t> size_row_{};  // where may_be_size_
  std::vector<bool> unmarked_{};
};

}  // namespace

Outcome TrainPico(const Rows& rows, std::size_t folds) {
  Outcome outcome = TaggerTraining(ReadAbstracts(rows), folds).Run();
  const bool fine =
      std::ranges::any_of(rows, [](const auto& row) { return row.contains("fine_spans"); });
  if (!fine) return outcome;
  Outcome finer = FineTraining(rows, folds).Run();
  outcome.report += finer.report;
  for (ModelFile& file : finer.models) outcome.models.push_back(std::move(file));
  return outcome;
}

}  // namespace claimgraph::train
