// What reviewers decide: that it is stored, does what it says, outlives imports, and is
// what `doctor` and `check` find too.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "claimgraph/check.h"
#include "claimgraph/decide.h"
#include "claimgraph/doctor.h"
#include "claimgraph/explain.h"
#include "claimgraph/upkeep.h"
#include "core/json.h"
#include "core/store/graph_store.h"
#include "importers/importer.h"
#include "importers/linking/work_resolver.h"
#include "queries/rules/rules.h"

namespace claimgraph {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr const char* kTea = "Black tea improves sleep.";
constexpr const char* kNap = "Naps improve memory (Baker, 2017).";

std::string Draft(const std::string& first = kTea, const std::string& before = "") {
  return "# Notes\n\n" + before + first + "\n\n" + kNap +
         "\n\n## References\n\nBaker, L. (2017). Naps and memory in adults: a randomised "
         "controlled trial. Nap Reports, 4(2), 10-19.\n";
}

constexpr const char* kOther =
    "# Sleep\n\nBlack tea improves sleep (Cole, 2019).\n\n## References\n\nCole, M. (2019). Black "
    "tea and sleep in adults: a randomised controlled trial. Tea Letters, 7(1), 1-9. "
    "doi:10.5555/tea.1\n";

class DecisionsTest : public testing::Test {
 protected:
  void SetUp() override {
    Import(Draft(), "draft.md");
    Import(kOther, "other.md");
  }

  void Import(const std::string& text, const std::string& source) {
    DocumentGraph graph = ImportDocument(text, source);
    const std::unique_ptr<GraphStore> nothing = NewMemoryStore();
    graph.findings = RunRules({graph, *nothing}, RuleScope::kDocument);
    ResolveAgainst(*store_, &graph);
    Upkeep upkeep(store_.get());
    ASSERT_TRUE(upkeep.Put(graph));
    ASSERT_TRUE(upkeep.Judge());
  }

  DocumentGraph Stored(const std::string& source = "draft.md") const {
    return *LoadDocumentGraph(*store_, DocumentId{store_->Named("source:" + source).id});
  }

  Claim ClaimIn(const std::string& words) const {
    for (const Claim& claim : Stored().claims) {
      if (claim.text.find(words) != std::string::npos) return claim;
    }
    ADD_FAILURE() << "no claim with " << words;
    return {};
  }

  std::string Id(const std::string& words) const { return IdText(ClaimIn(words).id); }

  std::vector<std::string> RulesAt(const std::string& source = "draft.md") const {
    std::vector<std::string> rules;
    for (const Finding& finding : Stored(source).findings) rules.push_back(finding.rule);
    return rules;
  }

  Result<Decision> Try(DecisionKind kind, const std::string& target, const std::string& value) {
    return Decide({.kind = kind,
                   .target = target,
                   .value = value,
                   .who = "Ada",
                   .when = "2026-03-01T09:30:00Z",
                   .why = "read it"},
                  store_.get());
  }

  std::string Do(DecisionKind kind, const std::string& target, const std::string& value = "") {
    const Result<Decision> decision = Try(kind, target, value);
    return decision ? IdText(decision->id) : decision.error().message;
  }

  std::vector<EvidenceLine> LinesOf(const std::string& words) const {
    const ClaimId claim = ClaimIn(words).id;
    std::vector<EvidenceLine> lines;
    for (const EvidenceLine& line : Stored().evidence_lines) {
      if (line.claim == claim) lines.push_back(line);
    }
    return lines;
  }

  std::vector<std::string> Differences() const {
    std::vector<std::string> told;
    const Result<Examination> examined = Examine(*store_);
    if (!examined) return {examined.error().message};
    for (const Difference& d : examined->differences) {
      told.push_back(d.place + ": " + d.what);
    }
    return told;
  }

  std::vector<std::string> Misfits() const {
    std::vector<std::string> told;
    const Result<std::vector<ListedDecision>> listed = ListDecisions(*store_);
    if (!listed) return {listed.error().message};
    for (const ListedDecision& d : *listed) {
      if (!d.misfit.empty()) told.push_back(IdText(d.decision.id) + ": " + d.misfit);
    }
    const Result<Examination> examined = Examine(*store_);
    EXPECT_THAT(examined ? examined->misfits : std::vector<Misfit>(1), SizeIs(told.size()));
    return told;
  }

  std::unique_ptr<GraphStore> store_ = NewMemoryStore();
};

TEST_F(DecisionsTest, VerdictStandsBesideTheComputedOne) {
  ASSERT_EQ(ClaimIn("tea").verdict, Verdict::kUnsupported);
  EXPECT_EQ(Do(DecisionKind::kVerdict, Id("tea"), "weakly-supported"), "n1");
  const Claim claim = ClaimIn("tea");
  EXPECT_EQ(claim.verdict, Verdict::kWeaklySupported);
  EXPECT_EQ(claim.reasons.back().step, "decision");
  EXPECT_EQ(claim.reasons.back().because,
            "computed: unsupported; n1 by Ada on 2026-03-01: read it");
  EXPECT_THAT(Differences(), IsEmpty());
}

TEST_F(DecisionsTest, ATimeThatThereIsNotIsRefused) {
  DecisionRequest request = {.kind = DecisionKind::kVerdict,
                             .target = Id("tea"),
                             .value = "supported",
                             .who = "Ada",
                             .when = "2026-02-30T00:00:00Z",
                             .why = "read it"};
  const Result<Decision> decision = Decide(request, store_.get());
  ASSERT_FALSE(decision);
  EXPECT_EQ(decision.error().code, ErrorCode::kInvalidArgument);
  EXPECT_THAT(decision.error().message, HasSubstr("is no time like"));
  EXPECT_EQ(store_->LastId(NodeKind::kDecision), 0u);
}

TEST_F(DecisionsTest, TheLaterOfTwoVerdictsStands) {
  Do(DecisionKind::kVerdict, Id("tea"), "supported");
  Do(DecisionKind::kVerdict, Id("tea"), "contradicted");
  EXPECT_EQ(ClaimIn("tea").verdict, Verdict::kContradicted);
  Do(DecisionKind::kUndo, "", "n2");
  EXPECT_EQ(ClaimIn("tea").verdict, Verdict::kSupported);
}

TEST_F(DecisionsTest, LinkedWorkIsJudgedAsIfCited) {
  EXPECT_EQ(Do(DecisionKind::kLink, Id("tea"), "10.5555/tea.1"), "n1");
  const std::vector<EvidenceLine> lines = LinesOf("tea");
  ASSERT_THAT(lines, SizeIs(1));
  EXPECT_EQ(Node(lines[0].work), store_->Named("doi:10.5555/tea.1"));
  EXPECT_FALSE(IsSet(lines[0].reference));
  EXPECT_EQ(lines[0].design, StudyDesign::kRct);
  EXPECT_EQ(lines[0].reasons.front().step, "decision");
  EXPECT_EQ(ClaimIn("tea").verdict, Verdict::kSupported);
  EXPECT_THAT(Stored().references, SizeIs(1));
  EXPECT_THAT(Differences(), IsEmpty());
}

TEST_F(DecisionsTest, WorkOfTheOwnListIsLinkedThroughItsEntry) {
  const WorkId work = Stored().references[0].work;
  Do(DecisionKind::kLink, Id("tea"), IdText(work));
  const std::vector<EvidenceLine> lines = LinesOf("tea");
  ASSERT_THAT(lines, SizeIs(1));
  EXPECT_EQ(lines[0].work, work);
  EXPECT_EQ(lines[0].reference, Stored().references[0].id);
  EXPECT_THAT(Differences(), IsEmpty());
}

TEST_F(DecisionsTest, RejectedWorkBearsNoEvidence) {
  ASSERT_EQ(ClaimIn("Naps").verdict, Verdict::kSupported);
  Do(DecisionKind::kReject, Id("Naps"), IdText(Stored().references[0].work));
  EXPECT_THAT(LinesOf("Naps"), IsEmpty());
  EXPECT_EQ(ClaimIn("Naps").verdict, Verdict::kUnsupported);
  EXPECT_EQ(ClaimIn("Naps").reasons.front().rule, "reject");
  EXPECT_THAT(Differences(), IsEmpty());
}

TEST_F(DecisionsTest, DismissedFindingIsGoneUntilUndone) {
  ASSERT_THAT(RulesAt(), ElementsAre("uncited-claim"));
  EXPECT_EQ(Do(DecisionKind::kDismiss, IdText(Stored().findings[0].id)), "n1");
  EXPECT_THAT(RulesAt(), IsEmpty());
  EXPECT_THAT(Differences(), IsEmpty());
  EXPECT_THAT(Misfits(), IsEmpty());
  Do(DecisionKind::kUndo, "", "n1");
  EXPECT_THAT(RulesAt(), ElementsAre("uncited-claim"));
  EXPECT_THAT(Differences(), IsEmpty());
}

TEST_F(DecisionsTest, EachOfTwoLikeFindingsIsDismissedByItself) {
  Import(Draft(kTea, std::string(kTea) + "\n\n"), "draft.md");
  ASSERT_THAT(RulesAt(), ElementsAre("uncited-claim", "uncited-claim"));
  Do(DecisionKind::kDismiss, IdText(Stored().findings[0].id));
  ASSERT_THAT(RulesAt(), SizeIs(1));
  Do(DecisionKind::kDismiss, IdText(Stored().findings[0].id));
  EXPECT_THAT(RulesAt(), IsEmpty());
}

TEST_F(DecisionsTest, AnUndoingCanBeUndone) {
  Do(DecisionKind::kVerdict, Id("tea"), "supported");
  Do(DecisionKind::kUndo, "", "n1");
  EXPECT_EQ(ClaimIn("tea").verdict, Verdict::kUnsupported);
  EXPECT_EQ(Do(DecisionKind::kUndo, "", "n1"), "n1 was undone before");
  Do(DecisionKind::kUndo, "", "n2");
  EXPECT_EQ(ClaimIn("tea").verdict, Verdict::kSupported);
  EXPECT_THAT(Differences(), IsEmpty());
}

TEST_F(DecisionsTest, MovedWordsKeepTheirDecisions) {
  Do(DecisionKind::kVerdict, Id("tea"), "supported");
  Do(DecisionKind::kLink, Id("tea"), "10.5555/tea.1");
  Import(Draft(kTea, "It was a cold day, and we sat down.\n\n"), "draft.md");
  EXPECT_EQ(ClaimIn("tea").verdict, Verdict::kSupported);
  EXPECT_THAT(LinesOf("tea"), SizeIs(1));
  EXPECT_THAT(Misfits(), IsEmpty());
  EXPECT_THAT(Differences(), IsEmpty());
}

TEST_F(DecisionsTest, TheSameWordsInOtherCaseKeepTheirs) {
  Do(DecisionKind::kVerdict, Id("tea"), "supported");
  Import(Draft("Black Tea  improves sleep."), "draft.md");
  EXPECT_EQ(ClaimIn("Tea").verdict, Verdict::kSupported);
  EXPECT_THAT(Misfits(), IsEmpty());
}

TEST_F(DecisionsTest, OtherWordsLoseThemAndGetThemBack) {
  Do(DecisionKind::kVerdict, Id("tea"), "supported");
  Import(Draft("Black tea worsens sleep."), "draft.md");
  EXPECT_NE(ClaimIn("tea").verdict, Verdict::kSupported);
  EXPECT_THAT(Misfits(), ElementsAre("n1: no claim of draft.md reads so"));
  EXPECT_THAT(Differences(), IsEmpty());
  Import(Draft(), "draft.md");
  EXPECT_EQ(ClaimIn("tea").verdict, Verdict::kSupported);
  EXPECT_THAT(Misfits(), IsEmpty());
}

TEST_F(DecisionsTest, DecisionsOutliveTheirDocument) {
  Do(DecisionKind::kVerdict, Id("tea"), "supported");
  Upkeep upkeep(store_.get());
  ASSERT_TRUE(upkeep.Remove("draft.md"));
  ASSERT_TRUE(upkeep.Judge());
  EXPECT_THAT(Misfits(), ElementsAre("n1: draft.md is not in the store"));
  Import(Draft(), "draft.md");
  EXPECT_EQ(ClaimIn("tea").verdict, Verdict::kSupported);
}

TEST_F(DecisionsTest, RemovingADecisionsDocumentUndoesIt) {
  Do(DecisionKind::kVerdict, Id("tea"), "supported");
  Upkeep upkeep(store_.get());
  ASSERT_TRUE(upkeep.Remove("decision:1"));
  ASSERT_TRUE(upkeep.Judge());
  EXPECT_EQ(ClaimIn("tea").verdict, Verdict::kUnsupported);
  EXPECT_THAT(Differences(), IsEmpty());
}

TEST_F(DecisionsTest, VerdictOfAReviewerSilencesWhatRestedOnTheComputedOne) {
  Do(DecisionKind::kVerdict, Id("Naps"), "overstated");
  ASSERT_THAT(RulesAt(), ElementsAre("uncited-claim", "certainty-inflation"));
  EXPECT_THAT(Stored().findings[1].message, HasSubstr("n1 by Ada"));
}

TEST_F(DecisionsTest, ARecordOfALinkedWorkTellsOfIt) {
  Do(DecisionKind::kLink, Id("tea"), "10.5555/tea.1");
  DocumentGraph record;
  record.document.source = "pubmed:7";
  record.document.format = Format::kStudyCard;
  record.works = {{.names = {"doi:10.5555/tea.1"}, .doi = "10.5555/tea.1"}};
  record.studies = {{.key = "work:doi:10.5555/tea.1"}};
  record.records = {{.work = WorkId{1},
                     .study = StudyId{1},
                     .design = StudyDesign::kRct,
                     .title = "Black tea and sleep in adults"}};
  record.results = {{.study = StudyId{1},
                     .intervention = "black tea",
                     .outcome = "sleep",
                     .direction = Direction::kWorsen}};
  ResolveAgainst(*store_, &record);
  Upkeep upkeep(store_.get());
  ASSERT_TRUE(upkeep.Put(record));
  ASSERT_TRUE(upkeep.Judge());
  ASSERT_THAT(LinesOf("tea"), SizeIs(1));
  EXPECT_EQ(LinesOf("tea")[0].record, "pubmed:7");
  EXPECT_EQ(ClaimIn("tea").verdict, Verdict::kContradicted);
  EXPECT_THAT(Differences(), IsEmpty());
  ASSERT_TRUE(upkeep.Remove("pubmed:7"));
  ASSERT_TRUE(upkeep.Judge());
  EXPECT_EQ(LinesOf("tea")[0].record, "");
  EXPECT_THAT(Differences(), IsEmpty());
}

TEST_F(DecisionsTest, AWorkThatGoesAndComesBackIsLinkedAgain) {
  Do(DecisionKind::kLink, Id("tea"), "10.5555/tea.1");
  Upkeep upkeep(store_.get());
  ASSERT_TRUE(upkeep.Remove("other.md"));
  ASSERT_TRUE(upkeep.Judge());
  EXPECT_THAT(Differences(), IsEmpty());
  Import(Draft(kTea, "A new line.\n\n"), "draft.md");
  EXPECT_THAT(LinesOf("tea"), IsEmpty());
  EXPECT_THAT(Misfits(), ElementsAre("n1: the store has no work doi:10.5555/tea.1 now"));
  EXPECT_THAT(Differences(), IsEmpty());
  Import(kOther, "other.md");
  EXPECT_THAT(LinesOf("tea"), SizeIs(1));
  EXPECT_THAT(Misfits(), IsEmpty());
  EXPECT_THAT(Differences(), IsEmpty());
}

TEST_F(DecisionsTest, CheckOfTheSameFileAppliesThem) {
  Do(DecisionKind::kVerdict, Id("Naps"), "contradicted");
  Do(DecisionKind::kDismiss, IdText(Stored().findings[0].id));
  const Result<Checked> checked = Check({{"draft.md", Draft()}}, {}, store_.get());
  ASSERT_TRUE(checked);
  const DocumentGraph& graph = checked->report.documents[0].graph;
  for (const Finding& finding : graph.findings) EXPECT_NE(finding.rule, "uncited-claim");
  bool found = false;
  for (const Claim& claim : graph.claims) found |= claim.verdict == Verdict::kContradicted;
  EXPECT_TRUE(found);
  const Result<Checked> other = Check({{"another.md", Draft()}}, {}, store_.get());
  ASSERT_TRUE(other);
  EXPECT_THAT(other->report.documents[0].graph.findings, Not(IsEmpty()));
}

TEST_F(DecisionsTest, ExplainShowsThem) {
  Do(DecisionKind::kVerdict, Id("tea"), "supported");
  Do(DecisionKind::kUndo, "", "n1");
  EXPECT_THAT(*ExplainStored(*store_, Id("tea")),
              HasSubstr("Decisions\n  verdict supported, undone by n2; n1 by Ada"));
  EXPECT_THAT(*ExplainStored(*store_, Id("Naps")), Not(HasSubstr("Decisions")));
}

TEST_F(DecisionsTest, WrongRequestsStoreNothing) {
  const std::string tea = Id("tea");
  EXPECT_FALSE(Try(DecisionKind::kVerdict, "c99", "supported"));
  EXPECT_FALSE(Try(DecisionKind::kVerdict, tea, "true"));
  EXPECT_FALSE(Try(DecisionKind::kVerdict, "f1", "supported"));
  EXPECT_FALSE(Try(DecisionKind::kLink, tea, "10.5555/none"));
  EXPECT_FALSE(Try(DecisionKind::kDismiss, tea, ""));
  EXPECT_FALSE(Try(DecisionKind::kUndo, "", "n1"));
  DecisionRequest request{.kind = DecisionKind::kVerdict,
                          .target = tea,
                          .value = "supported",
                          .when = "2026-03-01T09:30:00Z",
                          .why = "read it"};
  EXPECT_THAT(Decide(request, store_.get()).error().message, HasSubstr("CLAIMGRAPH_WHO"));
  request.who = "Ada";
  request.why = " \n";
  EXPECT_THAT(Decide(request, store_.get()).error().message, HasSubstr("--why"));
  request.why = "read it";
  request.when = "yesterday";
  EXPECT_FALSE(Decide(request, store_.get()));
  EXPECT_EQ(store_->LastId(NodeKind::kDecision), 0);
}

TEST_F(DecisionsTest, BytesThatAreNoTextAreStoredAsText) {
  const Result<Decision> decision = Decide({.kind = DecisionKind::kVerdict,
                                            .target = Id("tea"),
                                            .value = "supported",
                                            .who = "A\xFF"
                                                   "da",
                                            .when = "2026-03-01T09:30:00Z",
                                            .why = std::string(100000, 'x') + "\x80\n\x1b[2J"},
                                           store_.get());
  ASSERT_TRUE(decision);
  std::ostringstream text;
  WriteDecisions(*ListDecisions(*store_), text);
  EXPECT_THAT(text.str(), Not(HasSubstr("\x1b")));
  std::ostringstream json;
  WriteDecisionsJson(*ListDecisions(*store_), json);
  EXPECT_THAT(json.str(), HasSubstr("claimgraph/decisions/1"));
  EXPECT_THAT(Differences(), IsEmpty());
}

}  // namespace
}  // namespace claimgraph
