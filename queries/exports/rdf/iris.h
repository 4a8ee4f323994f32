// IRIs from what documents print, which may be anything.
//
// What comes out is ASCII and valid by RFC 3986; every other byte is percent-encoded.
// What cannot be an address gives "", and stays a text.
#ifndef CLAIMGRAPH_QUERIES_EXPORTS_RDF_IRIS_H_
#define CLAIMGRAPH_QUERIES_EXPORTS_RDF_IRIS_H_

#include <string>
#include <string_view>

#include "core/status.h"

namespace claimgraph {

// InvalidArgument, with what is wrong, unless `base` is an absolute IRI: a scheme, a
// colon, a host where the scheme wants one, and no character that an IRI may not hold.
// Schemes of scripts and of data, which name nothing, are refused.
[[nodiscard]] Status CheckBaseIri(std::string_view base);

// "10.1/a<b>" -> "https://doi.org/10.1/a%3Cb%3E".
std::string DoiIri(std::string_view doi);
std::string PubMedIri(std::string_view pmid);  // "" unless it is digits
// `address` if it is http or https; what is percent-encoded already stays so.
std::string WebIri(std::string_view address);

// Words as the end of a name: letters, digits, "-" and "_" as they are, all else
// percent-encoded.  Different words give different names.
std::string LocalName(std::string_view words);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_EXPORTS_RDF_IRIS_H_
