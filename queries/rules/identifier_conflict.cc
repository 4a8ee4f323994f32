// identifier-conflict: one identifier on two different works, or one work with
// two identifiers, in this document or against another of the graph.

#include <array>
#include <unordered_map>

#include "core/text/similarity.h"
#include "queries/rules/rule_list.h"
#include "queries/rules/support.h"

namespace claimgraph {
namespace {

constexpr double kOtherTitle = 0.6;      // below it, two printings are two works
constexpr std::size_t kOthersRead = 50;  // entries of other documents looked at for one work

struct Kind {
  std::string_view prefix;  // of the work's name in the graph
  std::string_view label;
  std::string Reference::*value;
};
constexpr std::array<Kind, 3> kKinds = {{{"doi:", "DOI ", &Reference::doi},
                                         {"pmid:", "PMID ", &Reference::pmid},
                                         {"pmcid:", "", &Reference::pmcid}}};

bool OtherTitles(const Reference& a, const Reference& b) {
  return !a.title.empty() && !b.title.empty() && TitleLikeness(a.title, b.title) < kOtherTitle;
}

bool OtherFirstAuthors(const Reference& a, const Reference& b) {
  return !a.authors.empty() && !b.authors.empty() &&
         !SameName(a.authors[0].family, b.authors[0].family);
}

bool OtherYears(const Reference& a, const Reference& b) {
  return a.year != 0 && b.year != 0 && a.year != b.year;
}

// "Moore (1998)"; where both read the same, the titles.
std::string Which(const Reference& reference, const Reference& other) {
  return Label(reference) == Label(other) && !reference.title.empty() ? Quote(reference.title)
                                                                      : Label(reference);
}

Finding Conflict(const Reference& reference, const Kind& kind, const Reference& other,
                 std::string_view where) {
  const bool other_work = OtherTitles(reference, other) || OtherFirstAuthors(reference, other);
  Finding finding = AtReference(
      kIdentifierConflict, reference,
      other_work
          ? Cat(kind.label, reference.*kind.value, " is printed for ", Which(reference, other),
                " here and for ", Which(other, reference), " ", where)
          : Cat(kind.label, reference.*kind.value, " is dated ", std::to_string(reference.year),
                " here and ", std::to_string(other.year), " ", where),
      "look the identifier up and correct the wrong entry");
  if (!other_work) finding.severity = Severity::kWarning;
  if (reference.identifier_span.end > reference.identifier_span.begin) {
    finding.span = reference.identifier_span;
  }
  finding.references.push_back(other.id);
  return finding;
}

bool Conflicts(const Reference& a, const Reference& b) {
  return OtherTitles(a, b) || (a.title.empty() && OtherFirstAuthors(a, b)) || OtherYears(a, b);
}

// An entry of another document that prints the same identifier otherwise.
const Reference* ElsewhereOf(const RuleInput& input, const Reference& reference, const Kind& kind,
                             Reference* store) {
  const NodeRef work = input.reader.Named(Cat(kind.prefix, reference.*kind.value));
  if (work.id == 0 || work.kind != NodeKind::kWork) return nullptr;
  const auto others = input.reader.Neighbours(work, EdgeKind::kDescribes, Way::kIn);
  for (std::size_t i = 0; i < std::min(others.size(), kOthersRead); ++i) {
    Result<Reference> other = input.reader.FindReference(ReferenceId{others[i].id});
    if (!other || other->document == reference.document) continue;
    if ((*other).*kind.value != reference.*kind.value || !Conflicts(reference, *other)) continue;
    *store = *std::move(other);
    return store;
  }
  return nullptr;
}

std::string SourceOf(const GraphReader& reader, const Reference& other) {
  const Result<Document> document = reader.FindDocument(other.document);
  return document ? Cat("in ", document->source) : std::string("in another document");
}

std::vector<Finding> Run(const RuleInput& input) {
  std::unordered_map<std::string, const Reference*> first;
  std::vector<Finding> findings;
  for (const Reference& reference : input.graph.references) {
    for (const Kind& kind : kKinds) {
      if ((reference.*kind.value).empty()) continue;
      const auto [at, is_new] =
          first.try_emplace(Cat(kind.prefix, reference.*kind.value), &reference);
      if (!is_new && Conflicts(reference, *at->second)) {
        findings.push_back(Conflict(reference, kind, *at->second, "in the same document"));
        break;  // one finding an entry: its other identifiers disagree for the same reason
      }
      if (!is_new) continue;  // its first entry has been compared with other documents
      Reference store;
      if (const Reference* other = ElsewhereOf(input, reference, kind, &store)) {
        findings.push_back(Conflict(reference, kind, *other, SourceOf(input.reader, *other)));
        break;
      }
    }
  }
  return findings;
}

}  // namespace

constinit const Rule kIdentifierConflict = {
    .name = "identifier-conflict",
    .severity = Severity::kError,
    .scope = RuleScope::kGraph,
    .subject = RuleSubject::kAny,
    .summary = "one DOI or PMID printed for two different works or years",
    .why =
        "At most one of the two entries is right, and the other leads readers to a paper that "
        "says something else.",
    .bad =
        "Hill (2018). Tea for colds. PMID: 30000001 ... Reed (2020). Coffee and sleep. PMID: "
        "30000001",
    .good = "Each entry with its own PMID.",
    .limits =
        "Compares entries with each other, here and in the other documents of the graph; it "
        "looks nothing up. Years alone that differ are a warning.",
    .run = Run,
};

}  // namespace claimgraph
