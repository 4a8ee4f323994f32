// Lists of claims, from bytes to verdicts: every line is a claim, its words are read as
// those of an article are, and it rests on what its line says.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "importers/importer.h"

namespace claimgraph {
namespace {

// "strength certainty status -> entries", a line for each claim.
std::string Dump(const DocumentGraph& graph) {
  std::string out;
  for (const Claim& claim : graph.claims) {
    out += claim.text + " | " + std::string(Name(claim.strength)) + " | " +
           std::string(Name(claim.certainty)) + " | " + std::string(Name(claim.citation_status));
    for (const CitationId id : claim.citations) {
      for (const ReferenceId r : graph.citations[Raw(id) - 1].references) {
        out += " " + graph.references[Raw(r) - 1].key;
      }
    }
    out += "\n";
  }
  return out;
}

TEST(ClaimListImportTest, EveryLineIsAClaim) {
  constexpr std::string_view kLines =
      "{\"text\": \"Massage lowers cortisol in adults.\", \"citations\": [{\"title\": \"Massage "
      "and "
      "cortisol in adults: a randomised controlled trial\", \"year\": 2014}, {\"pmid\": 7}]}\n"
      "{\"text\": \"Bananas are yellow. They may cure colds [3].\"}\n"
      "{\"text\": \"It definitely cures insomnia (Moore, 1998)\", \"citations\": [{\"pmid\": "
      "\"7\"}]}\n"
      "{\"text\": \"These results suggest that yoga helps.\"}\n"
      "{\"text\": \"Are bananas yellow?\"}\n";
  const DocumentGraph graph = ImportDocument(kLines, "claims.jsonl");
  EXPECT_EQ(
      Dump(graph),
      "Massage lowers cortisol in adults. | direct_causal | plain | cited_inline cited-1 cited-2\n"
      "Bananas are yellow. They may cure colds [3]. | conditional_causal | hedged | uncited\n"
      "It definitely cures insomnia (Moore, 1998) | direct_causal | boosted | cited_inline "
      "cited-2\n"
      "These results suggest that yoga helps. | direct_causal | plain | uncited\n"
      "Are bananas yellow? | none | plain | uncited\n");
  for (const Claim& claim : graph.claims) {
    EXPECT_EQ(claim.confidence, 1) << claim.text;
    EXPECT_FALSE(claim.propositions.empty()) << claim.text;
    EXPECT_FALSE(claim.reasons.empty()) << claim.text;
    EXPECT_EQ(kLines.substr(claim.span.begin, claim.span.size()), claim.text);
  }
  ASSERT_EQ(graph.citations.size(), 3u);
  EXPECT_EQ(graph.citations[0].text,
            "Massage and cortisol in adults: a randomised controlled trial. 2014.");
  EXPECT_EQ(kLines[graph.citations[0].span.begin], '[');
  EXPECT_EQ(graph.references[0].design, StudyDesign::kRct);
  EXPECT_EQ(graph.works.size(), 2u);
}

TEST(ClaimListImportTest, AddressesInTheWordsAreCitations) {
  const DocumentGraph graph =
      ImportDocument("{\"text\": \"Tea cures colds, see https://doi.org/10.5555/tea.1 for it.\"}\n",
                     "claims.jsonl");
  ASSERT_EQ(graph.claims.size(), 1u);
  EXPECT_EQ(graph.claims[0].citation_status, CitationStatus::kInline);
  ASSERT_EQ(graph.references.size(), 1u);
  EXPECT_EQ(graph.references[0].doi, "10.5555/tea.1");
}

// As a store does when a record comes in, without the file.
TEST(ClaimListImportTest, CanBeExtractedAgain) {
  const DocumentGraph graph = ImportDocument(
      "{\"text\": \"Tea cures colds.\", \"citations\": [{\"doi\": \"10.5555/tea.1\"}]}\n"
      "{\"text\": \"Yoga helps.\", \"citations\": [\"Berg H. (2014). Yoga and backs. Back J, 2, "
      "3-7.\"]}\n",
      "claims.jsonl");
  const DocumentGraph again = ExtractAgain(graph, nullptr);
  EXPECT_EQ(again.claims, graph.claims);
  EXPECT_EQ(again.citations, graph.citations);
  EXPECT_EQ(again.references, graph.references);
  ASSERT_EQ(graph.references.size(), 2u);
  EXPECT_EQ(graph.references[1].year, 2014);
}

}  // namespace
}  // namespace claimgraph
