// The verb decides: what stands before it acts, what stands after it is acted
// upon.  Where no concept is known on a side, the words next to the verb serve.

#include "importers/extraction/claim_parts.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "importers/extraction/relation_model.h"

namespace claimgraph {
namespace {

constexpr std::uint64_t kLinkingCue = cue::kEffectVerb | cue::kEnable | cue::kAssociate |
                                      cue::kRisk | cue::kEvaluate | cue::kSafety | cue::kProvide;

bool IsOutcomeRole(ConceptRole role) {
  return role == ConceptRole::kOutcome || role == ConceptRole::kSurrogate ||
         role == ConceptRole::kCondition;
}

// The cue that links the two sides: a verb if there is one, else a noun such as
// "risk" or "benefits".
std::optional<CueHit> LinkOf(const SegmentReader& reader, const ClaimRange& range) {
  std::optional<CueHit> noun;
  std::optional<CueHit> weak;
  for (const CueHit& hit : reader.cues()) {
    if (hit.begin < range.begin || hit.begin >= range.end) continue;
    const bool verb = (hit.mask & cue::kForms) != 0;
    if ((hit.mask & (cue::kEffectVerb | cue::kAssociate)) != 0 && verb) return hit;
    if ((hit.mask & cue::kAssociate) != 0) return hit;
    if (!weak && (hit.mask & (cue::kEnable | cue::kProvide)) != 0 && verb) weak = hit;
    if (!noun && (hit.mask & kLinkingCue) != 0) noun = hit;
  }
  return weak ? weak : noun;
}

Direction DirectionOf(std::uint64_t mask, std::string_view word) {
  if ((mask & cue::kDecrease) != 0) return Direction::kDecrease;
  if ((mask & cue::kIncrease) != 0) return Direction::kIncrease;
  if ((mask & cue::kImprove) != 0) return Direction::kImprove;
  if ((mask & cue::kWorsen) != 0) return Direction::kWorsen;
  if (word.starts_with("reduc") || word.starts_with("decreas") || word == "relief") {
    return Direction::kDecrease;
  }
  if (word.starts_with("increas")) return Direction::kIncrease;
  if (word.starts_with("improve") || word.starts_with("benefi") || word.starts_with("effective")) {
    return Direction::kImprove;
  }
  if ((mask & cue::kCause) != 0) return Direction::kIncrease;
  return Direction::kUnstated;
}

// The direction of the last verb or noun of change before token `at`.
Direction DirectionBefore(const SegmentReader& reader, const ClaimRange& range, std::uint32_t at) {
  Direction direction = Direction::kUnstated;
  std::uint32_t from = range.begin;
  for (const CueHit& hit : reader.cues()) {
    if (hit.begin < range.begin || hit.begin >= at) continue;
    const Direction d = DirectionOf(hit.mask, reader.tokens()[hit.begin].word);
    if (d == Direction::kUnstated) continue;
    direction = d;
    from = hit.begin + 1;
  }
  // "Produced improvements in pain": the noun says which way, the verb that it came about.
  for (std::uint32_t i = from; i < at; ++i) {
    const std::string_view word = reader.tokens()[i].word;
    if (word.starts_with("improvement") || word.starts_with("reduction") ||
        word.starts_with("decreases")) {
      direction = DirectionOf(0, word);
    }
  }
  return direction;
}

constexpr std::string_view kStop[] = {
    "the",  "a",     "an",    "of",   "to",  "and",  "or",  "in",   "on",  "at", "by",
    "for",  "with",  "that",  "this", "is",  "are",  "was", "were", "be",  "it", "its",
    "your", "their", "which", "who",  "not", "also", "can", "may",  "will"};

bool IsStop(std::string_view word) {
  return std::find(std::begin(kStop), std::end(kStop), word) != std::end(kStop);
}

// Up to four words after token `at`, without leading stop words.
std::string PhraseAfter(const TokenList& tokens, std::uint32_t at, std::uint32_t end) {
  std::string phrase;
  int words = 0;
  for (std::uint32_t i = at; i < end && words < 4; ++i) {
    if (tokens[i].kind == TokenKind::kPunctuation) {
      if (words > 0) break;
      continue;
    }
    if (IsStop(tokens[i].word)) {
      if (words > 0) break;
      continue;
    }
    if (words++ > 0) phrase += ' ';
    phrase += tokens[i].word;
  }
  return phrase;
}

std::string PhraseBefore(const TokenList& tokens, std::uint32_t begin, std::uint32_t at) {
  std::string phrase;
  int words = 0;
  for (std::uint32_t i = at; i > begin && words < 3; --i) {
    const Token& token = tokens[i - 1];
    if (token.kind == TokenKind::kPunctuation || IsStop(token.word)) {
      if (words > 0) break;
      continue;
    }
    phrase = words++ > 0 ? std::string(token.word) + ' ' + phrase : std::string(token.word);
  }
  return phrase;
}

// Empty where the words are no name of a thing: numbers, authors, amounts of time, how
// much or how well.
std::string PlainPhrase(std::string phrase) {
  if (phrase.find_first_of("0123456789") != std::string::npos) return {};
  if (phrase.ends_with("ly") && phrase.find(' ') == std::string::npos) return {};
  constexpr std::string_view kNoThing[] = {
      "et",      "al",     "dr",      "prof",  "every", "each",      "half",   "hour",   "hours",
      "day",     "days",   "week",    "weeks", "month", "months",    "year",   "years",  "minute",
      "minutes", "one",    "two",     "three", "four",  "five",      "ten",    "twice",  "times",
      "than",    "more",   "most",    "less",  "least", "far",       "enough", "better", "best",
      "worse",   "out",    "off",     "up",    "down",  "effective", "safe",   "badly",  "i",
      "we",      "they",   "he",      "she",   "there", "what",      "how",    "when",   "said",
      "says",    "report", "reported"};
  for (std::size_t at = 0; at < phrase.size();) {
    const std::size_t end = std::min(phrase.find(' ', at), phrase.size());
    const std::string_view word = std::string_view(phrase).substr(at, end - at);
    if (std::find(std::begin(kNoThing), std::end(kNoThing), word) != std::end(kNoThing)) return {};
    at = end + 1;
  }
  return phrase;
}

std::string LabelOf(const SegmentReader& reader, const ConceptHit& hit) {
  if (hit.concept_index != kNoConcept) return std::string(Label(hit.concept_index));
  return std::string(reader.tokens()[hit.begin].word);
}

// "with fibromyalgia", "in depressed patients": the condition is who, not what.
bool IsWho(const TokenList& tokens, const ConceptHit& hit) {
  constexpr std::string_view kPeople[] = {
      "people",   "patients", "adults",      "women",     "men",     "those",    "individuals",
      "children", "mothers",  "populations", "survivors", "persons", "involving"};
  const auto is_people = [&](std::string_view word) {
    return std::find(std::begin(kPeople), std::end(kPeople), word) != std::end(kPeople);
  };
  if (is_people(tokens.Word(hit.end))) return true;
  // Up to two adjectives may stand between: "adults with chronic low back pain".
  for (std::ptrdiff_t back = 1; back <= 3; ++back) {
    const auto at = static_cast<std::ptrdiff_t>(hit.begin) - back;
    if (tokens.Word(at) == "with") return is_people(tokens.Word(at - 1));
  }
  return false;
}

// "after massage", "of regular exercise": named behind the verb, it still acts.
bool IsMeans(const TokenList& tokens, const ConceptHit& hit) {
  for (std::uint32_t back = 1; back <= 2; ++back) {
    const std::string_view word = tokens.Word(static_cast<std::ptrdiff_t>(hit.begin) - back);
    for (const std::string_view means :
         {"with", "of", "by", "after", "from", "through", "via", "using", "during", "following"}) {
      if (word == means) return true;
    }
  }
  return false;
}

// "Does not reduce", "didn't really reduce", "fails to reduce"; not "does not only reduce".
bool IsDenied(const TokenList& tokens, const CueHit& verb) {
  auto at = static_cast<std::ptrdiff_t>(verb.begin) - 1;
  const std::string_view nearest = tokens.Word(at);
  if (nearest == "only" || nearest == "just" || nearest == "merely" || nearest == "simply") {
    return false;
  }
  if (nearest.ends_with("ly")) --at;
  const std::string_view word = tokens.Word(at);
  const std::string_view before = tokens.Word(at - 1);
  if (word == "to") return before == "fail" || before == "fails" || before == "failed";
  if (word == "not" || word == "never") {
    return word == "never" || before == "do" || before == "does" || before == "did" ||
           before == "will";
  }
  return word == "don't" || word == "doesn't" || word == "didn't" || word == "won't";
}

// "Pain relief", "stress reduction": the words of the outcome, or the one behind them,
// say that there is less of it.
bool NamesDecrease(const TokenList& tokens, const ConceptHit& hit) {
  return tokens.Word(static_cast<std::ptrdiff_t>(hit.end) - 1) == "relief" ||
         tokens.Word(hit.end) == "relief" || tokens.Word(hit.end) == "reduction";
}

// What the relation model reads where the vocabulary knows neither side.
struct ReadSides {
  std::string intervention{};
  std::string outcome{};
  Direction direction = Direction::kUnstated;
};

Direction DirectionOf(std::string_view predicate) {
  if (predicate == "PREVENTS" || predicate == "INHIBITS" || predicate == "DISRUPTS") {
    return Direction::kDecrease;
  }
  if (predicate == "CAUSES" || predicate == "PREDISPOSES" || predicate == "AUGMENTS" ||
      predicate == "STIMULATES") {
    return Direction::kIncrease;
  }
  return predicate == "TREATS" ? Direction::kImprove : Direction::kUnstated;
}

// The surest relation of what does something to what, if it is sure enough: of ten such,
// seven are right (models/relations.card.md).
std::optional<ReadSides> ReadSidesOf(const TokenList& tokens, const ClaimRange& range) {
  constexpr double kSure = 0.7;
  constexpr std::string_view kTells[] = {"TREATS",      "CAUSES",         "PREVENTS",   "AFFECTS",
                                         "AUGMENTS",    "INHIBITS",       "STIMULATES", "DISRUPTS",
                                         "PREDISPOSES", "ASSOCIATED_WITH"};
  // The reader keeps folded words, no text; capitals tell names from words.
  std::string text;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (i > range.begin && tokens[i].span.begin > tokens[i - 1].span.end) text += ' ';
    const std::size_t at = text.size();
    text += tokens[i].word;
    if (tokens[i].capital && at < text.size() && text[at] >= 'a' && text[at] <= 'z') {
      text[at] = static_cast<char>(text[at] - 32);
    }
  }
  for (const Relation& relation : ReadRelations(text)) {
    if (relation.confidence < kSure ||
        std::find(std::begin(kTells), std::end(kTells), relation.predicate) == std::end(kTells)) {
      continue;
    }
    const auto words = [&text](TextSpan span) {
      std::string phrase(Slice(text, span));
      for (char& c : phrase) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      return PlainPhrase(std::move(phrase));
    };
    ReadSides sides{words(relation.subject), words(relation.object),
                    DirectionOf(relation.predicate)};
    if (!sides.intervention.empty() && !sides.outcome.empty()) return sides;
  }
  return std::nullopt;
}

struct Sides {
  std::string intervention{};
  std::vector<ConceptHit> outcomes{};
  std::string population{};
};

}  // namespace

CausalStrength StrengthOf(const SegmentReader& reader, const ClaimRange& range) {
  const std::uint64_t c = range.cues;
  bool verb = false;
  bool conditional = false;
  for (const CueHit& hit : reader.cues()) {
    if (hit.begin < range.begin || hit.begin >= range.end) continue;
    const bool effect = (hit.mask & (cue::kEffectVerb | cue::kEnable | cue::kProvide)) != 0 &&
                        (hit.mask & cue::kForms) != 0;
    if (!effect) {
      conditional |= !verb && (hit.mask & (cue::kModal | cue::kCan | cue::kHedge)) != 0;
      continue;
    }
    verb = true;
  }
  if (verb || (c & cue::kEvaluate) != 0) {
    return conditional ? CausalStrength::kConditionalCausal : CausalStrength::kDirectCausal;
  }
  if ((c & (cue::kAssociate | cue::kRisk | cue::kCompare | cue::kTestimony)) != 0) {
    return CausalStrength::kCorrelational;
  }
  return CausalStrength::kNone;
}

AssertedCertainty CertaintyOf(std::uint64_t cues) {
  const bool hedge = (cues & (cue::kModal | cue::kHedge | cue::kUncertain)) != 0;
  if ((cues & cue::kBooster) != 0 && !hedge) return AssertedCertainty::kBoosted;
  return hedge ? AssertedCertainty::kHedged : AssertedCertainty::kPlain;
}

ClaimKind KindOf(const SegmentReader& reader, const ClaimRange& range) {
  const std::uint64_t c = range.cues;
  bool strong_verb = false;
  bool cause = false;
  for (const CueHit& hit : reader.cues()) {
    if (hit.begin < range.begin || hit.begin >= range.end || (hit.mask & cue::kForms) == 0)
      continue;
    strong_verb |= (hit.mask & cue::kEffectVerb) != 0;
    cause |= (hit.mask & (cue::kCause | cue::kAffect)) != 0;
  }
  if ((c & cue::kSafety) != 0 && !strong_verb) return ClaimKind::kSafety;
  if ((c & cue::kGeneralise) != 0) return ClaimKind::kGeneralisation;
  const std::string_view first = reader.tokens().Word(range.begin);
  if ((c & cue::kEvidence) != 0 && (first == "there" || first == "evidence")) {
    return ClaimKind::kEvidenceSummary;
  }
  if ((c & cue::kEvidence) != 0 && (c & cue::kReport) != 0) return ClaimKind::kReportedResult;
  if ((c & cue::kEvidence) != 0 && !strong_verb) return ClaimKind::kEvidenceSummary;
  if ((c & cue::kOwnResult) != 0 && (c & cue::kStatistic) != 0) return ClaimKind::kReportedResult;
  if ((c & cue::kCompare) != 0) return ClaimKind::kComparison;
  if ((c & (cue::kAssociate | cue::kRisk)) != 0 && !strong_verb) return ClaimKind::kAssociation;
  if (!strong_verb && (c & cue::kEvaluate) != 0) return ClaimKind::kEvaluation;
  if (cause) return ClaimKind::kMechanism;
  return ClaimKind::kEffect;
}

ConceptIndex InterventionBefore(const SegmentReader& reader, std::uint32_t end) {
  ConceptIndex last = kNoConcept;
  for (const ConceptHit& hit : reader.concepts()) {
    if (hit.end <= end && hit.role == ConceptRole::kIntervention) last = hit.concept_index;
  }
  return last;
}

std::vector<Proposition> PropositionsOf(const SegmentReader& reader, const ClaimRange& range,
                                        ConceptIndex implied) {
  const TokenList& tokens = reader.tokens();
  const std::optional<CueHit> link = LinkOf(reader, range);
  const std::uint32_t at = link ? link->begin : range.end;
  const std::uint32_t after = link ? link->end : range.end;

  Sides sides;
  std::vector<ConceptHit> before;  // outcomes and conditions that stand before the verb
  std::string late_intervention;
  for (const ConceptHit& hit : reader.concepts()) {
    if (hit.begin < range.begin || hit.begin >= range.end) continue;
    if (hit.role == ConceptRole::kIntervention) {
      if (hit.begin < at) {
        sides.intervention = LabelOf(reader, hit);
      } else if (late_intervention.empty() && IsMeans(tokens, hit)) {
        late_intervention = LabelOf(reader, hit);
      }
    } else if (hit.role == ConceptRole::kPopulation ||
               (hit.role == ConceptRole::kCondition && IsWho(tokens, hit))) {
      sides.population = LabelOf(reader, hit);
    } else if (IsOutcomeRole(hit.role)) {
      (hit.begin < at ? before : sides.outcomes).push_back(hit);
    }
  }
  std::string comparator;
  for (std::uint32_t i = range.begin; i + 1 < range.end; ++i) {
    const std::string_view word = tokens[i].word;
    const bool compares = word == "versus" || word == "vs" || word == "than" ||
                          ((word == "compared" || word == "relative") &&
                           (tokens[i + 1].word == "to" || tokens[i + 1].word == "with"));
    if (compares)
      comparator = PlainPhrase(
          PhraseAfter(tokens, word == "compared" || word == "relative" ? i + 2 : i + 1, range.end));
  }

  if (sides.intervention.empty() && !before.empty() && !sides.outcomes.empty()) {
    sides.intervention = LabelOf(reader, before.back());  // an exposure: "stress causes pain"
    before.clear();
  }
  // "cortisol falls after massage": what stands before the verb is what changes.
  const bool changes_itself = sides.outcomes.empty() && !before.empty() && before.back().end == at;
  if (sides.outcomes.empty()) sides.outcomes = before;
  if (sides.intervention.empty()) sides.intervention = late_intervention;
  if (sides.intervention.empty() && implied != kNoConcept) sides.intervention = Label(implied);
  std::optional<ReadSides> read;
  // A verb parts what it stands between; without one there is nothing but the model.
  if (sides.intervention.empty() && sides.outcomes.empty() && !link) {
    read = ReadSidesOf(tokens, range);
  }
  if (read) {
    sides.intervention = read->intervention;
  } else if (sides.intervention.empty() && link && !changes_itself) {
    sides.intervention = PlainPhrase(PhraseBefore(tokens, range.begin, at));
  }

  const bool null = (range.cues & cue::kNullFinding) != 0 || (link && IsDenied(tokens, *link));
  std::vector<Proposition> propositions;
  const auto add = [&](std::string outcome, Direction direction) {
    Proposition p;
    p.intervention = sides.intervention;
    p.direction = null ? Direction::kNoEffect : direction;
    p.outcome = std::move(outcome);
    p.population = sides.population;
    p.comparator = comparator;
    const bool twice =
        std::ranges::any_of(propositions, [&p](const Proposition& q) { return Key(p) == Key(q); });
    if (!twice) propositions.push_back(std::move(p));
  };
  for (const ConceptHit& hit : sides.outcomes) {
    const std::string label = LabelOf(reader, hit);
    if (label == sides.intervention) continue;
    Direction direction = DirectionBefore(reader, range, hit.begin);
    if (direction == Direction::kUnstated && link) {
      direction = DirectionOf(link->mask, tokens[link->begin].word);
    }
    if (direction == Direction::kUnstated && link && (link->mask & cue::kEnable) != 0) {
      direction = Direction::kImprove;
    }
    if (NamesDecrease(tokens, hit)) direction = Direction::kDecrease;
    add(label, direction);
  }
  if (propositions.empty()) {
    Direction direction =
        link ? DirectionOf(link->mask, tokens[link->begin].word) : Direction::kUnstated;
    if (direction == Direction::kUnstated && read) direction = read->direction;
    // Without a link nothing says where the words about an outcome would begin.
    std::string outcome = link ? PlainPhrase(PhraseAfter(tokens, after, range.end)) : std::string();
    add(read ? read->outcome : std::move(outcome), direction);
  }
  return propositions;
}

}  // namespace claimgraph
