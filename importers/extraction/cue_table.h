// The cue words themselves: data for cues.cc and for nobody else.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_CUE_TABLE_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_CUE_TABLE_H_

#include <cstdint>
#include <span>
#include <string_view>

namespace claimgraph {

struct CueRow {
  std::uint64_t mask = 0;
  bool verb = false;           // rows of verbs are lemmas; every form is added
  std::string_view phrases{};  // separated by ";" and spaces
};

std::span<const CueRow> CueRows();

// "lead": "led"; two forms where past and participle differ ("drove driven").
struct IrregularVerb {
  std::string_view lemma{};
  std::string_view past{};
};

std::span<const IrregularVerb> IrregularVerbs();

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_CUE_TABLE_H_
