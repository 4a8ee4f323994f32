#include "bench/article_pool.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "bench/article_words.h"

namespace claimgraph::bench {
namespace {

constexpr std::array<std::string_view, 16> kSyllables = {"ba",  "len", "mor", "ti",  "sa", "ver",
                                                         "no",  "kel", "dra", "win", "pe", "ros",
                                                         "hal", "gu",  "fen", "ly"};
constexpr std::array<std::string_view, 9> kDesigns = {
    "A randomised controlled trial",
    "A systematic review and meta-analysis of randomized controlled trials",
    "A prospective cohort study",
    "A cross-sectional survey",
    "A narrative review",
    "An uncontrolled pilot study",
    "A case-control study",
    "A theory of how it works",
    "A cluster-randomised trial"};
constexpr std::array<std::string_view, 8> kJournals = {"Journal of Manual Therapy Research",
                                                       "Sleep and Work",
                                                       "Ageing and Care",
                                                       "Occupational Health Notes",
                                                       "Mind and Muscle",
                                                       "Primary Care Trials",
                                                       "Recovery Science",
                                                       "Work and Wellbeing"};

std::string Family(std::uint32_t seed) {
  std::uint32_t mixed = (seed + 1) * 2654435761U;
  mixed ^= mixed >> 15;
  std::string name;
  for (int i = 0; i < 3; ++i, mixed /= 16) name += kSyllables[mixed % 16];
  name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

std::string Capitalised(std::string_view word) {
  std::string text(word);
  text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

char Initial(std::uint32_t number, std::size_t author) {
  return static_cast<char>('A' + (number / 7 + author * 5) % 20);
}

template <typename Table>
std::string_view Pick(const Table& table, std::uint32_t seed) {
  return table[(seed * 2246822519U >> 8) % table.size()];
}

std::uint32_t Volume(const PooledWork& work) { return 1 + work.number % 40; }
std::uint32_t Issue(const PooledWork& work) { return 1 + work.number % 6; }
std::uint32_t Page(const PooledWork& work) { return 1 + work.number % 700; }
std::uint32_t Pmid(const PooledWork& work) { return 10'000'000 + work.number * 7; }

// "Adams, R., Baker, T., & Cole, M."
std::string ApaAuthors(const PooledWork& work) {
  std::string text;
  for (std::size_t i = 0; i < work.families.size(); ++i) {
    if (i > 0) text += i + 1 == work.families.size() ? ", & " : ", ";
    text += fmt::format("{}, {}.", work.families[i], Initial(work.number, i));
  }
  return text;
}

}  // namespace

std::string PooledWork::doi() const { return fmt::format("10.5555/pool.{}.{}", year, number); }
std::string PooledWork::key() const {
  return fmt::format("{}{}x{}",
                     static_cast<char>(families[0][0] - 'A' + 'a') + families[0].substr(1), year,
                     number);
}

PooledWork WorkOfPool(int year, std::size_t authors, std::uint32_t which) {
  PooledWork work{.year = year};
  const auto kind = static_cast<std::uint32_t>((year - kFirstPoolYear) * 4 + authors - 1);
  work.number = kind * kWorksAlike + which;
  for (std::uint32_t i = 0; i < authors; ++i) work.families.push_back(Family(work.number * 4 + i));
  const std::uint32_t n = work.number;
  work.title =
      fmt::format("{} for {} in {}: {}", Capitalised(Pick(kInterventions, n)),
                  Pick(kOutcomes, n + 1), Pick(kPopulations, n + 2), Pick(kDesigns, n + 3));
  work.journal = Pick(kJournals, n + 4);
  return work;
}

std::string ApaEntry(const PooledWork& work) {
  const std::string address = work.number % 2 == 0
                                  ? "https://doi.org/" + work.doi()
                                  : fmt::format("https://pubmed.ncbi.nlm.nih.gov/{}/", Pmid(work));
  return fmt::format("{} ({}). {}. {}, {}({}), {}–{}. {}\n", ApaAuthors(work), work.year,
                     work.title, work.journal, Volume(work), Issue(work), Page(work),
                     Page(work) + 9, address);
}

std::string VancouverItem(const PooledWork& work, std::size_t number) {
  std::string authors;
  for (std::size_t i = 0; i < work.families.size(); ++i) {
    if (i > 0) authors += ", ";
    authors += fmt::format("{} {}", work.families[i], Initial(work.number, i));
  }
  return fmt::format(
      "    <li id=\"ref-{0}\">{1}. {2}. <i>{3}</i>. {4};{5}({6}):{7}&ndash;{8}. <a "
      "href=\"https://doi.org/{9}\">doi:{9}</a></li>\n",
      number, authors, work.title, work.journal, work.year, Volume(work), Issue(work), Page(work),
      Page(work) + 9, work.doi());
}

std::string BibtexEntry(const PooledWork& work) {
  std::string authors;
  for (std::size_t i = 0; i < work.families.size(); ++i) {
    if (i > 0) authors += " and ";
    authors += fmt::format("{}, {}.", work.families[i], Initial(work.number, i));
  }
  return fmt::format(
      "@article{{{},\n  author  = {{{}}},\n  title   = {{{}}},\n  journal = {{{}}},\n"
      "  year    = {{{}}},\n  volume  = {{{}}},\n  number  = {{{}}},\n  pages   = {{{}--{}}},\n"
      "  doi     = {{{}}}\n}}\n\n",
      work.key(), authors, work.title, work.journal, work.year, Volume(work), Issue(work),
      Page(work), Page(work) + 9, work.doi());
}

}  // namespace claimgraph::bench
