// A page is written top to bottom by one writer, which knows the document's
// graph by id and the indentation.  Ids ascend in each vector of the graph, so
// looking one up is a binary search.

#include "queries/explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include "core/json.h"
#include "queries/graph_view.h"
#include "queries/reports/phrases.h"
#include "queries/reports/text.h"
#include "queries/rules/rules.h"
#include "queries/rules/support.h"

namespace claimgraph {
namespace {

std::string CertaintyName(int certainty) {
  const std::string_view words = CertaintyInWords(certainty);
  return certainty < 1 || certainty > 4 ? std::string(words)
                                        : fmt::format("{} ({} of 4)", words, certainty);
}

std::string Sentence(const Proposition& p) {
  std::string words = fmt::format("{} -> {} -> {}", p.intervention.empty() ? "?" : p.intervention,
                                  Spaced(Name(p.direction)), p.outcome.empty() ? "?" : p.outcome);
  if (!p.population.empty()) words += "; in " + p.population;
  if (!p.comparator.empty()) words += "; against " + p.comparator;
  return words;
}

std::string Printed(const Reference& r) {
  return AuthorsAndYear(r) + (r.title.empty() ? "" : ": " + r.title);
}

std::string Identifiers(const Work& w) {
  std::string words;
  for (const std::string& name : w.names) {
    if (name.starts_with("place:")) continue;  // for finding it, not for reading
    words += (words.empty() ? "" : ", ") + name;
  }
  return words.empty() ? "no identifier" : words;
}

class Page {
 public:
  Page(const GraphReader& reader, const DocumentGraph& graph, const Sources& sources)
      : reader_(reader), graph_(graph), sources_(sources) {}

  void PutClaim(const Claim& claim);
  void PutFinding(const Finding& finding);
  void PutInShort(const Claim& claim);
  std::string Take() { return std::move(text_); }

 private:
  void PutName(const Claim& claim);
  void PutWords(const Claim& claim);
  void PutCues(std::string_view label, const std::vector<Cue>& cues);
  void PutPaths(const Claim& claim);
  void PutUncitedLine(const EvidencePath& path);
  void PutStep(NodeRef step);
  void PutCitation(const Citation& citation);
  void PutLinesOf(const Claim& claim, const EvidencePath& path);
  void PutLine(const EvidenceLine& line);
  void PutVerdict(const Claim& claim);
  void PutNotAssessed(const Claim& claim);
  void PutReasons(int indent, const std::vector<Reason>& reasons);
  void PutShortStep(NodeRef step);
  void PutShortLine(const EvidenceLine& line);

  void Put(int indent, std::string_view line) {
    text_.append(indent, ' ').append(Printable(line)).push_back('\n');
  }
  void Field(std::string_view label, std::string_view value) {
    Put(2, fmt::format("{:<12} {}", label, value));
  }
  void Heading(std::string_view line) {
    text_.push_back('\n');
    Put(0, line);
  }
  std::string At(Span span, const std::string& file = {}) const {
    return Where(sources_, file.empty() ? graph_.document.source : file, span.begin);
  }
  std::vector<const EvidenceLine*> LinesOf(const Claim& claim) const {
    std::vector<const EvidenceLine*> lines;
    for (const EvidenceLine& line : graph_.evidence_lines) {
      if (line.claim == claim.id) lines.push_back(&line);
    }
    return lines;
  }

  const GraphReader& reader_;
  const DocumentGraph& graph_;
  const Sources& sources_;
  std::string text_;
};

void Page::PutClaim(const Claim& claim) {
  Put(0, fmt::format("{} at {}", IdText(claim.id), At(claim.span)));
  Put(2, fmt::format("\"{}\"", claim.text));
  PutName(claim);
  PutWords(claim);
  PutPaths(claim);
  PutVerdict(claim);
  bool first = true;
  for (const Finding& finding : graph_.findings) {
    if (finding.claim != claim.id) continue;
    if (std::exchange(first, false)) Heading("Findings");
    Put(2, fmt::format("{} {}: {}: {}", IdText(finding.id), Name(finding.severity), finding.rule,
                       finding.message));
    if (!finding.suggestion.empty()) Put(6, "consider: " + finding.suggestion);
  }
}

// What a list of claims calls it, or where it found it.
void Page::PutName(const Claim& claim) {
  const Document& document = graph_.document;
  if (document.format != Format::kClaimList || claim.sentence >= document.sentences.size()) return;
  const std::uint32_t block = document.sentences[claim.sentence].block;
  if (block < document.blocks.size() && !document.blocks[block].label.empty()) {
    Put(2, document.blocks[block].label);
  }
}

void Page::PutFinding(const Finding& finding) {
  Put(0, fmt::format("{} at {}", IdText(finding.id), At(finding.span, finding.file)));
  Put(2, fmt::format("{}: {}: {}", Name(finding.severity), finding.rule, finding.message));
  if (!finding.suggestion.empty()) Put(2, "consider: " + finding.suggestion);
  if (const Rule* rule = FindRule(finding.rule)) {
    Heading(fmt::format("Rule {}: {}", rule->name, rule->summary));
    Field("why", rule->why);
    Field("limits", rule->limits);
  }
  for (const ReferenceId id : finding.references) {
    if (const auto* reference = FindById(graph_.references, id)) {
      Field("reference", fmt::format("{} {} at {}", IdText(id), Printed(*reference),
                                     At(reference->span, reference->file)));
    }
  }
  if (const auto* claim = FindById(graph_.claims, finding.claim)) {
    text_.push_back('\n');
    PutClaim(*claim);
  }
}

void Page::PutWords(const Claim& claim) {
  Heading("What was read");
  Field("kind", Spaced(Name(claim.kind)));
  Field("strength", Spaced(Name(claim.strength)));
  Field("certainty", Name(claim.certainty));
  if (claim.negated) Field("negated", "yes");
  if (claim.attributed) Field("attributed", claim.attribution.empty() ? "yes" : claim.attribution);
  for (const PropositionId id : claim.propositions) {
    if (const auto* p = FindById(graph_.propositions, id)) {
      Field("states", fmt::format("{} ({})", Sentence(*p), IdText(id)));
    }
  }
  PutCues("causal word", claim.causal_cues);
  PutCues("hedge", claim.hedges);
  PutCues("booster", claim.boosters);
  PutCues("magnitude", claim.magnitudes);
  for (const Effect& effect : claim.effects) {
    Field("effect", fmt::format("{} at {}", Numbers(effect), At(effect.span)));
  }
}

void Page::PutCues(std::string_view label, const std::vector<Cue>& cues) {
  for (const Cue& cue : cues) {
    Field(label, fmt::format("\"{}\" at {} (bytes {}-{})", cue.text, At(cue.span), cue.span.begin,
                             cue.span.end));
  }
}

// Paths through citations come first and sorted: what a path shares with the one
// before is printed once.
void Page::PutPaths(const Claim& claim) {
  Heading("Sources: " + Spaced(Name(claim.citation_status)));
  EvidencePath before;
  for (const EvidencePath& path : EvidencePaths(reader_, claim.id)) {
    if (path[1].kind == NodeKind::kEvidenceLine) {
      PutUncitedLine(path);
      continue;
    }
    const auto [different, ignored] = std::ranges::mismatch(path, before);
    for (auto step = std::max(different, path.begin() + 1); step != path.end(); ++step) {
      PutStep(*step);
    }
    PutLinesOf(claim, path);
    before = path;
  }
}

// claim -> evidence line -> work: news only where no citation led there.
void Page::PutUncitedLine(const EvidencePath& path) {
  const auto* line = FindById(graph_.evidence_lines, EvidenceLineId{path[1].id});
  if (line == nullptr || IsSet(line->citation)) return;
  const bool decided = !line->reasons.empty() && line->reasons.front().step == "decision";
  Put(2, decided ? "by a reviewer's decision" : "by content, without a marker");
  PutStep(Node(line->reference));
  if (path.size() > 2) PutStep(path[2]);
  PutLine(*line);
}

void Page::PutStep(NodeRef step) {
  switch (step.kind) {
    case NodeKind::kCitation:
      if (const auto* citation = FindById(graph_.citations, CitationId{step.id})) {
        PutCitation(*citation);
      }
      break;
    case NodeKind::kReference:
      if (const auto* reference = FindById(graph_.references, ReferenceId{step.id})) {
        Put(4, fmt::format("-> {} {} at {}", IdText(step), Printed(*reference),
                           At(reference->span, reference->file)));
      }
      break;
    case NodeKind::kWork:
      if (const auto* work = FindById(graph_.works, WorkId{step.id})) {
        Put(6, fmt::format("-> {} {}; {}", IdText(step), Identifiers(*work),
                           Spaced(Name(work->standing))));
      }
      break;
    default:
      break;  // evidence lines stand below what they rest on
  }
}

void Page::PutCitation(const Citation& citation) {
  Put(2, fmt::format("{} \"{}\", {}, at {}; score {:.2f}", IdText(citation.id), citation.text,
                     Spaced(Name(citation.style)), At(citation.span), citation.score));
  PutReasons(4, citation.reasons);
  if (citation.references.empty()) Put(4, "-> no reference answers to it");
}

// The evidence that a cited reference bears.
void Page::PutLinesOf(const Claim& claim, const EvidencePath& path) {
  if (path.size() < 3) return;
  for (const EvidenceLine& line : graph_.evidence_lines) {
    if (line.claim == claim.id && path[1] == Node(line.citation) &&
        path[2] == Node(line.reference)) {
      PutLine(line);
    }
  }
}

void Page::PutLine(const EvidenceLine& line) {
  Put(8, fmt::format(
             "-> {} {} {}: {}; certainty {}", IdText(line.id),
             line.stance == Stance::kUnknown ? "stance unknown for" : Spaced(Name(line.stance)),
             IdText(line.proposition), Description(line.design), CertaintyName(line.certainty)));
  Put(10, fmt::format("population {}, intervention {}, comparator {}, outcome {}; {}",
                      Spaced(Name(line.population)), Spaced(Name(line.intervention)),
                      Spaced(Name(line.comparator)), Spaced(Name(line.outcome)),
                      Spaced(Name(line.role))));
  PutReasons(10, line.reasons);
}

void Page::PutVerdict(const Claim& claim) {
  Heading("Verdict: " + Spaced(Name(claim.verdict)));
  PutReasons(2, claim.reasons);
  PutNotAssessed(claim);
  if (!claim.allowed_wording.empty()) Field("may say", claim.allowed_wording);
}

// Unknown inputs never silently count as fine: they are said once more together.
void Page::PutNotAssessed(const Claim& claim) {
  std::vector<std::string> items;
  CollectNotAssessed(claim.reasons, &items);
  for (const EvidenceLine* line : LinesOf(claim)) CollectNotAssessed(line->reasons, &items);
  if (!items.empty()) Field("not assessed", fmt::format("{}", fmt::join(items, ", ")));
}

void Page::PutReasons(int indent, const std::vector<Reason>& reasons) {
  for (const Reason& reason : reasons) {
    Put(indent, fmt::format("{}: {}{}: {}", reason.step, reason.rule, Signed(reason.change),
                            reason.because));
  }
}

// As many paths as one reads through below a line.
constexpr std::size_t kMostShortPaths = 12;

// Where a step of a path stands in a short explanation.
int ShortIndent(NodeKind kind) {
  return kind == NodeKind::kCitation ? 6 : kind == NodeKind::kReference ? 8 : 10;
}

// Its first identifier: the title stands in the reference above it.
std::string ShortName(const Work& work) {
  const auto name = std::ranges::find_if(work.names, [](std::string_view n) {
    return !n.starts_with("place:") && !n.starts_with("title:");
  });
  return name == work.names.end() ? "known by its title, without an identifier" : *name;
}

void Page::PutInShort(const Claim& claim) {
  const std::vector<EvidencePath> paths = EvidencePaths(reader_, claim.id, kMostShortPaths);
  if (paths.empty() && !claim.reasons.empty()) {  // no steps to follow
    Put(4,
        fmt::format("verdict: {}: {}", Spaced(Name(claim.verdict)), claim.reasons.back().because));
    return;
  }
  Put(4, "sources: " + Spaced(Name(claim.citation_status)));
  EvidencePath before;
  for (const EvidencePath& path : paths) {
    if (path[1].kind == NodeKind::kEvidenceLine) {
      const auto* line = FindById(graph_.evidence_lines, EvidenceLineId{path[1].id});
      if (line == nullptr || IsSet(line->citation)) continue;  // told below its citation
      PutShortStep(Node(line->reference));
      if (path.size() > 2) PutShortStep(path[2]);
      PutShortLine(*line);
      continue;
    }
    const auto [different, ignored] = std::ranges::mismatch(path, before);
    for (auto step = std::max(different, path.begin() + 1); step != path.end(); ++step) {
      PutShortStep(*step);
    }
    for (const EvidenceLine* line : LinesOf(claim)) {
      if (path.size() > 2 && path[1] == Node(line->citation) && path[2] == Node(line->reference)) {
        PutShortLine(*line);
      }
    }
    before = path;
  }
  Put(4, "verdict: " + Spaced(Name(claim.verdict)));
  std::vector<Reason> settled;  // what counted, and the last word
  std::ranges::copy_if(claim.reasons, std::back_inserter(settled), [](const Reason& reason) {
    return reason.change != 0 || reason.step == "verdict" || reason.step == "decision";
  });
  PutReasons(6, settled);
}

void Page::PutShortStep(NodeRef step) {
  std::string words;
  if (const auto* citation = FindById(graph_.citations, CitationId{step.id});
      citation != nullptr && step.kind == NodeKind::kCitation) {
    words = fmt::format("\"{}\"", citation->text);
    if (citation->references.empty()) words += ", to which no reference answers";
  } else if (const auto* reference = FindById(graph_.references, ReferenceId{step.id});
             reference != nullptr && step.kind == NodeKind::kReference) {
    words = Printed(*reference);
  } else if (const auto* work = FindById(graph_.works, WorkId{step.id});
             work != nullptr && step.kind == NodeKind::kWork) {
    words = ShortName(*work);
    if (work->standing != Standing::kCurrent) words += ", " + Spaced(Name(work->standing));
  }
  if (!words.empty()) Put(ShortIndent(step.kind), "-> " + words);
}

void Page::PutShortLine(const EvidenceLine& line) {
  // A study that one work alone reports is called after the work, which stands above.
  if (!line.study.empty() && !line.study.starts_with("work:")) Put(12, "-> study " + line.study);
  for (const Reason& reason : line.reasons) {
    if (reason.step == "result") Put(12, "-> result: " + reason.because);
  }
  const auto* proposition = FindById(graph_.propositions, line.proposition);
  Put(12, fmt::format("-> {}{}: {}; certainty {}",
                      line.stance == Stance::kUnknown ? "not known to support or dispute"
                                                      : Spaced(Name(line.stance)),
                      proposition == nullptr ? "" : " " + Sentence(*proposition),
                      Description(line.design), CertaintyName(line.certainty)));
}

}  // namespace

std::string ExplainInShort(const GraphReader& reader, const DocumentGraph& graph,
                           const Sources& sources, const Claim& claim) {
  Page page(reader, graph, sources);
  page.PutInShort(claim);
  return page.Take();
}

std::string ExplainClaim(const GraphReader& reader, const DocumentGraph& graph,
                         const Sources& sources, const Claim& claim) {
  Page page(reader, graph, sources);
  page.PutClaim(claim);
  return page.Take();
}

std::string ExplainFinding(const GraphReader& reader, const DocumentGraph& graph,
                           const Sources& sources, const Finding& finding) {
  Page page(reader, graph, sources);
  page.PutFinding(finding);
  return page.Take();
}

}  // namespace claimgraph
