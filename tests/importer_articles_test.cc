// Articles whose markup says more than their words, from bytes to linked citations.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "importers/importer.h"

namespace claimgraph {
namespace {

constexpr std::string_view kArticle =
    "<article article-type=\"review-article\"><front><article-meta><title-group><article-title>Naps"
    "</article-title></title-group></article-meta></front><body><p>Naps lower blood pressure in "
    "adults [<xref ref-type=\"bibr\" rid=\"c1\">1</xref>&#x2013;<xref ref-type=\"bibr\" "
    "rid=\"c3\">3</xref>]. Rest lowers pain, said Pell (<xref ref-type=\"bibr\" "
    "rid=\"c4\">1999</xref>)."
    "</p></body><back><ref-list><title>References</title>"
    "<ref id=\"c1\"><element-citation><name><surname>Cole</surname></name><article-title>Naps and "
    "pressure</article-title><year>2011</year></element-citation></ref>"
    "<ref id=\"c2\"><element-citation><name><surname>Hill</surname></name><article-title>Naps again"
    "</article-title><year>2012</year></element-citation></ref>"
    "<ref id=\"c3\"><element-citation><name><surname>Reed</surname></name><article-title>Naps once "
    "more</article-title><year>2013</year></element-citation></ref>"
    "<ref id=\"c4\"><mixed-citation>Pell C (1999). Rest and pain: a trial. Journal of Rest, 2, "
    "3-7. "
    "</mixed-citation></ref></ref-list></back></article>";

std::string Linked(const DocumentGraph& graph) {
  std::string out;
  for (const Citation& c : graph.citations) {
    out += c.text + " ->";
    for (const ReferenceId id : c.references) out += " " + graph.references[Raw(id) - 1].key;
    out += "\n";
  }
  return out;
}

TEST(ImporterTest, MarksOfAJatsArticleLeadToItsList) {
  const DocumentGraph graph = ImportDocument(kArticle, "a.xml");
  ASSERT_EQ(graph.references.size(), 4u);
  EXPECT_EQ(graph.references[0].title, "Naps and pressure");
  EXPECT_EQ(graph.references[3].year, 1999);  // read from its words
  EXPECT_EQ(graph.references[3].authors.at(0).family, "Pell");
  EXPECT_EQ(Linked(graph), "[1\u20133] -> c1 c2 c3\nPell (1999) -> c4\n");
  EXPECT_FALSE(graph.claims.empty());
}

// As the doctor does with what is stored.
TEST(ImporterTest, AJatsArticleCanBeExtractedAgain) {
  const DocumentGraph graph = ImportDocument(kArticle, "a.xml");
  std::vector<Reference> given;
  for (Reference reference : graph.references) {
    if (!IsMarkedUp(reference)) continue;
    reference.id = {};
    reference.work = {};
    given.push_back(std::move(reference));
  }
  ASSERT_EQ(given.size(), 4u);
  const DocumentGraph again = ExtractDocument(graph.document, given);
  EXPECT_EQ(again.citations, graph.citations);
  EXPECT_EQ(again.references, graph.references);
  EXPECT_EQ(again.claims, graph.claims);
}

}  // namespace
}  // namespace claimgraph
