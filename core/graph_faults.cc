// Noun by noun, in the order of DocumentGraph.  The first fault is kept, and nothing is
// looked at after it.

#include "core/graph_faults.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string_view>
#include <vector>

namespace claimgraph {
namespace {

// Names of other kinds of nodes (GraphReader::Named): a work must not stand in their way.
constexpr std::array<std::string_view, 3> kNotOfWorks = {"source:", "proposition:", "study:"};
constexpr std::string_view kDecisionSource = "decision:";

bool IsDigits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// XXH3-128 of the bytes that an import met; a decision has none.
bool IsHash(std::string_view text) {
  constexpr std::size_t kDigits = 32;
  return text.empty() || (text.size() == kDigits &&
                          text.find_first_not_of("0123456789abcdef") == std::string_view::npos);
}

class FaultFinder {
 public:
  explicit FaultFinder(const DocumentGraph& graph) : g_(graph) {}

  std::string Find() {
    ExamineDocument();
    ExamineLayout();
    ExamineClaims();
    ExamineCitations();
    ExamineReferences();
    ExamineShared();
    ExamineEvidence();
    ExamineFindings();
    ExamineRecords();
    ExamineResults();
    ExamineDecisions();
    Holds("presents", Within(g_.presents, g_.works), "leads to no work of this line");
    Holds("lists", AllWithin(g_.lists, g_.works), "leads to no work of this line");
    return std::move(fault_);
  }

 private:
  // ---- Places

  void Fault(const std::string& place, std::string_view what) {
    if (fault_.empty()) fault_ = place + " " + std::string(what);
  }
  void Holds(std::string_view place, bool sound, std::string_view what) {
    if (!sound) Fault(std::string(place), what);
  }

  // One element of a list, and what must be true of its fields.
  class Part {
   public:
    Part(FaultFinder* finder, std::string_view list, std::size_t index)
        : finder_(*finder), list_(list), index_(index) {}
    void Holds(std::string_view field, bool sound, std::string_view what) const {
      if (sound) return;
      finder_.Fault(std::string(list_) + "[" + std::to_string(index_) + "]" +
                        (field.empty() ? "" : ".") + std::string(field),
                    what);
    }
    void Fits(std::string_view field, TextSpan span) const {
      Holds(field, span.begin <= span.end && span.end <= finder_.g_.document.text.size(),
            "lies outside the document's text");
    }
    void IsRange(std::string_view field, Span span) const {
      Holds(field, span.begin <= span.end, "ends before it begins");
    }
    void IsShare(std::string_view field, double value) const {
      Holds(field, value >= 0 && value <= 1, "is not from 0 to 1");
    }

    // Levels go from 0 to 4; what readers add up must stay near.
    void AreSteps(const std::vector<Reason>& reasons) const {
      Holds("reasons",
            std::ranges::all_of(
                reasons,
                [](const Reason& reason) { return reason.change >= -10 && reason.change <= 10; }),
            "has a change of more than 10 levels");
    }

   private:
    FaultFinder& finder_;
    std::string_view list_;
    std::size_t index_;
  };

  template <typename T, typename Look>
  void Each(std::string_view list, const std::vector<T>& nouns, const Look& look) {
    for (std::size_t i = 0; i < nouns.size() && fault_.empty(); ++i) {
      look(nouns[i], Part(this, list, i), i);
    }
  }

  template <typename Id, typename T>
  static bool Within(Id id, const std::vector<T>& nouns) {
    return Raw(id) <= nouns.size();
  }
  template <typename Id, typename T>
  static bool AllWithin(const std::vector<Id>& ids, const std::vector<T>& nouns) {
    return std::ranges::all_of(ids, [&](Id id) { return IsSet(id) && Within(id, nouns); });
  }

  // ---- Nouns

  void ExamineDocument() {
    const Document& d = g_.document;
    Holds("document.source", !d.source.empty(), "is missing; a store knows a document by it");
    Holds("document.hash", IsHash(d.hash), "is not 32 hexadecimal digits, nor empty");
    Holds("document.text", d.text.size() < std::numeric_limits<std::uint32_t>::max(),
          "is longer than 4 GiB");
    Holds("document.map", d.map.text_size() <= d.text.size(), "is longer than the text");
    const bool decided = d.format == Format::kDecision;
    Holds("document.source",
          !decided || (d.source.starts_with(kDecisionSource) &&
                       IsDigits(d.source.substr(kDecisionSource.size()))),
          "of a decision must be \"decision:\" and a number");
    Holds("document.source", decided || !d.source.starts_with(kDecisionSource),
          "is that of a decision, and the document is none");
    Holds("decisions", g_.decisions.size() == (decided ? 1 : 0),
          "must hold one decision in a document of the format \"decision\", and none in others");
  }

  void ExamineLayout() {
    const Document& d = g_.document;
    Each("document.blocks", d.blocks, [&](const Block& b, const Part& part, std::size_t i) {
      part.Fits("span", b.span);
      part.Holds("span", i == 0 || d.blocks[i - 1].span.end <= b.span.begin,
                 "begins before the block before it ends");
    });
    Each("document.sentences", d.sentences,
         [&](const Sentence& s, const Part& part, std::size_t i) {
           part.Fits("span", s.span);
           part.Holds("block", s.block < d.blocks.size(),
                      "is no position in document.blocks, from 0");
           part.Holds("span", i == 0 || d.sentences[i - 1].span.end <= s.span.begin,
                      "begins before the sentence before it ends");
           const bool known = s.block < d.blocks.size();
           part.Holds("span",
                      !known || (d.blocks[s.block].span.begin <= s.span.begin &&
                                 s.span.end <= d.blocks[s.block].span.end),
                      "lies outside its block");
         });
    Each("document.links", d.links, [&](const Link& l, const Part& part, std::size_t i) {
      part.Fits("span", l.span);
      part.IsRange("source", l.source);
      part.IsRange("target_source", l.target_source);
      part.Holds("span", i == 0 || d.links[i - 1].span.begin <= l.span.begin,
                 "begins before that of the link before it");
    });
    Each("document.marks", d.marks, [&](const Mark& m, const Part& part, std::size_t i) {
      part.Fits("span", m.span);
      part.Holds("span", i == 0 || d.marks[i - 1].span.begin <= m.span.begin,
                 "begins before that of the mark before it");
    });
    Each("document.ignores", d.ignores, [&](const IgnoreComment& c, const Part& part, std::size_t) {
      part.IsRange("source", c.source);
      part.Holds("at", c.at <= d.text.size(), "lies outside the document's text");
    });
    Each("document.diagnostics", d.diagnostics,
         [&](const Diagnostic& o, const Part& part, std::size_t) { part.IsRange("span", o.span); });
  }

  bool IsSentence(std::uint32_t sentence) const {
    return sentence < std::max<std::size_t>(1, g_.document.sentences.size());
  }

  void ExamineClaims() {
    constexpr std::string_view kNoSentence = "is no position in document.sentences, from 0";
    Each("claims", g_.claims, [&](const Claim& c, const Part& part, std::size_t) {
      part.IsRange("span", c.span);
      part.Fits("text_span", c.text_span);
      part.Holds("sentence", IsSentence(c.sentence), kNoSentence);
      part.IsShare("confidence", c.confidence);
      for (const auto* cues : {&c.hedges, &c.boosters, &c.causal_cues, &c.magnitudes}) {
        const bool sound =
            std::ranges::all_of(*cues, [](const Cue& q) { return q.span.begin <= q.span.end; });
        part.Holds("", sound, "has a cue whose span ends before it begins");
      }
      const bool effects = std::ranges::all_of(
          c.effects, [](const Effect& e) { return e.span.begin <= e.span.end; });
      part.Holds("effects", effects, "has a span that ends before it begins");
      part.AreSteps(c.reasons);
      part.Holds("propositions", !c.propositions.empty(), "is empty; a claim states something");
      part.Holds("propositions", AllWithin(c.propositions, g_.propositions),
                 "leads to no proposition of this line");
      part.Holds("citations", AllWithin(c.citations, g_.citations),
                 "leads to no citation of this line");
    });
  }

  void ExamineCitations() {
    Each("citations", g_.citations, [&](const Citation& c, const Part& part, std::size_t) {
      part.IsRange("span", c.span);
      part.Fits("text_span", c.text_span);
      part.Holds("sentence", IsSentence(c.sentence),
                 "is no position in document.sentences, from 0");
      part.IsShare("score", c.score);
      part.Holds("references", AllWithin(c.references, g_.references),
                 "leads to no reference of this line");
    });
  }

  void ExamineReferences() {
    Each("references", g_.references, [&](const Reference& r, const Part& part, std::size_t) {
      part.IsRange("span", r.span);
      part.IsRange("year_span", r.year_span);
      part.IsRange("identifier_span", r.identifier_span);
      part.Holds("work", Within(r.work, g_.works), "leads to no work of this line");
    });
  }

  void ExamineShared() {
    Each("works", g_.works, [&](const Work& w, const Part& part, std::size_t) {
      const bool sound = std::ranges::none_of(w.names, [](const std::string& name) {
        return name.empty() || std::ranges::any_of(kNotOfWorks, [&](std::string_view other) {
                 return name.starts_with(other);
               });
      });
      part.Holds("names", sound, "holds an empty name, or one of a document, proposition or study");
    });
    Each("studies", g_.studies, [&](const Study& s, const Part& part, std::size_t) {
      part.Holds("key", !s.key.empty(), "is missing; a store knows a study by it");
    });
  }

  void ExamineEvidence() {
    Each("evidence_lines", g_.evidence_lines,
         [&](const EvidenceLine& l, const Part& part, std::size_t) {
           part.AreSteps(l.reasons);
           part.Holds("claim", IsSet(l.claim), "is missing; an evidence line judges one");
           part.Holds("claim", Within(l.claim, g_.claims), "leads to no claim of this line");
           part.Holds("proposition", Within(l.proposition, g_.propositions),
                      "leads to no proposition of this line");
           part.Holds("citation", Within(l.citation, g_.citations),
                      "leads to no citation of this line");
           part.Holds("reference", Within(l.reference, g_.references),
                      "leads to no reference of this line");
           part.Holds("work", Within(l.work, g_.works), "leads to no work of this line");
           part.Holds("certainty", l.certainty >= 0 && l.certainty <= 4, "is not from 0 to 4");
         });
  }

  void ExamineFindings() {
    Each("findings", g_.findings, [&](const Finding& f, const Part& part, std::size_t) {
      part.Holds("rule", !f.rule.empty(), "is missing");
      part.Holds("severity", f.severity != Severity::kOff, "is \"off\", which no finding is");
      part.IsRange("span", f.span);
      part.Holds("claim", Within(f.claim, g_.claims), "leads to no claim of this line");
      part.Holds("citations", AllWithin(f.citations, g_.citations),
                 "leads to no citation of this line");
      part.Holds("references", AllWithin(f.references, g_.references),
                 "leads to no reference of this line");
      part.Holds("evidence", AllWithin(f.evidence, g_.evidence_lines),
                 "leads to no evidence line of this line");
    });
  }

  void ExamineRecords() {
    Each("records", g_.records, [&](const Record& r, const Part& part, std::size_t) {
      part.Holds("work", Within(r.work, g_.works), "leads to no work of this line");
      part.Holds("study", Within(r.study, g_.studies), "leads to no study of this line");
      part.Holds("includes", AllWithin(r.includes, g_.works), "leads to no work of this line");
      part.Holds("n", r.n >= 0, "is below 0");
      for (const Fact& fact : r.facts) {
        part.Fits("facts", fact.span);
        part.IsShare("facts", fact.confidence);
      }
    });
  }

  void ExamineResults() {
    Each("results", g_.results, [&](const StudyResult& r, const Part& part, std::size_t) {
      part.Fits("span", r.span);
      part.IsShare("confidence", r.confidence);
      part.Holds("study", Within(r.study, g_.studies), "leads to no study of this line");
      part.Holds("effect", !r.effect || r.effect->span.begin <= r.effect->span.end,
                 "has a span that ends before it begins");
    });
  }

  void ExamineDecisions() {
    Each("decisions", g_.decisions, [&](const Decision& d, const Part& part, std::size_t) {
      if (d.kind == DecisionKind::kUndo) {
        part.Holds("value", d.value.starts_with('n') && IsDigits(d.value.substr(1)),
                   "names no decision to undo, as \"n3\"");
      } else {
        part.Holds("source", !d.source.empty(), "is missing; a decision is about a document");
      }
    });
  }

  const DocumentGraph& g_;
  std::string fault_{};
};

}  // namespace

std::string FaultOf(const DocumentGraph& graph) { return FaultFinder(graph).Find(); }

}  // namespace claimgraph
