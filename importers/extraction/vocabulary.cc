// What is read of the set of concepts in use, and medical words that are in none.

#include "importers/extraction/vocabulary.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "importers/extraction/concept_set.h"

namespace claimgraph {
namespace {

// Who reads, and what.
struct Users {
  std::mutex mutex{};
  std::condition_variable left{};
  std::size_t count = 0;
  std::shared_ptr<const ConceptSet> held{};
  std::atomic<const ConceptSet*> set = nullptr;  // held's; null: the built-in one
};

Users users;

const ConceptSet& Concepts() {
  const ConceptSet* const set = users.set.load(std::memory_order_acquire);
  return set == nullptr ? ConceptSet::BuiltIn() : *set;
}

struct Suffix {
  std::string_view ending{};
  ConceptRole role = ConceptRole::kCondition;
};

// Endings that only medical words have.
constexpr Suffix kSuffixes[] = {
    {"itis", ConceptRole::kCondition},        {"aemia", ConceptRole::kCondition},
    {"emia", ConceptRole::kCondition},        {"algia", ConceptRole::kCondition},
    {"opathy", ConceptRole::kCondition},      {"ectomy", ConceptRole::kIntervention},
    {"otherapy", ConceptRole::kIntervention}, {"statin", ConceptRole::kIntervention},
    {"mycin", ConceptRole::kIntervention},    {"cillin", ConceptRole::kIntervention},
    {"oma", ConceptRole::kCondition},         {"plasia", ConceptRole::kCondition},
};
// Words that end so and are not medical.
constexpr std::string_view kNotMedical[] = {"diploma",  "aroma",    "coma",    "sonoma",
                                            "oklahoma", "academia", "bohemia", "psychotherapy"};

bool MedicalBySuffix(std::string_view word, ConceptRole* role) {
  if (word.size() < 7) return false;
  const char last = word.back();
  if (last != 's' && last != 'a' && last != 'y' && last != 'n') return false;  // nearly all words
  if (std::ranges::find(kNotMedical, word) != std::end(kNotMedical)) return false;
  for (const Suffix& s : kSuffixes) {
    if (word.ends_with(s.ending)) {
      *role = s.role;
      return true;
    }
  }
  return false;
}

}  // namespace

std::span<const VocabularyRow> VocabularyRows() { return Concepts().rows(); }

void FindConcepts(const TokenList& tokens, std::vector<ConceptHit>* hits) {
  hits->clear();
  const ConceptSet& concepts = Concepts();
  for (std::uint32_t i = 0; i < tokens.size();) {
    const Lexicon::Hit hit = tokens[i].kind == TokenKind::kPunctuation
                                 ? Lexicon::Hit{}
                                 : concepts.lexicon().Find(tokens, i);
    if (hit.length != 0) {
      const auto index = static_cast<ConceptIndex>(hit.value - 1);
      hits->push_back({index, concepts.rows()[index].role, i, i + hit.length});
      i += hit.length;
      continue;
    }
    ConceptRole role = ConceptRole::kBody;
    if (tokens[i].kind == TokenKind::kWord && MedicalBySuffix(tokens[i].word, &role)) {
      hits->push_back({kNoConcept, role, i, i + 1});
    }
    ++i;
  }
}

std::vector<ConceptIndex> ConceptsOf(std::string_view text) {
  TokenList tokens;
  tokens.Read(text, 0);
  std::vector<ConceptHit> hits;
  FindConcepts(tokens, &hits);
  std::vector<ConceptIndex> found;
  for (const ConceptHit& hit : hits) {
    if (hit.concept_index != kNoConcept &&
        std::ranges::find(found, hit.concept_index) == found.end()) {
      found.push_back(hit.concept_index);
    }
  }
  return found;
}

bool ShareConcept(std::string_view a, std::string_view b) {
  const std::vector<ConceptIndex> wanted = ConceptsOf(b);
  return std::ranges::any_of(ConceptsOf(a), [&wanted](ConceptIndex c) {
    return std::ranges::find(wanted, c) != wanted.end();
  });
}

const VocabularyRow& Row(ConceptIndex concept_index) { return VocabularyRows()[concept_index]; }

std::string_view Label(ConceptIndex concept_index) { return Row(concept_index).label; }

bool IsA(ConceptIndex narrower, ConceptIndex broader) {
  const std::span<const ConceptIndex> up = Concepts().Ancestors(narrower);
  return std::ranges::find(up, broader) != up.end();
}

bool Related(ConceptIndex a, ConceptIndex b) {
  return std::ranges::any_of(Concepts().Ancestors(a), [b](ConceptIndex up) { return IsA(b, up); });
}

VocabularyInUse::VocabularyInUse(std::shared_ptr<const ConceptSet> concepts) {
  std::unique_lock lock(users.mutex);
  users.left.wait(lock, [&] { return users.count == 0 || users.held == concepts; });
  ++users.count;
  users.held = std::move(concepts);
  users.set.store(users.held.get(), std::memory_order_release);
}

VocabularyInUse::~VocabularyInUse() {
  const std::lock_guard lock(users.mutex);
  if (--users.count > 0) return;
  users.set.store(nullptr, std::memory_order_release);
  users.held.reset();
  users.left.notify_all();
}

}  // namespace claimgraph
