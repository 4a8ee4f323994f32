// One function for each object of the format.  Every field is asked for by name;
// what nobody asked for is unknown, and said to be.

#include "importers/records/study_card.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/identifiers.h"

namespace claimgraph {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kSchemaPage = "docs/study_card.schema.json";

template <typename Enum>
std::optional<Enum> Named(std::string_view name, std::initializer_list<Enum> all) {
  const auto found = std::ranges::find_if(all, [&](Enum value) { return Name(value) == name; });
  return found == all.end() ? std::nullopt : std::optional<Enum>(*found);
}

std::optional<StudyDesign> DesignNamed(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(StudyDesign::kWebPage); ++i) {
    if (Name(static_cast<StudyDesign>(i)) == name) return static_cast<StudyDesign>(i);
  }
  return std::nullopt;
}

std::optional<EffectMeasure> MeasureNamed(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(EffectMeasure::kAuc); ++i) {
    if (Name(static_cast<EffectMeasure>(i)) == name) return static_cast<EffectMeasure>(i);
  }
  return std::nullopt;
}

std::optional<Standing> StandingNamed(std::string_view name) {
  return Named(name, {Standing::kCurrent, Standing::kCorrected, Standing::kConcern,
                      Standing::kRetracted, Standing::kSuperseded, Standing::kPreprint});
}

// "Hill, A. B." or {"family": ..., "given": ...}.
Author ParseAuthor(const std::string& name) {
  const std::size_t comma = name.find(',');
  if (comma == std::string::npos) return {.family = name};
  return {.family = name.substr(0, comma),
          .given = std::string(ascii::Trimmed(std::string_view(name).substr(comma + 1)))};
}

class CardReader {
 public:
  CardReader(std::string place, std::uint64_t line, RecordSink* sink)
      : place_(std::move(place)), line_(line), sink_(*sink) {}

  // Nothing for a card that cannot be told from any other.
  std::optional<RecordEntry> Read(const Json& card) {
    RecordEntry entry;
    entry.line = line_;
    if (!card.is_object()) {
      Skip("is not an object");
      return std::nullopt;
    }
    Object root(*this, card, "");
    if (const std::string schema = root.Text("schema");
        !schema.empty() && schema != kStudyCardSchema) {
      Skip(fmt::format("has the schema {}; this version reads {}", schema, kStudyCardSchema));
      return std::nullopt;
    }
    if (const Json* work = root.Get("work")) ReadWork(*work, &entry);
    if (entry.printed.title.empty() && entry.printed.doi.empty() && entry.printed.pmid.empty() &&
        entry.printed.pmcid.empty()) {
      Skip("names no work: give work.doi, work.pmid, work.pmcid or work.title");
      return std::nullopt;
    }
    ReadStudy(&root, &entry);
    root.Close();
    return entry;
  }

 private:
  // One JSON object, which remembers what was asked for.
  class Object {
   public:
    Object(CardReader& reader, const Json& json, std::string path)
        : reader_(reader), json_(json), path_(std::move(path)) {}

    // Null where there is none, or null.
    const Json* Get(std::string_view field) {
      asked_.emplace(field);
      const auto at = json_.find(field);
      return at == json_.end() || at->is_null() ? nullptr : &*at;
    }

    std::string Text(std::string_view field) {
      const Json* value = Get(field);
      if (value == nullptr) return {};
      if (value->is_string()) return value->get<std::string>();
      if (value->is_number_integer()) return value->dump();
      Wrong(field, "a string");
      return {};
    }

    // One string or a list of them.
    std::vector<std::string> Texts(std::string_view field) {
      const Json* value = Get(field);
      std::vector<std::string> texts;
      if (value == nullptr) return texts;
      if (value->is_string()) return {value->get<std::string>()};
      bool sound = value->is_array();
      if (sound) {
        for (const Json& item : *value) {
          sound = sound && item.is_string();
          if (item.is_string()) texts.push_back(item.get<std::string>());
        }
      }
      if (!sound) Wrong(field, "a string or a list of strings");
      return texts;
    }

    std::optional<double> Number(std::string_view field) {
      const Json* value = Get(field);
      if (value == nullptr) return std::nullopt;
      if (value->is_number()) return value->get<double>();
      Wrong(field, "a number");
      return std::nullopt;
    }

    std::optional<std::int64_t> Count(std::string_view field) {
      const Json* value = Get(field);
      if (value == nullptr) return std::nullopt;
      if (value->is_number_integer() && value->get<std::int64_t>() >= 0) {
        return value->get<std::int64_t>();
      }
      Wrong(field, "a whole number");
      return std::nullopt;
    }

    template <typename Enum>
    std::optional<Enum> OneOf(std::string_view field,
                              std::optional<Enum> (*named)(std::string_view),
                              std::string_view example) {
      const std::string name = Text(field);
      if (name.empty()) return std::nullopt;
      const std::optional<Enum> value = named(name);
      if (!value) Wrong(field, fmt::format("one of the schema's words, such as {}", example));
      return value;
    }

    void Wrong(std::string_view field, std::string_view wanted) {
      reader_.Report("bad-field", fmt::format("{} is not {}; it was left out (see {})", Path(field),
                                              wanted, kSchemaPage));
    }

    std::string Path(std::string_view field) const {
      return path_.empty() ? std::string(field) : fmt::format("{}.{}", path_, field);
    }

    // Tells of fields that nobody asked for.
    void Close() {
      for (const auto& [field, value] : json_.items()) {
        if (asked_.contains(field)) continue;
        reader_.Report("unknown-field", fmt::format("{} is not a field of a study card; it was "
                                                    "ignored (see {})",
                                                    Path(field), kSchemaPage));
      }
    }

   private:
    CardReader& reader_;
    const Json& json_;
    std::string path_;
    std::set<std::string, std::less<>> asked_{};
  };

  void ReadWork(const Json& json, RecordEntry* entry) {
    if (!json.is_object()) return Report("bad-field", "work is not an object; it was left out");
    Object work(*this, json, "work");
    Reference& printed = entry->printed;
    printed.title = work.Text("title");
    ReadAuthors(&work, &printed);
    printed.et_al = work.Get("et_al") != nullptr && *work.Get("et_al") == true;
    printed.year = static_cast<int>(work.Count("year").value_or(0));
    printed.container = work.Text("journal");
    printed.volume = work.Text("volume");
    printed.issue = work.Text("issue");
    printed.pages = work.Text("pages");
    printed.url = work.Text("url");
    const std::string doi = work.Text("doi");
    printed.doi = CanonicalDoi(doi);
    if (!doi.empty() && printed.doi.empty()) work.Wrong("doi", "a DOI");
    printed.pmid = work.Text("pmid");
    printed.pmcid = work.Text("pmcid");
    const std::string abstract = work.Text("abstract");
    if (!abstract.empty()) entry->abstract.push_back({.text = abstract});
    work.Close();
  }

  static void ReadAuthors(Object* work, Reference* printed) {
    const Json* authors = work->Get("authors");
    if (authors == nullptr) return;
    if (!authors->is_array()) return work->Wrong("authors", "a list");
    for (const Json& author : *authors) {
      if (author.is_string()) {
        printed->authors.push_back(ParseAuthor(author.get<std::string>()));
      } else if (author.is_object() && author.contains("family") &&
                 author.at("family").is_string()) {
        const Json given = author.value("given", Json(""));
        printed->authors.push_back({.family = author.at("family").get<std::string>(),
                                    .given = given.is_string() ? given.get<std::string>() : ""});
      } else {
        work->Wrong("authors", "a list of names (\"Hill, A. B.\")");
      }
    }
  }

  void ReadStudy(Object* root, RecordEntry* entry) {
    Record& record = entry->record;
    entry->study = root->Text("study");
    entry->includes = Names(root, "includes");
    for (std::string& number : root->Texts("registry")) AddFact(FactKind::kRegistry, number, entry);
    if (const auto design = root->OneOf("design", DesignNamed, "\"randomised_controlled_trial\"")) {
      record.design = *design;
      AddFact(FactKind::kDesign, std::string(Name(*design)), entry);
    }
    if (const auto n = root->Count("n")) {
      record.n = *n;
      AddFact(FactKind::kSampleSize, std::to_string(*n), entry);
    }
    if (const auto arms = root->Count("arms"))
      AddFact(FactKind::kArms, std::to_string(*arms), entry);
    if (const auto k = root->Count("k")) AddFact(FactKind::kStudies, std::to_string(*k), entry);
    if (const auto trials = root->Count("trials")) {
      AddFact(FactKind::kStudies, fmt::format("{} trials", *trials), entry);
    }
    if (const Json* population = root->Get("population")) ReadPopulation(*population, entry);
    for (std::string& what : root->Texts("intervention")) {
      AddFact(FactKind::kIntervention, what, entry);
    }
    for (std::string& what : root->Texts("comparator")) AddFact(FactKind::kComparator, what, entry);
    for (std::string& what : root->Texts("time_point")) AddFact(FactKind::kTimePoint, what, entry);
    for (std::string& what : root->Texts("conclusion")) {
      AddFact(FactKind::kConclusion, what, entry);
    }
    for (std::string& what : root->Texts("caveats")) AddFact(FactKind::kLimitation, what, entry);
    if (const std::string certainty = root->Text("certainty"); !certainty.empty()) {
      constexpr std::array<std::string_view, 4> kLevels = {"high", "moderate", "low", "very low"};
      if (std::ranges::find(kLevels, certainty) == kLevels.end()) {
        root->Wrong("certainty", "high, moderate, low or very low");
      } else {
        AddFact(FactKind::kCertainty, certainty, entry);
      }
    }
    if (const Json* bias = root->Get("risk_of_bias")) ReadBias(root, *bias, &record);
    if (const Json* standing = root->Get("standing")) ReadStanding(*standing, &record);
    if (const Json* outcomes = root->Get("outcomes")) ReadOutcomes(root, *outcomes, entry);
    root->Get("read");  // who read what, and when: for people
    root->Get("note");
  }

  void ReadPopulation(const Json& json, RecordEntry* entry) {
    if (json.is_string()) return AddFact(FactKind::kCondition, json.get<std::string>(), entry);
    if (!json.is_object()) {
      return Report("bad-field", "population is neither a string nor an object; it was left out");
    }
    Object population(*this, json, "population");
    const std::pair<std::string_view, FactKind> kFields[] = {{"condition", FactKind::kCondition},
                                                             {"age", FactKind::kAge},
                                                             {"sex", FactKind::kSex},
                                                             {"pregnancy", FactKind::kPregnancy},
                                                             {"setting", FactKind::kSetting}};
    for (const auto& [field, kind] : kFields) {
      for (std::string& what : population.Texts(field)) AddFact(kind, what, entry);
    }
    population.Close();
  }

  void ReadBias(Object* root, const Json& json, Record* record) {
    const auto named = [](std::string_view name) {
      return Named(name, {RiskOfBias::kNotAssessed, RiskOfBias::kLow, RiskOfBias::kSomeConcerns,
                          RiskOfBias::kHigh});
    };
    if (!json.is_object()) return root->Wrong("risk_of_bias", "an object of domains");
    for (const auto& [domain, judgement] : json.items()) {
      const std::optional<RiskOfBias> risk =
          judgement.is_string() ? named(judgement.get<std::string>()) : std::nullopt;
      if (risk) {
        record->risk_of_bias.push_back({domain, *risk});
      } else {
        Report("bad-field", fmt::format("risk_of_bias.{} is not low, some_concerns, high or "
                                        "not_assessed; it was left out",
                                        domain));
      }
    }
  }

  void ReadStanding(const Json& json, Record* record) {
    if (!json.is_object()) return Report("bad-field", "standing is not an object; it was left out");
    Object standing(*this, json, "standing");
    const auto status = standing.OneOf("status", StandingNamed, "\"retracted\"");
    StandingNotice notice{.standing = status.value_or(Standing::kCurrent),
                          .date = standing.Text("date"),
                          .reason = standing.Text("reason"),
                          .notice = standing.Text("notice")};
    standing.Close();
    if (status) record->notices.push_back(std::move(notice));
  }

  void ReadOutcomes(Object* root, const Json& json, RecordEntry* entry) {
    if (!json.is_array()) return root->Wrong("outcomes", "a list");
    for (std::size_t i = 0; i < json.size(); ++i) {
      const std::string path = fmt::format("outcomes[{}]", i);
      if (!json[i].is_object()) {
        Report("bad-field", path + " is not an object; it was left out");
        continue;
      }
      Object outcome(*this, json[i], path);
      StudyResult result = ReadOutcome(&outcome, path);
      outcome.Close();
      if (result.outcome.empty()) {
        Report("bad-field", path + " has no outcome; it was left out");
        continue;
      }
      AddFact(FactKind::kOutcome, result.outcome, entry);
      entry->results.push_back(std::move(result));
    }
  }

  StudyResult ReadOutcome(Object* outcome, const std::string& path) {
    StudyResult result{.intervention = outcome->Text("intervention"),
                       .comparator = outcome->Text("comparator"),
                       .outcome = outcome->Text("outcome"),
                       .population = outcome->Text("population"),
                       .time_point = outcome->Text("time_point"),
                       .quote = outcome->Text("quote")};
    const auto direction_named = [](std::string_view name) {
      return Named(name, {Direction::kUnstated, Direction::kIncrease, Direction::kDecrease,
                          Direction::kImprove, Direction::kWorsen, Direction::kNoEffect});
    };
    result.direction = outcome->OneOf<Direction>("direction", direction_named, "\"decrease\"")
                           .value_or(Direction::kUnstated);
    if (const Json* significant = outcome->Get("significant")) {
      if (significant->is_boolean()) {
        result.significance =
            significant->get<bool>() ? Significance::kSignificant : Significance::kNotSignificant;
      } else {
        outcome->Wrong("significant", "true or false");
      }
    }
    if (const Json* effect = outcome->Get("effect")) {
      if (effect->is_object()) {
        Object object(*this, *effect, path + ".effect");
        result.effect = ReadEffect(&object);
        object.Close();
      } else {
        outcome->Wrong("effect", "an object");
      }
    }
    return result;
  }

  static std::optional<Effect> ReadEffect(Object* object) {
    Effect effect;
    const auto measure = object->OneOf("measure", MeasureNamed, "\"SMD\"");
    const auto value = object->Number("value");
    if (const Json* ci = object->Get("ci")) {
      if (ci->is_array() && ci->size() == 2 && (*ci)[0].is_number() && (*ci)[1].is_number() &&
          (*ci)[0].get<double>() <= (*ci)[1].get<double>()) {
        effect.ci_low = (*ci)[0].get<double>();
        effect.ci_high = (*ci)[1].get<double>();
      } else {
        object->Wrong("ci", "[low, high]");
      }
    }
    effect.p = object->Number("p");
    effect.n = object->Count("n");
    effect.k = object->Count("k");
    effect.i2 = object->Number("i2");
    if (!measure || !value) {
      object->Wrong("value", "there together with a measure");
      return std::nullopt;
    }
    effect.measure = *measure;
    effect.value = *value;
    return effect;
  }

  // "10.1/x", "pmid:12", 12 as names of works.
  static std::vector<std::string> Names(Object* root, std::string_view field) {
    std::vector<std::string> names;
    for (const std::string& text : root->Texts(field)) {
      const std::string doi = CanonicalDoi(text.starts_with("doi:") ? text.substr(4) : text);
      if (!doi.empty()) {
        names.push_back("doi:" + doi);
      } else if (text.starts_with("pmid:") || text.starts_with("pmcid:")) {
        names.push_back(text);
      } else {
        root->Wrong(field, "a list of DOIs and PMIDs (\"pmid:12345678\")");
      }
    }
    return names;
  }

  static void AddFact(FactKind kind, std::string value, RecordEntry* entry) {
    if (!value.empty()) entry->record.facts.push_back({.kind = kind, .value = std::move(value)});
  }

  void Report(std::string code, std::string message) {
    sink_.Report(
        {.line = line_, .record = place_, .code = std::move(code), .message = std::move(message)});
  }

  void Skip(std::string_view why) {
    sink_.Report({.line = line_,
                  .record = place_,
                  .code = "bad-card",
                  .message = fmt::format("the card {}; it was skipped", why),
                  .skipped = true});
  }

  std::string place_;
  std::uint64_t line_;
  RecordSink& sink_;
};

}  // namespace

std::optional<RecordEntry> ReadStudyCard(const nlohmann::json& card, std::string place,
                                         std::uint64_t line, RecordSink* sink) {
  return CardReader(std::move(place), line, sink).Read(card);
}

}  // namespace claimgraph
