// Searches for the word and looks around it, since comments are rare.

#include "importers/formats/ignore_comments.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>

namespace claimgraph {
namespace {

constexpr std::string_view kWord = "claimgraph-ignore";
constexpr std::size_t kLongest = 1000;

std::string_view Trim(std::string_view s) {
  const auto space = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (!s.empty() && space(s.front())) s.remove_prefix(1);
  while (!s.empty() && space(s.back())) s.remove_suffix(1);
  return s;
}

// Nothing between the words and the comment ends their block.
bool OnSameLine(std::string_view between) {
  return between.find_first_of("\n\r<") == std::string_view::npos;
}

}  // namespace

std::vector<IgnoreComment> FindIgnoreComments(std::string_view text) {
  std::vector<IgnoreComment> found;
  for (std::size_t at = text.find(kWord); at != std::string_view::npos;
       at = text.find(kWord, at + 1)) {
    std::size_t begin = at;
    while (begin > 0 &&
           (text[begin - 1] == ' ' || text[begin - 1] == '\t' || text[begin - 1] == '\n'))
      --begin;
    if (begin < 4 || text.substr(begin - 4, 4) != "<!--") continue;
    const std::size_t content = at + kWord.size();
    const std::size_t close =
        text.substr(0, std::min(text.size(), content + kLongest)).find("-->", content);
    if (close == std::string_view::npos) continue;
    IgnoreComment comment;
    comment.source = {static_cast<std::uint32_t>(begin - 4), static_cast<std::uint32_t>(close + 3)};
    const std::string_view words = Trim(text.substr(content, close - content));
    const std::size_t colon = words.find(':');
    comment.rule = Trim(words.substr(0, colon));
    if (colon != std::string_view::npos) comment.reason = Trim(words.substr(colon + 1));
    found.push_back(std::move(comment));
  }
  return found;
}

void PlaceIgnoreComments(std::string_view text, std::vector<IgnoreComment> comments,
                         Document* document) {
  constexpr std::size_t kMostTold = 8;
  std::size_t told = 0;
  for (IgnoreComment& comment : comments) {
    comment.at = document->map.TextAt(comment.source.end);
    const std::uint32_t before = document->map.TextAt(comment.source.begin);
    const auto& blocks = document->blocks;
    const auto after =
        std::lower_bound(blocks.begin(), blocks.end(), before,
                         [](const Block& b, std::uint32_t at) { return b.span.begin < at; });
    if (after != blocks.begin()) {
      const TextSpan block = std::prev(after)->span;
      const std::uint32_t end = document->Source({block.end - 1, block.end}).end;
      if (end <= comment.source.begin && OnSameLine(text.substr(end, comment.source.begin - end))) {
        comment.at = block.end - 1;
      }
    }
    if ((comment.rule.empty() || comment.reason.empty()) && told++ < kMostTold) {
      document->diagnostics.push_back(
          {"ignore-without-reason", comment.source,
           "A comment to claimgraph names a rule and a reason, as in \"claimgraph-ignore RULE: "
           "REASON\"; this one silences nothing."});
    }
  }
  document->ignores = std::move(comments);
}

}  // namespace claimgraph
