// Identifiers of publications, in running text and inside addresses.
//
// Values are canonical: DOI in lower case without resolver ("10.1000/ab.1"),
// PMID as digits, PMCID as "PMC123", arXiv as "2101.00001", trial registration
// as "NCT01234567", ISBN as digits, URL as printed.
#ifndef CLAIMGRAPH_CORE_TEXT_IDENTIFIERS_H_
#define CLAIMGRAPH_CORE_TEXT_IDENTIFIERS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"

namespace claimgraph {

enum class IdentifierKind : std::uint8_t { kDoi, kPmid, kPmcid, kArxiv, kTrial, kIsbn, kUrl };

struct Identifier {
  IdentifierKind kind = IdentifierKind::kUrl;
  TextSpan span{};  // with the words that name it: "PMID: 123", "https://doi.org/10.1/x"
  std::string value{};
  bool operator==(const Identifier&) const = default;
};

// Every identifier in `text`, in order, not overlapping.  An address that holds
// an identifier (doi.org, pubmed) is that identifier, not a URL.  Linear.
std::vector<Identifier> FindIdentifiers(std::string_view text);

// What an address says of the publication behind it; missing parts are empty.
struct AddressIds {
  std::string doi{};
  std::string pmid{};
  std::string pmcid{};
  std::string arxiv{};
  bool operator==(const AddressIds&) const = default;
};
AddressIds ReadAddress(std::string_view url);

// "WWW.Example.org/a/?utm_source=x#top" and "http://example.org/a" are the same
// page: "example.org/a".  Used to compare addresses, never to open them.
std::string AddressKey(std::string_view url);

// The host in lower case without "www."; empty if `url` has none.
std::string AddressHost(std::string_view url);

// The DOI that a field of a record or an address holds: lower case, resolver, "doi:" and
// escapes taken off; empty if what is left is no DOI.  It is read up to white space, for
// "10.1002/(SICI)1097(1997)79:1<1::AID-X>3.0.CO;2-A" without its end would name all the
// articles of an issue.  Running text ends a DOI at such signs, save in an SICI.
std::string CanonicalDoi(std::string_view printed);

// What was meant as an identifier and cannot be one.
struct IdentifierFault {
  TextSpan span{};
  std::string why{};  // "a DOI begins with 10. and four to nine digits"
  bool operator==(const IdentifierFault&) const = default;
};
std::vector<IdentifierFault> FindIdentifierFaults(std::string_view text);

// The years that a publication with this PMID may print.  PMIDs are given out
// in order of indexing, so each bounds the date; measured on 5,600 printed
// pairs, 1.3 % lie before `earliest` and 0.3 % after `latest`.
// {0, 0}: unknown, for numbers below 15,000,000 (given out in no order) and for
// those that are not a number.
struct YearRange {
  int earliest = 0;
  int latest = 0;
  bool operator==(const YearRange&) const = default;
};
YearRange PmidYears(std::string_view pmid);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_TEXT_IDENTIFIERS_H_
