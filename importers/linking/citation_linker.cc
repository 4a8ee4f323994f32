// How markers are linked:
//   1. those that carry a number, a key or an address: one look-up each;
//   2. author-year: citation_names;
//   3. placeholders and named sources: citation_content, last, because what a
//      sentence cites helps to read the ones after it;
//   4. a named source that no entry answers to, or that only repeats what
//      another marker of its sentence says, is dropped.

#include "importers/linking/citation_linker.h"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "core/text/identifiers.h"
#include "core/text/normalize.h"
#include "importers/linking/citation_content.h"
#include "importers/linking/citation_names.h"

namespace claimgraph {
namespace {

using Positions = std::unordered_map<std::string, std::vector<ReferenceId>>;

// Entries by whatever a marker may carry.
class Lookup {
 public:
  explicit Lookup(const std::vector<Reference>& references) {
    for (std::size_t i = 0; i < references.size(); ++i) Add(references[i], ReferenceId{i + 1});
    for (const auto& [number, i] : EntriesByNumber(references))
      by_number_.emplace(number, ReferenceId{i + 1});
  }

  bool HasList() const { return !in_order_.empty(); }
  bool IsListed(const std::vector<ReferenceId>& references) const {
    return std::ranges::any_of(
        references, [this](ReferenceId id) { return std::ranges::binary_search(in_order_, id); });
  }

  void LinkNumbers(Citation* citation) const {
    for (int n : citation->numbers) {
      const auto printed = by_number_.find(n);
      if (printed != by_number_.end()) {
        citation->references.push_back(printed->second);
      } else if (by_number_.empty() && n >= 1 && static_cast<std::size_t>(n) <= in_order_.size()) {
        citation->references.push_back(in_order_[static_cast<std::size_t>(n) - 1]);
        citation->score = 0.9;
      } else {
        citation->reasons.push_back(
            {"citation", "no-such-number", 0, "the list has no entry " + std::to_string(n)});
      }
    }
    if (citation->score < 1 && !citation->references.empty()) {
      citation->reasons.push_back(
          {"citation", "number-by-order", -0.1, "the list prints no numbers; its order decides"});
    }
  }

  void LinkKeys(Citation* citation) const {
    const bool note = citation->style == CitationStyle::kFootnote;
    for (const std::string& key : citation->keys) {
      if (note && Take(by_label_, key, citation)) continue;
      if (Take(by_key_, key, citation)) continue;
      if (Take(by_folded_key_, Fold(key), citation)) {
        citation->score = std::min(citation->score, 0.9);
        citation->reasons.push_back({"citation", "key-case-differs", -0.1, key});
        continue;
      }
      citation->reasons.push_back({"citation", "no-such-key", 0, key});
    }
  }

  // The list's own entry for the address; else the link itself as a source.
  void LinkAddress(Citation* citation) const {
    const AddressIds ids = ReadAddress(citation->url);
    for (const std::string& name :
         {Name("doi:", ids.doi), Name("pmid:", ids.pmid), Name("pmcid:", ids.pmcid),
          Name("url:", AddressKey(citation->url))}) {
      const auto found = by_address_.find(name);
      if (name.empty() || found == by_address_.end()) continue;
      citation->references.push_back(found->second);
      return;
    }
  }

 private:
  static std::string Name(const char* kind, const std::string& value) {
    return value.empty() ? std::string() : kind + value;
  }

  void Add(const Reference& r, ReferenceId id) {
    if (r.origin == ReferenceOrigin::kList) in_order_.push_back(id);
    if (!r.key.empty()) {
      (r.origin == ReferenceOrigin::kFootnote ? by_label_ : by_key_)[r.key].push_back(id);
      by_folded_key_[Fold(r.key)].push_back(id);
    }
    const AddressIds ids = ReadAddress(r.url);
    for (const std::string& name :
         {Name("doi:", r.doi), Name("pmid:", r.pmid), Name("pmcid:", r.pmcid),
          Name("doi:", ids.doi), Name("pmid:", ids.pmid), Name("pmcid:", ids.pmcid),
          Name("url:", r.url.empty() ? "" : AddressKey(r.url))}) {
      if (!name.empty()) by_address_.try_emplace(name, id);
    }
  }

  static bool Take(const Positions& positions, const std::string& key, Citation* citation) {
    const auto found = positions.find(key);
    if (found == positions.end()) return false;
    citation->references.insert(citation->references.end(), found->second.begin(),
                                found->second.end());
    return true;
  }

  std::unordered_map<int, ReferenceId> by_number_{};
  std::vector<ReferenceId> in_order_{};
  Positions by_key_{};
  Positions by_label_{};
  Positions by_folded_key_{};
  std::unordered_map<std::string, ReferenceId> by_address_{};
};

void LinkByWords(const Lookup& lookup, NameIndex* names, Citation* citation) {
  switch (citation->style) {
    case CitationStyle::kNumeric:
    case CitationStyle::kSuperscript:
      lookup.LinkNumbers(citation);
      break;
    case CitationStyle::kAuthorYear:
      names->Link(citation);
      break;
    case CitationStyle::kFootnote:
    case CitationStyle::kPandocKey:
    case CitationStyle::kLink:
    case CitationStyle::kPlaceholder:
    case CitationStyle::kNamedSource:
      break;
  }
}

// Markup may link only some of the numbers in a bracket.  Keys may lead to a word
// processor's records, beside which the text prints a list of its own.
bool NeedsWords(const Lookup& lookup, const Citation& citation) {
  return citation.references.size() < citation.numbers.size() ||
         (lookup.HasList() && !lookup.IsListed(citation.references));
}

// "(Moore, 1998; Hill, 2004)" under one link with two keys: each name has its own.
void NarrowByName(NameIndex* names, Citation* citation) {
  if (citation->style != CitationStyle::kAuthorYear || citation->keys.size() < 2) return;
  Citation named = *citation;
  named.references.clear();
  names->Link(&named);
  if (named.references.empty()) return;
  const auto other = [&named](ReferenceId id) {
    return std::ranges::find(named.references, id) == named.references.end();
  };
  std::erase_if(citation->references, other);
  if (citation->references.empty()) citation->references = named.references;
}

void LinkOne(const Lookup& lookup, NameIndex* names, Citation* citation) {
  if (!citation->keys.empty()) lookup.LinkKeys(citation);
  NarrowByName(names, citation);
  if (citation->keys.empty() || NeedsWords(lookup, *citation)) LinkByWords(lookup, names, citation);
  if (citation->references.empty() && !citation->url.empty()) lookup.LinkAddress(citation);
  auto& found = citation->references;
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  if (found.empty()) citation->score = 0;
}

bool NeedsContent(const Citation& c) {
  return c.references.empty() &&
         (c.style == CitationStyle::kPlaceholder || c.style == CitationStyle::kNamedSource);
}

// "a 2013 review" adds nothing where "(Smith, 2013)" stands in its sentence.
void DropIdleNames(std::vector<Citation>* citations) {
  std::set<std::pair<std::uint32_t, ReferenceId>> said;  // sentence and reference, by real markers
  for (const Citation& c : *citations) {
    if (c.style == CitationStyle::kNamedSource) continue;
    for (ReferenceId id : c.references) said.emplace(c.sentence, id);
  }
  const auto idle = [&said](const Citation& c) {
    if (c.style != CitationStyle::kNamedSource) return false;
    return c.references.empty() || said.count({c.sentence, c.references.front()}) > 0;
  };
  citations->erase(std::remove_if(citations->begin(), citations->end(), idle), citations->end());
}

}  // namespace

void LinkCitations(const Document& document, const std::vector<Reference>& references,
                   std::vector<Citation>* citations) {
  const Lookup lookup(references);
  NameIndex names(references);
  bool content = false;
  for (Citation& c : *citations) {
    LinkOne(lookup, &names, &c);
    content |= NeedsContent(c);
  }
  if (content) ContentLinker(document, references, citations).LinkAll();
  DropIdleNames(citations);
}

}  // namespace claimgraph
