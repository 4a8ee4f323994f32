// The JSON of nouns: names and shapes that other programs rely on.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/json.h"

namespace claimgraph {
namespace {

std::vector<std::string> Keys(const Json& json) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : json.items()) keys.push_back(key);
  return keys;
}

TEST(IdTextTest, RoundTrips) {
  for (const NodeRef node :
       {Node(DocumentId{1}), Node(ClaimId{12}), Node(CitationId{3}), Node(ReferenceId{5}),
        Node(WorkId{7}), Node(StudyId{8}), Node(PropositionId{2}), Node(EvidenceLineId{4}),
        Node(FindingId{18446744073709551615U})}) {
    EXPECT_EQ(ParseId(IdText(node)), node) << IdText(node);
  }
  EXPECT_EQ(IdText(ClaimId{12}), "c12");
  EXPECT_EQ(IdText(CitationId{3}), "x3");
}

TEST(IdTextTest, RefusesWhatIsNoId) {
  for (const char* text :
       {"", "c", "c0", "12", "z1", "c1 ", "c-1", "c1x", " c1", "C1", "c18446744073709551616"}) {
    EXPECT_EQ(ParseId(text), std::nullopt) << '"' << text << '"';
  }
}

TEST(JsonTest, ClaimHasEveryDocumentedFieldInOrder) {
  EXPECT_THAT(Keys(ToJson(Claim{}, {})),
              testing::ElementsAre("id", "span", "text", "kind", "proposition", "propositions",
                                   "strength", "certainty", "negated", "attributed", "attribution",
                                   "confidence", "hedges", "boosters", "causal_cues", "magnitudes",
                                   "effects", "citations", "citation_status", "verdict",
                                   "allowed_wording", "reasons"));
}

TEST(JsonTest, PropositionsOfACompoundAreMerged) {
  const std::vector<Proposition> stated = {{.id = PropositionId{1},
                                            .intervention = "tea",
                                            .direction = Direction::kDecrease,
                                            .outcome = "stress"},
                                           {.id = PropositionId{2},
                                            .intervention = "tea",
                                            .direction = Direction::kImprove,
                                            .outcome = "sleep",
                                            .population = "adult"},
                                           {.id = PropositionId{3}, .outcome = "stress"}};
  const Json merged = ToJson(Claim{}, stated)["proposition"];
  EXPECT_EQ(Dump(merged),
            R"({"intervention":"tea","direction":"decrease","outcomes":["stress","sleep"],)"
            R"("population":"adult","comparator":""})");
}

TEST(JsonTest, WhatIsMissingIsNull) {
  const Json reference = ToJson(Reference{});
  EXPECT_TRUE(reference["year"].is_null());
  EXPECT_TRUE(reference["number"].is_null());
  EXPECT_TRUE(reference["work"].is_null());
  EXPECT_EQ(reference["doi"], "");
  EXPECT_FALSE(reference.contains("file"));
  EXPECT_TRUE(ToJson(Finding{})["claim"].is_null());
  EXPECT_FALSE(ToJson(Finding{}).contains("file"));
  EXPECT_TRUE(ToJson(EvidenceLine{})["certainty"].is_null());
}

TEST(JsonTest, EffectKeepsHalfAnInterval) {
  EXPECT_EQ(Dump(ToJson(Effect{.value = -0.38, .ci_low = -0.57, .ci_high = -0.18, .k = 8})),
            R"({"measure":"SMD","value":-0.38,"ci":[-0.57,-0.18],"p":null,"n":null,"k":8,)"
            R"("i2":null,"span":{"begin":0,"end":0}})");
  EXPECT_EQ(Dump(ToJson(Effect{.ci_high = 2})["ci"]), "[null,2.0]");
  EXPECT_TRUE(ToJson(Effect{})["ci"].is_null());
}

TEST(JsonTest, IdsAreStrings) {
  Finding finding{.id = FindingId{9},
                  .file = "refs.bib",
                  .claim = ClaimId{12},
                  .citations = {CitationId{3}},
                  .references = {ReferenceId{5}},
                  .evidence = {EvidenceLineId{4}}};
  const Json json = ToJson(finding);
  EXPECT_EQ(json["id"], "f9");
  EXPECT_EQ(json["claim"], "c12");
  EXPECT_EQ(json["file"], "refs.bib");
  EXPECT_EQ(Dump(json["citations"]) + Dump(json["references"]) + Dump(json["evidence"]),
            R"(["x3"]["r5"]["e4"])");
}

TEST(JsonTest, BytesThatAreNotUtf8DoNotStopIt) {
  EXPECT_EQ(Dump(Json("a\xFF"
                      "b")),
            "\"a\xEF\xBF\xBD"
            "b\"");
}

}  // namespace
}  // namespace claimgraph
