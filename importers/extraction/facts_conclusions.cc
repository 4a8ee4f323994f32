// What the authors conclude, what they say limits it, how certain they rate it, and the
// numbers under which the study is registered.

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "importers/extraction/claim_sentence_model.h"
#include "importers/extraction/fact_readers.h"
#include "importers/extraction/study_facts.h"

namespace claimgraph {
namespace {

constexpr std::size_t kMostConclusions = 6;

std::string SentenceWords(const StudyText& text, const StudySentence& sentence) {
  return std::string(text.document().Words(sentence.span));
}

// "low", "very low" before or behind the words that name the certainty: "low-certainty
// evidence", "the certainty of the evidence was low".
struct Level {
  std::string_view name{};
  TokenRange range{};
};

Level LevelAt(const StudyText& text, std::uint32_t i, std::uint32_t begin) {
  const TokenList& tokens = text.tokens();
  const std::string_view w = tokens[i].word;
  if (w == "low") {
    std::uint32_t back = i;
    while (back > begin && tokens[back - 1].kind == TokenKind::kPunctuation &&
           tokens[back - 1].word == "-") {
      --back;
    }
    const bool very = back > begin && tokens[back - 1].word == "very";
    return {very ? "very low" : "low", {very ? back - 1 : i, i + 1}};
  }
  if (w == "moderate" || w == "high") return {w, {i, i + 1}};
  return {};
}

void ReadCertainty(const StudyText& text, const StudySentence& sentence, FactList* facts) {
  constexpr std::uint32_t kReach = 6;
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    if ((text.Mask(i) & word::kEvidence) == 0) continue;
    // A "high-grade" tumour is no GRADE rating.
    const bool grade = text.tokens()[i].word == "grade";
    if (grade && text.document().Words(text.tokens()[i].span) != "GRADE") continue;
    const std::uint32_t end = i + text.Word(i).length;
    const auto add = [&](const Level& level) {
      facts->Add(FactKind::kCertainty, std::string(level.name), text.Span(level.range),
                 kNamedConfidence);
    };
    // Hyphens count as tokens: "low - certainty evidence", "very low to moderate quality".
    bool before = false;
    for (std::uint32_t back = 1; back <= 3 && i >= sentence.begin + back && !before; ++back) {
      if (const Level level = LevelAt(text, i - back, sentence.begin); !level.name.empty()) {
        add(level);
        before = true;
      }
    }
    for (std::uint32_t j = end; j < std::min(sentence.end, end + kReach) && !before; ++j) {
      if (text.tokens()[j].word == ";") break;
      const Level level = LevelAt(text, j, sentence.begin);
      if (level.name.empty()) continue;
      add(level);
      break;
    }
    i = end - 1;
  }
}

// ---- Registry numbers -----------------------------------------------------

struct RegistryRow {
  std::string_view prefix{};  // folded, as a word begins
  std::string_view name{};    // as the registry prints it
  std::size_t least = 0;      // digits
  std::size_t most = 0;
};

constexpr std::array<RegistryRow, 9> kRegistries = {{{"nct", "NCT", 8, 8},
                                                     {"isrctn", "ISRCTN", 8, 8},
                                                     {"actrn", "ACTRN", 14, 14},
                                                     {"crd", "CRD", 11, 16},
                                                     {"umin", "UMIN", 9, 9},
                                                     {"drks", "DRKS", 8, 8},
                                                     {"chictr", "ChiCTR", 8, 12},
                                                     {"ntr", "NTR", 3, 5},
                                                     {"kct", "KCT", 7, 7}}};

bool IsDigits(std::string_view word) {
  return word.find_first_not_of("0123456789") == std::string_view::npos;
}

bool IsLink(std::string_view w) {
  return w == ":" || w == "=" || w == "#" || w == "-" || w == "number" || w == "no" || w == "." ||
         w == "id" || w == "identifier" || w == "(" || w == "registration" || w == "nr" ||
         w == "ct";
}

// The digits that follow a registry's bare name at token `i`: "ISRCTN: 12345678".
struct Behind {
  std::string_view digits{};
  std::string middle{};    // of "ChiCTR-TRC-10001234": "-TRC-"
  std::uint32_t last = 0;  // token
};

Behind DigitsBehind(const StudyText& text, std::uint32_t i, bool letters) {
  constexpr std::uint32_t kReach = 5;
  Behind behind{.last = i};
  for (std::uint32_t j = i + 1; j < std::min<std::size_t>(text.tokens().size(), i + kReach); ++j) {
    const Token& token = text.tokens()[j];
    if (token.kind == TokenKind::kNumber) {
      behind.digits = token.word;
      behind.last = j;
      break;
    }
    if (letters && j == i + 2 && token.word.size() == 3 && token.kind == TokenKind::kWord) {
      behind.middle = '-' + std::string(text.document().Words(token.span)) + '-';
    } else if (!IsLink(token.word)) {
      break;
    }
  }
  return behind;
}

// "ISRCTN12345678", "NCT 01234567", "ChiCTR-TRC-10001234" at token `i`.
void RegistryNumberAt(const StudyText& text, std::uint32_t i, FactList* facts) {
  const std::string_view w = text.tokens()[i].word;
  for (const RegistryRow& row : kRegistries) {
    if (!w.starts_with(row.prefix)) continue;
    Behind behind{.digits = w.substr(row.prefix.size()), .last = i};
    if (behind.digits.empty()) behind = DigitsBehind(text, i, row.name == "ChiCTR");
    const std::size_t n = behind.digits.size();
    if (n < row.least || n > row.most || !IsDigits(behind.digits)) return;
    facts->Add(FactKind::kRegistry,
               std::string(row.name) + behind.middle + std::string(behind.digits),
               text.Span({i, behind.last + 1}), kRandomConfidence);
    return;
  }
}

// "EudraCT 2004-001234-56"
bool EudraAt(const StudyText& text, std::uint32_t i, FactList* facts) {
  const TokenList& tokens = text.tokens();
  if (tokens[i].word != "eudract") return false;
  std::uint32_t at = i + 1;
  while (at < tokens.size() && at < i + 5 && IsLink(tokens[at].word)) ++at;
  if (at + 4 >= tokens.size()) return false;
  const auto digits = [&](std::uint32_t k, std::size_t n) {
    return tokens[k].word.size() == n && IsDigits(tokens[k].word);
  };
  if (!digits(at, 4) || !digits(at + 2, 6) || !digits(at + 4, 2)) return false;
  std::string value = "EudraCT ";
  value.append(tokens[at].word).append("-").append(tokens[at + 2].word);
  value.append("-").append(tokens[at + 4].word);
  facts->Add(FactKind::kRegistry, std::move(value), text.Span({i, at + 5}), kRandomConfidence);
  return true;
}

// Of an abstract whose words and headings announce no conclusion: the sentences that the
// model takes for its claims, each with the model's own probability.
void ReadUnannounced(const StudyText& text, FactList* facts) {
  constexpr double kLeast = 0.5;
  std::string_view title;
  std::vector<std::string_view> sentences;
  std::vector<TextSpan> spans;
  for (const StudySentence& sentence : text.sentences()) {
    if (sentence.span.size() > kMostInSentence) continue;
    const std::string_view words = text.document().Words(sentence.span);
    if (sentence.section == AbstractSection::kTitle) {
      title = words;
    } else if (sentence.section != AbstractSection::kOther) {
      sentences.push_back(words);
      spans.push_back(sentence.span);
    }
  }
  if (sentences.size() > kMostAbstractSentences) return;  // no abstract
  std::size_t conclusions = 0;
  const std::vector<double> claims = ReadClaimSentences(title, sentences);
  for (std::size_t i = 0; i < claims.size() && conclusions < kMostConclusions; ++i) {
    if (claims[i] < kLeast) continue;
    ++conclusions;
    facts->Add(FactKind::kConclusion, std::string(sentences[i]), spans[i], claims[i]);
  }
}

}  // namespace

void ReadConclusions(const StudyText& text, FactList* facts) {
  std::size_t conclusions = 0;
  for (const StudySentence& sentence : text.sentences()) {
    const AbstractSection section = sentence.section;
    if (section == AbstractSection::kTitle || sentence.span.size() > kMostInSentence) continue;
    const std::uint64_t words = sentence.words;
    const bool labelled = section == AbstractSection::kConclusions;
    const bool cue = (words & word::kConclude) != 0 && section == AbstractSection::kResults;
    if ((labelled || cue) && conclusions < kMostConclusions) {
      ++conclusions;
      facts->Add(FactKind::kConclusion, SentenceWords(text, sentence), sentence.span,
                 labelled ? kNamedConfidence : kWordConfidence);
    }
    const bool late = section == AbstractSection::kResults || labelled;
    if (late && (words & word::kLimit) != 0) {
      facts->Add(FactKind::kLimitation, SentenceWords(text, sentence), sentence.span,
                 labelled ? kNamedConfidence : kWordConfidence);
    }
    if (late && (words & word::kEvidence) != 0) ReadCertainty(text, sentence, facts);
  }
  if (conclusions == 0) ReadUnannounced(text, facts);
}

void ReadRegistryNumbers(const StudyText& text, FactList* facts) {
  for (std::uint32_t i = 0; i < text.tokens().size(); ++i) {
    const Token& token = text.tokens()[i];
    if (token.kind != TokenKind::kWord || token.word.size() < 3) continue;
    const std::string_view w = token.word;
    const bool may_begin =
        w.back() <= '9' || w.size() <= 7;  // all of a prefix, or digits behind it
    if (may_begin && !EudraAt(text, i, facts)) RegistryNumberAt(text, i, facts);
  }
}

}  // namespace claimgraph
