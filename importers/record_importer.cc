// What a record says of its work is put into the graph twice: merged into the Work,
// where all that is known of a publication meets, and as it stands in its Record,
// so that a printed entry can be held against it.

#include "importers/record_importer.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/normalize.h"
#include "core/text/sentences.h"
#include "core/text/work_names.h"
#include "importers/extraction/study_facts.h"

namespace claimgraph {
namespace {

// Ends a title for the reader of sentences; most have no full stop.
constexpr std::string_view kBetweenBlocks = "\n\n";

void AppendBlock(BlockKind kind, std::string_view label, std::string_view text,
                 Document* document) {
  if (text.empty()) return;
  if (!document->text.empty()) document->text += kBetweenBlocks;
  const auto begin = static_cast<std::uint32_t>(document->text.size());
  document->text += text;
  document->blocks.push_back({.kind = kind,
                              .span = {begin, static_cast<std::uint32_t>(document->text.size())},
                              .level = static_cast<std::uint8_t>(kind == BlockKind::kHeading),
                              .label = std::string(label)});
}

Document TextOf(const RecordEntry& entry, std::string source, Format format) {
  Document document;
  document.source = std::move(source);
  document.title = entry.printed.title;
  document.identifier = entry.printed.doi;
  document.format = format;
  // The title alone is in the record already; a text is kept where there is more.
  if (entry.abstract.empty()) return document;
  AppendBlock(BlockKind::kHeading, "", entry.printed.title, &document);
  for (const AbstractPart& part : entry.abstract) {
    AppendBlock(BlockKind::kParagraph, part.label, part.text, &document);
  }
  document.map = OffsetMap::Identity(static_cast<std::uint32_t>(document.text.size()));
  document.size = document.text.size();
  document.sentences = FindSentences(document);
  return document;
}

void Describe(const Reference& printed, Record* record) {
  record->title = printed.title;
  record->authors = printed.authors;
  record->et_al = printed.et_al;
  record->year = printed.year;
  record->container = printed.container;
  record->volume = printed.volume;
  record->issue = printed.issue;
  record->pages = printed.pages;
  record->doi = printed.doi;
  record->pmid = printed.pmid;
  record->pmcid = printed.pmcid;
}

// Retracted is worst; a work that was put right or overtaken is less so.
int Graveness(Standing standing) {
  switch (standing) {
    case Standing::kCurrent:
      return 0;
    case Standing::kPreprint:
      return 1;
    case Standing::kCorrected:
      return 2;
    case Standing::kSuperseded:
      return 3;
    case Standing::kConcern:
      return 4;
    case Standing::kRetracted:
      return 5;
  }
  return 0;
}

Work WorkOf(const RecordEntry& entry) {
  const Reference& printed = entry.printed;
  Work work{.names = WorkNames(printed),
            .title = printed.title,
            .authors = printed.authors,
            .year = printed.year,
            .container = printed.container,
            .doi = printed.doi,
            .pmid = printed.pmid,
            .pmcid = printed.pmcid,
            .url = printed.url,
            .design = entry.record.design};
  for (const StandingNotice& notice : entry.record.notices) {
    if (Graveness(notice.standing) > Graveness(work.standing)) work.standing = notice.standing;
  }
  return work;
}

// The works that a record only names, each once.
class NamedWorks {
 public:
  explicit NamedWorks(DocumentGraph* graph) : graph_(*graph) {
    for (const std::string& name : graph->works.front().names) ids_.emplace(name, WorkId{1});
  }

  WorkId Add(const std::string& name) {
    const auto [at, is_new] = ids_.try_emplace(name);
    if (!is_new) return at->second;
    Work work{.names = {name}};
    const std::string value = name.substr(name.find(':') + 1);
    if (name.starts_with("doi:")) work.doi = value;
    if (name.starts_with("pmid:")) work.pmid = value;
    if (name.starts_with("pmcid:")) work.pmcid = value;
    graph_.works.push_back(std::move(work));
    return at->second = WorkId{graph_.works.size()};
  }

 private:
  DocumentGraph& graph_;
  std::map<std::string, WorkId> ids_{};
};

// What its records share.  Two registry numbers say nothing: a paper may report one
// trial and name another.
std::string StudyKey(const RecordEntry& entry, const Record& record, const Work& work) {
  if (!entry.study.empty()) return "study:" + Fold(entry.study);
  std::string registry;
  for (const Fact& fact : record.facts) {
    if (fact.kind != FactKind::kRegistry || ascii::Lowered(fact.value).starts_with("crd")) continue;
    if (!registry.empty() && registry != ascii::Lowered(fact.value)) return "work:" + work.names.front();
    registry = ascii::Lowered(fact.value);
  }
  if (!registry.empty()) return "registry:" + registry;
  return work.names.empty() ? std::string() : "work:" + work.names.front();
}

}  // namespace

std::string RecordSource(const RecordEntry& entry, std::string_view file, std::uint64_t number,
                         bool is_pubmed) {
  const Reference& printed = entry.printed;
  if (is_pubmed && !printed.pmid.empty()) return "pubmed:" + printed.pmid;
  std::string within = std::to_string(number);
  if (!printed.doi.empty()) {
    within = "doi:" + printed.doi;
  } else if (!printed.pmid.empty()) {
    within = "pmid:" + printed.pmid;
  } else if (!printed.key.empty()) {
    within = printed.key;
  }
  return fmt::format("{}#{}", file, within);
}

DocumentGraph ImportRecord(RecordEntry entry, std::string source, Format format) {
  DocumentGraph graph;
  graph.document = TextOf(entry, std::move(source), format);
  Record record = std::move(entry.record);
  entry.record = {};
  Describe(entry.printed, &record);
  graph.results = std::move(entry.results);
  if (format == Format::kRecord && graph.document.text.empty()) {
    // A list's title is all there is to read.
    Document title;
    AppendBlock(BlockKind::kHeading, "", entry.printed.title, &title);
    title.sentences = FindSentences(title);
    ReadStudyFacts(title, &record, &graph.results);
    std::erase_if(record.facts, [](const Fact& f) { return f.kind == FactKind::kConclusion; });
    for (Fact& fact : record.facts) fact.span = {};
    graph.results.clear();
  } else if (format == Format::kRecord) {
    ReadStudyFacts(graph.document, &record, &graph.results);
  }
  entry.record.design = record.design;
  entry.record.notices = record.notices;

  graph.works.push_back(WorkOf(entry));
  NamedWorks named(&graph);
  for (const std::string& name : entry.includes) record.includes.push_back(named.Add(name));
  for (const std::string& name : entry.cites) {
    const WorkId work = named.Add(name);
    if (work != WorkId{1}) graph.lists.push_back(work);
  }
  record.id = RecordId{1};
  record.work = WorkId{1};
  if (const std::string key = StudyKey(entry, record, graph.works.front()); !key.empty()) {
    graph.studies.push_back({.key = key});
    record.study = StudyId{1};
    for (StudyResult& result : graph.results) result.study = StudyId{1};
  }
  std::erase_if(graph.results, [](const StudyResult& r) { return !IsSet(r.study); });
  for (std::size_t i = 0; i < graph.results.size(); ++i) graph.results[i].id = ResultId{i + 1};
  graph.records.push_back(std::move(record));
  graph.presents = WorkId{1};
  graph.known_works.resize(graph.works.size());
  return graph;
}

}  // namespace claimgraph
