// Each noun as the bytes of one value, and back (values.fbs).
//
// Encoding leaves out the noun's own id: the key has it, and so decoding leaves
// `id` as it was.  Decoding verifies before it reads: false means that the
// bytes are not what Encode writes, whatever they are, and then the noun holds
// nothing of use.  An enumerator that this version does not know is malformed.
#ifndef CLAIMGRAPH_CORE_STORE_VALUES_H_
#define CLAIMGRAPH_CORE_STORE_VALUES_H_

#include <string>

#include "core/citation.h"
#include "core/claim.h"
#include "core/document.h"
#include "core/evidence_line.h"
#include "core/finding.h"
#include "core/proposition.h"
#include "core/reference.h"
#include "core/work.h"

namespace claimgraph {

// A document is three values, so that its name and hash are read without its
// text: this one, Document::text as it is, and the layout.
std::string EncodeHeader(const Document& document);
[[nodiscard]] bool DecodeHeader(const std::string& bytes, Document* document);

// Map, blocks, sentences, links, marks, ignores and diagnostics.
std::string EncodeLayout(const Document& document);
// Requires: document->text is set, for the ranges must lie inside it.
[[nodiscard]] bool DecodeLayout(const std::string& bytes, Document* document);

// Whether every range of text in the layout lies inside the text.  Only such a
// document can be stored and read back.
bool LayoutFits(const Document& document);

std::string Encode(const Claim& claim);
std::string Encode(const Citation& citation);
std::string Encode(const Reference& reference);
std::string Encode(const Work& work);
std::string Encode(const Proposition& proposition);
std::string Encode(const EvidenceLine& line);
std::string Encode(const Finding& finding);

[[nodiscard]] bool Decode(const std::string& bytes, Claim* claim);
[[nodiscard]] bool Decode(const std::string& bytes, Citation* citation);
[[nodiscard]] bool Decode(const std::string& bytes, Reference* reference);
[[nodiscard]] bool Decode(const std::string& bytes, Work* work);
[[nodiscard]] bool Decode(const std::string& bytes, Proposition* proposition);
[[nodiscard]] bool Decode(const std::string& bytes, EvidenceLine* line);
[[nodiscard]] bool Decode(const std::string& bytes, Finding* finding);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_STORE_VALUES_H_
