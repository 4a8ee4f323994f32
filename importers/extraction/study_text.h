// A title and abstract, tokenised once, with what every reader of facts asks for:
// the functions of each word, the concepts, and which part of the abstract a sentence
// stands in.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_STUDY_TEXT_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_STUDY_TEXT_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document.h"
#include "core/text/tokens.h"
#include "importers/extraction/study_words.h"
#include "importers/extraction/vocabulary.h"

namespace claimgraph {

enum class AbstractSection : std::uint8_t {
  kTitle,
  kBackground,
  kObjective,
  kMethods,
  kResults,
  kConclusions,
  kOther,  // funding, registration
};

// What the heading of a part means: "MAIN RESULTS" kResults.  None for an empty heading
// and for those that say two things ("Methods and findings").
std::optional<AbstractSection> SectionOfLabel(std::string_view label);

struct StudySentence {
  TextSpan span{};
  std::uint32_t begin = 0;  // tokens [begin, end)
  std::uint32_t end = 0;
  AbstractSection section = AbstractSection::kBackground;
  std::uint64_t words = 0;  // all functions of its words
};

struct TokenRange {
  std::uint32_t begin = 0;  // tokens [begin, end)
  std::uint32_t end = 0;
  bool empty() const { return begin >= end; }
};

class StudyText {
 public:
  // Keeps a reference to `document`.
  explicit StudyText(const Document& document);

  const Document& document() const { return document_; }
  const TokenList& tokens() const { return tokens_; }
  const std::vector<ConceptHit>& concepts() const { return concepts_; }
  const std::vector<StudySentence>& sentences() const { return sentences_; }

  std::uint64_t Mask(std::size_t token) const {
    return token < words_.size() ? words_[token].mask : 0;
  }
  const StudyWord& Word(std::size_t token) const { return words_[token]; }

  TextSpan Span(TokenRange range) const;
  // The words as printed, but for a capital that only opens them.
  std::string Words(TokenRange range) const;
  // The label of the concept that the range is, else Words().
  std::string Name(TokenRange range) const;
  // The concepts that begin in the range.
  std::vector<ConceptHit> ConceptsIn(TokenRange range) const;

  // The noun phrase that begins at token `at` or behind its articles; ends before `end`.
  TokenRange PhraseAfter(std::size_t at, std::size_t end) const;
  // The noun phrase that ends before token `at`; begins at `begin` or later.
  TokenRange PhraseBefore(std::size_t at, std::size_t begin) const;

  // The whole number that begins at `at`, in digits or words ("three hundred and six").
  struct Count {
    std::int64_t value = 0;
    std::uint32_t next = 0;  // the token behind it; 0: no whole number here
  };
  Count CountAt(std::size_t at) const;

 private:
  bool EndsPhrase(std::size_t token) const;
  void Divide();

  const Document& document_;
  TokenList tokens_;
  std::vector<StudyWord> words_;
  std::vector<ConceptHit> concepts_;
  std::vector<StudySentence> sentences_;
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_STUDY_TEXT_H_
