// One row a function.  Verbs are lemmas ("lead to": the first word inflects).
// Other rows are exact phrases, written folded: lower case, "'" for apostrophes,
// spaces for hyphens.

#include "importers/extraction/cue_table.h"

#include "importers/extraction/cues.h"

namespace claimgraph {
namespace {

using namespace cue;  // NOLINT: the table is unreadable otherwise

constexpr CueRow kRows[] = {
    // What happens to the outcome
    {kIncrease, true,
     "go up; shoot up; climb; soar; surge; spike; swell; switch on; turn on; wake up; kick start; jump start; flood; rocket; top up; pump up; ramp up; supercharge; turbocharge; "
     "enrich; last; store; increase; boost; raise; elevate; heighten; amplify; accelerate; speed up; stimulate; "
     "activate; "
     "promote; produce; generate; release; strengthen; extend; prolong; maximise; maximize; "
     "multiply; "
     "double; triple; build; gain; grow; rise; enlarge; expand; upregulate; deliver; foster; "
     "encourage; induce; facilitate; replenish; fuel; spark; ignite; intensify"},
    {kDecrease, true,
     "slash; knock; go down; come down; plummet; dip; fade; melt; zap; banish; blast; purge; flush out; wipe out; turn down; shut down; switch off; hold off; keep away; "
     "take the load off; thin; dull; numb; sap; drain; tame; squash; trim; taper; dissolve; unclog; cleanse; save; starve; mask; fend off; rid; reduce; decrease; lower; lessen; diminish; minimise; minimize; relieve; alleviate; ease; "
     "soothe; "
     "calm; cut; curb; shrink; slow; slow down; suppress; inhibit; block; limit; interrupt; "
     "prevent; "
     "treat; cure; combat; fight; eliminate; eradicate; reverse; counteract; counter; mitigate; "
     "attenuate; blunt; buffer; dampen; drop; decline; fall; shorten; halve; delay; stop; relax; "
     "loosen; break down; burn; flush; remove; detoxify; clear up; ward off; stave off; get rid "
     "of; "
     "lose; downregulate; protect against; guard against; protect; turn off; switch off; quiet; "
     "abolish; heal; resolve; manage; wane; ameliorate; abate; avert; offset; neutralise; "
     "neutralize"},
    {kImprove, true,
     "improve; enhance; benefit; optimise; optimize; better; restore; repair; rejuvenate; "
     "revitalise; "
     "revitalize; regenerate; nourish; sharpen; uplift; fall asleep; lift; balance; rebalance; recover; "
     "normalise; "
     "normalize; boost mood; sustain; tone; recharge; rebuild; refresh"},
    {kWorsen, true,
     "flare up; mess with; mess up; wreck; ruin; stiffen; harden; clog up; cloud; rob; rot; tear; rupture; overload; throw off; backfire; worsen; aggravate; exacerbate; impair; damage; harm; hurt; weaken; disrupt; deplete; "
     "degrade; "
     "undermine; compromise; threaten; destroy; kill; poison; clog; irritate; inflame; disturb; "
     "perpetuate; strain; wreak havoc on; trigger flare ups of; deteriorate; hinder; hamper; "
     "jeopardise; "
     "jeopardize"},
    {kAffect, true,
     "nudge; push; shift; load; rewire; retrain; reprogram; mimic; match; rival; outweigh; absorb; bind; penetrate; reach; enter; cross; contain; respond; trick; fool; feed; prime; affect; influence; impact; regulate; modulate; alter; change; shift; act on; work by; "
     "target; "
     "interact with; interfere with; mediate; control; govern; shape; modify; respond to; act as; "
     "feed back into; play a role in; determine; stabilise; stabilize; support; moderate"},
    {kCause, true,
     "end in; account for; tip; put you at; spell; mean; cause; lead to; trigger; drive; result in; contribute to; bring about; give rise to; "
     "provoke; "
     "elicit; yield; create; make; set off; arise from; stem from; result from; translate into; "
     "manifest as; turn into; signal; tell; kick in; force; leave"},
    {kEnable, true,
     "help; aid; assist; allow; enable; let; allow for; make it easier; pave the way; equip; "
     "empower; "
     "complement; serve as; reset"},
    {kProvide, true, "provide; offer; give; bring; address; tackle; hold; achieve"},

    // Association, risk, prediction
    {kAssociate, false,
     "associated with; association; associations; linked with; linked to; link between; links "
     "between; "
     "linking; a link; the link; tied to; related to; relationship between; relation between; "
     "correlated with; "
     "correlates with; correlate with; correlation; correlations; connected to; connected with; "
     "goes hand in hand with; "
     "go hand in hand with; accompanies; accompanied by; comorbid with; inseparable from; "
     "independently associated"},
    {kAssociate, true, "predict; correlate; coincide with; accompany; track with; forecast"},
    {kRisk, false,
     "risk of; risk for; risks of; at risk; at risk of; risk factor; risk factors; higher risk; "
     "lower risk; "
     "common among; common in; rare; in ten; out of ten; one in; in every; of us will; sufferers; years lived with; rate of; rates of; increased risk; reduced risk; lifetime risk; elevated risk; more likely to; less likely to; more often; less often; cases of; deaths; rate was; rates were; risky; "
     "more likely; "
     "less likely; odds of; likelihood of; prevalence; incidence; mortality; chance of; chances "
     "of; "
     "susceptible to; prone to; vulnerable to; more common; less common; more frequently; less "
     "frequently; "
     "markers of; marker of; predictor of; predictors of; leading cause of; major cause of; "
     "cause of death; suffer from; a major contributor to; contributor to; protective against; "
     "exposed to"},

    // How sure
    {kModal, false,
     "may; might; could; would; may be; might be; could be; possibly; perhaps; potentially"},
    {kCan, false, "can; can be; able to"},
    {kHedge, false,
     "seem; seems; seemed; appear to; appears to; appear; appears; appeared to; tend to; tends to; "
     "tended to; "
     "suggest; suggests; suggested; suggesting; likely; unlikely; probably; potential; promising; "
     "promise; "
     "somewhat; preliminary; emerging; limited evidence; some evidence; some studies; some "
     "research; "
     "often; sometimes; generally; usually; typically; in some cases; some people; in part; "
     "partly; theoretically; "
     "in theory; hypothesised; hypothesized; thought to; believed to; considered; indicate; "
     "indicates; indicated; "
     "points toward; points towards; point toward; point to; points to; plausible; growing "
     "evidence; as if; "
     "is said to; are said to; purported; so called; about; roughly; approximately; mostly; early "
     "evidence; "
     "initial evidence; arguably; up to a point; modest; modestly; slightly; reportedly; propose; "
     "proposes; proposed; argues"},
    {kBooster | kStrongBooster, false,
     "science is settled; is settled; the science is clear; the evidence is clear; single best; "
     "hands down; proven; proof; proves; prove; proved; scientifically proven; clinically proven; scientific "
     "proof; "
     "science proves; undeniable; undeniably; undoubtedly; without doubt; without a doubt; no "
     "doubt; "
     "definitive; definitively; conclusively; conclusive; unquestionably; well established; well "
     "proven; "
     "clear and compelling; established fact; robust; robust findings; robust evidence; "
     "overwhelming evidence; "
     "overwhelmingly; compelling; compelling evidence; indisputable; irrefutable; guaranteed; "
     "guarantee; guarantees; "
     "never fails; research proves; studies prove; been proven; it has been proven; unequivocally; "
     "beyond doubt; "
     "beyond any doubt; scientific fact; scientifically validated; settled science"},
    {kBooster, false,
     "certainly; definitely; well known; well documented; it is clear; is clear; are clear; clear "
     "link; "
     "clear evidence; clearly; obvious; obviously; truly; really can; science "
     "backs; "
     "science backed; backed by science; demonstrated its effectiveness; fact is; no question; "
     "confirm; "
     "confirms; confirmed that; has been shown to; have been shown to; has been shown; have been shown; "
     "strong evidence; solid evidence; evidence is strong; particularly effective"},
    {kNecessity, false,
     "necessary; a necessary; a must; must have; necessity; essential; indispensable; non "
     "negotiable; imperative"},
    {kMagnitude, false,
     "powerful; powerfully; profound; profoundly; dramatic; dramatically; transformative; massive; "
     "massively; "
     "huge; hugely; enormous; enormously; incredible; incredibly; amazing; amazingly; remarkable; "
     "remarkably; "
     "extraordinary; astonishing; immense; immensely; tremendous; tremendously; miracle; "
     "miraculous; "
     "game changer; game changing; life changing; revolutionary; unparalleled; unmatched; "
     "superpowers; "
     "substantially; vastly; radically; extremely; drastically; deeply; immediate; instantly; "
     "striking; "
     "exceptional; spectacular; skyrocket; magical; magic; ultimate; holy grail; amazing health "
     "benefits; "
     "significantly; markedly; greatly; considerably; far more; much more; countless; highly "
     "effective"},
    {kAbsolute, false,
     "in any way; no way; the only way; the only meaningful; completely; totally; entirely; "
     "absolutely; impossible; means nothing; nothing to do with; 100 percent; whatsoever; in every "
     "case; permanently; cure; cures; cured; all it takes; entire generation; forever; every time; "
     "under all circumstances"},
    {kUniversal, false,
     "anyone; everyone; everybody; all people; all ages; any age; all of us; for all; people of "
     "all ages; "
     "all patients; all women; all men; all adults; every person; every body; the general "
     "population"},
    {kQuantifier, false,
     "most studies; most of them; many studies; few studies; very few studies; all studies; most "
     "research; "
     "numerous studies; countless studies; dozens of studies; hundreds of studies; lots of "
     "studies; several studies; "
     "multiple studies; the majority of studies; many of the stronger studies; lots and lots of "
     "studies"},

    // Evidence and reports of it
    {kEvidence, false,
     "study; studies; trial; trials; research; researchers; scientists; evidence; meta analysis; "
     "meta analyses; metaanalysis; systematic review; systematic reviews; literature; findings; "
     "finding; "
     "experiment; experiments; data; investigators; investigation; the science; science; "
     "literature review; "
     "clinical trial; clinical trials; randomised controlled trial; randomized controlled trial; "
     "randomised controlled trials; randomized controlled trials; rct; rcts; cohort; survey; case "
     "series; "
     "scientific literature; a review; reviews; the review; the authors; participants; placebo; "
     "recent review; 2013 review; umbrella review; paper; papers"},
    {kReport, true,
     "find; show; report; conclude; demonstrate; reveal; discover; observe; document; determine; "
     "detect; note; establish; highlight; identify; illustrate; underline; argue"},
    {kReport, false,
     "according to; it has been found; was found to; were found to; been found to; has found; have "
     "found; "
     "known to; shown to; suggests that; suggested that; indicates that; indicate that; concluded "
     "that; "
     "emerged as; turned out; achieved; persisted"},
    {kEvidence | kReport, false,
     "studies show; research shows; research suggests; studies suggest; evidence suggests; science "
     "says; "
     "studies have shown; research has shown; studies have found; research has found; studies "
     "found; "
     "the research shows; evidence shows; research demonstrates; scientists have found; "
     "researchers have found; researchers found; evidence indicates; research indicates; "
     "studies indicate; research confirms; studies confirm; data show; data suggest; "
     "evidence has suggested; research has suggested; study found; study showed; trial found; "
     "trial showed; review found; review concluded; analysis found; science has shown; "
     "body of evidence; growing body of evidence; body of research"},
    {kSignificance, false,
     "significant; significantly; statistically significant; non significant; insignificant; p "
     "value; "
     "p values; statistical significance; significant improvement; significant improvements"},
    {kStatistic, false,
     "odds ratio; odds ratios; hazard ratio; relative risk; risk ratio; mean difference; "
     "standardised mean difference; standardized mean difference; smd; confidence interval; "
     "confidence intervals; "
     "ci; cis; ors; auc; aucs; effect size; effect sizes; cohen's d; hedges g; percent; "
     "percentage; "
     "regression; coefficient; accuracy; accuracies; sensitivity; specificity; interquartile; "
     "median; "
     "times higher; times lower; fold; per cent; roc curve; discrimination; baseline"},
    {kOwnResult, false,
     "our results; our findings; our study; our data; our analysis; in this cohort; in this study; "
     "in our study; "
     "in our cohort; our cohort; we found; we observed; we show; we demonstrate; the present "
     "study; this study found; "
     "our model; the model; the models; these findings; interpretation; results "
     "indicate; "
     "in this trial; in this pilot; in this pilot trial; our trial; our participants; in this sample; our sample; study participants; in the adjusted; in the base; observed; "
     "the estimates; effect estimates; the interaction; prevalence was; table; figure"},
    {kTestimony, false,
     "many people report; people report; people say; patients report; users report; clients "
     "report; "
     "many report; people swear by; have reported; women report; men report; many people find; "
     "clients often report; customers report"},

    // Comparison
    {kCompare, false,
     "more than; less than; better than; worse than; stronger than; higher than; lower than; "
     "greater than; "
     "faster than; compared to; compared with; in comparison; versus; vs; relative to; superior "
     "to; inferior to; "
     "more effective; more effective than; less effective; most effective; more powerful; more "
     "powerful than; "
     "as effective as; outperforms; outperform; rather than; unlike; than; twice as; healthier; "
     "the best way; "
     "more beneficial; more focused; deeper; better; easier than; quicker than; marginally better; "
     "often impossible; stronger; worse; more effectively; less of an; more of a"},

    // Safety
    {kSafety, false,
     "safe; safely; safer; safety; low risk; side effect; side effects; adverse effect; adverse "
     "effects; "
     "adverse events; harmless; few risks; no risks; risk free; well tolerated; non toxic; toxic; "
     "toxicity; "
     "dangerous; unsafe; gentle on; no known risks; contraindicated; harmful; harms"},

    // Judgement
    {kEvaluate, false,
     "effective; effectively; effectiveness; ineffective; efficacy; beneficial; benefit; benefits; "
     "helpful; useful; "
     "valuable; key to; key driver; crucial; crucial for; vital for; essential for; critical for; "
     "important for; "
     "good for; bad for; great for; excellent for; ideal for; perfect for; an excellent; "
     "healing; therapeutic; healthy; unhealthy; natural remedy; remedy; solution; antidepressant; "
     "antidepressants; "
     "painkiller; painkillers; tool for; way to; good way to; great way to; best way to; excellent "
     "way; a key; "
     "success; successful; works; pathway to; improvement; improvements; reduction; reductions; "
     "relief; increase in; decrease in; increases in; decreases in; boost in; loss of; gain in; "
     "advantage; advantages; insufficient; responsive to; effects of; effect of; effect on; "
     "effects on; impact on; impact of; "
     "role of; role in; impacts on; influence on; contribution; a cure; protective; more "
     "resilient; is about more than"},

    // Not claims
    {kAdvice, false,
     "should; must; advice; tip; tips; need to; needs to; ought to; have to; it is important to; it's important to; "
     "it is vital to; it's vital to; it is essential to; make sure; be sure to; consult; talk to; "
     "speak to; speak with; ask your; please; we recommend; recommended; i recommend; remember to; "
     "don't forget; keep in mind; "
     "check with; reach out; be mindful; stay hydrated"},
    {kDefine, false,
     "refers to; refer to; known as; also known as; defined as; is called; are called; called; the "
     "term; "
     "a term; coined; includes; include; consists of; consist of; comprises; involves; involve; a "
     "type of; a form of; "
     "a kind of; a technique; stands for; is a method; is a practice; means that; is an umbrella; "
     "in a nutshell; is the process; describes; is a one; divided into; main divisions; contains; "
     "according to tradition; dating back; originated; for thousands of years; for centuries; ancient; traditionally; historically; prescribed"},
    {kDisclaim, false,
     "not a substitute; not a substitute for; no substitute for; substitute for; not a "
     "replacement; isn't a replacement; "
     "not intended to; is not medical advice; medical advice; general information; informational "
     "purposes; "
     "for informational; educational purposes; no liability; accept no liability; liability; "
     "disclaimer; "
     "cannot take the place; can't take the place; not to replace; instead of professional; at "
     "your own risk; "
     "magic cure; not a magic; not a cure; not a miracle; not a doctor; own opinion; views "
     "expressed; "
     "opinions expressed; does not constitute; endorsement; consult a health professional; "
     "do not necessarily reflect; not responsible; rights reserved; affiliate links; sponsored"},
    {kFirstPerson, false,
     "i; i'm; i've; i'll; i'd; me; my; myself; we'll; we've; let's; let me; we're; mine; we "
     "explore; we examine; "
     "we'd; we will; in this post; in this article; in this guide; in this blog"},
    {kSecondPerson, false, "you; your; yourself; you're; you'll; you've; yours"},
    {kOwnership, false,
     "our clinic; our studio; our team; our therapists; our practitioners; our website; our "
     "services"},
    {kMethod, false,
     "we analyzed; we analysed; we conducted; we performed; we used; we included; we excluded; we "
     "recruited; "
     "we computed; we compared; we examined; we assessed; we measured; we estimated; were "
     "excluded; were included; "
     "were recruited; was performed; were performed; was assessed; were assessed; was measured; "
     "were measured; "
     "were computed; were calculated; was calculated; inclusion criteria; exclusion criteria; were "
     "randomised; "
     "were randomized; were assigned; was conducted; were conducted; was evaluated; evaluated via; "
     "estimated; "
     "were trained; were tuned; were visualized; were visualised; defined as; questionnaire; "
     "sample included; "
     "sample size; were collected; was collected; covariates; using the; "
     "shown in; are shown; presents; displays; summarises; summarizes; illustrates; was tested; "
     "were tested; we then; "
     "first examined; mean age; records from"},
    {kLimitation, false,
     "more research is needed; further research; more studies are needed; not yet; we're not yet; "
     "still growing; "
     "is still growing; limitation; limitations; generalizability; generalisability; caution; "
     "cautioned; cautions; "
     "remains unclear; is unclear; it is unclear; still unsure; unsure whether; not fully "
     "understood; "
     "unknown; precludes; warrant consideration; should be interpreted; future work; future "
     "research; "
     "future studies; needed to confirm; mixed results; conflicting; cannot be extrapolated; "
     "may restrict; publication bias; not "
     "definitive; fluke; "
     "methodological limitations; haven't looked; not been studied; not been proven"},
    {kUncertain, false,
     "certainty of evidence was low; low certainty; very low certainty; low quality evidence; "
     "quality of evidence was low; quality of the evidence; certainty of the evidence; evidence "
     "was low; not enough evidence; "
     "insufficient evidence; evidence is limited; limited evidence; evidence is weak; weak "
     "evidence; "
     "evidence is lacking; lack of evidence; no evidence; little evidence; high risk of bias; low "
     "quality; "
     "inconclusive; no conclusive; no relevant conclusions; evidence is mixed; low certainty "
     "evidence"},
    {kAnecdote, false,
     "in my experience; i've watched; i have watched; i've seen; i have seen; i noticed; i felt; "
     "my clients; "
     "my patients; my friend; clients come in; clients tell me; tell me that; told me; i once; "
     "personally; testimonial; "
     "i read; years ago; when i; i tried; worked for me; my own; my story; over the years"},
    {kPromote, false,
     "we'll; we will; let's; we explore; in this post; in this article; in this guide; in this blog; "
     "book your; book a; book an; book now; appointment; click here; contact us; email; sign up; "
     "subscribe; "
     "check out; learn more; read more; our website; find out more; get in touch; visit our; call "
     "us; "
     "follow us; download; shop now; order now; buy; free consultation; discount; ready to; feel "
     "free to; "
     "let's dive; delve; dive into; explore how; you might find; stay tuned; keep reading; scroll"},
    {kAnalogy, false,
     "not just about; not only about; isn't just about; a bridge; bridge between; toolbox; missing piece; think of it; think of; imagine; picture this; like a; is like; just like; as if; acts like; "
     "so to speak; "
     "elixir of life; what if; you know that; you might be thinking; ask yourself; believe it or "
     "not; feels like"},
    {kGeneralise, false,
     "can be applied to; apply to; applies to; extends to; extend to; translate to; translates to; "
     "in populations with; can benefit everyone; for most individuals; for most people; in general; "
     "across all"},
    {kGeneralise | kAnaphor, false,
     "these results suggest; these findings suggest; this suggests; this means that; these data "
     "suggest; "
     "these results indicate"},
    {kAnaphor, false,
     "those same trials; the same trials; those trials; these trials; the latter study; the last named; the same authors; these results; these findings; this suggests; this evidence; it "
     "shows; this study; "
     "these studies; this research; such findings; this framework; this review; the authors; these "
     "data; "
     "this is relevant; still it's promising; that study; this trial; the same study; they found; "
     "they also; "
     "the researchers; the review; the study; the trial; this meta analysis; this effect; these "
     "benefits"},
    {kNotAsserted, false,
     "myth; myths; misconception; misconceptions; old wives' tale; urban legend; debunked; "
     "people think; people believe; people assume; many think; many believe; most believe; some "
     "believe; most of us think; commonly believed; widely believed; popularly believed; critics "
     "claim; critics claimed; proponents claim; advocates claim; fans claim; sellers claim; "
     "manufacturers claim; the hypothesis is; the hypothesis was; we hypothesised; we hypothesized; "
     "hypothesised that; hypothesized that; the claim that; the belief that; the notion that; the "
     "myth that; you may have heard; you might have heard; you've probably heard; you have "
     "probably heard; you've probably read; you have probably read; you may have read; you will "
     "have read; if you believe; will tell you that; will tell you; has promised; have promised; promises you; legend has it; rumour has it; rumor has it; the story goes; falsely; "
     "wrongly; mistakenly; supposedly; allegedly"},
    {kConclude, false,
     "this settles the matter; that settles it; these figures establish; these numbers mean; which means; which tells us; this tells us; that means; in other words; taken together; put "
     "together; all told; add it all up; all of this; all this; the bottom line; bottom line; in "
     "short; in sum; to sum up; it follows; in conclusion; the takeaway; the upshot; no wonder"},
    {kConclude | kReport, false, "which shows; which demonstrates; that shows; that demonstrates"},
    {kConclude | kBooster | kStrongBooster | kReport, false,
     "which proves; which is proof; this proves; that proves; these results prove; these findings "
     "prove"},
    {kConclude | kAnaphor, false,
     "this means; these results mean; these findings mean; together these"},
    {kConclude | kAnaphor | kReport, false,
     "this shows; this demonstrates; these results show; these findings show; these results "
     "demonstrate; these findings demonstrate"},
    {kConclude | kAnaphor | kReport | kBooster, false,
     "this confirms; these results confirm; these findings confirm"},
    {kNullFinding, false,
     "no superiority; not superior; no advantage; no relation; no significant; not significantly; did not significantly; no difference; no effect; no "
     "association; "
     "no obvious; no meaningful; not associated; no benefit; no improvement; no detectable; no "
     "clear; "
     "did not differ; similar between; was similar; non significant; minimal; near "
     "null; "
     "did not change; does not change; do not change; did not alter; does not alter; "
     "no change; did not improve; did not reduce; does not affect; no relationship; no "
     "correlation; no increased"},
    {kIntent, false,
     "turn to; turning to; swear by; this is why; that's why; that is why; have been conducted; has been conducted; "
     "been studied; been investigated; looked at; have examined; here are; here is; here's; below are; the following; aims to; aim is; goal is; the goal; designed to; in order to; central research question; we "
     "sought; objective; "
     "examines whether; explores; to determine; to examine; to explore; to assess; to investigate; "
     "to evaluate; whether; "
     "purpose; this brief; this article; this post; this guide; this leaflet; this page; sets out; we summarise; we summarize; this review considers; mini review considers; prepared by; want to; hope to; intended to"},
    {kNegation, false,
     "no; not; never; neither; nor; without; cannot; can't; don't; doesn't; didn't; isn't; aren't; "
     "wasn't; "
     "weren't; won't; hasn't; haven't; shouldn't; couldn't; fails to; failed to; fail to; lack of; "
     "hardly; barely; "
     "rather than"},
    {kState, false,
     "is; are; was; were; has; have; had; be; been; being; become; becomes; became; remain; "
     "remains"},
};

constexpr IrregularVerb kIrregular[] = {
    {"lead", "led"},
    {"rise", "rose risen"},
    {"fall", "fell fallen"},
    {"make", "made"},
    {"give", "gave given"},
    {"drive", "drove driven"},
    {"show", "showed shown"},
    {"find", "found"},
    {"feed", "fed"},
    {"shrink", "shrank shrunk"},
    {"build", "built"},
    {"cut", "cut"},
    {"let", "let"},
    {"bring", "brought"},
    {"break", "broke broken"},
    {"hold", "held"},
    {"get", "got gotten"},
    {"hurt", "hurt"},
    {"arise", "arose arisen"},
    {"set", "set"},
    {"lose", "lost"},
    {"tell", "told"},
    {"grow", "grew grown"},
    {"burn", "burned burnt"},
    {"fight", "fought"},
    {"leave", "left"},
    {"speed", "sped speeded"},
    {"forecast", "forecast"},
    {"play", "played"},
    {"strengthen", "strengthened"},
};

}  // namespace

std::span<const CueRow> CueRows() { return kRows; }
std::span<const IrregularVerb> IrregularVerbs() { return kIrregular; }

}  // namespace claimgraph
