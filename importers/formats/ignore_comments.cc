// Searches for the word and looks around it, since comments are rare.

#include "importers/formats/ignore_comments.h"

#include <algorithm>
#include <cstddef>
#include <string>

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
    if (comment.rule.empty()) comment.rule = "all";
    found.push_back(std::move(comment));
  }
  return found;
}

}  // namespace claimgraph
