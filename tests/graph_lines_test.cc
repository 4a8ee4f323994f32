// Graphs as JSON Lines: what is exported comes back as it was, and nothing that anybody may
// write into such a file does harm.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <sstream>

#include "claimgraph/claimgraph.h"
#include "claimgraph/store_vocabulary.h"
#include "core/appraisal.h"
#include "core/graph_json.h"
#include "importers/graph_lines.h"
#include "queries/exports/json_lines.h"
#include "tests/store_test_util.h"

namespace claimgraph {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::string Line(const DocumentGraph& graph) {
  std::string line;
  AppendGraphJson(graph, &line);
  return line;
}

std::string ExportOf(const GraphReader& store) {
  std::ostringstream out;
  const Status written = ExportJsonLines(ExportScope(store), {}, out);
  EXPECT_TRUE(written) << Message(written);
  return out.str();
}

// A folder to write files into and stores to import them to.
class GraphLinesTest : public testing::Test {
 protected:
  std::string Write(const std::string& name, const std::string& bytes) {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return folder_ / name;
  }

  ImportSummary Import(const std::string& name, GraphStore* store, bool bulk = false) {
    return claimgraph::Import({folder_ / name}, {.jobs = 1, .bulk = bulk}, store);
  }

  // Documents that meet in works, propositions and studies, judged and decided on.
  std::unique_ptr<GraphStore> Library() {
    Write("one.md",
          "# Massage\n\nMassage reduces pain (Berg, 2014). Swimming may \"ease\" stress [*].\n\n"
          "Naïve <script>alert(1)</script> claims: sauna cures depression.\n\n## References\n\n"
          "Berg, H. (2014). Massage for low back pain: a randomised controlled trial. "
          "Journal of Pain, 3(2), 10-19. https://doi.org/10.5555/massage.1\n");
    Write("two.md",
          "# Again\n\nMassage reduces pain (Berg, 2014).\n\n## References\n\n"
          "Berg, H. (2014). Massage for low back pain: a randomised controlled trial. "
          "Journal of Pain, 3(2), 10-19. https://doi.org/10.5555/massage.1\n"
          "Holm, K. (2001). Sleep and swimming. Sleep, 1, 1-9. doi:10.5555/other\n");
    Write("three.md",
          "# Other\n\nSwimming improves sleep (Holm, 2003).\n\n## References\n\n"
          "Holm, K. (2003). A wholly different title about knees. Knee, 1, 1-9. "
          "doi:10.5555/other\n");
    Write("trials.ris",
          "TY  - JOUR\nTI  - Massage for low back pain: a randomised controlled trial\n"
          "AU  - Berg, Hanna\nPY  - 2014\nJO  - Journal of Pain\nDO  - 10.5555/massage.1\n"
          "AB  - METHODS: Seventy-four adults with low back pain were randomised to massage or "
          "usual care. RESULTS: Pain was lower after massage (SMD -0.42, 95% CI -0.7 to -0.1; "
          "p=0.01). CONCLUSIONS: Massage reduces pain in adults.\nER  - \n");
    std::unique_ptr<GraphStore> store = NewMemoryStore();
    const ImportSummary summary = claimgraph::Import(
        {folder_ / "one.md", folder_ / "two.md", folder_ / "three.md", folder_ / "trials.ris"},
        {.jobs = 1}, store.get());
    EXPECT_THAT(summary.failed, IsEmpty());
    Decided(store.get(), {.kind = DecisionKind::kVerdict,
                          .target = "c1",
                          .value = "supported",
                          .who = "A. \"Q\" Reader",
                          .when = "2026-03-01T09:30:00Z",
                          .why = "read it, twice"});
    Decided(store.get(), {.kind = DecisionKind::kUndo,
                          .value = "n1",
                          .who = "B",
                          .when = "2026-03-02T09:30:00Z",
                          .why = "no"});
    return store;
  }

  void Decided(GraphStore* store, const DecisionRequest& request) {
    const Result<Decision> decision = Decide(request, store);
    EXPECT_TRUE(decision) << Message(decision);
  }

  std::vector<std::string> DoctorOf(const GraphReader& store) {
    const Result<Examination> examination = Examine(store);
    EXPECT_TRUE(examination) << Message(examination);
    std::vector<std::string> told;
    for (const auto& difference : examination->differences) {
      told.push_back(difference.place + ": " + difference.what);
    }
    return told;
  }

  TempDir folder_{};
};

// ---- One line

TEST(GraphJsonTest, EveryFieldComesBack) {
  DocumentGraph graph = FullGraph("full.md");
  // As the store gives it: ids of their places, and in order.
  const Result<DocumentGraph> read = ParseGraphJson(Line(graph));
  ASSERT_TRUE(read) << Message(read);
  DocumentGraph expected = graph;
  const auto forget = [](auto* nouns) {
    for (auto& noun : *nouns) noun.id = {};
  };
  forget(&expected.works);
  forget(&expected.propositions);
  forget(&expected.studies);
  expected.document.id = {};
  const auto forget_all = [&](auto* nouns) {
    for (auto& noun : *nouns) noun.id = {}, noun.document = {};
  };
  forget_all(&expected.claims);
  forget_all(&expected.citations);
  forget_all(&expected.references);
  forget_all(&expected.evidence_lines);
  forget_all(&expected.findings);
  forget_all(&expected.records);
  forget_all(&expected.results);
  EXPECT_EQ(read->document, expected.document);
  EXPECT_EQ(read->claims, expected.claims);
  EXPECT_EQ(read->citations, expected.citations);
  EXPECT_EQ(read->references, expected.references);
  EXPECT_EQ(read->works, expected.works);
  EXPECT_EQ(read->propositions, expected.propositions);
  EXPECT_EQ(read->evidence_lines, expected.evidence_lines);
  EXPECT_EQ(read->findings, expected.findings);
  EXPECT_EQ(read->records, expected.records);
  EXPECT_EQ(read->results, expected.results);
  EXPECT_EQ(read->studies, expected.studies);
  EXPECT_EQ(read->presents, expected.presents);
  EXPECT_EQ(read->lists, expected.lists);
  EXPECT_THAT(read->known_works, SizeIs(read->works.size()));
}

TEST(GraphJsonTest, RecordsResultsAndDecisionsComeBack) {
  DocumentGraph graph;
  graph.document = {.source = "decision:3", .format = Format::kDecision, .text = "Pain fell."};
  graph.works = {{.names = {"doi:10.5555/a"}, .title = "A"}};
  graph.studies = {{.key = "work:doi:10.5555/a"}};
  graph.records = {{.work = WorkId{1},
                    .study = StudyId{1},
                    .design = StudyDesign::kRct,
                    .n = 74,
                    .title = "A",
                    .authors = {{"Berg", "H"}},
                    .et_al = true,
                    .year = 2014,
                    .container = "J",
                    .volume = "1",
                    .issue = "2",
                    .pages = "3-4",
                    .doi = "10.5555/a",
                    .pmid = "5",
                    .pmcid = "PMC6",
                    .publication_types = {"Trial"},
                    .headings = {"Massage"},
                    .facts = {{FactKind::kAge, "adults", {0, 4}, 0.25}},
                    .notices = {{Standing::kRetracted, "2014", "fraud", "doi:10.5555/b"}},
                    .risk_of_bias = {{"overall", RiskOfBias::kSomeConcerns}},
                    .includes = {WorkId{1}}}};
  graph.results = {{.study = StudyId{1},
                    .intervention = "massage",
                    .comparator = "sham",
                    .outcome = "pain",
                    .population = "adults",
                    .direction = Direction::kDecrease,
                    .significance = Significance::kSignificant,
                    .effect = Effect{.measure = EffectMeasure::kMd,
                                     .value = -0.1,
                                     .ci_low = -1e-300,
                                     .ci_high = 0.30000000000000004,
                                     .p = 0,
                                     .n = 74,
                                     .k = 1,
                                     .i2 = 12.5,
                                     .span = {1, 2}},
                    .time_point = "20 weeks",
                    .quote = "Pain fell.",
                    .span = {0, 10},
                    .confidence = 0.5}};
  graph.decisions = {{.kind = DecisionKind::kDismiss,
                      .source = "a.md",
                      .quote = "\x01\"\\\n\xE2\x80\x99",
                      .nth = 2,
                      .value = "uncited-claim",
                      .who = "B",
                      .when = "2026-03-01T09:30:00Z",
                      .why = std::string("nul\0in it", 9)}};
  const Result<DocumentGraph> read = ParseGraphJson(Line(graph));
  ASSERT_TRUE(read) << Message(read);
  EXPECT_EQ(read->records, graph.records);
  EXPECT_EQ(read->results, graph.results);
  EXPECT_EQ(read->decisions, graph.decisions);
  EXPECT_EQ(Line(*read), Line(graph));
}

TEST(GraphJsonTest, NumbersComeBackToTheLastBit) {
  for (const double value : {0.0, -0.0, 0.1, 1.0 / 3, -2.5e-320, 1e308, 123456789012345678.0}) {
    DocumentGraph graph;
    graph.document.source = "a.md";
    graph.propositions = {{.outcome = "pain"}};
    graph.claims = {{.effects = {{.value = value}}, .propositions = {PropositionId{1}}}};
    const Result<DocumentGraph> read = ParseGraphJson(Line(graph));
    ASSERT_TRUE(read) << Message(read);
    const double back = read->claims[0].effects[0].value;
    EXPECT_EQ(back, value);
    EXPECT_EQ(std::signbit(back), std::signbit(value)) << value;
  }
}

TEST(GraphJsonTest, BytesThatAreNoTextAreReplaced) {
  DocumentGraph graph;
  graph.document = {.source = "bad\xFF.md"};
  const Result<DocumentGraph> read = ParseGraphJson(Line(graph));
  ASSERT_TRUE(read) << Message(read);
  EXPECT_EQ(read->document.source, "bad\xEF\xBF\xBD.md");
}

TEST(GraphJsonTest, WhatIsMissingOrUnknownIsNoFault) {
  const Result<DocumentGraph> read = ParseGraphJson(
      R"( {"of_later": [[{"deep": null}]], "claims": null, "works": [],
           "document": {"title": "0", "later": {}, "source": "a.md"}} )");
  ASSERT_TRUE(read) << Message(read);
  EXPECT_EQ(read->document.source, "a.md");
  EXPECT_EQ(read->document.title, "0");
  EXPECT_THAT(read->claims, IsEmpty());
}

struct BadLine {
  std::string line{};
  std::string says{};
};

TEST(GraphJsonTest, WhatIsWrongIsToldByItsPlace) {
  const auto with = [](const std::string& more) {
    return R"({"document":{"source":"a.md","text":"Walks help. So it is.",)"
           R"("blocks":[{"span":{"begin":0,"end":21}}],"sentences":[{"span":{"begin":0,"end":11}}]},)"
           R"("propositions":[{"outcome":"pain"}],"works":[{"names":["doi:10.5555/a"]}])" +
           more + "}";
  };
  const std::vector<BadLine> kBad = {
      {"", "not JSON"},
      {"{", "not JSON"},
      {"[]", "it must be an object"},
      {"3", "it must be an object"},
      {R"({"document":{"source":"a\ud800"}})", "not JSON"},
      {"{\"document\":{\"source\":\"a\xFF\"}}", "not JSON"},
      {R"({"document":{"source":"a.md"}} {})", "not JSON"},
      {std::string(40, '[') + std::string(40, ']'), "levels deep"},
      {R"({"document":{"text":"a"}})", "document.source is missing"},
      {R"({"document":{"source":7}})", "document.source is 7; it must be a string"},
      {R"({"document":[]})", "document is an array; it must be an object"},
      {R"({"document":{"source":"a","size":-1}})", "document.size is -1; it must be a whole"},
      {R"({"document":{"source":"a","size":1.5}})", "document.size is 1.5; it must be a whole"},
      {R"({"document":{"source":"a","size":1e999}})", "not JSON"},
      {R"({"document":{"source":"a","format":"word"}})", "it must be one of plain_text, markdown"},
      {R"({"document":{"source":"a","format":"decision"}})", "must be \"decision:\""},
      {R"({"document":{"source":"decision:1"}})", "is that of a decision"},
      {R"({"document":{"source":"a","map":[{"size":5}]}})", "document.map is longer"},
      {R"({"document":{"source":"a","text":"ab","map":[{"size":1,"text_unit":0}]}})",
       "document.map"},
      {R"({"document":{"source":"a","text":"ab","map":[{"size":2,"source_unit":4294967295}]}})",
       "4 GiB"},
      {R"({"document":{"source":"a","text":"ab","map":[{"size":1,"source":4},{"size":1}]}})",
       "not in order"},
      {R"({"document":{"source":"a","text":"ab","blocks":[{"level":256}]}})",
       "document.blocks[0].level is 256"},
      {R"({"document":{"source":"a","text":"ab","sentences":[{"span":{"begin":0,"end":2}}]}})",
       "document.sentences[0].block is no position"},
      {R"({"document":{"source":"a","text":"ab","marks":[{"span":{"begin":2,"end":1}}]}})",
       "document.marks[0].span lies outside"},
      {with(R"(,"claims":[{"confidence":"high"}])"),
       "claims[0].confidence is \"high\"; it must be a number"},
      {with(R"(,"claims":[{}])"), "claims[0].propositions is empty"},
      {with(R"(,"claims":[{"propositions":[2]}])"), "claims[0].propositions leads to no"},
      {with(R"(,"claims":[{"propositions":[0]}])"), "claims[0].propositions leads to no"},
      {with(R"(,"claims":[{"propositions":[1],"sentence":1}])"), "claims[0].sentence is no"},
      {with(R"(,"claims":[{"propositions":[1],"confidence":2}])"), "is not from 0 to 1"},
      {with(R"(,"claims":[{"propositions":[1],"text_span":{"begin":0,"end":22}}])"),
       "claims[0].text_span lies outside"},
      {with(R"(,"claims":[{"propositions":[1],"hedges":[{"span":{"begin":"x"}}]}])"),
       "claims[0].hedges[0].span.begin is \"x\""},
      {with(R"(,"evidence_lines":[{}])"), "evidence_lines[0].claim is missing"},
      {with(R"(,"evidence_lines":[{"directness":{"outcome":"near"}}])"),
       "evidence_lines[0].directness.outcome is \"near\"; it must be one of not_assessed"},
      {with(R"(,"findings":[{"severity":"error"}])"), "findings[0].rule is missing"},
      {with(R"(,"findings":[{"rule":"x","severity":"off"}])"), "findings[0].severity is"},
      {with(R"(,"references":[{"work":9}])"), "references[0].work leads to no work"},
      {with(R"(,"references":[{"year":2000000000}])"), "references[0].year is 2000000000"},
      {with(R"(,"presents":2)"), "presents leads to no work"},
      {with(R"(,"lists":[0])"), "lists leads to no work"},
      {with(R"(,"studies":[{}])"), "studies[0].key is missing"},
      {with(R"(,"records":[{"facts":[{"span":{"begin":0,"end":99}}]}])"), "records[0].facts lies"},
      {with(R"(,"decisions":[{}])"), "decisions must hold one decision"},
      {R"({"document":{"source":"a"},"works":[{"names":["source:b.md"]}]})",
       "works[0].names holds an empty name, or one of a document"},
      {R"({"document":{"source":"a"},"claims":[)" + std::string(2000, ' ') + "{},{},{}]}",
       "claims[0].propositions"},
  };
  for (const BadLine& bad : kBad) {
    const Result<DocumentGraph> read = ParseGraphJson(bad.line);
    EXPECT_FALSE(read) << bad.line;
    EXPECT_THAT(Message(read), HasSubstr(bad.says)) << bad.line;
  }
}

TEST(GraphJsonTest, AMillionEmptyElementsTakeNoMemory) {
  std::string line = R"({"document":{"source":"a"},"claims":[{})";
  for (int i = 0; i < 300'000; ++i) line += ",{}";
  EXPECT_THAT(Message(ParseGraphJson(line + "]}")), HasSubstr("most of them empty"));
}

// ---- Files

TEST_F(GraphLinesTest, AStoreThatWasMadeOfAnExportExportsTheSame) {
  const std::unique_ptr<GraphStore> store = Library();
  const std::string bytes = ExportOf(*store);
  Write("a.jsonl", bytes);
  const std::unique_ptr<GraphStore> copy = NewMemoryStore();
  const ImportSummary summary = Import("a.jsonl", copy.get());
  EXPECT_THAT(summary.failed, IsEmpty());
  EXPECT_THAT(summary.problems, IsEmpty());
  EXPECT_EQ(summary.added, store->All(NodeKind::kDocument).size());
  EXPECT_EQ(ExportOf(*copy), bytes);
  for (int kind = 1; kind <= static_cast<int>(kLastNodeKind); ++kind) {
    const auto node = static_cast<NodeKind>(kind);
    EXPECT_EQ(copy->All(node).size(), store->All(node).size()) << kind;
    EXPECT_FALSE(store->All(node).empty()) << kind << ": the example lacks it";
  }
  EXPECT_THAT(DoctorOf(*store), IsEmpty());
  EXPECT_THAT(DoctorOf(*copy), IsEmpty());
}

TEST_F(GraphLinesTest, ImportingItAgainChangesNothing) {
  const std::unique_ptr<GraphStore> store = Library();
  Write("a.jsonl", ExportOf(*store));
  for (GraphStore* target : {store.get(), NewMemoryStore().release()}) {
    Import("a.jsonl", target);
    const std::vector<std::string> before = Dump(*target);
    const ImportSummary again = Import("a.jsonl", target, true);
    EXPECT_THAT(again.failed, IsEmpty());
    EXPECT_EQ(again.added + again.replaced, 0U);
    EXPECT_EQ(again.unchanged, target->All(NodeKind::kDocument).size());
    EXPECT_EQ(Dump(*target), before);
    if (target != store.get()) delete target;
  }
}

TEST_F(GraphLinesTest, RandomGraphsComeBack) {
  for (unsigned seed = 1; seed <= 8; ++seed) {
    const std::unique_ptr<GraphStore> store = NewMemoryStore();
    // Replaced and removed on the way, so that ids have gaps and are not in order.
    for (int step = 0; step < 40; ++step) {
      ASSERT_EQ(StreamStep(static_cast<int>(seed) * 1000 + step, store.get()), "");
    }
    const std::string bytes = ExportOf(*store);
    Write("r.jsonl", bytes);
    const std::unique_ptr<GraphStore> copy = NewMemoryStore();
    const ImportSummary summary = Import("r.jsonl", copy.get(), seed % 2 == 0);
    EXPECT_THAT(summary.failed, IsEmpty());
    EXPECT_THAT(summary.problems, IsEmpty());
    EXPECT_EQ(ExportOf(*copy), bytes) << seed;
    EXPECT_THAT(Faults(*copy), IsEmpty());
  }
}

// What was imported anew stands behind the others, as its entries do.
TEST_F(GraphLinesTest, TheOrderOfArrivalComesBack) {
  const std::unique_ptr<GraphStore> store = Library();
  std::ofstream(folder_ / "two.md", std::ios::app) << "Lund, A. (1999). More. Sleep, 2, 3-4.\n";
  Import("two.md", store.get());
  const std::string bytes = ExportOf(*store);
  Write("a.jsonl", bytes);
  const std::unique_ptr<GraphStore> copy = NewMemoryStore();
  Import("a.jsonl", copy.get());
  EXPECT_EQ(ExportOf(*copy), bytes);
  EXPECT_THAT(DoctorOf(*copy), IsEmpty());
}

TEST_F(GraphLinesTest, TheTargetsOwnDocumentsAreJudgedAgain) {
  const std::unique_ptr<GraphStore> store = Library();
  std::string bytes = ExportOf(*store);
  // Without its articles and decisions: the record alone.
  std::istringstream lines(bytes);
  std::string header, line, record;
  std::getline(lines, header);
  while (std::getline(lines, line)) {
    if (line.find(R"("format":"record")") != std::string::npos) record = line;
  }
  ASSERT_FALSE(record.empty());
  Write("record.jsonl", header + "\n" + record + "\n");
  const std::unique_ptr<GraphStore> target = NewMemoryStore();
  Import("one.md", target.get());
  const Result<EvidenceLine> before = target->FindEvidenceLine(EvidenceLineId{1});
  ASSERT_TRUE(before) << Message(before);
  EXPECT_EQ(before->record, "");
  const ImportSummary summary = Import("record.jsonl", target.get());
  EXPECT_THAT(summary.failed, IsEmpty());
  EXPECT_EQ(summary.added, 1U);
  EXPECT_THAT(DoctorOf(*target), IsEmpty());
  const std::vector<std::uint64_t> lines_now = target->All(NodeKind::kEvidenceLine);
  ASSERT_FALSE(lines_now.empty());
  EXPECT_NE(target->FindEvidenceLine(EvidenceLineId{lines_now[0]})->record, "");
}

TEST_F(GraphLinesTest, StoresAreMerged) {
  const std::unique_ptr<GraphStore> store = Library();
  Write("a.jsonl", ExportOf(*store));
  const std::unique_ptr<GraphStore> target = NewMemoryStore();
  Write("four.md", "# Four\n\nSauna reduces pain.\n");
  Import("four.md", target.get());
  Decided(target.get(), {.kind = DecisionKind::kVerdict,
                         .target = "c1",
                         .value = "unverifiable",
                         .who = "C",
                         .when = "2026-03-03T09:30:00Z",
                         .why = "of four"});
  const ImportSummary summary = Import("a.jsonl", target.get());
  EXPECT_THAT(summary.failed, IsEmpty());
  EXPECT_EQ(summary.added, 6U);
  EXPECT_THAT(DoctorOf(*target), IsEmpty());
  // Its own decision is still the first; what undid the file's first undoes it still.
  EXPECT_EQ(target->FindDecision(DecisionId{1})->why, "of four");
  EXPECT_EQ(target->FindDecision(DecisionId{2})->why, "read it, twice");
  EXPECT_EQ(target->FindDecision(DecisionId{3})->value, "n2");
  const std::string merged = ExportOf(*target);
  EXPECT_EQ(Import("a.jsonl", target.get()).unchanged, 6U);
  EXPECT_EQ(ExportOf(*target), merged);
}

TEST_F(GraphLinesTest, APartComesBackAsThatPart) {
  const std::unique_ptr<GraphStore> store = Library();
  Result<NodeSet> part = ReachOf(*store, std::vector<ClaimId>{ClaimId{1}});
  ASSERT_TRUE(part);
  std::ostringstream out;
  ASSERT_TRUE(ExportJsonLines(ExportScope(*store, *part), {}, out));
  Write("part.jsonl", out.str());
  const std::unique_ptr<GraphStore> copy = NewMemoryStore();
  const ImportSummary summary = Import("part.jsonl", copy.get());
  EXPECT_THAT(summary.failed, IsEmpty());
  EXPECT_EQ(copy->All(NodeKind::kClaim).size(), 1U);
  EXPECT_LT(copy->All(NodeKind::kDocument).size(), store->All(NodeKind::kDocument).size());
  EXPECT_EQ(ExportOf(*copy), out.str());
}

// Reasons name a decision by its number, which is another in the copy.
TEST_F(GraphLinesTest, ReasonsNameTheDecisionByItsNewNumber) {
  const std::unique_ptr<GraphStore> store = Library();
  const std::uint64_t last = store->All(NodeKind::kClaim).back();
  Decided(store.get(), {.kind = DecisionKind::kVerdict,
                        .target = "c" + std::to_string(last),
                        .value = "unsupported",
                        .who = "C",
                        .when = "2026-03-03T09:30:00Z",
                        .why = "no"});
  const Result<NodeSet> part =
      ReachOf(*store, std::vector<ClaimId>{ClaimId{store->All(NodeKind::kClaim).back()}});
  ASSERT_TRUE(part);
  std::ostringstream out;
  ASSERT_TRUE(ExportJsonLines(ExportScope(*store, *part), {}, out));
  ASSERT_THAT(out.str(), HasSubstr("n3 by C on 2026-03-03: no"));
  Write("part.jsonl", out.str());
  const std::unique_ptr<GraphStore> copy = NewMemoryStore();
  EXPECT_THAT(Import("part.jsonl", copy.get()).failed, IsEmpty());
  ASSERT_THAT(copy->All(NodeKind::kDecision), ElementsAre(1));
  const std::string again = ExportOf(*copy);
  EXPECT_THAT(again, HasSubstr("n1 by C on 2026-03-03: no"));
  EXPECT_THAT(again, testing::Not(HasSubstr("n3 by C")));
  Write("again.jsonl", again);
  const std::unique_ptr<GraphStore> third = NewMemoryStore();
  EXPECT_THAT(Import("again.jsonl", third.get()).failed, IsEmpty());
  EXPECT_EQ(ExportOf(*third), again);
}

TEST_F(GraphLinesTest, TheSameHeaderAgainIsPassedOver) {
  const std::unique_ptr<GraphStore> store = Library();
  const std::string bytes = ExportOf(*store);
  Write("both.jsonl", bytes + bytes);
  const std::unique_ptr<GraphStore> copy = NewMemoryStore();
  const ImportSummary summary = Import("both.jsonl", copy.get());
  EXPECT_THAT(summary.failed, IsEmpty());
  EXPECT_THAT(summary.problems, IsEmpty());
  EXPECT_EQ(copy->All(NodeKind::kDecision).size(), 2U);
  EXPECT_EQ(ExportOf(*copy), bytes);
}

// As if the second had been imported after the first: it is judged beside it.
TEST_F(GraphLinesTest, TwoExportsInOneFileAreImportedOneAfterTheOther) {
  const std::unique_ptr<GraphStore> store = Library();
  const std::unique_ptr<GraphStore> other = NewMemoryStore();
  Write("four.md",
        "# Knees\n\nSwimming improves sleep (Holm, 2003).\n\n## References\n\n"
        "Holm, K. (2003). Yet another title about hips. Hip, 1, 1-9. doi:10.5555/other\n");
  Import("four.md", other.get());
  Write("a.jsonl", ExportOf(*store));
  Write("b.jsonl", ExportOf(*other));
  Write("both.jsonl", ExportOf(*store) + ExportOf(*other));
  const std::unique_ptr<GraphStore> one = NewMemoryStore();
  EXPECT_THAT(Import("both.jsonl", one.get()).failed, IsEmpty());
  const std::unique_ptr<GraphStore> two = NewMemoryStore();
  Import("a.jsonl", two.get());
  Import("b.jsonl", two.get());
  EXPECT_EQ(ExportOf(*one), ExportOf(*two));
  EXPECT_THAT(DoctorOf(*one), IsEmpty());
}

TEST_F(GraphLinesTest, AnotherHeaderEndsTheReading) {
  const std::string header = GraphHeaderJson({.method = "claimgraph-certainty/1"});
  const std::string other =
      GraphHeaderJson({.method = "claimgraph-certainty/1",
                       .vocabulary = "[[concept]]\nlabel = \"kelp\"\nrole = \"intervention\"\n"});
  Write("two.jsonl", header + "\n" + R"({"document":{"source":"a.md"}})" + "\n" + other + "\n" +
                         R"({"document":{"source":"b.md"}})" + "\n");
  std::unique_ptr<GraphStore> store = NewMemoryStore();
  const ImportSummary summary = Import("two.jsonl", store.get());
  EXPECT_EQ(summary.added, 1U);
  EXPECT_THAT(summary.failed, ElementsAre(HasSubstr("two.jsonl: line 3 begins another export")));
}

TEST_F(GraphLinesTest, AHeaderWithoutAMethodIsTold) {
  Write("h.jsonl", "{\"schema\":\"claimgraph/graph/1\"}\n");
  std::unique_ptr<GraphStore> store = NewMemoryStore();
  EXPECT_THAT(Import("h.jsonl", store.get()).problems,
              ElementsAre(HasSubstr("reached by rules that its header does not name")));
}

TEST(GraphJsonTest, AHashIsOneOrEmpty) {
  const auto read = [](const std::string& hash) {
    return ParseGraphJson(R"({"document":{"source":"a","hash":")" + hash + "\"}}");
  };
  EXPECT_TRUE(read(""));
  EXPECT_TRUE(read("0123456789abcdef0123456789abcdef"));
  for (const char* wrong : {"zz", "0123456789abcdef", "0123456789ABCDEF0123456789ABCDEF"}) {
    ASSERT_FALSE(read(wrong)) << wrong;
    EXPECT_THAT(read(wrong).error().message, HasSubstr("document.hash"));
  }
}

TEST_F(GraphLinesTest, VocabulariesMustAgree) {
  const std::string vocabulary = "[[concept]]\nlabel = \"kelp\"\nrole = \"intervention\"\n";
  const auto file = [](const std::string& text) {
    return GraphHeaderJson({.method = std::string(kMethodVersion), .vocabulary = text}) + "\n" +
           R"({"document":{"source":"a.md","text":"x"}})" + "\n";
  };
  Write("none.jsonl", file(""));
  Write("bad.jsonl", file("[[["));
  std::unique_ptr<GraphStore> store = NewMemoryStore();
  EXPECT_THAT(Import("bad.jsonl", store.get()).failed, SizeIs(1));
  EXPECT_THAT(store->All(NodeKind::kDocument), IsEmpty());
  ASSERT_TRUE(store->SetVocabulary(vocabulary));
  const ImportSummary refused = Import("none.jsonl", store.get());
  ASSERT_THAT(refused.failed, testing::Contains(HasSubstr("another vocabulary")));
  EXPECT_EQ(refused.added, 0U);
}

TEST_F(GraphLinesTest, TheVocabularyComesWithTheFile) {
  Write("v.toml", "[[concept]]\nlabel = \"kelp tea\"\nrole = \"intervention\"\n");
  std::unique_ptr<GraphStore> store = NewMemoryStore();
  const Status taken = TakeVocabulary(folder_ / "v.toml", store.get());
  ASSERT_TRUE(taken) << Message(taken);
  Write("k.md", "# Kelp\n\nKelp tea reduces pain.\n");
  Import("k.md", store.get());
  const std::string bytes = ExportOf(*store);
  Write("k.jsonl", bytes);
  std::unique_ptr<GraphStore> copy = NewMemoryStore();
  EXPECT_THAT(Import("k.jsonl", copy.get()).failed, IsEmpty());
  EXPECT_EQ(*copy->Vocabulary(), *store->Vocabulary());
  EXPECT_EQ(ExportOf(*copy), bytes);
  EXPECT_THAT(DoctorOf(*copy), IsEmpty());
}

TEST_F(GraphLinesTest, FilesOfALaterVersionAreRefused) {
  Write("later.jsonl", "{\"schema\":\"claimgraph/graph/2\"}\n{\"document\":{\"source\":\"a\"}}\n");
  std::unique_ptr<GraphStore> store = NewMemoryStore();
  const ImportSummary summary = Import("later.jsonl", store.get());
  ASSERT_THAT(summary.failed, SizeIs(1));
  EXPECT_THAT(summary.failed[0], HasSubstr("claimgraph/graph/2"));
  EXPECT_THAT(summary.failed[0], HasSubstr("newer"));
  EXPECT_THAT(store->All(NodeKind::kDocument), IsEmpty());
}

TEST_F(GraphLinesTest, BadLinesAreToldAndTheRestIsRead) {
  const std::string header = GraphHeaderJson({.method = std::string(kMethodVersion)});
  Write("odd.jsonl", "\xEF\xBB\xBF" + header + "\r\n" + R"({"document":{"source":"a.md"}})" +
                         "\r\n\n" + R"({"document":{"source":3}})" + "\n" + "nonsense\n" +
                         R"({"document":{"source":"b.md"}})" + "\n" + R"({"document":{"sou)");
  std::unique_ptr<GraphStore> store = NewMemoryStore();
  const ImportSummary summary = Import("odd.jsonl", store.get());
  EXPECT_EQ(summary.added, 2U);
  EXPECT_THAT(
      summary.problems,
      ElementsAre(HasSubstr("odd.jsonl:4: bad-line: document.source is 3; it must be a string"),
                  HasSubstr("odd.jsonl:5: bad-line: it is not JSON"),
                  HasSubstr("odd.jsonl:7: truncated-input: the file ends in the middle")));
  EXPECT_THAT(summary.failed, ElementsAre(HasSubstr("3 lines could not be read")));
}

TEST_F(GraphLinesTest, ListsOfClaimsAreReadAsBefore) {
  Write("claims.jsonl", "{\"text\": \"Massage reduces pain.\"}\n");
  std::unique_ptr<GraphStore> store = NewMemoryStore();
  EXPECT_EQ(Import("claims.jsonl", store.get()).added, 1U);
  EXPECT_EQ(store->FindDocumentHeader(DocumentId{1})->format, Format::kClaimList);
}

TEST(GraphLinesSniffTest, AFileIsToldByItsFirstBytes) {
  EXPECT_TRUE(LooksLikeGraphLines("{\"schema\":\"claimgraph/graph/1\"}"));
  EXPECT_TRUE(LooksLikeGraphLines("\xEF\xBB\xBF \n{ \"schema\" : \"claimgraph/graph/9"));
  EXPECT_FALSE(LooksLikeGraphLines("{\"schema\":\"claimgraph/export/1\"}"));
  EXPECT_FALSE(LooksLikeGraphLines("{\"text\":\"claimgraph/graph/1\"}"));
  EXPECT_FALSE(LooksLikeGraphLines(""));
}

}  // namespace
}  // namespace claimgraph
