#include "core/store/text_entries.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <set>
#include <unordered_map>

#include "core/text/search_terms.h"

namespace claimgraph {
namespace {

constexpr unsigned kTitleWeight = 3;
constexpr unsigned kHeadingWeight = 2;
constexpr std::size_t kMostCount = std::numeric_limits<std::uint8_t>::max();

// Counts terms, in the order in which they are first met.
class TermCounter {
 public:
  void Add(std::string_view text, unsigned weight) {
    fields_.push_back({SearchTerms(text), weight});
    terms_ += fields_.back().terms.size();
  }

  TextEntry Done() {
    TextEntry entry;
    entry.terms.reserve(terms_);  // what places_ looks at must not move
    places_.reserve(terms_);
    for (Field& field : fields_) {
      entry.length += field.terms.size() * field.weight;
      for (std::string& term : field.terms) Count(std::move(term), field.weight, &entry);
    }
    return entry;
  }

 private:
  struct Field {
    std::vector<std::string> terms{};
    unsigned weight = 1;
  };

  void Count(std::string term, unsigned weight, TextEntry* entry) {
    const auto found = places_.find(term);
    if (found == places_.end()) {
      entry->terms.emplace_back(std::move(term), static_cast<std::uint8_t>(weight));
      places_.emplace(entry->terms.back().first, entry->terms.size() - 1);
      return;
    }
    std::uint8_t& count = entry->terms[found->second].second;
    count = static_cast<std::uint8_t>(std::min<std::size_t>(count + weight, kMostCount));
  }

  std::vector<Field> fields_{};
  std::size_t terms_ = 0;
  std::unordered_map<std::string_view, std::size_t> places_{};
};

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
              TermCounter* counter) {
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
  for (const std::string_view name : names) counter->Add(name, 1);
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
  TermCounter counter;
  // A record's text begins with its title.
  const bool repeated = document.text.starts_with(document.title);
  counter.Add(document.title, repeated ? kTitleWeight - 1 : kTitleWeight);
  counter.Add(document.text, 1);
  for (const Record& record : records) {
    for (const std::string& heading : record.headings) counter.Add(heading, kHeadingWeight);
  }
  AddFacts(records, results, &counter);
  TextEntry entry = counter.Done();
  if (entry.terms.empty()) return std::nullopt;
  return entry;
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
  const auto add = [&](std::string_view term, std::uint8_t count) {
    entry.terms.emplace_back(term, count);
  };
  if (!ReadTextEntry(bytes, &entry.length, add)) return std::nullopt;
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
