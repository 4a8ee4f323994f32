// Author-page markers, as MLA has them: "(Marlow 14)", "(Marlow and Pell 3-5)".
//
// With no year to go by, only names that the list has count, and only with a
// page behind them or a second name; a document that cites by year has none.

#include <algorithm>

#include "importers/extraction/citations_chars.h"
#include "importers/extraction/citations_context.h"
#include "importers/extraction/citations_names.h"

namespace claimgraph {
namespace {

constexpr std::size_t kMaxBracket = 160;  // bytes

// Takes "14", "3-5", "p. 14", "e34" off the end; true if there was one.  Four
// digits that may be a year are none.
bool TakePage(std::string_view text, std::uint32_t begin, std::uint32_t* end) {
  std::uint32_t at = *end;
  while (at > begin) {
    const Char c = CharBefore(text, at);
    if (!IsDigit(c.code) && !IsDash(c.code) && c.code != ',') break;
    at -= c.size;
  }
  const std::string_view page = text.substr(at, *end - at);
  const bool year = page.size() == 4 && page >= "1800" && page <= "2100" &&
                    page.find_first_not_of("0123456789") == std::string_view::npos;
  const bool digits =
      !page.empty() && page.size() <= 12 && IsDigit(static_cast<unsigned char>(page[0])) && !year;
  if (!digits) return false;
  if (at > begin + 1 && text[at - 1] == 'e' && IsSpace(CharBefore(text, at - 1).code)) --at;
  at = static_cast<std::uint32_t>(SkipSpacesBack(text, at));
  for (std::string_view label : {" pp.", " p."}) {
    if (text.substr(begin, at - begin).ends_with(label))
      at -= static_cast<std::uint32_t>(label.size());
  }
  *end = static_cast<std::uint32_t>(SkipSpacesBack(text, at));
  return true;
}

class PageScanner {
 public:
  explicit PageScanner(const CitationContext& context) : context_(context), text_(context.text) {}

  Citations Run() {
    for (const ProseRun& run : context_.prose) {
      for (std::uint32_t at = run.span.begin; at < run.span.end; ++at) {
        if (text_[at] == '(') TryBracket(at + 1, run.span.end);
      }
    }
    return std::move(found_);
  }

 private:
  void TryBracket(std::uint32_t begin, std::uint32_t limit) {
    const std::string_view rest =
        text_.substr(begin, std::min<std::size_t>(kMaxBracket, limit - begin));
    const std::size_t close = rest.find_first_of("()[]");
    if (close == std::string_view::npos || rest[close] != ')') return;
    Citations inside;
    bool paged = false;
    for (std::size_t from = 0; from <= close;) {
      const std::size_t to = std::min(rest.find(';', from), close);
      if (!TryPart(begin + static_cast<std::uint32_t>(from), begin + static_cast<std::uint32_t>(to),
                   &inside, &paged)) {
        return;
      }
      from = to + 1;
    }
    if (!paged) return;
    found_.insert(found_.end(), std::make_move_iterator(inside.begin()),
                  std::make_move_iterator(inside.end()));
  }

  bool TryPart(std::uint32_t begin, std::uint32_t end, Citations* inside, bool* paged) const {
    begin = static_cast<std::uint32_t>(SkipSpaces(text_, begin));
    end = static_cast<std::uint32_t>(SkipSpacesBack(text_, end));
    if (begin >= end) return false;
    std::uint32_t names_end = end;
    const bool page = TakePage(text_, begin, &names_end);
    const auto group =
        ReadNamesBefore(text_, begin, names_end, context_.authors, NamePlace::kBracket);
    if (!group || !group->leading || !context_.authors.HasFirst(group->authors.front()))
      return false;
    *paged |= page || group->joined || group->et_al;
    Citation c;
    c.style = CitationStyle::kAuthorYear;
    c.text_span = {group->begin, end};
    c.authors = group->authors;
    c.et_al = group->et_al;
    inside->push_back(std::move(c));
    return true;
  }

  const CitationContext& context_;
  std::string_view text_;
  Citations found_{};
};

}  // namespace

Citations FindAuthorPage(const CitationContext& context, std::size_t author_year_markers) {
  if (context.authors.empty()) return {};
  Citations found = PageScanner(context).Run();
  if (found.size() <= author_year_markers) found.clear();
  return found;
}

}  // namespace claimgraph
