// The little grammar with which a sentence about results is read: its words of change,
// the clauses around them, and what of a clause is a verb's subject or object.
//
// Limits: no parser.  A verb is told by the words next to it, a clause by "but",
// "whereas", ";" and by an "and" that a new verb follows.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_RESULT_GRAMMAR_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_RESULT_GRAMMAR_H_

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "importers/extraction/study_text.h"
#include "importers/extraction/study_words.h"

namespace claimgraph {

// "reduced", "no significant difference in", "greater reduction in".
struct Change {
  TokenRange range{};
  std::uint64_t mask = 0;  // of study_words.h
  bool null = false;       // denied, or looked for and not found
};

bool IsAuxiliaryVerb(std::string_view w);  // "was", "are"

class ResultGrammar {
 public:
  // Keeps references to both.
  ResultGrammar(const StudyText& text, const StudySentence& sentence)
      : text_(text), sentence_(&sentence) {
    FindChanges();
  }

  const StudyText& text() const { return text_; }
  const StudySentence& sentence() const { return *sentence_; }
  const std::vector<Change>& changes() const { return changes_; }
  std::string_view Word(std::int64_t i) const { return text_.tokens().Word(i); }
  std::uint64_t Mask(std::size_t i) const { return text_.Mask(i); }

  std::vector<TokenRange> Clauses() const;

  bool IsNegated(std::uint32_t at) const;
  bool IsPassive(std::uint32_t verb) const;  // "was significantly reduced"
  bool BeginsNoun(std::uint32_t i, std::uint32_t end) const;
  // Where the subject of `verb` begins: behind "At 12 weeks," and "We found that".
  std::uint32_t SkipOpening(TokenRange clause, std::uint32_t verb) const;
  // Behind the bracket that opens at `at`; `at` where none does.
  std::uint32_t SkipBracket(std::uint32_t at, std::uint32_t end) const;

 private:
  void FindChanges();
  void JoinChanges();
  static std::uint64_t Opposite(std::uint64_t mask);
  bool IsBound(std::uint32_t end) const;
  bool IsNamed(std::uint32_t i) const;
  bool HasTurn(std::uint32_t begin, std::uint32_t end) const;
  bool IsChangeVerb(std::uint32_t i) const;
  bool BeginsVerb(std::uint32_t i) const;
  bool HasChange(TokenRange range) const;
  bool IsReporting(std::uint32_t that) const;
  bool OpensAdverbial(std::uint32_t at) const;

  const StudyText& text_;
  const StudySentence* sentence_;
  std::vector<Change> changes_;
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_RESULT_GRAMMAR_H_
