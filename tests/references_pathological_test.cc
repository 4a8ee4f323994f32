// Texts made to keep the readers of references busy: their time must grow as the
// text does.
#include <gtest/gtest.h>

#include <string>

#include "core/text/identifiers.h"
#include "importers/extraction/references.h"
#include "importers/formats/formats.h"
#include "tests/growth.h"

namespace claimgraph {
namespace {

std::string Repeated(std::string_view piece, std::size_t size) {
  std::string out;
  out.reserve(size + piece.size());
  while (out.size() < size) out += piece;
  return out;
}

TEST(ReferencePathologicalTest, ListsTakeLinearTime) {
  for (const char* piece : {
           "References\n\n",
           "Source: https://www.example.org/a\n\n",
           "[^a]: Lind C. Naps. Care 2001;3:4-9.\n",
           "[a](https://www.example.org/a/b) ",
           "Lind C, Osei K. Short naps in shift workers. Care 2001;12(3):45-52.\n",
           "1. Lind, C. (2001). Naps. Care, 3, 4-9.\n",
           "[1] 2001. ",
           "2001. A. B. ",
           "(2001) \"",
           "Lind C, ",
       }) {
    SCOPED_TRACE(piece);
    const auto make = [piece](std::size_t n) {
      return ReadDocument("## References\n\n" + Repeated(piece, n), "a.md");
    };
    EXPECT_TRUE(GrowsLinearly(1 << 18, make, [](const Document& d) { ExtractReferences(d); }));
  }
}

TEST(ReferencePathologicalTest, OneEntryTakesLinearTime) {
  for (const char* piece :
       {"(", "[1", "A. ", "Lind, ", "et al ", "2001-", "1(", "vol. ", "\"", "In: ", "doi: "}) {
    SCOPED_TRACE(piece);
    const auto make = [piece](std::size_t n) { return Repeated(piece, n); };
    EXPECT_TRUE(GrowsLinearly(2 << 20, make, [](const std::string& s) { ParseReference(s); }));
  }
}

TEST(ReferencePathologicalTest, IdentifiersTakeLinearTime) {
  for (const char* piece :
       {"doi ", "doi:", "10.1234/", "10./", "https://", "https://doi.org/ ", "isbn ", "isbn 1-",
        "pmid:", "arxiv:a", "(https://a.org/(", "%2F", "10.1234/a."}) {
    SCOPED_TRACE(piece);
    const auto make = [piece](std::size_t n) { return "https://a.org/" + Repeated(piece, n); };
    EXPECT_TRUE(GrowsLinearly(2 << 20, make, [](const std::string& text) {
      FindIdentifiers(text);
      FindIdentifierFaults(text);
      ReadAddress(text);
      IsSourceAddress(text);
    }));
  }
}

}  // namespace
}  // namespace claimgraph
