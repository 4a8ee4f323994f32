// Link text whose target was lost: "... than usual care. PubMed".
//
// A post copied out of an editor keeps the words of its links and loses their
// addresses.  What is left is the name of an index, publisher or journal where
// no sentence needs it:
//   - a fragment of its own after a full stop, to the end of the block;
//   - the same in the middle of a block, before the next sentence's capital;
//   - in brackets;
//   - as the last word of a block that has no full stop.
// "Source" and "Read more here" count only after words that report a finding.

#include <algorithm>

#include "core/text/author_names.h"
#include "core/text/normalize.h"
#include "importers/extraction/citations_chars.h"
#include "importers/extraction/citations_context.h"
#include "importers/extraction/citations_sources.h"

namespace claimgraph {
namespace {

constexpr std::size_t kMaxFragment = 90;  // bytes
constexpr std::size_t kMaxName = 80;      // bytes; no source has a longer name
constexpr std::size_t kLookBack = 400;    // bytes read for signs of a finding

bool IsProseBlock(BlockKind kind) {
  return kind == BlockKind::kParagraph || kind == BlockKind::kListItem ||
         kind == BlockKind::kQuote || kind == BlockKind::kTableCell;
}

bool EndsSentence(char32_t c) { return c == '.' || c == '!' || c == '?' || c == 0x2026; }
bool ClosesQuote(char32_t c) {
  return c == ')' || c == ']' || c == '"' || c == '\'' || c == 0x201D || c == 0x2019;
}

bool ReportsFinding(std::string_view words) {
  if (words.size() > kLookBack) words.remove_prefix(words.size() - kLookBack);
  const std::string folded = Fold(words);
  for (std::string_view sign :
       {"stud", "trial", "review", "research", "found", "evidence", "analysis", "scientist", "%",
        "percent", "reduc", "improv", "lower", "showed", "shows", "associated", "linked"}) {
    if (folded.find(sign) != std::string::npos) return true;
  }
  return false;
}

class PlaceholderScanner {
 public:
  explicit PlaceholderScanner(const CitationContext& context)
      : context_(context), text_(context.text) {}

  Citations Run() {
    for (std::size_t i = 0; i < context_.prose.size(); ++i) {
      const ProseRun& run = context_.prose[i];
      if (!IsProseBlock(context_.document.blocks[run.block].kind)) continue;
      run_ = run.span;
      after_prose_ = i > 0 && FollowsProse(context_.prose[i - 1]);
      Scan();
    }
    return std::move(found_);
  }

 private:
  bool FollowsProse(const ProseRun& before) const {
    if (!IsProseBlock(context_.document.blocks[before.block].kind)) return false;
    std::uint32_t end = static_cast<std::uint32_t>(SkipSpacesBack(text_, before.span.end));
    while (end > before.span.begin && ClosesQuote(CharBefore(text_, end).code))
      end -= CharBefore(text_, end).size;
    return end > before.span.begin && EndsSentence(CharBefore(text_, end).code);
  }

  void Scan() {
    if (after_prose_) TryFragment(run_.begin, false);
    for (std::uint32_t at = run_.begin; at < run_.end;) {
      const Char c = CharAt(text_, at);
      at += c.size;
      if (c.code == '(' || c.code == '[') {
        TryBracket(at, c.code == '(' ? ')' : ']');
      } else if (EndsSentence(c.code) || c.code == '\n') {
        while (at < run_.end && ClosesQuote(CharAt(text_, at).code)) at += CharAt(text_, at).size;
        const std::uint32_t next = static_cast<std::uint32_t>(SkipSpaces(text_, at));
        if (next > at || c.code == '\n') at = std::max(at, TryFragment(next, true));
      }
    }
    TryLastWord();
  }

  // A placeholder that begins at `at`, after a sentence.  Returns its end.
  std::uint32_t TryFragment(std::uint32_t at, bool inside) {
    at = SkipArrow(at);
    if (at >= run_.end || !IsUpper(CharAt(text_, at).code)) return at;
    const std::uint32_t end = FragmentEnd(at);
    const std::string_view words = Trimmed(text_.substr(at, end - at));
    if (IsPlaceholder(words, at)) return Add(at, words);
    const std::size_t lead = LeadBeforeSentence(at);
    return inside && lead > 0 ? Add(at, text_.substr(at, lead)) : at;
  }

  // "➤", "→", "Source:" before the name.
  std::uint32_t SkipArrow(std::uint32_t at) const {
    const Char c = CharAt(text_, at);
    if (c.code >= 0x2190 && c.code < 0x2BFF && c.code != 0x2026)
      at = static_cast<std::uint32_t>(SkipSpaces(text_, at + c.size));
    for (std::string_view label : {"Source:", "source:", "Via:", "via "}) {
      if (text_.substr(at, label.size()) == label) {
        return static_cast<std::uint32_t>(SkipSpaces(text_, at + label.size()));
      }
    }
    return at;
  }

  // To the next line, sentence end or bracket.
  std::uint32_t FragmentEnd(std::uint32_t at) const {
    const std::uint32_t limit =
        static_cast<std::uint32_t>(std::min<std::size_t>(run_.end, at + kMaxFragment));
    for (std::uint32_t end = at; end < limit; ++end) {
      const char c = text_[end];
      if (c == '\n' || c == '(' || c == '[') return end;
      if (EndsSentence(static_cast<unsigned char>(c)) &&
          (end + 1 == run_.end || IsSpace(CharAt(text_, end + 1).code)))
        return end;
    }
    return limit;
  }

  static std::string_view Trimmed(std::string_view words) {
    while (!words.empty() && (IsSpace(CharBefore(words, words.size()).code) ||
                              words.back() == '.' || words.back() == ':')) {
      words.remove_suffix(CharBefore(words, words.size()).size);
    }
    return words;
  }

  static std::string_view WithoutCount(std::string_view words) {  // "PubMed+1"
    const std::size_t plus = words.rfind('+');
    if (plus == std::string_view::npos || plus + 3 < words.size()) return words;
    return words.substr(0, plus);
  }

  bool IsPlaceholder(std::string_view words, std::uint32_t at) const {
    if (words.empty() || words.size() >= kMaxName) return false;
    switch (ClassifySource(WithoutCount(words))) {
      case SourceName::kIndex:
      case SourceName::kBody:
        return true;
      case SourceName::kGeneric:
        return context_.last_number > 0 && ReportsFinding(text_.substr(0, at));
      case SourceName::kNone:
        break;
    }
    const bool several = words.find(' ') != std::string_view::npos;
    if (several && context_.names.count(NameKey(words)) > 0) return true;
    const std::size_t lead = LeadingSource(words);
    return lead > 0 && lead < words.size() && AllCapitalised(words.substr(lead));
  }

  static bool AllCapitalised(std::string_view words) {
    int count = 0;
    for (std::size_t at = 0; at < words.size();) {
      at = SkipSpaces(words, at);
      if (at >= words.size()) break;
      if (!IsUpper(CharAt(words, at).code) || ++count > 4) return false;
      while (at < words.size() && !IsSpace(CharAt(words, at).code)) at += CharAt(words, at).size;
    }
    return true;
  }

  // "PubMed A later trial ...": the length of the name, where a sentence with
  // its own capital follows.
  std::size_t LeadBeforeSentence(std::uint32_t at) const {
    const std::string_view words =
        text_.substr(at, std::min<std::size_t>(run_.end - at, kMaxFragment));
    std::size_t lead = LeadingSource(words);
    if (lead == 0 || ClassifySource(words.substr(0, lead)) != SourceName::kIndex) return 0;
    if (lead + 1 < words.size() && words[lead] == '+') lead += 2;
    const std::size_t next = SkipSpaces(words, lead);
    return next > lead && IsUpper(CharAt(words, next).code) &&
                   !IsUpper(CharAt(words, next + 1).code)
               ? lead
               : 0;
  }

  void TryBracket(std::uint32_t at, char close) {
    const std::string_view rest =
        text_.substr(at, std::min<std::size_t>(run_.end - at, kMaxFragment));
    const std::size_t size = rest.find_first_of("()[]");
    if (size == std::string_view::npos || rest[size] != close || size < 3) return;
    const std::uint32_t begin = SkipArrow(at);
    if (begin >= at + size) return;
    const std::string_view words = Trimmed(rest.substr(begin - at, size - (begin - at)));
    const SourceName name = ClassifySource(WithoutCount(words));
    const bool labelled = begin > at && name != SourceName::kNone;
    const bool generic = name == SourceName::kGeneric && context_.last_number > 0 &&
                         ReportsFinding(text_.substr(0, at));
    if (name == SourceName::kIndex || labelled || generic) Add(begin, words);
  }

  // "... compared with usual care PubMed" at the end of a block.
  void TryLastWord() {
    const std::uint32_t end = static_cast<std::uint32_t>(SkipSpacesBack(text_, run_.end));
    std::uint32_t at = end;
    while (at > run_.begin && IsLetter(CharBefore(text_, at).code))
      at -= CharBefore(text_, at).size;
    if (at == run_.begin || at == end || !IsSpace(CharBefore(text_, at).code)) return;
    if (!found_.empty() && found_.back().text_span.end >= at) return;
    if (ClassifySource(text_.substr(at, end - at)) != SourceName::kIndex) return;
    const std::uint32_t before = static_cast<std::uint32_t>(SkipSpacesBack(text_, at));
    std::uint32_t word = before;
    while (word > run_.begin && text_[word - 1] >= 'a' && text_[word - 1] <= 'z') --word;
    static constexpr std::string_view kNeedsIt[] = {
        "on", "in",       "via",    "from", "the",   "of",      "at", "by",  "to",   "with", "and",
        "a",  "searched", "search", "see",  "using", "through", "or", "for", "like", "as",   "is"};
    const std::string_view previous = text_.substr(word, before - word);
    const bool needed = previous.size() < 2 || std::find(std::begin(kNeedsIt), std::end(kNeedsIt),
                                                         previous) != std::end(kNeedsIt);
    if (!needed && ReportsFinding(text_.substr(run_.begin, at - run_.begin)))
      Add(at, text_.substr(at, end - at));
  }

  std::uint32_t Add(std::uint32_t at, std::string_view words) {
    Citation c;
    c.style = CitationStyle::kPlaceholder;
    c.text_span = {at, at + static_cast<std::uint32_t>(words.size())};
    c.authors.emplace_back(WithoutCount(words));
    found_.push_back(std::move(c));
    return c.text_span.end;
  }

  const CitationContext& context_;
  std::string_view text_;
  TextSpan run_{};
  bool after_prose_ = false;
  Citations found_{};
};

}  // namespace

Citations FindPlaceholders(const CitationContext& context) {
  return PlaceholderScanner(context).Run();
}

}  // namespace claimgraph
