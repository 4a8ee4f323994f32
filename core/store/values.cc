// Every noun but documents.
// The order of the arguments of each Create... is the order of values.fbs.

#include "core/store/values.h"

#include "core/store/pack_parts.h"
#include "core/store/value_parts.h"

namespace claimgraph {
namespace {

template <typename Enum>
std::uint8_t Raw8(Enum value) {
  return static_cast<std::uint8_t>(value);
}

auto PutCue(Builder* b, const Cue& cue) {
  const stored::Range span = ToRange(cue.span);
  const auto text = Put(b, cue.text);
  return stored::CreateCue(*b, &span, text);
}

Cue GetCue(const stored::Cue& cue) {
  return {.text = Get(cue.text()), .span = Get<Span>(cue.span())};
}

template <typename Number>
auto ToStored(const std::optional<Number>& number) {
  return number ? flatbuffers::Optional<Number>(*number) : flatbuffers::nullopt;
}

template <typename Number>
std::optional<Number> FromStored(const flatbuffers::Optional<Number>& number) {
  return number ? std::optional<Number>(*number) : std::nullopt;
}

auto PutEffect(Builder* b, const Effect& effect) {
  const stored::Range span = ToRange(effect.span);
  return stored::CreateEffect(*b, &span, Raw8(effect.measure), effect.value,
                              ToStored(effect.ci_low), ToStored(effect.ci_high), ToStored(effect.p),
                              ToStored(effect.n), ToStored(effect.k), ToStored(effect.i2));
}

Effect GetEffect(const stored::Effect& effect, EnumReader* enums) {
  return {.measure = enums->Get(effect.measure(), EffectMeasure::kAuc),
          .value = effect.value(),
          .ci_low = FromStored(effect.ci_low()),
          .ci_high = FromStored(effect.ci_high()),
          .p = FromStored(effect.p()),
          .n = FromStored(effect.n()),
          .k = FromStored(effect.k()),
          .i2 = FromStored(effect.i2()),
          .span = Get<Span>(effect.span())};
}

auto PutReason(Builder* b, const Reason& reason) {
  const auto step = Put(b, reason.step);
  const auto rule = Put(b, reason.rule);
  const auto because = Put(b, reason.because);
  return stored::CreateReason(*b, step, rule, reason.change, because);
}

Reason GetReason(const stored::Reason& reason) {
  return {.step = Get(reason.step()),
          .rule = Get(reason.rule()),
          .change = reason.change(),
          .because = Get(reason.because())};
}

auto PutAuthor(Builder* b, const Author& author) {
  const auto family = Put(b, author.family);
  const auto given = Put(b, author.given);
  return stored::CreateAuthor(*b, family, given);
}

Author GetAuthor(const stored::Author& author) {
  return {.family = Get(author.family()), .given = Get(author.given())};
}

// Each noun: into a builder, and back; false for an enumerator that is unknown.

flatbuffers::Offset<stored::Claim> PutNoun(Builder* builder, const Claim& claim) {
  Builder& b = *builder;
  const stored::Range span = ToRange(claim.span);
  const stored::Range text_span = ToRange(claim.text_span);
  const auto text = Put(&b, claim.text);
  const auto hedges = PutAll(&b, claim.hedges, PutCue);
  const auto boosters = PutAll(&b, claim.boosters, PutCue);
  const auto causal_cues = PutAll(&b, claim.causal_cues, PutCue);
  const auto magnitudes = PutAll(&b, claim.magnitudes, PutCue);
  const auto effects = PutAll(&b, claim.effects, PutEffect);
  const auto attribution = Put(&b, claim.attribution);
  const auto propositions = PutIds(&b, claim.propositions);
  const auto citations = PutIds(&b, claim.citations);
  const auto allowed_wording = Put(&b, claim.allowed_wording);
  const auto reasons = PutAll(&b, claim.reasons, PutReason);
  return stored::CreateClaim(b, Raw(claim.document), &span, &text_span, text, claim.sentence,
                             Raw8(claim.kind), Raw8(claim.strength), Raw8(claim.certainty),
                             claim.negated, claim.attributed, claim.confidence, hedges, boosters,
                             causal_cues, magnitudes, effects, attribution, propositions, citations,
                             Raw8(claim.citation_status), Raw8(claim.verdict), allowed_wording,
                             reasons);
}

bool GetNoun(const stored::Claim* s, Claim* claim) {
  EnumReader enums;
  claim->document = DocumentId{s->document()};
  claim->span = Get<Span>(s->span());
  claim->text_span = Get<TextSpan>(s->text_span());
  claim->text = Get(s->text());
  claim->sentence = s->sentence();
  claim->kind = enums.Get(s->kind(), ClaimKind::kEvaluation);
  claim->strength = enums.Get(s->strength(), CausalStrength::kDirectCausal);
  claim->certainty = enums.Get(s->certainty(), AssertedCertainty::kBoosted);
  claim->negated = s->negated();
  claim->attributed = s->attributed();
  claim->confidence = s->confidence();
  claim->hedges = GetAll<Cue>(s->hedges(), GetCue);
  claim->boosters = GetAll<Cue>(s->boosters(), GetCue);
  claim->causal_cues = GetAll<Cue>(s->causal_cues(), GetCue);
  claim->magnitudes = GetAll<Cue>(s->magnitudes(), GetCue);
  claim->effects = GetAll<Effect>(
      s->effects(), [&enums](const stored::Effect& e) { return GetEffect(e, &enums); });
  claim->attribution = Get(s->attribution());
  claim->propositions = GetIds<PropositionId>(s->propositions());
  claim->citations = GetIds<CitationId>(s->citations());
  claim->citation_status = enums.Get(s->citation_status(), CitationStatus::kSelfAttributed);
  claim->verdict = enums.Get(s->verdict(), Verdict::kUnverifiable);
  claim->allowed_wording = Get(s->allowed_wording());
  claim->reasons = GetAll<Reason>(s->reasons(), GetReason);
  return enums.ok();
}

flatbuffers::Offset<stored::Citation> PutNoun(Builder* builder, const Citation& citation) {
  Builder& b = *builder;
  const stored::Range span = ToRange(citation.span);
  const stored::Range text_span = ToRange(citation.text_span);
  const auto text = Put(&b, citation.text);
  const auto authors = Put(&b, citation.authors);
  const auto year_suffix = Put(&b, citation.year_suffix);
  const auto numbers = b.CreateVector(citation.numbers);
  const auto keys = Put(&b, citation.keys);
  const auto url = Put(&b, citation.url);
  const auto references = PutIds(&b, citation.references);
  const auto reasons = PutAll(&b, citation.reasons, PutReason);
  return stored::CreateCitation(b, Raw(citation.document), &span, &text_span, text,
                                Raw8(citation.style), citation.sentence, authors, citation.et_al,
                                citation.year, year_suffix, numbers, keys, url, references,
                                citation.score, reasons);
}

bool GetNoun(const stored::Citation* s, Citation* citation) {
  EnumReader enums;
  citation->document = DocumentId{s->document()};
  citation->span = Get<Span>(s->span());
  citation->text_span = Get<TextSpan>(s->text_span());
  citation->text = Get(s->text());
  citation->style = enums.Get(s->style(), CitationStyle::kNamedSource);
  citation->sentence = s->sentence();
  citation->authors = Get(s->authors());
  citation->et_al = s->et_al();
  citation->year = s->year();
  citation->year_suffix = Get(s->year_suffix());
  if (s->numbers()) citation->numbers.assign(s->numbers()->begin(), s->numbers()->end());
  citation->keys = Get(s->keys());
  citation->url = Get(s->url());
  citation->references = GetIds<ReferenceId>(s->references());
  citation->score = s->score();
  citation->reasons = GetAll<Reason>(s->reasons(), GetReason);
  return enums.ok();
}

flatbuffers::Offset<stored::Reference> PutNoun(Builder* builder, const Reference& reference) {
  Builder& b = *builder;
  const stored::Range span = ToRange(reference.span);
  const stored::Range year_span = ToRange(reference.year_span);
  const stored::Range identifier_span = ToRange(reference.identifier_span);
  const auto file = Put(&b, reference.file);
  const auto text = Put(&b, reference.text);
  const auto key = Put(&b, reference.key);
  const auto authors = PutAll(&b, reference.authors, PutAuthor);
  const auto year_suffix = Put(&b, reference.year_suffix);
  const auto title = Put(&b, reference.title);
  const auto container = Put(&b, reference.container);
  const auto volume = Put(&b, reference.volume);
  const auto issue = Put(&b, reference.issue);
  const auto pages = Put(&b, reference.pages);
  const auto publisher = Put(&b, reference.publisher);
  const auto doi = Put(&b, reference.doi);
  const auto pmid = Put(&b, reference.pmid);
  const auto pmcid = Put(&b, reference.pmcid);
  const auto url = Put(&b, reference.url);
  const auto abstract_text = Put(&b, reference.abstract);
  return stored::CreateReference(
      b, Raw(reference.document), &span, file, text, Raw8(reference.origin), reference.number, key,
      authors, reference.et_al, reference.year, year_suffix, title, container, volume, issue, pages,
      publisher, doi, pmid, pmcid, url, abstract_text, &year_span, &identifier_span,
      Raw8(reference.design), Raw(reference.work));
}

bool GetNoun(const stored::Reference* s, Reference* reference) {
  EnumReader enums;
  reference->document = DocumentId{s->document()};
  reference->span = Get<Span>(s->span());
  reference->file = Get(s->file());
  reference->text = Get(s->text());
  reference->origin = enums.Get(s->origin(), ReferenceOrigin::kBibFile);
  reference->number = s->number();
  reference->key = Get(s->key());
  reference->authors = GetAll<Author>(s->authors(), GetAuthor);
  reference->et_al = s->et_al();
  reference->year = s->year();
  reference->year_suffix = Get(s->year_suffix());
  reference->title = Get(s->title());
  reference->container = Get(s->container());
  reference->volume = Get(s->volume());
  reference->issue = Get(s->issue());
  reference->pages = Get(s->pages());
  reference->publisher = Get(s->publisher());
  reference->doi = Get(s->doi());
  reference->pmid = Get(s->pmid());
  reference->pmcid = Get(s->pmcid());
  reference->url = Get(s->url());
  reference->abstract = Get(s->abstract_text());
  reference->year_span = Get<Span>(s->year_span());
  reference->identifier_span = Get<Span>(s->identifier_span());
  reference->design = enums.Get(s->design(), StudyDesign::kWebPage);
  reference->work = WorkId{s->work()};
  return enums.ok();
}

flatbuffers::Offset<stored::Work> PutNoun(Builder* builder, const Work& work) {
  Builder& b = *builder;
  const auto names = Put(&b, work.names);
  const auto title = Put(&b, work.title);
  const auto authors = PutAll(&b, work.authors, PutAuthor);
  const auto container = Put(&b, work.container);
  const auto doi = Put(&b, work.doi);
  const auto pmid = Put(&b, work.pmid);
  const auto pmcid = Put(&b, work.pmcid);
  const auto url = Put(&b, work.url);
  return stored::CreateWork(b, names, title, authors, work.year, container, doi, pmid, pmcid, url,
                            Raw8(work.design), Raw8(work.standing));
}

bool GetNoun(const stored::Work* s, Work* work) {
  EnumReader enums;
  work->names = Get(s->names());
  work->title = Get(s->title());
  work->authors = GetAll<Author>(s->authors(), GetAuthor);
  work->year = s->year();
  work->container = Get(s->container());
  work->doi = Get(s->doi());
  work->pmid = Get(s->pmid());
  work->pmcid = Get(s->pmcid());
  work->url = Get(s->url());
  work->design = enums.Get(s->design(), StudyDesign::kWebPage);
  work->standing = enums.Get(s->standing(), Standing::kPreprint);
  return enums.ok();
}

flatbuffers::Offset<stored::Proposition> PutNoun(Builder* builder, const Proposition& proposition) {
  Builder& b = *builder;
  const auto intervention = Put(&b, proposition.intervention);
  const auto outcome = Put(&b, proposition.outcome);
  const auto population = Put(&b, proposition.population);
  const auto comparator = Put(&b, proposition.comparator);
  return stored::CreateProposition(b, intervention, Raw8(proposition.direction), outcome,
                                   population, comparator);
}

bool GetNoun(const stored::Proposition* s, Proposition* proposition) {
  EnumReader enums;
  proposition->intervention = Get(s->intervention());
  proposition->direction = enums.Get(s->direction(), Direction::kNoEffect);
  proposition->outcome = Get(s->outcome());
  proposition->population = Get(s->population());
  proposition->comparator = Get(s->comparator());
  return enums.ok();
}

flatbuffers::Offset<stored::EvidenceLine> PutNoun(Builder* builder, const EvidenceLine& line) {
  Builder& b = *builder;
  const auto reasons = PutAll(&b, line.reasons, PutReason);
  const auto study = Put(&b, line.study);
  const auto record = Put(&b, line.record);
  return stored::CreateEvidenceLine(
      b, Raw(line.document), Raw(line.claim), Raw(line.proposition), Raw(line.citation),
      Raw(line.reference), Raw(line.work), Raw8(line.stance), Raw8(line.role), Raw8(line.design),
      Raw8(line.population), Raw8(line.intervention), Raw8(line.comparator), Raw8(line.outcome),
      line.certainty, reasons, study, record);
}

bool GetNoun(const stored::EvidenceLine* s, EvidenceLine* line) {
  EnumReader enums;
  line->document = DocumentId{s->document()};
  line->claim = ClaimId{s->claim()};
  line->proposition = PropositionId{s->proposition()};
  line->citation = CitationId{s->citation()};
  line->reference = ReferenceId{s->reference()};
  line->work = WorkId{s->work()};
  line->stance = enums.Get(s->stance(), Stance::kUnknown);
  line->role = enums.Get(s->role(), QuoteRole::kUnknown);
  line->design = enums.Get(s->design(), StudyDesign::kWebPage);
  line->population = enums.Get(s->population(), Directness::kDifferent);
  line->intervention = enums.Get(s->intervention(), Directness::kDifferent);
  line->comparator = enums.Get(s->comparator(), Directness::kDifferent);
  line->outcome = enums.Get(s->outcome(), Directness::kDifferent);
  line->certainty = s->certainty();
  line->reasons = GetAll<Reason>(s->reasons(), GetReason);
  line->study = Get(s->study());
  line->record = Get(s->record());
  return enums.ok();
}

flatbuffers::Offset<stored::Finding> PutNoun(Builder* builder, const Finding& finding) {
  Builder& b = *builder;
  const stored::Range span = ToRange(finding.span);
  const auto rule = Put(&b, finding.rule);
  const auto file = Put(&b, finding.file);
  const auto message = Put(&b, finding.message);
  const auto suggestion = Put(&b, finding.suggestion);
  const auto citations = PutIds(&b, finding.citations);
  const auto references = PutIds(&b, finding.references);
  const auto evidence = PutIds(&b, finding.evidence);
  return stored::CreateFinding(b, Raw(finding.document), rule, Raw8(finding.severity), &span, file,
                               message, suggestion, Raw(finding.claim), citations, references,
                               evidence);
}

bool GetNoun(const stored::Finding* s, Finding* finding) {
  EnumReader enums;
  finding->document = DocumentId{s->document()};
  finding->rule = Get(s->rule());
  finding->severity = enums.Get(s->severity(), Severity::kError);
  finding->span = Get<Span>(s->span());
  finding->file = Get(s->file());
  finding->message = Get(s->message());
  finding->suggestion = Get(s->suggestion());
  finding->claim = ClaimId{s->claim()};
  finding->citations = GetIds<CitationId>(s->citations());
  finding->references = GetIds<ReferenceId>(s->references());
  finding->evidence = GetIds<EvidenceLineId>(s->evidence());
  return enums.ok();
}

auto PutFact(Builder* b, const Fact& fact) {
  const stored::Range span = ToRange(fact.span);
  const auto value = Put(b, fact.value);
  return stored::CreateFact(*b, Raw8(fact.kind), value, &span, fact.confidence);
}

Fact GetFact(const stored::Fact& fact, EnumReader* enums) {
  return {.kind = enums->Get(fact.kind(), FactKind::kStudies),
          .value = Get(fact.value()),
          .span = Get<TextSpan>(fact.span()),
          .confidence = fact.confidence()};
}

auto PutNotice(Builder* b, const StandingNotice& notice) {
  const auto date = Put(b, notice.date);
  const auto reason = Put(b, notice.reason);
  const auto by = Put(b, notice.notice);
  return stored::CreateStandingNotice(*b, Raw8(notice.standing), date, reason, by);
}

StandingNotice GetNotice(const stored::StandingNotice& notice, EnumReader* enums) {
  return {.standing = enums->Get(notice.standing(), Standing::kPreprint),
          .date = Get(notice.date()),
          .reason = Get(notice.reason()),
          .notice = Get(notice.notice())};
}

auto PutBias(Builder* b, const BiasJudgement& bias) {
  const auto domain = Put(b, bias.domain);
  return stored::CreateBiasJudgement(*b, domain, Raw8(bias.judgement));
}

BiasJudgement GetBias(const stored::BiasJudgement& bias, EnumReader* enums) {
  return {.domain = Get(bias.domain()),
          .judgement = enums->Get(bias.judgement(), RiskOfBias::kHigh)};
}

flatbuffers::Offset<stored::Record> PutNoun(Builder* builder, const Record& record) {
  Builder& b = *builder;
  const auto title = Put(&b, record.title);
  const auto authors = PutAll(&b, record.authors, PutAuthor);
  const auto container = Put(&b, record.container);
  const auto volume = Put(&b, record.volume);
  const auto issue = Put(&b, record.issue);
  const auto pages = Put(&b, record.pages);
  const auto doi = Put(&b, record.doi);
  const auto pmid = Put(&b, record.pmid);
  const auto pmcid = Put(&b, record.pmcid);
  const auto publication_types = Put(&b, record.publication_types);
  const auto headings = Put(&b, record.headings);
  const auto facts = PutAll(&b, record.facts, PutFact);
  const auto notices = PutAll(&b, record.notices, PutNotice);
  const auto risk_of_bias = PutAll(&b, record.risk_of_bias, PutBias);
  const auto includes = PutIds(&b, record.includes);
  return stored::CreateRecord(b, Raw(record.document), Raw(record.work), Raw(record.study),
                              Raw8(record.design), record.n, title, authors, record.et_al,
                              record.year, container, volume, issue, pages, doi, pmid, pmcid,
                              publication_types, headings, facts, notices, risk_of_bias, includes);
}

bool GetNoun(const stored::Record* s, Record* record) {
  EnumReader enums;
  record->document = DocumentId{s->document()};
  record->work = WorkId{s->work()};
  record->study = StudyId{s->study()};
  record->design = enums.Get(s->design(), StudyDesign::kWebPage);
  record->n = s->n();
  record->title = Get(s->title());
  record->authors = GetAll<Author>(s->authors(), GetAuthor);
  record->et_al = s->et_al();
  record->year = s->year();
  record->container = Get(s->container());
  record->volume = Get(s->volume());
  record->issue = Get(s->issue());
  record->pages = Get(s->pages());
  record->doi = Get(s->doi());
  record->pmid = Get(s->pmid());
  record->pmcid = Get(s->pmcid());
  record->publication_types = Get(s->publication_types());
  record->headings = Get(s->headings());
  record->facts =
      GetAll<Fact>(s->facts(), [&](const stored::Fact& f) { return GetFact(f, &enums); });
  record->notices = GetAll<StandingNotice>(
      s->notices(), [&](const stored::StandingNotice& n) { return GetNotice(n, &enums); });
  record->risk_of_bias = GetAll<BiasJudgement>(
      s->risk_of_bias(), [&](const stored::BiasJudgement& b) { return GetBias(b, &enums); });
  record->includes = GetIds<WorkId>(s->includes());
  return enums.ok();
}

flatbuffers::Offset<stored::StudyResult> PutNoun(Builder* builder, const StudyResult& result) {
  Builder& b = *builder;
  const stored::Range span = ToRange(result.span);
  const auto intervention = Put(&b, result.intervention);
  const auto comparator = Put(&b, result.comparator);
  const auto outcome = Put(&b, result.outcome);
  const auto population = Put(&b, result.population);
  flatbuffers::Offset<stored::Effect> effect = 0;
  if (result.effect) effect = PutEffect(&b, *result.effect);
  const auto time_point = Put(&b, result.time_point);
  const auto quote = Put(&b, result.quote);
  return stored::CreateStudyResult(b, Raw(result.document), Raw(result.study), intervention,
                                   comparator, outcome, population, Raw8(result.direction),
                                   Raw8(result.significance), effect, time_point, quote, &span,
                                   result.confidence);
}

bool GetNoun(const stored::StudyResult* s, StudyResult* result) {
  EnumReader enums;
  result->document = DocumentId{s->document()};
  result->study = StudyId{s->study()};
  result->intervention = Get(s->intervention());
  result->comparator = Get(s->comparator());
  result->outcome = Get(s->outcome());
  result->population = Get(s->population());
  result->direction = enums.Get(s->direction(), Direction::kNoEffect);
  result->significance = enums.Get(s->significance(), Significance::kNotSignificant);
  if (s->effect()) result->effect = GetEffect(*s->effect(), &enums);
  result->time_point = Get(s->time_point());
  result->quote = Get(s->quote());
  result->span = Get<TextSpan>(s->span());
  result->confidence = s->confidence();
  return enums.ok();
}

flatbuffers::Offset<stored::Decision> PutNoun(Builder* builder, const Decision& decision) {
  Builder& b = *builder;
  const auto source = Put(&b, decision.source);
  const auto quote = Put(&b, decision.quote);
  const auto value = Put(&b, decision.value);
  const auto who = Put(&b, decision.who);
  const auto when = Put(&b, decision.when);
  const auto why = Put(&b, decision.why);
  return stored::CreateDecision(b, Raw(decision.document), Raw8(decision.kind), source, quote,
                                decision.nth, value, who, when, why);
}

bool GetNoun(const stored::Decision* s, Decision* decision) {
  EnumReader enums;
  decision->document = DocumentId{s->document()};
  decision->kind = enums.Get(s->kind(), DecisionKind::kUndo);
  decision->source = Get(s->source());
  decision->quote = Get(s->quote());
  decision->nth = s->nth();
  decision->value = Get(s->value());
  decision->who = Get(s->who());
  decision->when = Get(s->when());
  decision->why = Get(s->why());
  return enums.ok();
}

flatbuffers::Offset<stored::Study> PutNoun(Builder* builder, const Study& study) {
  const auto key = Put(builder, study.key);
  return stored::CreateStudy(*builder, key);
}

bool GetNoun(const stored::Study* s, Study* study) {
  study->key = Get(s->key());
  return true;
}

template <typename Noun>
std::string EncodeOne(const Noun& noun) {
  Builder b(kSmallValue);
  b.Finish(PutNoun(&b, noun));
  return Bytes(b);
}

template <typename Noun>
bool DecodeOne(const std::string& bytes, Noun* noun) {
  const auto* s = Root<TableOf<Noun>>(bytes);
  return s && GetNoun(s, noun);
}

template <typename Noun>
std::string EncodeMany(std::span<const Noun> nouns) {
  Builder b(kSmallValue * nouns.size());
  std::vector<flatbuffers::Offset<TableOf<Noun>>> offsets;
  offsets.reserve(nouns.size());
  for (const Noun& noun : nouns) offsets.push_back(PutNoun(&b, noun));
  const auto list = b.CreateVector(offsets);
  PackBuilderOf<Noun> pack(b);
  pack.add_nouns(list);
  b.Finish(pack.Finish());
  return PackBytes(nouns.size(), b);
}

template <typename Noun>
bool DecodeIn(const std::string& bytes, std::size_t index, Noun* noun) {
  const auto* s = InPack<Noun>(bytes, index);
  return s && GetNoun(s, noun);
}

}  // namespace

std::string Encode(std::span<const Claim> nouns) { return EncodeMany(nouns); }
std::string Encode(std::span<const Citation> nouns) { return EncodeMany(nouns); }
std::string Encode(std::span<const Reference> nouns) { return EncodeMany(nouns); }
std::string Encode(std::span<const EvidenceLine> nouns) { return EncodeMany(nouns); }
std::string Encode(std::span<const Finding> nouns) { return EncodeMany(nouns); }
std::string Encode(std::span<const Record> nouns) { return EncodeMany(nouns); }
std::string Encode(std::span<const StudyResult> nouns) { return EncodeMany(nouns); }
std::string Encode(std::span<const Decision> nouns) { return EncodeMany(nouns); }
std::string Encode(const Work& work) { return EncodeOne(work); }
std::string Encode(const Proposition& proposition) { return EncodeOne(proposition); }
std::string Encode(const Study& study) { return EncodeOne(study); }

bool Decode(const std::string& bytes, std::size_t i, Claim* claim) {
  return DecodeIn(bytes, i, claim);
}
bool Decode(const std::string& bytes, std::size_t i, Citation* citation) {
  return DecodeIn(bytes, i, citation);
}
bool Decode(const std::string& bytes, std::size_t i, Reference* reference) {
  return DecodeIn(bytes, i, reference);
}
bool Decode(const std::string& bytes, std::size_t i, EvidenceLine* line) {
  return DecodeIn(bytes, i, line);
}
bool Decode(const std::string& bytes, std::size_t i, Finding* finding) {
  return DecodeIn(bytes, i, finding);
}
bool Decode(const std::string& bytes, std::size_t i, Record* record) {
  return DecodeIn(bytes, i, record);
}
bool Decode(const std::string& bytes, std::size_t i, StudyResult* result) {
  return DecodeIn(bytes, i, result);
}
bool Decode(const std::string& bytes, std::size_t i, Decision* decision) {
  return DecodeIn(bytes, i, decision);
}
bool Decode(const std::string& bytes, Study* study) { return DecodeOne(bytes, study); }
bool Decode(const std::string& bytes, Work* work) { return DecodeOne(bytes, work); }
bool Decode(const std::string& bytes, Proposition* proposition) {
  return DecodeOne(bytes, proposition);
}

}  // namespace claimgraph
