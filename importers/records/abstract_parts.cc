// Each ":" is looked at once, with at most kLongestLabel bytes before it.

#include "importers/records/abstract_parts.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/normalize.h"
#include "core/text/utf8.h"

namespace claimgraph {
namespace {

using namespace ascii;

constexpr std::size_t kLongestLabel = 80;
constexpr std::size_t kLongestTag = 2000;
constexpr std::size_t kLongestEntity = 10;

// Words that head parts of abstracts, sorted; plurals and "(s)" are taken off before.
constexpr std::string_view kHeadingWords[] = {
    "abstract",       "aim",          "analyse",      "analysis",       "approach",
    "assessment",     "background",   "case",         "clinical",       "collection",
    "conclusion",     "context",      "contribution", "data",           "design",
    "discussion",     "evidence",     "experimental", "exposure",       "extraction",
    "finding",        "funding",      "goal",         "hypothese",      "hypothesis",
    "implication",    "importance",   "inclusion",    "interpretation", "intervention",
    "introduction",   "level",        "limitation",   "location",       "main",
    "material",       "measure",      "measurement",  "method",         "methodology",
    "motivation",     "object",       "objective",    "observation",    "outcome",
    "participant",    "patient",      "population",   "practice",       "presentation",
    "primary",        "procedure",    "purpose",      "question",       "rationale",
    "recommendation", "registration", "relevance",    "result",         "sample",
    "selection",      "setting",      "significance", "source",         "statistical",
    "strategy",       "study",        "subject",      "summary",        "synthesis",
    "trial"};

// Words that join them, sorted.
constexpr std::string_view kJoiningWords[] = {
    "and",           "author",    "authors",   "criteria", "eligibility", "for",
    "from",          "in",        "key",       "of",       "on",          "or",
    "participating", "potential", "principal", "review",   "search",      "secondary",
    "the",           "to",        "with"};

static_assert(std::ranges::is_sorted(kHeadingWords));
static_assert(std::ranges::is_sorted(kJoiningWords));

bool IsHeadingWord(std::string_view word) {
  if (word.ends_with('s') && word != "hypothesis" && word != "analysis" && word != "synthesis") {
    word.remove_suffix(1);
  }
  return std::ranges::binary_search(kHeadingWords, word);
}

bool IsJoiningWord(std::string_view word) {
  return std::ranges::binary_search(kJoiningWords, word);
}

// Whether capitals alone, and no small letter, are in it.
bool IsInCapitals(std::string_view label) {
  return std::none_of(label.begin(), label.end(), [](char c) { return IsLower(c); });
}

// In capitals one word of a heading is enough; else all must be.
bool IsLabel(std::string_view label) {
  if (label.empty() || !IsUpper(label.front())) return false;
  bool heads = false;
  bool others = false;
  for (std::size_t i = 0; i < label.size();) {
    if (!IsWord(label[i])) {
      if (!IsIn(label[i], " /&,-()'")) return false;
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < label.size() && IsWord(label[end])) ++end;
    const std::string word = Lowered(label.substr(i, end - i));
    const bool heading = IsHeadingWord(word);
    heads = heads || heading;
    others = others || (!heading && !IsJoiningWord(word) && word != "s");
    i = end;
  }
  return heads && (!others || IsInCapitals(label));
}

// The label that ends at text[colon] and begins after the end of a sentence, but not
// before `from`; empty if there is none.  `*begin` is where it begins.
std::string_view LabelBefore(std::string_view text, std::size_t from, std::size_t colon,
                             std::size_t* begin) {
  const std::size_t least = colon - std::min(colon - from, kLongestLabel);
  std::size_t i = colon;
  while (i > least && !IsIn(text[i - 1], ".?!;:")) --i;
  if (i == least && i != from) return {};
  while (i < colon && (IsSpace(text[i]) || text[i] == ')' || text[i] == '"')) ++i;
  *begin = i;
  std::string_view label = text.substr(i, colon - i);
  while (label.ends_with(' ')) label.remove_suffix(1);
  return IsLabel(label) ? label : std::string_view();
}

void AddPart(std::string label, std::string_view text, std::vector<AbstractPart>* parts) {
  AbstractPart part{.label = std::move(label), .text = Tidy(text)};
  if (!part.text.empty() || !part.label.empty()) parts->push_back(std::move(part));
}

// A tag at markup[at] == '<'; 0 where it opens none.
std::size_t TagSize(std::string_view markup, std::size_t at) {
  const std::size_t name = at + (markup.substr(at + 1, 1) == "/" ? 2 : 1);
  if (name >= markup.size()) return 0;
  if (markup.substr(at, 4) == "<!--") {
    const std::size_t end = markup.substr(at, kLongestTag).find("-->");
    return end == std::string_view::npos ? 0 : end + 3;
  }
  if (!IsUpper(markup[name]) && !IsLower(markup[name])) return 0;
  const std::string_view rest = markup.substr(name, kLongestTag);
  const std::size_t end = rest.find_first_of("<>");
  if (end == std::string_view::npos || rest[end] == '<') return 0;
  return name - at + end + 1;
}

// "jats:title" -> "title".
std::string TagName(std::string_view tag) {
  tag.remove_prefix(tag.starts_with("</") ? 2 : 1);
  std::size_t end = 0;
  while (end < tag.size() && (IsWord(tag[end]) || tag[end] == ':' || tag[end] == '-')) ++end;
  tag = tag.substr(0, end);
  if (const std::size_t colon = tag.find(':'); colon != std::string_view::npos) {
    tag.remove_prefix(colon + 1);
  }
  return Lowered(tag);
}

char32_t NumericEntity(std::string_view digits) {
  const bool hex = digits.starts_with('x') || digits.starts_with('X');
  if (hex) digits.remove_prefix(1);
  char32_t c = 0;
  for (const char d : digits) {
    const char low = Lower(d);
    const bool letter = hex && low >= 'a' && low <= 'f';
    if (!IsDigit(d) && !letter) return 0;
    const auto value = static_cast<char32_t>(letter ? low - 'a' + 10 : d - '0');
    c = c * (hex ? 16 : 10) + value;
    if (c > 0x10FFFF) return 0;
  }
  return c >= 0xD800 && c < 0xE000 ? 0 : c;
}

// Appends what the entity at text[at] == '&' stands for; its size, or 0.
std::size_t AppendEntity(std::string_view text, std::size_t at, std::string* out) {
  const std::string_view rest = text.substr(at + 1, kLongestEntity);
  const std::size_t end = rest.find(';');
  if (end == std::string_view::npos || end == 0) return 0;
  const std::string_view name = rest.substr(0, end);
  static constexpr std::pair<std::string_view, std::string_view> kNamed[] = {
      {"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}, {"nbsp", " "}};
  for (const auto& [known, means] : kNamed) {
    if (name != known) continue;
    out->append(means);
    return end + 2;
  }
  const char32_t c = name.front() == '#' ? NumericEntity(name.substr(1)) : 0;
  if (c == 0) return 0;
  AppendUtf8(c, out);
  return end + 2;
}

std::string WithoutEntities(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t size = text[i] == '&' ? AppendEntity(text, i, &out) : 0;
    if (size == 0) out.push_back(text[i]);
    i += std::max<std::size_t>(size, 1);
  }
  return out;
}

bool IsBlockTag(const std::string& name) {
  return name == "p" || name == "sec" || name == "title" || name == "br" || name == "div" ||
         name == "list-item" || name == "li";
}

}  // namespace

std::vector<AbstractPart> SplitAbstract(std::string_view printed) {
  const std::string tidy = Tidy(printed);  // a heading may be cut by the end of a line
  const std::string_view text = tidy;
  std::vector<AbstractPart> parts;
  std::string label;
  std::size_t from = 0;  // where the text of the part begins
  for (std::size_t colon = text.find_first_of(":."); colon != std::string_view::npos;
       colon = text.find_first_of(":.", colon + 1)) {
    std::size_t begin = 0;
    const std::string_view next = LabelBefore(text, from, colon, &begin);
    // "METHODS. We ..." is a heading; "Results. We ..." may be a sentence.
    if (next.empty() || (text[colon] == '.' && !IsInCapitals(next))) continue;
    AddPart(std::move(label), text.substr(from, begin - from), &parts);
    label = Tidy(next);
    from = colon + 1;
  }
  AddPart(std::move(label), text.substr(from), &parts);
  return parts;
}

std::string WithoutMarkup(std::string_view markup) {
  std::string out;
  out.reserve(markup.size());
  for (std::size_t i = 0; i < markup.size();) {
    const std::size_t size = markup[i] == '<' ? TagSize(markup, i) : 0;
    if (size == 0) {
      out.push_back(markup[i++]);
      continue;
    }
    if (IsBlockTag(TagName(markup.substr(i, size)))) out.push_back(' ');
    i += size;
  }
  return Tidy(WithoutEntities(out));
}

std::vector<AbstractPart> SplitMarkedUpAbstract(std::string_view markup) {
  std::vector<AbstractPart> parts;
  std::string label;
  std::size_t from = 0;  // where the part, or the title that is open, begins
  bool titled = false;
  for (std::size_t i = markup.find('<'); i != std::string_view::npos; i = markup.find('<', i)) {
    const std::size_t size = TagSize(markup, i);
    if (size == 0) {
      ++i;
      continue;
    }
    const std::string_view tag = markup.substr(i, size);
    if (TagName(tag) == "title") {
      const std::string inside = WithoutMarkup(markup.substr(from, i - from));
      if (tag.starts_with("</")) {
        label = inside;
        while (label.ends_with(':') || label.ends_with('.')) label.pop_back();
      } else {
        AddPart(std::move(label), inside, &parts);
        label.clear();
      }
      titled = true;
      from = i + size;
    }
    i += size;
  }
  const std::string last = WithoutMarkup(markup.substr(from));
  if (!titled) return SplitAbstract(last);
  AddPart(std::move(label), last, &parts);
  // The abstract's own title says nothing.
  std::erase_if(parts, [](const AbstractPart& p) { return p.text.empty(); });
  if (!parts.empty() && Lowered(parts.front().label) == "abstract") parts.front().label.clear();
  if (parts.size() == 1 && parts.front().label.empty()) return SplitAbstract(parts.front().text);
  return parts;
}

}  // namespace claimgraph
