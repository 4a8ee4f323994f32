// Which markers stand behind which claim, and what the verdict makes of it.

#include <gtest/gtest.h>

#include <string>

#include "importers/importer.h"

namespace claimgraph {
namespace {

constexpr std::string_view kList =
    "\n## References\n\n"
    "Adler, P. (2015). Massage for anxiety: A randomized controlled trial. Journal of Touch, 3(1), 1-9.\n\n"
    "Brook, R., & Tan, S. (2018). Exercise and depression: A systematic review. Mood Studies, 4(2), 10-20.\n\n"
    "Cole, T. (2020). Short sleep is associated with weight gain. Sleep Reports, 8, 77-81.\n";

const Claim* FindClaim(const DocumentGraph& graph, std::string_view words) {
  for (const Claim& c : graph.claims) {
    if (c.text.find(words) != std::string::npos) return &c;
  }
  return nullptr;
}

struct Case {
  std::string_view name;
  std::string_view text;
  std::string_view claim;   // words of the claim that is asked about
  std::string_view status;
  std::string_view verdict;
};

class ClaimLinkerTest : public testing::TestWithParam<Case> {};

TEST_P(ClaimLinkerTest, StatusAndVerdict) {
  const Case& c = GetParam();
  const DocumentGraph graph =
      ImportDocument("# Notes\n\n" + std::string(c.text) + "\n" + std::string(kList), "case.md");
  const Claim* claim = FindClaim(graph, c.claim);
  ASSERT_NE(claim, nullptr);
  EXPECT_EQ(Name(claim->citation_status), c.status);
  EXPECT_EQ(Name(claim->verdict), c.verdict);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, ClaimLinkerTest,
    testing::Values(
        Case{"Inline", "Massage reduces anxiety (Adler, 2015).", "Massage reduces", "cited_inline",
             "supported"},
        Case{"Uncited", "Massage reduces anxiety.", "Massage reduces", "uncited", "unsupported"},
        Case{"Dangling", "Massage reduces anxiety (Moran, 2011).", "Massage reduces",
             "cited_dangling", "unsupported"},
        Case{"NotTheNeighbours",
             "Massage reduces anxiety (Adler, 2015). Massage also improves digestion.",
             "digestion", "uncited", "unsupported"},
        Case{"Anaphoric",
             "Exercise lowered depression scores in many trials (Brook & Tan, 2018). These results "
             "suggest that exercise may help people with depression.",
             "These results", "cited_anaphoric", "weakly_supported"},
        Case{"BoosterWithoutCitation", "Massage is a proven cure for anxiety.", "proven cure",
             "uncited", "overstated"},
        Case{"BoosterBeyondTheEvidence",
             "It has been shown that short sleep causes weight gain (Cole, 2020).", "weight gain",
             "cited_inline", "overstated"},
        Case{"CausalFromAssociation", "Short sleep causes weight gain (Cole, 2020).", "causes",
             "cited_inline", "overstated"},
        Case{"AssociationAsAssociation", "Short sleep is linked with weight gain (Cole, 2020).",
             "linked with", "cited_inline", "weakly_supported"},
        Case{"OtherIntervention", "Fish oil reduces anxiety (Adler, 2015).", "Fish oil",
             "cited_inline", "overstated"},
        Case{"Everyone",
             "Massage reduced anxiety in one trial (Adler, 2015), and these findings can be applied "
             "to anyone with anxiety.",
             "applied", "cited_inline", "overstated"}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(ClaimLinkerTest, AListTakesTheMarkersOfItsLeadIn) {
  const DocumentGraph graph = ImportDocument(
      "# Notes\n\nTrials found that massage helps by (Adler, 2015):\n\n- reducing anxiety\n- "
      "improving sleep quality\n" + std::string(kList), "case.md");
  const Claim* claim = FindClaim(graph, "improving sleep");
  ASSERT_NE(claim, nullptr);
  EXPECT_EQ(Name(claim->citation_status), "cited_paragraph");
}

TEST(ClaimLinkerTest, AnOverstatedClaimGetsWordsThatMayStand) {
  const DocumentGraph graph = ImportDocument(
      "# Notes\n\nShort sleep causes weight gain (Cole, 2020).\n" + std::string(kList), "case.md");
  ASSERT_FALSE(graph.claims.empty());
  EXPECT_NE(graph.claims[0].allowed_wording.find("may"), std::string::npos)
      << graph.claims[0].allowed_wording;
  EXPECT_FALSE(graph.claims[0].reasons.empty());
}

}  // namespace
}  // namespace claimgraph
