// One checkable statement made at one place of one document.
//
// A Claim is a value: copy it freely.  The same words in two documents are two
// Claims; what they have in common is a Proposition.  A compound ("reduces
// stress and improves sleep") is one Claim with several propositions.
//
// The classes of causal language are those of Yu, Li & Wang (EMNLP 2019); the
// verdicts and citation statuses are defined in docs/glossary.md.
#ifndef CLAIMGRAPH_CORE_CLAIM_H_
#define CLAIMGRAPH_CORE_CLAIM_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ids.h"
#include "core/span.h"

namespace claimgraph {

enum class ClaimKind : std::uint8_t {
  kEffect,           // massage reduces pain
  kMechanism,        // stretching activates the parasympathetic system
  kAssociation,      // poor sleep is linked with anxiety
  kComparison,       // more than, better than
  kReportedResult,   // a trial found that ...
  kEvidenceSummary,  // there is growing evidence that ...
  kGeneralisation,   // these results suggest that in all ...
  kSafety,           // is safe, has few risks
  kEvaluation,       // the benefits are clear
};

enum class CausalStrength : std::uint8_t { kNone, kCorrelational, kConditionalCausal, kDirectCausal };

// What the words assert beyond the verb: "may" hedges, "proven" boosts.
enum class AssertedCertainty : std::uint8_t { kHedged, kPlain, kBoosted };

enum class Direction : std::uint8_t { kUnstated, kIncrease, kDecrease, kImprove, kWorsen, kNoEffect };

enum class CitationStatus : std::uint8_t {
  kUncited,
  kInline,          // the marker stands in the claim's own sentence
  kAdjacent,        // the next sentence carries it
  kParagraph,       // it closes the paragraph or section, or covers the document
  kAnaphoric,       // "these results": the sentences before carry it
  kPlaceholder,     // link text without a target: "PubMed"
  kDangling,        // every marker leads to no reference
  kSelfAttributed,  // the author's own observation
};

enum class Verdict : std::uint8_t {
  kSupported,
  kWeaklySupported,  // some, indirect or secondary support
  kOverstated,       // evidence exists; the words go beyond it
  kContradicted,
  kUnsupported,
  kUnverifiable,     // nothing that study records could settle
};

// SMD/Hedges g/Cohen d are one measure; so are MD and WMD.
enum class EffectMeasure : std::uint8_t { kSmd, kMd, kOr, kRr, kHr, kRd, kNnt, kR, kPercent, kPoints, kAuc };

// One number with its uncertainty, as printed.  Missing parts stay empty.
struct Effect {
  EffectMeasure measure = EffectMeasure::kSmd;
  double value = 0;
  std::optional<double> ci_low{};  // 95 % unless the text says otherwise
  std::optional<double> ci_high{};
  std::optional<double> p{};
  std::optional<std::int64_t> n{};  // people
  std::optional<std::int64_t> k{};  // studies
  std::optional<double> i2{};       // percent
  Span span{};
  bool operator==(const Effect&) const = default;
};

// One step from words to judgement, in the order taken.
struct Reason {
  std::string step{};     // citation, design, directness, certainty, wording, verdict
  std::string rule{};     // e.g. "design-from-title", "indirectness-intervention"
  double change = 0;      // levels added (+) or removed (-); 0 where none
  std::string because{};  // the inputs, in words
  bool operator==(const Reason&) const = default;
};

// A word or phrase that made a difference, with where it stands.
struct Cue {
  std::string text{};
  Span span{};
  bool operator==(const Cue&) const = default;
};

struct Claim {
  ClaimId id{};
  DocumentId document{};
  Span span{};                 // in the source file
  TextSpan text_span{};        // in Document::text
  std::string text{};          // the words, without markup
  std::uint32_t sentence = 0;  // index into Document::sentences
  ClaimKind kind = ClaimKind::kEffect;
  CausalStrength strength = CausalStrength::kNone;
  AssertedCertainty certainty = AssertedCertainty::kPlain;
  bool negated = false;        // "does not reduce", "no evidence that"
  bool attributed = false;     // the text says who found it: "a 2013 review found"
  double confidence = 1;       // that this is a claim at all, in [0, 1]
  std::vector<Cue> hedges{};
  std::vector<Cue> boosters{};
  std::vector<Cue> causal_cues{};
  std::vector<Cue> magnitudes{};  // "powerful", "dramatically": how much
  std::vector<Effect> effects{};
  std::string attribution{};   // the words that name the source: "A 2013 review"
  std::vector<PropositionId> propositions{};  // at least one
  std::vector<CitationId> citations{};
  CitationStatus citation_status = CitationStatus::kUncited;

  // Judged by the importer from what the document shows (core/appraisal).
  Verdict verdict = Verdict::kUnsupported;
  std::string allowed_wording{};  // empty when the words may stand
  std::vector<Reason> reasons{};
  bool operator==(const Claim&) const = default;
};

std::string_view Name(ClaimKind kind);  // "reported_result": the names in docs/json_format.md
std::string_view Name(CausalStrength strength);
std::string_view Name(AssertedCertainty certainty);
std::string_view Name(Direction direction);
std::string_view Name(CitationStatus status);
std::string_view Name(Verdict verdict);
std::string_view Name(EffectMeasure measure);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_CLAIM_H_
