// A passage is a block, or a run of blocks that belong together (a list's items, a
// table's cells), with what is said about it.

#include "queries/reports/html_article.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "queries/reports/html_card.h"
#include "queries/reports/inline_text.h"

namespace claimgraph {
namespace {

constexpr std::array<std::string_view, 7> kHeadings = {"h1", "h1", "h2", "h3", "h4", "h5", "h6"};
constexpr int kLowest = 6;

bool IsCell(const Block& block) {
  return block.kind == BlockKind::kTableHead || block.kind == BlockKind::kTableCell;
}

class Article {
 public:
  Article(const DocumentIndex& index, int top_level, HtmlWriter* html)
      : index_(index),
        blocks_(index.graph().document.blocks),
        html_(*html),
        words_(index, html),
        level_(top_level - 1),
        top_level_(top_level) {}

  void Put() {
    for (std::size_t i = 0; i < blocks_.size();) {
      if (IsCell(blocks_[i])) {
        i = PutTable(i);
      } else {
        PutBlock(blocks_[i]);
        ++i;
      }
    }
    // What stands behind the last block.
    PutNotes(~0U);
  }

 private:
  void BeginPassage() {
    html_.Open("div", {{"class", "passage"}});
    html_.Open("div", {{"class", "words"}, {"dir", "auto"}});
  }

  // Closes the words, and puts beside them what is said about them.
  void EndPassage(const std::vector<const Claim*>& claims, std::uint32_t end) {
    html_.Close();
    const bool notes =
        loose_ < index_.LooseFindings().size() && index_.LooseFindings()[loose_].first < end;
    if (!claims.empty() || notes) {
      html_.Open("div", {{"class", "cards"}});
      for (const Claim* claim : claims) PutCard(*claim, index_, &html_);
      PutNotes(end);
      html_.Close();
    }
    html_.Close();
  }

  void PutNotes(std::uint32_t end) {
    const auto& notes = index_.LooseFindings();
    for (; loose_ < notes.size() && notes[loose_].first < end; ++loose_) {
      PutFinding(*notes[loose_].second, index_, &html_);
    }
  }

  void PutBlock(const Block& block) {
    BeginPassage();
    std::vector<const Claim*> claims;
    switch (block.kind) {
      case BlockKind::kHeading:
        html_.Open(HeadingFor(block));
        claims = words_.Put(block);
        html_.Close();
        break;
      case BlockKind::kListItem:
        claims = PutItem(block);
        break;
      case BlockKind::kQuote:
        html_.Open("blockquote");
        claims = words_.Put(block);
        html_.Close();
        break;
      default:
        claims = PutParagraph(block);
        break;
    }
    EndPassage(claims, block.span.end);
  }

  std::vector<const Claim*> PutParagraph(const Block& block) {
    const bool note = block.kind == BlockKind::kFootnote;
    const bool caption = block.kind == BlockKind::kCaption;
    const bool front = block.kind == BlockKind::kMetadata;
    html_.Open("p", {{"class", note ? "footnote" : caption ? "caption" : front ? "front" : ""}});
    if ((note || front) && !block.label.empty()) {
      html_.Element("span", block.label + (front ? ":" : ""), {{"class", "label"}});
      html_.Text(" ");
    }
    std::vector<const Claim*> claims = words_.Put(block);
    html_.Close();
    return claims;
  }

  // Each item is a list of its own, since its cards stand below it; depth and number
  // say what it belonged to.
  std::vector<const Claim*> PutItem(const Block& block) {
    const std::string depth = fmt::format("depth-{}", std::clamp<int>(block.level, 1, 5));
    html_.Open(block.ordered ? "ol" : "ul", {{"class", depth}});
    html_.Open("li", {{"value", block.ordered ? fmt::format("{}", block.number) : ""},
                      {"aria-level", block.level > 1 ? fmt::format("{}", block.level) : ""}});
    std::vector<const Claim*> claims = words_.Put(block);
    html_.Close();
    html_.Close();
    return claims;
  }

  // Blocks say which cells are heads, not which row they are in: rows are as long as
  // there are heads before the first other cell, if that comes out even.
  std::size_t PutTable(std::size_t first) {
    std::size_t end = first;
    while (end < blocks_.size() && IsCell(blocks_[end])) ++end;
    std::size_t heads = 0;
    while (first + heads < end && blocks_[first + heads].kind == BlockKind::kTableHead) ++heads;
    const bool even = heads > 0 && (end - first) % heads == 0;
    const std::size_t width = even ? heads : 1;
    std::vector<const Claim*> claims;
    BeginPassage();
    html_.Open("div", {{"class", "scroll"},
                       {"tabindex", "0"},
                       {"role", "region"},
                       {"aria-label", fmt::format("table {} of the article", ++tables_)}});
    html_.Open("table");
    for (std::size_t i = first; i < end; ++i) {
      if ((i - first) % width == 0) html_.Open("tr");
      const bool head = blocks_[i].kind == BlockKind::kTableHead;
      html_.Open(head ? "th" : "td", {{"scope", head ? ScopeOf(i - first, width) : ""}});
      const std::vector<const Claim*> some = words_.Put(blocks_[i]);
      claims.insert(claims.end(), some.begin(), some.end());
      html_.Close();
      if ((i - first) % width == width - 1) html_.Close();
    }
    html_.Close();
    html_.Close();
    EndPassage(claims, blocks_[end - 1].span.end);
    return end;
  }

  // Heads stand above their columns, or, below the first row, before their rows.
  static std::string_view ScopeOf(std::size_t cell, std::size_t width) {
    return cell < width || width == 1 ? "col" : "row";
  }

  // The article's own levels, moved below ours, and never two down at once.
  std::string_view HeadingFor(const Block& block) {
    const int wanted = top_level_ + std::max<int>(block.level, 1) - 1;
    level_ = std::min({wanted, level_ + 1, kLowest});
    return kHeadings.at(static_cast<std::size_t>(level_));
  }

  const DocumentIndex& index_;
  const std::vector<Block>& blocks_;
  HtmlWriter& html_;
  InlineText words_;
  int level_;
  int top_level_;
  int tables_ = 0;
  std::size_t loose_ = 0;  // the first finding not put yet
};

}  // namespace

void PutArticle(const DocumentIndex& index, int top_level, HtmlWriter* html) {
  Article(index, top_level, html).Put();
}

}  // namespace claimgraph
