// What each noun has as a node of a property graph: its properties, their types, and where
// the values stand.
//
// Names are those of docs/json_format.md and docs/sql.md.  They differ where one name would
// mean two things, since formats such as GraphML know each name once for all nodes: a
// claim's kind is `claim_kind` (`kind` is the node's), a decision's `decision_kind` and
// `decision_value`, a line's certainty `certainty_level`, and the four axes of directness
// are `directness_population`, ....  Lists are JSON in a string, as they are in SQL; spans
// are bytes of the source file.  Ids are no properties: they are edges.
//
// A decision's `undone` stands in other decisions: it is the last property, which PropertyGraph
// fills in.
//
// A value that is missing (an empty string or list, a year of 0) is none at all.
#ifndef CLAIMGRAPH_QUERIES_EXPORTS_PROPERTY_GRAPH_FIELDS_H_
#define CLAIMGRAPH_QUERIES_EXPORTS_PROPERTY_GRAPH_FIELDS_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "core/citation.h"
#include "core/claim.h"
#include "core/decision.h"
#include "core/document.h"
#include "core/evidence_line.h"
#include "core/finding.h"
#include "core/proposition.h"
#include "core/record.h"
#include "core/reference.h"
#include "core/result.h"
#include "core/study.h"
#include "core/work.h"

namespace claimgraph {

enum class PropertyType : std::uint8_t { kString, kInteger, kReal, kBoolean };

struct Property {
  std::string_view name{};
  PropertyType type = PropertyType::kString;
};

// Empty where the value is missing, else of the property's type.  A real is finite.
using PropertyValue = std::variant<std::monostate, std::string_view, std::int64_t, double, bool>;

template <typename Noun>
struct Field {
  Property property{};
  // Views point into the noun or into `scratch`, which the caller keeps.
  PropertyValue (*read)(const Noun& noun, std::string* scratch) = nullptr;
};

template <typename Noun>
std::span<const Field<Noun>> FieldsOf();
template <>
std::span<const Field<Document>> FieldsOf();
template <>
std::span<const Field<Claim>> FieldsOf();
template <>
std::span<const Field<Citation>> FieldsOf();
template <>
std::span<const Field<Reference>> FieldsOf();
template <>
std::span<const Field<Work>> FieldsOf();
template <>
std::span<const Field<Study>> FieldsOf();
template <>
std::span<const Field<Proposition>> FieldsOf();
template <>
std::span<const Field<EvidenceLine>> FieldsOf();
template <>
std::span<const Field<Finding>> FieldsOf();
template <>
std::span<const Field<Record>> FieldsOf();
template <>
std::span<const Field<StudyResult>> FieldsOf();
template <>
std::span<const Field<Decision>> FieldsOf();

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_EXPORTS_PROPERTY_GRAPH_FIELDS_H_
