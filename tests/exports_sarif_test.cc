// Findings as SARIF: places, words that a viewer would obey, fingerprints, fixes.
// Whether the format's own schema and viewers agree is asked in
// tests/foreign/sarif_test.py.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "core/offset_map.h"
#include "core/store/graph_store.h"
#include "queries/exports/sarif.h"
#include "queries/reports/report.h"
#include "queries/reports/sarif.h"
#include "queries/reports/sarif_result.h"
#include "queries/rules/rules.h"

namespace claimgraph {
namespace {

using nlohmann::json;
using testing::HasSubstr;

constexpr std::string_view kText = "Tea.\n\nTéa cures colds. Tea cures colds.\n[1] Okri, 2014.\n";

std::uint32_t At(std::string_view words, std::size_t from = 0) {
  return static_cast<std::uint32_t>(kText.find(words, from));
}

Span SpanOf(std::string_view words) {
  return {At(words), static_cast<std::uint32_t>(At(words) + words.size())};
}

// Two claims, of which the second may be replaced, and a reference.
DocumentGraph Graph() {
  DocumentGraph g;
  Document& d = g.document;
  d = {.source = "my draft.md", .hash = "1", .size = kText.size(), .text = std::string(kText)};
  d.format = Format::kMarkdown;
  d.map = OffsetMap::Identity(static_cast<std::uint32_t>(kText.size()));
  d.blocks = {{.span = {0, static_cast<std::uint32_t>(kText.size())}}};
  d.diagnostics = {{"nul-bytes", {0, 1}, "one NUL byte was left out"}};
  g.propositions = {{.intervention = "tea", .outcome = "cold"}};
  g.known_propositions.resize(1);
  g.works = {{.names = {"doi:10.5555/1"}, .doi = "10.5555/1"}};
  g.known_works.resize(1);
  g.references = {{.span = SpanOf("[1] Okri, 2014."),
                   .text = "[1] Okri, 2014.",
                   .authors = {{.family = "Okri"}},
                   .year = 2014,
                   .work = WorkId{1}}};
  for (const std::string_view words : {"Téa cures colds.", " Tea cures colds."}) {
    const std::string_view trimmed = words.substr(words.find_first_not_of(' '));
    const Span span = {At(words) + static_cast<std::uint32_t>(words.size() - trimmed.size()),
                       At(words) + static_cast<std::uint32_t>(words.size())};
    d.sentences.push_back({.span = {span.begin, span.end}});
    g.claims.push_back({.span = span,
                        .text_span = {span.begin, span.end},
                        .text = std::string(trimmed),
                        .sentence = static_cast<std::uint32_t>(d.sentences.size() - 1),
                        .propositions = {PropositionId{1}},
                        .verdict = Verdict::kOverstated,
                        .allowed_wording = "Tea may reduce colds."});
    g.findings.push_back({.rule = "certainty-inflation",
                          .severity = Severity::kWarning,
                          .span = span,
                          .message = "\"[a](b) {0}\" says <b>too</b> much",
                          .suggestion = "lower it, or write: Tea may reduce colds.",
                          .claim = ClaimId{g.claims.size()},
                          .references = {ReferenceId{1}}});
  }
  g.findings.push_back({.rule = "never-cited-reference",
                        .severity = Severity::kInfo,
                        .span = g.references[0].span,
                        .message = "no citation leads to it",
                        .references = {ReferenceId{1}}});
  return g;
}

class SarifTest : public testing::Test {
 protected:
  SarifTest() : store_(NewMemoryStore()) {
    const auto put = store_->PutDocument(Graph());
    EXPECT_TRUE(put) << put.error().message;
    sources_ = {{"my draft.md", std::string(kText)}};
  }

  json Exported(bool with_sources = true) {
    ExportSettings settings;
    if (with_sources) {
      settings.sources = [&](const Document&) -> const Sources& { return sources_; };
    }
    std::ostringstream out;
    EXPECT_TRUE(ExportSarif(ExportScope(*store_), settings, out));
    return json::parse(out.str());
  }

  json Results(bool with_sources = true) { return Exported(with_sources)["runs"][0]["results"]; }

  std::unique_ptr<GraphStore> store_;
  Sources sources_;
};

TEST_F(SarifTest, HasWhatEveryLogHas) {
  const json log = Exported();
  EXPECT_EQ(log["version"], "2.1.0");
  const json& run = log["runs"][0];
  const json& driver = run["tool"]["driver"];
  EXPECT_EQ(driver["name"], "claimgraph");
  EXPECT_EQ(run["columnKind"], "unicodeCodePoints");
  for (const json& result : run["results"]) {
    const std::size_t index = result["ruleIndex"];
    EXPECT_EQ(driver["rules"][index]["id"], result["ruleId"]);
  }
  EXPECT_EQ(run["results"].size(), 3U);
  EXPECT_EQ(run["results"][2]["level"], "note");
  EXPECT_EQ(run["artifacts"][0]["location"]["uri"], "my%20draft.md");
  EXPECT_EQ(run["artifacts"][0]["length"], kText.size());
  const json& invocation = run["invocations"][0];
  EXPECT_EQ(invocation["executionSuccessful"], true);
  EXPECT_EQ(invocation["toolExecutionNotifications"][0]["descriptor"]["id"], "nul-bytes");
}

TEST_F(SarifTest, PlacesAreLinesCodePointsAndBytes) {
  const json first = Results()[0]["locations"][0]["physicalLocation"];
  EXPECT_EQ(first["artifactLocation"]["uri"], "my%20draft.md");
  EXPECT_EQ(first["region"], json({{"startLine", 3},
                                   {"startColumn", 1},
                                   {"endLine", 3},
                                   {"endColumn", 17},
                                   {"byteOffset", 6},
                                   {"byteLength", 17},
                                   {"snippet", {{"text", "Téa cures colds."}}}}));
}

TEST_F(SarifTest, WithoutTheFileOnlyBytesAreTold) {
  const json first = Results(/*with_sources=*/false)[0];
  EXPECT_EQ(first["locations"][0]["physicalLocation"]["region"],
            json({{"byteOffset", 6}, {"byteLength", 17}}));
  EXPECT_FALSE(first.contains("fixes"));
  EXPECT_EQ(first["properties"]["claimText"], "Téa cures colds.");
}

TEST_F(SarifTest, RelatedLocationsAreWhatAFindingIsAbout) {
  const json related = Results()[0]["relatedLocations"];
  ASSERT_EQ(related.size(), 1U);
  EXPECT_EQ(related[0]["id"], 1);
  EXPECT_EQ(related[0]["message"]["text"], "the reference Okri (2014)");
  EXPECT_EQ(related[0]["physicalLocation"]["region"]["startLine"], 4);
}

TEST_F(SarifTest, WordsOfADraftAreNeitherLinksNorPlaceholdersNorMarkup) {
  const json message = Results()[0]["message"];
  const std::string text = message["text"];
  EXPECT_THAT(text, HasSubstr("[a] (b) {{0}}"));
  EXPECT_THAT(text, HasSubstr("\nConsider: lower it, or write: Tea may reduce colds."));
  const std::string markdown = message["markdown"];
  EXPECT_THAT(markdown, HasSubstr("\\[a\\]\\(b\\) {{0}}"));
  EXPECT_THAT(markdown, HasSubstr("&lt;b&gt;too&lt;/b&gt;"));
}

TEST_F(SarifTest, AFixIsOneWholeSentenceForAnother) {
  const json fix = Results()[1]["fixes"][0]["artifactChanges"][0];
  EXPECT_EQ(fix["artifactLocation"]["uri"], "my%20draft.md");
  EXPECT_EQ(fix["replacements"][0]["insertedContent"]["text"], "Tea may reduce colds.");
  EXPECT_EQ(fix["replacements"][0]["deletedRegion"]["snippet"]["text"], "Tea cures colds.");
}

TEST_F(SarifTest, NoFixWhereACitationWouldBeLost) {
  DocumentGraph g = Graph();
  g.citations = {{.span = {10, 13}, .text_span = {10, 13}, .text = "x", .references = {}}};
  ASSERT_TRUE(store_->PutDocument(g));
  EXPECT_FALSE(Results()[0].contains("fixes"));
  EXPECT_TRUE(Results()[1].contains("fixes"));
}

TEST_F(SarifTest, FingerprintsStayWhenTextMoves) {
  const json before = Results();
  // "Téa" and "Tea" fold to the same words: told apart by counting.
  const std::string first = before[0]["partialFingerprints"]["ruleAndWords/v1"];
  const std::string second = before[1]["partialFingerprints"]["ruleAndWords/v1"];
  EXPECT_EQ(first.substr(0, 16), second.substr(0, 16));
  EXPECT_TRUE(first.ends_with(":1"));
  EXPECT_TRUE(second.ends_with(":2"));
  DocumentGraph g = Graph();
  g.findings[0].span = {8, 10};
  g.findings[0].message = "said otherwise";
  ASSERT_TRUE(store_->PutDocument(g));
  EXPECT_EQ(Results()[0]["partialFingerprints"], before[0]["partialFingerprints"]);
  EXPECT_NE(Results()[2]["partialFingerprints"], before[0]["partialFingerprints"]);
}

TEST_F(SarifTest, ACheckTellsHowItEnded) {
  Report report;
  report.sources = sources_;
  CheckedDocument checked;
  checked.graph = *LoadDocumentGraph(*store_, DocumentId{1});
  report.documents.push_back(checked);
  std::ostringstream out;
  WriteSarif(report, *store_, {.exit_code = 1}, out);
  const json run = json::parse(out.str())["runs"][0];
  EXPECT_EQ(run["results"], Results()) << "the same as of a store";
  EXPECT_EQ(run["invocations"][0]["exitCode"], 1);
}

TEST_F(SarifTest, AChosenPartHasItsFindingsAlone) {
  NodeSet chosen;
  chosen.Add({NodeKind::kDocument, 1});
  chosen.Add({NodeKind::kFinding, 2});
  std::ostringstream out;
  ASSERT_TRUE(ExportSarif(ExportScope(*store_, chosen), {}, out));
  const json results = json::parse(out.str())["runs"][0]["results"];
  ASSERT_EQ(results.size(), 1U);
  EXPECT_EQ(results[0]["properties"]["finding"], "f2");
}

TEST(UriReferenceTest, EncodesWhatIsNoPath) {
  EXPECT_EQ(UriReference("a/b.md"), "a/b.md");
  EXPECT_EQ(UriReference("my draft#1?.md"), "my%20draft%231%3F.md");
  EXPECT_EQ(UriReference("c:d"), "c%3Ad") << "no scheme";
  EXPECT_EQ(UriReference("é\xFF.md"), "%C3%A9%FF.md");
  EXPECT_EQ(UriReference("/srv/a b"), "file:///srv/a%20b");
}

}  // namespace
}  // namespace claimgraph
