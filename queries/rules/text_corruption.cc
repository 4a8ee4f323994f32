// text-corruption: words lost, doubled or pasted by copying and editing.
//
// Each pattern is one that correct English does not have, with its exceptions
// beside it.  What a page's layout does to copied text (a lost space after a
// full stop, broken letters) happens in many places at once and gets one finding
// for the document.

#include <iterator>

#include "queries/rules/pattern.h"
#include "queries/rules/rule_list.h"
#include "queries/rules/support.h"

namespace claimgraph {
namespace {

// Two prepositions or articles that cannot follow each other.  The group is what
// is reported; what stands after it keeps "of at least" and "of at-home" out.
const Pattern& LostWord() {
  static const Pattern pattern(
      R"(\b((?:of at|of with|of for|for of|with of|at of|in of|from of|by of|to of|the of|an the|the an|)"
      R"(with for|into of|of into) [[:alpha:]]\w+)\b)");
  return pattern;
}

const Pattern& Excused() {
  static const Pattern pattern(
      R"(^(?:of at (?:least|most|risk|first|any|all|times|present|home|work|school|rest|every|each|this|that|one|two)|)"
      R"(in of (?:itself|themselves)|of for (?:profit|example|instance)|to of (?:course|late)|)"
      R"(of with (?:drawal))\b)");
  return pattern;
}

const Pattern& Doubled() {
  static const Pattern pattern(
      R"(\b((?:the the|of of|and and|to to|for for|with with|a a|an an|from from|our our|your your|)"
      R"(are are|can can|this this|these these|in in the)) )",
      Pattern::Case::kMatch);
  return pattern;
}

// "strength.Allows": two cells or paragraphs run together.
const Pattern& LostSpace() {
  static const Pattern pattern(R"((?:^|[\s("]|“)([a-z]{3,}[.!?][A-Z][a-z]+)(?:[\s,;:)']|’|$))",
                               Pattern::Case::kMatch);
  return pattern;
}

// UTF-8 read as Windows-1252 and written again: "â€™", "Ã©", "Â ".
const Pattern& Mojibake() {
  static const Pattern pattern(
      R"(\S*(?:â€(?:™|œ|\xC2\x9D|“|”|˜|¦|–|—)|Ã(?:©|¨|¡|±|¶|¼|¤|³|\xC2\xAD|º|§|ª)|Â(?:\xC2\xA0|·|°|±|®|©))\S*)",
      Pattern::Case::kMatch);
  return pattern;
}

// What every broken letter begins with; saves most texts the search.
bool MayBeBroken(std::string_view text) {
  constexpr std::string_view kBegins[] = {"â€", "Ã", "Â"};
  return std::any_of(std::begin(kBegins), std::end(kBegins), [&](std::string_view begin) {
    return text.find(begin) != std::string_view::npos;
  });
}

// "a sense of stress relief massage.": the page's keyword pasted behind a
// finished noun phrase.
const Pattern& PastedKeyword() {
  static const Pattern pattern(
      R"(\b(?:sense|feeling|state|level|degree|feelings|amount) of (?:[\w-]+ ){0,2})"
      R"(((?:relief|calm|calmness|relaxation|well-?being|happiness|peace|comfort|ease|anxiety|stress|health|energy|balance|safety|joy|recovery|rest) ([\w-]+))[.!?]?$)");
  return pattern;
}

// Last words of the interventions that the document's claims are about.
std::vector<std::string> Keywords(const DocumentGraph& graph) {
  std::vector<std::string> keywords;
  for (const Proposition& p : graph.propositions) {
    const std::size_t space = p.intervention.rfind(' ');
    keywords.push_back(space == std::string::npos ? p.intervention
                                                  : p.intervention.substr(space + 1));
  }
  std::sort(keywords.begin(), keywords.end());
  return keywords;
}

bool EndsInKeyword(std::string_view words, const std::vector<std::string>& keywords) {
  const std::string_view last = words.substr(words.rfind(' ') + 1);
  return std::binary_search(keywords.begin(), keywords.end(), std::string(last));
}

class Reader {
 public:
  explicit Reader(const DocumentGraph& graph) : graph_(graph), keywords_(Keywords(graph)) {}

  std::vector<Finding> Read() {
    for (const Block* block : ProseBlocks(graph_)) {
      ReadBlock(*block);
    }
    ReadSentenceEnds();
    Close(broken_, "the letters of ", " were broken by a wrong encoding",
          "save the text as UTF-8 and copy it again");
    Close(run_on_, "", " lost the space between two sentences or cells",
          "put the space or the line break back");
    return std::move(findings_);
  }

 private:
  struct Many {
    TextSpan first{};
    std::size_t count = 0;
  };

  void ReadBlock(const Block& block) {
    const std::string_view text = graph_.document.Words(block.span);
    for (const TextSpan hit : LostWord().FindAll(text)) {
      const bool hyphen = hit.end < text.size() && text[hit.end] == '-';
      if (hyphen || Excused().In(Slice(text, hit))) continue;
      Add(block, hit, " looks as if a word was lost or left over", "put the missing word back");
    }
    for (const TextSpan hit : Doubled().FindAll(text)) {
      Add(block, hit, " says a word twice", "take one out");
    }
    if (MayBeBroken(text)) Count(block, Mojibake().FindAll(text), &broken_);
    Count(block, LostSpace().FindAll(text), &run_on_);
  }

  void ReadSentenceEnds() {
    for (const Sentence& sentence : graph_.document.sentences) {
      const std::string_view text = graph_.document.Words(sentence.span);
      const auto hit = PastedKeyword().Find(text);
      if (!hit || !EndsInKeyword(Slice(text, *hit), keywords_)) continue;
      const TextSpan span{sentence.span.begin + hit->begin, sentence.span.begin + hit->end};
      findings_.push_back(At(kTextCorruption, graph_.document.Source(span),
                             Cat(Quote(Slice(text, *hit)), " looks as if a keyword was pasted ",
                                 "behind the sentence"),
                             "take the last word out"));
    }
  }

  void Add(const Block& block, TextSpan hit, std::string_view what, std::string suggestion) {
    const TextSpan span{block.span.begin + hit.begin, block.span.begin + hit.end};
    findings_.push_back(At(kTextCorruption, graph_.document.Source(span),
                           Cat(Quote(graph_.document.Words(span)), what), std::move(suggestion)));
  }

  static void Count(const Block& block, const std::vector<TextSpan>& hits, Many* many) {
    if (!hits.empty() && many->count == 0) {
      many->first = {block.span.begin + hits[0].begin, block.span.begin + hits[0].end};
    }
    many->count += hits.size();
  }

  void Close(const Many& many, std::string_view before, std::string_view what,
             std::string suggestion) {
    if (many.count == 0) return;
    const std::string others =
        many.count == 1
            ? std::string()
            : Cat(" (and ", claimgraph::Count(many.count - 1, "other place", "other places"), ")");
    findings_.push_back(At(kTextCorruption, graph_.document.Source(many.first),
                           Cat(before, Quote(graph_.document.Words(many.first)), others, what),
                           std::move(suggestion)));
  }

  const DocumentGraph& graph_;
  std::vector<std::string> keywords_;
  std::vector<Finding> findings_;
  Many broken_;
  Many run_on_;
};

std::vector<Finding> Run(const RuleInput& input) { return Reader(input.graph).Read(); }

}  // namespace

constinit const Rule kTextCorruption = {
    .name = "text-corruption",
    .severity = Severity::kInfo,
    .scope = RuleScope::kDocument,
    .subject = RuleSubject::kHealth,
    .summary = "words lost, doubled, run together or broken",
    .why = "Readers stumble, and a number or a \"not\" may have gone the same way.",
    .bad = "Twelve weeks of at tea classes eased the the symptoms.Doctors agree.",
    .good = "Twelve weeks of tea classes eased the symptoms. Doctors agree.",
    .limits =
        "Knows a few patterns that correct English does not have, and is no spelling checker.",
    .run = Run,
};

}  // namespace claimgraph
