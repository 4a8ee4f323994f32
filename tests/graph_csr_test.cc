// The graph as arrays, against the store it was read from and against sets.

#include "queries/graph/evidence_csr.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "queries/graph_view.h"
#include "queries/graph_view/components.h"
#include "tests/graph_test_util.h"
#include "tests/store_test_util.h"

namespace claimgraph {
namespace {

using Pairs = std::set<std::pair<std::uint64_t, std::uint64_t>>;

// Of a row's id and its targets' ids.
Pairs PairsOf(const Adjacency& rows, std::span<const std::uint64_t> from,
              std::span<const std::uint64_t> to) {
  Pairs pairs;
  EXPECT_EQ(rows.rows(), from.size());
  for (std::uint32_t row = 0; row < rows.rows(); ++row) {
    EXPECT_TRUE(std::ranges::is_sorted(rows[row], std::less_equal<>()) ||
                std::ranges::adjacent_find(rows[row], std::greater_equal<>()) == rows[row].end());
    for (const std::uint32_t target : rows[row]) pairs.emplace(from[row], to[target]);
  }
  return pairs;
}

Pairs Turned(const Pairs& pairs) {
  Pairs turned;
  for (const auto& [a, b] : pairs) turned.emplace(b, a);
  return turned;
}

TEST(EvidenceCsrTest, DirectnessFitsInAByte) {
  for (unsigned packed = 0; packed < 256; ++packed) {
    EvidenceLine line;
    UnpackDirectness(static_cast<std::uint8_t>(packed), &line);
    EXPECT_EQ(PackDirectness(line), packed);
  }
  EvidenceLine line{.population = Directness::kDifferent, .outcome = Directness::kDirect};
  EXPECT_EQ(PackDirectness(line), 0b01'00'00'11);
}

// What the store says edge by edge.
TEST(EvidenceCsrTest, HoldsWhatTheStoreHolds) {
  std::mt19937 random(7);
  const auto store = NewMemoryStore();
  for (int i = 0; i < 12; ++i) {
    ASSERT_TRUE(store->PutDocument(RandomGraph(&random, "d" + std::to_string(i) + ".md", 8)));
  }
  ASSERT_TRUE(store->RemoveDocument("d3.md"));  // ids have gaps
  const Result<EvidenceArrays> arrays = ReadEvidenceCsr(*store);
  ASSERT_TRUE(arrays) << arrays.error().message;
  const EvidenceCsr csr = arrays->view();

  Pairs document_claims;
  Pairs document_works;
  Pairs claim_works;
  Pairs claim_propositions;
  Pairs document_references;
  Pairs claim_references;
  Pairs text_works;
  for (const std::uint64_t id : store->All(NodeKind::kDocument)) {
    const NodeRef document = Node(DocumentId{id});
    for (const NodeRef r : store->Neighbours(document, EdgeKind::kHasReference, Way::kOut)) {
      const WorkId work = store->FindReference(ReferenceId{r.id})->work;
      if (IsSet(work)) document_works.emplace(id, Raw(work));
      document_references.emplace(id, r.id);
    }
    for (const NodeRef work : store->Neighbours(document, EdgeKind::kLists, Way::kOut)) {
      document_works.emplace(id, work.id);
    }
    for (const NodeRef work : OwnWorks(*store, *store->FindDocumentHeader(DocumentId{id}))) {
      text_works.emplace(id, work.id);
    }
  }
  for (const std::uint64_t id : store->All(NodeKind::kClaim)) {
    const Claim claim = *store->FindClaim(ClaimId{id});
    document_claims.emplace(Raw(claim.document), id);
    for (const PropositionId p : claim.propositions) claim_propositions.emplace(id, Raw(p));
    for (const EvidencePath& path : EvidencePaths(*store, claim.id)) {
      if (path.back().kind == NodeKind::kWork) claim_works.emplace(id, path.back().id);
      for (const NodeRef node : path) {
        if (node.kind == NodeKind::kReference) claim_references.emplace(id, node.id);
      }
    }
    const std::uint32_t index = csr.ClaimIndex(id);
    EXPECT_EQ(csr.claim_verdict[index], claim.verdict);
    EXPECT_EQ(csr.documents[csr.claim_document[index]], Raw(claim.document));
  }
  EXPECT_EQ(PairsOf(csr.document_claims, csr.documents, csr.claims), document_claims);
  EXPECT_EQ(PairsOf(csr.document_works, csr.documents, csr.works), document_works);
  EXPECT_EQ(PairsOf(csr.work_documents, csr.works, csr.documents), Turned(document_works));
  EXPECT_EQ(PairsOf(csr.claim_works, csr.claims, csr.works), claim_works);
  EXPECT_EQ(PairsOf(csr.work_claims, csr.works, csr.claims), Turned(claim_works));
  EXPECT_EQ(PairsOf(csr.claim_propositions, csr.claims, csr.propositions), claim_propositions);
  EXPECT_EQ(PairsOf(csr.proposition_claims, csr.propositions, csr.claims),
            Turned(claim_propositions));
  EXPECT_EQ(PairsOf(csr.document_references, csr.documents, csr.references), document_references);
  EXPECT_EQ(PairsOf(csr.claim_references, csr.claims, csr.references), claim_references);
  EXPECT_EQ(PairsOf(csr.text_works, csr.documents, csr.works), text_works);
  EXPECT_EQ(PairsOf(csr.work_texts, csr.works, csr.documents), Turned(text_works));
  Pairs work_cites;
  for (const auto& [text, work] : text_works) {
    for (const auto& [document, cited] : document_works) {
      if (document == text && cited != work) work_cites.emplace(work, cited);
    }
  }
  EXPECT_EQ(PairsOf(csr.work_cites, csr.works, csr.works), work_cites);
  EXPECT_EQ(PairsOf(csr.work_cited_by, csr.works, csr.works), Turned(work_cites));
  for (std::uint32_t i = 0; i < csr.references.size(); ++i) {
    const WorkId work = store->FindReference(ReferenceId{csr.references[i]})->work;
    EXPECT_EQ(csr.reference_work[i] == kNoIndex ? 0 : csr.works[csr.reference_work[i]], Raw(work));
  }
  for (std::uint32_t i = 0; i < csr.lines.size(); ++i) {
    const EvidenceLine line = *store->FindEvidenceLine(EvidenceLineId{csr.lines[i]});
    EXPECT_EQ(csr.claims[csr.line_claim[i]], Raw(line.claim));
    EXPECT_EQ(csr.line_work[i] == kNoIndex ? 0 : csr.works[csr.line_work[i]], Raw(line.work));
    EXPECT_EQ(csr.line_stance[i], line.stance);
  }
  EXPECT_EQ(csr.ClaimIndex(0), kNoIndex);
  EXPECT_EQ(csr.ClaimIndex(1'000'000), kNoIndex);
}

TEST(EvidenceCsrTest, FindsIdsWhereverTheGapsAre) {
  std::mt19937 random(11);
  for (const unsigned gap : {1U, 2U, 3U, 40U}) {  // one in so many ids is missing; 1: none
    std::vector<std::uint64_t> ids;
    for (std::uint64_t id = 5; id < 300; ++id) {
      if (gap == 1 || random() % gap != 0) ids.push_back(id);
    }
    for (std::uint64_t id = 0; id < 310; ++id) {
      const auto found = std::ranges::find(ids, id);
      const auto index = static_cast<std::uint32_t>(found - ids.begin());
      EXPECT_EQ(EvidenceCsr::IndexOf(ids, id), found == ids.end() ? kNoIndex : index);
    }
  }
  const std::vector<std::uint64_t> far = {1, 2, ~std::uint64_t{0}};
  EXPECT_EQ(EvidenceCsr::IndexOf(far, ~std::uint64_t{0}), 2u);
  EXPECT_EQ(EvidenceCsr::IndexOf(far, 3), kNoIndex);
  EXPECT_EQ(EvidenceCsr::IndexOf({}, 3), kNoIndex);
}

// Texts are one subject only if both their parts are the same.
TEST(EvidenceCsrTest, NumbersSubjectsByBothTheirParts) {
  const auto store = NewMemoryStore();
  DocumentGraph g = TinyGraph("a.md", "a", {});
  g.propositions = {{.intervention = "tea", .outcome = "sleep"},
                    {.intervention = "teas", .outcome = "leep"},
                    {.intervention = "tea", .outcome = "sleep", .population = "adults"},
                    {.outcome = "teasleep", .population = "adults"}};
  for (std::uint64_t i = 1; i <= 4; ++i) g.claims[0].propositions.push_back(PropositionId{i});
  ASSERT_TRUE(store->PutDocument(g));
  const Result<EvidenceArrays> arrays = ReadEvidenceCsr(*store);
  ASSERT_TRUE(arrays);
  const auto subject = arrays->view().proposition_subject;
  ASSERT_EQ(subject.size(), 4u);
  EXPECT_EQ(subject[0], subject[2]);
  EXPECT_EQ((std::set<std::uint32_t>(subject.begin(), subject.end()).size()), 3u);
  const auto population = arrays->view().proposition_population;
  EXPECT_EQ(population[0], 0u);
  EXPECT_EQ(population[2], population[3]);
  EXPECT_NE(population[2], 0u);
}

TEST(EvidenceCsrTest, AnEmptyStoreIsAGraphToo) {
  const auto store = NewMemoryStore();
  const Result<EvidenceArrays> arrays = ReadEvidenceCsr(*store);
  ASSERT_TRUE(arrays);
  EXPECT_EQ(arrays->view().claims.size(), 0u);
  EXPECT_EQ(arrays->view().document_cites.rows(), 0u);
}

TEST(EvidenceCsrTest, RepeatedJoinsAreOne) {
  EvidenceLists lists;
  lists.documents = {1, 2, 3};
  lists.works = {1, 2};
  lists.work_design.resize(2);
  lists.document_works = {{2, 1}, {0, 1}, {2, 0}, {2, 1}, {0, 1}};
  lists.text_works = {{0, 0}, {1, 1}, {0, 0}};
  const EvidenceArrays arrays = EvidenceArrays::Assemble(std::move(lists));
  const EvidenceCsr csr = arrays.view();
  EXPECT_EQ(PairsOf(csr.document_works, csr.documents, csr.works), (Pairs{{1, 2}, {3, 1}, {3, 2}}));
  EXPECT_EQ(PairsOf(csr.document_cites, csr.documents, csr.documents),
            (Pairs{{1, 2}, {3, 1}, {3, 2}}));
  EXPECT_GT(arrays.bytes(), 0u);
}

// The walk through the store and the rows of the whole agree.
TEST(EvidenceCsrTest, CirclesAreThoseOfTheStore) {
  const DrawnGraph drawn(R"(
      doc a
      lists url:b
      doc b
      lists url:a url:c
      doc c
      lists url:d
      doc d
      lists url:c rct1
      doc e
      lists url:e
      doc f
      lists url:a
  )");
  std::vector<std::vector<DocumentId>> circles;
  for (const auto& circle : Circles(drawn.csr().document_cites)) {
    auto& ids = circles.emplace_back();
    for (const std::uint32_t document : circle)
      ids.push_back(DocumentId{drawn.csr().documents[document]});
  }
  EXPECT_EQ(circles.size(), 3u);
  EXPECT_EQ(circles, CitationCircles(drawn.reader()));
}

}  // namespace
}  // namespace claimgraph
