#include "core/text/lexicon.h"

#include <cstring>
#include <utility>

namespace claimgraph {

std::size_t Lexicon::FilterBit(std::string_view word) {
  if (word.empty()) return 0;
  const auto byte = [word](std::size_t i) { return static_cast<unsigned char>(word[i]); };
  const std::size_t n = word.size();
  const std::size_t mixed =
      byte(0) * 0x9E5U + byte(n - 1) * 0x3D1U + byte(n / 2) * 0x17BU + byte(n / 4) * 0x6DU + n * 0x35U;
  return mixed & 0xFFFF;
}

namespace {

// The ends and the length of a word, mixed; told apart by comparing the words.
std::uint32_t HashOf(std::string_view word) {
  const std::size_t n = word.size();
  std::uint64_t head = 0;
  std::uint64_t tail = 0;
  const std::size_t part = n < 8 ? n : 8;
  std::memcpy(&head, word.data(), part);
  std::memcpy(&tail, word.data() + (n - part), part);
  std::uint64_t hash = (head ^ (tail << 29 | tail >> 35) ^ n) * 0x9E3779B97F4A7C15ULL;
  hash ^= hash >> 32;
  return static_cast<std::uint32_t>(hash * 0xD6E8FEB86659FD93ULL >> 32);
}

}  // namespace

std::uint32_t Lexicon::WordId(std::string_view word) const {
  if (!filter_[FilterBit(word)]) return 0;
  const std::uint32_t hash = HashOf(word);
  for (std::size_t at = hash & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
    const Slot& slot = slots_[at];
    if (slot.id == 0) return 0;
    if (slot.hash == hash && words_[slot.id] == word) return slot.id;
  }
}

std::uint32_t Lexicon::AddWord(std::string_view word) {
  filter_.set(FilterBit(word));
  if (const std::uint32_t known = WordId(word); known != 0) return known;
  if (2 * words_.size() >= slots_.size()) Grow();
  const std::uint32_t hash = HashOf(word);
  std::size_t at = hash & (slots_.size() - 1);
  while (slots_[at].id != 0) at = (at + 1) & (slots_.size() - 1);
  slots_[at] = {hash, static_cast<std::uint32_t>(words_.size())};
  words_.emplace_back(word);
  first_.push_back(0);
  return slots_[at].id;
}

void Lexicon::Grow() {
  std::vector<Slot> larger(slots_.size() * 2);
  for (const Slot& slot : slots_) {
    if (slot.id == 0) continue;
    std::size_t at = slot.hash & (larger.size() - 1);
    while (larger[at].id != 0) at = (at + 1) & (larger.size() - 1);
    larger[at] = slot;
  }
  slots_ = std::move(larger);
}

std::uint32_t Lexicon::Child(std::uint32_t node, std::uint32_t word) const {
  if (node == 0) return first_[word];
  const auto it = next_.find((static_cast<std::uint64_t>(node) << 32) | word);
  return it == next_.end() ? 0 : it->second;
}

void Lexicon::Add(std::string_view phrase, std::uint64_t value) {
  std::uint32_t node = 0;
  while (!phrase.empty()) {
    const std::size_t space = phrase.find(' ');
    const std::string_view word = phrase.substr(0, space);
    phrase = space == std::string_view::npos ? std::string_view() : phrase.substr(space + 1);
    if (word.empty()) continue;
    const std::uint32_t id = AddWord(word);
    std::uint32_t child = Child(node, id);
    if (child == 0) {
      child = static_cast<std::uint32_t>(nodes_.size());
      nodes_.emplace_back();
      if (node == 0) {
        first_[id] = child;
      } else {
        next_.emplace((static_cast<std::uint64_t>(node) << 32) | id, child);
      }
    }
    nodes_[node].continues = true;
    node = child;
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
    const std::uint32_t child = Child(node, word);
    if (child == 0) break;
    node = child;
    if (nodes_[node].last) {
      best.length = static_cast<std::uint32_t>(i + 1 - at);
      best.value = nodes_[node].value;
    }
    if (!nodes_[node].continues) break;
  }
  return best;
}

}  // namespace claimgraph
