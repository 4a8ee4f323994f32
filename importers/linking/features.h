// What a piece of text is about, as tokens that two texts can share: stems of
// content words ("fibromyalgia"), and concepts, so that "antenatal" and
// "pregnancy" meet.
#ifndef CLAIMGRAPH_IMPORTERS_LINKING_FEATURES_H_
#define CLAIMGRAPH_IMPORTERS_LINKING_FEATURES_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/reference.h"
#include "core/study.h"

namespace claimgraph {

// The topic tokens of `text`, each once, in order of first appearance.
// Concepts begin with "#".
std::vector<std::string> TopicTokens(std::string_view text);

// Words of three to eight capitals: "SRF".
std::vector<std::string> Acronyms(std::string_view text);

// The initials of the content words of a title: "Somatic-Relation Frame: A
// model" -> "srfm".  An acronym of a phrase in it is a part of this string.
std::string Initials(std::string_view title);

// "special issue" or "special edition".
bool NamesSpecialIssue(std::string_view text);

// Families of designs that a text and a title can agree or disagree on.
enum class DesignFamily { kUnknown, kSynthesis, kTrial, kObservational, kReview, kTheory };
DesignFamily FamilyOf(StudyDesign design);

// The words around a marker, nearer ones weighing more.
struct Context {
  std::map<std::string, double> tokens{};  // topic token -> weight in (0, 1]
  std::vector<std::string> acronyms{};
  std::vector<int> years{};
  DesignFamily design = DesignFamily::kUnknown;
  bool special_issue = false;
  std::vector<std::uint32_t>
      antecedents{};  // references that these sentences, or one they point back to, cite

  // Words of a low weight (a heading, the sentence before) add to the topic
  // alone; years, acronyms and design come from the marker's own words.
  void Add(std::string_view text, double weight);
};

// The topics of a reference list, with the rarity of each.
class ReferenceTopics {
 public:
  explicit ReferenceTopics(const std::vector<Reference>& references);

  // References that have `token` in their title or container; nothing for a
  // token that most of them have.
  const std::vector<std::uint32_t>& Having(const std::string& token) const;
  // 1 for a token that one reference has; near 0 for one that most have.
  double Rarity(const std::string& token) const;

  // Populations and conditions that the title names, as topic tokens.
  const std::vector<std::string>& Groups(std::uint32_t reference) const {
    return groups_[reference];
  }
  DesignFamily Design(std::uint32_t reference) const { return designs_[reference]; }
  const std::string& TitleInitials(std::uint32_t reference) const { return initials_[reference]; }

 private:
  std::unordered_map<std::string, std::vector<std::uint32_t>> having_{};
  std::vector<std::vector<std::string>> groups_{};
  std::vector<DesignFamily> designs_{};
  std::vector<std::string> initials_{};
  double size_ = 0;
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_LINKING_FEATURES_H_
