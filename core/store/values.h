// Each noun as the bytes of one value, and back (values.fbs).
//
// Encoding leaves out the noun's own id: the key has it, and so decoding leaves
// `id` as it was.  Decoding verifies before it reads: false means that the
// bytes are not what Encode writes, whatever they are, and then the noun holds
// nothing of use.  An enumerator that this version does not know is malformed.
#ifndef CLAIMGRAPH_CORE_STORE_VALUES_H_
#define CLAIMGRAPH_CORE_STORE_VALUES_H_

#include <cstddef>
#include <span>
#include <string>

#include "core/citation.h"
#include "core/claim.h"
#include "core/decision.h"
#include "core/document.h"
#include "core/evidence_line.h"
#include "core/finding.h"
#include "core/proposition.h"
#include "core/record.h"
#include "core/reference.h"
#include "core/result.h"
#include "core/study.h"
#include "core/work.h"

namespace claimgraph {

// A document is three values, so that its name and hash are read without its
// text: this one, Document::text as it is, and the layout.  One that has neither
// text nor layout, as a record of a study may, is this value alone.
bool IsTextless(const Document& document);
std::string EncodeHeader(const Document& document);
[[nodiscard]] bool DecodeHeader(const std::string& bytes, Document* document,
                                bool* textless = nullptr);

// Map, blocks, sentences, links, marks, ignores and diagnostics.
std::string EncodeLayout(const Document& document);
// Requires: document->text is set, for the ranges must lie inside it.
[[nodiscard]] bool DecodeLayout(const std::string& bytes, Document* document);

// Whether every range of text in the layout lies inside the text.  Only such a
// document can be stored and read back.
bool LayoutFits(const Document& document);

std::string Encode(const Work& work);
std::string Encode(const Proposition& proposition);
std::string Encode(const Study& study);

[[nodiscard]] bool Decode(const std::string& bytes, Work* work);
[[nodiscard]] bool Decode(const std::string& bytes, Proposition* proposition);
[[nodiscard]] bool Decode(const std::string& bytes, Study* study);

// A document's nouns stand together in packs (packs.h): 1 to kMostInPack of them.
std::string Encode(std::span<const Claim> claims);
std::string Encode(std::span<const Citation> citations);
std::string Encode(std::span<const Reference> references);
std::string Encode(std::span<const EvidenceLine> lines);
std::string Encode(std::span<const Finding> findings);
std::string Encode(std::span<const Record> records);
std::string Encode(std::span<const StudyResult> results);
std::string Encode(std::span<const Decision> decisions);

// The `i`-th of a pack.
[[nodiscard]] bool Decode(const std::string& bytes, std::size_t i, Claim* claim);
[[nodiscard]] bool Decode(const std::string& bytes, std::size_t i, Citation* citation);
[[nodiscard]] bool Decode(const std::string& bytes, std::size_t i, Reference* reference);
[[nodiscard]] bool Decode(const std::string& bytes, std::size_t i, EvidenceLine* line);
[[nodiscard]] bool Decode(const std::string& bytes, std::size_t i, Finding* finding);
[[nodiscard]] bool Decode(const std::string& bytes, std::size_t i, Record* record);
[[nodiscard]] bool Decode(const std::string& bytes, std::size_t i, StudyResult* result);
[[nodiscard]] bool Decode(const std::string& bytes, std::size_t i, Decision* decision);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_STORE_VALUES_H_
