// Reads the drawing in two passes: first the blocks, which give every tag its
// place in the text; then the notes, which say what each tag is.

#include "tests/rules_graph.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <map>
#include <memory>
#include <sstream>
#include <stdexcept>

#include "core/store/graph_store.h"
#include "queries/rules/rules.h"

namespace claimgraph {
namespace {

[[noreturn]] void Nonsense(const std::string& what) {
  throw std::invalid_argument("drawing: " + what);
}

std::string Spaced(std::string word) {
  std::replace(word.begin(), word.end(), '_', ' ');
  return word;
}

std::vector<std::string> Split(const std::string& text, char at) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == at) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

// Words of a note; a quoted run is one word, with its opening quote kept.
std::vector<std::string> Words(const std::string& line) {
  std::vector<std::string> words;
  std::size_t i = 0;
  while (i < line.size()) {
    if (line[i] == ' ') {
      ++i;
      continue;
    }
    const bool quoted = line[i] == '"';
    const std::size_t end = line.find(quoted ? '"' : ' ', i + 1);
    const std::size_t stop = end == std::string::npos ? line.size() : end;
    words.push_back(line.substr(i, stop - i));
    i = stop + 1;
  }
  return words;
}

// The value of `Enum` that has this name; -1 if none has.
template <typename Enum>
int Named(std::string_view name, int count) {
  for (int i = 0; i < count; ++i) {
    if (Name(static_cast<Enum>(i)) == name) return i;
  }
  return -1;
}

template <typename Enum>
bool Read(std::string_view name, int count, Enum* value) {
  const int i = Named<Enum>(name, count);
  if (i >= 0) *value = static_cast<Enum>(i);
  return i >= 0;
}

template <typename Enum>
Enum Must(std::string_view name, int count) {
  Enum value{};
  if (!Read(name, count, &value)) Nonsense("no such name: " + std::string(name));
  return value;
}

class Drawing {
 public:
  explicit Drawing(std::string_view text) {
    std::istringstream lines{std::string(text)};
    std::vector<std::string> notes;
    for (std::string line; std::getline(lines, line);) {
      line.erase(0, line.find_first_not_of(' '));
      if (line.empty()) continue;
      if (IsNote(line)) {
        notes.push_back(line);
      } else {
        ReadBlock(line);
      }
    }
    graph_.document.map = OffsetMap::Identity(graph_.document.text.size());
    for (const std::string& note : notes) ReadNote(Words(note));
  }

  DocumentGraph Take() { return std::move(graph_); }

 private:
  static bool IsNote(const std::string& line) {
    const std::size_t space = line.find(' ');
    return space != std::string::npos && space >= 2 && std::strchr("ckrfe", line[0]) != nullptr &&
           std::all_of(line.begin() + 1, line.begin() + static_cast<std::ptrdiff_t>(space),
                       [](char c) { return c >= '0' && c <= '9'; });
  }

  void ReadBlock(const std::string& line) {
    Block block;
    std::size_t at = 0;
    if (line.starts_with("# ")) block.kind = BlockKind::kHeading;
    if (line.starts_with("% ")) block.kind = BlockKind::kMetadata;
    if (line.starts_with("! ")) block.kind = BlockKind::kCaption;
    if (block.kind != BlockKind::kParagraph) at = 2;
    std::string& text = graph_.document.text;
    if (!text.empty()) text += '\n';
    block.span.begin = static_cast<std::uint32_t>(text.size());
    std::vector<std::string> open;
    while (at < line.size()) {
      if (line[at] == '{') {
        const std::size_t colon = line.find(':', at);
        if (colon == std::string::npos) Nonsense("no colon after {");
        open.push_back(line.substr(at + 1, colon - at - 1));
        places_[open.back()].begin = static_cast<std::uint32_t>(text.size());
        at = colon + 1;
      } else if (line[at] == '}' && !open.empty()) {
        places_[open.back()].end = static_cast<std::uint32_t>(text.size());
        open.pop_back();
        ++at;
      } else {
        text += line[at++];
      }
    }
    if (!open.empty()) Nonsense("unclosed " + open.back());
    block.span.end = static_cast<std::uint32_t>(text.size());
    AddSentences(block.span);
    graph_.document.blocks.push_back(block);
  }

  void AddSentences(TextSpan block) {
    const auto index = static_cast<std::uint32_t>(graph_.document.blocks.size());
    std::uint32_t begin = block.begin;
    while (begin < block.end) {
      const std::size_t stop = graph_.document.text.find(". ", begin);
      const auto end = static_cast<std::uint32_t>(
          stop == std::string::npos || stop + 1 >= block.end ? block.end : stop + 1);
      graph_.document.sentences.push_back({{begin, end}, index});
      begin = end + 1;
    }
  }

  TextSpan Place(const std::string& tag) const {
    const auto at = places_.find(tag);
    return at == places_.end() ? TextSpan{} : at->second;
  }

  std::uint32_t SentenceAt(TextSpan place) const {
    const auto& sentences = graph_.document.sentences;
    for (std::uint32_t i = 0; i < sentences.size(); ++i) {
      if (sentences[i].span.Contains({place.begin, place.begin})) return i;
    }
    return 0;
  }

  static std::uint64_t Number(const std::string& tag) {
    return std::strtoull(&tag[1], nullptr, 10);
  }

  // Fills what every tagged noun has, and gives it the next id.
  template <typename T>
  T& Next(const std::string& tag, std::vector<T>* things) {
    T& thing = things->emplace_back();
    thing.id = decltype(thing.id){things->size()};
    if (Number(tag) != things->size()) Nonsense(tag + " is out of order");
    return thing;
  }

  template <typename T>
  void Put(const std::string& tag, T* thing) const {
    const TextSpan place = Place(tag);
    thing->span = {place.begin, place.end};
    thing->text = graph_.document.Words(place);
  }

  void ReadNote(const std::vector<std::string>& words) {
    switch (words[0][0]) {
      case 'c':
        return ReadClaim(words);
      case 'k':
        return ReadCitation(words);
      case 'r':
        return ReadReference(words);
      case 'f':
        return ReadEffect(words);
      default:
        return ReadEvidence(words);
    }
  }

  void ReadClaim(const std::vector<std::string>& words) {
    Claim& claim = Next(words[0], &graph_.claims);
    Put(words[0], &claim);
    claim.text_span = Place(words[0]);
    claim.sentence = SentenceAt(claim.text_span);
    for (std::size_t i = 1; i < words.size(); ++i) ReadClaimWord(words[i], &claim);
  }

  void ReadClaimWord(const std::string& word, Claim* claim) {
    if (Read(word, 9, &claim->kind) || Read(word, 3, &claim->certainty)) return;
    if (Read(word, 4, &claim->strength) || Read(word, 6, &claim->verdict)) return;
    if (Read(word, 8, &claim->citation_status)) return;
    if (word == "negated") {
      claim->negated = true;
    } else if (word == "attributed") {
      claim->attributed = true;
    } else if (word.find('>') != std::string::npos) {
      claim->propositions.push_back(ReadProposition(Split(word, '>')));
    } else {
      ReadClaimField(Split(word, '='), claim);
    }
  }

  PropositionId ReadProposition(std::vector<std::string> parts) {
    parts.resize(5);
    Proposition p;
    p.intervention = Spaced(parts[0]);
    p.direction = Must<Direction>(parts[1], 6);
    p.outcome = Spaced(parts[2]);
    p.population = Spaced(parts[3]);
    p.comparator = Spaced(parts[4]);
    p.id = PropositionId{graph_.propositions.size() + 1};
    graph_.propositions.push_back(p);
    return p.id;
  }

  static void ReadClaimField(const std::vector<std::string>& field, Claim* claim) {
    if (field.size() != 2) Nonsense("what is " + field[0]);
    if (field[0] == "verdict") {
      claim->reasons.push_back({"verdict", field[1], 0, ""});
    } else if (field[0] == "write") {
      claim->allowed_wording = Spaced(field[1]);
    } else if (field[0] == "cites") {
      for (const std::string& tag : Split(field[1], ',')) {
        claim->citations.push_back(CitationId{Number(tag)});
      }
    } else {
      const std::map<std::string, std::vector<Cue>*> cues = {{"hedges", &claim->hedges},
                                                             {"boosters", &claim->boosters},
                                                             {"causal", &claim->causal_cues},
                                                             {"magnitudes", &claim->magnitudes}};
      const auto list = cues.find(field[0]);
      if (list == cues.end()) Nonsense("what is " + field[0]);
      for (const std::string& cue : Split(field[1], ','))
        list->second->push_back({Spaced(cue), {}});
    }
  }

  void ReadCitation(const std::vector<std::string>& words) {
    Citation& citation = Next(words[0], &graph_.citations);
    Put(words[0], &citation);
    citation.text_span = Place(words[0]);
    citation.sentence = SentenceAt(citation.text_span);
    citation.style = Must<CitationStyle>(words.at(1), 8);
    for (std::size_t i = 2; i < words.size(); ++i) {
      const std::vector<std::string> field = Split(words[i], '=');
      if (words[i] == "->") continue;
      if (field.size() == 1) {
        citation.references.push_back(ReferenceId{Number(words[i])});
      } else if (field[0] == "year") {
        citation.year = std::stoi(field[1]);
      } else if (field[0] == "author") {
        citation.authors.push_back(Spaced(field[1]));
      } else if (field[0] == "because") {
        citation.reasons.push_back({"citation", field[1], 0, ""});
      } else if (field[0] == "numbers") {
        for (const std::string& n : Split(field[1], ',')) citation.numbers.push_back(std::stoi(n));
      } else {
        Nonsense("what is " + words[i]);
      }
    }
  }

  void ReadReference(const std::vector<std::string>& words) {
    Reference& reference = Next(words[0], &graph_.references);
    Put(words[0], &reference);
    reference.origin = Must<ReferenceOrigin>(words.at(1), 4);
    for (std::size_t i = 2; i < words.size(); ++i) {
      if (words[i][0] == '"') {
        reference.title = words[i].substr(1);
      } else {
        ReadReferenceField(words[i], &reference);
      }
    }
  }

  static void ReadReferenceField(const std::string& word, Reference* reference) {
    const std::size_t equals = word.find('=');
    if (equals == std::string::npos) Nonsense("what is " + word);
    const std::string name = word.substr(0, equals);
    const std::string value = word.substr(equals + 1);
    const std::map<std::string, std::string*> fields = {
        {"file", &reference->file}, {"key", &reference->key},     {"doi", &reference->doi},
        {"pmid", &reference->pmid}, {"pmcid", &reference->pmcid}, {"url", &reference->url}};
    if (const auto field = fields.find(name); field != fields.end()) {
      *field->second = value;
    } else if (name == "family") {
      reference->authors.push_back({Spaced(value), ""});
    } else if (name == "year") {
      reference->year = std::stoi(value);
    } else if (name == "number") {
      reference->number = std::stoi(value);
    } else if (name == "design") {
      reference->design = Must<StudyDesign>(value, 16);
    } else if (name == "text") {
      reference->text = Spaced(value);
    } else {
      Nonsense("what is " + word);
    }
  }

  // f1 SMD -0.4 [low high] in c1
  void ReadEffect(const std::vector<std::string>& words) {
    Effect effect;
    effect.measure = Must<EffectMeasure>(words.at(1), 11);
    effect.value = std::stod(words.at(2));
    if (words.size() > 5) {
      effect.ci_low = std::stod(words[3]);
      effect.ci_high = std::stod(words[4]);
    }
    const TextSpan place = Place(words[0]);
    effect.span = {place.begin, place.end};
    graph_.claims.at(Number(words.back()) - 1).effects.push_back(effect);
  }

  // e1 c1 r1 cohort population=indirect
  void ReadEvidence(const std::vector<std::string>& words) {
    EvidenceLine& line = Next(words[0], &graph_.evidence_lines);
    line.claim = ClaimId{Number(words.at(1))};
    line.reference = ReferenceId{Number(words.at(2))};
    const Claim& claim = graph_.claims.at(Raw(line.claim) - 1);
    if (!claim.propositions.empty()) line.proposition = claim.propositions[0];
    for (std::size_t i = 3; i < words.size(); ++i) {
      if (Read(words[i], 16, &line.design)) continue;
      const std::vector<std::string> axis = Split(words[i], '=');
      if (axis.size() != 2) Nonsense("what is " + words[i]);
      const auto directness = Must<Directness>(axis[1], 4);
      if (axis[0] == "population") {
        line.population = directness;
      } else if (axis[0] == "intervention") {
        line.intervention = directness;
      } else {
        Nonsense("what is " + axis[0]);
      }
    }
  }

  DocumentGraph graph_;
  std::map<std::string, TextSpan> places_;
};

std::string UnderSpan(const DocumentGraph& graph, const Finding& finding) {
  if (!finding.file.empty()) return finding.file;
  return std::string(graph.document.Words({finding.span.begin, finding.span.end}));
}

}  // namespace

DocumentGraph DrawGraph(std::string_view drawing) { return Drawing(drawing).Take(); }

std::string Flagged(std::string_view name, std::string_view drawing) {
  const Rule* rule = FindRule(name);
  if (rule == nullptr) Nonsense("no such rule");
  const DocumentGraph graph = DrawGraph(drawing);
  const std::unique_ptr<GraphStore> store = NewMemoryStore();
  std::string flagged;
  for (const Finding& finding : rule->run({graph, *store})) {
    if (!flagged.empty()) flagged += " / ";
    if (finding.severity != rule->severity) {
      flagged += std::string(Name(finding.severity)) + ": ";
    }
    flagged += UnderSpan(graph, finding);
  }
  return flagged;
}

std::string FlaggedByAll(std::string_view drawing) {
  const DocumentGraph graph = DrawGraph(drawing);
  const std::unique_ptr<GraphStore> store = NewMemoryStore();
  std::string flagged;
  for (const Finding& finding : RunRules({graph, *store}, RuleScope::kDocument)) {
    if (!flagged.empty()) flagged += " / ";
    flagged += finding.rule + ": " + UnderSpan(graph, finding);
  }
  return flagged;
}

Finding OnlyFinding(std::string_view name, std::string_view drawing) {
  const DocumentGraph graph = DrawGraph(drawing);
  const std::unique_ptr<GraphStore> store = NewMemoryStore();
  const std::vector<Finding> findings = FindRule(name)->run({graph, *store});
  EXPECT_EQ(findings.size(), 1u);
  return findings.empty() ? Finding{} : findings[0];
}

}  // namespace claimgraph
