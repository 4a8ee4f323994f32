// The indicators are the single words of SemRep's rule file (a work of the US Government,
// "SemRep v1.8"), one row for each predicate, direction and part of speech.

#include "importers/extraction/relation_indicators.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

#include "core/text/ascii.h"

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

using IndicatorIndex = std::unordered_map<std::string_view, std::vector<Indicator>>;

const IndicatorIndex& Indicators() {
  static const IndicatorIndex index = [] {
    IndicatorIndex made;
    for (const IndicatorRow& row : kIndicators) {
      ascii::ForEachWord(row.words, [&](std::string_view word) {
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

void ForEachIndicatorVerb(const std::function<void(std::string_view)>& visit) {
  for (const auto& [word, indicators] : Indicators()) {
    const auto is_verb = [](const Indicator& i) { return i.kind == kVerb; };
    if (std::ranges::any_of(indicators, is_verb)) visit(word);
  }
}

}  // namespace claimgraph
