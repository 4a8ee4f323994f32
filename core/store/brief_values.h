// The nouns of one stored value, without their words, read in place.
#ifndef CLAIMGRAPH_CORE_STORE_BRIEF_VALUES_H_
#define CLAIMGRAPH_CORE_STORE_BRIEF_VALUES_H_

#include <cstdint>
#include <functional>
#include <string>

#include "core/briefs.h"
#include "core/status.h"

namespace claimgraph {

// Shows the nouns of the value whose key ends in `last`: those of a pack, or the
// one that stands alone.  False in `sound` if the bytes are not what Encode writes.
template <typename Brief>
using ShowBrief = std::function<Status(const Brief&)>;
Status ShowBriefs(const std::string& bytes, std::uint64_t last,
                  const ShowBrief<DocumentBrief>& show, bool* sound);
Status ShowBriefs(const std::string& bytes, std::uint64_t last, const ShowBrief<ClaimBrief>& show,
                  bool* sound);
Status ShowBriefs(const std::string& bytes, std::uint64_t last,
                  const ShowBrief<CitationBrief>& show, bool* sound);
Status ShowBriefs(const std::string& bytes, std::uint64_t last,
                  const ShowBrief<ReferenceBrief>& show, bool* sound);
Status ShowBriefs(const std::string& bytes, std::uint64_t last, const ShowBrief<WorkBrief>& show,
                  bool* sound);
Status ShowBriefs(const std::string& bytes, std::uint64_t last,
                  const ShowBrief<PropositionBrief>& show, bool* sound);
Status ShowBriefs(const std::string& bytes, std::uint64_t last,
                  const ShowBrief<EvidenceLineBrief>& show, bool* sound);
Status ShowBriefs(const std::string& bytes, std::uint64_t last, const ShowBrief<FindingBrief>& show,
                  bool* sound);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_STORE_BRIEF_VALUES_H_
