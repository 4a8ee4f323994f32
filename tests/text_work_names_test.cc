// The names under which two printings of one work meet.

#include <gtest/gtest.h>

#include <string>

#include "core/numbered_name.h"
#include "core/text/work_names.h"

namespace claimgraph {
namespace {

Reference Printed(std::string journal, std::string volume, std::string pages) {
  Reference r;
  r.container = std::move(journal);
  r.volume = std::move(volume);
  r.pages = std::move(pages);
  return r;
}

TEST(WorkNamesTest, OnePlaceInPrintHoweverTheJournalIsAbbreviated) {
  const std::string name = PlaceName(Printed("Infant Behavior and Development", "29", "445-455"));
  EXPECT_EQ(name, "place:inf.beh.dev|29|445");
  EXPECT_EQ(PlaceName(Printed("Infant Behav. Dev.", "29",
                              "445\xE2\x80\x93"
                              "55")),
            name);
  EXPECT_EQ(PlaceName(Printed("Infant Behaviour & Development (IBD)", "29", "445")), name);
  EXPECT_NE(PlaceName(Printed("Infant Behav Dev", "30", "445")), name);
  EXPECT_NE(PlaceName(Printed("Infant Behav Dev", "29", "45")), name);
  EXPECT_EQ(PlaceName(Printed("Infant Behav Dev", "", "445")), "");
  EXPECT_EQ(PlaceName(Printed("", "29", "445")), "");
}

// Numbers of contested names stand behind a space: nothing else may.
TEST(WorkNamesTest, APlaceIsNotTakenForANumberedName) {
  const std::string name = PlaceName(Printed("J Clin Epidemiol", "64 Suppl 1", "12 a"));
  EXPECT_EQ(UnnumberedName(name), name);
  EXPECT_EQ(UnnumberedName(NumberedName(name, 2)), name);
}

TEST(WorkNamesTest, JournalsThatNoAbbreviationMakesOne) {
  EXPECT_TRUE(AreTwoJournals("Lancet Neurology", "J Tea Stud"));
  EXPECT_TRUE(AreTwoJournals("Clinical Rehabilitation", "Evidence-Based Complementary Medicine"));
  EXPECT_FALSE(AreTwoJournals("Clin Rehabil", "Clinical Rehabilitation"));
  EXPECT_FALSE(AreTwoJournals("BMJ", "British Medical Journal"));
  EXPECT_FALSE(AreTwoJournals("The Journal of Physiology", "J Physiol"));
}

TEST(WorkNamesTest, ShortTitlesAreNoNames) {
  EXPECT_EQ(TitleName("Sleep", 2010), "");
  EXPECT_EQ(TitleName("Sleep and memory in nurses", 0), "");
  std::set<std::string> names;
  AddTitlesNear("Sleep and memory in nurses", 2010, &names);
  EXPECT_EQ(names.size(), 3U);
}

}  // namespace
}  // namespace claimgraph
