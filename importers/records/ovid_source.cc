// A book is told by its year in brackets before the title, and "pp." after it.  In a
// journal's line the place is looked for first, "50(2):12-20" or "Vol 50(2)", because
// names of journals may have full stops; the name is what stands before it.

#include "importers/records/ovid_source.h"

#include <algorithm>
#include <cstddef>

#include "core/text/ascii.h"
#include "core/text/normalize.h"
#include "importers/records/record_fields.h"

namespace claimgraph {
namespace {

using namespace ascii;

constexpr std::size_t kLongestNumber = 5;
constexpr std::size_t kLongestIssue = 40;

std::size_t SkipSpace(std::string_view text, std::size_t at) {
  while (at < text.size() && IsSpace(text[at])) ++at;
  return at;
}

std::size_t SkipDigits(std::string_view text, std::size_t at) {
  while (at < text.size() && IsDigit(text[at])) ++at;
  return at;
}

std::string WithoutStop(std::string_view text) {
  while (!text.empty() && (IsSpace(text.back()) || IsIn(text.back(), ".,;:"))) {
    text.remove_suffix(1);
  }
  return Tidy(text);
}

// Takes "(2)" at text[*at], with or without a blank before it; nothing that says
// "(no pagination)".
std::string TakeIssue(std::string_view text, std::size_t* at) {
  const std::size_t open = SkipSpace(text, *at);
  if (open >= text.size() || text[open] != '(') return {};
  const std::string_view inside = text.substr(open + 1, kLongestIssue);
  const std::size_t close = inside.find(')');
  if (close == std::string_view::npos) return {};
  *at = open + close + 2;
  const std::string issue = Tidy(inside.substr(0, close));
  return Lowered(issue).starts_with("no pag") ? std::string() : issue;
}

// Takes "12-20" or "e0012".
std::string TakePages(std::string_view text, std::size_t* at) {
  const std::size_t begin = SkipSpace(text, *at);
  std::size_t end = begin;
  while (end < text.size() && !IsSpace(text[end]) && !IsIn(text[end], ",.;)")) ++end;
  const std::string_view pages = text.substr(begin, end - begin);
  if (std::none_of(pages.begin(), pages.end(), IsDigit)) return {};
  *at = end;
  return Pages(pages, {});
}

bool MayBeYear(std::string_view number) {
  return number.size() == 4 && (number.starts_with("19") || number.starts_with("20"));
}

// "50(2):12-20", "50:12-20"; of "50 (Suppl 3), 2014" where `with_pages` is false.
bool TakePlace(std::string_view text, bool with_pages, OvidSource* out, std::size_t* begin,
               std::size_t* after) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t end = SkipDigits(text, i);
    if (end == i) continue;
    const bool alone = i == 0 || IsIn(text[i - 1], " ;,");
    std::size_t at = end;
    const std::string issue = TakeIssue(text, &at);
    const std::string_view volume = text.substr(i, end - i);
    const bool is_volume =
        alone && volume.size() <= kLongestNumber && (at > end || !MayBeYear(volume));
    std::string pages;
    std::size_t colon = SkipSpace(text, at);
    if (is_volume && with_pages && colon < text.size() && text[colon] == ':') {
      pages = TakePages(text, &++colon);
    }
    if (is_volume && (with_pages ? !pages.empty() : at > end)) {
      out->volume = volume;
      out->issue = issue;
      out->pages = pages;
      *begin = i;
      *after = with_pages ? colon : at;
      return true;
    }
    i = end - 1;
  }
  return false;
}

// Where `word` stands in `low` with no letter before it; npos: nowhere.
std::size_t FindWord(std::string_view low, std::string_view word, std::size_t from = 0) {
  for (std::size_t at = low.find(word, from); at != std::string_view::npos;
       at = low.find(word, at + 1)) {
    if (at == 0 || !IsWord(low[at - 1])) return at;
  }
  return std::string_view::npos;
}

std::string PagesAfter(std::string_view text, std::string_view low, std::size_t from) {
  for (const std::string_view word : {"pp.", "pp ", "p."}) {
    std::size_t at = FindWord(low, word, from);
    if (at == std::string_view::npos) continue;
    at += word.size();
    if (std::string pages = TakePages(text, &at); !pages.empty()) return pages;
  }
  return {};
}

// "Vol.50(2), Mar 2014, pp. 12-20", "vol. 50, no. 2, Mar 2014, 12-20".
bool TakeVolume(std::string_view text, OvidSource* out, std::size_t* begin) {
  const std::string low = Lowered(text);
  for (std::size_t vol = FindWord(low, "vol"); vol != std::string_view::npos;
       vol = FindWord(low, "vol", vol + 1)) {
    std::size_t at = vol + 3;
    while (at < text.size() && IsIn(text[at], ". ")) ++at;
    const std::size_t end = SkipDigits(text, at);
    if (end == at) continue;
    out->volume = text.substr(at, end - at);
    *begin = vol;
    at = end;
    out->issue = TakeIssue(text, &at);
    if (const std::size_t no = low.find("no. ", end); out->issue.empty() && no <= end + 3) {
      out->issue = text.substr(no + 4, SkipDigits(text, no + 4) - no - 4);
    }
    out->year = FirstYear(text.substr(at));
    out->pages = PagesAfter(text, low, at);
    if (out->pages.empty()) {
      const std::size_t comma = text.rfind(", ");
      std::size_t last = comma == std::string_view::npos ? text.size() : comma + 2;
      if (comma != std::string_view::npos && comma > end &&
          text.find('-', last) != std::string_view::npos) {
        out->pages = TakePages(text, &last);
      }
    }
    return true;
  }
  return false;
}

// "(2014). The back. (pp. 12-20)."
bool TakeBook(std::string_view text, OvidSource* out) {
  for (std::size_t open = text.find('('); open != std::string_view::npos;
       open = text.find('(', open + 1)) {
    const std::string_view year = text.substr(open + 1, 4);
    if (!MayBeYear(year) || text.substr(open + 5, 3) != "). ") continue;
    const std::string_view rest = text.substr(open + 8);
    const std::string low = Lowered(rest);
    const std::size_t pp = low.find("pp.");
    if (pp == std::string_view::npos) return false;
    // "(pp. 12-20)" tells which pages; "58 pp." and "viii, 58 pp." how many.
    std::size_t end = rest.find("(pp.");
    if (end == std::string_view::npos) {
      end = rest.substr(0, pp).find_last_not_of(' ');
      while (end != std::string_view::npos && end > 0 && IsWord(rest[end])) --end;
    } else {
      out->pages = PagesAfter(rest, low, end);
    }
    if (end == std::string_view::npos) return false;
    out->container = WithoutStop(rest.substr(0, end));
    out->year = FirstYear(year);
    out->is_book = !out->container.empty();
    return out->is_book;
  }
  return false;
}

// The name of the journal in what stands before the place.
std::string JournalIn(std::string_view text) {
  if (const std::size_t at = text.find(". Conference:"); at != std::string_view::npos) {
    text = text.substr(0, at);
  }
  std::string name = WithoutStop(text);
  // "The Back Journal 2014;" and "Journal of Backs, Winter 2007"
  if (name.size() > 5 && name[name.size() - 5] == ' ' &&
      FirstYear(name.substr(name.size() - 4)) > 0) {
    name = WithoutStop(std::string_view(name).substr(0, name.size() - 5));
  }
  return name;
}

}  // namespace

OvidSource ReadOvidSource(std::string_view source) {
  OvidSource out;
  std::size_t begin = 0;
  std::size_t after = 0;
  if (TakeBook(source, &out)) return out;
  if (TakePlace(source, /*with_pages=*/true, &out, &begin, &after)) {
    out.year = FirstYear(source.substr(after));
    if (out.year == 0) out.year = FirstYear(source.substr(0, begin));
  } else if (!TakeVolume(source, &out, &begin)) {
    begin = std::min(source.find(". "), source.size());
    const std::string_view rest = source.substr(begin);
    std::size_t volume = 0;
    TakePlace(rest, /*with_pages=*/false, &out, &volume, &after);
    out.year = FirstYear(rest.substr(after));
  }
  out.container = JournalIn(source.substr(0, begin));
  return out;
}

}  // namespace claimgraph
