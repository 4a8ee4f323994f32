// Stores of format 1 open for ever.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "core/store/graph_store.h"
#include "tests/store_test_util.h"

namespace claimgraph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class V1StoreTest : public testing::TestWithParam<bool> {
 protected:
  V1StoreTest() {
    std::filesystem::copy(CLAIMGRAPH_V1_STORE, dir_ / "store");
    store_ = OpenOrDie(dir_ / "store", {.read_only = GetParam()});
  }

  TempDir dir_;
  std::unique_ptr<GraphStore> store_;
};

TEST_P(V1StoreTest, EveryFieldIsThere) {
  const DocumentGraph g = V1Graph("walks.md");
  ASSERT_THAT(store_->All(NodeKind::kDocument), ElementsAre(1, 2));
  Document document = *store_->FindDocument(DocumentId{1});
  document.id = {};
  EXPECT_EQ(document, g.document);
  EXPECT_EQ(store_->FindDocument(DocumentId{2})->source, "more-walks.md");

  // The first of each kind has id 1 in the store as well.
  Claim claim = g.claims[0];
  claim.document = DocumentId{1};
  EXPECT_EQ(*store_->FindClaim(ClaimId{1}), claim);
  Citation citation = g.citations[0];
  citation.document = DocumentId{1};
  EXPECT_EQ(*store_->FindCitation(CitationId{1}), citation);
  Reference reference = g.references[0];
  reference.document = DocumentId{1};
  EXPECT_EQ(*store_->FindReference(ReferenceId{1}), reference);
  Work work = g.works[0];
  work.id = WorkId{1};
  EXPECT_EQ(*store_->FindWork(WorkId{1}), work);
  Proposition proposition = g.propositions[0];
  proposition.id = PropositionId{1};
  EXPECT_EQ(*store_->FindProposition(PropositionId{1}), proposition);
  EvidenceLine line = g.evidence_lines[0];
  line.document = DocumentId{1};
  EXPECT_EQ(*store_->FindEvidenceLine(EvidenceLineId{1}), line);
  Finding finding = g.findings[0];
  finding.document = DocumentId{1};
  EXPECT_EQ(*store_->FindFinding(FindingId{1}), finding);
}

TEST_P(V1StoreTest, EdgesNamesAndFindingsAreThere) {
  EXPECT_THAT(store_->All(NodeKind::kWork), ElementsAre(1));
  EXPECT_EQ(store_->Neighbours(Node(WorkId{1}), EdgeKind::kDescribes, Way::kIn).size(), 2u);
  EXPECT_EQ(store_->Named("title:walking and pain|2014"), Node(WorkId{1}));
  EXPECT_EQ(store_->Named("source:more-walks.md"), Node(DocumentId{2}));
  EXPECT_THAT(store_->Findings("year-mismatch"), ElementsAre(FindingId{1}, FindingId{2}));
  EXPECT_EQ(store_->LastId(NodeKind::kClaim), 2u);
  EXPECT_THAT(Faults(*store_), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Access, V1StoreTest, testing::Bool(), [](const auto& read_only) {
  return read_only.param ? "reading" : "writing";
});

TEST(V1StoreWriteTest, CanBeAddedTo) {
  TempDir dir;
  std::filesystem::copy(CLAIMGRAPH_V1_STORE, dir / "store");
  const auto store = OpenOrDie(dir / "store");
  EXPECT_EQ(store->PutDocument(V1Graph("walks.md"))->outcome, PutOutcome::kUnchanged);
  EXPECT_EQ(store->PutDocument(TinyGraph("c.md", "c", {"pmid:1"}))->document, DocumentId{3});
  EXPECT_TRUE(store->RemoveDocument("more-walks.md"));
  EXPECT_THAT(Faults(*store), IsEmpty());
}

}  // namespace
}  // namespace claimgraph
