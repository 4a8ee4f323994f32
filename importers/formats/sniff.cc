// A document type or a root element says JATS or HTML whatever the name; an entry at
// the start says BibTeX, and an object with a "text" a list of claims.  Markdown has no signature,
// so a name decides, and for other names the count of lines and links that only Markdown has.

#include "importers/formats/sniff.h"

#include <algorithm>
#include <array>
#include <string>

#include "importers/formats/claim_list.h"
#include "importers/formats/docx.h"
#include "importers/formats/html_tags.h"
#include "importers/formats/html_tokens.h"
#include "importers/formats/jats.h"
#include "importers/formats/pdf.h"

namespace claimgraph {
namespace {

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsSpace(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

std::string Extension(std::string_view source) {
  const std::size_t dot = source.find_last_of("./\\");
  if (dot == std::string_view::npos || source[dot] != '.') return {};
  std::string out(source.substr(dot + 1));
  std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) {
    return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  });
  return out;
}

bool IsMarkdownName(const std::string& extension) {
  for (const std::string_view e : {"md", "markdown", "mdown", "mkd", "qmd", "rmd", "mdx"}) {
    if (extension == e) return true;
  }
  return false;
}

// The first tag, after comments, white space and an XML declaration.
HtmlToken FirstTag(std::string_view head) {
  HtmlTokenizer tokens(head, {0, static_cast<std::uint32_t>(head.size())});
  for (HtmlToken t = tokens.Next();; t = tokens.Next()) {
    const bool blank =
        t.kind == HtmlTokenKind::kText &&
        std::all_of(head.begin() + t.source.begin, head.begin() + t.source.end, IsSpace);
    if (t.kind != HtmlTokenKind::kComment && !blank) return t;
  }
}

bool IsHtmlPage(std::string_view head) {
  const std::size_t first = std::min(head.find_first_not_of(" \t\r\n"), head.size());
  if (EqualsIgnoringCase(head.substr(first, 9), "<!doctype")) return true;
  const HtmlToken tag = FirstTag(head);
  if (tag.kind != HtmlTokenKind::kOpenTag) return false;
  const HtmlTag kind = FindHtmlTag(tag.name);
  return kind == HtmlTag::kHtml || kind == HtmlTag::kHead || kind == HtmlTag::kBody ||
         kind == HtmlTag::kTitle || kind == HtmlTag::kMeta;
}

// A fragment: it begins with a tag, and block-level tags are common.
bool IsHtmlFragment(std::string_view head) {
  const HtmlToken first = FirstTag(head);
  if (first.kind != HtmlTokenKind::kOpenTag || first.cut) return false;
  if (FindHtmlTag(first.name) == HtmlTag::kUnknown) return false;
  HtmlTokenizer tokens(head, {0, static_cast<std::uint32_t>(head.size())});
  int opens = 0;
  int closes = 0;
  for (HtmlToken t = tokens.Next(); t.kind != HtmlTokenKind::kEnd; t = tokens.Next()) {
    opens += t.kind == HtmlTokenKind::kOpenTag && IsBlockTag(FindHtmlTag(t.name));
    closes += t.kind == HtmlTokenKind::kCloseTag && IsBlockTag(FindHtmlTag(t.name));
  }
  return opens >= 1 && closes >= 1;
}

// "@article{key," or "@string(" before anything else but comments.
bool IsBibtex(std::string_view head) {
  std::size_t i = 0;
  while (i < head.size()) {
    while (i < head.size() && IsSpace(head[i])) ++i;
    if (i < head.size() && head[i] == '%') {
      i = std::min(head.find('\n', i), head.size());
      continue;
    }
    break;
  }
  if (i >= head.size() || head[i] != '@') return false;
  std::size_t k = i + 1;
  while (k < head.size() && IsLetter(head[k])) ++k;
  if (k - i < 3) return false;
  while (k < head.size() && IsSpace(head[k])) ++k;
  if (k < head.size() && head[k] == '(') return EqualsIgnoringCase(head.substr(i + 1, 6), "string");
  return k < head.size() && head[k] == '{';
}

// How much looks like Markdown and like nothing else.
int MarkdownSigns(std::string_view head) {
  int signs = 0;
  std::size_t i = 0;
  while (i < head.size()) {
    const std::size_t nl = std::min(head.find('\n', i), head.size());
    const std::string_view line = head.substr(i, nl - i);
    const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
    if (level >= 1 && level <= 6 && level < line.size() && line[level] == ' ') signs += 2;
    if (line.substr(0, 3) == "```" ||
        (line.substr(0, 2) == "[^" && line.find("]:") != std::string_view::npos))
      signs += 2;
    if (line.find("](http") != std::string_view::npos || line.find("](/") != std::string_view::npos)
      signs += 2;
    if (line.substr(0, 2) == "> ") ++signs;
    const std::size_t bold = line.find("**");
    if (bold != std::string_view::npos && line.find("**", bold + 3) != std::string_view::npos)
      ++signs;
    if (line.find("|--") != std::string_view::npos || line.find("| --") != std::string_view::npos)
      signs += 2;
    i = nl + 1;
  }
  return signs;
}

}  // namespace

Format SniffText(std::string_view head, std::string_view source) {
  const std::string extension = Extension(source);
  if (IsClaimList(head, extension == "jsonl" || extension == "ndjson")) return Format::kClaimList;
  if (IsJats(head)) return Format::kJats;
  if (IsHtmlPage(head)) return Format::kHtml;
  if (IsBibtex(head)) return Format::kBibtex;
  if (IsMarkdownName(extension)) return Format::kMarkdown;
  if (extension == "bib" || extension == "bibtex") return Format::kBibtex;
  if (IsHtmlFragment(head)) return Format::kHtml;
  const bool front_matter = head.substr(0, 4) == "---\n" || head.substr(0, 5) == "---\r\n";
  if (MarkdownSigns(head) >= 3 || (front_matter && MarkdownSigns(head) >= 1))
    return Format::kMarkdown;
  const bool named_html = extension == "html" || extension == "htm" || extension == "xhtml";
  return named_html && head.find('<') != std::string_view::npos ? Format::kHtml
                                                                : Format::kPlainText;
}

std::string NotText(std::string_view bytes) {
  struct Signature {
    std::string_view bytes{};
    std::string_view says{};
  };
  static constexpr Signature kSignatures[] = {
      {"PK\x03\x04",
       "This is a ZIP or Office file other than DOCX, which was not read; convert it first, as "
       "with pandoc."},
      {"\xD0\xCF\x11\xE0", "This is an old Office file, which was not read; save it as text."},
      {"{\\rtf", "This is an RTF file, which was not read; save it as text."},
      {"\x1F\x8B", "This file is compressed with gzip; decompress it first."},
      {"\x89PNG", "This is an image, not an article."},
      {"\xFF\xD8\xFF", "This is an image, not an article."},
      {"GIF8", "This is an image, not an article."},
      {"\x7F"
       "ELF",
       "This is a program, not an article."},
  };
  if (IsDocx(bytes) || IsPdf(bytes)) return {};
  const std::string_view head = bytes.substr(0, kSniffedBytes);
  for (const Signature& s : kSignatures) {
    if (head.starts_with(s.bytes)) return std::string(s.says);
  }
  if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) return {};  // UTF-16
  // UTF-16 without a mark has a NUL in every second place, always on one side.
  std::array<std::size_t, 2> nuls = {0, 0};
  std::size_t controls = 0;
  for (std::size_t i = 0; i < head.size(); ++i) {
    const auto c = static_cast<unsigned char>(head[i]);
    nuls[i % 2] += c == 0;
    controls += c < 0x20 && (c < '\t' || c > '\r') && c != 0x1B;
  }
  const auto [least, most] = std::minmax(nuls[0], nuls[1]);
  if (most > head.size() / 4 && least * 20 < most) return {};
  if (controls <= 2 || controls * 100 <= head.size()) return {};
  return "This is not text, so nothing was read: it is full of NUL and control bytes.";
}

}  // namespace claimgraph
