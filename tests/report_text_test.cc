// The text of `check` as a writer reads it: sections, groups, suggestions, sums.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/offset_map.h"
#include "queries/reports/report.h"
#include "queries/reports/text.h"

namespace claimgraph {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::string_view kText =
    "Before.\n"             // 0
    "# How it \"works\"\n"  // 8
    "Tea cures colds.\n"    // 25
    "Tea is safe.\n"        // 42
    "# Sources\n"           // 55
    "Okri, 2014.\n";        // 65

Finding Lead(std::uint32_t at, std::string rule, Severity severity, ClaimId claim = {},
             std::string suggestion = "cite it") {
  return {.rule = std::move(rule),
          .severity = severity,
          .span = {at, at + 3},
          .message = "a lead",
          .suggestion = std::move(suggestion),
          .claim = claim};
}

CheckedDocument Draft(const std::string& source) {
  CheckedDocument checked;
  Document& d = checked.graph.document;
  d.source = source;
  d.text = kText;
  d.map = OffsetMap::Identity(static_cast<std::uint32_t>(kText.size()));
  d.blocks = {{.span = {0, 7}},
              {.kind = BlockKind::kHeading, .span = {10, 24}, .level = 1},
              {.span = {25, 54}},
              {.kind = BlockKind::kHeading, .span = {57, 64}, .level = 1},
              {.span = {65, 76}}};
  d.sentences = {{.span = {25, 41}, .block = 2}, {.span = {42, 54}, .block = 2}};
  checked.graph.claims = {{.id = ClaimId{1}, .span = {25, 41}, .text = "Tea cures colds."},
                          {.id = ClaimId{2},
                           .span = {42, 54},
                           .text = "Tea is safe.",
                           .sentence = 1,
                           .verdict = Verdict::kSupported}};
  return checked;
}

Report ReportOf(std::vector<CheckedDocument> documents) {
  Report report;
  for (CheckedDocument& d : documents) {
    report.sources.emplace(d.graph.document.source, kText);
    report.documents.push_back(std::move(d));
  }
  return report;
}

std::string Text(const Report& report, const TextOptions& options = {}) {
  std::ostringstream out;
  WriteText(report, options, out);
  return out.str();
}

TEST(ReportTextTest, GoesFromTopToBottomBySection) {
  CheckedDocument draft = Draft("draft.md");
  draft.graph.findings = {Lead(0, "phantom-studies", Severity::kWarning, {}, "name them"),
                          Lead(25, "uncited-claim", Severity::kInfo, ClaimId{1}),
                          Lead(27, "certainty-inflation", Severity::kError, ClaimId{1}, "say may"),
                          Lead(42, "uncited-claim", Severity::kWarning, ClaimId{2}),
                          Lead(65, "future-year", Severity::kWarning)};
  EXPECT_EQ(Text(ReportOf({draft})),
            "draft.md:1:1: warning: phantom-studies: a lead\n"
            "    consider: name them\n"
            "draft.md: In the section \"How it \"works\"\":\n"
            // The gravest of a claim first, its words once, what to do below each.
            "draft.md:3:3: error: certainty-inflation: a lead\n"
            "    the claim: \"Tea cures colds.\"\n"
            "    consider: say may\n"
            "draft.md:3:1: info: uncited-claim: a lead\n"
            "    consider: cite it\n"
            // The rule has said "cite it" in this section.
            "draft.md:4:1: warning: uncited-claim: a lead\n"
            "    the claim: \"Tea is safe.\"\n"
            "draft.md: In the section \"Sources\":\n"
            "draft.md:6:1: warning: future-year: a lead\n"
            "    consider: cite it\n"
            "2 claims: 1 supported, 1 unsupported; 5 findings: 1 error, 3 warnings, 1 hint\n");
}

TEST(ReportTextTest, ASuggestionIsItsOwnFindings) {
  CheckedDocument draft = Draft("draft.md");
  draft.graph.findings = {Lead(25, "single-study", Severity::kInfo, ClaimId{1}, "say so"),
                          Lead(42, "certainty-inflation", Severity::kError, ClaimId{2}, "say may"),
                          Lead(42, "single-study", Severity::kInfo, ClaimId{2}, "say so"),
                          Lead(44, "dropped-caveat", Severity::kInfo, ClaimId{2}, "say so")};
  EXPECT_THAT(Text(ReportOf({draft})),
              HasSubstr("draft.md:4:1: error: certainty-inflation: a lead\n"
                        "    the claim: \"Tea is safe.\"\n"
                        "    consider: say may\n"
                        "draft.md:4:1: info: single-study: a lead\n"
                        "draft.md:4:3: info: dropped-caveat: a lead\n"
                        "    consider: say so\n"));
}

TEST(ReportTextTest, SectionsOfOneNameAreToldApart) {
  CheckedDocument draft = Draft("draft.md");
  draft.graph.document.text.replace(57, 7, "Results");
  draft.graph.document.text.replace(10, 14, "Results       ");
  draft.graph.findings = {Lead(65, "future-year", Severity::kWarning)};
  EXPECT_THAT(Text(ReportOf({draft})), HasSubstr("In the section \"Results\" at draft.md:5:3:\n"));
}

TEST(ReportTextTest, AMessageThatQuotesItsClaimNeedsNoMore) {
  CheckedDocument draft = Draft("draft.md");
  draft.graph.findings = {Lead(25, "uncited-claim", Severity::kInfo, ClaimId{1})};
  draft.graph.findings[0].message = "\"Tea cures colds\" has no citation";
  EXPECT_THAT(Text(ReportOf({draft})), Not(HasSubstr("the claim:")));
}

TEST(ReportTextTest, BibliographiesComeLast) {
  CheckedDocument draft = Draft("draft.md");
  draft.graph.findings = {Lead(25, "dangling-citation", Severity::kError),
                          Lead(0, "future-year", Severity::kError)};
  draft.graph.findings[1].file = "refs.bib";
  EXPECT_THAT(Text(ReportOf({draft})),
              HasSubstr("refs.bib: In this bibliography:\nrefs.bib:byte 0: error: future-year"));
}

TEST(ReportTextTest, NoSectionsWhereThereAreNoHeadings) {
  CheckedDocument draft = Draft("draft.md");
  for (Block& block : draft.graph.document.blocks) block.kind = BlockKind::kParagraph;
  draft.graph.findings = {Lead(25, "dangling-citation", Severity::kError)};
  EXPECT_THAT(Text(ReportOf({draft})), Not(HasSubstr("In the section")));
}

TEST(ReportTextTest, QuietIsFindingsAndEverySuggestion) {
  CheckedDocument draft = Draft("draft.md");
  draft.graph.findings = {Lead(25, "year-mismatch", Severity::kError),
                          Lead(42, "future-year", Severity::kError)};
  EXPECT_EQ(Text(ReportOf({draft}), {.quiet = true}),
            "draft.md:3:1: error: year-mismatch: a lead\n"
            "    consider: cite it\n"
            "draft.md:4:1: error: future-year: a lead\n"
            "    consider: cite it\n");
}

TEST(ReportTextTest, SeveralDocumentsAreSummedEachAndInAll) {
  CheckedDocument draft = Draft("a.md");
  draft.graph.findings = {Lead(25, "future-year", Severity::kError)};
  const std::string text = Text(ReportOf({draft, Draft("b.md")}));
  EXPECT_THAT(text,
              HasSubstr("\na.md: 2 claims: 1 supported, 1 unsupported; 1 finding: 1 error\n"
                        "b.md: 2 claims: 1 supported, 1 unsupported; 0 findings\n"
                        "in all: 4 claims: 2 supported, 2 unsupported; 1 finding: 1 error\n"));
}

TEST(ReportTextTest, ExplanationsStandOnceBelowAClaim) {
  CheckedDocument draft = Draft("draft.md");
  draft.graph.findings = {Lead(25, "uncited-claim", Severity::kInfo, ClaimId{1}),
                          Lead(27, "single-study", Severity::kInfo, ClaimId{1}),
                          Lead(65, "future-year", Severity::kInfo)};
  TextOptions options;
  options.explain = [](const DocumentGraph&, const Claim& claim) {
    return "    because of c" + std::to_string(Raw(claim.id)) + "\n";
  };
  const std::string text = Text(ReportOf({draft}), options);
  EXPECT_THAT(text, HasSubstr("    consider: cite it\n    because of c1\n"));
  EXPECT_EQ(text.find("because"), text.rfind("because"));
}

TEST(ReportTextTest, TheNextStepIsTheGravestFindingOfADraft) {
  CheckedDocument draft = Draft("my draft.md");
  draft.graph.findings = {Lead(25, "uncited-claim", Severity::kWarning, ClaimId{1}),
                          Lead(42, "year-mismatch", Severity::kError),
                          Lead(0, "future-year", Severity::kError)};
  draft.graph.findings[2].file = "refs.bib";
  TextOptions options{.explain_command = "claimgraph explain",
                      .explain_flags = " --file 'my draft.md' --file cards.json"};
  EXPECT_THAT(Text(ReportOf({draft}), options),
              testing::EndsWith("\nnext: claimgraph explain 'my draft.md:4:1' --file 'my draft.md' "
                                "--file cards.json\n"));
  EXPECT_THAT(Text(ReportOf({Draft("clean.md")}), options), Not(HasSubstr("next:")));
  options.quiet = true;
  EXPECT_THAT(Text(ReportOf({draft}), options), Not(HasSubstr("next:")));
}

TEST(ReportTextTest, HeadingsCannotReachTheTerminal) {
  CheckedDocument draft = Draft("draft\033[2J.md");
  draft.graph.document.text[12] = '\033';
  draft.graph.findings = {Lead(25, "future-year", Severity::kError)};
  EXPECT_EQ(Text(ReportOf({draft})).find('\033'), std::string::npos);
}

TEST(ShellWordTest, QuotesWhatAShellWouldObey) {
  EXPECT_EQ(ShellWord("a/b-1_c.md:3:1"), "a/b-1_c.md:3:1");
  EXPECT_EQ(ShellWord("it's $HOME"), "'it'\\''s $HOME'");
  EXPECT_EQ(ShellWord(""), "''");
}

}  // namespace
}  // namespace claimgraph
