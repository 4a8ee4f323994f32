// Who does what to whom in a sentence: subject, predicate, object, each with its span.
//
// Three learned models one after the other (relation_features.h): the types of words, the
// mentions, the relations between them.  models/relations.card.md says what they were
// trained on and what they score: well below half of what people mark, so a relation is a
// hint with a confidence, not a fact.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_RELATION_MODEL_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_RELATION_MODEL_H_

#include <string_view>
#include <vector>

#include "core/model/linear_model.h"
#include "core/span.h"
#include "importers/extraction/relation_features.h"

namespace claimgraph {

struct Relation {
  TextSpan subject{};            // bytes of the sentence
  std::string_view predicate{};  // "TREATS"; lives as long as the program
  TextSpan object{};
  double confidence = 0;  // 0 to 1
  bool operator==(const Relation&) const = default;
};

struct RelationModels {
  WordModels words{};
  const LinearModel* mentions = nullptr;
  const LinearModel* labels = nullptr;  // which labels mentions of such groups have
  const LinearModel* relations = nullptr;
};

// From this sum of probabilities on a relation is one: where precision and recall of the
// cross-validation (models/relations.card.md) are worth the most together.
inline constexpr double kRelationThreshold = 0.145;

// Best first; empty where the models are not built in.
std::vector<Relation> ReadRelations(std::string_view sentence);

// Of what a treatment or a cause does; half of all others are states ("in", "of", "with").
bool IsClinical(Predicate predicate);

// For training.
std::vector<Relation> ReadRelations(std::string_view sentence, const RelationModels& models);
void ReadMentions(const LinearModel& model, RelationSentence* sentence);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_RELATION_MODEL_H_
