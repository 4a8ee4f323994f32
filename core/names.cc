// The stable names of every enumeration, as they stand in JSON and messages.
// NEVER change a name: other programs read it (docs/json_format.md).

#include <array>
#include <cstddef>
#include <string_view>

#include "core/citation.h"
#include "core/claim.h"
#include "core/decision.h"
#include "core/evidence_line.h"
#include "core/finding.h"
#include "core/record.h"
#include "core/result.h"
#include "core/study.h"
#include "core/work.h"

namespace claimgraph {
namespace {

template <typename Enum, std::size_t N>
std::string_view At(const std::array<std::string_view, N>& names, Enum value) {
  const auto i = static_cast<std::size_t>(value);
  return i < N ? names[i] : std::string_view("unknown");
}

}  // namespace

std::string_view Name(ClaimKind kind) {
  static constexpr std::array<std::string_view, 9> kNames = {
      "effect",           "mechanism",      "association", "comparison", "reported_result",
      "evidence_summary", "generalisation", "safety",      "evaluation"};
  return At(kNames, kind);
}

std::string_view Name(CausalStrength strength) {
  static constexpr std::array<std::string_view, 4> kNames = {"none", "correlational",
                                                             "conditional_causal", "direct_causal"};
  return At(kNames, strength);
}

std::string_view Name(AssertedCertainty certainty) {
  static constexpr std::array<std::string_view, 3> kNames = {"hedged", "plain", "boosted"};
  return At(kNames, certainty);
}

std::string_view Name(Direction direction) {
  static constexpr std::array<std::string_view, 6> kNames = {"unstated", "increase", "decrease",
                                                             "improve",  "worsen",   "no_effect"};
  return At(kNames, direction);
}

std::string_view Name(CitationStatus status) {
  static constexpr std::array<std::string_view, 8> kNames = {
      "uncited",         "cited_inline",      "cited_adjacent", "cited_paragraph",
      "cited_anaphoric", "cited_placeholder", "cited_dangling", "self_attributed"};
  return At(kNames, status);
}

std::string_view Name(Verdict verdict) {
  static constexpr std::array<std::string_view, 6> kNames = {
      "supported", "weakly_supported", "overstated", "contradicted", "unsupported", "unverifiable"};
  return At(kNames, verdict);
}

std::string_view Name(EffectMeasure measure) {
  static constexpr std::array<std::string_view, 11> kNames = {"SMD", "MD", "OR", "RR",     "HR", "RD",
                                                              "NNT", "r",  "%",  "points", "AUC"};
  return At(kNames, measure);
}

std::string_view Name(CitationStyle style) {
  static constexpr std::array<std::string_view, 8> kNames = {
      "author_year", "numeric", "superscript", "footnote",
      "pandoc_key",  "link",    "placeholder", "named_source"};
  return At(kNames, style);
}

std::string_view Name(ReferenceOrigin origin) {
  static constexpr std::array<std::string_view, 4> kNames = {"list", "footnote", "link", "bib_file"};
  return At(kNames, origin);
}

std::string_view Name(Standing standing) {
  static constexpr std::array<std::string_view, 6> kNames = {
      "current", "corrected", "expression_of_concern", "retracted", "superseded", "preprint"};
  return At(kNames, standing);
}

std::string_view Name(Stance stance) {
  static constexpr std::array<std::string_view, 5> kNames = {"supports", "disputes", "neutral",
                                                             "no_evidence", "unknown"};
  return At(kNames, stance);
}

std::string_view Name(QuoteRole role) {
  static constexpr std::array<std::string_view, 4> kNames = {"primary_result", "background",
                                                             "review_synthesis", "unknown"};
  return At(kNames, role);
}

std::string_view Name(Directness directness) {
  static constexpr std::array<std::string_view, 4> kNames = {"not_assessed", "direct", "indirect",
                                                             "different"};
  return At(kNames, directness);
}

std::string_view Name(Severity severity) {
  static constexpr std::array<std::string_view, 4> kNames = {"off", "info", "warning", "error"};
  return At(kNames, severity);
}

std::string_view Name(FactKind kind) {
  static constexpr std::array<std::string_view, 17> kNames = {
      "design",  "sample_size", "arms",       "condition",  "age",        "sex",
      "pregnancy", "setting",   "intervention", "comparator", "outcome",  "time_point",
      "conclusion", "limitation", "certainty", "registry",  "studies"};
  return At(kNames, kind);
}

std::string_view Name(DecisionKind kind) {
  static constexpr std::array<std::string_view, 5> kNames = {"link", "reject", "verdict",
                                                             "dismiss", "undo"};
  return At(kNames, kind);
}

std::string_view Name(Significance significance) {
  static constexpr std::array<std::string_view, 3> kNames = {"unknown", "significant",
                                                             "not_significant"};
  return At(kNames, significance);
}

std::string_view Name(RiskOfBias risk) {
  static constexpr std::array<std::string_view, 4> kNames = {"not_assessed", "low",
                                                             "some_concerns", "high"};
  return At(kNames, risk);
}

std::string_view Name(StudyDesign design) {
  static constexpr std::array<std::string_view, 16> kNames = {"unknown",
                                                              "meta_analysis_of_rcts",
                                                              "systematic_review",
                                                              "randomised_controlled_trial",
                                                              "controlled_non_randomised",
                                                              "cohort",
                                                              "case_control",
                                                              "cross_sectional",
                                                              "pre_post",
                                                              "case_series",
                                                              "animal",
                                                              "in_vitro",
                                                              "narrative_review",
                                                              "guideline",
                                                              "theory",
                                                              "web_page"};
  return At(kNames, design);
}

std::string_view Description(StudyDesign design) {
  static constexpr std::array<std::string_view, 16> kNames = {
      "a source of unknown design",
      "a systematic review of randomised trials",
      "a systematic review",
      "a randomised controlled trial",
      "a controlled study without randomisation",
      "a cohort study",
      "a case-control study",
      "a cross-sectional study",
      "a study without a control group",
      "a case report or series",
      "an animal study",
      "a laboratory study",
      "a narrative review",
      "a guideline",
      "a theoretical paper or opinion",
      "a web page"};
  return At(kNames, design);
}

}  // namespace claimgraph
