// A small XML document as a tree whose every piece knows its bytes.
//
// Built by expat from text that is UTF-8 already; nothing is validated, no file or
// address is opened and no entity is expanded: predefined, numeric and HTML's named
// characters are decoded, others are dropped.  A text that declares entities out of
// other entities is not read on (an entity bomb).  Where the XML is broken, the tree
// holds what came before and `problem` says where it ended.
//
// Nodes stand in document order, so a walk is a loop and needs no recursion.
#ifndef CLAIMGRAPH_IMPORTERS_FORMATS_XML_TREE_H_
#define CLAIMGRAPH_IMPORTERS_FORMATS_XML_TREE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/diagnostic.h"
#include "core/span.h"

namespace claimgraph {

using XmlIndex = std::uint32_t;  // of a node; the root element is 0

struct XmlNode {
  std::string_view name{};     // as written, "mml:math"; empty for a piece of text
  std::string_view decoded{};  // a piece of text that is not its source's bytes: an entity
  Span source{};               // an element from "<" to behind its end tag; a piece of text
  XmlIndex parent = 0;
  XmlIndex end = 0;  // one past its last descendant
  std::uint32_t first_attribute = 0;
  std::uint32_t attributes = 0;

  bool IsText() const { return name.empty(); }
};

struct XmlAttribute {
  std::string_view name{};
  std::string value{};
};

class XmlTree {
 public:
  // Elements deeper than this are left out and their text belongs to those around them.
  static constexpr std::size_t kMaxDepth = 256;
  static constexpr std::size_t kMostNodes = std::size_t{4} << 20;

  // `text` is valid UTF-8 and outlives the tree.
  explicit XmlTree(std::string_view text);
  XmlTree(const XmlTree&) = delete;
  XmlTree& operator=(const XmlTree&) = delete;

  bool empty() const { return nodes_.empty(); }
  const std::vector<XmlNode>& nodes() const { return nodes_; }
  const XmlNode& operator[](XmlIndex i) const { return nodes_[i]; }
  std::string_view source() const { return source_; }
  // What ended the reading early or was left out.
  const std::vector<Diagnostic>& problems() const { return problems_; }

  // Empty where there is no such attribute.
  std::string_view Attribute(XmlIndex i, std::string_view name) const;
  // The words of a piece of text.
  std::string_view Piece(XmlIndex i) const;
  // All words inside a node, tidied: one space for each run of white space.
  std::string Text(XmlIndex i) const;
  // The first element called `name` below `i` (a child, or any), or kNone.
  XmlIndex Child(XmlIndex i, std::string_view name) const;
  XmlIndex Find(XmlIndex i, std::string_view name) const;
  // Children of `i` that are called `name`; all elements among them where it is empty.
  std::vector<XmlIndex> Children(XmlIndex i, std::string_view name = {}) const;
  std::vector<XmlIndex> FindAll(XmlIndex i, std::string_view name) const;
  // The nearest element around `i` that is called `name`, or kNone.
  XmlIndex Around(XmlIndex i, std::string_view name) const;

  static constexpr XmlIndex kNone = 0xFFFFFFFFu;

 private:
  friend class XmlTreeBuilder;

  std::string_view source_;
  std::vector<XmlNode> nodes_;
  std::vector<XmlAttribute> attributes_;
  std::unordered_set<std::string> words_;  // what XmlNode::decoded points at
  std::vector<Diagnostic> problems_;
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_FORMATS_XML_TREE_H_
