// Every table against the nouns that it shows, on the examples and on a random
// graph: the expected rows are written out here from the nouns, once more.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/appraisal/study_level.h"
#include "core/document_graph.h"
#include "core/json.h"
#include "core/store/graph_store.h"
#include "queries/sql/tables.h"
#include "tests/sql_test_util.h"

namespace claimgraph {
namespace {

std::string Text(std::string_view text) { return text.empty() ? "~" : std::string(text); }
std::string Number(std::uint64_t n) { return std::to_string(n); }
std::string OrNull(std::uint64_t n) { return n == 0 ? "~" : Number(n); }
std::string Real(double d) { return CellText(Cell(d)); }
template <typename T>
std::string Maybe(const std::optional<T>& value) {
  return value ? CellText(Cell(*value)) : "~";
}
template <typename T>
std::string List(const std::vector<T>& items) {
  return items.empty() ? "~" : Dump(Json(items));
}
std::string Words(const std::vector<Cue>& cues) {
  std::vector<std::string> words;
  for (const Cue& cue : cues) words.push_back(cue.text);
  return List(words);
}
std::string Names(const std::vector<Author>& authors) {
  std::vector<std::string> names;
  for (const Author& a : authors) {
    names.push_back(a.family + (a.given.empty() ? "" : ", " + a.given));
  }
  return List(names);
}
std::string Row(const std::vector<std::string>& cells) {
  std::string row;
  for (std::size_t i = 0; i < cells.size(); ++i) row += (i == 0 ? "" : "|") + cells[i];
  return row;
}

std::string Expected(const Document& d) {
  return Row({Number(Raw(d.id)), Text(d.source), Text(d.title), Text(Name(d.format)),
              Text(d.identifier), Number(d.size), Text(d.hash), Text(d.text)});
}
std::string Expected(const Claim& c) {
  return Row({Number(Raw(c.id)),
              OrNull(Raw(c.document)),
              Text(c.text),
              Text(Name(c.kind)),
              Text(Name(c.strength)),
              Number(static_cast<std::uint64_t>(c.strength)),
              Text(Name(c.certainty)),
              Number(c.negated),
              Number(c.attributed),
              Text(c.attribution),
              Real(c.confidence),
              Words(c.hedges),
              Words(c.boosters),
              Words(c.causal_cues),
              Words(c.magnitudes),
              Text(Name(c.citation_status)),
              Text(Name(c.verdict)),
              Text(c.allowed_wording),
              Number(c.sentence),
              Number(c.span.begin),
              Number(c.span.end)});
}
std::string Expected(const Proposition& p) {
  return Row({Number(Raw(p.id)), Key(p), Text(p.intervention), Text(Name(p.direction)),
              Text(p.outcome), Text(p.population), Text(p.comparator)});
}
std::string Expected(const Citation& c) {
  return Row({Number(Raw(c.id)), OrNull(Raw(c.document)), Text(c.text), Text(Name(c.style)),
              List(c.authors), Number(c.et_al), OrNull(static_cast<std::uint64_t>(c.year)),
              Text(c.year_suffix), List(c.numbers), List(c.keys), Text(c.url), Real(c.score),
              Number(c.sentence), Number(c.span.begin), Number(c.span.end)});
}
std::string Expected(const Reference& r) {
  return Row({Number(Raw(r.id)),
              OrNull(Raw(r.document)),
              OrNull(Raw(r.work)),
              Text(r.text),
              Text(Name(r.origin)),
              Text(r.file),
              OrNull(static_cast<std::uint64_t>(r.number)),
              Text(r.key),
              Names(r.authors),
              Number(r.et_al),
              OrNull(static_cast<std::uint64_t>(r.year)),
              Text(r.title),
              Text(r.container),
              Text(r.volume),
              Text(r.issue),
              Text(r.pages),
              Text(r.publisher),
              Text(r.doi),
              Text(r.pmid),
              Text(r.pmcid),
              Text(r.url),
              Text(Name(r.design)),
              Number(r.span.begin),
              Number(r.span.end)});
}
std::string Expected(const Work& w) {
  return Row({Number(Raw(w.id)), Text(w.title), Names(w.authors),
              OrNull(static_cast<std::uint64_t>(w.year)), Text(w.container), Text(w.doi),
              Text(w.pmid), Text(w.pmcid), Text(w.url), Text(Name(w.design)),
              Number(static_cast<std::uint64_t>(StartLevel(w.design))),
              OrNull(static_cast<std::uint64_t>(OcebmLevel(w.design))), Text(Name(w.standing))});
}
std::string Expected(const EvidenceLine& e) {
  return Row({Number(Raw(e.id)), OrNull(Raw(e.document)), OrNull(Raw(e.claim)),
              OrNull(Raw(e.proposition)), OrNull(Raw(e.citation)), OrNull(Raw(e.reference)),
              OrNull(Raw(e.work)), Text(Name(e.stance)), Text(Name(e.role)), Text(Name(e.design)),
              Text(Name(e.population)), Text(Name(e.intervention)), Text(Name(e.comparator)),
              Text(Name(e.outcome)), Number(static_cast<std::uint64_t>(e.certainty)), Text(e.study),
              Text(e.record)});
}
std::string Expected(const Finding& f) {
  return Row({Number(Raw(f.id)), OrNull(Raw(f.document)), Text(f.rule), Text(Name(f.severity)),
              OrNull(Raw(f.claim)), Text(f.message), Text(f.suggestion), Text(f.file),
              Number(f.span.begin), Number(f.span.end)});
}

class SqlTablesTest : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    store_ = std::string_view(GetParam()) == "examples" ? ExamplesStore() : RandomStore(7, 12);
  }

  std::vector<std::string> Rows(const std::string& sql) const {
    const SqlReply answer = AskSql(*store_, sql);
    EXPECT_EQ(answer.error, "") << sql;
    return answer.rows;
  }

  template <typename Noun, typename Id>
  std::vector<Noun> Nouns(NodeKind kind, Result<Noun> (GraphReader::*find)(Id) const) const {
    std::vector<Noun> nouns;
    for (const std::uint64_t id : store_->All(kind)) nouns.push_back(*((*store_).*find)(Id{id}));
    return nouns;
  }

  template <typename Noun, typename Id>
  void Compare(const std::string& table, NodeKind kind,
               Result<Noun> (GraphReader::*find)(Id) const) const {
    std::vector<std::string> expected;
    for (const Noun& noun : Nouns(kind, find)) expected.push_back(Expected(noun));
    EXPECT_FALSE(expected.empty()) << table;
    EXPECT_EQ(Rows("SELECT * FROM " + table), expected);
    EXPECT_EQ(Rows("SELECT count(*) FROM " + table)[0], std::to_string(expected.size()));
  }

  std::unique_ptr<GraphReader> store_;
};

TEST_P(SqlTablesTest, NounsAreRows) {
  Compare("documents", NodeKind::kDocument, &GraphReader::FindDocument);
  Compare("claims", NodeKind::kClaim, &GraphReader::FindClaim);
  Compare("propositions", NodeKind::kProposition, &GraphReader::FindProposition);
  Compare("citations", NodeKind::kCitation, &GraphReader::FindCitation);
  Compare("refs", NodeKind::kReference, &GraphReader::FindReference);
  Compare("works", NodeKind::kWork, &GraphReader::FindWork);
  Compare("evidence_lines", NodeKind::kEvidenceLine, &GraphReader::FindEvidenceLine);
  Compare("findings", NodeKind::kFinding, &GraphReader::FindFinding);
}

TEST_P(SqlTablesTest, PartsOfNounsAreRows) {
  std::vector<std::string> results;
  std::vector<std::string> steps;
  const auto append = [&](const Claim& claim, const std::string& line,
                          const std::vector<Reason>& reasons) {
    for (std::size_t i = 0; i < reasons.size(); ++i) {
      const Reason& r = reasons[i];
      steps.push_back(Row(
          {Number(Raw(claim.id)), line, Number(i + 1), r.step, r.rule, Real(r.change), r.because}));
    }
  };
  for (const Claim& claim : Nouns(NodeKind::kClaim, &GraphReader::FindClaim)) {
    for (const Effect& e : claim.effects) {
      results.push_back(Row({Number(Raw(claim.id)), Text(Name(e.measure)), Real(e.value),
                             Maybe(e.ci_low), Maybe(e.ci_high), Maybe(e.p), Maybe(e.n), Maybe(e.k),
                             Maybe(e.i2), Number(e.span.begin), Number(e.span.end)}));
    }
    append(claim, "~", claim.reasons);
    for (const NodeRef n : store_->Neighbours(Node(claim.id), EdgeKind::kJudges, Way::kIn)) {
      append(claim, Number(n.id), store_->FindEvidenceLine(EvidenceLineId{n.id})->reasons);
    }
  }
  std::vector<std::string> names;
  for (const Work& work : Nouns(NodeKind::kWork, &GraphReader::FindWork)) {
    for (const std::string& name : work.names) names.push_back(Row({Number(Raw(work.id)), name}));
  }
  EXPECT_FALSE(results.empty());
  EXPECT_FALSE(steps.empty());
  EXPECT_FALSE(names.empty());
  EXPECT_EQ(Rows("SELECT * FROM results"), results);
  EXPECT_EQ(Rows("SELECT * FROM appraisals"), steps);
  EXPECT_EQ(Rows("SELECT * FROM work_names"), names);
}

TEST_P(SqlTablesTest, LinksAndEdgesAreTheNounsOwn) {
  std::vector<std::string> cites;
  std::vector<std::string> states;
  std::vector<std::string> points;
  std::vector<std::string> works;
  std::vector<std::string> edges;
  const auto edge = [&](std::string_view from_kind, auto from, std::string_view name,
                        std::string_view to_kind, auto to) {
    if (!IsSet(from) || !IsSet(to)) return;
    edges.push_back(Row({std::string(from_kind), Number(Raw(from)), std::string(name),
                         std::string(to_kind), Number(Raw(to))}));
  };
  for (const Claim& c : Nouns(NodeKind::kClaim, &GraphReader::FindClaim)) {
    edge("document", c.document, "has_claim", "claim", c.id);
    for (const CitationId x : c.citations) {
      edge("claim", c.id, "cites", "citation", x);
      cites.push_back(Row({Number(Raw(c.id)), Number(Raw(x))}));
      const Citation citation = *store_->FindCitation(x);
      for (const ReferenceId r : citation.references) {
        if (!IsSet(r)) continue;
        const WorkId work = store_->FindReference(r)->work;
        if (IsSet(work)) works.push_back(Row({Number(Raw(c.id)), Number(Raw(work))}));
      }
    }
    for (const PropositionId p : c.propositions) {
      edge("claim", c.id, "states", "proposition", p);
      states.push_back(Row({Number(Raw(c.id)), Number(Raw(p))}));
    }
  }
  for (const Citation& c : Nouns(NodeKind::kCitation, &GraphReader::FindCitation)) {
    edge("document", c.document, "has_citation", "citation", c.id);
    for (const ReferenceId r : c.references) {
      if (!IsSet(r)) continue;
      edge("citation", c.id, "points_to", "ref", r);
      points.push_back(Row({Number(Raw(c.id)), Number(Raw(r))}));
    }
  }
  for (const Reference& r : Nouns(NodeKind::kReference, &GraphReader::FindReference)) {
    edge("document", r.document, "has_ref", "ref", r.id);
    edge("ref", r.id, "describes", "work", r.work);
  }
  for (const EvidenceLine& e : Nouns(NodeKind::kEvidenceLine, &GraphReader::FindEvidenceLine)) {
    edge("evidence_line", e.id, "bears_on", "proposition", e.proposition);
    edge("evidence_line", e.id, "rests_on", "work", e.work);
    edge("evidence_line", e.id, "judges", "claim", e.claim);
  }
  for (const Finding& f : Nouns(NodeKind::kFinding, &GraphReader::FindFinding)) {
    edge("finding", f.id, "found_in", "document", f.document);
  }
  for (const std::uint64_t document : store_->All(NodeKind::kDocument)) {
    for (const auto& [kind, name] :
         {std::pair(EdgeKind::kPresents, "presents"), std::pair(EdgeKind::kLists, "lists")}) {
      for (const NodeRef work : store_->Neighbours(Node(DocumentId{document}), kind, Way::kOut)) {
        edge("document", DocumentId{document}, name, "work", WorkId{work.id});
      }
    }
  }
  const auto unique = [](std::vector<std::string> rows) {
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
  };
  const auto same = [&](const std::string& table, const std::vector<std::string>& expected) {
    std::vector<std::string> rows = Rows("SELECT * FROM " + table);
    EXPECT_FALSE(rows.empty()) << table;
    std::ranges::sort(rows);
    EXPECT_EQ(rows, unique(expected)) << table;
  };
  same("claim_citations", cites);
  same("claim_propositions", states);
  same("citation_refs", points);
  same("claim_works", works);
  same("edges", edges);
}

TEST_P(SqlTablesTest, ViewsAreWhatTheySay) {
  std::vector<std::string> concepts;
  std::vector<std::string> studies;
  for (const Proposition& p : Nouns(NodeKind::kProposition, &GraphReader::FindProposition)) {
    const std::pair<const char*, const std::string*> parts[] = {{"intervention", &p.intervention},
                                                                {"outcome", &p.outcome},
                                                                {"population", &p.population},
                                                                {"comparator", &p.comparator}};
    for (const auto& [role, label] : parts) {
      if (!label->empty()) concepts.push_back(Row({Number(Raw(p.id)), role, *label}));
    }
  }
  for (const Work& w : Nouns(NodeKind::kWork, &GraphReader::FindWork)) {
    if (w.design == StudyDesign::kUnknown) continue;
    studies.push_back(Row({Number(Raw(w.id)), Text(Name(w.design)),
                           Number(static_cast<std::uint64_t>(StartLevel(w.design))),
                           OrNull(static_cast<std::uint64_t>(OcebmLevel(w.design)))}));
  }
  EXPECT_THAT(Rows("SELECT * FROM concepts"), testing::UnorderedElementsAreArray(concepts));
  EXPECT_EQ(Rows("SELECT * FROM studies ORDER BY work"), studies);
  EXPECT_EQ(Rows("SELECT sum(propositions) FROM populations"),
            Rows("SELECT count(*) FROM concepts WHERE role = 'population'"));
  for (const View& view : AllViews()) {
    const SqlReply answer = AskSql(*store_, "SELECT * FROM " + std::string(view.name));
    EXPECT_FALSE(answer.rows.empty()) << view.name;
    ASSERT_EQ(answer.columns.size(), view.columns.size());
    for (std::size_t i = 0; i < view.columns.size(); ++i) {
      EXPECT_EQ(answer.columns[i], view.columns[i].name);
    }
  }
}

// What articles do not bring: filled in RecordsAndDecisionsAreRows.
bool IsOfRecords(std::string_view table) {
  return table == "records" || table == "study_results" || table == "study_keys" ||
         table == "decisions";
}

TEST_P(SqlTablesTest, EveryTableHasRowsAndSaysWhatItsColumnsMean) {
  for (const Table& table : AllTables()) {
    EXPECT_TRUE(IsOfRecords(table.name) || !Rows("SELECT * FROM " + std::string(table.name) + " LIMIT 1").empty())
        << table.name;
    EXPECT_FALSE(table.meaning.empty());
    for (const Column& column : table.columns) EXPECT_FALSE(column.meaning.empty()) << column.name;
  }
}

TEST(SqlTablesOfRecords, RecordsAndDecisionsAreRows) {
  const std::unique_ptr<GraphStore> store = NewMemoryStore();
  DocumentGraph told;
  told.document.source = "pubmed:7";
  told.document.format = Format::kRecord;
  told.works = {{.names = {"pmid:7"}, .title = "Naps and memory", .pmid = "7"}};
  told.known_works = {WorkId{}};
  told.studies = {{.key = "registry:nct01"}};
  told.records = {{.work = WorkId{1}, .study = StudyId{1}, .design = StudyDesign::kRct, .n = 74,
                   .title = "Naps and memory", .year = 2017, .pmid = "7", .headings = {"Sleep"}}};
  told.results = {{.study = StudyId{1}, .outcome = "memory", .direction = Direction::kImprove,
                   .effect = Effect{.value = 0.5, .ci_low = 0.25}, .quote = "memory improved"}};
  ASSERT_TRUE(store->PutDocument(told));
  DocumentGraph decided;
  decided.document.source = "decision:1";
  decided.document.format = Format::kDecision;
  decided.decisions = {{.kind = DecisionKind::kVerdict, .source = "draft.md", .quote = "Naps help.",
                        .nth = 1, .value = "supported", .who = "Ada",
                        .when = "2026-03-01T09:30:00Z", .why = "read it"}};
  ASSERT_TRUE(store->PutDocument(decided));
  using testing::ElementsAre;
  EXPECT_THAT(AskSql(*store, "SELECT * FROM records WHERE work = 1").rows,
              ElementsAre("1|1|1|1|randomised_controlled_trial|74|Naps and memory|~|2017|~|~|7|~|~|"
                          "[\"Sleep\"]"));
  EXPECT_THAT(AskSql(*store, "SELECT * FROM study_results WHERE study = 1").rows,
              ElementsAre("1|1|1|~|~|memory|~|improve|unknown|SMD|real 0.5|real 0.25|~|~|~|"
                          "memory improved|real 1"));
  EXPECT_THAT(AskSql(*store, "SELECT * FROM study_keys WHERE key = 'registry:nct01'").rows,
              ElementsAre("1|registry:nct01"));
  EXPECT_THAT(AskSql(*store, "SELECT * FROM decisions WHERE document = 2").rows,
              ElementsAre("1|2|verdict|draft.md|Naps help.|1|supported|Ada|2026-03-01T09:30:00Z|"
                          "read it"));
}

INSTANTIATE_TEST_SUITE_P(Graphs, SqlTablesTest, testing::Values("examples", "random"),
                         [](const auto& graph) { return std::string(graph.param); });

}  // namespace
}  // namespace claimgraph
