#include "queries/reports/phrases.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/utf8.h"

namespace claimgraph {

std::string Spaced(std::string_view name) {
  std::string words(name);
  std::ranges::replace(words, '_', ' ');
  return words;
}

std::string Counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string Numbers(const Effect& e) {
  std::string words = fmt::format("{} {}", Name(e.measure), e.value);
  if (e.ci_low && e.ci_high) words += fmt::format(", CI {} to {}", *e.ci_low, *e.ci_high);
  if (e.p) words += fmt::format(", p {}", *e.p);
  if (e.k) words += fmt::format(", {} studies", *e.k);
  if (e.n) words += fmt::format(", {} people", *e.n);
  if (e.i2) words += fmt::format(", I2 {} %", *e.i2);
  return words;
}

std::string AuthorsAndYear(const Reference& r) {
  std::string words = r.authors.empty() ? std::string("no author") : r.authors.front().family;
  if (r.authors.size() == 2 && !r.et_al) {
    words += " & " + r.authors.back().family;
  } else if (r.authors.size() > 1 || r.et_al) {
    words += " et al.";
  }
  return words + (r.year == 0 ? ", no year" : fmt::format(", {}{}", r.year, r.year_suffix));
}

std::string NameInWords(std::string_view name) {
  static constexpr std::pair<std::string_view, std::string_view> kKinds[] = {
      {"doi:", "DOI "}, {"pmid:", "PMID "}, {"pmcid:", ""}, {"url:", ""}, {"title:", ""}};
  for (const auto& [kind, words] : kKinds) {
    if (!name.starts_with(kind)) continue;
    name.remove_prefix(kind.size());
    if (kind == "title:") name = name.substr(0, name.rfind('|'));  // the year
    return std::string(words) + std::string(name);
  }
  return std::string(name);
}

std::string StudyInWords(std::string_view key) {
  constexpr std::string_view kRegistry = "registry:";
  constexpr std::string_view kWork = "work:";
  if (key.starts_with(kRegistry)) {
    std::string number(key.substr(kRegistry.size()));
    std::ranges::transform(number, number.begin(), [](char c) {
      return ascii::IsLower(c) ? static_cast<char>(c - ('a' - 'A')) : c;
    });
    return "registered as " + number;
  }
  if (key.starts_with(kWork)) return "known by " + NameInWords(key.substr(kWork.size()));
  return std::string(key);
}

std::string_view StanceInWords(Stance stance) {
  static constexpr std::array<std::string_view, 5> kWords = {"supports", "disputes", "inconclusive",
                                                             "did not look", "not known"};
  return kWords.at(static_cast<std::size_t>(stance));
}

std::string Signed(double change) { return change == 0 ? "" : fmt::format(" ({:+g})", change); }

std::string_view CertaintyInWords(int level) {
  constexpr std::array<std::string_view, 5> kWords = {"no start: opinion or mechanism only",
                                                      "very low", "low", "moderate", "high"};
  return level < 0 || level > 4 ? "unknown" : kWords.at(static_cast<std::size_t>(level));
}

void CollectNotAssessed(const std::vector<Reason>& reasons, std::vector<std::string>* items) {
  constexpr std::string_view kSuffix = "-not-assessed";
  for (const Reason& reason : reasons) {
    if (!reason.rule.ends_with(kSuffix)) continue;
    std::string item = reason.rule.substr(0, reason.rule.size() - kSuffix.size());
    if (std::ranges::find(*items, item) == items->end()) items->push_back(std::move(item));
  }
}

std::string Shortened(std::string_view text, std::size_t most) {
  std::size_t end = 0;
  std::size_t space = 0;
  for (std::size_t count = 0; end < text.size() && count < most; ++count) {
    if (text[end] == ' ') space = end;
    char32_t c = 0;
    end += DecodeUtf8At(text, end, &c);
  }
  if (end >= text.size()) return std::string(text);
  const std::size_t cut = space > end / 2 ? space : end;
  return std::string(text.substr(0, cut)) + "…";
}

}  // namespace claimgraph
