#include "queries/rules/support.h"

#include <map>
#include <tuple>

#include "core/text/normalize.h"
#include "core/text/similarity.h"
#include "queries/rules/pattern.h"

namespace claimgraph {
namespace {

constexpr std::size_t kQuoteLimit = 60;  // bytes, before the cut moves back to a word's end

// "It helps.[^2]" reads "It helps."
std::string WithoutFootnotes(std::string_view words) {
  std::string kept;
  while (true) {
    const std::size_t open = words.find("[^");
    const std::size_t close = open == std::string_view::npos ? open : words.find(']', open);
    if (close == std::string_view::npos) return kept.append(words);
    kept.append(words.substr(0, open));
    words.remove_prefix(close + 1);
  }
}

bool ByClaim(const EvidenceLine* a, const EvidenceLine* b) { return a->claim < b->claim; }

}  // namespace

EvidenceByClaim::EvidenceByClaim(const DocumentGraph& graph) {
  lines_.reserve(graph.evidence_lines.size());
  for (const EvidenceLine& line : graph.evidence_lines) lines_.push_back(&line);
  std::stable_sort(lines_.begin(), lines_.end(), ByClaim);
}

std::span<const EvidenceLine* const> EvidenceByClaim::Of(ClaimId claim) const {
  EvidenceLine key;
  key.claim = claim;
  const auto [first, last] = std::equal_range(lines_.begin(), lines_.end(), &key, ByClaim);
  return {first, last};
}

std::vector<const Reference*> CitedReferences(const DocumentGraph& graph, const Claim& claim) {
  std::vector<const Reference*> found;
  for (const CitationId id : claim.citations) {
    const Citation* citation = FindById(graph.citations, id);
    if (citation == nullptr) continue;
    for (const ReferenceId reference_id : citation->references) {
      const Reference* reference = FindById(graph.references, reference_id);
      if (reference != nullptr && std::find(found.begin(), found.end(), reference) == found.end()) {
        found.push_back(reference);
      }
    }
  }
  return found;
}

StudyDesign BestDesign(std::span<const EvidenceLine* const> lines) {
  StudyDesign best = StudyDesign::kUnknown;
  for (const EvidenceLine* line : lines) {
    if (line->design == StudyDesign::kUnknown) continue;
    if (best == StudyDesign::kUnknown || line->design < best) best = line->design;
  }
  return best;
}

bool IsCited(const Claim& claim) {
  return claim.citation_status != CitationStatus::kUncited &&
         claim.citation_status != CitationStatus::kSelfAttributed;
}

bool IsUncited(const Claim& claim) { return claim.citation_status == CitationStatus::kUncited; }

bool FallsShort(Verdict verdict) {
  return verdict == Verdict::kUnsupported || verdict == Verdict::kOverstated ||
         verdict == Verdict::kContradicted;
}

bool IsCausal(const Claim& claim) {
  return claim.strength == CausalStrength::kDirectCausal ||
         claim.strength == CausalStrength::kConditionalCausal;
}

bool InBlock(const DocumentGraph& graph, const Claim& claim, BlockKind kind) {
  if (claim.sentence >= graph.document.sentences.size()) return false;
  const std::uint32_t block = graph.document.sentences[claim.sentence].block;
  return block < graph.document.blocks.size() && graph.document.blocks[block].kind == kind;
}

bool CanCarryCitation(const DocumentGraph& graph, const Claim& claim) {
  return !InBlock(graph, claim, BlockKind::kHeading) &&
         !InBlock(graph, claim, BlockKind::kMetadata) &&
         !InBlock(graph, claim, BlockKind::kTableHead) &&
         !InBlock(graph, claim, BlockKind::kCaption);
}

const Reason* DecidedBy(const Claim& claim) {
  const auto last = std::find_if(claim.reasons.rbegin(), claim.reasons.rend(),
                                 [](const Reason& r) {
                                   return r.step == "verdict" ||
                                          (r.step == "decision" && r.rule == "verdict");
                                 });
  return last == claim.reasons.rend() ? nullptr : &*last;
}

bool HasReason(const Citation& citation, std::string_view rule) {
  return std::any_of(citation.reasons.begin(), citation.reasons.end(),
                     [&](const Reason& reason) { return reason.rule == rule; });
}

std::vector<const Reference*> ListedSources(const DocumentGraph& graph) {
  static const Pattern kHeading(
      R"(^\W*(?:\d+\.? )?(?:references?|sources?|bibliography|works cited|literature|citations?|endnotes?|footnotes?|notes|further reading|studies)\b)");
  std::vector<const Reference*> listed;
  bool real = false;
  for (const Reference& reference : graph.references) {
    if (reference.origin == ReferenceOrigin::kFootnote) listed.push_back(&reference);
    if (reference.origin != ReferenceOrigin::kList) continue;
    listed.push_back(&reference);
    real = real || (!reference.authors.empty() && reference.year != 0);
  }
  for (const Citation& citation : graph.citations) {
    for (const ReferenceId id : citation.references) {
      const Reference* reference = FindById(graph.references, id);
      real = real || (reference != nullptr && reference->origin == ReferenceOrigin::kList);
    }
  }
  for (const Block& block : graph.document.blocks) {
    real = real || (block.span.size() < 60 && kHeading.In(graph.document.Words(block.span)));
  }
  if (!real) {
    std::erase_if(listed, [](const Reference* r) { return r->origin == ReferenceOrigin::kList; });
  }
  return listed;
}

std::string MainIntervention(const DocumentGraph& graph) {
  std::map<std::string_view, std::size_t> uses;
  for (const Claim& claim : graph.claims) {
    for (const PropositionId id : claim.propositions) {
      const Proposition* p = FindById(graph.propositions, id);
      if (p != nullptr && !p->intervention.empty()) ++uses[p->intervention];
    }
  }
  std::string_view main;
  std::size_t most = 0;
  for (const auto& [name, count] : uses) {
    if (count > most) std::tie(main, most) = std::tie(name, count);
  }
  return std::string(main);
}

std::string_view SentenceOf(const DocumentGraph& graph, const Claim& claim) {
  if (claim.sentence >= graph.document.sentences.size()) return claim.text;
  return graph.document.Words(graph.document.sentences[claim.sentence].span);
}

std::vector<const Block*> ProseBlocks(const DocumentGraph& graph) {
  std::vector<Span> listed;
  for (const Reference& reference : graph.references) {
    const bool in_document = reference.origin == ReferenceOrigin::kList ||
                             reference.origin == ReferenceOrigin::kFootnote;
    if (in_document && reference.file.empty()) listed.push_back(reference.span);
  }
  std::sort(listed.begin(), listed.end());
  std::vector<const Block*> prose;
  auto next = listed.begin();
  for (const Block& block : graph.document.blocks) {
    if (block.kind == BlockKind::kHeading || block.kind == BlockKind::kMetadata) continue;
    const Span source = graph.document.Source(block.span);
    while (next != listed.end() && next->end <= source.begin) ++next;
    if (next != listed.end() && Overlaps(*next, source)) continue;
    prose.push_back(&block);
  }
  return prose;
}

double TitleLikeness(std::string_view a, std::string_view b) {
  const std::string key_a = TitleKey(a);
  const std::string key_b = TitleKey(b);
  const auto& [shorter, longer] =
      key_a.size() < key_b.size() ? std::tie(key_a, key_b) : std::tie(key_b, key_a);
  const bool subtitle =
      std::count(shorter.begin(), shorter.end(), ' ') >= 2 && longer.starts_with(shorter + " ");
  return subtitle ? 1 : TitleSimilarity(a, b);
}

std::string Quote(std::string_view words) {
  std::string tidy = Tidy(WithoutFootnotes(words));

  while (!tidy.empty() && (tidy.back() == '.' || tidy.back() == ':' || tidy.back() == ';')) {
    tidy.pop_back();
  }
  if (tidy.size() > kQuoteLimit) {
    std::size_t cut = tidy.rfind(' ', kQuoteLimit);
    if (cut == std::string::npos || cut < kQuoteLimit / 2) {  // one endless word
      cut = kQuoteLimit;
      while ((static_cast<unsigned char>(tidy[cut]) & 0xC0) == 0x80) --cut;
    }
    tidy.resize(cut);
    while (!tidy.empty() && (tidy.back() == ',' || tidy.back() == ' ')) tidy.pop_back();
    tidy += "...";
  }
  return Cat("\"", tidy, "\"");
}

std::string WhoWrote(const Reference& reference) {
  if (reference.authors.empty()) {
    for (const std::string* words : {&reference.title, &reference.url, &reference.text}) {
      if (!words->empty()) return Quote(*words);
    }
    return "an entry without words";
  }
  std::string label = reference.authors[0].family;
  if (reference.authors.size() == 2 && !reference.et_al) {
    label += Cat(" & ", reference.authors[1].family);
  } else if (reference.authors.size() > 2 || reference.et_al) {
    label += " et al.";
  }
  return label;
}

std::string Label(const Reference& reference) {
  if (reference.authors.empty() || reference.year == 0) return WhoWrote(reference);
  return Cat(WhoWrote(reference), " (", std::to_string(reference.year), reference.year_suffix, ")");
}

std::string Advice(std::string_view what, const Claim& claim) {
  const std::string& allowed = claim.allowed_wording;
  if (allowed.ends_with('.')) return Cat(what, ", or write: ", allowed);
  if (allowed.starts_with("use ")) return Cat(what, ", or ", allowed);
  return std::string(what);  // general advice that `what` says better
}

std::string Count(std::size_t n, std::string_view one, std::string_view many) {
  return Cat(std::to_string(n), " ", n == 1 ? one : many);
}

Finding At(const Rule& rule, Span span, std::string message, std::string suggestion) {
  Finding finding;
  finding.rule = rule.name;
  finding.severity = rule.severity;
  finding.span = span;
  finding.message = std::move(message);
  finding.suggestion = std::move(suggestion);
  return finding;
}

Finding AtClaim(const Rule& rule, const Claim& claim, std::string message, std::string suggestion) {
  Finding finding = At(rule, claim.span, std::move(message), std::move(suggestion));
  finding.claim = claim.id;
  finding.citations = claim.citations;
  return finding;
}

Finding AtCitation(const Rule& rule, const Citation& citation, std::string message,
                   std::string suggestion) {
  Finding finding = At(rule, citation.span, std::move(message), std::move(suggestion));
  finding.citations = {citation.id};
  finding.references = citation.references;
  return finding;
}

Finding AtReference(const Rule& rule, const Reference& reference, std::string message,
                    std::string suggestion) {
  Finding finding = At(rule, reference.span, std::move(message), std::move(suggestion));
  finding.file = reference.file;
  finding.references = {reference.id};
  return finding;
}

}  // namespace claimgraph
