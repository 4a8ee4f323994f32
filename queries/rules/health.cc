#include "queries/rules/health.h"

#include <algorithm>
#include <set>
#include <string>

#include "core/text/normalize.h"
#include "queries/rules/pattern.h"

namespace claimgraph {
namespace {

constexpr std::size_t kRead = 100'000;  // bytes
constexpr std::size_t kApart = 300;     // words for each word of health
constexpr std::size_t kThick = 40;      // the same, in a text all about health
constexpr std::size_t kBytesAWord = 6;  // English prose, spaces included
constexpr std::size_t kMinKinds = 3;
constexpr std::size_t kManyKinds = 6;
constexpr std::size_t kTooShort = 50;  // words

// Words that software, business and sport seldom use; matched at a word's begin.
const Pattern& HealthWord() {
  static const Pattern pattern(
      R"(\b(?:health|disease|patient|symptom|clinical|medic(?:al|ine|ation)|therap|pain\b|painful|disorder|)"
      R"(syndrome|infection|inflam|immun|blood|heart (?:rate|disease|attack|failure)|cardi|brain|muscle|bones?\b|)"
      R"(joints?\b|skin\b|gut\b|liver|kidney|lungs?\b|hormon|cortisol|serotonin|dopamine|oxytocin|endorphin|insulin|)"
      R"(glucose|cholesterol|vitamin|supplement|diet|nutrition|calorie|obes|weight loss|diabet|cancer|tumou?r|)"
      R"(strokes?\b|anxiety|depression|depressive|antidepress|stress hormone|chronic stress|sleep|insomnia|fatigue|moods?\b|well-?being|wellness|)"
      R"(exercis|yoga|massage|stretching|meditat|mindful|fasting|pregnan|antenatal|infants?\b|mortality|placebo|)"
      R"(randomi[sz]ed|doses?\b|dosage|drugs?\b|vaccin|virus(?:es)?\b|bacteri|nerv(?:e|es|ous)\b|posture|metabol|ag(?:e)?ing\b|)"
      R"(dementia|migraine|headache|asthma|allerg|arthrit|fibromyalgia|colds?\b|flu\b|cough|dental|tooth|teeth|)"
      R"(psycholog|psychiatr|nurses?\b|surg(?:ery|ical)|hospital|doctors?\b|treatments?\b|cures?\b|cured|healing|remed))");
  return pattern;
}

// Those of them that have no second life: "pain", "sleep", "memory" and "the health
// of the cluster" have one.
const Pattern& PlainHealthWord() {
  static const Pattern pattern(
      R"(\b(?:disease|patient|symptom|clinical|medic(?:al|ine|ation)|therap|disorder|syndrome|infection|inflam|immun|)"
      R"(blood (?:pressure|sugar|flow)|heart (?:rate|disease|attack|failure)|cardiovasc|hormon|cortisol|serotonin|)"
      R"(dopamine|oxytocin|endorphin|insulin|glucose|cholesterol|vitamin|supplements\b|calorie|obes|weight loss|diabet|)"
      R"(cancer|tumou?r|anxiety|depression|depressive|antidepress|stress hormone|chronic stress|sleep quality|insomnia|)"
      R"(well-?being|wellness|yoga|massage|meditat|mindful|fasting|pregnan|antenatal|infants?\b|mortality|placebo|)"
      R"(randomi[sz]ed|vaccin|bacteri|nervous system|metaboli|dementia|migraine|headache|asthma|allerg|arthrit|)"
      R"(fibromyalgia|flu\b|dental|psycholog|psychiatr|nurses?\b|surg(?:ery|ical)|(?:back|chronic|joint|muscle) pain))");
  return pattern;
}

}  // namespace

HealthTalk HealthTalkOf(const Document& document) {
  const std::string_view text = std::string_view(document.text).substr(0, kRead);
  const std::size_t words = text.size() / kBytesAWord;
  if (words < kTooShort) return HealthTalk::kThroughout;
  const std::vector<TextSpan> hits = HealthWord().FindAll(text);
  std::set<std::string> kinds;
  for (const TextSpan hit : hits) {
    kinds.insert(Fold(Slice(text, hit)));
    if (kinds.size() >= kManyKinds) break;
  }
  if (kinds.size() < kMinKinds || hits.size() * kApart < words || !PlainHealthWord().In(text)) {
    return HealthTalk::kNone;
  }
  return kinds.size() >= kManyKinds && hits.size() * kThick >= words ? HealthTalk::kThroughout
                                                                     : HealthTalk::kInPassing;
}

bool NamesHealth(std::string_view words) { return PlainHealthWord().In(words); }

}  // namespace claimgraph
