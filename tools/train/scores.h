// How good predictions are, and how far their confidence can be believed.
#ifndef CLAIMGRAPH_TOOLS_TRAIN_SCORES_H_
#define CLAIMGRAPH_TOOLS_TRAIN_SCORES_H_

#include <cstddef>
#include <string>
#include <vector>

namespace claimgraph::train {

struct Guess {
  std::size_t label = 0;  // the right one
  std::vector<float> probabilities{};
};

// F1 of each label and their mean (labels that occur), the share that is right, and the
// reliability table: for each tenth of confidence how many and how often right.
std::string ScoreTable(const std::vector<Guess>& guesses, const std::vector<std::string>& labels);

double MacroF1(const std::vector<Guess>& guesses, std::size_t labels);

// Of values against targets.
double Pearson(const std::vector<double>& x, const std::vector<double>& y);

// The temperature at which the odds of `scores` (one row an example) are most probable,
// found by trying steps of 2 % between 0.05 and 5.
double BestTemperature(const std::vector<std::vector<float>>& scores,
                       const std::vector<std::size_t>& right);

}  // namespace claimgraph::train

#endif  // CLAIMGRAPH_TOOLS_TRAIN_SCORES_H_
