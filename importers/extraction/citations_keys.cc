// Markers that carry a key: Pandoc's `[@key; @other, p. 3]`, `@key [p. 3]`, and
// footnote marks.
//
// A bracket with several keys is one citation.  A bare "@name" counts where a
// bibliography has that key, for people write to "@name" too.  A footnote that
// only comments is no citation; a mark whose note is missing is one that
// dangles.

#include <optional>

#include "core/text/normalize.h"
#include "importers/extraction/citations_chars.h"
#include "importers/extraction/citations_context.h"

namespace claimgraph {
namespace {

constexpr std::size_t kMaxBracket = 1000;
constexpr std::size_t kMaxSuffix = 80;

bool IsKeyChar(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || IsDigit(byte) ||
         byte == '_' || byte >= 0x80;
}

// The key that begins at `at`, after the "@"; inner punctuation belongs to it.
std::string_view KeyAt(std::string_view text, std::size_t at) {
  constexpr std::string_view kInner = ":.#$%&-+?<>~/";
  if (at < text.size() && text[at] == '{') {
    const std::size_t close = text.substr(0, std::min(text.size(), at + kMaxSuffix)).find('}', at);
    return close == std::string_view::npos ? std::string_view{}
                                           : text.substr(at + 1, close - at - 1);
  }
  std::size_t end = at;
  while (end < text.size()) {
    const bool inner = kInner.find(text[end]) != std::string_view::npos && end > at &&
                       end + 1 < text.size() && IsKeyChar(text[end + 1]);
    if (!IsKeyChar(text[end]) && !inner) break;
    ++end;
  }
  return text.substr(at, end - at);
}

// Quarto's references to the document's own parts.
bool IsCrossReference(std::string_view key) {
  for (std::string_view part :
       {"fig-", "tbl-", "sec-", "eq-", "lst-", "thm-", "fig:", "tab:", "tbl:", "eq:", "sec:"}) {
    if (key.starts_with(part)) return true;
  }
  return false;
}

class KeyScanner {
 public:
  explicit KeyScanner(const CitationContext& context) : context_(context), text_(context.text) {
    any_bibliography_ = !context.keys.empty() || !context.document.bibliographies.empty();
  }

  Citations Run() {
    for (const ProseRun& run : context_.prose) {
      run_ = run.span;
      for (std::uint32_t at = run_.begin; at < run_.end;) {
        if (text_[at] == '[')
          at = TryBracket(at);
        else if (text_[at] == '@')
          at = TryBare(at);
        else
          ++at;
      }
    }
    return std::move(found_);
  }

 private:
  std::uint32_t TryBracket(std::uint32_t at) {
    const std::string_view rest =
        text_.substr(at + 1, std::min<std::size_t>(kMaxBracket, run_.end - at - 1));
    const std::size_t close = rest.find_first_of("[]");
    if (close == std::string_view::npos || rest[close] != ']') return at + 1;
    const std::vector<std::string> keys = KeysIn(rest.substr(0, close));
    if (keys.empty()) return at + 1;
    const std::uint32_t end = at + 2 + static_cast<std::uint32_t>(close);
    Add({at, end}, keys);
    return end;
  }

  // One key in each part between semicolons, or nothing.
  std::vector<std::string> KeysIn(std::string_view words) const {
    std::vector<std::string> keys;
    for (std::size_t begin = 0; begin <= words.size();) {
      const std::size_t end = std::min(words.find(';', begin), words.size());
      const std::string_view part = words.substr(begin, end - begin);
      const std::size_t sign = part.find('@');
      if (sign == std::string_view::npos || (sign > 0 && IsKeyChar(part[sign - 1]))) return {};
      const std::string_view key = KeyAt(part, sign + 1);
      if (key.empty() || !Believed(key)) return {};
      keys.emplace_back(key);
      begin = end + 1;
    }
    return keys;
  }

  bool Known(std::string_view key) const { return context_.keys.count(Fold(key)) > 0; }
  bool Believed(std::string_view key) const {
    if (Known(key)) return true;
    return !IsCrossReference(key) &&
           (any_bibliography_ || context_.document.format == Format::kMarkdown);
  }

  std::uint32_t TryBare(std::uint32_t at) {
    if (at > run_.begin && IsKeyChar(text_[at - 1])) return at + 1;  // an e-mail address
    const std::string_view key = KeyAt(text_.substr(0, run_.end), at + 1);
    const bool draft = !context_.document.bibliographies.empty() && context_.keys.empty() &&
                       !IsCrossReference(key);
    if (key.empty() || !(Known(key) || draft)) return at + 1;
    std::uint32_t begin = at,
                  end = static_cast<std::uint32_t>(key.data() - text_.data() + key.size());
    if (begin > run_.begin && text_[begin - 1] == '-') --begin;
    if (text_.substr(end, 2) == " [") {
      const std::size_t close =
          text_.substr(0, std::min<std::size_t>(run_.end, end + kMaxSuffix)).find(']', end);
      if (close != std::string_view::npos) end = static_cast<std::uint32_t>(close) + 1;
    }
    Add({begin, end}, {std::string(key)});
    return end;
  }

  void Add(TextSpan span, std::vector<std::string> keys) {
    Citation c;
    c.style = CitationStyle::kPandocKey;
    c.text_span = span;
    c.keys = std::move(keys);
    found_.push_back(std::move(c));
  }

  const CitationContext& context_;
  std::string_view text_;
  bool any_bibliography_ = false;
  TextSpan run_{};
  Citations found_{};
};

void FindFootnotes(const CitationContext& context, Citations* found) {
  std::unordered_set<std::string> notes;
  for (const Block& block : context.document.blocks) {
    if (block.kind == BlockKind::kFootnote) notes.insert(block.label);
  }
  for (const Mark& mark : context.document.marks) {
    if (mark.kind != MarkKind::kFootnoteRef || !context.InProse(mark.span)) continue;
    std::string label(context.document.NoteLabel(mark));
    if (context.note_labels.count(label) == 0 && notes.count(label) > 0) continue;
    Citation c;
    c.style = CitationStyle::kFootnote;
    c.text_span = mark.span;
    c.keys.push_back(std::move(label));
    found->push_back(std::move(c));
  }
}

}  // namespace

Citations FindKeys(const CitationContext& context) {
  Citations found = KeyScanner(context).Run();
  FindFootnotes(context, &found);
  return found;
}

}  // namespace claimgraph
