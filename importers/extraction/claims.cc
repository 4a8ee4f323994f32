// For each sentence of prose: read its segments, take those that the model
// calls claims, join neighbours into one span, and fill in what they state.

#include "importers/extraction/claims.h"

#include <algorithm>
#include <string>

#include "importers/extraction/claim_parts.h"
#include "importers/extraction/cues.h"
#include "importers/extraction/effects.h"
#include "importers/extraction/segments.h"
#include "importers/extraction/study_design.h"

namespace claimgraph {
namespace {

bool MayClaim(BlockKind kind) {
  switch (kind) {
    case BlockKind::kParagraph:
    case BlockKind::kHeading:
    case BlockKind::kListItem:
    case BlockKind::kTableCell:
    case BlockKind::kQuote:
      return true;
    case BlockKind::kTableHead:
    case BlockKind::kCaption:
    case BlockKind::kFootnote:
    case BlockKind::kMetadata:
      return false;
  }
  return false;
}

// Below this, a segment adds nothing to the claim beside it.
constexpr double kSaysNothing = 0.3;

// A heading names a subject; it claims only where it vouches for the evidence
// ("The Scientific Proof").
double HeadingProbability(const Segment& segment) {
  return (segment.cues & cue::kStrongBooster) != 0 ? 0.7 : 0;
}

void AddCues(const Document& document, const SegmentReader& reader, const ClaimRange& range,
             Claim* claim) {
  for (const CueHit& hit : reader.cues()) {
    if (hit.begin < range.begin || hit.begin >= range.end) continue;
    const TextSpan words{reader.tokens()[hit.begin].span.begin,
                         reader.tokens()[hit.end - 1].span.end};
    const auto add = [&](std::vector<Cue>* list) {
      list->push_back({std::string(document.Words(words)), document.Source(words)});
    };
    const bool verb = (hit.mask & cue::kForms) != 0;
    if ((hit.mask & (cue::kModal | cue::kHedge)) != 0) add(&claim->hedges);
    if ((hit.mask & cue::kBooster) != 0) add(&claim->boosters);
    if ((hit.mask & cue::kMagnitude) != 0) add(&claim->magnitudes);
    if ((hit.mask & (cue::kEffectVerb | cue::kEnable)) != 0 && verb) add(&claim->causal_cues);
  }
}

// "A 2013 review", "one small trial": the words that name who found it.
std::string AttributionOf(const Document& document, TextSpan span, std::uint64_t cues) {
  if ((cues & cue::kReport) == 0) return {};
  const DesignMention mention = FindDesignMention(document.Words(span), span.begin);
  return std::string(document.Words(mention.span));
}

ExtractedClaim MakeClaim(const Document& document, const Profile& profile,
                         const SegmentReader& reader, std::uint32_t sentence_index,
                         const ClaimRange& range, double probability, ConceptIndex before) {
  const Sentence& sentence = document.sentences[sentence_index];
  const Block& block = document.blocks[sentence.block];
  const TokenList& tokens = reader.tokens();
  ExtractedClaim out;
  Claim& claim = out.claim;
  claim.text_span = {tokens[range.begin].span.begin, tokens[range.end - 1].span.end};
  // The full stop belongs to the claim that ends its sentence.
  if (range.end == tokens.size()) claim.text_span.end = sentence.span.end;
  claim.span = document.Source(claim.text_span);
  claim.text = document.Words(claim.text_span);
  claim.sentence = sentence_index;
  claim.confidence = probability;
  claim.kind = KindOf(reader, range);
  claim.strength = StrengthOf(reader, range);
  claim.certainty = CertaintyOf(range.cues);
  claim.negated = (range.cues & (cue::kNullFinding | cue::kUncertain)) != 0;
  AddCues(document, reader, range, &claim);
  for (const TextEffect& found : FindEffects(claim.text, claim.text_span.begin)) {
    claim.effects.push_back(found.effect);
    claim.effects.back().span = document.Source(found.span);
  }
  claim.attribution = AttributionOf(document, claim.text_span, range.cues);
  claim.attributed = !claim.attribution.empty();
  const std::string_view first = tokens.Word(range.begin);
  out.anaphoric_subject = first == "it" || first == "this" || first == "these" || first == "they" ||
                          first == "such" || first == "both";
  // "It" is what was named last, in this sentence or the one before; the document's
  // topic only where nothing was said before, as in lists.
  ConceptIndex implied = kNoConcept;
  if (out.anaphoric_subject || block.kind == BlockKind::kListItem ||
      block.kind == BlockKind::kTableCell || range.begin > 0) {
    implied = InterventionBefore(reader, range.begin);
    if (implied == kNoConcept) implied = before;
    const bool follows = sentence_index > 0 && block.kind == BlockKind::kParagraph &&
                         document.sentences[sentence_index - 1].block == sentence.block;
    if (implied == kNoConcept && !follows) implied = profile.topic;
  }
  out.propositions = PropositionsOf(reader, range, implied);
  out.cues = range.cues;
  out.heading = block.kind == BlockKind::kHeading;
  const Section section = profile.sections[sentence.block];
  out.own_result =
      profile.academic && (section == Section::kResults || section == Section::kDiscussion ||
                           section == Section::kAbstract || (range.cues & cue::kOwnResult) != 0);
  return out;
}

// One flag a sentence.  Words set as a quotation (<cite>, <q>) are their
// author's claim, not this one's.
std::vector<bool> QuotedSentences(const Document& document) {
  const std::vector<Sentence>& sentences = document.sentences;
  std::vector<bool> quoted(sentences.size(), false);
  for (const Mark& mark : document.marks) {
    if (mark.kind != MarkKind::kCite) continue;
    auto at = std::ranges::partition_point(sentences, [&mark](const Sentence& s) {
      return s.span.end <= mark.span.begin;
    });
    for (; at != sentences.end() && at->span.begin < mark.span.end; ++at) {
      quoted[static_cast<std::size_t>(at - sentences.begin())] = true;
    }
  }
  return quoted;
}

// Of a list of claims: each is all of its sentence.
std::vector<ExtractedClaim> ListedClaims(const Document& document, const Profile& profile,
                                         const std::vector<bool>& cited) {
  std::vector<ExtractedClaim> claims;
  SegmentReader reader(document, profile);
  for (std::uint32_t i = 0; i < document.sentences.size(); ++i) {
    reader.Read(i, cited[i]);
    ClaimRange range{0, static_cast<std::uint32_t>(reader.tokens().size()), 0};
    if (range.end == 0) continue;
    for (const Segment& segment : reader.segments()) range.cues |= segment.cues;
    claims.push_back(MakeClaim(document, profile, reader, i, range, 1, kNoConcept));
  }
  return claims;
}

}  // namespace

std::vector<ExtractedClaim> ExtractClaims(const Document& document, const Profile& profile,
                                          const std::vector<bool>& prose,
                                          const std::vector<bool>& cited) {
  if (document.format == Format::kClaimList) return ListedClaims(document, profile, cited);
  std::vector<ExtractedClaim> claims;
  SegmentReader reader(document, profile);
  const std::vector<bool> quoted = QuotedSentences(document);
  ConceptIndex before = kNoConcept;  // the intervention that the block's last sentence named
  std::uint32_t block_before = 0;
  for (std::uint32_t i = 0; i < document.sentences.size(); ++i) {
    const std::uint32_t block = document.sentences[i].block;
    const BlockKind kind = document.blocks[block].kind;
    if (!prose[block] || !MayClaim(kind) || quoted[i]) continue;
    reader.Read(i, cited[i]);
    if (block != block_before) before = kNoConcept;
    block_before = block;
    const std::vector<Segment>& segments = reader.segments();
    // Runs of segments that no barred one interrupts; a run with a claim in it
    // is one claim.
    for (std::size_t s = 0; s < segments.size();) {
      if (segments[s].barred) {
        ++s;
        continue;
      }
      // A run of segments without a barred one; words at its ends that say next
      // to nothing are left out.
      std::size_t e = s;
      while (e < segments.size() && !segments[e].barred) ++e;
      const auto probability = [&](std::size_t k) {
        return kind == BlockKind::kHeading ? HeadingProbability(segments[k])
                                           : segments[k].probability;
      };
      std::size_t from = s;
      std::size_t to = e;
      while (from < to && probability(from) < kSaysNothing) ++from;
      while (to > from && probability(to - 1) < kSaysNothing) --to;
      s = e;
      if (from == to) continue;
      ClaimRange range{segments[from].begin, segments[to - 1].end, 0};
      double best = 0;
      for (std::size_t k = from; k < to; ++k) {
        range.cues |= segments[k].cues;
        best = std::max(best, probability(k));
      }
      if (best >= kClaimThreshold) {
        claims.push_back(MakeClaim(document, profile, reader, i, range, best, before));
      }
    }
    const auto all = static_cast<std::uint32_t>(reader.tokens().size());
    if (const ConceptIndex named = InterventionBefore(reader, all); named != kNoConcept) {
      before = named;
    }
  }
  return claims;
}

}  // namespace claimgraph
