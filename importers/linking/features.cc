// A token's rarity over the list is what makes it tell entries apart: in a list
// about massage the word "massage" says nothing and "fibromyalgia" nearly all.

#include "importers/linking/features.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "core/text/normalize.h"
#include "core/text/stem.h"
#include "core/text/tokens.h"
#include "importers/extraction/study_design.h"
#include "importers/extraction/vocabulary.h"

namespace claimgraph {
namespace {

constexpr std::size_t kMaxHaving =
    200;  // a token that more references have says too little to look up

// Words of titles and of reporting sentences that name no topic.
bool IsStopWord(std::string_view word) {
  static const std::unordered_set<std::string_view> kWords = {"about",
                                                              "above",
                                                              "across",
                                                              "after",
                                                              "against",
                                                              "all",
                                                              "also",
                                                              "among",
                                                              "an",
                                                              "and",
                                                              "another",
                                                              "any",
                                                              "are",
                                                              "as",
                                                              "at",
                                                              "based",
                                                              "because",
                                                              "been",
                                                              "before",
                                                              "being",
                                                              "between",
                                                              "both",
                                                              "but",
                                                              "by",
                                                              "can",
                                                              "compared",
                                                              "could",
                                                              "did",
                                                              "do",
                                                              "does",
                                                              "during",
                                                              "each",
                                                              "even",
                                                              "evidence",
                                                              "effect",
                                                              "effects",
                                                              "effective",
                                                              "effectiveness",
                                                              "efficacy",
                                                              "exploring",
                                                              "few",
                                                              "first",
                                                              "focused",
                                                              "for",
                                                              "found",
                                                              "from",
                                                              "further",
                                                              "had",
                                                              "has",
                                                              "have",
                                                              "how",
                                                              "however",
                                                              "if",
                                                              "impact",
                                                              "in",
                                                              "influence",
                                                              "international",
                                                              "into",
                                                              "is",
                                                              "it",
                                                              "its",
                                                              "journal",
                                                              "just",
                                                              "like",
                                                              "looked",
                                                              "may",
                                                              "might",
                                                              "more",
                                                              "most",
                                                              "much",
                                                              "new",
                                                              "no",
                                                              "not",
                                                              "of",
                                                              "on",
                                                              "one",
                                                              "only",
                                                              "or",
                                                              "other",
                                                              "our",
                                                              "out",
                                                              "over",
                                                              "paper",
                                                              "participants",
                                                              "patients",
                                                              "people",
                                                              "proposed",
                                                              "published",
                                                              "recent",
                                                              "report",
                                                              "reported",
                                                              "research",
                                                              "results",
                                                              "role",
                                                              "showed",
                                                              "shown",
                                                              "significant",
                                                              "significantly",
                                                              "since",
                                                              "so",
                                                              "some",
                                                              "still",
                                                              "studies",
                                                              "study",
                                                              "such",
                                                              "than",
                                                              "that",
                                                              "the",
                                                              "their",
                                                              "them",
                                                              "then",
                                                              "there",
                                                              "these",
                                                              "they",
                                                              "this",
                                                              "those",
                                                              "through",
                                                              "to",
                                                              "two",
                                                              "under",
                                                              "up",
                                                              "use",
                                                              "using",
                                                              "was",
                                                              "we",
                                                              "well",
                                                              "were",
                                                              "what",
                                                              "when",
                                                              "which",
                                                              "while",
                                                              "who",
                                                              "why",
                                                              "will",
                                                              "with",
                                                              "within",
                                                              "without",
                                                              "would",
                                                              "you",
                                                              "your",
                                                              "analysis",
                                                              "meta",
                                                              "review",
                                                              "systematic",
                                                              "trial",
                                                              "trials",
                                                              "randomised",
                                                              "randomized",
                                                              "controlled",
                                                              "clinical",
                                                              "literature",
                                                              "overview",
                                                              "outcomes",
                                                              "symptom",
                                                              "symptoms",
                                                              "associated",
                                                              "association",
                                                              "relationship",
                                                              "therapy",
                                                              "treatment",
                                                              "intervention",
                                                              "interventions",
                                                              "care",
                                                              "special",
                                                              "issue",
                                                              "year",
                                                              "years",
                                                              "weeks"};
  return word.size() < 3 || kWords.count(word) > 0;
}

constexpr double kOwnWords = 0.6;  // weight below which words only hint at a topic

bool IsYear(std::string_view digits) {
  return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

// Whom or what condition the folded words name.  Single words are asked for as
// well: "prenatal depression" is a depression, and about pregnant women.
std::vector<std::string> GroupsOf(const std::string& folded) {
  std::vector<std::string> groups;
  const auto add = [&groups](ConceptIndex c) {
    const ConceptRole role = Row(c).role;
    if (role != ConceptRole::kPopulation && role != ConceptRole::kCondition) return;
    std::string group = "#" + std::string(Label(c));
    if (std::find(groups.begin(), groups.end(), group) == groups.end())
      groups.push_back(std::move(group));
  };
  for (ConceptIndex c : ConceptsOf(folded)) add(c);
  TokenList tokens;
  tokens.Read(folded, 0);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string_view word = tokens.Word(static_cast<std::ptrdiff_t>(i));
    if (IsStopWord(word)) continue;
    for (ConceptIndex c : ConceptsOf(word)) {
      if (Row(c).role == ConceptRole::kPopulation) add(c);
    }
  }
  return groups;
}

}  // namespace

std::vector<std::string> TopicTokens(std::string_view text) {
  std::vector<std::string> found;
  std::unordered_set<std::string> seen;
  const auto add = [&](std::string token) {
    if (seen.insert(token).second) found.push_back(std::move(token));
  };
  const std::string folded = Fold(text);
  TokenList tokens;
  tokens.Read(folded, 0);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string_view word = tokens.Word(static_cast<std::ptrdiff_t>(i));
    if (tokens[i].kind == TokenKind::kWord && !IsStopWord(word)) add(Stem(word));
  }
  for (ConceptIndex c : ConceptsOf(folded)) {
    if (Row(c).role != ConceptRole::kBody) add("#" + std::string(Label(c)));
  }
  for (std::string& group : GroupsOf(folded)) add(std::move(group));
  return found;
}

std::vector<std::string> Acronyms(std::string_view text) {
  std::vector<std::string> found;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && text[end] >= 'A' && text[end] <= 'Z') ++end;
    const bool inside = (i > 0 && std::isalnum(static_cast<unsigned char>(text[i - 1]))) ||
                        (end < text.size() && std::isalnum(static_cast<unsigned char>(text[end])));
    if (end - i >= 3 && end - i <= 8 && !inside) found.push_back(Fold(text.substr(i, end - i)));
    i = std::max(end, i + 1);
  }
  return found;
}

bool NamesSpecialIssue(std::string_view text) {
  const std::string folded = Fold(text);
  return folded.find("special issue") != std::string::npos ||
         folded.find("special edition") != std::string::npos;
}

std::string Initials(std::string_view title) {
  const std::string folded = Fold(title);
  TokenList tokens;
  tokens.Read(folded, 0);
  std::string initials;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string_view word = tokens.Word(static_cast<std::ptrdiff_t>(i));
    const bool small = word == "of" || word == "the" || word == "a" || word == "an" ||
                       word == "and" || word == "for" || word == "in";
    if (tokens[i].kind == TokenKind::kWord && !small) initials += word[0];
  }
  return initials;
}

DesignFamily FamilyOf(StudyDesign design) {
  switch (design) {
    case StudyDesign::kMetaAnalysisOfRcts:
    case StudyDesign::kSystematicReview:
      return DesignFamily::kSynthesis;
    case StudyDesign::kRct:
    case StudyDesign::kControlledNonRandomised:
    case StudyDesign::kPrePost:
      return DesignFamily::kTrial;
    case StudyDesign::kCohort:
    case StudyDesign::kCaseControl:
    case StudyDesign::kCrossSectional:
      return DesignFamily::kObservational;
    case StudyDesign::kNarrativeReview:
      return DesignFamily::kReview;
    case StudyDesign::kTheory:
      return DesignFamily::kTheory;
    default:
      return DesignFamily::kUnknown;
  }
}

void Context::Add(std::string_view text, double weight) {
  for (std::string& token : TopicTokens(text)) {
    double& held = tokens[std::move(token)];
    held = std::max(held, weight);
  }
  if (weight < kOwnWords) return;
  for (std::string& acronym : Acronyms(text)) acronyms.push_back(std::move(acronym));
  for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
    const bool inside =
        (i > 0 && std::isdigit(static_cast<unsigned char>(text[i - 1]))) ||
        (i + 4 < text.size() && std::isdigit(static_cast<unsigned char>(text[i + 4])));
    const std::string_view digits = text.substr(i, 4);
    if (!inside && IsYear(digits) && std::all_of(digits.begin(), digits.end(), [](unsigned char c) {
          return std::isdigit(c);
        })) {
      years.push_back(std::stoi(std::string(digits)));
    }
  }
  const DesignMention mention = FindDesignMention(text);
  const DesignFamily said = FamilyOf(mention.design);
  const std::string_view words = text.substr(mention.span.begin, mention.span.size());
  // "most of the trials": what a review is made of, not what it is.
  const bool plural = said != DesignFamily::kSynthesis && words.ends_with('s');
  const bool better = design == DesignFamily::kUnknown || said == DesignFamily::kSynthesis;
  if (!plural && said != DesignFamily::kUnknown && better) design = said;
  special_issue |= NamesSpecialIssue(text);
}

ReferenceTopics::ReferenceTopics(const std::vector<Reference>& references)
    : size_(static_cast<double>(references.size())) {
  for (std::uint32_t i = 0; i < references.size(); ++i) {
    const Reference& r = references[i];
    const std::string& title = r.title.empty() ? r.text : r.title;
    for (std::string& token : TopicTokens(title + " . " + r.container))
      having_[std::move(token)].push_back(i);
    groups_.push_back(GroupsOf(Fold(title)));
    designs_.push_back(FamilyOf(DesignFromTitle(title)));
    initials_.push_back(Initials(title));
  }
}

const std::vector<std::uint32_t>& ReferenceTopics::Having(const std::string& token) const {
  static const std::vector<std::uint32_t> kNone;
  const auto found = having_.find(token);
  return found == having_.end() || found->second.size() > kMaxHaving ? kNone : found->second;
}

double ReferenceTopics::Rarity(const std::string& token) const {
  const auto found = having_.find(token);
  if (found == having_.end()) return 0;
  const double rarity =
      std::log((size_ + 1) / static_cast<double>(found->second.size())) / std::log(size_ + 1);
  return std::clamp(rarity, 0.0, 1.0);
}

}  // namespace claimgraph
