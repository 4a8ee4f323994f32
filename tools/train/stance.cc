#include "importers/linking/stance_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text/ascii.h"
#include "tools/train/linear_trainer.h"
#include "tools/train/scores.h"
#include "tools/train/tasks.h"

namespace claimgraph::train {
namespace {

enum Verdict : std::size_t { kSupport, kContradict, kNone };
constexpr std::array<const char*, 3> kVerdicts = {"SUPPORT", "CONTRADICT", "NEI"};

struct Abstract {
  std::string title{};
  std::vector<std::string> sentences{};
};
using Abstracts = std::map<std::string, Abstract>;

std::string IdOf(const nlohmann::json& id) {
  return id.is_string() ? id.get<std::string>() : id.dump();
}

Abstracts AbstractsOf(const Rows& rows) {
  Abstracts abstracts;
  for (const nlohmann::json& row : rows) {
    if (row.contains("claim") || !row.contains("sentences")) continue;
    abstracts[IdOf(row.at("id"))] = {row.at("title"), row.at("sentences")};
  }
  return abstracts;
}

// The table of how rare words are: a bucket's weight and the bias are the logarithm of
// how many sentences there are for each one that has the word.
TrainedModel RarityOf(const Abstracts& abstracts) {
  constexpr std::uint32_t kBits = 16;
  // Most words are in few sentences; they stay at "hardly any", so that they do not fall
  // into the buckets of others.
  constexpr double kLeastSentences = 3;
  std::map<FeatureHash, double> with;
  double all = 0;
  const auto add = [&](const std::string& sentence) {
    ++all;
    for (const FeatureHash word : StanceWords(sentence)) ++with[word];
  };
  for (const auto& [id, abstract] : abstracts) {
    add(abstract.title);
    std::ranges::for_each(abstract.sentences, add);
  }
  const double rarest = std::log(std::max(1.0, all) / 0.5);
  TrainedModel model{.name = "stance_idf",
                     .features = kStanceFeatures,
                     .bits = kBits,
                     .labels = {"rarity"},
                     .biases = {rarest},
                     .weights = std::vector<double>(std::size_t{1} << kBits)};
  for (const auto& [word, sentences] : with) {
    if (sentences < kLeastSentences) continue;
    // Of two words in a bucket the more frequent one counts.
    double& weight = model.weights[static_cast<std::uint32_t>(word >> 32) >> (32 - kBits)];
    weight = std::min(weight, std::log(all / (sentences + 0.5)) - rarest);
  }
  return model;
}

// Puts claims that share an abstract into one family, so that no fold parts them.
class Families {
 public:
  std::string Of(const std::string& member) {
    std::string at = member;
    while (true) {
      const auto it = parents_.try_emplace(at, at).first;
      if (it->second == at) return at;
      at = it->second;
    }
  }
  void Join(const std::string& a, const std::string& b) { parents_[Of(a)] = Of(b); }

 private:
  std::map<std::string, std::string> parents_{};
};

// Words and their opposites, either way round.
struct Opposite {
  std::string_view a{};
  std::string_view b{};
};
constexpr std::array<Opposite, 32> kOpposites = {{
    {"increase", "decrease"},
    {"increases", "decreases"},
    {"increased", "decreased"},
    {"increasing", "decreasing"},
    {"higher", "lower"},
    {"greater", "smaller"},
    {"more", "less"},
    {"longer", "shorter"},
    {"faster", "slower"},
    {"improves", "worsens"},
    {"improve", "worsen"},
    {"improved", "worsened"},
    {"reduces", "increases"},
    {"reduce", "increase"},
    {"reduced", "increased"},
    {"inhibits", "activates"},
    {"inhibit", "activate"},
    {"inhibition", "activation"},
    {"promotes", "suppresses"},
    {"promote", "suppress"},
    {"induces", "inhibits"},
    {"induce", "inhibit"},
    {"prevents", "promotes"},
    {"prevent", "promote"},
    {"enhances", "impairs"},
    {"enhance", "impair"},
    {"elevated", "reduced"},
    {"high", "low"},
    {"upregulated", "downregulated"},
    {"upregulates", "downregulates"},
    {"gain", "loss"},
    {"effective", "ineffective"},
}};

// The claim with the first word that has an opposite replaced by it; "" if none has.
std::string Turned(const std::string& claim) {
  for (std::size_t begin = 0; begin < claim.size();) {
    std::size_t end = begin;
    while (end < claim.size() && ascii::IsLetter(claim[end])) ++end;
    const std::string word = ascii::Lowered(claim.substr(begin, end - begin));
    for (const auto& [a, b] : kOpposites) {
      if (word != a && word != b) continue;
      return claim.substr(0, begin) + std::string(word == a ? b : a) + claim.substr(end);
    }
    begin = end + 1;
  }
  return "";
}

struct Pairs {
  TrainingSet relevance{};
  // The same rows in the same order; then, for training alone, supported claims turned into
  // their opposite, which the abstract contradicts.  People wrote too few contradicted claims
  // to learn from them that "increases" and "decreases" do not agree.
  TrainingSet support{};
  std::vector<Verdict> verdicts{};  // of the rows of `support`

  std::size_t rows() const { return relevance.examples.size(); }
};

TrainingSet EmptySet(const char* name, const char* label) {
  TrainingSet set{.name = name, .features = kStanceFeatures};
  set.bits = 16;
  set.cost = 0.1;
  set.least_examples = 2;
  set.labels = {label};  // against the rest: rows with another number
  return set;
}

Pairs PairsOf(const Rows& rows, const Abstracts& abstracts, const LinearModel& rarity) {
  Families families;
  for (const nlohmann::json& row : rows) {
    if (!row.contains("claim")) continue;
    for (const nlohmann::json& id : row.at("candidate_doc_ids")) {
      families.Join("claim " + IdOf(row.at("id")), "abstract " + IdOf(id));
    }
  }
  Pairs pairs{EmptySet("stance_relevance", "relevant"), EmptySet("stance_support", "supports"), {}};
  std::vector<Example> turned;
  for (const nlohmann::json& row : rows) {
    if (!row.contains("claim")) continue;
    const std::string claim = row.at("claim");
    std::map<std::string, Verdict> told;
    for (const nlohmann::json& evidence : row.at("evidence")) {
      told[IdOf(evidence.at("doc_id"))] =
          evidence.at("label") == "SUPPORT" ? kSupport : kContradict;
    }
    for (const nlohmann::json& id : row.at("candidate_doc_ids")) {
      const auto abstract = abstracts.find(IdOf(id));
      if (abstract == abstracts.end()) continue;
      const auto& [title, sentences] = abstract->second;
      const StanceText text{title, {sentences.begin(), sentences.end()}};
      StanceFeatures features;
      ReadStanceFeatures(claim, text, rarity, &features);
      const auto it = told.find(abstract->first);
      const Verdict verdict = it == told.end() ? kNone : it->second;
      const std::string family = families.Of("claim " + IdOf(row.at("id")));
      pairs.relevance.examples.push_back({.features = std::move(features.relevance),
                                          .label = verdict == kNone ? 1u : 0u,
                                          .group = family});
      pairs.support.examples.push_back({.features = std::move(features.support),
                                        .label = verdict == kSupport ? 0u : 1u,
                                        .group = family});
      pairs.verdicts.push_back(verdict);
      if (const std::string opposite = Turned(claim); verdict == kSupport && !opposite.empty()) {
        ReadStanceFeatures(opposite, text, rarity, &features);
        turned.push_back({.features = std::move(features.support), .label = 1, .group = family});
      }
    }
  }
  pairs.verdicts.insert(pairs.verdicts.end(), turned.size(), kContradict);
  std::ranges::move(turned, std::back_inserter(pairs.support.examples));
  return pairs;
}

// Of the set's rows those that `keep` takes.
template <typename Keep>
TrainedModel TrainOn(const TrainingSet& set, const Keep& keep) {
  std::vector<std::size_t> rows;
  for (std::size_t i = 0; i < set.examples.size(); ++i) {
    if (keep(i)) rows.push_back(i);
  }
  return Train(set, rows);
}

// How often a row of `is` has a higher score than one that is not.
double AreaUnderCurve(const std::vector<double>& scores, const std::vector<bool>& is) {
  double right = 0;
  double pairs = 0;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    for (std::size_t k = 0; is[i] && k < scores.size(); ++k) {
      if (is[k]) continue;
      right += scores[i] > scores[k] ? 1 : scores[i] == scores[k] ? 0.5 : 0;
      ++pairs;
    }
  }
  return pairs > 0 ? right / pairs : 0;
}

double F1(double right, double said, double wanted) {
  return said + wanted > 0 ? 2 * right / (said + wanted) : 0;
}

std::vector<StanceOdds> CrossValidated(const Pairs& pairs, std::size_t folds) {
  const std::vector<Example>& rows = pairs.support.examples;
  std::vector<StanceOdds> odds(rows.size());
  for (std::size_t fold = 0; fold < folds; ++fold) {
    const auto seen = [&](std::size_t i) { return FoldOf(rows[i], folds) != fold; };
    // As they will be used: with their weights rounded.
    const std::string relevance_bytes = EncodeModel(TrainOn(pairs.relevance, seen));
    const std::string support_bytes = EncodeModel(TrainOn(
        pairs.support, [&](std::size_t i) { return seen(i) && pairs.verdicts[i] != kNone; }));
    const Result<LinearModel> relevance = LinearModel::Parse(relevance_bytes);
    const Result<LinearModel> support = LinearModel::Parse(support_bytes);
    if (!relevance || !support) std::abort();  // our own bytes
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (seen(i)) continue;
      const double relevant =
          i < pairs.rows() ? StanceProbability(*relevance, pairs.relevance.examples[i].features)
                           : 1;
      const double supports = StanceProbability(*support, rows[i].features);
      odds[i] = {relevant, relevant * supports, relevant * (1 - supports)};
    }
  }
  return odds;
}

std::string Report(const Pairs& pairs, const std::vector<StanceOdds>& odds, bool table) {
  constexpr std::array<Verdict, 3> kReadings = {kSupport, kContradict, kNone};  // by ReadAs
  std::vector<Guess> by_threshold;
  std::vector<Guess> by_odds;
  std::vector<double> relevant;
  std::vector<double> supports;
  std::vector<bool> is_relevant;
  std::vector<bool> is_support;
  double right = 0, said = 0, wanted = 0, found = 0, support_right = 0;
  for (std::size_t i = 0; i < pairs.rows(); ++i) {
    const Verdict verdict = pairs.verdicts[i];
    const Verdict read = kReadings[static_cast<std::size_t>(ReadingOf(odds[i]))];
    Guess guess{verdict, std::vector<float>(kVerdicts.size())};
    guess.probabilities[read] = 1;
    by_threshold.push_back(guess);
    by_odds.push_back(
        {verdict,
         {static_cast<float>(odds[i].supports), static_cast<float>(odds[i].contradicts),
          static_cast<float>(1 - odds[i].relevant)}});
    relevant.push_back(odds[i].relevant);
    is_relevant.push_back(verdict != kNone);
    said += read != kNone ? 1 : 0;
    wanted += verdict != kNone ? 1 : 0;
    found += read != kNone && verdict != kNone ? 1 : 0;
    right += read != kNone && read == verdict ? 1 : 0;
    if (verdict == kNone) continue;
    supports.push_back(odds[i].supports / std::max(1e-9, odds[i].relevant));
    is_support.push_back(verdict == kSupport);
    support_right += (supports.back() >= kSupportsFrom) == (verdict == kSupport) ? 1 : 0;
  }
  std::string text = fmt::format(
      "abstract-level F1 {:.4f}, macro-F1 {:.4f}; relevance F1 {:.4f}, AUC {:.4f}; of relevant "
      "ones, support AUC {:.4f}, accuracy {:.4f}\n",
      F1(right, said, wanted), MacroF1(by_threshold, kVerdicts.size()), F1(found, said, wanted),
      AreaUnderCurve(relevant, is_relevant), AreaUnderCurve(supports, is_support),
      support_right / std::max(1.0, wanted));
  double turned = 0;  // and seen to be
  for (std::size_t i = pairs.rows(); i < odds.size(); ++i) {
    turned += ReadingOf(odds[i]) == ReadAs::kContradicts ? 1 : 0;
  }
  text += fmt::format("  of {} supported claims turned into their opposite, contradicted {:.4f}\n",
                      odds.size() - pairs.rows(),
                      turned / std::max(1.0, static_cast<double>(odds.size() - pairs.rows())));
  if (table) {
    const std::vector<std::string> names(kVerdicts.begin(), kVerdicts.end());
    text += "by the thresholds: " + ScoreTable(by_threshold, names);
    text = text.substr(0, text.find("  confidence"));
    text += "the likeliest of three: " + ScoreTable(by_odds, names);
  }
  return text;
}

}  // namespace

Outcome TrainStance(const Rows& rows, std::size_t folds) {
  const Abstracts abstracts = AbstractsOf(rows);
  const TrainedModel rarity = RarityOf(abstracts);
  const std::string rarity_bytes = EncodeModel(rarity);
  const Result<LinearModel> rarity_model = LinearModel::Parse(rarity_bytes);
  if (!rarity_model) std::abort();  // our own bytes
  Pairs pairs = PairsOf(rows, abstracts, *rarity_model);
  Outcome outcome;
  if (pairs.verdicts.empty()) {
    outcome.report = "no claim with an abstract: give the claims and the abstracts\n";
    return outcome;
  }
  // With claims in other folds as well: how much of a difference is chance.
  for (const char* salt : {"", "/a", "/b", "/c"}) {
    if (folds == 0) break;
    Pairs salted = pairs;
    for (Example& example : salted.relevance.examples) example.group += salt;
    for (Example& example : salted.support.examples) example.group += salt;
    outcome.report += Report(pairs, CrossValidated(salted, folds), *salt == '\0');
  }
  outcome.models.push_back({rarity.name, rarity_bytes});
  outcome.models.push_back({pairs.relevance.name, EncodeModel(TrainOnAll(pairs.relevance))});
  outcome.models.push_back(
      {pairs.support.name, EncodeModel(TrainOn(pairs.support, [&](std::size_t i) {
         return pairs.verdicts[i] != kNone;
       }))});
  return outcome;
}

}  // namespace claimgraph::train
