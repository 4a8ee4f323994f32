// What a reader of the printed page sees of LaTeX text: accents and symbols as
// Unicode, dashes and quotes as typeset, braces and formatting gone.
//
// Made for the fields of bibliographies, not for whole papers: there are no
// macros of the user's own and no environments.  Unknown commands vanish and
// leave their arguments.  Linear; the result is valid UTF-8 for any bytes.
#ifndef CLAIMGRAPH_IMPORTERS_FORMATS_LATEX_H_
#define CLAIMGRAPH_IMPORTERS_FORMATS_LATEX_H_

#include <string>
#include <string_view>

namespace claimgraph {

// {\"o} -> ö, \v{s} -> š, \& -> &, -- -> –, ~ -> space, ``a'' -> “a”.
std::string DecodeLatex(std::string_view latex);

// For addresses and identifiers: escapes and braces go, dashes, tildes and
// quotes stay.
std::string DecodeVerbatim(std::string_view latex);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_FORMATS_LATEX_H_
