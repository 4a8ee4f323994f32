// What many rules need: look-ups in one document's graph, and findings with
// messages that stand on their own.
#ifndef CLAIMGRAPH_QUERIES_RULES_SUPPORT_H_
#define CLAIMGRAPH_QUERIES_RULES_SUPPORT_H_

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/document_graph.h"
#include "queries/rules/rules.h"

namespace claimgraph {

// Ids ascend inside each vector of a DocumentGraph.  Null if none has `id`.
template <typename T, typename Id>
const T* FindById(const std::vector<T>& things, Id id) {
  const auto at = std::lower_bound(things.begin(), things.end(), id,
                                   [](const T& thing, Id wanted) { return thing.id < wanted; });
  return at != things.end() && at->id == id ? &*at : nullptr;
}

// The evidence lines of each claim.
class EvidenceByClaim {
 public:
  explicit EvidenceByClaim(const DocumentGraph& graph);  // must outlive this
  std::span<const EvidenceLine* const> Of(ClaimId claim) const;

 private:
  std::vector<const EvidenceLine*> lines_;  // by claim
};

// References that a claim's citations lead to, each once, in citation order.
std::vector<const Reference*> CitedReferences(const DocumentGraph& graph, const Claim& claim);

// The design most worth naming among a claim's sources; kUnknown if none is known.
StudyDesign BestDesign(std::span<const EvidenceLine* const> lines);

// --- What kind of claim is this?

bool IsCited(const Claim& claim);    // a marker of any kind stands for it, dangling ones included
bool IsUncited(const Claim& claim);  // nothing stands for it, and it is not the author's own result
bool FallsShort(Verdict verdict);    // unsupported, overstated or contradicted
bool IsCausal(const Claim& claim);   // "reduces", "can reduce"
bool InBlock(const DocumentGraph& graph, const Claim& claim, BlockKind kind);

// False in titles, captions and table heads, which promise what the text below
// them has to prove.
bool CanCarryCitation(const DocumentGraph& graph, const Claim& claim);

// The step that settled the claim's verdict, e.g. "causal-from-association"; null
// where none is recorded.  A reviewer's decision on it settles it.
const Reason* DecidedBy(const Claim& claim);

// True if the linker gave `rule` among its reasons: "year-differs".
bool HasReason(const Citation& citation, std::string_view rule);

// The whole sentence that the claim stands in; its own words if that is unknown.
std::string_view SentenceOf(const DocumentGraph& graph, const Claim& claim);

// The intervention that most of the document's claims are about, "" if none is.
std::string MainIntervention(const DocumentGraph& graph);

// References that stand in a real list of sources, in order: one under a heading
// that says so, one with an entry of author and year, or one that citations lead
// into; and footnotes.  A page's list of links is none.
std::vector<const Reference*> ListedSources(const DocumentGraph& graph);

// Blocks whose text is the author's prose, in reading order: not headings,
// metadata or anything that lies in the reference list.
std::vector<const Block*> ProseBlocks(const DocumentGraph& graph);

// How alike two printed titles are, in [0, 1]; 1 also for a title with its subtitle
// and the same without.
double TitleLikeness(std::string_view a, std::string_view b);

// --- Messages

// `words` in quotation marks: white space tidied, the full stop dropped, and cut
// at a word's end with "..." where longer than about 60 characters.
std::string Quote(std::string_view words);

// "Moore (1998)", "Moore & Hall (1998)", "Moore et al. (1998)"; else the title,
// the address or the words.
std::string Label(const Reference& reference);

// The same without the year: "Moore & Hall".
std::string WhoWrote(const Reference& reference);

// "<what to do>, or write: <the sentence that the evidence allows>".
std::string Advice(std::string_view what, const Claim& claim);

template <typename... Parts>
std::string Cat(const Parts&... parts) {
  std::string all;
  (all.append(parts), ...);
  return all;
}

// "1 study", "3 studies".
std::string Count(std::size_t n, std::string_view one, std::string_view many);

Finding At(const Rule& rule, Span span, std::string message, std::string suggestion = {});
Finding AtClaim(const Rule& rule, const Claim& claim, std::string message,
                std::string suggestion = {});
Finding AtCitation(const Rule& rule, const Citation& citation, std::string message,
                   std::string suggestion = {});
Finding AtReference(const Rule& rule, const Reference& reference, std::string message,
                    std::string suggestion = {});

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_RULES_SUPPORT_H_
