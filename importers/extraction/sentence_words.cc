#include "importers/extraction/sentence_words.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "core/text/ascii.h"

namespace claimgraph {
namespace {

struct WordRow {
  WordClass of{};
  std::string_view words{};  // apart by spaces
};

// Stems, as VerbStem makes them of any form.
constexpr std::array<WordRow, 11> kVerbs = {{
    {WordClass::kCause,
     "cause lead result contribut trigger driv induc produc elicit provok mediat underli "
     "spark fuel spur creat stem attribut shape"},
    {WordClass::kDown,
     "reduc decreas lower prevent protect inhibit suppress attenuat alleviat amelior "
     "mitigat diminish cut curb slow delay block eliminat halt stop revers limit minimiz "
     "avoid counteract counter eras shrink ease kill dampen blunt abolish lessen reliev "
     "prolong"},
    {WordClass::kUp,
     "increas improv enhanc promot boost rais stimulat accelerat augment extend sav "
     "restor facilitat maximiz strengthen elevat help benefit heal optimiz double tripl "
     "speed"},
    {WordClass::kHarm,
     "worsen impair harm hurt damag exacerbat aggravat endanger threaten disrupt hinder "
     "compromis hamper jeopardiz undermin deteriorat"},
    {WordClass::kAffect,
     "affect influenc impact modulat regulat alter chang modif determin respond effect "
     "control"},
    {WordClass::kEnable,
     "allow enabl mak giv provid offer treat manag keep put achiev yield play serv confer "
     "exert act work target"},
    {WordClass::kAssociate,
     "associat correlat relat link tie connect predict predispos depend vary vari differ "
     "reflect parallel accompan coincid"},
    {WordClass::kReport,
     "show demonstrat find found reveal report confirm indicat conclud identif observ "
     "discover detect document prov establish highlight suggest support impl say said "
     "state according accord warn explain claim note find uncover"},
    {WordClass::kMethod,
     "conduct perform examin evaluat assess investigat aim compar analyz analys develop "
     "design fund publish test studi explor measur recruit enrol enroll collect review "
     "present describ includ estimat sought determin aimed evaluat survey appear follow"},
    {WordClass::kNeed,
     "need warrant requir recommend advis urg call encourag consider consid deserv "
     "advocat"},
    {WordClass::kHave, "exhibit experienc suffer develop undergo receiv live remain becom"},
}};

constexpr std::array<WordRow, 29> kWords = {{
    {WordClass::kMay, "may might could"},
    {WordClass::kCan, "can"},
    {WordClass::kWould, "would will"},
    {WordClass::kShould, "should must ought"},
    {WordClass::kHedge,
     "appear appears appeared seem seems seemed possibly potentially probably perhaps "
     "likely unlikely potential promising promise possible possibility suggest suggests "
     "suggesting suggested suggestive presumably apparently hope hypothesis hypothesize "
     "speculate tend tends tendency putative plausible believe believed think thought "
     "suspected"},
    {WordClass::kNegation,
     "no not cannot without neither nor lack lacks lacked fail fails failed never none "
     "nothing absence absent unchanged doesn't don't didn't isn't aren't unable little"},
    {WordClass::kAssociation,
     "association associations correlation correlations relationship relationships "
     "relation link links predictor predictors marker markers biomarker biomarkers "
     "indicator indicators connection covariate correlates prognostic predictive "
     "inversely positively negatively independently odds likelihood probability ties "
     "surrogate"},
    {WordClass::kRisk,
     "risk risks chance chances hazard prevalence incidence mortality death deaths "
     "survival rate rates likelihood"},
    {WordClass::kFactor, "factor factors"},
    {WordClass::kEffect,
     "effect effects impact impacts influence role roles cause causes consequence "
     "consequences benefit benefits determinant determinants efficacy effectiveness "
     "result mechanism culprit contributor improvement improvements reduction reductions "
     "protection"},
    {WordClass::kEffective,
     "effective efficacious beneficial safe feasible useful tolerated well-tolerated "
     "superior inferior noninferior non-inferior helpful valuable essential successful "
     "successfully effectively safely protective responsible crucial critical key viable "
     "alternative option adequate suitable ineffective harmful detrimental toxic"},
    {WordClass::kComparison,
     "than more less higher lower greater fewer better worse smaller larger longer "
     "shorter increased decreased reduced elevated poorer older younger most twice "
     "similar equal comparable same different difference differences compared versus vs"},
    {WordClass::kSignificant,
     "significantly significant strongly strong independent directly markedly "
     "substantially dramatically greatly clearly"},
    {WordClass::kFuture,
     "further future larger prospective additional research studies trials needed "
     "warranted required necessary investigation investigations elucidate clarify remain "
     "remains unclear unknown"},
    {WordClass::kStudy,
     "study studies trial trials analysis data results findings research researchers "
     "scientists team review meta-analysis cohort survey authors investigators evidence "
     "experts report article paper"},
    {WordClass::kSource,
     "journal published university college institute school professor dr online issue "
     "hospital center association society medicine"},
    {WordClass::kTreatment,
     "treatment treatments therapy therapies drug drugs intervention interventions "
     "surgery supplementation program programs programme vaccine vaccination use exercise "
     "diet training screening medication medications supplement supplements procedure "
     "transplantation administration"},
    {WordClass::kPeople,
     "patients women men children people adults individuals subjects mice rats "
     "participants infants mothers adolescents girls boys kids population teens americans"},
    {WordClass::kWe, "we our us"},
    {WordClass::kPronoun, "it this these they their its such"},
    {WordClass::kRelative, "that which who whom whose"},
    {WordClass::kCondition, "whether if"},
    {WordClass::kSubordinate,
     "when while although though whereas because since despite however but"},
    {WordClass::kNew, "new novel first"},
    {WordClass::kTime, "years year months weeks days month week"},
    {WordClass::kConclude,
     "conclusion conclusions thus therefore hence overall finally taken together summary "
     "consequently"},
    {WordClass::kBackground,
     "common commonly often known leading many recently currently previously "
     "traditionally"},
    {WordClass::kAim, "aim objective purpose goal background methods method aims objectives"},
    {WordClass::kDesign,
     "randomized randomised controlled placebo double-blind multicenter retrospective "
     "observational cross-sectional longitudinal case-control systematic"},
}};

constexpr std::string_view kFunctionWords =
    "a an the of in to for on with by from as at between among and or is are was were be "
    "been being am has have had having do does did done into during after before through "
    "via due there than not no who which that both all any some each other also only even "
    "so if then about over under up out off per about within how what why where because "
    "until against across toward towards";
// Forms whose stem does not tell.
struct IrregularRow {
  std::string_view form{};
  WordClass of{};
};

constexpr std::array<IrregularRow, 10> kIrregular = {{
    {"found", WordClass::kReport},
    {"led", WordClass::kCause},
    {"gave", WordClass::kEnable},
    {"made", WordClass::kEnable},
    {"said", WordClass::kReport},
    {"sought", WordClass::kMethod},
    {"tied", WordClass::kAssociate},
    {"caus", WordClass::kCause},
    {"leads", WordClass::kCause},
    {"leading", WordClass::kCause},
}};

// Look like verbs and are none.
constexpr std::array<std::string_view, 4> kNoVerbs = {"according", "findings", "finding",
                                                      "increasing"};

constexpr std::array<std::string_view, 21> kEndings = {
    "ation", "tion", "ment", "ness", "ity",  "ance", "ence", "ism", "ing", "ed", "ly",
    "ive",   "al",   "ous",  "ic",   "able", "ible", "er",   "est", "ers", "s"};

struct Tables {
  std::unordered_map<std::string_view, WordUses> words{};
  std::unordered_map<std::string, WordClass> verbs{};
  std::unordered_set<std::string_view> function_words{};

  Tables() {
    for (const WordRow& row : kWords) {
      ascii::ForEachWord(row.words, [&](std::string_view word) {
        WordUses& uses = words[word];
        if (uses.count < uses.uses.size()) uses.uses[uses.count++] = {row.of};
      });
    }
    for (const WordRow& row : kVerbs) {
      ascii::ForEachWord(row.words, [&](std::string_view word) {
        verbs[VerbStem(word)] = row.of;
        verbs[std::string(word)] = row.of;
      });
    }
    for (const IrregularRow& row : kIrregular) verbs[std::string(row.form)] = row.of;
    ascii::ForEachWord(kFunctionWords, [&](std::string_view word) { function_words.insert(word); });
  }
};

const Tables& AllTables() {
  static const Tables tables;
  return tables;
}

constexpr std::size_t kLongestKnown = 20;  // bytes; no word of the tables is longer

}  // namespace

std::string VerbStem(std::string_view word) {
  std::string w(word);
  if (w.size() > 4 && w.ends_with("ies")) {
    w.resize(w.size() > 5 ? w.size() - 3 : w.size() - 1);
    return w.size() + 3 == word.size() ? w + 'i' : w;
  }
  for (const std::string_view ending : {"ingly", "edly", "ing", "ed", "es", "s"}) {
    if (!w.ends_with(ending) || w.size() < ending.size() + 3) continue;
    if (ending == "s" && w.ends_with("ss")) break;
    w.resize(w.size() - ending.size());
    break;
  }
  if (w.ends_with('e') && w.size() > 3) w.pop_back();
  if (w.ends_with('y') && w.size() > 3) w.back() = 'i';
  const std::size_t n = w.size();
  if (n > 4 && w[n - 1] == w[n - 2] &&
      std::string_view("lsz").find(w[n - 1]) == std::string::npos) {
    w.pop_back();
  }
  return w;
}

Inflection InflectionOf(std::string_view word) {
  if (word.ends_with("ing")) return Inflection::kGerund;
  if (word.ends_with("ed")) return Inflection::kPast;
  return word.ends_with('s') ? Inflection::kThird : Inflection::kBase;
}

WordUses UsesOf(std::string_view word) {
  if (word.size() > kLongestKnown) return {};
  const Tables& tables = AllTables();
  WordUses uses;
  if (const auto found = tables.words.find(word); found != tables.words.end()) {
    uses = found->second;
  }
  if (std::ranges::find(kNoVerbs, word) != kNoVerbs.end()) return uses;
  auto verb = tables.verbs.find(std::string(word));
  if (verb == tables.verbs.end()) verb = tables.verbs.find(VerbStem(word));
  if (verb != tables.verbs.end() && uses.count < uses.uses.size()) {
    uses.uses[uses.count++] = {verb->second, InflectionOf(word)};
  }
  return uses;
}

bool IsFunctionWord(std::string_view word) { return AllTables().function_words.contains(word); }

std::string WordShape(std::string_view word) {
  if (word.empty()) return {};
  if (IsFunctionWord(word)) return std::string(word);
  if (const WordUses uses = UsesOf(word); uses.count > 0) {
    return {'#', static_cast<char>('A' + static_cast<int>(uses.uses[0].of)),
            static_cast<char>('0' + static_cast<int>(uses.uses[0].inflection))};
  }
  if (word[0] < 'a' || word[0] > 'z') return std::string(word);
  for (const std::string_view ending : kEndings) {
    if (word.ends_with(ending) && word.size() > ending.size() + 2) return '-' + std::string(ending);
  }
  return "x";
}

}  // namespace claimgraph
