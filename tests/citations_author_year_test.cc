// Author-year markers: text beside the dump of what is found in it.

#include <gtest/gtest.h>

#include "importers/extraction/citations.h"
#include "tests/citations_test_util.h"

namespace claimgraph {
namespace {

constexpr const char* kList =
    "Marlow 1998 A bench of sleepers\n"
    "Brandt, Thorsen 2015 Breaks at work\n"
    "Quill-Ortega+ 2011 Pressure and pain\n"
    "Oduya, Van_der_Meer, Lind 2012a Rest\n"
    "Harbour_Health_Organization 2019 Guidance\n"
    "Jordan 2012 Breath\n"
    "de_la_Fosse, Ó_Briain 2004 Touch\n";

struct Case {
  const char* text;
  const char* expected;
};

std::string Found(const char* text) {
  return Dump(ExtractCitations(TextDocument(text), Entries(kList), {}));
}

constexpr Case kParenthetical[] = {
    {"Rest helps (Marlow, 1998).", "ay{Marlow|1998}"},
    {"Rest helps (Marlow 1998).", "ay{Marlow|1998}"},
    {"Rest helps [Marlow, 1998].", "ay{Marlow|1998}"},
    {"Rest helps (Marlow, 1998; Brandt & Thorsen, 2015).",
     "ay{Marlow|1998} ay{Brandt,Thorsen|2015}"},
    {"Rest helps (Brandt and Thorsen, 2015).", "ay{Brandt,Thorsen|2015}"},
    {"Rest helps (Quill-Ortega et al., 2011).", "ay{Quill-Ortega+|2011}"},
    {"Rest helps (Quill-Ortega et al 2011).", "ay{Quill-Ortega+|2011}"},
    {"Rest helps (Quill-Ortega and colleagues, 2011).", "ay{Quill-Ortega+|2011}"},
    {"Rest helps (Oduya, Van der Meer, & Lind, 2012a).", "ay{Oduya,Van der Meer,Lind|2012a}"},
    {"Rest helps (Oduya, Van der Meer and Lind 2012a).", "ay{Oduya,Van der Meer,Lind|2012a}"},
    {"Rest helps (de la Fosse & Ó Briain, 2004).", "ay{de la Fosse,Ó Briain|2004}"},
    {"Rest helps (D\u2019Arcy & al-Rashid, 2004).", "ay{D\u2019Arcy,al-Rashid|2004}"},
    {"Rest helps (J. Marlow, 1998).", "ay{Marlow|1998}"},
    {"Rest helps (Marlow, T. M., 1998).", "ay{Marlow|1998}"},
    // Prefixes, pages, several at once
    {"(see also Marlow & Pell, 2011, p. 4; for a review, Quill-Ortega et al., 2015b)",
     "ay{Marlow,Pell|2011} ay{Quill-Ortega+|2015b}"},
    {"Rest helps (e.g., Marlow, 1998, Brandt & Thorsen, 2015).",
     "ay{Marlow|1998} ay{Brandt,Thorsen|2015}"},
    {"Rest helps (Jordan, 2010, 2012a,b).", "ay{Jordan|2010} ay{Jordan|2012a} ay{Jordan|2012b}"},
    {"Rest helps (Jordan, 2010; 2012).", "ay{Jordan|2010} ay{Jordan|2012}"},
    {"Rest helps (Jordan, n.d.; Marlow, in press).", "ay{Jordan|0} ay{Marlow|0}"},
    // Organisations
    {"Rest helps (Harbour Health Organization [HHO], 2019).",
     "ay{Harbour Health Organization [HHO]|2019}"},
    {"Rest helps (HHO, 2019).", "ay{HHO|2019}"},
    {"Rest helps (Department of Sleep and Rest Services, 2018).",
     "ay{Department of Sleep and Rest Services|2018}"},
    // No-break spaces (U+00A0, U+202F) and U+2011
    {"Rest helps (Marlow,\u00A01998; Brandt\u202F&\u202FThorsen,\u00A02015).",
     "ay{Marlow|1998} ay{Brandt,Thorsen|2015}"},
    {"Rest helps (Quill\u2011Ortega et\u00A0al., 2011).", "ay{Quill\u2011Ortega+|2011}"},
    // Not in the list: still citations where they look like nothing else
    {"Rest helps (Dunmore, 2021).", "ay{Dunmore|2021}"},
    {"Rest helps (Dunmore & Vance 2021).", "ay{Dunmore,Vance|2021}"},
};

TEST(AuthorYearTest, FindsParentheticalMarkers) {
  for (const Case& c : kParenthetical) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(Found(c.text), c.expected);
  }
}

constexpr Case kNarrative[] = {
    {"Quill-Ortega et al. (2010) found less pain.", "ay{Quill-Ortega+|2010}"},
    {"A trial by\u00A0Quill\u2011Ortega et al.\u00A0(2010) found less pain.",
     "ay{Quill\u2011Ortega+|2010}"},
    {"Brandt and Thorsen (2015) found less pain.", "ay{Brandt,Thorsen|2015}"},
    {"However, Marlow (1998) disagreed.", "ay{Marlow|1998}"},
    {"Marlow\u2019s (1998) bench was hard.", "ay{Marlow|1998}"},
    {"This was seen by Jordan (2012a, 2012b).", "ay{Jordan|2012a} ay{Jordan|2012b}"},
    {"Marlow (1998, p. 12) and Jordan [2012] agree.", "ay{Marlow|1998} ay{Jordan|2012}"},
    {"In Norway, Brandt and Thorsen (2015) found less pain.", "ay{Brandt,Thorsen|2015}"},
    {"Dunmore (2021) reported less pain.", "ay{Dunmore|2021}"},
    {"It was shown by Dunmore (2021).", "ay{Dunmore|2021}"},
    {"As proposed by Dunmore et al., 2021, pain fell.", "ay{Dunmore+|2021}"},
    {"(as noted by Marlow (1998) and others)", "ay{Marlow|1998}"},
};

TEST(AuthorYearTest, FindsNarrativeMarkers) {
  for (const Case& c : kNarrative) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(Found(c.text), c.expected);
  }
}

constexpr Case kNothing[] = {
    {"It began early (2019).", ""},
    {"Sleep fell (p < 0.05, 2019).", ""},
    {"As shown before (Figure 2).", ""},
    {"Some slept (n = 34).", ""},
    {"It grew (in 2019) and later (since 1998).", ""},
    {"It grew (March 2020).", ""},
    {"It grew (COVID-19, 2020).", ""},
    {"It met in Paris (2012).", ""},
    {"Data were analysed (Paris, 2012).", ""},
    {"It took years (2010-2015).", ""},
    {"Code (SPSS Inc., Chicago, 2010) was used.", ""},
    {"The Windmill (1997) won awards.", ""},
    {"They paid (1500 people).", ""},
    {"The study took place in the 1990s (Marlow, 1990s).", ""},
};

TEST(AuthorYearTest, LeavesOtherYearsAlone) {
  for (const Case& c : kNothing) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(Found(c.text), c.expected);
  }
}

constexpr Case kAuthorPage[] = {
    {"Rest helps (Marlow 14).", "ay{Marlow|0}"},
    {"Rest helps (Brandt and Thorsen 3-5; Jordan p. 12).", "ay{Brandt,Thorsen|0} ay{Jordan|0}"},
    {"Rest helps (see Quill-Ortega et al.).", "ay{Quill-Ortega+|0}"},
    // A page of four digits, and an article number for a page
    {"Rest helps (Marlow 2773) at work (Jordan e34).", "ay{Marlow|0} ay{Jordan|0}"},
    // A name or a number alone, names that the list does not have
    {"Rest (Jordan) helps (14).", ""},
    {"Rest helps (Dunmore 14) at home (Room 14).", ""},
    // A document that cites by year does not cite by page.
    {"Rest helps (Marlow, 1998), too (Jordan 12).", "ay{Marlow|1998}"},
};

TEST(AuthorYearTest, FindsPagesWhereThereAreNoYears) {
  for (const Case& c : kAuthorPage) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(Found(c.text), c.expected);
  }
}

TEST(AuthorYearTest, SpansLeaveOutTheSharedBracket) {
  const Document document = TextDocument(
      "Rest helps (see Marlow, 1998; Brandt & Thorsen, 2015). Quill-Ortega et al. (2010) agreed.");
  const std::vector<Citation> found = ExtractCitations(document, Entries(kList), {});
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].text, "Marlow, 1998");
  EXPECT_EQ(found[1].text, "Brandt & Thorsen, 2015");
  EXPECT_EQ(found[2].text, "Quill-Ortega et al. (2010)");
  EXPECT_EQ(document.Words(found[0].text_span), "Marlow, 1998");
}

TEST(AuthorYearTest, MarkersInTheListAreNotCitations) {
  const Document document =
      TextDocument("Rest helps (Marlow, 1998).\nMarlow, T. (1998). See Jordan (2012).");
  ReferenceList list = Entries(kList);
  list.areas.push_back(document.blocks[1].span);
  EXPECT_EQ(Dump(ExtractCitations(document, list, {})), "ay{Marlow|1998}");
}

TEST(AuthorYearTest, AMarkerBehindTheFullStopSpeaksForTheSentenceBefore) {
  const Document document =
      TextDocument("Rest helps. (Marlow, 1998) Sleep is long.\nJordan (2012) found rest.");
  const std::vector<Citation> found = ExtractCitations(document, Entries(kList), {});
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(document.Words(document.sentences[found[0].sentence].span).substr(0, 4), "Rest");
  EXPECT_EQ(document.Words(document.sentences[found[1].sentence].span).substr(0, 6), "Jordan");
}

}  // namespace
}  // namespace claimgraph
