// Which entries of the list a marker means, and why.

#include "importers/linking/citation_linker.h"

#include <gtest/gtest.h>

#include "importers/extraction/citations.h"
#include "tests/citations_test_util.h"

namespace claimgraph {
namespace {

struct Linked {
  std::vector<Citation> citations;
  std::string dump;
};

Linked Link(std::string_view text, const ReferenceList& list) {
  const Document document = TextDocument(text);
  Linked linked;
  linked.citations = ExtractCitations(document, list, {});
  LinkCitations(document, list.references, &linked.citations);
  linked.dump = DumpLinks(linked.citations);
  return linked;
}

bool Says(const Citation& citation, std::string_view rule) {
  for (const Reason& r : citation.reasons) {
    if (r.rule == rule) return true;
  }
  return false;
}

constexpr const char* kList =
    "Marlow 1998 A bench of sleepers\n"                           // 1
    "Brandt, Thorsen, Pell 2015 Breaks at work\n"                 // 2
    "Quill-Ortega+ 2011 Pressure and pain\n"                      // 3
    "Oduya, Lind 2012a Rest\n"                                    // 4
    "Oduya, Lind 2012b Motion\n"                                  // 5
    "Harbour_Health_Organization 2019 Guidance\n"                 // 6
    "Jordan 2012 Breath\n"                                        // 7
    "Jordan, Marlow 2012 Breath and sleep\n"                      // 8
    "van_Houten, Ekström 2004 Touch\n"                            // 9
    "Shire_Institute_for_Back_Health_and_Exercise 2016 Backs\n";  // 10

struct Case {
  const char* text;
  const char* expected;
};

constexpr Case kAuthorYear[] = {
    {"(Marlow, 1998)", "ay{Marlow|1998}->1"},
    {"(Oduya & Lind, 2012b)", "ay{Oduya,Lind|2012b}->5"},
    {"(Quill\u2011Ortega et al., 2011)", "ay{Quill\u2011Ortega+|2011}->3"},
    {"(van Houten & Ekstrom, 2004)", "ay{van Houten,Ekstrom|2004}->9"},
    {"(Houten & Ekström, 2004)", "ay{Houten,Ekström|2004}->9"},
    {"(HHO, 2019)", "ay{HHO|2019}->6"},
    {"(Harbour Health Organization [HHO], 2019)", "ay{Harbour Health Organization [HHO]|2019}->6"},
    // Some of the initials, in the same year
    {"(SIBHE, 2016)", "ay{SIBHE|2016}->10"},
    {"(SIE, 2016)", "ay{SIE|2016}->10"},
    {"SIE (2016) says so", "ay{SIE|2016}->10"},
    {"(SIE, 2015)", ""},
    {"(IBE, 2016)", ""},
    {"(SEI, 2016)", ""},
    {"the Harbour Health Organization (HHO, 2019)", "ay{HHO|2019}->6"},
    // The co-authors decide
    {"(Jordan, 2012)", "ay{Jordan|2012}->7"},
    {"(Jordan & Marlow, 2012)", "ay{Jordan,Marlow|2012}->8"},
    // Nobody
    {"(Dunmore, 2021)", "ay{Dunmore|2021}->none"},
    {"(Marlow & Vance, 1987)", "ay{Marlow,Vance|1987}->none"},
};

TEST(CitationLinkerTest, AuthorYear) {
  for (const Case& c : kAuthorYear) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(Link(c.text, Entries(kList)).dump, c.expected);
  }
}

struct Doubt {
  const char* text;
  const char* expected;
  const char* rule;
};

constexpr Doubt kDoubts[] = {
    {"Quill-Ortega et al. (2010) found less.", "ay{Quill-Ortega+|2010}->3", "year-differs"},
    {"(Brandt & Thorsen, 2015)", "ay{Brandt,Thorsen|2015}->2", "authors-differ"},
    {"(Thorsen et al., 2015)", "ay{Thorsen+|2015}->2", "authors-differ"},
    {"(Quill-Ortego et al., 2011)", "ay{Quill-Ortego+|2011}->3", "name-differs"},
    {"(Oduya & Lind, 2012)", "ay{Oduya,Lind|2012}->4,5", "ambiguous"},
};

TEST(CitationLinkerTest, ADoubtLowersTheScoreAndLeavesAReason) {
  for (const Doubt& d : kDoubts) {
    SCOPED_TRACE(d.text);
    const Linked linked = Link(d.text, Entries(kList));
    EXPECT_EQ(linked.dump, d.expected);
    ASSERT_EQ(linked.citations.size(), 1u);
    EXPECT_LT(linked.citations[0].score, 0.95);
    EXPECT_TRUE(Says(linked.citations[0], d.rule));
  }
}

TEST(CitationLinkerTest, ACertainLinkHasNoReasons) {
  const Linked linked = Link("(Marlow, 1998)", Entries(kList));
  ASSERT_EQ(linked.citations.size(), 1u);
  EXPECT_EQ(linked.citations[0].score, 1);
  EXPECT_TRUE(linked.citations[0].reasons.empty());
}

TEST(CitationLinkerTest, TheSuffixCountsThroughAListThatPrintsNone) {
  const ReferenceList list = Entries("Jordan 2012 Breath\nJordan 2012 Sleep\nPell 2010 Pain\n");
  EXPECT_EQ(Link("(Jordan, 2012a, 2012b)", list).dump, "ay{Jordan|2012a}->1 ay{Jordan|2012b}->2");
}

TEST(CitationLinkerTest, OneWorkListedTwiceIsItsFirstEntry) {
  const ReferenceList list = Entries("Jordan 2012 Breath and rest\nJordan 2012 Breath and Rest\n");
  EXPECT_EQ(Link("(Jordan, 2012)", list).dump, "ay{Jordan|2012}->1");
}

TEST(CitationLinkerTest, Numbers) {
  EXPECT_EQ(Link("Rates fell [1,3-4].", NumberedEntries(5)).dump, "num{1,3,4}->1,3,4");
  EXPECT_EQ(Link("Rates fell [9].", NumberedEntries(5)).dump, "num{9}->none");
  EXPECT_EQ(Link("Rates fell.{^2}", NumberedEntries(5)).dump, "sup{2}->2");
  const Linked by_order = Link("Rates fell [2].", Entries("Marlow 1998 A\nPell 1999 B\n"));
  EXPECT_EQ(by_order.dump, "num{2}->2");
  EXPECT_TRUE(Says(by_order.citations[0], "number-by-order"));
}

TEST(CitationLinkerTest, PrintedNumbersGoBeforePlaces) {
  ReferenceList list = NumberedEntries(3);
  list.references[0].number = 7;
  EXPECT_EQ(Link("Rates fell [7] and [1].", list).dump, "num{7}->1 num{1}->none");
}

TEST(CitationLinkerTest, KeysAndLabels) {
  ReferenceList list = Entries("Marlow 1998 A\nPell 1999 B\nLind 2000 C\n");
  list.references[0].key = "marlow98";
  list.references[1].key = "n";
  list.references[1].origin = ReferenceOrigin::kFootnote;
  list.references[2].key = "n";
  list.references[2].origin = ReferenceOrigin::kFootnote;
  EXPECT_EQ(Link("Rest [@marlow98; @none].", list).dump, "key{marlow98;none}->1");
  EXPECT_EQ(Link("Rest [@Marlow98].", list).dump, "key{Marlow98}->1");
  EXPECT_EQ(Link("Rest.[^n]", list).dump, "fn{n}->2,3");
  EXPECT_EQ(Link("Rest.[^z]", list).dump, "fn{z}->none");
}

TEST(CitationLinkerTest, WithoutAListNumbersMeanFootnotes) {
  ReferenceList list = Entries("Marlow 1998 A\nPell 1999 B\n");
  list.references[0].key = "3";
  list.references[0].origin = ReferenceOrigin::kFootnote;
  list.references[1].key = "b";
  list.references[1].origin = ReferenceOrigin::kFootnote;
  EXPECT_EQ(Link("Rest.{^3} Work [3].", list).dump, "sup{3}->1 num{3}->1");
  EXPECT_EQ(Link("Rest [1].", list).dump, "num{1}->none");
  list.references[1].origin = ReferenceOrigin::kList;
  list.references[1].number = 1;
  EXPECT_EQ(Link("Rest [3]. Work [1].", list).dump, "num{3}->none num{1}->2");
}

TEST(CitationLinkerTest, AddressesMeetInTheirIdentifiers) {
  ReferenceList list = Entries("Marlow 1998 A\nPell 1999 B\nLind 2000 C\n");
  list.references[0].doi = "10.1000/ab.1";
  list.references[1].pmid = "123456";
  list.references[2].url = "https://www.health.gov/rest/";
  EXPECT_EQ(Link("{Rest>https://doi.org/10.1000/AB.1} helps.", list).dump,
            "link{https://doi.org/10.1000/AB.1}->1");
  EXPECT_EQ(Link("{Rest>https://pubmed.ncbi.nlm.nih.gov/123456/} helps.", list).dump,
            "link{https://pubmed.ncbi.nlm.nih.gov/123456/}->2");
  EXPECT_EQ(Link("{Rest>http://health.gov/rest#top} helps.", list).dump,
            "link{http://health.gov/rest#top}->3");
}

constexpr const char* kTopics =
    "Marlow, Pell 2014 Warm baths for migraine: A systematic review and meta-analysis of "
    "randomized trials\n"
    "Lind+ 2011 A randomized controlled trial of hot stones on migraine symptoms\n"
    "Oduya+ 2020 Warm baths for prenatal anxiety: A systematic review and meta-analysis\n"
    "Brandt 2024 The Warm Contact Theory: A framework for the effects of bathing\n"
    "Harbour_Clinic 2022 Why we bathe\n";

constexpr Case kContent[] = {
    {"A meta-analysis of trials in people with migraine found less pain. PubMed", "ph{PubMed}->1"},
    {"A clinical trial in migraine with hot stones found less pain. PubMed", "ph{PubMed}->2"},
    {"A meta-analysis in pregnancy found lower anxiety after baths. PubMed", "ph{PubMed}->3"},
    {"A trial found less pain. Harbour Clinic", "ph{Harbour Clinic}->5"},
    {"A 2023 paper proposed the warm contact theory (WCT).", "src{A 2023 paper}->4"},
    // "This framework" leads back to the sentence that named the source.
    {"A 2024 paper proposed the warm contact theory.\nIt has parts.\nThis theory says why people "
     "bathe. PubMed",
     "src{A 2024 paper}->4 ph{PubMed}->4"},
    // Nothing to go by
    {"Many studies found that tea is fine. PubMed", "ph{PubMed}->none"},
    {"A 1995 review found that tea is fine.", ""},
    {"A 2003 review of migraine found little.", ""},
    // The marker says it already
    {"A 2024 paper (Brandt, 2024) proposed the warm contact theory.", "ay{Brandt|2024}->4"},
};

TEST(CitationLinkerTest, PlaceholdersAndNamedSourcesAreReadFromTheirSentences) {
  for (const Case& c : kContent) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(Link(c.text, Entries(kTopics)).dump, c.expected);
  }
}

TEST(CitationLinkerTest, ContentLinksCarryTheirFeatures) {
  const Linked linked =
      Link("A meta-analysis of trials in people with migraine found less pain. PubMed",
           Entries(kTopics));
  ASSERT_EQ(linked.citations.size(), 1u);
  EXPECT_TRUE(Says(linked.citations[0], "shared-words"));
  EXPECT_TRUE(Says(linked.citations[0], "design"));
  EXPECT_GT(linked.citations[0].score, 0.5);
  EXPECT_LT(linked.citations[0].score, 1);
}

}  // namespace
}  // namespace claimgraph
