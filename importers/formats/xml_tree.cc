// Expat reports each piece of text with the byte that it begins at.  A piece that
// equals its bytes is kept as a range, and ranges that adjoin are one piece; others
// (entities, "\r\n") keep their words in a set, for there are few different ones.
//
// A default handler is set, which makes expat hand over references to entities
// instead of expanding them.

#include "importers/formats/xml_tree.h"

#include <expat.h>

#include <algorithm>
#include <memory>

#include "core/text/normalize.h"
#include "importers/formats/html_entities.h"

namespace claimgraph {
namespace {

constexpr std::size_t kLongestEntity = 32;            // bytes of "&name;"
constexpr std::size_t kSlice = std::size_t{1} << 30;  // given to expat at once
constexpr std::size_t kLongestDeclared = 64;          // bytes of an entity's value
constexpr std::size_t kMostAttributes = std::size_t{16} << 20;

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

}  // namespace

// Expat's callbacks.
class XmlTreeBuilder {
 public:
  explicit XmlTreeBuilder(XmlTree* tree) : tree_(*tree) {}

  void Run() {
    const std::unique_ptr<XML_ParserStruct, FreeParser> parser(XML_ParserCreate("UTF-8"));
    parser_ = parser.get();
    XML_SetUserData(parser_, this);
    XML_SetElementHandler(parser_, OnStart, OnEnd);
    XML_SetCharacterDataHandler(parser_, OnText);
    XML_SetDefaultHandler(parser_, OnOther);
    XML_SetEntityDeclHandler(parser_, OnEntity);
    Feed();
    const auto size = static_cast<std::uint32_t>(tree_.source_.size());
    while (!open_.empty()) Close(size);
    if (left_out_)
      Problem("too-deeply-nested",
              "Elements nest deeper than any article needs; their text was kept.");
  }

 private:
  void Feed() {
    std::string_view left = tree_.source_;
    bool ok = true;
    do {
      const std::string_view slice = left.substr(0, kSlice);
      left.remove_prefix(slice.size());
      ok = XML_Parse(parser_, slice.data(), static_cast<int>(slice.size()), left.empty()) ==
           XML_STATUS_OK;
    } while (ok && !left.empty());
    if (ok || stopped_) return;
    const XML_Error error = XML_GetErrorCode(parser_);
    const bool cut = error == XML_ERROR_NO_ELEMENTS || error == XML_ERROR_UNCLOSED_TOKEN ||
                     (error == XML_ERROR_INVALID_TOKEN && At() >= tree_.source_.size());
    Problem(cut ? "truncated-input" : "xml-syntax", std::string("The XML ends or breaks here (") +
                                                        XML_ErrorString(error) +
                                                        "); what came before was read.");
  }

  static XmlTreeBuilder& Of(void* self) { return *static_cast<XmlTreeBuilder*>(self); }
  static void XMLCALL OnStart(void* self, const XML_Char* name, const XML_Char** attributes) {
    Of(self).Start(name, attributes);
  }
  static void XMLCALL OnEnd(void* self, const XML_Char*) { Of(self).End(); }
  static void XMLCALL OnText(void* self, const XML_Char* text, int size) {
    Of(self).Text({text, static_cast<std::size_t>(size)});
  }
  static void XMLCALL OnOther(void* self, const XML_Char* text, int size) {
    Of(self).Other({text, static_cast<std::size_t>(size)});
  }
  static void XMLCALL OnEntity(void* self, const XML_Char*, int, const XML_Char* value, int size,
                               const XML_Char*, const XML_Char*, const XML_Char*, const XML_Char*) {
    if (value != nullptr) Of(self).Declared({value, static_cast<std::size_t>(size)});
  }

  std::uint32_t At() const { return static_cast<std::uint32_t>(XML_GetCurrentByteIndex(parser_)); }
  std::uint32_t After() const {
    return At() + static_cast<std::uint32_t>(XML_GetCurrentByteCount(parser_));
  }

  void Problem(const char* code, std::string message) {
    const auto at = std::min(At(), static_cast<std::uint32_t>(tree_.source_.size()));
    tree_.problems_.push_back({code, {at, at}, std::move(message)});
  }

  void Stop(const char* code, std::string message) {
    Problem(code, std::move(message));
    stopped_ = true;
    XML_StopParser(parser_, XML_FALSE);
  }

  bool Full() {
    if (tree_.nodes_.size() < XmlTree::kMostNodes && tree_.attributes_.size() < kMostAttributes)
      return false;
    if (!stopped_)
      Stop("too-large", "The XML has more parts than an article needs; the rest was not read.");
    return true;
  }

  void Start(std::string_view name, const XML_Char** attributes) {
    ++depth_;
    if (depth_ > XmlTree::kMaxDepth) {
      left_out_ = true;
      return;
    }
    if (Full()) return;
    XmlNode node;
    node.name = tree_.source_.substr(At() + 1, name.size());
    node.source = {At(), After()};
    node.parent = open_.empty() ? 0 : open_.back();
    node.first_attribute = static_cast<std::uint32_t>(tree_.attributes_.size());
    for (; *attributes != nullptr; attributes += 2) {
      tree_.attributes_.push_back({Word(attributes[0]), attributes[1]});
    }
    node.attributes = static_cast<std::uint32_t>(tree_.attributes_.size()) - node.first_attribute;
    open_.push_back(static_cast<XmlIndex>(tree_.nodes_.size()));
    tree_.nodes_.push_back(node);
  }

  void End() {
    if (depth_-- > XmlTree::kMaxDepth) return;
    if (!open_.empty()) Close(After());
  }

  void Close(std::uint32_t source_end) {
    XmlNode& node = tree_.nodes_[open_.back()];
    node.end = static_cast<XmlIndex>(tree_.nodes_.size());
    node.source.end = source_end;
    open_.pop_back();
  }

  void Text(std::string_view words) {
    if (open_.empty()) return;
    const Span source{At(), After()};
    const bool same = tree_.source_.substr(source.begin, source.size()) == words;
    XmlNode& last = tree_.nodes_.back();
    if (same && last.IsText() && last.decoded.empty() && last.source.end == source.begin &&
        last.parent == open_.back()) {
      last.source.end = source.end;
      return;
    }
    if (Full()) return;
    XmlNode node;
    node.source = source;
    node.parent = open_.back();
    node.end = static_cast<XmlIndex>(tree_.nodes_.size() + 1);
    if (!same) node.decoded = Word(words);
    tree_.nodes_.push_back(node);
  }

  // References to entities come here, and comments and the like, which are no text.
  void Other(std::string_view words) {
    if (words.size() > kLongestEntity || !words.starts_with('&')) return;
    std::string decoded;
    if (ReadEntity(words, 0, &decoded) == words.size()) Text(decoded);
  }

  void Declared(std::string_view value) {
    if (value.find_first_of("&%") == std::string_view::npos && value.size() <= kLongestDeclared)
      return;
    Stop("entity-declarations",
         "The XML declares entities out of others, which can grow without end; nothing was read.");
  }

  std::string_view Word(std::string_view words) { return *tree_.words_.emplace(words).first; }

  XmlTree& tree_;
  XML_Parser parser_ = nullptr;
  std::vector<XmlIndex> open_;
  std::size_t depth_ = 0;
  bool left_out_ = false;
  bool stopped_ = false;
};

XmlTree::XmlTree(std::string_view text) : source_(text) { XmlTreeBuilder(this).Run(); }

std::string_view XmlTree::Attribute(XmlIndex i, std::string_view name) const {
  const XmlNode& node = nodes_[i];
  for (std::uint32_t a = 0; a < node.attributes; ++a) {
    const XmlAttribute& attribute = attributes_[node.first_attribute + a];
    if (attribute.name == name) return attribute.value;
  }
  return {};
}

std::string_view XmlTree::Piece(XmlIndex i) const {
  const XmlNode& node = nodes_[i];
  return node.decoded.empty() ? source_.substr(node.source.begin, node.source.size())
                              : node.decoded;
}

std::string XmlTree::Text(XmlIndex i) const {
  std::string text;
  for (XmlIndex k = i; k < nodes_[i].end; ++k) {
    if (nodes_[k].IsText()) text += Piece(k);
  }
  return Tidy(text);
}

XmlIndex XmlTree::Child(XmlIndex i, std::string_view name) const {
  for (XmlIndex k = i + 1; k < nodes_[i].end; k = nodes_[k].end) {
    if (nodes_[k].name == name) return k;
  }
  return kNone;
}

XmlIndex XmlTree::Find(XmlIndex i, std::string_view name) const {
  for (XmlIndex k = i + 1; k < nodes_[i].end; ++k) {
    if (nodes_[k].name == name) return k;
  }
  return kNone;
}

std::vector<XmlIndex> XmlTree::Children(XmlIndex i, std::string_view name) const {
  std::vector<XmlIndex> found;
  for (XmlIndex k = i + 1; k < nodes_[i].end; k = nodes_[k].end) {
    if (!nodes_[k].IsText() && (name.empty() || nodes_[k].name == name)) found.push_back(k);
  }
  return found;
}

std::vector<XmlIndex> XmlTree::FindAll(XmlIndex i, std::string_view name) const {
  std::vector<XmlIndex> found;
  for (XmlIndex k = i + 1; k < nodes_[i].end; ++k) {
    if (nodes_[k].name == name) found.push_back(k);
  }
  return found;
}

XmlIndex XmlTree::Around(XmlIndex i, std::string_view name) const {
  while (i != 0) {
    i = nodes_[i].parent;
    if (nodes_[i].name == name) return i;
  }
  return kNone;
}

}  // namespace claimgraph
