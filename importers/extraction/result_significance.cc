#include "importers/extraction/result_significance.h"

#include <string_view>

namespace claimgraph {
namespace {

// "0.03", ".03", "0·03" at *at; -1 where there is none.
double ParseFraction(const ResultGrammar& grammar, std::uint32_t* at) {
  if (grammar.Word(*at) == "." || grammar.Word(*at) == "0") {
    const bool zero = grammar.Word(*at) == "0";
    if (zero && grammar.Word(*at + 1) != "\u00B7") return 0;
    *at += zero ? 2 : 1;
  }
  if (*at >= grammar.text().tokens().size() ||
      grammar.text().tokens()[*at].kind != TokenKind::kNumber)
    return -1;
  std::string_view digits = grammar.Word(*at);
  if (digits.starts_with("0.")) digits.remove_prefix(2);
  if (digits.size() > 9 || digits.find_first_not_of("0123456789") != std::string_view::npos) {
    return -1;
  }
  double value = 0;
  double unit = 1;
  for (const char c : digits) value += (c - '0') * (unit /= 10);
  return value;
}

}  // namespace

Significance PValueIn(const ResultGrammar& grammar, TokenRange clause) {
  Significance found = Significance::kUnknown;
  for (std::uint32_t i = clause.begin; i + 2 < clause.end; ++i) {
    if (grammar.Word(i) != "p") continue;
    std::uint32_t at = i + 1;
    if (grammar.Word(at) == "value" || grammar.Word(at) == "values") ++at;
    const std::string_view sign = grammar.Word(at);
    const bool large = sign == ">" || sign == "\u2265";
    const bool small = sign == "<" || sign == "\u2264" || sign == "=";
    if (!large && !small) continue;
    std::uint32_t number = at + 1;
    const double value = ParseFraction(grammar, &number);
    if (value < 0) continue;
    const bool significant = !large && (value < 0.05 || (value == 0.05 && sign != "="));
    if (significant) return Significance::kSignificant;
    found = Significance::kNotSignificant;
  }
  return found;
}

Significance SignificanceOf(const ResultGrammar& grammar, const Change& change, TokenRange clause) {
  if (change.null) return Significance::kNotSignificant;
  const Significance p = PValueIn(grammar, clause);
  if (p != Significance::kUnknown) return p;
  for (std::uint32_t i = clause.begin; i < clause.end; ++i) {
    if ((grammar.Mask(i) & word::kSignificant) != 0 && grammar.Word(i) != "p" &&
        !grammar.IsNegated(i)) {
      return Significance::kSignificant;
    }
  }
  return Significance::kUnknown;
}

}  // namespace claimgraph
