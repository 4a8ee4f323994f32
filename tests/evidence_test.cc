// The graph of evidence that benchmarks compare stores on: drawn as Python draws
// it, and answered alike by all.  What the answers are at 100,000 claims was found
// by a program of another language over the Python program's own tables.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <set>
#include <vector>

#include "bench/evidence_answers.h"
#include "bench/evidence_plain_csr.h"
#include "bench/evidence_sqlite.h"
#include "bench/evidence_store.h"
#include "bench/evidence_workload.h"
#include "bench/python_random.h"
#include "bench/temp_dir.h"

namespace claimgraph {
namespace {

using testing::ElementsAre;

TEST(PythonRandomTest, DrawsWhatPythonDraws) {
  PythonRandom random(20240607);
  EXPECT_EQ(random.Fraction(), 0.5628733220179614);
  std::vector<std::uint32_t> below;
  for (int i = 0; i < 5; ++i) below.push_back(random.Below(46));
  EXPECT_THAT(below, ElementsAre(35, 33, 31, 7, 38));
  std::vector<std::uint32_t> chosen;
  for (int i = 0; i < 6; ++i) chosen.push_back(random.Choose({15, 35, 30, 20}));
  EXPECT_THAT(chosen, ElementsAre(1, 2, 1, 1, 2, 0));
  std::vector<std::uint32_t> items = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
  random.Shuffle(&items);
  EXPECT_THAT(items, ElementsAre(3, 4, 5, 1, 2, 0, 6, 8, 7, 9));
  EXPECT_THAT(random.SampleOfTwenty(4), ElementsAre(7, 5, 1, 13));
  random.SkipFractions(2);
  EXPECT_EQ(random.Fraction(), 0.6315932669270721);
}

// The answers as the questions are put: loops over everything, no index.
class ByLoops : public EvidenceAnswers {
 public:
  explicit ByLoops(const Workload& w) : w_(w) {
    WorkloadStream stream(w);
    WorkloadDocument document;
    while (stream.Next(&document)) {
      studies_.insert(studies_.end(), document.studies.begin(), document.studies.end());
      claims_.insert(claims_.end(), document.claims.begin(), document.claims.end());
    }
  }

  FoundClaims Uncited() const override {
    return Where([&](std::uint32_t c) { return claims_[c].references.empty(); });
  }

  FoundClaims StrongerThanStudies() const override {
    return Where([&](std::uint32_t c) {
      const std::set<std::uint32_t> studies = StudiesOf(c);
      for (const std::uint32_t s : studies) {
        if (w_.studies[s].strength() >= claims_[c].strength) return false;
      }
      return !studies.empty();
    });
  }

  std::size_t RestOnAlone(std::uint32_t study) const override {
    return Where([&](std::uint32_t c) { return StudiesOf(c) == std::set{study}; }).count;
  }

  std::size_t WithinTwoSteps(std::uint32_t claim) const override {
    const WorkloadClaim& it = claims_[claim];
    const auto in_document = [&](std::uint32_t n) {
      return n / kPerDocument == claim / kPerDocument;
    };
    std::set<std::uint32_t> references(it.references.begin(), it.references.end());
    std::set<std::uint32_t> studies = StudiesOf(claim);
    std::size_t claims = 0;
    for (std::uint32_t n = 0; n < w_.claims; ++n) {
      if (in_document(n)) references.insert(n);
      if (n == claim) continue;
      claims += in_document(n) || claims_[n].proposition == it.proposition ||
                claims_[n].population == it.population || ShareReference(claims_[n], it);
    }
    for (std::uint32_t s = 0; s < w_.studies.size(); ++s) {
      if (w_.studies[s].population == it.population) studies.insert(s);
    }
    return 3 + references.size() + studies.size() + claims;
  }

  std::size_t IndependentLines(std::uint32_t claim) const override {
    const std::set<std::uint32_t> set = StudiesOf(claim);
    const std::vector<std::uint32_t> studies(set.begin(), set.end());
    return CountGroups(studies.size(), [&](std::size_t a, std::size_t b) {
      for (const std::uint32_t one : w_.CitedBy(studies[a])) {
        if (one == studies[b]) return true;
        for (const std::uint32_t other : w_.CitedBy(studies[b])) {
          if (other == one || other == studies[a]) return true;
        }
      }
      return Cites(studies[b], studies[a]);
    });
  }

  std::size_t RestOnThroughStudies(std::uint32_t study) const override {
    std::set<std::uint32_t> studies = {study};
    for (int step = 0; step < 2; ++step) {
      const std::set<std::uint32_t> before = studies;
      for (std::uint32_t s = 0; s < w_.studies.size(); ++s) {
        for (const std::uint32_t older : w_.CitedBy(s)) {
          if (before.contains(older)) studies.insert(s);
        }
      }
    }
    return Where([&](std::uint32_t c) {
             for (const std::uint32_t r : claims_[c].references) {
               if (studies_[r] != kNoStudy && studies.contains(studies_[r])) return true;
             }
             return false;
           })
        .count;
  }

 private:
  template <typename Holds>
  FoundClaims Where(const Holds& holds) const {
    FoundClaims found;
    for (std::uint32_t c = 0; c < w_.claims; ++c) {
      if (holds(c) && found.count++ < kFirst) found.first.push_back(c);
    }
    return found;
  }

  std::set<std::uint32_t> StudiesOf(std::uint32_t claim) const {
    std::set<std::uint32_t> studies;
    for (const std::uint32_t r : claims_[claim].references) studies.insert(studies_[r]);
    studies.erase(kNoStudy);
    return studies;
  }

  static bool ShareReference(const WorkloadClaim& a, const WorkloadClaim& b) {
    for (const std::uint32_t r : a.references) {
      for (const std::uint32_t other : b.references) {
        if (r == other) return true;
      }
    }
    return false;
  }

  bool Cites(std::uint32_t study, std::uint32_t older) const {
    for (const std::uint32_t one : w_.CitedBy(study)) {
      if (one == older) return true;
    }
    return false;
  }

  const Workload& w_;
  std::vector<std::uint32_t> studies_{};  // of references
  std::vector<WorkloadClaim> claims_{};
};

TEST(EvidenceTest, LoopsGiveTheKnownAnswers) {
  const Workload w = MakeWorkload(kKnownSize);
  const EvidenceTotals totals = AskAll(ByLoops(w), w);
  EXPECT_EQ(totals.uncited.count, kKnownUncited);
  EXPECT_EQ(totals.stronger.count, kKnownStronger);
  EXPECT_EQ(totals.alone, kKnownAlone);
  EXPECT_EQ(totals.two_steps, kKnownTwoSteps);
  EXPECT_EQ(totals.lines, kKnownLines);
  EXPECT_EQ(totals.through, kKnownThrough);
}

// Sizes at which propositions fill the blocks of Zipf's sums, and do not.
class EveryStore : public testing::TestWithParam<std::uint32_t> {};

void ExpectSame(const EvidenceTotals& got, const EvidenceTotals& want) {
  EXPECT_EQ(got.uncited.count, want.uncited.count);
  EXPECT_EQ(got.uncited.first, want.uncited.first);
  EXPECT_EQ(got.stronger.count, want.stronger.count);
  EXPECT_EQ(got.stronger.first, want.stronger.first);
  EXPECT_EQ(got.alone, want.alone);
  EXPECT_EQ(got.two_steps, want.two_steps);
  EXPECT_EQ(got.lines, want.lines);
  EXPECT_EQ(got.through, want.through);
}

TEST_P(EveryStore, AnswersAsLoopsDo) {
  const Workload w = MakeWorkload(GetParam());
  const EvidenceTotals want = AskAll(ByLoops(w), w);
  {
    SCOPED_TRACE("plain rows");
    ExpectSame(AskAll(EvidencePlainCsr(w), w), want);
  }
  {
    SCOPED_TRACE("SQLite");
    const TempDir folder;
    ExpectSame(AskAll(EvidenceSqlite(folder / "graph.db", w), w), want);
  }
  {
    SCOPED_TRACE("ours, in memory");
    const std::unique_ptr<GraphStore> store = NewMemoryStore();
    ASSERT_TRUE(LoadEvidence(w, store.get()));
    ExpectSame(AskAll(EvidenceInStore(*store), w), want);
  }
}

INSTANTIATE_TEST_SUITE_P(Sizes, EveryStore, testing::Values(20, 480, 2'000));

}  // namespace
}  // namespace claimgraph
