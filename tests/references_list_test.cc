// Where a document's references are.  Each case is a whole small document; the
// dump has one line an entry: origin, number or key, and the first words of the
// source at its span; then the words at both ends of each area.
#include <gtest/gtest.h>

#include <string>

#include "core/text/normalize.h"
#include "importers/extraction/references.h"
#include "importers/formats/formats.h"

namespace claimgraph {
namespace {

std::string FirstWords(std::string_view text, std::size_t size) {
  return Tidy(text.substr(0, size));
}

std::string Dump(const std::string& source, const std::string& name) {
  const Document document = ReadDocument(source, name);
  const ReferenceList list = ExtractReferences(document);
  std::string out;
  for (const Reference& r : list.references) {
    out += Name(r.origin);
    if (r.number != 0) out.append(" #").append(std::to_string(r.number));
    if (!r.key.empty()) out.append(" ^").append(r.key);
    out.append(": ").append(
        FirstWords(std::string_view(source).substr(r.span.begin, r.span.size()), 24));
    out += "\n";
  }
  for (const TextSpan area : list.areas) {
    const std::string_view words = document.Words(area);
    out.append("area ").append(FirstWords(words, 10)).append(" .. ");
    out.append(Tidy(words.substr(words.size() - std::min<std::size_t>(words.size(), 8))))
        .append("\n");
  }
  return out;
}

struct Case {
  const char* why;
  const char* source;
  const char* expected;
};

void Check(const Case* begin, const Case* end, const std::string& name) {
  for (const Case* c = begin; c != end; ++c) {
    SCOPED_TRACE(c->why);
    EXPECT_EQ(Dump(c->source, name), c->expected);
  }
}

TEST(ReferenceListTest, PlainText) {
  constexpr Case kCases[] = {
      {"a list ends at the disclaimer",
       "Naps\n\nNaps help (Lind, 2001).\n\nReferences\n\nLind, C. (2001). Naps. Care, 3, 4–9.\n\n"
       "Osei, K. (2003). Cold hands. Care, 5, 1–3.\n\nDisclaimer:\nThis is not advice (2020).\n",
       "list: Lind, C. (2001). Naps. C\nlist: Osei, K. (2003). Cold ha\narea References .. , "
       "1–3.\n"},
      {"no blank lines, an address as an entry of its own, sharing buttons behind",
       "Naps help, says Lind (2001).\nSources\nLind, C. (2001). Naps. Care, 3, 4-9.\n"
       "Osei K, Hall M. Cold hands. Care. 2003;5:1-3.\nhttps://www.sleepboard.org/naps\nShare "
       "this:\nMail\n",
       "list: Lind, C. (2001). Naps. C\nlist: Osei K, Hall M. Cold han\nlist: "
       "https://www.sleepboard.o\n"
       "area Sources Li .. org/naps\n"},
      {"wrapped lines belong to the entry before",
       "Tea helps.\n\nWorks Cited\n\nKim, S. (2017). Tea and calm in a\n   trial of adults. Care, "
       "16,\n"
       "   12-19. doi:10.1234/nl.2017.12\nLind, C., & Hall, A. (2019). Green tea: what\n   we "
       "know. Care, 4(2), 1-9.\n",
       "list: Kim, S. (2017). Tea and\nlist: Lind, C., & Hall, A. (20\narea Works Cite .. 2), "
       "1-9.\n"},
      {"no heading; several numbered entries on one line; a tail",
       "Drink when thirsty. Hall and Osei (2011) found that runners do well.\n\n"
       "[1] Osei, Ama, and Jane Hall. \"Thirst.\" Running 14.2 (2011): 33-41. [2] Lind, I. "
       "\"Salt.\" Running 7 "
       "(2013): 101.\n[3] Hall, M. Water. Oxford: Brookside Press, 2001.\n\nThis page is not "
       "advice.\n",
       "list #1: [1] Osei, Ama, and Jane\nlist #2: [2] Lind, I. \"Salt.\" Run\nlist #3: [3] Hall, "
       "M. Water. Oxfo\n"
       "area [1] Osei, .. s, 2001.\n"},
      {"each entry with its address on the next line",
       "Naps help.\n\nReferences\n\nLind, C. (2001). Naps. Care, 3, "
       "4-9.\nhttps://doi.org/10.1234/a.1\n\n"
       "Osei, K. (2003). Hands. Care, 5, 1-3.\nhttps://doi.org/10.1234/a.2\n",
       "list: Lind, C. (2001). Naps. C\nlist: Osei, K. (2003). Hands.\narea References .. "
       "1234/a.2\n"},
      {"family names that begin with a small word",
       "Naps help.\n\nWorks Cited\n\nBrandt, Ana. \"Quiet Rooms.\" Ward Design, vol. 4, 2011, "
       "pp. 5-9.\n\nde Lind, Carla, et al. \"Warm Ears.\" Care, vol. 3, 1999, pp. 7-8.\n\n"
       "van der Osei K. Cold hands. Care. 2003;5:1-3.\n",
       "list: Brandt, Ana. \"Quiet Room\nlist: de Lind, Carla, et al. \"\nlist: van der Osei K. "
       "Cold han\narea Works Cite .. 3;5:1-3.\n"},
      {"the sign that leads from a note back to its mark",
       "Naps help [1].\n\nReferences\n\n^ Lind, C. (2001). Naps. Care, 3, 4-9.\n"
       "^ a b Osei K, Hall M. Cold hands. Care. 2003;5:1-3. \u21A9\n",
       "list: Lind, C. (2001). Naps. C\nlist: Osei K, Hall M. Cold han\narea References .. 1-3. "
       "\u21A9\n"},
      {"the first entry on the heading's line",
       "Naps help.\n\nReferences: Lind, C. (2001). Naps. Care, 3, 4-9.\n",
       "list: Lind, C. (2001). Naps. C\narea References .. 3, 4-9.\n"},
  };
  Check(std::begin(kCases), std::end(kCases), "post.txt");
}

TEST(ReferenceListTest, Markdown) {
  constexpr Case kCases[] = {
      {"a numbered list under a bold line",
       "# Naps\n\nNaps help [2].\n\n**References:**\n\n1. Lind, C. (2001). Naps. *Care*, *3*, "
       "4–9.\n"
       "2. Hall M, et al. Hands. Care. 2003;5:1-3.\n3. [Sleep and "
       "naps](https://www.sleepboard.org/naps), Sleep "
       "Board\n\n## About the author\n\nJo lives in Leeds (since 2010).\n",
       "list #1: Lind, C. (2001). Naps. *\nlist #2: Hall M, et al. Hands. Ca\n"
       "list #3: [Sleep and naps](https:/\narea References .. ep Board\n"},
      {"entries that ran together in one paragraph",
       "Naps help.\n\n## References\n\nLind C. Naps and nights in wards. Care 2001;3:4-9.\nOsei K, "
       "Hall M. Cold hands "
       "in autumn. Care 2003;5:1-3.\nHall, M. (2005). Warm ears in winter. Care, 7, 1–2. "
       "https://doi.org/10.1234/a.1\nBrandt, Ana. \"Quiet rooms for nurses.\" Ward Design 4.1 "
       "(2011): 5.\n",
       "list: Lind C. Naps and nights\nlist: Osei K, Hall M. Cold han\nlist: Hall, M. (2005). Warm "
       "ea\n"
       "list: Brandt, Ana. \"Quiet room\narea References .. 011): 5.\n"},
      {"one entry a line in one paragraph",
       "Naps help.\n\n## References\n\nBrandt-Osei, A. (2015a). Naps one: a randomized trial. J "
       "Naps, 1, 1-2.\nBrandt-Osei, A. (2015b). Naps two: a randomized trial.\nJ Naps, 1, "
       "3-4.\nÖzil, J. (2018). Ears. J Ears, 2, 3.\nvan der Lind, H., Li, X., & Wu, Y. (in press). "
       "Ears again. J Ears.\nHarbour Institute for Sleep. (2020). Rest. https://harbour.example/x\n"
       "Ward Board (2021). Work.\nMarlow AB, Pell C. Rest. Care 2001;3:4.\n",
       "list: Brandt-Osei, A. (2015a).\nlist: Brandt-Osei, A. (2015b).\nlist: Özil, J. (2018). "
       "Ears.\nlist: van der Lind, H., Li, X.\nlist: Harbour Institute for Sl\nlist: Ward Board "
       "(2021). Work.\nlist: Marlow AB, Pell C. Rest.\narea References .. 001;3:4.\n"},
      {"titles that are links, under a weak heading",
       "# Naps\n\nNaps help.\n\n## Further reading\n\n- [How naps help you "
       "work](https://www.sleepboard.org/a)\n"
       "- [The science of rest](https://www.restdaily.com/b)\n\n## Get in touch\n\nMail me.\n",
       "list: [How naps help you work]\nlist: [The science of rest](ht\narea Further re .. of "
       "rest\n"},
      {"categories inside a list",
       "Naps help.\n\n## References\n\n### Studies\n\nLind, C. (2001). Naps. Care, 3, 4–9.\n\n### "
       "Books\n\n"
       "Hall, M. (2005). Ears. Oxford: Brookside Press.\n\nThanks for reading, and do subscribe.\n",
       "list: Lind, C. (2001). Naps. C\nlist: Hall, M. (2005). Ears. O\narea References .. e "
       "Press.\n"},
      {"footnotes that hold a source, and one that does not",
       "Naps help.[^1] A lot.[^b]\n\n[^1]: Lind C, Osei K. Naps. Care. 2016;3(1):5-9.\n"
       "[^b]: This is an aside, as you may have guessed.\n",
       "footnote ^1: [^1]: Lind C, Osei K. Na\narea Lind C, Os .. (1):5-9.\n"},
      {"a footnote that is an address, under a heading",
       "# Naps[^1]\n\nNaps help.\n\n### References\n[^1]: https://www.sleepboard.org/naps\n",
       "footnote ^1: [^1]: https://www.sleepb\narea References .. org/naps\n"},
      {"links to sources; a dictionary and a shop are none, and one address counts once",
       "Naps [help](https://pubmed.ncbi.nlm.nih.gov/21400001/) and "
       "[do](https://www.example.org/a/b?utm_source=x) "
       "[so](https://www.example.org/a/b), a [nap](https://en.wikipedia.org/wiki/Nap) that is. "
       "[Book](https://www.example.org/book-now/).\n",
       "link: https://pubmed.ncbi.nlm.\nlink: https://www.example.org/\n"},
      {"an address that the list prints is no second reference",
       "Naps [help](https://doi.org/10.1234/a.1).\n\n## References\n\nLind, C. (2001). Naps. Care, "
       "3, 4–9. "
       "https://doi.org/10.1234/A.1\n",
       "list: Lind, C. (2001). Naps. C\narea References .. 1234/A.1\n"},
  };
  Check(std::begin(kCases), std::end(kCases), "post.md");
}

TEST(ReferenceListTest, Html) {
  constexpr Case kCases[] = {
      {"an ordered list, with a link as an entry",
       "<html><body><article><h1>Tea</h1><p>Tea "
       "helps<sup>1</sup>.</p><h3>References</h3><ol><li><a "
       "href=\"https://pubmed.ncbi.nlm.nih.gov/31111111/\">Theanine in adults: a "
       "trial</a></li><li>Kim S, et al. "
       "Tea. <i>Nutr J</i> 2017;16:12.</li></ol><p>Tags: tea</p></article></body></html>",
       "list #1: <a href=\"https://pubmed.\nlist #2: Kim S, et al. Tea. <i>Nu\narea References .. "
       "7;16:12.\n"},
      {"entries divided by line breaks",
       "<html><body><article><h1>Tea</h1><p>Tea helps.</p><p><strong>References:</strong><br>Lind "
       "C. Naps. Care "
       "2001;3:4-9.<br>Osei K. Hands. Care 2003;5:1-3. <a "
       "href=\"https://doi.org/10.1234/a.2\">doi</a><br>"
       "https://www.sleepboard.org/naps</p><p>Copyright 2020 Sleep "
       "Site.</p></article></body></html>",
       "list: Lind C. Naps. Care 2001;\nlist: Osei K. Hands. Care 2003\nlist: "
       "https://www.sleepboard.o\n"
       "area References .. org/naps\n"},
  };
  Check(std::begin(kCases), std::end(kCases), "page.html");
}

TEST(ReferenceListTest, NoListAtAll) {
  constexpr Case kCases[] = {
      {"prose with years and names",
       "In 2010 (the year I moved) we went to Paris. Later, in 2012, it rained (a lot).\n\nMy "
       "mother, J. Hall, was "
       "born in 1950 (in London). She said (2005) that it was fine.\n\nTables (2011) and chairs "
       "(2012) were bought.\n",
       ""},
      {"narrative citations",
       "Moreno et al. (2018) found that naps reduce errors (p < .05) in 45 nurses.\n\nHall and "
       "Osei (2011) found "
       "that runners do well; Lind (2012, p. 4) did not.\n",
       ""},
      {"headings that are words of the trade",
       "# Notes\n\nThese are notes on the notes of 2010. They are many.\n\n## Sources of "
       "iron\n\nFish (2010) is one.\n\n"
       "## Resources\n\nVisit our shop at https://www.example.com/products/tea and buy tea. You "
       "will love it.\n",
       ""},
      {"a table of contents that names the list",
       "# Naps\n\n- Introduction\n- References\n\n## Introduction\n\nNaps help.\n", ""},
      {"nothing", "", ""},
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.why);
    EXPECT_EQ(Dump(c.source, "post.md"), c.expected);
  }
}

TEST(ReferenceListTest, LinksGiveIdentifiersAndTitles) {
  const std::string source =
      "- [Quiet rooms and how nurses sleep](https://www.nejm.org/doi/full/10.1056/NEJMoa2100001)\n"
      "- see [here](https://www.ncbi.nlm.nih.gov/pmc/articles/PMC5812345/)\n";
  const Document document = ReadDocument(source, "post.md");
  const std::vector<Reference> references = ExtractReferences(document).references;
  ASSERT_EQ(references.size(), 2u);
  EXPECT_EQ(references[0].title, "Quiet rooms and how nurses sleep");
  EXPECT_EQ(references[0].doi, "10.1056/nejmoa2100001");
  EXPECT_EQ(references[1].title, "");
  EXPECT_EQ(references[1].pmcid, "PMC5812345");
}

TEST(ReferenceListTest, NumberedSaysWhetherMarkersCanBeNumbers) {
  const auto numbered = [](const char* source) {
    return ExtractReferences(ReadDocument(source, "post.md")).numbered;
  };
  EXPECT_TRUE(numbered("Naps (1).\n\nReferences\n\n1. Lind, C. (2001). Naps. Care, 3, 4–9.\n"));
  EXPECT_TRUE(numbered("Naps (1).\n\nReferences\n\n[1] Lind, C. (2001). Naps. Care, 3, 4–9.\n"));
  EXPECT_FALSE(numbered("Naps (1).\n\nReferences\n\n- Lind, C. (2001). Naps. Care, 3, 4–9.\n"));
}

}  // namespace
}  // namespace claimgraph
