// One function a noun: which of its stored fields the brief has.

#include "core/store/brief_values.h"

#include <string_view>
#include <vector>

#include "core/store/pack_parts.h"

namespace claimgraph {
namespace {

std::string_view View(const flatbuffers::String* s) {
  return s ? std::string_view(s->c_str(), s->size()) : std::string_view();
}

// Lists of ids of the noun that is shown, copied since they may not be aligned.
struct Lists {
  std::vector<PropositionId> propositions{};
  std::vector<CitationId> citations{};
  std::vector<ReferenceId> references{};
  std::vector<EvidenceLineId> evidence{};
};

template <typename Id>
void Refill(const flatbuffers::Vector<std::uint64_t>* from, std::vector<Id>* to) {
  to->clear();
  for (flatbuffers::uoffset_t i = 0; from && i < from->size(); ++i) {
    std::uint64_t id = 0;
    std::memcpy(&id, from->Data() + i * sizeof(id), sizeof(id));
    to->push_back(Id{flatbuffers::EndianScalar(id)});
  }
}

DocumentBrief Brief(const stored::DocumentHeader& s, Lists*, EnumReader*) {
  return {.source = View(s.source()), .identifier = View(s.identifier())};
}

ClaimBrief Brief(const stored::Claim& s, Lists* lists, EnumReader* enums) {
  Refill(s.propositions(), &lists->propositions);
  Refill(s.citations(), &lists->citations);
  return {.document = DocumentId{s.document()},
          .kind = enums->Get(s.kind(), ClaimKind::kEvaluation),
          .strength = enums->Get(s.strength(), CausalStrength::kDirectCausal),
          .certainty = enums->Get(s.certainty(), AssertedCertainty::kBoosted),
          .citation_status = enums->Get(s.citation_status(), CitationStatus::kSelfAttributed),
          .verdict = enums->Get(s.verdict(), Verdict::kUnverifiable),
          .negated = s.negated(),
          .attributed = s.attributed(),
          .has_magnitudes = s.magnitudes() && s.magnitudes()->size() > 0,
          .has_effects = s.effects() && s.effects()->size() > 0,
          .attribution = View(s.attribution()),
          .propositions = lists->propositions,
          .citations = lists->citations};
}

CitationBrief Brief(const stored::Citation& s, Lists* lists, EnumReader*) {
  Refill(s.references(), &lists->references);
  return {.document = DocumentId{s.document()}, .references = lists->references};
}

ReferenceBrief Brief(const stored::Reference& s, Lists*, EnumReader*) {
  return {.document = DocumentId{s.document()}, .work = WorkId{s.work()}};
}

WorkBrief Brief(const stored::Work& s, Lists*, EnumReader* enums) {
  return {.design = enums->Get(s.design(), StudyDesign::kWebPage),
          .standing = enums->Get(s.standing(), Standing::kPreprint),
          .year = s.year()};
}

PropositionBrief Brief(const stored::Proposition& s, Lists*, EnumReader* enums) {
  return {.direction = enums->Get(s.direction(), Direction::kNoEffect),
          .intervention = View(s.intervention()),
          .outcome = View(s.outcome()),
          .population = View(s.population())};
}

EvidenceLineBrief Brief(const stored::EvidenceLine& s, Lists*, EnumReader* enums) {
  return {.claim = ClaimId{s.claim()},
          .proposition = PropositionId{s.proposition()},
          .citation = CitationId{s.citation()},
          .reference = ReferenceId{s.reference()},
          .work = WorkId{s.work()},
          .stance = enums->Get(s.stance(), Stance::kUnknown),
          .design = enums->Get(s.design(), StudyDesign::kWebPage),
          .population = enums->Get(s.population(), Directness::kDifferent),
          .intervention = enums->Get(s.intervention(), Directness::kDifferent),
          .comparator = enums->Get(s.comparator(), Directness::kDifferent),
          .outcome = enums->Get(s.outcome(), Directness::kDifferent)};
}

FindingBrief Brief(const stored::Finding& s, Lists* lists, EnumReader*) {
  Refill(s.citations(), &lists->citations);
  Refill(s.references(), &lists->references);
  Refill(s.evidence(), &lists->evidence);
  return {.claim = ClaimId{s.claim()},
          .citations = lists->citations,
          .references = lists->references,
          .evidence = lists->evidence};
}

// A value that is one noun, as works and propositions are, read like a pack.
template <typename Noun>
struct Alone {
  explicit Alone(const std::string& bytes) : noun(Root<TableOf<Noun>>(bytes)) {}
  const TableOf<Noun>* At(std::size_t) const { return noun; }
  const TableOf<Noun>* noun;
};

template <typename Noun, template <typename> typename Reader, typename Brief_>
Status Show(const std::string& bytes, std::uint64_t last, const ShowBrief<Brief_>& show,
            bool* sound) {
  using Id = decltype(Brief_::id);
  Reader<Noun> pack(bytes);
  Lists lists;
  const std::size_t count = CountInPack(bytes);
  for (std::size_t i = 0; i < count && *sound; ++i) {
    const auto* noun = pack.At(i);
    EnumReader enums;
    *sound = noun != nullptr && count <= last;
    if (!*sound) break;
    Brief_ brief = Brief(*noun, &lists, &enums);
    brief.id = Id{last - (count - 1 - i)};
    *sound = enums.ok();
    if (!*sound) break;
    if (Status shown = show(brief); !shown) return shown;
  }
  return {};
}

}  // namespace

Status ShowBriefs(const std::string& bytes, std::uint64_t last,
                  const ShowBrief<DocumentBrief>& show, bool* sound) {
  return Show<Document, Alone>(bytes, last, show, sound);
}

Status ShowBriefs(const std::string& bytes, std::uint64_t last, const ShowBrief<ClaimBrief>& show,
                  bool* sound) {
  return Show<Claim, PackReader>(bytes, last, show, sound);
}

Status ShowBriefs(const std::string& bytes, std::uint64_t last,
                  const ShowBrief<CitationBrief>& show, bool* sound) {
  return Show<Citation, PackReader>(bytes, last, show, sound);
}

Status ShowBriefs(const std::string& bytes, std::uint64_t last,
                  const ShowBrief<ReferenceBrief>& show, bool* sound) {
  return Show<Reference, PackReader>(bytes, last, show, sound);
}

Status ShowBriefs(const std::string& bytes, std::uint64_t last, const ShowBrief<WorkBrief>& show,
                  bool* sound) {
  return Show<Work, Alone>(bytes, last, show, sound);
}

Status ShowBriefs(const std::string& bytes, std::uint64_t last,
                  const ShowBrief<PropositionBrief>& show, bool* sound) {
  return Show<Proposition, Alone>(bytes, last, show, sound);
}

Status ShowBriefs(const std::string& bytes, std::uint64_t last,
                  const ShowBrief<EvidenceLineBrief>& show, bool* sound) {
  return Show<EvidenceLine, PackReader>(bytes, last, show, sound);
}

Status ShowBriefs(const std::string& bytes, std::uint64_t last, const ShowBrief<FindingBrief>& show,
                  bool* sound) {
  return Show<Finding, PackReader>(bytes, last, show, sound);
}

}  // namespace claimgraph
