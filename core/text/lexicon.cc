#include "core/text/lexicon.h"

namespace claimgraph {

std::size_t Lexicon::FilterBit(std::string_view word) {
  if (word.empty()) return 0;
  const auto byte = [word](std::size_t i) { return static_cast<unsigned char>(word[i]); };
  const std::size_t n = word.size();
  const std::size_t mixed =
      byte(0) * 0x9E5U + byte(n - 1) * 0x3D1U + byte(n / 2) * 0x17BU + byte(n / 4) * 0x6DU + n * 0x35U;
  return mixed & 0xFFFF;
}

std::uint32_t Lexicon::WordId(std::string_view word) const {
  if (!filter_[FilterBit(word)]) return 0;
  const auto it = words_.find(word);
  return it == words_.end() ? 0 : it->second;
}

void Lexicon::Add(std::string_view phrase, std::uint64_t value) {
  std::uint32_t node = 0;
  while (!phrase.empty()) {
    const std::size_t space = phrase.find(' ');
    const std::string_view word = phrase.substr(0, space);
    phrase = space == std::string_view::npos ? std::string_view() : phrase.substr(space + 1);
    if (word.empty()) continue;
    filter_.set(FilterBit(word));
    const auto id =
        words_.try_emplace(std::string(word), static_cast<std::uint32_t>(words_.size() + 1))
            .first->second;
    const std::uint64_t step = (static_cast<std::uint64_t>(node) << 32) | id;
    const auto [it, added] = next_.try_emplace(step, static_cast<std::uint32_t>(nodes_.size()));
    nodes_[node].continues = true;
    if (added) nodes_.emplace_back();
    node = it->second;
  }
  if (node == 0) return;
  if (!nodes_[node].last) ++size_;
  nodes_[node].last = true;
  nodes_[node].value |= value;
}

Lexicon::Hit Lexicon::Find(const TokenList& tokens, std::size_t at) const {
  Hit best;
  std::uint32_t node = 0;
  for (std::size_t i = at; i < tokens.size(); ++i) {
    // A hyphen inside a phrase does not break it: "meta-analysis", "well-established".
    if (i > at && tokens[i].kind == TokenKind::kPunctuation &&
        (tokens[i].word == "-" || tokens[i].word == "\u2010" || tokens[i].word == "\u2011")) {
      continue;
    }
    const std::uint32_t word = WordId(tokens[i].word);
    if (word == 0) break;
    const auto it = next_.find((static_cast<std::uint64_t>(node) << 32) | word);
    if (it == next_.end()) break;
    node = it->second;
    if (nodes_[node].last) {
      best.length = static_cast<std::uint32_t>(i + 1 - at);
      best.value = nodes_[node].value;
    }
    if (!nodes_[node].continues) break;
  }
  return best;
}

}  // namespace claimgraph
