#include "importers/extraction/name_words.h"

#include <algorithm>
#include <iterator>

#include "core/text/ascii.h"

namespace claimgraph {
namespace {

// Words that make a name an organisation's.
constexpr std::string_view kOrganisations[] = {
    "academy",      "administration", "agency",        "alliance",    "association",   "authority",
    "board",        "bureau",         "center",        "centers",     "centre",        "charity",
    "clinic",       "coalition",      "collaboration", "college",     "collaborators", "commission",
    "committee",    "community",      "consortium",    "corporation", "council",       "daily",
    "department",   "division",       "federation",    "foundation",  "government",    "group",
    "guideline",    "health",         "healthline",    "hospital",    "inc",           "initiative",
    "institute",    "institutes",     "international", "laboratory",  "ltd",           "magazine",
    "ministry",     "national",       "network",       "news",        "nhs",           "office",
    "organisation", "organization",   "press",         "program",     "programme",     "service",
    "services",     "society",        "today",         "trust",       "union",         "university",
    "who"};

// Words of abbreviated journals, which look like names: "F. Lind Phys. Rev."
constexpr std::string_view kJournalWords[] = {
    "acad",      "am",      "ann",      "annu",      "appl",   "arch",       "astron",
    "astrophys", "biochem", "biol",     "biophys",   "br",     "brit",       "bull",
    "can",       "chem",    "clin",     "comm",      "commun", "comput",     "curr",
    "dev",       "dis",     "eng",      "environ",   "eur",    "exp",        "fluid",
    "found",     "gen",     "hepatol",  "immunol",   "inorg",  "inst",       "instrum",
    "int",       "jpn",     "lancet",   "lett",      "mater",  "math",       "mech",
    "med",       "metab",   "methods",  "microbiol", "mod",    "mol",        "nat",
    "nature",    "neurol",  "neurosci", "nucl",      "opt",    "org",        "pharmacol",
    "phys",      "physiol", "plast",    "polym",     "proc",   "psychiatry", "psychol",
    "publ",      "rep",     "res",      "rev",       "sci",    "science",    "soc",
    "sov",       "stat",    "surg",     "symp",      "synth",  "technol",    "tetrahedron",
    "theor",     "trans",   "vol"};

// Words that a letter follows: "Vitamin D", "Hepatitis B".
constexpr std::string_view kLettered[] = {
    "vitamin", "vitamins", "hepatitis", "type",  "group",   "phase",   "grade",
    "class",   "protein",  "factor",    "omega", "plan",    "part",    "appendix",
    "table",   "figure",   "influenza", "world", "complex", "schedule"};

template <std::size_t N>
bool IsOneOf(std::string_view word, const std::string_view (&words)[N]) {
  return std::any_of(std::begin(words), std::end(words),
                     [word](std::string_view w) { return EqualsFolded(word, w); });
}

}  // namespace

bool EqualsFolded(std::string_view word, std::string_view lower) {
  return std::equal(word.begin(), word.end(), lower.begin(), lower.end(),
                    [](char a, char b) { return ascii::Lower(a) == b; });
}

bool IsJournalWord(std::string_view word) { return IsOneOf(word, kJournalWords); }
bool IsLetteredWord(std::string_view word) { return IsOneOf(word, kLettered); }

bool ReadsLikeOrganisation(std::string_view name) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= name.size(); ++i) {
    if (i < name.size() && ascii::IsLetter(name[i])) continue;
    if (i > begin && IsOneOf(name.substr(begin, i - begin), kOrganisations)) return true;
    begin = i + 1;
  }
  const bool acronym = std::all_of(name.begin(), name.end(), ascii::IsUpper);
  return acronym && name.size() >= 3 && name.size() <= 8;
}

}  // namespace claimgraph
