// Independence, chains, conflicts, coverage, communities and paths, on drawings
// whose answers can be reasoned out.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <set>

#include "core/json.h"
#include "queries/graph/chains.h"
#include "queries/graph/communities.h"
#include "queries/graph/conflicts.h"
#include "queries/graph/coverage.h"
#include "queries/graph/independence.h"
#include "queries/graph/paths.h"
#include "queries/graph_view.h"
#include "tests/graph_test_util.h"
#include "tests/store_test_util.h"

namespace claimgraph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// ---- Independence -------------------------------------------------------

std::string Cut(const DrawnGraph& drawn, const Independence& answer) {
  std::vector<std::string> places;
  for (const CutPlace& place : answer.cut) {
    std::string text = place.group ? "group" : "work";
    for (const TrailStep& work : place.works) text.append(" ").append(drawn.NameOf(work.node));
    places.push_back(text);
  }
  std::ranges::sort(places);
  std::string text;
  for (const std::string& place : places) text += (text.empty() ? "" : ", ") + place;
  return text;
}

struct IndependenceCase {
  const char* what;
  const char* drawing;
  std::size_t lines;
  const char* cut;
};

constexpr IndependenceCase kIndependence[] = {
    {"nothing cited", "doc a \n c tea>decrease>cold", 0, ""},
    {"one study", "doc a \n c tea>decrease>cold rct1", 1, "work rct1"},
    {"two strangers", "doc a \n c tea>decrease>cold rct1 rct2", 2, "work rct1, work rct2"},
    {"two by one author",
     "by rct1 Okri,Bola Hill,A \n by rct2 Lund,C Ökri,B. \n doc a \n c tea>decrease>cold rct1 rct2",
     1, "group rct1 rct2"},
    {"namesakes with another initial are two",
     "by rct1 Okri,B \n by rct2 Okri,C \n doc a \n c tea>decrease>cold rct1 rct2", 2,
     "work rct1, work rct2"},
    {"authors hand each other on",
     "by rct1 A,A B,B \n by rct2 B,B C,C \n by rct3 C,C \n doc a \n "
     "c tea>decrease>cold rct1 rct2 rct3 rct4",
     2, "group rct1 rct2 rct3, work rct4"},
    {"a line against the claim is no line for it", "doc a \n c tea>decrease>cold rct1 !rct2", 1,
     "work rct1"},
    {"two pages that retell one trial",
     "doc a \n c tea>decrease>cold url:b url:d \n doc b \n lists rct1 \n doc d \n lists rct1", 1,
     "work rct1"},
    {"one page that retells two trials",
     "doc a \n c tea>decrease>cold url:b \n doc b \n lists rct1 rct2", 1, "work url:b"},
    {"pages that cite each other lead nowhere else",
     "doc a \n c tea>decrease>cold url:b \n doc b \n lists url:d \n doc d \n lists url:b", 0, ""},
};

TEST(IndependenceTest, CountsLinesThatShareNothing) {
  for (const IndependenceCase& c : kIndependence) {
    SCOPED_TRACE(c.what);
    const DrawnGraph drawn(c.drawing);
    const Independence of_claim = IndependenceOf(drawn.csr(), drawn.reader(), drawn.Claim(1));
    EXPECT_EQ(of_claim.lines, c.lines);
    EXPECT_EQ(Cut(drawn, of_claim), c.cut);
    EXPECT_EQ(of_claim.ways.size(), c.lines);
    EXPECT_TRUE(of_claim.complete);
    const Independence of_proposition =
        IndependenceOf(drawn.csr(), drawn.reader(), drawn.Proposition("tea>decrease>cold"));
    EXPECT_EQ(of_proposition.lines, c.lines) << "of the proposition";
  }
}

TEST(IndependenceTest, OfAPropositionGathersAllDocuments) {
  const DrawnGraph drawn(R"(
      doc a
      c tea>decrease>cold rct1
      doc b
      c tea>decrease>cold rct1 rct2
      doc d
      c tea>decrease>cold rct3
  )");
  const Independence all =
      IndependenceOf(drawn.csr(), drawn.reader(), drawn.Proposition("tea>decrease>cold"));
  EXPECT_EQ(all.works, 3u);
  EXPECT_EQ(all.lines, 3u);
}

TEST(IndependenceTest, AReviewAndWhatItCitesAreOne) {
  // The document "own" is the review's text: it stands in the store under its DOI.
  const auto store = NewMemoryStore();
  DocumentGraph review = TinyGraph("own.md", "own", {"doi:10.5555/trial"});
  review.document.identifier = "10.5555/review";
  ASSERT_TRUE(store->PutDocument(review));
  DocumentGraph page = TinyGraph("page.md", "page", {"doi:10.5555/trial"});
  page.works.push_back({.names = {"doi:10.5555/review"}, .design = StudyDesign::kSystematicReview});
  page.references.push_back({.work = WorkId{2}});
  page.works[0].design = StudyDesign::kRct;
  EvidenceLine line = page.evidence_lines[0];
  line.stance = Stance::kUnknown;
  page.evidence_lines[0].stance = Stance::kUnknown;
  line.work = WorkId{2};
  line.reference = ReferenceId{2};
  page.evidence_lines.push_back(line);
  const Result<Put> put = store->PutDocument(page);
  ASSERT_TRUE(put) << put.error().message;
  const Result<EvidenceArrays> arrays = ReadEvidenceCsr(*store);
  ASSERT_TRUE(arrays);
  const NodeRef claim = store->Neighbours(Node(put->document), EdgeKind::kHasClaim, Way::kOut)[0];
  const Independence answer = IndependenceOf(arrays->view(), *store, claim);
  EXPECT_EQ(answer.works, 2u);
  EXPECT_EQ(answer.lines, 1u);
  ASSERT_EQ(answer.groups.size(), 1u);
  EXPECT_THAT(answer.groups[0].shared, testing::Contains(testing::HasSubstr(" cites ")));
}

TEST(IndependenceTest, SaysWhenItStopped) {
  const DrawnGraph drawn("doc a \n c tea>decrease>cold rct1 rct2 rct3");
  const Independence answer = IndependenceOf(drawn.csr(), drawn.reader(), drawn.Claim(1), 2);
  EXPECT_FALSE(answer.complete);
  EXPECT_EQ(answer.lines, 2u);
}

// ---- Chains -------------------------------------------------------------

std::vector<std::string> ChainsFrom(const DrawnGraph& drawn, std::uint64_t claim,
                                    std::size_t limit = 100) {
  std::vector<std::string> texts;
  for (const Chain& chain : ChainsOf(drawn.csr(), drawn.reader(), ClaimId{claim}, limit).chains) {
    std::string text = std::string(Name(chain.end)) + ":";
    for (const TrailStep& step : chain.trail) {
      if (step.node.kind == NodeKind::kWork) text.append(" ").append(drawn.NameOf(step.node));
    }
    texts.push_back(text);
  }
  return texts;
}

TEST(ChainsTest, EndInTheirFiveWays) {
  const DrawnGraph drawn(R"(
      doc a
      c tea>decrease>cold rct1 nr1 odd1 url:b url:e url:f
      doc b
      lists rct2 url:d
      doc d
      lists url:b url:a
      doc e
      doc f
      lists url:f
  )");
  EXPECT_THAT(ChainsFrom(drawn, 1),
              ElementsAre("study: rct1", "unread: nr1", "unknown: odd1", "study: url:b rct2",
                          "study: url:b url:d url:a rct1", "unread: url:b url:d url:a nr1",
                          "unknown: url:b url:d url:a odd1", "nothing: url:b url:d url:a url:e",
                          "circle: url:b url:d url:a url:f", "nothing: url:e", "circle: url:f"));
}

TEST(ChainsTest, FollowTheSamePropositionWhereTheTextHasIt) {
  const DrawnGraph drawn(R"(
      doc a
      c tea>decrease>cold url:b
      doc b
      c tea>decrease>cold rct1
      c yoga>decrease>pain rct2
      lists rct3
  )");
  EXPECT_THAT(ChainsFrom(drawn, 1), ElementsAre("study: url:b rct1"));
}

TEST(ChainsTest, AreNoMoreThanAskedFor) {
  const DrawnGraph drawn("doc a \n c tea>decrease>cold rct1 rct2 rct3");
  const Chains some = ChainsOf(drawn.csr(), drawn.reader(), ClaimId{1}, 2);
  EXPECT_EQ(some.chains.size(), 2u);
  EXPECT_FALSE(some.complete);
  EXPECT_TRUE(ChainsOf(drawn.csr(), drawn.reader(), ClaimId{1}, 3).complete);
}

// ---- Conflicts ----------------------------------------------------------

struct ConflictCase {
  const char* what;
  const char* drawing;
  const char* conflicts;  // kind:documents
};

constexpr ConflictCase kConflicts[] = {
    {"agreement", "doc a \n c tea>decrease>cold \n doc b \n c tea>decrease>cold", ""},
    {"opposite directions", "doc a \n c tea>decrease>cold \n doc b \n c tea>increase>cold",
     "statements:2"},
    {"inside one document", "doc a \n c tea>decrease>cold \n c tea>increase>cold", ""},
    {"other outcomes", "doc a \n c tea>decrease>cold \n doc b \n c tea>increase>pain", ""},
    {"other people", "doc a \n c tea>decrease>cold>adults \n doc b \n c tea>increase>cold>children",
     ""},
    {"people unstated on one side",
     "doc a \n c tea>decrease>cold>adults \n doc b \n c tea>increase>cold", "statements:2"},
    {"no effect", "doc a \n c tea>improve>sleep \n doc b \n c tea>no_effect>sleep", "statements:2"},
    {"increase and improve", "doc a \n c tea>improve>sleep \n doc b \n c tea>decrease>sleep", ""},
    {"a denial", "doc a \n c tea>decrease>cold \n doc b \n c not tea>decrease>cold",
     "statements:2"},
    {"two denials", "doc a \n c not tea>increase>cold \n doc b \n c not tea>decrease>cold", ""},
    {"a denial agrees with no effect",
     "doc a \n c not tea>decrease>cold \n doc b \n c tea>no_effect>cold", ""},
    {"unstated opposes nothing", "doc a \n c tea>unstated>cold \n doc b \n c not tea>unstated>cold",
     ""},
    {"evidence for and against",
     "doc a \n c tea>decrease>cold +rct1 \n doc b \n c tea>decrease>cold !rct2", "evidence:2"},
    {"evidence for and against in one document", "doc a \n c tea>decrease>cold +rct1 !rct2", ""},
};

TEST(ConflictsTest, FindsThem) {
  for (const ConflictCase& c : kConflicts) {
    SCOPED_TRACE(c.what);
    const DrawnGraph drawn(c.drawing);
    std::string found;
    for (const Conflict& conflict : FindConflicts(drawn.csr())) {
      if (!found.empty()) found.append(" ");
      found.append(Name(conflict.kind)).append(":").append(std::to_string(conflict.documents));
    }
    EXPECT_EQ(found, c.conflicts);
  }
}

TEST(ConflictsTest, SidesCarryTheirClaims) {
  const DrawnGraph drawn(
      "doc a \n c tea>decrease>cold \n doc b \n c tea>increase>cold \n doc d \n c "
      "tea>increase>cold");
  const std::vector<Conflict> conflicts = FindConflicts(drawn.csr());
  ASSERT_EQ(conflicts.size(), 1u);
  const ExplainedSide side =
      ExplainSide(drawn.csr(), drawn.reader(), conflicts[0].kind, conflicts[0].other, 1);
  EXPECT_EQ(side.proposition.label, "tea -> increase -> cold");
  EXPECT_EQ(side.stands, "stated by");
  EXPECT_EQ(side.count, 2u);
  ASSERT_EQ(side.claims.size(), 1u);
  EXPECT_EQ(side.claims[0][1].label, "Page b");
}

// ---- Coverage -----------------------------------------------------------

TEST(CoverageTest, CountsHowFarClaimsCome) {
  const DrawnGraph drawn(R"(
      doc a
      c tea>decrease>cold
      c tea>decrease>pain web1
      c tea>improve>sleep rct1
      c tea>improve>mood web1 rct1
      doc b
      c tea>decrease>cold rct1
      doc empty
  )");
  const Coverage a = CoverageOf(drawn.csr(), 0);
  EXPECT_EQ((std::array{a.claims, a.cited, a.resolved, a.evidence, a.primary, a.direct}),
            (std::array<std::uint32_t, 6>{4, 3, 3, 3, 2, 2}));
  EXPECT_EQ(a.verdicts[static_cast<std::size_t>(Verdict::kUnsupported)], 1u);
  EXPECT_DOUBLE_EQ(a.Share(a.primary), 0.5);
  std::vector<std::uint32_t> order;
  for (const Coverage& row : RankByCoverage(drawn.csr())) order.push_back(row.document);
  EXPECT_THAT(order, ElementsAre(0, 1)) << "least first, and none without claims";
  std::vector<std::string> shorts;
  for (const ShortClaim& claim : ShortClaims(drawn.csr(), drawn.reader(), 0, 9)) {
    shorts.push_back(std::string(Name(claim.reach)) + " " + claim.trail[1].label);
  }
  EXPECT_THAT(shorts, ElementsAre("uncited tea>decrease>cold", "evidence tea>decrease>pain"));
}

// A listed study that denies an uncited claim is no citation of it, and what denies a
// claim or was retracted is nothing that it rests on.
TEST(CoverageTest, WhatDeniesAClaimDoesNotCarryIt) {
  const auto claim = [](std::uint64_t id, CitationStatus status) {
    return Claim{.id = ClaimId{id}, .citation_status = status};
  };
  const auto line = [](std::uint64_t of, std::uint64_t work, Stance stance) {
    return EvidenceLine{.claim = ClaimId{of},
                        .work = WorkId{work},
                        .stance = stance,
                        .design = StudyDesign::kRct,
                        .intervention = Directness::kDirect,
                        .outcome = Directness::kDirect};
  };
  DocumentGraph graph;
  graph.claims = {claim(1, CitationStatus::kUncited), claim(2, CitationStatus::kInline),
                  claim(3, CitationStatus::kInline), claim(4, CitationStatus::kInline)};
  graph.works = {{.id = WorkId{1}}, {.id = WorkId{2}, .standing = Standing::kRetracted}};
  graph.evidence_lines = {line(1, 1, Stance::kDisputes), line(2, 1, Stance::kDisputes),
                          line(3, 2, Stance::kSupports), line(4, 1, Stance::kUnknown)};
  const Coverage c = CoverageOf(graph);
  EXPECT_EQ((std::array{c.claims, c.cited, c.resolved, c.evidence, c.primary, c.direct}),
            (std::array<std::uint32_t, 6>{4, 3, 3, 1, 1, 1}));
}

// ---- Communities --------------------------------------------------------

TEST(CommunitiesTest, FollowSharedWorks) {
  const DrawnGraph drawn(R"(
      doc a
      c tea>decrease>cold rct1 rct2
      c tea>decrease>pain rct1 rct2
      c tea>improve>sleep rct1
      c yoga>decrease>pain rct7 rct8
      c yoga>improve>mood rct7 rct8
      c walking>improve>mood rct9
      c walking>improve>sleep
  )");
  std::vector<std::string> found;
  for (const Community& community : FindCommunities(drawn.csr())) {
    std::string text;
    for (const std::uint32_t p : community.propositions) {
      text += LabelOf(drawn.reader(), drawn.csr().PropositionNode(p)) + "; ";
    }
    text += "by";
    for (const std::uint32_t work : community.works) {
      text.append(" ").append(drawn.NameOf(drawn.csr().WorkNode(work)));
    }
    found.push_back(text);
  }
  EXPECT_THAT(found, ElementsAre("tea -> decrease -> cold; tea -> decrease -> pain; "
                                 "tea -> improve -> sleep; by rct1 rct2",
                                 "yoga -> decrease -> pain; yoga -> improve -> mood; "
                                 "by rct7 rct8"));
}

// No proposition belongs to two, and every run is the same.
TEST(CommunitiesTest, AreDisjointAndTheSameEveryTime) {
  std::mt19937 random(5);
  for (int round = 0; round < 50; ++round) {
    const EvidenceArrays arrays = EvidenceArrays::Assemble(RandomLists(&random, 4, 12));
    const EvidenceCsr csr = arrays.view();
    const std::vector<Community> communities = FindCommunities(csr);
    EXPECT_EQ(FindCommunities(csr), communities);
    std::set<std::uint32_t> seen;
    for (const Community& community : communities) {
      EXPECT_GE(community.propositions.size(), 2u);
      for (const std::uint32_t p : community.propositions) EXPECT_TRUE(seen.insert(p).second);
    }
  }
}

// ---- Paths --------------------------------------------------------------

std::string Walk(const Trail& trail) {
  std::string text;
  for (const TrailStep& step : trail) {
    if (!step.edge.empty()) text.append(" -").append(step.edge).append("-> ");
    text.append(IdText(step.node));
  }
  return text;
}

TEST(PathsTest, SayWhatEachEdgeSays) {
  const DrawnGraph drawn(R"(
      doc a
      c tea>decrease>cold url:b
      doc b
      c yoga>decrease>pain rct1
      doc alone
      c walking>improve>mood
  )");
  const GraphReader& reader = drawn.reader();
  EXPECT_EQ(Walk(ShortestPath(reader, drawn.Claim(1), drawn.Claim(1))), "c1");
  EXPECT_EQ(Walk(ShortestPath(reader, drawn.Claim(1), drawn.Document("a"))), "c1 -is made in-> d1");
  EXPECT_EQ(Walk(ShortestPath(reader, drawn.Claim(1), drawn.Work("rct1"))),
            "c1 -is judged by-> e1 -rests on-> w1 -has the text-> d2 -lists-> r2 -is-> w2");
  EXPECT_EQ(Walk(ShortestPath(reader, drawn.Work("rct1"), drawn.Work("url:b"))),
            "w2 -is described by-> r2 -is listed in-> d2 -is the text-> w1");
  EXPECT_THAT(ShortestPath(reader, drawn.Claim(1), drawn.Document("alone")), IsEmpty());
}

// Against a walk from one end over the same edges, drawn from the store's nouns.
TEST(PathsTest, AreAsShortAsCanBe) {
  std::mt19937 random(6);
  const auto store = NewMemoryStore();
  for (int i = 0; i < 6; ++i) {
    ASSERT_TRUE(store->PutDocument(RandomGraph(&random, "d" + std::to_string(i) + ".md", 5)));
  }
  const auto near = [&](NodeRef node) {
    std::vector<NodeRef> nodes;
    for (int kind = 1; kind <= 13; ++kind) {
      for (const Way way : {Way::kOut, Way::kIn}) {
        for (const NodeRef to : store->Neighbours(node, static_cast<EdgeKind>(kind), way)) {
          nodes.push_back(to);
        }
      }
    }
    return nodes;
  };
  for (const NodeKind kind : {NodeKind::kClaim, NodeKind::kFinding}) {
    const NodeRef from{kind, store->All(kind).front()};
    std::map<NodeRef, std::size_t> distance = {{from, 0}};
    for (std::deque<NodeRef> queue = {from}; !queue.empty(); queue.pop_front()) {
      const std::size_t next = distance[queue.front()] + 1;
      for (const NodeRef to : near(queue.front())) {
        if (distance.emplace(to, next).second) queue.push_back(to);
      }
    }
    for (const NodeKind to_kind : {NodeKind::kWork, NodeKind::kClaim, NodeKind::kFinding}) {
      for (const std::uint64_t id : store->All(to_kind)) {
        const NodeRef to{to_kind, id};
        const Trail trail = ShortestPath(*store, from, to);
        ASSERT_EQ(trail.size(), distance.contains(to) ? distance[to] + 1 : 0) << IdText(to);
      }
    }
  }
}

// ---- Names --------------------------------------------------------------

TEST(FindNodeTest, TakesWhatPeopleWrite) {
  const auto store = NewMemoryStore();
  ASSERT_TRUE(store->PutDocument(
      TinyGraph("posts/a.md", "a", {"doi:10.5555/ab", "pmid:12345678", "url:example.org/x"})));
  constexpr NodeKind kAny[] = {NodeKind::kWork, NodeKind::kDocument, NodeKind::kClaim};
  const std::pair<const char*, const char*> cases[] = {
      {"w1", "w1"},
      {"c1", "c1"},
      {"posts/a.md", "d1"},
      {"10.5555/AB", "w1"},
      {"https://doi.org/10.5555/ab", "w1"},
      {"doi:10.5555/ab", "w1"},
      {"12345678", "w1"},
      {"PMID: 12345678", "w1"},
      {"https://pubmed.ncbi.nlm.nih.gov/12345678/", "w1"},
      {"http://www.example.org/x/", "w1"},
      {"w2", "no work, document or claim \"w2\" in the store"},
      {"p1", "no work, document or claim \"p1\" in the store"},
      {"", "no work, document or claim \"\" in the store"},
  };
  for (const auto& [written, expected] : cases) {
    SCOPED_TRACE(written);
    const Result<NodeRef> node = FindNode(*store, written, kAny);
    EXPECT_EQ(node ? IdText(*node) : node.error().message, expected);
  }
}

}  // namespace
}  // namespace claimgraph
