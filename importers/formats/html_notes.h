// Footnotes of HTML pages, which HTML has no element for.
//
// Whatever made the page (Pandoc, Wikipedia, Substack, Word, ...) gave the note
// an id and led links to it; those ids and links are what a note is known by.
#ifndef CLAIMGRAPH_IMPORTERS_FORMATS_HTML_NOTES_H_
#define CLAIMGRAPH_IMPORTERS_FORMATS_HTML_NOTES_H_

#include <string>
#include <string_view>
#include <unordered_map>

#include "core/document.h"

namespace claimgraph {

// The label of a footnote's element, from ids such as "fn1", "fn:1",
// "footnote-1", "cite_note-Author-3", "_ftn1"; empty if the id is of something
// else, such as the place in the text that the note leads back to.
std::string_view HtmlNoteLabel(std::string_view id);

// True for an address that leads from a note back to its mark.
bool LeadsBack(std::string_view target);

// True for the class of the element around such links.
bool IsBacklinkClass(std::string_view classes);

// The notes of one page.  While it is read, a note's blocks carry its id as label.
class HtmlNotes {
 public:
  void Add(std::string_view id);

  // Marks the links to notes as kFootnoteRef, and gives each note the label that
  // is printed there.
  void Link(Document* document) const;

 private:
  std::unordered_map<std::string, std::string> labels_;  // by id: the label that the id says
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_FORMATS_HTML_NOTES_H_
