// A work as an entry of a bibliography: what reference managers ask for, in no
// format yet.
//
// A Work says what several documents agree on.  Volume, issue, pages and publisher
// stand only where somebody printed them: in the records that describe the work, and
// in the references to it.  They are taken together from the first that has any of
// them, records before references, for the volume of one and the pages of another
// may be those of two printings.  Only the first few of each are looked at, so that
// a work cited a million times costs no more than another.
#ifndef CLAIMGRAPH_QUERIES_EXPORTS_BIBLIOGRAPHY_H_
#define CLAIMGRAPH_QUERIES_EXPORTS_BIBLIOGRAPHY_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "core/graph_reader.h"
#include "core/reference.h"
#include "core/status.h"
#include "core/work.h"

namespace claimgraph {

enum class EntryType : std::uint8_t {
  kArticle,
  kChapter,
  kBook,
  kReport,
  kPreprint,
  kPage,
  kOther
};

struct BibliographyEntry {
  Work work{};
  EntryType type = EntryType::kOther;
  // "okri2014_w12": first author's family name, year and id, in a-z, 0-9 and "_".
  // Stays the same for as long as the store has the work.
  std::string key{};
  bool et_al = false;  // there are more authors than the work's
  std::string volume{};
  std::string issue{};
  std::string pages{};  // as printed, "25-31"
  std::string publisher{};
  // "Retracted (2014-03): unreliable data": what readers of the entry must know;
  // empty for a work that stands.
  std::string note{};
};

[[nodiscard]] Result<BibliographyEntry> EntryOf(const GraphReader& reader, const Work& work);

// True for a body rather than a person, as far as a name can tell: no given name, and
// more words than a particle and a surname, or capitals alone.
bool IsCorporate(const Author& author);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_EXPORTS_BIBLIOGRAPHY_H_
