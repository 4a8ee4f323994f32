// A user's own concepts, in a TOML file that adds to the built-in vocabulary.
//
//   [[concept]]
//   label = "red light therapy"
//   role = "intervention"        # outcome, surrogate, condition, population, body
//   synonyms = ["photobiomodulation", "low-level laser therapy"]
//   broader = ["physical therapy"]  # labels, of this file or built in
//   more_is = "better"           # or "worse"; left out: it depends
//
// An entry whose label is built in adds synonyms and broader concepts to it.  Nothing
// can be taken away or changed.  As with settings, every mistake stops the run, with
// its line: a term that is silently passed over would be worse than none.
#ifndef CLAIMGRAPH_CLAIMGRAPH_VOCABULARY_FILE_H_
#define CLAIMGRAPH_CLAIMGRAPH_VOCABULARY_FILE_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/status.h"

namespace claimgraph {

class ConceptSet;                                         // importers/extraction/concept_set.h
using ConceptSetPtr = std::shared_ptr<const ConceptSet>;  // null: the built-in one alone

// `path` is for messages: "terms.toml:3:8: unknown role ...".  Null where `toml` is empty.
[[nodiscard]] Result<ConceptSetPtr> ParseVocabulary(std::string_view toml, const std::string& path);

// The concepts that `terms` name, a paragraph each: synonyms, broader, narrower.  Fails
// with the nearest phrase if one names none.
[[nodiscard]] Result<std::string> TermPages(const std::vector<std::string>& terms,
                                            const ConceptSetPtr& concepts);

// All of it, in the form above.
std::string VocabularyToml(const ConceptSetPtr& concepts);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CLAIMGRAPH_VOCABULARY_FILE_H_
