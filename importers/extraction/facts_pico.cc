// Who was studied, what was done and what was measured where the rules found none of
// it: from the spans that the taggers of pico_model.h mark.
//
// Trials only, as the taggers know no other abstracts; and only where a kind of fact is
// missing, as they cost as much as all rules together.  Spans are trimmed to what a fact
// may hold: "patients with heart failure" to what the patients have.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/numbers.h"
#include "importers/extraction/fact_readers.h"
#include "importers/extraction/pico_model.h"
#include "importers/extraction/study_facts.h"

namespace claimgraph {
namespace {

constexpr std::size_t kMostAdded = 3;   // facts of a kind
constexpr std::size_t kMostInSpan = 7;  // words of a fact
constexpr std::size_t kMostBytes = 120;
constexpr float kLeastOdds = 0.5;  // below it three of four facts stood in no span of the corpus
constexpr std::size_t kLeastLetters = 4;  // of a fact's longest word

class SpanReader {
 public:
  SpanReader(const StudyText& text, FactList* facts) : text_(text), facts_(facts) {}

  void Read(TextSpan span, PicoKind kind) {
    std::size_t& added = added_[static_cast<std::size_t>(kind)];
    const FactKind fact = kFacts[static_cast<std::size_t>(kind)];
    if (added == kMostAdded || !IsToldIn(SectionAt(span.begin), kind)) return;
    TokenRange range = Trim(TokensOf(span));
    if (kind == PicoKind::kPopulation) range = ConditionOf(range);
    if (!MayBeFact(range, kind)) return;
    facts_->Add(fact, text_.Name(range), text_.Span(range), kTaggedConfidence);
    ++added;
  }

  static constexpr FactKind kFacts[] = {FactKind::kCondition, FactKind::kIntervention,
                                        FactKind::kOutcome};

 private:
  AbstractSection SectionAt(std::uint32_t at) const {
    const auto& sentences = text_.sentences();
    const auto behind = std::ranges::upper_bound(
        sentences, at, {}, [](const StudySentence& s) { return s.span.begin; });
    return behind == sentences.begin() ? AbstractSection::kOther : (behind - 1)->section;
  }

  static bool IsToldIn(AbstractSection section, PicoKind kind) {
    return section == AbstractSection::kTitle || section == AbstractSection::kObjective ||
           section == AbstractSection::kMethods ||
           (section == AbstractSection::kResults && kind == PicoKind::kOutcome);
  }

  // The tokens that lie in `span`.
  TokenRange TokensOf(TextSpan span) const {
    const auto first = std::ranges::lower_bound(text_.tokens(), span.begin, {},
                                                [](const Token& t) { return t.span.begin; });
    const auto last =
        std::lower_bound(first, text_.tokens().end(), span.end,
                         [](const Token& t, std::uint32_t end) { return t.span.begin < end; });
    const auto begin = text_.tokens().begin();
    return {static_cast<std::uint32_t>(first - begin), static_cast<std::uint32_t>(last - begin)};
  }

  // Without small words, punctuation and amounts at either end.
  TokenRange Trim(TokenRange range) const {
    const auto is_edge = [this](std::uint32_t i) {
      constexpr std::uint64_t kEdge = word::kStop | word::kCompare | word::kReceive |
                                      word::kTimeUnit | word::kOtherUnit | word::kNumber |
                                      word::kEffect | word::kAim;
      const std::string_view w = text_.tokens()[i].word;
      return text_.tokens()[i].kind != TokenKind::kWord || (text_.Mask(i) & kEdge) != 0 ||
             w == "a" || w == "an" || w == "the" || w == "either";
    };
    while (!range.empty() && is_edge(range.begin)) ++range.begin;
    while (!range.empty() && is_edge(range.end - 1) &&
           text_.tokens()[range.end - 1].kind != TokenKind::kNumber) {
      --range.end;
    }
    return range;
  }

  // What stands behind "with"; all of it where it names no people.
  TokenRange ConditionOf(TokenRange range) const {
    bool people = false;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      if ((text_.Mask(i) & word::kWith) != 0) {
        return text_.PhraseAfter(i + text_.Word(i).length, range.end);
      }
      people |= (text_.Mask(i) & (word::kPeople | word::kAge)) != 0;
    }
    return people ? TokenRange{} : range;
  }

  bool MayBeFact(TokenRange range, PicoKind kind) const {
    if (range.empty() || range.end - range.begin > kMostInSpan) return false;
    if (text_.Span(range).size() > kMostBytes) return false;
    // Groups are not what was done to them, nor is the control.
    std::uint64_t empty = word::kArm | word::kPeople | word::kNumber | word::kPart | word::kEnrol |
                          word::kMeasure | word::kStudies | word::kMale | word::kFemale |
                          word::kAge | word::kStop | word::kMethod | word::kFinding | word::kTotal |
                          word::kEffect | word::kFollowUp | word::kChange;
    if (kind == PicoKind::kIntervention) empty |= word::kComparator;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const Token& token = text_.tokens()[i];
      if (token.word == "(" || token.word == ")" || token.word == ";") return false;
      if (kind == PicoKind::kIntervention && (text_.Mask(i) & word::kComparator) != 0) return false;
    }
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const Token& token = text_.tokens()[i];
      const bool says = token.kind == TokenKind::kWord && token.word.size() >= kLeastLetters;
      if (says && (text_.Mask(i) & empty) == 0) return true;
    }
    return false;
  }

  const StudyText& text_;
  FactList* facts_;
  std::array<std::size_t, kPicoKinds> added_{};
};

// The document's words as the taggers were taught them: a heading in capitals opens the
// text behind it, and a full stop ends each block.  Tokens that were added have no place
// in the document.
std::vector<PicoToken> TokensOf(const Document& document, std::string* headings) {
  for (const Block& block : document.blocks) headings->append(block.label).append(" ");
  for (char& c : *headings) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  std::vector<PicoToken> tokens;
  std::size_t heading = 0;
  for (const Block& block : document.blocks) {
    const std::string_view label = std::string_view(*headings).substr(heading, block.label.size());
    heading += label.size() + 1;
    const std::size_t before = tokens.size();
    ReadPicoTokens(label, 0, &tokens);
    for (std::size_t i = before; i < tokens.size(); ++i) tokens[i].span = {};
    ReadPicoTokens(document.Words(block.span), block.span.begin, &tokens);
    const bool open = !tokens.empty() && tokens.back().word != "." && tokens.back().word != "?";
    if (open) tokens.push_back({{}, "."});
  }
  return tokens;
}

// The first number of methods or results that the model takes for the people studied.
void ReadSampleSize(const StudyText& text, FactList* facts) {
  constexpr double kMostPeople = 1e7;
  std::vector<PicoToken> tokens;
  std::vector<std::string_view> words;
  for (const StudySentence& sentence : text.sentences()) {
    if (sentence.section != AbstractSection::kMethods &&
        sentence.section != AbstractSection::kResults) {
      continue;
    }
    if (sentence.span.size() > kMostInSentence) continue;
    tokens.clear();
    words.clear();
    ReadPicoTokens(text.document().Words(sentence.span), sentence.span.begin, &tokens);
    for (const PicoToken& token : tokens) words.push_back(token.word);
    for (const PicoRange& size : FindSampleSizes(words)) {
      for (std::uint32_t i = size.begin; i < size.end; ++i) {
        const std::optional<ParsedNumber> number = ParseNumber(words[i]);
        if (!number || number->value < 2 || number->value > kMostPeople ||
            number->value != std::floor(number->value)) {
          continue;
        }
        facts->Add(FactKind::kSampleSize, std::to_string(static_cast<std::int64_t>(number->value)),
                   tokens[i].span, kTaggedConfidence);
        return;
      }
    }
  }
}

}  // namespace

void ReadPicoFacts(const StudyText& text, StudyDesign design, FactList* facts) {
  if (design != StudyDesign::kRct && design != StudyDesign::kControlledNonRandomised) return;
  if (HasPicoModel() && !facts->Has(FactKind::kSampleSize)) ReadSampleSize(text, facts);
  std::array<bool, kPicoKinds> missing{};
  for (std::size_t k = 0; k < kPicoKinds; ++k) missing[k] = !facts->Has(SpanReader::kFacts[k]);
  if (std::ranges::none_of(missing, std::identity())) return;
  if (!HasPicoModel() || text.document().blocks.size() < 2) return;  // a title alone
  std::string headings;
  const std::vector<PicoToken> tokens = TokensOf(text.document(), &headings);
  std::vector<std::string_view> words;
  for (const PicoToken& token : tokens) words.push_back(token.word);
  SpanReader reader(text, facts);
  for (const PicoSpan& span : TagPico(words)) {
    if (!missing[static_cast<std::size_t>(span.kind)] || span.odds < kLeastOdds) continue;
    // Headings and added full stops have no place in the text.
    std::size_t first = span.begin;
    std::size_t last = span.end - 1;
    while (first < last && tokens[first].span.size() == 0) ++first;
    while (last > first && tokens[last].span.size() == 0) --last;
    if (tokens[first].span.size() == 0) continue;
    reader.Read({tokens[first].span.begin, tokens[last].span.end}, span.kind);
  }
}

}  // namespace claimgraph
