// A regular expression that cannot blow up: linear in the text, whatever the
// text.  The only file of the rules that knows RE2.
#ifndef CLAIMGRAPH_QUERIES_RULES_PATTERN_H_
#define CLAIMGRAPH_QUERIES_RULES_PATTERN_H_

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "core/span.h"

namespace re2 {
class RE2;
}

namespace claimgraph {

class Pattern {
 public:
  enum class Case { kIgnore, kMatch };

  // RE2 syntax over bytes; must be valid.  A character beyond ASCII is several
  // bytes: it may stand in an alternative, "(?:'|’)", but not in a class.  Build
  // once (function-local static): compiling costs more than matching a page.
  explicit Pattern(std::string_view expression, Case letters = Case::kIgnore);
  ~Pattern();
  Pattern(const Pattern&) = delete;
  Pattern& operator=(const Pattern&) = delete;

  bool In(std::string_view text) const;

  // The first match at or after `from`: the first group's bytes where the
  // expression has a group that took part, else the whole match's.  `^` and
  // `\b` see the text before `from`.
  std::optional<TextSpan> Find(std::string_view text, std::size_t from = 0) const;

  // The words of the first match, or "".
  std::string_view Words(std::string_view text) const;

  // Every match, left to right, not overlapping.
  std::vector<TextSpan> FindAll(std::string_view text) const;

 private:
  std::unique_ptr<re2::RE2> re_;
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_RULES_PATTERN_H_
