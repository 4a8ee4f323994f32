// What every GraphStore promises, on all of them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/store/graph_store.h"
#include "tests/store_test_util.h"

namespace claimgraph {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// A store to test, with whatever it stands on.
struct Bench {
  std::unique_ptr<TempDir> dir{};
  std::unique_ptr<GraphStore> base{};
  std::unique_ptr<GraphStore> store{};
};

struct Backend {
  const char* name;
  Bench (*make)();
};

void PrintTo(const Backend& b, std::ostream* os) { *os << b.name; }

Bench Memory() { return {.store = NewMemoryStore()}; }

Bench Rocks() {
  Bench b{.dir = std::make_unique<TempDir>()};
  b.store = OpenOrDie(*b.dir / "store", {.sync = false});
  return b;
}

Bench OverMemory() {
  Bench b{.base = NewMemoryStore()};
  b.store = NewOverlayStore(*b.base);
  return b;
}

// The base has seen and forgotten a document, so that its ids are used up.
Bench OverRocks() {
  Bench b{.dir = std::make_unique<TempDir>()};
  b.base = OpenOrDie(*b.dir / "store", {.sync = false});
  (void)b.base->PutDocument(FullGraph("gone.md"));
  (void)b.base->RemoveDocument("gone.md");
  b.store = NewOverlayStore(*b.base);
  return b;
}

class StoreContract : public testing::TestWithParam<Backend> {
 protected:
  Put PutOrFail(const DocumentGraph& graph) {
    const Result<Put> put = store().PutDocument(graph);
    EXPECT_EQ(Message(put), "");
    return put ? *put : Put{};
  }
  std::vector<NodeRef> Out(NodeRef n, EdgeKind e) { return store().Neighbours(n, e, Way::kOut); }
  std::vector<NodeRef> In(NodeRef n, EdgeKind e) { return store().Neighbours(n, e, Way::kIn); }
  GraphStore& store() { return *bench_.store; }

 private:
  Bench bench_ = GetParam().make();
};

TEST_P(StoreContract, WhatIsJudgedOtherwiseKeepsItsIds) {
  DocumentGraph graph = FullGraph("walks.md");
  const NodeRef document = Node(PutOrFail(graph).document);
  PutOrFail(TinyGraph("other.md", "o", {"doi:10.5555/walk"}));
  const std::vector<NodeRef> claims = Out(document, EdgeKind::kHasClaim);
  const std::vector<NodeRef> references = Out(document, EdgeKind::kHasReference);
  const std::vector<NodeRef> findings = In(document, EdgeKind::kFoundIn);
  graph.claims[0].verdict = Verdict::kContradicted;
  graph.findings[0].rule = "contradicted-claim";
  graph.works[1].design = StudyDesign::kRct;
  EXPECT_EQ(PutOrFail(graph).outcome, PutOutcome::kReplaced);
  EXPECT_EQ(Out(document, EdgeKind::kHasClaim), claims);
  EXPECT_EQ(Out(document, EdgeKind::kHasReference), references);
  EXPECT_NE(In(document, EdgeKind::kFoundIn), findings);
  EXPECT_EQ(store().FindClaim(ClaimId{claims.at(0).id})->verdict, Verdict::kContradicted);
  EXPECT_EQ(store().CountFindings("contradicted-claim"), 1u);
  EXPECT_EQ(store().CountFindings("year-mismatch"), 0u);

  graph.claims[0].text += "!";  // other words: another claim
  EXPECT_EQ(PutOrFail(graph).outcome, PutOutcome::kReplaced);
  EXPECT_NE(Out(document, EdgeKind::kHasClaim), claims);
  EXPECT_EQ(Out(document, EdgeKind::kHasReference), references);
  EXPECT_THAT(Faults(store()), IsEmpty());
}

TEST_P(StoreContract, GivesBackEveryFieldWithItsOwnIds) {
  const DocumentGraph graph = FullGraph("walks.md");
  const Put put = PutOrFail(graph);
  EXPECT_EQ(put.outcome, PutOutcome::kAdded);
  const NodeRef document = Node(put.document);
  EXPECT_EQ(store().Named("source:walks.md"), document);

  Document d = *store().FindDocument(put.document);
  EXPECT_EQ(d.id, put.document);
  d.id = {};
  EXPECT_EQ(d, graph.document);

  const ClaimId claim{Out(document, EdgeKind::kHasClaim).at(0).id};
  const CitationId citation{Out(document, EdgeKind::kHasCitation).at(0).id};
  const ReferenceId reference{Out(document, EdgeKind::kHasReference).at(0).id};
  const WorkId work{Out(Node(reference), EdgeKind::kDescribes).at(0).id};
  const PropositionId proposition{Out(Node(claim), EdgeKind::kStates).at(0).id};
  const EvidenceLineId line{In(Node(claim), EdgeKind::kJudges).at(0).id};
  const FindingId finding{In(document, EdgeKind::kFoundIn).at(0).id};

  Claim c = graph.claims[0];
  c.id = claim;
  c.document = put.document;
  c.citations = {citation};
  c.propositions = {proposition};
  EXPECT_EQ(*store().FindClaim(claim), c);
  Citation ci = graph.citations[0];
  ci.id = citation;
  ci.document = put.document;
  ci.references = {reference};
  EXPECT_EQ(*store().FindCitation(citation), ci);
  Reference r = graph.references[0];
  r.id = reference;
  r.document = put.document;
  r.work = work;
  EXPECT_EQ(*store().FindReference(reference), r);
  Work w = graph.works[0];
  w.id = work;
  EXPECT_EQ(*store().FindWork(work), w);
  Proposition p = graph.propositions[0];
  p.id = proposition;
  EXPECT_EQ(*store().FindProposition(proposition), p);
  EvidenceLine l = graph.evidence_lines[0];
  l.id = line;
  l.document = put.document;
  l.claim = claim;
  l.proposition = proposition;
  l.citation = citation;
  l.reference = reference;
  l.work = work;
  EXPECT_EQ(*store().FindEvidenceLine(line), l);
  Finding f = graph.findings[0];
  f.id = finding;
  f.document = put.document;
  f.claim = claim;
  f.citations = {citation};
  f.references = {reference};
  f.evidence = {line};
  EXPECT_EQ(*store().FindFinding(finding), f);
  EXPECT_THAT(Faults(store()), IsEmpty());
}

TEST_P(StoreContract, AHeaderIsADocumentWithoutItsText) {
  const Put put = PutOrFail(FullGraph("walks.md"));
  Document expected = *store().FindDocument(put.document);
  expected.text.clear();
  expected.map = {};
  expected.blocks.clear();
  expected.sentences.clear();
  expected.links.clear();
  expected.marks.clear();
  expected.ignores.clear();
  expected.diagnostics.clear();
  EXPECT_EQ(*store().FindDocumentHeader(put.document), expected);
}

TEST_P(StoreContract, KeepsAVocabularyAsItIsWritten) {
  EXPECT_EQ(store().Vocabulary().value(), "");
  const std::string_view text = "# mine\n[[concept]]\n";
  ASSERT_TRUE(store().SetVocabulary(text));
  EXPECT_EQ(store().Vocabulary().value(), text);
  ASSERT_TRUE(store().SetVocabulary(""));
  EXPECT_EQ(store().Vocabulary().value(), "");
}

TEST_P(StoreContract, WhatIsNotThereIsNotFound) {
  EXPECT_EQ(store().FindDocument(DocumentId{7}).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(store().FindClaim(ClaimId{7}).error().code, ErrorCode::kNotFound);
  EXPECT_THAT(Message(store().FindWork(WorkId{7})), HasSubstr("work 7"));
  EXPECT_EQ(store().Named("source:nothing.md").id, 0u);
  EXPECT_EQ(store().Named("").id, 0u);
  EXPECT_THAT(store().All(NodeKind::kStudy), IsEmpty());
  EXPECT_THAT(store().Findings("uncited-claim"), IsEmpty());
  EXPECT_THAT(In({NodeKind::kWork, 7}, EdgeKind::kDescribes), IsEmpty());
  EXPECT_EQ(store().RemoveDocument("nothing.md").error().code, ErrorCode::kNotFound);
  EXPECT_TRUE(store().Health());
}

TEST_P(StoreContract, PuttingTheSameAgainChangesNothing) {
  const Put first = PutOrFail(FullGraph("walks.md"));
  PutOrFail(TinyGraph("other.md", "h", {"doi:10.5555/1"}));
  const std::vector<std::string> before = Dump(store());
  const Put again = PutOrFail(FullGraph("walks.md"));
  EXPECT_EQ(again.outcome, PutOutcome::kUnchanged);
  EXPECT_EQ(again.document, first.document);
  EXPECT_EQ(Dump(store()), before);
}

// Another .bib beside the same draft, or a better extractor: the hash is of the
// draft's bytes alone.
TEST_P(StoreContract, TheSameBytesReadOtherwiseReplace) {
  DocumentGraph graph = FullGraph("walks.md");
  PutOrFail(graph);
  graph.references[0].title = "Walking, mended";
  EXPECT_EQ(PutOrFail(graph).outcome, PutOutcome::kReplaced);
  EXPECT_EQ(PutOrFail(graph).outcome, PutOutcome::kUnchanged);
  graph.findings.clear();
  EXPECT_EQ(PutOrFail(graph).outcome, PutOutcome::kReplaced);
  EXPECT_THAT(store().Findings(""), IsEmpty());
  EXPECT_THAT(Faults(store()), IsEmpty());
}

TEST_P(StoreContract, ReplacingKeepsTheDocumentIdAndDropsTheRest) {
  const Put old = PutOrFail(FullGraph("walks.md"));
  const NodeRef claim = Out(Node(old.document), EdgeKind::kHasClaim).at(0);
  const Put put = PutOrFail(TinyGraph("walks.md", "new", {"pmid:55"}));
  EXPECT_EQ(put.outcome, PutOutcome::kReplaced);
  EXPECT_EQ(put.document, old.document);
  EXPECT_EQ(store().FindDocument(put.document)->hash, "new");
  EXPECT_EQ(store().FindClaim(ClaimId{claim.id}).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(store().Named("doi:10.5555/1").id, 0u) << "nothing cites this work any more";
  EXPECT_EQ(store().All(NodeKind::kWork).size(), 1u);
  EXPECT_EQ(store().All(NodeKind::kProposition).size(), 1u);
  EXPECT_THAT(store().Findings("year-mismatch"), IsEmpty());
  EXPECT_EQ(store().Findings("single-study").size(), 1u);
  EXPECT_THAT(Faults(store()), IsEmpty());
}

TEST_P(StoreContract, RemovingLeavesNothing) {
  const Put put = PutOrFail(FullGraph("walks.md"));
  EXPECT_TRUE(store().RemoveDocument("walks.md"));
  for (const NodeKind kind :
       {NodeKind::kDocument, NodeKind::kClaim, NodeKind::kCitation, NodeKind::kReference,
        NodeKind::kWork, NodeKind::kProposition, NodeKind::kEvidenceLine, NodeKind::kFinding}) {
    EXPECT_THAT(store().All(kind), IsEmpty());
  }
  EXPECT_EQ(store().Named("source:walks.md").id, 0u);
  EXPECT_EQ(store().Named("proposition:walking|decrease|pain|adult|rest").id, 0u);
  EXPECT_EQ(store().FindDocument(put.document).error().code, ErrorCode::kNotFound);
  EXPECT_THAT(Faults(store()), IsEmpty());
}

TEST_P(StoreContract, NoIdIsIssuedTwice) {
  const Put first = PutOrFail(FullGraph("walks.md"));
  EXPECT_TRUE(store().RemoveDocument("walks.md"));
  const Put second = PutOrFail(FullGraph("walks.md"));
  EXPECT_GT(Raw(second.document), Raw(first.document));
  EXPECT_EQ(store().LastId(NodeKind::kDocument), Raw(second.document));
}

TEST_P(StoreContract, TwoDocumentsShareAWorkAndAProposition) {
  const Put a = PutOrFail(TinyGraph("a.md", "a", {"doi:10.5555/1"}));
  const Put b = PutOrFail(TinyGraph("b.md", "b", {"doi:10.5555/1", "pmid:9"}));
  ASSERT_EQ(store().All(NodeKind::kWork).size(), 1u);
  const WorkId work{store().All(NodeKind::kWork)[0]};
  EXPECT_THAT(store().FindWork(work)->names, ElementsAre("doi:10.5555/1", "pmid:9"));
  EXPECT_EQ(In(Node(work), EdgeKind::kDescribes).size(), 2u);
  EXPECT_EQ(store().FirstNeighbours(Node(work), EdgeKind::kDescribes, Way::kIn, 1).size(), 1u);
  EXPECT_EQ(store().All(NodeKind::kProposition).size(), 1u);
  EXPECT_THAT(Faults(store()), IsEmpty());

  EXPECT_TRUE(store().RemoveDocument("a.md"));
  EXPECT_EQ(store().Named("doi:10.5555/1"), Node(work)) << "b.md still cites it";
  EXPECT_THAT(store().All(NodeKind::kDocument), ElementsAre(Raw(b.document)));
  EXPECT_THAT(Faults(store()), IsEmpty());
  EXPECT_TRUE(store().RemoveDocument("b.md"));
  EXPECT_THAT(store().All(NodeKind::kWork), IsEmpty());
  EXPECT_NE(a.document, b.document);
}

// A stored title is not overwritten by what a later document lacks or says.
TEST_P(StoreContract, AWorkKeepsWhatItKnowsAndLearnsWhatItDoesNot) {
  DocumentGraph a = TinyGraph("a.md", "a", {"doi:10.5555/1"});
  a.works[0] = {.names = {"doi:10.5555/1"}, .title = "Walking", .doi = "10.5555/1"};
  DocumentGraph b = a;
  b.document.source = "b.md";
  b.works[0] = {.names = {"doi:10.5555/1"},
                .title = "Waking",
                .year = 2014,
                .standing = Standing::kRetracted};
  PutOrFail(a);
  PutOrFail(b);
  const Work work = *store().FindWork(WorkId{store().Named("doi:10.5555/1").id});
  EXPECT_EQ(work.title, "Walking");
  EXPECT_EQ(work.year, 2014);
  EXPECT_EQ(work.standing, Standing::kRetracted);
}

TEST_P(StoreContract, HintsMayBeMissingOrStale) {
  PutOrFail(TinyGraph("a.md", "a", {"doi:10.5555/1"}));
  DocumentGraph b = TinyGraph("b.md", "b", {"doi:10.5555/1"});
  b.known_works = {WorkId{4711}};
  b.known_propositions = {PropositionId{4711}};
  PutOrFail(b);
  DocumentGraph c = TinyGraph("c.md", "c", {"doi:10.5555/2"});
  c.known_works = {WorkId{store().Named("doi:10.5555/1").id}};  // another work altogether
  PutOrFail(c);
  EXPECT_EQ(store().All(NodeKind::kWork).size(), 2u);
  EXPECT_NE(store().Named("doi:10.5555/1"), store().Named("doi:10.5555/2"));
  EXPECT_EQ(store().All(NodeKind::kProposition).size(), 1u);
  EXPECT_THAT(Faults(store()), IsEmpty());
}

struct SameWork {
  const char* what;
  std::vector<std::string> stored;
  std::vector<std::string> added;
  std::size_t works;
};

TEST_P(StoreContract, NamesDecideWhichWorksAreOne) {
  const SameWork cases[] = {
      {"one DOI", {"doi:1"}, {"doi:1"}, 1},
      {"one PMID, second in line", {"doi:1", "pmid:2"}, {"pmcid:3", "pmid:2"}, 1},
      {"a title alone", {"title:t|2014"}, {"title:t|2014"}, 1},
      {"a title, and one side knows a DOI", {"doi:1", "title:t|2014"}, {"title:t|2014"}, 1},
      {"a title, but the DOIs disagree", {"doi:1", "title:t|2014"}, {"doi:2", "title:t|2014"}, 2},
      {"a title, the DOIs agree too", {"title:t|2014", "doi:1"}, {"title:t|2014", "doi:1"}, 1},
      {"an address, but the PMIDs disagree", {"pmid:1", "url:u"}, {"pmid:2", "url:u"}, 2},
      {"nothing in common", {"doi:1"}, {"pmid:1"}, 2},
      {"no names at all", {}, {}, 2},
  };
  for (const SameWork& c : cases) {
    SCOPED_TRACE(c.what);
    PutOrFail(TinyGraph("a.md", "a", c.stored));
    PutOrFail(TinyGraph("b.md", "b", c.added));
    EXPECT_EQ(store().All(NodeKind::kWork).size(), c.works);
    EXPECT_THAT(Faults(store()), IsEmpty());
    EXPECT_TRUE(store().RemoveDocument("a.md"));
    EXPECT_THAT(Faults(store()), IsEmpty());
    EXPECT_TRUE(store().RemoveDocument("b.md"));
  }
}

TEST_P(StoreContract, TwoWorksOfOneDocumentMayBeOne) {
  DocumentGraph g = TinyGraph("a.md", "a", {"doi:10.5555/1"});
  g.works.push_back({.names = {"pmid:9", "doi:10.5555/1"}});
  g.references.push_back({.text = "Walking again.", .work = WorkId{2}});
  g.propositions.push_back(g.propositions[0]);
  g.claims[0].propositions.push_back(PropositionId{2});
  PutOrFail(g);
  EXPECT_EQ(store().All(NodeKind::kWork).size(), 1u);
  EXPECT_EQ(store().All(NodeKind::kProposition).size(), 1u);
  EXPECT_EQ(store().Named("pmid:9"), store().Named("doi:10.5555/1"));
  EXPECT_THAT(Faults(store()), IsEmpty());
  EXPECT_EQ(PutOrFail(g).outcome, PutOutcome::kUnchanged);
}

// "Moore, 1998" and no more: nothing to know it by, but its place in the list.
TEST_P(StoreContract, WorksWithoutNamesAreKnownAgainInTheirOwnDocument) {
  DocumentGraph g = TinyGraph("a.md", "a", {});
  PutOrFail(g);
  EXPECT_EQ(PutOrFail(g).outcome, PutOutcome::kUnchanged);
  PutOrFail(TinyGraph("b.md", "b", {}));
  EXPECT_EQ(store().All(NodeKind::kWork).size(), 2u) << "two documents, two works";
  g.works[0].year = 1998;
  EXPECT_EQ(PutOrFail(g).outcome, PutOutcome::kReplaced);
  EXPECT_EQ(store().All(NodeKind::kWork).size(), 2u);
  EXPECT_THAT(Faults(store()), IsEmpty());
}

TEST_P(StoreContract, WhatNothingRefersToIsNotStored) {
  DocumentGraph g = TinyGraph("a.md", "a", {"doi:10.5555/1"});
  g.works.push_back({.names = {"pmid:9"}});
  g.propositions.push_back({.intervention = "rest"});
  PutOrFail(g);
  EXPECT_EQ(store().Named("pmid:9").id, 0u);
  EXPECT_EQ(store().All(NodeKind::kProposition).size(), 1u);
}

TEST_P(StoreContract, FindingsComeByDocumentThenPosition) {
  DocumentGraph a = TinyGraph("a.md", "a", {"doi:10.5555/1"});
  a.findings = {{.rule = "late", .span = {300, 301}},
                {.rule = "early", .span = {2, 3}},
                {.rule = "late", .span = {7, 9}}};
  DocumentGraph b = TinyGraph("b.md", "b", {"doi:10.5555/1"});
  b.findings = {{.rule = "late-too", .span = {1, 2}}, {.rule = "late", .span = {1, 2}}};
  PutOrFail(a);
  PutOrFail(b);
  const auto spans = [&](std::string_view rule) {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> found;
    for (const FindingId id : store().Findings(rule)) {
      const Finding f = *store().FindFinding(id);
      found.emplace_back(Raw(f.document) - store().All(NodeKind::kDocument)[0], f.span.begin);
    }
    return found;
  };
  using P = std::pair<std::uint64_t, std::uint32_t>;
  EXPECT_THAT(spans("late"), ElementsAre(P{0, 7}, P{0, 300}, P{1, 1}));
  EXPECT_THAT(spans(""), ElementsAre(P{0, 2}, P{0, 7}, P{0, 300}, P{1, 1}, P{1, 1}));
  EXPECT_THAT(spans("lat"), IsEmpty());
}

struct Contradiction {
  const char* what;
  void (*spoil)(DocumentGraph*);
};

TEST_P(StoreContract, RefusesAGraphThatContradictsItself) {
  const Contradiction cases[] = {
      {"proposition", [](DocumentGraph* g) { g->claims[0].propositions = {PropositionId{2}}; }},
      {"citation", [](DocumentGraph* g) { g->claims[0].citations = {CitationId{}}; }},
      {"reference", [](DocumentGraph* g) { g->citations[0].references = {ReferenceId{9}}; }},
      {"work", [](DocumentGraph* g) { g->references[0].work = WorkId{2}; }},
      {"line", [](DocumentGraph* g) { g->evidence_lines[0].reference = ReferenceId{2}; }},
      {"line without claim", [](DocumentGraph* g) { g->evidence_lines[0].claim = {}; }},
      {"finding", [](DocumentGraph* g) { g->findings[0].evidence = {EvidenceLineId{2}}; }},
      {"range of a claim",
       [](DocumentGraph* g) {
         g->claims[0].text_span = {0, 99};
       }},
      {"range backwards",
       [](DocumentGraph* g) {
         g->citations[0].text_span = {3, 1};
       }},
      {"range of a block",
       [](DocumentGraph* g) {
         g->document.blocks = {{.span = {0, 99}}};
       }},
      {"sentence without block", [](DocumentGraph* g) { g->document.sentences = {{}}; }},
  };
  for (const Contradiction& c : cases) {
    SCOPED_TRACE(c.what);
    DocumentGraph graph = TinyGraph("a.md", "a", {"doi:10.5555/1"});
    c.spoil(&graph);
    const Result<Put> put = store().PutDocument(graph);
    ASSERT_FALSE(put);
    EXPECT_EQ(put.error().code, ErrorCode::kInvalidArgument);
    EXPECT_THAT(put.error().message, HasSubstr("a.md"));
    EXPECT_THAT(store().All(NodeKind::kDocument), IsEmpty());
  }
}

INSTANTIATE_TEST_SUITE_P(Backends, StoreContract,
                         testing::Values(Backend{"memory", Memory}, Backend{"rocks", Rocks},
                                         Backend{"over_memory", OverMemory},
                                         Backend{"over_rocks", OverRocks}),
                         [](const auto& backend) { return backend.param.name; });

}  // namespace
}  // namespace claimgraph
