// Every "cg:" term that an export may hold, with what it means.  Lists of values name
// those of docs/json_format.md.
//
// clang-format off: one line a term

#include <array>

#include "queries/exports/rdf/vocabulary.h"

namespace claimgraph {
namespace {

constexpr RdfTermKind kC = RdfTermKind::kClass;
constexpr RdfTermKind kP = RdfTermKind::kProperty;
constexpr std::string_view kQualifier = "obo:SEPIO_0000144";

constexpr auto kOwnTerms = std::to_array<OwnTerm>({
    {kC, "cg:Document", "prov:Entity",
     "A text that was read: an article, a draft, a page, a record."},
    {kC, "cg:Work", "prov:Entity", "A publication, however many references mean it."},
    {kC, "cg:Finding", "prov:Entity",
     "What a rule found: a lead for a person, not a verdict on one."},
    {kC, "cg:Decision", "prov:Entity",
     "What a reviewer decided of a claim, a source or a finding."},
    {kC, "cg:Judgement", "prov:Entity",
     "What was computed of a claim: a verdict, and the steps to it."},
    {kC, "cg:Step", "", "One step from words to a judgement."},
    {kC, "cg:Effect", "", "A number with its uncertainty, as printed."},
    {kC, "cg:Fact", "", "What a record says of a study, with the words' value."},
    {kC, "cg:StandingNotice", "",
     "That a work was corrected, retracted or the like, as a record tells it."},
    {kC, "cg:BiasJudgement", "", "A record's judgement of a study's risk of bias in one domain."},

    {kP, "cg:source", "",
     "The path or address under which a document was imported, or which a decision is about."},
    {kP, "cg:format", "", "A document's format: markdown, html, pdf, record, ..."},
    {kP, "cg:hash", "", "XXH3-128 of a document's bytes, in hexadecimal digits."},
    {kP, "cg:bytes", "", "The size of a document's source."},
    {kP, "cg:diagnostic", "", "Something odd about a document's file, met while reading it."},
    {kP, "cg:presents", "", "The work that a document is the text of, or is a record of."},
    {kP, "cg:place", "", "Where in its document it stands."},
    {kP, "cg:path", "", "The file that a place is in, where that is not the document's own."},

    {kP, "cg:text", "", "The words, without markup."},
    {kP, "cg:kind", "",
     "Of a claim: effect, mechanism, association, comparison, reported_result, evidence_summary, "
     "generalisation, safety, evaluation. Of a fact: design, sample_size, ... Of a decision: link, "
     "reject, verdict, dismiss, undo."},
    {kP, "cg:causalStrength", "",
     "What a claim's verb says: none, correlational, conditional_causal, direct_causal."},
    {kP, "cg:assertedCertainty", "",
     "What a claim's words assert beyond the verb: hedged, plain, boosted."},
    {kP, "cg:negated", "", "Whether a claim denies: \"does not reduce\"."},
    {kP, "cg:attributed", "", "Whether the text says who found it."},
    {kP, "cg:attribution", "", "The words that name who found it."},
    {kP, "cg:confidence", "", "That it is what it is said to be, from 0 to 1."},
    {kP, "cg:hedge", "", "A word that lowers the certainty asserted."},
    {kP, "cg:booster", "", "A word that lifts it."},
    {kP, "cg:causalCue", "", "A word that says what causes what."},
    {kP, "cg:magnitude", "", "A word that says how much."},
    {kP, "cg:citation", "",
     "The in-text pointer that a claim, an evidence line or a finding has, or through which a "
     "citation was made."},
    {kP, "cg:citationStatus", "",
     "How a claim is tied to its sources: uncited, cited_inline, cited_adjacent, cited_paragraph, "
     "cited_anaphoric, cited_placeholder, cited_dangling, self_attributed."},
    {kP, "cg:judgement", "", "What was computed of a claim."},
    {kP, "cg:verdict", "",
     "supported, weakly_supported, overstated, contradicted, unsupported or unverifiable: "
     "computed, unless a step names a reviewer's decision. A claim has its judgement's."},
    {kP, "cg:allowedWording", "", "Words that the evidence would bear."},
    {kP, "cg:step", "", "A step that was taken, in the order of cg:position."},
    {kP, "cg:position", "", "Which of several, from 1."},
    {kP, "cg:stage", "", "Of a step: citation, design, directness, certainty, wording, verdict."},
    {kP, "cg:rule", "",
     "The rule of a step or of a finding: start-from-design, uncited-claim, ..."},
    {kP, "cg:change", "", "Levels of certainty added, or removed where negative."},
    {kP, "cg:because", "", "The inputs of a step, in words."},

    {kP, "cg:affects", "", "Says that the first changes the second, without a direction."},
    {kP, "cg:increases", "cg:affects", "Says that the first raises the second."},
    {kP, "cg:decreases", "cg:affects", "Says that the first lowers the second."},
    {kP, "cg:improves", "cg:affects", "Says that the first makes the second better."},
    {kP, "cg:worsens", "cg:affects", "Says that the first makes the second worse."},
    {kP, "cg:hasNoEffectOn", "", "Says that the first does not change the second."},
    {kP, "cg:population", kQualifier, "In whom."},
    {kP, "cg:comparator", kQualifier, "Compared with what."},

    {kP, "cg:style", "",
     "Of a pointer: author_year, numeric, superscript, footnote, pandoc_key, link, placeholder, "
     "named_source."},
    {kP, "cg:score", "", "How surely a pointer means its references, from 0 to 1."},
    {kP, "cg:author", "", "A name that a pointer, a reference or a record prints, right or wrong."},
    {kP, "cg:authors", "", "All authors in order, separated by \"; \"."},
    {kP, "cg:etAl", "", "Whether there are more authors than are named."},
    {kP, "cg:year", "", "The year that is printed, right or wrong."},
    {kP, "cg:yearSuffix", "", "The b of 2011b."},
    {kP, "cg:number", "", "The number in a list of references that a pointer or reference prints."},
    {kP, "cg:key", "", "A BibTeX key, a footnote's label; of a study: what its records share."},
    {kP, "cg:address", "", "An address as printed, which may be none."},
    {kP, "cg:origin", "", "Of a reference: list, footnote, link, bib_file."},
    {kP, "cg:title", "", "The title that a reference or record prints, right or wrong."},
    {kP, "cg:container", "", "The journal, book or site that is printed, right or wrong."},
    {kP, "cg:volume", "", "As printed."},
    {kP, "cg:issue", "", "As printed."},
    {kP, "cg:pages", "", "As printed."},
    {kP, "cg:publisher", "", "As printed."},
    {kP, "cg:name", "",
     "What a work is looked up by: \"doi:10.1/x\"; of a notice: the work that announces it."},

    {kP, "cg:design", "", "A study's design: randomised_controlled_trial, cohort, ... or unknown."},
    {kP, "cg:standing", "",
     "Of a work: current, corrected, expression_of_concern, retracted, superseded, preprint."},
    {kP, "cg:date", "", "2014, 2014-03 or 2014-03-09, as printed."},
    {kP, "cg:reason", "", "Of a notice: why, as printed."},
    {kP, "cg:notice", "", "A notice that a record tells of its work."},
    {kP, "cg:announcedBy", "", "The work that is the notice."},
    {kP, "cg:study", "", "The study that a work reports, as a record or an evidence line has it."},
    {kP, "cg:people", "", "How many people were studied."},
    {kP, "cg:studies", "", "How many studies an effect comes from."},
    {kP, "cg:fact", "", "A fact that a record tells."},
    {kP, "cg:value", "",
     "Of a fact: a text. Of an effect: a number. Of a decision: what was decided."},
    {kP, "cg:riskOfBias", "",
     "A record's judgement of bias, or its value: not_assessed, low, some_concerns, high."},
    {kP, "cg:domain", "", "What a judgement of bias is about: randomisation, ..., overall."},
    {kP, "cg:heading", "", "A subject heading of a record."},
    {kP, "cg:publicationType", "", "A publication type of a record, as printed."},
    {kP, "cg:includes", "", "A work whose study a review is known to include."},

    {kP, "cg:stance", "",
     "Of a source to a proposition: supports, disputes, neutral, no_evidence, unknown."},
    {kP, "cg:role", "",
     "What of a source was cited: primary_result, background, review_synthesis, unknown."},
    {kP, "cg:directness", "",
     "How far a source's people, intervention, comparator or outcome are from a claim's: "
     "not_assessed, direct, indirect, different."},
    {kP, "cg:directnessOfPopulation", "cg:directness", "The same, of the people."},
    {kP, "cg:directnessOfIntervention", "cg:directness", "The same, of the intervention."},
    {kP, "cg:directnessOfComparator", "cg:directness", "The same, of the comparator."},
    {kP, "cg:directnessOfOutcome", "cg:directness", "The same, of the outcome."},
    {kP, "cg:level", "", "Of a certainty: 4 high, 3 moderate, 2 low, 1 very low."},
    {kP, "cg:reference", "", "The reference that an evidence line or a finding is about."},
    {kP, "cg:evidenceLine", "", "An evidence line that a finding is about."},

    {kP, "cg:effect", "", "An effect that a claim prints, or that came out of a study."},
    {kP, "cg:measure", "", "SMD, MD, OR, RR, HR, RD, NNT, r, %, points, AUC."},
    {kP, "cg:intervalLow", "",
     "The lower end of the confidence interval: 95 % unless the text says otherwise."},
    {kP, "cg:intervalHigh", "", "Its upper end."},
    {kP, "cg:pValue", "", "The p value."},
    {kP, "cg:iSquared", "", "Heterogeneity I\u00B2, in percent."},
    {kP, "cg:significance", "", "Of a result: unknown, significant, not_significant."},
    {kP, "cg:timePoint", "", "When it was measured."},
    {kP, "cg:quote", "", "The words that say it."},

    {kP, "cg:severity", "", "Of a finding: info, warning, error."},
    {kP, "cg:message", "", "What is wrong, in one sentence."},
    {kP, "cg:suggestion", "", "What to write or do."},
    {kP, "cg:claim", "", "The claim that a finding is about."},
    {kP, "cg:about", "", "The document that a decision is about, or the work of a notice."},
    {kP, "cg:decides", "", "The claim that a decision is about."},
    {kP, "cg:work", "", "The work that a decision ties to its claim, or takes from it."},
    {kP, "cg:undoes", "", "The decision that this one undoes."},
    {kP, "cg:undone", "", "Whether a decision counts no longer, since another undoes it."},
    {kP, "cg:nth", "", "Which of several places with these words, from 0."},
    {kP, "cg:who", "", "Who decided."},
    {kP, "cg:when", "", "When, as recorded."},
    {kP, "cg:why", "", "Why."},
});

}  // namespace

std::span<const OwnTerm> OwnTerms() { return kOwnTerms; }

}  // namespace claimgraph
