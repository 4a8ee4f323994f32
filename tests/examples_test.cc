// What `check` says about examples/: every fault that docs/examples.md lists is
// found where it stands, what it lists as sound is left alone, and the whole
// answer is the committed one.
//
// CLAIMGRAPH_UPDATE_GOLDEN=1 rewrites tests/golden; review that diff like code.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <string_view>

#include "claimgraph/check.h"
#include "queries/reports/text.h"

namespace claimgraph {
namespace {

struct Expectation {
  std::string_view file;  // in examples/
  std::string_view rule;
  std::string_view words;  // in that file; the finding's span shares a byte with them
};

constexpr Expectation kFaults[] = {
    // Citations and references
    {"massage-post.txt", "placeholder-citation", "trials were not blinded. PubMed"},
    {"massage-post.txt", "year-mismatch", "Garcia et al. (2015)"},
    {"massage-post.txt", "implausible-pmid-year",
     "(2014). Neck massage for tension-type headache in office workers: A randomized trial. "
     "Headache Practice, 22(6), 310–317.➤ https://pubmed.ncbi.nlm.nih.gov/38112046/"},
    {"massage-post.txt", "never-cited-reference", "Taylor, H., & Martin, S. (2009)"},
    {"massage-post.txt", "never-cited-reference", "Harbour Wellness Institute (2022)"},
    {"stretching-post.txt", "dangling-citation", "Morris, 2016"},
    {"stretching-post.txt", "author-mismatch", "Hughes & Carter, 2011"},
    {"stretching-post.txt", "duplicate-reference", "runner's high: a review"},
    {"stretching-post.txt", "never-cited-reference", "Walker, F., & Scott, M. (2018)"},
    {"stretching-post.txt", "malformed-identifier", "https://doi.org/10.5555\n"},
    {"draft.md", "dangling-citation", "[@adams2007; @miller2018]"},
    {"draft.bib", "never-cited-reference", "@article{davies2015yoga"},
    {"draft.bib", "duplicate-reference", "@article{davies2015yoga"},
    {"page.html", "dangling-citation", "<a href=\"#ref-9\">9</a>"},
    {"page.html", "never-cited-reference", "Fraser K, Doyle A. Tai chi"},
    {"page.html", "malformed-identifier", "PMID: 3257721x"},
    {"page.html", "future-year", "2029;24(1)"},
    {"page.html", "text-corruption", "donâ€™t matter"},
    // Support
    {"massage-post.txt", "uncited-claim", "It activates the parasympathetic nervous system"},
    {"massage-post.txt", "phantom-studies", "Studies have also proven"},
    {"massage-post.txt", "theory-as-evidence", "The model demonstrates"},
    {"massage-post.txt", "safety-claim-unsupported", "Massage has no side effects"},
    {"stretching-post.txt", "phantom-studies", "Studies have shown that ten minutes"},
    {"stretching-post.txt", "certainty-inflation", "proves that tension"},
    {"stretching-post.txt", "safety-claim-unsupported", "completely safe and suits everybody"},
    {"draft.md", "uncited-claim", "triples the\nrisk of depression"},
    {"draft.md", "uncited-claim", "Stretching carries no risk of injury"},
    {"page.html", "phantom-studies", "Studies show that yoga slows ageing"},
    // Overstatement
    {"massage-post.txt", "effect-sign-inconsistent", "SMD = 0.41"},
    {"massage-post.txt", "population-overreach", "gives everyone deeper sleep"},
    {"massage-post.txt", "advice-exaggeration", "You must book at least six"},
    {"stretching-post.txt", "uncited-claim", "in people of all ages"},
    {"stretching-post.txt", "magnitude-inflation", "a dramatic fall in anxiety"},
    {"stretching-post.txt", "advice-exaggeration", "It is necessary to continue"},
    {"stretching-post.txt", "intervention-mismatch", "as well as many medicines"},
    {"draft.md", "missing-confidence-interval", "RR 0.74"},
    {"draft.md", "certainty-inflation", "therefore prevents depression"},
};

// Sound, or no claim of the article: no warning and no error may touch these.
constexpr std::pair<std::string_view, std::string_view> kSound[] = {
    {"massage-post.txt", "Welcome back to the clinic blog!"},
    {"massage-post.txt", "nobody should present it as a replacement"},
    {"massage-post.txt", "The authors rated the certainty of the evidence as low"},
    {"massage-post.txt", "It is not a miracle cure."},
    {"massage-post.txt", "This article is general information"},
    {"massage-post.txt", "Massage cured my sciatica"},
    {"stretching-post.txt", "If you are in crisis, call your doctor"},
    {"stretching-post.txt", "It differs from stretching alone"},
    {"stretching-post.txt", "They note that the trials are short"},
    {"stretching-post.txt", "The information on this page is provided"},
    {"draft.md", "reduces pain and may ease low mood"},
    {"draft.md", "it is not a diagnosis"},
    {"draft.md", "was associated with a lower incidence of depression"},
    {"draft.md", "Prolonged sitting reduces the range of motion"},
    {"draft.md", "Do not promise that stretching will prevent depression"},
    {"page.html", "Yoga cures everything."},
    {"page.html", "Exercise relieves pain"},
    {"page.html", "because they improve your experience"},
    {"page.html", "our magnesium spray relaxes muscles"},
    {"page.html", "Yoga cured my slipped disc"},
    {"page.html", "Walking lowers blood pressure"},
    {"page.html", "We could find no trial that went on for longer"},
};

constexpr std::string_view kArticles[] = {"massage-post.txt", "stretching-post.txt", "draft.md",
                                          "page.html"};

std::string ReadWhole(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string ArticleOf(std::string_view file) {
  return std::string(file == "draft.bib" ? "draft.md" : file);
}

class ExamplesTest : public testing::Test {
 protected:
  // Messages print paths as they were given, so give them as a user would.
  static void SetUpTestSuite() { std::filesystem::current_path(CLAIMGRAPH_SOURCE_DIR); }

  static const Report& ReportOn(const std::string& article) {
    static std::map<std::string, Checked> checked;
    if (const auto known = checked.find(article); known != checked.end()) {
      return known->second.report;
    }
    const std::string path = "examples/" + article;
    Result<Checked> result = Check({{.path = path, .bytes = ReadWhole(path)}}, {});
    EXPECT_TRUE(result.has_value()) << result.error().message;
    return checked.emplace(article, std::move(*result)).first->second.report;
  }

  // The bytes of `words` in `file`; they must be there once, or the row is wrong.
  static Span Find(std::string_view file, std::string_view words) {
    const std::string text = ReadWhole("examples/" + std::string(file));
    const std::size_t at = text.find(words);
    EXPECT_NE(at, std::string::npos) << file << " does not say: " << words;
    EXPECT_EQ(text.find(words, at + 1), std::string::npos) << file << " says twice: " << words;
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
  }

  static bool Touches(const Finding& finding, std::string_view file, Span place) {
    const std::string path = finding.file.empty() ? ArticleOf(file) : finding.file;
    return path.ends_with(file) && finding.file.empty() == (ArticleOf(file) == file) &&
           Overlaps(finding.span, place);
  }
};

TEST_F(ExamplesTest, FindsEveryListedFault) {
  for (const Expectation& fault : kFaults) {
    SCOPED_TRACE(std::string(fault.file) + ": " + std::string(fault.words));
    const Span place = Find(fault.file, fault.words);
    const auto& findings = ReportOn(ArticleOf(fault.file)).documents.at(0).graph.findings;
    EXPECT_TRUE(std::any_of(findings.begin(), findings.end(),
                            [&](const Finding& finding) {
                              return finding.rule == fault.rule &&
                                     Touches(finding, fault.file, place);
                            }))
        << "no " << fault.rule;
  }
}

TEST_F(ExamplesTest, LeavesAloneWhatIsSound) {
  for (const auto& [file, words] : kSound) {
    SCOPED_TRACE(std::string(file) + ": " + std::string(words));
    const Span place = Find(file, words);
    for (const Finding& finding : ReportOn(ArticleOf(file)).documents.at(0).graph.findings) {
      const bool loud = finding.severity >= Severity::kWarning;
      EXPECT_FALSE(loud && Touches(finding, file, place))
          << finding.rule << ": " << finding.message;
    }
  }
}

TEST_F(ExamplesTest, AnswersAreTheCommittedOnes) {
  const bool update = std::getenv("CLAIMGRAPH_UPDATE_GOLDEN") != nullptr;
  for (const std::string_view article : kArticles) {
    SCOPED_TRACE(article);
    std::ostringstream answer;
    WriteText(ReportOn(std::string(article)), {}, answer);
    const std::string golden = "tests/golden/" + std::string(article) + ".check";
    if (update) std::ofstream(golden, std::ios::binary) << answer.str();
    EXPECT_EQ(answer.str(), ReadWhole(golden));
  }
}

}  // namespace
}  // namespace claimgraph
