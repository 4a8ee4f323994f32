// One pass over the nodes of each part.  What surrounds text (a link, bold type) is
// closed at the end of its paragraph and opened again in the next, since a field
// may begin in one paragraph and end in another.

#include "importers/formats/docx_text.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "core/text/ascii.h"

namespace claimgraph {
namespace {

constexpr XmlIndex kNone = XmlTree::kNone;
constexpr std::size_t kDeepestList = 9;  // as in Word
constexpr std::size_t kMostInstruction = std::size_t{1} << 20;
constexpr std::size_t kLongestTarget = 4096;  // bytes; no address or key is longer
constexpr std::size_t kLongestId = 256;       // of a style or numbering
constexpr std::size_t kMostHtml = std::size_t{256} << 20;
constexpr std::size_t kMostFields = 64;  // open at once

int Number(std::string_view words) {
  int value = -1;
  std::from_chars(words.data(), words.data() + words.size(), value);
  return value;
}

std::string_view Value(const XmlTree& tree, XmlIndex element, std::string_view name) {
  const XmlIndex child = element == kNone ? kNone : tree.Child(element, name);
  return child == kNone ? std::string_view() : tree.Attribute(child, "w:val");
}

// True for <w:b/> and not for <w:b w:val="0"/>.
bool IsOn(const XmlTree& tree, XmlIndex properties, std::string_view name) {
  const XmlIndex child = properties == kNone ? kNone : tree.Child(properties, name);
  if (child == kNone) return false;
  const std::string_view value = tree.Attribute(child, "w:val");
  return value != "0" && value != "false" && value != "off" && value != "none";
}

std::string ListKey(std::string_view numbering, int level) {
  return std::string(numbering) + ":" + std::to_string(level);
}

void Escape(std::string_view words, std::string* out) {
  for (const char c : words) {
    switch (c) {
      case '&':
        *out += "&amp;";
        break;
      case '<':
        *out += "&lt;";
        break;
      case '>':
        *out += "&gt;";
        break;
      case '"':
        *out += "&quot;";
        break;
      case '\n':
      case '\r':
        *out += ' ';
        break;
      default:
        *out += c;
    }
  }
}

// The address of a HYPERLINK field.
std::string_view FieldAddress(std::string_view instruction) {
  instruction.remove_prefix(std::min(instruction.find_first_not_of(' '), instruction.size()));
  if (!instruction.starts_with("HYPERLINK")) return {};
  const std::size_t open = instruction.find('"');
  if (open == std::string_view::npos) return {};
  const std::string_view rest = instruction.substr(open + 1);
  const std::string_view address = rest.substr(0, rest.find('"'));
  return address.find("://") == std::string_view::npos ? std::string_view() : address;
}

bool IsContents(std::string_view instruction) {
  instruction.remove_prefix(std::min(instruction.find_first_not_of(' '), instruction.size()));
  return instruction.starts_with("TOC ") || instruction == "TOC";
}

class Writer {
 public:
  Writer(const DocxStyles& styles, DocxSources* sources) : styles_(styles), sources_(*sources) {}

  void Body(const DocxPart& part) {
    const XmlTree& tree = part.tree;
    if (tree.empty()) return;
    const XmlIndex body = tree.Child(0, "w:body");
    if (body != kNone) Walk(part, body);
  }

  // The notes of a part that were referred to, in that order.
  void Notes(const DocxPart& part, std::string_view element, char kind) {
    const XmlTree& tree = part.tree;
    std::unordered_map<std::string_view, XmlIndex> notes;
    if (!tree.empty()) {
      for (const XmlIndex note : tree.Children(0, element))
        notes.emplace(tree.Attribute(note, "w:id"), note);
    }
    for (const Note& note : notes_) {
      const auto found = notes.find(note.id);
      if (note.kind != kind || found == notes.end()) continue;
      html_ +=
          "<div id=\"" + std::string(kind == 'f' ? "footnote-" : "endnote-") + note.label + "\">";
      in_notes_ = true;
      Walk(part, found->second);
      in_notes_ = false;
      html_ += "</div>";
    }
  }

  std::string Take() { return std::move(html_); }

 private:
  enum class Kind : std::uint8_t { kOther, kParagraph, kRun, kLink, kField, kTable, kRow, kCell };
  struct Open {
    XmlIndex end = 0;
    Kind kind = Kind::kOther;
    std::vector<bool> lists{};  // a cell's: those around its table
  };
  struct Note {
    std::string id{};
    std::string label{};
    char kind = 'f';
  };
  struct Field {
    std::string instruction{};
    std::string target{};  // of its result
    bool shown = false;    // its result has begun
    bool contents = false;
  };
  enum Format { kBold = 1, kItalic = 2, kSuper = 4, kSub = 8 };

  void Walk(const DocxPart& part, XmlIndex element) {
    part_ = &part;
    tree_ = &part.tree;
    WalkInside(element);
    CloseLists();
    fields_.clear();
  }

  // Text boxes wait until their paragraph has ended.
  void WalkInside(XmlIndex element) {
    std::vector<XmlIndex> boxes = {element};
    for (std::size_t b = 0; b < boxes.size(); ++b) {
      for (XmlIndex i = boxes[b] + 1; i < (*tree_)[boxes[b]].end;) {
        while (!open_.empty() && open_.back().end <= i) Leave();
        if ((*tree_)[i].name == "w:txbxContent") {
          boxes.push_back(i);
          i = (*tree_)[i].end;
        } else {
          i = Enter(i) ? i + 1 : (*tree_)[i].end;
        }
      }
      while (!open_.empty()) Leave();
    }
  }

  // False: what is inside has been dealt with or is left out.
  bool Enter(XmlIndex i) {
    const XmlTree& tree = *tree_;
    const std::string_view name = tree[i].name;
    if (name == "w:p") return Paragraph(i);
    if (name == "w:r") return Run(i);
    if (name == "w:t" || name == "m:t") return Words(tree, i);
    if (name == "w:tbl" || name == "w:tr" || name == "w:tc") return Table(i, name);
    if (name == "w:hyperlink") return Hyperlink(i);
    if (name == "w:fldSimple") return SimpleField(i);
    if (name == "w:fldChar") return FieldMark(tree.Attribute(i, "w:fldCharType"));
    if (name == "w:instrText") return Instruction(i);
    if (name == "w:footnoteReference") return Reference(i, 'f');
    if (name == "w:endnoteReference") return Reference(i, 'e');
    if (name == "w:tab" || name == "w:cr") return Put(" ");
    if (name == "w:br") return Put(tree.Attribute(i, "w:type").empty() ? "<br>" : " ");
    if (name == "w:noBreakHyphen") return Put("\u2011");
    // One of the two ways in which a shape is written, and once.
    if (name == "mc:Fallback") return tree.Child(tree[i].parent, "mc:Choice") == kNone;
    for (const std::string_view out : {"w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:tblPr", "w:trPr",
                                       "w:tcPr", "w:sdtPr", "w:sectPr", "w:rt", "w:delText"}) {
      if (name == out) return false;
    }
    return true;
  }

  void Push(XmlIndex i, Kind kind) { open_.push_back({.end = (*tree_)[i].end, .kind = kind}); }

  void Leave() {
    Open open = std::move(open_.back());
    open_.pop_back();
    switch (open.kind) {
      case Kind::kParagraph:
        EndParagraph();
        break;
      case Kind::kRun:
        format_ = 0;
        break;
      case Kind::kLink:
        SetLink({});
        link_.clear();
        break;
      case Kind::kField:
        EndField();
        break;
      case Kind::kTable:
        html_ += "</table>";
        break;
      case Kind::kRow:
        html_ += "</tr>";
        break;
      case Kind::kCell:
        CloseLists();
        lists_ = std::move(open.lists);
        html_ += "</td>";
        break;
      case Kind::kOther:
        break;
    }
  }

  // ---- Paragraphs

  bool Paragraph(XmlIndex i) {
    const XmlTree& tree = *tree_;
    const XmlIndex properties = tree.Child(i, "w:pPr");
    const DocxStyles::Style style = styles_.Find(Value(tree, properties, "w:pStyle"));
    int heading = style.heading;
    if (const std::string_view level = Value(tree, properties, "w:outlineLvl"); !level.empty())
      heading = Number(level) >= 0 && Number(level) < 9 ? Number(level) + 1 : 0;
    const XmlIndex numbering = properties == kNone ? kNone : tree.Child(properties, "w:numPr");
    std::string list(Value(tree, numbering, "w:numId"));
    if (list.empty()) list = style.list;
    Push(i, Kind::kParagraph);
    if (heading > 0) {
      CloseLists();
      end_ = "h" + std::to_string(std::min(heading, 6));
    } else if (!list.empty() && list != "0") {
      BeginItem(list, std::clamp(Number(Value(tree, numbering, "w:ilvl")), 0, 8));
      return true;
    } else {
      CloseLists();
      end_ = style.quote ? "blockquote" : "p";
    }
    html_ += "<" + end_ + (style.caption && end_ == "p" ? " class=\"caption\">" : ">");
    return true;
  }

  void BeginItem(const std::string& list, int level) {
    const auto found = styles_.ordered.find(ListKey(list, level));
    const bool ordered = found != styles_.ordered.end() && found->second;
    const auto depth = static_cast<std::size_t>(level) + 1;
    while (lists_.size() > depth || (lists_.size() == depth && lists_.back() != ordered))
      CloseList();
    while (lists_.size() < depth) {
      lists_.push_back(ordered);
      html_ += ordered ? "<ol>" : "<ul>";
    }
    html_ += "<li";
    if (ordered) html_ += " value=\"" + std::to_string(NextNumber(list, level)) + "\"";
    html_ += ">";
    end_.clear();  // the next item ends it, or its list
  }

  // Items count on where other paragraphs stand between; a deeper level begins anew.
  int NextNumber(const std::string& list, int level) {
    for (int deeper = level + 1; deeper < static_cast<int>(kDeepestList); ++deeper)
      counts_.erase(ListKey(list, deeper));
    return ++counts_[ListKey(list, level)];
  }

  void CloseList() {
    html_ += lists_.back() ? "</ol>" : "</ul>";
    lists_.pop_back();
  }
  void CloseLists() {
    while (!lists_.empty()) CloseList();
  }

  void EndParagraph() {
    CloseInline();
    if (!end_.empty()) html_ += "</" + end_ + ">";
    end_.clear();
  }

  // ---- Runs

  bool Run(XmlIndex i) {
    const XmlTree& tree = *tree_;
    const XmlIndex properties = tree.Child(i, "w:rPr");
    if (IsOn(tree, properties, "w:vanish")) {
      // The marks of a field may be hidden; its words are not shown.
      for (const XmlIndex child : tree.Children(i)) {
        const std::string_view name = tree[child].name;
        if (name == "w:fldChar" || name == "w:instrText") Enter(child);
      }
      return false;
    }
    const std::string_view raised = Value(tree, properties, "w:vertAlign");
    format_ = (IsOn(tree, properties, "w:b") ? kBold : 0) |
              (IsOn(tree, properties, "w:i") ? kItalic : 0) |
              (raised == "superscript" ? kSuper : 0) | (raised == "subscript" ? kSub : 0);
    Push(i, Kind::kRun);
    return true;
  }

  bool Words(const XmlTree& tree, XmlIndex i) {
    std::string words;
    for (XmlIndex k = i + 1; k < tree[i].end; ++k) {
      if (tree[k].IsText()) Escape(tree.Piece(k), &words);
    }
    return Put(words);
  }

  bool Put(std::string_view html) {
    if (html.empty() || InContents() || InInstruction() || html_.size() > kMostHtml) return false;
    SetLink(Target());
    SetFormat(format_);
    html_ += html;
    return false;
  }

  void SetFormat(int format) {
    if (format == written_format_) return;
    for (const auto& [bit, tag] : {std::pair(kSub, "</sub>"), std::pair(kSuper, "</sup>"),
                                   std::pair(kItalic, "</i>"), std::pair(kBold, "</b>")}) {
      if (written_format_ & bit) html_ += tag;
    }
    for (const auto& [bit, tag] : {std::pair(kBold, "<b>"), std::pair(kItalic, "<i>"),
                                   std::pair(kSuper, "<sup>"), std::pair(kSub, "<sub>")}) {
      if (format & bit) html_ += tag;
    }
    written_format_ = format;
  }

  void SetLink(const std::string& target) {
    if (target == written_link_) return;
    SetFormat(0);
    if (!written_link_.empty()) html_ += "</a>";
    if (!target.empty()) {
      html_ += "<a href=\"";
      Escape(target, &html_);
      html_ += "\">";
    }
    written_link_ = target;
  }

  void CloseInline() {
    SetLink({});
    SetFormat(0);
  }

  // ---- Tables

  bool Table(XmlIndex i, std::string_view name) {
    if (name == "w:tbl") {
      CloseLists();
      html_ += "<table>";
      head_ = false;
      Push(i, Kind::kTable);
    } else if (name == "w:tr") {
      const XmlIndex properties = tree_->Child(i, "w:trPr");
      if (properties != kNone && tree_->Child(properties, "w:del") != kNone) return false;
      head_ = IsOn(*tree_, properties, "w:tblHeader");
      html_ += "<tr>";
      Push(i, Kind::kRow);
    } else {
      html_ += head_ ? "<th>" : "<td>";
      Push(i, Kind::kCell);
      open_.back().lists = std::move(lists_);
      lists_.clear();
    }
    return true;
  }

  // ---- Links, fields and notes

  bool Hyperlink(XmlIndex i) {
    const auto address = part_->addresses.find(std::string(tree_->Attribute(i, "r:id")));
    if (address == part_->addresses.end()) return true;
    link_ = address->second;
    Push(i, Kind::kLink);
    return true;
  }

  bool SimpleField(XmlIndex i) {
    FieldMark("begin");
    if (!fields_.empty()) fields_.back().instruction = tree_->Attribute(i, "w:instr");
    FieldMark("separate");
    Push(i, Kind::kField);
    return true;
  }

  bool FieldMark(std::string_view type) {
    if (type == "begin") {
      if (fields_.size() < kMostFields) {
        fields_.emplace_back();
      } else {
        ++ignored_fields_;
      }
    } else if (type == "separate" && !fields_.empty() && ignored_fields_ == 0) {
      Field& field = fields_.back();
      field.shown = true;
      field.contents = IsContents(field.instruction);
      field.target = sources_.Cited(field.instruction);
      if (!field.target.empty()) field.target.insert(0, "#");
      if (field.target.empty()) field.target = FieldAddress(field.instruction);
      if (field.target.size() > kLongestTarget) field.target.clear();
    } else if (type == "end") {
      EndField();
    }
    return false;
  }

  void EndField() {
    if (ignored_fields_ > 0) {
      --ignored_fields_;
    } else if (!fields_.empty()) {
      SetLink({});
      fields_.pop_back();
    }
  }

  bool Instruction(XmlIndex i) {
    if (fields_.empty() || ignored_fields_ > 0) return false;
    std::string& instruction = fields_.back().instruction;
    for (XmlIndex k = i + 1; k < (*tree_)[i].end; ++k) {
      if ((*tree_)[k].IsText() && instruction.size() < kMostInstruction)
        instruction += tree_->Piece(k);
    }
    return false;
  }

  bool InContents() const {
    return std::ranges::any_of(fields_, [](const Field& f) { return f.contents; });
  }
  bool InInstruction() const { return !fields_.empty() && !fields_.back().shown; }

  // The innermost field that leads somewhere, or the hyperlink.
  std::string Target() const {
    for (auto field = fields_.rbegin(); field != fields_.rend(); ++field) {
      if (!field->target.empty()) return field->target;
    }
    return link_;
  }

  bool Reference(XmlIndex i, char kind) {
    if (in_notes_ || InContents() || html_.size() > kMostHtml) return false;
    int& count = kind == 'f' ? footnotes_ : endnotes_;
    const std::string label = (kind == 'f' ? "" : "e") + std::to_string(++count);
    notes_.push_back({std::string(tree_->Attribute(i, "w:id")), label, kind});
    CloseInline();
    html_ += "<sup><a href=\"#" + std::string(kind == 'f' ? "footnote-" : "endnote-") + label +
             "\">" + label + "</a></sup>";
    return false;
  }

  const DocxStyles& styles_;
  DocxSources& sources_;
  const DocxPart* part_ = nullptr;
  const XmlTree* tree_ = nullptr;  // its
  std::string html_;
  std::vector<Open> open_;
  std::vector<bool> lists_;  // open ones; true: ordered
  std::unordered_map<std::string, int> counts_;
  std::string end_;  // the tag that ends the paragraph
  std::string link_;
  std::string written_link_;
  int format_ = 0;
  int written_format_ = 0;
  bool head_ = false;
  bool in_notes_ = false;
  std::vector<Field> fields_;
  std::size_t ignored_fields_ = 0;
  std::vector<Note> notes_;
  int footnotes_ = 0;
  int endnotes_ = 0;
};

int HeadingOf(const std::string& name) {
  if (name == "title") return 1;
  if (name == "subtitle") return 2;
  if (!name.starts_with("heading ")) return 0;
  return std::clamp(Number(std::string_view(name).substr(8)), 0, 9);
}

}  // namespace

DocxPart::DocxPart(const XmlTree& part, const XmlTree& relationships) : tree(part) {
  if (relationships.empty()) return;
  for (const XmlIndex relation : relationships.Children(0, "Relationship")) {
    if (relationships.Attribute(relation, "TargetMode") != "External") continue;
    const std::string_view target = relationships.Attribute(relation, "Target");
    if (target.find("://") != std::string_view::npos && target.size() <= kLongestTarget)
      addresses.emplace(relationships.Attribute(relation, "Id"), target);
  }
}

void DocxStyles::ReadStyles(const XmlTree& tree) {
  if (tree.empty()) return;
  for (const XmlIndex element : tree.Children(0, "w:style")) {
    Style style;
    const std::string name = ascii::Lowered(Value(tree, element, "w:name"));
    const XmlIndex properties = tree.Child(element, "w:pPr");
    const std::string_view outline = Value(tree, properties, "w:outlineLvl");
    style.heading = HeadingOf(name);
    if (style.heading == 0 && !outline.empty() && Number(outline) >= 0 && Number(outline) < 9)
      style.heading = Number(outline) + 1;
    style.quote = name == "quote" || name == "intense quote" || name == "block text";
    style.caption = name == "caption";
    if (properties != kNone)
      style.list = Value(tree, tree.Child(properties, "w:numPr"), "w:numId").substr(0, kLongestId);
    style.base = Value(tree, element, "w:basedOn").substr(0, kLongestId);
    styles.emplace(tree.Attribute(element, "w:styleId"), std::move(style));
  }
}

void DocxStyles::ReadNumbering(const XmlTree& tree) {
  if (tree.empty()) return;
  std::unordered_map<std::string_view, XmlIndex> abstract;
  for (const XmlIndex list : tree.Children(0, "w:abstractNum"))
    abstract.emplace(tree.Attribute(list, "w:abstractNumId"), list);
  constexpr std::size_t kMostLists = 20'000;
  for (const XmlIndex number : tree.Children(0, "w:num")) {
    const auto list = abstract.find(Value(tree, number, "w:abstractNumId"));
    if (list == abstract.end() || ordered.size() > kMostLists) continue;
    std::vector<XmlIndex> levels = tree.Children(list->second, "w:lvl");
    levels.resize(std::min(levels.size(), kDeepestList));
    for (const XmlIndex level : levels) {
      const std::string_view format = Value(tree, level, "w:numFmt");
      ordered[ListKey(tree.Attribute(number, "w:numId"), Number(tree.Attribute(level, "w:ilvl")))] =
          format != "bullet" && format != "none" && !format.empty();
    }
  }
}

DocxStyles::Style DocxStyles::Find(std::string_view id) const {
  constexpr int kLongestChain = 10;
  Style style;
  std::string next(id);
  for (int i = 0; i < kLongestChain && !next.empty(); ++i) {
    const auto found = styles.find(next);
    if (found == styles.end()) break;
    const Style& base = found->second;
    if (style.heading == 0) style.heading = base.heading;
    style.quote = style.quote || base.quote;
    style.caption = style.caption || base.caption;
    if (style.list.empty()) style.list = base.list;
    next = base.base;
  }
  return style;
}

std::string DocxAsHtml(const DocxPart& document, const DocxPart& footnotes,
                       const DocxPart& endnotes, const DocxStyles& styles, DocxSources* sources) {
  Writer writer(styles, sources);
  writer.Body(document);
  writer.Notes(footnotes, "w:footnote", 'f');
  writer.Notes(endnotes, "w:endnote", 'e');
  return writer.Take();
}

}  // namespace claimgraph
