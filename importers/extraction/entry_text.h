// The text of one bibliography entry, made easy to take apart.
//
// It has no accents and no typographic characters (Unaccented), and what has a
// fixed form is blanked out with spaces: identifiers, addresses, "retrieved May
// 5, 2020, from", "[Internet]", arrows.  Its length never changes, so offsets
// lead back to the printed bytes.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_ENTRY_TEXT_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_ENTRY_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"
#include "core/text/normalize.h"
#include "importers/extraction/author_list.h"
#include "importers/extraction/reference_parser.h"

namespace claimgraph {

class EntryText {
 public:
  // Reads the label and the identifiers into `parts` and blanks them out.
  EntryText(std::string_view entry, EntryParts* parts);

  const std::string& text() const { return text_; }
  std::string_view view() const { return text_; }
  char operator[](std::size_t i) const { return text_[i]; }
  std::size_t begin() const { return begin_; }  // behind the label
  std::size_t end() const { return end_; }      // before what is blank or stops the entry

  // The printed bytes of [begin, end), and the same as a field's value.
  TextSpan Printed(std::size_t begin, std::size_t end) const;
  std::string Value(std::size_t begin, std::size_t end) const;

  // [begin, end) without spaces and signs that belong to no field.
  std::string_view Words(TextRange r) const;
  std::string_view Trimmed(std::size_t begin, std::size_t end) const;
  std::size_t TrimmedEnd(std::size_t begin, std::size_t end) const;
  std::size_t SkipSpaces(std::size_t i) const;
  std::size_t SkipSigns(std::size_t i) const;

  // The stretches of [begin, end) between sentence ends, without empty ones.
  std::vector<TextRange> Sentences(std::size_t begin, std::size_t end) const;
  std::vector<TextRange> SplitAtCommas(std::size_t begin, std::size_t end) const;

 private:
  int ReadLabel();
  std::size_t SkipNamedLabel(std::size_t i) const;
  void TakeIdentifiers(EntryParts* parts);
  void BlankNoise();
  void BlankSymbols();
  void Blank(std::size_t begin, std::size_t end);
  void TrimEnd();
  bool IsAbbreviation(std::size_t from, std::size_t stop) const;

  std::string_view entry_;
  NormalizedText original_;
  std::string text_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

// Words that begin small and are not joints of a name ("of", "and", "de").
int SmallWords(std::string_view words);

int WordCount(std::string_view words);

// "Brookside Press", "Lind & Sons": the name of a publisher, not of a journal.
bool NamesPublisher(std::string_view words);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_ENTRY_TEXT_H_
