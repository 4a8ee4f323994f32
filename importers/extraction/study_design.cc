// Cues first, decisions second: one pass over a title or abstract finds which of a table of
// patterns occur, and a short list of rules, strongest first, turns the set of cues into a design.
//
// Order matters where words mislead: "a narrative review of randomised trials"
// is no systematic review, "a randomised study in rats" no trial in people, and
// "protocol for a trial" no trial yet.

#include "importers/extraction/study_design.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <bitset>
#include <string>
#include <vector>

namespace claimgraph {
namespace {

// Any hyphen or dash or a space, as in "meta-analysis", "meta analysis".  RE2 is
// told that the text is Latin-1, which makes its machines small; so a dash is
// spelled as its UTF-8 bytes.
#define HYPHEN "(?:[- ]|\xE2\x80[\x90\x91\x93])?"

enum Cue : std::uint8_t {
  kProtocol,
  kAnimals,
  kHumans,
  kCells,
  kFertilisation,
  kSystematic,
  kNotSystematic,
  kRandomised,
  kNotRandomised,
  kMendelian,
  kRandomAllocation,
  kBlinded,
  kOthersTrials,
  kTrial,
  kUncontrolled,
  kQuasi,
  kControlGroup,
  kPart,
  kGuidelineCue,
  kTheoryCue,
  kNarrative,
  kMechanisms,
  kBeforeAfter,
  kCaseControlCue,
  kCohortCue,
  kCrossSectionalCue,
  kCaseReport,
  kAssociation,
  kCueCount,
};
using Cues = std::bitset<kCueCount>;

struct CuePattern {
  Cue cue;
  const char* pattern;  // RE2, case-insensitive
};

constexpr CuePattern kCuePatterns[] = {
    {kProtocol,
     R"(\b(study|trial|review|research) protocol\b|\bprotocol (for|of) (a|an|the)\b|: (a )?protocol\b)"},
    {kAnimals,
     R"(\b(rats?|mice|mouse|murine|rodents?|zebrafish|rabbits?|piglets?|pigs|lambs|sheep|dogs|canine|)"
     R"(monkeys|macaques|drosophila|animal models?|guinea pigs|hamsters)\b)"},
    {kHumans,
     R"(\b(patients|participants|women|men|children|adults|humans|volunteers|infants|mouse pad)\b)"},
    {kCells, R"(\bin vitro\b|\bcell lines?\b|\bcultured\b|\bcell culture\b|\bepithelial cells\b)"},
    {kFertilisation, R"(\bin vitro (fertili[sz]ation|maturation))"},
    {kSystematic,
     "\\bmeta" HYPHEN
     "analy(s[ei]s|ses|tic)|\\bsystematic(ally)?( literature| scoping)?( and [a-z]+)? "
     "review|\\bcochrane\\b|\\bumbrella review|\\bpooled analys[ei]s|\\boverview of (systematic "
     ")?reviews|"
     "\\bselection criteria:|\\bevidence synthesis\\b|\\brapid review\\b|\\breview and meta"},
    {kNotSystematic,
     "\\bnarrative (literature )?review|\\bscoping review|\\bintegrative review|\\bcritical review|"
     "\\bnon" HYPHEN "systematic"},
    {kRandomised,
     "\\brandomi[sz](ed|ation)|\\brandomly (assign|allocat|divided|distributed)|\\brcts?\\b|"
     "\\bdouble" HYPHEN "(blind|masked)|\\bplacebo" HYPHEN "control|\\bcross" HYPHEN
     "over (trial|study|design|evaluation)"},
    {kNotRandomised, "\\b(non|not|un)" HYPHEN "randomi[sz]ed"},
    {kMendelian, R"(\bmendelian randomi[sz]ation)"},
    {kRandomAllocation,
     "\\brandom(ly)? (assign|allocat|divided|distributed|received|selected to)|\\bselected "
     "randomly|"
     "\\b(were|was|subjects|patients|participants|women|men|children|adults) randomi[sz]ed|"
     "\\brandom (assignment|allocation)|\\b(was|is) an? ([a-z-]+,? )*randomi[sz]ed"},
    {kBlinded,
     "\\b(single|double|triple)" HYPHEN "(blind|mask)|\\bplacebo (group|arm)|\\bor (a )?placebo|"
     "\\bcross" HYPHEN
     "over (trial|study|design|fashion)|\\bwe (conducted|did|performed) a (clinical|controlled) "
     "trial"},
    {kOthersTrials,
     R"(\btrials? (is|are) (needed|necessary|required|warranted)|\b(study|studies) (is|are) (needed|necessary|)"
     R"(required|warranted)|\brandomi[sz]ed ([a-z]+ ){0,3}trials (were|have|are|that|of|in which)|)"
     R"(\bretrospective(ly)? anal|\bguideline|\bthis review\b|\bwe review|\bsub-?study\b)"},
    {kTrial, R"(\btrials?\b)"},
    {kUncontrolled, "\\bopen" HYPHEN "label|\\bsingle" HYPHEN
                    "(arm|group)|\\buncontrolled|\\bopen trial|\\bphase (1|i)\\b|"
                    "\\bone" HYPHEN "(arm|group)"},
    {kQuasi, "\\bquasi" HYPHEN "experiment"},
    {kControlGroup,
     "\\bcontrol(led)? (group|clinical|trial|stud|before)|\\bcomparison group|\\bwait(ing)?" HYPHEN
     "list|\\bnon" HYPHEN "equivalent|\\bcontrolled\\b"},
    {kPart, R"(\bsub-?study\b|\bpost[- ]hoc\b|\bsecondary analys[ei]s|\bancillary study)"},
    {kGuidelineCue,
     R"(\bguidelines?\b|\bposition (statement|stand|paper)|\bconsensus\b|\bpractice parameters?\b|)"
     R"(\brecommendations (for|from|of)\b|\b(joint|scientific) statement\b)"},
    {kTheoryCue,
     R"(\bframework\b|\btheor(y|ies)\b|\bhypothes[ei]s\b|\bconceptual\b|\beditorial\b|\bcommentary\b|)"
     R"(\bviewpoint\b|\bopinion\b|\b(a|the|new|proposed) model (for|of)\b|: (a )?perspective\b|)"
     R"(\bletter to the editor\b|\bessay\b)"},
    {kNarrative,
     R"(\bliterature review\b|\b(a|an|the|brief|short|mini|clinical|comprehensive|updated) review\b|)"
     R"(\breview (of|on) \w+|\breview$|\breview:|\breview article\b|\boverview\b|\bcurrent knowledge\b|)"
     R"(\bstate of the (art|science)\b|\bcurrent (concepts|perspectives|status|evidence)\b|)"
     R"(\bwhat (do )?we know\b|\bwhat is known\b|\bprimer\b|\breviewed\b)"},
    {kMechanisms,
     R"(\bmechanisms?\b.* and (clinical |practical |therapeutic )?implications\b|)"
     R"(\bclinical implications\b|\b(physiolog|biolog|neurobiolog)[a-z]+ (mechanisms|basis) of\b)"},
    {kBeforeAfter, "\\bbefore" HYPHEN "(and)?" HYPHEN "after\\b|\\bpre" HYPHEN
                   "(and )?post\\b|\\bpre" HYPHEN "test\\b"},
    {kCaseControlCue, "\\bcase" HYPHEN "control"},
    {kCohortCue,
     R"(\bcohorts?\b|\blongitudinal\b|\bprospective (observational )?(study|analysis)|\bfollow-?up study|)"
     R"(\bretrospective|\bregistry\b|\bincidence\b)"},
    {kCrossSectionalCue,
     "\\bcross" HYPHEN "sectional|\\b(a|online|national|population) survey|\\bprevalence\\b"},
    {kCaseReport,
     R"(\bcase (reports?|series|stud(y|ies))\b|\breport of (a|one|two|three|four|\d+) (case|patient)|)"
     R"(\ba case of\b|\bcase presentation\b)"},
    {kAssociation,
     R"(\b(is|are|was|were) (independently |inversely |positively )?(associated|correlated|linked) with\b|)"
     R"(\bassociations? (between|of|with)\b|\bcorrelat(es|ion|ions) (of|between|with)\b|\brelationships? between\b|)"
     R"(\bpredictors? of\b|\brisk factors? (for|of)\b)"},
};

re2::RE2::Options CaseInsensitive() {
  re2::RE2::Options options;
  options.set_case_sensitive(false);
  options.set_encoding(re2::RE2::Options::EncodingLatin1);
  return options;
}

const re2::RE2::Set& CueSet() {
  static const auto* const kSet = [] {
    auto* set = new re2::RE2::Set(CaseInsensitive(), re2::RE2::UNANCHORED);
    std::string error;
    for (const CuePattern& p : kCuePatterns) set->Add(p.pattern, &error);
    set->Compile();
    return set;
  }();
  return *kSet;
}

Cues FindCues(std::string_view text) {
  Cues cues;
  std::vector<int> rows;
  if (!text.empty() && CueSet().Match(re2::StringPiece(text.data(), text.size()), &rows)) {
    for (const int row : rows) cues.set(kCuePatterns[row].cue);
  }
  return cues;
}

// Designs in which people, animals or cells were observed, from the cues of a
// title.  kUnknown: no such cue.
StudyDesign EmpiricalDesign(const Cues& c) {
  const bool systematic = c[kSystematic] && !c[kNotSystematic];
  const bool random = c[kRandomised] && !c[kNotRandomised] && !c[kMendelian];
  if (systematic) return random ? StudyDesign::kMetaAnalysisOfRcts : StudyDesign::kSystematicReview;
  if (c[kNotSystematic]) return StudyDesign::kNarrativeReview;
  if (c[kAnimals] && !c[kHumans]) return StudyDesign::kAnimal;
  if (c[kCells] && !c[kFertilisation]) return StudyDesign::kInVitro;
  if (c[kQuasi])
    return c[kControlGroup] ? StudyDesign::kControlledNonRandomised : StudyDesign::kPrePost;
  if (c[kNotRandomised]) return StudyDesign::kControlledNonRandomised;
  if (c[kMendelian]) return StudyDesign::kCohort;
  if (random) return StudyDesign::kRct;
  if (c[kUncontrolled]) return StudyDesign::kPrePost;
  if (c[kPart]) return StudyDesign::kCohort;
  if (c[kBeforeAfter]) {
    return c[kControlGroup] ? StudyDesign::kControlledNonRandomised : StudyDesign::kPrePost;
  }
  if (c[kCaseControlCue]) return StudyDesign::kCaseControl;
  if (c[kCaseReport]) return StudyDesign::kCaseSeries;
  if (c[kControlGroup] && c[kTrial]) return StudyDesign::kRct;
  if (c[kControlGroup]) return StudyDesign::kControlledNonRandomised;
  if (c[kCohortCue]) return StudyDesign::kCohort;
  if (c[kCrossSectionalCue]) return StudyDesign::kCrossSectional;
  return StudyDesign::kUnknown;
}

// Texts that observed nothing themselves.
StudyDesign SecondaryDesign(const Cues& c) {
  if (c[kGuidelineCue]) return StudyDesign::kGuideline;
  if (c[kNarrative]) return StudyDesign::kNarrativeReview;
  if (c[kTheoryCue]) return StudyDesign::kTheory;
  if (c[kMechanisms]) return StudyDesign::kNarrativeReview;
  return StudyDesign::kUnknown;
}

bool IsOwnTrial(const Cues& c) {
  if (c[kRandomAllocation]) return true;
  return !c[kNotRandomised] && !c[kOthersTrials] && (c[kRandomised] || c[kBlinded]);
}

// Titles often name the weaker half of a design: "a controlled study" whose
// abstract says that patients were randomly assigned.
bool MayBeTrial(StudyDesign title) {
  return title == StudyDesign::kControlledNonRandomised || title == StudyDesign::kCohort ||
         title == StudyDesign::kPrePost || title == StudyDesign::kCrossSectional;
}

// An abstract speaks of other people's trials too, so only what it says of its
// own conduct counts, and nothing where it reads like a review.
StudyDesign DesignFromAbstract(const Cues& c) {
  if (c[kSystematic])
    return c[kRandomised] ? StudyDesign::kMetaAnalysisOfRcts : StudyDesign::kSystematicReview;
  if (c[kAnimals] && !c[kHumans]) return StudyDesign::kAnimal;
  if (IsOwnTrial(c)) return StudyDesign::kRct;
  if (c[kCaseControlCue]) return StudyDesign::kCaseControl;
  if (c[kCohortCue]) return StudyDesign::kCohort;
  if (c[kCrossSectionalCue]) return StudyDesign::kCrossSectional;
  return StudyDesign::kUnknown;
}

bool IsAddress(std::string_view venue) {
  return venue.starts_with("http://") || venue.starts_with("https://") || venue.starts_with("www.");
}

// Hosts and paths under which publications, not pages, are found.
bool IsPublicationAddress(std::string_view url) {
  static const auto* const kPattern = new re2::RE2(
      R"(pubmed|ncbi\.nlm|doi\.org|/doi/|journal|sciencedirect|springer|wiley\.com|tandfonline|nature\.com|)"
      R"(bmj\.com|thelancet|nejm\.org|jamanetwork|frontiersin|mdpi\.com|plos|biomedcentral|sagepub|)"
      R"(academic\.oup|cambridge\.org|karger|cochrane|psycnet|researchgate|semanticscholar|europepmc|)"
      R"([mb][ei][do]rxiv|arxiv\.org|jstor|scielo|embopress|liebert|hindawi|cell\.com|science\.org|pnas\.org|)"
      R"(annualreviews|clinicaltrials\.gov|acpjournals|dovepress|peerj|elifesciences|dergipark)",
      CaseInsensitive());
  return re2::RE2::PartialMatch(re2::StringPiece(url.data(), url.size()), *kPattern);
}

}  // namespace

StudyDesign DesignFromTitle(std::string_view title, std::string_view abstract,
                            std::string_view venue) {
  const Cues in_title = FindCues(title);
  if (in_title[kProtocol]) return StudyDesign::kUnknown;
  const Cues in_abstract = FindCues(abstract);

  StudyDesign design = EmpiricalDesign(in_title);
  if (design == StudyDesign::kSystematicReview && in_abstract[kRandomised]) {
    return StudyDesign::kMetaAnalysisOfRcts;
  }
  if (MayBeTrial(design) && !in_title[kNotRandomised] && !in_title[kMendelian] &&
      in_abstract[kRandomAllocation]) {
    return StudyDesign::kRct;
  }
  if (design != StudyDesign::kUnknown) return design;
  if (IsAddress(venue) && !IsPublicationAddress(venue)) return StudyDesign::kWebPage;
  design = SecondaryDesign(in_title);
  if (design != StudyDesign::kUnknown) return design;
  return DesignFromAbstract(in_abstract);
}

StudyDesign DesignOfReference(const Reference& reference) {
  const bool published = !reference.container.empty() || !reference.volume.empty() ||
                         !reference.doi.empty() || !reference.pmid.empty() ||
                         !reference.pmcid.empty();
  return DesignFromTitle(reference.title, reference.abstract,
                         published ? std::string_view() : reference.url);
}

bool SaysAssociation(std::string_view title) { return FindCues(title)[kAssociation]; }

}  // namespace claimgraph
