// One function for each noun: its columns, in the words of docs/json_format.md,
// where each value stands, and which columns lead straight to rows.

#include "queries/sql/noun_tables.h"

#include "core/appraisal/study_level.h"
#include "core/json.h"
#include "queries/sql/noun_cells.h"
#include "queries/sql/noun_rows.h"

namespace claimgraph {
namespace {

constexpr ColumnType kInteger = ColumnType::kInteger;
constexpr ColumnType kReal = ColumnType::kReal;
constexpr ColumnType kText = ColumnType::kText;

template <auto kFind, typename Noun, typename Id>
Result<Noun> FindNoun(const GraphReader& reader, std::uint64_t id, bool /*whole*/) {
  return (reader.*kFind)(Id{id});
}

Result<Document> FindDocumentFor(const GraphReader& reader, std::uint64_t id, bool whole) {
  return whole ? reader.FindDocument(DocumentId{id}) : reader.FindDocumentHeader(DocumentId{id});
}

Access ById() { return {.by = Access::By::kId, .unique = true}; }

Access Along(int column, NodeKind from, std::vector<Step> steps) {
  return {.column = column, .by = Access::By::kEdges, .from = from, .steps = std::move(steps)};
}

Access ByName(int column, std::string_view prefix) {
  return {.column = column, .by = Access::By::kName, .unique = true, .prefix = prefix};
}

constexpr std::string_view kSpanBegin = "first byte in the source file";
constexpr std::string_view kSpanEnd = "the byte after the last";

}  // namespace

Table DocumentsTable() {
  using D = Document;
  static const NounTable<D> nouns{
      .kind = NodeKind::kDocument,
      .find = FindDocumentFor,
      .fields =
          {
              {{"id", kInteger, "d3 elsewhere is 3 here"}},
              {{"source", kText, "the path as imported"},
               [](const D& d) { return TextCell(d.source); }},
              {{"title", kText, "front matter, first heading or first line"},
               [](const D& d) { return TextCell(d.title); }},
              {{"format", kText, "plain_text, markdown, html, jats, docx, pdf, record, study_card, decision"},
               [](const D& d) { return TextCell(Name(d.format)); }},
              {{"identifier", kText, "its own DOI or canonical address"},
               [](const D& d) { return TextCell(d.identifier); }},
              {{"size", kInteger, "bytes of source"},
               [](const D& d) { return NumberCell(d.size); }},
              {{"hash", kText, "XXH3-128 of the source's bytes"},
               [](const D& d) { return TextCell(d.hash); }},
              {{"text", kText, "what a person reads: no markup; not read unless asked for"},
               [](const D& d) { return TextCell(d.text); },
               {},
               /*heavy=*/true},
          },
      .accesses = {ById(), ByName(1, "source:")}};
  return Describe("documents", "One row for each imported text.", nouns);
}

Table ClaimsTable() {
  using C = Claim;
  static const NounTable<C> nouns{
      .kind = NodeKind::kClaim,
      .find = FindNoun<&GraphReader::FindClaim, C, ClaimId>,
      .fields =
          {
              {{"id", kInteger, "c12 elsewhere is 12 here"}},
              {{"document", kInteger, "documents.id"},
               [](const C& c) { return IdCell(c.document); }},
              {{"text", kText, "the words, without markup"},
               [](const C& c) { return TextCell(c.text); }},
              {{"kind", kText,
                "effect, mechanism, association, comparison, reported_result, evidence_summary, "
                "generalisation, safety or evaluation"},
               [](const C& c) { return TextCell(Name(c.kind)); }},
              {{"strength", kText, "none, correlational, conditional_causal or direct_causal"},
               [](const C& c) { return TextCell(Name(c.strength)); }},
              {{"strength_level", kInteger, "the same as 0 to 3, for comparing"},
               [](const C& c) { return NumberCell(static_cast<std::uint64_t>(c.strength)); }},
              {{"certainty", kText, "what the words assert: hedged, plain or boosted"},
               [](const C& c) { return TextCell(Name(c.certainty)); }},
              {{"negated", kInteger, "1: \"does not reduce\""},
               [](const C& c) { return NumberCell(c.negated); }},
              {{"attributed", kInteger, "1: the text says who found it"},
               [](const C& c) { return NumberCell(c.attributed); }},
              {{"attribution", kText, "the words that name the source"},
               [](const C& c) { return TextCell(c.attribution); }},
              {{"confidence", kReal, "that this is a claim at all, 0 to 1"},
               [](const C& c) { return Cell(c.confidence); }},
              {{"hedges", kText, "words that lower the certainty: a JSON array"},
               [](const C& c) { return CuesCell(c.hedges); }},
              {{"boosters", kText, "words that lift it: a JSON array"},
               [](const C& c) { return CuesCell(c.boosters); }},
              {{"causal_cues", kText, "words that say what causes what: a JSON array"},
               [](const C& c) { return CuesCell(c.causal_cues); }},
              {{"magnitudes", kText, "words that say how much: a JSON array"},
               [](const C& c) { return CuesCell(c.magnitudes); }},
              {{"citation_status", kText,
                "uncited, cited_inline, cited_adjacent, ...: how it is tied to its sources"},
               [](const C& c) { return TextCell(Name(c.citation_status)); }},
              {{"verdict", kText,
                "supported, weakly_supported, overstated, contradicted, unsupported or "
                "unverifiable"},
               [](const C& c) { return TextCell(Name(c.verdict)); }},
              {{"allowed_wording", kText, "words that its evidence would bear"},
               [](const C& c) { return TextCell(c.allowed_wording); }},
              {{"sentence", kInteger, "its sentence in the document, from 0"},
               [](const C& c) { return NumberCell(c.sentence); }},
              {{"span_begin", kInteger, kSpanBegin},
               [](const C& c) { return NumberCell(c.span.begin); }},
              {{"span_end", kInteger, kSpanEnd}, [](const C& c) { return NumberCell(c.span.end); }},
          },
      .accesses = {ById(), Along(1, NodeKind::kDocument, {{EdgeKind::kHasClaim, Way::kOut}})}};
  return Describe("claims", "One row for each checkable statement at one place of one document.",
                  nouns);
}

Table PropositionsTable() {
  using P = Proposition;
  static const NounTable<P> nouns{
      .kind = NodeKind::kProposition,
      .find = FindNoun<&GraphReader::FindProposition, P, PropositionId>,
      .fields =
          {
              {{"id", kInteger, "p7 elsewhere is 7 here"}},
              {{"key", kText, "all parts in one: \"massage|decrease|cortisol||\""},
               [](const P& p) { return Cell(Key(p)); }},
              {{"intervention", kText, "what was done, taken or undergone"},
               [](const P& p) { return TextCell(p.intervention); }},
              {{"direction", kText, "unstated, increase, decrease, improve, worsen or no_effect"},
               [](const P& p) { return TextCell(Name(p.direction)); }},
              {{"outcome", kText, "what it is said to change"},
               [](const P& p) { return TextCell(p.outcome); }},
              {{"population", kText, "in whom"}, [](const P& p) { return TextCell(p.population); }},
              {{"comparator", kText, "compared with what"},
               [](const P& p) { return TextCell(p.comparator); }},
          },
      .accesses = {ById(), ByName(1, "proposition:")}};
  return Describe("propositions", "What claims of many documents have in common.", nouns);
}

Table CitationsTable() {
  using C = Citation;
  static const NounTable<C> nouns{
      .kind = NodeKind::kCitation,
      .find = FindNoun<&GraphReader::FindCitation, C, CitationId>,
      .fields =
          {
              {{"id", kInteger, "x5 elsewhere is 5 here"}},
              {{"document", kInteger, "documents.id"},
               [](const C& c) { return IdCell(c.document); }},
              {{"text", kText, "one marker, as printed"},
               [](const C& c) { return TextCell(c.text); }},
              {{"style", kText,
                "author_year, numeric, superscript, footnote, pandoc_key, link, placeholder or "
                "named_source"},
               [](const C& c) { return TextCell(Name(c.style)); }},
              {{"authors", kText, "family names that the marker prints: a JSON array"},
               [](const C& c) { return ListCell(c.authors); }},
              {{"et_al", kInteger, "1: and others"},
               [](const C& c) { return NumberCell(c.et_al); }},
              {{"year", kInteger, "that it prints"},
               [](const C& c) { return UnlessZero(static_cast<std::uint64_t>(c.year)); }},
              {{"year_suffix", kText, "the b of 2011b"},
               [](const C& c) { return TextCell(c.year_suffix); }},
              {{"numbers", kText, "list numbers, ranges expanded: a JSON array"},
               [](const C& c) { return ListCell(c.numbers); }},
              {{"keys", kText, "Pandoc keys or a footnote's label: a JSON array"},
               [](const C& c) { return ListCell(c.keys); }},
              {{"url", kText, "of a link"}, [](const C& c) { return TextCell(c.url); }},
              {{"score", kReal, "how surely it means its references, 0 to 1"},
               [](const C& c) { return Cell(c.score); }},
              {{"sentence", kInteger, "its sentence in the document, from 0"},
               [](const C& c) { return NumberCell(c.sentence); }},
              {{"span_begin", kInteger, kSpanBegin},
               [](const C& c) { return NumberCell(c.span.begin); }},
              {{"span_end", kInteger, kSpanEnd}, [](const C& c) { return NumberCell(c.span.end); }},
          },
      .accesses = {ById(), Along(1, NodeKind::kDocument, {{EdgeKind::kHasCitation, Way::kOut}})}};
  return Describe("citations",
                  "One row for each in-text marker; one without a row in citation_refs dangles.",
                  nouns);
}

Table RefsTable() {
  using R = Reference;
  static const NounTable<R> nouns{
      .kind = NodeKind::kReference,
      .find = FindNoun<&GraphReader::FindReference, R, ReferenceId>,
      .fields =
          {
              {{"id", kInteger, "r4 elsewhere is 4 here"}},
              {{"document", kInteger, "documents.id"},
               [](const R& r) { return IdCell(r.document); }},
              {{"work", kInteger, "works.id: the publication that it means"},
               [](const R& r) { return IdCell(r.work); },
               EdgeKind::kDescribes},
              {{"text", kText, "the entry as printed"},
               [](const R& r) { return TextCell(r.text); }},
              {{"origin", kText, "list, footnote, link or bib_file"},
               [](const R& r) { return TextCell(Name(r.origin)); }},
              {{"file", kText, "the .bib file that it stands in, if any"},
               [](const R& r) { return TextCell(r.file); }},
              {{"number", kInteger, "in the list, from 1"},
               [](const R& r) { return UnlessZero(static_cast<std::uint64_t>(r.number)); }},
              {{"key", kText, "BibTeX key or footnote label"},
               [](const R& r) { return TextCell(r.key); }},
              {{"authors", kText, "a JSON array of \"Okri, B\""},
               [](const R& r) { return AuthorsCell(r.authors); }},
              {{"et_al", kInteger, "1: and others"},
               [](const R& r) { return NumberCell(r.et_al); }},
              {{"year", kInteger, "that it prints"},
               [](const R& r) { return UnlessZero(static_cast<std::uint64_t>(r.year)); }},
              {{"title", kText, "of the work, as printed"},
               [](const R& r) { return TextCell(r.title); }},
              {{"container", kText, "journal, book or site"},
               [](const R& r) { return TextCell(r.container); }},
              {{"volume", kText, "as printed"}, [](const R& r) { return TextCell(r.volume); }},
              {{"issue", kText, "as printed"}, [](const R& r) { return TextCell(r.issue); }},
              {{"pages", kText, "25-31, e891"}, [](const R& r) { return TextCell(r.pages); }},
              {{"publisher", kText, "as printed"},
               [](const R& r) { return TextCell(r.publisher); }},
              {{"doi", kText, "lower case, without resolver"},
               [](const R& r) { return TextCell(r.doi); }},
              {{"pmid", kText, "digits"}, [](const R& r) { return TextCell(r.pmid); }},
              {{"pmcid", kText, "PMC123"}, [](const R& r) { return TextCell(r.pmcid); }},
              {{"url", kText, "as printed"}, [](const R& r) { return TextCell(r.url); }},
              {{"design", kText, "study design that title and abstract name, else unknown"},
               [](const R& r) { return TextCell(Name(r.design)); }},
              {{"span_begin", kInteger, "first byte in the source file, or in `file`"},
               [](const R& r) { return NumberCell(r.span.begin); }},
              {{"span_end", kInteger, kSpanEnd}, [](const R& r) { return NumberCell(r.span.end); }},
          },
      .accesses = {ById(), Along(1, NodeKind::kDocument, {{EdgeKind::kHasReference, Way::kOut}}),
                   Along(2, NodeKind::kWork, {{EdgeKind::kDescribes, Way::kIn}})}};
  return Describe(
      "refs", "One row for each entry of a document's bibliography, as printed, right or wrong.",
      nouns);
}

Table WorksTable() {
  using W = Work;
  static const NounTable<W> nouns{
      .kind = NodeKind::kWork,
      .find = FindNoun<&GraphReader::FindWork, W, WorkId>,
      .fields =
          {
              {{"id", kInteger, "w9 elsewhere is 9 here"}},
              {{"title", kText, "of the first reference that has one"},
               [](const W& w) { return TextCell(w.title); }},
              {{"authors", kText, "a JSON array of \"Okri, B\""},
               [](const W& w) { return AuthorsCell(w.authors); }},
              {{"year", kInteger, "of publication"},
               [](const W& w) { return UnlessZero(static_cast<std::uint64_t>(w.year)); }},
              {{"container", kText, "journal, book or site"},
               [](const W& w) { return TextCell(w.container); }},
              {{"doi", kText, "to look one up, use work_names"},
               [](const W& w) { return TextCell(w.doi); }},
              {{"pmid", kText, "PubMed's number"}, [](const W& w) { return TextCell(w.pmid); }},
              {{"pmcid", kText, "PubMed Central's"}, [](const W& w) { return TextCell(w.pmcid); }},
              {{"url", kText, "its address"}, [](const W& w) { return TextCell(w.url); }},
              {{"design", kText, "randomised_controlled_trial, cohort, ..., or unknown"},
               [](const W& w) { return TextCell(Name(w.design)); }},
              {{"start_level", kInteger,
                "the certainty that such studies start from: 4 (trials) to 0 (no people studied, "
                "or "
                "not known)"},
               [](const W& w) {
                 return NumberCell(static_cast<std::uint64_t>(StartLevel(w.design)));
               }},
              {{"ocebm", kInteger, "the design's OCEBM level for treatment, 1 (best) to 5"},
               [](const W& w) {
                 return UnlessZero(static_cast<std::uint64_t>(OcebmLevel(w.design)));
               }},
              {{"standing", kText,
                "current, corrected, expression_of_concern, retracted, superseded or preprint"},
               [](const W& w) { return TextCell(Name(w.standing)); }},
          },
      .accesses = {ById()}};
  return Describe("works", "One row for each publication, however many references mean it.", nouns);
}

Table EvidenceLinesTable() {
  using E = EvidenceLine;
  constexpr std::string_view kDirectness = "not_assessed, direct, indirect or different";
  static const NounTable<E> nouns{
      .kind = NodeKind::kEvidenceLine,
      .find = FindNoun<&GraphReader::FindEvidenceLine, E, EvidenceLineId>,
      .fields =
          {
              {{"id", kInteger, "e8 elsewhere is 8 here"}},
              {{"document", kInteger, "documents.id"},
               [](const E& e) { return IdCell(e.document); }},
              {{"claim", kInteger, "claims.id: the claim that it judges"},
               [](const E& e) { return IdCell(e.claim); },
               EdgeKind::kJudges},
              {{"proposition", kInteger, "propositions.id"},
               [](const E& e) { return IdCell(e.proposition); },
               EdgeKind::kBearsOn},
              {{"citation", kInteger, "citations.id: the marker that led to the source"},
               [](const E& e) { return IdCell(e.citation); }},
              {{"ref", kInteger, "refs.id"}, [](const E& e) { return IdCell(e.reference); }},
              {{"work", kInteger, "works.id: the source"},
               [](const E& e) { return IdCell(e.work); },
               EdgeKind::kRestsOn},
              {{"stance", kText, "supports, disputes, neutral, no_evidence or unknown"},
               [](const E& e) { return TextCell(Name(e.stance)); }},
              {{"role", kText, "primary_result, background, review_synthesis or unknown"},
               [](const E& e) { return TextCell(Name(e.role)); }},
              {{"design", kText, "the source's study design"},
               [](const E& e) { return TextCell(Name(e.design)); }},
              {{"population", kText, kDirectness},
               [](const E& e) { return TextCell(Name(e.population)); }},
              {{"intervention", kText, kDirectness},
               [](const E& e) { return TextCell(Name(e.intervention)); }},
              {{"comparator", kText, kDirectness},
               [](const E& e) { return TextCell(Name(e.comparator)); }},
              {{"outcome", kText, kDirectness},
               [](const E& e) { return TextCell(Name(e.outcome)); }},
              {{"certainty", kInteger,
                "of this line alone: 4 (high) to 1; 0: no study to start from"},
               [](const E& e) { return NumberCell(static_cast<std::uint64_t>(e.certainty)); }},
              {{"study", kText, "what the work reports, as its records name it: lines with one study are one"},
               [](const E& e) { return TextCell(e.study); }},
              {{"record", kText, "documents.source of the record that told what was found"},
               [](const E& e) { return TextCell(e.record); }},
          },
      .accesses = {ById(), Along(2, NodeKind::kClaim, {{EdgeKind::kJudges, Way::kIn}}),
                   Along(6, NodeKind::kWork, {{EdgeKind::kRestsOn, Way::kIn}}),
                   Along(3, NodeKind::kProposition, {{EdgeKind::kBearsOn, Way::kIn}}),
                   Along(1, NodeKind::kDocument,
                         {{EdgeKind::kHasClaim, Way::kOut}, {EdgeKind::kJudges, Way::kIn}})}};
  return Describe("evidence_lines",
                  "One row for each proposition of a claim set against one source.", nouns);
}

Table FindingsTable() {
  using F = Finding;
  static const NounTable<F> nouns{
      .kind = NodeKind::kFinding,
      .find = FindNoun<&GraphReader::FindFinding, F, FindingId>,
      .fields =
          {
              {{"id", kInteger, "f2 elsewhere is 2 here"}},
              {{"document", kInteger, "documents.id"},
               [](const F& f) { return IdCell(f.document); },
               EdgeKind::kFoundIn},
              {{"rule", kText, "uncited-claim, ...: `claimgraph rules` lists them"},
               [](const F& f) { return TextCell(f.rule); }},
              {{"severity", kText, "info, warning or error"},
               [](const F& f) { return TextCell(Name(f.severity)); }},
              {{"claim", kInteger, "claims.id; none for faults of citations and references"},
               [](const F& f) { return IdCell(f.claim); }},
              {{"message", kText, "what is wrong, in one sentence"},
               [](const F& f) { return TextCell(f.message); }},
              {{"suggestion", kText, "what to write or do"},
               [](const F& f) { return TextCell(f.suggestion); }},
              {{"file", kText, "the .bib file that the span is in, if any"},
               [](const F& f) { return TextCell(f.file); }},
              {{"span_begin", kInteger, "first byte in the source file, or in `file`"},
               [](const F& f) { return NumberCell(f.span.begin); }},
              {{"span_end", kInteger, kSpanEnd}, [](const F& f) { return NumberCell(f.span.end); }},
          },
      .accesses = {ById(),
                   Along(1, NodeKind::kDocument, {{EdgeKind::kFoundIn, Way::kIn}}),
                   {.column = 2, .by = Access::By::kRule}}};
  return Describe(
      "findings",
      "One row for each stored result of a rule: what is wrong, and what would clear it.", nouns);
}

Table RecordsTable() {
  using R = Record;
  static const NounTable<R> nouns{
      .kind = NodeKind::kRecord,
      .find = FindNoun<&GraphReader::FindRecord, R, RecordId>,
      .fields =
          {
              {{"id", kInteger, "b4 elsewhere is 4 here"}},
              {{"document", kInteger, "documents.id: what tells it"},
               [](const R& r) { return IdCell(r.document); }},
              {{"work", kInteger, "works.id: the publication that it describes"},
               [](const R& r) { return IdCell(r.work); },
               EdgeKind::kRecords},
              {{"study", kInteger, "study_keys.id: the study that the work reports"},
               [](const R& r) { return IdCell(r.study); },
               EdgeKind::kReports},
              {{"design", kText, "randomised_controlled_trial, cohort, ..., or unknown"},
               [](const R& r) { return TextCell(Name(r.design)); }},
              {{"people", kInteger, "in the study"},
               [](const R& r) { return UnlessZero(static_cast<std::uint64_t>(r.n)); }},
              {{"title", kText, "of the work, as this record has it"},
               [](const R& r) { return TextCell(r.title); }},
              {{"authors", kText, "a JSON array of \"Okri, B\""},
               [](const R& r) { return AuthorsCell(r.authors); }},
              {{"year", kInteger, "of publication"},
               [](const R& r) { return UnlessZero(static_cast<std::uint64_t>(r.year)); }},
              {{"container", kText, "journal, book or site"},
               [](const R& r) { return TextCell(r.container); }},
              {{"doi", kText, "without an address"}, [](const R& r) { return TextCell(r.doi); }},
              {{"pmid", kText, "PubMed's number"}, [](const R& r) { return TextCell(r.pmid); }},
              {{"pmcid", kText, "PubMed Central's"}, [](const R& r) { return TextCell(r.pmcid); }},
              {{"publication_types", kText, "as printed: a JSON array"},
               [](const R& r) { return ListCell(r.publication_types); }},
              {{"headings", kText, "subject headings: a JSON array"},
               [](const R& r) { return ListCell(r.headings); }},
          },
      .accesses = {ById(), Along(1, NodeKind::kDocument, {{EdgeKind::kHasRecord, Way::kOut}}),
                   Along(2, NodeKind::kWork, {{EdgeKind::kRecords, Way::kIn}}),
                   Along(3, NodeKind::kStudy, {{EdgeKind::kReports, Way::kIn}})}};
  return Describe("records", "One row for each record of a publication: what it says of the study.",
                  nouns);
}

Table StudyResultsTable() {
  using R = StudyResult;
  static const NounTable<R> nouns{
      .kind = NodeKind::kResult,
      .find = FindNoun<&GraphReader::FindResult, R, ResultId>,
      .fields =
          {
              {{"id", kInteger, "o6 elsewhere is 6 here"}},
              {{"document", kInteger, "documents.id: what tells it"},
               [](const R& r) { return IdCell(r.document); }},
              {{"study", kInteger, "study_keys.id"}, [](const R& r) { return IdCell(r.study); },
               EdgeKind::kResultOf},
              {{"intervention", kText, "what was done; none: as in its record"},
               [](const R& r) { return TextCell(r.intervention); }},
              {{"comparator", kText, "compared with what"},
               [](const R& r) { return TextCell(r.comparator); }},
              {{"outcome", kText, "what was measured"},
               [](const R& r) { return TextCell(r.outcome); }},
              {{"population", kText, "in whom"}, [](const R& r) { return TextCell(r.population); }},
              {{"direction", kText,
                "of the outcome: unstated, increase, decrease, improve, worsen or no_effect"},
               [](const R& r) { return TextCell(Name(r.direction)); }},
              {{"significance", kText, "unknown, significant or not_significant"},
               [](const R& r) { return TextCell(Name(r.significance)); }},
              {{"measure", kText, "SMD, OR, ...: of the effect, as in results"},
               [](const R& r) { return r.effect ? TextCell(Name(r.effect->measure)) : Cell(); }},
              {{"value", kReal, "the effect's"},
               [](const R& r) { return r.effect ? Cell(r.effect->value) : Cell(); }},
              {{"ci_low", kReal, "its interval's lower end"},
               [](const R& r) { return r.effect ? RealCell(r.effect->ci_low) : Cell(); }},
              {{"ci_high", kReal, "its interval's upper end"},
               [](const R& r) { return r.effect ? RealCell(r.effect->ci_high) : Cell(); }},
              {{"p", kReal, "its p value"},
               [](const R& r) { return r.effect ? RealCell(r.effect->p) : Cell(); }},
              {{"time_point", kText, "\"20 weeks\""},
               [](const R& r) { return TextCell(r.time_point); }},
              {{"quote", kText, "the words that say it"},
               [](const R& r) { return TextCell(r.quote); }},
              {{"confidence", kReal, "0 to 1; 1 where a study card says it"},
               [](const R& r) { return Cell(r.confidence); }},
          },
      .accesses = {ById(), Along(2, NodeKind::kStudy, {{EdgeKind::kResultOf, Way::kIn}}),
                   Along(1, NodeKind::kDocument, {{EdgeKind::kHasResult, Way::kOut}})}};
  return Describe("study_results", "One row for each outcome of a study: what came out.", nouns);
}

Table StudyKeysTable() {
  using S = Study;
  static const NounTable<S> nouns{
      .kind = NodeKind::kStudy,
      .find = FindNoun<&GraphReader::FindStudy, S, StudyId>,
      .fields =
          {
              {{"id", kInteger, "s2 elsewhere is 2 here"}},
              {{"key", kText, "what its records share: \"registry:nct00661843\""},
               [](const S& s) { return TextCell(s.key); }},
          },
      .accesses = {ById(), ByName(1, "study:")}};
  return Describe("study_keys", "One row for each study that records tell of.", nouns);
}

Table DecisionsTable() {
  using D = Decision;
  static const NounTable<D> nouns{
      .kind = NodeKind::kDecision,
      .find = FindNoun<&GraphReader::FindDecision, D, DecisionId>,
      .fields =
          {
              {{"id", kInteger, "n3 elsewhere is 3 here"}},
              {{"document", kInteger, "documents.id: the decision's own"},
               [](const D& d) { return IdCell(d.document); }},
              {{"kind", kText, "link, reject, verdict, dismiss or undo"},
               [](const D& d) { return TextCell(Name(d.kind)); }},
              {{"source", kText, "documents.source of what it is about; none of an undoing"},
               [](const D& d) { return TextCell(d.source); }},
              {{"quote", kText, "the words that it is about"},
               [](const D& d) { return TextCell(d.quote); }},
              {{"nth", kInteger, "which of several places with these words, from 0"},
               [](const D& d) { return NumberCell(d.nth); }},
              {{"value", kText, "a work's name, a verdict, a rule, or the decision undone"},
               [](const D& d) { return TextCell(d.value); }},
              {{"who", kText, "decided"}, [](const D& d) { return TextCell(d.who); }},
              {{"decided", kText, "when: \"2026-03-01T09:30:00Z\""},
               [](const D& d) { return TextCell(d.when); }},
              {{"why", kText, "the reason given"}, [](const D& d) { return TextCell(d.why); }},
          },
      .accesses = {ById(), Along(1, NodeKind::kDocument, {{EdgeKind::kHasDecision, Way::kOut}})}};
  return Describe("decisions", "One row for each decision of a reviewer, undone ones included.",
                  nouns);
}

}  // namespace claimgraph
