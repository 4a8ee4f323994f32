// Markers that say nothing of themselves ("PubMed", "a 2023 paper") -> the
// reference that the words before them are about.
#ifndef CLAIMGRAPH_IMPORTERS_LINKING_CITATION_CONTENT_H_
#define CLAIMGRAPH_IMPORTERS_LINKING_CITATION_CONTENT_H_

#include <cstdint>
#include <map>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/citation.h"
#include "core/document.h"
#include "core/reference.h"
#include "importers/linking/features.h"

namespace claimgraph {

// Links placeholders and named sources, in document order.  Call after every
// other marker is linked: what stands in a sentence helps to read the next.
class ContentLinker {
 public:
  ContentLinker(const Document& document, const std::vector<Reference>& references,
                std::vector<Citation>* citations);

  void LinkAll();

 private:
  struct Score {
    double total = 0;
    double topic = 0;  // the part that comes from words, names and initials
    std::vector<Reason> reasons{};
  };

  std::string_view Words(std::uint32_t sentence, std::uint32_t end) const;
  Context ContextOf(std::size_t at) const;
  void AddCited(std::uint32_t sentence, Context* context) const;
  void AddAntecedent(std::uint32_t sentence, Context* context) const;
  void Link(std::size_t at);
  std::map<std::uint32_t, Score> ScoreTopics(const Context& context) const;
  void ScoreRest(const Citation& citation, const Context& context, std::uint32_t reference,
                 Score* score) const;
  void ScoreName(const Citation& citation, std::uint32_t reference, Score* score) const;

  const Document& document_;
  const std::vector<Reference>& references_;
  std::vector<Citation>& citations_;
  ReferenceTopics topics_;
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> by_sentence_{};
  std::unordered_map<std::uint32_t, int> used_{};  // by placeholders, so far
  std::uint32_t last_ = 0;                         // 1 + the reference of the last placeholder
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_LINKING_CITATION_CONTENT_H_
