#include "core/model/linear_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/model/features.h"
#include "models/shipped_models.h"

namespace claimgraph {
namespace {

using testing::FloatNear;
using testing::HasSubstr;
using testing::SizeIs;

// Two labels, 256 buckets: "warm" speaks for the first, "cold" for the second.
TrainedModel Weather() {
  TrainedModel model{.name = "weather",
                     .features = 3,
                     .bits = 8,
                     .labels = {"summer", "winter"},
                     .biases = {0.5, -0.5},
                     .weights = std::vector<double>(512)};
  const auto bucket = [](const char* word) { return std::size_t{HashWord(word) >> 56}; };
  model.weights[bucket("warm") * 2] = 2;
  model.weights[bucket("warm") * 2 + 1] = -1;
  model.weights[bucket("cold") * 2 + 1] = 4;
  return model;
}

std::vector<float> Scores(const LinearModel& model, const std::vector<const char*>& words) {
  Features features;
  for (const char* word : words) features.Add(HashWord(word));
  std::vector<float> scores;
  model.Score(features, &scores);
  return scores;
}

TEST(LinearModelTest, ScoresAreBiasAndWeights) {
  const std::string bytes = EncodeModel(Weather());
  const auto model = LinearModel::Parse(bytes);
  ASSERT_TRUE(model) << model.error().message;
  EXPECT_EQ(model->name(), "weather");
  EXPECT_EQ(model->features(), 3u);
  ASSERT_THAT(model->labels(), SizeIs(2));
  EXPECT_EQ(model->labels()[1].name, "winter");
  EXPECT_THAT(Scores(*model, {}), testing::ElementsAre(0.5f, -0.5f));
  EXPECT_THAT(Scores(*model, {"warm"}),
              testing::ElementsAre(FloatNear(2.5f, 0.02f), FloatNear(-1.5f, 0.02f)));
  EXPECT_THAT(Scores(*model, {"cold", "cold"}),
              testing::ElementsAre(FloatNear(0.5f, 0.02f), FloatNear(7.5f, 0.05f)));
}

TEST(LinearModelTest, ProbabilitiesSumToOneAndHotterOnesAreFlatter) {
  TrainedModel trained = Weather();
  std::vector<float> sharp;
  std::vector<float> flat;
  for (const auto& [temperature, into] : {std::pair(1.0f, &sharp), std::pair(4.0f, &flat)}) {
    trained.temperature = temperature;
    const std::string bytes = EncodeModel(trained);
    const auto model = LinearModel::Parse(bytes);
    ASSERT_TRUE(model);
    *into = Scores(*model, {"warm"});
    model->MakeProbabilities(into);
    EXPECT_NEAR((*into)[0] + (*into)[1], 1, 1e-5);
  }
  EXPECT_GT(sharp[0], flat[0]);
  EXPECT_GT(flat[0], 0.5f);
}

TEST(LinearModelTest, DamageIsToldNotRead) {
  const std::string bytes = EncodeModel(Weather());
  for (std::size_t size = 0; size < bytes.size(); size += 7) {
    EXPECT_FALSE(LinearModel::Parse(std::string_view(bytes).substr(0, size))) << size;
  }
  for (std::size_t at = 0; at < bytes.size(); at += 5) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    const auto model = LinearModel::Parse(damaged);
    ASSERT_FALSE(model) << at;
    EXPECT_THAT(model.error().message, HasSubstr("build claimgraph again"));
  }
}

TEST(LinearModelTest, HashesAreThoseThatModelsWereTrainedWith) {
  EXPECT_EQ(HashWord("massage"), 0x226124d0019a3a50ULL);
  EXPECT_EQ(Combine(1, 2), 0xbfc846100bfc1e42ULL);
  EXPECT_NE(Combine(1, 2), Combine(2, 1));
}

TEST(FeaturesTest, BinaryCountsOnceAndNormalisedHasLengthOne) {
  Features features;
  for (int i = 0; i < 3; ++i) features.Add(HashWord("a"));
  features.Add(HashWord("b"));
  features.MakeBinary();
  ASSERT_THAT(features.items(), SizeIs(2));
  features.Normalise();
  EXPECT_NEAR(features.items()[0].value, 0.70711f, 1e-4);
}

TEST(ShippedModelsTest, AllOfThemCanBeRead) {
  EXPECT_THAT(BrokenModels(), testing::IsEmpty());
  EXPECT_EQ(ShippedModel("no such model", 1), nullptr);
}

}  // namespace
}  // namespace claimgraph
