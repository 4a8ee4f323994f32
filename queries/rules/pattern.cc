#include "queries/rules/pattern.h"

#include <re2/re2.h>

#include <array>
#include <cassert>
#include <string>

namespace claimgraph {
namespace {

RE2::Options OptionsFor(Pattern::Case letters) {
  RE2::Options options;
  options.set_case_sensitive(letters == Pattern::Case::kMatch);
  options.set_log_errors(false);
  options.set_encoding(RE2::Options::EncodingLatin1);  // bytes; builds twice as fast
  return options;
}

}  // namespace

Pattern::Pattern(std::string_view expression, Case letters)
    : re_(std::make_unique<RE2>(re2::StringPiece(expression.data(), expression.size()),
                                OptionsFor(letters))) {
  assert(re_->ok());
}

Pattern::~Pattern() = default;

bool Pattern::In(std::string_view text) const {
  return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), *re_);
}

std::optional<TextSpan> Pattern::Find(std::string_view text, std::size_t from) const {
  std::array<re2::StringPiece, 2> groups;
  const int wanted = re_->NumberOfCapturingGroups() > 0 ? 2 : 1;
  if (from > text.size() || !re_->Match(re2::StringPiece(text.data(), text.size()), from,
                                        text.size(), RE2::UNANCHORED, groups.data(), wanted)) {
    return std::nullopt;
  }
  const re2::StringPiece& hit = wanted == 2 && groups[1].data() != nullptr ? groups[1] : groups[0];
  const auto begin = static_cast<std::uint32_t>(hit.data() - text.data());
  return TextSpan{begin, begin + static_cast<std::uint32_t>(hit.size())};
}

std::string_view Pattern::Words(std::string_view text) const {
  const std::optional<TextSpan> hit = Find(text);
  return hit ? Slice(text, *hit) : std::string_view();
}

std::vector<TextSpan> Pattern::FindAll(std::string_view text) const {
  std::vector<TextSpan> hits;
  std::size_t from = 0;
  while (const std::optional<TextSpan> hit = Find(text, from)) {
    hits.push_back(*hit);
    from = hit->end > hit->begin ? hit->end : hit->end + 1;
  }
  return hits;
}

}  // namespace claimgraph
