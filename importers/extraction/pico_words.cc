#include "importers/extraction/pico_words.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text/ascii.h"

namespace claimgraph {
namespace {

constexpr std::size_t kLongestToken = 100;

struct Group {
  std::uint32_t bit = 0;
  std::string_view words{};
};

constexpr Group kGroups[] = {
    {pico::kPeople,
     "adolescent adolescents adult adults athletes births boy boys calves caregiver "
     "caregivers carers case cases catheters cats centers centres child children "
     "clinics clusters cohort communities controls couple couples cows dogs donors "
     "drinkers elderly eye eyes families family father fathers female females girl "
     "girls group groups hips horses hospitals households individual individuals "
     "infant infants inpatient inpatients knees legs lesions limbs male males man men "
     "mice mother mothers neonate neonates newborn newborns nurses outpatient "
     "outpatients parent parents participant participants patient patients people "
     "person persons physicians pigs players population practices practitioners "
     "pregnancies preschoolers rats recipients relatives residents sample schools "
     "siblings sites smokers student students subject subjects survivor survivors "
     "teachers teeth toddlers twins users veterans villages volunteer volunteers "
     "woman women workers youth youths"},
    {pico::kAge,
     "adolescence adolescent adolescents adult adults age age-matched aged boys child "
     "children elderly geriatric girls infant infants middle-aged months neonates "
     "newborn old older paediatric pediatric premature preterm school-age toddlers "
     "year years young younger yr yrs"},
    {pico::kSex,
     "boys female females gender girls male males man men postmenopausal pregnant "
     "premenopausal sex woman women"},
    {pico::kUnit,
     "% centigrade cgy cm daily day days degrees dl doses g g/day gy h hg hour hours "
     "hr hrs iu kg kg/m2 l m mcg mg mg/day mg/dl mg/kg microg microg/kg min minutes "
     "ml ml/min mm mm. mmhg mmol mmol/l mo month months mu mumol ng ng/ml percent pg "
     "pmol points s seconds sessions times u ug units week weeks wk year years yr"},
    {pico::kTime,
     "baseline daily day days follow-up followup h hour hours min minute minutes "
     "month months once twice week weekly weeks wk year years yr yrs"},
    {pico::kMeasured,
     "ability activity adherence adverse anxiety attitude auc behavior behaviour "
     "bioavailability bleeding blood bmi change changes cholesterol clearance cmax "
     "compliance complication complications concentration concentrations consumption "
     "cost costs count counts days death deaths density depression duration "
     "effectiveness effects efficacy event events failure frequency function glucose "
     "half-life hba1c healing improvement incidence index infection infections intake "
     "inventory knowledge length level levels loss mass measures mortality nausea "
     "need number outcome outcomes overall pain parameters peak performance "
     "pharmacokinetics plasma pressure prevalence progression progression-free "
     "quality questionnaire rate rates recovery recurrence reduction relapse "
     "remission requirement requirements response responses risk safety satisfaction "
     "scale score scores serum severity size status stay success survival symptom "
     "symptoms thickness time tolerability tolerance toxicity urinary variables "
     "volume vomiting weight"},
    {pico::kGiven,
     "administered administering administration allocated arm assigned combination "
     "combined compared comparing comparison control dose either given group infusion "
     "injection intervention placebo plus program programme randomised randomized "
     "randomly receive received receives receiving regimen supplementation therapy "
     "training treated treatment undergoing underwent using versus vs"},
    {pico::kFound,
     "analyzed assess assessed associated better change changes decline decrease "
     "decreased determine differ differed difference differences effect effects "
     "end-point endpoint endpoints evaluate evaluated examined greater higher improve "
     "improved improvement improving increase increased less lower lowered measure "
     "measured monitored more observed outcome outcomes primary recorded reduce "
     "reduced reducing reduction reported secondary showed significant significantly "
     "similar terms worse"},
    {pico::kStatistic,
     "% +/- < = > anova average ci confidence deviation hazard hr interval mean "
     "median n odds or p percent percentage range ratio relative rr sd sem standard "
     "test versus vs"},
    {pico::kNumberWord,
     "eight eighteen eighty eleven fifteen fifty five forty four fourteen half "
     "hundred nine nineteen ninety one seven seventeen seventy six sixteen sixty ten "
     "thirteen thirty thousand three twelve twenty two"},
    {pico::kBody,
     "arterial artery blood bone bowel brain breast cardiac cell cells cervical colon "
     "coronary dental eye gastric heart hepatic hip kidney knee liver lung muscle "
     "ocular plasma prostate pulmonary renal serum skin tooth vascular"},
    {pico::kArticle,
     "a all an another any both each either her his its no other our some such that "
     "the their these this those"},
    {pico::kPreposition,
     "after against among as at before between by during following for from in into "
     "of on over per than through to under versus via vs with within without"},
    {pico::kJoining, "( ) , / : ; [ ] although and because but however if or when whereas while"},
    {pico::kAuxiliary,
     "are be been being can could did do does had has have is may might not should "
     "was were will would"},
    {pico::kSmall,
     ". also he it less more most not only she then there they thus we were what "
     "which who"},
    {pico::kTaken,
     "aged children diagnosed enrolled men participants patients recruited subjects "
     "undergoing versus women"},
};

struct Heading {
  std::string_view section{};
  std::string_view words{};
};

constexpr Heading kHeadings[] = {
    {"obj",
     "AIM AIMS BACKGROUND CONTEXT HYPOTHESIS IMPORTANCE INTRODUCTION OBJECTIVE "
     "OBJECTIVES PURPOSE RATIONALE"},
    {"des", "DESIGN SETTING SETTINGS STUDY TRIAL"},
    {"par", "ANIMALS PARTICIPANTS PATIENT PATIENTS POPULATION SAMPLE SUBJECTS"},
    {"int", "EXPOSURE INTERVENTION INTERVENTIONS TREATMENT"},
    {"out", "ENDPOINTS MEASURE MEASUREMENT MEASUREMENTS MEASURES OUTCOME OUTCOMES VARIABLES"},
    {"met", "MATERIAL MATERIALS METHOD METHODOLOGY METHODS PROCEDURE PROCEDURES"},
    {"res", "FINDINGS RESULT RESULTS"},
    {"con",
     "CONCLUSION CONCLUSIONS DISCUSSION IMPLICATIONS INTERPRETATION REGISTRATION "
     "RELEVANCE SIGNIFICANCE"},
};

// From a word's hash to what its rows say; open addressing.
template <typename Value>
class HashTable {
 public:
  explicit HashTable(std::size_t size) : slots_(size) {}

  Value* Insert(FeatureHash key) {
    std::size_t at = key % slots_.size();
    while (slots_[at].first != 0 && slots_[at].first != key) at = (at + 1) % slots_.size();
    slots_[at].first = key;
    return &slots_[at].second;
  }

  Value Find(FeatureHash key) const {
    for (std::size_t at = key % slots_.size(); slots_[at].first != 0;
         at = (at + 1) % slots_.size()) {
      if (slots_[at].first == key) return slots_[at].second;
    }
    return Value{};
  }

 private:
  std::vector<std::pair<FeatureHash, Value>> slots_;
};

std::uint32_t MaskOf(FeatureHash word) {
  static const HashTable<std::uint32_t> table = [] {
    HashTable<std::uint32_t> made(4096);
    for (const Group& group : kGroups) {
      ascii::ForEachWord(group.words, [&](std::string_view w) { *made.Insert(HashWord(w)) |= group.bit; });
    }
    return made;
  }();
  return table.Find(word);
}

// Lower case; a run of digits is "0".
std::string Folded(std::string_view token) {
  std::string folded;
  for (std::size_t i = 0; i < token.size(); ++i) {
    if (!ascii::IsDigit(token[i])) {
      folded += ascii::Lower(token[i]);
    } else if (i == 0 || !ascii::IsDigit(token[i - 1])) {
      folded += '0';
    }
  }
  return folded;
}

// Endings that inflect and derive, the longest first; how much must be left.
struct Ending {
  std::string_view text{};
  std::size_t keep = 4;
};
constexpr Ending kEndings[] = {
    {"ization"}, {"isation"}, {"ations"}, {"ation"},  {"ingly"},  {"ments"}, {"ment"}, {"ness"},
    {"edly"},    {"ings"},    {"ing"},    {"ies", 3}, {"ied", 3}, {"ally"},  {"ers"},  {"ed"},
    {"es"},      {"ly"},      {"er"},     {"s", 3},   {"e"},      {"y"}};

std::string_view StemOf(std::string_view w) {
  for (const Ending& ending : kEndings) {
    if (!w.ends_with(ending.text) || w.size() - ending.text.size() < ending.keep) continue;
    if (ending.text == "s" && w.ends_with("ss")) continue;
    return w.substr(0, w.size() - ending.text.size());
  }
  return w;
}

FeatureHash Numbered(std::string_view name, std::uint64_t n) { return Combine(HashWord(name), n); }

// Digits, perhaps with commas behind the first.
bool IsWholeNumber(std::string_view w) {
  return !w.empty() && ascii::IsDigit(w[0]) &&
         std::ranges::all_of(w, [](char c) { return ascii::IsDigit(c) || c == ','; });
}

bool IsDecimal(std::string_view w) {
  const std::size_t point = w.find('.');
  return point != std::string_view::npos && point + 1 < w.size() &&
         std::ranges::all_of(w.substr(0, point), ascii::IsDigit) &&
         std::ranges::all_of(w.substr(point + 1), ascii::IsDigit);
}

bool IsLabelledNumber(std::string_view w) {
  return w.size() > 2 && (w[0] == 'n' || w[0] == 'N') && w[1] == '=' &&
         std::ranges::all_of(w.substr(2), [](char c) { return ascii::IsDigit(c) || c == ','; });
}

FeatureHash ShapeOf(std::string_view w, std::string_view folded) {
  if (IsWholeNumber(w)) {
    const auto digits = static_cast<std::uint64_t>(std::ranges::count_if(w, ascii::IsDigit));
    return Numbered("digits", std::min<std::uint64_t>(digits, 5));
  }
  if (IsDecimal(w)) return HashWord("decimal");
  if (IsLabelledNumber(w)) return HashWord("n=");
  const std::string_view first = folded.substr(0, folded.find('-'));
  if ((MaskOf(HashWord(first)) & pico::kNumberWord) != 0) return HashWord("number word");
  const bool digit = std::ranges::any_of(w, ascii::IsDigit);
  if (!digit && std::ranges::none_of(w, ascii::IsLetter)) {
    return Combine(HashWord("punctuation"), HashWord(w.substr(0, 2)));
  }
  const bool upper = std::ranges::any_of(w, ascii::IsUpper);
  const bool lower = std::ranges::any_of(w, ascii::IsLower);
  if (digit) return HashWord(upper ? "digits and capitals" : "digits and letters");
  if (upper && !lower) return HashWord(w.size() > 1 ? "capitals" : "capital");
  if (ascii::IsUpper(w[0])) {
    return HashWord(std::ranges::any_of(w.substr(1), ascii::IsUpper) ? "Mixed" : "Capital");
  }
  if (upper) return HashWord("mIxed");
  return HashWord(w.find('-') != std::string_view::npos ? "hyphen" : "letters");
}

FeatureHash FunctionOf(FeatureHash word, std::uint32_t mask) {
  if ((mask & pico::kArticle) != 0) return HashWord("article");
  if ((mask & (pico::kPreposition | pico::kJoining)) != 0) return word;
  return (mask & pico::kAuxiliary) != 0 ? HashWord("auxiliary") : 0;
}

FeatureHash PartOf(std::string_view folded, const PicoWord& word) {
  if (word.function != 0) return word.function;
  if (!ascii::IsLetter(folded[0])) return word.shape;
  if (folded.ends_with("ly")) return HashWord("adverb");
  if (folded.ends_with("ed")) return HashWord("past");
  if (folded.ends_with("ing")) return HashWord("present");
  constexpr std::string_view kAdjective[] = {"ic",  "al",   "ous",      "ive", "ary", "ble",
                                             "ful", "less", "-related", "oid", "ar"};
  for (const std::string_view ending : kAdjective) {
    if (folded.ends_with(ending)) return HashWord("adjective");
  }
  return HashWord(folded.ends_with('s') && !folded.ends_with("ss") ? "nouns" : "noun");
}

}  // namespace

PicoWord ReadPicoWord(std::string_view token) {
  PicoWord word;
  token = token.substr(0, kLongestToken);
  if (token.empty()) return word;
  const std::string folded = Folded(token);
  const std::string_view w = folded;
  word.word = HashWord(w);
  word.stem = HashWord(StemOf(w));
  if (w.size() > 3) {
    word.head3 = HashWord(w.substr(0, 3));
    word.tail3 = HashWord(w.substr(w.size() - 3));
  }
  if (w.size() > 4) {
    word.head4 = HashWord(w.substr(0, 4));
    word.tail4 = HashWord(w.substr(w.size() - 4));
  }
  word.mask = MaskOf(word.word);
  word.shape = ShapeOf(token, w);
  word.function = FunctionOf(word.word, word.mask);
  word.part = PartOf(w, word);
  const std::uint32_t groups = word.mask & pico::kAnyLexicon;
  if (groups != 0) word.groups = Numbered("groups", groups);
  word.content = ascii::IsLetter(w[0]) && (word.mask & (pico::kFunction | pico::kSmall)) == 0;
  word.past = (word.mask & pico::kAuxiliary) != 0 || (w.size() > 4 && w.ends_with("ed"));
  return word;
}

FeatureHash PicoHeading(std::string_view token) {
  static const HashTable<FeatureHash> table = [] {
    HashTable<FeatureHash> made(256);
    for (const Heading& heading : kHeadings) {
      ascii::ForEachWord(heading.words, [&](std::string_view w) {
        *made.Insert(HashWord(w)) = HashWord(heading.section);
      });
    }
    return made;
  }();
  return token.size() > 2 && token.size() < 20 && ascii::IsUpper(token[0]) ? table.Find(HashWord(token))
                                                                    : 0;
}

std::int64_t PicoNumber(std::string_view token) {
  if (token.size() > 20) return -1;
  std::string w;
  for (const char c : token) {
    if (c != ',') w += ascii::Lower(c);
  }
  std::string_view digits = w;
  if (digits.starts_with("n=")) digits.remove_prefix(2);
  if (!digits.empty() && digits.size() < 10 && std::ranges::all_of(digits, ascii::IsDigit)) {
    std::int64_t value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
  }
  struct NumberWord {
    std::string_view word{};
    std::int64_t value = 0;
  };
  constexpr NumberWord kWords[] = {
      {"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},       {"five", 5},
      {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},       {"ten", 10},
      {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14},  {"fifteen", 15},
      {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19},  {"twenty", 20},
      {"thirty", 30},  {"forty", 40},     {"fifty", 50},    {"sixty", 60},     {"seventy", 70},
      {"eighty", 80},  {"ninety", 90},    {"hundred", 100}, {"thousand", 1000}};
  const std::string_view first = std::string_view(w).substr(0, w.find('-'));
  for (const NumberWord& number : kWords) {
    // "two-way" is no number; "twenty-two" is.
    if (number.word == (number.value < 10 ? std::string_view(w) : first)) return number.value;
  }
  return -1;
}

}  // namespace claimgraph
