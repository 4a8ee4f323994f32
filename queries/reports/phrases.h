// Nouns in a few words: what every report that a person reads says alike.
#ifndef CLAIMGRAPH_QUERIES_REPORTS_PHRASES_H_
#define CLAIMGRAPH_QUERIES_REPORTS_PHRASES_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/claim.h"
#include "core/evidence_line.h"
#include "core/reference.h"

namespace claimgraph {

// "weakly supported" for "weakly_supported".
std::string Spaced(std::string_view name);

// "1 claim", "3 claims".
std::string Counted(std::size_t count, std::string_view noun);

// "SMD -0.31, CI -0.6 to -0.02, p 0.03, 7 studies, 412 people, I2 40 %".
std::string Numbers(const Effect& effect);

// "Weber et al., 2021", "Hill & Ito, 2018": who wrote it and when, as printed.
std::string AuthorsAndYear(const Reference& reference);

// A name by which works are found (core/text/work_names.h), for readers: "DOI 10.1000/x"
// for "doi:10.1000/x".  What is no such name stays as it is.
std::string NameInWords(std::string_view name);
// A study's key likewise: "registered as NCT01234567", "known by DOI 10.1000/x".
std::string StudyInWords(std::string_view key);

// "supports", "disputes", "inconclusive", "did not look", "not known".
std::string_view StanceInWords(Stance stance);

// " (+2)", " (-1)"; nothing for 0.
std::string Signed(double change);

// 1 to 4 as GRADE names them, in small letters; 0: no start, opinion or mechanism only.
std::string_view CertaintyInWords(int level);

// What the reasons say was not assessed, each once, as rules call it: "risk-of-bias", ...
void CollectNotAssessed(const std::vector<Reason>& reasons, std::vector<std::string>* items);

// `text`, or its beginning and an ellipsis if it has more than `most` characters: cut
// between words where it can be.
std::string Shortened(std::string_view text, std::size_t most);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_REPORTS_PHRASES_H_
