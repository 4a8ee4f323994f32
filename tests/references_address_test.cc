// Which addresses are sources.
#include <gtest/gtest.h>

#include "importers/extraction/references.h"

namespace claimgraph {
namespace {

TEST(SourceAddressTest, LeadsToEvidence) {
  for (const char* url : {
           "https://pubmed.ncbi.nlm.nih.gov/21400001/",
           "https://doi.org/10.1234/x",
           "http://www.sleepboard.org/topics/naps",
           "https://www.nature.com/articles/s41586-020-0001-2",
           "https://jamanetwork.com/journals/jama/article-abstract/123456#240000001",
           "https://www.ncbi.nlm.nih.gov/books/NBK2644/",
           "https://link.springer.com/book/10.1007/123",
           "https://scholar.google.com/scholar?q=naps",
           "https://portal.example.org/citation.cfm?id=1414004.1414026",
           "www.who.int/news-room/fact-sheets/detail/sleep",
       }) {
    EXPECT_TRUE(IsSourceAddress(url)) << url;
  }
}

TEST(SourceAddressTest, LeadsElsewhere) {
  for (const char* url : {
           "",
           "#references",
           "mailto:jo@example.org",
           "/about",
           "https://www.sleepboard.org/",        // a front page
           "https://en.wikipedia.org/wiki/Nap",  // encyclopaedias, dictionaries
           "https://www.oxfordlearnersdictionaries.com/definition/english/nap",
           "https://play.google.com/store/apps/details?id=nap",  // shops
           "https://www.amazon.com/dp/B000",
           "https://www.facebook.com/sharer.php?u=x",  // social networks
           "https://x.com/jo/status/1",
           "https://images.example.org/naps/bed.JPG",  // images
           "https://www.example.org/contact/",         // a site's own pages
           "https://www.example.org/tag/naps/",
           "https://www.example.org/book",
           "javascript:void(0)",
           "https://",
       }) {
    EXPECT_FALSE(IsSourceAddress(url)) << url;
  }
}

// "x.com" must not match "netflix.com" or "phlox.com".
TEST(SourceAddressTest, ComparesWholeHosts) {
  EXPECT_TRUE(IsSourceAddress("https://www.phlox.com/trial-of-naps"));
  EXPECT_FALSE(IsSourceAddress("https://m.facebook.com/naps/1"));
}

}  // namespace
}  // namespace claimgraph
