#include "importers/records/record_fields.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/identifiers.h"
#include "core/text/normalize.h"

namespace claimgraph {
namespace {

using namespace ascii;

constexpr std::size_t kLongestShown = 80;  // of a value in a message

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

int Number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

// Takes up to four digits or a month's name off the front, after separators; 0: neither.
int TakeDatePart(std::string_view* text) {
  while (!text->empty() && IsIn(text->front(), " /-")) text->remove_prefix(1);
  std::size_t end = 0;
  while (end < text->size() && end < 4 && IsDigit((*text)[end])) ++end;
  if (end > 0) {
    const int value = Number(text->substr(0, end));
    text->remove_prefix(end);
    return value;
  }
  while (end < text->size() && IsLetter((*text)[end])) ++end;
  if (end < 3) return 0;
  const std::string name = Lowered(text->substr(0, 3));
  const auto* const month = std::find(kMonths.begin(), kMonths.end(), name);
  if (month == kMonths.end()) return 0;
  text->remove_prefix(end);
  return static_cast<int>(month - kMonths.begin()) + 1;
}

std::string TwoDigits(int value) {
  return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
}

// "JA", "J.A.", "J-A", "J. A."
bool AreInitials(std::string_view word) {
  int letters = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (IsUpper(word[i]) || IsWide(word[i])) {
      ++letters;
    } else if (!IsIn(word[i], ".- ")) {
      return false;
    }
  }
  // Accents take two bytes each.
  return letters >= 1 && letters <= 4;
}

bool IsSuffix(std::string_view word) {
  while (word.ends_with('.')) word.remove_suffix(1);
  return word == "Jr" || word == "Sr" || word == "II" || word == "III" || word == "2nd" ||
         word == "3rd";
}

// Where the given name of "van der Berg JA Jr" begins; npos: nowhere.
std::size_t InitialsAt(std::string_view name) {
  std::size_t last = name.rfind(' ');
  if (last == std::string_view::npos) return last;
  const std::size_t whole = last;
  if (IsSuffix(name.substr(last + 1)) && last > 0) {
    last = name.rfind(' ', last - 1);
    if (last == std::string_view::npos) return last;
    return AreInitials(name.substr(last + 1, whole - last - 1)) ? last + 1 : std::string_view::npos;
  }
  if (!AreInitials(name.substr(last + 1))) return std::string_view::npos;
  // "Baker J. H. E."
  while (last > 0) {
    const std::size_t before = name.rfind(' ', last - 1);
    if (before == std::string_view::npos) break;
    const std::string_view word = name.substr(before + 1, last - before - 1);
    if (!word.ends_with('.') || !AreInitials(word)) break;
    last = before;
  }
  return last + 1;
}

}  // namespace

int FirstYear(std::string_view text) {
  std::size_t digits = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && IsDigit(text[i])) {
      ++digits;
      continue;
    }
    if (digits == 4 && (text[i - 4] == '1' || text[i - 4] == '2')) {
      return Number(text.substr(i - 4, 4));
    }
    digits = 0;
  }
  return 0;
}

std::string IsoDate(int year, int month, int day) {
  if (year < 1000 || year > 2999) return {};
  std::string date = std::to_string(year);
  if (month < 1 || month > 12) return date;
  date += "-" + TwoDigits(month);
  if (day < 1 || day > 31) return date;
  return date + "-" + TwoDigits(day);
}

std::string IsoDate(std::string_view text) {
  const int year = TakeDatePart(&text);
  const int month = TakeDatePart(&text);
  const int day = month == 0 ? 0 : TakeDatePart(&text);
  return IsoDate(year, month, day);
}

Author ReadAuthor(std::string_view printed) {
  const std::string name = Tidy(printed);
  if (const std::size_t comma = name.find(','); comma != std::string::npos) {
    std::string given = Tidy(std::string_view(name).substr(comma + 1));
    while (given.ends_with(',')) given.pop_back();
    return {.family = Tidy(std::string_view(name).substr(0, comma)), .given = std::move(given)};
  }
  const std::size_t given = InitialsAt(name);
  if (given == std::string_view::npos) return {.family = name};
  return {.family = name.substr(0, given - 1), .given = name.substr(given)};
}

void AddAuthor(std::string_view printed, Reference* reference) {
  Author author = ReadAuthor(printed);
  if (author.family.empty()) return;
  const std::string family = Lowered(author.family);
  if (family == "et al" || family == "et al.") {
    reference->et_al = true;
  } else {
    reference->authors.push_back(std::move(author));
  }
}

std::string Pages(std::string_view first, std::string_view last) {
  std::string from = Tidy(Plain(first));
  const std::string to = Tidy(Plain(last));
  if (to.empty() || to == from || from.find('-') != std::string::npos) return from;
  if (from.empty() || to.find('-') != std::string::npos) return to;
  return from + "-" + to;
}

std::vector<std::string> SplitList(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (std::string part = Tidy(text.substr(0, end)); !part.empty()) {
      parts.push_back(std::move(part));
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::string Pmid(std::string_view text) {
  const std::string tidy = Tidy(text);
  std::size_t end = 0;
  while (end < tidy.size() && IsDigit(tidy[end])) ++end;
  std::size_t begin = 0;
  while (begin < end && tidy[begin] == '0') ++begin;
  if (end - begin > 8 || (end < tidy.size() && IsWord(tidy[end]))) return {};
  return tidy.substr(begin, end - begin);
}

std::string Pmcid(std::string_view text) {
  std::string tidy = Lowered(Tidy(text));
  if (tidy.starts_with("pmc")) tidy.erase(0, 3);
  std::size_t end = 0;
  while (end < tidy.size() && IsDigit(tidy[end])) ++end;
  if (end == 0 || end > 9 || (end < tidy.size() && IsWord(tidy[end]))) return {};
  return "PMC" + tidy.substr(0, end);
}

bool Mentions(std::string_view text, std::initializer_list<std::string_view> words) {
  const std::string low = Lowered(text);
  return std::any_of(words.begin(), words.end(),
                     [&low](std::string_view word) { return low.find(word) != std::string::npos; });
}

std::string OnlyDoi(std::string_view text) {
  if (Mentions(text, {"erratum", "retract", "comment", "correct"})) return {};
  std::string doi;
  for (const Identifier& id : FindIdentifiers(text)) {
    if (id.kind != IdentifierKind::kDoi || id.value == doi) continue;
    if (!doi.empty()) return {};
    doi = id.value;
  }
  return doi.empty() ? ReadAddress(text).doi : doi;
}

std::string FirstAddress(std::string_view text) {
  std::size_t end = std::min(text.find(' '), text.find(";http"));
  end = std::min(end, text.size());
  if (end > 0 && text[end - 1] == ';') --end;
  return std::string(text.substr(0, end));
}

void AddHeading(std::string_view printed, Record* record) {
  std::string heading = Tidy(printed.substr(0, printed.find('/')));
  std::erase(heading, '*');
  if (heading.empty()) return;
  if (!record->headings.empty() && record->headings.back() == heading) return;
  record->headings.push_back(std::move(heading));
}

void AddKeywords(std::string_view value, RecordEntry* entry) {
  for (const std::string& line : SplitList(value, '\n')) {
    for (std::string& keyword : SplitList(line, ';')) {
      if (keyword.starts_with('*')) keyword.erase(0, 1);
      if (!keyword.empty()) entry->keywords.push_back(std::move(keyword));
    }
  }
}

void NoteRetractedType(Record* record) {
  constexpr std::string_view kType = "Retracted Publication";
  const bool linked = std::any_of(
      record->notices.begin(), record->notices.end(),
      [](const StandingNotice& notice) { return notice.standing == Standing::kRetracted; });
  if (linked || std::find(record->publication_types.begin(), record->publication_types.end(),
                          kType) == record->publication_types.end()) {
    return;
  }
  record->notices.push_back({Standing::kRetracted, "", std::string(kType), ""});
}

void AddRegistry(std::string_view number, Record* record) {
  std::string value = Tidy(number);
  for (char& c : value) c = IsLower(c) ? static_cast<char>(c - ('a' - 'A')) : c;
  if (value.empty()) return;
  for (const Fact& fact : record->facts) {
    if (fact.kind == FactKind::kRegistry && fact.value == value) return;
  }
  record->facts.push_back({.kind = FactKind::kRegistry, .value = std::move(value)});
}

bool ReadStanding(std::string_view printed, Standing* standing) {
  static constexpr std::pair<std::string_view, Standing> kNames[] = {
      {"retraction", Standing::kRetracted},
      {"retracted", Standing::kRetracted},
      {"withdrawal", Standing::kRetracted},
      {"removal", Standing::kRetracted},
      {"correction", Standing::kCorrected},
      {"corrigendum", Standing::kCorrected},
      {"erratum", Standing::kCorrected},
      {"clarification", Standing::kCorrected},
      {"partial retraction", Standing::kCorrected},
      {"expression of concern", Standing::kConcern},
      {"new version", Standing::kSuperseded},
      {"new edition", Standing::kSuperseded},
      {"reinstatement", Standing::kCurrent},
  };
  std::string name = Lowered(Tidy(printed));
  for (char& c : name) c = c == '_' || c == '-' ? ' ' : c;
  for (const auto& [known, means] : kNames) {
    if (name != known) continue;
    *standing = means;
    return true;
  }
  return false;
}

bool NamesAWork(const Reference& r) {
  return !r.title.empty() || !r.doi.empty() || !r.pmid.empty() || !r.pmcid.empty();
}

std::string ProblemName(const Reference& r, std::uint64_t number) {
  if (!r.pmid.empty()) return r.pmid;
  if (!r.doi.empty()) return r.doi;
  if (!r.key.empty()) return r.key;
  return "record " + std::to_string(number);
}

void SetDoi(std::string_view printed, std::uint64_t number, RecordEntry* entry, RecordSink* sink) {
  const std::string tidy = Tidy(printed);
  if (tidy.empty() || !entry->printed.doi.empty()) return;
  entry->printed.doi = CanonicalDoi(tidy);
  if (!entry->printed.doi.empty()) return;
  sink->Report(
      {.line = entry->line,
       .record = ProblemName(entry->printed, number),
       .code = "bad-doi",
       .message = "\"" + Plain(tidy.substr(0, kLongestShown)) + "\" is no DOI and was left out."});
}

}  // namespace claimgraph
