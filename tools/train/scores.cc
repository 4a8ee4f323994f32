#include "tools/train/scores.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace claimgraph::train {
namespace {

std::size_t Chosen(const Guess& guess) {
  return static_cast<std::size_t>(std::ranges::max_element(guess.probabilities) -
                                  guess.probabilities.begin());
}

struct Counts {
  double right = 0;
  double chosen = 0;
  double wanted = 0;
  double F1() const { return chosen + wanted == 0 ? 0 : 2 * right / (chosen + wanted); }
};

std::vector<Counts> CountsOf(const std::vector<Guess>& guesses, std::size_t labels) {
  std::vector<Counts> counts(labels);
  for (const Guess& guess : guesses) {
    const std::size_t chosen = Chosen(guess);
    ++counts[guess.label].wanted;
    ++counts[chosen].chosen;
    if (chosen == guess.label) ++counts[chosen].right;
  }
  return counts;
}

}  // namespace

double MacroF1(const std::vector<Guess>& guesses, std::size_t labels) {
  double sum = 0;
  int there = 0;
  for (const Counts& c : CountsOf(guesses, labels)) {
    if (c.wanted == 0) continue;
    sum += c.F1();
    ++there;
  }
  return there == 0 ? 0 : sum / there;
}

std::string ScoreTable(const std::vector<Guess>& guesses, const std::vector<std::string>& labels) {
  const std::vector<Counts> counts = CountsOf(guesses, labels.size());
  double right = 0;
  for (const Counts& c : counts) right += c.right;
  const auto all = static_cast<double>(std::max<std::size_t>(1, guesses.size()));
  std::string text = fmt::format("macro-F1 {:.4f}, accuracy {:.4f}, {} examples\n",
                                 MacroF1(guesses, labels.size()), right / all, guesses.size());
  for (std::size_t i = 0; i < labels.size(); ++i) {
    fmt::format_to(std::back_inserter(text), "  {:<24} F1 {:.4f}  ({:.0f})\n", labels[i],
                   counts[i].F1(), counts[i].wanted);
  }
  constexpr std::size_t kBins = 10;
  struct Bin {
    double confidence = 0, right = 0, count = 0;
  };
  std::array<Bin, kBins> bins{};
  for (const Guess& guess : guesses) {
    const std::size_t chosen = Chosen(guess);
    const double p = guess.probabilities[chosen];
    Bin& bin = bins[std::min(kBins - 1, static_cast<std::size_t>(p * kBins))];
    bin.confidence += p;
    bin.right += chosen == guess.label ? 1 : 0;
    ++bin.count;
  }
  double error = 0;
  text += "  confidence   how many  said   right\n";
  for (std::size_t i = 0; i < kBins; ++i) {
    const Bin& bin = bins[i];
    if (bin.count == 0) continue;
    error += std::abs(bin.confidence - bin.right);
    fmt::format_to(std::back_inserter(text), "  {:.1f} to {:.1f}   {:>8.0f}  {:.3f}  {:.3f}\n",
                   static_cast<double>(i) / kBins, static_cast<double>(i + 1) / kBins, bin.count,
                   bin.confidence / bin.count, bin.right / bin.count);
  }
  fmt::format_to(std::back_inserter(text), "  expected calibration error {:.4f}\n", error / all);
  return text;
}

double Pearson(const std::vector<double>& x, const std::vector<double>& y) {
  const auto n = static_cast<double>(std::max<std::size_t>(1, x.size()));
  double mean_x = 0;
  double mean_y = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    mean_x += x[i] / n;
    mean_y += y[i] / n;
  }
  double xy = 0;
  double xx = 0;
  double yy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    xy += (x[i] - mean_x) * (y[i] - mean_y);
    xx += (x[i] - mean_x) * (x[i] - mean_x);
    yy += (y[i] - mean_y) * (y[i] - mean_y);
  }
  return xx > 0 && yy > 0 ? xy / std::sqrt(xx * yy) : 0;
}

double BestTemperature(const std::vector<std::vector<float>>& scores,
                       const std::vector<std::size_t>& right) {
  double best = 1;
  double least = INFINITY;
  for (double temperature = 0.05; temperature <= 5; temperature *= 1.02) {
    double loss = 0;
    for (std::size_t i = 0; i < scores.size(); ++i) {
      double sum = 0;
      double own = 0;
      for (std::size_t label = 0; label < scores[i].size(); ++label) {
        const double p = 1 / (1 + std::exp(-scores[i][label] / temperature));
        sum += p;
        if (label == right[i]) own = p;
      }
      loss -= std::log(std::max(1e-12, own / std::max(1e-12, sum)));
    }
    if (loss < least) {
      least = loss;
      best = temperature;
    }
  }
  return best;
}

}  // namespace claimgraph::train
