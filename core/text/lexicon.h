// A set of phrases, each with what it means, found in tokens by longest match.
//
// Built once from tables; look-up costs one hash of the first word for most
// tokens.  Words are compared folded (see tokens.h).
#ifndef CLAIMGRAPH_CORE_TEXT_LEXICON_H_
#define CLAIMGRAPH_CORE_TEXT_LEXICON_H_

#include <bitset>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/text/tokens.h"

namespace claimgraph {

class Lexicon {
 public:
  struct Hit {
    std::uint32_t length = 0;  // in tokens; 0: nothing here
    std::uint64_t value = 0;
  };

  // Words of `phrase` are separated by spaces.  A phrase added twice keeps the
  // bitwise or of its values.
  void Add(std::string_view phrase, std::uint64_t value);

  // The longest phrase that starts at token `at`.
  Hit Find(const TokenList& tokens, std::size_t at) const;

  std::size_t size() const { return size_; }

 private:
  // A trie over words.  Node 0 is the root, whose children are by word; those of
  // other nodes are by (node << 32 | word).
  std::uint32_t WordId(std::string_view word) const;  // 0: unknown
  std::uint32_t AddWord(std::string_view word);
  std::uint32_t Child(std::uint32_t node, std::uint32_t word) const;  // 0: none
  void Grow();

  // Most words of a text are in no phrase: a filter on letters and length tells
  // nearly all of them without a hash.  May say yes wrongly, never no.
  static std::size_t FilterBit(std::string_view word);
  std::bitset<1 << 16> filter_;

  // Open addressing, at most half full, the size a power of two.
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t id = 0;  // 0: free
  };
  std::vector<Slot> slots_ = std::vector<Slot>(64);
  std::vector<std::string> words_{1};       // by id
  std::vector<std::uint32_t> first_{0};     // the root's child, by id of its word
  std::unordered_map<std::uint64_t, std::uint32_t> next_;
  struct Node {
    std::uint64_t value = 0;
    bool last = false;      // a phrase ends here
    bool continues = false;  // a longer one goes on
  };
  std::vector<Node> nodes_{1};
  std::size_t size_ = 0;
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_TEXT_LEXICON_H_
