// One row per level holds the words; one row per direction the verb in its two
// numbers and its bare form.  A sentence is intervention + verb + outcomes +
// population, with the level's words around the verb.

#include "core/appraisal/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>

namespace claimgraph {
namespace {

struct Rung {
  std::string_view words;
  std::string_view advice;
};

constexpr std::array<Rung, 5> kLadder = {{
    {"no study here shows that", "say that no study here shows it, or cite one"},
    {"may reduce, but the evidence is very uncertain",
     "use \"may\", name the study, and say that the evidence is very uncertain"},
    {"may reduce", "use \"may\" and name the study"},
    {"probably reduces", "use \"probably\" and name the study"},
    {"reduces", "name the study"},
}};

struct Verb {
  std::string_view singular;
  std::string_view plural;
};

Verb VerbOf(Direction direction) {
  switch (direction) {
    case Direction::kIncrease:
      return {"increases", "increase"};
    case Direction::kDecrease:
      return {"reduces", "reduce"};
    case Direction::kImprove:
      return {"improves", "improve"};
    case Direction::kWorsen:
      return {"worsens", "worsen"};
    case Direction::kNoEffect:
      // "May not change" could also be read as "it is possible that nothing
      // changes"; GRADE's own words cannot.
      return {"makes little or no difference to", "make little or no difference to"};
    case Direction::kUnstated:
      break;
  }
  return {"affects", "affect"};
}

std::size_t Rank(int level) { return static_cast<std::size_t>(std::clamp(level, 0, 4)); }

std::string Capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

// "pain, sleep and mood"
std::string Joined(const std::vector<std::string>& items) {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += i + 1 == items.size() ? " and " : ", ";
    out += items[i];
  }
  return out;
}

std::string_view LastWord(std::string_view phrase) {
  while (phrase.ends_with(' ')) phrase.remove_suffix(1);
  const std::size_t space = phrase.rfind(' ');
  return space == std::string_view::npos ? phrase : phrase.substr(space + 1);
}

// "in people with gout", "in nurses".  A population may come with its own
// preposition.
std::string InPopulation(std::string_view population) {
  if (population.empty()) return {};
  for (std::string_view preposition : {"in ", "among ", "during ", "after ", "for "}) {
    if (population.starts_with(preposition)) return fmt::format(" {}", population);
  }
  return fmt::format(" in {}", population);
}

// The noun phrase up to its first preposition: "side effects of rest" -> "side effects".
std::string_view Head(std::string_view phrase) {
  std::size_t end = phrase.size();
  for (std::string_view preposition :
       {" of ", " for ", " in ", " with ", " on ", " to ", " at ", " from "}) {
    end = std::min(end, phrase.find(preposition));
  }
  return phrase.substr(0, end);
}

}  // namespace

std::string_view AllowedWording(int level) { return kLadder[Rank(level)].words; }

std::string_view GenericAdvice(int level) { return kLadder[Rank(level)].advice; }

bool IsPlural(std::string_view noun_phrase) {
  if (noun_phrase.find(" and ") != std::string_view::npos) return true;
  const std::string_view word = LastWord(Head(noun_phrase));
  // Plural in form, singular in use; and plurals without an s.
  for (std::string_view singular :
       {"diabetes", "news", "aerobics", "gymnastics", "calisthenics", "physics", "herpes", "rabies",
        "mathematics", "pilates", "Pilates"}) {
    if (word == singular) return false;
  }
  for (std::string_view plural :
       {"people", "children", "women", "men", "mice", "teeth", "feet", "bacteria"}) {
    if (word == plural) return true;
  }
  if (!word.ends_with('s')) return false;
  return !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is");
}

std::string Rewrite(const Statement& statement, int level) {
  if (statement.intervention.empty() || statement.outcomes.empty()) return {};
  const Verb verb = VerbOf(statement.direction);
  const std::string_view agreed = IsPlural(statement.intervention) ? verb.plural : verb.singular;
  const std::string object = Joined(statement.outcomes) + InPopulation(statement.population);
  const std::string& subject = statement.intervention;
  switch (Rank(level)) {
    case 0:
      return fmt::format("No study here shows that {} {} {}.", subject, agreed, object);
    case 1:
      return Capitalised(fmt::format("{} may {} {}, but the evidence is very uncertain.", subject,
                                     verb.plural, object));
    case 2:
      return Capitalised(fmt::format("{} may {} {}.", subject, verb.plural, object));
    case 3:
      return Capitalised(fmt::format("{} probably {} {}.", subject, agreed, object));
    default:
      return Capitalised(fmt::format("{} {} {}.", subject, agreed, object));
  }
}

}  // namespace claimgraph
