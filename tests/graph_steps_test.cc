// Questions that walk a few steps: what studies reach through others, which studies
// are tied, and what stands around a claim.  Random graphs against obvious code.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "queries/graph/independence.h"
#include "queries/graph/neighbours.h"
#include "queries/graph/reach.h"
#include "queries/graph/study_ties.h"
#include "tests/graph_test_util.h"
#include "tests/store_test_util.h"

namespace claimgraph {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

bool Cites(const EvidenceCsr& csr, std::uint32_t work, std::uint32_t cited) {
  return std::ranges::binary_search(csr.work_cites[work], cited);
}

template <typename Check>
void OnRandomGraphs(std::uint32_t documents, std::uint32_t works, const Check& check) {
  std::mt19937 random(31);
  for (int round = 0; round < 60; ++round) {
    SCOPED_TRACE(round);
    const EvidenceArrays arrays = EvidenceArrays::Assemble(RandomLists(&random, documents, works));
    check(arrays.view());
  }
}

TEST(ReachTest, StepsAreThoseOfObviousCode) {
  OnRandomGraphs(25, 20, [](const EvidenceCsr& csr) {
    for (std::uint32_t begin = 0; begin < csr.works.size(); begin += 5) {
      for (const std::uint32_t steps : {0U, 1U, 2U, 9U}) {
        std::map<std::uint32_t, std::uint32_t> expected = {{begin, 0}};
        for (std::uint32_t step = 1; step <= steps; ++step) {
          const auto before = expected;
          for (const auto& [near, at] : before) {
            for (std::uint32_t work = 0; work < csr.works.size(); ++work) {
              if (Cites(csr, work, near)) expected.emplace(work, step);
            }
          }
        }
        std::map<std::uint32_t, std::uint32_t> got;
        const auto reached = WorksThatCite(csr, {&begin, 1}, steps);
        for (const ReachedWork& work : reached) {
          EXPECT_TRUE(got.emplace(work.work, work.steps).second) << "twice";
          if (work.cites == kNoIndex) {
            EXPECT_EQ(work.work, begin);
          } else {
            EXPECT_TRUE(Cites(csr, work.work, work.cites));
            EXPECT_EQ(expected.at(work.cites) + 1, work.steps);
          }
        }
        EXPECT_EQ(got, expected);

        std::map<std::uint32_t, std::uint32_t> claims;  // steps
        for (const auto& [work, at] : expected) {
          for (const std::uint32_t claim : csr.work_claims[work]) {
            const auto known = claims.emplace(claim, at).first;
            known->second = std::min(known->second, at);
          }
        }
        std::map<std::uint32_t, std::uint32_t> got_claims;
        for (const ReachedClaim& claim : ClaimsOn(csr, reached)) {
          EXPECT_TRUE(got_claims.emplace(claim.claim, reached[claim.by].steps).second);
        }
        EXPECT_EQ(got_claims, claims);
      }
    }
  });
}

TEST(ReachTest, ShowsTheWayBack) {
  const DrawnGraph drawn(R"(
      doc a
      c tea>decrease>cold rct1
      c tea>decrease>pain url:b
      doc b
      lists url:d
      doc d
      lists rct1
      doc e
      c tea>improve>sleep url:d
  )");
  const StudyReach reach = ReachOf(drawn.csr(), drawn.reader(), drawn.Work("rct1"), 2, 9);
  ASSERT_EQ(reach.rings.size(), 3u);
  std::vector<std::pair<std::size_t, std::size_t>> rings;
  for (const StudyReach::Ring& ring : reach.rings) rings.emplace_back(ring.works, ring.claims);
  EXPECT_THAT(rings, ElementsAre(std::pair(1, 1), std::pair(1, 1), std::pair(1, 1)));
  ASSERT_EQ(reach.claims.size(), 3u);
  EXPECT_EQ(reach.claims[1].steps, 1u);
  EXPECT_EQ(reach.claims[1].trail.front().node, drawn.Claim(3));
  EXPECT_EQ(reach.claims[1].trail.back().node, drawn.Work("rct1"));
  EXPECT_EQ(reach.claims[1].trail.back().edge, "cites");
  const Trail& far = reach.claims[2].trail;
  ASSERT_GE(far.size(), 3u);
  EXPECT_EQ(far[far.size() - 2].node, drawn.Work("url:d"));
  EXPECT_EQ(far[far.size() - 3].node, drawn.Work("url:b"));
  const StudyReach of_document = ReachOf(drawn.csr(), drawn.reader(), drawn.Document("d"), 1, 1);
  EXPECT_EQ(of_document.rings[0].claims, 1u);
  EXPECT_EQ(of_document.rings[1].claims, 1u);
  EXPECT_EQ(of_document.claims.size(), 1u) << "the limit";
}

// Joined as long as any two still are.
std::size_t GroupsSlowly(const EvidenceCsr& csr, const std::vector<std::uint32_t>& works) {
  std::vector<std::set<std::uint32_t>> groups;
  const auto tied = [&](std::uint32_t a, std::uint32_t b) {
    if (Cites(csr, a, b) || Cites(csr, b, a)) return true;
    return std::ranges::any_of(csr.work_cites[a],
                               [&](std::uint32_t cited) { return Cites(csr, b, cited); });
  };
  for (const std::uint32_t work : works) {
    std::set<std::uint32_t> joined = {work};
    std::erase_if(groups, [&](const std::set<std::uint32_t>& group) {
      if (std::ranges::none_of(group, [&](std::uint32_t other) { return tied(work, other); })) {
        return false;
      }
      joined.insert(group.begin(), group.end());
      return true;
    });
    groups.push_back(joined);
  }
  return groups.size();
}

TEST(StudyTiesTest, GroupsAreThoseOfObviousCode) {
  std::set<std::size_t> sizes;
  OnRandomGraphs(20, 40, [&](const EvidenceCsr& csr) {
    StudyTies ties(csr);
    for (std::uint32_t claim = 0; claim < csr.claims.size(); ++claim) {
      const auto row = csr.claim_works[claim];
      const std::vector<std::uint32_t> works(row.begin(), row.end());
      const std::size_t groups = ties.CountGroups(works);
      EXPECT_EQ(groups, GroupsSlowly(csr, works));
      sizes.insert(works.size() - groups);
      for (const StudyTie& tie : ties.Between(works)) {
        for (const std::uint32_t place : {tie.one, tie.other}) {
          EXPECT_TRUE(works[place] == tie.through || Cites(csr, works[place], tie.through));
        }
      }
    }
  });
  EXPECT_GT(sizes.size(), 1u) << "some were joined and some were not";
}

// Records of two trials, which list what they cite.
TEST(StudyTiesTest, IndependenceSaysWhatTiesTheStudies) {
  const auto store = NewMemoryStore();
  for (const char* name : {"one", "other"}) {
    DocumentGraph record;
    record.document = {.source = name, .hash = name};
    record.works = {{.names = {std::string("doi:10.5555/") + name}, .design = StudyDesign::kRct},
                    {.names = {"doi:10.5555/common"}, .title = "The common one"}};
    record.presents = WorkId{1};
    record.lists = {WorkId{2}};
    ASSERT_TRUE(store->PutDocument(record));
  }
  DocumentGraph page = TinyGraph("page.md", "page", {"doi:10.5555/one"});
  page.works.push_back({.names = {"doi:10.5555/other"}});
  page.references.push_back({.work = WorkId{2}});
  page.evidence_lines[0].stance = Stance::kUnknown;
  page.evidence_lines.push_back(page.evidence_lines[0]);
  page.evidence_lines[1].work = WorkId{2};
  page.evidence_lines[1].reference = ReferenceId{2};
  const Result<Put> put = store->PutDocument(page);
  ASSERT_TRUE(put) << put.error().message;
  const Result<EvidenceArrays> arrays = ReadEvidenceCsr(*store);
  ASSERT_TRUE(arrays);
  const NodeRef claim = store->Neighbours(Node(put->document), EdgeKind::kHasClaim, Way::kOut)[0];
  const Independence answer = IndependenceOf(arrays->view(), *store, claim);
  EXPECT_EQ(answer.works, 2u);
  EXPECT_EQ(answer.lines, 1u);
  ASSERT_EQ(answer.groups.size(), 1u);
  EXPECT_THAT(answer.groups[0].shared, Contains(HasSubstr(" cite w2 The common one")));
}

TEST(NeighboursTest, AreThoseOfObviousCode) {
  OnRandomGraphs(12, 9, [](const EvidenceCsr& csr) {
    for (std::uint32_t claim = 0; claim < csr.claims.size(); ++claim) {
      const auto states = csr.claim_propositions[claim];
      std::set<std::uint32_t> claims;
      for (std::uint32_t other = 0; other < csr.claims.size(); ++other) {
        const bool shares =
            csr.claim_document[other] == csr.claim_document[claim] ||
            std::ranges::find_first_of(csr.claim_propositions[other], states) !=
                csr.claim_propositions[other].end() ||
            std::ranges::find_first_of(csr.claim_references[other], csr.claim_references[claim]) !=
                csr.claim_references[other].end();
        if (shares && other != claim) claims.insert(other);
      }
      const Neighbours found = NeighboursOf(csr, claim);
      EXPECT_EQ(found.document, csr.claim_document[claim]);
      EXPECT_TRUE(std::ranges::equal(found.claims, claims));
      EXPECT_TRUE(std::ranges::equal(found.propositions, states));
      for (const std::uint32_t reference : csr.claim_references[claim]) {
        EXPECT_THAT(found.references, Contains(reference));
        EXPECT_THAT(found.works, Contains(csr.reference_work[reference]));
      }
      EXPECT_EQ(found.size(), 1 + found.propositions.size() + found.references.size() +
                                  found.works.size() + claims.size());
    }
  });
}

TEST(NeighboursTest, SayWhatLeadsThere) {
  const DrawnGraph drawn(R"(
      doc a
      c tea>decrease>cold rct1
      c tea>decrease>pain
      lists rct2
      doc b
      c tea>decrease>cold
  )");
  const NeighbourList list = ListNeighbours(drawn.csr(), drawn.reader(), ClaimId{1}, 9);
  std::vector<std::string> edges;
  for (const NeighbourList::Kind& kind : list.kinds) {
    for (const TrailStep& node : kind.nodes) edges.push_back(node.edge);
  }
  EXPECT_THAT(edges, ElementsAre("is made in", "states", "cites", "stands beside", "leads to",
                                 "is made beside", "states what is stated by"));
  EXPECT_EQ(list.count, 7u);
  EXPECT_EQ(ListNeighbours(drawn.csr(), drawn.reader(), ClaimId{1}, 1).kinds[2].nodes.size(), 1u);
}

}  // namespace
}  // namespace claimgraph
