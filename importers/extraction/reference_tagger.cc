// How the model overrules the rules: for each field that the two read apart, the best
// reading in which the rules are right about it is looked for.  Where that is less probable
// than the best of all by a factor of e, the model's stretch replaces the rules'; and with it
// what the rules have in the same place.
#include "importers/extraction/reference_tagger.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/text/ascii.h"
#include "core/text/normalize.h"
#include "core/text/utf8.h"
#include "importers/extraction/author_list.h"
#include "importers/extraction/entry_body.h"
#include "importers/extraction/entry_front.h"
#include "importers/extraction/entry_text.h"
#include "models/shipped_models.h"

namespace claimgraph {
namespace {

// The rules are overruled where the odds are e^kDoubt against them: less changes what is a
// matter of taste, more leaves errors (models/references.card.md).
constexpr float kDoubt = 1;

// Stretches of one label are one where no more signs than this stand between.
constexpr std::size_t kMostJoiningSigns = 3;

struct TokenRange {
  std::size_t first = 0;
  std::size_t end = 0;
  bool empty() const { return first >= end; }
  bool operator==(const TokenRange&) const = default;
};

bool Meet(TokenRange a, TokenRange b) {
  return std::max(a.first, b.first) < std::min(a.end, b.end);
}

struct Field {
  EntryLabel label{};
  TextSpan EntryParts::*span = nullptr;
};
constexpr std::array kFields = {
    Field{EntryLabel::kAuthor, &EntryParts::authors},
    Field{EntryLabel::kTitle, &EntryParts::title},
    Field{EntryLabel::kContainer, &EntryParts::container},
    Field{EntryLabel::kDate, &EntryParts::year},
    Field{EntryLabel::kVolume, &EntryParts::volume},
    Field{EntryLabel::kIssue, &EntryParts::issue},
    Field{EntryLabel::kPages, &EntryParts::pages},
    Field{EntryLabel::kPublisher, &EntryParts::publisher},
    Field{EntryLabel::kUrl, &EntryParts::address},
};

// What ends a list of names beyond doubt.
constexpr std::string_view kBehindNames = " (2001)";

// Positions in kFields.
constexpr std::size_t kAuthors = 0, kTitle = 1, kContainer = 2, kVolume = 4, kPages = 6;

bool IsJoined(EntryLabel label) {
  return label == EntryLabel::kTitle || label == EntryLabel::kContainer ||
         label == EntryLabel::kAuthor || label == EntryLabel::kPublisher ||
         label == EntryLabel::kUrl;
}

// Hebrew, Arabic, Chinese, Japanese, Korean and what else lies behind Cyrillic: nothing of
// it was trained on.
bool IsUnknownScript(std::string_view entry) {
  constexpr char32_t kBehindCyrillic = 0x530;
  constexpr char32_t kPunctuation = 0x2000;  // to 0x2BFF: dashes, quotes, signs
  constexpr char32_t kBehindPunctuation = 0x2C00;
  std::size_t unknown = 0;
  char32_t c = 0;
  for (std::size_t i = 0; i < entry.size(); i += DecodeUtf8At(entry, i, &c)) {
    DecodeUtf8At(entry, i, &c);
    const bool sign = c >= kPunctuation && c < kBehindPunctuation;
    unknown += c >= kBehindCyrillic && !sign ? 1 : 0;
  }
  return unknown > entry.size() / 10;
}

class Refiner {
 public:
  Refiner(const SequenceModel& model, std::string_view entry, EntryParts* parts)
      : model_(model), entry_(entry), parts_(parts), tokens_(EntryTokens(entry)) {}

  void Run() {
    if (tokens_.empty()) return;
    SequenceFeatures features;
    EntryFeatures(entry_, tokens_, *parts_, &features);
    model_.Score(features, &scores_);
    best_ = model_.Read(scores_);
    for (std::size_t f = 0; f < kFields.size(); ++f) {
      told_[f] = Told(kFields[f].label);
      ruled_[f] = Ruled(parts_->*kFields[f].span);
      overruled_[f] = told_[f] != ruled_[f] && !(f == kPages && LosesRange()) &&
                      Doubts(kFields[f].label, ruled_[f]);
    }
    SpreadOverruled();
    if (JoinsTitle() || LosesTitle()) return;
    for (std::size_t f = 0; f < kFields.size(); ++f) {
      if (overruled_[f]) Replace(kFields[f], told_[f]);
    }
  }

 private:
  EntryLabel LabelAt(std::size_t i) const { return LabelOf(best_.states[i]); }
  bool IsSign(std::size_t i) const { return tokens_[i].kind == EntryTokenKind::kSign; }

  TokenRange WithoutSigns(TokenRange r) const {
    while (!r.empty() && IsSign(r.first)) ++r.first;
    while (!r.empty() && IsSign(r.end - 1)) --r.end;
    return r.empty() ? TokenRange{} : r;
  }

  // The first stretch with this label; of dates: the four digits of its year.
  TokenRange Told(EntryLabel label) const {
    TokenRange found;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (LabelAt(i) != label) continue;
      std::size_t end = i + 1;
      while (end < tokens_.size() && LabelAt(end) == label) ++end;
      const TokenRange r = WithoutSigns({i, end});
      i = end - 1;
      if (r.empty()) continue;
      if (label == EntryLabel::kDate) {
        for (std::size_t at = r.first; at < r.end; ++at) {
          if (YearOf(at) != 0) return {at, at + 1};
        }
        continue;
      }
      if (found.empty()) {
        found = r;
      } else if (IsJoined(label) && OnlySigns(found.end, r.first)) {
        found.end = r.end;
      }
      if (!IsJoined(label)) break;
    }
    return found;
  }

  bool OnlySigns(std::size_t first, std::size_t end) const {
    if (end - first > kMostJoiningSigns) return false;
    for (std::size_t i = first; i < end; ++i) {
      if (!IsSign(i)) return false;
    }
    return true;
  }

  // The year that a token begins with; 0: none.
  int YearOf(std::size_t i) const {
    const std::string_view word = Slice(entry_, tokens_[i].span);
    if (tokens_[i].kind != EntryTokenKind::kNumber || word.size() < 4) return 0;
    int year = 0;
    for (const char c : word.substr(0, 4)) {
      if (!ascii::IsDigit(c)) return 0;
      year = year * 10 + (c - '0');
    }
    if (word.size() > 4 && ascii::IsDigit(word[4])) return 0;
    return year >= 1500 && year < 2100 ? year : 0;
  }

  TokenRange Ruled(TextSpan span) const {
    if (span.size() == 0) return {};
    const auto position = [this](auto is_before) {
      return static_cast<std::size_t>(std::ranges::partition_point(tokens_, is_before) -
                                      tokens_.begin());
    };
    return WithoutSigns(
        {position([span](const EntryToken& t) { return t.span.end <= span.begin; }),
         position([span](const EntryToken& t) { return t.span.begin < span.end; })});
  }

  // True where the model finds it improbable that the field is `ruled`.
  bool Doubts(EntryLabel label, TokenRange ruled) const {
    const std::uint64_t field =
        std::uint64_t{1} << StateOf(label, true) | std::uint64_t{1} << StateOf(label, false);
    AllowedStates allowed(tokens_.size(), ~field);
    if (label == EntryLabel::kDate) {  // months and days have it, too
      for (std::size_t i = 0; i < tokens_.size(); ++i) {
        if (YearOf(i) == 0) allowed[i] = ~std::uint64_t{0};
      }
    }
    for (std::size_t i = ruled.first; i < ruled.end; ++i) allowed[i] = field;
    return best_.score - model_.Read(scores_, allowed).score > kDoubt;
  }

  // What the rules have where the model now has something else goes as well.
  void SpreadOverruled() {
    for (bool more = true; more;) {
      more = false;
      for (std::size_t f = 0; f < kFields.size(); ++f) {
        if (!overruled_[f]) continue;
        for (std::size_t g = 0; g < kFields.size(); ++g) {
          if (!overruled_[g] && Meet(told_[f], ruled_[g])) overruled_[g] = more = true;
        }
      }
    }
  }

  // "313.5791 (2006): 1307-1310": a number elsewhere is not pages where a range is.
  bool LosesRange() const {
    return ruled_[kPages].end - ruled_[kPages].first > 1 &&
           told_[kPages].end - told_[kPages].first == 1 && !Meet(told_[kPages], ruled_[kPages]);
  }

  // True if the model runs the rules' title and container together in an entry that has
  // neither volume nor pages: nothing but the rules' words tells the two apart there.
  bool JoinsTitle() const {
    const TokenRange title = ruled_[kTitle];
    const TokenRange container = ruled_[kContainer];
    return overruled_[kTitle] && told_[kTitle].empty() && told_[kVolume].empty() &&
           told_[kPages].empty() && Meet(told_[kContainer], title) &&
           Meet(told_[kContainer], container);
  }

  // True if the model has no title where the rules have one ("Ross AC. Vitamin A. In: ...,
  // editors" as names alone), or cuts one off in the middle, after "Panel"
  // in "Panel on Nutrition. Scientific opinion".
  bool LosesTitle() const {
    const TokenRange ruled = ruled_[kTitle];
    const TokenRange told = told_[kTitle];
    if (ruled.empty() || !overruled_[kTitle]) return false;
    if (told.empty()) return HasIn(told_[kAuthors]);
    if (told.first <= ruled.first) return false;
    const std::string_view words =
        entry_.substr(tokens_[told.first].span.begin,
                      tokens_[told.end - 1].span.end - tokens_[told.first].span.begin);
    const bool unopened = std::ranges::count(words, ')') > std::ranges::count(words, '(');
    return unopened || ascii::IsLower(words.front());
  }

  // "In:", which no list of names has in it or behind its full stop.
  bool HasIn(TokenRange range) const {
    const std::size_t end = std::min(tokens_.size(), range.end + 3);
    for (std::size_t i = range.first; i + 1 < end; ++i) {
      if (Slice(entry_, tokens_[i].span) == "In" && Slice(entry_, tokens_[i + 1].span) == ":") {
        return true;
      }
    }
    return false;
  }

  // "Retrieved June 1, 2020, from": when the page was looked at, not when it was written.
  bool IsAccessYear(std::size_t year) const {
    constexpr std::size_t kReach = 6;
    for (std::size_t i = year > kReach ? year - kReach : 0; i < year; ++i) {
      const std::string word = ascii::Lowered(Slice(entry_, tokens_[i].span));
      if (word == "accessed" || word == "retrieved" || word == "cited" || word == "viewed" ||
          word == "access") {
        return true;
      }
    }
    return false;
  }

  void Replace(const Field& field, TokenRange told) {
    if (told.empty()) {
      // Years and addresses have a form that cannot be mistaken.
      if (field.label == EntryLabel::kDate || field.label == EntryLabel::kUrl) return;
      // A title that becomes nothing else is still a title.
      bool elsewhere = false;
      for (std::size_t f = 0; f < kFields.size(); ++f) {
        elsewhere |= overruled_[f] && Meet(told_[f], ruled_[kTitle]);
      }
      if (field.label == EntryLabel::kTitle && !elsewhere) return;
      // The names stay: an organisation that publishes its own work also wrote it.
      parts_->*field.span = {};
      return;
    }
    if (field.label == EntryLabel::kDate && parts_->year_value == 0 &&
        (IsAccessYear(told.first) || entry_.find("n.d.") != std::string_view::npos)) {
      return;
    }
    parts_->*field.span = Printed(told);
    if (field.label == EntryLabel::kUrl && parts_->identifier == TextSpan{}) {
      parts_->identifier = parts_->address;
    }
    if (field.label == EntryLabel::kAuthor) ReadNames();
    if (field.label == EntryLabel::kDate) ReadYear(told.first);
  }

  // With a closing bracket behind it whose opening one is inside, and with the sign of a
  // question.
  TextSpan Printed(TokenRange r) const {
    TextSpan span = {tokens_[r.first].span.begin, tokens_[r.end - 1].span.end};
    const std::string_view words = Slice(entry_, span);
    for (const auto& [open, close] : {std::pair('(', ')'), std::pair('[', ']')}) {
      const bool opened = std::ranges::count(words, open) > std::ranges::count(words, close);
      if (opened && span.end < entry_.size() && entry_[span.end] == close) ++span.end;
    }
    if (span.end < entry_.size() && ascii::IsIn(entry_[span.end], "?!")) ++span.end;
    return span;
  }

  void ReadYear(std::size_t token) {
    parts_->year_value = YearOf(token);
    const std::string_view word = Slice(entry_, tokens_[token].span);
    const bool suffix = word.size() == 5 && ascii::IsLower(word[4]);
    parts_->year_suffix = suffix ? word.substr(4) : "";
    parts_->year = tokens_[token].span;
    parts_->year.end = parts_->year.begin + (suffix ? 5 : 4);
  }

  void ReadNames() {
    const std::string_view printed = Slice(entry_, parts_->authors);
    const NormalizedText plain = UnaccentedWithOffsets(printed);
    // The reader asks what stands behind the names, to know their end.
    const std::string text = plain.text + std::string(kBehindNames);
    const AuthorList list = ReadAuthorList(text, 0, text.size());
    const auto value = [&](TextRange r) {
      return Tidy(Slice(printed, plain.Original(r.begin, r.end)));
    };
    // What is no list of names that is known is one name, or none that can be told apart.
    const bool several = printed.find_first_of(",;") != std::string_view::npos;
    if (list.names.empty() && several) return;
    parts_->names.clear();
    parts_->editors = false;
    for (const PrintedName& name : list.names) {
      parts_->names.push_back({.family = value(name.family), .given = value(name.given)});
    }
    if (list.names.empty()) parts_->names.push_back({.family = Tidy(printed)});
    parts_->et_al = parts_->et_al || list.et_al;
  }

  const SequenceModel& model_;
  std::string_view entry_;
  EntryParts* parts_;
  std::vector<EntryToken> tokens_;
  SequenceScores scores_;
  SequenceReading best_;
  // By field.
  std::array<TokenRange, kFields.size()> told_{}, ruled_{};
  std::array<bool, kFields.size()> overruled_{};
};

}  // namespace

std::string_view Name(EntryLabel label) {
  constexpr std::array<std::string_view, kEntryLabels> kNames = {
      "none",   "author",     "title",     "container", "date",   "volume",
      "issue",  "pages",      "publisher", "location",  "editor", "institution",
      "series", "identifier", "url",       "note",      "number"};
  return kNames[static_cast<std::size_t>(label)];
}

EntryParts ReadByRules(std::string_view entry) {
  EntryParts parts;
  const EntryText text(entry, &parts);
  ReadBody(text, ReadFront(text, &parts), &parts);
  return parts;
}

void RefineParts(const SequenceModel& model, std::string_view entry, EntryParts* parts) {
  if (entry.size() > kLongestTaggedEntry || model.states().size() != kEntryStates) return;
  if (IsUnknownScript(entry)) return;
  Refiner(model, entry, parts).Run();
}

void RefineParts(std::string_view entry, EntryParts* parts) {
  const SequenceModel* model = ShippedSequenceModel("references", kReferenceFeatures);
  if (model) RefineParts(*model, entry, parts);
}

}  // namespace claimgraph
