#include "importers/extraction/relation_features.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <type_traits>
#include <utility>

namespace claimgraph {

const std::array<std::string_view, kMentionGroups> kMentionGroupNames = {
    "none",     "anatomy", "cell",  "chemical", "diagnosis", "disease", "finding",
    "function", "gene",    "human", "neoplasm", "organism",  "therapy"};

namespace {

using enum Predicate;

// A word's type counts as known from this probability on.
constexpr float kLikelyType = 0.3f;
constexpr float kLeastOdds = 0.03f;
constexpr double kLikelySecond = 0.1;
constexpr std::uint64_t kNameFeatures = 3;
constexpr double kLikelyMention = 0.5;

template <typename Part>
FeatureHash HashOf(const Part& part) {
  if constexpr (std::is_convertible_v<Part, std::string_view>) {
    return HashWord(part);
  } else {
    return static_cast<FeatureHash>(part);
  }
}

// A template's name and what fills it.
template <typename... Parts>
FeatureHash Hash(std::string_view name, const Parts&... parts) {
  FeatureHash hash = HashWord(name);
  ((hash = Combine(hash, HashOf(parts))), ...);
  return hash;
}

class Adder {
 public:
  explicit Adder(Features* features) : features_(*features) {}

  template <typename... Parts>
  void operator()(std::string_view name, const Parts&... parts) {
    features_.Add(Hash(name, parts...));
  }
  template <typename... Parts>
  void Value(float value, std::string_view name, const Parts&... parts) {
    features_.Add(Hash(name, parts...), value);
  }

 private:
  Features& features_;
};

// The larger kinds of group that predicates are told apart by.
char Coarse(MentionGroup group) {
  switch (group) {
    case MentionGroup::kHuman:
    case MentionGroup::kOrganism:
      return 'O';
    case MentionGroup::kDisease:
    case MentionGroup::kNeoplasm:
    case MentionGroup::kFinding:
      return 'D';
    case MentionGroup::kGene:
      return 'G';
    case MentionGroup::kChemical:
      return 'C';
    case MentionGroup::kTherapy:
    case MentionGroup::kDiagnosis:
      return 'T';
    case MentionGroup::kAnatomy:
    case MentionGroup::kCell:
      return 'A';
    default:
      return 'P';
  }
}

constexpr std::string_view kCoarse = "ACDGOPT";

// Which coarse groups a predicate links.
struct Signature {
  std::string_view subjects{};
  std::string_view objects{};
};

constexpr std::array<Signature, kPredicates> kSignatures = {{
    {"TCG", "OA"},           // ADMINISTERED_TO
    {"GCTPD", "PDOA"},       // AFFECTS
    {"GCP", "D"},            // ASSOCIATED_WITH
    {"GCT", "PAD"},          // AUGMENTS
    {"GCDTO", "DP"},         // CAUSES
    {"DPT", "DPT"},          // COEXISTS_WITH
    {"D", "D"},              // COMPLICATES
    {"GC", "GC"},            // CONVERTS_TO
    {"T", "D"},              // DIAGNOSES
    {"GCT", "PAD"},          // DISRUPTS
    {"GC", "GC"},            // INHIBITS
    {"GC", "GC"},            // INTERACTS_WITH
    {"DGCTPAO", "DGCTPAO"},  // ISA
    {"AO", "DGCPTA"},        // LOCATION_OF
    {"D", "D"},              // MANIFESTATION_OF
    {"T", "T"},              // METHOD_OF
    {"GAC", "AOGD"},         // PART_OF
    {"TD", "TD"},            // PRECEDES
    {"GCDP", "D"},           // PREDISPOSES
    {"TCG", "D"},            // PREVENTS
    {"DP", "O"},             // PROCESS_OF
    {"AGOP", "GC"},          // PRODUCES
    {"GC", "GC"},            // STIMULATES
    {"TCG", "DO"},           // TREATS
    {"T", "GCT"},            // USES
}};

const Signature& SignatureOf(Predicate predicate) {
  return kSignatures[static_cast<std::size_t>(predicate)];
}

bool Allows(const Signature& signature, char subject, char object) {
  return signature.subjects.find(subject) != std::string_view::npos &&
         signature.objects.find(object) != std::string_view::npos;
}

// Seldom meant where no indicator says so.
bool IsRare(Predicate predicate) {
  return predicate == kComplicates || predicate == kConvertsTo || predicate == kManifestationOf ||
         predicate == kMethodOf || predicate == kPrecedes;
}

// Predicates that are said with the same words of grammar.
std::uint64_t KindOf(Predicate predicate) {
  switch (predicate) {
    case kProcessOf:
    case kLocationOf:
    case kPartOf:
      return 100;  // states
    case kInteractsWith:
    case kStimulates:
    case kInhibits:
    case kDisrupts:
    case kAugments:
    case kAffects:
    case kProduces:
    case kCauses:
    case kPredisposes:
    case kAssociatedWith:
    case kPrevents:
    case kDiagnoses:
    case kPrecedes:
      return 101;  // events
    case kTreats:
    case kUses:
    case kAdministeredTo:
    case kMethodOf:
      return 102;  // care
    default:
      return static_cast<std::uint64_t>(predicate);
  }
}

float Logit(double p) {
  return static_cast<float>(std::clamp(std::log((p + 1e-3) / (1 - p + 1e-3)), -3.0, 3.0));
}

std::uint64_t LogDistance(std::size_t words) {
  return static_cast<std::uint64_t>(std::min(10.0, std::log2(static_cast<double>(words)) * 2));
}

// What of a path's word is kept where only its form counts.
std::string_view Outline(std::string_view name) {
  for (const std::string_view kept :
       {"N", "be", "(", ")", ",", ";", ":", "who", "which", "that", "have"}) {
    if (name == kept) return kept;
  }
  return IsPreposition(name) || IsConjunction(name) ? name : std::string_view("V");
}

bool Evokes(const RelationWord& word) {
  const auto any = [](std::span<const Indicator> indicators) {
    return std::ranges::any_of(
        indicators, [](const Indicator& i) { return i.kind != IndicatorKind::kPreposition; });
  };
  return any(IndicatorsOf(word.lower)) || any(IndicatorsOf(word.lemma));
}

bool IsListJoint(std::string_view name) {
  return name == "," || name == "and" || name == "or" || name == "/";
}

bool IsVerbTag(char tag) { return tag == 'V' || tag == 'N' || tag == 'G'; }

}  // namespace

void TypeFeatures(std::string_view word, Features* features) {
  constexpr float kLetters = 0.7f;
  features->Clear();
  Adder add(features);
  add("name", word);
  for (std::size_t n = 2; n <= 6 && n < word.size(); ++n) {
    add.Value(kLetters, "ends", word.substr(word.size() - n));
  }
  for (std::size_t n = 3; n <= 4 && n < word.size(); ++n) {
    add.Value(kLetters, "begins", word.substr(0, n));
  }
  for (std::size_t at = 0; at + 3 < word.size(); ++at) {
    add.Value(kLetters, "has", word.substr(at, 4));
  }
  features->MakeBinary();
}

void NameFeatures(NamePart part, FeatureHash words, Features* features) {
  features->Clear();
  for (std::uint64_t i = 0; i < kNameFeatures; ++i) features->Add(Hash("in", words, part, i));
}

FeatureHash HashName(const std::vector<RelationWord>& words, std::size_t begin, std::size_t end) {
  FeatureHash hash = end - begin;
  for (std::size_t i = begin; i < end; ++i) hash = Combine(hash, words[i].stem_hash);
  return hash;
}

namespace {

bool IsIn(const LinearModel& names, NamePart part, FeatureHash words, Features* features) {
  NameFeatures(part, words, features);
  std::vector<float> score;
  names.Score(*features, &score);
  return score[0] > static_cast<float>(kNameFeatures) - 0.5f;
}

// The longest names, from the left.
void ReadNames(const LinearModel& names, RelationSentence* sentence) {
  const std::vector<RelationWord>& words = sentence->read.words;
  Features features;
  for (std::size_t i = 0; i < words.size(); ++i) {
    sentence->types[i].names_end =
        words[i].letters && IsIn(names, NamePart::kLast, words[i].stem_hash, &features);
  }
  for (std::size_t i = 0; i < words.size();) {
    std::size_t size = words[i].sign ? 0 : std::min(kMostNameWords, words.size() - i);
    const auto is_name = [&] {
      return (size > 1 || words[i].lower.size() > 2) && !words[i + size - 1].sign &&
             IsIn(names, NamePart::kWhole, HashName(words, i, i + size), &features);
    };
    while (size > 0 && !is_name()) --size;
    for (std::size_t k = i; k < i + size; ++k) {
      sentence->types[k].name_words = static_cast<std::uint8_t>(size);
    }
    if (size > 0) sentence->types[i + size - 1].name_end = true;
    i += std::max<std::size_t>(1, size);
  }
}

}  // namespace

RelationSentence ReadRelationSentence(std::string_view sentence, const WordModels& models) {
  RelationSentence made;
  made.read = ReadRelationWords(sentence);
  made.types.resize(made.read.words.size());
  made.mentions.resize(made.read.words.size());
  Features features;
  for (std::size_t i = 0; i < made.types.size(); ++i) {
    const RelationWord& word = made.read.words[i];
    if (!word.letters || word.chunk == kNoChunk) continue;
    TypeFeatures(word.stem, &features);
    WordType& type = made.types[i];
    models.types->Score(features, &type.odds);
    for (float& score : type.odds) score = 1 / (1 + std::exp(-score));
    const auto best = std::ranges::max_element(type.odds);
    if (best != type.odds.end() && *best > kLikelyType) {
      type.best =
          HashWord(models.types->labels()[static_cast<std::size_t>(best - type.odds.begin())].name);
    }
  }
  ReadNames(*models.names, &made);
  return made;
}

std::vector<std::size_t> MentionCandidates(const RelationSentence& sentence) {
  std::vector<std::size_t> candidates;
  for (std::size_t i = 0; i < sentence.read.words.size(); ++i) {
    const RelationWord& word = sentence.read.words[i];
    if (word.letters && word.lower.size() > 1 && word.chunk != kNoChunk) candidates.push_back(i);
  }
  return candidates;
}

void MentionFeatures(const RelationSentence& sentence, std::size_t at, Features* features) {
  features->Clear();
  Adder add(features);
  const std::vector<RelationWord>& words = sentence.read.words;
  const RelationWord& word = words[at];
  const WordChunk chunk = sentence.read.chunks[word.chunk];
  const std::string_view stem = word.stem;
  const bool last = at + 1 == chunk.end;
  const auto stem_at = [&](std::size_t i) { return i < words.size() ? words[i].stem_hash : 0; };
  const auto tag_at = [&](std::size_t i) { return i < words.size() ? words[i].tag : '$'; };
  const auto type_at = [&](std::size_t i) { return sentence.types[i].best; };

  add("w", word.stem_hash);
  for (std::size_t n = 2; n <= 5 && n < stem.size(); ++n) {
    add("ends", stem.substr(stem.size() - n));
  }
  add("begins", stem.substr(0, 4));
  add("begins", stem.substr(0, 3), 3);
  add("shape", word.shape, at == 0);
  add("tag", word.tag);
  add("last", last);
  add("size", std::min<std::uint32_t>(4, chunk.end - chunk.begin));
  add("last tag", last, word.tag);
  add("w-1", stem_at(at - 1));
  add("w+1", stem_at(at + 1));
  add("w-2", stem_at(at - 2));
  add("w+2", stem_at(at + 2));
  add("t-1", tag_at(at - 1));
  add("t+1", tag_at(at + 1));
  if (last) {
    add("last w", word.stem_hash);
    add("prep>", chunk.end < words.size() ? words[chunk.end].lower_hash : 0);
  } else {
    add("head", stem_at(chunk.end - 1));
    add("head type", type_at(chunk.end - 1));
  }
  add("<prep", chunk.begin > 0 ? words[chunk.begin - 1].lower_hash : 0);
  add("type", type_at(at));
  add("type last", type_at(at), last);
  const WordType& type = sentence.types[at];
  add("name type", type.name_words > 0 ? type.best : 1, type.name_end, last);
  add("name type", type.name_words > 0 ? type.best : 1);
  add("name size", std::min<std::uint32_t>(3, type.name_words), type.name_end);
  add("names end", type.names_end, last);
  add("names end type", type.names_end, type.best, last);
  if (at + 1 < words.size()) {
    add("type+1", at + 1 < chunk.end ? type_at(at + 1) : 1);
  }
  if (at > chunk.begin) add("type-1", type_at(at - 1));
  const auto odds = [&](std::size_t i, std::uint64_t place) {
    for (std::size_t k = 0; k < sentence.types[i].odds.size(); ++k) {
      const float p = sentence.types[i].odds[k];
      if (p > kLeastOdds) add.Value(2 * p, "odds", place, k);
    }
  };
  odds(at, 0);
  if (at + 1 < chunk.end) odds(at + 1, 1);
  features->MakeBinary();
}

Mention MentionOf(std::span<const float> scores) {
  Mention mention;
  if (scores.size() != kMentionGroups) return mention;
  const auto probability = [&](std::size_t i) { return 1 / (1 + std::exp(-double{scores[i]})); };
  mention.probability = 1 - probability(0);
  double all = 0;
  for (std::size_t i = 1; i < scores.size(); ++i) all += probability(i);
  for (std::size_t i = 1; i < scores.size(); ++i) {
    mention.odds[i] = static_cast<float>(probability(i) / std::max(1e-9, all));
  }
  std::size_t best = 1;
  for (std::size_t i = 2; i < scores.size(); ++i) {
    if (scores[i] > scores[best]) best = i;
  }
  std::size_t second = best == 1 ? 2 : 1;
  for (std::size_t i = 1; i < scores.size(); ++i) {
    if (i != best && scores[i] > scores[second]) second = i;
  }
  mention.group = static_cast<MentionGroup>(best);
  mention.second =
      probability(second) > kLikelySecond ? static_cast<MentionGroup>(second) : mention.group;
  return mention;
}

std::vector<MentionPair> PairsOf(const RelationSentence& sentence) {
  std::vector<std::size_t> likely;
  for (std::size_t i = 0; i < sentence.mentions.size(); ++i) {
    if (sentence.mentions[i].probability >= kLeastMention) likely.push_back(i);
  }
  std::vector<MentionPair> pairs;
  for (std::size_t a = 0; a < likely.size(); ++a) {
    for (std::size_t b = a + 1; b < likely.size(); ++b) {
      if (likely[b] - likely[a] > kMostMentionDistance) break;
      if (pairs.size() >= kMostRelationPairs) return pairs;
      pairs.push_back({likely[a], likely[b]});
    }
  }
  return pairs;
}

PairReader::PairReader(const RelationSentence& sentence, MentionPair pair)
    : sentence_(sentence),
      i_(pair.first),
      j_(pair.second),
      chunk_i_(sentence.read.chunks[Word(i_).chunk]),
      chunk_j_(sentence.read.chunks[Word(j_).chunk]) {
  same_ = Word(i_).chunk == Word(j_).chunk;
  heads_ = static_cast<char>((i_ + 1 == chunk_i_.end ? 1 : 0) + (j_ + 1 == chunk_j_.end ? 2 : 0));
  if (same_) {
    ReadEvidenceWithin();
  } else {
    ReadPath();
    Collapse();
    for (const std::string_view name : collapsed_) {
      if (IsPreposition(name)) prepositions_.push_back(name);
    }
    ReadEvidence();
  }
  for (Evidence& e : evidence_) {
    const RelationWord& word = Word(e.word);
    e.told = IndicatorsOf(word.lower);
    if (word.lemma != word.lower) e.base_told = IndicatorsOf(word.lemma);
  }
  ReadPattern();
  ReadConjoined();
}

std::string_view PairReader::GroupAt(std::size_t word) const {
  const Mention& mention = sentence_.mentions[word];
  return mention.probability > 0 ? kMentionGroupNames[static_cast<std::size_t>(mention.group)]
                                 : std::string_view("-");
}

// What stands between the two noun groups, closed brackets left out.
void PairReader::ReadPath() {
  const std::vector<RelationWord>& words = sentence_.read.words;
  for (std::size_t k = chunk_i_.end; k < chunk_j_.begin;) {
    const RelationWord& word = words[k];
    if (word.lower == "(") {
      std::size_t close = k;
      while (close < chunk_j_.begin && words[close].lower != ")") ++close;
      if (close < chunk_j_.begin) {
        k = close + 1;
        continue;
      }
      path_.push_back({'(', k, word.lower});
    } else if (word.chunk != kNoChunk) {
      const std::size_t end = sentence_.read.chunks[word.chunk].end;
      path_.push_back({'N', end - 1, "N"});
      k = end;
      continue;
    } else if (IsVerbTag(word.tag) || word.tag == 'A') {
      path_.push_back({'V', k, IsBeing(word.lower) ? std::string_view("be") : word.lemma});
    } else if (word.tag == 'I' || word.tag == 'C' || word.tag == 'P' || word.tag == 'W') {
      path_.push_back({'w', k, word.lower});
    } else if (word.lower == "," || word.lower == ";" || word.lower == ":" || word.lower == ")") {
      path_.push_back({word.lower[0], k, word.lower});
    }
    ++k;
  }
}

// Leaves the members of lists out: "A, B and C" is related as C is.  One pass: what is
// kept so far never becomes part of a list again.
void PairReader::Collapse() {
  std::vector<std::string_view>& kept = collapsed_;
  for (std::size_t at = 0; at < path_.size(); ++at) {
    const std::string_view name = path_[at].name;
    const std::string_view next = at + 1 < path_.size() ? path_[at + 1].name : std::string_view();
    if (name == "," && (next == "and" || next == "or" || next == ",")) continue;
    const bool member = next == "N" && IsListJoint(name) &&
                        (kept.empty() ? at + 2 < path_.size() : kept.back() == "N");
    if (member) {
      ++at;
      continue;
    }
    kept.push_back(name);
  }
  // "... N and" before the second: the N is its neighbour in the list.
  while (kept.size() >= 2 && kept[kept.size() - 2] == "N" && kept.back() != "/" &&
         IsListJoint(kept.back())) {
    kept.resize(kept.size() - 2);
  }
}

// The word before the first group, determiners and adverbs skipped; the group's own
// begin where there is none.
std::size_t PairReader::Governor() const {
  std::size_t k = chunk_i_.begin;
  if (k == 0) return k;
  --k;
  while (k > 0 && (Word(k).tag == 'D' || Word(k).tag == 'R' || Word(k).tag == 'M')) --k;
  return k;
}

void PairReader::ReadEvidenceWithin() {
  if (j_ + 1 - i_ > 2 && Word(i_ + 1).lower == "-") {
    evidence_.push_back({HashWord("hyphen"), HashWord("hyphen"), "", i_ + 2});
  }
  for (std::size_t k = i_ + 1; k < j_; ++k) {
    const RelationWord& word = Word(k);
    if (word.sign || (word.tag != 'N' && word.tag != 'G' && word.tag != 'O')) continue;
    evidence_.push_back({Hash("within", heads_), HashWord("within"), "", k});
  }
  if (heads_ == 0) {
    evidence_.push_back({HashWord("head"), HashWord("head"), "", chunk_j_.end - 1});
  }
}

void PairReader::ReadEvidence() {
  const std::vector<RelationWord>& words = sentence_.read.words;
  const auto cue_after = [&](std::size_t k) {
    return k + 1 < words.size() && words[k + 1].tag == 'I' ? std::string_view(words[k + 1].lower)
                                                           : std::string_view();
  };
  for (const Step& step : path_) {
    const std::size_t k = step.word;
    const RelationWord& word = words[k];
    const std::string_view cue = cue_after(k);
    if (step.kind == 'V') {
      if (IsBeing(word.lower)) continue;
      const bool by = cue == "by";
      const bool been =
          (k > 0 && IsBeing(words[k - 1].lower)) || (k > 1 && IsBeing(words[k - 2].lower));
      const bool past = word.lower.ends_with("ed") || word.lower.ends_with("n");
      const char voice = (been && past) || (word.tag == 'N' && by) ? 'P'
                         : word.tag == 'N'                         ? 'N'
                                                                   : 'A';
      evidence_.push_back({Hash("verb", voice, by), Hash("verb", voice), cue, k});
    } else if (step.kind == 'N') {
      evidence_.push_back({HashWord("noun"), HashWord("noun"), cue, k});
    } else if (step.kind == 'w' && word.tag == 'I') {
      evidence_.push_back({HashWord("preposition"), HashWord("preposition"), cue, k});
    }
  }
  const std::string_view last = prepositions_.empty() ? std::string_view() : prepositions_.back();
  if (chunk_i_.begin > 0) {
    const std::size_t k = Governor();
    if (k > 0 && words[k].tag == 'I' && words[k - 1].chunk != kNoChunk) {
      evidence_.push_back({Hash("of", words[k].lower_hash, last),
                           Hash("of", words[k].lower.substr(0, 1)), words[k].lower, k - 1});
    } else if (IsVerbTag(words[k].tag)) {
      evidence_.push_back({Hash("verb before", last), HashWord("verb before"), last, k});
    }
  }
  if ((heads_ & 1) == 0) {
    evidence_.push_back({Hash("head i", last), HashWord("head i"), last, chunk_i_.end - 1});
  }
  if ((heads_ & 2) == 0) {
    evidence_.push_back({Hash("head j", last), HashWord("head j"), "", chunk_j_.end - 1});
  }
  if (chunk_j_.end < words.size() && IsVerbTag(words[chunk_j_.end].tag)) {
    evidence_.push_back({HashWord("verb after"), HashWord("verb after"), "", chunk_j_.end});
  }
}

void PairReader::ReadPattern() {
  constexpr std::size_t kLongPattern = 5;
  if (same_) {
    bool bracket = false;
    for (std::size_t k = i_; k < j_; ++k) bracket |= Word(k).lower == "(";
    pattern_ =
        Hash("within", std::min<std::size_t>(j_ - i_, 4), Word(i_ + 1).lower == "-", bracket);
    return;
  }
  pattern_ = HashWord("path");
  if (collapsed_.size() > kLongPattern) return;
  for (const std::string_view name : collapsed_) pattern_ = Hash("path", pattern_, Outline(name));
}

// How the two would be one kind of the other: "X such as Y", "Y is a X", "Y, an X".
FeatureHash PairReader::IsaPattern() const {
  const auto is = [&](std::size_t k, std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, std::string_view(Word(k).lower)) != words.end();
  };
  bool such = false;
  bool as = false;
  for (std::size_t k = chunk_i_.end; k < chunk_j_.begin; ++k) {
    if (is(k, {"including", "like", "especially", "particularly", "namely"}))
      return HashWord("such");
    such |= Word(k).lower == "such";
    as |= Word(k).lower == "as";
  }
  if (such && as) return HashWord("such");
  if (collapsed_.empty()) return 0;
  const std::string_view first = collapsed_.front();
  const std::size_t last = chunk_j_.begin - 1;
  if (collapsed_.size() == 1) {
    if (first == "be") return Hash("be", is(last, {"a", "an", "the"}));
    if (first == "(" || first == ",") return Hash("apposition", first);
    if (first == "as" || first == "and" || first == "or") {
      return Hash(first, is(last, {"a", "an", "other"}));
    }
  }
  const bool verb = std::ranges::any_of(path_, [&](const Step& step) {
    return step.kind == 'V' && !IsHelpVerb(Word(step.word).lower);
  });
  if (first == "be" && !verb) return HashWord("be ...");
  return first == ":" ? HashWord(":") : 0;
}

void PairReader::ReadConjoined() {
  const RelationWord& wi = Word(i_);
  const RelationWord& wj = Word(j_);
  if (same_) {
    conjoined_ = {Hash("shapes", wi.shape, wj.shape),
                  Hash("apart", std::min<std::size_t>(j_ - i_, 4), heads_),
                  Hash("head", Word(chunk_j_.end - 1).stem_hash), Hash("pattern", pattern_)};
    for (const Evidence& e : evidence_) {
      if (e.word > i_ && e.word < j_) conjoined_.push_back(Hash("in", Word(e.word).lemma_hash));
    }
    compared_ = {conjoined_[0], conjoined_[3]};
    return;
  }
  isa_ = IsaPattern();
  const std::string_view first = prepositions_.empty() ? std::string_view() : prepositions_.front();
  const std::string_view last = prepositions_.empty() ? std::string_view() : prepositions_.back();
  conjoined_ = {Hash("isa", isa_), Hash("pattern", pattern_), Hash("last", last),
                Hash("first", first), Hash("heads", heads_)};
  compared_.assign(conjoined_.begin(), conjoined_.begin() + 4);
  for (const Evidence& e : evidence_) {
    conjoined_.push_back(Hash("word at", e.place, Word(e.word).lemma_hash));
    conjoined_.push_back(Hash("word", Word(e.word).lemma_hash));
  }
}

void PairReader::LabelFeatures(MentionGroup first, MentionGroup second, Features* features) const {
  const std::size_t i = kCoarse.find(Coarse(first));
  const std::size_t j = kCoarse.find(Coarse(second));
  features->Clear();
  features->Add(FeatureHash{(i * kCoarse.size() + j) * 2 + (same_ ? 1 : 0)} << (64 - kLabelBits));
}

std::vector<RelationLabel> PairReader::Labels(const LinearModel& seen) const {
  const Mention& a = sentence_.mentions[i_];
  const Mention& b = sentence_.mentions[j_];
  std::array<bool, kPredicates> evoked{};
  for (const Evidence& e : evidence_) {
    for (const Indicator& i : e.told) evoked[static_cast<std::size_t>(i.predicate)] = true;
    for (const Indicator& i : e.base_told) evoked[static_cast<std::size_t>(i.predicate)] = true;
  }
  std::array<bool, kRelationLabels> possible{};
  Features features;
  std::vector<float> scores;
  for (const MentionGroup first : {a.group, a.second}) {
    for (const MentionGroup second : {b.group, b.second}) {
      LabelFeatures(first, second, &features);
      seen.Score(features, &scores);
      for (std::size_t l = 0; l < possible.size(); ++l) {
        const bool inverse = l % 2 == 1;
        const auto predicate = static_cast<Predicate>(l / 2);
        possible[l] |=
            scores[l] > 0 || ((evoked[l / 2] || !IsRare(predicate)) &&
                              Allows(SignatureOf(predicate), Coarse(inverse ? second : first),
                                     Coarse(inverse ? first : second)));
      }
    }
  }
  std::vector<RelationLabel> labels;
  for (std::size_t l = 0; l < possible.size(); ++l) {
    if (possible[l]) labels.push_back({static_cast<Predicate>(l / 2), l % 2 == 1});
  }
  return labels;
}

void PairReader::AddPair(Features* features) const {
  Adder add(features);
  const Mention& a = sentence_.mentions[i_];
  const Mention& b = sentence_.mentions[j_];
  const char ka = Coarse(a.group);
  const char kb = Coarse(b.group);
  add.Value(Logit(a.probability), "pi", same_);
  add.Value(Logit(b.probability), "pj", same_);
  add.Value(static_cast<float>(a.probability * b.probability * 3), "pp", same_);
  add.Value(Logit(std::min(a.probability, b.probability)), "pmin", same_);
  add("same", same_);
  add("heads", same_, heads_);
  add("coarse", same_, ka, kb);
  add("groups", same_, a.group, b.group);
  add("group i", same_, a.group);
  add("group j", same_, b.group);
  add("wi", Word(i_).stem_hash);
  add("wj", Word(j_).stem_hash);
  same_ ? AddWithin(features) : AddPath(features);
}

void PairReader::AddWithin(Features* features) const {
  Adder add(features);
  const char ka = Coarse(sentence_.mentions[i_].group);
  const char kb = Coarse(sentence_.mentions[j_].group);
  const std::size_t apart = j_ - i_;
  add("apart", std::min<std::size_t>(apart, 4));
  add("apart heads", std::min<std::size_t>(apart, 3), heads_);
  add("apart coarse", std::min<std::size_t>(apart, 3), ka, kb);
  for (std::size_t k = i_ + 1; k < j_; ++k) {
    const RelationWord& word = Word(k);
    if (word.sign) add("sign", word.lower_hash);
    if (word.tag == 'N' || word.tag == 'G') add("participle");
    const double p = sentence_.mentions[k].probability;
    if (p > 0) add.Value(static_cast<float>(p), "p within");
  }
  add("within wi", Word(i_).stem_hash);
  add("within wj", Word(j_).stem_hash);
  if (heads_ == 0) add("head group", GroupAt(chunk_j_.end - 1));
}

void PairReader::AddPath(Features* features) const {
  Adder add(features);
  const std::vector<RelationWord>& words = sentence_.read.words;
  const char ka = Coarse(sentence_.mentions[i_].group);
  const char kb = Coarse(sentence_.mentions[j_].group);
  const auto count = [](const auto& range, const auto& test) {
    return static_cast<std::size_t>(std::ranges::count_if(range, test));
  };
  const std::size_t nouns = count(collapsed_, [](std::string_view x) { return x == "N"; });
  const std::size_t all_nouns = count(path_, [](const Step& s) { return s.kind == 'N'; });
  const std::size_t verbs = count(
      path_, [&](const Step& s) { return s.kind == 'V' && !IsHelpVerb(words[s.word].lower); });
  const std::size_t stops =
      count(collapsed_, [](std::string_view x) { return x == "," || x == ";" || x == ":"; });
  const std::size_t joints = count(collapsed_, [](std::string_view x) { return IsConjunction(x); });
  const auto most = [](std::size_t n, std::size_t limit) { return std::min(n, limit); };
  add("nouns", most(nouns, 4));
  add("verbs", most(verbs, 3));
  add("nouns verbs", most(nouns, 3), most(verbs, 2));
  add("nouns verbs", most(nouns, 3), most(verbs, 2), ka, kb);
  add("nouns verbs preps", most(nouns, 3), most(verbs, 2), most(prepositions_.size(), 3));
  add("stops", most(stops, 2));
  add("joints", most(joints, 2));
  add("all nouns", most(all_nouns, 5));
  add("distance", LogDistance(j_ - i_));
  add("preps", most(prepositions_.size(), 3));
  if (collapsed_.size() <= 5) {
    add("pattern", pattern_);
    add("pattern heads", pattern_, heads_);
    add("pattern coarse", pattern_, ka, kb);
  }
  FeatureHash chain = HashWord("chain");
  for (std::size_t k = 0; k < prepositions_.size(); ++k) {
    add("prep", prepositions_[k]);
    if (k < 3) chain = Combine(chain, HashWord(prepositions_[k]));
  }
  if (!prepositions_.empty()) {
    add("last prep", prepositions_.back(), ka, kb);
    add("first prep", prepositions_.front(), ka, kb);
    add("preps are", chain);
  }
  bool bracket = false;
  for (const Step& step : path_) {
    const RelationWord& word = words[step.word];
    bracket |= step.kind == '(';
    if (step.kind == 'V') {
      if (IsHelpVerb(word.lower)) {
        add("auxiliary", word.lemma_hash);
        continue;
      }
      const bool evokes = Evokes(word);
      add("verb", word.lemma_hash);
      add("verb evokes", evokes);
      add("verb evokes", evokes, ka, kb);
    } else if (step.kind == 'N') {
      add("noun", word.lemma_hash);
      if (Evokes(word)) {
        add("noun evokes");
        add("noun evokes", ka, kb);
      }
      const Mention& between = sentence_.mentions[step.word];
      if (between.probability > kLikelyMention) {
        add("mention between");
        if (Coarse(between.group) == ka) add("like i between");
        if (Coarse(between.group) == kb) add("like j between");
      }
    } else if (step.kind == 'w') {
      add("word", word.lower_hash);
    }
  }
  if (bracket) add("bracket");
  if (chunk_i_.begin > 0) {
    const std::size_t k = Governor();
    const RelationWord& before = words[k];
    const bool plain = before.tag == 'I' || before.tag == 'C' || before.lower == ",";
    add("before", plain ? before.lower_hash : static_cast<FeatureHash>(before.tag));
    if (k > 0 && before.tag == 'I' && words[k - 1].chunk != kNoChunk) {
      add("governor", words[k - 1].lemma_hash);
      if (Evokes(words[k - 1])) {
        add("governor evokes", before.lower_hash,
            prepositions_.empty() ? std::string_view() : prepositions_.back());
        add("governor evokes");
        add("governor evokes", ka, kb);
      }
    }
  } else {
    add("before", 0);
  }
  if (chunk_j_.end < words.size()) {
    const RelationWord& after = words[chunk_j_.end];
    const bool plain = after.tag == 'I' || after.tag == 'C' || after.tag == 'X';
    add("after", plain ? after.lower_hash : 1);
  } else {
    add("after", 0);
  }
}

void PairReader::AddLabel(RelationLabel label, Features* features) const {
  Adder add(features);
  const std::size_t subject = label.inverse ? j_ : i_;
  const std::size_t object = label.inverse ? i_ : j_;
  const MentionGroup gs = sentence_.mentions[subject].group;
  const MentionGroup go = sentence_.mentions[object].group;
  const char ks = Coarse(gs);
  const char ko = Coarse(go);
  const auto p = static_cast<std::uint64_t>(label.predicate);
  const std::uint64_t l = 2 * p + (label.inverse ? 1 : 0);
  const std::uint64_t kind = KindOf(label.predicate);
  add("label", l);
  add("label same", l, same_);
  add("predicate", p);
  add("p groups", p, gs, go);
  add("p coarse", p, ks, ko);
  add("p subject", p, gs);
  add("p object", p, go);
  add("l coarse", l, ks, ko);
  add("l coarse same", l, ks, ko, same_);
  add("l groups same", l, gs, go, same_);
  add("p ws", p, Word(subject).stem_hash);
  add("p wo", p, Word(object).stem_hash);
  add("p ts", p, sentence_.types[subject].best);
  add("p to", p, sentence_.types[object].best);
  for (const FeatureHash x : conjoined_) {
    add("l x", l, x);
    add("kind x", kind, label.inverse, x);
  }
  add("l pattern coarse", l, pattern_, ks, ko);
  const std::uint64_t alike = gs == go ? 2 : ks == ko ? 1 : 0;
  add("alike p", alike, p);
  add("alike pattern", alike, l, pattern_);
  add("alike same", alike, l, same_);
  for (const FeatureHash x : compared_) add("alike x", alike, l, x);
  if (Word(i_).stem_hash == Word(j_).stem_hash) {
    add("one word");
    add("one word", p);
  }
  const bool allowed = Allows(SignatureOf(label.predicate), ks, ko);
  add("allowed", allowed);
  AddOdds(label, features);
  add("allowed same", allowed, same_);
  AddIndicators(label, allowed, features);
}

// What the groups and types would be if the likeliest are wrong.
void PairReader::AddOdds(RelationLabel label, Features* features) const {
  Adder add(features);
  const std::size_t subject = label.inverse ? j_ : i_;
  const std::size_t object = label.inverse ? i_ : j_;
  const auto p = static_cast<std::uint64_t>(label.predicate);
  const Mention& s = sentence_.mentions[subject];
  const Mention& o = sentence_.mentions[object];
  float allowed = 0;
  for (std::size_t g = 1; g < kMentionGroups; ++g) {
    if (s.odds[g] > kLeastOdds) add.Value(s.odds[g], "p subject odds", p, g);
    if (o.odds[g] > kLeastOdds) add.Value(o.odds[g], "p object odds", p, g);
    for (std::size_t h = 1; h < kMentionGroups; ++h) {
      const float both = s.odds[g] * o.odds[h];
      const char kg = Coarse(static_cast<MentionGroup>(g));
      const char kh = Coarse(static_cast<MentionGroup>(h));
      if (both > kLeastOdds) add.Value(both, "p odds", p, kg, kh, same_);
      if (Allows(SignatureOf(label.predicate), kg, kh)) allowed += both;
    }
  }
  add.Value(2 * allowed, "allowed odds");
  add.Value(2 * allowed, "allowed odds", p);
  for (const std::size_t word : {subject, object}) {
    const std::vector<float>& odds = sentence_.types[word].odds;
    for (std::size_t k = 0; k < odds.size(); ++k) {
      if (odds[k] > kLeastOdds) add.Value(odds[k], "p type odds", p, k, word == subject);
    }
  }
}

void PairReader::AddIndicators(RelationLabel label, bool allowed, Features* features) const {
  constexpr float kTelling = 1.5f;  // few and sure
  Adder add(features);
  const auto p = static_cast<std::uint64_t>(label.predicate);
  bool hit = false;
  bool others = false;
  for (const Evidence& e : evidence_) {
    const auto add_told = [&](const Indicator& indicator) {
      if (indicator.predicate != label.predicate) {
        others = true;
        return;
      }
      hit = true;
      const bool agrees = indicator.inverse == label.inverse;
      const std::uint64_t cue = indicator.cue == e.cue ? 2 : indicator.cue.empty() ? 1 : 0;
      add.Value(kTelling, "told", e.where, agrees);
      add.Value(kTelling, "told cue", e.where, agrees, cue);
      add.Value(kTelling, "told place cue", e.place, agrees, cue);
      add.Value(kTelling, "told kind", agrees, cue, indicator.kind);
      add.Value(kTelling, "told place", e.place, agrees);
      add.Value(kTelling, "told pattern", pattern_, agrees, e.place);
      add.Value(kTelling, "told allowed", agrees, allowed, e.place);
      add("told p", e.place, agrees, cue, p);
    };
    std::ranges::for_each(e.told, add_told);
    std::ranges::for_each(e.base_told, add_told);
  }
  const char ks = Coarse(sentence_.mentions[label.inverse ? j_ : i_].group);
  const char ko = Coarse(sentence_.mentions[label.inverse ? i_ : j_].group);
  add("hit", hit);
  add("hit p", hit, p);
  add("hit others", hit, others);
  add("hit others p", hit, others, p);
  if (hit) add("hit coarse", ks, ko);
  add("allowed hit", allowed, hit);
  add("allowed hit kind", allowed, hit, KindOf(label.predicate), same_);
}

}  // namespace claimgraph
