// BibTeX in, references out.  The dump has one line an entry:
// key: names | year | title | container | volume(issue):pages | identifiers.
#include "importers/formats/bibtex.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "tests/growth.h"

namespace claimgraph {
namespace {

std::string Dump(const Reference& r) {
  std::string out = r.key + ": ";
  for (std::size_t i = 0; i < r.authors.size(); ++i) {
    if (i > 0) out += "; ";
    out += r.authors[i].family;
    if (!r.authors[i].given.empty()) out.append(", ").append(r.authors[i].given);
  }
  if (r.et_al) out += " et al";
  out.append(" | ").append(r.year == 0 ? "" : std::to_string(r.year)).append(r.year_suffix);
  out.append(" | ")
      .append(r.title)
      .append(" | ")
      .append(r.container)
      .append(" | ")
      .append(r.volume);
  if (!r.issue.empty()) out.append("(").append(r.issue).append(")");
  if (!r.pages.empty()) out.append(":").append(r.pages);
  if (!r.publisher.empty()) out.append(" @").append(r.publisher);
  if (!r.doi.empty()) out.append(" doi=").append(r.doi);
  if (!r.pmid.empty()) out.append(" pmid=").append(r.pmid);
  if (!r.pmcid.empty()) out.append(" ").append(r.pmcid);
  if (!r.url.empty()) out.append(" ").append(r.url);
  return out;
}

std::string DumpFile(std::string_view bytes) {
  const BibFile file = ReadBibtex(bytes, "refs.bib");
  std::string out;
  for (const Reference& r : file.references) out.append(Dump(r)).append("\n");
  for (const Diagnostic& d : file.diagnostics)
    out.append(d.code).append(": ").append(d.message).append("\n");
  return out;
}

struct Case {
  const char* bib;
  const char* expected;
};

TEST(BibtexTest, ADoiIsReadWhole) {
  for (const char* const doi :
       {"10.5555/(SICI)1:1<1::AID-X>3.0.CO;2-A", R"(10.5555/(SICI)1:1$<$1::AID-X$>$3.0.CO;2-A)",
        R"(10.5555/(SICI)1:1{\textless}1::AID-X{\textgreater}3.0.CO;2-A)"}) {
    const BibFile file = ReadBibtex(std::string("@article{a, doi = {") + doi + "}}", "refs.bib");
    ASSERT_EQ(file.references.size(), 1U) << doi;
    EXPECT_EQ(file.references[0].doi, "10.5555/(sici)1:1<1::aid-x>3.0.co;2-a");
  }
}

TEST(BibtexTest, Fields) {
  constexpr Case kCases[] = {
      {R"(@article{lind2012,
            author = {Lind, Clara and Osei, K. B. and others},
            title = {{Rocking beds} in the {ICU}: 2001--2010},
            journal = "Sleep Practice", year = 2012, volume = 12, number = {3}, pages = {45--52},
            doi = {https://doi.org/10.1234/JSP.2012.045}, pmid = {29123456}, pmcid = {5812345} })",
       "lind2012: Lind, Clara; Osei, K. B. et al | 2012 | Rocking beds in the ICU: 2001–2010 | "
       "Sleep Practice | "
       "12(3):45-52 doi=10.1234/jsp.2012.045 pmid=29123456 PMC5812345\n"},
      // BibLaTeX: date, journaltitle, subtitle, eprint
      {"@Article{a, author={Lind, C}, title={Naps}, subtitle={a trial}, journaltitle={Care}, "
       "date={2003-05-01}, "
       "eprint={12345678}, eprinttype={pubmed}}",
       "a: Lind, C | 2003 | Naps: a trial | Care |  pmid=12345678\n"},
      {"@book(b, editor = {Hall, M.}, title = {Water}, publisher = {Brookside \\& Sons}, year = "
       "{2001b})",
       "b: Hall, M. | 2001b | Water |  |  @Brookside & Sons\n"},
      // Identifiers left in notes and addresses
      {"@misc{c, title = {Lipid panel}, howpublished = "
       "{\\url{https://www.sleepboard.org/lipid_panel}}, "
       "note = {PMID: 23456789}}",
       "c:  |  | Lipid panel |  |  pmid=23456789 https://www.sleepboard.org/lipid_panel\n"},
      // A chapter takes the rest from its book
      {"@inbook{d, author={Lind, C}, title={Chapter}, crossref={e}} @book{e, title={The Book}, "
       "year={1999}, "
       "publisher={Press}}",
       "d: Lind, C | 1999 | Chapter | The Book |  @Press\ne:  | 1999 | The Book |  |  @Press\n"},
      {"@string{jsp = \"Sleep \" # {Practice}} @article{f, journal = jsp # { B}, title = {T}, year "
       "= 2001}",
       "f:  | 2001 | T | Sleep Practice B | \n"},
      // No key; two commas; no fields; a comment between
      {"@misc{title = {T}} % note\n@misc{g,,title={U},}\n@comment{@misc{no, "
       "title={X}}}\n@misc{h}\n",
       ":  |  | T |  | \ng:  |  | U |  | \nh:  |  |  |  | \n"},
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.bib);
    EXPECT_EQ(DumpFile(c.bib), c.expected);
  }
}

TEST(BibtexTest, Names) {
  constexpr Case kCases[] = {
      {"Ludwig van der Berg", "van der Berg, Ludwig"},
      {"van der Berg, Ludwig", "van der Berg, Ludwig"},
      {"Lind, Jr., Carl", "Lind, Carl Jr."},
      {"{World Rocking Board}", "World Rocking Board"},
      {"{Board of Beds and Baths} and Lind, C.", "Board of Beds and Baths; Lind, C."},
      {"Ana Maria {Moreno Gil}", "Moreno Gil, Ana Maria"},
      {"S{\\'a}ez-Gil, {\\'A}ngel and M{\\\"u}ller, J{\\\"o}rg", "Sáez-Gil, Ángel; Müller, Jörg"},
      {"\\v{S}imi\\'{c}, \\O ystein and \\L{}uka Brand\\~ao", "Šimić, Øystein; Brandão, Łuka"},
      {"family=Moreno, given=Ana, prefix=de", "de Moreno, Ana"},
      {"Lind, C. et al.", "Lind, C. et al"},
      {"Lind C AND Osei K", "C, Lind; K, Osei"},
      {"and and and", ""},
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.bib);
    const std::string bib = std::string("@misc{k, author = {") + c.bib + "}}";
    const std::string dump = DumpFile(bib);
    EXPECT_EQ(dump.substr(0, dump.find(" |")), std::string("k: ") + c.expected);
  }
}

TEST(BibtexTest, LatexAsAReaderSeesIt) {
  constexpr Case kCases[] = {
      {"R\\'{e}sum\\'e of na\\\"{\\i}ve caf\\'es", "Résumé of naïve cafés"},
      {"Sleep~\\& Pain --- a ``review''", "Sleep & Pain — a “review”"},
      {"\\emph{In vitro} and \\textbf{bold} {\\it old}", "In vitro and bold old"},
      {"Blood pressure \\textless 140 and 50\\%", "Blood pressure <140 and 50%"},
      {"$\\alpha$-wave at 10\\,Hz", "α-wave at 10 Hz"},
      {"\\href{https://example.org/a}{The page}", "The page"},
      {"Unknown \\foo{kept}, \\bar", "Unknown kept,"},
      {"line\n   end and\ttab", "line end and tab"},
      {"trailing \\", "trailing"},
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.bib);
    const BibFile file = ReadBibtex(std::string("@misc{k, title = {") + c.bib + " }}", "x.bib");
    if (std::string_view(c.bib).ends_with("\\")) continue;  // escapes the brace: no entry at all
    ASSERT_EQ(file.references.size(), 1u);
    EXPECT_EQ(file.references[0].title, c.expected);
  }
}

TEST(BibtexTest, BadEntriesAreReportedAndTheRestIsRead) {
  constexpr Case kCases[] = {
      // Never closed: the next line that begins an entry ends it.
      {"@article{a, title = {Open\n\n@misc{b, title={Good}}\n",
       "b:  |  | Good |  | \nbibtex-syntax: line 1: a \"{\" that is not closed; the entry was left "
       "out\n"},
      {"@misc{ok, title={A}}\n@misc{a, title {no equals}}\n@misc{b, title={Good}}",
       "ok:  |  | A |  | \nb:  |  | Good |  | \n"
       "bibtex-syntax: line 2: no \"=\" after a field's name; the entry was left out\n"},
      {"@misc{a, title = \"open\n",
       "bibtex-syntax: line 1: a quotation mark that is not closed; the entry was left out\n"},
      {"@misc a", "bibtex-syntax: line 1: no \"{\" after @misc; the entry was left out\n"},
      {"@", "bibtex-syntax: line 1: an entry without a type; the entry was left out\n"},
      // Text and addresses between entries are not entries
      {"Write to jo@example.org, please.\n", ""},
      {"", ""},
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.bib);
    EXPECT_EQ(DumpFile(c.bib), c.expected);
  }
}

TEST(BibtexTest, SpansAreTheEntriesBytes) {
  const std::string bib =
      "% head\r\n@misc{a, title={É}, year={2011}, doi={10.1234/x}}\r\n\r\n@misc{b, title={B}}\r\n";
  const BibFile file = ReadBibtex(bib, "refs.bib");
  ASSERT_EQ(file.references.size(), 2u);
  const Reference& a = file.references[0];
  EXPECT_EQ(bib.substr(a.span.begin, a.span.size()),
            "@misc{a, title={É}, year={2011}, doi={10.1234/x}}");
  EXPECT_EQ(bib.substr(a.year_span.begin, a.year_span.size()), "{2011}");
  EXPECT_EQ(bib.substr(a.identifier_span.begin, a.identifier_span.size()), "{10.1234/x}");
  EXPECT_EQ(a.file, "refs.bib");
  EXPECT_EQ(a.origin, ReferenceOrigin::kBibFile);
  EXPECT_EQ(bib.substr(file.references[1].span.begin, file.references[1].span.size()),
            "@misc{b, title={B}}");
}

TEST(BibtexTest, InvalidUtf8BecomesReplacementCharacters) {
  const BibFile file = ReadBibtex("@misc{a, title={Caf\xE9 \xFF}}", "x.bib");
  ASSERT_EQ(file.references.size(), 1u);
  EXPECT_EQ(file.references[0].title, "Caf\xEF\xBF\xBD \xEF\xBF\xBD");
}

TEST(BibtexTest, HostileFilesTakeLinearTime) {
  const auto repeat = [](std::string_view unit, std::size_t size) {
    std::string out;
    while (out.size() < size) out += unit;
    return out;
  };
  const auto read = [](const std::string& bib) { ReadBibtex(bib, "x.bib"); };
  for (const auto& [front, unit] : std::initializer_list<std::pair<const char*, const char*>>{
           {"", "@a{x,b={\n"}, {"", "{"}, {"", "@"}, {"@a{x, b=", "{"}, {"@a{x, author={", "{"}}) {
    SCOPED_TRACE(std::string(front) + unit);
    EXPECT_TRUE(GrowsLinearly(
        1 << 20, [&, front = front, unit = unit](std::size_t n) { return front + repeat(unit, n); },
        read));
  }
  EXPECT_TRUE(GrowsLinearly(
      1 << 20,
      [&](std::size_t n) {
        std::string family = "@book{p, title={T}";
        for (int i = 0; family.size() < n / 4; ++i)
          family.append(", f").append(std::to_string(i)).append("={x}");
        return family + "}\n" + repeat("@inbook{c, crossref={p}}\n", n - family.size());
      },
      read));
}

// Sixty strings of which each is the one before it, twice: 2^64 bytes, if they
// were all written out.
TEST(BibtexTest, StringsThatDoubleAreBounded) {
  std::string doubling = "@string{s0 = {xxxxxxxxxxxxxxxx}}\n";
  for (int i = 1; i < 60; ++i) {
    const std::string before = "s" + std::to_string(i - 1);
    doubling.append("@string{s").append(std::to_string(i)).append(" = ").append(before);
    doubling.append(" # ").append(before).append("}\n");
  }
  const BibFile file = ReadBibtex(doubling + "@misc{k, title = s59}", "x.bib");
  ASSERT_EQ(file.references.size(), 1u);
  EXPECT_LT(file.references[0].title.size(), 1u << 24);
}

}  // namespace
}  // namespace claimgraph
