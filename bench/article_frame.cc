// An example is cut once into blocks, and each block into pieces.

#include "bench/article_frame.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <utility>

#include "bench/article_words.h"

namespace claimgraph::bench {
namespace {

// How an example is cut.
struct Shape {
  const char* file;
  const char* separator;         // of blocks
  std::size_t head_blocks;       // that every article has
  const char* references;        // begins the list, or what stands for it
  const char* after_references;  // begins what follows it
};

constexpr Shape kShapes[] = {
    {"massage-post.txt", "\n", 7, "\nReferences\n", "\nThis article is general"},
    {"stretching-post.txt", "\n\n", 1, "\nReferences\n", "Disclaimer:"},
    {"page.html", "\n\n", 1, "  <h2 id=\"references\">", "  </ol>\n</article>"},
    {"draft.md", "\n\n", 2, "## References", ""},
};

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string ReadAll(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!text.empty()) return text;
  std::fprintf(stderr, "%s: cannot read\n", path.c_str());
  std::abort();
}

std::size_t MustFind(std::string_view text, std::string_view what, std::size_t from = 0) {
  const std::size_t at = text.find(what, from);
  if (at != std::string_view::npos) return at;
  std::fprintf(stderr, "an example lacks \"%.*s\"\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

std::vector<std::string_view> Split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t end; (end = text.find(separator, begin)) != std::string_view::npos;
       begin = end + separator.size()) {
    parts.push_back(text.substr(begin, end - begin));
  }
  parts.push_back(text.substr(begin));
  return parts;
}

// "Adams, R., & Baker, T. (2007). ..." -> Adams, Baker, 2007.  Others have no families.
Cited FromApa(std::string_view line) {
  Cited cited;
  const std::size_t year = line.find(" (");
  if (year == std::string_view::npos || year + 6 >= line.size() || !IsDigit(line[year + 2]))
    return {};
  cited.year = std::atoi(std::string(line.substr(year + 2, 4)).c_str());
  for (std::string_view part : Split(line.substr(0, year), ", ")) {
    if (part.starts_with("& ")) part.remove_prefix(2);
    if (part.find('.') == std::string_view::npos) cited.families.emplace_back(part);
  }
  return cited;
}

std::vector<Cited> FromList(std::string_view list) {
  std::vector<Cited> all;
  for (const std::string_view line : Split(list, "\n")) {
    Cited cited = FromApa(line);
    if (!cited.families.empty()) all.push_back(std::move(cited));
  }
  return all;
}

std::vector<Cited> FromItems(std::string_view list) {
  std::vector<Cited> all;
  for (std::size_t at = 0; (at = list.find("<li id", at)) != std::string_view::npos; ++at) {
    all.push_back({.families = {"", ""}, .year = 2015});
  }
  return all;
}

std::vector<Cited> FromBibtex(std::string_view bibliography) {
  std::vector<Cited> all;
  for (std::size_t at = 0; (at = bibliography.find("@article{", at)) != std::string_view::npos;) {
    at += 9;
    const std::size_t end = MustFind(bibliography, ",", at);
    all.push_back({.families = {"", "", ""},
                   .year = 2015,
                   .key = std::string(bibliography.substr(at, end - at))});
  }
  return all;
}

// Cuts one block into pieces.
class Cutter {
 public:
  Cutter(const std::vector<Cited>& cited, std::string_view text) : cited_(cited), text_(text) {}

  Block Cut() {
    while (at_ < text_.size()) {
      const bool starts = at_ == 0 || (!IsLetter(text_[at_ - 1]) && !IsDigit(text_[at_ - 1]));
      if (!starts || !(IsLetter(text_[at_]) ? TakeWord() : IsDigit(text_[at_]) && TakeNumber())) {
        Copy(1);
      }
    }
    return std::move(block_);
  }

 private:
  void Copy(std::size_t count) {
    if (block_.empty() || block_.back().slot != Slot::kWords) block_.emplace_back();
    block_.back().words += text_.substr(at_, count);
    at_ += count;
  }

  bool Take(std::size_t size, Piece piece) {
    block_.push_back(std::move(piece));
    at_ += size;
    return true;
  }

  bool After(std::string_view before) const { return text_.substr(0, at_).ends_with(before); }

  template <typename Fits>
  std::string_view Run(const Fits& fits) const {
    std::size_t end = at_;
    while (end < text_.size() && fits(text_[end])) ++end;
    return text_.substr(at_, end - at_);
  }

  bool TakeWord() {
    const std::string_view word = Run(IsLetter);
    if (TakeOwnName("draft", ".bib") || TakeOwnName("yoga-for-back-pain", "\"")) return true;
    if (After("/") || After("#")) return false;  // in an address
    if (After("@")) return TakeKey();
    for (std::uint32_t r = 0; r < cited_.size(); ++r) {
      for (std::uint32_t f = 0; f < cited_[r].families.size(); ++f) {
        if (cited_[r].families[f] != word) continue;
        return Take(word.size(), {.slot = Slot::kFamily, .a = r, .b = f});
      }
    }
    return TakeConcept(word);
  }

  // What the example calls itself, or its bibliography.
  bool TakeOwnName(std::string_view name, std::string_view end) {
    const std::string_view rest = text_.substr(at_);
    if (!rest.starts_with(name) || !rest.substr(name.size()).starts_with(end)) return false;
    return Take(name.size() + end.size(), {.slot = Slot::kStem, .words = std::string(end)});
  }

  bool TakeKey() {
    const std::string_view key = Run([](char c) { return IsLetter(c) || IsDigit(c); });
    for (std::uint32_t r = 0; r < cited_.size(); ++r) {
      if (cited_[r].key == key) return Take(key.size(), {.slot = Slot::kKey, .a = r});
    }
    return false;
  }

  bool TakeConcept(std::string_view word) {
    std::string lower(word);
    lower[0] = Lower(lower[0]);
    for (std::uint32_t list = 0; list < kAllConcepts.size(); ++list) {
      const auto found = std::ranges::find(kAllConcepts[list], lower);
      if (found == kAllConcepts[list].end()) continue;
      return Take(word.size(), {.slot = Slot::kConcept,
                                .a = list,
                                .b = static_cast<std::uint32_t>(found - kAllConcepts[list].begin()),
                                .capital = lower[0] != word[0]});
    }
    return false;
  }

  bool TakeNumber() {
    const std::string_view digits = Run(IsDigit);
    if (digits.size() > 4) return false;
    const auto number = static_cast<std::uint32_t>(std::atoi(std::string(digits).c_str()));
    const std::string_view rest = text_.substr(at_ + digits.size());
    if (After("ref-") || (After("\">") && rest.starts_with("</a>"))) {
      return Take(digits.size(), {.slot = Slot::kNumber, .a = number});
    }
    if (digits.size() == 2 && rest.starts_with("%") && !rest.starts_with("% CI")) {
      return Take(2, {.slot = Slot::kPercent});
    }
    if (digits.size() == 4 && number >= 1990 && number <= 2025) {
      return Take(4, {.slot = Slot::kYear, .a = number});
    }
    return false;
  }

  const std::vector<Cited>& cited_;
  std::string_view text_;
  std::size_t at_ = 0;
  Block block_;
};

ArticleFrame CutFrame(const std::string& examples, const Shape& shape) {
  const std::string whole = ReadAll(examples + "/" + shape.file);
  const std::string_view text = whole;
  ArticleFrame frame{.file = shape.file, .entry_end = shape.separator + 1};
  const std::size_t list = MustFind(text, shape.references);
  const std::size_t title_end = text.find_first_not_of('\n', MustFind(text, "\n", list + 1));
  const std::size_t end = MustFind(text, shape.after_references, title_end);
  const std::string_view entries = text.substr(list, end - list);
  const bool html = frame.Is(".html");
  if (frame.Is(".md")) {
    frame.cited = FromBibtex(ReadAll(examples + "/draft.bib"));
  } else {
    frame.cited = html ? FromItems(entries) : FromList(entries);
  }
  const auto cut = [&](std::string_view block) { return Cutter(frame.cited, block).Cut(); };
  for (const std::string_view block : Split(text.substr(0, list), shape.separator)) {
    auto& blocks = frame.head.size() < shape.head_blocks ? frame.head : frame.body;
    const std::string with_end = std::string(block) + shape.separator;
    blocks.push_back(cut(with_end));
  }
  const std::size_t first = html ? MustFind(text, "    <li", title_end) : title_end;
  frame.list_title = cut(text.substr(list, first - list));
  frame.tail = cut(text.substr(end));
  frame.tail_bytes = text.size() - end;
  return frame;
}

}  // namespace

std::vector<ArticleFrame> ReadFrames(const std::string& examples) {
  std::vector<ArticleFrame> frames;
  for (const Shape& shape : kShapes) frames.push_back(CutFrame(examples, shape));
  return frames;
}

}  // namespace claimgraph::bench
