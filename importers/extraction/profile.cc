// Headings give the sections; counting gives the rest.  The topic is the
// intervention named most often, where title and headings count five times.

#include "importers/extraction/profile.h"

#include <algorithm>
#include <array>
#include <string>

namespace claimgraph {
namespace {

struct HeadingWord {
  std::string_view word{};
  Section section = Section::kBody;
};

constexpr HeadingWord kHeadingWords[] = {
    {"abstract", Section::kAbstract},
    {"introduction", Section::kIntroduction},
    {"background", Section::kIntroduction},
    {"methods", Section::kMethods},
    {"method", Section::kMethods},
    {"methodology", Section::kMethods},
    {"materials", Section::kMethods},
    {"data source", Section::kMethods},
    {"statistical analysis", Section::kMethods},
    {"variable definitions", Section::kMethods},
    {"results", Section::kResults},
    {"discussion", Section::kDiscussion},
    {"conclusion", Section::kDiscussion},
    {"conclusions", Section::kDiscussion},
    {"limitations", Section::kLimitations},
    {"disclaimer", Section::kBackMatter},
    {"about the author", Section::kBackMatter},
    {"acknowledgements", Section::kBackMatter},
    {"acknowledgments", Section::kBackMatter},
    {"funding", Section::kBackMatter},
    {"conflicts of interest", Section::kBackMatter},
    {"conflict of interest", Section::kBackMatter},
    {"comments", Section::kBackMatter},
    {"related posts", Section::kBackMatter},
    {"author affiliations", Section::kBackMatter},
};

std::string Folded(std::string_view words) {
  TokenList tokens;
  tokens.Read(words, 0);
  std::string folded;
  for (const Token& t : tokens) {
    if (t.kind != TokenKind::kWord) continue;
    if (!folded.empty()) folded += ' ';
    folded += t.word;
  }
  return folded;
}

// The section that a heading opens; kBody for one that names none.
bool SectionOf(std::string_view heading, Section* section) {
  const std::string folded = Folded(heading);
  for (const HeadingWord& h : kHeadingWords) {
    if (folded == h.word ||
        (folded.starts_with(h.word) && folded.size() < 40 && folded[h.word.size()] == ' ')) {
      *section = h.section;
      return true;
    }
  }
  return false;
}

}  // namespace

Profile ReadProfile(const Document& document, const std::vector<bool>& prose) {
  Profile profile;
  profile.sections.resize(document.blocks.size(), Section::kBody);
  bool methods = false;
  bool results = false;
  Section now = Section::kBody;
  std::uint8_t level = 0;  // of the heading that set `now`
  std::vector<std::uint32_t> counts(VocabularyRows().size(), 0);
  TokenList tokens;
  std::vector<ConceptHit> hits;
  std::uint32_t health_blocks = 0;
  std::uint32_t prose_blocks = 0;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    const std::string_view words = document.Words(block.span);
    // A short line that ends in a colon acts as a heading: "Disclaimer:".
    const bool heading =
        block.kind == BlockKind::kHeading || (words.size() < 40 && words.ends_with(':'));
    if (heading) {
      Section opened = Section::kBody;
      if (SectionOf(words, &opened)) {
        now = opened;
        level = block.level;
      } else if (block.kind == BlockKind::kHeading && block.level <= level) {
        now = Section::kBody;
        level = 0;
      }
      methods |= now == Section::kMethods;
      results |= now == Section::kResults;
    }
    profile.sections[i] = now;
    // "Limitations:" may open a paragraph instead of standing above it.
    if (now == Section::kDiscussion &&
        (words.starts_with("Limitations") || words.starts_with("Strengths"))) {
      profile.sections[i] = Section::kLimitations;
    }
    if (!prose[i]) continue;
    tokens.Read(words, block.span.begin);
    FindConcepts(tokens, &hits);
    bool health = false;
    const bool weighty = block.kind == BlockKind::kHeading || block.kind == BlockKind::kMetadata;
    for (const ConceptHit& hit : hits) {
      if (hit.role != ConceptRole::kBody) health = true;
      if (hit.role == ConceptRole::kIntervention && hit.concept_index != kNoConcept) {
        counts[hit.concept_index] += weighty ? 5 : 1;
      }
    }
    ++prose_blocks;
    health_blocks += health;
  }
  profile.academic = methods && results;
  if (prose_blocks > 0) profile.health = static_cast<double>(health_blocks) / prose_blocks;
  const auto best = std::ranges::max_element(counts);
  // Claims of a list have no topic in common.
  if (*best >= 3 && document.format != Format::kClaimList)
    profile.topic = static_cast<ConceptIndex>(best - counts.begin());
  return profile;
}

}  // namespace claimgraph
