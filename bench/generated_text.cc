// Sentences are templates with slots in braces; what fills a slot is drawn from
// the tables below by a generator with a fixed seed:
//   {i} intervention  {o} outcome  {p} population  {n} number  {c} citation
// Works are numbered; a work's authors, year and title follow from its number,
// so the text and its list agree without keeping the works in memory.

#include "bench/generated_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <random>
#include <string_view>

namespace claimgraph::bench {
namespace {

constexpr std::array<std::string_view, 12> kInterventions = {
    "massage",           "stretching",      "yoga",         "aerobic exercise",
    "tai chi",           "acupuncture",     "mindfulness",  "a low-salt diet",
    "strength training", "breath training", "foam rolling", "walking in green spaces"};
constexpr std::array<std::string_view, 12> kOutcomes = {"anxiety",
                                                        "depressive symptoms",
                                                        "sleep quality",
                                                        "chronic pain",
                                                        "blood pressure",
                                                        "cortisol",
                                                        "fatigue",
                                                        "quality of life",
                                                        "heart rate variability",
                                                        "range of motion",
                                                        "burnout",
                                                        "headache frequency"};
constexpr std::array<std::string_view, 10> kPopulations = {
    "older adults",        "nurses",       "office workers", "women with fibromyalgia",
    "people with cancer",  "athletes",     "pregnant women", "adults with low back pain",
    "university students", "family carers"};
constexpr std::array<std::string_view, 8> kDesigns = {"A randomised controlled trial",
                                                      "A systematic review and meta-analysis",
                                                      "A prospective cohort study",
                                                      "A cross-sectional survey",
                                                      "A narrative review",
                                                      "A pilot study",
                                                      "A case-control study",
                                                      "A theoretical framework"};
constexpr std::array<std::string_view, 18> kSentences = {
    "Regular {i} reduces {o} in {p} {c}.",
    "In {p}, {i} was associated with lower {o} over {n} weeks {c}.",
    "A meta-analysis of {n} randomised trials found that {i} improved {o} (SMD = −0.{n}, 95% CI "
    "−0.{n} to −0.{n}) {c}.",
    "It may also ease {o}, although the certainty of the evidence is low {c}.",
    "{i} activates the parasympathetic nervous system and lowers {o}.",
    "Studies have shown that {i} is a powerful way to improve {o}.",
    "Many of us carry the day’s tension home with us.",
    "What does this mean for {p}?",
    "There is growing evidence that {i} helps with {o}, e.g. after long shifts.",
    "Talk to your doctor before you start, and stop if it hurts.",
    "Compared with usual care, {i} cut {o} by {n}% at three months (p = 0.0{n}) {c}.",
    "The effect on {o} was larger in {p} than in others {c}.",
    "These results suggest that {i} could support {p} with {o}.",
    "“I sleep better on the days when I come here,” one of our clients told us.",
    "The trials were small and few of them were blinded.",
    "{i} has no effect on {o} when it is done less than once a week {c}.",
    "The study followed {n} people for {n} months and measured {o} twice.",
    "Little and often is better than a lot at once."};
constexpr std::array<std::string_view, 6> kHeadings = {"What the research says about {i}",
                                                       "{i} and {o}",
                                                       "How it might work",
                                                       "Is {i} safe?",
                                                       "What this means for {p}",
                                                       "The science behind {i}"};
constexpr std::array<std::string_view, 16> kSyllables = {"ba",  "len", "mor", "ti",  "sa", "ver",
                                                         "no",  "kel", "dra", "win", "pe", "ros",
                                                         "hal", "gu",  "fen", "ly"};

constexpr std::size_t kProseBytesPerWork = 1200;
constexpr std::size_t kListBytesPerWork = 195;

class Writer {
 public:
  Writer(Shape shape, std::size_t bytes)
      : shape_(shape), works_(std::max<std::size_t>(bytes / kProseBytesPerWork, 3)), bytes_(bytes) {
    text_.reserve(bytes + 4096);
  }

  std::string Write() {
    Open();
    const std::size_t prose = bytes_ - std::min(bytes_ / 2, works_ * kListBytesPerWork);
    for (std::size_t paragraph = 0; text_.size() < prose; ++paragraph) {
      if (paragraph % 5 == 0) Heading();
      if (paragraph % 11 == 10) {
        List();
      } else {
        Paragraph();
      }
    }
    References();
    Close();
    return std::move(text_);
  }

 private:
  std::size_t Draw(std::size_t below) { return random_() % below; }
  template <typename Table>
  std::string_view Pick(const Table& table) {
    return table[Draw(table.size())];
  }

  static std::string Family(std::size_t seed) {
    std::string name;
    for (std::size_t i = 0; i < 3; ++i) {
      name += kSyllables[seed % kSyllables.size()];
      seed /= kSyllables.size();
    }
    name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name;
  }
  static std::string First(std::size_t work) { return Family(work * 2654435761U >> 7); }
  static std::string Second(std::size_t work) { return Family(work * 40503U + 77); }
  static int Year(std::size_t work) { return 1995 + static_cast<int>(work * 7 % 30); }

  std::string Citation() {
    const std::size_t work = Draw(works_);
    if (shape_ == Shape::kHtml) {
      return fmt::format("<sup><a href=\"#r{0}\">{0}</a></sup>", work + 1);
    }
    if (shape_ == Shape::kMarkdown && Draw(4) == 0) {
      return fmt::format("([{}, {}](https://doi.org/10.5555/bench.{}))", First(work), Year(work),
                         work);
    }
    if (work % 3 == 0) return fmt::format("({} et al., {})", First(work), Year(work));
    return fmt::format("({} & {}, {})", First(work), Second(work), Year(work));
  }

  void Fill(std::string_view pattern) {
    const std::size_t start = text_.size();
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      if (pattern[i] != '{') {
        text_ += pattern[i];
        continue;
      }
      FillSlot(pattern[i + 1]);
      i += 2;  // the letter and the closing brace
    }
    if (text_[start] >= 'a' && text_[start] <= 'z') text_[start] -= 'a' - 'A';
  }

  void FillSlot(char slot) {
    switch (slot) {
      case 'i':
        text_ += Pick(kInterventions);
        break;
      case 'o':
        text_ += Pick(kOutcomes);
        break;
      case 'p':
        text_ += Pick(kPopulations);
        break;
      case 'n':
        text_ += std::to_string(11 + Draw(80));
        break;
      default:
        text_ += Citation();
    }
  }

  void Open() {
    if (shape_ == Shape::kMarkdown) {
      text_ += "---\ntitle: A measured article\ndate: 2024-01-01\n---\n\n";
    } else if (shape_ == Shape::kHtml) {
      text_ +=
          "<!DOCTYPE html><html lang=\"en\"><head><title>A measured article</title>"
          "<script>var page = {};</script></head><body><nav><ul><li><a href=\"/\">Home</a></li>"
          "<li><a href=\"/shop\">Shop</a></li></ul></nav><main><article>\n";
    } else {
      text_ += "A measured article\n\n";
    }
  }

  void Close() {
    if (shape_ != Shape::kHtml) return;
    text_ +=
        "</article><section class=\"comments\"><p>Great read!</p></section></main>"
        "<footer>All rights reserved.</footer></body></html>\n";
  }

  void Heading() {
    if (shape_ == Shape::kMarkdown) text_ += "## ";
    if (shape_ == Shape::kHtml) text_ += "<h2>";
    Fill(Pick(kHeadings));
    text_ += shape_ == Shape::kHtml ? "</h2>\n" : "\n\n";
  }

  void Paragraph() {
    if (shape_ == Shape::kHtml) text_ += "<p>";
    const std::size_t sentences = 4 + Draw(3);
    for (std::size_t i = 0; i < sentences; ++i) {
      if (i > 0) text_ += ' ';
      const bool strong = shape_ == Shape::kMarkdown && Draw(12) == 0;
      if (strong) text_ += "**";
      Fill(Pick(kSentences));
      if (strong) text_ += "**";
    }
    text_ += shape_ == Shape::kHtml ? "</p>\n" : "\n\n";
  }

  void List() {
    if (shape_ == Shape::kHtml) text_ += "<ul>\n";
    for (int i = 0; i < 4; ++i) {
      text_ += shape_ == Shape::kHtml ? "<li>" : "- ";
      Fill("{i} improves {o}");
      text_ += shape_ == Shape::kHtml ? "</li>\n" : "\n";
    }
    text_ += shape_ == Shape::kHtml ? "</ul>\n" : "\n";
  }

  void References() {
    if (shape_ == Shape::kHtml) text_ += "<h2>References</h2>\n<ol>\n";
    if (shape_ == Shape::kMarkdown) text_ += "## References\n\n";
    if (shape_ == Shape::kPlainText) text_ += "References\n\n";
    for (std::size_t work = 0; work < works_; ++work) Reference(work);
    if (shape_ == Shape::kHtml) text_ += "</ol>\n";
  }

  void Reference(std::size_t work) {
    const std::string second = work % 3 == 0 ? fmt::format("{}, K., & Third, L.", Second(work))
                                             : fmt::format("& {}, K.", Second(work));
    const std::string entry = fmt::format(
        "{}, A. B., {} ({}). {} of {} for {} in {}. Journal of Measured Results, {}({}), {}–{}. "
        "https://doi.org/10.5555/bench.{}",
        First(work), second, Year(work), kDesigns[work % kDesigns.size()],
        kInterventions[work * 5 % kInterventions.size()], kOutcomes[work * 7 % kOutcomes.size()],
        kPopulations[work * 3 % kPopulations.size()], 1 + work % 40, 1 + work % 12, 10 + work % 900,
        19 + work % 900, work);
    if (shape_ == Shape::kHtml) {
      text_ += fmt::format("<li id=\"r{}\">{}</li>\n", work + 1, entry);
    } else {
      text_ += entry + "\n\n";
    }
  }

  Shape shape_;
  std::size_t works_;
  std::size_t bytes_;
  std::string text_;
  std::minstd_rand random_{20240101};
};

}  // namespace

std::string Article(Shape shape, std::size_t bytes) { return Writer(shape, bytes).Write(); }

std::string Draft(std::size_t words) {
  constexpr double kBytesPerWord = 6.6;  // as measured on what Article writes
  return Article(Shape::kMarkdown, static_cast<std::size_t>(kBytesPerWord * words));
}

std::string Bibliography(std::size_t bytes) {
  std::string text = "@string{jmr = \"Journal of Measured Results\"}\n\n";
  for (std::size_t n = 1; text.size() < bytes; ++n) {
    fmt::format_to(
        std::back_inserter(text),
        "@article{{key{0},\n  author = {{M{{\\\"u}}ller{0}, A. B. and Garc{{\\'i}}a, C. "
        "and {{World Group}}}},\n  title = {{{{{1}}} of {2} for {3} in {4}}},\n  journal "
        "= jmr,\n  year = {{{5}}},\n  volume = {6},\n  pages = {{{7}--{8}}},\n  doi = "
        "{{10.5555/bench.{0}}}\n}}\n\n",
        n, kDesigns[n % kDesigns.size()], kInterventions[n % kInterventions.size()],
        kOutcomes[n % kOutcomes.size()], kPopulations[n % kPopulations.size()], 1990 + n % 35,
        1 + n % 40, n % 900, n % 900 + 9);
  }
  return text;
}

}  // namespace claimgraph::bench
