// The graph as nodes and edges: what every format writes, and each in its own way.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <sstream>

#include "core/json.h"
#include "core/store/edges.h"
#include "queries/exports/formats.h"
#include "queries/exports/property_graph.h"
#include "queries/exports/property_graph_text.h"
#include "tests/store_test_util.h"

namespace claimgraph {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

constexpr std::string_view kHostile = "<script>\"it's\" & ]]></script>,\n\\N\t–\x01\xFF é";

class Folder : public ExportFolder {
 public:
  Result<std::ostream*> Open(std::string_view name) override { return &files_[std::string(name)]; }
  std::string Text(const std::string& name) const {
    const auto found = files_.find(name);
    return found == files_.end() ? "no such file" : found->second.str();
  }
  std::string All() const {
    std::string all;
    for (const auto& [name, file] : files_) all += name + "\n" + file.str();
    return all;
  }

 private:
  std::map<std::string, std::ostringstream> files_;
};

std::string Export(const ExportScope& scope, std::string_view name) {
  const ExportFormat* format = FindExportFormat(name);
  if (format->to_folder) {
    Folder folder;
    EXPECT_TRUE(format->to_folder(scope, {}, &folder));
    return folder.All();
  }
  std::ostringstream out;
  EXPECT_TRUE(format->to_file(scope, {}, out));
  return out.str();
}

// Every field of every noun is set, and every kind of edge is there.
DocumentGraph EveryNoun() {
  DocumentGraph g = FullGraph("every.md");
  g.evidence_lines[0].study = "registry:nct1";
  g.evidence_lines[0].record = "pubmed:123";
  g.studies = {{.id = StudyId{1}, .key = "registry:nct1"}};
  g.records = {{.id = RecordId{1},
                .work = WorkId{1},
                .study = StudyId{1},
                .design = StudyDesign::kRct,
                .n = 74,
                .title = "Walking and pain",
                .authors = {{"Okri", "B"}},
                .et_al = true,
                .year = 2014,
                .container = "Steps",
                .volume = "3",
                .issue = "2",
                .pages = "25-31",
                .doi = "10.5555/1",
                .pmid = "123",
                .pmcid = "PMC9",
                .publication_types = {"Randomized Controlled Trial"},
                .headings = {"Walking"},
                .facts = {{.kind = FactKind::kSampleSize, .value = "74", .confidence = 0.5}},
                .notices = {{.standing = Standing::kCorrected, .date = "2015", .reason = "typo"}},
                .risk_of_bias = {{.domain = "overall", .judgement = RiskOfBias::kLow}},
                .includes = {WorkId{2}}}};
  g.results = {{.id = ResultId{1},
                .study = StudyId{1},
                .intervention = "walking",
                .comparator = "rest",
                .outcome = "pain",
                .population = "adult",
                .direction = Direction::kDecrease,
                .significance = Significance::kSignificant,
                .effect = g.claims[0].effects[0],
                .time_point = "20 weeks",
                .quote = "Pain fell.",
                .confidence = 0.75}};
  g.decisions = {{.id = DecisionId{1},
                  .kind = DecisionKind::kVerdict,
                  .source = "every.md",
                  .quote = "Walks ease pain",
                  .nth = 1,
                  .value = "supported",
                  .who = "B",
                  .when = "2026-03-01T09:30:00Z",
                  .why = "read it"}};
  Decision more = g.decisions[0];
  more.id = DecisionId{2};
  more.kind = DecisionKind::kLink;
  more.value = g.works[0].names[0];
  g.decisions.push_back(more);
  more.id = DecisionId{3};
  more.kind = DecisionKind::kUndo;
  more.value = "n2";
  g.decisions.push_back(more);
  return g;
}

std::unique_ptr<GraphStore> StoreOf(const std::vector<DocumentGraph>& graphs) {
  std::unique_ptr<GraphStore> store = NewMemoryStore();
  for (const DocumentGraph& graph : graphs) EXPECT_EQ(Message(store->PutDocument(graph)), "");
  return store;
}

TEST(PropertyGraphTest, ShowsEveryKindAndEveryPropertyAndEveryEdge) {
  const std::unique_ptr<GraphStore> store = StoreOf({EveryNoun()});
  const ExportScope scope(*store);
  PropertyGraph graph(scope);
  std::set<NodeKind> kinds;
  std::set<std::string> missing;
  ASSERT_TRUE(graph.EachNode([&](const PropertyNode& node) {
    kinds.insert(node.type.kind);
    EXPECT_EQ(node.values.size(), node.type.properties.size());
    for (std::size_t i = 0; i < node.values.size(); ++i) {
      // Index 0 is none; the others are in the order of PropertyType.
      const auto expected = static_cast<std::size_t>(node.type.properties[i].type) + 1;
      if (node.values[i].index() == 0) {
        if (node.id != "w2") missing.insert(std::string(node.type.properties[i].name));
      } else {
        EXPECT_EQ(node.values[i].index(), expected) << node.type.properties[i].name;
      }
    }
    return Status();
  }));
  EXPECT_EQ(kinds.size(), NodeTypes().size());
  EXPECT_THAT(missing, IsEmpty());
  std::set<std::string_view> edges;
  ASSERT_TRUE(graph.EachEdge([&](const PropertyEdge& edge) {
    edges.insert(edge.type.name);
    return Status();
  }));
  EXPECT_EQ(edges.size(), EdgeTypes().size());
}

TEST(PropertyGraphTest, HasTheStoredEdgesOfEveryKind) {
  const std::unique_ptr<GraphStore> store =
      StoreOf({EveryNoun(), TinyGraph("a.md", "a", {"url:a"})});
  std::multiset<std::string> expected;
  for (int kind = 1; kind <= static_cast<int>(EdgeKind::kHasDecision); ++kind) {
    const auto edge = static_cast<EdgeKind>(kind);
    for (const std::uint64_t id : store->All(FromKind(edge))) {
      const NodeRef from{FromKind(edge), id};
      for (const NodeRef to : store->Neighbours(from, edge, Way::kOut)) {
        expected.insert(IdText(from) + " " + IdText(to));
      }
    }
  }
  const ExportScope scope(*store);
  PropertyGraph graph(scope);
  ASSERT_TRUE(graph.EachNode([](const PropertyNode&) { return Status(); }));
  std::multiset<std::string> shown;
  ASSERT_TRUE(graph.EachEdge([&](const PropertyEdge& edge) {
    const bool in_field = edge.type.name.starts_with("by_") ||
                          edge.type.name.starts_with("about_") || edge.type.name == "of_study" ||
                          edge.type.from == NodeKind::kDecision;
    if (!in_field) shown.insert(std::string(edge.from) + " " + std::string(edge.to));
    return Status();
  }));
  EXPECT_EQ(shown, expected);
}

TEST(PropertyGraphTest, IdsOfEdgesAreMadeOfTheirEndsAndAreUnique) {
  std::mt19937 random(3);
  const std::unique_ptr<GraphStore> store =
      StoreOf({EveryNoun(), RandomGraph(&random, "b.md", 50), RandomGraph(&random, "c.md", 50)});
  const ExportScope scope(*store);
  PropertyGraph graph(scope);
  ASSERT_TRUE(graph.EachNode([](const PropertyNode&) { return Status(); }));
  std::set<std::string> ids;
  ASSERT_TRUE(graph.EachEdge([&](const PropertyEdge& edge) {
    EXPECT_EQ(edge.id, std::string(edge.from) + "." + std::string(edge.type.name) + "." +
                           std::string(edge.to));
    EXPECT_TRUE(ids.insert(std::string(edge.id)).second) << edge.id;
    return Status();
  }));
  EXPECT_TRUE(ids.contains("c1.cites.x1"));
  EXPECT_TRUE(ids.contains("f1.about_evidence_line.e1"));
  EXPECT_TRUE(ids.contains("e1.by_ref.r1"));
  EXPECT_TRUE(ids.contains("e1.of_study.s1"));
}

TEST(PropertyGraphTest, DecisionsLeadToWhatTheyAreAbout) {
  DocumentGraph g = EveryNoun();
  Decision dismissal = g.decisions[0];
  dismissal.id = DecisionId{4};
  dismissal.kind = DecisionKind::kDismiss;
  g.decisions.push_back(dismissal);
  dismissal.id = DecisionId{5};
  dismissal.quote = "no such words";
  g.decisions.push_back(dismissal);
  const std::unique_ptr<GraphStore> store = StoreOf({g});
  const ExportScope scope(*store);
  PropertyGraph graph(scope);
  std::map<std::string, bool> undone;
  ASSERT_TRUE(graph.EachNode([&](const PropertyNode& node) {
    if (node.type.kind == NodeKind::kDecision) {
      undone[std::string(node.id)] = std::get<bool>(ValueOf(node, "undone"));
    }
    return Status();
  }));
  EXPECT_EQ(undone, (std::map<std::string, bool>{
                        {"n1", false}, {"n2", true}, {"n3", false}, {"n4", false}, {"n5", false}}));
  std::set<std::string> ids;
  ASSERT_TRUE(graph.EachEdge([&](const PropertyEdge& edge) {
    if (edge.type.from == NodeKind::kDecision) ids.insert(std::string(edge.id));
    return Status();
  }));
  EXPECT_EQ(ids,
            (std::set<std::string>{"n1.decides_in.d1", "n1.decides_claim.c1", "n2.decides_in.d1",
                                   "n2.decides_claim.c1", "n2.decides_work.w1", "n3.undoes.n2",
                                   "n4.decides_in.d1", "n4.decides_claim.c1", "n5.decides_in.d1"}));
}

TEST(PropertyGraphTest, AnEdgeIsShownOnlyBetweenNodesThatWere) {
  const std::unique_ptr<GraphStore> store = StoreOf({EveryNoun()});
  const ExportScope scope(*store);
  PropertyGraph graph(scope);
  ASSERT_TRUE(
      graph.EachNode(TypeOf(NodeKind::kClaim), [](const PropertyNode&) { return Status(); }));
  ASSERT_TRUE(graph.EachEdge([](const PropertyEdge& edge) {
    ADD_FAILURE() << edge.id;
    return Status();
  }));
}

TEST(PropertyGraphTest, ANameHasOneTypeWhereverItStands) {
  std::map<std::string_view, PropertyType> types;
  for (const NodeType& type : NodeTypes()) {
    std::set<std::string_view> here = {"id", "label", "kind"};
    for (const Property& property : type.properties) {
      EXPECT_TRUE(here.insert(property.name).second) << property.name;
      const auto [at, is_new] = types.emplace(property.name, property.type);
      EXPECT_TRUE(is_new || at->second == property.type) << property.name;
    }
  }
  EXPECT_EQ(AllProperties().size(), types.size());
}

TEST(GraphExportsTest, AreTheSameEveryTime) {
  const std::unique_ptr<GraphStore> store = StoreOf({EveryNoun()});
  const TempDir dir;
  const std::unique_ptr<GraphStore> disk = OpenOrDie(dir / "graph");
  ASSERT_EQ(Message(disk->PutDocument(EveryNoun())), "");
  for (const std::string_view format : {"graphml", "gexf", "cytoscape", "dot", "csv", "neo4j"}) {
    const std::string once = Export(ExportScope(*store), format);
    EXPECT_EQ(once, Export(ExportScope(*store), format)) << format;
    EXPECT_EQ(once, Export(ExportScope(*disk), format)) << format;
  }
}

TEST(GraphExportsTest, OfAnEmptyGraphAreWellFormed) {
  const std::unique_ptr<GraphStore> store = NewMemoryStore();
  EXPECT_THAT(Export(ExportScope(*store), "graphml"), testing::EndsWith("</graph>\n</graphml>\n"));
  EXPECT_TRUE(Json::parse(Export(ExportScope(*store), "cytoscape"))["elements"]["nodes"].empty());
  EXPECT_THAT(Export(ExportScope(*store), "csv"), HasSubstr("from_id,to_id,id\n"));
}

TEST(GraphExportsTest, AStreamThatTakesNothingIsAnError) {
  const std::unique_ptr<GraphStore> store = StoreOf({EveryNoun()});
  std::ostringstream out;
  out.setstate(std::ios::badbit);
  const Status written = FindExportFormat("graphml")->to_file(ExportScope(*store), {}, out);
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, ErrorCode::kIo);
}

TEST(GraphExportsTest, APartHasNoLooseEnds) {
  std::mt19937 random(5);
  const std::unique_ptr<GraphStore> store =
      StoreOf({EveryNoun(), RandomGraph(&random, "b.md", 40), RandomGraph(&random, "c.md", 40)});
  const std::vector<ClaimId> claims = {ClaimId{3}, ClaimId{50}};
  const Json json = Json::parse(Export(ExportScope(*store, *ReachOf(*store, claims)), "cytoscape"));
  std::set<std::string> nodes;
  for (const Json& node : json["elements"]["nodes"]) nodes.insert(node["data"]["id"]);
  EXPECT_TRUE(nodes.contains("c3") && nodes.contains("c50"));
  EXPECT_FALSE(nodes.contains("c4"));
  ASSERT_FALSE(json["elements"]["edges"].empty());
  for (const Json& edge : json["elements"]["edges"]) {
    EXPECT_TRUE(nodes.contains(edge["data"]["source"])) << edge;
    EXPECT_TRUE(nodes.contains(edge["data"]["target"])) << edge;
  }
}

class HostileTest : public testing::Test {
 protected:
  HostileTest() {
    DocumentGraph g = EveryNoun();
    g.claims[0].text = kHostile;
    g.claims[0].reasons = {{.step = "wording", .because = std::string(kHostile)}};
    store_ = StoreOf({g});
  }
  std::string Export(std::string_view format) const {
    return claimgraph::Export(ExportScope(*store_), format);
  }

  std::unique_ptr<GraphStore> store_;
};

TEST_F(HostileTest, IsEscapedInGraphMl) {
  const std::string text = Export("graphml");
  EXPECT_THAT(text,
              HasSubstr("<data key=\"text\">&lt;script&gt;\"it's\" &amp; ]]&gt;&lt;/script&gt;"
                        ",&#10;\\N&#9;–\uFFFD\uFFFD é</data>"));
  EXPECT_THAT(text, Not(HasSubstr("<script>")));
  EXPECT_THAT(text, Not(HasSubstr("]]>")));
}

TEST_F(HostileTest, IsEscapedInGexf) {
  EXPECT_THAT(Export("gexf"),
              HasSubstr("<attvalue for=\"text\" value=\"&lt;script&gt;&quot;it's&quot; &amp; "
                        "]]&gt;&lt;/script&gt;,&#10;\\N&#9;–\uFFFD\uFFFD é\"/>"));
}

TEST_F(HostileTest, ReadsBackFromCytoscape) {
  const std::string expected = "<script>\"it's\" & ]]></script>,\n\\N\t–\x01\uFFFD é";
  const Json json = Json::parse(Export("cytoscape"));
  bool found = false;
  for (const Json& node : json["elements"]["nodes"]) {
    const Json& data = node["data"];
    if (data["kind"] != "claim") continue;
    found = true;
    EXPECT_EQ(data["text"], expected);
    EXPECT_EQ(Json::parse(data["reasons"].get<std::string>())[0]["because"], expected);
    EXPECT_EQ(data["confidence"], 0.5);
    EXPECT_EQ(data["negated"], true);
    EXPECT_EQ(data["span_begin"], 2);
  }
  EXPECT_TRUE(found);
}

TEST_F(HostileTest, IsQuotedInCsv) {
  EXPECT_THAT(Export("csv"),
              HasSubstr(",\"<script>\"\"it's\"\" & ]]></script>,\n\\N\t–\x01\uFFFD é\","));
}

TEST_F(HostileTest, IsOneLineInDot) {
  EXPECT_THAT(Export("dot"), HasSubstr("tooltip=\"claim c1, overstated: <script>\\\"it's\\\" "
                                       "&amp; ]]></script>, \\\\N –"));
}

TEST(GraphMlTest, TypesItsKeysAndLeavesOutWhatIsMissing) {
  const std::unique_ptr<GraphStore> store = StoreOf({TinyGraph("a.md", "a", {"url:a"})});
  const std::string text = Export(ExportScope(*store), "graphml");
  for (const char* key :
       {"<key id=\"kind\" for=\"node\" attr.name=\"kind\" attr.type=\"string\"/>",
        "<key id=\"year\" for=\"node\" attr.name=\"year\" attr.type=\"long\"/>",
        "<key id=\"confidence\" for=\"node\" attr.name=\"confidence\" attr.type=\"double\"/>",
        "<key id=\"negated\" for=\"node\" attr.name=\"negated\" attr.type=\"boolean\"/>",
        "<key id=\"edge_kind\" for=\"edge\" attr.name=\"kind\" attr.type=\"string\"/>"}) {
    EXPECT_THAT(text, HasSubstr(key));
  }
  EXPECT_THAT(text, HasSubstr("<edge id=\"c1.cites.x1\" source=\"c1\" target=\"x1\">"
                              "<data key=\"edge_kind\">cites</data>"));
  EXPECT_THAT(text, Not(HasSubstr("<data key=\"year\">")));
  EXPECT_THAT(text, Not(HasSubstr("></data>")));
}

TEST(CsvTablesTest, HasATableForEachTypeAndTheScripts) {
  const std::unique_ptr<GraphStore> store = StoreOf({EveryNoun()});
  Folder folder;
  ASSERT_TRUE(FindExportFormat("csv")->to_folder(ExportScope(*store), {}, &folder));
  EXPECT_THAT(folder.Text("claims.csv"),
              StartsWith("id,label,text,claim_kind,verdict,allowed_wording,"));
  EXPECT_EQ(folder.Text("study_keys.csv"), "id,label,key\ns1,registry:nct1,registry:nct1\n");
  EXPECT_EQ(folder.Text("edge_cites.csv"), "from_id,to_id,id\nc1,x1,c1.cites.x1\n");
  for (const NodeType& type : NodeTypes()) {
    const std::string name = std::string(type.table) + ".csv";
    EXPECT_THAT(folder.Text("sqlite.sql"), HasSubstr(".import --csv --skip 1 " + name));
    EXPECT_THAT(folder.Text("kuzu.cypher"), HasSubstr("FROM '" + name + "'"));
  }
  EXPECT_THAT(folder.Text("kuzu.cypher"),
              HasSubstr("CREATE REL TABLE `CITES` (FROM `Claim` TO `Citation`, `id` STRING);"));
}

TEST(Neo4jCsvTest, HasTheHeadersOfTheImportCommand) {
  const std::unique_ptr<GraphStore> store = StoreOf({EveryNoun()});
  Folder folder;
  ASSERT_TRUE(FindExportFormat("neo4j")->to_folder(ExportScope(*store), {}, &folder));
  EXPECT_EQ(folder.Text("study_keys.csv"),
            "id:ID(Study),label,key,:LABEL\ns1,registry:nct1,registry:nct1,Study\n");
  EXPECT_EQ(folder.Text("edge_cites.csv"),
            ":START_ID(Claim),:END_ID(Citation),id,:TYPE\nc1,x1,c1.cites.x1,CITES\n");
  EXPECT_THAT(folder.Text("claims.csv"), HasSubstr(",confidence:double,negated:boolean,"));
  EXPECT_THAT(folder.Text("claims.csv"), HasSubstr(",span_begin:long,span_end:long,:LABEL\n"));
  EXPECT_THAT(folder.Text("import.sh"), HasSubstr(" --nodes=evidence_lines.csv "));
  EXPECT_THAT(folder.Text("import.sh"), HasSubstr(" --relationships=edge_judges.csv "));
}

TEST(DotTest, CutsLabelsAndColoursVerdicts) {
  DocumentGraph g = EveryNoun();
  g.claims[0].text = "Walking " + std::string(300, 'x');
  const std::unique_ptr<GraphStore> store = StoreOf({g});
  const std::string text = Export(ExportScope(*store), "dot");
  EXPECT_THAT(text, HasSubstr("label=\"Walking " + std::string(72, 'x') + "…\""));
  EXPECT_THAT(text, HasSubstr("shape=box, fillcolor=\"#fee391\""));
  EXPECT_THAT(text, HasSubstr("\"c1\" -> \"x1\" [id=\"c1.cites.x1\", kind=\"cites\""));
}

using AppendText = void (*)(std::string_view, std::string*);

std::string With(AppendText append, std::string_view text) {
  std::string out;
  append(text, &out);
  return out;
}

TEST(PropertyGraphTextTest, EscapesAsEachFormatWants) {
  struct Case {
    AppendText append;
    std::string_view text;
    std::string_view expected;
  };
  const Case cases[] = {
      // CSV: in quotes only where it has to be
      {AppendCsv, "plain", "plain"},
      {AppendCsv, "", ""},
      {AppendCsv, "a,b", "\"a,b\""},
      {AppendCsv, "a\rb", "\"a\rb\""},
      {AppendCsv, " edge", "\" edge\""},
      {AppendCsv, "say \"so\"", "\"say \"\"so\"\"\""},
      {AppendCsv, std::string_view("a\0b", 3), "a\uFFFDb"},
      {AppendCsv, "é\xC3", "é\uFFFD"},
      // JSON
      {AppendJson, "\"\\\b\n\x1F/", R"("\"\\\u0008\n\u001f/")"},
      {AppendJson, "\x7F", "\"\x7F\""},
      // XML: no control characters, and not the two that are no characters
      {AppendXmlContent, "a\r\nb\x0C", "a&#13;&#10;b\uFFFD"},
      {AppendXmlContent, "\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xBF\xBD", "\uFFFD\uFFFD\uFFFD"},
      {AppendXmlContent, "\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
      {AppendXmlContent, "😀 \"q\"", "😀 \"q\""},
      {AppendXmlAttribute, "😀 \"q\"", "😀 &quot;q&quot;"},
      // Graphviz: no escape sequences, no entities
      {AppendDot, "\\N &lt; \"x\"\n", "\"\\\\N &amp;lt; \\\"x\\\" \""},
  };
  for (const Case& c : cases) EXPECT_EQ(With(c.append, c.text), c.expected) << c.text;
}

TEST(PropertyGraphTextTest, CutsBetweenCharacters) {
  EXPECT_EQ(CutShort("short", 5), "short");
  EXPECT_EQ(CutShort("ééééé", 3), "ééé…");
  EXPECT_EQ(CutShort("a\nb\tc", 9), "a b c");
  EXPECT_EQ(CutShort("a\u2028b\u2029c\u0085d\u00A0e", 9), "a b c d\u00A0e");
  EXPECT_EQ(CutShort("", 3), "");
}

TEST(PropertyGraphTextTest, NumbersReadBack) {
  std::string out;
  AppendNumber(0.1 + 0.2, &out);
  out += ' ';
  AppendNumber(std::int64_t{-9007199254740993}, &out);
  EXPECT_EQ(out, "0.30000000000000004 -9007199254740993");
}

}  // namespace
}  // namespace claimgraph
