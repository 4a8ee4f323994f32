#include "queries/exports/rdf/iris.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/text/ascii.h"
#include "core/text/utf8.h"

namespace claimgraph {
namespace {

bool IsAsciiWord(char c) { return ascii::IsUpper(c) || ascii::IsLower(c) || ascii::IsDigit(c); }
bool IsUnreserved(char c) { return IsAsciiWord(c) || ascii::IsIn(c, "-._~"); }
// Of a path's segment, and what separates them.
bool IsOfPath(char c) { return IsUnreserved(c) || ascii::IsIn(c, "!$&'()*+,;=:@/"); }
bool IsOfAddress(char c) { return IsOfPath(c) || ascii::IsIn(c, "?"); }
bool IsHex(char c) { return ascii::IsDigit(c) || ascii::IsIn(ascii::Lower(c), "abcdef"); }

void AppendEncoded(char c, std::string* out) {
  fmt::format_to(std::back_inserter(*out), "%{:02X}", static_cast<unsigned char>(c));
}

template <typename IsKept>
std::string Encoded(std::string_view text, const IsKept& is_kept) {
  std::string out;
  for (const char c : text) {
    if (is_kept(c)) {
      out += c;
    } else {
      AppendEncoded(c, &out);
    }
  }
  return out;
}

bool IsEscape(std::string_view text, std::size_t at) {
  return text[at] == '%' && at + 2 < text.size() && IsHex(text[at + 1]) && IsHex(text[at + 2]);
}

// What a name would do or hold, and not what it would name.
bool IsActive(std::string_view scheme) {
  return scheme == "javascript" || scheme == "data" || scheme == "vbscript";
}

// Whether `rest`, behind the scheme and its colon, lacks a host where it needs one.
bool LacksHost(std::string_view scheme, std::string_view rest) {
  const bool is_web = scheme == "http" || scheme == "https";
  if (!rest.starts_with("//")) return is_web;
  const std::string_view host = rest.substr(2, rest.find_first_of("/?#", 2) - 2);
  const std::string_view name = host.substr(host.rfind('@') + 1);
  return scheme != "file" && (name.empty() || name.front() == ':');
}

// "", or what is wrong.
std::string_view BaseFault(std::string_view base) {
  const std::size_t colon = base.find(':');
  const std::string_view scheme = base.substr(0, std::min(colon, base.size()));
  const bool is_scheme =
      colon != std::string_view::npos && !scheme.empty() && !ascii::IsDigit(scheme[0]) &&
      std::ranges::all_of(scheme, [](char c) { return IsAsciiWord(c) || ascii::IsIn(c, "+-."); }) &&
      IsAsciiWord(scheme[0]);
  if (!is_scheme) return "it must begin with a scheme and a colon";
  if (IsActive(ascii::Lowered(scheme))) return "its scheme is none of names";
  if (LacksHost(ascii::Lowered(scheme), base.substr(colon + 1))) return "it has no host";
  for (std::size_t i = 0; i < base.size();) {
    char32_t c = 0;
    const std::size_t size = DecodeUtf8At(base, i, &c);
    if (c <= ' ' || (c >= 0x7F && c < 0xA0)) return "it has a space or control character";
    if (c == 0xFFFD) return "it is not UTF-8";
    if (c < 0x80 && ascii::IsIn(static_cast<char>(c), "<>\"{}|\\^`")) {
      return "it has one of the characters <>\"{}|\\^`";
    }
    if (c == '%' && !IsEscape(base, i)) return "it has a % that begins no escape";
    i += size;
  }
  return {};
}

}  // namespace

Status CheckBaseIri(std::string_view base) {
  const std::string_view fault = BaseFault(base);
  if (fault.empty()) return {};
  return Fail(ErrorCode::kInvalidArgument,
              fmt::format("the base of IRIs \"{}\" is no absolute IRI: {}; write it as "
                          "https://example.org/graph/ or urn:x-claimgraph:",
                          base, fault));
}

std::string DoiIri(std::string_view doi) {
  return doi.empty() ? std::string() : "https://doi.org/" + Encoded(doi, IsOfPath);
}

std::string PubMedIri(std::string_view pmid) {
  if (pmid.empty() || !std::ranges::all_of(pmid, ascii::IsDigit)) return {};
  return fmt::format("https://pubmed.ncbi.nlm.nih.gov/{}/", pmid);
}

std::string WebIri(std::string_view address) {
  const std::string_view trimmed = ascii::Trimmed(address);
  const std::size_t after = trimmed.find("://");
  if (after == std::string_view::npos || after + 3 >= trimmed.size()) return {};
  const std::string scheme = ascii::Lowered(trimmed.substr(0, after));
  if (scheme != "http" && scheme != "https") return {};
  std::string out = scheme + "://";
  bool in_fragment = false;
  for (std::size_t i = after + 3; i < trimmed.size(); ++i) {
    const char c = trimmed[i];
    const bool begins_fragment = c == '#' && !in_fragment;
    in_fragment = in_fragment || begins_fragment;
    if (begins_fragment || IsOfAddress(c) || IsEscape(trimmed, i)) {
      out += c;
    } else {
      AppendEncoded(c, &out);
    }
  }
  return out;
}

std::string LocalName(std::string_view words) {
  return Encoded(words, [](char c) { return IsAsciiWord(c) || c == '-' || c == '_'; });
}

}  // namespace claimgraph
