// The HTML report: what is on a page, and that hostile words stay words.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/claimgraph.h"
#include "core/json.h"
#include "queries/reports/document_index.h"
#include "queries/reports/evidence_picture.h"
#include "queries/reports/evidence_profile.h"
#include "queries/reports/html_writer.h"
#include "queries/reports/layered_layout.h"
#include "queries/reports/phrases.h"
#include "tests/growth.h"
#include "tests/store_test_util.h"

namespace claimgraph {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::string PageOf(const Result<Checked>& checked) {
  std::ostringstream out;
  if (checked) WriteHtml(checked->report, *checked->graph, out);
  return out.str();
}

constexpr const char* kHostile =
    "# A <script>alert(1)</script> \"title\" & more\n\n"
    "Green tea <b onclick=alert(1)>lowers</b> blood pressure in \"adults\" & children "
    "[@baker2017].\n\n"
    "Green tea cures anxiety &lt;img src=x onerror=alert(1)&gt; \x01 'for ever' "
    "\xE2\x80\xAE.\n\n"
    "- Coffee reduces sleep quality </details></div> [@lost2001].\n";
constexpr const char* kHostileBib =
    "@article{baker2017, author = {Baker, \"><script>alert(2)</script>}, year = {2017},\n"
    "  url = {javascript:alert(3)}, journal = {Tea \" Research},\n"
    "  title = {Green tea and blood pressure: a randomised controlled trial}}\n";

// ---- A reader of tags, strict enough to find what an escape forgot ----------

struct Tags {
  std::multiset<std::string> ids;
  std::vector<std::string> links;  // hrefs
  std::vector<std::string> faults;
  std::map<std::string, int> counts;
};

std::string AttributeOf(std::string_view tag, std::string_view name) {
  const std::string wanted = " " + std::string(name) + "=\"";
  const std::size_t at = tag.find(wanted);
  if (at == std::string_view::npos) return {};
  const std::size_t begin = at + wanted.size();
  return std::string(tag.substr(begin, tag.find('"', begin) - begin));
}

Tags ReadTags(std::string_view page) {
  Tags tags;
  std::vector<std::string> open;
  for (std::size_t at = page.find('<'); at != std::string_view::npos; at = page.find('<', at + 1)) {
    const std::size_t end = page.find('>', at);
    std::string_view tag = page.substr(at + 1, end - at - 1);
    if (tag.starts_with('!')) continue;
    if (tag.starts_with('/')) {
      if (open.empty() || open.back() != tag.substr(1)) {
        tags.faults.push_back(std::string(tag) + " closes " + (open.empty() ? "" : open.back()));
      } else {
        open.pop_back();
      }
      continue;
    }
    const std::string name(tag.substr(0, tag.find_first_of(" />")));
    ++tags.counts[name];
    if (const std::string id = AttributeOf(tag, "id"); !id.empty()) tags.ids.insert(id);
    if (const std::string href = AttributeOf(tag, "href"); !href.empty()) {
      tags.links.push_back(href);
    }
    if (!tag.ends_with('/')) open.push_back(name);
    if (name == "style" || name == "script") at = page.find("</" + name, at) - 1;
  }
  for (const std::string& name : open) tags.faults.push_back(name + " is not closed");
  return tags;
}

TEST(HtmlWriterTest, EscapesTextAndAttributesAlike) {
  struct Case {
    std::string_view in;
    std::string_view out;
  };
  constexpr Case kCases[] = {
      {"plain", "plain"},
      {"a < b & c > d", "a &lt; b &amp; c &gt; d"},
      {"\"'", "&quot;&#39;"},
      {"tab\tand\nline", "tab\tand\nline"},
      // Not characters: controls, a stray byte, a cut one, an override of direction.
      {"\x01\x7F", "\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"a\xFFz", "a\xEF\xBF\xBDz"},
      {"\xC3", "\xEF\xBF\xBD"},
      {"\xC2\x85", "\xEF\xBF\xBD"},
      {"\xE2\x80\xAE", "\xEF\xBF\xBD"},
      {"Ökri µ 漢", "Ökri µ 漢"},
  };
  for (const Case& c : kCases) {
    std::ostringstream out;
    HtmlWriter html(out);
    html.Element("p", c.in, {{"title", c.in}});
    const std::string expected =
        "<p title=\"" + std::string(c.out) + "\">" + std::string(c.out) + "</p>";
    EXPECT_EQ(out.str(), expected);
  }
}

TEST(HtmlWriterTest, FollowsOnlyHarmlessAddresses) {
  for (const std::string_view good : {"https://a.org/x", "HTTP://a.org", "#c3"}) {
    EXPECT_EQ(SafeAddress(good), good);
  }
  for (const std::string_view bad : {"javascript:alert(1)", " https://a.org", "data:text/html,x",
                                     "//a.org", "java\nscript:x", "file:///etc/passwd", ""}) {
    EXPECT_EQ(SafeAddress(bad), "") << bad;
  }
  EXPECT_EQ(DoiAddress("10.1000/a<b>\"é"), "https://doi.org/10.1000/a%3Cb%3E%22%C3%A9");
}

TEST(PhrasesTest, ShortensBetweenWords) {
  EXPECT_EQ(Shortened("short", 10), "short");
  EXPECT_EQ(Shortened("Stretching prevents depression", 22), "Stretching prevents…");
  EXPECT_EQ(Shortened("öööööö", 3), "ööö…");
}

TEST(PhrasesTest, NamesWorksAndStudiesInWords) {
  EXPECT_EQ(NameInWords("doi:10.1000/x"), "DOI 10.1000/x");
  EXPECT_EQ(NameInWords("url:example.org/a"), "example.org/a");
  EXPECT_EQ(NameInWords("title:tea and sleep|2019"), "tea and sleep");
  EXPECT_EQ(NameInWords("Hill, 2018: Tea"), "Hill, 2018: Tea");
  EXPECT_EQ(StudyInWords("registry:nct01234567"), "registered as NCT01234567");
  EXPECT_EQ(StudyInWords("work:doi:10.1000/x"), "known by DOI 10.1000/x");
}

TEST(PhrasesTest, TwoAuthorsAreBothNamed) {
  Reference reference{.authors = {{.family = "Hill"}, {.family = "Ito"}}, .year = 2018};
  EXPECT_EQ(AuthorsAndYear(reference), "Hill & Ito, 2018");
  reference.et_al = true;
  EXPECT_EQ(AuthorsAndYear(reference), "Hill et al., 2018");
  reference.et_al = false;
  reference.authors.push_back({.family = "Lund"});
  EXPECT_EQ(AuthorsAndYear(reference), "Hill et al., 2018");
}

TEST(HtmlReportTest, HostileWordsStayWords) {
  const Result<Checked> checked = Check({{"a.md", kHostile}, {"a.bib", kHostileBib}}, {});
  ASSERT_TRUE(checked);
  const std::string page = PageOf(checked);
  const Tags tags = ReadTags(page);
  EXPECT_THAT(tags.faults, testing::IsEmpty());
  EXPECT_EQ(tags.counts.at("script"), 1);
  EXPECT_EQ(tags.counts.count("img"), 0U);
  EXPECT_THAT(page, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(page, Not(HasSubstr("href=\"javascript")));
  EXPECT_THAT(page, Not(HasSubstr("\x01")));
  EXPECT_THAT(tags.links,
              Each(testing::AnyOf(testing::StartsWith("#"), testing::StartsWith("https://"))));
}

TEST(HtmlReportTest, EveryLinkOnThePageLeadsSomewhere) {
  const Result<Checked> checked =
      Check({{"a.md", kHostile}, {"b.md", "Massage reduces pain.\n"}, {"a.bib", kHostileBib}}, {});
  ASSERT_TRUE(checked);
  const Tags tags = ReadTags(PageOf(checked));
  for (const std::string& id : tags.ids) EXPECT_EQ(tags.ids.count(id), 1U) << id;
  for (const std::string& link : tags.links) {
    if (link.starts_with('#')) EXPECT_EQ(tags.ids.count(link.substr(1)), 1U) << link;
  }
}

TEST(HtmlReportTest, EveryClaimHasMarkAndCardAndEveryFindingOnePlace) {
  const Result<Checked> checked = Check({{"a.md", kHostile}, {"a.bib", kHostileBib}}, {});
  ASSERT_TRUE(checked);
  const DocumentGraph& graph = checked->report.documents.front().graph;
  const Tags tags = ReadTags(PageOf(checked));
  ASSERT_GE(graph.claims.size(), 2U);
  ASSERT_GE(graph.findings.size(), 2U);
  for (const Claim& claim : graph.claims) {
    EXPECT_EQ(tags.ids.count(IdText(claim.id)), 1U);
    EXPECT_EQ(tags.ids.count("m" + IdText(claim.id).substr(1)), 1U);
  }
  for (const Finding& finding : graph.findings) {
    EXPECT_EQ(tags.ids.count(IdText(finding.id)), 1U) << finding.rule;
  }
  for (const Reference& reference : graph.references) {
    EXPECT_EQ(tags.ids.count(IdText(reference.id)), 1U);
  }
}

TEST(HtmlReportTest, TheSameReportGivesTheSameBytes) {
  const std::vector<Input> inputs = {{"a.md", kHostile}, {"a.bib", kHostileBib}};
  EXPECT_EQ(PageOf(Check(inputs, {})), PageOf(Check(inputs, {})));
}

TEST(HtmlReportTest, AnEmptyArticleIsAPage) {
  const std::string page = PageOf(Check({{"a.md", ""}}, {}));
  EXPECT_THAT(page, HasSubstr("No claim was found in it."));
  EXPECT_THAT(ReadTags(page).faults, testing::IsEmpty());
}

// A claim list, an item with a number, a table, a footnote, emphasis that overlaps claims.
TEST(HtmlReportTest, KeepsTheArticlesForm) {
  const std::string page = PageOf(Check({{"a.md",
                                          "# One\n\n#### Deep\n\n3. Massage **reduces *pain*** "
                                          "in adults.\n\n| A | B |\n|---|---|\n| 1 | Tea cures "
                                          "colds. |\n\n> Yoga improves sleep.\n"}},
                                        {}));
  EXPECT_THAT(page, HasSubstr("<h3>One</h3>"));
  EXPECT_THAT(page, HasSubstr("<h4>Deep</h4>"));  // no level is skipped
  EXPECT_THAT(page, HasSubstr("<li value=\"3\">"));
  EXPECT_THAT(page, HasSubstr("<strong>reduces </strong><strong><em>pain</em></strong>"));
  EXPECT_THAT(page, HasSubstr("<tr><th scope=\"col\">A</th><th scope=\"col\">B</th></tr>"));
  EXPECT_THAT(ReadTags(page).faults, testing::IsEmpty());
}

TEST(HtmlReportTest, WhatAsksForTheSameStandsTogether) {
  const std::string page = PageOf(Check(
      {{"a.md", "Massage reduces pain.\n\nYoga cures insomnia.\n\nTea lowers stress.\n"}}, {}));
  EXPECT_THAT(page, HasSubstr("uncited-claim</code></a> in 3 places. Consider: "));
  EXPECT_THAT(page, HasSubstr(">line 5</a>"));
}

TEST(HtmlReportTest, RuleNamesLeadToTheirExplanation) {
  const std::string one = PageOf(Check({{"a.md", "Massage reduces pain.\n"}}, {}));
  const std::string two =
      PageOf(Check({{"a.md", "Massage reduces pain.\n"}, {"b.md", "Yoga cures insomnia.\n"}}, {}));
  for (const std::string& page : {one, two}) {
    EXPECT_THAT(page, HasSubstr("href=\"#rule-uncited-claim\""));
    EXPECT_EQ(ReadTags(page).ids.count("rule-uncited-claim"), 1U);
  }
}

TEST(HtmlReportTest, ACardSaysWhatItsAuthorSilenced) {
  const std::string page = PageOf(Check(
      {{"a.md",
        "<!-- claimgraph-ignore uncited-claim: see the <next> page -->\n\nMassage reduces pain.\n\n"
        "Yoga cures insomnia.\n"}},
      {}));
  constexpr std::string_view kWords = "silenced by the author: </b>uncited-claim, because: see the";
  EXPECT_THAT(page, HasSubstr(kWords));
  EXPECT_EQ(page.find(kWords), page.rfind(kWords));
}

TEST(HtmlReportTest, SaysWhichSupportRestsOnTitlesAlone) {
  const std::string page =
      PageOf(Check({{"a.md", "Green tea lowers blood pressure in adults [@baker2017].\n"},
                    {"a.bib",
                     "@article{baker2017, author = {Baker, Laura}, year = {2017},\n"
                     " title = {Green tea and blood pressure in adults: a randomised controlled "
                     "trial}}\n"}},
                   {}));
  EXPECT_THAT(page, HasSubstr("Of 1 supported claim, 1 rests on titles alone"));
}

TEST(HtmlReportTest, BlocksFindTheirDirectionAndTablesTheirHeads) {
  const std::string page =
      PageOf(Check({{"a.md", "- One\n  - Two\n\n| A | B |\n|---|---|\n| 1 | 2 |\n"}}, {}));
  EXPECT_THAT(page, HasSubstr("<div class=\"words\" dir=\"auto\">"));
  EXPECT_THAT(page, HasSubstr("<li aria-level=\"2\">Two"));
  EXPECT_THAT(page, HasSubstr("aria-label=\"table 1 of the article\""));
}

// ---- The evidence profile ----------------------------------------------------

constexpr const char* kCites =
    "Green tea lowers blood pressure in adults [@baker2017].\n\n"
    "Tea does a lot. Green tea reduced blood pressure [@baker2017; @cook2019].\n";
constexpr const char* kBib =
    "@article{baker2017, author = {Baker, Laura}, year = {2017}, doi = {10.5555/t.1},\n"
    "  title = {Green tea and blood pressure in adults: a randomised controlled trial}}\n"
    "@article{cook2019, author = {Cook, Ann}, year = {2019}, doi = {10.5555/t.2},\n"
    "  title = {Green tea and blood pressure: a cohort study}}\n";

TEST(EvidenceProfileTest, TakesTheCertaintyThatTheClaimWasJudgedBy) {
  const Result<Checked> checked = Check(
      {{"a.md", "Green tea lowers blood pressure in adults [@baker2017].\n"}, {"a.bib", kBib}}, {});
  ASSERT_TRUE(checked);
  const DocumentGraph& graph = checked->report.documents.front().graph;
  const DocumentIndex index(graph, *checked->graph, checked->report.sources);
  const std::vector<ProfileRow> rows = EvidenceProfile(index);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].papers, 1U);
  EXPECT_EQ(rows[0].studies, 1U);
  EXPECT_EQ(rows[0].people, 0);
  EXPECT_FALSE(rows[0].together);
  EXPECT_EQ(rows[0].appraisal.start, 4);
  double level = 0;
  for (const Reason& reason : graph.claims.front().reasons) {
    if (reason.step == "certainty") level += reason.change;
  }
  EXPECT_EQ(rows[0].appraisal.level, static_cast<int>(level));
}

TEST(EvidenceProfileTest, AppraisesDifferentSourcesOfOneOutcomeTogether) {
  const Result<Checked> checked = Check({{"a.md", kCites}, {"a.bib", kBib}}, {});
  ASSERT_TRUE(checked);
  const CheckedDocument& document = checked->report.documents.front();
  const DocumentIndex index(document.graph, *checked->graph, checked->report.sources);
  std::size_t most = 0;
  for (const ProfileRow& row : EvidenceProfile(index)) most = std::max(most, row.papers);
  EXPECT_EQ(most, 2U);
  EXPECT_THAT(PageOf(checked), HasSubstr("2 studies in 2 papers"));
}

// One trial in two papers, a review of it and of another, and a retracted trial.
constexpr const char* kTrialCards = R"([
{"work": {"title": "Yoga for sleep: a randomized trial", "authors": ["Ives, I."], "year": 2015,
  "doi": "10.5555/y.1"}, "registry": "NCT09990001", "design": "randomised_controlled_trial",
 "n": 210, "intervention": "yoga", "risk_of_bias": {"overall": "low"},
 "outcomes": [{"outcome": "sleep quality", "direction": "improve", "significant": true,
  "effect": {"measure": "SMD", "value": 0.5, "ci": [0.3, 0.7], "n": 210}}]},
{"work": {"title": "Yoga for sleep: follow-up of a randomized trial", "authors": ["Ives, I."],
  "year": 2017, "doi": "10.5555/y.2"}, "registry": "NCT09990001",
 "design": "randomised_controlled_trial", "n": 190, "intervention": "yoga",
 "outcomes": [{"outcome": "sleep quality", "direction": "no_effect", "significant": false,
  "time_point": "1 year", "effect": {"measure": "SMD", "value": 0.07, "ci": [-0.2, 0.34]}}]},
{"work": {"title": "Yoga for sleep: a meta-analysis of randomized trials",
  "authors": ["Jory, J."], "year": 2019, "doi": "10.5555/y.3"}, "design": "meta_analysis_of_rcts",
 "n": 610, "intervention": "yoga", "includes": ["10.5555/y.1", "10.5555/y.4"],
 "outcomes": [{"outcome": "sleep quality", "direction": "improve", "significant": true,
  "effect": {"measure": "SMD", "value": 0.45, "ci": [0.3, 0.6]}}]},
{"work": {"title": "Yoga for sleep in nurses: a randomized trial", "authors": ["Koch, K."],
  "year": 2018, "doi": "10.5555/y.4"}, "design": "randomised_controlled_trial", "n": 400,
 "intervention": "yoga", "standing": {"status": "retracted", "date": "2020-01-01"},
 "outcomes": [{"outcome": "sleep quality", "direction": "improve", "significant": true,
  "effect": {"measure": "SMD", "value": 1.9, "ci": [1.5, 2.3]}}]}])";

constexpr const char* kTrialList =
    "\n\n## References\n\n"
    "Ives, I. (2015). Yoga for sleep: a randomized trial. J. https://doi.org/10.5555/y.1\n\n"
    "Ives, I. (2017). Yoga for sleep: follow-up of a randomized trial. J. "
    "https://doi.org/10.5555/y.2\n\n"
    "Jory, J. (2019). Yoga for sleep: a meta-analysis of randomized trials. J. "
    "https://doi.org/10.5555/y.3\n\n"
    "Koch, K. (2018). Yoga for sleep in nurses: a randomized trial. J. "
    "https://doi.org/10.5555/y.4\n";

struct Profiled {
  std::vector<ProfileRow> rows;
  std::string page;
  std::vector<Claim> claims;
};

Profiled ProfileOf(const std::string& sentences) {
  const Result<Checked> checked =
      Check({{"a.md", "# Yoga\n\n" + sentences + kTrialList}, {"cards.json", kTrialCards}}, {});
  if (!checked) return {};
  const DocumentGraph& graph = checked->report.documents.front().graph;
  const DocumentIndex index(graph, *checked->graph, checked->report.sources);
  Profiled profiled{EvidenceProfile(index), PageOf(checked), graph.claims};
  return profiled;
}

// The study has another result at another time, in another paper; and the claim says "sleep".
TEST(EvidenceProfileTest, ShowsTheResultThatTheLineWasJudgedBy) {
  const Profiled later = ProfileOf("Yoga improves sleep (Ives, 2017).");
  ASSERT_EQ(later.rows.size(), 1U);
  ASSERT_EQ(later.rows[0].effects.size(), 1U);
  EXPECT_EQ(later.rows[0].effects[0].effect.value, 0.07);
  EXPECT_EQ(later.rows[0].effects[0].time_point, "1 year");
  EXPECT_EQ(later.rows[0].people, 190);
  EXPECT_THAT(later.page, HasSubstr("SMD 0.07"));
  EXPECT_THAT(later.page, Not(HasSubstr("SMD 0.5")));
}

TEST(EvidenceProfileTest, CountsTheTrialsOfAReviewAndPapersOfATrialOnce) {
  const Profiled both = ProfileOf("Yoga improves sleep (Ives, 2015; Ives, 2017).");
  ASSERT_EQ(both.rows.size(), 1U);
  EXPECT_EQ(both.rows[0].studies, 1U);
  EXPECT_EQ(both.rows[0].papers, 2U);
  EXPECT_EQ(both.rows[0].people, 210);
  const Profiled review = ProfileOf("Yoga improves sleep (Ives, 2015; Jory, 2019).");
  ASSERT_EQ(review.rows.size(), 1U);
  EXPECT_EQ(review.rows[0].studies, 1U);
  EXPECT_EQ(review.rows[0].included, 1U);
  EXPECT_EQ(review.rows[0].people, 610);
  ASSERT_EQ(review.rows[0].effects.size(), 1U);
  EXPECT_EQ(review.rows[0].effects[0].effect.value, 0.45);
  EXPECT_THAT(review.page, HasSubstr("1 more is part of a review"));
  // The cap is a step of the row, and its level that of the verdict.
  EXPECT_EQ(review.rows[0].appraisal.level, 3);
  EXPECT_EQ(review.rows[0].appraisal.steps.back().rule, "not-fully-assessed");
}

TEST(EvidenceProfileTest, LeavesOutWhatWasRetracted) {
  const Profiled mixed = ProfileOf("Yoga improves sleep (Ives, 2015; Koch, 2018).");
  ASSERT_EQ(mixed.rows.size(), 1U);
  EXPECT_EQ(mixed.rows[0].papers, 1U);
  EXPECT_EQ(mixed.rows[0].retracted, 1U);
  EXPECT_EQ(mixed.rows[0].people, 210);
  EXPECT_EQ(mixed.rows[0].effects.size(), 1U);
  EXPECT_THAT(mixed.rows[0].stances, ElementsAre(1, 0, 0, 0, 0));
  for (const Reason& step : mixed.claims.front().reasons) {
    EXPECT_THAT(step.because, Not(HasSubstr("610"))) << step.rule;
    if (step.rule == "imprecision-few-people") EXPECT_THAT(step.because, HasSubstr("210"));
    if (step.rule == "risk-of-bias") EXPECT_THAT(step.because, HasSubstr("of 1 study"));
  }
  const Profiled alone = ProfileOf("Yoga improves sleep (Koch, 2018).");
  ASSERT_EQ(alone.rows.size(), 1U);
  EXPECT_EQ(alone.rows[0].papers, 0U);
  EXPECT_EQ(alone.claims.front().verdict, Verdict::kUnsupported);
  EXPECT_EQ(alone.claims.front().reasons.back().rule, "sources-retracted");
  EXPECT_THAT(alone.page, HasSubstr("1 paper retracted, not counted"));
  EXPECT_THAT(alone.page, Not(HasSubstr("did not look: 1")));
}

TEST(EvidenceProfileTest, NotesOnlyWhatTookCertaintyUpOrDown) {
  const Profiled later = ProfileOf("Yoga is proven to improve sleep (Ives, 2017).");
  const std::size_t profile = later.page.find("class=\"profile");
  const std::string notes = later.page.substr(profile, later.page.find("</ol>", profile) - profile);
  EXPECT_THAT(notes, HasSubstr("imprecision-ci-crosses-both"));
  EXPECT_THAT(notes, Not(HasSubstr("clamp")));
  EXPECT_THAT(later.page, HasSubstr("starts at High by design"));
}

TEST(EvidencePictureTest, HasEachThingOnceAndStopsAtItsLimit) {
  std::string article;
  std::string bib;
  for (int i = 0; i < 120; ++i) {
    const std::string n = std::to_string(i);
    article += "Green tea lowers blood pressure in adults [@k" + n + "].\n\n";
    bib += "@article{k" + n + ", author = {Baker" + n + ", L.}, year = {2017}, doi = {10.5555/t." +
           n + "},\n title = {Green tea and blood pressure " + n + ": a cohort study}}\n";
  }
  const Result<Checked> checked = Check({{"a.md", article}, {"a.bib", bib}}, {});
  ASSERT_TRUE(checked);
  const CheckedDocument& document = checked->report.documents.front();
  const EvidencePicture picture =
      PictureOf(DocumentIndex(document.graph, *checked->graph, checked->report.sources));
  EXPECT_LE(picture.boxes.size(), kMostBoxes);
  EXPECT_GT(picture.claims, 20U);
  EXPECT_EQ(picture.claims + picture.left_out + picture.without_evidence,
            document.graph.claims.size());
  std::set<std::string> labels;
  for (const PictureBox& box : picture.boxes) {
    EXPECT_TRUE(labels.insert(box.address + box.label).second) << box.label;
  }
  for (const PictureArrow& arrow : picture.arrows) {
    EXPECT_LT(picture.boxes[arrow.from].layer, picture.boxes[arrow.to].layer);
  }
}

TEST(LayeredLayoutTest, LayersDoNotOverlapAndTheSameGraphStandsTheSame) {
  if (!CanLayOutLayers()) GTEST_SKIP() << "built without Graphviz";
  const std::vector<LayoutBox> boxes = {{100, 30, 0}, {100, 40, 0}, {100, 30, 1}, {100, 30, 3}};
  const std::vector<LayoutArrow> arrows = {{0, 2}, {1, 2}, {2, 3}};
  const auto one = LayOutLayers(boxes, arrows);
  const auto two = LayOutLayers(boxes, arrows);
  ASSERT_TRUE(one && two);
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    EXPECT_EQ(one->centres[i].x, two->centres[i].x);
    EXPECT_EQ(one->centres[i].y, two->centres[i].y);
    EXPECT_GE(one->centres[i].x - 50, -1);
    EXPECT_LE(one->centres[i].x + 50, one->width + 1);
  }
  EXPECT_LE(one->centres[0].x + 100, one->centres[2].x);
  EXPECT_LE(one->centres[2].x + 100, one->centres[3].x);
  EXPECT_LT(one->centres[0].y + 35, one->centres[1].y + 1);  // the first stands above
  for (const auto& curve : one->curves) EXPECT_EQ(curve.size() % 3, 1U);
}

// ---- Stores --------------------------------------------------------------------

class StoredReportTest : public testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::create_directories(folder_);
    Write("a.md", kCites);
    Write("a.bib", kBib);
    Write("b.md", "Green tea raises blood pressure in adults. Green tea is <b>proven</b> safe.\n");
    ASSERT_EQ(workspace_.Import({folder_}).added, 2U);
  }
  void Write(const std::string& name, std::string_view text) const {
    std::ofstream(folder_ + "/" + name, std::ios::binary) << text;
  }
  std::string Page(const ReportRequest& request) const {
    std::ostringstream out;
    const Status written = workspace_.WriteReport(request, out);
    return written ? out.str() : "failed: " + written.error().message;
  }

  TempDir temp_;
  std::string folder_ = temp_ / "drafts";
  Workspace workspace_ = Workspace::InMemory();
};

TEST_F(StoredReportTest, ADocumentsPageIsThatOfCheck) {
  const std::string page = Page({.document = folder_ + "/b.md"});
  EXPECT_THAT(page, HasSubstr("id=\"m"));
  EXPECT_THAT(page, HasSubstr("line 1"));  // its source is still there
  EXPECT_THAT(ReadTags(page).faults, testing::IsEmpty());
  EXPECT_THAT(Page({.document = "nothing.md"}), HasSubstr("no document"));
}

TEST_F(StoredReportTest, TheOverviewCountsEveryDocument) {
  const std::string page = Page({});
  const Tags tags = ReadTags(page);
  EXPECT_THAT(tags.faults, testing::IsEmpty());
  EXPECT_THAT(page, HasSubstr("What 2 documents rest on"));
  EXPECT_THAT(page, HasSubstr("/a.md"));
  EXPECT_THAT(page, HasSubstr("/b.md"));
  EXPECT_THAT(page, HasSubstr("conflict in 2 documents"));
  for (const std::string& link : tags.links) {
    if (link.starts_with('#')) EXPECT_EQ(tags.ids.count(link.substr(1)), 1U) << link;
  }
}

// Cards are documents of a store, and no articles.
TEST_F(StoredReportTest, TheOverviewAddsUp) {
  Write("c.md", "Nothing is claimed here [@nobody1999].\n");
  Write(
      "card.json",
      R"({"schema":"claimgraph/study/1","design":"randomised_controlled_trial","n":40,)"
      R"("work":{"title":"Green tea and blood pressure in adults: a randomised controlled trial",)"
      R"("authors":["Baker, L."],"year":2017,"doi":"10.5555/t.1"},)"
      R"("intervention":"green tea","outcomes":[{"outcome":"blood pressure",)"
      R"("direction":"decrease","significant":true}]})");
  workspace_.Import({folder_});
  const std::string page = Page({});
  EXPECT_THAT(page, HasSubstr("What 3 documents rest on"));
  EXPECT_THAT(page, HasSubstr("/c.md"));
  EXPECT_THAT(page, Not(HasSubstr("card.json")));
  EXPECT_THAT(page, HasSubstr("claimgraph report --store DIR --document d"));
}

// A hint about one small study looks at the study's record, in another document.
TEST_F(StoredReportTest, FindsWhatCheckFindsOfRecords) {
  const std::string card =
      R"({"schema":"claimgraph/study/1","design":"randomised_controlled_trial","n":40,)"
      R"("work":{"title":"Green tea and blood pressure in adults: a randomised controlled trial",)"
      R"("authors":["Baker, L."],"year":2017,"doi":"10.5555/t.1"},)"
      R"("intervention":"green tea","outcomes":[{"outcome":"blood pressure",)"
      R"("direction":"decrease","significant":true}]})";
  const std::string article =
      "Green tea lowers blood pressure in adults (Baker, 2017).\n\n## References\n\n"
      "Baker, L. (2017). Green tea and blood pressure in adults: a randomised controlled trial. "
      "Tea, 1, 2-3. https://doi.org/10.5555/t.1\n";
  const std::string checked = PageOf(Check({{"a.md", article}, {"card.json", card}}, {}));
  ASSERT_THAT(checked, HasSubstr("rests on one study of 40 people"));
  Write("a.md", article);
  Write("card.json", card);
  workspace_.Import({folder_});
  EXPECT_THAT(Page({.document = folder_ + "/a.md"}), HasSubstr("rests on one study of 40 people"));
}

TEST_F(StoredReportTest, TheLimitIsSaid) {
  const std::string page = Page({.limit = 1});
  EXPECT_THAT(page, HasSubstr("The first 1 of 2; --limit shows more."));
}

TEST_F(StoredReportTest, AFileAppearsWholeOrNotAtAll) {
  const std::string path = folder_ + "/out.html";
  EXPECT_EQ(Page({.output = path}), "");
  EXPECT_TRUE(std::filesystem::exists(path));
  EXPECT_FALSE(std::filesystem::exists(path + ".part"));
  EXPECT_THAT(Page({.output = folder_ + "/no/such/out.html"}), HasSubstr("cannot write"));
}

TEST(HtmlReportGrowthTest, IsLinearInTheArticle) {
  const auto make = [](std::size_t size) {
    std::string article;
    for (int i = 0; article.size() < size; ++i) {
      article +=
          "Green tea lowers blood pressure in *adults* (Baker, 2017). Yoga improves sleep. "
          "Massage cures pain in group " +
          std::to_string(i) + " (Cook, 2019).\n\n";
    }
    article +=
        "## References\n\nBaker, L. (2017). Green tea and blood pressure: a trial.\n\n"
        "Cook, A. (2019). Massage and pain: a cohort study.\n";
    return Check({{"a.md", article}}, {});
  };
  EXPECT_TRUE(GrowsLinearly(400'000, make, [](const Result<Checked>& checked) {
    std::ostringstream out;
    WriteHtml(checked->report, *checked->graph, out);
  }));
}

}  // namespace
}  // namespace claimgraph
