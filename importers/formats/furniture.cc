// Tables of phrases, compared in lower case.  Only short lines are looked at.

#include "importers/formats/furniture.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace claimgraph {
namespace {

constexpr std::size_t kLongestLine = 90;  // bytes; furniture is short
constexpr std::size_t kLongestCaption = 240;
constexpr std::size_t kHeadBlocks = 12;  // where bylines stand

constexpr std::string_view kWholeLines[] = {"advertisement",
                                            "back to top",
                                            "comments",
                                            "continue reading",
                                            "copy link",
                                            "email",
                                            "facebook",
                                            "leave a comment",
                                            "leave a reply",
                                            "linkedin",
                                            "log in",
                                            "menu",
                                            "next post",
                                            "no comments",
                                            "older posts",
                                            "newer posts",
                                            "pin it",
                                            "pinterest",
                                            "post a comment",
                                            "post comment",
                                            "previous post",
                                            "print",
                                            "read more",
                                            "recent posts",
                                            "related articles",
                                            "related posts",
                                            "reply",
                                            "see all",
                                            "share",
                                            "share this",
                                            "share this:",
                                            "share this article",
                                            "share this post",
                                            "sign in",
                                            "sign up",
                                            "skip to content",
                                            "skip to main content",
                                            "subscribe",
                                            "table of contents",
                                            "tags",
                                            "toggle navigation",
                                            "top of page",
                                            "bottom of page",
                                            "tweet",
                                            "twitter",
                                            "whatsapp",
                                            "write a comment...",
                                            "you may also like"};

constexpr std::string_view kTails[] = {
    "comments",          "leave a comment",     "leave a reply",      "post a comment",
    "recent posts",      "related articles",    "related posts",      "related stories",
    "you may also like", "you might also like", "more from this blog"};

constexpr std::string_view kReferenceHeadings[] = {
    "references", "reference list",  "sources",   "bibliography", "works cited",
    "citations",  "further reading", "footnotes", "notes",        "literature"};

// Furniture when a date, a name or a number follows.
constexpr std::string_view kDateIntroductions[] = {
    "updated",      "last updated", "last reviewed", "posted on", "posted",
    "published on", "published",    "last modified", "date",      "reviewed"};
constexpr std::string_view kNameIntroductions[] = {"by ",
                                                   "written by ",
                                                   "posted by ",
                                                   "reviewed by ",
                                                   "medically reviewed by ",
                                                   "fact checked by ",
                                                   "author: ",
                                                   "edited by "};

constexpr std::string_view kMonths[] = {"january",   "february", "march",    "april",
                                        "may",       "june",     "july",     "august",
                                        "september", "october",  "november", "december"};

constexpr std::string_view kPictured[] = {
    "athlete",  "baby",         "boy",    "child",      "client",     "close-up",   "closeup",
    "couple",   "doctor",       "face",   "family",     "girl",       "group",      "hand",
    "hands",    "illustration", "image",  "instructor", "lady",       "man",        "masseuse",
    "nurse",    "patient",      "people", "person",     "photo",      "photograph", "picture",
    "portrait", "practitioner", "runner", "screenshot", "silhouette", "therapist",  "trainer",
    "view",     "woman",        "women",  "men"};

// A verb that makes the line a sentence about the world.
constexpr std::string_view kFiniteVerbs[] = {
    "is",          "are",      "was",     "were",      "has",       "have",    "had",
    "can",         "may",      "might",   "will",      "would",     "should",  "could",
    "must",        "does",     "do",      "did",       "reported",  "showed",  "found",
    "experienced", "improved", "reduced", "increased", "decreased", "saw",     "felt",
    "became",      "helps",    "reduces", "improves",  "increases", "shows",   "suggests",
    "links",       "linked",   "lowers",  "benefits",  "needs",     "gets",    "feels",
    "who",         "suggest",  "show",    "help",      "reduce",    "improve", "need",
    "often",       "said",     "says"};

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }

std::string Lower(std::string_view s) {
  std::string out(s);
  for (char& c : out) {
    if (IsUpper(c)) c = static_cast<char>(c + 32);
  }
  return out;
}

template <std::size_t N>
bool IsOneOf(std::string_view s, const std::string_view (&list)[N]) {
  return std::find(std::begin(list), std::end(list), s) != std::end(list);
}

bool StartsWith(std::string_view s, std::string_view prefix) {
  return s.substr(0, prefix.size()) == prefix;
}

std::vector<std::string_view> Words(std::string_view s) {
  std::vector<std::string_view> words;
  std::size_t i = 0;
  while (i < s.size()) {
    const std::size_t end = std::min(s.find(' ', i), s.size());
    if (end > i) words.push_back(s.substr(i, end - i));
    i = end + 1;
  }
  return words;
}

std::string_view TrimWord(std::string_view w) {
  while (!w.empty() && (w.back() == ',' || w.back() == '.' || w.back() == ':' || w.back() == ';'))
    w.remove_suffix(1);
  return w;
}

bool IsMonth(std::string_view word) {
  word = TrimWord(word);
  return word.size() >= 3 &&
         std::any_of(std::begin(kMonths), std::end(kMonths), [word](std::string_view m) {
           return m == word ||
                  (word.size() <= 4 && StartsWith(m, word.substr(0, 3)) && word != "mayo");
         });
}

// "2", "2nd", "2024", "2024-05-02", "02/05/2024", "10:30".
bool IsDateNumber(std::string_view word) {
  word = TrimWord(word);
  if (word.empty() || !IsDigit(word[0]) || word.size() > 20) return false;
  if (word.size() >= 3 && word.size() <= 4 && !IsDigit(word.back())) {
    const std::string_view suffix = word.substr(word.size() - 2);
    if (suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th") return true;
  }
  return word.find_first_not_of("0123456789-/.:tz") == std::string_view::npos;
}

bool IsDate(std::string_view lower) {
  const auto words = Words(lower);
  if (words.empty() || words.size() > 7) return false;
  int numbers = 0;
  int months = 0;
  int separators = 0;
  for (const std::string_view w : words) {
    if (IsMonth(w)) {
      ++months;
    } else if (IsDateNumber(w)) {
      ++numbers;
      separators +=
          std::count_if(w.begin(), w.end(), [](char c) { return c == '-' || c == '/'; }) == 2;
    } else if (w != "at" && w != "am" && w != "pm" && w != "|" && w != "on" &&
               w.substr(w.size() - 1) != "," && w.find("day") == std::string_view::npos) {
      return false;
    }
  }
  return (months == 1 && numbers >= 1) || (separators == 1 && numbers >= 1);
}

bool IsReadingTime(std::string_view lower) {
  const auto words = Words(lower);
  if (words.size() < 2 || words.size() > 6) return false;
  const bool minutes = std::any_of(words.begin(), words.end(), [](std::string_view w) {
    return w == "min" || w == "mins" || w == "minute" || w == "minutes";
  });
  const bool reads = lower.find("read") != std::string_view::npos;
  const bool counts =
      std::any_of(words.begin(), words.end(), [](std::string_view w) { return IsDigit(w[0]); });
  return minutes && reads && counts;
}

bool IsDateLine(std::string_view lower) {
  if (IsDate(lower) || IsReadingTime(lower)) return true;
  for (const std::string_view introduction : kDateIntroductions) {
    if (!StartsWith(lower, introduction)) continue;
    std::string_view rest = lower.substr(introduction.size());
    while (!rest.empty() && (rest[0] == ':' || rest[0] == ' ')) rest.remove_prefix(1);
    if (IsDate(rest)) return true;
  }
  return false;
}

bool IsByline(std::string_view line, std::string_view lower) {
  for (const std::string_view introduction : kNameIntroductions) {
    if (!StartsWith(lower, introduction)) continue;
    const auto words = Words(line.substr(introduction.size()));
    if (words.empty() || words.size() > 8 || line.back() == '?' || line.back() == ':') return false;
    const auto capitals = std::count_if(words.begin(), words.end(), [](std::string_view w) {
      return !(w[0] >= 'a' && w[0] <= 'z') || w == "and";
    });
    return static_cast<std::size_t>(capitals) == words.size();
  }
  return false;
}

// "3 comments", "12 shares", "0 Likes".
bool IsCounter(std::string_view lower) {
  const auto words = Words(lower);
  if (words.size() != 2 || words[0].find_first_not_of("0123456789,.k+") != std::string_view::npos)
    return false;
  return words[1] == "comments" || words[1] == "comment" || words[1] == "shares" ||
         words[1] == "likes" || words[1] == "views";
}

std::string_view TrimEnd(std::string_view s, std::string_view what) {
  while (!s.empty() && what.find(s.back()) != std::string_view::npos) s.remove_suffix(1);
  return s;
}

bool IsNameLike(std::string_view text) {
  const auto words = Words(text);
  if (words.empty() || words.size() > 4 || text.size() > 50) return false;
  if (text.back() == '.' || text.back() == ':' || text.back() == '?' || text.back() == '!')
    return false;
  return std::all_of(words.begin(), words.end(),
                     [](std::string_view w) { return !(w[0] >= 'a' && w[0] <= 'z'); });
}

std::string_view Trim(std::string_view s) {
  while (!s.empty() && s.front() == ' ') s.remove_prefix(1);
  return TrimEnd(s, " ");
}

bool IsFurniturePart(std::string_view part) {
  if (part.empty()) return false;
  const std::string lower = Lower(part);
  return IsOneOf(lower, kWholeLines) || IsDateLine(lower) || IsByline(part, lower) ||
         IsCounter(lower);
}

// The first mark that sets the parts of a byline apart, and its size.
std::size_t FindSeparator(std::string_view line, std::size_t* size) {
  std::size_t first = line.size();
  for (const std::string_view mark : {"|", "\u2022", "\u00B7", " - ", "\u2014", "/ "}) {
    const std::size_t at = line.find(mark);
    if (at >= first) continue;
    first = at;
    *size = mark.size();
  }
  return first;
}

bool IsTail(std::string_view text) {
  if (text.size() > kLongestLine) return false;
  const std::string lower = Lower(TrimEnd(text, " :"));
  return IsOneOf(lower, kTails) || (IsCounter(lower) && lower.find("comment") != std::string::npos);
}

bool IsReferenceHeading(std::string_view text) {
  return text.size() <= kLongestLine && IsOneOf(Lower(TrimEnd(text, " :")), kReferenceHeadings);
}

bool CanBeFurniture(const Block& block) {
  return block.kind == BlockKind::kParagraph || block.kind == BlockKind::kHeading ||
         block.kind == BlockKind::kListItem || block.kind == BlockKind::kMetadata;
}

// Names beside dates at the head of the page.
void MarkHead(Document* document) {
  auto& blocks = document->blocks;
  const std::size_t end = std::min(blocks.size(), kHeadBlocks);
  const auto is_name = [&](const Block& b) {
    return (b.kind == BlockKind::kParagraph || b.kind == BlockKind::kListItem) &&
           IsNameLike(document->Words(b.span));
  };
  const auto is_dated = [&](const Block& b) {
    return b.kind == BlockKind::kMetadata && b.label.empty() &&
           IsDateLine(Lower(document->Words(b.span)));
  };
  for (std::size_t i = 0; i < end; ++i) {
    if (!is_name(blocks[i])) continue;
    const bool after = i > 0 && is_dated(blocks[i - 1]);
    const bool before = i + 1 < end && is_dated(blocks[i + 1]);
    if (after || before) blocks[i].kind = BlockKind::kMetadata;
  }
}

// The last third may be what readers and the site have added.
void MarkTail(Document* document) {
  auto& blocks = document->blocks;
  std::size_t tail = blocks.size();
  const std::size_t from = document->text.size() / 3 * 2;
  for (std::size_t i = blocks.size(); i-- > 0 && blocks[i].span.begin >= from;) {
    const std::string_view text = document->Words(blocks[i].span);
    if (IsReferenceHeading(text)) break;
    if (CanBeFurniture(blocks[i]) && IsTail(text)) tail = i;
  }
  for (std::size_t i = tail; i < blocks.size(); ++i) blocks[i].kind = BlockKind::kMetadata;
}

}  // namespace

bool IsFurniture(std::string_view line) {
  if (line.empty() || line.size() > kLongestLine) return false;
  if (IsFurniturePart(line)) return true;
  // "May 2, 2024 | Robin Cole | 4 min read": one part decides, names go along.
  bool found = false;
  while (!line.empty()) {
    std::size_t size = 0;
    const std::size_t end = FindSeparator(line, &size);
    const std::string_view part = Trim(line.substr(0, end));
    const bool furniture = IsFurniturePart(part);
    if (!furniture && !IsNameLike(part)) return false;
    found = found || furniture;
    line.remove_prefix(std::min(line.size(), end + size));
  }
  return found;
}

bool IsCaption(std::string_view line) {
  if (line.size() < 12 || line.size() > kLongestCaption) return false;
  const std::string lower = Lower(line);
  if (StartsWith(lower, "photo by ") || StartsWith(lower, "image by ") ||
      StartsWith(lower, "photo: ") || StartsWith(lower, "image: ") ||
      StartsWith(lower, "photo credit") || StartsWith(lower, "image credit") ||
      StartsWith(lower, "image source")) {
    return true;
  }
  const auto words = Words(lower);
  if ((words[0] == "figure" || words[0] == "fig." || words[0] == "table") && words.size() > 2 &&
      IsDigit(words[1][0]) && (words[1].back() == '.' || words[1].back() == ':')) {
    return true;
  }
  if (line.find(". ") != std::string_view::npos) return false;
  std::size_t subject = words.size();
  std::size_t acting = words.size();
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view w = TrimWord(words[i]);
    if (IsOneOf(w, kFiniteVerbs)) return false;
    if (subject == words.size() && i < 5 && IsOneOf(w, kPictured)) subject = i;
    const bool participle = w.size() > 4 && w.substr(w.size() - 3) == "ing";
    if (subject < i && acting == words.size() && participle) acting = i;
  }
  return subject < words.size() && acting < words.size() && acting - subject <= 5;
}

void MarkFurniture(Document* document) {
  for (Block& block : document->blocks) {
    if (!CanBeFurniture(block) || block.span.size() > kLongestLine) continue;
    if (IsFurniture(document->Words(block.span))) block.kind = BlockKind::kMetadata;
  }
  MarkHead(document);
  MarkTail(document);
}

}  // namespace claimgraph
