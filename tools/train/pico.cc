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

// ---- Sample sizes ---------------------------------------------------------

constexpr std::string_view kSize = "P:sample_size";

class SizeTraining {
 public:
  SizeTraining(const Rows& rows, std::size_t folds)
      : folds_(std::max<std::size_t>(2, folds)), rows_(kFineBits) {
    std::size_t count = 0;
    for (const nlohmann::json& row : rows) count += row.contains("fine_spans") ? 1 : 0;
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
      bool unmarked = false;
      const std::vector<bool> sizes = ReadLabels(row, tokens.size(), &unmarked);
      for (std::size_t i = 0; i < text.size(); ++i) {
        missed_ += sizes[i] && !text.MayBeSize(i) ? 1 : 0;
        if (!text.MayBeSize(i)) continue;
        text.SizeFeatures(i, &features);
        rows_.Add(features);
        is_.push_back(sizes[i]);
        fold_.push_back(fold);
        unmarked_.push_back(unmarked);
      }
    }
  }

  Outcome Run() const {
    std::vector<float> odds(fold_.size());
    for (std::size_t fold = 0; fold < folds_; ++fold) {
      const TokenWeights weights = Fit(fold);
      for (std::size_t i = 0; i < fold_.size(); ++i) {
        if (fold_[i] == fold) odds[i] = rows_.Score(i, weights);
      }
    }
    Scores scores{.right = missed_};
    for (std::size_t fold = 0; fold < folds_; ++fold) {
      const double threshold = BestThreshold(odds, fold);
      for (std::size_t i = 0; i < odds.size(); ++i) {
        if (fold_[i] != fold) continue;
        const bool said = odds[i] > threshold;
        scores.said += said ? 1 : 0;
        scores.right += is_[i] ? 1 : 0;
        scores.both += said && is_[i] ? 1 : 0;
      }
    }
    Outcome outcome;
    outcome.report =
        fmt::format("{} tokens beside numbers\n  {:<18} {}\n", fold_.size(), kSize, scores.Text());
    outcome.models.push_back(
        {"pico_size",
         EncodeModel(JoinLabels("pico_size", kPicoFeatures, rows_.bits(), {std::string(kSize)},
                                {Fit(folds_)}, {-BestThreshold(odds, folds_)}))});
    return outcome;
  }

 private:
  // Which tokens are sizes.  In three of ten abstracts nobody marked the finer kinds.
  static std::vector<bool> ReadLabels(const nlohmann::json& row, std::size_t tokens,
                                      bool* unmarked) {
    std::vector<bool> sizes(tokens);
    bool population = false;
    bool fine = false;
    for (const nlohmann::json& span : row.at("spans")) population |= span.at(2) == "P";
    for (const nlohmann::json& span : row.at("fine_spans")) {
      const std::string kind = span.at(2);
      fine |= kind.starts_with("P:");
      if (kind != kSize) continue;
      for (std::size_t i = span.at(0); i < span.at(1).get<std::size_t>(); ++i) sizes.at(i) = true;
    }
    *unmarked = population && !fine;
    return sizes;
  }

  TokenWeights Fit(std::size_t without) const {
    std::vector<std::size_t> of;
    for (std::size_t i = 0; i < fold_.size(); ++i) {
      if (fold_[i] != without && !unmarked_[i]) of.push_back(i);
    }
    return rows_.Fit(of, is_, kCost);
  }

  // With the best F1 on all folds but one.
  double BestThreshold(const std::vector<float>& odds, std::size_t without) const {
    std::vector<std::pair<float, bool>> sorted;
    Scores scores;
    for (std::size_t i = 0; i < odds.size(); ++i) {
      if (fold_[i] == without) continue;
      sorted.emplace_back(odds[i], is_[i]);
      scores.right += is_[i] ? 1 : 0;
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

  std::size_t folds_;
  TokenRows rows_;
  std::size_t missed_ = 0;  // sizes that no token may be
  // By token that may be a size.
  std::vector<bool> is_{};
  std::vector<std::size_t> fold_{};
  std::vector<bool> unmarked_{};
};

}  // namespace

Outcome TrainPico(const Rows& rows, std::size_t folds) {
  std::vector<Abstract> abstracts = ReadAbstracts(rows);
  if (abstracts.empty()) return {};
  Outcome outcome = TaggerTraining(std::move(abstracts), folds).Run();
  const bool fine =
      std::ranges::any_of(rows, [](const auto& row) { return row.contains("fine_spans"); });
  if (!fine) return outcome;
  Outcome sizes = SizeTraining(rows, folds).Run();
  outcome.report += sizes.report;
  for (ModelFile& file : sizes.models) outcome.models.push_back(std::move(file));
  return outcome;
}

}  // namespace claimgraph::train
