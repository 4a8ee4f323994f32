// One Work from many References.  A case lists references as
// "title | first author | year | doi | pmid"; the answer numbers their works.
#include "core/numbered_name.h"
#include "core/text/work_names.h"
#include "importers/linking/work_resolver.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

namespace claimgraph {
namespace {

struct Printed {
  const char* title;
  const char* author;
  int year;
  const char* doi;
  const char* pmid;
};

Reference Make(const Printed& p) {
  Reference r{.year = p.year, .title = p.title, .doi = p.doi, .pmid = p.pmid};
  if (*p.author != '\0') r.authors.push_back({.family = p.author});
  return r;
}

std::string WorksOf(const std::vector<Printed>& printed) {
  DocumentGraph graph;
  for (const Printed& p : printed) graph.references.push_back(Make(p));
  ResolveWorks(&graph);
  EXPECT_EQ(graph.known_works.size(), graph.works.size());
  std::string out;
  for (const Reference& r : graph.references) out += std::to_string(Raw(r.work));
  return out;
}

constexpr const char* kNaps = "Short naps and alertness in shift workers: a randomised trial";

TEST(WorkResolverTest, WhatIsOneWork) {
  const struct {
    const char* why;
    std::vector<Printed> printed;
    const char* works;
  } kCases[] = {
      {"one DOI", {{kNaps, "Lind", 2012, "10.1/a", ""}, {"", "", 0, "10.1/a", ""}}, "11"},
      {"one PMID", {{kNaps, "Lind", 2012, "", "123"}, {"", "", 0, "", "123"}}, "11"},
      {"one title and year, printed differently",
       {{kNaps, "Lind", 2012, "", ""},
        {"Short Naps and Alertness in Shift Workers – A Randomised Trial.", "Línd", 2012, "", ""}},
       "11"},
      {"a subtitle left out under one DOI",
       {{kNaps, "Lind", 2012, "10.1/a", ""},
        {"Short naps and alertness in shift workers", "Lind", 2012, "10.1/a", ""}},
       "11"},
      {"another year", {{kNaps, "Lind", 2012, "", ""}, {kNaps, "Lind", 2014, "", ""}}, "12"},
      {"titles that differ in one word",
       {{kNaps, "Lind", 2012, "", ""},
        {"Short naps and alertness in shift nurses: a randomised trial", "Lind", 2012, "", ""}},
       "12"},
      {"one title, two DOIs",
       {{kNaps, "Lind", 2012, "10.1/a", ""}, {kNaps, "Lind", 2012, "10.1/b", ""}},
       "12"},
      {"one title, two PMIDs",
       {{kNaps, "Lind", 2012, "", "1"}, {kNaps, "Lind", 2012, "", "2"}},
       "12"},
      {"one PMID, two quite different titles",
       {{kNaps, "Lind", 2012, "", "123"},
        {"Cold hands in autumn among fishers", "Osei", 2012, "", "123"}},
       "12"},
      {"a short title that two authors share",
       {{"Coronary artery disease", "Lind", 2012, "", ""},
        {"Coronary artery disease", "Osei", 2012, "", ""}},
       "12"},
      {"a title too short to tell",
       {{"Editorial", "", 2012, "", ""}, {"Editorial", "", 2012, "", ""}},
       "12"},
      {"nothing known", {{"", "", 0, "", ""}, {"", "", 0, "", ""}}, "12"},
      {"a DOI learned later joins by title first",
       {{kNaps, "Lind", 2012, "", ""},
        {kNaps, "Lind", 2012, "10.1/a", ""},
        {"", "", 0, "10.1/a", ""}},
       "111"},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.why);
    EXPECT_EQ(WorksOf(c.printed), c.works);
  }
}

TEST(WorkResolverTest, NamesStrongestFirst) {
  Reference r = Make({kNaps, "Lind", 2012, "10.1/a", "123"});
  r.pmcid = "PMC9";
  r.url = "https://www.example.org/naps/?utm_source=mail#top";
  EXPECT_EQ(WorkNames(r),
            (std::vector<std::string>{
                "doi:10.1/a", "pmid:123", "pmcid:PMC9",
                "title:short naps and alertness in shift workers a randomised trial|2012",
                "url:example.org/naps"}));
}

TEST(WorkResolverTest, WordsOfALinkAreNoTitle) {
  DocumentGraph graph;
  graph.references = {Make({"The study that everybody talks about", "", 0, "10.1/a", ""}),
                      Make({kNaps, "Lind", 2012, "10.1/a", ""})};
  graph.references[0].origin = ReferenceOrigin::kLink;
  ResolveWorks(&graph);
  ASSERT_EQ(graph.works.size(), 1u);
  EXPECT_EQ(graph.works[0].title, kNaps);
}

// The first work keeps a contested name, and the second gets it with a number, so a
// rule that looks it up finds both and can say so.
TEST(WorkResolverTest, ContestedNameStaysWithTheFirst) {
  DocumentGraph graph;
  graph.references = {Make({kNaps, "Lind", 2012, "", "123"}),
                      Make({"Cold hands in autumn among fishers", "Osei", 2003, "", "123"})};
  ResolveWorks(&graph);
  ASSERT_EQ(graph.works.size(), 2u);
  EXPECT_EQ(graph.works[0].names[0], "pmid:123");
  EXPECT_EQ(graph.works[1].names,
            (std::vector<std::string>{"pmid:123 2", "title:cold hands in autumn among fishers|2003"}));
  EXPECT_EQ(graph.works[1].pmid, "123");
}

// A graph of works and nothing else.
class WorksReader : public GraphReader {
 public:
  WorkId Add(Work work) {
    const WorkId id{works_.size() + 1};
    for (const std::string& name : work.names) names_[name] = Node(id);
    works_.push_back(std::move(work));
    return id;
  }
  void AddProposition(const std::string& key, PropositionId id) {
    names_["proposition:" + key] = Node(id);
  }

  Result<Work> FindWork(WorkId id) const override {
    if (!IsSet(id) || Raw(id) > works_.size()) return Fail(ErrorCode::kNotFound, "no such work");
    return works_[Raw(id) - 1];
  }
  NodeRef Named(std::string_view name) const override {
    const auto found = names_.find(std::string(name));
    return found == names_.end() ? NodeRef{} : found->second;
  }
  Result<Document> FindDocument(DocumentId) const override { return None(); }
  Result<Claim> FindClaim(ClaimId) const override { return None(); }
  Result<Citation> FindCitation(CitationId) const override { return None(); }
  Result<Reference> FindReference(ReferenceId) const override { return None(); }
  Result<Proposition> FindProposition(PropositionId) const override { return None(); }
  Result<EvidenceLine> FindEvidenceLine(EvidenceLineId) const override { return None(); }
  Result<Finding> FindFinding(FindingId) const override { return None(); }
  Result<Record> FindRecord(RecordId) const override { return None(); }
  Result<StudyResult> FindResult(ResultId) const override { return None(); }
  Result<Study> FindStudy(StudyId) const override { return None(); }
  Result<Decision> FindDecision(DecisionId) const override { return None(); }
  std::vector<std::uint64_t> All(NodeKind) const override { return {}; }
  std::vector<NodeRef> Neighbours(NodeRef, EdgeKind, Way) const override { return {}; }
  std::vector<FindingId> Findings(std::string_view, std::size_t) const override { return {}; }

 private:
  static tl::unexpected<Error> None() { return Fail(ErrorCode::kNotFound, "not kept here"); }

  std::vector<Work> works_;
  std::map<std::string, NodeRef> names_;
};

TEST(WorkResolverTest, FindsStoredWorksAndLearnsFromThem) {
  WorksReader reader;
  const WorkId stored = reader.Add({.names = {"doi:10.1/a"},
                                    .title = kNaps,
                                    .year = 2012,
                                    .doi = "10.1/a",
                                    .standing = Standing::kRetracted});
  DocumentGraph graph;
  graph.references = {Make({kNaps, "Lind", 2012, "10.1/a", "123"}),
                      Make({"Cold hands in autumn", "Osei", 2003, "", ""})};
  ResolveWorks(&graph);
  ResolveAgainst(reader, &graph);
  ASSERT_EQ(graph.known_works.size(), 2u);
  EXPECT_EQ(graph.known_works[0], stored);
  EXPECT_EQ(graph.known_works[1], WorkId{});
  EXPECT_EQ(graph.works[0].id, WorkId{1});  // still local
  EXPECT_EQ(graph.works[0].standing, Standing::kRetracted);
  EXPECT_EQ(graph.works[0].pmid, "123");
  EXPECT_EQ(graph.works[0].names,
            (std::vector<std::string>{
                "doi:10.1/a", "pmid:123",
                "title:short naps and alertness in shift workers a randomised trial|2012"}));
}

TEST(WorkResolverTest, StoredWorkThatContradictsIsLeftAlone) {
  WorksReader reader;
  reader.Add({.names = {"pmid:123"},
              .title = "Cold hands in autumn among fishers",
              .year = 2012,
              .pmid = "123"});
  DocumentGraph graph;
  graph.references = {Make({kNaps, "Lind", 2012, "", "123"})};
  ResolveWorks(&graph);
  ResolveAgainst(reader, &graph);
  EXPECT_EQ(graph.known_works[0], WorkId{});
  // The contested name is the stored work's.
  EXPECT_EQ(graph.works[0].names[0], "pmid:123 2");
  EXPECT_EQ(graph.works[0].title, kNaps);
}

TEST(WorkResolverTest, NumberedNamesAreTakenInOrderAndFoundAgain) {
  WorksReader reader;
  reader.Add({.names = {"pmid:123"}, .title = "Cold hands in autumn among fishers"});
  const WorkId second = reader.Add({.names = {"pmid:123 2"}, .title = "Coffee in the north"});
  DocumentGraph graph;
  graph.references = {Make({kNaps, "Lind", 0, "", "123"}),
                      Make({"Coffee in the north", "Osei", 0, "", "123"})};
  ResolveWorks(&graph);
  ResolveAgainst(reader, &graph);
  EXPECT_EQ(graph.works[0].names, std::vector<std::string>{"pmid:123 3"});
  EXPECT_EQ(graph.works[1].names, std::vector<std::string>{"pmid:123 2"});
  EXPECT_EQ(graph.known_works[1], second);
}

TEST(WorkResolverTest, NumbersAreTakenOffAndSpacesAreNot) {
  EXPECT_EQ(UnnumberedName("doi:10.5555/x 2"), "doi:10.5555/x");
  EXPECT_EQ(UnnumberedName("doi:10.5555/x"), "doi:10.5555/x");
  EXPECT_EQ(UnnumberedName("place:j tea res|2017|4|10"), "place:j tea res|2017|4|10");
  EXPECT_EQ(UnnumberedName("place:j tea res|2017|4|10 16"), "place:j tea res|2017|4|10");
  EXPECT_EQ(UnnumberedName("title:tea 2|2017"), "title:tea 2|2017");
  EXPECT_EQ(UnnumberedName("doi:10.5555/x "), "doi:10.5555/x ");
}

TEST(WorkResolverTest, FindsStoredPropositions) {
  WorksReader reader;
  Proposition p{.intervention = "massage", .direction = Direction::kDecrease, .outcome = "pain"};
  reader.AddProposition(Key(p), PropositionId{7});
  DocumentGraph graph;
  graph.propositions = {p, {.intervention = "naps", .outcome = "pain"}};
  ResolveAgainst(reader, &graph);
  EXPECT_EQ(graph.known_propositions,
            (std::vector<PropositionId>{PropositionId{7}, PropositionId{}}));
}

}  // namespace
}  // namespace claimgraph
