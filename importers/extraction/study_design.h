// Study designs, from what titles, abstracts and sentences say.
//
// A design is only what the words allow: "effects of X on Y" is kUnknown, since
// a trial, a cohort and an essay may all be called so.
//
//   "quasi-experimental"                 kControlledNonRandomised where a control
//                                        or comparison group is named, else kPrePost
//   "study protocol"                     kUnknown: it has no results
//   "meta-analysis", "systematic review" kMetaAnalysisOfRcts where randomised
//                                        trials are named, else kSystematicReview
//   "a review", "mechanisms and ...",
//   "an overview", "narrative review"    kNarrativeReview
//   "framework", "hypothesis", "editorial" kTheory
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_STUDY_DESIGN_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_STUDY_DESIGN_H_

#include <cstdint>
#include <string_view>

#include "core/reference.h"
#include "core/span.h"
#include "core/study.h"

namespace claimgraph {

// `abstract` and `venue` may be empty.  `venue` is the container's name or, for
// a page that has none, its address: an address outside journals, PubMed and
// DOIs makes kWebPage of a title that says nothing.
StudyDesign DesignFromTitle(std::string_view title, std::string_view abstract = {},
                            std::string_view venue = {});

// The same for a whole reference: one with an address but no container, volume,
// DOI or PMID is kWebPage.
StudyDesign DesignOfReference(const Reference& reference);

// True for a title that reports an association and no intervention: "X is
// associated with Y", "risk factors for Y".  Its design may still be kUnknown.
bool SaysAssociation(std::string_view title);

// The words of a sentence that name a source's design: "a meta-analysis of
// randomised trials", "one small trial", "in mice", "a 2013 review", "studies".
struct DesignMention {
  StudyDesign design = StudyDesign::kUnknown;  // kUnknown with a span: "studies", "research"
  TextSpan span{};                             // {0, 0}: the sentence names no source
  std::int64_t studies = 0;                    // "eight trials" 8, "a trial" 1; 0: not said
  int year = 0;                                // "a 2013 review"; 0: not said
};

// The most telling mention of one sentence; `offset` is its begin in the text.
DesignMention FindDesignMention(std::string_view sentence, std::uint32_t offset = 0);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_STUDY_DESIGN_H_
