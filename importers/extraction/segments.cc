// Cutting is one walk over the tokens; describing is one walk over cues and
// concepts of the segment, then the pairs and places.

#include "importers/extraction/segments.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace claimgraph {
namespace {

using F = ClaimFeature;

constexpr std::string_view kTurns[] = {"but", "although", "though", "whereas", "yet", "however"};
constexpr std::string_view kOpeners[] = {"while", "although", "though", "whereas", "whilst"};

// Verbs that begin an order to the reader and are no effect verbs.
constexpr std::string_view kOrders[] = {
    "let",     "try",      "look",     "find",     "check",  "book",     "talk",     "ask",
    "consult", "start",    "eat",      "drink",    "take",   "get",      "keep",     "avoid",
    "stop",    "remember", "consider", "choose",   "use",    "go",       "be",       "don't",
    "run",     "read",     "visit",    "join",     "learn",  "discover", "see",      "contact",
    "call",    "imagine",  "think",    "ensure",   "listen", "practice", "practise", "make",
    "give",    "call",     "click",    "add",      "aim",    "note",     "focus",    "set",
    "speak",   "seek",     "pick",     "put",      "know",   "say",      "please",   "never",
    "always",  "just",     "do",       "schedule", "follow", "share",    "watch",    "throw",
    "ready",   "welcome",  "hello",    "thank",    "enjoy",  "explore",  "select",   "wear"};

// What follows a verb that gives an order.
constexpr std::string_view kObjects[] = {"your", "the", "a",   "an",  "my",   "this", "that", "these",
                                         "up",   "down", "out", "it", "them", "any",  "all",  "some"};

template <std::size_t N>
bool OneOf(std::string_view word, const std::string_view (&list)[N]) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

bool IsDash(const Token& token, std::string_view text) {
  if (token.word == "\u2014") return true;
  if (token.word != "\u2013" && token.word != "-") return false;
  // Free-standing only: "a – b", not "1–2" nor "well-known".
  const bool left = token.span.begin == 0 || text[token.span.begin - 1] == ' ';
  const bool right = token.span.end >= text.size() || text[token.span.end] == ' ';
  return left && right;
}

bool IsPronoun(std::string_view word) {
  return word == "it" || word == "this" || word == "these" || word == "they" || word == "those" ||
         word == "its" || word == "such" || word == "both";
}

enum class VerbUse { kFinite, kInfinitive, kGerund };

// For hits that carry a form: "reduces" and "they reduce" against "can reduce".
VerbUse UseOf(const TokenList& tokens, const CueHit& hit) {
  if ((hit.mask & cue::kGerund) != 0) return VerbUse::kGerund;
  if ((hit.mask & cue::kBase) == 0) return VerbUse::kFinite;
  return IsAuxiliary(tokens.Word(static_cast<std::ptrdiff_t>(hit.begin) - 1))
             ? VerbUse::kInfinitive
             : VerbUse::kFinite;
}

constexpr std::uint64_t kBarring =
    cue::kDisclaim | cue::kPromote | cue::kAnecdote | cue::kLimitation | cue::kNotAsserted;

// Adverbs of conclusion; "so" is one only where it opens the sentence.
constexpr std::string_view kConclusions[] = {"so", "therefore", "thus", "hence", "consequently"};

}  // namespace

void SegmentReader::Read(std::uint32_t index, bool cited) {
  const Sentence& sentence = document_.sentences[index];
  tokens_.Read(document_.Words(sentence.span), sentence.span.begin);
  FindCues(tokens_, &cues_);
  FindConcepts(tokens_, &concepts_);
  segments_.clear();
  Cut();
  for (Segment& segment : segments_) Describe(sentence, cited, &segment);
}

bool SegmentReader::HasWord(std::string_view word, const Segment& segment) const {
  for (std::uint32_t i = segment.begin; i < segment.end; ++i) {
    if (tokens_[i].word == word) return true;
  }
  return false;
}

// "So massage ...", "massage therefore ..."; not "so far", "thus reducing".
bool SegmentReader::Concludes(const Segment& segment) const {
  constexpr std::uint32_t kReach = 9;  // tokens
  for (std::uint32_t i = segment.begin; i < std::min(segment.end, segment.begin + kReach); ++i) {
    const std::string_view next = tokens_.Word(static_cast<std::ptrdiff_t>(i) + 1);
    if (!OneOf(tokens_[i].word, kConclusions) || next.ends_with("ing")) continue;
    if (tokens_[i].word != "so" || (i == 0 && next != "far" && next != "much")) return true;
  }
  return false;
}

void SegmentReader::Cut() {
  if (tokens_.empty()) return;
  const std::string_view text = document_.text;
  const auto count = static_cast<std::uint32_t>(tokens_.size());
  std::uint32_t begin = 0;
  const auto close = [&](std::uint32_t end) {
    // A cut that leaves fewer than three words is no turn.
    std::uint32_t words = 0;
    for (std::uint32_t i = begin; i < end; ++i) words += tokens_[i].kind != TokenKind::kPunctuation;
    if (words == 0) {
      begin = segments_.empty() ? begin : end;
      return;
    }
    if (words < 3 && !segments_.empty()) {
      segments_.back().end = end;
      segments_.back().span.end = tokens_[end - 1].span.end;
    } else {
      Segment segment;
      segment.begin = begin;
      segment.end = end;
      segment.span = {tokens_[begin].span.begin, tokens_[end - 1].span.end};
      segments_.push_back(segment);
    }
    begin = end;
  };
  bool opener = OneOf(tokens_.Word(0), kOpeners);
  int depth = 0;  // of open brackets: "(Moore, 1998; Lee, 2001)" is no turn
  bool not_only = false;
  for (std::uint32_t i = 0; i < count; ++i) {
    const Token& token = tokens_[i];
    if (token.word == "not" && (tokens_.Word(i + 1) == "only" || tokens_.Word(i + 1) == "just")) {
      not_only = true;  // "not only ..., but ..." goes on
    }
    if (token.kind != TokenKind::kPunctuation) continue;
    if (token.word == "(" || token.word == "[") ++depth;
    if ((token.word == ")" || token.word == "]") && depth > 0) --depth;
    if (depth > 0) continue;
    if (token.word == ";" || IsDash(token, text)) {
      close(i);
      begin = i + 1;
      opener = i + 1 < count && OneOf(tokens_.Word(i + 1), kOpeners);
    } else if (token.word == ",") {
      if (opener) {
        close(i);
        begin = i + 1;
        opener = false;
      } else if (OneOf(tokens_.Word(i + 1), kTurns) &&
                 !(not_only && tokens_.Word(i + 1) == "but")) {
        close(i);
        begin = i + 1;
      }
    }
  }
  if (begin < count) close(count);
  if (segments_.empty()) {
    Segment whole;
    whole.end = count;
    whole.span = {tokens_[0].span.begin, tokens_[count - 1].span.end};
    segments_.push_back(whole);
  }
}

void SegmentReader::Describe(const Sentence& sentence, bool cited, Segment* segment) const {
  ClaimFeatures& f = segment->features;
  const Block& block = document_.blocks[sentence.block];
  const std::string_view text = document_.text;

  // Cues.
  bool evidence_before = false;
  bool modal_before = false;
  bool effect = false;
  for (const CueHit& hit : cues_) {
    if (hit.begin < segment->begin || hit.begin >= segment->end) continue;
    segment->cues |= hit.mask & ~cue::kForms;
    const bool verb = (hit.mask & cue::kForms) != 0;
    if ((hit.mask & cue::kEffectVerb) != 0 && verb) {
      effect = true;
      if (modal_before) f.Set(F::kEffectModal);
      const VerbUse use = UseOf(tokens_, hit);
      f.Set(use == VerbUse::kGerund       ? F::kEffectGerund
            : use == VerbUse::kFinite     ? F::kEffectFinite
                                          : F::kEffectInfinitive);
    }
    if ((hit.mask & cue::kReport) != 0 && evidence_before) f.Set(F::kEvidenceReports);
    evidence_before |= (hit.mask & cue::kEvidence) != 0;
    modal_before |= (hit.mask & (cue::kModal | cue::kCan)) != 0;
    if ((hit.mask & (cue::kEvidence | cue::kReport)) == (cue::kEvidence | cue::kReport)) {
      f.Set(F::kEvidenceReports);
    }
  }
  if (Concludes(*segment)) segment->cues |= cue::kConclude;
  const std::uint64_t c = segment->cues;
  const auto has = [c](std::uint64_t bits) { return (c & bits) != 0; };
  static constexpr std::pair<std::uint64_t, F> kSame[] = {
      {cue::kEnable, F::kEnable},
      {cue::kProvide, F::kProvide},
      {cue::kAssociate, F::kAssociate},
      {cue::kRisk, F::kRisk},
      {cue::kState, F::kState},
      {cue::kModal, F::kModal},
      {cue::kCan, F::kCan},
      {cue::kHedge, F::kHedge},
      {cue::kBooster, F::kBooster},
      {cue::kMagnitude, F::kMagnitude},
      {cue::kAbsolute, F::kAbsolute},
      {cue::kUniversal, F::kUniversal},
      {cue::kEvidence, F::kEvidence},
      {cue::kReport, F::kReport},
      {cue::kCompare, F::kCompare},
      {cue::kSafety, F::kSafety},
      {cue::kNegation, F::kNegation},
      {cue::kSignificance, F::kSignificance},
      {cue::kStatistic, F::kStatistic},
      {cue::kEvaluate, F::kEvaluate},
      {cue::kNullFinding, F::kNullFinding},
      {cue::kUncertain, F::kUncertain},
      {cue::kOwnResult, F::kOwnResult},
      {cue::kTestimony, F::kTestimony},
      {cue::kQuantifier, F::kQuantifier},
      {cue::kGeneralise, F::kGeneralise},
      {cue::kAnaphor, F::kAnaphor},
      {cue::kAdvice, F::kAdvice},
      {cue::kDefine, F::kDefine},
      {cue::kDisclaim, F::kDisclaim},
      {cue::kFirstPerson, F::kFirstPerson},
      {cue::kSecondPerson, F::kSecondPerson},
      {cue::kMethod, F::kMethod},
      {cue::kLimitation, F::kLimitation},
      {cue::kAnecdote, F::kAnecdote},
      {cue::kPromote, F::kPromote},
      {cue::kAnalogy, F::kAnalogy},
      {cue::kIntent, F::kIntent},
      {cue::kOwnership, F::kOwnership},
      {cue::kNecessity, F::kNecessity},
      {cue::kConclude, F::kConclude},
  };
  for (const auto& [bit, feature] : kSame) {
    if (has(bit)) f.Set(feature);
  }

  // Concepts.
  int outcomes = 0;
  bool intervention = false;
  bool population = false;
  bool body = false;
  for (const ConceptHit& hit : concepts_) {
    if (hit.begin < segment->begin || hit.begin >= segment->end) continue;
    switch (hit.role) {
      case ConceptRole::kIntervention:
        intervention = true;
        if (hit.concept_index != kNoConcept && hit.concept_index == profile_.topic)
          f.Set(F::kTopic);
        break;
      case ConceptRole::kOutcome:
      case ConceptRole::kSurrogate:
      case ConceptRole::kCondition:
        ++outcomes;
        break;
      case ConceptRole::kPopulation:
        population = true;
        break;
      case ConceptRole::kBody:
        body = true;
        break;
    }
  }
  const bool any = outcomes > 0 || intervention || population || body;
  f.Set(F::kOutcome, outcomes > 0);
  f.Set(F::kManyOutcomes, outcomes > 1);
  f.Set(F::kIntervention, intervention);
  f.Set(F::kPopulation, population);
  f.Set(F::kBody, body);

  const Section here = profile_.sections[sentence.block];
  const bool findings = here == Section::kResults || here == Section::kDiscussion ||
                        here == Section::kAbstract;
  f.Set(F::kFindingInPaper,
        findings && profile_.academic && !has(cue::kMethod | cue::kIntent) &&
            has(cue::kStatistic | cue::kSignificance | cue::kNullFinding | cue::kCompare));
  // Among results, a number needs no health word beside it.
  f.Set(F::kNoConcept, !any && !f.Has(F::kFindingInPaper));

  // Pairs.
  f.Set(F::kEffectOnOutcome, effect && outcomes > 0);
  f.Set(F::kEffectAndIntervention, effect && intervention);
  f.Set(F::kEnableOutcome, has(cue::kEnable) && outcomes > 0);
  f.Set(F::kEvaluateOutcome, has(cue::kEvaluate) && outcomes > 0);
  f.Set(F::kEvaluateIntervention, has(cue::kEvaluate) && intervention);
  f.Set(F::kAssociateOutcome, has(cue::kAssociate) && outcomes > 0);
  f.Set(F::kEvidenceOutcome, has(cue::kEvidence) && outcomes > 0);
  f.Set(F::kCanOutcome, has(cue::kCan | cue::kModal) && outcomes > 0);
  f.Set(F::kStateRisk, has(cue::kState) && has(cue::kRisk));
  f.Set(F::kBoosterEvaluates, has(cue::kBooster) && has(cue::kEvaluate));
  f.Set(F::kBoosterConcept, has(cue::kBooster) && (outcomes > 0 || intervention));
  f.Set(F::kConcludeConcept, has(cue::kConclude) && (outcomes > 0 || intervention));
  f.Set(F::kEffectOnBody, effect && body);
  f.Set(F::kCompareState, has(cue::kCompare) && has(cue::kState));
  f.Set(F::kSafetyIntervention,
        has(cue::kSafety) &&
            (intervention || IsPronoun(tokens_.Word(segment->begin)) || has(cue::kNegation)));
  f.Set(F::kModalEffectOutcome, f.Has(F::kEffectModal) && outcomes > 0);
  f.Set(F::kNoConceptNoEvidence, f.Has(F::kNoConcept) && !has(cue::kEvidence | cue::kStatistic));
  f.Set(F::kSecondPersonEffect, has(cue::kSecondPerson) && effect);

  // Words and numbers.
  std::uint32_t words = 0;
  for (std::uint32_t i = segment->begin; i < segment->end; ++i) {
    const Token& token = tokens_[i];
    words += token.kind != TokenKind::kPunctuation;
    if (token.kind == TokenKind::kNumber) f.Set(F::kNumber);
    if (token.word == "%") f.Set(F::kPercent);
    if (token.word == "we" || token.word == "we'll" || token.word == "let's") f.Set(F::kWe);
  }
  // "Massage reduces cortisol." is short and says all.
  f.Set(F::kShort, words < 6 && !f.Has(F::kEffectOnOutcome) && !f.Has(F::kAssociateOutcome));
  f.Set(F::kLong, words > 30);

  // What it rather is.
  const std::string_view first = tokens_.Word(segment->begin);
  const std::string_view last = tokens_.Word(static_cast<std::ptrdiff_t>(tokens_.size()) - 1);
  const bool did_you_know =
      tokens_.Word(0) == "did" && tokens_.Word(1) == "you" && tokens_.Word(2) == "know";
  const bool question =
      text.substr(sentence.span.begin, sentence.span.size()).find('?') != std::string_view::npos &&
      (last == "?" || tokens_.Word(static_cast<std::ptrdiff_t>(tokens_.size()) - 2) == "?");
  f.Set(F::kDidYouKnow, did_you_know);
  f.Set(F::kQuestion, question && !did_you_know);
  // "Boost your mood", but not "Slow breathing raises ...".
  const bool base_first = !cues_.empty() && cues_.front().begin == 0 && segment->begin == 0 &&
                          (cues_.front().mask & cue::kBase) != 0 &&
                          OneOf(tokens_.Word(cues_.front().end), kObjects);
  // "If massage lowered it, we would ...": contrary to fact.
  const bool counterfactual = tokens_.Word(0) == "if" && !did_you_know && HasWord("would", *segment);
  f.Set(F::kImperative, segment->begin == 0 && (base_first || OneOf(first, kOrders)));
  f.Set(F::kPronounSubject, IsPronoun(first));

  // Place.
  const Section section = here;
  f.Set(F::kHeading, block.kind == BlockKind::kHeading);
  f.Set(F::kListItem, block.kind == BlockKind::kListItem);
  f.Set(F::kTableCell, block.kind == BlockKind::kTableCell);
  f.Set(F::kQuoteBlock, block.kind == BlockKind::kQuote);
  f.Set(F::kCited, cited);
  f.Set(F::kAcademic, profile_.academic);
  f.Set(F::kMethodsSection, section == Section::kMethods);
  f.Set(F::kResultsSection, section == Section::kResults);
  f.Set(F::kDiscussionSection, section == Section::kDiscussion);
  f.Set(F::kAbstractSection, section == Section::kAbstract);
  f.Set(F::kLimitationsSection, section == Section::kLimitations);
  f.Set(F::kLowHealth, profile_.health < 0.25);

  segment->probability = ClaimProbability(f);
  segment->barred = counterfactual || f.Has(F::kQuestion) || f.Has(F::kImperative) || (c & kBarring) != 0 ||
                    (has(cue::kAdvice) && has(cue::kSecondPerson)) ||
                    section == Section::kBackMatter || section == Section::kLimitations ||
                    section == Section::kMethods;
}

}  // namespace claimgraph
