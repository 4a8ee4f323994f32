// Sources that the text names by year and kind: "a 2013 review", "in 2025 a
// special issue".
//
// These are candidates: whether a reference answers to them is the linker's
// business.

#include <algorithm>
#include <array>

#include "core/text/normalize.h"
#include "importers/extraction/citations_chars.h"
#include "importers/extraction/citations_context.h"

namespace claimgraph {
namespace {

constexpr int kMaxWords = 6;  // between the year and the noun

struct Word {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string folded{};
};

template <std::size_t N>
bool IsOneOf(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool IsSourceNoun(std::string_view word) {
  static constexpr std::array<std::string_view, 21> kNouns = {
      "paper",      "study",  "review",   "meta-analysis", "metaanalysis", "trial",     "article",
      "report",     "survey", "analysis", "issue",         "guideline",    "statement", "editorial",
      "commentary", "rct",    "overview", "experiment",    "book",         "edition",   "update"};
  return IsOneOf(word, kNouns);
}

bool IsDeterminer(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kWords = {
      "a", "an", "the", "one", "another", "this", "that", "their", "its", "his", "her", "our"};
  return IsOneOf(word, kWords);
}

// A word that ends the phrase before its noun is reached.
bool EndsPhrase(std::string_view word) {
  static constexpr std::array<std::string_view, 18> kWords = {
      "of", "in",  "on",  "by",   "that", "which", "and", "was",  "were",
      "is", "are", "for", "with", "to",   "at",    "as",  "from", "than"};
  return IsOneOf(word, kWords);
}

class NamedSourceScanner {
 public:
  explicit NamedSourceScanner(const CitationContext& context)
      : context_(context), text_(context.text) {}

  Citations Run() {
    for (const ProseRun& run : context_.prose) {
      run_ = run.span;
      for (std::uint32_t at = run_.begin; at + 4 <= run_.end;) at = Step(at);
    }
    return std::move(found_);
  }

 private:
  std::uint32_t Step(std::uint32_t at) {
    if (text_[at] != '1' && text_[at] != '2') return at + 1;
    std::uint32_t end = at;
    while (end < run_.end && IsDigit(text_[end])) ++end;
    const std::string_view digits = text_.substr(at, end - at);
    if (digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20")) &&
        at > run_.begin) {
      const int year = 1000 * (digits[0] - '0') + 100 * (digits[1] - '0') + 10 * (digits[2] - '0') +
                       digits[3] - '0';
      if (IsSpace(CharBefore(text_, at).code)) TryYear({at, end}, year);
    }
    return end;
  }

  void TryYear(TextSpan mark, int year) {
    const Word before = WordBefore(mark.begin);
    if (IsDeterminer(before.folded)) {
      const std::uint32_t noun = NounAfter(mark.end);
      if (noun > 0) Add({before.begin, noun}, year);
    } else if (before.folded == "in") {
      Word after = WordAfter(SkipComma(mark.end));
      if (!IsDeterminer(after.folded)) return;
      const std::uint32_t noun = NounAfter(after.end);
      if (noun > 0) Add({before.begin, noun}, year);
    }
  }

  std::uint32_t SkipComma(std::uint32_t at) const {
    return at < run_.end && text_[at] == ',' ? at + 1 : at;
  }

  // The end of the noun that the words after `at` lead to; 0 if none.
  std::uint32_t NounAfter(std::uint32_t at) const {
    for (int i = 0; i < kMaxWords; ++i) {
      const Word word = WordAfter(at);
      if (word.folded.empty() || EndsPhrase(word.folded)) return 0;
      if (IsSourceNoun(word.folded)) return HeadNoun(word);
      at = word.end;
    }
    return 0;
  }

  // "review article", "study report": the last of several nouns.
  std::uint32_t HeadNoun(const Word& first) const {
    const Word next = WordAfter(first.end);
    return IsSourceNoun(next.folded) ? next.end : first.end;
  }

  Word WordBefore(std::uint32_t at) const {
    Word word;
    word.end = word.begin = static_cast<std::uint32_t>(SkipSpacesBack(text_, at));
    while (word.begin > run_.begin && IsLetter(CharBefore(text_, word.begin).code)) {
      word.begin -= CharBefore(text_, word.begin).size;
      if (word.end - word.begin > 12) break;
    }
    word.folded = Fold(text_.substr(word.begin, word.end - word.begin));
    return word;
  }

  // The next word, after white space and quotation marks alone.
  Word WordAfter(std::uint32_t at) const {
    Word word;
    while (at < run_.end) {
      const Char c = CharAt(text_, at);
      if (!IsSpace(c.code) && c.code != '"' && c.code != 0x201C && c.code != 0x201D &&
          !IsApostrophe(c.code))
        break;
      at += c.size;
    }
    word.begin = word.end = at;
    while (word.end < run_.end) {
      const Char c = CharAt(text_, word.end);
      if (!IsLetter(c.code) && !IsHyphen(c.code)) break;
      word.end += c.size;
      if (word.end - word.begin > 40) break;
    }
    word.folded = Fold(text_.substr(word.begin, word.end - word.begin));
    return word;
  }

  void Add(TextSpan span, int year) {
    Citation c;
    c.style = CitationStyle::kNamedSource;
    c.text_span = span;
    c.year = year;
    found_.push_back(std::move(c));
  }

  const CitationContext& context_;
  std::string_view text_;
  TextSpan run_{};
  Citations found_{};
};

}  // namespace

Citations FindNamedSources(const CitationContext& context) {
  return NamedSourceScanner(context).Run();
}

}  // namespace claimgraph
