// One table a noun.  Its lists as JSON are in property_graph_lists.

#include "queries/exports/property_graph_fields.h"

#include <cmath>
#include <optional>
#include <type_traits>

#include "core/json.h"
#include "queries/exports/property_graph_lists.h"

namespace claimgraph {
namespace {

using Value = PropertyValue;

constexpr PropertyType kString = PropertyType::kString;
constexpr PropertyType kInteger = PropertyType::kInteger;
constexpr PropertyType kReal = PropertyType::kReal;
constexpr PropertyType kBoolean = PropertyType::kBoolean;

Value Text(std::string_view text) { return text.empty() ? Value() : Value(text); }
Value Text(const std::string& text) { return Text(std::string_view(text)); }

template <typename Number>
Value Count(Number number) {
  return static_cast<std::int64_t>(number);
}
template <typename Number>
Value UnlessZero(Number number) {
  return number == 0 ? Value() : Count(number);
}

Value Real(double number) { return std::isfinite(number) ? Value(number) : Value(); }

template <typename List>
Value AsJson(const List& list, std::string* scratch) {
  if (list.empty()) return {};
  scratch->clear();
  AppendList(list, scratch);
  return std::string_view(*scratch);
}

// A string, a named enumerator, a flag: where the field alone says what to read.
template <auto kMember, typename Noun>
Value Read(const Noun& noun, std::string* scratch) {
  const auto& field = noun.*kMember;
  using Type = std::remove_cvref_t<decltype(field)>;
  if constexpr (std::is_same_v<Type, std::string>) {
    return Text(field);
  } else if constexpr (std::is_same_v<Type, bool>) {
    return field;
  } else if constexpr (std::is_same_v<Type, double>) {
    return Real(field);
  } else if constexpr (std::is_enum_v<Type>) {
    return Name(field);
  } else {
    return AsJson(field, scratch);
  }
}

template <typename Noun>
Value SpanBegin(const Noun& noun, std::string* /*scratch*/) {
  return Count(noun.span.begin);
}
template <typename Noun>
Value SpanEnd(const Noun& noun, std::string* /*scratch*/) {
  return Count(noun.span.end);
}
template <typename Noun>
Value SentenceNumber(const Noun& noun, std::string* /*scratch*/) {
  return Count(noun.sentence);
}
template <typename Noun>
Value Year(const Noun& noun, std::string* /*scratch*/) {
  return UnlessZero(noun.year);
}

template <auto kMember>
Value ReadEffect(const StudyResult& result, std::string* /*scratch*/) {
  if (!result.effect) return {};
  const auto& field = (*result.effect).*kMember;
  using Type = std::remove_cvref_t<decltype(field)>;
  if constexpr (std::is_same_v<Type, double>) {
    return Real(field);
  } else if constexpr (std::is_enum_v<Type>) {
    return Name(field);
  } else if constexpr (std::is_same_v<Type, std::optional<double>>) {
    return field ? Real(*field) : Value();
  } else {
    return field ? Count(*field) : Value();
  }
}

}  // namespace

template <>
std::span<const Field<Document>> FieldsOf() {
  using D = Document;
  static constexpr Field<D> kFields[] = {
      {{"source", kString}, Read<&D::source>},
      {{"title", kString}, Read<&D::title>},
      {{"format", kString}, Read<&D::format>},
      {{"identifier", kString}, Read<&D::identifier>},
      {{"size", kInteger}, [](const D& d, std::string*) { return Count(d.size); }},
      {{"hash", kString}, Read<&D::hash>},
  };
  return kFields;
}

template <>
std::span<const Field<Claim>> FieldsOf() {
  using C = Claim;
  static constexpr Field<C> kFields[] = {
      {{"text", kString}, Read<&C::text>},
      {{"claim_kind", kString}, Read<&C::kind>},
      {{"verdict", kString}, Read<&C::verdict>},
      {{"allowed_wording", kString}, Read<&C::allowed_wording>},
      {{"strength", kString}, Read<&C::strength>},
      {{"certainty", kString}, Read<&C::certainty>},
      {{"citation_status", kString}, Read<&C::citation_status>},
      {{"confidence", kReal}, Read<&C::confidence>},
      {{"negated", kBoolean}, Read<&C::negated>},
      {{"attributed", kBoolean}, Read<&C::attributed>},
      {{"attribution", kString}, Read<&C::attribution>},
      {{"hedges", kString}, Read<&C::hedges>},
      {{"boosters", kString}, Read<&C::boosters>},
      {{"causal_cues", kString}, Read<&C::causal_cues>},
      {{"magnitudes", kString}, Read<&C::magnitudes>},
      {{"effects", kString}, Read<&C::effects>},
      {{"reasons", kString}, Read<&C::reasons>},
      {{"sentence", kInteger}, SentenceNumber<C>},
      {{"span_begin", kInteger}, SpanBegin<C>},
      {{"span_end", kInteger}, SpanEnd<C>},
  };
  return kFields;
}

template <>
std::span<const Field<Citation>> FieldsOf() {
  using C = Citation;
  static constexpr Field<C> kFields[] = {
      {{"text", kString}, Read<&C::text>},
      {{"style", kString}, Read<&C::style>},
      {{"authors", kString}, Read<&C::authors>},
      {{"et_al", kBoolean}, Read<&C::et_al>},
      {{"year", kInteger}, Year<C>},
      {{"year_suffix", kString}, Read<&C::year_suffix>},
      {{"numbers", kString}, Read<&C::numbers>},
      {{"keys", kString}, Read<&C::keys>},
      {{"url", kString}, Read<&C::url>},
      {{"score", kReal}, Read<&C::score>},
      {{"reasons", kString}, Read<&C::reasons>},
      {{"sentence", kInteger}, SentenceNumber<C>},
      {{"span_begin", kInteger}, SpanBegin<C>},
      {{"span_end", kInteger}, SpanEnd<C>},
  };
  return kFields;
}

template <>
std::span<const Field<Reference>> FieldsOf() {
  using R = Reference;
  static constexpr Field<R> kFields[] = {
      {{"text", kString}, Read<&R::text>},
      {{"origin", kString}, Read<&R::origin>},
      {{"file", kString}, Read<&R::file>},
      {{"number", kInteger}, [](const R& r, std::string*) { return UnlessZero(r.number); }},
      {{"key", kString}, Read<&R::key>},
      {{"authors", kString}, Read<&R::authors>},
      {{"et_al", kBoolean}, Read<&R::et_al>},
      {{"year", kInteger}, Year<R>},
      {{"year_suffix", kString}, Read<&R::year_suffix>},
      {{"title", kString}, Read<&R::title>},
      {{"container", kString}, Read<&R::container>},
      {{"volume", kString}, Read<&R::volume>},
      {{"issue", kString}, Read<&R::issue>},
      {{"pages", kString}, Read<&R::pages>},
      {{"publisher", kString}, Read<&R::publisher>},
      {{"doi", kString}, Read<&R::doi>},
      {{"pmid", kString}, Read<&R::pmid>},
      {{"pmcid", kString}, Read<&R::pmcid>},
      {{"url", kString}, Read<&R::url>},
      {{"design", kString}, Read<&R::design>},
      {{"span_begin", kInteger}, SpanBegin<R>},
      {{"span_end", kInteger}, SpanEnd<R>},
  };
  return kFields;
}

template <>
std::span<const Field<Work>> FieldsOf() {
  using W = Work;
  static constexpr Field<W> kFields[] = {
      {{"title", kString}, Read<&W::title>},
      {{"authors", kString}, Read<&W::authors>},
      {{"year", kInteger}, Year<W>},
      {{"container", kString}, Read<&W::container>},
      {{"doi", kString}, Read<&W::doi>},
      {{"pmid", kString}, Read<&W::pmid>},
      {{"pmcid", kString}, Read<&W::pmcid>},
      {{"url", kString}, Read<&W::url>},
      {{"names", kString}, Read<&W::names>},
      {{"design", kString}, Read<&W::design>},
      {{"standing", kString}, Read<&W::standing>},
  };
  return kFields;
}

template <>
std::span<const Field<Study>> FieldsOf() {
  static constexpr Field<Study> kFields[] = {
      {{"key", kString}, Read<&Study::key>},
  };
  return kFields;
}

template <>
std::span<const Field<Proposition>> FieldsOf() {
  using P = Proposition;
  static constexpr Field<P> kFields[] = {
      {{"intervention", kString}, Read<&P::intervention>},
      {{"direction", kString}, Read<&P::direction>},
      {{"outcome", kString}, Read<&P::outcome>},
      {{"population", kString}, Read<&P::population>},
      {{"comparator", kString}, Read<&P::comparator>},
  };
  return kFields;
}

template <>
std::span<const Field<EvidenceLine>> FieldsOf() {
  using E = EvidenceLine;
  static constexpr Field<E> kFields[] = {
      {{"stance", kString}, Read<&E::stance>},
      {{"role", kString}, Read<&E::role>},
      {{"design", kString}, Read<&E::design>},
      {{"directness_population", kString}, Read<&E::population>},
      {{"directness_intervention", kString}, Read<&E::intervention>},
      {{"directness_comparator", kString}, Read<&E::comparator>},
      {{"directness_outcome", kString}, Read<&E::outcome>},
      {{"certainty_level", kInteger},
       [](const E& e, std::string*) { return UnlessZero(e.certainty); }},
      {{"study", kString}, Read<&E::study>},
      {{"record", kString}, Read<&E::record>},
      {{"reasons", kString}, Read<&E::reasons>},
  };
  return kFields;
}

template <>
std::span<const Field<Finding>> FieldsOf() {
  using F = Finding;
  static constexpr Field<F> kFields[] = {
      {{"rule", kString}, Read<&F::rule>},       {{"severity", kString}, Read<&F::severity>},
      {{"message", kString}, Read<&F::message>}, {{"suggestion", kString}, Read<&F::suggestion>},
      {{"file", kString}, Read<&F::file>},       {{"span_begin", kInteger}, SpanBegin<F>},
      {{"span_end", kInteger}, SpanEnd<F>},
  };
  return kFields;
}

template <>
std::span<const Field<Record>> FieldsOf() {
  using R = Record;
  static constexpr Field<R> kFields[] = {
      {{"design", kString}, Read<&R::design>},
      {{"n", kInteger}, [](const R& r, std::string*) { return UnlessZero(r.n); }},
      {{"title", kString}, Read<&R::title>},
      {{"authors", kString}, Read<&R::authors>},
      {{"et_al", kBoolean}, Read<&R::et_al>},
      {{"year", kInteger}, Year<R>},
      {{"container", kString}, Read<&R::container>},
      {{"volume", kString}, Read<&R::volume>},
      {{"issue", kString}, Read<&R::issue>},
      {{"pages", kString}, Read<&R::pages>},
      {{"doi", kString}, Read<&R::doi>},
      {{"pmid", kString}, Read<&R::pmid>},
      {{"pmcid", kString}, Read<&R::pmcid>},
      {{"publication_types", kString}, Read<&R::publication_types>},
      {{"headings", kString}, Read<&R::headings>},
      {{"facts", kString}, Read<&R::facts>},
      {{"notices", kString}, Read<&R::notices>},
      {{"risk_of_bias", kString}, Read<&R::risk_of_bias>},
  };
  return kFields;
}

template <>
std::span<const Field<StudyResult>> FieldsOf() {
  using R = StudyResult;
  static constexpr Field<R> kFields[] = {
      {{"intervention", kString}, Read<&R::intervention>},
      {{"direction", kString}, Read<&R::direction>},
      {{"outcome", kString}, Read<&R::outcome>},
      {{"population", kString}, Read<&R::population>},
      {{"comparator", kString}, Read<&R::comparator>},
      {{"significance", kString}, Read<&R::significance>},
      {{"measure", kString}, ReadEffect<&Effect::measure>},
      {{"value", kReal}, ReadEffect<&Effect::value>},
      {{"ci_low", kReal}, ReadEffect<&Effect::ci_low>},
      {{"ci_high", kReal}, ReadEffect<&Effect::ci_high>},
      {{"p", kReal}, ReadEffect<&Effect::p>},
      {{"n", kInteger}, ReadEffect<&Effect::n>},
      {{"k", kInteger}, ReadEffect<&Effect::k>},
      {{"i2", kReal}, ReadEffect<&Effect::i2>},
      {{"time_point", kString}, Read<&R::time_point>},
      {{"quote", kString}, Read<&R::quote>},
      {{"confidence", kReal}, Read<&R::confidence>},
  };
  return kFields;
}

template <>
std::span<const Field<Decision>> FieldsOf() {
  using D = Decision;
  static constexpr Field<D> kFields[] = {
      {{"decision_kind", kString}, Read<&D::kind>},
      {{"source", kString}, Read<&D::source>},
      {{"quote", kString}, Read<&D::quote>},
      {{"nth", kInteger}, [](const D& d, std::string*) { return Count(d.nth); }},
      {{"decision_value", kString}, Read<&D::value>},
      {{"who", kString}, Read<&D::who>},
      {{"when", kString}, Read<&D::when>},
      {{"why", kString}, Read<&D::why>},
      {{"undone", kBoolean}, [](const D&, std::string*) { return Value(); }},
  };
  return kFields;
}

}  // namespace claimgraph
