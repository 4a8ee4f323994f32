// Rules about citations, references and the text itself: each row is a drawn
// document and the words that the rule flags in it.

#include <gtest/gtest.h>

#include "tests/rules_graph.h"

namespace claimgraph {
namespace {

struct Case {
  const char* rule;
  const char* drawing;
  const char* flagged;
};

constexpr Case kDangling[] = {
    {"dangling-citation", R"(Tea helps {k1:(Hill, 2018)} and so does rest {k2:(Reed, 2020)}.
        {r1:Reed, B. (2020). Rest.}
        k1 author_year author=Hill year=2018
        k2 author_year author=Reed year=2020 -> r1
        r1 list family=Reed year=2020 "Rest")",
     "(Hill, 2018)"},
    // Part of a bracket
    {"dangling-citation", R"(Tea helps {k1:[1,9]}.
        {r1:Reed, B. (2020). Rest.}
        k1 numeric numbers=1,9 -> r1
        r1 list number=1 "Rest")",
     "[1,9]"},
    {"dangling-citation", R"(Tea helps {k1:[@reed20; @hill18]}.
        {r1:Reed, B. (2020). Rest.}
        k1 pandoc_key because=no-such-key -> r1
        r1 bib_file family=Reed year=2020 "Rest")",
     "[@reed20; @hill18]"},
    // A footnote's number, where no list has one
    {"dangling-citation", R"(Tea helps {k1:[1]}.
        {r1:Reed, B. (2020). Rest.}
        k1 numeric numbers=1 -> r1
        r1 footnote family=Reed year=2020 "Rest")",
     ""},
    // No list at all: one cause, one finding
    {"dangling-citation", R"(Tea helps {k1:(Hill, 2018)}, rest too {k2:(Reed, 2020)}.
        k1 author_year
        k2 author_year)",
     "(Hill, 2018)"},
    // Another author and another year: the nearest entry is no entry
    {"dangling-citation", R"(Tea helps {k1:(Hill, 2014)}.
        {r1:Reed, B., & Hill, A. (2012). Rest.}
        k1 author_year year=2014 because=authors-differ because=year-differs -> r1
        r1 list family=Reed family=Hill year=2012 "Rest")",
     "(Hill, 2014)"},
    // An index of an array
    {"dangling-citation", R"(The first match is {k1:[1]}.
        k1 numeric numbers=1)",
     ""},
    // Half the list is missing: one cause, one finding
    {"dangling-citation", R"({k1:A 1} {k2:B 1} {k3:C 1} {k4:D 1} {k5:E 1} {k6:F 1} {k7:G 1} {k8:H 1}
        {k9:I 1} {k10:J 1} {k11:K 1} {k12:L 1} {r1:L 1}
        k1 author_year
        k2 author_year
        k3 author_year
        k4 author_year
        k5 author_year
        k6 author_year
        k7 author_year
        k8 author_year
        k9 author_year
        k10 author_year
        k11 author_year
        k12 author_year -> r1
        r1 list family=L year=2000 "Tea")",
     "A 1"},
    // Not theirs to resolve

    {"dangling-citation", R"(Tea helps. {k1:PubMed} More {k2:here}.
        k1 placeholder
        k2 link)",
     ""},
};

constexpr Case kYear[] = {
    {"year-mismatch", R"(Tea helps {k1:(Hill et al., 2017)}.
        k1 author_year year=2017 because=year-differs -> r1
        r1 list family=Hill year=2018 "Tea")",
     "2017"},
    {"year-mismatch", R"({k1:A 2023 paper} proposed the warm-cup model.
        k1 named_source year=2023 because=year-differs -> r1
        r1 list family=Hill year=2024 "The warm-cup model")",
     "2023"},
    {"year-mismatch", R"(Tea helps {k1:(Hill, 2014)}.
        k1 author_year year=2014 because=authors-differ because=year-differs -> r1
        r1 list family=Reed family=Hill year=2012 "Rest")",
     ""},
    {"year-mismatch", R"(Tea helps {k1:(Hill, 2018)}.
        k1 author_year year=2018 -> r1
        r1 list family=Hill year=2018 "Tea")",
     ""},
};

constexpr Case kAuthor[] = {
    {"author-mismatch", R"(Tea helps {k1:(Hill & Reed, 2018)}.
        k1 author_year year=2018 because=authors-differ -> r1
        r1 list family=Hill family=Reed family=Marsh year=2018 "Tea")",
     "(Hill & Reed, 2018)"},
    // The first author alone
    {"author-mismatch", R"(Tea helps {k1:(Hill, 2018)} and {k2:(Lind, 2019)}.
        k1 author_year author=Hill year=2018 because=authors-differ -> r1
        k2 author_year author=Lind year=2019 because=authors-differ -> r2
        r1 list family=Hill family=Reed family=Marsh year=2018 "Tea"
        r2 list family=Lind family=Osei year=2019 "Naps")",
     "info: (Hill, 2018) / info: (Lind, 2019)"},
    {"author-mismatch", R"(Tea helps {k1:(Reed, 2018)}.
        k1 author_year author=Reed year=2018 because=authors-differ -> r1
        r1 list family=Hill family=Reed family=Marsh year=2018 "Tea")",
     "(Reed, 2018)"},
    {"author-mismatch", R"(Tea helps {k1:(Hill et al., 2018)}.
        k1 author_year year=2018 -> r1
        r1 list family=Hill family=Reed family=Marsh year=2018 "Tea")",
     ""},
};

constexpr Case kPlaceholder[] = {
    {"placeholder-citation", R"(Tea eased colds. {k1:PubMed}
        k1 placeholder)",
     "PubMed"},
    {"placeholder-citation", R"(Tea eased colds {k1:(Hill, 2018)}.
        k1 author_year)",
     ""},
};

constexpr Case kNeverCited[] = {
    {"never-cited-reference", R"(Tea helps {k1:[1]}.
        {r1:1. Hill 2018} and {r2:2. Reed 2020}
        k1 numeric numbers=1 -> r1
        r1 list number=1 family=Hill year=2018 "Tea"
        r2 list number=2 family=Reed year=2020 "Rest")",
     "2. Reed 2020"},
    // A list of sources without a marker in the text: one finding
    {"never-cited-reference", R"(Tea helps.
        {r1:Hill 2018} {r2:Reed 2020}
        r1 list family=Hill year=2018 "Tea"
        r2 list family=Reed year=2020 "Rest")",
     "Hill 2018"},
    {"never-cited-reference", R"(Tea helps {k1:[1]}.
        {r1:1. Hill 2018}
        # Further reading
        {r2:Reed 2020}
        k1 numeric numbers=1 -> r1
        r1 list number=1 family=Hill year=2018 "Tea"
        r2 list family=Reed year=2020 "Rest")",
     ""},
    // A .bib file may serve other drafts: a note, and one for the file
    {"never-cited-reference", R"(Tea helps {k1:[@hill]}.
        k1 pandoc_key -> r1
        r1 bib_file file=refs.bib key=hill "Tea"
        r2 bib_file file=refs.bib key=reed "Rest"
        r3 bib_file file=refs.bib key=marsh "Sleep")",
     "info: refs.bib"},
    {"never-cited-reference", R"(Tea {r1:helps}.
        r1 link url=https://tea.example)",
     ""},
};

constexpr Case kDuplicate[] = {
    {"duplicate-reference", R"({r1:Hill 2018 Tea} and {r2:Hill 2018 Tea again}
        r1 list family=Hill year=2018 doi=10.5555/tea "Tea for the common cold"
        r2 list family=Hill year=2018 doi=10.5555/tea "Tea for the common cold")",
     "Hill 2018 Tea again"},
    {"duplicate-reference", R"({r1:Hill 2018} and {r2:Hill 2018 again}
        r1 list family=Hill year=2018 "Tea for the common cold"
        r2 list family=Hill year=2018 "Tea for the Common Cold.")",
     "Hill 2018 again"},
    {"duplicate-reference", R"({r1:Hill 2018} and {r2:Hill 2018 again}
        r1 list family=Hill year=2018 doi=10.5555/tea "Tea for the common cold"
        r2 list family=Hill year=2018 doi=10.5555/tea "Tea for the Common Cold: A Randomised Trial in Nurses")",
     "Hill 2018 again"},
    // A preprint and its paper; two works of one year; two links
    {"duplicate-reference", R"({r1:Hill 2018} and {r2:Hill 2018}
        r1 list family=Hill year=2018 doi=10.5555/preprint "Tea for the common cold"
        r2 list family=Hill year=2018 doi=10.5555/paper "Tea for the common cold")",
     ""},
    {"duplicate-reference", R"({r1:Hill 2018a} and {r2:Hill 2018b}
        r1 list family=Hill year=2018 "Tea for the common cold"
        r2 list family=Hill year=2018 "Coffee for the common cold")",
     ""},
    {"duplicate-reference", R"({r1:one} and {r2:two}
        r1 link url=https://tea.example
        r2 link url=https://tea.example)",
     ""},
};

constexpr Case kIdentifiers[] = {
    {"malformed-identifier", R"({r1:Hill 2018 Tea. https://doi.org/10.55/}
        r1 list family=Hill year=2018 "Tea")",
     "doi.org/10.55/"},
    {"malformed-identifier", R"({r1:Hill 2018 Tea. https://doi.org/10.5555/tea.2018.3}
        r1 list family=Hill year=2018 "Tea")",
     ""},
    {"future-year", R"({r1:Hill 2081 Tea}
        r1 list family=Hill year=2081 "Tea")",
     "Hill 2081 Tea"},
    {"future-year", R"({r1:Hill 2018 Tea}
        r1 list family=Hill year=2018 "Tea")",
     ""},
    // Given out at the end of 2023
    {"implausible-pmid-year", R"({r1:Hill 2009 Tea}
        r1 list family=Hill year=2009 pmid=38112046 "Tea")",
     "Hill 2009 Tea"},
    {"implausible-pmid-year", R"({r1:Hill 2023 Tea}
        r1 list family=Hill year=2023 pmid=38112046 "Tea")",
     ""},
    {"implausible-pmid-year", R"({r1:Hill 1974 Tea}
        r1 list family=Hill year=1974 pmid=4812345 "Tea")",
     ""},
};

constexpr Case kConflict[] = {
    {"identifier-conflict", R"({r1:Hill 2018 Tea} and {r2:Reed 2020 Rest}
        r1 list family=Hill year=2018 pmid=30000001 "Tea for the common cold"
        r2 list family=Reed year=2020 pmid=30000001 "Rest after a long illness")",
     "Reed 2020 Rest"},
    {"identifier-conflict", R"({r1:Hill 2018 Tea} and {r2:Hill 2019 Tea}
        r1 list family=Hill year=2018 doi=10.5555/tea "Tea for the common cold"
        r2 list family=Hill year=2019 doi=10.5555/tea "Tea for the common cold")",
     "warning: Hill 2019 Tea"},
    {"identifier-conflict", R"({r1:Hill 2018 Tea} and {r2:Hill 2018 Tea}
        r1 list family=Hill year=2018 doi=10.5555/tea "Tea for the common cold"
        r2 list family=Hill year=2018 doi=10.5555/tea "Tea for the common cold: a randomised trial in nurses")",
     ""},
};

constexpr Case kIncomplete[] = {
    {"incomplete-reference", R"({r1:https://tea.example/cold}
        r1 footnote url=https://tea.example/cold)",
     "https://tea.example/cold"},
    {"incomplete-reference", R"(Tea.
        r1 bib_file file=refs.bib key=tea "Tea topics")",
     "refs.bib"},
    // A page's list of links, and the same under a heading that makes it a list of sources
    {"incomplete-reference", R"({r1:Our shop}
        r1 list url=https://tea.example/shop "Our shop")",
     ""},
    {"incomplete-reference", R"(# Sources
        {r1:Our shop}
        r1 list url=https://tea.example/shop "Our shop")",
     "Our shop"},
    {"incomplete-reference", R"({r1:Tea. 2020. https://tea.example}
        r1 list year=2020 url=https://tea.example "Tea")",
     ""},
    {"incomplete-reference", R"({r1:https://doi.org/10.5555/tea}
        r1 list doi=10.5555/tea)",
     ""},
    {"incomplete-reference", R"({r1:here}
        r1 link url=https://tea.example)",
     ""},
};

constexpr Case kCorruption[] = {
    {"text-corruption", "After 12 weeks of at tea classes they slept.", "of at tea"},
    {"text-corruption", "It eased the the cough.", "the the"},
    {"text-corruption", "Tea builds strength.Allows you to rest.", "strength.Allows"},
    // Many places, one cause
    {"text-corruption", "Tea builds strength.Allows rest. It helps sleep.Every day.",
     "strength.Allows"},
    {"text-corruption", "Itâ€™s good for you, and donâ€™t wait.", "Itâ€™s"},
    {"text-corruption", R"({c1:Tea brings a sense of stress relief tea}.
        c1 effect uncited unsupported tea>decrease>stress)",
     "relief tea"},
    // Correct English
    {"text-corruption", "After 12 weeks of at least one class, of at-home rest.", ""},
    {"text-corruption", "Cells of in vitro work, vitamin A of course, in and of itself.", ""},
    {"text-corruption", "He said that that was had had been very very good.", ""},
    {"text-corruption", "See Node.JS, e.g.The page at www.tea.Com or J.Smith.", ""},
    {"text-corruption", R"({c1:Try a stress relief massage}.
        c1 effect uncited unsupported massage>decrease>stress)",
     ""},
    // The reference list is not prose
    {"text-corruption", R"(Tea helps {k1:[1]}.
        {r1:Hill 2018. The the tea.Journal}
        k1 numeric -> r1
        r1 list family=Hill year=2018 "Tea")",
     ""},
};

template <std::size_t N>
void Check(const Case (&cases)[N]) {
  for (const Case& c : cases) {
    SCOPED_TRACE(c.drawing);
    EXPECT_EQ(Flagged(c.rule, c.drawing), c.flagged);
  }
}

TEST(SourceRulesTest, DanglingCitation) { Check(kDangling); }
TEST(SourceRulesTest, YearMismatch) { Check(kYear); }
TEST(SourceRulesTest, AuthorMismatch) { Check(kAuthor); }
TEST(SourceRulesTest, PlaceholderCitation) { Check(kPlaceholder); }
TEST(SourceRulesTest, NeverCitedReference) { Check(kNeverCited); }
TEST(SourceRulesTest, DuplicateReference) { Check(kDuplicate); }
TEST(SourceRulesTest, Identifiers) { Check(kIdentifiers); }
TEST(SourceRulesTest, IdentifierConflict) { Check(kConflict); }
TEST(SourceRulesTest, IncompleteReference) { Check(kIncomplete); }
TEST(SourceRulesTest, TextCorruption) { Check(kCorruption); }

TEST(AuthorMismatchTest, SaysWhatIsMissing) {
  EXPECT_EQ(OnlyFinding("author-mismatch", R"(Tea helps {k1:(Hill, 2018)}.
        k1 author_year author=Hill year=2018 because=authors-differ -> r1
        r1 list family=Hill family=Reed family=Marsh year=2018 "Tea")")
                .message,
            "\"et al.\" is missing in \"(Hill, 2018)\"; its entry is by Hill, Reed and Marsh");
}

}  // namespace
}  // namespace claimgraph
