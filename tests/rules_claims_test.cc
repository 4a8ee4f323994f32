// Rules about what claims say and what they rest on: each row is a drawn
// document and the words that the rule flags in it.

#include <gtest/gtest.h>

#include "tests/rules_graph.h"

namespace claimgraph {
namespace {

struct Case {
  const char* rule;
  const char* drawing;
  const char* flagged;
};

constexpr Case kUncited[] = {
    {"uncited-claim", R"({c1:Tea cures colds}.
        c1 effect direct_causal uncited unsupported tea>decrease>colds)",
     "Tea cures colds"},
    // The heading promises; the text below has to prove.
    {"uncited-claim", R"(# {c1:Tea cures colds}
        c1 effect direct_causal uncited unsupported)",
     ""},
    {"uncited-claim", R"(% {c1:Tea cures colds}
        c1 effect uncited unsupported)",
     ""},
    // A cautious summary that the document's other sources carry
    {"uncited-claim", R"({c1:There is growing evidence that tea helps}.
        c1 evidence_summary hedged uncited weakly_supported)",
     ""},
    {"uncited-claim", R"({c1:Tea eases colds} {k1:[1]}.
        c1 effect cited_inline weakly_supported cites=k1
        k1 numeric numbers=1)",
     ""},
    {"uncited-claim", R"({c1:Our patients slept longer}.
        c1 reported_result self_attributed weakly_supported)",
     ""},
};

constexpr Case kPhantom[] = {
    {"phantom-studies", R"(Studies show that {c1:tea cures colds}.
        c1 effect uncited unsupported)",
     "tea cures colds"},
    {"phantom-studies", R"({c1:Science backs up what grandmothers knew about tea}.
        c1 effect uncited unsupported)",
     "Science backs up what grandmothers knew about tea"},
    {"phantom-studies", R"({c1:Tea is clinically proven to cure colds}.
        c1 effect uncited overstated)",
     "Tea is clinically proven to cure colds"},
    {"phantom-studies", R"(Many recent studies have also found that {c1:tea cures colds}.
        c1 effect uncited unsupported)",
     "tea cures colds"},
    {"phantom-studies", R"(Studies show that {c1:tea cures colds} {k1:(Hill, 2018)}.
        c1 effect cited_inline unsupported cites=k1
        k1 author_year)",
     ""},
    {"phantom-studies", R"({c1:The remaining studies showed no effect of tea}.
        c1 reported_result uncited unsupported)",
     ""},
    {"phantom-studies", R"(# {c1:What research shows about tea}
        c1 evaluation uncited overstated)",
     ""},
    {"phantom-studies", R"({c1:The studio shows that tea cures colds}.
        c1 effect uncited unsupported)",
     ""},
    // Carried by what the document cites elsewhere
    {"phantom-studies", R"({c1:Some studies suggest that tea may help}.
        c1 evidence_summary hedged uncited weakly_supported)",
     ""},
};

constexpr Case kAnecdote[] = {
    {"anecdote-as-evidence", R"(Many of my clients {c1:sleep better after tea}.
        c1 effect uncited unsupported)",
     "sleep better after tea"},
    {"anecdote-as-evidence", R"({c1:Many people report sounder sleep with tea}.
        c1 effect uncited unsupported)",
     "Many people report sounder sleep with tea"},
    // Who she is, the sentence before tells
    {"anecdote-as-evidence", R"(One of my clients drank tea. {c1:She slept at once, so tea works}.
        c1 effect uncited unsupported)",
     "She slept at once, so tea works"},
    // People asked by a study

    {"anecdote-as-evidence", R"({c1:Most people report sounder sleep} {k1:[3]}.
        c1 reported_result cited_inline weakly_supported cites=k1
        k1 numeric)",
     ""},
    {"anecdote-as-evidence", R"({c1:Our patients slept 40 minutes longer}.
        c1 reported_result self_attributed unsupported)",
     ""},
    {"anecdote-as-evidence", R"({c1:Tea cures colds}.
        c1 effect uncited unsupported)",
     ""},
};

constexpr Case kTheory[] = {
    {"theory-as-evidence", R"({c1:The warm-cup model demonstrates that tea heals grief}.
        c1 effect direct_causal uncited unsupported)",
     "The warm-cup model demonstrates that tea heals grief"},
    {"theory-as-evidence", R"({c1:Tea heals grief} {k1:(Hill, 2018)}.
        c1 effect direct_causal plain cited_inline weakly_supported cites=k1
        k1 author_year -> r1
        r1 list family=Hill year=2018 design=theory "The warm-cup model")",
     "Tea heals grief"},
    {"theory-as-evidence", R"({c1:The theory of warm cups (Hill, 2018) proves that tea heals}.
        c1 effect direct_causal uncited unsupported)",
     "The theory of warm cups (Hill, 2018) proves that tea heals"},
    {"theory-as-evidence", R"({c1:The model was tested in a trial that shows that tea heals}.
        c1 effect direct_causal uncited unsupported)",
     ""},
    // A theory reported as a theory

    {"theory-as-evidence", R"({c1:Hill proposes that tea heals grief} {k1:(Hill, 2018)}.
        c1 effect direct_causal attributed cited_inline weakly_supported cites=k1
        k1 author_year -> r1
        r1 list family=Hill year=2018 design=theory "The warm-cup model")",
     ""},
    {"theory-as-evidence", R"({c1:According to the model, tea heals grief} {k1:(Hill, 2018)}.
        c1 effect direct_causal plain cited_inline weakly_supported cites=k1
        k1 author_year -> r1
        r1 list family=Hill year=2018 design=theory "The warm-cup model")",
     ""},
    {"theory-as-evidence", R"({c1:A mouse model shows that tea heals wounds}.
        c1 effect direct_causal uncited unsupported)",
     ""},
    {"theory-as-evidence", R"({c1:Tea heals grief} {k1:[1,2]}.
        c1 effect direct_causal cited_inline weakly_supported cites=k1
        k1 numeric -> r1 r2
        r1 list design=theory "The warm-cup model"
        r2 list design=cohort "Tea in widows: a cohort study")",
     ""},
};

constexpr Case kSafety[] = {
    {"safety-claim-unsupported", R"({c1:Tea has no side effects}.
        c1 safety uncited unsupported)",
     "Tea has no side effects"},
    {"safety-claim-unsupported", R"({c1:For most people tea is a safe, low-risk drink}.
        c1 safety uncited unsupported)",
     "For most people tea is a safe, low-risk drink"},
    {"safety-claim-unsupported", R"({c1:Nobody knows how safe tea is in pregnancy}.
        c1 safety uncited unsupported)",
     ""},
    {"safety-claim-unsupported", R"({c1:A therapist provides a safe environment}.
        c1 safety uncited unsupported)",
     ""},
    // Whatever kind of claim says it

    {"safety-claim-unsupported", R"({c1:Tea is risk-free, so there is nothing to lose}.
        c1 evaluation uncited unsupported)",
     "Tea is risk-free, so there is nothing to lose"},
    // A warning needs no proof of safety

    {"safety-claim-unsupported", R"({c1:Tea is not safe during pregnancy}.
        c1 safety uncited unsupported)",
     ""},
    {"safety-claim-unsupported", R"({c1:Tea can be dangerous}.
        c1 safety uncited unsupported)",
     ""},
    {"safety-claim-unsupported", R"({c1:Tea appears to have few risks} {k1:[1]}.
        c1 safety hedged cited_paragraph weakly_supported cites=k1
        k1 numeric -> r1
        r1 list "Tea: what you need to know")",
     ""},
};

constexpr Case kPopulation[] = {
    // The source's title names other people
    {"population-overreach", R"({c1:Tea eases colds in children} {k1:[1]}.
        c1 effect cited_inline overstated cites=k1 tea>decrease>colds>children
        k1 numeric -> r1
        r1 list "Tea for colds in nurses"
        e1 c1 r1 randomised_controlled_trial population=different)",
     "Tea eases colds in children"},
    {"population-overreach", R"({c1:These findings can be applied to anyone with a cold}.
        c1 generalisation uncited overstated)",
     "These findings can be applied to anyone with a cold"},
    {"population-overreach", R"({c1:So tea gives everyone milder colds} {k1:[1]}.
        c1 effect cited_anaphoric overstated cites=k1
        k1 numeric -> r1
        r1 list "Tea for colds in nurses"
        e1 c1 r1 randomised_controlled_trial population=indirect)",
     "So tea gives everyone milder colds"},
    // The same people, whatever else the title says of them
    {"population-overreach", R"({c1:Tea eases colds in old nurses with asthma} {k1:[1]}.
        c1 effect cited_inline weakly_supported cites=k1 tea>decrease>colds>asthma
        k1 numeric -> r1
        r1 list "Tea for colds in nurses"
        e1 c1 r1 randomised_controlled_trial population=different)",
     ""},
    {"population-overreach", R"({c1:Tea helps with colds in general} {k1:[1]}.
        c1 generalisation cited_anaphoric overstated cites=k1 verdict=beyond-population
        k1 numeric -> r1
        r1 list "Tea for colds in nurses")",
     ""},
    // As the appraisal judged it, from the source's wider or narrower group

    {"population-overreach", R"({c1:Tea helps people with chronic colds} {k1:[1]}.
        c1 generalisation cited_anaphoric overstated cites=k1 verdict=beyond-population
        k1 numeric -> r1
        r1 list "Tea for colds in nurses"
        e1 c1 r1 randomised_controlled_trial)",
     "Tea helps people with chronic colds"},
    // A claim that names nobody, too strong for another reason
    {"population-overreach", R"({c1:Tea is proven to ease colds} {k1:[1]}.
        c1 effect boosted cited_inline overstated cites=k1 verdict=boosted-beyond-evidence
        k1 numeric -> r1
        r1 list "Tea for colds in nurses"
        e1 c1 r1 randomised_controlled_trial population=indirect)",
     ""},
    // A conclusion drawn for all from the paragraph before
    {"population-overreach", R"({c1:So tea gives everyone milder colds}.
        c1 effect uncited unsupported)",
     "So tea gives everyone milder colds"},
    // One of two sources studied these people

    {"population-overreach", R"({c1:Tea eases colds in children} {k1:[1,2]}.
        c1 effect cited_inline overstated cites=k1 tea>decrease>colds>children
        k1 numeric -> r1 r2
        r1 list "Tea for colds in nurses"
        r2 list "Tea for colds in children"
        e1 c1 r1 population=different
        e2 c1 r2 population=direct)",
     ""},
    // "everyone" as a figure of speech, with nothing cited, is only uncited
    {"population-overreach", R"({c1:Everyone sleeps badly with a cold}.
        c1 effect uncited unsupported)",
     ""},
    {"population-overreach", R"({c1:Tea may ease colds in children} {k1:[1]}.
        c1 effect hedged cited_inline weakly_supported cites=k1
        k1 numeric -> r1
        r1 list "Tea for colds in nurses"
        e1 c1 r1 population=different)",
     ""},
};

constexpr Case kIntervention[] = {
    {"intervention-mismatch", R"({c1:Green tea lowers blood pressure} {k1:[1]}.
        c1 effect cited_inline overstated cites=k1 green_tea>decrease>blood_pressure
        k1 numeric -> r1
        r1 list "Coffee and blood pressure: a trial"
        e1 c1 r1 randomised_controlled_trial intervention=different)",
     "Green tea lowers blood pressure"},
    // A title that does not say what was tested
    {"intervention-mismatch", R"({c1:Green tea lowers blood pressure} {k1:[1]}.
        c1 effect cited_inline overstated cites=k1 green_tea>decrease>blood_pressure
        k1 numeric -> r1
        r1 list "The Leeds study"
        e1 c1 r1 randomised_controlled_trial)",
     ""},
    // What the claim is about was read wrongly: its words do not say so
    {"intervention-mismatch", R"({c1:It lowers blood pressure} {k1:[1]}.
        {c2:Tea helps}. {c3:Tea calms}.
        c1 effect cited_inline overstated cites=k1 aspirin>decrease>blood_pressure
        c2 effect uncited unsupported tea>improve>mood
        c3 effect uncited unsupported tea>decrease>stress
        k1 numeric -> r1
        r1 list "Coffee and blood pressure"
        e1 c1 r1 intervention=different)",
     ""},
    {"intervention-mismatch", R"({c1:Green tea lowers blood pressure} {k1:[1,2]}.
        c1 effect cited_inline overstated cites=k1 green_tea>decrease>blood_pressure
        k1 numeric -> r1 r2
        r1 list "Coffee and blood pressure"
        r2 list "Green tea and blood pressure"
        e1 c1 r1 intervention=different
        e2 c1 r2 intervention=direct)",
     ""},
};

constexpr Case kComparison[] = {
    {"comparative-without-comparison", R"({c1:Tea is a far more effective remedy}.
        c1 comparison uncited unsupported)",
     "Tea is a far more effective remedy"},
    {"comparative-without-comparison", R"({c1:Tea eases grief as well as many medicines}.
        c1 comparison uncited unsupported)",
     "Tea eases grief as well as many medicines"},
    {"comparative-without-comparison", R"({c1:Tea works better than any pill}.
        c1 comparison uncited unsupported)",
     "Tea works better than any pill"},
    {"comparative-without-comparison", R"({c1:Tea worked better than water} {k1:[1]}.
        c1 comparison cited_inline weakly_supported cites=k1
        k1 numeric)",
     ""},
    // Before and after, not one thing and another
    {"comparative-without-comparison", R"({c1:Tea makes you feel better}.
        c1 comparison uncited unsupported)",
     ""},
    {"comparative-without-comparison", R"({c1:Better sleep supports a calm mind}.
        c1 comparison uncited unsupported)",
     ""},
    {"comparative-without-comparison", R"({c1:You drink more tea than you need}.
        c1 comparison uncited unsupported)",
     ""},
    {"comparative-without-comparison", R"({c1:Colds are more common in children than in adults}.
        c1 comparison uncited unsupported)",
     ""},
    {"comparative-without-comparison", R"({c1:Many teams try to develop more effective teas}.
        c1 comparison uncited unsupported)",
     ""},
    {"comparative-without-comparison", R"({c1:Colds were shorter than in the control group}.
        c1 comparison uncited unsupported)",
     ""},
};

constexpr Case kCertainty[] = {
    // A cause called proven, and nothing cited: an error
    {"certainty-inflation", R"({c1:Tea is proven to prevent colds}.
        c1 effect direct_causal boosted uncited overstated boosters=proven)",
     "error: Tea is proven to prevent colds"},
    {"certainty-inflation", R"({c1:The benefits of tea are clear}.
        c1 evaluation boosted uncited overstated boosters=clear)",
     "The benefits of tea are clear"},
    // "Proven" in another sense; a source of unknown design
    {"certainty-inflation", R"({c1:Counting cups may prove difficult}.
        c1 effect direct_causal boosted uncited unsupported boosters=prove)",
     ""},
    {"certainty-inflation", R"({c1:Tea has been shown to ease colds} {k1:[1]}.
        c1 effect direct_causal boosted cited_inline overstated cites=k1 boosters=has_been_shown verdict=boosted-beyond-evidence
        k1 numeric -> r1
        r1 list "Tea and colds"
        e1 c1 r1)",
     ""},
    // Emphasis is not certainty

    {"certainty-inflation", R"({c1:Tea really helps with colds}.
        c1 effect direct_causal boosted uncited unsupported boosters=really)",
     ""},
    // Above what the sources allow
    {"certainty-inflation", R"({c1:Tea prevents colds} {k1:[1]}.
        c1 effect direct_causal plain cited_inline overstated cites=k1 causal=prevents
        k1 numeric -> r1
        r1 list "Tea and colds: a cohort study"
        e1 c1 r1 cohort)",
     "Tea prevents colds"},
    {"certainty-inflation", R"({c1:Tea eased colds} {k1:[1]}.
        c1 effect direct_causal plain cited_inline supported cites=k1
        k1 numeric -> r1
        r1 list "Tea and colds: a randomised trial"
        e1 c1 r1 randomised_controlled_trial)",
     ""},
};

constexpr Case kMagnitude[] = {
    {"magnitude-inflation", R"({c1:Tea has a powerful effect on colds}.
        c1 effect uncited unsupported magnitudes=powerful)",
     "Tea has a powerful effect on colds"},
    {"magnitude-inflation", R"({c1:Tea dramatically eased colds ({f1:SMD -0.30})} {k1:[1]}.
        c1 effect cited_inline supported cites=k1 magnitudes=dramatically
        f1 SMD -0.30 in c1
        k1 numeric)",
     "Tea dramatically eased colds (SMD -0.30)"},
    {"magnitude-inflation", R"({c1:Tea dramatically eased colds ({f1:SMD -0.90})} {k1:[1]}.
        c1 effect cited_inline supported cites=k1 magnitudes=dramatically
        f1 SMD -0.90 in c1
        k1 numeric)",
     ""},
    // A statistical word, and a writer who does not vouch for the size
    {"magnitude-inflation", R"({c1:Tea significantly eased colds}.
        c1 effect uncited unsupported magnitudes=significantly)",
     ""},
    {"magnitude-inflation", R"({c1:Hearing aids help people with severe to profound loss}.
        c1 effect uncited unsupported magnitudes=profound)",
     ""},
    {"magnitude-inflation", R"({c1:Tea seems to have dramatic effects}.
        c1 effect hedged uncited unsupported hedges=seems magnitudes=dramatic)",
     ""},
};

constexpr Case kSurrogate[] = {
    {"surrogate-outcome", R"({c1:Tea boosts serotonin and lifts your mood}.
        c1 effect direct_causal uncited unsupported)",
     "Tea boosts serotonin and lifts your mood"},
    {"surrogate-outcome", R"({c1:Tea lowered cortisol} {k1:[1]}.
        c1 reported_result direct_causal cited_inline supported cites=k1
        k1 numeric)",
     ""},
    {"surrogate-outcome", R"({c1:Tea lowers cortisol}.
        c1 effect direct_causal uncited unsupported)",
     ""},
};

constexpr Case kAdvice[] = {
    // {c1} only tells the rule what the article is about.
    {"advice-exaggeration", R"({c1:Tea helps}. It's a necessary part of every day.
        c1 effect uncited unsupported tea>improve>mood)",
     "It's a necessary part of every day."},
    {"advice-exaggeration", R"({c1:Tea helps}.
        You must drink tea every night.
        c1 effect uncited unsupported tea>improve>mood)",
     "You must drink tea every night."},
    {"advice-exaggeration", R"({c1:Tea is essential for good health}.
        c1 effect uncited unsupported tea>improve>health)",
     "Tea is essential for good health"},
    // Caution, and other subjects
    {"advice-exaggeration", R"({c1:Tea helps}. It is essential to ask your doctor first.
        c1 effect uncited unsupported tea>improve>mood)",
     ""},
    {"advice-exaggeration", R"({c1:Tea helps}. You must have three signs to be diagnosed with flu.
        c1 effect uncited unsupported tea>improve>mood)",
     ""},
    {"advice-exaggeration", R"({c1:Tea helps}. It is vital to ensure that services are paid for.
        c1 effect uncited unsupported tea>improve>mood)",
     ""},
    {"advice-exaggeration", R"({c1:Tea helps}. Iron is essential for making blood.
        c1 effect uncited unsupported tea>improve>mood)",
     ""},
    {"advice-exaggeration", R"({c1:Tea helps}. Company is a crucial element of a good mood.
        c1 effect uncited unsupported tea>improve>mood)",
     ""},
    // No health claim anywhere: not our business
    {"advice-exaggeration", "You must try this library. It is essential for everyone.", ""},
};

constexpr Case kInterval[] = {
    {"missing-confidence-interval", R"({c1:Tea eased colds ({f1:SMD -0.40})} {k1:[1]}.
        c1 reported_result cited_inline supported cites=k1
        f1 SMD -0.40 in c1
        k1 numeric)",
     "SMD -0.40"},
    {"missing-confidence-interval", R"({c1:Tea eased colds ({f1:SMD -0.40, 95% CI -0.6 to -0.2})}.
        c1 reported_result cited_inline supported
        f1 SMD -0.40 -0.6 -0.2 in c1)",
     ""},
    {"missing-confidence-interval", R"({c1:The effect was small ({f1:SMD 0.1}) and its CI wide}.
        c1 reported_result self_attributed weakly_supported
        f1 SMD 0.1 in c1)",
     ""},
    {"missing-confidence-interval", R"({c1:Tea cut colds by {f1:20%}}.
        c1 reported_result cited_inline supported
        f1 % 20 in c1)",
     ""},
};

constexpr Case kSigns[] = {
    {"effect-sign-inconsistent",
     R"({c1:Tea eased anxiety ({f1:SMD -0.30}) and depression ({f2:SMD 0.40})}.
        c1 reported_result cited_inline supported tea>decrease>anxiety tea>decrease>depression
        f1 SMD -0.30 in c1
        f2 SMD 0.40 in c1)",
     "SMD 0.40"},
    // Across claims, an improvement and a fall
    {"effect-sign-inconsistent", R"({c1:Tea improved anxiety ({f1:SMD 0.44})}.
        {c2:Coffee reduced anxiety ({f2:SMD -0.59})}.
        {c3:Cocoa reduced pain ({f3:SMD -0.2})}.
        c1 reported_result cited_inline supported tea>improve>anxiety
        c2 reported_result cited_inline supported coffee>decrease>anxiety
        c3 reported_result cited_inline supported cocoa>decrease>pain
        f1 SMD 0.44 in c1
        f2 SMD -0.59 in c2
        f3 SMD -0.2 in c3)",
     "SMD 0.44"},
    // Quality of life rises where pain falls
    {"effect-sign-inconsistent",
     R"({c1:Tea improved quality of life ({f1:SMD 0.30}) and pain ({f2:SMD -0.40})}.
        c1 reported_result cited_inline supported tea>improve>quality_of_life tea>improve>pain
        f1 SMD 0.30 in c1
        f2 SMD -0.40 in c1)",
     ""},
    // A harm
    {"effect-sign-inconsistent",
     R"({c1:Tea eased anxiety ({f1:SMD -0.30})}. {c2:Noise raised anxiety ({f2:SMD 0.40})}.
        c1 reported_result cited_inline supported tea>decrease>anxiety
        c2 reported_result cited_inline supported noise>increase>anxiety
        f1 SMD -0.30 in c1
        f2 SMD 0.40 in c2)",
     ""},
};

constexpr Case kContradiction[] = {
    {"self-contradiction", R"({c1:Tea lowers cortisol}.
        {c2:Tea raises cortisol}.
        c1 effect plain uncited unsupported causal=lowers tea>decrease>cortisol
        c2 effect plain uncited unsupported causal=raises tea>increase>cortisol)",
     "Tea raises cortisol"},
    {"self-contradiction", R"({c1:Tea lowers cortisol}.
        {c2:Tea has no effect on cortisol}.
        c1 effect plain uncited unsupported causal=lowers tea>decrease>cortisol
        c2 effect plain uncited unsupported causal=has tea>no_effect>cortisol)",
     "Tea has no effect on cortisol"},
    // Another time, another person, another voice
    {"self-contradiction", R"({c1:Tea raises cortisol at first}.
        {c2:Tea lowers cortisol}.
        c1 effect plain uncited unsupported causal=raises tea>increase>cortisol
        c2 effect plain uncited unsupported causal=lowers tea>decrease>cortisol)",
     ""},
    {"self-contradiction", R"({c1:Tea lowers cortisol}.
        {c2:Tea raises cortisol}.
        c1 effect plain uncited unsupported causal=lowers tea>decrease>cortisol>nurses
        c2 effect plain uncited unsupported causal=raises tea>increase>cortisol>pilots)",
     ""},
    // Read into the words, not said by them
    {"self-contradiction", R"({c1:Tea heals emotional wounds}.
        {c2:Tea is a great lifter of spirits}.
        c1 effect plain uncited unsupported tea>decrease>mood
        c2 effect plain uncited unsupported tea>increase>mood)",
     ""},
    {"self-contradiction", R"({c1:Hill found that tea lowers cortisol}.
        {c2:Reed found that tea raises cortisol}.
        c1 effect attributed uncited unsupported causal=lowers tea>decrease>cortisol
        c2 effect attributed uncited unsupported causal=raises tea>increase>cortisol)",
     ""},
    {"self-contradiction", R"({c1:Tea improves anxiety}.
        {c2:Tea reduces anxiety}.
        c1 effect plain uncited unsupported causal=improves tea>improve>anxiety
        c2 effect plain uncited unsupported causal=reduces tea>decrease>anxiety)",
     ""},
    {"self-contradiction", R"({c1:Sleep eases worry}.
        {c2:Lack of sleep feeds worry}.
        c1 effect plain uncited unsupported causal=eases sleep>decrease>worry
        c2 effect plain uncited unsupported sleep>increase>worry)",
     ""},
};

constexpr Case kSecondary[] = {
    {"secondary-source-only", R"({c1:Tea calms the heart} {k1:(Tea Club, 2022)}.
        c1 effect conditional_causal cited_inline weakly_supported cites=k1
        k1 author_year -> r1
        r1 list family=Tea_Club year=2022 design=web_page url=https://tea.example/heart "Tea and you")",
     "(Tea Club, 2022)"},
    // One finding for a marker that carries two claims
    {"secondary-source-only", R"({c1:Tea calms the heart}. {c2:It lowers the pulse}. {k1:Tea Club}
        c1 effect direct_causal cited_paragraph weakly_supported cites=k1
        c2 effect direct_causal cited_paragraph weakly_supported cites=k1
        k1 named_source -> r1
        r1 list design=web_page url=https://tea.example/heart "Tea and you")",
     "Tea Club"},
    {"secondary-source-only", R"({c1:Tea lowers blood pressure} {k1:[1]}.
        c1 effect direct_causal plain cited_inline overstated cites=k1
        k1 numeric -> r1
        r1 list design=narrative_review "Tea and the heart: a narrative review")",
     "[1]"},
    // Cautious words may rest on a review; public bodies count as guidelines
    {"secondary-source-only", R"({c1:Tea may lower blood pressure} {k1:[1]}.
        c1 effect conditional_causal hedged cited_inline weakly_supported cites=k1
        k1 numeric -> r1
        r1 list design=narrative_review "Tea and the heart: a narrative review")",
     ""},
    {"secondary-source-only", R"({c1:Tea may lower blood pressure} {k1:[1]}.
        c1 effect conditional_causal hedged cited_inline weakly_supported cites=k1
        k1 numeric -> r1
        r1 list design=web_page url=https://www.nhs.uk/tea "Tea")",
     ""},
    // What a review says, told as what it says; a paper in a library's viewer
    {"secondary-source-only", R"({c1:Hill notes that tea lowers blood pressure} {k1:[1]}.
        c1 effect direct_causal plain attributed cited_inline weakly_supported cites=k1
        k1 numeric -> r1
        r1 list design=narrative_review "Tea and the heart: a narrative review")",
     ""},
    {"secondary-source-only", R"({c1:Tea lowers blood pressure} {k1:[1]}.
        c1 effect direct_causal plain cited_inline weakly_supported cites=k1
        k1 numeric -> r1
        r1 list design=web_page url=https://viewer.example/7 "Tea is associated with stroke")",
     ""},
    {"secondary-source-only", R"({c1:Tea lowers blood pressure} {k1:[1,2]}.
        c1 effect direct_causal plain cited_inline supported cites=k1
        k1 numeric -> r1 r2
        r1 list design=web_page url=https://tea.example "Tea and you"
        r2 list design=randomised_controlled_trial "Tea and blood pressure: a randomised trial")",
     ""},
};

template <std::size_t N>
void Check(const Case (&cases)[N]) {
  for (const Case& c : cases) {
    SCOPED_TRACE(c.drawing);
    EXPECT_EQ(Flagged(c.rule, c.drawing), c.flagged);
  }
}

TEST(ClaimRulesTest, UncitedClaim) { Check(kUncited); }
TEST(ClaimRulesTest, PhantomStudies) { Check(kPhantom); }
TEST(ClaimRulesTest, AnecdoteAsEvidence) { Check(kAnecdote); }
TEST(ClaimRulesTest, TheoryAsEvidence) { Check(kTheory); }
TEST(ClaimRulesTest, SafetyClaimUnsupported) { Check(kSafety); }
TEST(ClaimRulesTest, PopulationOverreach) { Check(kPopulation); }
TEST(ClaimRulesTest, InterventionMismatch) { Check(kIntervention); }
TEST(ClaimRulesTest, ComparativeWithoutComparison) { Check(kComparison); }
TEST(ClaimRulesTest, CertaintyInflation) { Check(kCertainty); }
TEST(ClaimRulesTest, MagnitudeInflation) { Check(kMagnitude); }
TEST(ClaimRulesTest, SurrogateOutcome) { Check(kSurrogate); }
TEST(ClaimRulesTest, AdviceExaggeration) { Check(kAdvice); }
TEST(ClaimRulesTest, MissingConfidenceInterval) { Check(kInterval); }
TEST(ClaimRulesTest, EffectSignInconsistent) { Check(kSigns); }
TEST(ClaimRulesTest, SelfContradiction) { Check(kContradiction); }
TEST(ClaimRulesTest, SecondarySourceOnly) { Check(kSecondary); }

}  // namespace
}  // namespace claimgraph
