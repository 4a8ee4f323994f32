#include "models/shipped_models.h"

#include <array>
#include <cstddef>
#include <mutex>
#include <optional>
#include <string>

// The bytes of each file, between two symbols.
#define CLAIMGRAPH_MODEL(name, file)                                              \
  __asm__(".pushsection .rodata\n.balign 16\nclaimgraph_model_" #name             \
          ":\n"                                                                   \
          ".incbin \"" file "\"\nclaimgraph_model_end_" #name                     \
          ":\n.byte 0\n"                                                          \
          ".popsection\n");                                                       \
  extern const char claimgraph_model_##name[] __asm__("claimgraph_model_" #name); \
  extern const char claimgraph_model_end_##name[] __asm__("claimgraph_model_end_" #name);
#include "shipped_models.inc"
#undef CLAIMGRAPH_MODEL

namespace claimgraph {
namespace {

struct Shipped {
  std::string_view name{};
  const char* begin = nullptr;
  const char* end = nullptr;
};

constexpr std::array kShipped = {
#define CLAIMGRAPH_MODEL(name, file) \
  Shipped{#name, claimgraph_model_##name, claimgraph_model_end_##name},
#include "shipped_models.inc"
#undef CLAIMGRAPH_MODEL
    Shipped{}};  // an array of none would have no type

struct Slot {
  std::once_flag once{};
  // One of the two, or neither with an error.
  std::optional<LinearModel> model{};
  std::optional<SequenceModel> sequence{};
  std::string error{};
};

const Slot& Read(std::size_t i) {
  static std::array<Slot, kShipped.size()> slots;
  Slot& slot = slots[i];
  std::call_once(slot.once, [&] {
    const Shipped& from = kShipped[i];
    const std::string_view bytes(from.begin, static_cast<std::size_t>(from.end - from.begin));
    const auto take = [&](auto model, auto* into) {
      if (model) {
        *into = *std::move(model);
      } else {
        slot.error = std::string(from.name) + ": " + model.error().message;
      }
    };
    if (IsSequenceModel(bytes)) {
      take(SequenceModel::Parse(bytes), &slot.sequence);
    } else {
      take(LinearModel::Parse(bytes), &slot.model);
    }
  });
  return slot;
}

}  // namespace

const LinearModel* ShippedModel(std::string_view name, std::uint32_t features) {
  for (std::size_t i = 0; i + 1 < kShipped.size(); ++i) {
    if (kShipped[i].name != name) continue;
    const Slot& slot = Read(i);
    return slot.model && slot.model->features() == features ? &*slot.model : nullptr;
  }
  return nullptr;
}

const SequenceModel* ShippedSequenceModel(std::string_view name, std::uint32_t features) {
  for (std::size_t i = 0; i + 1 < kShipped.size(); ++i) {
    if (kShipped[i].name != name) continue;
    const Slot& slot = Read(i);
    return slot.sequence && slot.sequence->features() == features ? &*slot.sequence : nullptr;
  }
  return nullptr;
}

std::vector<std::string> BrokenModels() {
  std::vector<std::string> broken;
  for (std::size_t i = 0; i + 1 < kShipped.size(); ++i) {
    if (const Slot& slot = Read(i); !slot.error.empty()) broken.push_back(slot.error);
  }
  return broken;
}

std::vector<std::string_view> ShippedModelNames() {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i + 1 < kShipped.size(); ++i) names.push_back(kShipped[i].name);
  return names;
}

}  // namespace claimgraph
