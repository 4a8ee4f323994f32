// BibTeX counts even the braces behind a backslash, and one too many would swallow the
// rest of the file: where those of a text do not match, they are written as commands,
// which fewer programs know.

#include "queries/exports/bibtex.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>

#include "core/text/ascii.h"
#include "core/text/normalize.h"
#include "core/text/utf8.h"
#include "queries/exports/bibliography.h"

namespace claimgraph {
namespace {

// @online and @report are BibLaTeX's; plain BibTeX prints them as @misc.
std::string_view TypeName(EntryType type) {
  switch (type) {
    case EntryType::kArticle:
      return "article";
    case EntryType::kChapter:
      return "incollection";
    case EntryType::kBook:
      return "book";
    case EntryType::kReport:
      return "report";
    case EntryType::kPage:
      return "online";
    case EntryType::kPreprint:
    case EntryType::kOther:
      break;
  }
  return "misc";
}

bool BracesMatch(std::string_view text) {
  int depth = 0;
  for (const char c : text) {
    if (c == '{') ++depth;
    if (c == '}' && --depth < 0) return false;
  }
  return depth == 0;
}

// What `c` is in a text; `before` is what was written last.  The empty pair of braces
// keeps two signs from becoming one: "--" would be a dash.
std::string Escaped(char c, char before, bool braces_match) {
  switch (c) {
    case '\\':
      return "\\textbackslash{}";
    case '{':
      return braces_match ? "\\{" : "\\textbraceleft{}";
    case '}':
      return braces_match ? "\\}" : "\\textbraceright{}";
    case '~':
      return "\\textasciitilde{}";
    case '^':
      return "\\textasciicircum{}";
    case '`':
      return "\\textasciigrave{}";
    case '&':
    case '%':
    case '$':
    case '#':
    case '_':
      return {'\\', c};
    case '-':
    case '\'':
      return before == c ? std::string{'{', '}', c} : std::string{c};
    default:
      return {c};
  }
}

// One line of LaTeX.  Control characters go; a byte that is not UTF-8 becomes U+FFFD.
std::string Text(std::string_view words, bool braces_match) {
  std::string latex;
  const std::string tidy = Tidy(words);
  char before = 0;
  for (std::size_t i = 0; i < tidy.size();) {
    char32_t character = 0;
    i += DecodeUtf8At(tidy, i, &character);
    if (character < 0x20 || (character >= 0x7F && character < 0xA0)) continue;
    const char c = character < 0x80 ? static_cast<char>(character) : '\0';
    if (c == '\0') {
      AppendUtf8(character, &latex);
    } else {
      latex += Escaped(c, before, braces_match);
    }
    before = c;
  }
  return latex;
}

std::string Text(std::string_view words) { return Text(words, BracesMatch(words)); }

// True for a word whose capitals a style would take: any but the one that begins a
// title.
bool NeedsBraces(std::string_view word, bool first) {
  char32_t begins = 0;
  if (first) word.remove_prefix(DecodeUtf8At(word, 0, &begins));
  return Unaccented(word) != Fold(word);
}

std::string TitleText(std::string_view title) {
  std::string latex;
  const std::string tidy = Tidy(title);
  const bool braces_match = BracesMatch(tidy);
  ascii::ForEachWord(tidy, [&](std::string_view word) {
    const bool first = latex.empty();
    const std::string text = Text(word, braces_match);
    if (!first) latex += ' ';
    latex += NeedsBraces(word, first) ? "{" + text + "}" : text;
  });
  return latex;
}

// "{Smith, Jr}, John": a part that BibTeX would cut stands in braces.
std::string NamePart(std::string_view part) {
  const std::string text = Text(part);
  const std::string padded = " " + ascii::Lowered(text) + " ";
  const bool cut = text.find(',') != std::string::npos || text.find('=') != std::string::npos ||
                   padded.find(" and ") != std::string::npos;
  return cut ? "{" + text + "}" : text;
}

std::string Names(const BibliographyEntry& entry) {
  std::string names;
  for (const Author& author : entry.work.authors) {
    if (!names.empty()) names += " and ";
    // A name of one part is kept whole, a body's or a person's.
    names += author.given.empty() ? "{" + Text(author.family) + "}"
                                  : NamePart(author.family) + ", " + NamePart(author.given);
  }
  if (entry.et_al && !names.empty()) names += " and others";
  return names;
}

// "25-31" -> "25--31"; a number with a dash of its own ("12-1-12-9") stays.
std::string Pages(std::string_view printed) {
  std::string pages = Text(Plain(printed));
  const std::size_t dash = pages.find('-');
  if (dash != std::string::npos && pages.find('-', dash + 1) == std::string::npos) {
    pages.insert(dash, 1, '-');
  }
  return pages;
}

// An address or identifier is taken to the letter, but for what would end the field.
std::string Verbatim(std::string_view address) {
  std::string text;
  for (const char c : address) {
    const auto byte = static_cast<unsigned char>(c);
    const bool odd = byte <= 0x20 || byte == 0x7F || ascii::IsIn(c, "{}\\");
    text += odd ? fmt::format("%{:02X}", byte) : std::string{c};
  }
  return text;
}

class EntryWriter {
 public:
  explicit EntryWriter(std::ostream& out) : out_(out) {}

  void Write(const BibliographyEntry& entry) {
    const Work& work = entry.work;
    out_ << '@' << TypeName(entry.type) << '{' << entry.key << ",\n";
    Field("author", Names(entry));
    Field("title", TitleText(work.title));
    Field("year", work.year == 0 ? std::string() : fmt::format("{}", work.year));
    Field(entry.type == EntryType::kChapter ? "booktitle" : "journal", Text(work.container));
    Field("volume", Text(entry.volume));
    Field("number", Text(entry.issue));
    Field("pages", Pages(entry.pages));
    Field(entry.type == EntryType::kReport ? "institution" : "publisher", Text(entry.publisher));
    Field("doi", Verbatim(work.doi));
    Field("pmid", Verbatim(work.pmid));
    Field("pmcid", Verbatim(work.pmcid));
    Field("url", Verbatim(work.url));
    Field("note", Text(entry.note));
    out_ << "}\n\n";
  }

 private:
  void Field(std::string_view name, const std::string& value) {
    if (!value.empty()) out_ << "  " << name << " = {" << value << "},\n";
  }

  std::ostream& out_;
};

}  // namespace

Status ExportBibtex(const ExportScope& scope, const ExportSettings& /*settings*/,
                    std::ostream& out) {
  EntryWriter writer(out);
  return scope.Each<Work>([&](const Work& work) -> Status {
    const Result<BibliographyEntry> entry = EntryOf(scope.reader(), work);
    if (!entry) return tl::unexpected(entry.error());
    writer.Write(*entry);
    return {};
  });
}

}  // namespace claimgraph
