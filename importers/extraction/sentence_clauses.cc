#include "importers/extraction/sentence_clauses.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <set>
#include <string>
#include <utility>

#include "core/text/ascii.h"
#include "importers/extraction/sentence_features.h"
#include "importers/extraction/sentence_words.h"

namespace claimgraph {
namespace {

template <std::size_t N>
bool IsOneOf(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, word) != words.end();
}

constexpr std::array<std::string_view, 8> kBe = {"is", "are",  "was",   "were",
                                                 "be", "been", "being", "am"};

constexpr std::array<std::string_view, 44> kReports = {
    "show",         "shows",    "showed",     "shown",      "demonstrate", "demonstrates",
    "demonstrated", "find",     "finds",      "found",      "reveal",      "reveals",
    "revealed",     "report",   "reports",    "reported",   "confirm",     "confirms",
    "confirmed",    "indicate", "indicates",  "indicated",  "conclude",    "concludes",
    "concluded",    "identify", "identifies", "identified", "observe",     "observed",
    "suggest",      "suggests", "suggested",  "discover",   "discovered",  "says",
    "say",          "said",     "according",  "provide",    "provides",    "evidence",
    "uncover",      "uncovered"};

constexpr std::array<std::string_view, 12> kDenials = {"not",     "no",      "never",  "cannot",
                                                       "doesn't", "don't",   "didn't", "neither",
                                                       "nor",     "without", "fail",   "failed"};

constexpr std::array<std::string_view, 11> kObjects = {"the", "a",    "an", "their", "its", "his",
                                                       "her", "both", "to", "by",    "from"};

constexpr std::array<std::string_view, 10> kSeem = {"appear",      "appears", "seem",   "seems",
                                                    "appeared",    "seemed",  "likely", "potential",
                                                    "potentially", "possibly"};

// Ways of surely: what stands up to four words before an effect.
std::string_view ModalBefore(const ModelTokens& tokens, std::size_t at, std::size_t begin) {
  std::string_view modal;
  for (std::size_t i = std::max(begin, at > 4 ? at - 4 : 0); i < at; ++i) {
    const std::string_view w = tokens[i].word;
    if (w == "may" || w == "might" || w == "could")
      modal = "may";
    else if (w == "can")
      modal = "can";
    else if (w == "would" || w == "will")
      modal = "will";
    else if (w == "should" || w == "must")
      modal = "should";
    else if (IsOneOf(w, kSeem) || w == "probably")
      modal = "seem";
  }
  return modal;
}

bool DeniedBefore(const ModelTokens& tokens, std::size_t at, std::size_t begin) {
  for (std::size_t i = std::max(begin, at > 4 ? at - 4 : 0); i < at; ++i) {
    if (IsOneOf(tokens[i].word, kDenials) || tokens[i].word.ends_with("n't")) return true;
  }
  return false;
}

bool IsRelation(WordClass c) {
  return c == WordClass::kCause || c == WordClass::kUp || c == WordClass::kDown ||
         c == WordClass::kHarm || c == WordClass::kAffect;
}

bool IsStated(WordClass c) {
  return c == WordClass::kAssociate || c == WordClass::kAssociation || c == WordClass::kEffective ||
         c == WordClass::kEffect || c == WordClass::kRisk;
}

bool IsSetting(WordClass c) {
  return c == WordClass::kShould || c == WordClass::kFuture || c == WordClass::kMethod ||
         c == WordClass::kNeed || c == WordClass::kStudy || c == WordClass::kPeople ||
         c == WordClass::kAim || c == WordClass::kTreatment || c == WordClass::kSource;
}

std::string Letter(WordClass c) { return {static_cast<char>('A' + static_cast<int>(c))}; }

// Tokens [begin, end).
struct Clause {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Behind "found that", and before who says so.
Clause ContentClause(const ModelTokens& tokens) {
  const std::size_t n = tokens.size();
  Clause clause{0, n};
  for (std::size_t i = 0; i < n && clause.begin == 0; ++i) {
    if (tokens[i].word != "that") continue;
    for (std::size_t back = i > 3 ? i - 3 : 0; back < i; ++back) {
      if (IsOneOf(tokens[back].word, kReports)) clause.begin = i + 1;
    }
  }
  for (std::size_t i = clause.begin + 3; i < n; ++i) {
    const std::string_view w = tokens[i].word;
    const std::string_view next = i + 1 < n ? tokens[i + 1].word : std::string_view();
    const bool turn =
        w == "," && (IsOneOf(next, kReports) || next == "researchers" || next == "but" ||
                     next == "although" || next == "however" || next == "published");
    const bool source = w == "according" && next == "to";
    const bool report =
        i > clause.begin + 4 && IsOneOf(w, kReports) && i * 5 > n * 2 &&
        (next == "a" || next == "new" || next == "study" || next == "research" || next == "the");
    if (turn || source || report) {
      clause.end = i;
      break;
    }
  }
  return clause;
}

class ClauseReader {
 public:
  ClauseReader(const ModelTokens& tokens, Clause clause) : tokens_(tokens), clause_(clause) {}

  void Read() {
    for (std::size_t i = clause_.begin; i < clause_.end; ++i) ReadWord(i);
  }

  const std::set<std::string>& flags() const { return flags_; }
  // What decides, without how it is put: one for the whole clause.
  std::string Core() const {
    std::string core;
    for (const std::string& part : core_) core += part + ',';
    return core;
  }

 private:
  // How a word of effect is used: verb, passive, adjective, gerund, noun.
  char UseOf(std::size_t i, std::string_view modal) const {
    const std::string_view before = i > clause_.begin ? tokens_[i - 1].word : std::string_view();
    const std::string_view next = i + 1 < tokens_.size() ? tokens_[i + 1].word : std::string_view();
    const bool noun_before =
        !before.empty() && !IsFunctionWord(before) && tokens_[i - 1].uses.count == 0;
    const Inflection form = InflectionOf(tokens_[i].word);
    if (!modal.empty() || IsOneOf(next, kObjects) ||
        (noun_before && form != Inflection::kGerund && next != "of" && next != "in" &&
         next != "." && next != ",")) {
      return 'v';
    }
    const bool be = !before.empty() &&
                    (IsFormOfBe(before) || (i > clause_.begin + 1 && before.ends_with("ly") &&
                                            IsFormOfBe(tokens_[i - 2].word)));
    if (be) return 'p';
    if (form == Inflection::kPast) return 'a';
    return form == Inflection::kGerund ? 'g' : 'n';
  }

  void ReadWord(std::size_t i) {
    const std::string modal(ModalBefore(tokens_, i, clause_.begin));
    const bool denied = DeniedBefore(tokens_, i, clause_.begin);
    for (const WordUse& use : tokens_[i].uses) {
      if (IsRelation(use.of)) {
        const char used = UseOf(i, modal);
        flags_.insert(std::string("rel.") + used + modal + (denied ? ".not" : ""));
        flags_.insert(Letter(use.of) + '.' + used + modal);
        core_.insert("rel" + (denied ? std::string() : modal));
      } else if (IsStated(use.of)) {
        const bool be =
            i > clause_.begin && (IsFormOfBe(tokens_[i - 1].word) ||
                                  (i > clause_.begin + 1 && IsFormOfBe(tokens_[i - 2].word) &&
                                   tokens_[i - 1].word.ends_with("ly")));
        flags_.insert(Letter(use.of) + modal + (denied ? ".not" : "") + (be ? ".be" : ""));
        if (use.of != WordClass::kRisk) {
          core_.insert(Letter(use.of) + (denied || be ? std::string() : modal));
        }
      } else if (use.of == WordClass::kComparison) {
        bool than = false;
        for (std::size_t k = i; k < std::min(tokens_.size(), i + 6); ++k) {
          than |= tokens_[k].word == "than";
        }
        flags_.insert(than ? "than" : "compare");
        if (than) core_.insert("than");
      } else if (IsSetting(use.of)) {
        flags_.insert(Letter(use.of));
        if (use.of == WordClass::kShould || use.of == WordClass::kNeed)
          core_.insert(Letter(use.of));
      }
    }
  }

  const ModelTokens& tokens_;
  Clause clause_;
  std::set<std::string> flags_{};
  std::set<std::string> core_{};
};

FeatureHash Fill(unsigned number, FeatureHash a, FeatureHash b = 0, FeatureHash c = 0) {
  return Combine(Combine(Combine(number, a), b), c);
}

bool DecidesAlone(WordClass c) {
  return IsRelation(c) || (IsStated(c) && c != WordClass::kRisk) || c == WordClass::kNeed ||
         c == WordClass::kShould || c == WordClass::kFuture;
}

FeatureHash Subject(const ModelTokens& tokens, std::size_t i) {
  const std::string_view w = tokens.Word(static_cast<std::ptrdiff_t>(i));
  if (w == "we" || w == "our") return HashWord("we");
  if (w == "this" || w == "these") return HashWord("this");
  if (w == "it" || w == "they" || w == "there" || w.empty()) return HashWord(w);
  return HashWord(tokens[i].shape);
}

}  // namespace

bool IsFormOfBe(std::string_view word) { return IsOneOf(word, kBe); }

void ReadClauses(const ModelTokens& tokens, std::vector<FeatureHash>* flags,
                 std::vector<FeatureHash>* pairs) {
  const std::size_t n = tokens.size();
  const Clause content = ContentClause(tokens);
  ClauseReader whole(tokens, {0, n});
  whole.Read();
  ClauseReader inner(tokens, content);
  inner.Read();
  flags->push_back(Fill(40, HashWord(whole.Core())));
  flags->push_back(Fill(41, HashWord(inner.Core())));
  // A headline has no full stop.
  const bool headline = n > 0 && n < 25 && tokens[n - 1].word.size() > 0 &&
                        (ascii::IsDigit(tokens[n - 1].word[0]) ||
                         (tokens[n - 1].word[0] >= 'a' && tokens[n - 1].word[0] <= 'z'));
  for (const std::string& flag : whole.flags()) {
    flags->push_back(Fill(42, HashWord(flag)));
    pairs->push_back(Fill(43, HashWord(flag), headline));
  }
  for (auto a = inner.flags().begin(); a != inner.flags().end(); ++a) {
    flags->push_back(Fill(44, HashWord(*a)));
    for (auto b = std::next(a); b != inner.flags().end(); ++b) {
      pairs->push_back(Fill(45, HashWord(*a), HashWord(*b)));
    }
  }
  for (std::size_t i = content.begin; i < content.end; ++i) {
    const WordUses& uses = tokens[i].uses;
    if (std::ranges::none_of(uses, [](const WordUse& u) { return DecidesAlone(u.of); })) continue;
    const auto first = static_cast<FeatureHash>(uses.uses[0].of);
    const FeatureHash before = i > 0 ? HashWord(tokens[i - 1].shape) : 0;
    const FeatureHash behind = i + 1 < n ? HashWord(tokens[i + 1].shape) : 0;
    flags->push_back(Fill(46, first));
    flags->push_back(Fill(47, HashWord(tokens[i].stem)));
    flags->push_back(Fill(48, first, before, behind));
    break;
  }
  const bool reported = content.begin > 0;
  if (content.begin < n) {
    flags->push_back(Fill(49, Subject(tokens, content.begin)));
    flags->push_back(Fill(50, HashWord(tokens[content.begin].shape),
                          content.begin + 1 < n ? HashWord(tokens[content.begin + 1].shape) : 0));
  }
  const std::string_view w = tokens.Word(0);
  const bool known = w == "we" || w == "it" || w == "this" || w == "these" || w == "they" ||
                     w == "there" || w == "our";
  flags->push_back(Fill(51, known ? Subject(tokens, 0) : 0, reported));
}

}  // namespace claimgraph
