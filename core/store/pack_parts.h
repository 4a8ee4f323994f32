// Several nouns in one value: what reading and writing packs has in common.
// For values.cc, brief_values.cc and packs.cc alone.
#ifndef CLAIMGRAPH_CORE_STORE_PACK_PARTS_H_
#define CLAIMGRAPH_CORE_STORE_PACK_PARTS_H_

#include <cstddef>
#include <cstdint>
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
#include "core/store/packs.h"
#include "core/store/value_parts.h"
#include "core/study.h"
#include "core/work.h"

namespace claimgraph {

template <typename Noun>
struct StoredAs;
template <>
struct StoredAs<Claim> {
  using Table = stored::Claim;
  using Pack = stored::ClaimPack;
  using Builder = stored::ClaimPackBuilder;
};
template <>
struct StoredAs<Citation> {
  using Table = stored::Citation;
  using Pack = stored::CitationPack;
  using Builder = stored::CitationPackBuilder;
};
template <>
struct StoredAs<Reference> {
  using Table = stored::Reference;
  using Pack = stored::ReferencePack;
  using Builder = stored::ReferencePackBuilder;
};
template <>
struct StoredAs<EvidenceLine> {
  using Table = stored::EvidenceLine;
  using Pack = stored::EvidenceLinePack;
  using Builder = stored::EvidenceLinePackBuilder;
};
template <>
struct StoredAs<Finding> {
  using Table = stored::Finding;
  using Pack = stored::FindingPack;
  using Builder = stored::FindingPackBuilder;
};
template <>
struct StoredAs<Record> {
  using Table = stored::Record;
  using Pack = stored::RecordPack;
  using Builder = stored::RecordPackBuilder;
};
template <>
struct StoredAs<StudyResult> {
  using Table = stored::StudyResult;
  using Pack = stored::StudyResultPack;
  using Builder = stored::StudyResultPackBuilder;
};
template <>
struct StoredAs<Decision> {
  using Table = stored::Decision;
  using Pack = stored::DecisionPack;
  using Builder = stored::DecisionPackBuilder;
};
template <>
struct StoredAs<Study> {
  using Table = stored::Study;
};
template <>
struct StoredAs<Document> {
  using Table = stored::DocumentHeader;
};
template <>
struct StoredAs<Work> {
  using Table = stored::Work;
};
template <>
struct StoredAs<Proposition> {
  using Table = stored::Proposition;
};

template <typename Noun>
using TableOf = typename StoredAs<Noun>::Table;
template <typename Noun>
using PackBuilderOf = typename StoredAs<Noun>::Builder;

inline std::string PackBytes(std::size_t count, const Builder& b) {
  std::string bytes;
  bytes.reserve(kPackHeader + b.GetSize());
  AppendPackHeader(count, &bytes);
  bytes.append(reinterpret_cast<const char*>(b.GetBufferPointer()), b.GetSize());
  return bytes;
}

// A pack that has been looked at from outside: its list of nouns may be walked.
// Each noun is to be verified before it is read.
template <typename Noun>
class PackReader {
 public:
  // `bytes` must outlive the reader, and begin at a multiple of 8.
  explicit PackReader(const std::string& bytes)
      : verifier_(Data(bytes), bytes.size() - (IsPack(bytes) ? kPackHeader : 0), kMaxDepth,
                  static_cast<flatbuffers::uoffset_t>(bytes.size() / 8 + 1)) {
    const std::uint8_t* data = Data(bytes);
    const flatbuffers::uoffset_t root = verifier_.VerifyOffset(0);
    if (root == 0) return;
    if (!IsPack(bytes)) {
      one_ = reinterpret_cast<const TableOf<Noun>*>(data + root);
      return;
    }
    using Pack = typename StoredAs<Noun>::Pack;
    const auto* table = reinterpret_cast<const flatbuffers::Table*>(data + root);
    const auto* pack = reinterpret_cast<const Pack*>(data + root);
    if (table->VerifyTableStart(verifier_) && table->VerifyOffset(verifier_, Pack::VT_NOUNS) &&
        verifier_.VerifyVector(pack->nouns())) {
      list_ = pack->nouns();
      if (list_ && list_->size() != CountInPack(bytes)) list_ = nullptr;  // ids would be shifted
    }
  }

  // Null when the bytes there are not a whole and sane noun, or there is none.
  const TableOf<Noun>* At(std::size_t index) {
    const TableOf<Noun>* noun = nullptr;
    if (one_ && index == 0) noun = one_;
    if (list_ && index < list_->size()) noun = list_->Get(static_cast<std::uint32_t>(index));
    return noun && noun->Verify(verifier_) ? noun : nullptr;
  }

 private:
  static constexpr flatbuffers::uoffset_t kMaxDepth = 16;

  static const std::uint8_t* Data(const std::string& bytes) {
    return reinterpret_cast<const std::uint8_t*>(bytes.data()) + (IsPack(bytes) ? kPackHeader : 0);
  }

  flatbuffers::Verifier verifier_;
  const TableOf<Noun>* one_ = nullptr;  // format 1: the value is one noun
  const flatbuffers::Vector<flatbuffers::Offset<TableOf<Noun>>>* list_ = nullptr;
};

// One noun of a pack, or null.
template <typename Noun>
const TableOf<Noun>* InPack(const std::string& bytes, std::size_t index) {
  return PackReader<Noun>(bytes).At(index);
}

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_STORE_PACK_PARTS_H_
