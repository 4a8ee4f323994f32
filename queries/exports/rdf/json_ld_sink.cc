#include "queries/exports/rdf/json_ld_sink.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "queries/exports/rdf/vocabulary.h"
#include "queries/json_writer.h"

namespace claimgraph {
namespace {

// "kg" may end in any character, which only an expanded definition allows.
Json ContextFor(std::string_view base) {
  Json context = {{"@version", 1.1}};
  for (const RdfPrefix& prefix : RdfPrefixes()) context[std::string(prefix.name)] = prefix.iri;
  context["kg"] = {{"@id", base}, {"@prefix", true}};
  return context;
}

// Beyond this, programs that hold numbers as doubles round them.
constexpr std::size_t kExactDigits = 15;

Json ValueOf(const RdfTerm& object) {
  switch (object.kind) {
    case RdfTerm::Kind::kName:
    case RdfTerm::Kind::kIri:
      return {{"@id", object.value}};
    case RdfTerm::Kind::kText:
      return object.value;
    case RdfTerm::Kind::kTruth:
      return object.value == "true";
    case RdfTerm::Kind::kInteger:
      if (object.value.size() <= kExactDigits) return std::stoll(std::string(object.value));
      return {{"@value", object.value}, {"@type", "xsd:integer"}};
    case RdfTerm::Kind::kTyped:
      break;
  }
  return {{"@value", object.value}, {"@type", object.datatype}};
}

}  // namespace

class JsonLdSink::Writer {
 public:
  Writer(std::string_view base, std::ostream& out) : json_(out) {
    json_.BeginObject();
    json_.Member("@context", ContextFor(base));
    json_.BeginArray("@graph");
  }

  void Add(std::string_view subject, std::string_view property, const RdfTerm& object) {
    if (subject != subject_) {
      Flush();
      subject_ = subject;
      node_ = {{"@id", subject}};
    }
    if (property == "rdf:type") {
      node_["@type"].push_back(object.value);
      return;
    }
    Json& values = node_[std::string(property)];
    Json value = ValueOf(object);
    if (values.is_null()) {
      values = std::move(value);
    } else if (values.is_array()) {
      values.push_back(std::move(value));
    } else {
      values = Json::array({std::move(values), std::move(value)});
    }
  }

  void Finish() {
    Flush();
    json_.EndArray();
    json_.EndObject();
  }

 private:
  void Flush() {
    if (!subject_.empty()) json_.Element(node_);
  }

  JsonWriter json_;
  std::string subject_;
  Json node_;
};

JsonLdSink::JsonLdSink(std::string_view base, std::ostream& out)
    : writer_(std::make_unique<Writer>(base, out)) {}

JsonLdSink::~JsonLdSink() = default;

void JsonLdSink::Add(std::string_view subject, std::string_view property, const RdfTerm& object) {
  writer_->Add(subject, property, object);
}

void JsonLdSink::Finish() { writer_->Finish(); }

}  // namespace claimgraph
