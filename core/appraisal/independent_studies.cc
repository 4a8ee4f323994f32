#include "core/appraisal/independent_studies.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace claimgraph {
namespace {

// Where each study stands in a list.  Most bodies are a few lines, which are
// sooner compared than put into a map.
class StudyIndex {
 public:
  explicit StudyIndex(const std::vector<BodyLine>& studies) : studies_(studies) {}

  // The place of `study` in the list, or its size.
  std::size_t Find(std::string_view study) {
    if (studies_.size() <= kFew) {
      const auto found = std::ranges::find(studies_, study, &BodyLine::study);
      return static_cast<std::size_t>(found - studies_.begin());
    }
    for (; mapped_ < studies_.size(); ++mapped_) {
      places_.emplace(studies_[mapped_].study, mapped_);
    }
    const auto found = places_.find(study);
    return found == places_.end() ? studies_.size() : found->second;
  }

 private:
  static constexpr std::size_t kFew = 16;

  const std::vector<BodyLine>& studies_;
  std::map<std::string, std::size_t, std::less<>> places_;
  std::size_t mapped_ = 0;
};

void Step(std::vector<Reason>* steps, std::string_view rule, std::string because) {
  steps->push_back({"certainty", std::string(rule), 0, std::move(because)});
}

void DropIncluded(std::vector<BodyLine>* studies, std::vector<Reason>* steps) {
  std::map<std::string, std::string> included;  // study -> the review that includes it
  for (const BodyLine& review : *studies) {
    for (const std::string& study : review.includes) {
      if (study != review.study) included.emplace(study, review.study);
    }
  }
  std::erase_if(*studies, [&](const BodyLine& line) {
    const auto it = included.find(line.study);
    if (line.study.empty() || it == included.end()) return false;
    if (steps != nullptr) {
      Step(steps, "included-in-review",
           fmt::format("{} is already part of {}", line.study, it->second));
    }
    return true;
  });
}

}  // namespace

int IndirectnessOf(const BodyLine& line) {
  if (line.intervention == Directness::kDifferent) return 2;
  int lost = 0;
  for (const Directness d : {line.population, line.intervention, line.comparator, line.outcome}) {
    lost += d == Directness::kIndirect || d == Directness::kDifferent ? 1 : 0;
  }
  return std::min(lost, 2);
}

std::int64_t PeopleIn(const BodyLine& line) {
  return line.effect && line.effect->n ? *line.effect->n : line.people.value_or(0);
}

std::vector<BodyLine> IndependentStudies(std::span<const BodyLine> lines,
                                         std::vector<Reason>* steps) {
  std::vector<BodyLine> studies;
  studies.reserve(lines.size());
  StudyIndex index(studies);
  std::set<std::string> repeated;
  for (const BodyLine& line : lines) {
    if (line.retracted) {
      if (steps != nullptr) Step(steps, "retracted", "a source was retracted and does not count");
      continue;
    }
    const std::size_t same = line.study.empty() ? studies.size() : index.Find(line.study);
    if (same == studies.size()) {
      studies.push_back(line);
      continue;
    }
    repeated.insert(line.study);
    BodyLine& kept = studies[same];
    if (IndirectnessOf(line) < IndirectnessOf(kept)) kept = line;
  }
  if (steps != nullptr) {
    for (const std::string& study : repeated) {
      Step(steps, "same-study",
           fmt::format("{} stands behind several lines and counts once", study));
    }
  }
  DropIncluded(&studies, steps);
  return studies;
}

}  // namespace claimgraph
