#include "importers/formats/jats_front.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/identifiers.h"
#include "importers/formats/jats_references.h"

namespace claimgraph {
namespace {

constexpr XmlIndex kNone = XmlTree::kNone;

// The year of the issue, or else of the first date of publication.
int PublicationYear(const XmlTree& tree, XmlIndex meta) {
  int first = 0;
  for (const XmlIndex date : tree.Children(meta, "pub-date")) {
    const int year = ReadJatsYear(ReadJatsField(tree, date, "year"));
    const std::string_view type = tree.Attribute(date, "pub-type");
    const std::string_view kind = tree.Attribute(date, "date-type");
    if (year == 0 || type == "pmc-release" || kind == "pmc-release") continue;
    if (type == "ppub" || type == "collection" || kind == "collection") return year;
    if (first == 0 || year < first) first = year;
  }
  return first;
}

std::vector<Author> Authors(const XmlTree& tree, XmlIndex meta) {
  std::vector<Author> authors;
  for (const XmlIndex group : tree.Children(meta, "contrib-group")) {
    for (const XmlIndex contrib : tree.Children(group, "contrib")) {
      const std::string_view type = tree.Attribute(contrib, "contrib-type");
      if (!type.empty() && type != "author" && type != "collab") continue;
      bool et_al = false;
      std::vector<Author> names = ReadJatsNames(tree, contrib, &et_al);
      if (!names.empty()) authors.push_back(std::move(names.front()));
    }
  }
  return authors;
}

std::string Title(const XmlTree& tree, XmlIndex meta) {
  const XmlIndex group = tree.Child(meta, "title-group");
  if (group == kNone) return {};
  std::string title = ReadJatsField(tree, group, "article-title");
  const XmlIndex subtitle = tree.Child(group, "subtitle");
  if (subtitle != kNone) title += ": " + tree.Text(subtitle);
  return title;
}

Reference Printed(const XmlTree& tree, XmlIndex front, XmlIndex meta) {
  Reference r;
  r.title = Title(tree, meta);
  r.authors = Authors(tree, meta);
  r.year = PublicationYear(tree, meta);
  if (const XmlIndex journal = tree.Child(front, "journal-meta"); journal != kNone) {
    r.container = ReadJatsField(tree, journal, "journal-title");
    r.publisher = ReadJatsField(tree, journal, "publisher-name");
  }
  const auto own = [&tree, meta](std::string_view name) {
    const XmlIndex child = tree.Child(meta, name);
    return child == kNone ? std::string() : tree.Text(child);
  };
  r.volume = own("volume");
  r.issue = own("issue");
  const std::string first = own("fpage");
  const std::string last = own("lpage");
  r.pages = first.empty() ? own("elocation-id") : first;
  if (!first.empty() && !last.empty() && last != first) r.pages += "-" + last;
  for (const XmlIndex id : tree.Children(meta, "article-id")) {
    TakeJatsIdentifier(tree.Attribute(id, "pub-id-type"), tree.Text(id), &r);
  }
  return r;
}

// Its sections with their titles; words that stand in none make parts without one.
void ReadAbstract(const XmlTree& tree, XmlIndex abstract, ArticleFront* front) {
  for (const XmlIndex part : tree.Children(abstract)) {
    const std::string_view tag = tree[part].name;
    if (tag == "title" || tag == "label") continue;
    const XmlIndex title = tag == "sec" ? tree.Child(part, "title") : kNone;
    std::string label = title == kNone ? std::string() : tree.Text(title);
    std::string text;
    for (const XmlIndex piece : tree.Children(part)) {
      if (piece == title || tag != "sec") continue;
      text += (text.empty() ? "" : " ") + tree.Text(piece);
    }
    if (tag != "sec") text = tree.Text(part);
    if (!text.empty()) front->abstract.emplace_back(std::move(label), std::move(text));
  }
}

void ReadSubjects(const XmlTree& tree, XmlIndex meta, ArticleFront* front) {
  const XmlIndex categories = tree.Child(meta, "article-categories");
  for (const XmlIndex group :
       categories == kNone ? std::vector<XmlIndex>{} : tree.Children(categories, "subj-group")) {
    const bool heading = tree.Attribute(group, "subj-group-type") == "heading";
    for (const XmlIndex subject : tree.FindAll(group, "subject")) {
      (heading ? front->record.publication_types : front->record.headings)
          .push_back(tree.Text(subject));
    }
  }
  for (const XmlIndex group : tree.Children(meta, "kwd-group")) {
    const bool mesh = ascii::Lowered(tree.Attribute(group, "kwd-group-type")) == "mesh";
    for (const XmlIndex word : tree.FindAll(group, "kwd")) {
      (mesh ? front->record.headings : front->keywords).push_back(tree.Text(word));
    }
  }
}

// "doi:10.1/x" or "pmid:1" of the article that is pointed at; may be empty.
std::string Target(const XmlTree& tree, XmlIndex related) {
  const std::string_view type = tree.Attribute(related, "ext-link-type");
  const std::string_view address = tree.Attribute(related, "xlink:href");
  Reference r;
  TakeJatsIdentifier(type == "pubmed" ? "pmid" : type, address, &r);
  for (XmlIndex i = related + 1; i < tree[related].end; ++i) {
    if (tree[i].name == "pub-id" || tree[i].name == "object-id")
      TakeJatsIdentifier(tree.Attribute(i, "pub-id-type"), tree.Text(i), &r);
  }
  if (r.doi.empty()) r.doi = CanonicalDoi(address);
  if (!r.doi.empty()) return "doi:" + r.doi;
  return r.pmid.empty() ? std::string() : "pmid:" + r.pmid;
}

struct Relation {
  std::string_view type{};
  Standing standing = Standing::kCurrent;
  bool forward = false;  // from the article to the notice about it
};

constexpr Relation kRelations[] = {
    {"retraction-forward", Standing::kRetracted, true},
    {"retraction", Standing::kRetracted, true},
    {"partial-retraction", Standing::kCorrected, true},
    {"correction-forward", Standing::kCorrected, true},
    {"correction", Standing::kCorrected, true},
    {"corrigendum", Standing::kCorrected, true},
    {"concern-forward", Standing::kConcern, true},
    {"expression-of-concern", Standing::kConcern, true},
    {"update", Standing::kSuperseded, true},
    {"retracted-article", Standing::kRetracted, false},
    {"corrected-article", Standing::kCorrected, false},
    {"object-of-concern", Standing::kConcern, false},
    {"updated-article", Standing::kSuperseded, false},
};

void ReadRelations(const XmlTree& tree, XmlIndex meta, ArticleFront* front) {
  for (const XmlIndex related : tree.Children(meta, "related-article")) {
    const std::string_view type = tree.Attribute(related, "related-article-type");
    const auto* relation = std::ranges::find(kRelations, type, &Relation::type);
    if (relation == std::end(kRelations)) continue;
    std::string target = Target(tree, related);
    if (relation->forward) {
      front->record.notices.push_back(
          {.standing = relation->standing, .notice = std::move(target)});
    } else if (!target.empty()) {
      front->announces.emplace_back(relation->standing, std::move(target));
    }
  }
}

// "ISRCTN" and eight digits.
void FindIsrctn(std::string_view words, std::set<std::string>* found) {
  constexpr std::string_view kName = "ISRCTN";
  for (std::size_t at = words.find(kName); at != std::string_view::npos;
       at = words.find(kName, at + 1)) {
    const std::string_view digits = words.substr(at + kName.size(), 8);
    if (digits.size() == 8 && std::ranges::all_of(digits, ascii::IsDigit))
      found->insert(std::string(kName) + std::string(digits));
  }
}

// Registrations that the front matter states; an article may discuss other trials
// in its body.
void ReadRegistries(const XmlTree& tree, XmlIndex meta, ArticleFront* front) {
  std::set<std::string> found;
  const auto look = [&found](std::string_view words) {
    FindIsrctn(words, &found);
    if (words.find("NCT") == std::string_view::npos) return;
    for (const Identifier& id : FindIdentifiers(words)) {
      if (id.kind == IdentifierKind::kTrial) found.insert(id.value);
    }
  };
  for (XmlIndex i = meta + 1; i < tree[meta].end; ++i) {
    if (tree[i].IsText()) look(tree.Piece(i));
    if (tree[i].name == "related-object") look(tree.Attribute(i, "document-id"));
  }
  for (const std::string& registry : found) {
    front->record.facts.push_back({.kind = FactKind::kRegistry, .value = registry});
  }
}

std::string License(const XmlTree& tree, XmlIndex meta) {
  const XmlIndex license = tree.Find(meta, "license");
  if (license == kNone) return {};
  const XmlIndex address = tree.Find(license, "ali:license_ref");
  if (address != kNone) return tree.Text(address);
  const std::string_view href = tree.Attribute(license, "xlink:href");
  return href.empty() ? tree.Text(license) : std::string(href);
}

}  // namespace

ArticleFront ReadJatsFront(const XmlTree& tree, XmlIndex article) {
  ArticleFront out;
  const XmlIndex front = tree.Child(article, "front");
  const XmlIndex meta = front == kNone ? kNone : tree.Child(front, "article-meta");
  if (meta == kNone) return out;
  out.printed = Printed(tree, front, meta);
  if (const std::string_view type = tree.Attribute(article, "article-type"); !type.empty())
    out.record.publication_types.emplace_back(type);
  for (const XmlIndex abstract : tree.Children(meta, "abstract")) {
    if (tree.Attribute(abstract, "abstract-type") != "graphical")
      ReadAbstract(tree, abstract, &out);
  }
  ReadSubjects(tree, meta, &out);
  ReadRelations(tree, meta, &out);
  ReadRegistries(tree, meta, &out);
  out.license = License(tree, meta);
  return out;
}

}  // namespace claimgraph
