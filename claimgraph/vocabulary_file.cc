// Three passes over the entries: labels, then synonyms, then what is broader, which may
// name any label of the file.  So the order of entries plays no part.

#include "claimgraph/vocabulary_file.h"

#include <fmt/format.h>

#include <toml++/toml.h>
#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <utility>

#include "importers/extraction/concept_set.h"
#include "queries/reports/text.h"
#include "queries/rule_choice.h"

namespace claimgraph {
namespace {

constexpr std::size_t kMostBytes = std::size_t{4} << 20;
constexpr std::size_t kLongestTerm = 200;
constexpr std::string_view kAllowedMarks = "-'./+&";
constexpr std::array<std::string_view, 5> kKeys = {"label", "role", "synonyms", "broader",
                                                   "more_is"};
constexpr std::string_view kRoles =
    "intervention, outcome, surrogate, condition, population or body";

struct Word {
  std::string phrase{};  // folded
  toml::source_position at{};
};

struct Entry {
  const toml::table* table = nullptr;
  ConceptIndex index = kNoConcept;
};

std::string_view MoreIs(int good) { return good > 0 ? "better" : good < 0 ? "worse" : ""; }

class VocabularyReader {
 public:
  explicit VocabularyReader(const std::string& path) : path_(path) {}

  Result<ConceptSetPtr> Read(const toml::table& table) {
    Status read = TakeEntries(table);
    for (Entry& entry : entries_) {
      if (read) read = AddConcept(&entry);
    }
    for (const Entry& entry : entries_) {
      if (read) read = AddSynonyms(entry);
    }
    for (const Entry& entry : entries_) {
      if (read) read = AddBroader(entry);
    }
    if (read) read = Finish();
    if (!read) return tl::unexpected(read.error());
    return set_;
  }

 private:
  Status TakeEntries(const toml::table& table) {
    for (const auto& [key, value] : table) {
      if (key != "concept") {
        return Wrong(
            key.source().begin,
            fmt::format("unknown key \"{}\"; each concept is a table [[concept]]", key.str()));
      }
      const toml::array* entries = value.as_array();
      if (entries == nullptr) return NoTable(value);
      for (const toml::node& entry : *entries) {
        if (!entry.is_table()) return NoTable(entry);
        entries_.push_back({entry.as_table()});
      }
    }
    return {};
  }

  Status NoTable(const toml::node& node) const {
    return Wrong(node.source().begin, "each concept is a table of its own: [[concept]]");
  }

  Status AddConcept(Entry* entry) {
    const toml::table& table = *entry->table;
    for (const auto& [key, value] : table) {
      if (std::ranges::find(kKeys, key.str()) != kKeys.end()) continue;
      return Wrong(key.source().begin, fmt::format("unknown key \"{}\"{}", key.str(),
                                                   DidYouMean(Nearest(key.str(), kKeys))));
    }
    const toml::node* label = table.get("label");
    if (label == nullptr) {
      return Wrong(table.source().begin, "this concept has no label; add label = \"...\"");
    }
    const Result<Word> word = WordOf(*label, "label");
    if (!word) return tl::unexpected(word.error());
    if (const auto [at, is_new] = lines_.try_emplace(word->phrase, word->at.line); !is_new) {
      return Wrong(word->at, fmt::format("\"{}\" has an entry on line {}; put both into one",
                                         word->phrase, at->second));
    }
    entry->index = set_->WithLabel(word->phrase);
    if (entry->index != kNoConcept) return KeepsRow(table, *entry);
    if (const ConceptIndex owner = set_->OwnerOf(word->phrase); owner != kNoConcept) {
      return Wrong(word->at, fmt::format("\"{}\" is a synonym of \"{}\"; use that label to add to "
                                         "the concept",
                                         word->phrase, Label(owner)));
    }
    return AddRow(table, *word, FoldLabel(label->value_or(std::string_view())), entry);
  }

  Status AddRow(const toml::table& table, const Word& word, const std::string& label,
                Entry* entry) {
    const auto role = RoleOf(table);
    if (!role) return tl::unexpected(role.error());
    if (!*role) {
      return Wrong(word.at, fmt::format("\"{}\" is new and has no role; add role = \"...\": {}",
                                        label, kRoles));
    }
    const auto good = GoodOf(table);
    if (!good) return tl::unexpected(good.error());
    if (set_->rows().size() >= ConceptSet::kMostConcepts) {
      return Wrong(word.at, fmt::format("too many concepts: there is room for {}, built-in ones "
                                        "included; leave some out",
                                        ConceptSet::kMostConcepts));
    }
    entry->index = set_->AddConcept(**role, label, good->value_or(0));
    return {};
  }

  // What is built in is added to, never changed.
  Status KeepsRow(const toml::table& table, const Entry& entry) const {
    const VocabularyRow& row = set_->rows()[entry.index];
    const auto role = RoleOf(table);
    if (!role) return tl::unexpected(role.error());
    if (*role && **role != row.role) {
      return Wrong(table.get("role")->source().begin,
                   fmt::format("\"{}\" is built in, with the role {}; leave role out", row.label,
                               Name(row.role)));
    }
    const auto good = GoodOf(table);
    if (!good) return tl::unexpected(good.error());
    if (*good && **good != row.good) {
      return Wrong(table.get("more_is")->source().begin,
                   fmt::format("\"{}\" is built in, and {}; leave more_is out", row.label,
                               row.good == 0 ? "whether more of it is good depends"
                                             : fmt::format("more of it is {}", MoreIs(row.good))));
    }
    return {};
  }

  Result<std::optional<ConceptRole>> RoleOf(const toml::table& table) const {
    const toml::node* node = table.get("role");
    if (node == nullptr) return std::nullopt;
    const std::optional<ConceptRole> role = ParseConceptRole(node->value_or(std::string_view()));
    if (role) return role;
    return Wrong(node->source().begin, fmt::format("role is one of {}", kRoles));
  }

  Result<std::optional<int>> GoodOf(const toml::table& table) const {
    const toml::node* node = table.get("more_is");
    if (node == nullptr) return std::nullopt;
    const std::string_view said = node->value_or(std::string_view());
    if (said == "better") return 1;
    if (said == "worse") return -1;
    return Wrong(node->source().begin,
                 "more_is is \"better\" or \"worse\"; leave it out where it depends");
  }

  Status AddSynonyms(const Entry& entry) {
    const Result<std::vector<Word>> words = WordsOf(*entry.table, "synonyms");
    if (!words) return tl::unexpected(words.error());
    for (const Word& word : *words) {
      const ConceptIndex owner = set_->OwnerOf(word.phrase);
      if (owner != kNoConcept && owner != entry.index) {
        return Wrong(word.at,
                     fmt::format("\"{}\" already means \"{}\"; a phrase has one meaning, so leave "
                                 "it out here",
                                 word.phrase, Label(owner)));
      }
      set_->AddSynonym(entry.index, word.phrase);
    }
    return {};
  }

  Status AddBroader(const Entry& entry) {
    const Result<std::vector<Word>> words = WordsOf(*entry.table, "broader");
    if (!words) return tl::unexpected(words.error());
    if (words->size() > ConceptSet::kMostAncestors) return TooDeep(words->front().at, entry.index);
    for (const Word& word : *words) {
      const ConceptIndex up = set_->WithLabel(word.phrase);
      if (up == kNoConcept) return NoSuchLabel(word);
      if (const std::vector<ConceptIndex> way = set_->WayUp(up, entry.index); !way.empty()) {
        return Wrong(word.at, Circle(entry.index, way));
      }
      set_->AddBroader(entry.index, up);
      places_.try_emplace(entry.index, word.at);
    }
    return {};
  }

  Status NoSuchLabel(const Word& word) const {
    if (const ConceptIndex owner = set_->OwnerOf(word.phrase); owner != kNoConcept) {
      return Wrong(word.at, fmt::format("\"{}\" is a synonym; write its label, \"{}\"", word.phrase,
                                        Label(owner)));
    }
    std::vector<std::string_view> labels;
    for (const VocabularyRow& row : set_->rows()) labels.push_back(row.label);
    const std::string nearest = Nearest(word.phrase, labels);
    return Wrong(word.at,
                 fmt::format("no concept has the label \"{}\"{}", word.phrase,
                             nearest.empty() ? "; give it an entry of its own, or leave it out"
                                             : DidYouMean(nearest)));
  }

  // `way` leads from what was to be broader up to the concept itself.
  std::string Circle(ConceptIndex c, const std::vector<ConceptIndex>& way) const {
    std::string circle = fmt::format("\"{}\"", Label(c));
    for (const ConceptIndex up : way) circle += fmt::format(" < \"{}\"", Label(up));
    return fmt::format("a concept cannot be broader than itself: {}; leave one of these out",
                       circle);
  }

  Status Finish() {
    const ConceptIndex too_deep = set_->Finish();
    if (too_deep == kNoConcept) return {};
    const auto place = places_.find(too_deep);
    // A built-in concept below one that was added to.
    return TooDeep(place == places_.end() ? toml::source_position{1, 1} : place->second, too_deep);
  }

  Status TooDeep(toml::source_position at, ConceptIndex c) const {
    return Wrong(at, fmt::format("more than {} concepts are broader than \"{}\"; leave some out",
                                 ConceptSet::kMostAncestors - 1, Label(c)));
  }

  Result<std::vector<Word>> WordsOf(const toml::table& table, std::string_view key) const {
    std::vector<Word> words;
    const toml::node* node = table.get(key);
    if (node == nullptr) return words;
    const toml::array* list = node->as_array();
    if (list == nullptr) {
      return Wrong(node->source().begin, fmt::format("{0} is a list: {0} = [\"...\"]", key));
    }
    for (const toml::node& item : *list) {
      Result<Word> word = WordOf(item, key);
      if (!word) return tl::unexpected(word.error());
      words.push_back(*std::move(word));
    }
    return words;
  }

  Result<Word> WordOf(const toml::node& node, std::string_view key) const {
    const toml::source_position at = node.source().begin;
    if (!node.is_string()) return Wrong(at, fmt::format("{} takes words in quotes", key));
    const std::string_view given = node.value_or(std::string_view());
    if (given.size() > kLongestTerm) {
      return Wrong(at, fmt::format("a term has at most {} bytes; shorten it", kLongestTerm));
    }
    if (Printable(given) != given) {
      return Wrong(at, "a term has no control characters; leave them out");
    }
    for (const char c : given) {
      const bool is_mark = c > ' ' && c < 0x7F && !IsLetterOrDigit(c);
      if (!is_mark || kAllowedMarks.find(c) != std::string_view::npos) continue;
      return Wrong(at, fmt::format("a term is made of words, numbers and {}; leave {} out",
                                   kAllowedMarks, c));
    }
    Word word{FoldPhrase(given), at};
    if (std::ranges::none_of(word.phrase, [](char c) { return IsLetterOrDigit(c) || c < 0; })) {
      return Wrong(at, fmt::format("{} holds a term without a word; write one", key));
    }
    return word;
  }

  static bool IsLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  std::string_view Label(ConceptIndex c) const { return set_->rows()[c].label; }

  tl::unexpected<Error> Wrong(toml::source_position at, std::string_view what) const {
    return Fail(ErrorCode::kInvalidArgument,
                fmt::format("{}:{}:{}: {}", path_, at.line, at.column, what));
  }

  const std::string& path_;
  std::vector<Entry> entries_{};
  std::unordered_map<std::string, std::uint32_t> lines_{};            // of labels
  std::unordered_map<ConceptIndex, toml::source_position> places_{};  // of the first broader one
  std::shared_ptr<ConceptSet> set_ = std::make_shared<ConceptSet>();
};

const ConceptSet& Set(const ConceptSetPtr& concepts) {
  return concepts ? *concepts : ConceptSet::BuiltIn();
}

std::vector<std::string_view> Labels(const ConceptSet& set, std::span<const ConceptIndex> some) {
  std::vector<std::string_view> labels;
  for (const ConceptIndex c : some) labels.push_back(set.rows()[c].label);
  return labels;
}

std::vector<ConceptIndex> Narrower(const ConceptSet& set, ConceptIndex c) {
  std::vector<ConceptIndex> narrower;
  for (ConceptIndex i = 0; i < set.rows().size(); ++i) {
    const std::span<const ConceptIndex> broader = set.Broader(i);
    if (std::ranges::find(broader, c) != broader.end()) narrower.push_back(i);
  }
  return narrower;
}

std::string ConceptPage(const ConceptSet& set, ConceptIndex c) {
  const VocabularyRow& row = set.rows()[c];
  std::string page = fmt::format("{} ({})\n", row.label, Name(row.role));
  const auto list = [&](std::string_view name, const std::vector<std::string_view>& words) {
    if (!words.empty()) page += fmt::format("  {:<10}{}\n", name, fmt::join(words, "; "));
  };
  std::vector<std::string_view> synonyms = set.Phrases(c);
  synonyms.erase(synonyms.begin());
  list("synonyms", synonyms);
  list("broader", Labels(set, set.Ancestors(c).subspan(1)));
  list("narrower", Labels(set, Narrower(set, c)));
  if (row.good != 0) page += fmt::format("  {:<10}{}\n", "more is", MoreIs(row.good));
  return page;
}

Result<ConceptIndex> Named(const ConceptSet& set, const std::string& term) {
  const std::string phrase = FoldPhrase(term);
  const ConceptIndex owner = set.OwnerOf(phrase);
  if (owner != kNoConcept) return owner;
  std::vector<std::string_view> phrases;
  for (ConceptIndex i = 0; i < set.rows().size(); ++i) {
    std::ranges::copy(set.Phrases(i), std::back_inserter(phrases));
  }
  return Fail(ErrorCode::kInvalidArgument, fmt::format("no concept is called \"{}\"{}", term,
                                                       DidYouMean(Nearest(phrase, phrases))));
}

std::string TomlList(const std::vector<std::string_view>& words) {
  return fmt::format("[\"{}\"]", fmt::join(words, "\", \""));
}

}  // namespace

Result<ConceptSetPtr> ParseVocabulary(std::string_view text, const std::string& path) {
  if (text.empty()) return ConceptSetPtr();
  if (text.size() > kMostBytes) {
    return Fail(ErrorCode::kInvalidArgument,
                fmt::format("{}: a vocabulary has at most {} MiB; leave some of it out", path,
                            kMostBytes >> 20));
  }
  try {
    return VocabularyReader(path).Read(toml::parse(text, path));
  } catch (const toml::parse_error& error) {
    const toml::source_position at = error.source().begin;
    return Fail(ErrorCode::kInvalidArgument,
                fmt::format("{}:{}:{}: {}", path, at.line, at.column, error.description()));
  }
}

Result<std::string> TermPages(const std::vector<std::string>& terms,
                              const ConceptSetPtr& concepts) {
  const ConceptSet& set = Set(concepts);
  std::string pages;
  for (const std::string& term : terms) {
    const Result<ConceptIndex> named = Named(set, term);
    if (!named) return tl::unexpected(named.error());
    if (!pages.empty()) pages += '\n';
    pages += ConceptPage(set, *named);
  }
  return pages;
}

// Every term is of letters, digits and marks that need no escape.
std::string VocabularyToml(const ConceptSetPtr& concepts) {
  const ConceptSet& set = Set(concepts);
  std::string toml;
  for (ConceptIndex i = 0; i < set.rows().size(); ++i) {
    const VocabularyRow& row = set.rows()[i];
    toml += fmt::format("{}[[concept]]\nlabel = \"{}\"\nrole = \"{}\"\n", i == 0 ? "" : "\n",
                        row.label, Name(row.role));
    std::vector<std::string_view> synonyms = set.Phrases(i);
    synonyms.erase(synonyms.begin());
    if (!synonyms.empty()) toml += fmt::format("synonyms = {}\n", TomlList(synonyms));
    if (!set.Broader(i).empty()) {
      toml += fmt::format("broader = {}\n", TomlList(Labels(set, set.Broader(i))));
    }
    if (row.good != 0) toml += fmt::format("more_is = \"{}\"\n", MoreIs(row.good));
  }
  return toml;
}

}  // namespace claimgraph
