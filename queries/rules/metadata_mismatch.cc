// metadata-mismatch: an entry that is not what the record of its work says; with
// author-mismatch, year-mismatch and identifier-conflict where the difference is one
// of theirs.

#include <algorithm>
#include <cstdlib>

#include "core/text/author_names.h"
#include "core/text/normalize.h"
#include "core/text/similarity.h"
#include "core/text/work_names.h"
#include "queries/rules/record_match.h"
#include "queries/rules/rule_list.h"
#include "queries/rules/support.h"

namespace claimgraph {
namespace {

// Below this, two titles are not two printings of one (work_resolver.cc).
constexpr double kSameWork = 0.6;
// Below this, words were changed and not only printed otherwise.
constexpr double kSameTitle = 0.85;

std::string Described(const Record& record) {
  Reference as_printed;
  as_printed.authors = record.authors;
  as_printed.et_al = record.et_al;
  as_printed.year = record.year;
  as_printed.title = record.title;
  return Cat(Label(as_printed), ", ", Quote(record.title));
}

// Where `words` stand in the entry; the entry where they cannot be found.
Span PartOf(const DocumentGraph& graph, const Reference& reference, std::string_view words) {
  if (!reference.file.empty() || words.empty()) return reference.span;
  const Document& document = graph.document;
  const std::uint32_t begin = document.map.TextAt(reference.span.begin);
  const std::uint32_t end = document.map.TextAt(reference.span.end);
  if (begin >= end || end > document.text.size()) return reference.span;
  const std::size_t at = document.Words({begin, end}).find(words);
  if (at == std::string_view::npos) return reference.span;
  const auto from = begin + static_cast<std::uint32_t>(at);
  return document.Source({from, from + static_cast<std::uint32_t>(words.size())});
}

Span IdentifierSpan(const Reference& reference) {
  return reference.identifier_span.end > reference.identifier_span.begin ? reference.identifier_span
                                                                         : reference.span;
}

std::string IdentifierOf(const Record& record) {
  if (!record.doi.empty()) return Cat("DOI ", record.doi);
  if (!record.pmid.empty()) return Cat("PMID ", record.pmid);
  return record.pmcid;
}

std::string IdentifierOf(const Reference& reference) {
  if (!reference.pmid.empty()) return Cat("PMID ", reference.pmid);
  if (!reference.doi.empty()) return Cat("DOI ", reference.doi);
  return reference.pmcid;
}

bool Differ(std::string_view a, std::string_view b) { return !a.empty() && !b.empty() && a != b; }

// "1485-1495", "1485–95", "S25-31", "e12": from where, and to where if it is said.
struct Pages {
  std::string first{};
  std::string last{};
};

Pages PagesOf(const std::string& printed) {
  std::string plain = Fold(printed);
  for (const std::string_view prefix : {"pp.", "p.", "pp ", "p "}) {
    if (plain.starts_with(prefix)) plain.erase(0, prefix.size());
  }
  const std::size_t dash = plain.find('-');
  Pages pages{.first = Tidy(plain.substr(0, dash))};
  if (dash == std::string::npos) return pages;
  pages.last = Tidy(plain.substr(dash + 1));
  // "445-55" ends on 455.
  if (pages.last.size() < pages.first.size()) {
    pages.last = pages.first.substr(0, pages.first.size() - pages.last.size()) + pages.last;
  }
  return pages;
}

std::string WithoutZeros(std::string digits) {
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  return digits;
}

bool PagesDiffer(const std::string& a, const std::string& b) {
  const Pages x = PagesOf(a);
  const Pages y = PagesOf(b);
  return Differ(WithoutZeros(x.first), WithoutZeros(y.first)) ||
         Differ(WithoutZeros(x.last), WithoutZeros(y.last));
}

// "Y. H.", "Yan-hui", "YH": the first letters of what is printed.
std::string Initials(const std::string& given) {
  const std::string folded = Unaccented(given);
  const bool all_capitals =
      std::ranges::none_of(folded, [](char c) { return c >= 'a' && c <= 'z'; });
  std::string initials;
  bool begins = true;
  for (const char c : folded) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (letter && (begins || all_capitals)) {
      initials.push_back(c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c);
    }
    begins = !letter;
  }
  return initials;
}

// Misspelt by a letter, or with a given name run into it, it is still that person's.
bool SameFamily(const std::string& printed, const std::string& real) {
  constexpr std::size_t kLong = 5;
  const std::string a = NameKey(printed);
  const std::string b = NameKey(real);
  if (a == b || a.empty() || b.empty()) return true;
  const std::vector<std::string> keys = NameKeys(real);
  if (std::ranges::find(keys, a) != keys.end()) return true;
  if (b.size() >= kLong && (a.starts_with(b) || a.ends_with(b) || b.ends_with(a))) return true;
  return std::min(a.size(), b.size()) >= kLong && EditDistance(a, b, 1) <= 1;
}

bool SameAuthor(const Author& printed, const Author& real) {
  if (!SameFamily(printed.family, real.family)) return false;
  const std::string a = Initials(printed.given);
  const std::string b = Initials(real.given);
  return a.empty() || b.empty() || a.starts_with(b) || b.starts_with(a);
}

// The entry prints the family names of the record's first authors, however they were
// taken apart when it was read.
bool NamesFirst(const Reference& reference, const Record& record) {
  constexpr std::size_t kFirst = 3;
  const std::string text = Fold(reference.text);
  const std::size_t count = std::min(kFirst, record.authors.size());
  return !text.empty() && std::all_of(record.authors.begin(), record.authors.begin() + count,
                                      [&](const Author& author) {
                                        return text.find(Fold(author.family)) != std::string::npos;
                                      });
}

// The record's title stands in the entry, whatever was read as its title.
bool PrintsTitle(const Reference& reference, const Record& record) {
  const std::string title = TitleKey(record.title);
  return !title.empty() && TitleKey(reference.text).find(title) != std::string::npos;
}

// The first printed author that the record does not have in that place; null if all agree.
const Author* StrangeAuthor(const Reference& reference, const Record& record) {
  if (record.authors.empty() || record.et_al) return nullptr;
  const bool names_first = NamesFirst(reference, record);
  const bool read_well = std::ranges::all_of(
      reference.authors, [](const Author& a) { return !a.family.empty() && !a.given.empty(); });
  // One that is left out is no other one.
  for (const Author& printed : reference.authors) {
    const bool known = std::ranges::any_of(
        record.authors, [&](const Author& real) { return SameAuthor(printed, real); });
    if (known) continue;
    const bool namesake = std::ranges::any_of(record.authors, [&](const Author& real) {
      return NameKey(printed.family) == NameKey(real.family);
    });
    // A name of several words or with digits was taken apart wrongly; so may others be.
    const bool clean = printed.family.find_first_of(" 0123456789") == std::string::npos;
    if (namesake || !names_first || (clean && !printed.given.empty() && read_well)) return &printed;
  }
  return nullptr;
}

// The entry names all that the record has, and more: exports of some databases stop early.
bool MayBeCutShort(const Record& record, const Reference& reference) {
  return record.authors.size() < reference.authors.size() &&
         std::equal(
             record.authors.begin(), record.authors.end(), reference.authors.begin(),
             [](const Author& real, const Author& printed) { return SameAuthor(printed, real); });
}

class Comparison {
 public:
  Comparison(const DocumentGraph& graph, const Reference& reference, const MatchedRecord& matched,
             bool by_identifier)
      : graph_(graph),
        reference_(reference),
        matched_(matched),
        record_(matched.record),
        by_identifier_(by_identifier) {}

  std::vector<Finding> Run() {
    CompareIdentifiers();
    CompareTitle();
    CompareAuthors();
    CompareYear();
    ComparePlace();
    return std::move(findings_);
  }

 private:
  void Add(const Rule& rule, Span span, std::string message, std::string suggestion) {
    Finding finding = AtReference(rule, reference_, std::move(message), std::move(suggestion));
    if (reference_.file.empty()) finding.span = span;
    findings_.push_back(std::move(finding));
  }

  void CompareIdentifiers() {
    if (by_identifier_) return;
    if (!Differ(reference_.doi, record_.doi) && !Differ(reference_.pmid, record_.pmid)) return;
    const bool doi = Differ(reference_.doi, record_.doi);
    Add(kIdentifierConflict, IdentifierSpan(reference_),
        Cat(Label(reference_), " prints ", doi ? "DOI " : "PMID ",
            doi ? reference_.doi : reference_.pmid, ", but ", RecordLabel(matched_), " has ",
            doi ? record_.doi : record_.pmid),
        Cat("write ", doi ? record_.doi : record_.pmid));
  }

  void CompareTitle() {
    if (reference_.title.empty() || record_.title.empty()) return;
    if (TitleLikeness(reference_.title, record_.title) >= kSameTitle ||
        PrintsTitle(reference_, record_)) {
      return;
    }
    Add(kMetadataMismatch, PartOf(graph_, reference_, reference_.title),
        Cat(Label(reference_), " is printed with the title ", Quote(reference_.title), "; ",
            RecordLabel(matched_), " has ", Quote(record_.title)),
        Cat("write ", Quote(record_.title)));
  }

  void CompareAuthors() {
    const Author* strange = StrangeAuthor(reference_, record_);
    if (strange == nullptr) return;
    const bool cut_short = MayBeCutShort(record_, reference_);
    Add(kAuthorMismatch, PartOf(graph_, reference_, strange->family),
        Cat("the entry ", Label(reference_), " names ", strange->family,
            strange->given.empty() ? "" : Cat(", ", strange->given),
            ", who is not among the authors of ", RecordLabel(matched_)),
        cut_short ? "find out which of the two is complete" : Cat("write ", Authors()));
    if (cut_short) findings_.back().severity = Severity::kInfo;
  }

  void CompareYear() {
    if (reference_.year == 0 || record_.year == 0 || reference_.year == record_.year) return;
    Add(kYearMismatch, reference_.span,
        Cat(Label(reference_), " is dated ", std::to_string(reference_.year), "; ",
            RecordLabel(matched_), " has ", std::to_string(record_.year)),
        Cat("write ", std::to_string(record_.year)));
    // Online in December, in print in January.
    if (std::abs(reference_.year - record_.year) == 1) findings_.back().severity = Severity::kInfo;
  }

  void ComparePlace() {
    if (!reference_.container.empty() && !record_.container.empty() &&
        AreTwoJournals(reference_.container, record_.container)) {
      Add(kMetadataMismatch, PartOf(graph_, reference_, reference_.container),
          Cat(Label(reference_), " is printed in ", Quote(reference_.container), "; ",
              RecordLabel(matched_), " has ", Quote(record_.container)),
          Cat("write ", record_.container));
    }
    // Some records run volume and issue together: "289(16)".
    const auto volume = [](const std::string& printed) {
      return Tidy(Fold(printed.substr(0, printed.find('('))));
    };
    if (Differ(volume(reference_.volume), volume(record_.volume))) {
      Add(kMetadataMismatch, PartOf(graph_, reference_, reference_.volume),
          Cat(Label(reference_), " is printed as volume ", reference_.volume, "; ",
              RecordLabel(matched_), " has ", record_.volume),
          Cat("write ", record_.volume));
    } else if (!reference_.pages.empty() && !record_.pages.empty() &&
               PagesDiffer(reference_.pages, record_.pages)) {
      Add(kMetadataMismatch, PartOf(graph_, reference_, reference_.pages),
          Cat(Label(reference_), " is printed with pages ", reference_.pages, "; ",
              RecordLabel(matched_), " has ", record_.pages),
          Cat("write ", record_.pages));
      findings_.back().severity = Severity::kWarning;
    }
  }

  std::string Authors() const {
    std::string names;
    for (const Author& author : record_.authors) {
      names += Cat(names.empty() ? "" : ", ", author.family,
                   author.given.empty() ? "" : Cat(" ", author.given));
    }
    return names;
  }

  const DocumentGraph& graph_;
  const Reference& reference_;
  const MatchedRecord& matched_;
  const Record& record_;
  bool by_identifier_;
  std::vector<Finding> findings_;
};

bool IsSameWork(const Reference& reference, const Record& record) {
  return reference.title.empty() || record.title.empty() || PrintsTitle(reference, record) ||
         TitleLikeness(reference.title, record.title) >= kSameWork;
}

// The identifier leads to quite another publication.
Finding OtherWork(const DocumentGraph& graph, const Reference& reference,
                  const MatchedRecord& leads_to, const MatchedRecord* really) {
  if (really != nullptr) {
    const std::string right = IdentifierOf(really->record);
    Finding finding =
        AtReference(kIdentifierConflict, reference,
                    Cat(IdentifierOf(reference), " is that of ", Described(leads_to.record),
                        "; the rest of the entry is ", Described(really->record)),
                    right.empty() ? std::string("correct the identifier or the entry")
                                  : Cat("write ", right, ", or cite the other work"));
    if (reference.file.empty()) finding.span = IdentifierSpan(reference);
    return finding;
  }
  Finding finding = AtReference(
      kMetadataMismatch, reference,
      Cat("the entry ", Label(reference), ", ", Quote(reference.title), ", is not what its ",
          IdentifierOf(reference), " leads to: ", Described(leads_to.record)),
      "look the work up and correct the entry or the identifier");
  if (reference.file.empty() && !reference.authors.empty()) {
    finding.span = PartOf(graph, reference, reference.authors.front().family);
  }
  return finding;
}

std::vector<Finding> Run(const RuleInput& input) {
  std::vector<Finding> findings;
  for (const Reference& reference : input.graph.references) {
    if (reference.origin == ReferenceOrigin::kLink) continue;  // the writer's words, not an entry
    const RecordMatch match = MatchRecords(input.reader, reference);
    const MatchedRecord* by_words = match.by_words ? &*match.by_words : nullptr;
    if (match.by_identifier && !IsSameWork(reference, match.by_identifier->record)) {
      const bool two =
          by_words != nullptr && by_words->record.work != match.by_identifier->record.work;
      findings.push_back(
          OtherWork(input.graph, reference, *match.by_identifier, two ? by_words : nullptr));
      if (!two) continue;
    }
    const MatchedRecord* speaks = Speaks(match);
    if (speaks == nullptr) continue;
    const bool by_identifier =
        match.by_identifier && IsSameWork(reference, match.by_identifier->record);
    if (match.by_identifier && !by_identifier) speaks = by_words;
    for (Finding& finding :
         Comparison(input.graph, reference, *speaks, match.by_identifier.has_value()).Run()) {
      findings.push_back(std::move(finding));
    }
  }
  return findings;
}

}  // namespace

constinit const Rule kMetadataMismatch = {
    .name = "metadata-mismatch",
    .severity = Severity::kError,
    .scope = RuleScope::kGraph,
    .subject = RuleSubject::kAny,
    .summary = "an entry that is not what the record of its work says",
    .why =
        "A wrong title, volume or page sends readers to another paper, or to none; an identifier "
        "that leads elsewhere is how made-up references are found.",
    .bad =
        "Hill, A. (2018). Tea for colds. J Tea Stud, 4, 1-9. PMID: 30000001  [the record of "
        "that PMID is Reed (2020), Coffee and sleep]",
    .good = "Each entry as its record has it.",
    .limits =
        "Needs records of the cited works in the store (`claimgraph import`); says nothing where "
        "there is none. Authors and years that differ are told as author-mismatch and "
        "year-mismatch, identifiers as identifier-conflict. A year apart is a note, since papers "
        "appear online before they do in print; differing pages alone are a warning.",
    .run = Run,
};

}  // namespace claimgraph
