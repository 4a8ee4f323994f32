// Lists of claims that were made elsewhere, as JSON Lines: one object a line.
//
//   {"text": "Massage lowers cortisol.", "citations": [{"doi": "10.5555/cortisol.1"}]}
//
// Each line's "text" becomes a paragraph, which is one sentence and one claim; its words
// are mapped to the bytes between the quotes, an escape being one unit.  What it cites
// becomes References (origin kList, merged where lines cite one work), and a Link over
// the paragraph leads to their keys.  "id" and "source" are its label; other members are
// left out.  A line that cannot
// be read is reported with what to do about it, and skipped.
//
// docs/claim_list.md has the members; docs/claim_list.schema.json the schema.
#ifndef CLAIMGRAPH_IMPORTERS_FORMATS_CLAIM_LIST_H_
#define CLAIMGRAPH_IMPORTERS_FORMATS_CLAIM_LIST_H_

#include <string_view>

#include "importers/formats/article.h"

namespace claimgraph {

// True where a line of `head` begins an object with a "text": any line in a file that is
// `named` so (.jsonl, .ndjson), else the first.
bool IsClaimList(std::string_view head, bool named);

// Fills text, map, blocks, links and diagnostics of the document, and the references.
// `text` is valid UTF-8.  Never fails; linear.
// Diagnostics: bad-json, not-a-claim, bad-citation, bad-doi, too-large, no-claims.
void ReadClaimList(std::string_view text, Article* article);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_FORMATS_CLAIM_LIST_H_
