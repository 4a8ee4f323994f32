#include "importers/formats/docx.h"

#include <string>
#include <utility>

#include "importers/formats/docx_package.h"
#include "importers/formats/docx_sources.h"
#include "importers/formats/docx_text.h"
#include "importers/formats/html.h"
#include "importers/formats/xml_tree.h"

namespace claimgraph {
namespace {

// An XML part, and the words that its tree points into.
struct Part {
  Part(DocxPackage* package, const std::string& path) : words(package->Part(path)), tree(words) {}
  const std::string words;
  const XmlTree tree;
};

// The path of the main part: nearly always word/document.xml.
std::string MainPart(DocxPackage* package) {
  const Part relations(package, "_rels/.rels");
  if (!relations.tree.empty()) {
    for (const XmlIndex i : relations.tree.Children(0, "Relationship")) {
      if (!relations.tree.Attribute(i, "Type").ends_with("/officeDocument")) continue;
      std::string_view path = relations.tree.Attribute(i, "Target");
      if (path.starts_with('/')) path.remove_prefix(1);
      if (!path.empty()) return std::string(path);
    }
  }
  return "word/document.xml";
}

void AddSources(DocxPackage* package, DocxSources* sources) {
  for (const std::string& name : package->Names("customXml/item")) {
    if (!name.ends_with(".xml") || name.find("Props") != std::string::npos) continue;
    sources->AddWordSources(Part(package, name).tree);
  }
}

void ReadPage(const std::string& html, Document* document) {
  DocumentBuilder builder(html);
  HtmlReader reader(&builder);
  reader.Read({0, static_cast<std::uint32_t>(html.size())});
  reader.Finish();
  builder.Finish(document);
  reader.LinkNotes(document);
  document->map = OffsetMap::Identity(static_cast<std::uint32_t>(document->text.size()));
  for (Link& link : document->links) {
    link.source = {link.span.begin, link.span.end};
    link.target_source = link.source;
  }
}

}  // namespace

bool IsDocx(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") && bytes.find("word/document") != std::string_view::npos;
}

void ReadDocx(std::string_view bytes, Article* article) {
  DocxPackage package(bytes);
  Document& document = article->document;
  DocxSources sources;
  const std::string path = MainPart(&package);
  const std::string folder = path.substr(0, path.find('/') + 1);
  const auto relationships = [&folder](const std::string& part) {
    return folder + "_rels/" + part.substr(folder.size()) + ".rels";
  };
  DocxStyles styles;
  styles.ReadStyles(Part(&package, folder + "styles.xml").tree);
  styles.ReadNumbering(Part(&package, folder + "numbering.xml").tree);
  AddSources(&package, &sources);
  const Part body(&package, path);
  const Part footnotes(&package, folder + "footnotes.xml");
  const Part endnotes(&package, folder + "endnotes.xml");
  const auto with_links = [&](const Part& part, const std::string& name) {
    return DocxPart(part.tree, Part(&package, relationships(name)).tree);
  };
  ReadPage(DocxAsHtml(with_links(body, path), with_links(footnotes, folder + "footnotes.xml"),
                      with_links(endnotes, folder + "endnotes.xml"), styles, &sources),
           &document);
  if (!body.words.empty()) {
    for (const Diagnostic& d : body.tree.problems())
      document.diagnostics.push_back({d.code, {}, path + ": " + d.message});
  }
  article->references = sources.Take();
  document.diagnostics.insert(document.diagnostics.end(), package.problems().begin(),
                              package.problems().end());
}

}  // namespace claimgraph
