// How identifiers are found:
//   one pass over the text; at each letter or digit that begins a word, the
//   word is compared with the few that can begin an identifier: "http", "www.",
//   "doi", "10.", "pmid", "pubmed", "pmc", "arxiv", "nct", "isbn".
// Addresses are read whole first and only then asked for a DOI or PMID, so the
// identifier in a publisher's address is not mistaken for a printed one.
#include "core/text/identifiers.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <optional>

#include "core/text/ascii.h"
#include "core/text/identifier_scan.h"

namespace claimgraph {
namespace {

using namespace ascii;

// One identifier that begins at `at`, or none.
using Found = std::optional<Identifier>;

Found Make(IdentifierKind kind, std::size_t begin, std::size_t end, std::string value) {
  return Identifier{
      kind, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, std::move(value)};
}

Found DoiAt(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  if (StartsAt(text, at, "doi")) {
    begin = SkipLabelEnd(text, at + 3);
    // "doi: https://doi.org/10.1000/x" and "DOI: doi:10.1000/x"
    if (StartsAt(text, begin, "doi")) begin = SkipLabelEnd(text, begin + 3);
  }
  const std::size_t end = DoiEnd(text, begin);
  if (end == begin) return {};
  return Make(IdentifierKind::kDoi, at, end, CanonicalDoi(text.substr(begin, end - begin)));
}

Found PmidAt(std::string_view text, std::size_t at) {
  std::size_t i = at;
  if (StartsAt(text, i, "pubmed")) i = SkipLabelEnd(text, i + 6);
  if (StartsAt(text, i, "pmid")) i = SkipLabelEnd(text, i + 4);
  if (i == at) return {};
  const std::size_t end = SkipDigits(text, i);
  if (end - i < 4 || end - i > 8 || text[i] == '0') return {};
  if (end < text.size() && IsWord(text[end])) return {};
  return Make(IdentifierKind::kPmid, at, end, std::string(text.substr(i, end - i)));
}

Found PmcidAt(std::string_view text, std::size_t at) {
  std::size_t i = at;
  if (StartsAt(text, i, "pubmed central")) i = SkipLabelEnd(text, i + 14);
  if (StartsAt(text, i, "pmcid")) i = SkipLabelEnd(text, i + 5);
  if (!StartsAt(text, i, "pmc")) return {};
  const std::size_t digits = i + 3;
  const std::size_t end = SkipDigits(text, digits);
  if (end - digits < 4 || end - digits > 9) return {};
  return Make(IdentifierKind::kPmcid, at, end,
              "PMC" + std::string(text.substr(digits, end - digits)));
}

Found ArxivAt(std::string_view text, std::size_t at) {
  const std::size_t begin = SkipLabelEnd(text, at + 5);
  const std::string_view number = ArxivNumber(text, begin);
  if (number.empty()) return {};
  return Make(IdentifierKind::kArxiv, at, begin + number.size(), std::string(number));
}

Found TrialAt(std::string_view text, std::size_t at) {
  const std::size_t end = SkipDigits(text, at + 3);
  if (end - at != 11) return {};
  return Make(IdentifierKind::kTrial, at, end, "NCT" + std::string(text.substr(at + 3, 8)));
}

Found IsbnAt(std::string_view text, std::size_t at) {
  std::size_t i = at + 4;
  if (StartsAt(text, i, "-13") || StartsAt(text, i, "-10")) i += 3;
  i = SkipLabelEnd(text, i);
  std::string digits;
  std::size_t end = i;
  for (; i < text.size() && digits.size() < 13; ++i) {
    if (IsDigit(text[i]) || (Lower(text[i]) == 'x' && digits.size() == 9)) {
      digits.push_back(static_cast<char>(std::toupper(text[i])));
      end = i + 1;
    } else if (text[i] != '-' && text[i] != ' ') {
      break;
    }
  }
  if (digits.size() != 10 && digits.size() != 13) return {};
  return Make(IdentifierKind::kIsbn, at, end, digits);
}

Found UrlAt(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size()) {
    if (EndsAddress(text, end)) {
      const std::size_t sici = SiciEnd(text, end);
      if (sici == end) break;
      end = sici;
      continue;
    }
    // "...PMC1234/https://..." : two addresses glued together.
    if (end > at + 8 && (StartsAt(text, end, "http://") || StartsAt(text, end, "https://")) &&
        text[end - 1] != '=' && text[end - 1] != '/') {
      break;
    }
    ++end;
  }
  end = TrimTail(text, at, end);
  std::string_view url = text.substr(at, end - at);
  // A line end or a space between resolver and DOI: "https://doi.org/ 10.1000/x".
  if (Lowered(url).ends_with("doi.org") || Lowered(url).ends_with("doi.org/")) {
    std::size_t next = end;
    while (next < text.size() && (IsSpace(text[next]) || text[next] == '/')) ++next;
    const std::size_t stop = DoiEnd(text, next);
    if (stop > next) {
      return Make(IdentifierKind::kDoi, at, stop, CanonicalDoi(text.substr(next, stop - next)));
    }
  }
  if (url.size() < 8 || url.find('.') == std::string_view::npos) return {};
  const AddressIds ids = ReadAddress(url);
  if (!ids.doi.empty() && AddressHost(url).ends_with("doi.org")) {
    return Make(IdentifierKind::kDoi, at, end, ids.doi);
  }
  if (!ids.pmid.empty()) return Make(IdentifierKind::kPmid, at, end, ids.pmid);
  if (!ids.pmcid.empty()) return Make(IdentifierKind::kPmcid, at, end, ids.pmcid);
  return Make(IdentifierKind::kUrl, at, end, std::string(url));
}

struct Opening {
  std::string_view word;
  Found (*read)(std::string_view text, std::size_t at);
};
constexpr Opening kOpenings[] = {
    {"http://", UrlAt},     {"https://", UrlAt}, {"www.", UrlAt},  {"doi.org/", UrlAt},
    {"dx.doi.org/", UrlAt}, {"doi", DoiAt},      {"10.", DoiAt},   {"pubmed central", PmcidAt},
    {"pmcid", PmcidAt},     {"pmc", PmcidAt},    {"pmid", PmidAt}, {"pubmed", PmidAt},
    {"arxiv", ArxivAt},     {"nct", TrialAt},    {"isbn", IsbnAt},
};

Found IdentifierAt(std::string_view text, std::size_t at) {
  static constexpr std::string_view kInitials = "hwd1pani";
  if (kInitials.find(Lower(text[at])) == std::string_view::npos) return {};
  for (const Opening& opening : kOpenings) {
    if (!StartsAt(text, at, opening.word)) continue;
    if (Found found = opening.read(text, at)) return found;
  }
  return {};
}

}  // namespace

std::vector<Identifier> FindIdentifiers(std::string_view text) {
  std::vector<Identifier> all;
  for (std::size_t i = 0; i < text.size();) {
    const bool begins = i == 0 || !IsWord(text[i - 1]) || StartsAt(text, i, "http");
    Found found = begins && IsWord(text[i]) ? IdentifierAt(text, i) : Found{};
    if (found) {
      i = found->span.end;
      all.push_back(*std::move(found));
    } else {
      ++i;
    }
  }
  return all;
}

std::string CanonicalDoi(std::string_view printed) {
  printed = Trimmed(printed);
  if (StartsAt(printed, 0, "doi") && !StartsAt(printed, 0, "doi.org")) {
    printed.remove_prefix(SkipLabelEnd(printed, 3));
  }
  return printed.starts_with("10.") ? WholeDoi(printed) : ReadAddress(printed).doi;
}

std::vector<IdentifierFault> FindIdentifierFaults(std::string_view text) {
  std::vector<IdentifierFault> faults;
  const auto add = [&faults](std::size_t begin, std::size_t end, std::string why) {
    faults.push_back(
        {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, std::move(why)});
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && IsWord(text[i - 1])) continue;
    const bool resolver = StartsAt(text, i, "doi.org/");
    const bool label = !resolver && StartsAt(text, i, "doi");
    const bool pmid = StartsAt(text, i, "pmid");
    if (!resolver && !label && !pmid) continue;
    const std::size_t word_end = resolver ? i + 8 : i + (pmid ? 4 : 3);
    std::size_t value = SkipLabelEnd(text, word_end);
    // "DOI of the paper" and "PMIDs" name the thing; they print no value.
    const bool colon = text.substr(word_end, value - word_end).find(':') != std::string_view::npos;
    if (value >= text.size() || (!resolver && !colon && !IsDigit(text[value]))) continue;
    if (label && (StartsAt(text, value, "http") || StartsAt(text, value, "doi") ||
                  StartsAt(text, value, "dx.doi"))) {
      continue;  // judged where the address or the second label begins
    }
    std::size_t end = value;
    while (end < text.size() && !EndsAddress(text, end)) ++end;
    end = TrimTail(text, value, end);
    const std::string_view printed = text.substr(value, end - value);
    if (pmid) {
      const std::size_t digits = SkipDigits(printed, 0);
      if (StartsAt(printed, 0, "pmc") || printed.empty()) continue;
      if (digits == 0 || digits > 8 || printed[0] == '0' ||
          (digits < printed.size() && IsWord(printed[digits]))) {
        add(i, end, "a PMID is a number of one to eight digits");
      }
    } else if (DoiEnd(PercentDecoded(printed), 0) == 0) {
      add(i, std::max(end, value), "a DOI is \"10.\", four to nine digits, \"/\" and a suffix");
    }
    i = std::max(end, value) > i ? std::max(end, value) - 1 : i;
  }
  return faults;
}

}  // namespace claimgraph
