// A mention is a noun ("trials", "systematic review", "mice") and what leads up
// to it ("eight small").  Patterns find the noun, strongest design first; the
// words before it are walked by hand, which keeps the patterns small.

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <vector>

#include "importers/extraction/effects.h"
#include "importers/extraction/study_design.h"

namespace claimgraph {
namespace {

// A hyphen, a dash (as UTF-8 bytes: RE2 reads Latin-1) or a space.
#define HYPHEN "(?:[- ]|\xE2\x80[\x90\x91\x93])?"
#define ADJECTIVES "(?:[a-z][a-z-]* ){0,3}"
#define STUDIES "(?:trials?|study|studies|experiments?)"

struct MentionPattern {
  StudyDesign design;
  const char* pattern;      // RE2, case-insensitive: the noun
  bool needs_lead = false;  // "a review", but not every "review"
};

// The first that occurs decides, so the more telling stand before.
constexpr MentionPattern kMentions[] = {
    {StudyDesign::kNarrativeReview,
     "\\b(?:narrative|scoping|integrative) (?:literature )?reviews?\\b"},
    {StudyDesign::kMetaAnalysisOfRcts,
     "\\b(?:meta" HYPHEN "analys[ei]s|reviews?)(?: and meta" HYPHEN
     "analys[ei]s)? (?:of|covering) " ADJECTIVES "(?:randomi[sz]ed " ADJECTIVES
     "(?:trials|studies)|rcts|trials)\\b"},
    {StudyDesign::kMetaAnalysisOfRcts,
     "\\b(?:meta" HYPHEN "analys[ei]s|reviews?) (?:of|covering) \\d+ " ADJECTIVES
     "(?:trials|rcts)\\b"},
    {StudyDesign::kSystematicReview,
     "\\b(?:meta" HYPHEN
     "analys[ei]s|(?:systematic|cochrane|umbrella) reviews?|pooled analys[ei]s)\\b"
     "(?: and meta" HYPHEN "analys[ei]s)?"},
    {StudyDesign::kControlledNonRandomised, "\\b(?:non" HYPHEN "randomi[sz]ed|wait(?:ing)?" HYPHEN
                                            "list(?:ed)?(?:" HYPHEN "controlled)?) " STUDIES "\\b"},
    {StudyDesign::kPrePost, "\\b(?:quasi" HYPHEN "experimental|pre" HYPHEN "post|single" HYPHEN
                            "(?:arm|group)|uncontrolled|before" HYPHEN "and" HYPHEN
                            "after|open" HYPHEN "label) (?:" STUDIES "|designs?)\\b"},
    {StudyDesign::kAnimal,
     "\\b(?:in|on|with) " ADJECTIVES "(?:mice|rats|rodents|animals|zebrafish)\\b|"
     "\\b(?:animal|mouse|rat|rodent|murine) (?:" STUDIES "|models?|research|data)\\b"},
    {StudyDesign::kInVitro,
     "\\bin vitro\\b|\\bcell (?:lines?|cultures?)\\b|\\bcultured cells\\b|\\btest "
     "tubes?\\b|\\bpetri dish"},
    {StudyDesign::kRct,
     "\\brandomi[sz]ed " ADJECTIVES STUDIES "\\b|\\brcts?\\b|\\b(?:clinical|controlled|"
     "placebo-controlled|pilot|blinded) trials?\\b|\\btrials\\b"},
    {StudyDesign::kRct, "\\btrial\\b", true},
    {StudyDesign::kCaseControl, "\\bcase" HYPHEN "control (?:study|studies)\\b"},
    {StudyDesign::kCohort,
     "\\b(?:cohorts?|longitudinal|prospective|retrospective|follow" HYPHEN
     "up|observational|population-based) (?:study|studies|data)\\b|\\bcohorts? of\\b"},
    {StudyDesign::kCohort, "\\bcohort\\b", true},
    {StudyDesign::kCrossSectional,
     "\\bcross" HYPHEN "sectional (?:study|studies|data|survey)|\\bsurveys\\b"},
    {StudyDesign::kCrossSectional, "\\bsurvey\\b", true},
    {StudyDesign::kCaseSeries, "\\bcase (?:reports?|series|study|studies)\\b"},
    {StudyDesign::kGuideline, "\\bguidelines?\\b|\\b(?:position|consensus) statements?\\b"},
    {StudyDesign::kTheory, "\\b(?:framework|theory|hypothesis|editorial|commentary)\\b", true},
    {StudyDesign::kNarrativeReview, "\\breviews?\\b(?: of (?:the )?(?:scientific )?literature)?",
     true},
    {StudyDesign::kUnknown,
     "\\b(?:studies|study|research|experiments?|scientists|researchers|scientific "
     "literature|evidence|findings)\\b"},
};

constexpr std::size_t kMentionCount = std::size(kMentions);

re2::RE2::Options MentionOptions() {
  re2::RE2::Options options;
  options.set_case_sensitive(false);
  options.set_encoding(re2::RE2::Options::EncodingLatin1);
  return options;
}

struct MentionTable {
  re2::RE2::Set set{MentionOptions(), re2::RE2::UNANCHORED};
  std::array<std::unique_ptr<re2::RE2>, kMentionCount> patterns;
};

const MentionTable& Mentions() {
  static const auto* const kTable = [] {
    auto* table = new MentionTable;
    std::string error;
    for (std::size_t i = 0; i < kMentionCount; ++i) {
      table->set.Add(kMentions[i].pattern, &error);
      table->patterns[i] = std::make_unique<re2::RE2>(kMentions[i].pattern, MentionOptions());
    }
    table->set.Compile();
    return table;
  }();
  return *kTable;
}

// ---- What leads up to a noun ---------------------------------------------

bool IsWordByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == ',' || static_cast<unsigned char>(c) >= 0x80;
}

std::string Lowered(std::string_view word) {
  std::string out(word);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

template <std::size_t N>
bool Contains(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr auto kDeterminers = std::to_array<std::string_view>(
    {"a",    "an",    "one",  "two",  "three", "four",    "five", "six",     "seven", "eight",
     "nine", "ten",   "many", "some", "most",  "few",     "the",  "this",    "that",  "another",
     "no",   "these", "our",  "both", "any",   "several", "each", "multiple"});
constexpr auto kAdjectives = std::to_array<std::string_view>(
    {"new",    "recent",   "growing",     "emerging", "scientific", "clinical",
     "strong", "small",    "large",       "larger",   "limited",    "early",
     "other",  "previous", "preliminary", "existing", "current",    "robust",
     "solid",  "mounting", "medical",     "academic", "published",  "literature"});
constexpr auto kBreaks = std::to_array<std::string_view>(
    {"of",  "in",  "on",   "to",  "for",  "with", "that", "and",  "or",   "by", "from", "is",
     "are", "was", "were", "has", "have", "as",   "at",   "show", "your", "my", "it",   "than"});

bool IsNumber(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
         std::all_of(word.begin(), word.end(),
                     [](char c) { return (c >= '0' && c <= '9') || c == ','; });
}

struct Lead {
  std::size_t begin = 0;  // of the first word that belongs to the mention
  bool determined = false;
  std::string nearest{};  // the word right before the noun, lower case
};

// Walks back over at most four words from the noun at `noun`.
Lead FindLead(std::string_view s, std::size_t noun) {
  Lead lead{.begin = noun};
  std::size_t end = noun;
  for (int words = 0; words < 4 && end > 0 && s[end - 1] == ' '; ++words) {
    std::size_t begin = end - 1;
    while (begin > 0 && IsWordByte(s[begin - 1])) --begin;
    const std::string word = Lowered(s.substr(begin, end - 1 - begin));
    if (words == 0) lead.nearest = word;
    if (word.empty() || word.ends_with(',') || Contains(kBreaks, word)) break;
    if (Contains(kDeterminers, word) || IsNumber(word)) {
      lead.determined = true;
      lead.begin = begin;
      // "a 2013 review": the year is not yet the beginning.
      if (!IsNumber(word)) break;
    } else if (lead.begin == end && Contains(kAdjectives, word)) {
      lead.begin = begin;
    }
    end = begin;
  }
  return lead;
}

// Words that look like a source and are none: "customer reviews", "your study".
bool IsIdiom(std::string_view nearest, std::string_view after) {
  static constexpr auto kBefore = std::to_array<std::string_view>(
      {"peer", "customer", "client", "user", "online", "google", "free", "performance", "annual",
       "my", "your", "their", "his", "her"});
  return Contains(kBefore, nearest) || after.starts_with(" and error") ||
         after.starts_with(" and tribulations");
}

// "eight trials" 8, "a trial" and "one small review" 1, "trials" and "a few trials" 0.
std::int64_t CountIn(std::string_view words) {
  if (const StudyCounts counts = FindStudyCounts(words); counts.studies) return *counts.studies;
  const std::string lower = Lowered(words);
  for (std::string_view many : {"a few ", "a number ", "a handful ", "a couple "}) {
    if (lower.starts_with(many)) return 0;
  }
  for (std::string_view one : {"a ", "an ", "one ", "this ", "another "}) {
    if (lower.starts_with(one)) return 1;
  }
  return 0;
}

int YearIn(std::string_view words) {
  for (std::size_t i = 0; i + 4 <= words.size(); ++i) {
    const bool century = words.substr(i).starts_with("19") || words.substr(i).starts_with("20");
    const bool starts = i == 0 || words[i - 1] == ' ';
    const bool ends = i + 4 == words.size() || words[i + 4] == ' ';
    if (century && starts && ends && IsNumber(words.substr(i, 4))) {
      return (words[i] - '0') * 1000 + (words[i + 1] - '0') * 100 + (words[i + 2] - '0') * 10 +
             (words[i + 3] - '0');
    }
  }
  return 0;
}

}  // namespace

DesignMention FindDesignMention(std::string_view sentence, std::uint32_t offset) {
  const MentionTable& table = Mentions();
  const re2::StringPiece text(sentence.data(), sentence.size());
  std::vector<int> rows;
  if (sentence.empty() || !table.set.Match(text, &rows)) return {};
  std::sort(rows.begin(), rows.end());
  for (const int row : rows) {
    re2::StringPiece match;
    if (!table.patterns[row]->Match(text, 0, text.size(), re2::RE2::UNANCHORED, &match, 1))
      continue;
    const auto noun = static_cast<std::size_t>(match.data() - sentence.data());
    const std::size_t end = noun + match.size();
    const Lead lead = FindLead(sentence, noun);
    if (kMentions[row].needs_lead && !lead.determined) continue;
    if (IsIdiom(lead.nearest, sentence.substr(end))) continue;
    DesignMention mention;
    mention.design = kMentions[row].design;
    mention.span = {offset + static_cast<std::uint32_t>(lead.begin),
                    offset + static_cast<std::uint32_t>(end)};
    const std::string_view words = sentence.substr(lead.begin, end - lead.begin);
    mention.studies = CountIn(words);
    mention.year = YearIn(words);
    return mention;
  }
  return {};
}

}  // namespace claimgraph
