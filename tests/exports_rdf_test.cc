// What each noun says in RDF, and how Turtle, JSON-LD, nanopublications and ClaimReview
// say it.  tests/foreign/ has what other programs make of the files.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <sstream>

#include "core/json.h"
#include "core/text/utc_time.h"
#include "core/text/utf8.h"
#include "queries/exports/claim_review.h"
#include "queries/exports/claim_words.h"
#include "queries/exports/json_ld.h"
#include "queries/exports/nanopub.h"
#include "queries/exports/rdf/describer.h"
#include "queries/exports/rdf/iris.h"
#include "queries/exports/rdf/places.h"
#include "queries/exports/rdf/vocabulary.h"
#include "queries/exports/turtle.h"
#include "tests/store_test_util.h"

namespace claimgraph {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

struct Statement {
  std::string subject{};
  std::string property{};
  std::string object{};
  RdfTerm::Kind kind{};
  auto operator<=>(const Statement&) const = default;
};

class Recorder : public RdfSink {
 public:
  void Add(std::string_view subject, std::string_view property, const RdfTerm& object) override {
    statements.push_back(
        {std::string(subject), std::string(property), std::string(object.value), object.kind});
  }
  std::vector<std::string> Objects(const std::string& subject, const std::string& property) const {
    std::vector<std::string> objects;
    for (const Statement& s : statements) {
      if (s.subject == subject && s.property == property) objects.push_back(s.object);
    }
    return objects;
  }
  std::vector<Statement> statements{};
};

Recorder Describe(const ExportScope& scope) {
  Recorder recorder;
  EXPECT_EQ(Message(DescribeGraph(scope, &recorder)), "");
  return recorder;
}

using Exporter = Status (*)(const ExportScope&, const ExportSettings&, std::ostream&);
constexpr Exporter kExporters[] = {ExportTurtle, ExportJsonLd, ExportNanopub, ExportClaimReview};

std::string Text(Exporter exporter, const ExportScope& scope, const ExportSettings& settings = {}) {
  std::ostringstream out;
  EXPECT_EQ(Message(exporter(scope, settings, out)), "");
  return out.str();
}

// Every noun, every field that RDF tells of, and a record that its line is judged by.
DocumentGraph EveryNoun() {
  DocumentGraph g = FullGraph("every.md");
  g.evidence_lines[0].study = "registry:nct1";
  g.evidence_lines[0].record = "every.md";
  g.evidence_lines[0].stance = Stance::kSupports;
  g.studies = {{.id = StudyId{1}, .key = "registry:nct1"}};
  g.records = {{.id = RecordId{1},
                .work = WorkId{1},
                .study = StudyId{1},
                .design = StudyDesign::kRct,
                .n = 74,
                .title = "Walking and pain",
                .authors = {{"Okri", "B"}},
                .year = 2014,
                .publication_types = {"Randomized Controlled Trial"},
                .headings = {"Walking"},
                .facts = {{.kind = FactKind::kSampleSize, .value = "74"}},
                .notices = {{.standing = Standing::kCorrected,
                             .date = "2015",
                             .reason = "typo",
                             .notice = "pmid:77"}},
                .risk_of_bias = {{.domain = "overall", .judgement = RiskOfBias::kLow}},
                .includes = {WorkId{2}}}};
  g.results = {{.id = ResultId{1},
                .study = StudyId{1},
                .intervention = "walking",
                .outcome = "pain",
                .direction = Direction::kDecrease,
                .effect = g.claims[0].effects[0],
                .time_point = "20 weeks",
                .quote = "Walks ease pain",
                .span = {0, 15}}};
  g.decisions = {{.id = DecisionId{1},
                  .kind = DecisionKind::kVerdict,
                  .source = "every.md",
                  .quote = "Walks ease pain",
                  .value = "supported",
                  .who = "B. Reader",
                  .when = "2026-03-01T09:30:00Z",
                  .why = "read it"},
                 {.id = DecisionId{2},
                  .kind = DecisionKind::kLink,
                  .source = "every.md",
                  .quote = "walks  EASE pain",
                  .value = g.works[0].names[0],
                  .who = "https://orcid.org/0000-0002-1825-0097",
                  .when = "2026-02-30T00:00:00Z",
                  .why = "it fits"},
                 {.id = DecisionId{3},
                  .kind = DecisionKind::kUndo,
                  .value = "n1",
                  .who = "B. Reader",
                  .when = "2026-03-02T09:30:00Z",
                  .why = "a mistake"}};
  return g;
}

// As importers/linking/decided_sources.h says it.
constexpr const char* kLinked =
    "doi:10.5555/1 bears on this claim; n2 by Ada on 2026-03-01: it fits";

std::unique_ptr<GraphStore> StoreOf(const std::vector<DocumentGraph>& graphs) {
  std::unique_ptr<GraphStore> store = NewMemoryStore();
  for (const DocumentGraph& graph : graphs) EXPECT_EQ(Message(store->PutDocument(graph)), "");
  return store;
}

std::unique_ptr<GraphStore> RandomStore() {
  std::mt19937 random(7);
  std::unique_ptr<GraphStore> store = StoreOf({EveryNoun()});
  for (int i = 0; i < 6; ++i) {
    const DocumentGraph graph = RandomGraph(&random, "walk-" + std::to_string(i) + ".md", 8);
    EXPECT_EQ(Message(store->PutDocument(graph)), "");
  }
  return store;
}

// The node that a name or a part of it stands for: "kg:c12-step3" is c12.
std::optional<NodeRef> NodeIn(const std::string& name) {
  if (!name.starts_with("kg:")) return std::nullopt;
  return ParseId(name.substr(3, name.find('-') - 3));
}

TEST(RdfModelTest, HasEveryNounWithItsClass) {
  const std::unique_ptr<GraphStore> store = StoreOf({EveryNoun()});
  const Recorder said = Describe(ExportScope(*store));
  const std::map<std::string, std::string> classes = {
      {"kg:d1", "cg:Document"},
      {"kg:c1", "obo:SEPIO_0000001"},
      {"kg:x1", "c4o:InTextReferencePointer"},
      {"kg:x1-w1", "cito:Citation"},
      {"kg:r1", "biro:BibliographicReference"},
      {"kg:w1", "fabio:ClinicalTrialReport"},
      {"kg:w2", "cg:Work"},
      {"kg:s1", "obo:SEPIO_0000125"},
      {"kg:p1", "obo:SEPIO_0000000"},
      {"kg:e1", "obo:SEPIO_0000002"},
      {"kg:f1", "cg:Finding"},
      {"kg:b1", "biro:BibliographicRecord"},
      {"kg:o1", "obo:SEPIO_0000173"},
      {"kg:n1", "cg:Decision"},
  };
  for (const auto& [name, type] : classes) {
    EXPECT_THAT(said.Objects(name, "rdf:type"), Contains(type)) << name;
  }
}

TEST(RdfModelTest, LinksTheNouns) {
  const std::unique_ptr<GraphStore> store = StoreOf({EveryNoun()});
  const Recorder said = Describe(ExportScope(*store));
  const std::vector<std::array<std::string, 3>> links = {
      {"kg:c1", "obo:SEPIO_0000108", "kg:d1"},
      {"kg:c1", "prov:wasQuotedFrom", "kg:d1"},
      {"kg:c1", "obo:SEPIO_0000030", "kg:p1"},
      {"kg:c1", "obo:SEPIO_0000006", "kg:e1"},
      {"kg:c1", "obo:SEPIO_0000007", "kg:e1"},
      {"kg:c1", "cito:citesAsEvidence", "kg:w1"},
      {"kg:d1", "cito:citesAsEvidence", "kg:w1"},
      {"kg:d1", "cito:cites", "kg:w2"},
      {"kg:d1", "cg:presents", "kg:w1"},
      {"kg:x1", "c4o:denotes", "kg:r1"},
      {"kg:x1-w1", "cito:hasCitingEntity", "kg:d1"},
      {"kg:x1-w1", "cito:hasCitedEntity", "kg:w1"},
      {"kg:x1-w1", "cito:hasCitationCharacterization", "cito:citesAsEvidence"},
      {"kg:r1", "biro:references", "kg:w1"},
      {"kg:e1", "obo:SEPIO_0000427", "kg:c1"},
      {"kg:e1", "obo:SEPIO_0000427", "kg:p1"},
      {"kg:e1", "obo:SEPIO_0000183", "obo:SEPIO_0000403"},
      {"kg:e1", "obo:SEPIO_0000132", "cg:certainty-moderate"},
      {"kg:e1", "obo:SEPIO_0000124", "kg:w1"},
      {"kg:e1", "obo:SEPIO_0000084", "kg:b1"},
      {"kg:e1", "prov:hadPrimarySource", "kg:w1"},
      {"kg:e1", "cg:study", "kg:s1"},
      {"kg:p1", "obo:SEPIO_0000388", "kg:concept-walking"},
      {"kg:p1", "obo:SEPIO_0000389", "cg:decreases"},
      {"kg:p1", "obo:SEPIO_0000390", "kg:concept-pain"},
      {"kg:concept-pain", "skos:exactMatch", "mesh:D010146"},
      {"kg:o1", "obo:RO_0002353", "kg:s1"},
      {"kg:b1-notice1", "cg:announcedBy", "kg:w2"},
      {"kg:n1", "prov:wasAttributedTo", "kg:agent-B%2E%20Reader"},
      {"kg:n1", "cg:about", "kg:d1"},
      {"kg:n1", "cg:decides", "kg:c1"},
      {"kg:n1", "cg:undone", "true"},
      {"kg:n2", "cg:decides", "kg:c1"},
      {"kg:n2", "cg:work", "kg:w1"},
      {"kg:n2", "cg:undone", "false"},
      {"kg:n2", "prov:wasAttributedTo", "https://orcid.org/0000-0002-1825-0097"},
      {"https://orcid.org/0000-0002-1825-0097", "rdf:type", "prov:Agent"},
      {"kg:n3", "cg:undoes", "kg:n1"},
      {"kg:w1", "schema:sameAs", "https://doi.org/10.5555/1"},
      {"kg:w1", "schema:sameAs", "https://pubmed.ncbi.nlm.nih.gov/123/"},
  };
  for (const auto& [subject, property, object] : links) {
    EXPECT_THAT(said.Objects(subject, property), Contains(object)) << subject << " " << property;
  }
}

TEST(RdfModelTest, UsesEveryOwnTermAndDefinesWhatItUses) {
  const std::unique_ptr<GraphStore> store = StoreOf({EveryNoun()});
  const Recorder said = Describe(ExportScope(*store));
  std::set<std::string> defined;
  std::set<std::string> used;
  for (const Statement& s : said.statements) {
    if (s.subject.starts_with("cg:")) defined.insert(s.subject);
    if (s.property.starts_with("cg:")) used.insert(s.property);
    if (s.kind == RdfTerm::Kind::kName && s.object.starts_with("cg:")) used.insert(s.object);
  }
  for (const std::string& term : used) EXPECT_THAT(defined, Contains(term));
  // One proposition has one direction, and one line one certainty.
  for (const char* other : {"cg:increases", "cg:improves", "cg:worsens", "cg:hasNoEffectOn",
                            "cg:certainty-high", "cg:certainty-low", "cg:certainty-very-low"}) {
    used.insert(other);
  }
  for (const std::string& term : defined) EXPECT_THAT(used, Contains(term));
}

TEST(RdfModelTest, EveryNameLeadsToSomething) {
  const std::unique_ptr<GraphStore> store = RandomStore();
  const Recorder said = Describe(ExportScope(*store));
  std::set<std::string> subjects;
  for (const Statement& s : said.statements) subjects.insert(s.subject);
  for (const Statement& s : said.statements) {
    if (s.kind != RdfTerm::Kind::kName || !s.object.starts_with("kg:")) continue;
    if (s.object.starts_with("kg:file-")) continue;  // a .bib file is no node
    EXPECT_THAT(subjects, Contains(s.object)) << s.subject << " " << s.property;
  }
}

TEST(RdfModelTest, SaysNothingOfNodesOutsideTheScope) {
  const std::unique_ptr<GraphStore> store = RandomStore();
  std::size_t fewest = std::numeric_limits<std::size_t>::max();
  for (const std::uint64_t claim : store->All(NodeKind::kClaim)) {
    const Result<NodeSet> reach = ReachOf(*store, std::vector{ClaimId{claim}});
    ASSERT_TRUE(reach);
    const ExportScope scope(*store, *reach);
    const Recorder said = Describe(scope);
    fewest = std::min(fewest, said.statements.size());
    for (const Statement& s : said.statements) {
      for (const std::string& name : {s.subject, s.object}) {
        const std::optional<NodeRef> node = NodeIn(name);
        EXPECT_TRUE(!node || scope.Has(*node)) << s.subject << " " << s.property << " " << s.object;
      }
    }
  }
  EXPECT_LT(fewest, Describe(ExportScope(*store)).statements.size() / 2);
}

TEST(RdfModelTest, KeepsUnknownStanceApartFromInconclusive) {
  DocumentGraph g = EveryNoun();
  g.evidence_lines[0].stance = Stance::kUnknown;
  const std::unique_ptr<GraphStore> store = StoreOf({g});
  const Recorder said = Describe(ExportScope(*store));
  EXPECT_THAT(said.Objects("kg:e1", "obo:SEPIO_0000183"), IsEmpty());
  EXPECT_THAT(said.Objects("kg:c1", "obo:SEPIO_0000006"), ElementsAre("kg:e1"));
  EXPECT_THAT(said.Objects("kg:c1", "obo:SEPIO_0000009"), IsEmpty());
  EXPECT_THAT(said.Objects("kg:e1", "cg:stance"), ElementsAre("unknown"));
}

TEST(RdfModelTest, HasNoDirectionWhereTheSourceStudiedSomethingElse) {
  DocumentGraph g = EveryNoun();
  g.evidence_lines[0].stance = Stance::kNoEvidence;
  const std::unique_ptr<GraphStore> store = StoreOf({g});
  const Recorder said = Describe(ExportScope(*store));
  EXPECT_THAT(said.Objects("kg:e1", "obo:SEPIO_0000183"), IsEmpty());
  EXPECT_THAT(said.Objects("kg:c1", "obo:SEPIO_0000009"), IsEmpty());
  EXPECT_THAT(said.Objects("kg:e1", "cg:stance"), ElementsAre("no_evidence"));
}

TEST(RdfModelTest, DerivesFromDecisionsWhatTheyChanged) {
  DocumentGraph g = EveryNoun();
  g.claims[0].reasons.push_back({"decision", "verdict", 0, "computed: unsupported; n1 by B"});
  g.evidence_lines[0].reasons = {{"decision", "link", 0, kLinked},
                                 {"decision", "link", 0, "x; n9 by nobody"},
                                 {"decision", "verdict", 0, "x; n2 by another kind"}};
  const std::unique_ptr<GraphStore> store = StoreOf({g});
  const Recorder said = Describe(ExportScope(*store));
  EXPECT_THAT(said.Objects("kg:c1-judgement", "prov:wasDerivedFrom"),
              ElementsAre("kg:c1", "kg:n1"));
  EXPECT_THAT(said.Objects("kg:e1", "prov:wasDerivedFrom"), ElementsAre("kg:b1", "kg:n2"));
}

TEST(RdfModelTest, TypesRealTimesAlone) {
  const std::unique_ptr<GraphStore> store = StoreOf({EveryNoun()});
  const Recorder said = Describe(ExportScope(*store));
  EXPECT_THAT(said.Objects("kg:n1", "prov:generatedAtTime"), ElementsAre("2026-03-01T09:30:00Z"));
  EXPECT_THAT(said.Objects("kg:n2", "prov:generatedAtTime"), IsEmpty());
  EXPECT_THAT(said.Objects("kg:n2", "cg:when"), ElementsAre("2026-02-30T00:00:00Z"));
}

TEST(UtcTimeTest, IsASecondThatThereIs) {
  for (const char* good :
       {"2026-03-01T09:30:00Z", "2024-02-29T23:59:59Z", "0001-01-01T00:00:00Z"}) {
    EXPECT_TRUE(IsUtcTime(good)) << good;
  }
  for (const char* bad :
       {"2026-13-45T99:99:99Z", "2026-02-30T00:00:00Z", "2026-02-29T00:00:00Z",
        "0000-01-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-01-00T00:00:00Z",
        "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z", "2026-01-01T00:00:60Z",
        "2026-01-01 00:00:00Z", "2026-01-01T00:00:00", "", "2026-01-01T0a:00:00Z"}) {
    EXPECT_FALSE(IsUtcTime(bad)) << bad;
  }
}

TEST(RdfPlaceTest, CountsCharactersOfTheTextAndBytesOfTheFile) {
  DocumentGraph g = EveryNoun();
  g.document.text =
      "\u00C9t\u00E9: walks ease pain. And more.";  // two characters of two bytes each
  g.document.map = OffsetMap::Identity(static_cast<std::uint32_t>(g.document.text.size()));
  g.claims[0].text_span = {7, 22};
  g.claims[0].span = {107, 122};
  const std::unique_ptr<GraphStore> store = StoreOf({g});
  const Recorder said = Describe(ExportScope(*store));
  EXPECT_THAT(said.Objects("kg:c1-place-chars", "oa:start"), ElementsAre("5"));
  EXPECT_THAT(said.Objects("kg:c1-place-chars", "oa:end"), ElementsAre("20"));
  EXPECT_THAT(said.Objects("kg:c1-place-bytes", "oa:start"), ElementsAre("107"));
  EXPECT_THAT(said.Objects("kg:c1-place-bytes", "oa:end"), ElementsAre("122"));
  EXPECT_THAT(said.Objects("kg:c1-place-quote", "oa:exact"), ElementsAre("walks ease pain"));
}

TEST(RdfPlaceTest, HasNoBytesOfFilesWhoseTextWasTakenOut) {
  DocumentGraph g = EveryNoun();
  g.document.format = Format::kPdf;
  const std::unique_ptr<GraphStore> store = StoreOf({g});
  const Recorder said = Describe(ExportScope(*store));
  EXPECT_THAT(said.Objects("kg:c1-place", "oa:hasSelector"),
              ElementsAre("kg:c1-place-chars", "kg:c1-place-quote"));
}

TEST(RdfPlaceTest, LeavesOutSpansThatCutACharacter) {
  DocumentGraph g = EveryNoun();
  g.document.text.replace(0, 2, "\u00C9");
  g.claims[0].text_span = {1, 15};
  const std::unique_ptr<GraphStore> store = StoreOf({g});
  const Recorder said = Describe(ExportScope(*store));
  EXPECT_THAT(said.Objects("kg:c1-place", "oa:hasSelector"), ElementsAre("kg:c1-place-bytes"));
}

TEST(CharacterCounterTest, CountsAsSlowlyCountedFromTheStart) {
  std::mt19937 random(3);
  std::string text;
  for (int i = 0; i < 2000; ++i)
    text += std::array{"a", "\u00E9", "\u2013", "\U0001F600"}[random() % 4];
  const CharacterCounter counter(text);
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size();) {
    ASSERT_EQ(counter.At(static_cast<std::uint32_t>(at)), characters);
    char32_t c = 0;
    const std::size_t size = DecodeUtf8At(text, at, &c);
    if (size > 1) EXPECT_EQ(counter.At(static_cast<std::uint32_t>(at + 1)), std::nullopt);
    at += size;
    ++characters;
  }
  EXPECT_EQ(counter.At(static_cast<std::uint32_t>(text.size())), characters);
  EXPECT_EQ(counter.At(static_cast<std::uint32_t>(text.size() + 1)), std::nullopt);
  EXPECT_EQ(CharacterCounter("").At(0), 0u);
}

TEST(RdfTextTest, ReplacesWhatIsNoText) {
  std::string buffer;
  EXPECT_EQ(ValidText("caf\u00E9 \uFFFD", &buffer), "caf\u00E9 \uFFFD");
  EXPECT_EQ(ValidText("a\xFF"
                      "b\xC3",
                      &buffer),
            "a\uFFFDb\uFFFD");
  EXPECT_EQ(ValidText(std::string_view("a\0b", 3), &buffer), "a\uFFFDb");
  EXPECT_EQ(ValidText("\xED\xA0\x80x", &buffer).find('\xED'), std::string_view::npos);
  EXPECT_EQ(ValidText("\xFF", &buffer), "\uFFFD");
}

TEST(RdfIriTest, MakesIrisOfWhatIsPrinted) {
  EXPECT_EQ(DoiIri("10.1000/ab(c)"), "https://doi.org/10.1000/ab(c)");
  EXPECT_EQ(DoiIri("10.1/a<b>#c d%\u00E9"), "https://doi.org/10.1/a%3Cb%3E%23c%20d%25%C3%A9");
  EXPECT_EQ(DoiIri(""), "");
  EXPECT_EQ(PubMedIri("123"), "https://pubmed.ncbi.nlm.nih.gov/123/");
  EXPECT_EQ(PubMedIri("12x"), "");
  EXPECT_EQ(WebIri("HTTPS://example.org/a b?q=\"x\"#c#d"),
            "https://example.org/a%20b?q=%22x%22#c%23d");
  EXPECT_EQ(WebIri("http://example.org/%20%zz"), "http://example.org/%20%25zz");
  for (const char* none : {"", "javascript:alert(1)", "example.org", "http://", "mailto:a@b.c"}) {
    EXPECT_EQ(WebIri(none), "") << none;
  }
  EXPECT_EQ(LocalName("low back pain."), "low%20back%20pain%2E");
}

TEST(RdfIriTest, TakesAbsoluteIrisAsBasesAlone) {
  for (const char* good :
       {"urn:x-claimgraph:", "https://example.org/kg/", "https://example.org/kg#n",
        "tag:example.org,2026:", "https://ex\u00E4mple.org/%20/"}) {
    EXPECT_EQ(Message(CheckBaseIri(good)), "") << good;
  }
  EXPECT_EQ(Message(CheckBaseIri("file:///home/kg/")), "");
  for (const char* bad : {"",
                          "javascript:",
                          "JavaScript:x",
                          "data:text/html,",
                          "http://",
                          "http:kg",
                          "https:///kg/",
                          "http://?q",
                          "http://:80/",
                          "http://a@/kg/",
                          "kg",
                          "/kg/",
                          "example.org/kg/",
                          ":kg",
                          "1a:kg",
                          "+a:kg",
                          "a b:kg",
                          "https://example.org/a b/",
                          "https://example.org/<kg>/",
                          "https://example.org/\"",
                          "https://example.org/{id}",
                          "urn:a|b",
                          "urn:a\\b",
                          "urn:a^b",
                          "urn:a`b",
                          "urn:a\n",
                          "urn:a\x7F",
                          "urn:\xFF",
                          "urn:a%2"}) {
    const Status status = CheckBaseIri(bad);
    ASSERT_FALSE(status) << bad;
    EXPECT_EQ(status.error().code, ErrorCode::kInvalidArgument);
  }
}

TEST(RdfExportsTest, RefuseABadBaseAndUseAGoodOne) {
  const std::unique_ptr<GraphStore> store = StoreOf({EveryNoun()});
  const ExportScope scope(*store);
  for (const Exporter exporter : kExporters) {
    std::ostringstream out;
    const Status status = exporter(scope, {.base = "no base"}, out);
    ASSERT_FALSE(status);
    EXPECT_THAT(status.error().message, HasSubstr("no absolute IRI"));
    EXPECT_EQ(out.str(), "");
    const std::string text = Text(exporter, scope, {.base = "https://example.org/kg/"});
    EXPECT_THAT(text, HasSubstr("https://example.org/kg/"));
    EXPECT_THAT(text, Not(HasSubstr("<urn:x-claimgraph:>")));
  }
}

TEST(RdfExportsTest, AreTheSameTwice) {
  const std::unique_ptr<GraphStore> store = RandomStore();
  const ExportScope scope(*store);
  for (const Exporter exporter : kExporters) {
    const std::string once = Text(exporter, scope);
    EXPECT_GT(once.size(), 1000u);
    EXPECT_EQ(once, Text(exporter, scope));
  }
}

constexpr std::string_view kHostile =
    "\"it's\" \\n </script> ]]> \n\r\t\x01 \U0001F600\xFF\"\"\" .";
constexpr std::string_view kCleaned =
    "\"it's\" \\n </script> ]]> \n\r\t\x01 \U0001F600\uFFFD\"\"\" .";

std::unique_ptr<GraphStore> HostileStore() {
  DocumentGraph g = EveryNoun();
  g.claims[0].text = kHostile;
  g.works[0].doi = "10.5555/<x> \"y\"";
  g.works[0].url = "http://example.org/<a b>\n";
  g.propositions[0].outcome = "pain> . <x";
  g.decisions[0].who = "A> B";
  return StoreOf({g});
}

TEST(RdfExportsTest, EscapeInTurtle) {
  const std::unique_ptr<GraphStore> store = HostileStore();
  const std::string text = Text(ExportTurtle, ExportScope(*store));
  EXPECT_THAT(text, HasSubstr("cg:text \"\\\"it's\\\" \\\\n </script> ]]> \\n\\r\\t\\u0001 "
                              "\U0001F600\uFFFD\\\"\\\"\\\" .\""));
  EXPECT_THAT(text, HasSubstr("<https://doi.org/10.5555/%3Cx%3E%20%22y%22>"));
  EXPECT_THAT(text, HasSubstr("<http://example.org/%3Ca%20b%3E>"));
  EXPECT_THAT(text, Not(HasSubstr("concept-pain>")));
  EXPECT_EQ(text.find('\x01'), std::string::npos);
}

TEST(RdfExportsTest, EscapeInJson) {
  const std::unique_ptr<GraphStore> store = HostileStore();
  const ExportScope scope(*store);
  const Json graph = Json::parse(Text(ExportJsonLd, scope))["@graph"];
  const auto claim = std::ranges::find_if(
      graph, [](const Json& node) { return node["@id"] == "kg:c1" && node.contains("cg:text"); });
  ASSERT_NE(claim, graph.end());
  EXPECT_EQ((*claim)["cg:text"], kCleaned);
  const Json reviews = Json::parse(Text(ExportClaimReview, scope))["@graph"];
  EXPECT_EQ(reviews[0]["claimReviewed"], kCleaned);
}

std::size_t Count(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++count;
  return count;
}

TEST(NanopubTest, HasFourGraphsForEachLineAndNoDate) {
  const std::unique_ptr<GraphStore> store = RandomStore();
  const std::string text = Text(ExportNanopub, ExportScope(*store));
  const std::size_t lines = store->All(NodeKind::kEvidenceLine).size();
  for (const char* part : {"-head {", "-assertion {", "-provenance {", "-pubinfo {"}) {
    EXPECT_EQ(Count(text, part), lines) << part;
  }
  EXPECT_EQ(Count(text, "np:Nanopublication"), lines);
  EXPECT_THAT(text, Not(HasSubstr("xsd:dateTime")));
}

TEST(NanopubTest, SaysHowTheWorkStandsAndWhatWasDecided) {
  DocumentGraph g = EveryNoun();
  g.works[0].standing = Standing::kConcern;
  std::string text = Text(ExportNanopub, ExportScope(*StoreOf({g})));
  EXPECT_THAT(text, HasSubstr("cg:standing \"expression_of_concern\""));
  EXPECT_THAT(text, HasSubstr("obo:ECO_0000501"));
  EXPECT_THAT(text, HasSubstr("no person has reviewed it"));
  g.claims[0].reasons = {{"decision", "link", 0, kLinked}};
  g.evidence_lines[0].reasons = g.claims[0].reasons;
  text = Text(ExportNanopub, ExportScope(*StoreOf({g})));
  EXPECT_THAT(text, Not(HasSubstr("no person")));
  EXPECT_THAT(text, HasSubstr(std::string("Decided by a reviewer: ") + kLinked));
  EXPECT_THAT(text, HasSubstr("cg:why \"it fits\""));
  g.evidence_lines[0].reasons.clear();
  g.claims[0].reasons = {{"decision", "reject", 0, "w; n2 by Ada on 2026-03-01: no"}};
  text = Text(ExportNanopub, ExportScope(*StoreOf({g})));
  EXPECT_THAT(text, Not(HasSubstr("no person")));
}

// The one review of a document with these of its nouns.
Json ReviewOf(const DocumentGraph& g) {
  const Json reviews = Json::parse(Text(ExportClaimReview, ExportScope(*StoreOf({g}))))["@graph"];
  EXPECT_EQ(reviews.size(), 1u);
  return reviews.at(0);
}

DocumentGraph Judged(Verdict verdict, Stance stance, const Reason& reason) {
  DocumentGraph g = EveryNoun();
  g.claims[0].verdict = verdict;
  g.claims[0].reasons = {reason};
  g.evidence_lines[0].stance = stance;
  g.evidence_lines[0].record.clear();
  g.works[0].standing = Standing::kCurrent;
  return g;
}

const Reason kDirect = {"verdict", "direct-evidence", 0, "a trial on the same"};

TEST(ClaimReviewTest, GivesNoNumberWhereNobodyKnowsWhatWasFound) {
  DocumentGraph g = Judged(Verdict::kSupported, Stance::kUnknown, kDirect);
  Json rating = ReviewOf(g)["reviewRating"];
  EXPECT_FALSE(rating.contains("ratingValue"));
  EXPECT_EQ(rating["alternateName"], "Cites a fitting study; what it found was not read");
  EXPECT_EQ(rating["ratingExplanation"],
            "A trial on the same. What the sources found was not read: only titles were.");
  EXPECT_THAT(ReviewOf(g)["reviewBody"].get<std::string>(), HasSubstr("is not known"));
  g.evidence_lines[0].record = "every.md";
  rating = ReviewOf(g)["reviewRating"];
  EXPECT_EQ(rating["alternateName"], "Cites a fitting study; what it found is not known");
  for (const Stance stance : {Stance::kNeutral, Stance::kNoEvidence}) {
    rating = ReviewOf(Judged(Verdict::kWeaklySupported, stance, kDirect))["reviewRating"];
    EXPECT_FALSE(rating.contains("ratingValue"));
    EXPECT_EQ(rating["alternateName"], "Not rated: no source is known to support it");
  }
  rating = ReviewOf(Judged(Verdict::kSupported, Stance::kSupports, kDirect))["reviewRating"];
  EXPECT_EQ(rating["ratingValue"], 5);
  EXPECT_EQ(rating["alternateName"], "Supported: a trial on the same");
}

TEST(ClaimReviewTest, SaysWhatTheVerdictRestsOn) {
  const Reason retracted = {"verdict", "sources-retracted", 0, "what is cited was retracted"};
  Json rating =
      ReviewOf(Judged(Verdict::kUnsupported, Stance::kSupports, retracted))["reviewRating"];
  EXPECT_EQ(rating["ratingValue"], 2);
  EXPECT_EQ(rating["alternateName"], "Unsupported: what is cited was retracted");
  const Reason boosted = {"verdict", "uncited-boosted", 0, "words of certainty, nothing cited"};
  DocumentGraph g = Judged(Verdict::kOverstated, Stance::kUnknown, boosted);
  EXPECT_EQ(ReviewOf(g)["reviewRating"]["ratingValue"], 3);
  g.evidence_lines.clear();
  g.findings.clear();
  rating = ReviewOf(g)["reviewRating"];
  EXPECT_EQ(rating["ratingValue"], 2);
  EXPECT_EQ(rating["alternateName"], "Overstated: words of certainty, nothing cited");
  g.claims[0].verdict = Verdict::kWeaklySupported;
  g.claims[0].reasons = {{"verdict", "self-reported", 0, "the author's own result"}};
  rating = ReviewOf(g)["reviewRating"];
  EXPECT_FALSE(rating.contains("ratingValue"));
  EXPECT_EQ(rating["alternateName"], "Not rated: the author's own result");
}

TEST(ClaimReviewTest, SaysHowTheSourcesStand) {
  for (const auto& [standing, words] : std::map<Standing, const char*>{
           {Standing::kCorrected, "was corrected."},
           {Standing::kConcern, "stands under an expression of concern."},
           {Standing::kRetracted, "was retracted."},
           {Standing::kSuperseded, "was superseded."}}) {
    DocumentGraph g = Judged(Verdict::kSupported, Stance::kSupports, kDirect);
    g.works[0].standing = standing;
    EXPECT_THAT(ReviewOf(g)["reviewRating"]["ratingExplanation"].get<std::string>(),
                testing::EndsWith(words));
  }
}

TEST(ClaimReviewTest, SaysWhatAReviewerDecidedOfSources) {
  for (const char* kind : {"link", "reject"}) {
    DocumentGraph g = Judged(Verdict::kSupported, Stance::kSupports, kDirect);
    g.claims[0].reasons.insert(g.claims[0].reasons.begin(), {"decision", kind, 0, kLinked});
    const Json review = ReviewOf(g);
    EXPECT_THAT(review["author"]["description"].get<std::string>(), Not(HasSubstr("no person")));
    EXPECT_THAT(review["reviewRating"]["ratingExplanation"].get<std::string>(), HasSubstr(kLinked));
  }
}

TEST(ClaimWordsTest, LeaveOutMarkersThatTheSentenceDoesNotNeed) {
  struct Case {
    const char* words;
    std::vector<std::pair<const char*, CitationStyle>> markers;
    const char* expected;
  };
  using enum CitationStyle;
  const Case cases[] = {
      {"Walks ease pain (Okri, 2014).", {{"Okri, 2014", kAuthorYear}}, "Walks ease pain."},
      {"Walks ease pain (Okri, 2014; Lee, 2015) in adults.",
       {{"Okri, 2014", kAuthorYear}, {"Lee, 2015", kAuthorYear}},
       "Walks ease pain in adults."},
      {"Walks ease pain (see Okri, 2014).",
       {{"Okri, 2014", kAuthorYear}},
       "Walks ease pain (see Okri, 2014)."},
      {"Okri (2014) found relief.", {{"Okri (2014)", kAuthorYear}}, "Okri (2014) found relief."},
      {"Walks ease pain [1].", {{"[1]", kNumeric}}, "Walks ease pain."},
      {"Walks ease pain.12", {{"12", kSuperscript}}, "Walks ease pain."},
      {"Walks ease pain [@okri].", {{"[@okri]", kPandocKey}}, "Walks ease pain."},
      {"Walks ease (here) pain.", {{"here", kLink}}, "Walks ease (here) pain."},
      {"(Okri, 2014)", {{"Okri, 2014", kAuthorYear}}, "(Okri, 2014)"},
  };
  for (const Case& c : cases) {
    Claim claim = {.text = c.words};
    claim.text_span = {10, static_cast<std::uint32_t>(10 + claim.text.size())};
    std::vector<Citation> citations;
    for (const auto& [marker, style] : c.markers) {
      const auto begin = static_cast<std::uint32_t>(10 + claim.text.find(marker));
      citations.push_back({.text_span = {begin, begin + static_cast<std::uint32_t>(
                                                            std::string_view(marker).size())},
                           .text = marker,
                           .style = style});
    }
    EXPECT_EQ(WordsWithoutMarkers(claim, citations), c.expected);
    claim.text_span.end += 1;  // the text has more than these words
    EXPECT_EQ(WordsWithoutMarkers(claim, citations), c.words);
  }
}

TEST(ClaimReviewTest, RatesWhatWasJudgedAndLeavesOutTheRest) {
  DocumentGraph g = EveryNoun();
  g.document.source = "https://example.org/walks?a=1&b=2";
  g.claims.push_back(g.claims[0]);
  g.claims[1].id = ClaimId{2};
  g.claims[1].verdict = Verdict::kUnverifiable;
  const std::unique_ptr<GraphStore> store = StoreOf({g});
  const Json reviews = Json::parse(Text(ExportClaimReview, ExportScope(*store)))["@graph"];
  ASSERT_EQ(reviews.size(), 1u);
  EXPECT_EQ(reviews[0]["@id"], "urn:x-claimgraph:c1-review");
  EXPECT_EQ(reviews[0]["reviewRating"]["ratingValue"], 3);
  EXPECT_EQ(reviews[0]["reviewRating"]["bestRating"], 5);
  EXPECT_EQ(reviews[0]["itemReviewed"]["appearance"]["url"], "https://example.org/walks?a=1&b=2");
  EXPECT_THAT(reviews[0]["author"]["description"].get<std::string>(), HasSubstr("no person"));
}

TEST(ClaimReviewTest, SaysThatAReviewerDecided) {
  DocumentGraph g = EveryNoun();
  g.claims[0].reasons.push_back({"decision", "verdict", 0, "computed: unsupported; n1 by B"});
  const std::unique_ptr<GraphStore> store = StoreOf({g});
  const Json reviews = Json::parse(Text(ExportClaimReview, ExportScope(*store)))["@graph"];
  EXPECT_THAT(reviews[0]["author"]["description"].get<std::string>(), HasSubstr("has decided"));
  EXPECT_EQ(reviews[0]["reviewRating"]["alternateName"], "Overstated, as a reviewer decided");
  EXPECT_THAT(reviews[0]["reviewRating"]["ratingExplanation"].get<std::string>(),
              HasSubstr("Decided by a reviewer: computed: unsupported; n1 by B."));
}

}  // namespace
}  // namespace claimgraph
