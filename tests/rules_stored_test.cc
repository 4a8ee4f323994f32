// Rules that look beyond one document, and loading a document back for them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "core/store/graph_store.h"
#include "queries/rules/rules.h"
#include "tests/rules_graph.h"

namespace claimgraph {
namespace {

// Stores a drawing as `source`; each reference gets a work of its own, known by
// the identifiers that the reference prints.
DocumentId Keep(GraphStore* store, const std::string& source, const std::string& identifier,
                std::string_view drawing) {
  DocumentGraph graph = DrawGraph(drawing);
  graph.document.source = source;
  graph.document.hash = source;
  graph.document.identifier = identifier;
  for (Reference& reference : graph.references) {
    Work work;
    work.id = WorkId{graph.works.size() + 1};
    if (!reference.doi.empty()) work.names.push_back("doi:" + reference.doi);
    if (!reference.url.empty()) work.names.push_back("url:" + reference.url);
    const NodeRef known = work.names.empty() ? NodeRef{} : store->Named(work.names[0]);
    graph.known_works.push_back(WorkId{known.id});
    reference.work = work.id;
    graph.works.push_back(std::move(work));
  }
  graph.known_propositions.resize(graph.propositions.size());
  const auto put = store->PutDocument(graph);
  EXPECT_TRUE(put.has_value());
  return put ? put->document : DocumentId{};
}

std::vector<std::string> Messages(const GraphStore& store, DocumentId id, std::string_view rule) {
  const Result<DocumentGraph> graph = LoadDocumentGraph(store, id);
  EXPECT_TRUE(graph.has_value());
  std::vector<std::string> messages;
  for (const Finding& finding : RunRules({*graph, store}, RuleScope::kGraph)) {
    if (finding.rule == rule) messages.push_back(finding.message);
  }
  return messages;
}

constexpr const char* kTeaPost = R"({c1:Tea eases colds} {k1:[1]}.
    {r1:Hill 2018 Tea}
    c1 effect direct_causal cited_inline supported cites=k1 tea>decrease>colds tea>improve>sleep
    k1 numeric numbers=1 -> r1
    r1 list number=1 family=Hill year=2018 doi=10.5555/tea "Tea for the common cold"
    e1 c1 r1 cohort)";

TEST(StoredRulesTest, DocumentLoadsBackWhole) {
  const auto store = NewMemoryStore();
  Keep(store.get(), "other.md", "", kTeaPost);  // so that the store's ids are not local ones
  const DocumentId id = Keep(store.get(), "tea.md", "", kTeaPost);
  const Result<DocumentGraph> graph = LoadDocumentGraph(*store, id);
  ASSERT_TRUE(graph.has_value());
  ASSERT_EQ(graph->claims.size(), 1u);
  ASSERT_EQ(graph->citations.size(), 1u);
  ASSERT_EQ(graph->references.size(), 1u);
  ASSERT_EQ(graph->works.size(), 1u);
  ASSERT_EQ(graph->propositions.size(), 2u);
  ASSERT_EQ(graph->evidence_lines.size(), 1u);
  EXPECT_EQ(graph->document.source, "tea.md");
  EXPECT_EQ(graph->claims[0].citations, std::vector{graph->citations[0].id});
  EXPECT_EQ(graph->citations[0].references, std::vector{graph->references[0].id});
  EXPECT_EQ(graph->references[0].work, graph->works[0].id);
  EXPECT_EQ(graph->evidence_lines[0].claim, graph->claims[0].id);
  EXPECT_GT(Raw(graph->claims[0].id), 1u);
}

TEST(StoredRulesTest, MissingDocumentIsNotFound) {
  const auto store = NewMemoryStore();
  const Result<DocumentGraph> graph = LoadDocumentGraph(*store, DocumentId{7});
  ASSERT_FALSE(graph.has_value());
  EXPECT_EQ(graph.error().code, ErrorCode::kNotFound);
}

constexpr const char* kCitesB = R"({r1:B}
    r1 link url=tea.example/b "Post B")";
constexpr const char* kCitesA = R"({r1:A}
    r1 link url=tea.example/a "Post A")";
constexpr const char* kCitesC = R"({r1:C}
    r1 link url=tea.example/c "Post C")";

TEST(StoredRulesTest, CircleOfTwo) {
  const auto store = NewMemoryStore();
  const DocumentId a = Keep(store.get(), "a.md", "https://tea.example/a", kCitesB);
  const DocumentId b = Keep(store.get(), "b.md", "https://tea.example/b", kCitesA);
  EXPECT_THAT(Messages(*store, a, "circular-support"),
              testing::ElementsAre(testing::HasSubstr("b.md")));
  EXPECT_EQ(Messages(*store, b, "circular-support").size(), 1u);
}

TEST(StoredRulesTest, CircleOfThreeAndSelf) {
  const auto store = NewMemoryStore();
  const DocumentId a = Keep(store.get(), "a.md", "https://tea.example/a", kCitesB);
  Keep(store.get(), "b.md", "https://tea.example/b", kCitesC);
  Keep(store.get(), "c.md", "https://tea.example/c", kCitesA);
  EXPECT_EQ(Messages(*store, a, "circular-support").size(), 1u);

  const auto alone = NewMemoryStore();
  const DocumentId self = Keep(alone.get(), "a.md", "https://tea.example/a", kCitesA);
  EXPECT_THAT(Messages(*alone, self, "circular-support"),
              testing::ElementsAre(testing::HasSubstr("this document itself")));
}

TEST(StoredRulesTest, ChainIsNoCircle) {
  const auto store = NewMemoryStore();
  const DocumentId a = Keep(store.get(), "a.md", "https://tea.example/a", kCitesB);
  const DocumentId b = Keep(store.get(), "b.md", "https://tea.example/b", kCitesC);
  EXPECT_THAT(Messages(*store, a, "circular-support"), testing::IsEmpty());
  EXPECT_THAT(Messages(*store, b, "circular-support"), testing::IsEmpty());
}

TEST(StoredRulesTest, IdentifierConflictsAcrossDocuments) {
  const auto store = NewMemoryStore();
  Keep(store.get(), "tea.md", "", kTeaPost);
  const DocumentId other = Keep(store.get(), "rest.md", "", R"({r1:Reed 2020 Rest}
      r1 list family=Reed year=2020 doi=10.5555/tea "Rest after a long illness")");
  EXPECT_THAT(Messages(*store, other, "identifier-conflict"),
              testing::ElementsAre("DOI 10.5555/tea is printed for Reed (2020) here and for Hill "
                                   "(2018) in tea.md"));
  const DocumentId same = Keep(store.get(), "same.md", "", kTeaPost);
  // It agrees with the earliest, whatever rest.md says.
  EXPECT_THAT(Messages(*store, same, "identifier-conflict"), testing::IsEmpty());
}

}  // namespace
}  // namespace claimgraph
