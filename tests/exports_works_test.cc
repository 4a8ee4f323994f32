// Works as CSL-JSON and BibTeX: what our own readers get back, and what LaTeX and
// strange names do to it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "core/offset_map.h"
#include "core/store/graph_store.h"
#include "importers/formats/bibtex.h"
#include "importers/records/csl_json.h"
#include "queries/exports/bibliography.h"
#include "queries/exports/bibtex.h"
#include "queries/exports/csl_json.h"
#include "tests/records_test_util.h"
#include "tests/store_test_util.h"

namespace claimgraph {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

// A work and how one reference prints it.
struct Printed {
  Work work{};
  Reference reference{};
};

std::unique_ptr<GraphStore> StoreOf(const std::vector<Printed>& all,
                                    const std::vector<Record>& records = {}) {
  DocumentGraph g;
  g.document = {.source = "draft.md", .hash = "1", .size = 1, .text = "x"};
  g.document.map = OffsetMap::Identity(1);
  for (const Printed& one : all) {
    g.works.push_back(one.work);
    if (one.work.names.empty()) {
      g.works.back().names = {"title:" + std::to_string(g.works.size()) + "|1"};
    }
    g.references.push_back(one.reference);
    g.references.back().work = WorkId{g.works.size()};
  }
  g.known_works.resize(g.works.size());
  g.records = records;
  auto store = NewMemoryStore();
  const auto put = store->PutDocument(g);
  EXPECT_TRUE(put) << put.error().message;
  return store;
}

using Export = Status (*)(const ExportScope&, const ExportSettings&, std::ostream&);

std::string Exported(const GraphReader& reader, Export write) {
  std::ostringstream out;
  EXPECT_TRUE(write(ExportScope(reader), {}, out));
  return out.str();
}

std::string Bibtex(const std::vector<Printed>& all) {
  return Exported(*StoreOf(all), ExportBibtex);
}

json Csl(const std::vector<Printed>& all) {
  return json::parse(Exported(*StoreOf(all), ExportCslJson));
}

// What the two formats are to keep of every work.
const std::vector<Printed>& OddWorks() {
  static const std::vector<Printed> works = {
      {{.title = R"(50% of {braces} & "quotes" cost $5_a, #1 ~ ^ \ `tick`: --''-- is it?)",
        .authors = {{.family = "O'Brien-Łuk", .given = "Síle"},
                    {.family = "van der Berg", .given = "J."},
                    {.family = "Smith and Sons, Ltd", .given = ""}},
        .year = 2014,
        .container = "Journal of Touch & Sleep",
        .doi = "10.5555/a_b(2014)1",
        .pmid = "24586677",
        .pmcid = "PMC12"},
       {.volume = "12", .issue = "3", .pages = "25-31"}},
      {{.title = "Ολόκληρο το σώμα 按摩 и сон",
        .authors = {{.family = "World Health Organization"}, {.family = "王", .given = "伟"}},
        .year = 2020,
        .url = "https://example.org/a%20b?x=1&y=2#z_1"},
       {.publisher = "WHO Press"}},
      {{.title = "Sleep in RCTs of Parkinson disease", .container = "A book of sleep"},
       {.pages = "12-1-12-9", .publisher = "Hall"}},
      {{.title = "An unread page", .url = "https://example.org/", .design = StudyDesign::kWebPage},
       {}},
  };
  return works;
}

void ExpectSame(const Reference& got, const Printed& wanted) {
  SCOPED_TRACE(wanted.work.title);
  EXPECT_EQ(got.title, wanted.work.title);
  EXPECT_EQ(got.authors, wanted.work.authors);
  EXPECT_EQ(got.year, wanted.work.year);
  EXPECT_EQ(got.container, wanted.work.container);
  EXPECT_EQ(got.doi, wanted.work.doi);
  EXPECT_EQ(got.pmid, wanted.work.pmid);
  EXPECT_EQ(got.pmcid, wanted.work.pmcid);
  EXPECT_EQ(got.url, wanted.work.url);
  EXPECT_EQ(got.volume, wanted.reference.volume);
  EXPECT_EQ(got.issue, wanted.reference.issue);
  EXPECT_EQ(got.pages, wanted.reference.pages);
  EXPECT_EQ(got.publisher, wanted.reference.publisher);
}

TEST(BibtexExportTest, OurReaderGetsTheSameBack) {
  const BibFile read = ReadBibtex(Bibtex(OddWorks()), "export.bib");
  EXPECT_THAT(read.diagnostics, IsEmpty());
  ASSERT_THAT(read.references, SizeIs(OddWorks().size()));
  for (std::size_t i = 0; i < OddWorks().size(); ++i) {
    ExpectSame(read.references[i], OddWorks()[i]);
  }
}

TEST(CslJsonExportTest, OurReaderGetsTheSameBack) {
  const std::string text = Exported(*StoreOf(OddWorks()), ExportCslJson);
  const KeptRecords read = ReadRecords(ReadCslJson, text);
  EXPECT_THAT(read.problems, IsEmpty());
  ASSERT_THAT(read.entries, SizeIs(OddWorks().size()));
  for (std::size_t i = 0; i < OddWorks().size(); ++i) {
    ExpectSame(read.entries[i].printed, OddWorks()[i]);
  }
}

TEST(WorksExportTest, KeysAreReadableUniqueAndTheSameInBoth) {
  const json items = Csl(OddWorks());
  EXPECT_EQ(items[0]["id"], "obrienluk2014_w1");
  EXPECT_EQ(items[1]["id"], "worldhealthorganization2020_w2");
  EXPECT_EQ(items[2]["id"], "sleep_w3");
  EXPECT_EQ(items[3]["id"], "an_w4");
  const std::string bib = Bibtex(OddWorks());
  for (const json& item : items) {
    EXPECT_THAT(bib, HasSubstr("{" + item["id"].get<std::string>() + ",\n"));
  }
}

struct TypeCase {
  const char* why;
  Printed printed;
  const char* csl;
  const char* bib;
};

TEST(WorksExportTest, TypesFollowFromWhatIsKnown) {
  const TypeCase cases[] = {
      {"a journal", {{.container = "J"}, {}}, "article-journal", "@article{"},
      {"a PMID is of an article", {{.pmid = "1"}, {}}, "article-journal", "@article{"},
      {"a volume and a publisher",
       {{.container = "J"}, {.volume = "1", .publisher = "P"}},
       "article-journal",
       "@article{"},
      {"in a book", {{.container = "B"}, {.publisher = "P"}}, "chapter", "@incollection{"},
      {"a book", {{.title = "B"}, {.publisher = "P"}}, "book", "@book{"},
      {"a guideline",
       {{.design = StudyDesign::kGuideline}, {.publisher = "P"}},
       "report",
       "@report{"},
      {"a page", {{.url = "https://example.org"}, {}}, "webpage", "@online{"},
      {"a preprint", {{.standing = Standing::kPreprint}, {}}, "article", "@misc{"},
      {"nothing known", {{.title = "T"}, {}}, "document", "@misc{"},
  };
  for (const TypeCase& c : cases) {
    SCOPED_TRACE(c.why);
    EXPECT_EQ(Csl({c.printed})[0]["type"], c.csl);
    EXPECT_THAT(Bibtex({c.printed}), testing::StartsWith(c.bib));
  }
}

TEST(BibtexExportTest, EscapesWhatLatexObeysAndKeepsBracesEven) {
  const std::string bib = Bibtex({{{.title = "a } b { c % d & e_f $ \\input{x}"}, {}}});
  EXPECT_EQ(std::count(bib.begin(), bib.end(), '{'), std::count(bib.begin(), bib.end(), '}'));
  EXPECT_THAT(bib, HasSubstr("\\textbraceright{} b \\textbraceleft{} c \\% d \\& e\\_f \\$"));
  EXPECT_THAT(bib, HasSubstr("\\textbackslash{}input"));
}

TEST(BibtexExportTest, BracesCapitalsThatAStyleWouldTake) {
  EXPECT_THAT(Bibtex({{{.title = "Massage in RCTs of Parkinson disease"}, {}}}),
              HasSubstr("title = {Massage in {RCTs} of {Parkinson} disease}"));
  EXPECT_THAT(Bibtex({{{.title = "Über Ärzte – und über “Schlaf”"}, {}}}),
              HasSubstr("title = {Über {Ärzte} – und über {“Schlaf”}}"));
}

TEST(BibtexExportTest, PagesAreARangeAndMoreAuthorsAreOthers) {
  const std::vector<Author> authors = {{.family = "Okri", .given = "B."}};
  const std::string bib =
      Bibtex({{{.authors = authors, .container = "J"},
               {.authors = authors, .et_al = true, .volume = "1", .pages = "e1–e9"}}});
  EXPECT_THAT(bib, HasSubstr("pages = {e1--e9}"));
  EXPECT_THAT(bib, HasSubstr("author = {Okri, B. and others}"));
}

TEST(BibtexExportTest, TextIsUtf8WithoutControlCharacters) {
  const std::string bib = Bibtex({{{.title = "a\xFF\x01\n b"}, {}}});
  EXPECT_THAT(bib, HasSubstr("title = {a\xEF\xBF\xBD b}"));
}

TEST(WorksExportTest, RecordsComeBeforeReferencesAndTellTheStanding) {
  const Work work = {.names = {"doi:10.5555/r"},
                     .title = "Retold",
                     .container = "J",
                     .doi = "10.5555/r",
                     .standing = Standing::kRetracted};
  Record record{.work = WorkId{1}, .container = "J", .volume = "7", .pages = "1-2"};
  record.notices = {
      {.standing = Standing::kRetracted, .date = "2014-03", .reason = "unreliable data"}};
  const auto store = StoreOf({{work, {.volume = "8", .issue = "9"}}}, {record});
  const json item = json::parse(Exported(*store, ExportCslJson))[0];
  EXPECT_EQ(item["volume"], "7");
  EXPECT_EQ(item["page"], "1-2");
  EXPECT_FALSE(item.contains("issue")) << "of another printing";
  EXPECT_EQ(item["note"], "Retracted (2014-03): unreliable data");
  EXPECT_THAT(Exported(*store, ExportBibtex),
              HasSubstr("note = {Retracted (2014-03): unreliable data}"));
}

TEST(CslJsonExportTest, BodiesAreLiteral) {
  const json item = Csl({{{.authors = {{.family = "World Health Organization"},
                                       {.family = "NICE"},
                                       {.family = "de Vries"},
                                       {.family = "Okri", .given = "B"}},
                           .year = 2014},
                          {}}})[0];
  EXPECT_EQ(item["author"][0], json({{"literal", "World Health Organization"}}));
  EXPECT_EQ(item["author"][1], json({{"literal", "NICE"}}));
  EXPECT_EQ(item["author"][2], json({{"family", "de Vries"}}));
  EXPECT_EQ(item["author"][3], json({{"family", "Okri"}, {"given", "B"}}));
  EXPECT_EQ(item["issued"], json({{"date-parts", {{2014}}}}));
}

TEST(WorksExportTest, NothingGivesEmptyFiles) {
  const auto store = NewMemoryStore();
  EXPECT_EQ(json::parse(Exported(*store, ExportCslJson)), json::array());
  EXPECT_EQ(Exported(*store, ExportBibtex), "");
}

TEST(WorksExportTest, AChosenPartIsLeftAlone) {
  const auto store = StoreOf(OddWorks());
  NodeSet chosen;
  chosen.Add({NodeKind::kWork, 2});
  std::ostringstream out;
  ASSERT_TRUE(ExportBibtex(ExportScope(*store, chosen), {}, out));
  EXPECT_THAT(out.str(), HasSubstr("_w2,"));
  EXPECT_THAT(out.str(), Not(HasSubstr("_w1,")));
}

}  // namespace
}  // namespace claimgraph
