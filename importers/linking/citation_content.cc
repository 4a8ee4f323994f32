// How a placeholder finds its entry (a small sum of features, each a Reason):
//   shared-words      topic tokens that title and context share, by rarity
//   initials          "SRF" in the text, "Somatic-Relation Frame" in the title
//   name              the placeholder is the entry's author or journal
//   other-population  the title names a group that the context does not
//   design            "a meta-analysis" and a title that is one; or the opposite
//   year, host        a year in the context; a PubMed address for "PubMed"
//   antecedent        another marker of these sentences cites it, or of the one
//                     that introduced "this framework"
//   order, repeated   such markers walk down the list and seldom repeat
// The context is the marker's own sentence, those before it back to the
// paragraph's last marker, and what its first words point back to.
// Below a threshold the marker stays unresolved: no answer beats a wrong one.

#include "importers/linking/citation_content.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "core/text/author_names.h"
#include "core/text/identifiers.h"
#include "core/text/normalize.h"
#include "core/text/stem.h"

namespace claimgraph {
namespace {

constexpr double kPlaceholderThreshold = 1.0;
constexpr double kNamedThreshold = 1.6;
constexpr double kMargin = 0.1;            // by which the best must lead
constexpr std::uint32_t kLookBack = 8;     // sentences of the paragraph
constexpr std::uint32_t kAntecedent = 40;  // sentences back to what "this framework" means

constexpr std::size_t kSentence = 1500;  // bytes of a sentence that are read
constexpr int kMaxReadings = 1000;       // a document with more such markers is no article

bool IsPlaceholder(const Citation& c) { return c.style == CitationStyle::kPlaceholder; }
bool IsNamed(const Citation& c) { return c.style == CitationStyle::kNamedSource; }

// The first two words of a sentence, folded.
std::pair<std::string, std::string> FirstWords(std::string_view sentence) {
  std::string words[2];
  int count = 0;
  for (char c : Fold(sentence.substr(0, 80))) {
    const bool letter = (c >= 'a' && c <= 'z') || c == '-' || static_cast<unsigned char>(c) >= 0x80;
    if (letter) {
      words[count] += c;
    } else if (!words[count].empty() && ++count == 2) {
      break;
    }
  }
  return {words[0], words[1]};
}

bool PointsBack(std::string_view word) {
  return word == "this" || word == "these" || word == "that" || word == "those" ||
         word == "another" || word == "also" || word == "it" || word == "such" || word == "they" ||
         word == "similarly";
}

}  // namespace

ContentLinker::ContentLinker(const Document& document, const std::vector<Reference>& references,
                             std::vector<Citation>* citations)
    : document_(document), references_(references), citations_(*citations), topics_(references) {
  for (std::size_t i = 0; i < citations_.size(); ++i)
    by_sentence_[citations_[i].sentence].push_back(i);
}

void ContentLinker::LinkAll() {
  int readings = 0;
  for (std::size_t i = 0; i < citations_.size() && readings < kMaxReadings; ++i) {
    if (!IsPlaceholder(citations_[i]) && !IsNamed(citations_[i])) continue;
    Link(i);
    ++readings;
  }
}

// The words of a sentence; of a very long one, those before `end`.
std::string_view ContentLinker::Words(std::uint32_t sentence, std::uint32_t end) const {
  TextSpan span = document_.sentences[sentence].span;
  if (span.size() > kSentence) {
    span.end = std::clamp(end, span.begin + static_cast<std::uint32_t>(kSentence), span.end);
    span.begin = span.end - static_cast<std::uint32_t>(kSentence);
  }
  return document_.Words(span);
}

Context ContentLinker::ContextOf(std::size_t at) const {
  Context context;
  const auto& sentences = document_.sentences;
  const Citation& citation = citations_[at];
  if (citation.sentence >= sentences.size()) {
    context.Add(citation.text, 1);
    return context;
  }
  const std::uint32_t block = sentences[citation.sentence].block;
  const std::uint32_t floor =
      at > 0 && IsPlaceholder(citations_[at - 1]) ? citations_[at - 1].sentence + 1 : 0;
  double weight = 1;
  std::uint32_t first = citation.sentence;
  for (std::uint32_t s = citation.sentence;; --s) {
    context.Add(Words(s, citation.text_span.end), weight);
    AddCited(s, &context);
    first = s;
    weight *= 0.9;
    const bool stop = s == 0 || s <= floor || citation.sentence - s >= kLookBack ||
                      sentences[s - 1].block != block;
    if (stop || IsNamed(citation)) break;
  }
  AddAntecedent(first, &context);
  if (first != citation.sentence) AddAntecedent(citation.sentence, &context);
  for (std::uint32_t b = block; b-- > 0 && block - b < kAntecedent;) {
    if (document_.blocks[b].kind != BlockKind::kHeading) continue;
    context.Add(document_.Words(document_.blocks[b].span).substr(0, kSentence), 0.4);
    break;
  }
  return context;
}

void ContentLinker::AddCited(std::uint32_t sentence, Context* context) const {
  const auto cited = by_sentence_.find(sentence);
  if (cited == by_sentence_.end()) return;
  for (std::size_t c : cited->second) {
    if (IsPlaceholder(citations_[c])) continue;
    for (ReferenceId id : citations_[c].references) {
      context->antecedents.push_back(static_cast<std::uint32_t>(Raw(id) - 1));
    }
  }
}

// "This framework argues": the last sentence before that has the noun.
// "Another trial": the sentence just before.
void ContentLinker::AddAntecedent(std::uint32_t sentence, Context* context) const {
  const auto [word, noun] = FirstWords(Words(sentence, 0));
  if (sentence == 0 || !PointsBack(word)) return;
  if ((word == "this" || word == "these") && noun.size() >= 5) {
    const std::string stem = Stem(noun);
    for (std::uint32_t s = sentence; s-- > 0 && sentence - s < kAntecedent;) {
      const std::vector<std::string> tokens = TopicTokens(Words(s, 0));
      if (std::find(tokens.begin(), tokens.end(), stem) == tokens.end()) continue;
      context->Add(Words(s, 0), 0.6);
      AddCited(s, context);
      return;
    }
  }
  context->Add(Words(sentence - 1, 0), 0.3);
}

std::map<std::uint32_t, ContentLinker::Score> ContentLinker::ScoreTopics(
    const Context& context) const {
  std::map<std::uint32_t, Score> scores;
  std::map<std::uint32_t, std::string> shared;
  for (const auto& [token, weight] : context.tokens) {
    const double gain = weight * topics_.Rarity(token) * (token[0] == '#' ? 0.6 : 1.0);
    if (gain < 0.05) continue;
    for (std::uint32_t r : topics_.Having(token)) {
      scores[r].topic += gain;
      std::string& words = shared[r];
      words += (words.empty() ? "" : ", ") + (token[0] == '#' ? token.substr(1) : token);
    }
  }
  for (auto& [r, score] : scores) {
    score.total = score.topic;
    score.reasons.push_back({"citation", "shared-words", score.topic, shared[r]});
  }
  return scores;
}

void ContentLinker::ScoreName(const Citation& citation, std::uint32_t reference,
                              Score* score) const {
  if (!IsPlaceholder(citation) || citation.authors.empty()) return;
  const Reference& r = references_[reference];
  const std::string name = NameKey(citation.authors.front());
  const auto add = [score](std::string rule, double change, std::string because) {
    score->total += change;
    score->reasons.push_back({"citation", std::move(rule), change, std::move(because)});
  };
  for (const Author& author : r.authors) {
    const std::string key = NameKey(author.family);
    if (author.given.empty() && key.size() >= 3 && name.starts_with(key)) {
      add("name", 2, author.family);
      score->topic += 2;
      return;
    }
  }
  if (!r.container.empty() && NameKey(r.container) == name) {
    add("name", 1, r.container);
    score->topic += 1;
    return;
  }
  const std::string host = NameKey(AddressHost(r.url));
  if (name == "pubmed" || name == "pmc" || name == "pubmedcentral") {
    if (!r.pmid.empty() || !r.pmcid.empty() || host.find("ncbi") != std::string::npos) {
      add("host", 0.3, "its address is in PubMed");
    } else if (!host.empty() && r.doi.empty()) {
      add("host", -0.4, "its address is at " + AddressHost(r.url));
    }
  } else if (name.size() >= 5 && !host.empty() && host.find(name) != std::string::npos) {
    add("host", 1, "its address is at " + AddressHost(r.url));
    score->topic += 1;
  }
}

void ContentLinker::ScoreRest(const Citation& citation, const Context& context,
                              std::uint32_t reference, Score* score) const {
  const Reference& r = references_[reference];
  const auto add = [score](std::string rule, double change, std::string because) {
    score->total += change;
    score->reasons.push_back({"citation", std::move(rule), change, std::move(because)});
  };
  for (const std::string& acronym : context.acronyms) {
    if (topics_.TitleInitials(reference).find(acronym) == std::string::npos) continue;
    add("initials", 0.8, acronym);
    score->topic += 0.8;
    break;
  }
  for (const std::string& group : topics_.Groups(reference)) {
    if (context.tokens.count(group) > 0) continue;
    add("other-population", -0.6, "the title is about " + group.substr(1));
    break;
  }
  const DesignFamily design = topics_.Design(reference);
  if (context.design != DesignFamily::kUnknown && design != DesignFamily::kUnknown) {
    const bool same = context.design == design;
    const bool reviews =
        (design == DesignFamily::kReview && context.design == DesignFamily::kSynthesis) ||
        (design == DesignFamily::kSynthesis && context.design == DesignFamily::kReview);
    if (!reviews)
      add("design", same ? 0.8 : -0.8, same ? "the same kind of study" : "another kind of study");
  }
  if (context.special_issue && NamesSpecialIssue(r.text)) {
    add("special-issue", 1.5, "both name a special issue");
    score->topic += 1.5;
  }
  if (IsNamed(citation)) {
    const int off = r.year == 0 ? 3 : std::abs(r.year - citation.year);
    if (off == 0) add("year", 1, std::to_string(r.year));
    if (off == 1 || off == 2) {
      add("year-differs", -0.2,
          "the text has " + std::to_string(citation.year) + ", the list " + std::to_string(r.year));
    }
    if (off > 2) add("year-differs", -3, "the list has " + std::to_string(r.year));
  } else if (std::find(context.years.begin(), context.years.end(), r.year) != context.years.end()) {
    add("year", 0.6, std::to_string(r.year));
  }
  if (std::find(context.antecedents.begin(), context.antecedents.end(), reference) !=
      context.antecedents.end()) {
    add("antecedent", 0.8, "a sentence that these words belong to cites it");
    score->topic += 0.8;
  }
  if (!IsPlaceholder(citation)) return;
  if (used_.count(reference) > 0)
    add("repeated", -0.4, "another marker of this kind means it already");
  if (last_ > 0 && reference + 1 > last_)
    add("order", 0.15, "it follows the last one found in the list");
}

void ContentLinker::Link(std::size_t at) {
  Citation& citation = citations_[at];
  const Context context = ContextOf(at);
  std::map<std::uint32_t, Score> scores = ScoreTopics(context);
  if (IsPlaceholder(citation)) {
    for (std::uint32_t r = 0; r < references_.size() && r < 2000; ++r) {
      Score score;
      ScoreName(citation, r, &score);
      if (score.topic > 0) scores.try_emplace(r);
    }
  }
  const Score* best = nullptr;
  double second = 0;
  std::uint32_t chosen = 0;
  for (auto& [r, score] : scores) {
    if (references_[r].origin == ReferenceOrigin::kLink) continue;  // its marker is that link
    ScoreName(citation, r, &score);
    ScoreRest(citation, context, r, &score);
    if (best == nullptr || score.total > best->total) {
      second = best == nullptr ? 0 : best->total;
      best = &score;
      chosen = r;
    } else {
      second = std::max(second, score.total);
    }
  }
  const double threshold = IsNamed(citation) ? kNamedThreshold : kPlaceholderThreshold;
  if (best == nullptr || best->total < threshold || best->topic < 0.5 ||
      best->total - second < kMargin)
    return;
  citation.references = {ReferenceId{chosen + 1}};
  citation.score = std::min(0.95, best->total / (best->total + 1));
  citation.reasons = best->reasons;
  if (IsPlaceholder(citation)) {
    ++used_[chosen];
    last_ = chosen + 1;
  }
}

}  // namespace claimgraph
