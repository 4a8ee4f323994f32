#include "core/model/linear_model.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "core/model/model_bytes.h"

namespace claimgraph {

using model_bytes::Append;
using model_bytes::AppendText;
using model_bytes::Broken;
using model_bytes::kMostByte;
using model_bytes::Taker;

namespace {

constexpr std::string_view kMagic = "claimgraph model\n";

}  // namespace

Result<LinearModel> LinearModel::Parse(std::string_view bytes) {
  const Result<std::string_view> body = model_bytes::Unwrap(bytes, kMagic);
  if (!body) return tl::unexpected(body.error());
  Taker taker(*body);
  if (taker.Take<std::uint32_t>() != kModelVersion) {
    return model_bytes::OtherVersion();
  }
  LinearModel model;
  model.name_ = taker.TakeText();
  model.features_ = taker.Take<std::uint32_t>();
  model.bits_ = taker.Take<std::uint32_t>();
  model.temperature_ = taker.Take<float>();
  const auto labels = taker.Take<std::uint32_t>();
  if (taker.failed() || model.bits_ < kLeastModelBits || model.bits_ > kMostModelBits ||
      labels == 0 || labels > kMostModelLabels || !(model.temperature_ > 0) ||
      !std::isfinite(model.temperature_)) {
    return Broken("sizes");
  }
  for (std::uint32_t i = 0; i < labels; ++i) {
    Label label{.name = taker.TakeText()};
    label.scale = taker.Take<float>();
    label.bias = taker.Take<float>();
    if (!std::isfinite(label.scale) || !std::isfinite(label.bias)) return Broken("numbers");
    model.labels_.push_back(std::move(label));
  }
  model.weights_ = taker.rest();
  if (taker.failed() || model.weights_.size() != std::size_t{labels} << model.bits_) {
    return Broken("weights");
  }
  return model;
}

void LinearModel::Score(const Features& features, std::vector<float>* scores) const {
  const std::size_t labels = labels_.size();
  const std::uint32_t shift = 32 - bits_;
  scores->assign(labels, 0);
  for (const Feature& f : features.items()) {
    const char* row = weights_.data() + std::size_t{f.hash >> shift} * labels;
    for (std::size_t i = 0; i < labels; ++i) {
      (*scores)[i] += f.value * static_cast<float>(static_cast<signed char>(row[i]));
    }
  }
  for (std::size_t i = 0; i < labels; ++i) {
    (*scores)[i] = (*scores)[i] * labels_[i].scale + labels_[i].bias;
  }
}

void MakeProbabilities(float temperature, std::vector<float>* scores) {
  float sum = 0;
  for (float& s : *scores) {
    s = 1 / (1 + std::exp(-s / temperature));
    sum += s;
  }
  if (sum <= 0) return;
  for (float& s : *scores) s /= sum;
}

std::string EncodeModel(const TrainedModel& model) {
  const std::size_t labels = model.labels.size();
  std::vector<float> scales(labels, 1);
  for (std::size_t i = 0; i < labels; ++i) {
    double most = 0;
    for (std::size_t at = i; at < model.weights.size(); at += labels) {
      most = std::max(most, std::abs(model.weights[at]));
    }
    if (most > 0) scales[i] = static_cast<float>(most) / kMostByte;
  }
  std::string bytes(kMagic);
  Append(kModelVersion, &bytes);
  AppendText(model.name, &bytes);
  Append(model.features, &bytes);
  Append(model.bits, &bytes);
  Append(model.temperature, &bytes);
  Append(static_cast<std::uint32_t>(labels), &bytes);
  for (std::size_t i = 0; i < labels; ++i) {
    AppendText(model.labels[i], &bytes);
    Append(scales[i], &bytes);
    Append(static_cast<float>(model.biases[i]), &bytes);
  }
  for (std::size_t at = 0; at < model.weights.size(); ++at) {
    const double steps = model.weights[at] / static_cast<double>(scales[at % labels]);
    bytes.push_back(static_cast<char>(static_cast<signed char>(std::lround(steps))));
  }
  model_bytes::AppendChecksum(&bytes);
  return bytes;
}

}  // namespace claimgraph
