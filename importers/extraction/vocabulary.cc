// A Lexicon whose values are row numbers plus one, and the broader-than DAG as
// one bit set of ancestors a row.

#include "importers/extraction/vocabulary.h"

#include <algorithm>
#include <cassert>
#include <deque>
#include <string>
#include <unordered_map>

#include "core/text/lexicon.h"
#include "importers/extraction/vocabulary_table.h"

namespace claimgraph {
namespace {

// Calls `fn` for each part of "a; b; c".
template <typename Fn>
void ForEachPart(std::string_view list, Fn fn) {
  while (!list.empty()) {
    const std::size_t semicolon = list.find(';');
    std::string_view part = list.substr(0, semicolon);
    list = semicolon == std::string_view::npos ? std::string_view() : list.substr(semicolon + 1);
    while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
    if (!part.empty()) fn(part);
  }
}

struct Rows {
  std::deque<std::string> texts;  // that kinds' rows point into
  std::vector<VocabularyRow> rows;

  Rows() {
    for (const std::span<const VocabularyRow> table : {InterventionRows(), OutcomeRows()}) {
      for (const VocabularyRow& row : table) {
        rows.push_back(row);
        ForEachPart(row.kinds, [&](std::string_view kind) { AddKind(row, kind); });
      }
    }
  }

  void AddKind(const VocabularyRow& parent, std::string_view kind) {
    VocabularyRow row{.role = parent.role, .broader = parent.label, .good = parent.good};
    constexpr std::string_view kSigns = "-~+";
    if (const std::size_t sign = kSigns.find(kind.front()); sign != std::string_view::npos) {
      row.good = static_cast<int>(sign) - 1;
      kind.remove_prefix(1);
    }
    const std::size_t equals = kind.find(" = ");
    row.label = kind.substr(0, equals);
    if (equals != std::string_view::npos) {
      std::string& synonyms = texts.emplace_back(kind.substr(equals + 3));
      std::ranges::replace(synonyms, ',', ';');
      row.synonyms = synonyms;
    }
    rows.push_back(row);
  }
};

std::span<const VocabularyRow> AllRows() {
  static const Rows rows;
  return rows.rows;
}

struct Vocabulary {
  Lexicon lexicon;
  std::vector<std::vector<ConceptIndex>> ancestors;  // of each row, itself included

  Vocabulary() {
    const std::span<const VocabularyRow> rows = VocabularyRows();
    std::unordered_map<std::string_view, ConceptIndex> by_label;
    std::unordered_map<std::string, bool> taken;
    for (ConceptIndex i = 0; i < rows.size(); ++i) by_label.emplace(rows[i].label, i);
    for (ConceptIndex i = 0; i < rows.size(); ++i) {
      const auto add = [&](std::string_view phrase) {
        // The first row that claims a phrase keeps it.
        if (taken.try_emplace(std::string(phrase), true).second) lexicon.Add(phrase, i + 1U);
        const std::string plural = std::string(phrase) + "s";
        if (!phrase.ends_with('s') && taken.try_emplace(plural, true).second) {
          lexicon.Add(plural, i + 1U);
        }
      };
      add(rows[i].label);
      ForEachPart(rows[i].synonyms, add);
    }
    ancestors.resize(rows.size());
    for (ConceptIndex i = 0; i < rows.size(); ++i) {
      std::vector<ConceptIndex> todo = {i};
      while (!todo.empty()) {
        const ConceptIndex at = todo.back();
        todo.pop_back();
        if (std::ranges::find(ancestors[i], at) != ancestors[i].end()) continue;
        ancestors[i].push_back(at);
        ForEachPart(rows[at].broader, [&](std::string_view label) {
          const auto it = by_label.find(label);
          assert(it != by_label.end() && "broader names a label that is not in the table");
          if (it != by_label.end()) todo.push_back(it->second);
        });
      }
    }
  }
};

const Vocabulary& Words() {
  static const Vocabulary vocabulary;
  return vocabulary;
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

std::span<const VocabularyRow> VocabularyRows() { return AllRows(); }

void FindConcepts(const TokenList& tokens, std::vector<ConceptHit>* hits) {
  hits->clear();
  for (std::uint32_t i = 0; i < tokens.size();) {
    const Lexicon::Hit hit = tokens[i].kind == TokenKind::kPunctuation
                                 ? Lexicon::Hit{}
                                 : Words().lexicon.Find(tokens, i);
    if (hit.length != 0) {
      const auto index = static_cast<ConceptIndex>(hit.value - 1);
      hits->push_back({index, VocabularyRows()[index].role, i, i + hit.length});
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

const VocabularyRow& Row(ConceptIndex concept_index) { return VocabularyRows()[concept_index]; }

std::string_view Label(ConceptIndex concept_index) { return Row(concept_index).label; }

bool IsA(ConceptIndex narrower, ConceptIndex broader) {
  return std::ranges::find(Words().ancestors[narrower], broader) !=
         Words().ancestors[narrower].end();
}

bool Related(ConceptIndex a, ConceptIndex b) {
  return std::ranges::any_of(Words().ancestors[a], [b](ConceptIndex up) { return IsA(b, up); });
}

}  // namespace claimgraph
