// advice-exaggeration: the article's own subject called necessary.
//
// Advice is not a claim, so this rule reads sentences as well as claims.

#include <cctype>

#include "core/text/normalize.h"
#include "queries/rules/pattern.h"
#include "queries/rules/rule_list.h"
#include "queries/rules/support.h"

namespace claimgraph {
namespace {

// "it's a necessary investment", "yoga is essential for everyone"
const Pattern& CalledNecessary() {
  static const Pattern pattern(
      R"((?:\bis|\bare|(?:'|’)s|(?:'|’)re) (?:not (?:just|only) [^.;]{1,40}[;,] )?(?:(?:a|an|the|also|simply|truly|absolutely|really) )*)"
      R"((necessary|essential|vital|indispensable|non-negotiable|a must(?:-have)?|must-have|compulsory|mandatory)\b)"
      R"((?:,? (?:investment|part|addition|element|component|ingredient|tool|practice|step|habit)\b)"
      R"(|,? for (?:everyone|everybody|anyone|all|your|good|health|a|mental|healthy)\b|,? if you\b)"
      R"(| to (?:continue|keep|book|practi[sc]e|have|get)\b|[.!]?$))");
  return pattern;
}

// "you must book", "everyone needs to stretch"
const Pattern& MustDo() {
  static const Pattern pattern(
      R"(\b((?:you|everyone|everybody|we all|people)(?: \w+ly)? (?:must|have to|needs? to|cannot afford not to|should all))\b)");
  return pattern;
}

// What every careful text says, and should.
const Pattern& Caution() {
  static const Pattern pattern(
      R"(\b(?:doctors?|GP|physicians?|professionals?|providers?|practitioners?|qualified|licensed|certified|consult\w*|)"
      R"(seek|advice|caution\w*|careful\w*|precautions?|safe\w*|tell|inform|avoid|stop|not|never|don(?:'|’)t|hygiene|)"
      R"(remember|understand|note|wait|keep in mind|aware|research|evidence|stud(?:y|ies))\b)");
  return pattern;
}

// The last word of the intervention, or its plural, stands in `words`.
bool SpeaksOf(std::string_view words, std::string_view intervention) {
  const std::string folded = Fold(words);
  const std::string label = Fold(intervention);
  const std::string head = label.substr(label.rfind(' ') + 1);
  const auto letter = [&](std::size_t i) {
    return i < folded.size() && std::isalpha(static_cast<unsigned char>(folded[i])) != 0;
  };
  for (std::size_t at = folded.find(head); at != std::string::npos;
       at = folded.find(head, at + 1)) {
    const std::size_t end = at + head.size();
    const bool begins = at == 0 || !letter(at - 1);
    if (begins && (!letter(end) || (folded[end] == 's' && !letter(end + 1)))) return true;
  }
  return false;
}

// "It's necessary", "this practice is essential": the subject was named before.
const Pattern& Pronoun() {
  static const Pattern pattern(
      R"((?:^|(?:;|,|—|–|-) ?|\b(?:and|but|so) )(?:it|this|that|this (?:practice|treatment|therapy))(?:(?:'|’)s| is)\b)");
  return pattern;
}

std::string_view Exaggeration(std::string_view sentence, std::string_view intervention) {
  if (Caution().In(sentence)) return {};
  if (const auto hit = CalledNecessary().Find(sentence)) {
    const std::string_view before = sentence.substr(0, hit->begin);
    if (SpeaksOf(before, intervention) || Pronoun().In(before)) return Slice(sentence, *hit);
  }
  if (const auto hit = MustDo().Find(sentence)) {
    const std::string_view after = sentence.substr(hit->end);
    static const Pattern kBooks(R"(^ (?:book|try|buy|join|schedule)\b)");
    static const Pattern kUses(
        R"(^ (?:have|take|get|use|do|drink|eat|start|begin|practi[sc]e|include|add|make)\b)");
    if (kBooks.In(after) || (kUses.In(after) && SpeaksOf(after.substr(0, 60), intervention))) {
      return Slice(sentence, *hit);
    }
  }
  return {};
}

std::vector<Finding> Run(const RuleInput& input) {
  const DocumentGraph& graph = input.graph;
  const std::string intervention = MainIntervention(graph);
  std::vector<Finding> findings;
  if (intervention.empty()) return findings;  // nothing here is about health

  std::vector<ClaimId> claim_of(graph.document.sentences.size());
  for (const Claim& claim : graph.claims) {
    if (claim.sentence < claim_of.size() && !IsCited(claim)) claim_of[claim.sentence] = claim.id;
  }
  std::vector<bool> cited(graph.document.sentences.size());
  for (const Citation& citation : graph.citations) {
    if (citation.sentence < cited.size()) cited[citation.sentence] = true;
  }
  for (std::size_t i = 0; i < graph.document.sentences.size(); ++i) {
    const Sentence& sentence = graph.document.sentences[i];
    if (cited[i]) continue;
    const std::string_view words = graph.document.Words(sentence.span);
    const std::string_view necessary = Exaggeration(words, intervention);
    if (necessary.empty()) continue;
    const Claim* claim = FindById(graph.claims, claim_of[i]);
    Finding finding = At(kAdviceExaggeration, graph.document.Source(sentence.span),
                         Cat(Quote(necessary), " in ", Quote(words),
                             " tells readers what to do, and no evidence says that they have to"),
                         "offer it as a choice, with what is known of the benefit");
    if (claim != nullptr) {
      finding.claim = claim->id;
      finding.span = claim->span;
    }
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

constinit const Rule kAdviceExaggeration = {
    .name = "advice-exaggeration",
    .severity = Severity::kWarning,
    .scope = RuleScope::kDocument,
    .subject = RuleSubject::kHealth,
    .summary = "\"necessary\", \"must\" or \"essential\" about what the article recommends",
    .why =
        "Two in five press releases advise more than their study supports; readers act on advice.",
    .bad = "Tea is a necessary part of every day.",
    .good = "If you like tea, a cup a day may be worth a try.",
    .limits =
        "Speaks only of the document's main subject. Left alone: \"you must ask your doctor\" and "
        "other caution, sentences with a citation, and documents without health claims.",
    .run = Run,
};

}  // namespace claimgraph
