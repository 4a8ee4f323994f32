// A vocabulary of one's own: what its file may say, what every mistake in it is told,
// and that a store reads with one vocabulary for as long as it has it.

#include "claimgraph/vocabulary_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "claimgraph/check.h"
#include "claimgraph/store_vocabulary.h"
#include "claimgraph/workspace.h"
#include "importers/extraction/concept_set.h"
#include "tests/store_test_util.h"

namespace claimgraph {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

constexpr std::string_view kLaser =
    "[[concept]]\n"
    "label = \"photobiomodulation\"\n"
    "role = \"intervention\"\n"
    "synonyms = [\"Low-level laser therapy\", \"cold laser\"]\n"
    "broader = [\"manual therapy\"]\n"
    "[[concept]]\n"
    "label = \"tech neck\"\n"
    "role = \"condition\"\n"
    "synonyms = [\"text neck syndrome\"]\n";

ConceptSetPtr Parse(std::string_view toml) {
  const Result<ConceptSetPtr> parsed = ParseVocabulary(toml, "t.toml");
  EXPECT_TRUE(parsed) << parsed.error().message;
  return parsed.value_or(nullptr);
}

std::string ErrorOf(std::string_view toml) {
  const Result<ConceptSetPtr> parsed = ParseVocabulary(toml, "t.toml");
  if (parsed) return "no error";
  EXPECT_EQ(parsed.error().code, ErrorCode::kInvalidArgument);
  return parsed.error().message;
}

std::string Page(const std::string& term, const ConceptSetPtr& concepts) {
  return TermPages({term}, concepts).value_or("no such term");
}

TEST(VocabularyFileTest, AnEmptyFileIsTheBuiltInVocabulary) {
  EXPECT_EQ(Parse(""), nullptr);
  EXPECT_TRUE(VocabularyToml(Parse("# nothing yet\n")) == VocabularyToml(nullptr));
}

TEST(VocabularyFileTest, ANewConceptHasItsWordsAndItsKin) {
  const ConceptSetPtr concepts = Parse(kLaser);
  EXPECT_EQ(Page("cold lasers", concepts),
            "photobiomodulation (intervention)\n"
            "  synonyms  low level laser therapy; cold laser\n"
            "  broader   manual therapy\n");
  EXPECT_THAT(Page("bodywork", concepts), HasSubstr("; photobiomodulation\n"));
  EXPECT_EQ(Page("cold laser", nullptr), "no such term");
  const VocabularyInUse in_use(concepts);
  ASSERT_EQ(ConceptsOf("Low-level laser-therapy and massage").size(), 2U);
  EXPECT_EQ(Label(ConceptsOf("low level laser therapy").front()), "photobiomodulation");
  EXPECT_TRUE(IsA(ConceptsOf("cold laser").front(), ConceptsOf("bodywork").front()));
}

TEST(VocabularyFileTest, ABuiltInConceptIsAddedTo) {
  const ConceptSetPtr concepts = Parse(
      "[[concept]]\nlabel = \"Massage\"\nsynonyms = [\"lomi lomi\", \"massaged\"]\n"
      "broader = [\"touch\"]\n"
      "[[concept]]\nlabel = \"touch\"\nrole = \"intervention\"\n");
  const std::string page = Page("lomi-lomi", concepts);
  EXPECT_THAT(page, StartsWith("massage (intervention)\n"));
  EXPECT_THAT(page, HasSubstr("; lomi lomi\n"));
  EXPECT_THAT(page, HasSubstr("broader   manual therapy; touch\n"));
  EXPECT_EQ(concepts->rows().size(), ConceptSet::BuiltIn().rows().size() + 1);
}

TEST(VocabularyFileTest, WhetherMoreIsGoodIsKept) {
  const ConceptSetPtr concepts = Parse(
      "[[concept]]\nlabel = \"zest\"\nrole = \"outcome\"\nmore_is = \"better\"\n"
      "[[concept]]\nlabel = \"brain fog x\"\nrole = \"outcome\"\nmore_is = \"worse\"\n"
      "[[concept]]\nlabel = \"gait\"\nrole = \"outcome\"\n");
  const auto good = [&](std::string_view label) {
    return concepts->rows()[concepts->WithLabel(label)].good;
  };
  EXPECT_EQ(good("zest"), 1);
  EXPECT_EQ(good("brain fog x"), -1);
  EXPECT_EQ(good("gait"), 0);
}

TEST(VocabularyFileTest, NamesWithMarksAreFoundAsTheyAreWritten) {
  const ConceptSetPtr concepts = Parse(
      "[[concept]]\nlabel = \"Vitamin D3/K2\"\nrole = \"intervention\"\n"
      "synonyms = [\"St. Anna\u2019s mix\"]\n");
  const VocabularyInUse in_use(concepts);
  for (const std::string_view text : {"vitamin D3/K2", "St. Anna's mix", "st. anna\u2019s mix"}) {
    SCOPED_TRACE(text);
    ASSERT_EQ(ConceptsOf(text).size(), 1U);
    EXPECT_EQ(Label(ConceptsOf(text).front()), "vitamin d3/k2");
  }
  // A label that stands in a Proposition leads back to its concept.
  EXPECT_EQ(ConceptsOf("vitamin d3/k2").size(), 1U);
}

// A plural that is made does not take a phrase that is written out.
TEST(VocabularyFileTest, WhatIsWrittenGoesBeforeAPluralThatIsMade) {
  const ConceptSetPtr concepts = Parse(
      "[[concept]]\nlabel = \"flub\"\nrole = \"outcome\"\n"
      "[[concept]]\nlabel = \"flubs\"\nrole = \"condition\"\n");
  EXPECT_THAT(Page("flubs", concepts), StartsWith("flubs (condition)"));
}

TEST(VocabularyFileTest, TheListingReadAgainChangesNothing) {
  const std::string built_in = VocabularyToml(nullptr);
  EXPECT_TRUE(VocabularyToml(Parse(built_in)) == built_in);
  const std::string with_laser = VocabularyToml(Parse(kLaser));
  EXPECT_FALSE(with_laser == built_in);
  EXPECT_TRUE(VocabularyToml(Parse(with_laser)) == with_laser);
}

TEST(VocabularyFileTest, EveryMistakeStopsTheRunWithItsPlace) {
  struct Case {
    std::string_view toml;
    std::string_view expected;  // the message begins so
  };
  constexpr Case kCases[] = {
      {"concepts = 1", "t.toml:1:1: unknown key \"concepts\"; each concept is a table [[concept]]"},
      {"concept = 1", "t.toml:1:11: each concept is a table of its own: [[concept]]"},
      {"[concept]\nlabel = \"x\"", "t.toml:1:1: each concept is a table of its own: [[concept]]"},
      {"concept = [1]", "t.toml:1:12: each concept is a table of its own: [[concept]]"},
      {"[[concept]]\nlable = \"x\"", "t.toml:2:1: unknown key \"lable\"; did you mean \"label\"?"},
      {"[[concept]]\nrole = \"body\"",
       "t.toml:1:1: this concept has no label; add label = \"...\""},
      {"[[concept]]\nlabel = 3", "t.toml:2:9: label takes words in quotes"},
      {"[[concept]]\nlabel = \" - \"", "t.toml:2:9: label holds a term without a word; write one"},
      {"[[concept]]\nlabel = \"a; b\"",
       "t.toml:2:9: a term is made of words, numbers and -'./+&; leave ; out"},
      {"[[concept]]\nlabel = \"a\\u0007b\"", "t.toml:2:9: a term has no control characters"},
      // Roles
      {"[[concept]]\nlabel = \"zest\"",
       "t.toml:2:9: \"zest\" is new and has no role; add role = \"...\": intervention, outcome,"},
      {"[[concept]]\nlabel = \"zest\"\nrole = \"drug\"",
       "t.toml:3:8: role is one of intervention, outcome, surrogate, condition, population or "
       "body"},
      {"[[concept]]\nlabel = \"massage\"\nrole = \"outcome\"",
       "t.toml:3:8: \"massage\" is built in, with the role intervention; leave role out"},
      {"[[concept]]\nlabel = \"zest\"\nrole = \"outcome\"\nmore_is = \"good\"",
       "t.toml:4:11: more_is is \"better\" or \"worse\"; leave it out where it depends"},
      {"[[concept]]\nlabel = \"massage\"\nmore_is = \"worse\"",
       "t.toml:3:11: \"massage\" is built in, and whether more of it is good depends; leave "
       "more_is out"},
      // Phrases
      {"[[concept]]\nlabel = \"stress hormone\"\nrole = \"outcome\"",
       "t.toml:2:9: \"stress hormone\" is a synonym of \"cortisol\"; use that label to add to the "
       "concept"},
      {"[[concept]]\nlabel = \"zest\"\nrole = \"outcome\"\nsynonyms = [\"pep\", \"Yoga\"]",
       "t.toml:4:20: \"yoga\" already means \"yoga\"; a phrase has one meaning, so leave it out "
       "here"},
      {"[[concept]]\nlabel = \"zest\"\nrole = \"outcome\"\nsynonyms = [\"bodywork\"]",
       "t.toml:4:13: \"bodywork\" already means \"manual therapy\""},
      // A plural that was made for another
      {"[[concept]]\nlabel = \"zest\"\nrole = \"outcome\"\nsynonyms = [\"hands on therapys\"]",
       "t.toml:4:13: \"hands on therapys\" already means \"manual therapy\""},
      {"[[concept]]\nlabel = \"a1\"\nrole = \"body\"\nsynonyms = [\"pep\"]\n"
       "[[concept]]\nlabel = \"a2\"\nrole = \"body\"\nsynonyms = [\"pep\"]",
       "t.toml:8:13: \"pep\" already means \"a1\""},
      {"[[concept]]\nlabel = \"a1\"\nrole = \"body\"\n[[concept]]\nlabel = \"A1\"",
       "t.toml:5:9: \"a1\" has an entry on line 2; put both into one"},
      {"[[concept]]\nlabel = \"yoga\"\nsynonyms = \"pep\"",
       "t.toml:3:12: synonyms is a list: synonyms = [\"...\"]"},
      {"[[concept]]\nlabel = \"yoga\"\nsynonyms = [3]",
       "t.toml:3:13: synonyms takes words in quotes"},
      // What is broader
      {"[[concept]]\nlabel = \"zest\"\nrole = \"outcome\"\nbroader = [\"excercise\"]",
       "t.toml:4:12: no concept has the label \"excercise\"; did you mean \"exercise\"?"},
      {"[[concept]]\nlabel = \"zest\"\nrole = \"outcome\"\nbroader = [\"qqqqqqqqqqqqqq\"]",
       "t.toml:4:12: no concept has the label \"qqqqqqqqqqqqqq\"; give it an entry of its own"},
      {"[[concept]]\nlabel = \"zest\"\nrole = \"outcome\"\nbroader = [\"cardio\"]",
       "t.toml:4:12: \"cardio\" is a synonym; write its label, \"aerobic exercise\""},
      {"[[concept]]\nlabel = \"zest\"\nrole = \"outcome\"\nbroader = [\"zest\"]",
       "t.toml:4:12: a concept cannot be broader than itself: \"zest\" < \"zest\"; leave one of "
       "these out"},
      {"[[concept]]\nlabel = \"exercise\"\nbroader = [\"running\"]",
       "t.toml:3:12: a concept cannot be broader than itself: \"exercise\" < \"running\" < "
       "\"aerobic exercise\" < \"exercise\"; leave one of these out"},
      // Not TOML; the words after the place are the library's
      {"[[concept]]\nlabel = yes", "t.toml:2:"},
      {"[[concept", "t.toml:1:"},
      {"\xFF", "t.toml:1:1: "},
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.toml);
    EXPECT_THAT(ErrorOf(c.toml), StartsWith(std::string(c.expected)));
  }
}

std::string Numbered(int n) {
  return "[[concept]]\nlabel = \"c" + std::to_string(n) + "\"\nrole = \"body\"\n";
}

TEST(VocabularyFileTest, HostileFilesAreRefusedSoon) {
  std::string many;
  for (int i = 0; i < 70'000; ++i) many += Numbered(i);
  EXPECT_THAT(ErrorOf(many), HasSubstr("too many concepts: there is room for 65535"));

  std::string chain;  // each below the next: a walk up would be as long as the file
  for (int i = 0; i < 20'000; ++i) {
    chain += Numbered(i) + "broader = [\"c" + std::to_string(i + 1) + "\"]\n";
  }
  chain += Numbered(20'000);
  EXPECT_THAT(ErrorOf(chain), HasSubstr("more than 99 concepts are broader than \"c0\""));

  std::string fan = Numbered(0) + "broader = [";
  std::string rows;
  for (int i = 1; i < 20'000; ++i) {
    fan += "\"c" + std::to_string(i) + "\", ";
    rows += Numbered(i);
  }
  EXPECT_THAT(ErrorOf(fan + "]\n" + rows), HasSubstr("more than 99 concepts are broader"));

  std::string wide = Numbered(0) + "synonyms = [";
  for (int i = 0; i < 100'000; ++i) wide += "\"w" + std::to_string(i) + "\", ";
  EXPECT_EQ(ErrorOf(wide + "]\n"), "no error");

  EXPECT_THAT(ErrorOf(std::string(1 << 20, '[')), StartsWith("t.toml:1:"));
  EXPECT_THAT(ErrorOf("concept = " + std::string(100'000, '[')), StartsWith("t.toml:1:"));
  EXPECT_THAT(ErrorOf(std::string(5 << 20, '#')), HasSubstr("at most 4 MiB"));
  EXPECT_THAT(ErrorOf("[[concept]]\nlabel = \"" + std::string(1000, 'x') + "\""),
              StartsWith("t.toml:2:9: a term has at most 200 bytes"));
}

// What runs together reads alike, and what runs afterwards reads as it should.
TEST(VocabularyInUseTest, TwoVocabulariesDoNotMix) {
  const auto read = [](const std::string& own, const std::string& other) {
    const ConceptSetPtr concepts =
        Parse("[[concept]]\nlabel = \"" + own + "\"\nrole = \"outcome\"\n");
    for (int i = 0; i < 200; ++i) {
      const VocabularyInUse in_use(concepts);
      ASSERT_EQ(ConceptsOf(own).size(), 1U);
      ASSERT_EQ(Label(ConceptsOf(own).front()), own);
      ASSERT_THAT(ConceptsOf(other), IsEmpty());
    }
  };
  std::thread a(read, "zest", "vim");
  std::thread b(read, "vim", "zest");
  std::thread c([&] {
    for (int i = 0; i < 200; ++i) {
      const VocabularyInUse built_in(nullptr);
      const VocabularyInUse again(nullptr);
      ASSERT_THAT(ConceptsOf("zest and vim"), IsEmpty());
    }
  });
  a.join();
  b.join();
  c.join();
  EXPECT_THAT(ConceptsOf("zest"), IsEmpty());
}

constexpr std::string_view kDraft =
    "# Light\n\nCold laser reduces tech neck [1].\n\n## References\n\n"
    "1. Hill A. Photobiomodulation at the desk: a randomized trial. Beams. 2019. "
    "doi:10.5555/pbm\n";
constexpr std::string_view kCard =
    R"({"schema": "claimgraph/study/1",
        "work": {"title": "Photobiomodulation at the desk: a randomized trial",
                 "authors": ["Hill, A."], "year": 2019, "doi": "10.5555/pbm"},
        "design": "randomised_controlled_trial", "n": 80,
        "intervention": "photobiomodulation",
        "outcomes": [{"outcome": "text neck syndrome", "direction": "no_effect", "significant": false}]})";

class StoreVocabularyTest : public testing::Test {
 protected:
  StoreVocabularyTest() {
    Write("draft.md", kDraft);
    Write("card.json", kCard);
    Write("terms.toml", kLaser);
  }

  std::string Write(const std::string& name, std::string_view text) {
    std::ofstream(dir_ / name) << text;
    return dir_ / name;
  }

  Workspace Open() {
    Result<Workspace> workspace = Workspace::Open(dir_ / "store", Workspace::Access::kWrite);
    EXPECT_TRUE(workspace);
    return *std::move(workspace);
  }

  std::vector<std::string> Verdicts(const Workspace& workspace) {
    std::vector<std::string> verdicts;
    for (const std::uint64_t id : workspace.graph().All(NodeKind::kClaim)) {
      verdicts.emplace_back(Name(workspace.graph().FindClaim(ClaimId{id})->verdict));
    }
    return verdicts;
  }

  static void ExpectSound(const Workspace& workspace) {
    const Result<Examination> found = workspace.Doctor();
    ASSERT_TRUE(found) << found.error().message;
    for (const Difference& d : found->differences) ADD_FAILURE() << d.place << ": " << d.what;
  }

  TempDir dir_;
};

TEST_F(StoreVocabularyTest, EverythingInAStoreIsReadWithItsOwn) {
  {
    Workspace workspace = Open();
    ASSERT_TRUE(workspace.TakeVocabulary(dir_ / "terms.toml"));
    EXPECT_THAT(workspace.Import({dir_ / "card.json", dir_ / "draft.md"}).failed, IsEmpty());
    EXPECT_THAT(Verdicts(workspace), ElementsAre("contradicted"));
    ExpectSound(workspace);
  }
  const Workspace again = Open();
  EXPECT_EQ(again.graph().Vocabulary().value(), kLaser);
  ExpectSound(again);
  const Result<Checked> checked = again.Check({{dir_ / "draft.md", std::string(kDraft)}});
  ASSERT_TRUE(checked);
  EXPECT_EQ(checked->report.documents.front().graph.claims.front().verdict, Verdict::kContradicted);
}

TEST_F(StoreVocabularyTest, AnotherOneReadsEveryArticleAgain) {
  Workspace workspace = Open();
  ASSERT_THAT(workspace.Import({dir_ / "card.json", dir_ / "draft.md"}).failed, IsEmpty());
  const std::vector<std::string> before = Verdicts(workspace);
  EXPECT_THAT(before, testing::Not(testing::Contains("contradicted")));
  ASSERT_TRUE(workspace.TakeVocabulary(dir_ / "terms.toml"));
  EXPECT_THAT(Verdicts(workspace), ElementsAre("contradicted"));
  ExpectSound(workspace);
  // Importing the same afterwards finds nothing to do.
  EXPECT_EQ(workspace.Import({dir_ / "card.json", dir_ / "draft.md"}).unchanged, 2U);
  // And back.
  ASSERT_TRUE(workspace.TakeVocabulary(Write("none.toml", "")));
  EXPECT_EQ(Verdicts(workspace), before);
  ExpectSound(workspace);
}

TEST_F(StoreVocabularyTest, AWrongFileChangesNothing) {
  Workspace workspace = Open();
  ASSERT_TRUE(workspace.TakeVocabulary(dir_ / "terms.toml"));
  const Status wrong = workspace.TakeVocabulary(Write("wrong.toml", "[[concept]]\nlabel = 1\n"));
  ASSERT_FALSE(wrong);
  EXPECT_THAT(wrong.error().message, HasSubstr("wrong.toml:2:9: label takes words in quotes"));
  EXPECT_EQ(workspace.graph().Vocabulary().value(), kLaser);
}

TEST_F(StoreVocabularyTest, AbstractsAreNotReadAgain) {
  Workspace workspace = Open();
  const std::string record = Write("a.ris",
                                   "TY  - JOUR\nTI  - Cold laser for knee pain\nAU  - Hill, A.\n"
                                   "DO  - 10.5555/a\nAB  - Cold laser helped.\nER  - \n");
  ASSERT_EQ(workspace.Import({record}).records, 1U);
  const Status refused = workspace.TakeVocabulary(dir_ / "terms.toml");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kInvalidArgument);
  EXPECT_THAT(refused.error().message, HasSubstr("the abstracts of 1 document in the store"));
  EXPECT_EQ(workspace.graph().Vocabulary().value(), "");
}

TEST_F(StoreVocabularyTest, ACheckTakesNoOther) {
  Workspace workspace = Open();
  const auto check = [&](const std::string& vocabulary) {
    return workspace.Check({{dir_ / "draft.md", std::string(kDraft)}}, {.vocabulary = vocabulary});
  };
  const Result<Checked> other = check(dir_ / "terms.toml");
  ASSERT_FALSE(other);
  EXPECT_THAT(other.error().message, HasSubstr("is not what the store was read with"));
  ASSERT_TRUE(workspace.TakeVocabulary(dir_ / "terms.toml"));
  EXPECT_TRUE(check(dir_ / "terms.toml"));
  EXPECT_TRUE(check(""));
}

TEST_F(StoreVocabularyTest, SettingsNameOneForADraft) {
  Write(".claimgraph.toml", "vocabulary = \"terms.toml\"\n");
  const Input draft{dir_ / "draft.md", std::string(kDraft)};
  const Input card{dir_ / "card.json", std::string(kCard)};
  const Result<Checked> checked = Check({draft, card}, {});
  ASSERT_TRUE(checked) << checked.error().message;
  EXPECT_EQ(checked->report.documents.front().graph.claims.front().verdict, Verdict::kContradicted);
  fs::create_directories(dir_ / "other");
  Write("other/.claimgraph.toml", "");
  const Input other{dir_ / "other/draft.md", std::string(kDraft)};
  const Result<Checked> mixed = Check({draft, other}, {});
  ASSERT_FALSE(mixed);
  EXPECT_THAT(mixed.error().message, HasSubstr("check them apart, or give one --vocabulary"));
  EXPECT_TRUE(Check({draft, other}, {.vocabulary = dir_ / "terms.toml"}));
}

}  // namespace
}  // namespace claimgraph
