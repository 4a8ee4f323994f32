// From a claim, through those who retell, to those who studied.
//
// A chain goes from a claim to a work that it cites or rests on.  If that work is
// a study or a systematic review, the chain ends well.  If it only retells (a
// narrative review, a guideline, an opinion, a web page, or a work of unknown
// design) and its text is a document of the store, the chain goes on: through
// that document's claims on one of the same propositions if it has any that cite
// something, else through everything that it lists.  Otherwise it ends there.
//
// Every chain is listed, at each fork by work id, up to a limit: their number can
// double with every fork.  No work stands twice in one chain.
#ifndef CLAIMGRAPH_QUERIES_GRAPH_CHAINS_H_
#define CLAIMGRAPH_QUERIES_GRAPH_CHAINS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/graph_reader.h"
#include "queries/graph/evidence_csr.h"
#include "queries/graph/nodes.h"

namespace claimgraph {

enum class ChainEnd : std::uint8_t {
  kStudy,    // people, animals or cells were studied, or such studies searched for
  kUnread,   // it only retells, and its text is not in the store
  kUnknown,  // its title names no design, and its text is not in the store
  kNothing,  // its text is in the store and cites nothing
  kCircle,   // everything that it cites stands in the chain already
};
std::string_view Name(ChainEnd end);      // "study", "unread", ...
std::string_view Describe(ChainEnd end);  // for messages

struct Chain {
  ChainEnd end = ChainEnd::kStudy;
  Trail trail{};  // claim ... work, with the documents between
};

struct Chains {
  TrailStep claim{};
  std::vector<Chain> chains{};
  std::size_t to_studies = 0;  // of the chains
  bool complete = true;        // false: stopped at the limit
};

Chains ChainsOf(const EvidenceCsr& graph, const GraphReader& reader, ClaimId claim,
                std::size_t limit = 1000);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_GRAPH_CHAINS_H_
