// Which claims fall: by reasoning on drawings, and on random graphs against
// really taking the lines away and judging again with every step written down.

#include "queries/graph/impact.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "tests/graph_test_util.h"

namespace claimgraph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::size_t kAll = 1000;

// "c1 falls, c2 survives" for what is taken away.
std::string Fates(const DrawnGraph& drawn, NodeRef node) {
  std::map<std::uint64_t, std::string> fates;
  for (const ClaimImpact& row : ImpactOf(drawn.csr(), drawn.reader(), node, kAll).claims) {
    fates[row.trail.front().node.id] = Name(row.change.fate);
  }
  std::string text;
  for (const auto& [claim, fate] : fates) {
    text += (text.empty() ? "c" : ", c") + std::to_string(claim) + " " + fate;
  }
  return text;
}

struct Case {
  const char* what;
  const char* drawing;
  const char* removed;
  const char* fates;
};

constexpr Case kCases[] = {
    {"the only source", "doc a \n c tea>decrease>cold rct1", "rct1", "c1 falls"},
    {"one of two equals", "doc a \n c tea>decrease>cold rct1 rct2", "rct1", "c1 survives"},
    {"the strong one of two", "doc a \n c tea>decrease>cold rct1 cohort1", "rct1", "c1 weakens"},
    {"the weak one of two", "doc a \n c tea>decrease>cold rct1 cohort1", "cohort1", "c1 survives"},
    {"the only one that disputes", "doc a \n c tea>decrease>cold rct1 !rct2", "rct2",
     "c1 survives"},
    {"the only one that does not dispute", "doc a \n c tea>decrease>cold !rct1 +rct2", "rct2",
     "c1 weakens"},
    {"claims of several documents",
     "doc a \n c tea>decrease>cold rct1 \n doc b \n c tea>decrease>cold rct1 rct2 \n doc c \n "
     "c tea>decrease>cold rct2",
     "rct1", "c1 falls, c2 survives"},
    {"a source listed and never cited", "doc a \n lists rct1", "rct1", ""},
};

TEST(ImpactTest, Fates) {
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.what);
    const DrawnGraph drawn(c.drawing);
    EXPECT_EQ(Fates(drawn, drawn.Work(c.removed)), c.fates);
  }
}

TEST(ImpactTest, ADocumentGoesWithTheWorksThatItIs) {
  const DrawnGraph drawn(R"(
      doc a
      c tea>decrease>cold url:b
      c tea>decrease>cold url:b rct1
      doc b
      c tea>decrease>cold rct1
  )");
  EXPECT_EQ(Fates(drawn, drawn.Document("b")), "c1 falls, c2 survives");
  const Impact none = ImpactOf(drawn.csr(), drawn.reader(), drawn.Document("a"), kAll);
  EXPECT_THAT(none.works, IsEmpty());
  EXPECT_THAT(none.claims, IsEmpty());
}

TEST(ImpactTest, CarriesTheWayAndWhatIsLeft) {
  const DrawnGraph drawn("doc a \n c tea>decrease>cold rct1 cohort1");
  const Impact impact = ImpactOf(drawn.csr(), drawn.reader(), drawn.Work("rct1"), kAll);
  ASSERT_EQ(impact.claims.size(), 1u);
  std::vector<std::string> way;
  for (const TrailStep& step : impact.claims[0].trail) way.push_back(step.edge + "|" + step.label);
  EXPECT_THAT(
      way, ElementsAre("|tea>decrease>cold", "cites|rct1", "points to|rct1", "is|Ownrct1: rct1"));
  ASSERT_EQ(impact.claims[0].left.size(), 1u);
  EXPECT_EQ(impact.claims[0].left[0].node, drawn.Work("cohort1"));
  EXPECT_EQ(impact.claims[0].change.before.verdict, Verdict::kSupported);
  EXPECT_EQ(impact.claims[0].change.after.verdict, Verdict::kOverstated);
  EXPECT_EQ(impact.claims[0].change.before.level, 3);  // Moderate: titles alone
  EXPECT_EQ(impact.claims[0].change.after.level, 2);
}

// A verdict that rests on words the graph does not hold stays, whatever goes.
TEST(ImpactTest, VerdictsByWordsStay) {
  EvidenceLists lists;
  lists.documents = {1};
  lists.works = {1, 2};
  lists.work_design = {StudyDesign::kRct, StudyDesign::kCohort};
  lists.work_standing = {Standing::kCurrent, Standing::kCurrent};
  lists.claims = {1};
  lists.claim_document = {0};
  lists.claim_kind = {ClaimKind::kEffect};
  lists.claim_strength = {CausalStrength::kDirectCausal};
  lists.claim_certainty = {AssertedCertainty::kPlain};
  lists.claim_status = {CitationStatus::kInline};
  lists.claim_verdict = {Verdict::kContradicted};  // the evidence alone says otherwise
  lists.claim_flags = {0};
  lists.lines = {1, 2};
  lists.line_claim = {0, 0};
  lists.line_proposition = {kNoIndex, kNoIndex};
  lists.line_work = {0, 1};
  lists.line_reference = {0, 1};
  lists.line_stance = {Stance::kUnknown, Stance::kUnknown};
  lists.line_design = {StudyDesign::kRct, StudyDesign::kCohort};
  lists.line_directness = {0x55, 0x55};  // direct on every axis
  const EvidenceArrays arrays = EvidenceArrays::Assemble(std::move(lists));
  const EvidenceCsr csr = arrays.view();
  const std::uint32_t strong = 0;
  const std::uint32_t weak = 1;
  ClaimJudge judge(csr);
  EXPECT_EQ(
      judge.Without(0, {&strong, 1}),
      (Change{Fate::kWeakens, {Verdict::kContradicted, 3, 2}, {Verdict::kContradicted, 2, 1}}));
  EXPECT_EQ(judge.Without(0, {&weak, 1}).fate, Fate::kSurvives);
}

int RankOf(Verdict verdict) {
  if (verdict == Verdict::kSupported) return 3;
  if (verdict == Verdict::kWeaklySupported) return 2;
  return verdict == Verdict::kOverstated ? 1 : 0;
}

// The slow way: nouns, every reason, nothing kept.
Judgement JudgeSlowly(const EvidenceCsr& csr, std::uint32_t claim, std::uint32_t without,
                      std::size_t* left) {
  std::vector<EvidenceLine> lines;
  for (std::uint32_t i = 0; i < csr.lines.size(); ++i) {
    if (csr.line_claim[i] != claim) continue;
    if (without != kNoIndex && csr.line_work[i] == without) continue;
    // One without a reference has one of its own.
    const std::uint64_t own = 1'000'000 + i;
    const std::uint32_t reference = csr.line_reference[i];
    EvidenceLine line{.reference = ReferenceId{reference == kNoIndex ? own : reference + 1ULL},
                      .stance = csr.line_stance[i],
                      .design = csr.line_design[i]};
    if (csr.line_work[i] != kNoIndex) line.work = WorkId{csr.works[csr.line_work[i]]};
    UnpackDirectness(csr.line_directness[i], &line);
    lines.push_back(line);
  }
  *left = lines.size();
  BodyInputs body = BodyOf(OneLineForEachReference(lines));
  for (BodyLine& line : body.lines) {
    for (std::size_t w = 0; w < csr.works.size(); ++w) {
      if (line.study == "work " + std::to_string(csr.works[w])) {
        line.retracted = csr.work_standing[w] == Standing::kRetracted;
      }
    }
  }
  const std::uint8_t flags = csr.claim_flags[claim];
  return Judge({.kind = csr.claim_kind[claim],
                .strength = csr.claim_strength[claim],
                .certainty = csr.claim_certainty[claim],
                .negated = (flags & kNegatedClaim) != 0,
                .attributed = (flags & kAttributedClaim) != 0,
                .named_source = (flags & kNamesOneSource) != 0,
                .citation_status = csr.claim_status[claim],
                .body = std::move(body),
                .magnitude = (flags & kHasMagnitude) != 0,
                .has_effect_size = (flags & kHasEffectSize) != 0});
}

Fate FateSlowly(const EvidenceCsr& csr, std::uint32_t claim, std::uint32_t without) {
  std::size_t left = 0;
  const Judgement before = JudgeSlowly(csr, claim, kNoIndex, &left);
  const Judgement after = JudgeSlowly(csr, claim, without, &left);
  if (left == 0) return Fate::kFalls;
  const Verdict stored = csr.claim_verdict[claim];
  const Verdict then = before.verdict == stored ? after.verdict : stored;
  const bool worse =
      RankOf(then) < RankOf(stored) || after.appraisal.level < before.appraisal.level;
  return worse ? Fate::kWeakens : Fate::kSurvives;
}

TEST(ImpactTest, TheRankingIsWhatTakingEachWorkAwayGives) {
  std::mt19937 random(3);
  for (int round = 0; round < 60; ++round) {
    SCOPED_TRACE(round);
    EvidenceLists lists = RandomLists(&random, 6, 5);
    for (Standing& standing : lists.work_standing) {
      if (random() % 4 == 0) standing = Standing::kRetracted;
    }
    if (round % 2 == 0) {
      // Verdicts that the evidence gives, as an importer stores them.
      const EvidenceArrays draft = EvidenceArrays::Assemble(lists);
      std::size_t left = 0;
      for (std::uint32_t c = 0; c < lists.claims.size(); ++c) {
        lists.claim_verdict[c] = JudgeSlowly(draft.view(), c, kNoIndex, &left).verdict;
      }
    }
    const EvidenceArrays arrays = EvidenceArrays::Assemble(std::move(lists));
    const EvidenceCsr csr = arrays.view();
    std::map<std::uint32_t, LoadBearing> expected;
    for (std::uint32_t claim = 0; claim < csr.claims.size(); ++claim) {
      std::set<std::uint32_t> works;
      for (const std::uint32_t line : csr.claim_lines[claim]) {
        if (csr.line_work[line] != kNoIndex) works.insert(csr.line_work[line]);
      }
      for (const std::uint32_t work : works) {
        LoadBearing& row = expected[work];
        row.work = work;
        ++row.claims;
        const Fate fate = FateSlowly(csr, claim, work);
        row.falls += fate == Fate::kFalls ? 1 : 0;
        row.weakens += fate == Fate::kWeakens ? 1 : 0;
      }
    }
    const std::vector<LoadBearing> ranking = RankByImpact(csr);
    ASSERT_EQ(ranking.size(), expected.size());
    for (const LoadBearing& row : ranking) EXPECT_EQ(row, expected[row.work]);
    EXPECT_TRUE(std::ranges::is_sorted(ranking, [](const LoadBearing& a, const LoadBearing& b) {
      return std::tuple(b.falls, b.weakens, b.claims, a.work) <
             std::tuple(a.falls, a.weakens, a.claims, b.work);
    }));
    EXPECT_EQ(RankByImpact(csr), ranking) << "the second time";
    EXPECT_EQ(RankByImpact(csr, 1), ranking);
    EXPECT_EQ(RankByImpact(csr, 7), ranking);
  }
}

}  // namespace
}  // namespace claimgraph
