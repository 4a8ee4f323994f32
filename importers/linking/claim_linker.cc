// Citations are first laid out by sentence; a sentence that holds nothing but
// markers ("... usual care. PubMed") hands them to the one before and closes
// its paragraph.  Then each claim looks around itself.

#include "importers/linking/claim_linker.h"

#include <algorithm>
#include <string_view>

#include "importers/extraction/cues.h"

namespace claimgraph {
namespace {

using Markers = std::vector<CitationId>;

CitationId LocalId(std::size_t position) { return static_cast<CitationId>(position + 1); }

// The markers of a document, by sentence and by block.
class MarkerMap {
 public:
  MarkerMap(const Document& document, const std::vector<Citation>& citations)
      : document_(document), citations_(citations), by_sentence_(document.sentences.size()) {
    first_of_block_.assign(document.blocks.size() + 1, 0);
    for (std::size_t i = document.sentences.size(); i > 0; --i) {
      first_of_block_[document.sentences[i - 1].block] = static_cast<std::uint32_t>(i - 1);
    }
    for (std::size_t i = 0; i < citations.size(); ++i) {
      if (citations[i].sentence < by_sentence_.size()) {
        by_sentence_[citations[i].sentence].push_back(LocalId(i));
      }
    }
    closing_.resize(document.blocks.size());
    FindClosing();
  }

  const Markers& InSentence(std::uint32_t i) const { return by_sentence_[i]; }
  // Markers that stand alone behind the last full stop of a block.
  const Markers& Closing(std::uint32_t block) const { return closing_[block]; }

  bool SameBlock(std::uint32_t a, std::uint32_t b) const {
    return a < document_.sentences.size() && b < document_.sentences.size() &&
           document_.sentences[a].block == document_.sentences[b].block;
  }

  // The block's markers when all of them stand in its last sentence.
  Markers OnlyAtEnd(std::uint32_t sentence) const {
    const std::uint32_t block = document_.sentences[sentence].block;
    Markers found;
    std::uint32_t last_with = 0;
    std::uint32_t last = 0;
    for (std::uint32_t i = FirstOf(block); SameBlock(i, sentence); ++i) {
      last = i;
      if (by_sentence_[i].empty()) continue;
      // Markers at more than one place: each stands for its own sentence,
      // unless it precedes the claim.
      if (!found.empty() && i >= sentence) return {};
      found = by_sentence_[i];
      last_with = i;
    }
    return last_with == last && last > sentence ? found : Markers{};
  }

  Markers InBlock(std::uint32_t block) const {
    Markers found = closing_[block];
    for (std::uint32_t i = FirstOf(block);
         i < document_.sentences.size() && document_.sentences[i].block == block; ++i) {
      found.insert(found.end(), by_sentence_[i].begin(), by_sentence_[i].end());
    }
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

 private:
  std::uint32_t FirstOf(std::uint32_t block) const { return first_of_block_[block]; }

  // Notes the markers that stand behind a block's last stop ("... usual care.
  // PubMed"): they close the paragraph and belong to its last sentence as well.
  void FindClosing() {
    for (std::size_t i = 0; i < citations_.size(); ++i) {
      const Citation& c = citations_[i];
      if (c.sentence >= by_sentence_.size()) continue;
      const std::uint32_t block = document_.sentences[c.sentence].block;
      const TextSpan words = document_.blocks[block].span;
      if (!OnlyPunctuation(c.text_span.end, words.end) || !BehindStop(c.text_span, words.begin)) {
        continue;
      }
      closing_[block].push_back(LocalId(i));
      // A sentence that is nothing but its marker hands it to the one before.
      const std::uint32_t at = c.sentence;
      if (at > 0 && SameBlock(at - 1, at) &&
          OnlyPunctuation(document_.sentences[at].span.begin, c.text_span.begin)) {
        by_sentence_[at - 1].push_back(LocalId(i));
      }
    }
  }

  bool OnlyPunctuation(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t k = begin; k < end; ++k) {
      const auto c = static_cast<unsigned char>(document_.text[k]);
      if ((c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') || c >= 0xC3) return false;
    }
    return true;
  }

  bool BehindStop(TextSpan marker, std::uint32_t from) const {
    std::uint32_t k = marker.begin;
    while (k > from && (document_.text[k - 1] == ' ' || document_.text[k - 1] == ')')) --k;
    return k == from || document_.text[k - 1] == '.';
  }

  const Document& document_;
  const std::vector<Citation>& citations_;
  std::vector<Markers> by_sentence_;
  std::vector<Markers> closing_;
  std::vector<std::uint32_t> first_of_block_;
};

// What the markers of a claim amount to.
CitationStatus StatusOf(const Markers& markers, const std::vector<Citation>& citations,
                        CitationStatus found) {
  bool resolved = false;
  bool placeholder = false;
  for (const CitationId id : markers) {
    const Citation& c = citations[Raw(id) - 1];
    resolved |= !c.references.empty();
    placeholder |= c.style == CitationStyle::kPlaceholder;
  }
  if (placeholder && found != CitationStatus::kParagraph) return CitationStatus::kPlaceholder;
  return resolved || placeholder ? found : CitationStatus::kDangling;
}

// "This is known as ...", "These effects ...": goes on about the claim before.
bool Elaborates(const Document& document, std::uint32_t sentence) {
  const std::string_view words = document.Words(document.sentences[sentence].span);
  for (const std::string_view start : {"This ", "These ", "That ", "Such ", "It "}) {
    if (words.starts_with(start)) return true;
  }
  return false;
}

bool IsReport(std::uint64_t cues) {
  return (cues & cue::kEvidence) != 0 && (cues & cue::kReport) != 0;
}

std::uint64_t CuesOf(const Document& document, std::uint32_t sentence) {
  TokenList tokens;
  tokens.Read(document.Words(document.sentences[sentence].span), 0);
  std::vector<CueHit> hits;
  FindCues(tokens, &hits);
  std::uint64_t all = 0;
  for (const CueHit& hit : hits) all |= hit.mask;
  return all;
}

class Linker {
 public:
  Linker(const Document& document, const Profile& profile, const std::vector<Citation>& citations)
      : document_(document),
        citations_(citations),
        map_(document, citations),
        academic_(IsAcademic(profile, citations)) {
    FindCovering();
    FindLeads();
  }

  void Link(ExtractedClaim* extracted, bool alone) const {
    Claim& claim = extracted->claim;
    const auto found = [&](Markers markers, CitationStatus status) {
      std::ranges::sort(markers);
      markers.erase(std::unique(markers.begin(), markers.end()), markers.end());
      claim.citation_status = StatusOf(markers, citations_, status);
      claim.citations = std::move(markers);
      return true;
    };
    const std::uint32_t at = claim.sentence;
    const std::uint32_t block = document_.sentences[at].block;
    Markers markers = Inline(claim, alone);
    if (!markers.empty() && found(markers, CitationStatus::kInline)) return;

    if (map_.SameBlock(at, at + 1) && !map_.InSentence(at + 1).empty() &&
        (Elaborates(document_, at + 1) ||
         (IsReport(extracted->cues) && IsReport(CuesOf(document_, at + 1)))) &&
        found(map_.InSentence(at + 1), CitationStatus::kAdjacent)) {
      return;
    }
    markers = map_.Closing(block);
    if (!markers.empty() && found(markers, CitationStatus::kParagraph)) return;
    if (academic_) {
      markers = map_.OnlyAtEnd(at);
      if (!markers.empty() && found(markers, CitationStatus::kParagraph)) return;
    }
    const bool refers_back =
        (extracted->cues & (cue::kAnaphor | cue::kConclude)) != 0 || StartsWithStill(claim);
    // Of a list of claims, what stands before is another's.
    if (refers_back && document_.format != Format::kClaimList) {
      markers = Before(at);
      if (!markers.empty() && found(markers, CitationStatus::kAnaphoric)) return;
    }
    // Numbers right behind a cited sentence are most often the same study's.
    if (!extracted->own_result && at > 0 && map_.SameBlock(at - 1, at) &&
        (!claim.effects.empty() || (extracted->cues & cue::kStatistic) != 0) &&
        !map_.InSentence(at - 1).empty() &&
        found(map_.InSentence(at - 1), CitationStatus::kAdjacent)) {
      return;
    }
    markers = LeadIn(block);
    if (!markers.empty() && found(markers, CitationStatus::kParagraph)) return;
    if (!covering_[block].empty() && found(covering_[block], CitationStatus::kParagraph)) return;
    const bool own =
        extracted->own_result || (extracted->cues & (cue::kFirstPerson | cue::kAnecdote)) != 0;
    claim.citation_status = own ? CitationStatus::kSelfAttributed : CitationStatus::kUncited;
  }

 private:
  // Papers, and texts that cite as papers do, put one marker behind several
  // sentences.
  static bool IsAcademic(const Profile& profile, const std::vector<Citation>& citations) {
    if (profile.academic) return true;
    const auto keyed = std::ranges::count_if(
        citations, [](const Citation& c) { return c.style == CitationStyle::kPandocKey; });
    return keyed > 0 && 2 * keyed >= static_cast<std::ptrdiff_t>(citations.size());
  }

  // The markers of the claim's sentence; where the sentence holds several
  // claims, those inside this one or right behind it.
  Markers Inline(const Claim& claim, bool alone) const {
    const Markers& all = map_.InSentence(claim.sentence);
    if (alone) return all;
    Markers mine;
    for (const CitationId id : all) {
      const TextSpan marker = citations_[Raw(id) - 1].text_span;
      if (marker.begin >= claim.text_span.begin && marker.begin <= claim.text_span.end + 3) {
        mine.push_back(id);
      }
    }
    return mine;
  }

  static bool StartsWithStill(const Claim& claim) {
    return claim.text.starts_with("Still") || claim.text.starts_with("Overall,") ||
           claim.text.starts_with("Together,");
  }

  // Markers of up to four sentences before, in this block or the last one.
  Markers Before(std::uint32_t at) const {
    const std::uint32_t block = document_.sentences[at].block;
    for (std::uint32_t back = 1; back <= 4 && back <= at; ++back) {
      const std::uint32_t i = at - back;
      if (document_.sentences[i].block + 1 < block) break;
      if (document_.blocks[document_.sentences[i].block].kind == BlockKind::kHeading) break;
      if (!map_.InSentence(i).empty()) return map_.InSentence(i);
    }
    return {};
  }

  // "Studies show that massage [3]:" covers the items under it.
  Markers LeadIn(std::uint32_t block) const {
    if (document_.blocks[block].kind != BlockKind::kListItem) return {};
    const std::string_view words = document_.Words(document_.blocks[leads_[block]].span);
    return words.find(':') != std::string_view::npos ? map_.InBlock(leads_[block]) : Markers{};
  }

  // The block before each run of list items; the first block leads itself.
  void FindLeads() {
    leads_.resize(document_.blocks.size());
    std::uint32_t lead = 0;
    for (std::uint32_t b = 0; b < document_.blocks.size(); ++b) {
      if (document_.blocks[b].kind != BlockKind::kListItem) lead = b;
      leads_[b] = lead;
    }
  }

  // A marker on the title covers the document, one on a heading its section.
  void FindCovering() {
    covering_.resize(document_.blocks.size());
    struct Open {
      std::uint8_t level = 0;
      Markers markers{};
    };
    std::vector<Open> open;
    for (std::uint32_t b = 0; b < document_.blocks.size(); ++b) {
      const Block& block = document_.blocks[b];
      if (block.kind == BlockKind::kHeading) {
        while (!open.empty() && open.back().level >= block.level) open.pop_back();
        Markers markers = map_.InBlock(b);
        if (markers.empty() && !open.empty()) markers = open.back().markers;
        open.push_back({block.level, std::move(markers)});
      }
      if (!open.empty()) covering_[b] = open.back().markers;
    }
  }

  const Document& document_;
  const std::vector<Citation>& citations_;
  MarkerMap map_;
  const bool academic_;
  std::vector<Markers> covering_;
  std::vector<std::uint32_t> leads_;  // by block
};

}  // namespace

void LinkClaims(const Document& document, const Profile& profile,
                const std::vector<Citation>& citations, std::vector<ExtractedClaim>* claims) {
  const Linker linker(document, profile, citations);
  for (std::size_t i = 0; i < claims->size(); ++i) {
    const auto same = [&](std::size_t j) {
      return j < claims->size() && (*claims)[j].claim.sentence == (*claims)[i].claim.sentence;
    };
    const bool alone = !(i > 0 && same(i - 1)) && !same(i + 1);
    linker.Link(&(*claims)[i], alone);
  }
}

}  // namespace claimgraph
