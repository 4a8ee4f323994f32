// Extraction against whole articles that were read by hand: tests/readings/.
//
// The floors stand a little below what is reached, so that a change that loses
// more than a sentence or two has to say why.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "importers/extraction/vocabulary.h"
#include "importers/formats/bibtex.h"
#include "importers/importer.h"

namespace claimgraph {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

std::string ReadFile(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Span SpanOf(const Json& j) {
  return {j.at("span").at("begin").get<std::uint32_t>(), j.at("span").at("end").get<std::uint32_t>()};
}

// Bytes shared, over the shorter of the two.
double Overlap(Span a, Span b) {
  const auto begin = std::max(a.begin, b.begin);
  const auto end = std::min(a.end, b.end);
  if (begin >= end) return 0;
  return static_cast<double>(end - begin) / std::max(1U, std::min(a.size(), b.size()));
}

struct Tally {
  int gold = 0;
  int found = 0;   // of gold
  int said = 0;
  int right = 0;   // of said
  double Precision() const { return said == 0 ? 1 : static_cast<double>(right) / said; }
  double Recall() const { return gold == 0 ? 1 : static_cast<double>(found) / gold; }
};

// Optional gold things are neither a miss nor a false alarm.
Tally Compare(const Json& gold, const std::vector<Span>& said) {
  Tally t;
  std::vector<Span> must;
  std::vector<Span> may;
  for (const Json& g : gold) {
    if (g.contains("file")) continue;  // stands in a .bib, compared by key
    (g.value("optional", false) ? may : must).push_back(SpanOf(g));
  }
  const auto hits = [](Span s, const std::vector<Span>& list) {
    return std::ranges::any_of(list, [s](Span o) { return Overlap(s, o) >= 0.5; });
  };
  t.gold = static_cast<int>(must.size());
  for (const Span m : must) t.found += hits(m, said);
  for (const Span s : said) {
    const bool right = hits(s, must);
    if (!right && hits(s, may)) continue;
    ++t.said;
    t.right += right;
  }
  return t;
}

template <typename T>
std::vector<Span> Spans(const std::vector<T>& things) {
  std::vector<Span> spans;
  for (const T& thing : things) spans.push_back(thing.span);
  return spans;
}

void Add(const Tally& one, Tally* all) {
  all->gold += one.gold;
  all->found += one.found;
  all->said += one.said;
  all->right += one.right;
}

// A sentence offered to a writer speaks of what the claim speaks of, in its words or
// in true synonyms: never of another drug, food or disease.
void ExpectOwnConcepts(const Claim& claim) {
  if (!claim.allowed_wording.ends_with('.')) return;  // general advice
  const std::vector<ConceptIndex> said = ConceptsOf(claim.text);
  for (const ConceptIndex offered : ConceptsOf(claim.allowed_wording)) {
    const bool role = Row(offered).role == ConceptRole::kIntervention ||
                      Row(offered).role == ConceptRole::kOutcome ||
                      Row(offered).role == ConceptRole::kCondition;
    if (!role) continue;
    EXPECT_TRUE(std::ranges::find(said, offered) != said.end() || offered == kNoConcept)
        << claim.text << " -> " << claim.allowed_wording;
  }
}

TEST(ReadingsTest, ExtractionKeepsWhatReadersFound) {
  Tally claims;
  int verdicts = 0;
  int same_verdict = 0;
  Tally citations;
  Tally references;
  int negatives = 0;
  int claimed = 0;  // negatives that were taken for claims
  int articles = 0;
  const fs::path folder = fs::path(CLAIMGRAPH_SOURCE_DIR) / "tests" / "readings";
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().string().ends_with(".gold.json")) files.push_back(entry.path());
  }
  std::ranges::sort(files);
  for (const fs::path& file : files) {
    const Json gold = Json::parse(ReadFile(file));
    std::vector<BibFile> bibs;
    for (const Json& name : gold.value("with", Json::array())) {
      bibs.push_back(ReadBibtex(ReadFile(folder / name.get<std::string>()), name.get<std::string>()));
    }
    const std::string article = gold.at("article").get<std::string>();
    const DocumentGraph graph = ImportDocument(ReadFile(folder / article), article, bibs);
    const Tally c = Compare(gold.at("claims"), Spans(graph.claims));
    for (const Claim& claim : graph.claims) ExpectOwnConcepts(claim);
    for (const Json& read : gold.at("claims")) {
      const auto found = std::ranges::find_if(graph.claims, [&read](const Claim& claim) {
        return Overlap(claim.span, SpanOf(read)) >= 0.5;
      });
      if (found == graph.claims.end()) continue;
      ++verdicts;
      same_verdict += Name(found->verdict) == read.at("verdict").get<std::string>();
    }
    RecordProperty(article, std::to_string(c.found) + "/" + std::to_string(c.gold));
    Add(c, &claims);
    Add(Compare(gold.at("citations"), Spans(graph.citations)), &citations);
    std::vector<Span> own;
    for (const Reference& r : graph.references) {
      if (r.file.empty()) own.push_back(r.span);
    }
    Add(Compare(gold.at("references"), own), &references);
    for (const Json& n : gold.at("non_claims")) {
      ++negatives;
      claimed += std::ranges::any_of(graph.claims, [&n](const Claim& claim) {
        return Overlap(claim.span, SpanOf(n)) >= 0.8;
      });
    }
    ++articles;
  }
  ASSERT_EQ(articles, 17);
  EXPECT_GE(claims.Precision(), 0.90);
  EXPECT_GE(claims.Recall(), 0.75);
  EXPECT_GE(same_verdict, 0.85 * verdicts);
  EXPECT_GE(citations.Precision(), 0.98);
  EXPECT_GE(citations.Recall(), 0.97);
  EXPECT_GE(references.Precision(), 0.97);
  EXPECT_GE(references.Recall(), 0.97);
  EXPECT_LE(claimed, negatives / 10);
}

}  // namespace
}  // namespace claimgraph
