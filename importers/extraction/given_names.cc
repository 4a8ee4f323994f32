// Sorted, so that a look-up is a binary search.
#include "importers/extraction/given_names.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace claimgraph {
namespace {

constexpr std::string_view kNames[] = {
    "aaron",     "abigail",   "adam",        "adrian",    "ahmed",     "alan",       "albert",
    "alejandro", "alex",      "alexander",   "alexandra", "alfred",    "ali",        "alice",
    "alison",    "allison",   "amanda",      "amy",       "ana",       "anders",     "andrea",
    "andreas",   "andrew",    "angela",      "anita",     "ann",       "anna",       "anne",
    "anthony",   "antonio",   "arthur",      "barbara",   "benjamin",  "bernard",    "beth",
    "betty",     "brandon",   "brenda",      "brian",     "bruce",     "carl",       "carlos",
    "carol",     "caroline",  "catherine",   "charles",   "charlotte", "chris",      "christian",
    "christina", "christine", "christopher", "claire",    "clara",     "colin",      "craig",
    "cynthia",   "daniel",    "danielle",    "david",     "deborah",   "denise",     "dennis",
    "diana",     "diane",     "donald",      "donna",     "dorothy",   "douglas",    "edmond",
    "edward",    "elena",     "elizabeth",   "ellen",     "emily",     "emma",       "eric",
    "erik",      "ernest",    "eugene",      "eva",       "evan",      "frances",    "francis",
    "frank",     "frederick", "gary",        "geoffrey",  "george",    "gerald",     "gregory",
    "hannah",    "harold",    "harry",       "heather",   "helen",     "henry",      "howard",
    "hugh",      "ian",       "isabel",      "jack",      "jacob",     "jacqueline", "james",
    "jan",       "jane",      "janet",       "jason",     "jean",      "jeffrey",    "jennifer",
    "jeremy",    "jessica",   "joan",        "joanna",    "john",      "jonathan",   "jose",
    "joseph",    "joshua",    "juan",        "judith",    "julia",     "julie",      "justin",
    "karen",     "karl",      "katherine",   "kathleen",  "keith",     "kelly",      "kenneth",
    "kevin",     "kim",       "kristen",     "kyle",      "larry",     "laura",      "lauren",
    "lawrence",  "leonard",   "leslie",      "linda",     "lisa",      "louis",      "louise",
    "lucy",      "luis",      "margaret",    "maria",     "marie",     "mark",       "martha",
    "martin",    "mary",      "matthew",     "maurice",   "megan",     "melissa",    "michael",
    "michelle",  "miguel",    "mohamed",     "mohammad",  "monica",    "nancy",      "natalie",
    "nathan",    "neil",      "nicholas",    "nicole",    "oliver",    "olivia",     "pamela",
    "patricia",  "patrick",   "paul",        "pedro",     "peter",     "philip",     "phillip",
    "rachel",    "ralph",     "raymond",     "rebecca",   "richard",   "robert",     "roger",
    "ronald",    "roy",       "russell",     "ruth",      "ryan",      "samantha",   "samuel",
    "sandra",    "sara",      "sarah",       "scott",     "sean",      "sharon",     "simon",
    "sophie",    "stanley",   "stefan",      "stephanie", "stephen",   "steve",      "steven",
    "stuart",    "susan",     "teresa",      "theodore",  "thomas",    "tim",        "timothy",
    "tom",       "tracy",     "trevor",      "tyler",     "valerie",   "victor",     "victoria",
    "vincent",   "virginia",  "walter",      "wendy",     "william",   "yan",        "zachary"};

}  // namespace

bool IsGivenName(std::string_view word) {
  std::string lower(word);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  return std::binary_search(std::begin(kNames), std::end(kNames), std::string_view(lower));
}

}  // namespace claimgraph
