#include "importers/formats/jats.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/text/ascii.h"
#include "importers/formats/jats_front.h"
#include "importers/formats/jats_references.h"
#include "importers/formats/jats_text.h"
#include "importers/formats/xml_tree.h"

namespace claimgraph {
namespace {

// Without the white space, declarations and comments that stand before the first
// element; a document type is left.
std::string_view AfterProlog(std::string_view head) {
  while (true) {
    head.remove_prefix(std::min(head.find_first_not_of(" \t\r\n"), head.size()));
    const bool comment = head.starts_with("<!--");
    if (!comment && !head.starts_with("<?")) return head;
    const std::string_view close = comment ? "-->" : "?>";
    const std::size_t end = head.find(close);
    if (end == std::string_view::npos) return {};
    head.remove_prefix(end + close.size());
  }
}

bool Holds(std::string_view head, std::string_view words) {
  return head.find(words) != std::string_view::npos;
}

// A list that prints no numbers is numbered by its order where most marks in the
// text say so.
void NumberByMarks(const Document& document, std::vector<Reference>* references) {
  const bool numbered =
      std::ranges::any_of(*references, [](const Reference& r) { return r.number != 0; });
  if (numbered) return;
  std::unordered_map<std::string_view, std::size_t> places;
  for (const Reference& r : *references) places.emplace(r.key, places.size() + 1);
  std::size_t marks = 0;
  std::size_t agree = 0;
  for (const Link& link : document.links) {
    const auto place =
        places.find(std::string_view(link.target).substr(link.target.starts_with('#')));
    if (place == places.end()) continue;
    ++marks;
    agree += document.Words(link.span) == std::to_string(place->second);
  }
  if (agree * 2 <= marks) return;
  for (Reference& r : *references) r.number = static_cast<int>(places[r.key]);
}

}  // namespace

bool IsJats(std::string_view head) {
  head = AfterProlog(head);
  if (head.starts_with("<!DOCTYPE")) {
    const std::string_view type = head.substr(0, head.find('>'));
    const std::size_t name = std::min(type.find_first_not_of(" \t\r\n", 9), type.size());
    return type.substr(name).starts_with("article") &&
           (Holds(type, "JATS") || Holds(type, "NLM//DTD") || Holds(type, "Journal"));
  }
  if (head.starts_with("<pmc-articleset")) return true;
  if (!head.starts_with("<article") || head.size() < 9) return false;
  if (head[8] != '>' && !ascii::IsSpace(head[8])) return false;
  const std::string_view tag = head.substr(0, head.find('>'));
  return Holds(tag, "article-type=") || Holds(tag, "dtd-version=") ||
         Holds(head, "<article-meta") || Holds(head, "<journal-meta");
}

void ReadJats(std::string_view text, Article* article) {
  const XmlTree tree(text);
  Document& document = article->document;
  document.diagnostics.insert(document.diagnostics.end(), tree.problems().begin(),
                              tree.problems().end());
  const XmlIndex root = tree.empty() || tree[0].name == "article" ? 0 : tree.Find(0, "article");
  if (tree.empty() || root == XmlTree::kNone) return;
  JatsReferences references = ReadJatsReferences(tree, root);
  ReadJatsText(tree, root, references, &document);
  article->references = std::move(references.references);
  NumberByMarks(document, &article->references);
  article->front = ReadJatsFront(tree, root);
  document.title = article->front.printed.title;
  document.identifier = article->front.printed.doi;
}

}  // namespace claimgraph
