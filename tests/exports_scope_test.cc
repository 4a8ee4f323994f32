// What an export walks: ids by pages, and what some claims rest on.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <optional>
#include <random>
#include <sstream>

#include "queries/exports/scope.h"
#include "tests/store_test_util.h"

namespace claimgraph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::array<NodeKind, 12> kKinds = {
    NodeKind::kDocument, NodeKind::kClaim,  NodeKind::kCitation,    NodeKind::kReference,
    NodeKind::kWork,     NodeKind::kStudy,  NodeKind::kProposition, NodeKind::kEvidenceLine,
    NodeKind::kFinding,  NodeKind::kRecord, NodeKind::kResult,      NodeKind::kDecision};

// IdsAfter, asked for pages of `limit`, against All.
void ExpectPages(const GraphReader& reader, std::size_t limit) {
  for (const NodeKind kind : kKinds) {
    std::vector<std::uint64_t> paged;
    std::uint64_t last = 0;
    while (true) {
      const std::vector<std::uint64_t> page = reader.IdsAfter(kind, last, limit);
      ASSERT_LE(page.size(), limit);
      if (page.empty()) break;
      ASSERT_GT(page.front(), last);
      last = page.back();
      paged.insert(paged.end(), page.begin(), page.end());
    }
    EXPECT_EQ(paged, reader.All(kind)) << static_cast<int>(kind) << " by " << limit;
  }
}

// IdsAfter of every id, ids that are not there included.
void ExpectTails(const GraphReader& reader) {
  for (const NodeKind kind : kKinds) {
    const std::vector<std::uint64_t> all = reader.All(kind);
    for (std::uint64_t after = 0; after <= reader.LastId(kind) + 1; ++after) {
      const std::vector<std::uint64_t> tail(std::ranges::upper_bound(all, after), all.end());
      ASSERT_EQ(reader.IdsAfter(kind, after, all.size() + 1), tail) << after;
    }
  }
}

void ExpectIds(const GraphReader& reader) {
  for (const std::size_t limit : {1, 2, 7, 31, 32, 33, 1000}) ExpectPages(reader, limit);
  ExpectTails(reader);
  EXPECT_THAT(reader.IdsAfter(NodeKind::kClaim, 0, 0), IsEmpty());
  EXPECT_THAT(reader.IdsAfter(NodeKind::kClaim, std::numeric_limits<std::uint64_t>::max(), 5),
              IsEmpty());
  EXPECT_TRUE(reader.Health());
}

void Stream(int from, int to, GraphStore* store) {
  for (int i = from; i < to; ++i) ASSERT_EQ(StreamStep(i, store), "");
}

TEST(IdsAfterTest, AnswersAsAllDoesInMemory) {
  const std::unique_ptr<GraphStore> store = NewMemoryStore();
  ExpectIds(*store);
  Stream(0, 40, store.get());
  ExpectIds(*store);
}

TEST(IdsAfterTest, AnswersAsAllDoesOnDisk) {
  const TempDir dir;
  const std::unique_ptr<GraphStore> store = OpenOrDie(dir / "graph");
  Stream(0, 40, store.get());
  ExpectIds(*store);
}

TEST(IdsAfterTest, AnswersAsAllDoesInAnOverlayThatHidesAndAdds) {
  const std::unique_ptr<GraphStore> base = NewMemoryStore();
  Stream(0, 40, base.get());
  const std::unique_ptr<GraphStore> overlay = NewOverlayStore(*base);
  ExpectIds(*overlay);
  Stream(40, 80, overlay.get());
  ExpectIds(*overlay);
}

TEST(NodeSetTest, HoldsWhatWasAdded) {
  NodeSet set;
  EXPECT_FALSE(set.Has({NodeKind::kClaim, 5}));
  EXPECT_TRUE(set.Add({NodeKind::kClaim, 5}));
  EXPECT_FALSE(set.Add({NodeKind::kClaim, 5}));
  EXPECT_TRUE(set.Has({NodeKind::kClaim, 5}));
  EXPECT_FALSE(set.Has({NodeKind::kClaim, 4}));
  EXPECT_FALSE(set.Has({NodeKind::kClaim, 600}));
  EXPECT_FALSE(set.Has({NodeKind::kWork, 5}));
}

std::vector<std::uint64_t> Walked(const ExportScope& scope, NodeKind kind) {
  std::vector<std::uint64_t> ids;
  EXPECT_TRUE(scope.EachId(kind, [&](std::uint64_t id) {
    ids.push_back(id);
    return Status();
  }));
  return ids;
}

TEST(ExportScopeTest, WalksEverythingOverSeveralPages) {
  const std::unique_ptr<GraphStore> store = NewMemoryStore();
  std::mt19937 random(7);
  ASSERT_EQ(Message(store->PutDocument(RandomGraph(&random, "long.md", 9000))), "");
  const ExportScope scope(*store);
  EXPECT_TRUE(scope.IsWhole());
  for (const NodeKind kind : kKinds) EXPECT_EQ(Walked(scope, kind), store->All(kind));
}

TEST(ExportScopeTest, WalksTheChosenAlone) {
  const std::unique_ptr<GraphStore> store = NewMemoryStore();
  std::mt19937 random(7);
  ASSERT_EQ(Message(store->PutDocument(RandomGraph(&random, "long.md", 9000))), "");
  NodeSet chosen;
  for (const std::uint64_t id : {1, 4096, 4097, 8999, 20000}) chosen.Add({NodeKind::kClaim, id});
  const ExportScope scope(*store, chosen);
  EXPECT_FALSE(scope.IsWhole());
  EXPECT_THAT(Walked(scope, NodeKind::kClaim), ElementsAre(1, 4096, 4097, 8999));
  EXPECT_THAT(Walked(scope, NodeKind::kDocument), IsEmpty());
  std::vector<std::uint64_t> nouns;
  EXPECT_TRUE(scope.Each<Claim>([&](const Claim& claim) {
    nouns.push_back(Raw(claim.id));
    return Status();
  }));
  EXPECT_THAT(nouns, ElementsAre(1, 4096, 4097, 8999));
}

template <typename Noun>
void ExpectEach(const ExportScope& scope) {
  std::vector<std::uint64_t> ids;
  EXPECT_TRUE(scope.Each<Noun>([&](const Noun& noun) {
    ids.push_back(Raw(noun.id));
    return Status();
  }));
  EXPECT_EQ(ids, Walked(scope, NounOf<Noun>::kKind));
}

void ExpectEachNoun(const GraphReader& reader, std::optional<NodeSet> chosen) {
  const ExportScope scope(reader, std::move(chosen));
  ExpectEach<Document>(scope);
  ExpectEach<Claim>(scope);
  ExpectEach<Citation>(scope);
  ExpectEach<Reference>(scope);
  ExpectEach<Work>(scope);
  ExpectEach<Proposition>(scope);
  ExpectEach<EvidenceLine>(scope);
  ExpectEach<Finding>(scope);
  ExpectEach<Decision>(scope);
}

// Removed documents leave gaps in the ids, one of them at the end.
TEST(ExportScopeTest, FindsEveryNounBesideGaps) {
  const std::unique_ptr<GraphStore> base = NewMemoryStore();
  Stream(0, 60, base.get());
  std::mt19937 random(9);
  ASSERT_EQ(Message(base->PutDocument(RandomGraph(&random, "last.md", 200))), "");
  ASSERT_TRUE(base->RemoveDocument("last.md"));
  ASSERT_LT(base->All(NodeKind::kClaim).back(), base->LastId(NodeKind::kClaim));
  ExpectEachNoun(*base, {});
  NodeSet chosen;
  for (std::uint64_t id = 1; id < 3000; id += 3) {
    for (const NodeKind kind : kKinds) {
      const std::vector<std::uint64_t> next = base->IdsAfter(kind, id - 1, 1);
      if (!next.empty()) chosen.Add({kind, next.front()});
    }
  }
  ExpectEachNoun(*base, chosen);
  const std::unique_ptr<GraphStore> overlay = NewOverlayStore(*base);
  Stream(60, 90, overlay.get());
  ExpectEachNoun(*overlay, {});
}

// Also where it says that something was not found: that is no gap.
TEST(ExportScopeTest, TellsTheVisitorsErrors) {
  const std::unique_ptr<GraphStore> store = NewMemoryStore();
  ASSERT_EQ(Message(store->PutDocument(FullGraph("full.md"))), "");
  const Status walked = ExportScope(*store).Each<Claim>(
      [](const Claim&) -> Status { return Fail(ErrorCode::kNotFound, "no such thing"); });
  ASSERT_FALSE(walked);
  EXPECT_EQ(walked.error().message, "no such thing");
}

TEST(ExportScopeTest, StopsAtTheFirstError) {
  const std::unique_ptr<GraphStore> store = NewMemoryStore();
  std::mt19937 random(7);
  ASSERT_EQ(Message(store->PutDocument(RandomGraph(&random, "a.md", 20))), "");
  int visits = 0;
  const Status walked = ExportScope(*store).EachId(NodeKind::kClaim, [&](std::uint64_t) -> Status {
    if (++visits == 3) return Fail(ErrorCode::kIo, "full");
    return {};
  });
  ASSERT_FALSE(walked);
  EXPECT_EQ(walked.error().message, "full");
  EXPECT_EQ(visits, 3);
}

TEST(ExportScopeTest, EndsOnceTheOutputFails) {
  const std::unique_ptr<GraphStore> store = NewMemoryStore();
  std::mt19937 random(7);
  ASSERT_EQ(Message(store->PutDocument(RandomGraph(&random, "a.md", 20))), "");
  std::ostringstream out;
  ExportScope scope(*store);
  scope.EndWith(out);
  int visits = 0;
  const auto fail_third = [&] {
    if (++visits == 3) out.setstate(std::ios::badbit);
  };
  EXPECT_FALSE(scope.Each<Claim>([&](const Claim&) {
    fail_third();
    return Status();
  }));
  EXPECT_EQ(visits, 3);
  visits = 0;
  out.clear();
  EXPECT_FALSE(scope.EachId(NodeKind::kClaim, [&](std::uint64_t) {
    fail_third();
    return Status();
  }));
  EXPECT_EQ(visits, 3);
}

TEST(ExportScopeTest, TellsHowFarItIsAndNeverMoreThanAll) {
  const std::unique_ptr<GraphStore> store = NewMemoryStore();
  std::mt19937 random(7);
  ASSERT_EQ(Message(store->PutDocument(RandomGraph(&random, "long.md", 20000))), "");
  std::uint64_t told = 0;
  const ExportScope scope(*store, {}, [&](std::uint64_t done, std::uint64_t all) {
    EXPECT_GT(done, told);
    EXPECT_LE(done, all);
    told = done;
  });
  Walked(scope, NodeKind::kClaim);
  EXPECT_GT(told, 0u);
}

// Two documents whose claims state different things and cite different works, but for one
// work that both cite.
class ReachTest : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(Message(store_->PutDocument(FullGraph("full.md"))), "");
    ASSERT_EQ(Message(store_->PutDocument(TinyGraph("tiny.md", "h", {"doi:10.5555/tiny"}))), "");
    ASSERT_EQ(Message(store_->PutDocument(Decided("decision:1", "full.md", WordsOf(1)))), "");
    ASSERT_EQ(Message(store_->PutDocument(Decided("decision:2", "tiny.md", WordsOf(0)))), "");
    ASSERT_EQ(Message(store_->PutDocument(Decided("decision:3", "tiny.md", "Other words"))), "");
    DocumentGraph undo = Decided("decision:4", "", "");
    undo.decisions[0].kind = DecisionKind::kUndo;
    undo.decisions[0].value = "n2";
    ASSERT_EQ(Message(store_->PutDocument(undo)), "");
    ASSERT_EQ(Message(store_->PutDocument(RecordOf("rec:1", "doi:10.5555/tiny"))), "");
  }

  static DocumentGraph Decided(const std::string& source, const std::string& about,
                               const std::string& quote) {
    DocumentGraph g;
    g.document = {.source = source, .hash = source, .format = Format::kDecision};
    g.decisions = {{.id = DecisionId{1},
                    .kind = DecisionKind::kVerdict,
                    .source = about,
                    .quote = quote,
                    .value = "supported",
                    .who = "B",
                    .when = "2026-03-01T09:30:00Z",
                    .why = "read it"}};
    return g;
  }

  // Of the first claim, or the last.
  std::string WordsOf(bool first) const {
    const std::vector<std::uint64_t> claims = store_->All(NodeKind::kClaim);
    return store_->FindClaim(ClaimId{first ? claims.front() : claims.back()})->text;
  }

  static DocumentGraph RecordOf(const std::string& source, const std::string& work) {
    DocumentGraph g;
    g.document = {.source = source, .hash = source, .format = Format::kRecord};
    g.works = {{.names = {work}, .title = "Walking"}};
    g.studies = {{.id = StudyId{1}, .key = "work:" + work}};
    g.records = {{.id = RecordId{1}, .work = WorkId{1}, .study = StudyId{1}, .title = "Walking"}};
    g.results = {{.id = ResultId{1}, .study = StudyId{1}, .outcome = "pain"}};
    g.presents = WorkId{1};
    return g;
  }

  std::string Sources(const NodeSet& set) const {
    std::string sources;
    for (const std::uint64_t id : store_->All(NodeKind::kDocument)) {
      if (!set.Has({NodeKind::kDocument, id})) continue;
      sources += store_->FindDocumentHeader(DocumentId{id})->source + " ";
    }
    return sources;
  }

  std::unique_ptr<GraphStore> store_ = NewMemoryStore();
};

TEST_F(ReachTest, TakesWhatAClaimRestsOn) {
  const ClaimId tiny{store_->All(NodeKind::kClaim).back()};
  const Result<NodeSet> set = ReachOf(*store_, std::vector<ClaimId>{tiny});
  ASSERT_TRUE(set);
  const Claim claim = *store_->FindClaim(tiny);
  EXPECT_TRUE(set->Has(Node(claim.id)));
  EXPECT_TRUE(set->Has(Node(claim.propositions[0])));
  EXPECT_TRUE(set->Has(Node(claim.citations[0])));
  const Citation citation = *store_->FindCitation(claim.citations[0]);
  EXPECT_TRUE(set->Has(Node(citation.references[0])));
  EXPECT_TRUE(set->Has(Node(store_->FindReference(citation.references[0])->work)));
  for (const NodeRef line : store_->Neighbours(Node(tiny), EdgeKind::kJudges, Way::kIn)) {
    EXPECT_TRUE(set->Has(line));
  }
  EXPECT_EQ(Sources(*set), "tiny.md decision:2 decision:4 rec:1 ");
}

TEST_F(ReachTest, LeavesOutWhatOtherClaimsRestOn) {
  const Result<NodeSet> set =
      ReachOf(*store_, std::vector<ClaimId>{ClaimId{store_->All(NodeKind::kClaim).front()}});
  ASSERT_TRUE(set);
  EXPECT_EQ(Sources(*set), "full.md decision:1 ");
  std::size_t findings = 0;
  for (const std::uint64_t id : store_->All(NodeKind::kFinding)) {
    findings += set->Has({NodeKind::kFinding, id}) ? 1 : 0;
  }
  EXPECT_EQ(findings, 1u);
  EXPECT_FALSE(set->Has({NodeKind::kRecord, 1}));
}

// Every noun that a chosen noun's stored edges lead to is chosen, but for what a document
// or a work is shared with.
TEST_F(ReachTest, IsClosed) {
  const Result<NodeSet> set =
      ReachOf(*store_, std::vector<ClaimId>{ClaimId{store_->All(NodeKind::kClaim).back()}});
  ASSERT_TRUE(set);
  struct Row {
    NodeKind from;
    EdgeKind edge;
  };
  constexpr std::array<Row, 9> kEdges = {{{NodeKind::kClaim, EdgeKind::kCites},
                                          {NodeKind::kClaim, EdgeKind::kStates},
                                          {NodeKind::kCitation, EdgeKind::kPointsTo},
                                          {NodeKind::kReference, EdgeKind::kDescribes},
                                          {NodeKind::kEvidenceLine, EdgeKind::kBearsOn},
                                          {NodeKind::kEvidenceLine, EdgeKind::kRestsOn},
                                          {NodeKind::kRecord, EdgeKind::kRecords},
                                          {NodeKind::kRecord, EdgeKind::kReports},
                                          {NodeKind::kResult, EdgeKind::kResultOf}}};
  int edges = 0;
  for (const Row& row : kEdges) {
    for (const std::uint64_t id : store_->All(row.from)) {
      if (!set->Has({row.from, id})) continue;
      for (const NodeRef to : store_->Neighbours({row.from, id}, row.edge, Way::kOut)) {
        EXPECT_TRUE(set->Has(to)) << static_cast<int>(row.edge);
        ++edges;
      }
    }
  }
  EXPECT_GE(edges, 9);
}

TEST_F(ReachTest, PassesOverClaimsThatAreNotThere) {
  const Result<NodeSet> set = ReachOf(*store_, std::vector<ClaimId>{ClaimId{999}});
  ASSERT_TRUE(set);
  for (const NodeKind kind : kKinds) {
    for (const std::uint64_t id : store_->All(kind)) EXPECT_FALSE(set->Has({kind, id}));
  }
}

}  // namespace
}  // namespace claimgraph
