// What kind of text a document is, read before its claims are.
//
// A blog post and a paper say the same things differently: in a paper "reduced
// pain" under Results is the authors' own finding, under Methods it is none.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_PROFILE_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_PROFILE_H_

#include <cstdint>
#include <vector>

#include "core/document.h"
#include "importers/extraction/vocabulary.h"

namespace claimgraph {

// What a block's nearest heading says that it is part of.
enum class Section : std::uint8_t {
  kBody,
  kAbstract,
  kIntroduction,
  kMethods,
  kResults,
  kDiscussion,
  kLimitations,
  kBackMatter,  // disclaimer, about the author, comments, acknowledgements
};

struct Profile {
  bool academic = false;          // has Methods and Results headings
  double health = 0;              // share of sentences that name a health concept, in [0, 1]
  ConceptIndex topic = kNoConcept;  // the intervention that the document is about
  std::vector<Section> sections{};  // one a block
};

// `prose` tells which blocks are to be read: false for bibliography areas.
Profile ReadProfile(const Document& document, const std::vector<bool>& prose);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_PROFILE_H_
