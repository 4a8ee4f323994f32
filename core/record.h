// What one bibliographic record, paper or study card says of a work and of the
// study that the work reports.
//
// A Record belongs to one document, as a Reference does: two exports that describe
// one trial are two Records, which meet in one Work and one Study.  Facts hold what
// was said, with the words that said it; nothing is filled in.
#ifndef CLAIMGRAPH_CORE_RECORD_H_
#define CLAIMGRAPH_CORE_RECORD_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/ids.h"
#include "core/span.h"
#include "core/study.h"
#include "core/work.h"

namespace claimgraph {

// NEVER renumber: the numbers are stored.
enum class FactKind : std::uint8_t {
  kDesign = 0,        // Name(StudyDesign)
  kSampleSize = 1,    // people, digits: "74"
  kArms = 2,          // digits
  kCondition = 3,     // what the people had: a concept label, "fibromyalgia"
  kAge = 4,           // "infants", "children", "adolescents", "adults", "older adults"
  kSex = 5,           // "female", "male"
  kPregnancy = 6,     // "pregnant", "postpartum"
  kSetting = 7,       // "workplace", "hospital", "school"
  kIntervention = 8,  // concept label, or the words
  kComparator = 9,    // "sham", "waiting list", "usual care", or the words
  kOutcome = 10,      // concept label, or the words
  kTimePoint = 11,    // the latest follow-up comes last: "20 weeks"
  kConclusion = 12,   // a sentence in which the authors conclude
  kLimitation = 13,   // a sentence that limits the result
  kCertainty = 14,    // "high", "moderate", "low", "very low": the authors' own rating
  kRegistry = 15,     // "NCT00661843", "ISRCTN12345678"
  kStudies = 16,      // of a review: how many it includes, digits;
                      // "7 trials" where trials are counted apart
};

struct Fact {
  FactKind kind = FactKind::kDesign;
  std::string value{};    // as said at FactKind
  TextSpan span{};        // in Document::text; {0, 0}: from a field of the record, not its text
  double confidence = 1;  // in [0, 1]; 1 where a field or a card says it
  bool operator==(const Fact&) const = default;
};

// That a work was corrected, retracted, ...: who says so, when and why.
struct StandingNotice {
  Standing standing = Standing::kRetracted;
  std::string date{};    // "2014", "2014-03" or "2014-03-09"; empty: not said
  std::string reason{};  // as printed
  std::string notice{};  // the name of the work that announces it: "doi:10.1/x"; may be empty
  bool operator==(const StandingNotice&) const = default;
};

struct BiasJudgement {
  std::string domain{};  // "randomisation", "missing data", ...; "overall"
  RiskOfBias judgement = RiskOfBias::kNotAssessed;
  bool operator==(const BiasJudgement&) const = default;
};

struct Record {
  RecordId id{};
  DocumentId document{};
  WorkId work{};    // that it describes
  StudyId study{};  // that the work reports; none where it reports no single study
  StudyDesign design = StudyDesign::kUnknown;  // the most certain kDesign
  std::int64_t n = 0;                          // people: the most certain kSampleSize; 0: unknown
  // The work as this record has it; what several records say of it is merged in Work.
  std::string title{};
  std::vector<Author> authors{};
  bool et_al = false;  // there are more authors than these
  int year = 0;
  std::string container{};
  std::string volume{};
  std::string issue{};
  std::string pages{};
  std::string doi{};
  std::string pmid{};
  std::string pmcid{};
  std::vector<std::string> publication_types{};  // as printed: "Randomized Controlled Trial"
  std::vector<std::string> headings{};           // subject headings: "Massage", "Female"
  std::vector<Fact> facts{};                     // by kind, then in reading order
  std::vector<StandingNotice> notices{};         // about `work`
  std::vector<BiasJudgement> risk_of_bias{};
  std::vector<WorkId> includes{};  // of a review: works whose studies it is known to include
  bool operator==(const Record&) const = default;
};

std::string_view Name(FactKind kind);  // "sample_size"

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_RECORD_H_
