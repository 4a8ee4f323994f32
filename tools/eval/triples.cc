// Subject, predicate and object of a sentence, spans in bytes.

#include <nlohmann/json.hpp>
#include <string>

#include "importers/extraction/relation_model.h"
#include "tools/eval/tasks.h"

namespace claimgraph::eval {

nlohmann::json PredictTriples(const nlohmann::json& row) {
  const auto text = row.find("text");
  nlohmann::json triples = nlohmann::json::array();
  if (text == row.end() || !text->is_string()) return {{"triples", std::move(triples)}};
  for (const Relation& relation : ReadRelations(text->get_ref<const std::string&>())) {
    triples.push_back({{"subject_span", {relation.subject.begin, relation.subject.end}},
                       {"predicate", std::string(relation.predicate)},
                       {"object_span", {relation.object.begin, relation.object.end}},
                       {"confidence", relation.confidence}});
  }
  return {{"triples", std::move(triples)}};
}

}  // namespace claimgraph::eval
