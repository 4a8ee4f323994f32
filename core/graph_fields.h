// Every field of every noun that a DocumentGraph holds, listed once, by its name in JSON.
//
// Whoever writes or reads graphs as JSON (graph_json.h) visits these lists, so that a
// field cannot be written and not read, or under another name.  A visitor is called as
//
//   v("year", reference.year);                        a field
//   v.Group("directness", [&](auto& inner) { .. });   fields that stand in an object of their own
//
// Names are those of docs/json_format.md where a noun has the field there.  Left out are
// a noun's own id and its document, which its place says.  Ids are local, as in a graph that
// is not stored yet (document_graph.h).
//
// A new field is one line here; a new enumeration also needs its last enumerator.
// NEVER rename a field: files that users keep have them.
#ifndef CLAIMGRAPH_CORE_GRAPH_FIELDS_H_
#define CLAIMGRAPH_CORE_GRAPH_FIELDS_H_

#include <concepts>
#include <string_view>
#include <type_traits>

#include "core/document_graph.h"
#include "core/json.h"

namespace claimgraph {

std::string_view Name(BlockKind kind);  // "table_cell"
std::string_view Name(MarkKind kind);   // "footnote_ref"

// The enumerators of a type are 0 to this one.
template <typename Enum>
inline constexpr Enum kLastOf = Enum{};
#define CLAIMGRAPH_LAST(Enum, last) \
  template <>                       \
  inline constexpr Enum kLastOf<Enum> = Enum::last
CLAIMGRAPH_LAST(Format, kDecision);
CLAIMGRAPH_LAST(BlockKind, kMetadata);
CLAIMGRAPH_LAST(MarkKind, kFootnoteRef);
CLAIMGRAPH_LAST(ClaimKind, kEvaluation);
CLAIMGRAPH_LAST(CausalStrength, kDirectCausal);
CLAIMGRAPH_LAST(AssertedCertainty, kBoosted);
CLAIMGRAPH_LAST(Direction, kNoEffect);
CLAIMGRAPH_LAST(CitationStatus, kSelfAttributed);
CLAIMGRAPH_LAST(Verdict, kUnverifiable);
CLAIMGRAPH_LAST(EffectMeasure, kAuc);
CLAIMGRAPH_LAST(CitationStyle, kNamedSource);
CLAIMGRAPH_LAST(ReferenceOrigin, kBibFile);
CLAIMGRAPH_LAST(StudyDesign, kWebPage);
CLAIMGRAPH_LAST(Standing, kPreprint);
CLAIMGRAPH_LAST(Stance, kUnknown);
CLAIMGRAPH_LAST(QuoteRole, kUnknown);
CLAIMGRAPH_LAST(Directness, kDifferent);
CLAIMGRAPH_LAST(Severity, kError);
CLAIMGRAPH_LAST(FactKind, kStudies);
CLAIMGRAPH_LAST(RiskOfBias, kHigh);
CLAIMGRAPH_LAST(Significance, kNotSignificant);
CLAIMGRAPH_LAST(DecisionKind, kUndo);
#undef CLAIMGRAPH_LAST

// A noun to be read into, or one that is only written.
template <typename T, typename Noun>
concept Like = std::same_as<std::remove_const_t<T>, Noun>;

template <typename T>
concept AnySpan = Like<T, Span> || Like<T, TextSpan>;

template <typename V, AnySpan T>
void Fields(V& v, T& s) {
  v("begin", s.begin);
  v("end", s.end);
}

// ---- Parts of several nouns

template <typename V, Like<Reason> T>
void Fields(V& v, T& r) {
  v("step", r.step);
  v("rule", r.rule);
  v("change", r.change);
  v("because", r.because);
}

template <typename V, Like<Cue> T>
void Fields(V& v, T& c) {
  v("text", c.text);
  v("span", c.span);
}

template <typename V, Like<Effect> T>
void Fields(V& v, T& e) {
  v("measure", e.measure);
  v("value", e.value);
  v("ci_low", e.ci_low);
  v("ci_high", e.ci_high);
  v("p", e.p);
  v("n", e.n);
  v("k", e.k);
  v("i2", e.i2);
  v("span", e.span);
}

template <typename V, Like<Author> T>
void Fields(V& v, T& a) {
  v("family", a.family);
  v("given", a.given);
}

template <typename V, Like<Diagnostic> T>
void Fields(V& v, T& d) {
  v("code", d.code);
  v("span", d.span);
  v("message", d.message);
}

// ---- The document

template <typename V, Like<Block> T>
void Fields(V& v, T& b) {
  v("kind", b.kind);
  v("span", b.span);
  v("level", b.level);
  v("ordered", b.ordered);
  v("number", b.number);
  v("label", b.label);
}

template <typename V, Like<Sentence> T>
void Fields(V& v, T& s) {
  v("span", s.span);
  v("block", s.block);
}

template <typename V, Like<Link> T>
void Fields(V& v, T& l) {
  v("span", l.span);
  v("target", l.target);
  v("source", l.source);
  v("target_source", l.target_source);
}

template <typename V, Like<Mark> T>
void Fields(V& v, T& m) {
  v("kind", m.kind);
  v("span", m.span);
}

template <typename V, Like<IgnoreComment> T>
void Fields(V& v, T& i) {
  v("source", i.source);
  v("at", i.at);
  v("rule", i.rule);
  v("reason", i.reason);
}

template <typename V, Like<Document> T>
void Fields(V& v, T& d) {
  v("source", d.source);
  v("title", d.title);
  v("hash", d.hash);
  v("identifier", d.identifier);
  v("format", d.format);
  v("size", d.size);
  v("bibliographies", d.bibliographies);
  v("text", d.text);
  v("map", d.map);
  v("blocks", d.blocks);
  v("sentences", d.sentences);
  v("links", d.links);
  v("marks", d.marks);
  v("ignores", d.ignores);
  v("diagnostics", d.diagnostics);
}

// ---- What stands in it

template <typename V, Like<Claim> T>
void Fields(V& v, T& c) {
  v("span", c.span);
  v("text_span", c.text_span);
  v("text", c.text);
  v("sentence", c.sentence);
  v("kind", c.kind);
  v("strength", c.strength);
  v("certainty", c.certainty);
  v("negated", c.negated);
  v("attributed", c.attributed);
  v("confidence", c.confidence);
  v("hedges", c.hedges);
  v("boosters", c.boosters);
  v("causal_cues", c.causal_cues);
  v("magnitudes", c.magnitudes);
  v("effects", c.effects);
  v("attribution", c.attribution);
  v("propositions", c.propositions);
  v("citations", c.citations);
  v("citation_status", c.citation_status);
  v("verdict", c.verdict);
  v("allowed_wording", c.allowed_wording);
  v("reasons", c.reasons);
}

template <typename V, Like<Citation> T>
void Fields(V& v, T& c) {
  v("span", c.span);
  v("text_span", c.text_span);
  v("text", c.text);
  v("style", c.style);
  v("sentence", c.sentence);
  v("authors", c.authors);
  v("et_al", c.et_al);
  v("year", c.year);
  v("year_suffix", c.year_suffix);
  v("numbers", c.numbers);
  v("keys", c.keys);
  v("url", c.url);
  v("references", c.references);
  v("score", c.score);
  v("reasons", c.reasons);
}

template <typename V, Like<Reference> T>
void Fields(V& v, T& r) {
  v("span", r.span);
  v("file", r.file);
  v("text", r.text);
  v("origin", r.origin);
  v("number", r.number);
  v("key", r.key);
  v("authors", r.authors);
  v("et_al", r.et_al);
  v("year", r.year);
  v("year_suffix", r.year_suffix);
  v("title", r.title);
  v("container", r.container);
  v("volume", r.volume);
  v("issue", r.issue);
  v("pages", r.pages);
  v("publisher", r.publisher);
  v("doi", r.doi);
  v("pmid", r.pmid);
  v("pmcid", r.pmcid);
  v("url", r.url);
  v("abstract", r.abstract);
  v("year_span", r.year_span);
  v("identifier_span", r.identifier_span);
  v("design", r.design);
  v("work", r.work);
}

// ---- Where documents meet

template <typename V, Like<Work> T>
void Fields(V& v, T& w) {
  v("names", w.names);
  v("title", w.title);
  v("authors", w.authors);
  v("year", w.year);
  v("container", w.container);
  v("doi", w.doi);
  v("pmid", w.pmid);
  v("pmcid", w.pmcid);
  v("url", w.url);
  v("design", w.design);
  v("standing", w.standing);
}

template <typename V, Like<Proposition> T>
void Fields(V& v, T& p) {
  v("intervention", p.intervention);
  v("direction", p.direction);
  v("outcome", p.outcome);
  v("population", p.population);
  v("comparator", p.comparator);
}

template <typename V, Like<Study> T>
void Fields(V& v, T& s) {
  v("key", s.key);
}

// ---- What was judged

template <typename V, Like<EvidenceLine> T>
void Fields(V& v, T& e) {
  v("claim", e.claim);
  v("proposition", e.proposition);
  v("citation", e.citation);
  v("reference", e.reference);
  v("work", e.work);
  v("stance", e.stance);
  v("role", e.role);
  v("design", e.design);
  v.Group("directness", [&](auto& inner) {
    inner("population", e.population);
    inner("intervention", e.intervention);
    inner("comparator", e.comparator);
    inner("outcome", e.outcome);
  });
  v("study", e.study);
  v("record", e.record);
  v("certainty", e.certainty);
  v("reasons", e.reasons);
}

template <typename V, Like<Finding> T>
void Fields(V& v, T& f) {
  v("rule", f.rule);
  v("severity", f.severity);
  v("span", f.span);
  v("file", f.file);
  v("message", f.message);
  v("suggestion", f.suggestion);
  v("claim", f.claim);
  v("citations", f.citations);
  v("references", f.references);
  v("evidence", f.evidence);
}

// ---- What records say

template <typename V, Like<Fact> T>
void Fields(V& v, T& f) {
  v("kind", f.kind);
  v("value", f.value);
  v("span", f.span);
  v("confidence", f.confidence);
}

template <typename V, Like<StandingNotice> T>
void Fields(V& v, T& n) {
  v("standing", n.standing);
  v("date", n.date);
  v("reason", n.reason);
  v("notice", n.notice);
}

template <typename V, Like<BiasJudgement> T>
void Fields(V& v, T& b) {
  v("domain", b.domain);
  v("judgement", b.judgement);
}

template <typename V, Like<Record> T>
void Fields(V& v, T& r) {
  v("work", r.work);
  v("study", r.study);
  v("design", r.design);
  v("n", r.n);
  v("title", r.title);
  v("authors", r.authors);
  v("et_al", r.et_al);
  v("year", r.year);
  v("container", r.container);
  v("volume", r.volume);
  v("issue", r.issue);
  v("pages", r.pages);
  v("doi", r.doi);
  v("pmid", r.pmid);
  v("pmcid", r.pmcid);
  v("publication_types", r.publication_types);
  v("headings", r.headings);
  v("facts", r.facts);
  v("notices", r.notices);
  v("risk_of_bias", r.risk_of_bias);
  v("includes", r.includes);
}

template <typename V, Like<StudyResult> T>
void Fields(V& v, T& r) {
  v("study", r.study);
  v("intervention", r.intervention);
  v("comparator", r.comparator);
  v("outcome", r.outcome);
  v("population", r.population);
  v("direction", r.direction);
  v("significance", r.significance);
  v("effect", r.effect);
  v("time_point", r.time_point);
  v("quote", r.quote);
  v("span", r.span);
  v("confidence", r.confidence);
}

template <typename V, Like<Decision> T>
void Fields(V& v, T& d) {
  v("kind", d.kind);
  v("source", d.source);
  v("quote", d.quote);
  v("nth", d.nth);
  v("value", d.value);
  v("who", d.who);
  v("when", d.when);
  v("why", d.why);
}

// ---- All of it

template <typename V, Like<DocumentGraph> T>
void Fields(V& v, T& g) {
  v("document", g.document);
  v("claims", g.claims);
  v("citations", g.citations);
  v("references", g.references);
  v("works", g.works);
  v("propositions", g.propositions);
  v("evidence_lines", g.evidence_lines);
  v("findings", g.findings);
  v("records", g.records);
  v("results", g.results);
  v("studies", g.studies);
  v("decisions", g.decisions);
  v("presents", g.presents);
  v("lists", g.lists);
}

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_GRAPH_FIELDS_H_
