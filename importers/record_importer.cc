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
    for (const std::string& name : graph->works.back().names) {
      ids_.emplace(name, WorkId{graph->works.size()});
    }
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
    if (!registry.empty() && registry != ascii::Lowered(fact.value)) {
      registry.clear();
      break;
    }
    registry = ascii::Lowered(fact.value);
  }
  if (!registry.empty()) return "registry:" + registry;
  return work.names.empty() ? std::string() : "work:" + work.names.front();
}

// Of a list's entry, or beside an article's own text: what is read has no place in the
// document's text.
void ReadWithoutText(RecordEntry* entry) {
  Document text;
  AppendBlock(BlockKind::kHeading, "", entry->printed.title, &text);
  for (const AbstractPart& part : entry->abstract) {
    AppendBlock(BlockKind::kParagraph, part.label, part.text, &text);
  }
  text.sentences = FindSentences(text);
  Describe(entry->printed, &entry->record);
  ReadStudyFacts(text, &entry->record, &entry->results);
  for (Fact& fact : entry->record.facts) fact.span = {};
  for (StudyResult& result : entry->results) result.span = {};
}

// Work, study, record and results, after those that the graph has.
void Put(RecordEntry entry, DocumentGraph* graph) {
  Describe(entry.printed, &entry.record);
  graph->works.push_back(WorkOf(entry));
  const WorkId work{graph->works.size()};
  NamedWorks named(graph);
  Record record = std::move(entry.record);
  for (const std::string& name : entry.includes) record.includes.push_back(named.Add(name));
  for (const std::string& name : entry.cites) {
    const WorkId cited = named.Add(name);
    if (cited != work) graph->lists.push_back(cited);
  }
  record.id = RecordId{graph->records.size() + 1};
  record.work = work;
  const std::string key = StudyKey(entry, record, graph->works[Raw(work) - 1]);
  if (!key.empty()) {
    graph->studies.push_back({.key = key});
    record.study = StudyId{graph->studies.size()};
    for (StudyResult& result : entry.results) {
      result.study = record.study;
      result.id = ResultId{graph->results.size() + 1};
      graph->results.push_back(std::move(result));
    }
  }
  graph->records.push_back(std::move(record));
  graph->presents = work;
  graph->known_works.resize(graph->works.size());
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
  if (format == Format::kRecord && graph.document.text.empty()) {
    ReadWithoutText(&entry);
  } else if (format == Format::kRecord) {
    Describe(entry.printed, &entry.record);
    ReadStudyFacts(graph.document, &entry.record, &entry.results);
  }
  Put(std::move(entry), &graph);
  return graph;
}

void AddRecord(RecordEntry entry, DocumentGraph* graph) {
  ReadWithoutText(&entry);
  Put(std::move(entry), graph);
}

void CopyRecords(const DocumentGraph& from, DocumentGraph* to) {
  const auto at = [](const auto& nouns, auto id) {
    return std::ranges::find(nouns, id, [](const auto& noun) { return noun.id; });
  };
  const auto copy_work = [&](WorkId id) {
    const auto work = at(from.works, id);
    if (work == from.works.end()) return WorkId{};
    to->works.push_back(*work);
    to->works.back().id = WorkId{to->works.size()};
    to->known_works.push_back({});
    return to->works.back().id;
  };
  const auto copy_study = [&](StudyId id) {
    const auto study = at(from.studies, id);
    if (study == from.studies.end()) return StudyId{};
    const auto there = std::ranges::find(to->studies, study->key, &Study::key);
    if (there != to->studies.end()) return StudyId{std::uint64_t(there - to->studies.begin()) + 1};
    to->studies.push_back({.id = StudyId{to->studies.size() + 1}, .key = study->key});
    return StudyId{to->studies.size()};
  };
  for (Record record : from.records) {
    record.id = RecordId{to->records.size() + 1};
    record.document = {};
    record.work = copy_work(record.work);
    record.study = copy_study(record.study);
    for (WorkId& work : record.includes) work = copy_work(work);
    to->presents = record.work;
    to->records.push_back(std::move(record));
  }
  for (StudyResult result : from.results) {
    result.id = ResultId{to->results.size() + 1};
    result.document = {};
    result.study = copy_study(result.study);
    to->results.push_back(std::move(result));
  }
}

}  // namespace claimgraph
