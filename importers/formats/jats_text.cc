// One pass over the tree's nodes, with the open elements on a stack.  Each carries
// the kind of block that text inside it becomes and passes it on, as in html.cc.

#include "importers/formats/jats_text.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "core/text/ascii.h"
#include "importers/formats/document_builder.h"

namespace claimgraph {
namespace {

enum class Tag : std::uint8_t {
  kOther,
  kSkipped,
  kArticleMeta,
  kTitleGroup,
  kSection,  // counts for the level of the titles inside
  kTitle,
  kBlock,  // text inside is a paragraph of its own
  kInlineBlock,
  kLabel,
  kFigure,
  kCaption,
  kList,
  kListItem,
  kQuote,
  kNote,
  kTable,
  kHead,
  kRow,
  kHeadCell,
  kCell,
  kTableFoot,
  kReference,  // <xref>
  kAddress,    // <ext-link>, <uri>
  kSup,
  kSub,
  kEmphasis,
  kStrong,
  kBreak,
};

Tag Look(std::string_view name) {
  static const std::unordered_map<std::string_view, Tag> kTags = {
      {"journal-meta", Tag::kSkipped},
      {"ref-list", Tag::kSkipped},
      {"object-id", Tag::kSkipped},
      {"alt-text", Tag::kSkipped},
      {"long-desc", Tag::kSkipped},
      {"tex-math", Tag::kSkipped},
      {"permissions", Tag::kSkipped},
      {"sub-article", Tag::kSkipped},
      {"response", Tag::kSkipped},
      {"related-article", Tag::kSkipped},
      {"related-object", Tag::kSkipped},
      {"sec-meta", Tag::kSkipped},
      {"bio", Tag::kSkipped},
      {"index-term", Tag::kSkipped},
      {"custom-meta-group", Tag::kSkipped},
      {"trans-abstract", Tag::kSkipped},
      {"mml:annotation", Tag::kSkipped},
      {"mml:annotation-xml", Tag::kSkipped},
      {"article-meta", Tag::kArticleMeta},
      {"title-group", Tag::kTitleGroup},
      {"abstract", Tag::kSection},
      {"sec", Tag::kSection},
      {"app", Tag::kSection},
      {"ack", Tag::kSection},
      {"notes", Tag::kSection},
      {"glossary", Tag::kSection},
      {"fn-group", Tag::kSection},
      {"boxed-text", Tag::kSection},
      {"title", Tag::kTitle},
      {"article-title", Tag::kTitle},
      {"subtitle", Tag::kTitle},
      {"p", Tag::kBlock},
      {"attrib", Tag::kBlock},
      {"term", Tag::kBlock},
      {"def", Tag::kBlock},
      {"verse-line", Tag::kBlock},
      {"speaker", Tag::kBlock},
      {"preformat", Tag::kBlock},
      {"def-list", Tag::kBlock},
      {"body", Tag::kBlock},
      {"back", Tag::kBlock},
      {"disp-formula", Tag::kInlineBlock},
      {"alternatives", Tag::kInlineBlock},
      {"label", Tag::kLabel},
      {"fig", Tag::kFigure},
      {"fig-group", Tag::kFigure},
      {"table-wrap", Tag::kFigure},
      {"table-wrap-group", Tag::kFigure},
      {"supplementary-material", Tag::kFigure},
      {"media", Tag::kFigure},
      {"caption", Tag::kCaption},
      {"list", Tag::kList},
      {"list-item", Tag::kListItem},
      {"disp-quote", Tag::kQuote},
      {"fn", Tag::kNote},
      {"table", Tag::kTable},
      {"thead", Tag::kHead},
      {"tr", Tag::kRow},
      {"th", Tag::kHeadCell},
      {"td", Tag::kCell},
      {"table-wrap-foot", Tag::kTableFoot},
      {"xref", Tag::kReference},
      {"ext-link", Tag::kAddress},
      {"uri", Tag::kAddress},
      {"sup", Tag::kSup},
      {"sub", Tag::kSub},
      {"italic", Tag::kEmphasis},
      {"bold", Tag::kStrong},
      {"break", Tag::kBreak},
  };
  const auto found = kTags.find(name);
  return found == kTags.end() ? Tag::kOther : found->second;
}

bool IsBlockTag(Tag tag) {
  switch (tag) {
    case Tag::kSection:
    case Tag::kTitle:
    case Tag::kBlock:
    case Tag::kFigure:
    case Tag::kCaption:
    case Tag::kList:
    case Tag::kListItem:
    case Tag::kQuote:
    case Tag::kNote:
    case Tag::kTable:
    case Tag::kRow:
    case Tag::kHeadCell:
    case Tag::kCell:
    case Tag::kTableFoot:
      return true;
    default:
      return false;
  }
}

class Reader {
 public:
  Reader(const XmlTree& tree, const JatsReferences& references)
      : tree_(tree), references_(references), builder_(tree.source()) {}

  void Read(XmlIndex article, Document* document) {
    FindNotes(article);
    open_.push_back({.end = tree_[article].end});
    for (XmlIndex i = article + 1; i < tree_[article].end;) {
      while (open_.back().end <= i) Leave();
      if (tree_[i].IsText()) {
        Text(i);
        ++i;
      } else {
        i = Enter(i) ? i + 1 : tree_[i].end;
      }
    }
    while (!open_.empty()) Leave();
    builder_.Finish(document);
  }

 private:
  struct Element {
    XmlIndex node = 0;
    XmlIndex end = 0;
    Tag tag = Tag::kOther;
    Block block{};
    int sections = 0;         // open around it, itself included
    std::uint32_t count = 0;  // a list's items, a table's rows
    std::size_t table = 0;    // place of the table around it on the stack
    bool heads = false;       // in the head of a table
    bool marks = false;
    MarkKind mark = MarkKind::kEmphasis;
    bool links = false;
  };

  // What is printed for each note, by its id.
  void FindNotes(XmlIndex article) {
    for (const XmlIndex note : tree_.FindAll(article, "fn")) {
      const std::string_view id = tree_.Attribute(note, "id");
      const XmlIndex label = tree_.Child(note, "label");
      if (!id.empty() && label != XmlTree::kNone) notes_.emplace(id, tree_.Text(label));
    }
  }

  bool IsLeftOut(XmlIndex i, Tag tag) const {
    if (tag == Tag::kSkipped) return true;
    switch (open_.back().tag) {
      case Tag::kArticleMeta:
        return tag != Tag::kTitleGroup &&
               (tree_[i].name != "abstract" || tree_.Attribute(i, "abstract-type") == "graphical" ||
                tree_.Attribute(i, "abstract-type") == "toc");
      case Tag::kTitleGroup:
        return tag != Tag::kTitle;
      case Tag::kFigure:
        return false;
      default:
        // Labels count sections and items; a note's is kept apart.
        return tag == Tag::kLabel;
    }
  }

  // False: what is inside is left out.
  bool Enter(XmlIndex i) {
    const Tag tag = Look(tree_[i].name);
    if (IsLeftOut(i, tag)) return false;
    if (tag == Tag::kBreak) {
      builder_.Break(tree_[i].source);
      return false;
    }
    Element element = open_.back();
    element.node = i;
    element.end = tree_[i].end;
    element.tag = tag;
    element.count = 0;
    element.marks = element.links = false;
    Shape(i, &element);
    if (tag == Tag::kInlineBlock) Gap(i);
    if (tag == Tag::kLabel || tag == Tag::kFigure) after_label_ = false;
    if (tag == Tag::kLabel || IsBlockTag(tag)) OpenBlock(element.block, tree_[i].source.begin);
    if (tag == Tag::kLabel) after_label_ = true;
    Inline(i, &element);
    open_.push_back(std::move(element));
    return true;
  }

  // A caption's words go on where its label stands: "Table 1 Baseline".
  void OpenBlock(const Block& block, std::uint32_t at) {
    if (after_label_ && block.kind == BlockKind::kCaption && builder_.has_text()) {
      builder_.Space({at, at});
    } else {
      builder_.OpenBlock(block);
    }
    if (block.kind != BlockKind::kCaption) after_label_ = false;
  }

  void Gap(XmlIndex i) { builder_.Space({tree_[i].source.begin, tree_[i].source.begin}); }

  void Shape(XmlIndex i, Element* element) {
    Block& block = element->block;
    switch (element->tag) {
      case Tag::kSection:
        ++element->sections;
        break;
      case Tag::kTitle:
        if (block.kind == BlockKind::kCaption) break;
        block = {BlockKind::kHeading};
        block.level = static_cast<std::uint8_t>(std::min(element->sections + 1, 6));
        break;
      case Tag::kFigure:
      case Tag::kCaption:
      case Tag::kTableFoot:
        block = {BlockKind::kCaption};
        break;
      case Tag::kList:
        ShapeList(i, &block);
        break;
      case Tag::kListItem:
        block.number = block.ordered ? ++open_.back().count : 0;
        break;
      case Tag::kQuote:
        block = {BlockKind::kQuote};
        break;
      case Tag::kNote: {
        // Without a label nothing leads to it: "Competing interests".
        const XmlIndex label = tree_.Child(i, "label");
        if (label == XmlTree::kNone) break;
        block = {BlockKind::kFootnote};
        block.label = tree_.Text(label);
        break;
      }
      case Tag::kTable:
        block = {BlockKind::kTableCell};
        element->heads = false;
        element->table = open_.size();
        break;
      case Tag::kHead:
        element->heads = true;
        break;
      case Tag::kRow:
        if (element->table > 0) ++open_[element->table].count;
        break;
      case Tag::kHeadCell:
      case Tag::kCell: {
        const bool first = element->table > 0 && open_[element->table].count <= 1;
        const bool head = element->heads || (element->tag == Tag::kHeadCell && first);
        block = {head ? BlockKind::kTableHead : BlockKind::kTableCell};
        break;
      }
      default:
        break;
    }
  }

  void ShapeList(XmlIndex i, Block* block) const {
    const std::uint8_t level = block->kind == BlockKind::kListItem ? block->level : 0;
    const std::string_view type = tree_.Attribute(i, "list-type");
    *block = {BlockKind::kListItem};
    block->level = static_cast<std::uint8_t>(std::min(level + 1, 255));
    block->ordered =
        type.starts_with("order") || type.starts_with("alpha") || type.starts_with("roman");
  }

  // Marks and links.
  void Inline(XmlIndex i, Element* element) {
    const std::uint32_t at = tree_[i].source.begin;
    switch (element->tag) {
      case Tag::kSup:
        Mark(MarkKind::kSuperscript, element);
        break;
      case Tag::kSub:
        Mark(MarkKind::kSubscript, element);
        break;
      case Tag::kEmphasis:
        Mark(MarkKind::kEmphasis, element);
        break;
      case Tag::kStrong:
        Mark(MarkKind::kStrong, element);
        break;
      case Tag::kReference:
        CrossReference(i, element);
        break;
      case Tag::kAddress: {
        const std::string_view href = tree_.Attribute(i, "xlink:href");
        std::string target = href.empty() ? tree_.Text(i) : std::string(href);
        if (tree_.Attribute(i, "ext-link-type") == "doi" && target.starts_with("10."))
          target.insert(0, "https://doi.org/");
        if (target.find("://") == std::string::npos) break;
        builder_.OpenLink(at, std::move(target), StartTag(i));
        element->links = true;
        break;
      }
      default:
        break;
    }
  }

  void Mark(MarkKind kind, Element* element) {
    builder_.OpenMark(kind);
    element->marks = true;
    element->mark = kind;
  }

  void CrossReference(XmlIndex i, Element* element) {
    const std::string_view ids = tree_.Attribute(i, "rid");
    const bool printed = !tree_.Text(i).empty();
    const std::string target = printed ? Target(ids) : std::string();
    if (!target.empty()) {
      if (IsRaised(i)) Mark(MarkKind::kSuperscript, element);
      builder_.OpenLink(tree_[i].source.begin, "#" + target, StartTag(i));
      element->links = true;
      return;
    }
    const auto note = notes_.find(std::string(ids));
    if (note != notes_.end() && note->second == tree_.Text(i))
      Mark(MarkKind::kFootnoteRef, element);
  }

  // The keys that these ids stand for, with spaces between.
  std::string Target(std::string_view ids) const {
    std::string target;
    while (!ids.empty()) {
      const std::size_t end = std::min(ids.find(' '), ids.size());
      const auto key = references_.keys.find(std::string(ids.substr(0, end)));
      if (key != references_.keys.end()) target += (target.empty() ? "" : " ") + key->second;
      ids.remove_prefix(std::min(end + 1, ids.size()));
    }
    return target;
  }

  // A number outside of brackets: journals print it raised.
  bool IsRaised(XmlIndex i) const {
    constexpr std::size_t kNear = 120;
    if (builder_.HasOpenMark(MarkKind::kSuperscript)) return false;
    if (!ascii::IsDigit(tree_.Text(i)[0])) return false;
    std::string_view before = builder_.block_text();
    if (before.empty()) return false;
    before = before.substr(before.size() - std::min(before.size(), kNear));
    const std::size_t bracket = before.find_last_of("()[]");
    return bracket == std::string_view::npos || before[bracket] == ')' || before[bracket] == ']';
  }

  // Links point at the tag that holds their address.
  Span StartTag(XmlIndex i) const {
    const Span whole = tree_[i].source;
    const std::size_t close = tree_.source().find('>', whole.begin);
    return {whole.begin, std::min(whole.end, static_cast<std::uint32_t>(close + 1))};
  }

  void Leave() {
    const Element element = std::move(open_.back());
    open_.pop_back();
    const std::uint32_t end = tree_[element.node].source.end;
    if (element.links) builder_.CloseLink(end);
    if (element.marks) builder_.CloseMark(element.mark);
    if (element.tag == Tag::kInlineBlock) builder_.Space({end, end});
    if (!IsBlockTag(element.tag) || open_.empty()) return;
    const Tag around = open_.back().tag;
    if (element.tag == Tag::kFigure) after_label_ = false;
    if (after_label_ && around == Tag::kFigure && element.tag == Tag::kCaption)
      after_label_ = false;
    if (after_label_ && element.block.kind == BlockKind::kCaption) return;
    builder_.CloseBlock();
    builder_.OpenBlock(open_.back().block);
  }

  void Text(XmlIndex i) {
    const XmlNode& node = tree_[i];
    if (InMetadata()) return;
    if (node.decoded == "\u00A0") {
      builder_.Space(node.source);
    } else if (!node.decoded.empty()) {
      builder_.Decoded(node.decoded, node.source);
    } else {
      Words(node.source);
    }
  }

  // White space between the elements of the front is no text.
  bool InMetadata() const {
    const Tag tag = open_.back().tag;
    return tag == Tag::kArticleMeta || tag == Tag::kTitleGroup || tag == Tag::kFigure;
  }

  void Words(Span s) {
    const std::string_view source = tree_.source();
    std::uint32_t begin = s.begin;
    for (std::uint32_t i = s.begin; i < s.end;) {
      if (!ascii::IsSpace(source[i])) {
        ++i;
        continue;
      }
      std::uint32_t end = i + 1;
      while (end < s.end && ascii::IsSpace(source[end])) ++end;
      if (end - i > 1 || source[i] != ' ') {
        builder_.Text(begin, i);
        builder_.Space({i, end});
        begin = end;
      }
      i = end;
    }
    builder_.Text(begin, s.end);
  }

  const XmlTree& tree_;
  const JatsReferences& references_;
  DocumentBuilder builder_;
  std::unordered_map<std::string, std::string> notes_;
  std::vector<Element> open_;
  bool after_label_ = false;  // the open block is a caption's, begun by its label
};

}  // namespace

void ReadJatsText(const XmlTree& tree, XmlIndex article, const JatsReferences& references,
                  Document* document) {
  Reader(tree, references).Read(article, document);
}

}  // namespace claimgraph
