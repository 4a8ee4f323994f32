// What addresses say: hosts, keys, and the identifiers in their paths.
#include <algorithm>
#include <initializer_list>
#include <string>

#include "core/text/ascii.h"
#include "core/text/identifier_scan.h"
#include "core/text/identifiers.h"

namespace claimgraph {
namespace {

using namespace ascii;

// Beyond this, an address is a query that no identifier stands in.
constexpr std::size_t kLongestAddress = 2000;

std::string WithoutView(std::string doi) {
  for (const std::string_view view :
       {"/full", "/abstract", "/pdf", "/epdf", "/meta", "/fulltext", "/html", "/summary",
        "/references", "/tables", ".pdf", ".full", ".abstract", ".short", "/"}) {
    if (doi.ends_with(view)) return doi.substr(0, doi.size() - view.size());
  }
  return doi;
}

// A DOI in an address has the publisher's view behind it: "/full", "?query".
std::string DoiInPath(std::string_view path) {
  for (std::size_t at = path.find("10."); at != std::string_view::npos;
       at = path.find("10.", at + 1)) {
    if (at > 0 && IsWord(path[at - 1])) continue;
    std::string_view rest = path.substr(at);
    std::size_t end = DoiEnd(rest, 0);
    // An SICI has its end in itself, which may be "#".
    if (rest.substr(0, end).find('<') == std::string_view::npos) {
      rest = rest.substr(0, rest.find_first_of("?#&"));
      end = DoiEnd(rest, 0);
    }
    if (end > 0) return WithoutView(Lowered(rest.substr(0, end)));
  }
  return {};
}

// The resolver's address is the DOI itself, whatever signs it has in it.
std::string DoiBehindResolver(std::string_view url) {
  if (const std::size_t scheme = url.find("://"); scheme != std::string_view::npos) {
    url.remove_prefix(scheme + 3);
  }
  url.remove_prefix(std::min(url.find('/'), url.size()));
  while (url.starts_with('/')) url.remove_prefix(1);
  if (StartsAt(url, 0, "doi:")) url.remove_prefix(4);
  std::size_t end = std::min(url.find_first_of("?#"), url.size());
  if (url.substr(end) == "#" && url.substr(0, end).ends_with(";2-")) ++end;  // of an SICI
  return WithoutView(WholeDoi(url.substr(0, end)));
}

// The digits behind the first of `marks` in `url` (lower case).
std::string DigitsBehind(std::string_view url, std::initializer_list<std::string_view> marks) {
  for (const std::string_view mark : marks) {
    const std::size_t at = url.find(mark);
    if (at == std::string_view::npos) continue;
    const std::size_t begin = at + mark.size();
    const std::size_t end = SkipDigits(url, begin);
    if (end > begin && end - begin <= 8) return std::string(url.substr(begin, end - begin));
  }
  return {};
}

}  // namespace

std::string AddressHost(std::string_view url) {
  if (const std::size_t scheme = url.find("://"); scheme != std::string_view::npos) {
    url.remove_prefix(scheme + 3);
  } else if (!StartsAt(url, 0, "www.") && !StartsAt(url, 0, "doi.org") &&
             !StartsAt(url, 0, "dx.doi.org")) {
    return {};
  }
  url = url.substr(0, url.find_first_of("/?#"));
  if (const std::size_t user = url.find('@'); user != std::string_view::npos) {
    url.remove_prefix(user + 1);
  }
  url = url.substr(0, url.find(':'));
  std::string host = Lowered(url);
  if (host.starts_with("www.")) host.erase(0, 4);
  return host;
}

AddressIds ReadAddress(std::string_view url) {
  AddressIds ids;
  const std::string host = AddressHost(url);
  if (host.empty()) return ids;
  const std::string decoded = PercentDecoded(url.substr(0, kLongestAddress));
  const std::string lower = Lowered(decoded);
  if (host.ends_with("doi.org")) ids.doi = DoiBehindResolver(url.substr(0, kLongestAddress));
  if (ids.doi.empty()) ids.doi = DoiInPath(decoded);
  const bool ncbi = host.ends_with("nih.gov");
  if (ncbi) {
    ids.pmid = DigitsBehind(lower, {"pubmed.ncbi.nlm.nih.gov/", "/pubmed/", "/m/pubmed/", "pmid="});
  } else if (host.ends_with("europepmc.org")) {
    ids.pmid = DigitsBehind(lower, {"/med/"});
  }
  if (ncbi || host.ends_with("europepmc.org")) {
    if (std::string pmc = DigitsBehind(lower, {"/pmc", "pmc/articles/pmc", "article/pmc/pmc"});
        !pmc.empty()) {
      ids.pmcid = "PMC" + pmc;
    }
  }
  if (host.ends_with("arxiv.org")) {
    for (const std::string_view mark : {"/abs/", "/pdf/"}) {
      const std::size_t at = lower.find(mark);
      if (at != std::string::npos) ids.arxiv = ArxivNumber(lower, at + mark.size());
    }
  }
  return ids;
}

std::string AddressKey(std::string_view url) {
  const std::string host = AddressHost(url);
  if (host.empty()) return Lowered(url);
  std::size_t at = url.find("://");
  at = at == std::string_view::npos ? 0 : at + 3;
  const std::size_t path = url.find_first_of("/?#", at);
  std::string key = host;
  if (path == std::string_view::npos) return key;
  std::string_view rest = url.substr(path, url.find('#', path) - path);
  const std::size_t query = rest.find('?');
  std::string_view way = rest.substr(0, query);
  while (way.ends_with('/')) way.remove_suffix(1);
  key += way;
  if (query == std::string_view::npos) return key;
  // Campaign tags say where the reader came from, not where the page is.
  char joint = '?';
  std::string_view pairs = rest.substr(query + 1);
  while (!pairs.empty()) {
    const std::string_view pair = pairs.substr(0, pairs.find('&'));
    pairs.remove_prefix(std::min(pairs.size(), pair.size() + 1));
    if (pair.empty() || pair.starts_with("utm_") || pair.starts_with("fbclid")) continue;
    key += joint;
    key += pair;
    joint = '&';
  }
  return key;
}

}  // namespace claimgraph
