// Trains the three models of relation_model.h from rows {pmid text triples[]} and rows
// {name group} (mesh_groups.py).
//
// What the second model says of words that it was trained on is too good to be true, and
// the third would learn to believe it: it is trained on what the second says without having
// seen the abstract.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/text/utf8.h"
#include "importers/extraction/relation_features.h"
#include "importers/extraction/relation_model.h"
#include "tools/train/linear_trainer.h"
#include "tools/train/tasks.h"

namespace claimgraph::train {
namespace {

constexpr std::size_t kInnerFolds = 5;

struct Triple {
  TextSpan subject{};
  std::string predicate{};
  TextSpan object{};
  MentionGroup subject_group = MentionGroup::kNone;
  MentionGroup object_group = MentionGroup::kNone;
};

struct Annotated {
  std::string text{};
  std::string abstract{};
  std::vector<Triple> triples{};
};

// The groups of SemRep's semantic types.
MentionGroup GroupOf(std::string_view type) {
  static const std::map<MentionGroup, std::string_view> types = {
      {MentionGroup::kHuman, "humn podg popg aggp famg grup prog"},
      {MentionGroup::kDisease, "dsyn patf sosy inpo cgab anab mobd acab comd emod"},
      {MentionGroup::kNeoplasm, "neop"},
      {MentionGroup::kFinding, "fndg"},
      {MentionGroup::kGene, "aapp gngm enzy rcpt nnon nusq amas"},
      {MentionGroup::kChemical,
       "phsu orch antb lipd horm strd inch elii hops carb eico vita bacs chvf chvs sbst irda medd "
       "bodm clnd nsba opco imft"},
      {MentionGroup::kTherapy, "topp"},
      {MentionGroup::kDiagnosis, "diap lbpr lbtr hlca resa mbrt edac"},
      {MentionGroup::kAnatomy, "bpoc tisu bdsu blor bsoj bdsy spco anst emst"},
      {MentionGroup::kCell, "cell celc"},
      {MentionGroup::kFunction, "celf genf orgf moft ortf biof phsf menp npop clna orga"},
      {MentionGroup::kOrganism,
       "mamm bact virs fngs anim plnt invt amph fish bird rept orgm hcro"}};
  for (const auto& [group, names] : types) {
    if (type.size() == 4 && names.find(type) != std::string_view::npos) return group;
  }
  return MentionGroup::kFinding;
}

// The bytes that `characters` begin to end cover.
TextSpan BytesOf(std::string_view text, const nlohmann::json& characters) {
  TextSpan span;
  std::size_t at = 0;
  char32_t c = 0;
  const auto end = characters.at(1).get<std::size_t>();
  for (std::size_t n = 0; n <= end; ++n) {
    if (n == characters.at(0).get<std::size_t>()) span.begin = static_cast<std::uint32_t>(at);
    if (n == end) span.end = static_cast<std::uint32_t>(at);
    if (at < text.size()) at += DecodeUtf8At(text, at, &c);
  }
  return span;
}

Annotated ReadAnnotated(const nlohmann::json& row) {
  Annotated sentence{.text = row.at("text"), .abstract = row.at("pmid")};
  for (const nlohmann::json& t : row.at("triples")) {
    if (!t.at("subject_span").is_array() || !t.at("object_span").is_array()) continue;
    Triple triple{.subject = BytesOf(sentence.text, t.at("subject_span")),
                  .predicate = t.at("predicate"),
                  .object = BytesOf(sentence.text, t.at("object_span")),
                  .subject_group = GroupOf(t.value("subject_type", "")),
                  .object_group = GroupOf(t.value("object_type", ""))};
    if (triple.predicate.starts_with("NEG_")) triple.predicate.erase(0, 4);
    sentence.triples.push_back(std::move(triple));
  }
  return sentence;
}

bool Meet(TextSpan a, TextSpan b) { return std::min(a.end, b.end) > std::max(a.begin, b.begin); }

// A model with the bytes that it points into.
class Held {
 public:
  explicit Held(const TrainedModel& trained)
      : bytes_(EncodeModel(trained)), model_(LinearModel::Parse(bytes_).value()) {}
  Held(const Held&) = delete;
  Held& operator=(const Held&) = delete;

  const LinearModel& model() const { return model_; }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
  LinearModel model_;
};

// One example a last word of names: what most of them are.
TrainingSet TypeExamples(const Rows& rows) {
  constexpr std::size_t kLeastNames = 60;
  constexpr std::size_t kAlone = 4;  // a name of one word counts as several
  std::map<std::string, std::map<std::string, std::size_t>> groups_of;
  for (const nlohmann::json& row : rows) {
    if (!row.contains("name")) continue;
    const RelationWords read = ReadRelationWords(row.at("name").get<std::string>());
    const RelationWord* last = nullptr;
    std::size_t words = 0;
    for (const RelationWord& word : read.words) {
      if (word.sign) continue;
      ++words;
      last = &word;
    }
    if (!last || !last->letters) continue;
    groups_of[last->stem][row.at("group")] += words == 1 ? kAlone : 1;
  }
  std::map<std::string, std::size_t> sizes;
  std::map<std::string, std::string> group_of;
  for (const auto& [word, groups] : groups_of) {
    const auto most =
        std::ranges::max_element(groups, {}, [](const auto& group) { return group.second; });
    group_of[word] = most->first;
    ++sizes[most->first];
  }
  TrainingSet set{.name = "mention_type", .features = kRelationFeatures, .bits = 15};
  set.cost = 30;
  set.least_examples = 1;
  for (const auto& [group, size] : sizes) {
    if (size >= kLeastNames) set.labels.push_back(group);
  }
  for (const auto& [word, group] : group_of) {
    const auto label = std::ranges::find(set.labels, group);
    if (label == set.labels.end()) continue;
    Example example{.group = word};
    example.label = static_cast<std::size_t>(label - set.labels.begin());
    TypeFeatures(word, &example.features);
    set.examples.push_back(std::move(example));
  }
  return set;
}

// All names and last words, as a set.
TrainedModel NameSet(const Rows& rows) {
  TrainedModel set{.name = "mention_names", .features = kRelationFeatures, .bits = 19};
  set.labels = {"name"};
  set.biases = {0};
  set.weights.resize(std::size_t{1} << set.bits);
  std::map<FeatureHash, std::size_t> ends;  // names of several words by their last
  Features features;
  const auto add = [&](NamePart part, FeatureHash words) {
    NameFeatures(part, words, &features);
    for (const Feature& f : features.items()) set.weights[f.hash >> (32 - set.bits)] = 1;
  };
  for (const nlohmann::json& row : rows) {
    if (!row.contains("name")) continue;
    const std::vector<RelationWord> words =
        ReadRelationWords(row.at("name").get<std::string>()).words;
    if (words.empty() || words.size() > kMostNameWords) continue;
    add(NamePart::kWhole, HashName(words, 0, words.size()));
    if (++ends[words.back().stem_hash] == 2) add(NamePart::kLast, words.back().stem_hash);
  }
  return set;
}

double Accuracy(const TrainingSet& set, std::size_t folds) {
  std::vector<std::size_t> seen;
  for (std::size_t i = 0; i < set.examples.size(); ++i) {
    if (FoldOf(set.examples[i], folds) != 0) seen.push_back(i);
  }
  const Held model(Train(set, seen));
  double right = 0;
  std::vector<float> scores;
  for (const Example& example : set.examples) {
    if (FoldOf(example, folds) != 0) continue;
    model.model().Score(example.features, &scores);
    right += static_cast<std::size_t>(std::ranges::max_element(scores) - scores.begin()) ==
             example.label;
  }
  return right / static_cast<double>(set.examples.size() - seen.size());
}

// How good the mentions are, and how many relations they leave to be found.
struct MentionCheck {
  std::vector<std::pair<double, bool>> said{};  // probability, whether marked
  std::size_t marked = 0;
  std::size_t right_group = 0;
  std::size_t pairs = 0;
  std::size_t reached = 0;

  std::string Line() {
    std::ranges::stable_sort(said, std::ranges::greater(), [](const auto& p) { return p.first; });
    double right = 0;
    double sum = 0;
    for (std::size_t i = 0; i < said.size(); ++i) {
      if (!said[i].second) continue;
      ++right;
      sum += right / static_cast<double>(i + 1);
    }
    return fmt::format(
        "mentions: average precision {:.3f}, group right {:.3f}, {} pairs with {} relations\n",
        sum / right, static_cast<double>(right_group) / static_cast<double>(marked), pairs,
        reached);
  }
};

struct RelationTraining {
  TrainedModel labels{};
  TrainedModel relations{};
};

class Trainer {
 public:
  Trainer(const Rows& rows, const WordModels& types) {
    for (const nlohmann::json& row : rows) {
      if (!row.contains("triples")) continue;
      annotated_.push_back(ReadAnnotated(row));
      sentences_.push_back(ReadRelationSentence(annotated_.back().text, types));
      groups_.push_back(GoldGroups(sentences_.size() - 1));
    }
  }

  const std::vector<Annotated>& annotated() const { return annotated_; }
  std::size_t FoldOf(std::size_t sentence, std::size_t folds, std::uint64_t salt) const {
    return Combine(HashWord(annotated_[sentence].abstract), salt) % folds;
  }

  TrainedModel TrainMentions(const std::vector<std::size_t>& of) const {
    TrainingSet set{.name = "mentions", .features = kRelationFeatures, .bits = 16};
    set.cost = 0.1;
    set.least_examples = 1;
    set.labels.assign(kMentionGroupNames.begin(), kMentionGroupNames.end());
    for (const std::size_t s : of) {
      for (const std::size_t word : MentionCandidates(sentences_[s])) {
        Example example;
        example.label = static_cast<std::size_t>(groups_[s][word]);
        MentionFeatures(sentences_[s], word, &example.features);
        set.examples.push_back(std::move(example));
      }
    }
    return TrainOnAll(set);
  }

  // What a model says of the mentions of sentence `s`.
  void CheckMentions(const LinearModel& model, std::size_t s, MentionCheck* check) {
    ReadMentions(model, &sentences_[s]);
    for (const std::size_t word : MentionCandidates(sentences_[s])) {
      const MentionGroup gold = groups_[s][word];
      const Mention& mention = sentences_[s].mentions[word];
      check->said.emplace_back(mention.probability, gold != MentionGroup::kNone);
      if (gold == MentionGroup::kNone) continue;
      ++check->marked;
      check->right_group += mention.group == gold ? 1 : 0;
    }
    const std::vector<MentionPair> pairs = PairsOf(sentences_[s]);
    check->pairs += pairs.size();
    std::vector<std::optional<RelationLabel>> labels(pairs.size());
    for (const Triple& t : annotated_[s].triples) {
      check->reached += LabelPair(s, t, pairs, &labels) ? 1 : 0;
    }
  }

  // Requires: `of` not empty.
  RelationTraining TrainRelations(const std::vector<std::size_t>& of) {
    TrainingSet set{.name = "relations", .features = kRelationFeatures, .bits = 19};
    set.cost = 0.1;
    set.labels = {"holds"};
    RelationTraining trained;
    Jackknife(of);
    trained.labels = SeenLabels(of);
    const Held seen(trained.labels);
    for (const std::size_t s : of) AddRelations(s, seen.model(), &set);
    std::vector<std::size_t> all(set.examples.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    trained.relations = Train(set, all);
    return trained;
  }

 private:
  // Gives each sentence the mentions of a model that has not seen its abstract.
  void Jackknife(const std::vector<std::size_t>& of) {
    for (std::size_t fold = 0; fold < kInnerFolds; ++fold) {
      std::vector<std::size_t> seen;
      for (const std::size_t s : of) {
        if (FoldOf(s, kInnerFolds, 1) != fold) seen.push_back(s);
      }
      const Held mentions(TrainMentions(seen));
      for (const std::size_t s : of) {
        if (FoldOf(s, kInnerFolds, 1) == fold) ReadMentions(mentions.model(), &sentences_[s]);
      }
    }
  }

  // Of each word the group of the mention that ends with it.
  std::vector<MentionGroup> GoldGroups(std::size_t s) const {
    std::vector<MentionGroup> groups(sentences_[s].read.words.size(), MentionGroup::kNone);
    for (const Triple& triple : annotated_[s].triples) {
      for (const auto& [span, group] : {std::pair{triple.subject, triple.subject_group},
                                        std::pair{triple.object, triple.object_group}}) {
        const std::vector<std::size_t> words = WordsOf(s, span);
        const auto last = std::ranges::find_if(
            words, [&](std::size_t i) { return !sentences_[s].read.words[i].sign; });
        if (last != words.end()) groups[*last] = group;
      }
    }
    return groups;
  }

  // Last first.
  std::vector<std::size_t> WordsOf(std::size_t s, TextSpan span) const {
    std::vector<std::size_t> words;
    for (std::size_t i = sentences_[s].read.words.size(); i > 0; --i) {
      if (Meet(sentences_[s].read.words[i - 1].span, span)) words.push_back(i - 1);
    }
    return words;
  }

  // Which labels mentions of which groups have; of those that occur more than once.
  TrainedModel SeenLabels(const std::vector<std::size_t>& of) const {
    TrainedModel seen{.name = "relation_labels", .features = kRelationFeatures, .bits = kLabelBits};
    seen.biases.resize(kRelationLabels);
    seen.weights.resize(kRelationLabels << kLabelBits);
    std::array<std::size_t, kRelationLabels> times{};
    for (std::size_t l = 0; l < kRelationLabels; ++l) {
      seen.labels.push_back(std::string(NameOf(static_cast<Predicate>(l / 2))) +
                            (l % 2 == 1 ? "~" : ""));
    }
    Features features;
    for (const std::size_t s : of) {
      const std::vector<MentionPair> pairs = PairsOf(sentences_[s]);
      const std::vector<std::optional<RelationLabel>> labels = LabelsOf(s, pairs);
      for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (!labels[i]) continue;
        const std::vector<Mention>& mentions = sentences_[s].mentions;
        PairReader(sentences_[s], pairs[i])
            .LabelFeatures(mentions[pairs[i].first].group, mentions[pairs[i].second].group,
                           &features);
        const std::size_t bucket = features.items()[0].hash >> (32 - kLabelBits);
        ++times[IndexOf(*labels[i])];
        seen.weights[bucket * kRelationLabels + IndexOf(*labels[i])] = 1;
      }
    }
    for (std::size_t at = 0; at < seen.weights.size(); ++at) {
      if (times[at % kRelationLabels] < 2) seen.weights[at] = 0;
    }
    return seen;
  }

  std::vector<std::optional<RelationLabel>> LabelsOf(std::size_t s,
                                                     const std::vector<MentionPair>& pairs) const {
    std::vector<std::optional<RelationLabel>> labels(pairs.size());
    for (const Triple& triple : annotated_[s].triples) LabelPair(s, triple, pairs, &labels);
    return labels;
  }

  void AddRelations(std::size_t s, const LinearModel& seen, TrainingSet* set) const {
    const std::vector<MentionPair> pairs = PairsOf(sentences_[s]);
    const std::vector<std::optional<RelationLabel>> labels = LabelsOf(s, pairs);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const PairReader pair(sentences_[s], pairs[i]);
      std::vector<RelationLabel> candidates = pair.Labels(seen);
      if (labels[i] && std::ranges::find(candidates, *labels[i]) == candidates.end()) {
        candidates.push_back(*labels[i]);
      }
      for (const RelationLabel candidate : candidates) {
        // The model's one label, or not.
        Example example{.label = labels[i] == candidate ? 0u : 1u};
        pair.AddPair(&example.features);
        pair.AddLabel(candidate, &example.features);
        example.features.MakeBinary();
        set->examples.push_back(std::move(example));
      }
    }
  }

  // Where no pair ends with the last words of both spans, the nearest words before.
  bool LabelPair(std::size_t s, const Triple& triple, const std::vector<MentionPair>& pairs,
                 std::vector<std::optional<RelationLabel>>* labels) const {
    std::size_t predicate = 0;
    while (predicate < kPredicates &&
           NameOf(static_cast<Predicate>(predicate)) != triple.predicate) {
      ++predicate;
    }
    if (predicate == kPredicates) return false;
    for (const std::size_t a : WordsOf(s, triple.subject)) {
      for (const std::size_t b : WordsOf(s, triple.object)) {
        const auto at = std::ranges::find_if(pairs, [&](const MentionPair& p) {
          return p.first == std::min(a, b) && p.second == std::max(a, b);
        });
        if (at == pairs.end()) continue;
        auto& label = (*labels)[static_cast<std::size_t>(at - pairs.begin())];
        if (!label) label = RelationLabel{static_cast<Predicate>(predicate), b < a};
        return true;
      }
    }
    return false;
  }

  std::vector<Annotated> annotated_{};
  std::vector<RelationSentence> sentences_{};
  std::vector<std::vector<MentionGroup>> groups_{};
};

struct Counts {
  std::size_t right = 0;
  std::size_t said = 0;
  std::size_t asked = 0;
  std::string Line(std::string_view name) const {
    const auto share = [](std::size_t a, std::size_t b) {
      return b == 0 ? 0.0 : static_cast<double>(a) / static_cast<double>(b);
    };
    return fmt::format("{:<18} P {:.3f} R {:.3f} F1 {:.3f} ({} marked)\n", name, share(right, said),
                       share(right, asked), share(2 * right, said + asked), asked);
  }
};

bool IsClinicalName(std::string_view name) {
  for (std::size_t p = 0; p < kPredicates; ++p) {
    const auto predicate = static_cast<Predicate>(p);
    if (NameOf(predicate) == name) return IsClinical(predicate);
  }
  return false;
}

template <typename Fits, typename Counted>
void Count(const std::vector<Triple>& gold, const std::vector<Relation>& said, const Fits& fits,
           const Counted& counted, Counts* counts) {
  std::vector<bool> used(gold.size());
  for (const Triple& g : gold) counts->asked += counted(g.predicate) ? 1 : 0;
  for (const Relation& r : said) {
    if (!counted(r.predicate)) continue;
    ++counts->said;
    for (std::size_t i = 0; i < gold.size(); ++i) {
      if (used[i] || gold[i].predicate != r.predicate || !fits(gold[i], r)) continue;
      used[i] = true;
      ++counts->right;
      break;
    }
  }
}

// By the rules of score_datasets.py.
std::string Report(const std::vector<Annotated>& annotated,
                   const std::vector<std::vector<Relation>>& said) {
  const auto exact = [](const Triple& g, const Relation& r) {
    return g.subject == r.subject && g.object == r.object;
  };
  const auto meets = [](const Triple& g, const Relation& r) {
    return Meet(g.subject, r.subject) && Meet(g.object, r.object);
  };
  Counts strict;
  Counts relaxed;
  Counts clinical;
  std::map<std::string, Counts> by_predicate;
  for (std::size_t s = 0; s < annotated.size(); ++s) {
    const auto all = [](std::string_view) { return true; };
    Count(annotated[s].triples, said[s], exact, all, &strict);
    Count(annotated[s].triples, said[s], meets, all, &relaxed);
    Count(annotated[s].triples, said[s], meets, IsClinicalName, &clinical);
    for (std::size_t p = 0; p < kPredicates; ++p) {
      const std::string name(NameOf(static_cast<Predicate>(p)));
      Count(
          annotated[s].triples, said[s], meets,
          [&](std::string_view other) { return other == name; }, &by_predicate[name]);
    }
  }
  std::string report =
      strict.Line("strict") + relaxed.Line("relaxed") + clinical.Line("clinical relaxed");
  for (const auto& [name, counts] : by_predicate) {
    if (counts.asked >= 10) report += "  " + counts.Line(name);
  }
  return report;
}

// How often relations of a tenth of confidence are right.
std::string Reliability(const std::vector<Annotated>& annotated,
                        const std::vector<std::vector<Relation>>& said) {
  std::array<Counts, 10> tenths{};
  for (std::size_t s = 0; s < annotated.size(); ++s) {
    for (const Relation& r : said[s]) {
      if (!IsClinicalName(r.predicate)) continue;
      Counts& tenth = tenths[std::min<std::size_t>(9, static_cast<std::size_t>(r.confidence * 10))];
      ++tenth.said;
      tenth.right += std::ranges::any_of(annotated[s].triples, [&r](const Triple& g) {
        return g.predicate == r.predicate && Meet(g.subject, r.subject) && Meet(g.object, r.object);
      });
    }
  }
  std::string report = "clinical, right of said by confidence:";
  for (std::size_t i = 0; i < tenths.size(); ++i) {
    report +=
        fmt::format(" {:.1f}: {}/{}", static_cast<double>(i) / 10, tenths[i].right, tenths[i].said);
  }
  return report + '\n';
}

}  // namespace

Outcome TrainTriples(const Rows& rows, std::size_t folds) {
  Outcome outcome;
  const TrainingSet names = TypeExamples(rows);
  if (names.examples.empty()) {
    outcome.report = "no rows with a name and a group: see mesh_groups.py\n";
    return outcome;
  }
  const Held types(TrainOnAll(names));
  if (folds > 0) {
    outcome.report += fmt::format("types of words: {} words, {} groups, {:.3f} right\n",
                                  names.examples.size(), names.labels.size(), Accuracy(names, 10));
  }
  const Held name_set(NameSet(rows));
  const WordModels words{&types.model(), &name_set.model()};
  Trainer trainer(rows, words);
  const std::size_t size = trainer.annotated().size();
  std::vector<std::vector<Relation>> said(size);
  MentionCheck check;
  for (std::size_t fold = 0; fold < folds; ++fold) {
    std::vector<std::size_t> seen;
    for (std::size_t s = 0; s < size; ++s) {
      if (trainer.FoldOf(s, folds, 0) != fold) seen.push_back(s);
    }
    const Held mentions(trainer.TrainMentions(seen));
    for (std::size_t s = 0; s < size; ++s) {
      if (trainer.FoldOf(s, folds, 0) == fold) trainer.CheckMentions(mentions.model(), s, &check);
    }
    const RelationTraining trained = trainer.TrainRelations(seen);
    const Held labels(trained.labels);
    const Held relations(trained.relations);
    const RelationModels models{words, &mentions.model(), &labels.model(), &relations.model()};
    for (std::size_t s = 0; s < size; ++s) {
      if (trainer.FoldOf(s, folds, 0) != fold) continue;
      said[s] = ReadRelations(trainer.annotated()[s].text, models);
    }
  }
  if (folds > 0) {
    outcome.report += check.Line();
    outcome.report += Report(trainer.annotated(), said);
    outcome.report += Reliability(trainer.annotated(), said);
  }
  std::vector<std::size_t> all(size);
  for (std::size_t s = 0; s < size; ++s) all[s] = s;
  outcome.models.push_back({"mention_type", types.bytes()});
  outcome.models.push_back({"mention_names", name_set.bytes()});
  outcome.models.push_back({"mentions", EncodeModel(trainer.TrainMentions(all))});
  const RelationTraining trained = trainer.TrainRelations(all);
  outcome.models.push_back({"relation_labels", EncodeModel(trained.labels)});
  outcome.models.push_back({"relations", EncodeModel(trained.relations)});
  return outcome;
}

}  // namespace claimgraph::train
