#include "core/model/linear_model.h"

#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <optional>
#include <utility>

namespace claimgraph {
namespace {

static_assert(std::endian::native == std::endian::little, "models are little-endian");

constexpr std::string_view kMagic = "claimgraph model\n";
constexpr float kMostByte = 127;

template <typename T>
void Append(T value, std::string* bytes) {
  char raw[sizeof(T)];
  std::memcpy(raw, &value, sizeof(T));
  bytes->append(raw, sizeof(T));
}

void AppendText(std::string_view text, std::string* bytes) {
  Append(static_cast<std::uint32_t>(text.size()), bytes);
  *bytes += text;
}

// Takes values off the front; after the first that is not there, all are nothing.
class Taker {
 public:
  explicit Taker(std::string_view bytes) : bytes_(bytes) {}

  template <typename T>
  T Take() {
    T value{};
    if (bytes_.size() < sizeof(T)) {
      failed_ = true;
      return value;
    }
    std::memcpy(&value, bytes_.data(), sizeof(T));
    bytes_.remove_prefix(sizeof(T));
    return value;
  }

  std::string TakeText() {
    const auto size = Take<std::uint32_t>();
    if (size > bytes_.size()) {
      failed_ = true;
      return {};
    }
    std::string text(bytes_.substr(0, size));
    bytes_.remove_prefix(size);
    return text;
  }

  bool failed() const { return failed_; }
  std::string_view rest() const { return bytes_; }

 private:
  std::string_view bytes_;
  bool failed_ = false;
};

tl::unexpected<Error> Broken(std::string_view what) {
  return Fail(ErrorCode::kCorrupt, "a model's weights are damaged (" + std::string(what) +
                                       "): build claimgraph again from a clean checkout");
}

}  // namespace

Result<LinearModel> LinearModel::Parse(std::string_view bytes) {
  if (!bytes.starts_with(kMagic)) return Broken("no model");
  if (bytes.size() < kMagic.size() + sizeof(std::uint64_t)) return Broken("too short");
  const std::string_view body = bytes.substr(0, bytes.size() - sizeof(std::uint64_t));
  const auto checksum = Taker(bytes.substr(body.size())).Take<std::uint64_t>();
  if (XXH3_64bits(body.data(), body.size()) != checksum) return Broken("checksum");
  Taker taker(body.substr(kMagic.size()));
  if (taker.Take<std::uint32_t>() != kModelVersion) {
    return Fail(ErrorCode::kVersion,
                "a model has another version than this claimgraph reads: train it again");
  }
  LinearModel model;
  model.name_ = taker.TakeText();
  model.features_ = taker.Take<std::uint32_t>();
  model.bits_ = taker.Take<std::uint32_t>();
  model.temperature_ = taker.Take<float>();
  const auto labels = taker.Take<std::uint32_t>();
  if (taker.failed() || model.bits_ < kLeastModelBits || model.bits_ > kMostModelBits ||
      labels == 0 || labels > kMostModelLabels || !(model.temperature_ > 0) || !std::isfinite(model.temperature_)) {
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
  Append(static_cast<std::uint64_t>(XXH3_64bits(bytes.data(), bytes.size())), &bytes);
  return bytes;
}

}  // namespace claimgraph
