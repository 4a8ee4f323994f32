// Records beside articles: what they change, in whichever order they come, and that
// it is undone when they go.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "claimgraph/check.h"
#include "claimgraph/doctor.h"
#include "claimgraph/import.h"
#include "claimgraph/upkeep.h"
#include "core/store/graph_store.h"
#include "importers/extraction/direction_model.h"
#include "importers/extraction/strength_model.h"
#include "tests/store_test_util.h"

namespace claimgraph {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::string_view kArticle =
    "# Massage and stress\n\n"
    "Massage reduces cortisol in adults.\n\n"
    "Massage reduces anxiety (Reed, 2019).\n\n"
    "## References\n\n"
    "Reed, B. (2019). Massage, anxiety and cortisol: a randomised controlled trial. Journal of "
    "Touch "
    "Studies, 4(2), 11-19. https://doi.org/10.1234/touch.1\n";

constexpr std::string_view kCard = R"({"schema": "claimgraph/study/1",
  "work": {"title": "Massage, anxiety and cortisol: a randomised controlled trial", "authors": ["Reed, B."],
           "year": 2019, "journal": "J Touch Stud", "volume": "4", "issue": "2", "pages": "11-19",
           "doi": "10.1234/touch.1"},
  "design": "randomised_controlled_trial", "n": 64, "intervention": "massage",
  "outcomes": [{"outcome": "anxiety", "direction": "decrease", "significant": true},
               {"outcome": "cortisol", "direction": "no_effect", "significant": false}]})";

class FrontRecordsTest : public testing::Test {
 protected:
  std::string Write(const std::string& name, std::string_view text) {
    const std::string path = folder_ / name;
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }

  ImportSummary Add(GraphStore* store, const std::vector<std::string>& paths, unsigned jobs = 1) {
    ImportSummary summary = Import(paths, {.jobs = jobs}, store);
    EXPECT_THAT(summary.failed, IsEmpty());
    return summary;
  }

  static std::vector<std::string> Messages(const GraphReader& store, std::string_view rule) {
    std::vector<std::string> messages;
    for (const FindingId id : store.Findings(rule)) {
      messages.push_back(store.FindFinding(id)->message);
    }
    return messages;
  }

  static std::vector<std::string> Verdicts(const GraphReader& store) {
    std::vector<std::string> verdicts;
    for (const std::uint64_t id : store.All(NodeKind::kClaim)) {
      verdicts.emplace_back(Name(store.FindClaim(ClaimId{id})->verdict));
    }
    return verdicts;
  }

  static void ExpectHealthy(const GraphReader& store) {
    const Result<Examination> examined = Examine(store);
    ASSERT_TRUE(examined) << examined.error().message;
    for (const Difference& d : examined->differences) ADD_FAILURE() << d.place << ": " << d.what;
  }

  TempDir folder_;
};

TEST_F(FrontRecordsTest, CheckReadsGzippedRecords) {
  // A study card of PMID 30000001: massage did not change cortisol in 80 people.
  constexpr char kPacked[] =
      "\x1F\x8B\x08\x00\x00\x00\x00\x00\x02\xFF\x35\x4E\x4B\x0A\xC2\x40\x0C\xDD\x7B\x8A\x92\x75"
      "\xA1\x15\x37\xD2\x3B\x78\x02\x91\x32\xCC\xA4\x35\x38\x33\x29\x93\x54\x91\xD2\xBB\x9B\xAA"
      "\xCD\x2A\x2F\xEF\x97\x05\xC4\xDF\x31\x39\xE8\xC0\x47\x47\x69\x2C\x6E\xBA\x37\xA2\x73\x78"
      "\x37\x47\xA8\xE1\xC5\xE5\x01\xDD\x02\x53\xA2\x60\x9A\x53\xFB\x9D\x8D\x51\xD2\x88\x76\xBA"
      "\x38\x11\x37\x62\xE5\x72\xA8\x3C\x17\x25\xE1\x08\x6B\x0D\x01\x85\xC6\x6C\x82\x62\x0C\x27"
      "\x12\x0C\xBD\xE7\xAC\x85\x63\xB4\x55\x0B\xB9\x68\x31\xA6\x38\xB7\x35\x50\x56\x2C\x4F\xCC"
      "\x4A\xBC\x79\xD2\x2F\xD4\x78\x9E\xD5\x73\x42\x81\xEE\xBA\xEC\x60\x7B\x76\x6F\xB2\x22\x2A"
      "\xE8\xFF\xBE\xCC\x3D\x0E\x83\x41\x58\x6F\xEB\xE1\x03\x80\x9F\xA9\xF3\xDD\x00\x00\x00";
  const Result<Checked> checked = Check(
      {{"post.md",
        "# Notes\n\nMassage lowers cortisol (Hill, 2018).\n\n## References\n\nHill, A. (2018). "
        "Massage and cortisol. Journal of Touch, 4, 1-9. PMID: 30000001\n"},
       {"card.json.gz", std::string(kPacked, sizeof(kPacked) - 1)}},
      CheckOptions{});
  ASSERT_TRUE(checked) << checked.error().message;
  ASSERT_THAT(checked->report.documents, SizeIs(1));
  EXPECT_THAT(checked->report.documents[0].graph.findings,
              testing::Contains(testing::Field(&Finding::rule, "source-contradicts-claim")));
}

// The messages (or the advice) of `rule` on a claim beside the record of its one source.
std::vector<std::string> CheckBeside(std::string_view claim, std::string_view results,
                                     std::string_view rule, bool advice = false) {
  const std::string article = "# Notes\n\n" + std::string(claim) +
                              " (Brook, 2017).\n\n## References\n\nBrook, C. (2017). Yoga for "
                              "sleep: a randomized controlled "
                              "trial. Journal of Touch, 3, 20-29. https://doi.org/10.5555/aaa3\n";
  const std::string record =
      "TY  - JOUR\nAU  - Brook, C\nTI  - Yoga for sleep: a randomized controlled trial\nPY  - "
      "2017\n"
      "DO  - 10.5555/aaa3\nAB  - We randomised 820 adults to yoga or waiting list. " +
      std::string(results) + "\nER  - \n";
  const Result<Checked> checked =
      Check({{"post.md", article}, {"brook.ris", record}}, CheckOptions{});
  std::vector<std::string> messages;
  EXPECT_TRUE(checked);
  if (!checked) return messages;
  for (const Finding& f : checked->report.documents[0].graph.findings) {
    if (f.rule == rule) messages.push_back(advice ? f.suggestion : f.message);
  }
  return messages;
}

TEST_F(FrontRecordsTest, AClaimMaySayNoMoreThanItsSourceConcludes) {
  if (!ReadStrength("Tea.", Register::kArticle)) GTEST_SKIP() << "built without the models";
  const auto about = [](std::string_view claim, std::string_view conclusion, bool advice) {
    return CheckBeside(
        claim,
        "Sleep quality improved significantly with yoga (p = 0.02). In conclusion, " +
            std::string(conclusion),
        "certainty-inflation", advice);
  };
  const auto inflated = [&](std::string_view claim, std::string_view conclusion) {
    return about(claim, conclusion, false);
  };
  const auto advised = [&](std::string_view claim, std::string_view conclusion) {
    return about(claim, conclusion, true);
  };
  constexpr std::string_view kPlain = "Yoga improves sleep quality";
  constexpr std::string_view kCareful = "yoga may improve sleep quality in adults.";
  EXPECT_THAT(inflated(kPlain, kCareful),
              ElementsAre(HasSubstr("its source concludes less: \"In conclusion, yoga may")));
  EXPECT_THAT(advised(kPlain, kCareful), ElementsAre(HasSubstr("Yoga may improve sleep")));
  // As careful as its source, or told of it.
  EXPECT_THAT(inflated("Yoga may improve sleep quality", kCareful), IsEmpty());
  EXPECT_THAT(inflated("A trial suggests that yoga improves sleep quality", kCareful), IsEmpty());
  EXPECT_THAT(inflated("Yoga does not improve sleep quality", kCareful), IsEmpty());
  // Conclusions that say as much, nothing of it, or something of something else.
  for (const std::string_view conclusion :
       {"yoga improves sleep quality in adults.",
        "larger studies of yoga and sleep quality are warranted.",
        "clinicians should offer yoga to adults with poor sleep quality.",
        "yoga may reduce anxiety in adults.", "yoga was feasible and cheap.",
        "the costs of yoga for sleep quality should be evaluated."}) {
    EXPECT_THAT(inflated(kPlain, conclusion), IsEmpty()) << conclusion;
  }
}

// Of the one source of "Yoga improves sleep quality", whose abstract says `results`.
Stance StanceBeside(std::string_view results) {
  const std::string article =
      "# Notes\n\nYoga improves sleep quality (Brook, 2017).\n\n## References\n\nBrook, C. (2017). "
      "Yoga for sleep: a randomized controlled trial. Journal of Touch, 3, 20-29. "
      "https://doi.org/10.5555/aaa3\n";
  const std::string record =
      "TY  - JOUR\nAU  - Brook, C\nTI  - Yoga for sleep: a randomized controlled trial\nPY  - "
      "2017\nDO  - 10.5555/aaa3\nAB  - " +
      std::string(results) + "\nER  - \n";
  const Result<Checked> checked =
      Check({{"post.md", article}, {"brook.ris", record}}, CheckOptions{});
  const std::vector<EvidenceLine>& lines = checked->report.documents[0].graph.evidence_lines;
  return lines.empty() ? Stance::kUnknown : lines[0].stance;
}

TEST_F(FrontRecordsTest, TwoTreatmentsThatAreAlikeContradictNothing) {
  EXPECT_EQ(
      StanceBeside("We randomised 90 adults to yoga or usual care. Sleep quality did not differ "
                   "between the groups (p = 0.6)."),
      Stance::kDisputes);
  EXPECT_EQ(
      StanceBeside("We randomised 90 adults to yoga or medication. Sleep quality did not differ "
                   "between the groups (p = 0.6)."),
      Stance::kUnknown);
}

TEST_F(FrontRecordsTest, ModelsReadAResultThatTheGrammarDoesNotKnow) {
  if (!ReadDirection({})) GTEST_SKIP() << "built without the models";
  EXPECT_EQ(
      StanceBeside("Sleep quality scores at the end were 12.4 (yoga) and 7.3 (control), P<.001."),
      Stance::kSupports);
  // Never held against a claim, and never from another comparison.
  EXPECT_EQ(StanceBeside("Sleep quality with yoga and with control came out alike, P=.64."),
            Stance::kUnknown);
  EXPECT_EQ(StanceBeside(
                "Stopping yoga: sleep quality scores were 5.1 (yoga) and 7.3 (control), P<.001."),
            Stance::kUnknown);
}

TEST_F(FrontRecordsTest, AStudyOfTheOwnListDeniesAnUncitedClaim) {
  const std::string article = Write("post.md", kArticle);
  const std::string card = Write("cards.json", kCard);
  for (const bool card_first : {true, false}) {
    SCOPED_TRACE(card_first);
    const auto store = NewMemoryStore();
    Add(store.get(), {card_first ? card : article});
    if (!card_first) {
      EXPECT_THAT(Verdicts(*store), testing::Contains("unsupported"));
    }
    Add(store.get(), {card_first ? article : card});
    EXPECT_THAT(Verdicts(*store), testing::Contains("contradicted"));
    EXPECT_THAT(Messages(*store, "contradicted-by-own-reference"),
                ElementsAre(HasSubstr("Reed (2019): cortisol did not change")));
    EXPECT_THAT(Messages(*store, "metadata-mismatch"), IsEmpty());
    ExpectHealthy(*store);
  }
}

TEST_F(FrontRecordsTest, WhatARecordChangedIsUndoneWhenItGoes) {
  const auto store = NewMemoryStore();
  const std::string article = Write("post.md", kArticle);
  Add(store.get(), {article});
  const std::vector<std::string> before = Verdicts(*store);
  Add(store.get(), {Write("cards.json", kCard)});
  EXPECT_NE(Verdicts(*store), before);
  Upkeep upkeep(store.get());
  ASSERT_TRUE(upkeep.Remove((folder_ / "cards.json") + "#doi:10.1234/touch.1"));
  ASSERT_TRUE(upkeep.Judge());
  EXPECT_EQ(Verdicts(*store), before);
  EXPECT_THAT(Messages(*store, "contradicted-by-own-reference"), IsEmpty());
  EXPECT_THAT(store->All(NodeKind::kRecord), IsEmpty());
  EXPECT_THAT(store->All(NodeKind::kStudy), IsEmpty());
  ExpectHealthy(*store);
}

TEST_F(FrontRecordsTest, ARetractionReachesEveryClaimThatRestsOnIt) {
  const auto store = NewMemoryStore();
  Add(store.get(), {Write("post.md", kArticle)});
  Add(store.get(),
      {Write(
          "retractions.csv",
          "Record ID,Title,Author,RetractionDate,RetractionDOI,OriginalPaperDOI,"
          "OriginalPaperPubMedID,RetractionNature,Reason\n"
          "7,\"Massage, anxiety and cortisol\",B Reed,3/9/2021 0:00,10.1234/gone,10.1234/TOUCH.1,"
          "0,Retraction,+Unreliable Data;\n")});
  EXPECT_THAT(Messages(*store, "retracted-source"),
              ElementsAre(HasSubstr("rests on Reed (2019), which was retracted on 2021-03-09"),
                          HasSubstr("notice: doi:10.1234/gone")));
  EXPECT_THAT(Verdicts(*store), testing::Each("unsupported"));
  ExpectHealthy(*store);
}

TEST_F(FrontRecordsTest, AnExpressionOfConcernIsNoRetraction) {
  const auto store = NewMemoryStore();
  Add(store.get(), {Write("post.md", kArticle)});
  Add(store.get(),
      {Write("retractions.csv",
             "Record ID,Title,RetractionDate,RetractionDOI,OriginalPaperDOI,RetractionNature\n"
             "7,\"Massage, anxiety and cortisol\",3/9/2021 0:00,10.1234/c,10.1234/TOUCH.1,"
             "Expression of concern\n")});
  const std::vector<FindingId> found = store->Findings("retracted-source");
  ASSERT_THAT(found, SizeIs(2));
  for (const FindingId id : found) {
    const Finding finding = *store->FindFinding(id);
    EXPECT_EQ(finding.severity, Severity::kWarning);
    EXPECT_THAT(finding.message, HasSubstr("stands under an expression of concern"));
    EXPECT_THAT(finding.suggestion, HasSubstr("in doubt, or cite another study"));
  }
}

TEST_F(FrontRecordsTest, AnEntryIsHeldAgainstItsRecord) {
  const struct {
    const char* entry;
    const char* rule;
    const char* says;
  } kCases[] = {
      {"Reed, B. (2019). Massage, anxiety and cortisol: a randomised controlled trial. Journal of "
       "Touch Studies, 4(2), 21-29. https://doi.org/10.1234/touch.1",
       "metadata-mismatch", "printed with pages 21-29; its record (DOI 10.1234/touch.1) has 11-19"},
      {"Reed, B. (2019). Yoga in schools: what teachers say. Education Now, 7(1), 3-4. "
       "https://doi.org/10.1234/touch.1",
       "metadata-mismatch", "is not what its DOI 10.1234/touch.1 leads to"},
      {"Reed, B., & Lind, C. (2019). Massage, anxiety and cortisol: a randomised controlled trial. "
       "Journal of Touch Studies, 4(2), 11-19. https://doi.org/10.1234/touch.1",
       "author-mismatch", "names Lind, C., who is not among the authors"},
      {"Reed, B. (2017). Massage, anxiety and cortisol: a randomised controlled trial. Journal of "
       "Touch Studies, 4(2), 11-19. https://doi.org/10.1234/touch.1",
       "year-mismatch", "is dated 2017; its record (DOI 10.1234/touch.1) has 2019"},
      {"Reed, B. (2019). Massage, anxiety and cortisol: a randomised controlled trial. Journal of "
       "Touch Studies, 4(2), 11-19. https://doi.org/10.1234/touch.9",
       "identifier-conflict", "prints DOI 10.1234/touch.9"},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.entry);
    const auto store = NewMemoryStore();
    Add(store.get(), {Write("cards.json", kCard)});
    Add(store.get(), {Write("post.md",
                            "# Notes\n\nMassage reduces anxiety (Reed, 2019).\n\n"
                            "## References\n\n" +
                                std::string(c.entry) + "\n")});
    EXPECT_THAT(Messages(*store, c.rule), testing::Contains(HasSubstr(c.says)));
    ExpectHealthy(*store);
  }
}

TEST_F(FrontRecordsTest, ADenialIsNoContradictionOfANullResult) {
  const struct {
    const char* claim;
    bool contradicted;
  } kCases[] = {
      {"Massage lowers cortisol", true},        {"Massage does not change cortisol", false},
      {"Massage never lowers cortisol", false}, {"Massage fails to lower cortisol", false},
      {"Massage affects cortisol", false},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.claim);
    const auto store = NewMemoryStore();
    Add(store.get(), {Write("cards.json", kCard)});
    std::string article(kArticle);
    article.replace(article.find("Massage reduces cortisol in adults."), 35,
                    std::string(c.claim) + " (Reed, 2019).");
    Add(store.get(), {Write("post.md", article)});
    const std::vector<std::string> verdicts = Verdicts(*store);
    EXPECT_EQ(std::ranges::count(verdicts, "contradicted"), c.contradicted ? 1 : 0);
  }
}

std::string PubmedArticle(int pmid, const std::string& title) {
  return "<PubmedArticle><MedlineCitation><PMID Version=\"1\">" + std::to_string(pmid) +
         "</PMID><Article><Journal><Title>J Naps</Title><JournalIssue><Volume>1</Volume><PubDate>"
         "<Year>2018</Year></PubDate></JournalIssue></Journal><ArticleTitle>" +
         title + "</ArticleTitle></Article></MedlineCitation></PubmedArticle>\n";
}

TEST_F(FrontRecordsTest, PubmedsRecordsAreReplacedAndWithdrawnByTheirNumber) {
  const auto store = NewMemoryStore();
  std::string many = "<?xml version=\"1.0\"?>\n<PubmedArticleSet>\n";
  for (int i = 1; i <= 300; ++i)
    many += PubmedArticle(i, "Naps and memory, part " + std::to_string(i));
  many += "</PubmedArticleSet>\n";
  const std::string baseline = Write("baseline.xml", many);
  EXPECT_EQ(Add(store.get(), {baseline}, 2).added, 300U);
  EXPECT_EQ(Add(store.get(), {baseline}, 2).unchanged, 300U);
  const ImportSummary update =
      Add(store.get(), {Write("update.xml", "<?xml version=\"1.0\"?>\n<PubmedArticleSet>\n" +
                                                PubmedArticle(7, "Naps and memory, corrected") +
                                                "<DeleteCitation><PMID>9</PMID></DeleteCitation>"
                                                "</PubmedArticleSet>\n")});
  EXPECT_EQ(update.replaced, 1U);
  EXPECT_EQ(update.removed, 1U);
  EXPECT_THAT(store->All(NodeKind::kRecord), SizeIs(299));
  EXPECT_EQ(store->Named("source:pubmed:9").id, 0U);
  ExpectHealthy(*store);
}

TEST_F(FrontRecordsTest, BadRecordsAreToldAndTheRestIsStored) {
  const auto store = NewMemoryStore();
  const ImportSummary summary =
      Add(store.get(), {Write("cards.json", "[" + std::string(kCard) + ", {\"n\": 4}]")});
  EXPECT_EQ(summary.added, 1U);
  EXPECT_EQ(summary.records_skipped, 1U);
  EXPECT_THAT(summary.problems, ElementsAre(HasSubstr("card 2: bad-card")));
}

TEST_F(FrontRecordsTest, AnotherTitleUnderOneIdentifierIsTold) {
  const auto store = NewMemoryStore();
  const auto record = [](const std::string& title) {
    return "TY  - JOUR\nTI  - " + title + "\nDO  - 10.5555/one\nER  - \n\n";
  };
  const ImportSummary summary =
      Add(store.get(), {Write("a.ris", record("Warm baths") + record("Warm Baths: A Trial") +
                                           record("Cold hands"))});
  EXPECT_THAT(summary.problems,
              ElementsAre(AllOf(HasSubstr("a.ris:11"), HasSubstr("same-identifier"),
                                HasSubstr("Record 2 has the same identifier"))));
  EXPECT_EQ(summary.records_skipped, 0U);
}

TEST_F(FrontRecordsTest, ThreadsChangeNothing) {
  const std::string article = Write("post.md", kArticle);
  std::string cards;
  for (int i = 0; i < 200; ++i) {
    cards +=
        R"({"schema": "claimgraph/study/1", "work": {"doi": "10.5/)" + std::to_string(i) + "\"}}\n";
  }
  const std::string file = Write("many.jsonl", cards);
  const auto one = NewMemoryStore();
  const auto two = NewMemoryStore();
  Add(one.get(), {article, file}, 1);
  Add(two.get(), {article, file}, 2);
  EXPECT_EQ(Dump(*one), Dump(*two));
}

TEST_F(FrontRecordsTest, CheckTakesRecordsBesideDrafts) {
  const Result<Checked> checked = Check(
      {{"post.md", std::string(kArticle)}, {"cards.json", std::string(kCard)}}, CheckOptions{});
  ASSERT_TRUE(checked) << checked.error().message;
  ASSERT_THAT(checked->report.documents, SizeIs(1));
  std::vector<std::string> rules;
  for (const Finding& f : checked->report.documents[0].graph.findings) rules.push_back(f.rule);
  EXPECT_THAT(rules, testing::Contains("contradicted-by-own-reference"));
}

}  // namespace
}  // namespace claimgraph
