// The indicators are the single words of SemRep's rule file (a work of the US Government,
// "SemRep v1.8"), one row for each predicate, direction and part of speech.

#include "importers/extraction/relation_words.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "core/text/utf8.h"

namespace claimgraph {
namespace {

using enum Predicate;
using enum IndicatorKind;

constexpr bool kForward = false;
constexpr bool kInverse = true;

constexpr std::array<std::string_view, kPredicates> kNames = {
    "ADMINISTERED_TO", "AFFECTS", "ASSOCIATED_WITH", "AUGMENTS", "CAUSES", "COEXISTS_WITH",
    "COMPLICATES", "CONVERTS_TO", "DIAGNOSES", "DISRUPTS", "INHIBITS", "INTERACTS_WITH", "ISA",
    "LOCATION_OF", "MANIFESTATION_OF", "METHOD_OF", "PART_OF", "PRECEDES", "PREDISPOSES",
    "PREVENTS", "PROCESS_OF", "PRODUCES", "STIMULATES", "TREATS", "USES"};

struct IndicatorRow {
  Predicate predicate;
  bool inverse;
  IndicatorKind kind;
  std::string_view words;  // "word" or "word/cue", by spaces
};

constexpr IndicatorRow kIndicators[] = {
    {kAdministeredTo, kForward, kAdjective, "delivered/to given/to omitted omitted/from"},
    {kAdministeredTo, kForward, kNoun,
     "administration infusion/to injection/in management vaccination"},
    {kAdministeredTo, kForward, kPreposition, "into"},
    {kAdministeredTo, kForward, kVerb,
     "administer/to cotransfect deliver/to give/to incubate/with infuse/into inject "
     "inoculate/with monitor/with omit perform/in perform/on randomize/to test/with transfect"},
    {kAdministeredTo, kInverse, kAdjective,
     "administered cotransfected/with given injected/with receiving taking undergoing using"},
    {kAdministeredTo, kInverse, kNoun,
     "cotransfection immunization/with incubation/with inoculation/with receiving transfection "
     "transfection/with vaccination/with"},
    {kAdministeredTo, kInverse, kVerb,
     "administer give have immunize/with infuse/with inject/with miss perform receive "
     "receiving submit/to take taking test/with transfect/with undergo underwent use "
     "vaccinate/with"},
    {kAffects, kForward, kAdjective,
     "abating dependent/on dependent/upon encroaching harmful/to important/for influencing "
     "insensitive involving mediated mediating negative responsible/for responsive "
     "sensitive/to sustaining"},
    {kAffects, kForward, kNoun,
     "abating action/in alteration association consequence/for contribution/to control "
     "dependence depolarization deregulation effect effect/in encroaching exacerbation "
     "factor/in immobilization impact impact/on implication/for influence involvement "
     "modulation modulator/of normalization regulation regulator/of relation/to relation/with "
     "responsible/for role/in synergism synergy transactivation transduction"},
    {kAffects, kForward, kParticiple, "involved/in mediated related/to related/with"},
    {kAffects, kForward, kVerb,
     "abate activate affect alter associate/with attenuate attenuation/of_by block blunt boost "
     "catalyse catalyze change contribute/to control correlate/with decrease delay denature "
     "depolarize depress deregulate encroach/on encroach/upon exacerbate immobilize impact "
     "impinge implicate/in improve influence involve lead/to lessen lower mediate modify "
     "modulate normalize prolong regulate relate/to relate/with stabilize sustain synergize "
     "transactivate transduce weaken"},
    {kAffects, kInverse, kAdjective,
     "insensitive/to refractory refractory/to resistant/to responsive/to sparing "
     "suffering/from susceptible/to"},
    {kAffects, kInverse, kNoun,
     "correlation correlation/to engagement impingement resistance/to sensitivity/to "
     "sensitizer/to stabilization susceptibility/of-to"},
    {kAffects, kInverse, kVerb, "experience suffer/from"},
    {kAssociatedWith, kForward, kAdjective, "associated/with compatible/with"},
    {kAssociatedWith, kForward, kNoun,
     "association association/between-and association/in association/with-with carrier/with "
     "correlation correlation/between-and crosslink crosslink/between-and incidence/of-with "
     "influence interplay interplay/between-and link link/between-and link/to linkage "
     "linkage/to occurrence/of-with relation relation/between-and relationship "
     "relationship/between-and role/against role/in"},
    {kAssociatedWith, kForward, kParticiple,
     "involved/in mediated related/to related/with relating/to"},
    {kAssociatedWith, kForward, kPreposition, "in in relation to"},
    {kAssociatedWith, kForward, kVerb,
     "associate associate/with characterise characterize correlate/with crosslink decrease/in "
     "decreased/in influence involve involve/in link/to link/with mediate occur/with parallel "
     "relate/to relate/with restore trigger/to"},
    {kAssociatedWith, kInverse, kNoun,
     "association/between-and correlation/between-and crosslink/between-and "
     "interplay/between-and link/between-and relation/between-and relationship/between-and "
     "role/for-in"},
    {kAssociatedWith, kInverse, kParticiple, "linked/to"},
    {kAssociatedWith, kInverse, kVerb,
     "associate decrease/in decreased/in implicate/in involve mediation/of-by relate/with"},
    {kAugments, kForward, kAdjective,
     "activated dependant dependent driven facilitating increasing induced intensifying "
     "potentiated stimulate stimulated stimulating"},
    {kAugments, kForward, kNoun,
     "activation activator/of contribution/to costimulation/of-with elevation/in enhancement "
     "exacerbation increase induction intensification optimization stimulate stimulating "
     "stimulation synergy transactivation upregulation upregulation/in"},
    {kAugments, kForward, kParticiple, "activated driven increased"},
    {kAugments, kForward, kVerb,
     "accelerate activate amplify augment catalyse contribute/to costimulate depend/on "
     "depend/upon elicit enhance enrich exacerbate facilitate improve increase induce "
     "intensify optimize potentiate prolong promote raise sensitize stimulate stimulating "
     "synergize transactivate upregulate"},
    {kAugments, kInverse, kNoun, "dependence inducible/by"},
    {kCauses, kForward, kAdjective, "causative causative/of induced responsible/for resulting/in"},
    {kCauses, kForward, kNoun,
     "aetiology cause etiology etiology/for etiology/in genesis induction pathogenesis "
     "resulting/in trigger trigger/for"},
    {kCauses, kForward, kParticiple, "caused evoked leading/to"},
    {kCauses, kForward, kVerb,
     "account/for cause causing culminate/in effect evoke generate induce induced induct "
     "lead/to precipitate produce provoke result/in trigger"},
    {kCauses, kInverse, kAdjective,
     "attributable/to causing driven due/to induced/by resulting/from secondary/to"},
    {kCauses, kInverse, kNoun, "causing consequence/of driven result resulting/from sequel"},
    {kCauses, kInverse, kParticiple, "caused/by"},
    {kCauses, kInverse, kVerb, "driven induced/by result/from"},
    {kCoexistsWith, kForward, kAdjective,
     "accompanied/by coincident/with concomitant coupled/with incompatible/with linked/to "
     "occurring/in reflected/by unrelated/to useful/for"},
    {kCoexistsWith, kForward, kNoun,
     "association combination comorbidity correlation interplay presence relation"},
    {kCoexistsWith, kForward, kParticiple, "related/to related/with"},
    {kCoexistsWith, kForward, kPreposition, "during in"},
    {kCoexistsWith, kForward, kVerb,
     "accompany associate/with characterise characterize coexist/with coincide/with "
     "combine/with correlate/to correlate/with couple/with give/with implicate/as implicate/in "
     "link/to linked/to occur/in occur/with occurring/with parallel present/with reflect "
     "relate/to relate/with"},
    {kComplicates, kForward, kNoun, "aggravation"},
    {kComplicates, kForward, kParticiple, "complicated"},
    {kComplicates, kForward, kVerb, "aggravate complicate worsen"},
    {kConvertsTo, kForward, kAdjective, "derived oxidizing"},
    {kConvertsTo, kForward, kNoun,
     "biotransformation/to conversion/into conversion/to dimerization transduction"},
    {kConvertsTo, kForward, kVerb,
     "convert/into convert/to converts/into converts/to oxidize/from-to"},
    {kConvertsTo, kInverse, kVerb, "derive/from"},
    {kDiagnoses, kForward, kAdjective,
     "compatible/with detecting diagnosed diagnosing indicative/of negative/for predictive/for "
     "suggestive/of"},
    {kDiagnoses, kForward, kNoun,
     "confirmation detecting detection diagnosing diagnosis identification prediction "
     "screening/for"},
    {kDiagnoses, kForward, kPreposition, "in"},
    {kDiagnoses, kForward, kVerb,
     "confirm demonstrate detect detecting diagnose diagnosed disclose identify miss predict "
     "reveal screen show test/for"},
    {kDiagnoses, kInverse, kAdjective, "determined/by"},
    {kDiagnoses, kInverse, kVerb,
     "diagnosed/by screen/for screen/for-with screen/with test/for-with"},
    {kDisrupts, kForward, kAdjective,
     "abating counteracted cytotoxic/to diminishing reduced silencing slowed suppressing "
     "uncoupling"},
    {kDisrupts, kForward, kNoun,
     "abating abrogation antagonist/of attenuation block blocker/of derepression destruction "
     "downmodulation downregulation eradication inactivator/of inhibition inhibitor/for "
     "inhibitor/of interference reduced reduction reduction/in repression repressor/of "
     "suppression"},
    {kDisrupts, kForward, kVerb,
     "abate abolish abrogate antagonize arrest attenuate biodegrade block counteract degrade "
     "derepress destruct diminish disrupt downmodulate downregulate eradicate impair impede "
     "inactivate inactivation inhibit interfere/with kill negate oppose reduce repress reverse "
     "shrink slow stop suppress"},
    {kDisrupts, kInverse, kAdjective, "sparing"},
    {kDisrupts, kInverse, kNoun, "antagonist biodegradation degradation inhibition/during"},
    {kInhibits, kForward, kAdjective,
     "counteracted decreased inhibitory/on inhibitory/to lowering reduced scavenging silencing "
     "targeting"},
    {kInhibits, kForward, kNoun,
     "abrogation antagonist/of attenuation attenuator/of block blockade blocker decline/in "
     "decrease/in decreased activity depletion derepression disruption downmodulation "
     "downregulation downregulation/in inactivation inactivator/of inhibition "
     "inhibition/against inhibition/on inhibitor/for inhibitor/of neutralization opposition "
     "reduced reduction/in repression repressor/of suppression targeting uncoupling"},
    {kInhibits, kForward, kParticiple, "inhibited silencing slowed"},
    {kInhibits, kForward, kVerb,
     "abolish abrogate antagonize arrest attenuate block block/of-with counteract decrease "
     "degrade deplete derepress diminish disrupt downmodulate downregulate impair inactivate "
     "inhibit interfere/with lower negate neutralize oppose reduce repress scavenge slow "
     "suppress target uncouple"},
    {kInhibits, kInverse, kAdjective, "reduced/in"},
    {kInhibits, kInverse, kNoun, "antagonism antagonist degradation inhibition/during"},
    {kInhibits, kInverse, kVerb, "decrease/in reduce/in"},
    {kInteractsWith, kForward, kAdjective,
     "acetylating biotransformed bridging catalysed demethylating determined/by expressed "
     "expressing hydroxylating important/for interacting involving measured mediated mediating "
     "metabolizing methylating modifying oxidizing sensitive sensitive/to useful/for"},
    {kInteractsWith, kForward, kNoun,
     "action action/of-on affinity affinity/between-and alteration binding binding/between-and "
     "binding/to catalyzation cofactor/for coincubation coligation competition competition/at "
     "conjugation control conversion cross-coupling cross-coupling/between-and "
     "cross-coupling/of-to crosslinkage crosslinkage/between-and demethylation dependence "
     "desensitization dimerization effect effect/in engagement heterodimerization "
     "homodimerization hydrolyzation hydroxylation immobilization impact impact/on "
     "incubation/with influence interaction interaction/at interaction/between-and interplay "
     "interplay/between-and involvement label/for label/of marker/for marker/of mediated "
     "metabolizing modification modulation modulation/between-and modulator/of oxidation "
     "phosphorylation probe/for protection recognition recruitment regulation "
     "regulation/between-and regulator regulator/of resynthesis role/in sensitivity "
     "sensitivity/between-and sensitivity/for specificity/for stabilization substrate "
     "substrate/for synergy/between-and synergy/with synthesis synthesis/between-and "
     "target/for target/of transduction transduction/between-and transformation ubiquination"},
    {kInteractsWith, kForward, kParticiple,
     "catalyzed involved/in labeled labelled mediated metabolized transformed"},
    {kInteractsWith, kForward, kPreposition, "in relation to via"},
    {kInteractsWith, kForward, kVerb,
     "acetylate act/on affect alter attack bind bind/to biotransform catabolize catalyse "
     "catalyze coincubate/with conjugate control demethylate denature desensitize "
     "desensitize/with destabilize differentiate dimerize/with express heterodimerize/with "
     "homodimerize/with hydrolyze hydroxylate impact implicate/in incubate/with infect "
     "influence interact involve label/with mediate metabolize metabolize/by methylate modify "
     "modulate normalize oxidize phosphorylate probe protect/against protect/from recruit "
     "regulate resynthesize stabilize synergize/with synthesize target tether transduce "
     "transform transform/by transport trigger ubiquinate"},
    {kInteractsWith, kInverse, kNoun,
     "affinity/between-and binding/between-and cross-coupling/between-and "
     "crosslinkage/between-and interaction/between-and interplay/between-and "
     "modulation/between-and regulation/between-and sensitivity/between-and "
     "synergy/between-and synthesis/between-and transduction/between-and"},
    {kLocationOf, kForward, kAdjective, "based devoid harboring harbouring lacking lacking/in"},
    {kLocationOf, kForward, kNoun, "lack location site/for site/of"},
    {kLocationOf, kForward, kParticiple, "based"},
    {kLocationOf, kForward, kVerb, "accumulate harbor harboring harbour have lack locate/at"},
    {kLocationOf, kInverse, kAdjective,
     "attached/to implanted/in originating/from originating/in present/in terminating/in "
     "traversing"},
    {kLocationOf, kInverse, kNoun,
     "formation/in originating/from originating/in translocation/to traversing"},
    {kLocationOf, kInverse, kPreposition, "across at from in inside of on within"},
    {kLocationOf, kInverse, kVerb,
     "accumulate/in attach/to egress/from exist find implant/in implant/into originate/from "
     "originate/in place/into terminate/in translocate/to traverse"},
    {kManifestationOf, kForward, kNoun, "display exhibition expression mechanism"},
    {kManifestationOf, kInverse, kNoun, "cause"},
    {kManifestationOf, kInverse, kVerb, "present/as"},
    {kMethodOf, kForward, kAdjective, "using/for"},
    {kMethodOf, kForward, kNoun, "method method/for"},
    {kMethodOf, kForward, kPreposition, "for through"},
    {kMethodOf, kInverse, kAdjective, "using"},
    {kMethodOf, kInverse, kPreposition, "by via"},
    {kPartOf, kForward, kAdjective, "devoid infected locate/at located/on mapped negative"},
    {kPartOf, kForward, kNoun,
     "component/of division/of fragment/of layer/of linkage linkage/to localization/on "
     "localization/to localizes/on localizes/to mapping/of-to mapping/to part/of portion/of "
     "section/of"},
    {kPartOf, kForward, kParticiple, "mapped"},
    {kPartOf, kForward, kPreposition, "of"},
    {kPartOf, kForward, kVerb, "localize/on localize/to locate/at locate/on map map/of-to"},
    {kPartOf, kInverse, kAdjective, "infected/with lacking lacking/in"},
    {kPartOf, kInverse, kNoun, "carrier/of lack"},
    {kPartOf, kInverse, kPreposition, "with"},
    {kPartOf, kInverse, kVerb, "carry contain have infect/with lack"},
    {kPrecedes, kForward, kAdjective, "followed/by prior/to"},
    {kPrecedes, kForward, kPreposition, "prior/to"},
    {kPrecedes, kForward, kVerb, "precede"},
    {kPrecedes, kInverse, kPreposition, "after"},
    {kPrecedes, kInverse, kVerb, "follow"},
    {kPredisposes, kForward, kAdjective,
     "predicting predictive predictive/for predictive/of predisposing"},
    {kPredisposes, kForward, kNoun,
     "biomarker biomarker/for biomarker/of contribution/of-by contribution/to determinant/of "
     "marker marker/for marker/of prediction prediction/of predictor predictor/for "
     "predictor/of predisposing predisposition/to propensity/to risk risk/for"},
    {kPredisposes, kForward, kVerb, "contribute/to predict predispose predispose/to promote"},
    {kPredisposes, kInverse, kNoun, "prediction/of-by prediction/of-with promotion"},
    {kPrevents, kForward, kAdjective,
     "decreasing neuroprotective neuroprotective/for preventing protecting/against "
     "protecting/from protective protective/for reducing"},
    {kPrevents, kForward, kNoun,
     "decreasing immunity/against immunization preventing prevention protecting/against "
     "protecting/from protection reducing reduction"},
    {kPrevents, kForward, kVerb,
     "decrease decrease/from decrease/of immunize/against minimize prevent protect/against "
     "protect/from reduce reduce/among reduce/from reduce/of spare"},
    {kProcessOf, kForward, kAdjective,
     "devoid free/from incompatible/with missing negative neither resistant/to uninfected"},
    {kProcessOf, kForward, kPreposition, "among in"},
    {kProcessOf, kForward, kVerb, "appear/in exist/in have"},
    {kProcessOf, kInverse, kAdjective,
     "developed diagnosed/with experiencing lacking lacking/in negative/for presenting/with "
     "sustaining treated/for"},
    {kProcessOf, kInverse, kNoun, "lack"},
    {kProcessOf, kInverse, kParticiple, "developed"},
    {kProcessOf, kInverse, kPreposition, "with"},
    {kProcessOf, kInverse, kVerb,
     "develop diagnose/with exhibit experience have lack present/with presented/with "
     "presenting/with recuperate/from suffer suffer/from sustain treated/for"},
    {kProduces, kForward, kAdjective, "generating releasing"},
    {kProduces, kForward, kNoun, "generating production releasing"},
    {kProduces, kForward, kVerb,
     "biosynthesize create discharge emit express generate overexpress produce release secrete "
     "synthesize yield"},
    {kProduces, kInverse, kAdjective, "nonproducing nonsecreting producing"},
    {kProduces, kInverse, kNoun, "biosynthesis product synthesis"},
    {kStimulates, kForward, kAdjective,
     "activated dependant dependent increasing induced stimulated stimulating"},
    {kStimulates, kForward, kNoun,
     "activation activator/of agonist augmentation contribution/to contributor/to "
     "costimulation/of-with dependence dependent elevation/in enhancement enhancement/in "
     "increase inducer/of induction promotion stimulating stimulation transactivation "
     "upregulation upregulation/in"},
    {kStimulates, kForward, kVerb,
     "accelerate activate agonize amplification amplify augment contribute/to costimulate "
     "drive elevate elicit enhance facilitate increase induce potentiate potentiation/of-by "
     "promote raise stimulate stimulating synergize transactivate upregulate"},
    {kStimulates, kInverse, kAdjective, "dependent/on dependent/upon"},
    {kStimulates, kInverse, kNoun, "dependent/on dependent/upon increase/after inducible/by"},
    {kStimulates, kInverse, kParticiple, "increased/with"},
    {kStimulates, kInverse, kVerb,
     "depend/on depend/upon increase/after increase/during increase/with"},
    {kTreats, kForward, kAdjective, "indicated/for prescribed/for targeting"},
    {kTreats, kForward, kNoun,
     "amelioration attenuation choice/for control elimination eradication improvement "
     "management mitigation pretreatment relief resolution/of resolution/of-by targeting "
     "therapy therapy/for treating treatment treatment/among treatment/in"},
    {kTreats, kForward, kParticiple, "treated"},
    {kTreats, kForward, kPreposition, "for in"},
    {kTreats, kForward, kVerb,
     "adopt/for alleviate ameliorate attenuate combat control cure ease eliminate eradicate "
     "fight generate/against heal improve improve/of indicate/for indicated/for manage "
     "mitigate prescribe pretreat relieve resolve reverse target treat treated use/for"},
    {kTreats, kInverse, kAdjective,
     "refractory refractory/to resistant resistant/to treated treated/with treating/with "
     "undergoing unresponsive/to"},
    {kTreats, kInverse, kNoun, "pretreatment/with resistance/to therapy/with treatment/with"},
    {kTreats, kInverse, kVerb, "benefit/from pretreat/with treat/with undergo"},
    {kUses, kForward, kPreposition, "with"},
    {kUses, kForward, kVerb, "administer apply avail employ exploit omit use use/as utilize"},
    {kUses, kInverse, kAdjective, "based omitted omitted/from sparing used/in"},
    {kUses, kInverse, kNoun, "drug/for"},
    {kUses, kInverse, kParticiple, "based"},
    {kUses, kInverse, kPreposition, "for"},
    {kUses, kInverse, kVerb, "use/for"},
};

// Visits the parts of `list` between spaces.
template <typename Visit>
void ForEachWord(std::string_view list, const Visit& visit) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(' '), list.size());
    if (end > 0) visit(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

using WordSet = std::unordered_set<std::string_view>;

WordSet SetOf(std::string_view list) {
  WordSet set;
  ForEachWord(list, [&](std::string_view word) { set.insert(word); });
  return set;
}

using IndicatorIndex = std::unordered_map<std::string_view, std::vector<Indicator>>;

const IndicatorIndex& Indicators() {
  static const IndicatorIndex index = [] {
    IndicatorIndex made;
    for (const IndicatorRow& row : kIndicators) {
      ForEachWord(row.words, [&](std::string_view word) {
        const std::size_t slash = std::min(word.find('/'), word.size());
        made[word.substr(0, slash)].push_back(
            {row.predicate, row.inverse, row.kind,
             word.substr(std::min(slash + 1, word.size()))});
      });
    }
    return made;
  }();
  return index;
}

bool IsDeterminer(std::string_view word) {
  static const WordSet set = SetOf(
      "the a an this that these those each every some any no all both either neither another "
      "such its their his her our my your several many few most more less other same various "
      "certain own");
  return set.contains(word);
}

bool IsPronoun(std::string_view word) {
  static const WordSet set = SetOf(
      "we they it he she you i us them him who whom which what whose there here itself "
      "themselves one");
  return set.contains(word);
}

// Adverbs and conjunctions of clauses.
bool IsConnector(std::string_view word) {
  static const WordSet set = SetOf(
      "when where why how whereas while whether because if although though thus therefore hence "
      "however moreover furthermore then also not only even still yet already often usually "
      "frequently mainly especially particularly once again further very too well later "
      "previously recently so out up down off");
  return set.contains(word);
}

bool IsNumberWord(std::string_view word) {
  static const WordSet set = SetOf("two three four five six seven eight nine ten");
  return set.contains(word);
}

// Verbs that are nouns as often.
bool IsNounToo(std::string_view word) {
  static const WordSet set = SetOf(
      "use study treatment increase decrease control need change result review report cause help "
      "test target culture label sequence shift influence damage experience aim release block "
      "express record stop delay support stain clone start lead");
  return set.contains(word);
}

// "rabeprazole-based": what stands before the hyphen is a word of its own.
bool SplitsOff(std::string_view word) {
  static const WordSet set = SetOf(
      "based affected induced related treated associated dependent specific like positive "
      "negative mediated derived infected containing producing binding deficient resistant "
      "sensitive exposed free bearing expressing activated linked stimulated independent mutated "
      "null dose treatment therapy encoded controlled regulated type reactive secreting "
      "inhibiting releasing coupled transfected immunized fed injected diagnosed");
  return set.contains(word);
}

bool IsVerb(std::string_view word) {
  static const WordSet set = [] {
    WordSet made = SetOf(
        "show find demonstrate suggest indicate report reveal describe investigate examine study "
        "evaluate assess determine observe measure compare analyze analyse perform conduct use "
        "identify confirm obtain present provide include involve remain occur develop appear "
        "become require increase decrease reduce improve enhance inhibit induce cause prevent "
        "treat affect alter influence modulate regulate mediate activate suppress stimulate block "
        "promote produce lead result contribute play exhibit express contain bind interact "
        "associate relate correlate predict receive undergo suffer experience sustain administer "
        "give take make know see consider conclude support test propose discuss review explain "
        "exert exceed attenuate abolish mimic trigger elicit generate encode release secrete "
        "synthesize localize locate detect diagnose diagnosis target follow hydrolyze "
        "phosphorylate degrade protect facilitate impair disrupt ameliorate alleviate relieve "
        "cure manage control vary differ depend change shift fail tend begin start continue "
        "achieve reach allow enable help need aim seek compose comprise consist enroll recruit "
        "randomize assign select die survive recover respond tolerate monitor record calculate "
        "estimate isolate purify clone sequence amplify label stain immunize inject infect "
        "transfect expose incubate culture grow proliferate differentiate migrate convert "
        "metabolize catalyze recognize represent constitute reflect implicate characterize "
        "establish introduce apply employ replace complicate precede accompany coexist predispose "
        "destroy damage stop delay accelerate augment potentiate antagonize counteract interfere");
    for (const auto& [word_of, indicators] : Indicators()) {
      const bool plain = std::ranges::all_of(word_of, [](char c) { return c >= 'a' && c <= 'z'; });
      if (plain && std::ranges::any_of(indicators,
                                       [](const Indicator& i) { return i.kind == kVerb; })) {
        made.insert(word_of);
      }
    }
    return made;
  }();
  return set.contains(word);
}

// The base form of an irregular form; "" for other words.
std::string_view IrregularBase(std::string_view word) {
  static const auto* bases = new std::unordered_map<std::string_view, std::string_view>{
      {"found", "find"},         {"shown", "show"},       {"given", "give"},
      {"gave", "give"},          {"taken", "take"},       {"took", "take"},
      {"made", "make"},          {"known", "know"},       {"seen", "see"},
      {"saw", "see"},            {"led", "lead"},         {"bound", "bind"},
      {"underwent", "undergo"},  {"undergone", "undergo"}, {"became", "become"},
      {"chosen", "choose"},      {"used", "use"},         {"began", "begin"},
      {"begun", "begin"},        {"grew", "grow"},        {"grown", "grow"},
      {"fed", "feed"},           {"sought", "seek"},      {"arose", "arise"},
      {"arisen", "arise"},       {"kept", "keep"},        {"left", "leave"},
      {"held", "hold"},          {"felt", "feel"},        {"met", "meet"},
      {"lost", "lose"},          {"lay", "lie"},          {"rose", "rise"},
      {"fell", "fall"},          {"drawn", "draw"},       {"brought", "bring"},
      {"thought", "think"},      {"overcome", "overcome"}, {"ate", "eat"},
      {"bore", "bear"},          {"born", "bear"}};
  const auto it = bases->find(word);
  return it == bases->end() ? std::string_view() : it->second;
}

bool IsPastOfItsOwn(std::string_view word) {
  static const WordSet set =
      SetOf("underwent gave took saw led became began grew arose rose fell met lost");
  return set.contains(word);
}

// The base form of a verb's form; "" where it is no known verb.
std::string VerbBase(std::string_view word) {
  if (const std::string_view base = IrregularBase(word); !base.empty()) return std::string(base);
  if (IsVerb(word)) return std::string(word);
  for (const std::string_view ending : {"s", "es", "d", "ed", "ing"}) {
    if (!word.ends_with(ending)) continue;
    const std::string_view base = word.substr(0, word.size() - ending.size());
    if (IsVerb(base)) return std::string(base);
    if (ending != "ed" && ending != "ing") continue;
    if (const std::string longer = std::string(base) + 'e'; IsVerb(longer)) return longer;
    if (base.size() > 3 && base[base.size() - 1] == base[base.size() - 2] &&
        IsVerb(base.substr(0, base.size() - 1))) {
      return std::string(base.substr(0, base.size() - 1));
    }
  }
  if (word.ends_with("ies") || word.ends_with("ied")) {
    std::string base = std::string(word.substr(0, word.size() - 3)) + 'y';
    if (IsVerb(base)) return base;
  }
  return {};
}

bool HasAdjectiveEnding(std::string_view word) {
  for (const std::string_view ending : {"ous", "ive", "ic", "al", "ary", "able", "ible", "ful",
                                        "less", "ant", "ent", "oid", "ar", "ed", "ing"}) {
    if (word.ends_with(ending)) return true;
  }
  return false;
}

enum class Character : std::uint8_t { kSpace, kLetter, kDigit, kJoiner, kSign };

// Letters of the scripts that abstracts use: Latin and Greek; others are letters too,
// symbols and general punctuation are not.
Character KindOf(char32_t c) {
  if (c == ' ' || (c >= '\t' && c <= '\r') || c == 0xa0 || c == 0x3000 ||
      (c >= 0x2000 && c <= 0x200b) || c == 0x202f) {
    return Character::kSpace;
  }
  if (c >= '0' && c <= '9') return Character::kDigit;
  if (c < 0x80) {
    if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') return Character::kLetter;
    return c == '\'' || c == '-' ? Character::kJoiner : Character::kSign;
  }
  if (c == 0x2019) return Character::kJoiner;
  if (c == 0xaa || c == 0xb5 || c == 0xba) return Character::kLetter;
  if (c < 0xc0 || c == 0xd7 || c == 0xf7) return Character::kSign;
  if ((c >= 0x2000 && c < 0x2c00) || (c >= 0x3000 && c < 0x3040) || c >= 0xfe00) {
    return Character::kSign;
  }
  return Character::kLetter;
}

// Letters, digits, and single joiners between them; a decimal may end it.
std::size_t WordEnd(std::string_view text, std::size_t at) {
  const auto kind = [&](std::size_t i, std::size_t* size) {
    if (i >= text.size()) return Character::kSpace;
    char32_t c = 0;
    *size = DecodeUtf8At(text, i, &c);
    return KindOf(c);
  };
  std::size_t size = 0;
  std::size_t next = 0;
  for (;;) {
    const Character c = kind(at, &size);
    if (c == Character::kLetter || c == Character::kDigit) {
      at += size;
      continue;
    }
    if (c != Character::kJoiner) break;
    const Character after = kind(at + size, &next);
    if (after != Character::kLetter && after != Character::kDigit) break;
    at += size;
  }
  if (at + 1 < text.size() && text[at] == '.' && text[at + 1] >= '0' && text[at + 1] <= '9') {
    ++at;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
  }
  return at;
}

std::string Lower(std::string_view word) {
  std::string lower(word);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return lower;
}

WordShape ShapeOf(std::string_view word) {
  bool digit = false;
  bool lower = false;
  std::size_t upper = 0;
  for (const char c : word) {
    digit |= c >= '0' && c <= '9';
    lower |= c >= 'a' && c <= 'z';
    upper += c >= 'A' && c <= 'Z' ? 1 : 0;
  }
  if (upper > 0 && !lower) return WordShape::kUpper;
  if (digit) return WordShape::kDigit;
  if (upper == 0) return WordShape::kLower;
  return upper == 1 && word[0] >= 'A' && word[0] <= 'Z' ? WordShape::kCapital : WordShape::kMixed;
}

// Cuts `sentence` into words and signs.
std::vector<RelationWord> Cut(std::string_view sentence) {
  std::vector<RelationWord> words;
  const auto add = [&](std::size_t begin, std::size_t end) {
    if (begin >= end || words.size() >= kMostRelationWords) return;
    RelationWord word;
    word.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    const std::string_view text = sentence.substr(begin, end - begin);
    char32_t first = 0;
    DecodeUtf8At(text, 0, &first);
    const Character kind = KindOf(first);
    word.letters = kind == Character::kLetter;
    word.sign = kind != Character::kLetter && kind != Character::kDigit;
    word.shape = ShapeOf(text);
    word.lower = Lower(text);
    word.small = word.lower == text && std::ranges::any_of(text, [](char l) {
                   return l >= 'a' && l <= 'z';
                 });
    words.push_back(std::move(word));
  };
  for (std::size_t at = 0; at < sentence.size() && words.size() < kMostRelationWords;) {
    char32_t c = 0;
    const std::size_t size = DecodeUtf8At(sentence, at, &c);
    const Character kind = KindOf(c);
    if (kind == Character::kSpace) {
      at += size;
      continue;
    }
    if (kind != Character::kLetter && kind != Character::kDigit) {
      add(at, at + size);
      at += size;
      continue;
    }
    const std::size_t end = WordEnd(sentence, at);
    const std::string_view word = sentence.substr(at, end - at);
    const std::size_t hyphen = word.rfind('-');
    if (hyphen != std::string_view::npos && SplitsOff(Lower(word.substr(hyphen + 1)))) {
      add(at, at + hyphen);
      add(at + hyphen, at + hyphen + 1);
      add(at + hyphen + 1, end);
    } else if (word.ends_with("'s") || word.ends_with("'S")) {
      add(at, end - 2);
      add(end - 2, end);
    } else {
      add(at, end);
    }
    at = end;
  }
  return words;
}

bool IsNumber(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

// Whether `tag` is one of `tags`; "before the first word" is one of all.
bool In(char tag, std::string_view tags) {
  return tag == 0 || tags.find(tag) != std::string_view::npos;
}

class Tagger {
 public:
  explicit Tagger(std::vector<RelationWord>* words) : words_(*words) {}

  void Run() {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i].tag = TagOf(i);
  }

 private:
  std::string_view Lower(std::size_t i) const {
    return i < words_.size() ? std::string_view(words_[i].lower) : std::string_view();
  }

  char TagOf(std::size_t i) const {
    const RelationWord& word = words_[i];
    const std::string_view lower = word.lower;
    const char before = i > 0 ? words_[i - 1].tag : 0;
    if (word.sign) return 'X';
    if (IsDeterminer(lower)) {
      return lower == "that" && (before == 'O' || before == 'V') ? 'P' : 'D';
    }
    if (IsPreposition(lower)) return 'I';
    if (IsConjunction(lower)) return 'C';
    if (IsPronoun(lower)) return 'P';
    if (IsHelpVerb(lower)) return 'A';
    if (IsConnector(lower)) return 'W';
    if (IsNumber(lower) || IsNumberWord(lower)) return 'M';
    if (lower.ends_with("ly") && lower.size() > 4 && lower != "family" && lower != "anomaly" &&
        lower != "assembly" && lower != "supply") {
      return 'R';
    }
    return AfterNeighbours(i, OpenTag(i));
  }

  char OpenTag(std::size_t i) const {
    const RelationWord& word = words_[i];
    const std::string_view lower = word.lower;
    const char before = i > 0 ? words_[i - 1].tag : 0;
    const std::string_view last = i > 0 ? Lower(i - 1) : std::string_view();
    if (!word.small && i > 0) return 'O';
    if (lower.ends_with("ing") && lower.size() > 5) return 'G';
    if (lower.ends_with("ed") && lower.size() > 4) return 'N';
    if (!IrregularBase(lower).empty()) {
      return IsPastOfItsOwn(lower) && In(before, "OPRWX") ? 'V' : 'N';
    }
    if (!VerbBase(lower).empty()) return VerbOrNoun(lower, before, last, Lower(i + 1));
    return HasAdjectiveEnding(lower) ? 'J' : 'O';
  }

  static char VerbOrNoun(std::string_view lower, char before, std::string_view last,
                         std::string_view next) {
    const bool plural = lower.ends_with('s');
    if (last == "to" || ((before == 'A' || before == 'P' || before == 'R') && !IsBeing(last)) ||
        before == 'W') {
      return 'V';
    }
    if (before == 0 || In(before, "DIJMCX")) return 'O';
    if (before != 'O') return 'O';
    const bool closed = IsDeterminer(next) || IsPreposition(next) || next == "to";
    if (plural && closed && !IsNounToo(lower)) return 'V';
    if (last.ends_with('s') && !plural) return 'V';
    return plural && !IsNounToo(lower.substr(0, lower.size() - 1)) ? 'V' : 'O';
  }

  // A participle is an adjective before its noun and a verb before an object.
  char AfterNeighbours(std::size_t i, char tag) const {
    const char before = i > 0 ? words_[i - 1].tag : 0;
    const std::string_view next = Lower(i + 1);
    if (tag == 'N' && before != 0) {
      if (In(before, "DIJM")) return 'J';
      if (In(before, "OPRW") && (IsDeterminer(next) || next == "to")) return 'V';
    }
    if (tag == 'G' && (before == 'D' || before == 'J')) {
      const bool alone = i + 1 >= words_.size() || !words_[i + 1].letters;
      return IsPreposition(next) || alone ? 'O' : 'J';
    }
    return tag;
  }

  std::vector<RelationWord>& words_;
};

bool InChunk(const std::vector<RelationWord>& words, std::size_t i) {
  const RelationWord& word = words[i];
  const char before = i > 0 ? words[i - 1].tag : 0;
  if (word.tag == 'O' || word.tag == 'J' || word.tag == 'M') return true;
  if (word.tag == 'N' || word.tag == 'G') {
    if (before == 'O' || before == 'P') return false;
    if (i > 0 && words[i - 1].lower == "-") return true;
    const bool noun = i + 1 < words.size() && (words[i + 1].tag == 'O' || words[i + 1].tag == 'J');
    return noun && !(word.tag == 'N' && before == 'A' && IsBeing(words[i - 1].lower));
  }
  return (word.lower == "-" && i > 0 && i + 1 < words.size()) || word.lower == "'s";
}

}  // namespace

std::string_view NameOf(Predicate predicate) {
  const auto i = static_cast<std::size_t>(predicate);
  return i < kPredicates ? kNames[i] : std::string_view();
}

std::span<const Indicator> IndicatorsOf(std::string_view word) {
  const auto it = Indicators().find(word);
  if (it == Indicators().end()) return {};
  return it->second;
}

bool IsBeing(std::string_view word) {
  static const WordSet set = SetOf("is are was were be been being");
  return set.contains(word);
}

bool IsHelpVerb(std::string_view word) {
  static const WordSet set = SetOf(
      "is are was were be been being has have had having do does did can could may might must "
      "shall should will would cannot seems seem seemed appears appear appeared");
  return set.contains(word);
}

bool IsPreposition(std::string_view word) {
  static const WordSet set = SetOf(
      "of in for with by from on at to into onto through during after before between among "
      "amongst against without within under over upon via per than as about above below across "
      "along around behind beyond despite following including like near since until toward "
      "towards throughout concerning regarding versus vs due compared according");
  return set.contains(word);
}

bool IsConjunction(std::string_view word) {
  return word == "and" || word == "or" || word == "but" || word == "nor" || word == "plus";
}

std::string SingularOf(std::string_view word) {
  const std::size_t n = word.size();
  if (n > 4 && word.ends_with("ies")) return std::string(word.substr(0, n - 3)) + 'y';
  if (n > 4 && (word.ends_with("ses") || word.ends_with("xes") || word.ends_with("ches") ||
                word.ends_with("shes"))) {
    return std::string(word.substr(0, n - 2));
  }
  if (n > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") &&
      !word.ends_with("is")) {
    return std::string(word.substr(0, n - 1));
  }
  return std::string(word);
}

RelationWords ReadRelationWords(std::string_view sentence) {
  RelationWords read;
  read.words = Cut(sentence);
  for (RelationWord& word : read.words) {
    word.stem = SingularOf(word.lower);
    word.lemma = VerbBase(word.lower);
    if (word.lemma.empty()) word.lemma = word.stem;
    word.lower_hash = HashWord(word.lower);
    word.stem_hash = HashWord(word.stem);
    word.lemma_hash = HashWord(word.lemma);
  }
  Tagger(&read.words).Run();
  for (std::uint32_t i = 0; i < read.words.size(); ++i) {
    if (!InChunk(read.words, i)) continue;
    if (i == 0 || read.words[i - 1].chunk == kNoChunk) read.chunks.push_back({i, i});
    read.words[i].chunk = static_cast<std::uint32_t>(read.chunks.size() - 1);
    read.chunks.back().end = i + 1;
  }
  return read;
}

}  // namespace claimgraph
