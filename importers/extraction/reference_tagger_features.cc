// What the model sees of each token of an entry.
//
// Every feature is a template's name with the hashes that fill it.  One pass over the
// tokens classes them, one cuts the entry into the stretches between signs ("segments"),
// and one adds the features, which keeps the state of what came before.
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <limits>
#include <string>

#include "core/text/ascii.h"
#include "core/text/utf8.h"
#include "importers/extraction/entry_tokens.h"
#include "importers/extraction/reference_tagger.h"

namespace claimgraph {
namespace {

// What kind of thing a token is, whatever its letters.
enum class TokenClass : std::uint8_t {
  kSign, kAddress, kDoi, kYear, kYearLetter, kDigits, kDigitsLetters, kMonth, kEt, kAl, kAnd, kIn,
  kEditor, kPages, kVolume, kIssue, kInitial, kLetter, kInitials, kCapitals, kCapitalized,
  kFunction, kLower,
};

// Signs, too, have a class each: themselves.
FeatureHash HashClass(TokenClass c, FeatureHash detail = 0) {
  return Combine(static_cast<FeatureHash>(c) + 1, detail);
}

// A template's name, hashed when this is compiled.
consteval FeatureHash operator""_f(const char* name, std::size_t size) {
  return HashWord({name, size});
}

constexpr FeatureHash kEdge = HashWord("$");

constexpr std::size_t kLongestShape = 8;
constexpr std::size_t kLongestAffix = 4;

struct SeenToken {
  TokenClass of = TokenClass::kSign;
  EntryTokenKind kind = EntryTokenKind::kSign;
  char32_t first = 0;
  std::size_t size = 0;     // in characters
  bool glued = false;       // to the token before it
  EntryLexicons lexicons = 0;
  FeatureHash cls = 0;
  FeatureHash word = 0;     // lower case; all digits alike
  FeatureHash form = 0;     // as printed, or the ends of long ones
  FeatureHash shape = 0;
  std::array<FeatureHash, kLongestAffix> prefixes{};  // 0: the token is too short
  std::array<FeatureHash, kLongestAffix> suffixes{};
  std::uint32_t flags = 0;  // what other tokens are told of it
  std::size_t segment = 0;

  bool sign() const { return kind == EntryTokenKind::kSign; }
  bool sign(char32_t c) const { return sign() && first == c; }
  bool sign(std::u32string_view any) const {
    return sign() && any.find(first) != std::u32string_view::npos;
  }
  bool year() const { return of == TokenClass::kYear || of == TokenClass::kYearLetter; }
  bool number() const { return of >= TokenClass::kDoi && of <= TokenClass::kDigitsLetters; }
  bool initial() const {
    return of == TokenClass::kInitial || of == TokenClass::kLetter || of == TokenClass::kInitials;
  }
  bool lower() const { return of == TokenClass::kLower || of == TokenClass::kFunction; }
};

constexpr std::array kToldLexicons = {EntryLexicon::kJournal,     EntryLexicon::kPublisher,
                                      EntryLexicon::kLocation,    EntryLexicon::kInstitution,
                                      EntryLexicon::kNote,        EntryLexicon::kIdentifier};
constexpr std::array kSeenLexicons = {EntryLexicon::kJournal,     EntryLexicon::kPublisher,
                                      EntryLexicon::kLocation,    EntryLexicon::kInstitution,
                                      EntryLexicon::kNote,        EntryLexicon::kIdentifier,
                                      EntryLexicon::kParticle,    EntryLexicon::kEditor};
constexpr EntryLexicons kNamingLexicons =
    BitOf(EntryLexicon::kJournal) | BitOf(EntryLexicon::kPublisher) |
    BitOf(EntryLexicon::kLocation) | BitOf(EntryLexicon::kInstitution);

// Bits of SeenToken::flags: the told lexicons first, then these.
constexpr std::array kToldClasses = {TokenClass::kIn,    TokenClass::kEditor, TokenClass::kPages,
                                     TokenClass::kVolume, TokenClass::kIssue, TokenClass::kMonth,
                                     TokenClass::kAddress, TokenClass::kDoi,  TokenClass::kAl};
enum Flag : unsigned {
  kFlagYear = kToldLexicons.size() + kToldClasses.size(),
  kFlagDigits, kFlagQuote, kFlagBracket, kFlagColon, kFlags,
};
static_assert(kFlags <= 32);

constexpr std::u32string_view kQuotes = U"\"\u201C\u00AB\u2018\u201E\u201D\u00BB\u2019";
constexpr std::u32string_view kOpeningQuotes = U"\u201C\u00AB\u201E";
constexpr std::u32string_view kClosingQuotes = U"\u201D\u00BB";
constexpr std::u32string_view kSeparators = U",;:()[]\"\u201C\u201D\u00AB\u00BB?!";
constexpr std::u32string_view kJoints = U"-\u2013'\u2019";

std::uint32_t FlagsOf(const SeenToken& t) {
  std::uint32_t flags = 0;
  for (std::size_t i = 0; i < kToldLexicons.size(); ++i) {
    if (t.lexicons & BitOf(kToldLexicons[i])) flags |= 1u << i;
  }
  const auto told = std::ranges::find(kToldClasses, t.of);
  if (told != kToldClasses.end()) {
    flags |= 1u << (kToldLexicons.size() + static_cast<std::size_t>(told - kToldClasses.begin()));
  } else if (t.year()) {
    flags |= 1u << kFlagYear;
  } else if (t.number()) {
    flags |= 1u << kFlagDigits;
  } else if (t.sign(kQuotes)) {
    flags |= 1u << kFlagQuote;
  } else if (t.sign(U"([")) {
    flags |= 1u << kFlagBracket;
  } else if (t.sign(U':')) {
    flags |= 1u << kFlagColon;
  }
  return flags;
}

bool IsYear(std::string_view four) {
  const int value = (four[0] - '0') * 1000 + (four[1] - '0') * 100 + (four[2] - '0') * 10 +
                    (four[3] - '0');
  return std::ranges::all_of(four, ascii::IsDigit) && value >= 1500 && value <= 2039;
}

// Reads one token's characters; keeps its buffers from token to token.
class TokenReader {
 public:
  SeenToken Read(std::string_view entry, const EntryToken& token) {
    SeenToken seen{.kind = token.kind};
    const std::string_view word = Slice(entry, token.span);
    Spell(word);
    seen.first = first_;
    seen.size = ends_.size();
    seen.lexicons = seen.kind == EntryTokenKind::kWord ? LexiconsOf(lower_) : 0;
    Classify(word, &seen);
    seen.word = digits_ == ends_.size() ? Combine("digits"_f, digits_) : HashWord(lower_);
    seen.form = seen.size < 4 ? HashWord(word) : Combine(HashWord(Prefix(5)), HashWord(Suffix(3)));
    seen.shape = HashWord(shape_);
    if (EntryCharKindOf(first_) == EntryCharKind::kLetter) {
      for (std::size_t k = 1; k <= kLongestAffix && k < seen.size; ++k) {
        seen.prefixes[k - 1] = HashWord(Prefix(k));
        seen.suffixes[k - 1] = HashWord(Suffix(k));
      }
    }
    seen.flags = FlagsOf(seen);
    return seen;
  }

 private:
  void Spell(std::string_view word) {
    lower_.clear();
    shape_.clear();
    ends_.clear();
    digits_ = upper_ = cased_ = 0;
    first_ = 0;
    std::size_t shapes = 0;
    char32_t last = 0;
    char32_t before = 0;
    for (std::size_t i = 0; i < word.size();) {
      const EntryChar c = EntryCharAt(word, i);
      i += c.size;
      const auto code = static_cast<UChar32>(c.code);
      const bool upper = c.code < 0x80 ? ascii::IsUpper(static_cast<char>(c.code))
                                       : static_cast<bool>(u_isupper(code));
      const auto small = c.code < 0x80
                             ? static_cast<char32_t>(ascii::Lower(static_cast<char>(c.code)))
                             : static_cast<char32_t>(u_tolower(code));
      if (ends_.empty()) {
        first_ = c.code;
        first_upper_ = upper;
      }
      AppendUtf8(small, &lower_);
      ends_.push_back(lower_.size());
      upper_ += upper ? 1 : 0;
      cased_ += upper || (c.kind == EntryCharKind::kLetter && small == c.code) ? 1 : 0;
      digits_ += c.kind == EntryCharKind::kDigit ? 1 : 0;
      const char32_t shape = upper                            ? U'X'
                             : c.kind == EntryCharKind::kLetter ? U'x'
                             : c.kind == EntryCharKind::kDigit  ? U'9'
                                                           : c.code;
      if (shapes < kLongestShape && !(shape == last && shape == before)) {
        AppendUtf8(shape, &shape_);
        ++shapes;
        before = last;
        last = shape;
      }
    }
  }

  std::string_view Prefix(std::size_t k) const {
    return std::string_view(lower_).substr(0, ends_[std::min(k, ends_.size()) - 1]);
  }
  std::string_view Suffix(std::size_t k) const {
    return k >= ends_.size() ? std::string_view(lower_)
                             : std::string_view(lower_).substr(ends_[ends_.size() - k - 1]);
  }

  void Classify(std::string_view word, SeenToken* seen) const {
    FeatureHash detail = 0;
    seen->of = ClassOf(word, *seen, &detail);
    seen->cls = HashClass(seen->of, detail);
  }

  TokenClass ClassOf(std::string_view word, const SeenToken& seen, FeatureHash* detail) const {
    switch (seen.kind) {
      case EntryTokenKind::kSign:
        *detail = HashWord(word);
        return TokenClass::kSign;
      case EntryTokenKind::kAddress:
        return TokenClass::kAddress;
      case EntryTokenKind::kDoi:
        return TokenClass::kDoi;
      case EntryTokenKind::kNumber:
        if (digits_ == seen.size) {
          if (word.size() == 4 && IsYear(word)) return TokenClass::kYear;
          *detail = std::min<std::size_t>(seen.size, 6);
          return TokenClass::kDigits;
        }
        return word.size() == 5 && IsYear(word.substr(0, 4)) ? TokenClass::kYearLetter
                                                             : TokenClass::kDigitsLetters;
      case EntryTokenKind::kWord:
        break;
    }
    struct Cue {
      EntryLexicon lexicon;
      TokenClass of;
      bool letter;  // one small letter may be it
    };
    constexpr Cue kCues[] = {{EntryLexicon::kMonth, TokenClass::kMonth, false},
                             {EntryLexicon::kEt, TokenClass::kEt, false},
                             {EntryLexicon::kAl, TokenClass::kAl, false},
                             {EntryLexicon::kAnd, TokenClass::kAnd, true},
                             {EntryLexicon::kIn, TokenClass::kIn, false},
                             {EntryLexicon::kEditor, TokenClass::kEditor, false},
                             {EntryLexicon::kPages, TokenClass::kPages, true},
                             {EntryLexicon::kVolume, TokenClass::kVolume, true},
                             {EntryLexicon::kIssue, TokenClass::kIssue, true}};
    for (const Cue& cue : kCues) {
      const bool fits = seen.size > 1 || (cue.letter && !first_upper_);
      if ((seen.lexicons & BitOf(cue.lexicon)) != 0 && fits) return cue.of;
    }
    if (seen.size == 1) return first_upper_ ? TokenClass::kInitial : TokenClass::kLetter;
    if (upper_ > 0 && upper_ == cased_) {
      return seen.size <= 3 ? TokenClass::kInitials : TokenClass::kCapitals;
    }
    if (first_upper_) return TokenClass::kCapitalized;
    return (seen.lexicons & BitOf(EntryLexicon::kFunction)) != 0 ? TokenClass::kFunction
                                                                 : TokenClass::kLower;
  }

  std::string lower_, shape_;
  std::vector<std::size_t> ends_;  // of each character, in lower_
  std::size_t digits_ = 0, upper_ = 0, cased_ = 0;
  char32_t first_ = 0;
  bool first_upper_ = false;
};

// How many of the edges a number is beyond.
template <std::size_t N>
FeatureHash Bucket(std::size_t n, const std::size_t (&edges)[N]) {
  return static_cast<FeatureHash>(std::count_if(std::begin(edges), std::end(edges),
                                                [n](std::size_t edge) { return n > edge; }));
}
constexpr std::size_t kEdges[] = {0, 1, 2, 3, 4, 6, 8, 12, 18, 30};
constexpr std::size_t kFewEdges[] = {0, 1, 2, 3, 5, 8, 12};
constexpr std::size_t kYearEdges[] = {0, 1, 2, 3, 5, 8, 15};
constexpr std::size_t kEditorEdges[] = {0, 1, 2, 4, 8, 15, 30};
constexpr std::size_t kLowerEdges[] = {0, 2, 5};

struct Segment {
  std::size_t first = 0;
  std::size_t end = 0;
  FeatureHash kind = 0;
  FeatureHash sum = 0;  // kind and length
  FeatureHash stop = 0;  // the sign that it ends with
  FeatureHash next = kEdge;
  std::size_t words = 0;
  EntryLexicons lexicons = 0;
};

constexpr std::size_t kFar = 99;

class FeatureWriter {
 public:
  FeatureWriter(std::string_view entry, const std::vector<EntryToken>& tokens,
                const EntryParts& rules, SequenceFeatures* features)
      : features_(features) {
    TokenReader reader;
    tokens_.reserve(tokens.size());
    for (const EntryToken& token : tokens) {
      tokens_.push_back(reader.Read(entry, token));
      tokens_.back().glued = tokens_.size() > 1 &&
                             tokens[tokens_.size() - 2].span.end == token.span.begin;
    }
    CutSegments();
    LookAhead();
    ReadStyle();
    ReadRules(tokens, rules);
  }

  void Run() {
    features_->Clear();
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      AddOwn(i);
      AddWindow(i);
      AddSegment(i);
      AddPlace(i);
      AddElsewhere(i);
      AddRules(i);
      features_->EndToken();
      Pass(i);
    }
  }

 private:
  void Add(FeatureHash name, std::initializer_list<FeatureHash> parts = {}) {
    FeatureHash hash = name;
    for (const FeatureHash part : parts) hash = Combine(hash, part);
    features_->Add(Combine(hash, 0));
  }

  bool Has(std::size_t i, std::ptrdiff_t offset) const {
    const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(i) + offset;
    return at >= 0 && at < static_cast<std::ptrdiff_t>(tokens_.size());
  }
  const SeenToken& At(std::size_t i, std::ptrdiff_t offset) const {
    return tokens_[static_cast<std::size_t>(static_cast<std::ptrdiff_t>(i) + offset)];
  }
  FeatureHash Class(std::size_t i, std::ptrdiff_t offset) const {
    return Has(i, offset) ? At(i, offset).cls : kEdge;
  }
  FeatureHash Word(std::size_t i, std::ptrdiff_t offset) const {
    return Has(i, offset) ? At(i, offset).word : kEdge;
  }

  // Segments end with a sign, or with a full stop that is not an initial's.
  void CutSegments() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (segments_.empty() || segments_.back().end != 0) segments_.push_back({.first = i});
      tokens_[i].segment = segments_.size() - 1;
      const bool stop = tokens_[i].sign(U'.') && !(i > 0 && tokens_[i - 1].initial());
      if (stop || tokens_[i].sign(kSeparators) || i + 1 == tokens_.size()) {
        segments_.back().end = i + 1;
      }
    }
    for (Segment& s : segments_) Describe(&s);
  }

  void Describe(Segment* s) const {
    std::size_t capitals = 0, lower = 0, initials = 0, numbers = 0;
    for (std::size_t i = s->first; i < s->end; ++i) {
      const SeenToken& t = tokens_[i];
      if (t.sign()) continue;
      ++s->words;
      const bool initial = t.of == TokenClass::kInitial || t.of == TokenClass::kInitials;
      const bool named = t.of == TokenClass::kCapitals || t.of == TokenClass::kCapitalized;
      initials += initial ? 1 : 0;
      capitals += initial || named ? 1 : 0;
      lower += t.lower() ? 1 : 0;
      numbers += t.number() ? 1 : 0;
      s->lexicons |= t.lexicons & kNamingLexicons;
    }
    const FeatureHash digits = numbers == 0 ? 0 : numbers == s->words ? 1 : 2;
    const FeatureHash letters = initials > 0 && lower == 0 ? 1
                                : lower > capitals         ? 2
                                : capitals > 0             ? 3
                                                           : 0;
    s->kind = digits * 4 + letters;
    s->sum = Combine(s->kind, Bucket(s->words, kFewEdges));
    const SeenToken& last = tokens_[s->end - 1];
    s->stop = last.sign() ? last.cls : kEdge;
    s->next = s->end < tokens_.size() ? tokens_[s->end].cls : kEdge;
  }

  FeatureHash SumOf(std::ptrdiff_t segment) const {
    const bool there = segment >= 0 && segment < static_cast<std::ptrdiff_t>(segments_.size());
    return there ? segments_[static_cast<std::size_t>(segment)].sum : kEdge;
  }

  // What comes behind each token: flags, the next "eds", the next year.
  void LookAhead() {
    const std::size_t n = tokens_.size();
    later_.resize(n);
    next_editor_.resize(n);
    next_year_.resize(n);
    std::uint32_t flags = 0;
    std::size_t editor = kFar;
    std::size_t year = kFar;
    for (std::size_t i = n; i-- > 0;) {
      later_[i] = flags;
      next_editor_[i] = editor;
      if (tokens_[i].year()) year = 0;
      next_year_[i] = year;
      flags |= tokens_[i].flags;
      editor = tokens_[i].of == TokenClass::kEditor ? 0 : std::min(kFar, editor + 1);
      year = std::min(kFar, year + 1);
    }
  }

  // What the entry as a whole looks like.
  void ReadStyle() {
    const std::size_t n = tokens_.size();
    std::size_t lower = 0;
    bool quotes = false;
    FeatureHash year = 0;
    for (std::size_t i = 0; i < n; ++i) {
      const SeenToken& t = tokens_[i];
      lower += t.lower() && t.size > 3 ? 1 : 0;
      quotes = quotes || t.sign(U"\"\u201C\u00AB\u201E");
      if (t.year() && year == 0) {
        year = (i * 100 < n * 45 ? 1 : 2) + (i > 0 && tokens_[i - 1].sign(U'(') ? 2 : 0);
      }
    }
    style_ = Combine(Combine(year, quotes ? 1 : 0), Bucket(lower, kLowerEdges));
    front_ = "front"_f;
    std::size_t taken = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(n, 12) && taken < 4; ++i) {
      const SeenToken& t = tokens_[i];
      const bool name = t.of == TokenClass::kCapitalized || t.of == TokenClass::kCapitals ||
                        t.of == TokenClass::kInitial || t.of == TokenClass::kInitials;
      if (!name && !t.sign(U",.")) continue;
      front_ = Combine(front_, t.cls);
      ++taken;
    }
  }

  void ReadRules(const std::vector<EntryToken>& tokens, const EntryParts& rules) {
    rules_.assign(tokens.size(), 0);
    const auto mark = [&](TextSpan span, EntryLabel label) {
      if (span.size() == 0) return;
      auto i = static_cast<std::size_t>(
          std::ranges::partition_point(tokens, [&](const EntryToken& t) {
            return t.span.end <= span.begin;
          }) - tokens.begin());
      for (; i < tokens.size() && tokens[i].span.begin < span.end; ++i) {
        rules_[i] = static_cast<FeatureHash>(label);
      }
    };
    // Addresses, numbers and years lie inside the others now and then, and win.
    mark(rules.authors, EntryLabel::kAuthor);
    mark(rules.container, EntryLabel::kContainer);
    mark(rules.issue, EntryLabel::kIssue);
    mark(rules.pages, EntryLabel::kPages);
    mark(rules.publisher, EntryLabel::kPublisher);
    mark(rules.title, EntryLabel::kTitle);
    mark(rules.address, EntryLabel::kUrl);
    mark(rules.volume, EntryLabel::kVolume);
    mark(rules.year, EntryLabel::kDate);
    for (const FeatureHash label : rules_) rules_set_ |= FeatureHash{1} << label;
    rules_set_ &= ~FeatureHash{1};
  }

  FeatureHash Rule(std::size_t i, std::ptrdiff_t offset) const {
    if (!Has(i, offset)) return kEdge;
    return rules_[static_cast<std::size_t>(static_cast<std::ptrdiff_t>(i) + offset)];
  }

  void AddOwn(std::size_t i) {
    const SeenToken& t = tokens_[i];
    Add("any"_f);
    Add("word"_f, {t.word});
    Add("form"_f, {t.form});
    Add("shape"_f, {t.shape});
    Add("class"_f, {t.cls});
    Add("glued"_f, {t.glued ? FeatureHash{1} : 0, t.cls});
    for (std::size_t k = 0; k < kLongestAffix; ++k) {
      if (t.prefixes[k] == 0) break;
      Add("prefix"_f, {k, t.prefixes[k]});
      Add("suffix"_f, {k, t.suffixes[k]});
    }
    for (const EntryLexicon lexicon : kSeenLexicons) {
      if ((t.lexicons & BitOf(lexicon)) == 0) continue;
      Add("lexicon"_f, {BitOf(lexicon)});
      Add("lexicon, class"_f, {BitOf(lexicon), t.cls});
    }
  }

  void AddWindow(std::size_t i) {
    const FeatureHash c = tokens_[i].cls;
    for (std::ptrdiff_t o = -4; o <= 4; ++o) {
      if (o == 0) continue;
      const auto offset = static_cast<FeatureHash>(o + 4);
      Add("class at"_f, {offset, Class(i, o)});
      if (!Has(i, o) || o < -3 || o > 3) continue;
      const SeenToken& there = At(i, o);
      Add("word at"_f, {offset, there.word});
      for (const EntryLexicon lexicon : kSeenLexicons) {
        if (there.lexicons & BitOf(lexicon)) Add("lexicon at"_f, {offset, BitOf(lexicon)});
      }
      if (o >= -2 && o <= 2) Add("shape at"_f, {offset, there.shape});
    }
    const FeatureHash b2 = Class(i, -2), b1 = Class(i, -1), a1 = Class(i, 1), a2 = Class(i, 2);
    Add("-1 0"_f, {b1, c});
    Add("0 1"_f, {c, a1});
    Add("-1 0 1"_f, {b1, c, a1});
    Add("-2 -1 0"_f, {b2, b1, c});
    Add("0 1 2"_f, {c, a1, a2});
    Add("-2 to 2"_f, {b2, b1, c, a1, a2});
    Add("words -1 0"_f, {Word(i, -1), Word(i, 0)});
    Add("words 0 1"_f, {Word(i, 0), Word(i, 1)});
    Add("words -1 1"_f, {Word(i, -1), Word(i, 1)});
  }

  void AddSegment(std::size_t i) {
    const auto k = static_cast<std::ptrdiff_t>(tokens_[i].segment);
    const Segment& s = segments_[tokens_[i].segment];
    Add("segment kind"_f, {s.kind, s.stop});
    Add("segment length"_f, {Bucket(s.words, kEdges), s.kind});
    Add("segment next"_f, {s.next, s.stop});
    Add("segment lexicons"_f, {s.lexicons});
    Add("segment first"_f, {tokens_[s.first].word, s.stop});
    for (const EntryLexicon lexicon : kSeenLexicons) {
      if (s.lexicons & BitOf(lexicon)) Add("segment lexicon"_f, {BitOf(lexicon), s.kind});
    }
    Add("segment -1"_f, {SumOf(k - 1)});
    Add("segment 1"_f, {SumOf(k + 1)});
    Add("segments -1 0 1"_f, {SumOf(k - 1), s.sum, SumOf(k + 1)});
    Add("segments 0 1 2"_f, {s.sum, SumOf(k + 1), SumOf(k + 2)});
  }

  // Distance to the nearest year, the one before first, and whether it is behind.
  FeatureHash NearestYear(std::size_t i) const {
    const std::size_t behind = next_year_[i];
    if (before_year_ >= kFar && behind >= kFar) return "no year"_f;
    if (before_year_ <= behind) return Bucket(before_year_, kYearEdges);
    return Bucket(behind, kYearEdges) + (behind == 0 ? 0 : 16);
  }

  void AddPlace(std::size_t i) {
    const std::size_t n = tokens_.size();
    const FeatureHash c = tokens_[i].cls;
    const FeatureHash tenth = i * 10 / n;
    const FeatureHash dots3 = std::min<std::size_t>(dots_, 3);
    state_ = Combine(std::min<std::size_t>(years_, 2),
                     (quoted_ ? 1u : 0u) + (bracketed_ ? 2u : 0u) + (after_in_ ? 4u : 0u));
    Add("tenth"_f, {tenth});
    Add("from start"_f, {std::min<std::size_t>(i, 9)});
    Add("from end"_f, {std::min<std::size_t>(n - i, 9)});
    Add("tenth, class"_f, {tenth, c});
    Add("year at"_f, {NearestYear(i), c});
    Add("state"_f, {state_, c});
    Add("stops"_f, {std::min<std::size_t>(dots_, 5), c});
    Add("segments"_f, {std::min<std::size_t>(tokens_[i].segment, 12)});
    Add("commas, stops"_f,
        {std::min<std::size_t>(commas_, 8), std::min<std::size_t>(dots_, 4)});
    Add("style, class, tenth"_f, {style_, c, tenth});
    Add("front, class, stops"_f, {front_, c, dots3});
    Add("style, state, stops"_f, {style_, state_, dots3});
    Add("last sign"_f, {last_sign_, Bucket(since_sign_, kEdges), c});
  }

  void AddElsewhere(std::size_t i) {
    const SeenToken& t = tokens_[i];
    const FeatureHash kind = t.sign()                            ? t.cls
                             : EntryCharKindOf(t.first) == EntryCharKind::kDigit ? "digit"_f
                                                                   : "letter"_f;
    for (unsigned flag = 0; flag < kFlags; ++flag) {
      if (later_[i] >> flag & 1) Add("later"_f, {flag, kind});
      if (earlier_ >> flag & 1) Add("earlier"_f, {flag, kind});
    }
    Add("all later"_f, {later_[i]});
    Add("all earlier"_f, {earlier_});
    Add("editors"_f,
        {Bucket(std::min<std::size_t>(next_editor_[i], 40), kEditorEdges), t.cls});
    constexpr std::uint32_t kTelling = 0b111u | 1u << kToldLexicons.size() | 1u << kFlagDigits;
    Add("state, stops, later"_f,
        {state_, std::min<std::size_t>(dots_, 3), later_[i] & kTelling});
  }

  void AddRules(std::size_t i) {
    const SeenToken& t = tokens_[i];
    const auto k = static_cast<std::ptrdiff_t>(t.segment);
    const FeatureHash r = Rule(i, 0), b1 = Rule(i, -1), a1 = Rule(i, 1);
    Add("rule"_f, {r});
    Add("rules -1 0"_f, {b1, r});
    Add("rules 0 1"_f, {r, a1});
    Add("rules -2 to 2"_f, {Rule(i, -2), b1, r, a1, Rule(i, 2)});
    Add("rule, class"_f, {r, t.cls});
    Add("rule, word"_f, {r, t.word});
    Add("rule, style, state"_f, {r, style_, state_});
    Add("rule, all rules"_f, {r, rules_set_});
    Add("rule, segments"_f, {r, SumOf(k), SumOf(k + 1)});
    Add("rule, classes"_f, {r, Class(i, -1), t.cls, Class(i, 1)});
  }

  // The token is behind.
  void Pass(std::size_t i) {
    const SeenToken& t = tokens_[i];
    earlier_ |= t.flags;
    before_year_ = t.year() ? 1 : std::min(kFar, before_year_ + 1);
    if (t.year()) ++years_;
    if (t.sign(kOpeningQuotes)) quoted_ = true;
    if (t.sign(kClosingQuotes)) quoted_ = false;
    if (t.sign(U'"')) quoted_ = !quoted_;
    if (t.sign(U"([")) bracketed_ = true;
    if (t.sign(U")]")) bracketed_ = false;
    if (t.sign(U'.') && !(i > 0 && tokens_[i - 1].initial())) ++dots_;
    if (t.sign(U',')) ++commas_;
    if (t.of == TokenClass::kIn &&
        (t.first == U'I' || (t.first == U'i' && i > 0 && tokens_[i - 1].sign()))) {
      after_in_ = true;
    }
    if (t.sign() && !t.sign(kJoints)) {
      last_sign_ = t.cls;
      since_sign_ = 0;
    } else {
      ++since_sign_;
    }
  }

  SequenceFeatures* features_;
  std::vector<SeenToken> tokens_{};
  std::vector<Segment> segments_{};
  std::vector<std::uint32_t> later_{};
  std::vector<std::size_t> next_editor_{}, next_year_{};
  std::vector<FeatureHash> rules_{};
  FeatureHash rules_set_ = 0, style_ = 0, front_ = 0;

  // What stood before the token.
  std::uint32_t earlier_ = 0;
  std::size_t before_year_ = kFar;
  std::size_t years_ = 0, dots_ = 0, commas_ = 0, since_sign_ = 0;
  bool quoted_ = false, bracketed_ = false, after_in_ = false;
  FeatureHash last_sign_ = "^"_f, state_ = 0;
};

}  // namespace

void EntryFeatures(std::string_view entry, const std::vector<EntryToken>& tokens,
                   const EntryParts& rules, SequenceFeatures* features) {
  FeatureWriter(entry, tokens, rules, features).Run();
}

}  // namespace claimgraph
