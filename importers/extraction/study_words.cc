// One row a function, or a set of functions; phrases are written folded: lower case, spaces for
// hyphens.  A phrase in two rows has the functions of both.

#include "importers/extraction/study_words.h"

#include <algorithm>

#include "core/text/lexicon.h"

namespace claimgraph {
namespace {

using namespace word;  // NOLINT: the table is unreadable otherwise

struct WordRow {
  std::uint64_t mask = 0;
  std::string_view phrases{};  // separated by "; "
};

constexpr WordRow kRows[] = {
    // Who
    {kPeople,
     "patients; patient; participants; subjects; people; persons; individuals; volunteers; "
     "respondents; students; employees; workers; nurses; veterans; caregivers; athletes; "
     "residents; inpatients; outpatients; survivors; smokers; drivers; players; runners; "
     "physicians; couples; families; parents; twins; users; teachers; drinkers; offspring; dyads; "
     "soldiers; recruits; prisoners; carers; clients; donors; recipients; pupils; households; "
     "undergraduates; cases"},
    {kPeople | kFemale, "women; females; mothers; woman"},
    {kPeople | kMale, "men; males; fathers"},
    {kFemale, "female"},
    {kMale, "male"},
    {kPeople | kChildren | kFemale, "girls"},
    {kPeople | kChildren | kMale, "boys"},
    {kPeople | kInfants, "infants; neonates; newborns; babies; preterms; preterm infants"},
    {kInfants, "neonatal; newborn; infancy; infant"},
    {kPeople | kChildren, "children; schoolchildren; preschoolers; toddlers; kids"},
    {kChildren, "child; pediatric; paediatric; childhood; preschool children"},
    {kPeople | kAdolescents, "adolescents; teenagers; teens; youths; youth"},
    {kAdolescents, "adolescent; adolescence"},
    {kPeople | kAdults, "adults; young adults; middle aged adults"},
    {kAdults, "adult; middle aged"},
    {kPeople | kOlderAdults,
     "older adults; older people; older persons; older individuals; elderly; elderly people; "
     "elderly patients; elderly subjects; elders; seniors; older patients; older participants"},
    {kPeople | kOlderAdults | kFemale, "older women; elderly women"},
    {kPeople | kOlderAdults | kMale, "older men; elderly men"},
    {kOlderAdults, "geriatric; old age"},
    {kFemale, "postmenopausal; premenopausal; menopausal; perimenopausal; pregnant; parturients"},
    {kPregnant | kFemale,
     "pregnant; pregnancy; pregnancies; antenatal; prenatal; gravid; nulliparous; primigravidae; "
     "primiparous; gestational"},
    {kPostpartum | kFemale, "postpartum; post partum; postnatal; puerperal; breastfeeding mothers"},

    // How many
    {kRandomise,
     "randomised; randomized; randomly assigned; randomly allocated; randomly divided; randomly "
     "distributed; were allocated; were assigned; randomly; allocated; randomisation; "
     "randomization; randomize; randomise"},
    {kEnrol,
     "enrolled; recruited; included; participated; took part; were studied; were entered; entered; "
     "involved; comprised; consisted of; investigated; was conducted in; was performed in; "
     "conducted on; performed on; sample of; cohort of; sample size of; assessed; evaluated; "
     "analysed; analyzed; enrolling; recruiting; including; involving; comprising; studied; "
     "stratified; divided; served as; were selected; we selected; scheduled; undergoing"},
    {kTotal, "a total of; in total; total of; totally; overall; altogether"},
    {kArm,
     "group; groups; arm; arms; armed; cohorts; placebo group; intervention group; treatment "
     "group"},
    {kArm | kControl, "control group; control groups; control arm; comparison group; controls"},
    {kPart,
     "completed; completers; dropped out; withdrew; withdrawn; discontinued; required; lost to "
     "follow up; "
     "screened; eligible; approached; invited; responded; excluded; declined; refused; died; "
     "failed; relapsed; evaluable; assessable; analysable; analyzable; experienced; reported; "
     "developed; finished; did not complete; dropouts; lost"},
    {kTimeUnit,
     "week; weeks; month; months; year; years; day; days; hour; hours; minute; minutes; min; h; "
     "wk; wks; yr; yrs; y; mo; seconds; weekly; yearly"},
    {kOtherUnit,
     "mg; g; kg; ml; mcg; microg; iu; mmol; mm; cm; hz; kcal; mmhg; bpm; units; unit; doses; dose; "
     "tablets; sessions; session; times; cycles; points; point; sites; site; centers; centres; "
     "center; centre; hospitals; clinics; schools; countries; items; item; fold; degrees; samples; "
     "cells; episodes; events; visits; classes; practices; communities; villages; questions; "
     "occasions; procedures; scans; images; lesions; meals; capsules; injections; measurements; "
     "mice; rats; dogs; eyes; teeth; knees; wards; care homes; nursing homes; blocks; types; "
     "variables; stages; parts; phases; categories; months'; weeks'"},
    {kStudies,
     "trials; studies; rcts; articles; papers; reviews; publications; reports; records; "
     "experiments"},
    {kNumber,
     "one; two; three; four; five; six; seven; eight; nine; ten; eleven; twelve; thirteen; "
     "fourteen; fifteen; sixteen; seventeen; eighteen; nineteen; twenty; thirty; forty; fifty; "
     "sixty; seventy; eighty; ninety; hundred; a hundred"},

    // Where
    {kWorkplace,
     "workplace; workplaces; worksite; worksites; at work; workers; employees; occupational "
     "health"},
    {kHospital, "hospital; hospitals; inpatients; inpatient; hospitalised; hospitalized; wards"},
    {kSchool, "school; schools; classroom; classrooms; schoolchildren; preschool; kindergarten"},
    {kPrimaryCare,
     "primary care; general practice; general practices; general practitioners; family practice; "
     "family practices; primary health care; family medicine"},
    {kNursingHome,
     "nursing home; nursing homes; residential care; care homes; long term care; care home; "
     "assisted living"},
    {kCommunity,
     "community based; community dwelling; community setting; villages; rural communities"},
    {kOutpatient, "outpatient; outpatients; outpatient clinic; outpatient clinics; ambulatory"},
    {kIntensiveCare,
     "intensive care; icu; intensive care unit; intensive care units; critical care; nicu; "
     "critically ill"},
    {kEmergency, "emergency department; emergency departments; emergency room; prehospital"},
    {kUniversity,
     "university students; college students; undergraduates; undergraduate students; "
     "medical students; university campus"},
    {kPrison, "prison; prisons; prisoners; jail"},
    {kOnline, "internet based; web based; online; smartphone; mobile app"},

    // Against what
    {kPlacebo | kControl, "placebo; placebos; placebo group; placebo controlled; dummy"},
    {kSham | kControl,
     "sham; sham acupuncture; sham control; sham controlled; sham group; sham treatment; "
     "simulated treatment; sham stimulation; sham procedure"},
    {kWaitingList | kControl,
     "wait list; waiting list; waitlist; wait listed; waitlisted; wait list control; waiting list "
     "control; waitlist control; delayed treatment; delayed intervention"},
    {kUsualCare | kControl,
     "usual care; standard care; routine care; treatment as usual; care as usual; standard of "
     "care; "
     "standard treatment; conventional care; conventional treatment; standard therapy; "
     "conventional therapy; usual treatment; tau; standard medical care; usual medical care"},
    {kNoTreatment | kControl,
     "no treatment; no intervention; untreated; no treatment control; nonintervention; no therapy; "
     "no exercise; untreated control; no additional treatment"},
    {kAttention | kControl,
     "attention control; attention controls; attention placebo; minimal intervention; education "
     "control"},
    {kActive | kControl, "active control; active controls; active comparator; active placebo"},
    {kCompare,
     "than; compared with; compared to; versus; vs; as compared with; as compared to; relative to; "
     "in comparison with; in comparison to; in contrast to; over"},

    // What was done, and said of it
    {kReceive,
     "received; receive; receiving; treated with; underwent; given; to receive; administered; "
     "took; "
     "either"},
    {kReceive | kRandomise,
     "assigned to; randomised to; randomized to; allocated to; randomly assigned to; randomly "
     "allocated to; randomised to receive; randomized to receive; randomly assigned to receive; "
     "assigned to receive; allocated to receive; randomly allocated to receive; randomised into; "
     "randomized into; randomised to either; randomized to either; randomly assigned to either"},
    {kEffect,
     "effect of; effects of; efficacy of; effectiveness of; impact of; influence of; benefits of; "
     "benefit of; safety of; role of; use of; evaluation of; trial of; comparison of; study of; "
     "efficacy and safety of; effectiveness and safety of; safety and efficacy of; evaluate; "
     "evaluated; effectiveness and cost effectiveness of"},
    {kMeasure,
     "primary outcome; primary outcomes; secondary outcome; secondary outcomes; primary endpoint; "
     "primary end point; primary endpoints; secondary endpoint; secondary endpoints; secondary end "
     "points; primary end points; outcome measures; outcome measure; main outcome; main outcomes; "
     "main outcome measure; main outcome measures; outcomes were; primary outcome measure; primary "
     "outcome measures; secondary outcome measures; endpoints were"},
    {kFollowUp,
     "follow up; followed up; followed; followup; baseline; after; at; for; up to; post "
     "treatment; over; during; within; postoperatively; post intervention; every"},
    {kWith,
     "with; suffering from; diagnosed with; diagnosed as; having; affected by; at risk of; at "
     "risk for; at high risk of; at high risk for; treated for; hospitalised for; hospitalized "
     "for; recovering from; diagnosed with"},
    {kAim,
     "to determine; to evaluate; to assess; to investigate; to examine; to compare; to test; to "
     "study; to explore; the aim; aim of; aimed to; aims to; purpose; objective; objectives; we "
     "hypothesised; we hypothesized; whether; hypothesis; we sought; was designed to; to "
     "establish; to identify; to ascertain; aims; aim; goal"},
    {kMethod,
     "were measured; was measured; were assessed; was assessed; were collected; double blind; "
     "single blind; placebo controlled; we conducted; was conducted; were conducted; was "
     "performed; "
     "were performed; questionnaire; questionnaires; were randomised; were randomized; we "
     "searched; "
     "were searched; were followed; were recorded; was recorded; were evaluated; were compared; "
     "were analysed; were analyzed; were recruited; were enrolled; were included; were assigned; "
     "were allocated; randomly assigned; randomly allocated; were interviewed; inclusion criteria; "
     "received; were given; was used; were used; medline; embase; were obtained; was determined; "
     "were determined; were treated; were divided; cross over; crossover; was evaluated"},
    {kStatistic,
     "confidence interval; odds ratio; hazard ratio; relative risk; risk ratio; mean difference; "
     "results"},
    {kFinding,
     "p; ci; 95; sd; were found; was found; there was; there were; we found; was observed; were "
     "observed; "
     "respectively; was associated; were associated; occurred; did not; compared with; "
     "showed; revealed; demonstrated; correlated; had"},
    {kConclude,
     "we conclude; in conclusion; these findings suggest; these results suggest; these data "
     "suggest; our findings suggest; our results suggest; our data suggest; results suggest; "
     "findings suggest; data suggest; it is concluded; these results indicate; these findings "
     "indicate; these data indicate; our results indicate; our findings indicate; our data "
     "indicate; this study shows; this study demonstrates; these results demonstrate; these "
     "findings demonstrate; these data demonstrate; these results support; these findings support; "
     "these data support; our findings support; our results support; this study suggests; this "
     "study indicates; this trial suggests; the findings suggest; the results suggest; the results "
     "indicate; the findings indicate; the data suggest; in summary; we suggest; conclusions; "
     "conclusion; concluded; thus; therefore; our study suggests; our study shows; our study "
     "demonstrates; our results show; these results show; these findings show; our findings show; "
     "our results demonstrate; our findings demonstrate; this suggests; these results confirm; "
     "our results confirm; our results support; we recommend; this study supports; this review "
     "suggests; should be considered; may be useful; is recommended; appears to be; seems to be; "
     "results support; present study suggests; this meta analysis suggests; taken together"},
    {kLimit,
     "small sample; small sample size; small sample sizes; limited sample; small number of; "
     "further research; further studies; further study; further trials; further investigation; "
     "further investigations; more research; more studies; larger trials; larger studies; "
     "larger trial; larger study; additional studies; additional research; risk of bias; "
     "short follow up; limitation; limitations; insufficient evidence; limited evidence; "
     "lack of blinding; lack of a control group; no control group; methodological quality; "
     "poor quality; low quality; low certainty; very low certainty; should be interpreted; "
     "with caution; cautiously; remains unclear; remain unclear; unclear whether; is unclear; "
     "inconclusive; underpowered; preliminary; small trials; small studies; publication bias; "
     "not powered; generalizability; generalisability; remains uncertain; "
     "needs to be confirmed; need to be confirmed; is warranted; are warranted; are needed; "
     "is needed; high drop out; high attrition; not enough evidence; poorly reported; "
     "selection bias; research is required; studies are required; trials are required"},
    {kEvidence,
     "certainty evidence; quality evidence; certainty of evidence; certainty of the evidence; "
     "quality of evidence; quality of the evidence; certainty in the evidence; strength of "
     "evidence; strength of the evidence; grade; confidence in the evidence; overall certainty; "
     "strength evidence; evidence certainty; evidence quality"},

    // What came out.  Verbs in the forms that abstracts use
    {kIncrease,
     "increased; increases; increasing; rose; rises; raised; elevated; greater increase; "
     "higher increase; enhanced production; prolonged; lengthened; increase; prolongs; raises; "
     "elevates; stimulated; accelerated; gained; induced; doubled; grew; potentiated; stimulates; "
     "augmented; heightened"},
    {kIncrease | kChangeNoun,
     "increase in; increases in; increase of; rise in; elevation of; elevation in; elevations in; "
     "prolongation of; gain in; gains in; increments in; increment in"},
    {kIncrease | kComparative,
     "higher; greater; more; longer; larger; highest; greatest; more frequent; more common; more "
     "often; more likely; exceeded; later; longest; thicker; heavier; stronger; increased risk; "
     "higher risk; at increased risk; higher rate; higher rates; increased odds; increased "
     "incidence"},
    {kDecrease,
     "decreased; decreases; decreasing; reduced; reduces; reducing; fell; lowered; lowers; "
     "declined; diminished; attenuated; suppressed; inhibited; dropped; shortened; prevented; "
     "prevents; decrease; reduce; alleviated; alleviates; relieved; minimized; blunted; lessened; "
     "eased; ameliorated; abolished; inhibits; suppresses; shortens; diminishes; delayed; "
     "eliminated; blocked; protects against; protected against; halved; lower the; declines; "
     "attenuates; mitigated"},
    {kDecrease | kChangeNoun,
     "decrease in; decreases in; decrease of; reduction in; reductions in; reduction of; decline "
     "in; fall in; drop in; relief of; reductions of; loss of; lowering of; inhibition of; "
     "suppression of; declines in; prevention of; attenuation of"},
    {kDecrease | kComparative,
     "lower; less; lesser; fewer; shorter; smaller; lowest; least; less frequent; less common; "
     "less likely; "
     "less often; earlier; faster; shortest; sooner; low; lower risk; reduced risk; lower rate; "
     "lower rates; decreased risk; weaker"},
    {kImprove,
     "improved; improves; improving; improve; enhanced; enhances; restored; ameliorates; "
     "benefited; recovered; optimized; enhance; normalized; benefit from; strengthened"},
    {kImprove | kChangeNoun,
     "improvement in; improvements in; improvement of; enhancement of; recovery of; improvements "
     "of"},
    {kImprove | kComparative,
     "better; superior; superior to; best; more effective; more effective than; greater "
     "improvement; greater improvements; greater improvement in; greater improvements in; "
     "superiority; more improvement; favored; favoured; in favour of; in favor of; favoring; "
     "favouring; outperformed; more efficacious; significant improvement; significant "
     "improvements"},
    {kDecrease | kComparative,
     "greater reduction; greater reductions; greater reduction in; greater reductions in; greater "
     "decrease; greater decrease in; greater decreases; greater decreases in; larger reduction; "
     "larger reductions in; larger decrease in; more reduction; significantly greater reduction "
     "in; larger reduction in; more pronounced reduction; stronger reduction; greater decline; "
     "greater decline in"},
    {kIncrease | kComparative, "greater increase in; larger increase in; greater increases in"},
    {kWorsen,
     "worsened; worsens; impaired; impairs; deteriorated; aggravated; exacerbated; worsening; "
     "deteriorates; harmed; damaged"},
    {kWorsen | kChangeNoun,
     "worsening of; deterioration in; deterioration of; impairment of; "
     "impairment in; worsening in"},
    {kWorsen | kComparative,
     "worse; poorer; inferior; inferior to; less effective; poorest; worst; "
     "less effective than; less improvement"},
    {kImprove | kWeak,
     "effective; effective in; beneficial; efficacious; useful; beneficial effect; "
     "beneficial effects; significant effect; positive effect; positive effects; "
     "effectively; benefits; significant benefit"},
    {kNull,
     "no evidence was found; found no evidence; no better; no better than; no more effective; "
     "no more effective than; no difference; no differences; no significant; no significant difference; no significant "
     "differences; no statistically significant; no statistically significant difference; no "
     "statistically significant differences; did not differ; did not significantly differ; did "
     "not differ significantly; not differ; not significantly; not significantly different; not "
     "significant; not statistically significant; not statistically different; nonsignificant; non "
     "significant; no effect; no effects; no change; no changes; no evidence of; no evidence that; "
     "no benefit; no improvement; no improvements; no reduction; no increase; similar; "
     "comparable; unchanged; unaffected; not different; not changed; did not change; did not "
     "affect; not affect; not affected; did not improve; did not reduce; did not increase; did not "
     "decrease; did not alter; did not influence; not influence; failed to; no advantage; no "
     "association; not associated; no influence; no impact; identical; equally; equivalent; "
     "the same; as effective as; noninferior; non inferior; no correlation; neither; ns; "
     "insignificant; no clear; no relevant; no clinically; no major; remained stable; "
     "no additional; did not show; did not result; not improve; not reduce; not increase; "
     "does not; do not; not reach; did not reach; none of; no appreciable; no apparent; no "
     "detectable; no marked; no more; did not; were not; was not; insignificantly; equal; no "
     "between group; not superior; no such; without significant; no added; no beneficial; no "
     "measurable; not alter; no intergroup; no group; indistinguishable; lack of; no main"},
    {kSignificant, "significant; significantly; statistically significant; statistically; p"},
    {kNot, "no; not; neither; nor; without; never; none; cannot; failed"},

    // What ends a noun phrase
    {kStop,
     "of; in; on; at; by; for; to; from; into; during; after; before; between; among; amongst; "
     "within; through; using; via; and; or; but; nor; that; which; who; whom; whose; where; when; "
     "while; whereas; is; are; was; were; be; been; being; has; have; had; do; does; did; may; "
     "might; can; could; will; would; should; a; an; the; this; these; those; their; its; his; "
     "her; our; we; they; it; than; as; if; either; both; each; all; any; not; no; with; without; "
     "per; about; over; under; following; versus; vs; also; however; including; such; showed; "
     "shows; suggests; suggest; compared; only; received; treated; there; then; because; since; "
     "until; despite; against; plus; underwent; randomly; remains; remain; appears; aged; "
     "admitted; undergoing; attending; significantly; respectively; toward; towards; upon; "
     "improves; reduces; increases; improved; reduced; increased; decreased; receiving; who; "
     "associated; based; randomised; randomized; assigned; enrolled; recruited; included; "
     "participated; completed; living; followed; requiring; according; taking; given; due; so; "
     "alone; more; less; greater; higher; lower; other; some; did; they; often; has; whether; "
     "required; scheduled; affects; affect; results; led; leads; use; used; referred; presenting; "
     "participating; across; throughout; along; except; like; what; how; why; caused; causes; "
     "provided; provides; produced; produces; resulted; gave; seemed; seems; appeared; tended; "
     "persisted; yielded; were; exhibited; matched; obtained; achieved; experienced; needed; led"},
};

const Lexicon& Words() {
  static const Lexicon lexicon = [] {
    Lexicon built;
    for (const WordRow& row : kRows) {
      std::string_view left = row.phrases;
      while (!left.empty()) {
        const std::size_t semicolon = left.find("; ");
        built.Add(left.substr(0, semicolon), row.mask);
        left =
            semicolon == std::string_view::npos ? std::string_view() : left.substr(semicolon + 2);
      }
    }
    return built;
  }();
  return lexicon;
}

constexpr WordLabel kAges[] = {{kInfants, "infants"},
                               {kChildren, "children"},
                               {kAdolescents, "adolescents"},
                               {kAdults, "adults"},
                               {kOlderAdults, "older adults"}};
constexpr WordLabel kSexes[] = {{kFemale, "female"}, {kMale, "male"}};
constexpr WordLabel kPregnancies[] = {{kPregnant, "pregnant"}, {kPostpartum, "postpartum"}};
constexpr WordLabel kSettings[] = {{kWorkplace, "workplace"},
                                   {kHospital, "hospital"},
                                   {kSchool, "school"},
                                   {kPrimaryCare, "primary care"},
                                   {kNursingHome, "nursing home"},
                                   {kCommunity, "community"},
                                   {kOutpatient, "outpatient clinic"},
                                   {kIntensiveCare, "intensive care"},
                                   {kEmergency, "emergency department"},
                                   {kUniversity, "university"},
                                   {kPrison, "prison"},
                                   {kOnline, "online"}};
constexpr WordLabel kComparators[] = {
    {kPlacebo, "placebo"},          {kSham, "sham"},
    {kWaitingList, "waiting list"}, {kUsualCare, "usual care"},
    {kNoTreatment, "no treatment"}, {kAttention, "attention control"},
    {kActive, "active control"}};

}  // namespace

void FindStudyWords(const TokenList& tokens, std::vector<StudyWord>* words) {
  words->assign(tokens.size(), {});
  const Lexicon& lexicon = Words();
  std::size_t covered = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind == TokenKind::kPunctuation) continue;
    const Lexicon::Hit hit = lexicon.Find(tokens, i);
    if (hit.length == 0) continue;
    (*words)[i] = {hit.value, hit.length, i < covered};
    covered = std::max<std::size_t>(covered, i + hit.length);
  }
}

std::span<const WordLabel> AgeLabels() { return kAges; }
std::span<const WordLabel> SexLabels() { return kSexes; }
std::span<const WordLabel> PregnancyLabels() { return kPregnancies; }
std::span<const WordLabel> SettingLabels() { return kSettings; }
std::span<const WordLabel> ComparatorLabels() { return kComparators; }

}  // namespace claimgraph
