#include "importers/extraction/sentence_features.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <initializer_list>
#include <optional>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/tokens.h"
#include "importers/extraction/cues.h"
#include "importers/extraction/sentence_clauses.h"

namespace claimgraph {
namespace {

// Behind the token that begins at `i`.
std::size_t TokenEnd(std::string_view text, std::size_t i) {
  std::size_t end = i + 1;
  if (ascii::IsLower(text[i])) {
    while (end < text.size() &&
           (ascii::IsLower(text[end]) || ((text[end] == '\'' || text[end] == '-') &&
                                    end + 1 < text.size() && ascii::IsLower(text[end + 1])))) {
      ++end;
    }
  } else if (ascii::IsDigit(text[i])) {
    while (end < text.size() &&
           (ascii::IsDigit(text[end]) || text[end] == '.' || text[end] == ',')) {
      ++end;
    }
  } else {  // one sign, all its bytes
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
  }
  return end;
}

// ASCII letters small, typographic apostrophes plain.
std::string Lower(std::string_view text) {
  constexpr std::string_view kApostrophe = "\u2019";
  std::string lower;
  lower.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i).starts_with(kApostrophe)) {
      lower += '\'';
      i += kApostrophe.size() - 1;
    } else {
      lower += ascii::Lower(text[i]);
    }
  }
  return lower;
}

// A template's number and what fills it.
FeatureHash Fill(unsigned number, std::initializer_list<FeatureHash> parts) {
  FeatureHash hash = number;
  for (const FeatureHash part : parts) hash = Combine(hash, part);
  return hash;
}

FeatureHash Hash(WordClass c) { return static_cast<FeatureHash>(c) + 1; }
FeatureHash Hash(const WordUse& use) {
  return Hash(use.of) * 8 + static_cast<FeatureHash>(use.inflection);
}

// A class at its place.
struct UseAt {
  std::size_t at = 0;
  WordUse use{};
};

constexpr std::size_t kMostUses = 120;
constexpr std::size_t kNear = 4;
constexpr FeatureHash kBegin = HashWord("<s>");
constexpr FeatureHash kEnd = HashWord("</s>");

// Words whose surroundings tell how strongly an effect is asserted.
bool TellsEffect(WordClass c) {
  switch (c) {
    case WordClass::kCause:
    case WordClass::kUp:
    case WordClass::kDown:
    case WordClass::kHarm:
    case WordClass::kAffect:
    case WordClass::kEnable:
    case WordClass::kAssociate:
    case WordClass::kEffective:
    case WordClass::kEffect:
    case WordClass::kAssociation:
    case WordClass::kRisk:
      return true;
    default:
      return false;
  }
}

class Reader {
 public:
  Reader(const ModelTokens& tokens, std::array<std::vector<FeatureHash>, kFeatureGroups>* groups)
      : tokens_(tokens), groups_(*groups) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      words_.push_back(HashWord(tokens[i].word));
      stems_.push_back(HashWord(tokens[i].stem));
      for (const WordUse& use : tokens[i].uses) {
        if (uses_.size() < kMostUses) uses_.push_back({i, use});
      }
    }
  }

  void Read() {
    ReadWords();
    ReadStems();
    ReadLetters();
    ReadUses();
    ReadUsePairs();
    ReadContexts();
    ReadSurface();
    ReadClauses(tokens_, &Group(FeatureGroup::kClauses), &Group(FeatureGroup::kClausePairs));
  }

 private:
  std::vector<FeatureHash>& Group(FeatureGroup group) {
    return groups_[static_cast<std::size_t>(group)];
  }
  void Add(FeatureGroup group, FeatureHash hash) { Group(group).push_back(hash); }

  void ReadWords() {
    std::vector<FeatureHash> padded = {kBegin};
    padded.insert(padded.end(), words_.begin(), words_.end());
    padded.push_back(kEnd);
    for (std::size_t i = 0; i < padded.size(); ++i) {
      Add(FeatureGroup::kWords, Fill(1, {padded[i]}));
      if (i + 1 < padded.size()) Add(FeatureGroup::kPairs, Fill(2, {padded[i], padded[i + 1]}));
      if (i + 2 < padded.size()) {
        Add(FeatureGroup::kTriples, Fill(3, {padded[i], padded[i + 1], padded[i + 2]}));
      }
    }
  }

  void ReadStems() {
    for (std::size_t i = 0; i < stems_.size(); ++i) {
      Add(FeatureGroup::kStems, Fill(4, {stems_[i]}));
      if (i + 1 < stems_.size()) Add(FeatureGroup::kStems, Fill(5, {stems_[i], stems_[i + 1]}));
      for (std::size_t j = i + 2; j < std::min(stems_.size(), i + 5); ++j) {
        Add(FeatureGroup::kStems, Fill(6, {stems_[i], stems_[j]}));
      }
    }
  }

  void ReadLetters() {
    for (std::size_t t = 0; t < tokens_.size(); ++t) {
      const std::string_view word = tokens_[t].word;
      if (word.size() <= 3 || !ascii::IsLower(word[0])) continue;
      const std::string framed = '^' + std::string(word) + '$';
      for (std::size_t size = 3; size <= 5; ++size) {
        for (std::size_t i = 0; i + size <= framed.size(); ++i) {
          Add(FeatureGroup::kLetters,
              Fill(7, {HashWord(std::string_view(framed).substr(i, size))}));
        }
      }
    }
  }

  void ReadUses() {
    std::array<std::size_t, 64> counts{};
    for (const UseAt& u : uses_) {
      Add(FeatureGroup::kUses, Fill(8, {Hash(u.use)}));
      ++counts[static_cast<std::size_t>(u.use.of)];
    }
    for (std::size_t c = 0; c < counts.size(); ++c) {
      if (counts[c] > 0)
        Add(FeatureGroup::kUses, Fill(9, {c, std::min<std::size_t>(3, counts[c])}));
    }
    if (uses_.empty()) return;
    Add(FeatureGroup::kUses, Fill(10, {Hash(uses_.front().use)}));
    Add(FeatureGroup::kUses, Fill(11, {Hash(uses_.back().use)}));
    Add(FeatureGroup::kUses, Fill(12, {words_[uses_.front().at]}));
  }

  void ReadUsePairs() {
    for (std::size_t i = 0; i < uses_.size(); ++i) {
      for (std::size_t j = i + 1; j < uses_.size(); ++j) {
        Add(FeatureGroup::kUsePairs, Fill(13, {Hash(uses_[i].use.of), Hash(uses_[j].use.of)}));
        if (uses_[j].at - uses_[i].at <= kNear) {
          Add(FeatureGroup::kUsePairs, Fill(14, {Hash(uses_[i].use), Hash(uses_[j].use)}));
        }
      }
      if (i + 1 >= uses_.size()) continue;
      const FeatureHash two = Fill(15, {Hash(uses_[i].use), Hash(uses_[i + 1].use)});
      Add(FeatureGroup::kUseChains, two);
      if (i + 2 < uses_.size()) {
        Add(FeatureGroup::kUseChains, Fill(16, {two, Hash(uses_[i + 2].use)}));
      }
    }
  }

  bool AnyBefore(std::size_t at, std::size_t reach, WordClass c) const {
    for (std::size_t i = at > reach ? at - reach : 0; i < at; ++i) {
      if (tokens_[i].uses.Has(c)) return true;
    }
    return false;
  }

  FeatureHash ModalBefore(std::size_t at) const {
    for (std::size_t i = at; i-- > (at > 3 ? at - 3 : 0);) {
      for (const WordClass c :
           {WordClass::kMay, WordClass::kCan, WordClass::kWould, WordClass::kShould}) {
        if (tokens_[i].uses.Has(c)) return words_[i];
      }
    }
    return 0;
  }

  void ReadContexts() {
    std::optional<std::size_t> that;
    for (std::size_t i = 0; i < tokens_.size() && !that; ++i) {
      if (tokens_[i].word == "that") that = i;
    }
    for (const UseAt& u : uses_) {
      if (!TellsEffect(u.use.of)) continue;
      const FeatureHash modal = ModalBefore(u.at);
      bool to_be = false;
      for (std::size_t i = u.at > 2 ? u.at - 2 : 0; i < u.at; ++i) {
        to_be |= IsFormOfBe(tokens_[i].word);
      }
      const bool denied = AnyBefore(u.at, 4, WordClass::kNegation);
      const bool behind_that = that && *that < u.at;
      const FeatureHash before = u.at > 0 ? HashWord(tokens_[u.at - 1].shape) : kBegin;
      const FeatureHash behind =
          u.at + 1 < tokens_.size() ? HashWord(tokens_[u.at + 1].shape) : kEnd;
      const FeatureHash use = Hash(u.use);
      const FeatureGroup g = FeatureGroup::kUseContext;
      Add(g, Fill(17, {use, modal, to_be, denied}));
      Add(g, Fill(18, {stems_[u.at], modal, to_be}));
      Add(g, Fill(19, {use, behind_that, modal}));
      Add(g, Fill(20, {use, before, behind}));
      Add(g, Fill(21, {words_[u.at], behind}));
      Add(g, Fill(22, {words_[u.at], before}));
    }
  }

  void ReadSurface() {
    const FeatureGroup g = FeatureGroup::kSurface;
    const std::size_t n = tokens_.size();
    Add(g, Fill(23, {std::min<std::size_t>(8, n / 6)}));
    const std::string_view last = n > 0 ? tokens_[n - 1].word : std::string_view();
    const bool sign = !last.empty() && !ascii::IsLower(last[0]) && !ascii::IsDigit(last[0]);
    Add(g, Fill(24, {sign ? words_[n - 1] : 0}));
    std::size_t numbers = 0;
    std::size_t percents = 0;
    for (std::size_t i = 0; i < n; ++i) {
      numbers += tokens_[i].word == "0" ? 1 : 0;
      percents += tokens_[i].word == "%" ? 1 : 0;
    }
    Add(g, Fill(25, {std::min<std::size_t>(3, numbers)}));
    Add(g, Fill(26, {std::min<std::size_t>(2, percents)}));
    const auto word = [&](std::size_t i) { return i < n ? words_[i] : 0; };
    const auto shape = [&](std::size_t i) { return i < n ? HashWord(tokens_[i].shape) : 0; };
    Add(g, Fill(27, {word(0), word(1)}));
    Add(g, Fill(28, {shape(0), shape(1), shape(2)}));
    for (std::size_t i = 0; i < std::min<std::size_t>(8, n); ++i) Add(g, Fill(29, {stems_[i]}));
    for (std::size_t i = n > 6 ? n - 6 : 0; i < n; ++i) Add(g, Fill(30, {stems_[i]}));
  }

  const ModelTokens& tokens_;
  std::array<std::vector<FeatureHash>, kFeatureGroups>& groups_;
  std::vector<FeatureHash> words_{};
  std::vector<FeatureHash> stems_{};
  std::vector<UseAt> uses_{};
};

void ReadCues(std::string_view text, std::vector<FeatureHash>* group) {
  TokenList tokens;
  tokens.Read(text, 0);
  std::vector<CueHit> hits;
  FindCues(tokens, &hits);
  if (hits.size() > kMostUses) hits.resize(kMostUses);
  std::uint64_t before = 0;
  for (std::size_t i = 0; i < hits.size(); ++i) {
    const std::uint64_t mask = hits[i].mask;
    group->push_back(Fill(31, {mask}));
    for (std::uint64_t bits = mask; bits != 0; bits &= bits - 1) {
      group->push_back(Fill(32, {static_cast<FeatureHash>(std::countr_zero(bits))}));
    }
    group->push_back(Fill(33, {before, mask}));
    for (std::size_t j = i + 1; j < std::min(hits.size(), i + 6); ++j) {
      group->push_back(Fill(34, {mask, hits[j].mask}));
    }
    if (i + 2 < hits.size()) group->push_back(Fill(35, {mask, hits[i + 1].mask, hits[i + 2].mask}));
    before = mask;
  }
}

void KeepEachOnce(std::vector<FeatureHash>* hashes) {
  std::ranges::sort(*hashes);
  hashes->erase(std::unique(hashes->begin(), hashes->end()), hashes->end());
}

void AddScaled(const std::vector<FeatureHash>& hashes, float weight, FeatureHash salt,
               Features* features) {
  const auto count = static_cast<float>(std::max<std::size_t>(1, hashes.size()));
  const float value = weight / std::sqrt(count);
  for (const FeatureHash hash : hashes) {
    features->Add(salt == 0 ? hash : Combine(salt, hash), value);
  }
}

}  // namespace

ModelTokens::ModelTokens(std::string_view text) : lower_(Lower(text)) {
  const std::string_view lower = lower_;
  for (std::size_t i = 0; i < lower.size() && tokens_.size() < kMostModelTokens;) {
    if (ascii::IsSpace(lower[i])) {
      ++i;
      continue;
    }
    const std::size_t end = TokenEnd(lower, i);
    ModelToken token{.word = lower.substr(i, end - i)};
    if (ascii::IsDigit(lower[i])) token.word = "0";
    if (ascii::IsLower(lower[i])) {
      token.stem = VerbStem(token.word);
      token.uses = UsesOf(token.word);
    } else {
      token.stem = token.word;
    }
    token.shape = WordShape(token.word);
    tokens_.push_back(std::move(token));
    i = end;
  }
}

SentenceFeatures::SentenceFeatures(std::string_view text) {
  const ModelTokens tokens(text);
  Reader(tokens, &groups_).Read();
  ReadCues(text, &groups_[static_cast<std::size_t>(FeatureGroup::kCues)]);
  for (auto& group : groups_) KeepEachOnce(&group);
}

void SentenceFeatures::AddTo(Features* features, FeatureGroup group, float weight,
                             FeatureHash salt) const {
  AddScaled(Of(group), weight, salt, features);
}

void AddGroup(std::vector<FeatureHash> hashes, float weight, FeatureHash salt, Features* features) {
  KeepEachOnce(&hashes);
  AddScaled(hashes, weight, salt, features);
}

}  // namespace claimgraph
