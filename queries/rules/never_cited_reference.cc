// never-cited-reference: an entry of the list that no marker leads to.

#include <map>
#include <unordered_set>

#include "queries/rules/pattern.h"
#include "queries/rules/rule_list.h"
#include "queries/rules/support.h"

namespace claimgraph {
namespace {

const Pattern& ForReading() {
  static const Pattern pattern(
      R"(further reading|see also|recommended|resources|learn more|more reading|additional|useful links|related)");
  return pattern;
}

// The heading that `reference` stands under, or "".
std::string_view HeadingOf(const Document& document, const Reference& reference) {
  std::string_view heading;
  for (const Block& block : document.blocks) {
    if (document.Source(block.span).begin >= reference.span.begin) break;
    if (block.kind == BlockKind::kHeading) heading = document.Words(block.span);
  }
  return heading;
}

std::vector<const Reference*> NeverCited(const std::vector<const Reference*>& listed,
                                         ReferenceOrigin origin,
                                         const std::unordered_set<std::uint64_t>& cited) {
  std::vector<const Reference*> never;
  for (const Reference* reference : listed) {
    if (reference->origin == origin && !cited.contains(Raw(reference->id))) {
      never.push_back(reference);
    }
  }
  return never;
}

std::string Named(const std::vector<const Reference*>& entries) {
  constexpr std::size_t kShown = 3;
  std::string names;
  for (std::size_t i = 0; i < std::min(kShown, entries.size()); ++i) {
    names +=
        Cat(i == 0 ? "" : ", ", entries[i]->key.empty() ? Label(*entries[i]) : entries[i]->key);
  }
  if (entries.size() > kShown) names += ", ...";
  return names;
}

Finding Entry(const Reference& entry) {
  return AtReference(kNeverCitedReference, entry,
                     Cat("no citation in the text leads to ", Label(entry)),
                     "cite it where it supports a claim, or take it off the list");
}

// A list that no marker leads into is one fault, not one for each entry.
Finding WholeList(const std::vector<const Reference*>& entries) {
  return AtReference(
      kNeverCitedReference, *entries[0],
      Cat("the text cites none of its ", Count(entries.size(), "listed source", "listed sources"),
          "; readers cannot tell which claim rests on which"),
      "mark in the text where each source is used");
}

// One note for a file of many entries: it may serve other drafts as well.
Finding BibFile(const std::vector<const Reference*>& entries) {
  Finding finding =
      AtReference(kNeverCitedReference, *entries[0],
                  Cat("the draft does not cite ", Count(entries.size(), "entry", "entries"), " of ",
                      entries[0]->file.empty() ? std::string("its bibliography") : entries[0]->file,
                      ": ", Named(entries)),
                  "nothing to do if other drafts use the file");
  finding.severity = Severity::kInfo;
  for (std::size_t i = 1; i < entries.size(); ++i) finding.references.push_back(entries[i]->id);
  return finding;
}

// Entries that a citation leads to, or a footnote's mark anywhere, titles included.
std::unordered_set<std::uint64_t> Cited(const DocumentGraph& graph) {
  std::unordered_set<std::uint64_t> cited;
  for (const Citation& citation : graph.citations) {
    for (const ReferenceId id : citation.references) cited.insert(Raw(id));
  }
  std::unordered_set<std::string_view> footnotes;
  for (const Mark& mark : graph.document.marks) {
    if (mark.kind == MarkKind::kFootnoteRef) footnotes.insert(graph.document.NoteLabel(mark));
  }
  for (const Reference& reference : graph.references) {
    if (reference.origin == ReferenceOrigin::kFootnote && footnotes.contains(reference.key)) {
      cited.insert(Raw(reference.id));
    }
  }
  return cited;
}

std::vector<Finding> Run(const RuleInput& input) {
  const DocumentGraph& graph = input.graph;
  const std::unordered_set<std::uint64_t> cited = Cited(graph);

  const std::vector<const Reference*> listed = ListedSources(graph);
  std::vector<Finding> findings;
  for (const ReferenceOrigin origin : {ReferenceOrigin::kList, ReferenceOrigin::kFootnote}) {
    const std::vector<const Reference*> never = NeverCited(listed, origin, cited);
    if (never.empty() || ForReading().In(HeadingOf(graph.document, *never[0]))) continue;
    const auto of_origin = std::count_if(graph.references.begin(), graph.references.end(),
                                         [&](const Reference& r) { return r.origin == origin; });
    if (static_cast<std::size_t>(of_origin) == never.size() && never.size() > 1) {
      findings.push_back(WholeList(never));
      continue;
    }
    for (const Reference* entry : never) findings.push_back(Entry(*entry));
  }
  std::map<std::string_view, std::vector<const Reference*>> files;
  for (const Reference& entry : graph.references) {
    const bool in_file = entry.origin == ReferenceOrigin::kBibFile;
    if (in_file && !cited.contains(Raw(entry.id))) files[entry.file].push_back(&entry);
  }
  for (const auto& [file, entries] : files) findings.push_back(BibFile(entries));
  return findings;
}

}  // namespace

constinit const Rule kNeverCitedReference = {
    .name = "never-cited-reference",
    .severity = Severity::kWarning,
    .scope = RuleScope::kDocument,
    .subject = RuleSubject::kHealth,
    .summary = "an entry of the reference list that nothing in the text cites",
    .why = "It makes the text look better supported than it is, or a citation was lost.",
    .bad = "References: Hill (2018); Reed (2020).  [only Hill is cited]",
    .good = "Every entry is cited, or stands under \"Further reading\".",
    .limits =
        "A list that the text never cites gets one finding, as does a .bib file (at most a note, "
        "for "
        "other drafts may use it). Lists for further reading are left alone.",
    .run = Run,
};

}  // namespace claimgraph
