// Bibliography entries with their fields: what the tagger is trained on, and how good
// the rules with the tagger are, by the scorer's rules: a field is right if it has the
// same letters and digits.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <set>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/normalize.h"
#include "core/text/utf8.h"
#include "importers/extraction/reference_tagger.h"
#include "tools/train/sequence_trainer.h"
#include "tools/train/tasks.h"

namespace claimgraph::train {
namespace {

// Weights smaller than this part of the largest are left out (models/references.card.md).
constexpr float kLeastWeight = 0.03f;

using Json = nlohmann::json;

struct Entry {
  std::string raw{};
  std::string source{};
  std::string group{};
  std::vector<EntryToken> tokens{};
  EntryParts rules{};
  const Json* row = nullptr;
};

bool IsSign(const Entry& e, std::size_t i) { return e.tokens[i].kind == EntryTokenKind::kSign; }

// Letters and digits, folded.
std::string Letters(std::string_view text) {
  const std::string folded = Fold(text);
  std::string letters;
  for (const EntryToken& token : EntryTokens(folded)) {
    if (token.kind == EntryTokenKind::kSign) continue;
    for (const char c : Slice(folded, token.span)) {
      if (ascii::IsWord(c)) letters += c;
    }
  }
  return letters;
}

// Where each character begins, and the end.
std::vector<std::size_t> CharacterStarts(std::string_view text) {
  std::vector<std::size_t> starts;
  char32_t c = 0;
  for (std::size_t i = 0; i < text.size(); i += DecodeUtf8At(text, i, &c)) starts.push_back(i);
  starts.push_back(text.size());
  return starts;
}

EntryLabel LabelNamed(const std::string& name) {
  static const std::map<std::string, EntryLabel> kOthers = {
      {"doi", EntryLabel::kIdentifier},    {"arxiv", EntryLabel::kIdentifier},
      {"idno", EntryLabel::kIdentifier},   {"pmid", EntryLabel::kIdentifier},
      {"pmcid", EntryLabel::kIdentifier},  {"isbn", EntryLabel::kIdentifier},
      {"issn", EntryLabel::kIdentifier},   {"id", EntryLabel::kIdentifier},
      {"translator", EntryLabel::kEditor}, {"genre", EntryLabel::kNote},
      {"other", EntryLabel::kNote},        {"edition", EntryLabel::kNote},
      {"chapter", EntryLabel::kNote},      {"citation_number", EntryLabel::kNumber},
      {"num", EntryLabel::kNumber}};
  for (std::size_t i = 0; i < kEntryLabels; ++i) {
    if (Name(static_cast<EntryLabel>(i)) == name) return static_cast<EntryLabel>(i);
  }
  const auto found = kOthers.find(name);
  return found == kOthers.end() ? EntryLabel::kNone : found->second;
}

// What the annotators say of each token.
class RightLabels {
 public:
  explicit RightLabels(const Entry& entry) : e_(entry), labels_(entry.tokens.size()) {
    const std::vector<std::size_t> starts = CharacterStarts(e_.raw);
    for (const Json& span : e_.row->at("spans")) {
      const std::size_t begin = starts.at(span.at(0).get<std::size_t>());
      const EntryLabel label = LabelNamed(span.at(2).get<std::string>());
      std::size_t end = starts.at(span.at(1).get<std::size_t>());
      if (label == EntryLabel::kAuthor && e_.source == "jats") end = WithLastAuthor(end);
      TakeSpan(begin, end, label);
      if (label == EntryLabel::kVolume && e_.source == "anystyle") PartIssue(begin, end);
      std::size_t& last = ends_[label];
      last = std::max(last, end);
    }
    if (e_.source == "jats") FindPrinted();
  }

  // A label's first token is in its beginning state.
  std::vector<std::uint8_t> States() const {
    std::vector<std::uint8_t> states;
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      states.push_back(StateOf(labels_[i], i == 0 || labels_[i - 1] != labels_[i]));
    }
    return states;
  }

 private:
  // Signs at its ends are nobody's: no score sees them.
  void Put(std::size_t first, std::size_t end, EntryLabel label) {
    while (first < end && IsSign(e_, first)) ++first;
    while (end > first && IsSign(e_, end - 1)) --end;
    std::fill(labels_.begin() + static_cast<std::ptrdiff_t>(first),
              labels_.begin() + static_cast<std::ptrdiff_t>(end), label);
  }

  // Some JATS spans end after the first letter of the last family name, where its initial
  // was looked for: "Lind C, Osei O" as "Lind C, O".
  std::size_t WithLastAuthor(std::size_t end) const {
    const auto cut = std::ranges::find_if(
        e_.tokens, [end](const EntryToken& t) { return t.span.begin < end && end < t.span.end; });
    const auto authors = e_.row->find("authors");
    if (cut == e_.tokens.end() || authors == e_.row->end() || authors->empty()) return end;
    const Json& last = authors->back();
    const std::string wanted = Letters(last.value("family", "")) + Letters(last.value("given", ""));
    const auto at = static_cast<std::size_t>(cut - e_.tokens.begin());
    for (std::size_t i = at + 1; i-- > 0 && i + 3 >= at;) {
      std::string found;
      for (std::size_t k = i; k < e_.tokens.size() && found.size() < wanted.size(); ++k) {
        found += Letters(Slice(e_.raw, e_.tokens[k].span));
        if (found == wanted) return e_.tokens[k].span.end;
      }
    }
    return end;
  }

  void TakeSpan(std::size_t begin, std::size_t end, EntryLabel label) {
    std::size_t first = e_.tokens.size();
    std::size_t last = 0;
    for (std::size_t i = 0; i < e_.tokens.size(); ++i) {
      const TextSpan t = e_.tokens[i].span;
      const std::size_t from = std::max<std::size_t>(t.begin, begin);
      const std::size_t to = std::min<std::size_t>(t.end, end);
      if (from >= to || (to - from) * 2 <= t.size()) continue;
      first = std::min(first, i);
      last = i + 1;
    }
    if (first < last) Put(first, last, label);
  }

  // AnyStyle's volume may be "17(3)": what stands behind the first sign is the issue.
  void PartIssue(std::size_t begin, std::size_t end) {
    std::size_t first = 0;
    while (first < e_.tokens.size() && e_.tokens[first].span.begin < begin) ++first;
    std::size_t last = first;
    while (last < e_.tokens.size() && e_.tokens[last].span.begin < end) ++last;
    bool number = false;
    for (std::size_t i = first; i < last; ++i) {
      const std::string_view word = Slice(e_.raw, e_.tokens[i].span);
      number = number || e_.tokens[i].kind == EntryTokenKind::kNumber;
      const bool parts = word == "(" || word == "," || word == "." || word == ":" || IsIssueWord(i);
      if (!number && (word == "(" || word == "," || word == ":")) return;
      if (!number || !parts) continue;
      while (i < last && (IsSign(e_, i) || IsIssueWord(i))) {
        labels_[i++] = EntryLabel::kNone;
      }
      Put(i, last, EntryLabel::kIssue);
      while (last > i && IsSign(e_, last - 1)) labels_[--last] = EntryLabel::kNone;
      return;
    }
  }

  bool IsIssueWord(std::size_t i) const {
    const std::string word = Fold(Slice(e_.raw, e_.tokens[i].span));
    return (LexiconsOf(word) & BitOf(EntryLexicon::kIssue)) != 0;
  }

  // JATS rows have no spans of these: the tokens that print them, behind the title.
  void FindPrinted() {
    const std::size_t behind_names = ends_[EntryLabel::kAuthor];
    const std::size_t behind_title =
        std::max(ends_[EntryLabel::kContainer], ends_[EntryLabel::kTitle]);
    for (const auto& [field, label] :
         {std::pair("year", EntryLabel::kDate), std::pair("pages", EntryLabel::kPages),
          std::pair("volume", EntryLabel::kVolume), std::pair("issue", EntryLabel::kIssue)}) {
      const auto values = e_.row->at("fields").find(field);
      if (values == e_.row->at("fields").end()) continue;
      for (const Json& value : *values) {
        FindLetters(Letters(value.get<std::string>()),
                    label == EntryLabel::kDate ? behind_names : behind_title, label);
      }
    }
  }

  void FindLetters(const std::string& wanted, std::size_t from, EntryLabel label) {
    if (wanted.empty()) return;
    for (std::size_t i = 0; i < e_.tokens.size(); ++i) {
      if (e_.tokens[i].span.begin < from || IsSign(e_, i)) continue;
      std::string found;
      std::size_t end = i;
      while (end < e_.tokens.size() && labels_[end] == EntryLabel::kNone &&
             found.size() < wanted.size()) {
        found += Letters(Slice(e_.raw, e_.tokens[end].span));
        ++end;
      }
      if (found != wanted) continue;
      Put(i, end, label);
      return;
    }
  }

  const Entry& e_;
  std::vector<EntryLabel> labels_;
  std::map<EntryLabel, std::size_t> ends_;
};

constexpr std::array<const char*, 10> kScored = {"author", "title", "container", "year", "volume",
                                                 "issue",  "pages", "publisher", "doi",  "url"};
using Values = std::map<std::string, std::set<std::string>>;  // by field; letters only

// The first year from 1500 on of each of `texts`; only the first counts.
std::string FirstYear(const std::vector<std::string>& texts) {
  for (const std::string& text : texts) {
    for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
      const std::string four = text.substr(i, 4);
      if (std::ranges::all_of(four, ascii::IsDigit) && four >= "1500" && four <= "2099")
        return four;
    }
  }
  return {};
}

Values RightValues(const Entry& e) {
  const Json& fields = e.row->at("fields");
  const auto texts = [&](const char* name) {
    const auto found = fields.find(name);
    return found == fields.end() ? std::vector<std::string>()
                                 : found->get<std::vector<std::string>>();
  };
  Values values;
  for (const char* name : kScored) {
    std::vector<std::string> printed = texts(name);
    if (std::string_view(name) == "container") {
      for (const char* other : {"journal", "booktitle", "container-title"}) {
        if (printed.empty()) printed = texts(other);
      }
    }
    if (std::string_view(name) == "year") {
      printed = {FirstYear(printed.empty() ? texts("date") : printed)};
    }
    if (std::string_view(name) == "author") {
      std::string all;
      for (const std::string& author : printed) all += author + " ";
      printed = {all};
    }
    for (const std::string& value : printed) {
      if (std::string letters = Letters(value); !letters.empty()) {
        values[name].insert(std::move(letters));
      }
    }
  }
  return values;
}

// As claimgraph-eval hands them over.
Values ReadValues(const Entry& e, const EntryParts& parts) {
  Values values;
  const auto put = [&](const char* name, std::string_view printed) {
    if (std::string letters = Letters(printed); !letters.empty()) {
      values[name].insert(std::move(letters));
    }
  };
  if (!parts.editors) put("author", Slice(e.raw, parts.authors));
  put("title", Slice(e.raw, parts.title));
  put("container", Slice(e.raw, parts.container));
  if (parts.year_value != 0) put("year", std::to_string(parts.year_value));
  put("volume", Slice(e.raw, parts.volume));
  put("issue", Slice(e.raw, parts.issue));
  put("pages", Slice(e.raw, parts.pages));
  put("publisher", Slice(e.raw, parts.publisher));
  // The datasets mark each stretch once: "https://doi.org/10.1/x" is an address.
  if (!parts.doi_in_address) put("doi", parts.doi);
  put("url", Slice(e.raw, parts.address));
  return values;
}

struct Count {
  std::size_t right = 0, read = 0, all = 0;
  double F1() const {
    return 2 * static_cast<double>(right) /
           static_cast<double>(std::max<std::size_t>(1, read + all));
  }
};

struct SourceScore {
  std::map<std::string, Count> fields{};
  Count all{};
  std::size_t entries = 0, whole = 0;

  void Add(const Entry& e, const EntryParts& parts) {
    const Values right = RightValues(e);
    const Values read = ReadValues(e, parts);
    bool same = true;
    for (const std::string name : kScored) {
      const auto r = right.find(name);
      const auto p = read.find(name);
      const std::set<std::string> wanted = r == right.end() ? std::set<std::string>() : r->second;
      const std::set<std::string> got = p == read.end() ? std::set<std::string>() : p->second;
      // JATS does not mark these up.
      if (e.source == "jats" && wanted.empty() && (name == "publisher" || name == "url")) continue;
      const auto hits = static_cast<std::size_t>(
          std::ranges::count_if(got, [&](const std::string& v) { return wanted.contains(v); }));
      for (Count* count : {&fields[name], &all}) {
        count->right += hits;
        count->read += got.size();
        count->all += wanted.size();
      }
      same = same && wanted == got;
    }
    ++entries;
    whole += same ? 1 : 0;
  }
};

using Scores = std::map<std::string, SourceScore>;  // by source

void AddTo(Scores* scores, const Entry& e, const EntryParts& parts) {
  (*scores)[e.source].Add(e, parts);
  (*scores)["all"].Add(e, parts);
  if (e.source != "jats") (*scores)["grobid and anystyle"].Add(e, parts);
}

std::string Report(const char* title, const Scores& scores) {
  std::string report = fmt::format("{}\n", title);
  for (const auto& [source, score] : scores) {
    report += fmt::format("  {:20} {:5} entries  F1 {:.4f}  whole {:.4f} ", source, score.entries,
                          score.all.F1(),
                          static_cast<double>(score.whole) / static_cast<double>(score.entries));
    for (const char* name : kScored) {
      const auto found = score.fields.find(name);
      report +=
          fmt::format(" {} {:.3f}", name, found == score.fields.end() ? 0 : found->second.F1());
    }
    report += '\n';
  }
  return report;
}

SequenceTrainingSet Settings() {
  SequenceTrainingSet set{.name = "references", .features = kReferenceFeatures};
  for (std::size_t state = 0; state < kEntryStates; ++state) {
    const bool begins = state >= kEntryLabels;
    set.states.push_back(std::string(Name(LabelOf(state))) + (begins ? " begins" : ""));
  }
  return set;
}

}  // namespace

Outcome TrainReferences(const Rows& rows, std::size_t folds) {
  SequenceTrainingSet set = Settings();
  std::vector<Entry> entries;
  for (const Json& row : rows) {
    if (!row.value("latin", true)) continue;
    Entry e{.raw = row.at("raw"), .source = row.at("source"), .group = row.at("group")};
    if (e.source == "anystyle") e.group = row.at("id");  // all of it is one file
    e.tokens = EntryTokens(e.raw);
    e.rules = ReadByRules(e.raw);
    e.row = &row;
    SequenceExample example{.states = RightLabels(e).States()};
    EntryFeatures(e.raw, e.tokens, e.rules, &example.features);
    set.examples.push_back(std::move(example));
    entries.push_back(std::move(e));
  }
  Outcome outcome;
  Scores rules;
  Scores both;
  for (std::size_t fold = 0; fold < folds; ++fold) {
    std::vector<std::size_t> seen;
    std::vector<std::size_t> unseen;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const bool held = Combine(HashWord(entries[i].group), 0) % folds == fold;
      (held ? unseen : seen).push_back(i);
    }
    // As it will be used: with its weights rounded.
    const std::string bytes = EncodeSequenceModel(TrainSequences(set, seen), kLeastWeight);
    const Result<SequenceModel> model = SequenceModel::Parse(bytes);
    if (!model) std::abort();  // our own bytes
    for (const std::size_t i : unseen) {
      EntryParts parts = entries[i].rules;
      AddTo(&rules, entries[i], parts);
      RefineParts(*model, entries[i].raw, &parts);
      AddTo(&both, entries[i], parts);
    }
  }
  if (folds > 0) {
    outcome.report = Report("rules", rules) + Report("rules and model, not seen in training", both);
  }
  std::vector<std::size_t> all(entries.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
  outcome.models.push_back({set.name, EncodeSequenceModel(TrainSequences(set, all), kLeastWeight)});
  return outcome;
}

}  // namespace claimgraph::train
