// Blanking comes first, so that no later step takes an address's dots for
// sentence ends or its digits for pages.
#include "importers/extraction/entry_text.h"

#include <re2/re2.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/identifiers.h"
#include "core/text/normalize.h"

namespace claimgraph {
namespace {

using namespace ascii;

// An entry is a few hundred bytes; a paragraph taken for one is cut here.
constexpr std::size_t kLongestEntry = 4000;

// Words of fixed form that say how the work was got at, not what it is.
const RE2& Noise() {
  static const RE2 kNoise(
      R"((?i)(\(?\[?\b(?:last |date )?(?:accessed|retrieved|viewed|cited|consulted|visited|updated)\b)"
      R"((?:\s(?:on|at|from|online))*:?\s*(?:\d{1,2}(?:st|nd|rd|th)?[ /.-])?(?:\d{1,2}[/.-])?)"
      R"((?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s?)?(?:\d{1,2}(?:st|nd|rd|th)?,?\s)?)"
      R"((?:(?:19|20)\d\d)?(?:[ -](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?)?(?:[ -]\d{1,2})?,?)"
      R"((?:\sfrom(?:\sthe)?)?:?\s*\]?\)?|)"
      R"(\(?\bavailable\s(?:from|at|online|via|in)(?:\s(?:at|from))?(?:\s*\(?url\)?)?:?|)"
      R"(\(?\bepub\s(?:ahead of print|(?:19|20)\d\d[^.;)\]]{0,20})[.;)]*|)"
      R"(\[\s*(?:internet|online|electronic version|serial online|homepage on the internet|pubmed|cross\s?ref|)"
      R"(google scholar|pmc free article|medline|free full text|full text|abstract|doi|web of science)[^\]]{0,30}\]|)"
      R"(\b(?:pubmed abstract|publisher full text|pubmed central full text|view article|google scholar|crossref)\b|)"
      R"(\b(?:doi|url|pmid|pmcid|pubmed)\s*:|\bahead of print\b|\bweb\.\s*$))");
  return kNoise;
}

constexpr std::string_view kPublishers[] = {
    "press",     "publish",      "publications", "books",      "wiley",    "springer", "elsevier",
    "sons",      "verlag",       "routledge",    "sage",       "guilford", "mcgraw",   "norton",
    "penguin",   "academic",     "presses",      "editions",   "ltd",      "inc.",     "university",
    "blackwell", "saunders",     "mosby",        "lippincott", "williams", "kluwer",   "macmillan",
    "harper",    "random house", "erlbaum",      "thieme",     "karger",   "hall"};

// Words that are small in the name of a journal.
constexpr std::string_view kSmallWords[] = {
    "of",  "and", "the", "in",  "for", "on",  "to",   "a",   "an",   "de",
    "la",  "le",  "et",  "der", "fur", "und", "des",  "du",  "y",    "e",
    "del", "en",  "di",  "da",  "do",  "van", "voor", "per", "with", "from"};

// Ends of sentences these are not.
constexpr std::string_view kAbbreviations[] = {"vs",   "st", "dr", "mr",     "mrs", "ms",
                                               "prof", "cf", "ca", "approx", "no",  "vol",
                                               "eds",  "ed", "pt", "fig"};

template <std::size_t N>
bool IsOneOf(std::string_view word, const std::string_view (&words)[N]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// The first identifier of each kind counts; the first of any is pointed at.
void TakeIdentifier(const Identifier& found, TextSpan printed, EntryParts* parts) {
  const bool names_work =
      found.kind != IdentifierKind::kIsbn && found.kind != IdentifierKind::kTrial;
  if (names_work && parts->identifier == TextSpan{}) parts->identifier = printed;
  const auto fill = [](const std::string& value, std::string* field) {
    if (field->empty()) *field = value;
  };
  if (found.kind == IdentifierKind::kDoi) fill(found.value, &parts->doi);
  if (found.kind == IdentifierKind::kPmid) fill(found.value, &parts->pmid);
  if (found.kind == IdentifierKind::kPmcid) fill(found.value, &parts->pmcid);
  if (found.kind == IdentifierKind::kUrl) fill(ReadAddress(found.value).doi, &parts->doi);
}

// `found` as it is printed in `words`, if that is an identifier too: an accent is a part of
// it, which the text that is searched has lost.
Identifier WithAccents(Identifier found, std::string_view words) {
  if (std::none_of(words.begin(), words.end(), IsWide)) return found;
  for (Identifier& accented : FindIdentifiers(Plain(words))) {
    if (accented.kind == found.kind) {
      found.value = std::move(accented.value);
      break;
    }
  }
  return found;
}

}  // namespace

EntryText::EntryText(std::string_view entry, EntryParts* parts)
    : entry_(entry.substr(0, kLongestEntry)),
      original_(UnaccentedWithOffsets(entry_)),
      text_(original_.text),
      end_(text_.size()) {
  parts->number = ReadLabel();
  TakeIdentifiers(parts);
  BlankNoise();
  BlankSymbols();
  TrimEnd();
}

int EntryText::ReadLabel() {
  std::size_t i = SkipSpaces(0);
  while (i < end_ && IsIn(text_[i], "*-") && i + 1 < end_ && IsSpace(text_[i + 1]))
    i = SkipSpaces(i + 1);
  for (const std::string_view kind :
       {"Book: ", "Article: ", "Study: ", "Paper: ", "Report: ", "Source: ", "Website: "}) {
    if (text_.compare(i, kind.size(), kind) == 0) i += kind.size();
  }
  i = SkipNamedLabel(i);
  begin_ = i;
  const bool bracket = i < end_ && IsIn(text_[i], "[(");
  std::size_t digits = i + (bracket ? 1 : 0);
  const std::size_t begin = digits;
  while (digits < end_ && IsDigit(text_[digits])) ++digits;
  if (digits == begin || digits - begin > 3 || digits >= end_) return 0;
  const int number = std::stoi(text_.substr(begin, digits - begin));
  if (bracket) {
    if (!IsIn(text_[digits], "])")) return 0;
    ++digits;
    while (digits < end_ && IsIn(text_[digits], ".:")) ++digits;
  } else if (IsIn(text_[digits], ".)") && digits + 1 < end_ && !IsDigit(text_[digits + 1])) {
    ++digits;
  } else if (!IsSpace(text_[digits]) || digits + 1 >= end_ || !IsUpper(text_[digits + 1])) {
    return 0;  // "12 angry men" has no label; "12 Lind, A." has
  }
  begin_ = SkipSpaces(digits);
  return number;
}

// "[REF-6]", "[A1]": labels with letters; numbers alone are read by ReadLabel.
std::size_t EntryText::SkipNamedLabel(std::size_t i) const {
  constexpr std::size_t kLongestLabel = 12;
  if (i + 1 >= end_ || text_[i] != '[' || !IsUpper(text_[i + 1])) return i;
  const std::size_t close = text_.find(']', i);
  if (close == std::string::npos || close - i > kLongestLabel) return i;
  const std::string_view label = view().substr(i + 1, close - i - 1);
  const bool fits = IsDigit(label.back()) && std::none_of(label.begin(), label.end(), IsSpace);
  return fits ? SkipSpaces(close + 1) : i;
}

void EntryText::TakeIdentifiers(EntryParts* parts) {
  for (const Identifier& found : FindIdentifiers(text_)) {
    const TextSpan printed = Printed(found.span.begin, found.span.end);
    const std::string_view words = view().substr(found.span.begin, found.span.size());
    const std::size_t scheme = std::min(words.find("http"), words.find("www."));
    if (scheme != std::string_view::npos && parts->address == TextSpan{}) {
      parts->address = Printed(found.span.begin + scheme, found.span.end);
    }
    const bool had_doi = !parts->doi.empty();
    TakeIdentifier(WithAccents(found, Slice(entry_, printed)), printed, parts);
    if (!had_doi && !parts->doi.empty()) {
      parts->doi_in_address = scheme != std::string_view::npos;
    }
    Blank(found.span.begin, found.span.end);
  }
  for (const IdentifierFault& fault : FindIdentifierFaults(text_)) {
    if (parts->identifier == TextSpan{})
      parts->identifier = Printed(fault.span.begin, fault.span.end);
    Blank(fault.span.begin, fault.span.end);
  }
}

void EntryText::BlankNoise() {
  re2::StringPiece rest(text_);
  re2::StringPiece hit;
  std::vector<TextRange> hits;
  while (RE2::FindAndConsume(&rest, Noise(), &hit)) {
    const auto begin = static_cast<std::size_t>(hit.data() - text_.data());
    if (hit.empty()) break;
    hits.push_back({begin, begin + hit.size()});
  }
  for (const TextRange& r : hits) {
    // "Cited" and "Updated" in a title have no date and no bracket.
    const std::string_view words = std::string_view(text_).substr(r.begin, r.end - r.begin);
    const bool plain = std::none_of(std::begin(words), std::end(words),
                                    [](char c) { return IsDigit(c) || IsIn(c, "[](:."); });
    const std::string lower = Lowered(words);
    const bool fixed = lower.find("from") != std::string::npos || lower.starts_with("available") ||
                       lower.starts_with("view") || lower.starts_with("google") ||
                       lower.starts_with("crossref") || lower.starts_with("pub") ||
                       lower.starts_with("ahead");
    if (plain && !fixed) continue;
    Blank(r.begin, r.end);
  }
}

// Arrows and ornaments (three-byte characters from U+2190 on, and emoji).
void EntryText::BlankSymbols() {
  for (std::size_t i = 0; i + 2 < text_.size(); ++i) {
    const auto a = static_cast<unsigned char>(text_[i]);
    const auto b = static_cast<unsigned char>(text_[i + 1]);
    if (a == 0xE2 && b >= 0x86 && b <= 0xAF) Blank(i, i + 3);
    if (a == 0xF0 && i + 3 < text_.size()) Blank(i, i + 4);
  }
}

void EntryText::Blank(std::size_t begin, std::size_t end) {
  std::fill(text_.begin() + static_cast<std::ptrdiff_t>(begin),
            text_.begin() + static_cast<std::ptrdiff_t>(end), ' ');
}

void EntryText::TrimEnd() {
  while (end_ > begin_ && IsIn(text_[end_ - 1], " \t\r\n.,;:<>[](|-/")) --end_;
  if (end_ < text_.size() && IsIn(text_[end_], ".)]")) ++end_;
  // A bracket that was opened before keeps its end.
  const auto from = text_.begin() + static_cast<std::ptrdiff_t>(begin_);
  if (end_ < text_.size() && text_[end_] == ')' &&
      std::count(from, text_.begin() + static_cast<std::ptrdiff_t>(end_), '(') >
          std::count(from, text_.begin() + static_cast<std::ptrdiff_t>(end_), ')')) {
    ++end_;
  }
}

std::vector<TextRange> EntryText::Sentences(std::size_t begin, std::size_t end) const {
  std::vector<TextRange> all;
  std::size_t from = begin;
  for (std::size_t i = begin; i < end; ++i) {
    if (!IsIn(text_[i], ".?!") || i + 1 >= end) continue;
    const std::size_t next = SkipSpaces(i + 1);
    const bool glued =
        next == i + 1 && !(IsUpper(text_[next]) && i > begin && IsLower(text_[i - 1]));
    if (next >= end || glued || IsLower(text_[next]) || IsAbbreviation(from, i)) continue;
    all.push_back({from, i + 1});
    from = next;
  }
  if (SkipSigns(from) < end) all.push_back({from, end});
  return all;
}

// True if the full stop at `stop` belongs to the word before it.
bool EntryText::IsAbbreviation(std::size_t from, std::size_t stop) const {
  if (text_[stop] != '.') return false;
  std::size_t begin = stop;
  while (begin > from && IsWord(text_[begin - 1])) --begin;
  const std::string word = Lowered(std::string_view(text_).substr(begin, stop - begin));
  return IsOneOf(std::string_view(word), kAbbreviations);
}

std::vector<TextRange> EntryText::SplitAtCommas(std::size_t begin, std::size_t end) const {
  std::vector<TextRange> parts;
  std::size_t from = begin;
  for (std::size_t i = begin; i < end; ++i) {
    if (!IsIn(text_[i], ",;") || (i + 1 < end && !IsSpace(text_[i + 1]))) continue;
    parts.push_back({from, i});
    from = SkipSpaces(i + 1);
  }
  if (from < end) parts.push_back({from, end});
  return parts;
}

std::size_t EntryText::SkipSpaces(std::size_t i) const {
  while (i < text_.size() && IsSpace(text_[i])) ++i;
  return i;
}

std::size_t EntryText::SkipSigns(std::size_t i) const {
  while (i < end_ && IsIn(text_[i], " \t\r\n.,;:)-]")) ++i;
  return i;
}

// `end` moved back over signs that belong to no field.
std::size_t EntryText::TrimmedEnd(std::size_t begin, std::size_t end) const {
  end = std::min(end, text_.size());
  while (end > begin && IsIn(text_[end - 1], " \t\r\n.,;:([-/")) --end;
  return end;
}

std::string_view EntryText::Words(TextRange r) const {
  return std::string_view(text_).substr(r.begin, TrimmedEnd(r.begin, r.end) - r.begin);
}
std::string_view EntryText::Trimmed(std::size_t begin, std::size_t end) const {
  begin = SkipSpaces(begin);
  return begin < end ? Words({begin, end}) : std::string_view();
}

TextSpan EntryText::Printed(std::size_t begin, std::size_t end) const {
  return begin < end ? original_.Original(begin, end) : TextSpan{};
}
std::string EntryText::Value(std::size_t begin, std::size_t end) const {
  return Tidy(Slice(entry_, Printed(begin, end)));
}

int SmallWords(std::string_view words) {
  int count = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (IsLower(words[i]) && (i == 0 || IsSpace(words[i - 1]))) {
      std::size_t end = i;
      while (end < words.size() && IsWord(words[end])) ++end;
      count += IsOneOf(words.substr(i, end - i), kSmallWords) ? 0 : 1;
    }
  }
  return count;
}

int WordCount(std::string_view words) {
  return static_cast<int>(std::count(std::begin(words), std::end(words), ' ')) + 1;
}

bool NamesPublisher(std::string_view text) {
  const std::string lower = Lowered(text);
  if (lower.find("journal") != std::string::npos) return false;
  return std::any_of(std::begin(kPublishers), std::end(kPublishers),
                     [&lower](std::string_view word) {
                       const std::size_t at = lower.find(word);
                       return at != std::string::npos && (at == 0 || !IsWord(lower[at - 1]));
                     });
}

}  // namespace claimgraph
