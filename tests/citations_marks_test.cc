// Keys, footnotes, links, lost links and named sources.

#include <gtest/gtest.h>

#include "importers/extraction/citations.h"
#include "importers/linking/citation_linker.h"
#include "tests/citations_test_util.h"

namespace claimgraph {
namespace {

struct Case {
  const char* text;
  const char* expected;
};

std::vector<Reference> Bibliography() {
  std::vector<Reference> references = Entries("Marlow 1998 Sleep\nPell 2015 Pain\n").references;
  references[0].key = "marlow1998";
  references[1].key = "Pell_2015";
  for (Reference& r : references) r.origin = ReferenceOrigin::kBibFile;
  return references;
}

constexpr Case kKeys[] = {
    {"Rest helps [@marlow1998].", "key{marlow1998}"},
    {"Rest helps[@marlow1998; @Pell_2015].", "key{marlow1998;Pell_2015}"},
    {"Rest helps [see @marlow1998, p. 3; -@Pell_2015].", "key{marlow1998;Pell_2015}"},
    {"Rest helps [@nowhere2020].", "key{nowhere2020}"},
    {"@marlow1998 [p. 3] says so.", "key{marlow1998}"},
    {"As @Pell_2015 said.", "key{Pell_2015}"},
    // People, mail, the document's own figures
    {"Write to ada@marlow1998 or @someone.", ""},
    {"See [@fig-sleep] and @tbl-1.", ""},
    {"See [@marlow1998, never closed", "key{marlow1998}"},
};

TEST(KeyTest, FindsPandocKeys) {
  for (const Case& c : kKeys) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(Dump(ExtractCitations(TextDocument(c.text), {}, Bibliography())), c.expected);
  }
}

TEST(KeyTest, TheSpanCoversTheWholeBracket) {
  const auto found =
      ExtractCitations(TextDocument("Rest helps [see @marlow1998, p. 3]."), {}, Bibliography());
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].text, "[see @marlow1998, p. 3]");
}

TEST(FootnoteTest, ANoteWithASourceIsACitationAndACommentIsNot) {
  Document document =
      TextDocument("Rest helps.[^a] It is quiet.[^b] It is old.[^c]\nA source.\nBy the way.");
  document.blocks[1].kind = document.blocks[2].kind = BlockKind::kFootnote;
  document.blocks[1].label = "a";
  document.blocks[2].label = "b";
  ReferenceList list;
  list.references.resize(1);
  list.references[0].origin = ReferenceOrigin::kFootnote;
  list.references[0].key = "a";
  list.areas.push_back(document.blocks[1].span);
  // "c" has no note at all: it dangles.
  EXPECT_EQ(Dump(ExtractCitations(document, list, {})), "fn{a} fn{c}");
}

constexpr Case kLinks[] = {
    {"Rest {helps>https://pubmed.ncbi.nlm.nih.gov/1/}.",
     "link{https://pubmed.ncbi.nlm.nih.gov/1/}"},
    {"Rest is {quiet>https://en.wikipedia.org/wiki/Rest}.", ""},
    // A link on a marker is the marker, with an address
    {"Rest helps ({Marlow, 1998>https://doi.org/10.1000/a}).", "ay{Marlow|1998}"},
};

TEST(LinkTest, FindsLinksToSources) {
  for (const Case& c : kLinks) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(Dump(ExtractCitations(TextDocument(c.text), Entries("Marlow 1998 Sleep"), {})),
              c.expected);
  }
}

TEST(LinkTest, AnIdentifierOfTheListIsAsGoodAsALink) {
  ReferenceList list = Entries("Marlow 1998 Sleep\nPell 1999 Rest\n");
  list.references[0].pmid = "12345678";
  list.references[1].doi = "10.1000/a.b";
  const Document document =
      TextDocument("Rest helps (PMID: 12345678). So does doi:10.1000/a.b. Not PMID 87654321.");
  EXPECT_EQ(Dump(ExtractCitations(document, list, {})),
            "link{https://pubmed.ncbi.nlm.nih.gov/12345678/} link{https://doi.org/10.1000/a.b}");
}

TEST(LinkTest, TheSpanIsTheWholeConstruct) {
  const Document document = TextDocument("Rest {helps>https://pubmed.ncbi.nlm.nih.gov/1/}.");
  const auto found = ExtractCitations(document, {}, {});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].span, document.links[0].source);
  EXPECT_EQ(found[0].text, "helps");
}

TEST(LinkTest, AMarkerKeepsTheAddressOfTheLinkOnIt) {
  const Document document = TextDocument("Rest helps ({Marlow, 1998>https://doi.org/10.1000/a}).");
  const auto found = ExtractCitations(document, Entries("Marlow 1998 Sleep"), {});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].url, "https://doi.org/10.1000/a");
}

constexpr Case kPlaceholders[] = {
    {"A trial found less pain than usual care. PubMed", "ph{PubMed}"},
    {"A trial found less pain than usual care. PubMed A later one did not.", "ph{PubMed}"},
    {"A trial found less pain.\u201D PubMed+1", "ph{PubMed+1}"},
    {"A trial found less pain. Mayo Clinic Press Office", "ph{Mayo Clinic Press Office}"},
    {"A trial found less pain. Harbour Institute", "ph{Harbour Institute}"},
    {"A trial found less pain (PubMed).", "ph{PubMed}"},
    {"A trial found less pain. Read more here", "ph{Read more here}"},
    {"A trial found less pain than usual care PubMed", "ph{PubMed}"},
    {"A trial found less pain.\nPubMed\nAnother did not.", "ph{PubMed}"},
    // The words of a sentence
    {"PubMed is an index. We searched PubMed", ""},
    {"We searched on PubMed.", ""},
    {"The advice comes from the WHO.", ""},
    {"The World Health Organization (WHO) agrees.", ""},
    {"It was a quiet day. Read more here", ""},
    {"# PubMed\nAn index.", ""},
    {"You may feel ill.\nWho Should I See\nYour doctor.", ""},
    {"You may feel ill.\nSleep\nRest well.", ""},
};

TEST(PlaceholderTest, FindsLinkTextThatLostItsTarget) {
  const ReferenceList list = Entries("Harbour_Institute 2020 Rest\nMarlow 1998 Sleep");
  for (const Case& c : kPlaceholders) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(Dump(ExtractCitations(TextDocument(c.text), list, {})), c.expected);
  }
}

TEST(PlaceholderTest, SpeaksForTheSentenceBefore) {
  const Document document = TextDocument("Tea is warm. A trial found less pain. PubMed");
  const auto found = ExtractCitations(document, {}, {});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(document.Words(document.sentences[found[0].sentence].span), "A trial found less pain.");
}

constexpr Case kNamed[] = {
    {"A 2023 paper proposed a model.", "src{A 2023 paper}"},
    {"However, a 2013 review found little.", "src{a 2013 review}"},
    {"The 2010 Harbour review found little.", "src{The 2010 Harbour review}"},
    {"Also, in 2025 a \u201CSpecial Issue\u201D of a journal was out.",
     "src{in 2025 a \u201CSpecial Issue}"},
    {"In 2019 the town had a fair.", ""},
    {"The 2010 winter was long.", ""},
    {"A recent review found little.", ""},
};

TEST(NamedSourceTest, FindsSourcesNamedByYearAndKind) {
  for (const Case& c : kNamed) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(Dump(ExtractCitations(TextDocument(c.text), {}, {})), c.expected);
  }
}

// Links to the keys of a list that its format marks up.
TEST(KeyLinkTest, ALinkToAnEntryIsACitationOfIt) {
  ReferenceList list = NumberedEntries(8);
  for (Reference& r : list.references) r.key = "B" + std::to_string(r.number);
  const auto dump = [&list](std::string_view text) {
    const Document document = TextDocument(text, Format::kJats);
    std::vector<Citation> found = ExtractCitations(document, list, {});
    LinkCitations(document, list.references, &found);
    return DumpLinks(found);
  };
  // The numbers that are printed are those of another list; the keys decide.
  EXPECT_EQ(dump("Rest helps [{2>#B3}]. So it is."), "num{2}->3");
  EXPECT_EQ(dump("Rest helps [{1>#B3}\u2013{3>#B5}]."), "num{1-3}->3,4,5");
  EXPECT_EQ(dump("Rest helps {12>#B3 B4}."), "sup{12}->3,4");
  EXPECT_EQ(dump("It is {so>#nowhere}."), "");
}

TEST(KeyLinkTest, OneLinkOverSeveralNamesIsSharedOutByName) {
  const std::vector<Reference> sources = Bibliography();
  const Document document =
      TextDocument("Rest helps {(Marlow, 1998; Pell, 2015)>#marlow1998 Pell_2015}.", Format::kDocx);
  std::vector<Citation> found = ExtractCitations(document, {}, sources);
  LinkCitations(document, sources, &found);
  EXPECT_EQ(DumpLinks(found), "ay{Marlow|1998}->1 ay{Pell|2015}->2");
}

TEST(KeyLinkTest, WhereMarksAreLinkedOtherNumbersAreNone) {
  ReferenceList list = NumberedEntries(8);
  for (Reference& r : list.references) r.key = "B" + std::to_string(r.number);
  const auto dump = [&list](std::string_view text) {
    return Dump(ExtractCitations(TextDocument(text, Format::kJats), list, {}));
  };
  EXPECT_EQ(dump("It is [{1>#B1}]. So [{2>#B2}]. And [{3>#B3}].\nFour [4]."),
            "num{1} num{2} num{3}");
  EXPECT_EQ(dump("It is [{1>#B1}].\nFour [4]."), "num{1} num{4}");
}

}  // namespace
}  // namespace claimgraph
