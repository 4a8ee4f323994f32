#include "core/store/text_entries.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <set>

#include "core/store/varint.h"
#include "core/text/search_terms.h"

namespace claimgraph {
namespace {

constexpr int kTitleWeight = 3;
constexpr int kHeadingWeight = 2;
constexpr std::size_t kMostCount = std::numeric_limits<std::uint8_t>::max();

void Add(std::string_view text, int weight, std::vector<std::string>* words) {
  const std::vector<std::string> terms = SearchTerms(text);
  for (int i = 0; i < weight; ++i) words->insert(words->end(), terms.begin(), terms.end());
}

bool IsName(FactKind kind) {
  switch (kind) {
    case FactKind::kCondition:
    case FactKind::kAge:
    case FactKind::kPregnancy:
    case FactKind::kSetting:
    case FactKind::kIntervention:
    case FactKind::kComparator:
    case FactKind::kOutcome:
      return true;
    default:
      return false;
  }
}

bool IsSentence(FactKind kind) {
  return kind == FactKind::kConclusion || kind == FactKind::kLimitation;
}

// Sentences of the text are counted with it.
void AddFacts(const std::vector<Record>& records, const std::vector<StudyResult>& results,
              std::vector<std::string>* words) {
  std::set<std::string_view> names;
  for (const Record& record : records) {
    for (const Fact& fact : record.facts) {
      const bool outside = fact.span == TextSpan{};
      if (IsName(fact.kind) || (outside && IsSentence(fact.kind))) names.insert(fact.value);
    }
  }
  for (const StudyResult& r : results) {
    names.insert({r.intervention, r.comparator, r.outcome, r.population});
  }
  for (const std::string_view name : names) Add(name, 1, words);
}

TextEntry Counted(std::vector<std::string> words) {
  TextEntry entry{.length = words.size()};
  std::ranges::sort(words);
  for (std::string& word : words) {
    if (!entry.terms.empty() && entry.terms.back().first == word) {
      std::uint8_t& count = entry.terms.back().second;
      if (count < kMostCount) ++count;
    } else {
      entry.terms.emplace_back(std::move(word), 1);
    }
  }
  return entry;
}

constexpr std::uint64_t kExact = 32;
constexpr unsigned kSteps = 16;

}  // namespace

bool IsSearched(const Document& document) {
  return document.format == Format::kRecord || document.format == Format::kStudyCard;
}

std::optional<TextEntry> EntryOf(const Document& document, const std::vector<Record>& records,
                                 const std::vector<StudyResult>& results) {
  if (!IsSearched(document)) return std::nullopt;
  std::vector<std::string> words;
  // A record's text begins with its title.
  const bool repeated = document.text.starts_with(document.title);
  Add(document.title, repeated ? kTitleWeight - 1 : kTitleWeight, &words);
  Add(document.text, 1, &words);
  for (const Record& record : records) {
    for (const std::string& heading : record.headings) Add(heading, kHeadingWeight, &words);
  }
  AddFacts(records, results, &words);
  if (words.empty()) return std::nullopt;
  return Counted(std::move(words));
}

std::string Encode(const TextEntry& entry) {
  std::string bytes;
  AppendVarint(entry.length, &bytes);
  AppendVarint(entry.terms.size(), &bytes);
  for (const auto& [term, count] : entry.terms) {
    AppendVarint(term.size(), &bytes);
    bytes += term;
    bytes.push_back(static_cast<char>(count));
  }
  return bytes;
}

std::optional<TextEntry> DecodeTextEntry(std::string_view bytes) {
  TextEntry entry;
  std::uint64_t terms = 0;
  if (!TakeVarint(&bytes, &entry.length) || !TakeVarint(&bytes, &terms)) return std::nullopt;
  if (terms > bytes.size()) return std::nullopt;
  entry.terms.reserve(terms);
  for (; terms > 0; --terms) {
    std::uint64_t size = 0;
    if (!TakeVarint(&bytes, &size) || size >= bytes.size()) return std::nullopt;
    const auto count = static_cast<std::uint8_t>(bytes[size]);
    if (count == 0) return std::nullopt;
    entry.terms.emplace_back(bytes.substr(0, size), count);
    bytes.remove_prefix(size + 1);
  }
  if (!bytes.empty()) return std::nullopt;
  return entry;
}

std::uint8_t EncodeLength(std::uint64_t length) {
  if (length < kExact) return static_cast<std::uint8_t>(length);
  const auto shift = static_cast<unsigned>(std::bit_width(length)) - 5;
  const std::uint64_t code = kExact + (shift - 1) * kSteps + ((length >> shift) - kSteps);
  return static_cast<std::uint8_t>(std::min<std::uint64_t>(code, kMostCount));
}

std::uint64_t DecodeLength(std::uint8_t code) {
  if (code < kExact) return code;
  const unsigned above = code - kExact;
  return std::uint64_t{kSteps + above % kSteps} << (above / kSteps + 1);
}

}  // namespace claimgraph
