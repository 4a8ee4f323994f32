// The names under which one author may be called.
//
// A list prints "Garcia-Lopez, M." or "World Health Organization [WHO]"; a text
// says "García López (2010)" or "(WHO, 2019)".  Both meet in a key: the folded
// letters and digits of the name, nothing else.
#ifndef CLAIMGRAPH_CORE_TEXT_AUTHOR_NAMES_H_
#define CLAIMGRAPH_CORE_TEXT_AUTHOR_NAMES_H_

#include <string>
#include <string_view>
#include <vector>

#include "core/reference.h"

namespace claimgraph {

// "O’Brien-Lee" -> "obrienlee".
std::string NameKey(std::string_view name);

// The folded words of a name with one space between: "U.S. EPA" -> "us epa".
// Unlike a key it shows where a longer name could have been cut.
std::string NameWords(std::string_view name);

// Keys of a family or corporate name, the whole name first: then without its
// particles ("van der Berg" -> "berg"), without a bracketed short name, that
// short name, and the initials of three or more words ("who"; from five words
// on also without the last, "cdc").  No duplicates.
std::vector<std::string> NameKeys(std::string_view family);

// True if `short_name` may stand for the corporate name `full`: capitals only,
// three or more, in the order of the initials and the first of them the same, as
// NICE for "National Institute for Health and Care Excellence".
bool MayAbbreviate(std::string_view short_name, std::string_view full);

// The first author as printed, or, where none was read, the words before the
// entry's first comma, full stop or bracket.
std::string FirstAuthor(const Reference& reference);

// The part of an entry that may be its authors: without a list number, at most
// 200 bytes.
std::string_view EntryOpening(std::string_view entry);

// True for a part of a family name that is written small: "van", "de", "bin".
bool IsNameParticle(std::string_view word);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_TEXT_AUTHOR_NAMES_H_
