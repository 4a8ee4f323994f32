// Reports: positions, lines of text, the shape of the JSON.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "queries/reports/json.h"
#include "queries/reports/report.h"
#include "queries/reports/source_text.h"
#include "queries/reports/text.h"

namespace claimgraph {
namespace {

using nlohmann::json;
using std::string_literals::operator""s;

struct PositionCase {
  std::string text;
  std::uint32_t offset;
  Position expected;
};

TEST(PositionTest, CountsLinesAndCodePoints) {
  const PositionCase cases[] = {
      {"", 0, {1, 1}},
      {"abc", 0, {1, 1}},
      {"abc", 2, {1, 3}},
      {"abc", 99, {1, 4}},
      // Line ends
      {"a\nb", 1, {1, 2}},
      {"a\nb", 2, {2, 1}},
      {"a\r\nb", 3, {2, 1}},
      {"a\rb", 2, {2, 1}},
      {"a\n\nb", 3, {3, 1}},
      {"a\r\rb", 3, {3, 1}},
      {"a\n\r\nb", 4, {3, 1}},
      // Code points, not bytes
      {"é b", 3, {1, 3}},
      {"日本x", 6, {1, 3}},
      {"\xF0\x9F\x8D\xB5x", 4, {1, 2}},
      // A byte order mark is not a column
      {"\xEF\xBB\xBF"
       "ab",
       3,
       {1, 1}},
      {"\xEF\xBB\xBF"
       "ab",
       4,
       {1, 2}},
      // Not UTF-8: Latin-1 bytes count one each
      {"\xE9\xE8x", 2, {1, 3}},
      // UTF-16, both ways round; the pair is one code point
      {"\xFF\xFE"
       "a\0\n\0b\0"s,
       6,
       {2, 1}},
      {"\xFE\xFF"
       "\0a\0\n\0b"s,
       6,
       {2, 1}},
      {"\xFF\xFE\x3C\xD8\x75\xDF"
       "b\0"s,
       6,
       {1, 2}},
      // UTF-16 without a mark, told by its zero bytes
      {"a\0b\0\n\0c\0"s, 6, {2, 1}},
      {"\0a\0b\0\n\0c\0d"s, 8, {2, 2}},
  };
  for (const PositionCase& c : cases) {
    SCOPED_TRACE(testing::PrintToString(c.text) + " at " + std::to_string(c.offset));
    const Position got = PositionFinder(c.text).At(c.offset);
    EXPECT_EQ(got.line, c.expected.line);
    EXPECT_EQ(got.column, c.expected.column);
  }
}

TEST(PositionTest, AnyOrderGivesTheSameAnswers) {
  const std::string text = "one\ntwo\r\nthré\rfour";
  PositionFinder finder(text);
  for (std::uint32_t from = 0; from <= text.size(); ++from) {
    for (std::uint32_t to = 0; to <= text.size(); ++to) {
      finder.At(from);
      EXPECT_EQ(finder.At(to), PositionFinder(text).At(to)) << from << " then " << to;
    }
  }
}

TEST(PositionTest, OffsetsLeadBack) {
  const std::string text = "one\ntwö!\nthree";
  PositionFinder finder(text);
  for (const std::uint32_t offset : {0U, 2U, 4U, 6U, 8U, 10U, 12U}) {
    EXPECT_EQ(finder.OffsetOf(finder.At(offset)), offset);
  }
  EXPECT_EQ(finder.OffsetOf({99, 1}), text.size());
}

Report SmallReport() {
  Report report;
  CheckedDocument checked;
  Document& document = checked.graph.document;
  document.source = "draft.md";
  document.title = "Tea";
  document.diagnostics = {{"nul-bytes", {0, 1}, "one NUL byte was left out"}};
  checked.graph.propositions = {{.id = PropositionId{1}, .intervention = "tea"}};
  checked.graph.claims = {{.id = ClaimId{1},
                           .span = {4, 9},
                           .text = "cures",
                           .propositions = {PropositionId{1}},
                           .verdict = Verdict::kUnsupported}};
  checked.graph.findings = {{.id = FindingId{1},
                             .rule = "uncited-claim",
                             .severity = Severity::kWarning,
                             .span = {4, 9},
                             .message = "nothing is cited",
                             .suggestion = "cite the trial",
                             .claim = ClaimId{1}},
                            {.id = FindingId{2},
                             .rule = "future-year",
                             .severity = Severity::kError,
                             .span = {3, 4},
                             .file = "refs.bib",
                             .message = "2999 has not come"}};
  report.documents.push_back(std::move(checked));
  report.sources = {{"draft.md", "Tea\ncures colds."}, {"refs.bib", "@a\n{}"}};
  return report;
}

std::string Text(const Report& report, const TextOptions& options = {}) {
  std::ostringstream out;
  WriteText(report, options, out);
  return out.str();
}

TEST(TextReportTest, PrintsWhatEditorsCanClick) {
  EXPECT_EQ(Text(SmallReport()),
            "draft.md:1:1: note: nul-bytes: one NUL byte was left out\n"
            "draft.md:2:1: warning: uncited-claim: nothing is cited\n"
            "    the claim: \"cures\"\n"
            "    consider: cite the trial\n"
            "refs.bib:2:1: error: future-year: 2999 has not come\n"
            "1 claim: 1 unsupported; 2 findings: 1 error, 1 warning\n");
}

TEST(TextReportTest, QuietPrintsFindingsOnly) {
  const std::string text = Text(SmallReport(), {.quiet = true});
  EXPECT_EQ(text.find("note"), std::string::npos);
  EXPECT_EQ(text.find("1 claim"), std::string::npos);
  EXPECT_NE(text.find("uncited-claim"), std::string::npos);
}

TEST(TextReportTest, ColoursOnlyOnRequest) {
  EXPECT_EQ(Text(SmallReport()).find('\033'), std::string::npos);
  EXPECT_NE(Text(SmallReport(), {.colour = true}).find("\033[31merror:"), std::string::npos);
}

TEST(TextReportTest, CountsBytesWhereTheFileIsGone) {
  Report report = SmallReport();
  report.sources.clear();
  EXPECT_THAT(Text(report), testing::HasSubstr("draft.md:byte 4: warning: uncited-claim"));
}

TEST(TextReportTest, DraftsCannotReachTheTerminal) {
  Report report = SmallReport();
  report.documents[0].graph.findings[0].message =
      "\033[2Jgone\nx:1:1: \xC2\x9B"
      "31m é";
  const std::string text = Text(report);
  EXPECT_EQ(text.find('\033'), std::string::npos);
  EXPECT_EQ(text.find("\xC2\x9B"), std::string::npos);
  EXPECT_NE(text.find(" [2Jgone x:1:1:   31m é\n"), std::string::npos) << text;
}

TEST(SummaryLineTest, CountsInWords) {
  EXPECT_EQ(SummaryLine({}), "0 claims; 0 findings");
  Summary summary{.claims = 3, .findings = 1};
  summary.by_verdict = {{"weakly_supported", 2}, {"supported", 1}};
  summary.by_severity = {{"info", 1}};
  EXPECT_EQ(SummaryLine(summary), "3 claims: 1 supported, 2 weakly supported; 1 finding: 1 hint");
}

TEST(FailsTest, ComparesEachDocumentWithItsOwnLimit) {
  Report report = SmallReport();
  for (const auto& [limit, fails] :
       {std::pair{Severity::kInfo, true}, std::pair{Severity::kWarning, true},
        std::pair{Severity::kError, true}, std::pair{Severity::kOff, false}}) {
    report.documents[0].fail_on = limit;
    EXPECT_EQ(Fails(report), fails) << Name(limit);
  }
  report.documents[0].graph.findings.pop_back();  // the error
  report.documents[0].fail_on = Severity::kError;
  EXPECT_FALSE(Fails(report));
}

json Parsed(const Report& report) {
  std::ostringstream out;
  WriteJson(report, out);
  return json::parse(out.str());
}

TEST(JsonReportTest, HasTheDocumentedShape) {
  const json got = Parsed(SmallReport());
  EXPECT_EQ(got["schema"], "claimgraph/check/1");
  ASSERT_EQ(got["documents"].size(), 1U);
  const json& document = got["documents"][0];
  for (const char* key : {"source", "title", "hash", "claims", "citations", "references", "works",
                          "evidence_lines", "findings", "diagnostics"}) {
    EXPECT_TRUE(document.contains(key)) << key;
  }
  EXPECT_EQ(document["claims"][0]["proposition"]["intervention"], "tea");
  EXPECT_EQ(document["findings"][0]["position"], json({{"line", 2}, {"column", 1}}));
  EXPECT_EQ(document["findings"][0]["claim"], "c1");
  EXPECT_EQ(document["findings"][1]["file"], "refs.bib");
  EXPECT_EQ(got["summary"], json({{"claims", 1},
                                  {"by_verdict", {{"unsupported", 1}}},
                                  {"by_rule", {{"uncited-claim", 1}, {"future-year", 1}}},
                                  {"by_severity", {{"warning", 1}, {"error", 1}}}}));
}

TEST(JsonReportTest, AnEmptyReportIsJsonToo) {
  const json got = Parsed({});
  EXPECT_EQ(got["documents"], json::array());
  EXPECT_EQ(got["summary"]["by_rule"], json::object());
}

}  // namespace
}  // namespace claimgraph
