// Concepts that stand for one another in generated articles: lower case, and any of
// a list fits where another stood.
#ifndef CLAIMGRAPH_BENCH_ARTICLE_WORDS_H_
#define CLAIMGRAPH_BENCH_ARTICLE_WORDS_H_

#include <array>
#include <string_view>

namespace claimgraph::bench {

inline constexpr std::size_t kConceptsAlike = 12;
using Concepts = std::array<std::string_view, kConceptsAlike>;

inline constexpr Concepts kInterventions = {
    "massage", "stretching", "yoga",    "exercise", "acupuncture", "mindfulness",
    "walking", "swimming",   "dancing", "pilates",  "reflexology", "meditation"};
inline constexpr Concepts kOutcomes = {"anxiety", "depression", "insomnia", "fatigue",
                                       "burnout", "stress",     "pain",     "migraine",
                                       "nausea",  "dizziness",  "mood",     "sleep"};
inline constexpr Concepts kSubstances = {"cortisol",    "serotonin",    "dopamine",   "oxytocin",
                                         "melatonin",   "adrenaline",   "endorphins", "glucose",
                                         "cholesterol", "testosterone", "insulin",    "histamine"};
inline constexpr Concepts kPopulations = {"nurses",   "teachers", "carers",   "athletes",
                                          "students", "parents",  "adults",   "women",
                                          "drivers",  "veterans", "patients", "employees"};
inline constexpr std::array<Concepts, 4> kAllConcepts = {kInterventions, kOutcomes, kSubstances,
                                                         kPopulations};

}  // namespace claimgraph::bench

#endif  // CLAIMGRAPH_BENCH_ARTICLE_WORDS_H_
