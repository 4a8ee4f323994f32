// One bibliography entry, taken apart into the stretches that hold its fields.
//
// This is what ParseReference (references.h) makes a Reference of; it is a
// header of its own because the evaluation compares the stretches as printed.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_REFERENCE_PARSER_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_REFERENCE_PARSER_H_

#include <string>
#include <string_view>
#include <vector>

#include "core/reference.h"
#include "core/span.h"

namespace claimgraph {

// Spans index the entry; an empty span is a missing field.
struct EntryParts {
  int number = 0;  // the printed label "[3]" or "3."; 0: none
  TextSpan authors{};
  TextSpan year{};
  TextSpan title{};
  TextSpan container{};
  TextSpan volume{};
  TextSpan issue{};
  TextSpan pages{};
  TextSpan publisher{};
  TextSpan identifier{};  // the first of DOI, PMID, PMCID, address
  TextSpan address{};     // the first printed address
  std::vector<Author> names{};
  bool et_al = false;
  bool editors = false;  // the names are editors'
  int year_value = 0;
  std::string year_suffix{};
  std::string doi{};
  bool doi_in_address = false;  // the DOI is printed as part of an address alone
  std::string pmid{};
  std::string pmcid{};
};

// Linear in entry.size().
EntryParts TakeApart(std::string_view entry);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_REFERENCE_PARSER_H_
