// Words that tell names from what looks like names.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_NAME_WORDS_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_NAME_WORDS_H_

#include <string_view>

namespace claimgraph {

// `word` in any case is `lower`, which is in lower case.
bool EqualsFolded(std::string_view word, std::string_view lower);

// True for words of abbreviated journals: "Phys", "Clin", "Rev".
bool IsJournalWord(std::string_view word);

// True for words that a letter follows: "Vitamin D", "Hepatitis B".
bool IsLetteredWord(std::string_view word);

// True for names of organisations: "Northern Heart Institute", "WHO".
bool ReadsLikeOrganisation(std::string_view name);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_NAME_WORDS_H_
