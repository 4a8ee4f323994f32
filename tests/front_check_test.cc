// Check and Import as a program that links the library sees them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/claimgraph.h"
#include "importers/formats/formats.h"
#include "tests/store_test_util.h"

namespace claimgraph {
namespace {

namespace fs = std::filesystem;

constexpr const char* kTea = "Green tea lowers blood pressure in adults.\n";
constexpr const char* kCitesBaker = "Green tea lowered anxiety in a trial [@baker2017].\n";
constexpr const char* kBaker =
    "@article{baker2017, author = {Baker, Laura}, year = {2017}, journal = {Tea Research},\n"
    "  title = {Green tea and anxiety: a randomised controlled trial}}\n";

void Write(const std::string& path, std::string_view text) {
  fs::create_directories(fs::path(path).parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

// "a.md uncited-claim" for each finding.
std::vector<std::string> Found(const Result<Checked>& checked) {
  if (!checked) return {checked.error().message};
  std::vector<std::string> found;
  for (const CheckedDocument& document : checked->report.documents) {
    for (const Finding& finding : document.graph.findings) {
      found.push_back(FileOf(finding, document.graph.document) + " " + finding.rule);
    }
  }
  return found;
}

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

TEST(CheckTest, IdsAreThoseOfTheRun) {
  const auto checked = Check({{"a.md", kTea}, {"b.md", kTea}}, {.rules = {"uncited-claim"}});
  ASSERT_TRUE(checked) << checked.error().message;
  EXPECT_THAT(Found(checked), ElementsAre("a.md uncited-claim", "b.md uncited-claim"));
  const auto& documents = checked->report.documents;
  EXPECT_EQ(documents[0].graph.claims[0].id, ClaimId{1});
  EXPECT_EQ(documents[1].graph.claims[0].id, ClaimId{2});
  EXPECT_EQ(documents[1].graph.findings[0].id, FindingId{2});
  EXPECT_EQ(documents[1].graph.findings[0].claim, ClaimId{2});
}

TEST(CheckTest, TheOrderOfFilesIsThatOfTheReport) {
  std::vector<Input> inputs;
  for (int i = 0; i < 40; ++i) inputs.push_back({std::to_string(i) + ".md", kTea});
  const auto checked = Check(inputs, {});
  ASSERT_TRUE(checked);
  for (int i = 0; i < 40; ++i) {
    EXPECT_EQ(checked->report.documents[i].graph.document.source, inputs[i].path);
  }
}

TEST(CheckTest, BibliographiesAreGivenToArticlesThatNameNone) {
  const CheckOptions dangling{.rules = {"dangling-citation"}};
  EXPECT_THAT(Found(Check({{"a.md", kCitesBaker}}, dangling)),
              ElementsAre("a.md dangling-citation"));
  EXPECT_THAT(Found(Check({{"a.md", kCitesBaker}, {"refs.bib", kBaker}}, dangling)), IsEmpty());
  EXPECT_THAT(
      Found(Check({{"refs.bib", kBaker}, {"a.md", kCitesBaker}, {"b.md", kCitesBaker}}, dangling)),
      IsEmpty());
}

TEST(CheckTest, AmongSeveralArticlesOneThatNamesItsOwnGetsNoOther) {
  const std::string named = std::string("---\nbibliography: own.bib\n---\n\n") + kCitesBaker;
  const std::vector<Input> bibs = {{"own.bib", "@misc{other, title = {Other}}"},
                                   {"refs.bib", kBaker}};
  std::vector<Input> one = bibs;
  one.push_back({"named.md", named});
  EXPECT_THAT(Found(Check(one, {.rules = {"dangling-citation"}})), IsEmpty());
  std::vector<Input> two = one;
  two.push_back({"plain.md", kCitesBaker});
  EXPECT_THAT(Found(Check(two, {.rules = {"dangling-citation"}})),
              ElementsAre("named.md dangling-citation"));
}

TEST(CheckTest, WhatIsOddInABibliographyIsSaidOfItsFile) {
  const auto checked = Check({{"a.md", kCitesBaker}, {"refs.bib", "@article{broken, title ="}}, {});
  ASSERT_TRUE(checked);
  ASSERT_FALSE(checked->report.documents[0].beside.empty());
  EXPECT_EQ(checked->report.documents[0].beside[0].file, "refs.bib");
}

TEST(CheckTest, ADraftIsJudgedOverTheStore) {
  const TempDir dir;
  Write(dir / "old/a.md", kTea);
  Workspace workspace = Workspace::InMemory();
  workspace.Import({dir / "old"});
  const auto checked = workspace.Check({{"new.md", kTea}}, {.rules = {"uncited-claim"}});
  ASSERT_TRUE(checked);
  EXPECT_THAT(Found(checked), ElementsAre("new.md uncited-claim"));
  EXPECT_EQ(workspace.graph().All(NodeKind::kDocument).size(), 1U);
}

TEST(CheckTest, TheHashIsThatOfTheBytes) {
  const auto checked = Check({{"a.md", kTea}}, {});
  ASSERT_TRUE(checked);
  EXPECT_EQ(checked->report.documents[0].graph.document.hash, ReadDocument(kTea, "a.md").hash);
}

std::string Exported(const Workspace& workspace) {
  std::ostringstream out;
  EXPECT_TRUE(workspace.Export({.format = "json"}, out));
  return out.str();
}

class ImportTest : public testing::Test {
 protected:
  std::string Counts(const ImportSummary& s) const {
    std::ostringstream out;
    out << s.added << '+' << s.replaced << '~' << s.unchanged << '=' << s.skipped.size() << '-'
        << s.failed.size() << '!';
    return out.str();
  }

  TempDir dir_;
  Workspace workspace_ = Workspace::InMemory();
};

TEST_F(ImportTest, TheNumberOfThreadsChangesNothing) {
  for (int i = 0; i < 30; ++i) {
    Write(dir_ / ("in/" + std::to_string(i) + ".md"), kTea + std::string(i, '\n') + kTea);
  }
  workspace_.Import({dir_ / "in"}, {.jobs = 1});
  Workspace other = Workspace::InMemory();
  std::size_t steps = 0;
  other.Import({dir_ / "in"}, {.jobs = 4, .progress = [&](std::size_t done, std::size_t all, auto) {
                                 EXPECT_EQ(done, ++steps);
                                 EXPECT_EQ(all, 30U);
                               }});
  EXPECT_EQ(steps, 30U);
  EXPECT_EQ(Exported(workspace_), Exported(other));
}

TEST_F(ImportTest, OnlyChangesAreReadAgain) {
  Write(dir_ / "in/a.md", kTea);
  Write(dir_ / "in/b.md", kTea);
  EXPECT_EQ(Counts(workspace_.Import({dir_ / "in"})), "2+0~0=0-0!");
  const std::string before = Exported(workspace_);
  EXPECT_EQ(Counts(workspace_.Import({dir_ / "in"})), "0+0~2=0-0!");
  EXPECT_EQ(Exported(workspace_), before);
  Write(dir_ / "in/b.md", "Coffee cures headaches in adults.\n");
  EXPECT_EQ(Counts(workspace_.Import({dir_ / "in"})), "0+1~1=0-0!");
}

TEST_F(ImportTest, OneFileIsOneDocumentHoweverItIsSpelled) {
  Write(dir_ / "in/a.md", kTea);
  const fs::path before = fs::current_path();
  fs::current_path(dir_ / "in");
  EXPECT_EQ(Counts(workspace_.Import({"a.md"})), "1+0~0=0-0!");
  EXPECT_EQ(Counts(workspace_.Import({"./a.md"})), "0+0~1=0-0!");
  EXPECT_EQ(Counts(workspace_.Import({dir_ / "in/a.md"})), "0+0~1=0-0!");
  EXPECT_EQ(Counts(workspace_.Import({"../in"})), "0+0~1=0-0!");
  for (const std::string& asked : {std::string("a.md"), std::string("./a.md"), dir_ / "in/a.md"}) {
    std::ostringstream out;
    const Query query{.subjects = {"uncited-claim"}, .document = asked};
    EXPECT_TRUE(workspace_.Query(query, {.quiet = true}, out)) << asked;
    EXPECT_THAT(out.str(), HasSubstr("a.md:1:1: warning: uncited-claim"));
  }
  fs::current_path(before);
}

TEST_F(ImportTest, ABibliographyThatChangedChangesItsArticle) {
  Write(dir_ / "in/a.md", std::string("---\nbibliography: refs.bib\n---\n\n") + kCitesBaker);
  Write(dir_ / "in/refs.bib", "@misc{nobody, title = {Nothing}}");
  EXPECT_EQ(Counts(workspace_.Import({dir_ / "in"})), "1+0~0=0-0!");
  Write(dir_ / "in/refs.bib", kBaker);
  EXPECT_EQ(Counts(workspace_.Import({dir_ / "in"})), "0+1~0=0-0!");
  EXPECT_EQ(Counts(workspace_.Import({dir_ / "in"})), "0+0~1=0-0!");
}

TEST_F(ImportTest, NothingIsPassedOverInSilence) {
  Write(dir_ / "in/a.md", kTea);
  Write(dir_ / "in/b.txt", "{\\rtf1 not text}");
  Write(dir_ / "in/lonely.bib", kBaker);
  Write(dir_ / "in/photo.jpg", "x");
  const ImportSummary summary = workspace_.Import({dir_ / "in", dir_ / "gone.md"});
  EXPECT_EQ(Counts(summary), "1+0~0=3-1!");
  std::vector<std::string> reasons;
  for (const Note& note : summary.skipped) reasons.push_back(note.why);
  EXPECT_THAT(reasons,
              UnorderedElementsAre(HasSubstr("RTF file"), "no article names this bibliography",
                                   "not a format that claimgraph reads"));
  EXPECT_THAT(summary.failed, ElementsAre(HasSubstr("gone.md: cannot read: No such file")));
}

TEST_F(ImportTest, FindingsAreStoredWithTheStoresIds) {
  Write(dir_ / "in/a.md", kTea);
  Write(dir_ / "in/b.md", kTea);
  workspace_.Import({dir_ / "in"});
  const auto ids = workspace_.graph().Findings("uncited-claim");
  ASSERT_EQ(ids.size(), 2U);
  const auto finding = workspace_.graph().FindFinding(ids[1]);
  ASSERT_TRUE(finding);
  EXPECT_EQ(finding->document, DocumentId{2});
  EXPECT_EQ(finding->severity, Severity::kWarning);
  const auto claim = workspace_.graph().FindClaim(finding->claim);
  ASSERT_TRUE(claim);
  EXPECT_EQ(claim->document, DocumentId{2});
}

TEST(ParsePlaceTest, ReadsWhatReportsPrint) {
  struct Case {
    std::string_view text;
    std::string_view path;  // empty: no place
    std::uint32_t line = 0;
    std::uint32_t column = 0;
  };
  constexpr Case kCases[] = {
      {"draft.md:12", "draft.md", 12},
      {"draft.md:12:5", "draft.md", 12, 5},
      {"posts/a:b.md:3", "posts/a:b.md", 3},
      {"-:1:1", "-", 1, 1},
      {"c12", ""},
      {"draft.md", ""},
      {"draft.md:0", ""},
      {"draft.md:", ""},
      {":3", ""},
      {"draft.md:12:5: warning", ""},
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.text);
    const auto place = ParsePlace(c.text);
    ASSERT_EQ(place.has_value(), !c.path.empty());
    if (!place) continue;
    EXPECT_EQ(place->path, c.path);
    EXPECT_EQ(place->line, c.line);
    EXPECT_EQ(place->column, c.column);
  }
}

TEST(ExplainTest, FindsClaimsByPlace) {
  const auto checked = Check({{"a.md", std::string("# Tea\n\n") + kTea}}, {});
  ASSERT_TRUE(checked);
  const auto page = ExplainPlace(*checked, {.path = "a.md", .line = 3});
  ASSERT_TRUE(page) << page.error().message;
  EXPECT_THAT(*page, HasSubstr("c1 at a.md:3:1"));
  EXPECT_EQ(*page, *ExplainPlace(*checked, {.path = "a.md", .line = 3, .column = 7}));
  EXPECT_EQ(*page, *ExplainChecked(*checked, "c1"));
  EXPECT_FALSE(ExplainPlace(*checked, {.path = "a.md", .line = 2}));
  EXPECT_FALSE(ExplainPlace(*checked, {.path = "b.md", .line = 3}));
}

}  // namespace
}  // namespace claimgraph
