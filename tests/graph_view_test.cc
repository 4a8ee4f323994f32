// Walks over small graphs.

#include "queries/graph_view.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "core/store/graph_store.h"
#include "tests/store_test_util.h"

namespace claimgraph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<GraphView>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<GraphView>));
BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<GraphView>));

// Stores "a -> b c": document a.md, whose own address is https://a.example/,
// cites those of b and c.
std::unique_ptr<GraphStore> Citing(const std::string& drawing) {
  auto store = NewMemoryStore();
  std::istringstream lines(drawing);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string name;
    std::string arrow;
    if (!(words >> name >> arrow)) continue;
    DocumentGraph g;
    g.document = {.source = name + ".md", .identifier = "https://www." + name + ".example/"};
    for (std::string cited; words >> cited;) {
      g.works.push_back({.names = {"url:" + cited + ".example"}});
      g.references.push_back({.work = WorkId{g.works.size()}});
    }
    EXPECT_TRUE(store->PutDocument(g));
  }
  return store;
}

std::string Draw(const GraphReader& reader, const std::vector<std::vector<DocumentId>>& circles) {
  std::string drawing;
  for (const std::vector<DocumentId>& circle : circles) {
    if (!drawing.empty()) drawing += "; ";
    for (const DocumentId id : circle) {
      const std::string source = reader.FindDocumentHeader(id)->source;
      drawing += source.substr(0, source.find('.')) + " ";
    }
    drawing.pop_back();
  }
  return drawing;
}

struct Case {
  const char* what;
  const char* drawing;
  const char* circles;
};

constexpr Case kCases[] = {
    {"nothing", "", ""},
    {"a chain", "a -> b \n b -> c \n c -> ", ""},
    {"a diamond", "a -> b c \n b -> d \n c -> d \n d -> ", ""},
    {"two that cite each other", "a -> b \n b -> a", "a b"},
    {"one that cites itself", "a -> a b \n b -> ", "a"},
    {"a circle of three with a tail", "t -> a \n a -> b \n b -> c x \n c -> a \n x -> ", "a b c"},
    {"two circles with a bridge", "a -> b \n b -> a c \n c -> d \n d -> c", "a b; c d"},
    {"two circles that share a document", "a -> b c \n b -> a \n c -> a", "a b c"},
    {"the circle closes outside the store", "a -> b \n b -> z", ""},
};

TEST(CitationCirclesTest, FindsThem) {
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.what);
    const auto store = Citing(c.drawing);
    EXPECT_EQ(Draw(*store, CitationCircles(*store)), c.circles);
  }
}

TEST(CitationCirclesTest, LooksOnlyWhereItIsTold) {
  const auto store = Citing("a -> b \n b -> a \n c -> d \n d -> c \n e -> a");
  const DocumentId c{store->Named("source:c.md").id};
  const DocumentId e{store->Named("source:e.md").id};
  EXPECT_EQ(Draw(*store, CitationCircles(*store, {c})), "c d");
  EXPECT_EQ(Draw(*store, CitationCircles(*store, {e})), "") << "nobody cites e";
  EXPECT_EQ(Draw(*store, CitationCircles(*store, {}, 1)), "") << "saw one document only";
}

TEST(CitationCirclesTest, ADocumentIsKnownByDoiAndBySource) {
  const auto store = NewMemoryStore();
  DocumentGraph a;
  a.document = {.source = "https://Example.org/walks/", .identifier = "doi:10.5555/ABC"};
  a.works = {{.names = {"url:b.example"}}};
  a.references = {{.work = WorkId{1}}};
  DocumentGraph b;
  b.document = {.source = "b.md", .identifier = "https://b.example"};
  b.references = {{.work = WorkId{1}}};
  for (const char* name : {"doi:10.5555/abc", "url:example.org/walks"}) {
    SCOPED_TRACE(name);
    b.works = {{.names = {name}}};
    ASSERT_TRUE(store->PutDocument(a));
    ASSERT_TRUE(store->PutDocument(b));
    EXPECT_EQ(CitationCircles(*store).size(), 1u);
    ASSERT_TRUE(store->RemoveDocument("b.md"));
  }
}

// A long chain must not eat the stack.
TEST(CitationCirclesTest, ALongCircleIsOne) {
  std::string drawing;
  constexpr int kLength = 5000;
  for (int i = 0; i < kLength; ++i) {
    drawing.append("d").append(std::to_string(i));
    drawing.append(" -> d").append(std::to_string((i + 1) % kLength)).append("\n");
  }
  const auto store = Citing(drawing);
  const auto circles = CitationCircles(*store);
  ASSERT_EQ(circles.size(), 1u);
  EXPECT_EQ(circles[0].size(), kLength);
}

std::string Draw(const EvidencePath& path) {
  constexpr const char* kLetters =
      "?dciews?lf";  // by NodeKind: document, claim, cItation, rEference
  std::string drawing;
  for (const NodeRef node : path) {
    if (!drawing.empty()) drawing += ' ';
    drawing += kLetters[static_cast<int>(node.kind)];
    drawing += std::to_string(node.id);
  }
  return drawing;
}

std::vector<std::string> DrawAll(const std::vector<EvidencePath>& paths) {
  std::vector<std::string> drawings;
  for (const EvidencePath& path : paths) drawings.push_back(Draw(path));
  return drawings;
}

TEST(EvidencePathsTest, GoThroughCitationsThenLines) {
  const auto store = NewMemoryStore();
  ASSERT_TRUE(store->PutDocument(TinyGraph("a.md", "a", {"doi:10.5555/1"})));
  EXPECT_THAT(DrawAll(EvidencePaths(*store, ClaimId{1})), ElementsAre("c1 i1 e1 w1", "c1 l1 w1"));
}

TEST(EvidencePathsTest, EndWhereTheTraceEnds) {
  DocumentGraph g = TinyGraph("a.md", "a", {"doi:10.5555/1"});
  g.works.push_back({.names = {"doi:10.5555/2"}});
  g.references.push_back({.work = WorkId{2}});
  g.references.push_back({});  // no work
  g.citations[0].references = {ReferenceId{1}, ReferenceId{2}, ReferenceId{3}};
  g.citations.push_back({});  // dangles
  g.claims[0].citations = {CitationId{1}, CitationId{2}};
  g.claims.push_back({.propositions = {PropositionId{1}}});  // uncited
  const auto store = NewMemoryStore();
  ASSERT_TRUE(store->PutDocument(g));
  EXPECT_THAT(DrawAll(EvidencePaths(*store, ClaimId{1})),
              ElementsAre("c1 i1 e1 w1", "c1 i1 e2 w2", "c1 i1 e3", "c1 i2", "c1 l1 w1"));
  EXPECT_THAT(EvidencePaths(*store, ClaimId{2}), IsEmpty());
  EXPECT_THAT(EvidencePaths(*store, ClaimId{99}), IsEmpty());
}

TEST(EvidencePathsTest, AreNoMoreThanAskedFor) {
  DocumentGraph g = TinyGraph("a.md", "a", {"doi:10.5555/1"});
  for (int i = 0; i < 300; ++i) {
    g.references.push_back({.work = WorkId{1}});
    g.citations[0].references.push_back(ReferenceId{g.references.size()});
  }
  const auto store = NewMemoryStore();
  ASSERT_TRUE(store->PutDocument(g));
  EXPECT_EQ(EvidencePaths(*store, ClaimId{1}).size(), 302u);
  EXPECT_EQ(EvidencePaths(*store, ClaimId{1}, 7).size(), 7u);
  EXPECT_EQ(EvidencePaths(*store, ClaimId{1}, 0).size(), 0u);
}

}  // namespace
}  // namespace claimgraph
