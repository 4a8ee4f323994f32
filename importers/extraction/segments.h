// A sentence cut at its turns, each part with what it says.
//
// "While stretching is no substitute for treatment, it can ease pain, but ask
// your doctor first." has three segments: a disclaimer, a claim, advice.  Cuts
// are made at semicolons, free-standing dashes, ", but/although/though/whereas",
// the comma that ends an opening "While ..." and around long brackets.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_SEGMENTS_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_SEGMENTS_H_

#include <cstdint>
#include <vector>

#include "core/document.h"
#include "core/text/tokens.h"
#include "importers/extraction/claim_model.h"
#include "importers/extraction/cues.h"
#include "importers/extraction/profile.h"
#include "importers/extraction/vocabulary.h"

namespace claimgraph {

struct Segment {
  TextSpan span{};
  std::uint32_t begin = 0;    // tokens [begin, end) of the sentence
  std::uint32_t end = 0;
  std::uint64_t cues = 0;     // all bits of its cues
  ClaimFeatures features{};
  double probability = 0;     // that it is a claim
  // Disclaims, advises, asks, limits or tells a story, whatever else it says:
  // a finding must not point at it.
  bool barred = false;
};

// Reads one sentence at a time; keep one reader for a whole document.
class SegmentReader {
 public:
  SegmentReader(const Document& document, const Profile& profile)
      : document_(document), profile_(profile) {}

  // Replaces segments(), tokens(), cues() and concepts() by those of sentence
  // `index`.  `cited`: a citation marker stands in it.
  void Read(std::uint32_t index, bool cited);

  const std::vector<Segment>& segments() const { return segments_; }
  const TokenList& tokens() const { return tokens_; }
  const std::vector<CueHit>& cues() const { return cues_; }
  const std::vector<ConceptHit>& concepts() const { return concepts_; }

 private:
  void Cut();
  bool Concludes(const Segment& segment) const;
  bool HasWord(std::string_view word, const Segment& segment) const;
  void Describe(const Sentence& sentence, bool cited, Segment* segment) const;

  const Document& document_;
  const Profile& profile_;
  TokenList tokens_;
  std::vector<CueHit> cues_;
  std::vector<ConceptHit> concepts_;
  std::vector<Segment> segments_;
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_SEGMENTS_H_
