// How an author-year marker finds its entry:
//   1. candidates share the first author's name: as printed, without given
//      names or particles, by initials (WHO), by the beginning of a long
//      corporate name, by some of its initials (NICE); failing those, a name one or two letters off
//      in the same year, or an entry where it is a later author;
//   2. each disagreement (year, suffix, co-authors) adds to a candidate's cost
//      and leaves a Reason, which the mismatch rules read;
//   3. the cheapest wins.  Several that are as cheap are told apart by the
//      suffix's place in the list, or all are given at half the score.

#include "importers/linking/citation_names.h"

#include <algorithm>
#include <cstdlib>

#include "core/text/author_names.h"
#include "core/text/normalize.h"
#include "core/text/similarity.h"

namespace claimgraph {
namespace {

constexpr double kTie = 0.04;
constexpr double kHopeless = 0.95;  // cost at which a candidate is no match
constexpr std::size_t kMaxSameYear = 5000;
constexpr std::size_t kMaxCandidates = 300;  // no real list has more by one author

Reason Because(std::string rule, double change, std::string because) {
  return {"citation", std::move(rule), change, std::move(because)};
}

// Years in the entry's text; not those inside numbers, addresses and pages.
std::vector<int> PrintedYears(std::string_view text) {
  std::vector<int> years;
  for (std::size_t i = 0; i + 4 <= text.size() && years.size() < 4; ++i) {
    const auto digit = [&](std::size_t k) {
      return k < text.size() && text[k] >= '0' && text[k] <= '9';
    };
    if (!digit(i)) continue;
    std::size_t end = i;
    while (digit(end)) ++end;
    const bool open = i == 0 || text[i - 1] == ' ' || text[i - 1] == '(';
    const bool closed = end == text.size() ||
                        std::string_view(" ,;:.)abc").find(text[end]) != std::string_view::npos;
    const int year = end - i == 4 ? std::stoi(std::string(text.substr(i, 4))) : 0;
    if (open && closed && year >= 1800 && year <= 2099) years.push_back(year);
    i = end;
  }
  return years;
}

// "James Moore" -> "moore"; "the Ellis Group" -> "ellisgroup", "group".
std::vector<std::string> ShorterKeys(std::string_view name) {
  std::vector<std::string> keys;
  for (std::size_t space = name.find(' '); space != std::string_view::npos;
       space = name.find(' ', space + 1)) {
    std::string key = NameKey(name.substr(space + 1));
    if (key.size() >= 2) keys.push_back(std::move(key));
  }
  return keys;
}

bool AnyKeyMatches(std::string_view name, const Author& author) {
  const std::string key = NameKey(name);
  for (const std::string& k : NameKeys(author.family)) {
    if (k == key) return true;
  }
  for (const std::string& k : ShorterKeys(name)) {
    if (k == NameKey(author.family)) return true;
  }
  return SameName(name, author.family);
}

std::string Joined(const std::vector<std::string>& authors) {
  std::string joined;
  for (const std::string& a : authors) joined += (joined.empty() ? "" : ", ") + a;
  return joined;
}

std::string Families(const Reference& reference) {
  std::string joined;
  for (const Author& a : reference.authors) joined += (joined.empty() ? "" : ", ") + a.family;
  return joined;
}

}  // namespace

NameIndex::NameIndex(const std::vector<Reference>& references) : references_(references) {
  other_years_.resize(references.size());
  for (std::uint32_t i = 0; i < references.size(); ++i) {
    const Reference& r = references[i];
    if (r.origin == ReferenceOrigin::kLink) continue;
    const std::vector<std::string> keys = NameKeys(FirstAuthor(r));
    for (const std::string& key : keys) first_[key].push_back(i);
    const std::string opening = NameWords(EntryOpening(r.text));
    if (!opening.empty()) openings_.emplace_back(opening, i);
    for (std::size_t a = 1; a < r.authors.size(); ++a)
      later_[NameKey(r.authors[a].family)].push_back(i);
    by_year_[r.year].push_back(i);
    other_years_[i] = PrintedYears(r.text);
  }
  std::sort(openings_.begin(), openings_.end());
}

void NameIndex::AddByKey(const std::unordered_map<std::string, std::vector<std::uint32_t>>& index,
                         const std::string& key, double cost, std::string_view rule,
                         std::vector<Match>* matches) const {
  const auto found = index.find(key);
  if (found == index.end()) return;
  for (std::uint32_t i : found->second) {
    if (matches->size() >= kMaxCandidates) break;
    Match match{i, cost};
    if (!rule.empty()) {
      match.reasons.push_back(
          Because(std::string(rule), -cost, "the list has " + Families(references_[i])));
    }
    matches->push_back(std::move(match));
  }
}

// "National Institute for Health" for "... and Care Excellence", and names
// whose end the reference parser missed.
void NameIndex::AddByOpening(std::string_view name, std::vector<Match>* matches) const {
  const std::string words = NameWords(name);
  if (words.size() < 4) return;
  for (auto it = std::lower_bound(openings_.begin(), openings_.end(), std::pair{words, 0u});
       it != openings_.end() && it->first.starts_with(words) && matches->size() < kMaxCandidates;
       ++it) {
    const bool whole = it->first.size() == words.size() || it->first[words.size()] == ' ';
    if (whole) matches->push_back({it->second, 0.1});
  }
}

void NameIndex::AddMisspelt(const Citation& citation, std::vector<Match>* matches) {
  const std::string key = NameKey(citation.authors.front());
  if (key.size() < 4 || citation.year == 0) return;
  const std::string question = key + "|" + std::to_string(citation.year);
  const auto [answer, is_new] = misspelt_.try_emplace(question);
  const auto same_year = by_year_.find(citation.year);
  if (is_new && same_year != by_year_.end() && same_year->second.size() <= kMaxSameYear) {
    const int limit = key.size() >= 7 ? 2 : 1;
    for (std::uint32_t i : same_year->second) {
      if (EditDistance(key, NameKey(FirstAuthor(references_[i])), limit) <= limit)
        answer->second.push_back(i);
    }
  }
  if (answer->second.size() != 1) return;  // none, or no way to tell
  const std::uint32_t i = answer->second.front();
  Match match{i, 0.25};
  match.reasons.push_back(Because(
      "name-differs", -0.25,
      "the text has " + citation.authors.front() + ", the list " + FirstAuthor(references_[i])));
  matches->push_back(std::move(match));
}

// "NICE" for "National Institute for Health and Care Excellence": initials that
// leave some out are no key, so only the entries of the year are asked.
void NameIndex::AddAbbreviated(const Citation& citation, std::vector<Match>* matches) const {
  const auto same_year = by_year_.find(citation.year);
  if (citation.year == 0 || same_year == by_year_.end()) return;
  if (same_year->second.size() > kMaxSameYear) return;
  for (std::uint32_t i : same_year->second) {
    if (matches->size() >= kMaxCandidates) break;
    if (MayAbbreviate(citation.authors.front(), FirstAuthor(references_[i])))
      matches->push_back({i, 0.15});
  }
}

std::vector<NameIndex::Match> NameIndex::Candidates(const Citation& citation) {
  std::vector<Match> matches;
  const std::string& first = citation.authors.front();
  const auto keep = [&] {
    std::vector<Match> fit;
    for (Match& m : matches) {
      if (Weigh(citation, &m)) fit.push_back(std::move(m));
    }
    matches = std::move(fit);
    return !matches.empty();
  };
  AddByKey(first_, NameKey(first), 0, "", &matches);
  if (keep()) return matches;
  for (const std::string& key : NameKeys(first)) AddByKey(first_, key, 0.05, "", &matches);
  for (const std::string& key : ShorterKeys(first)) AddByKey(first_, key, 0.05, "", &matches);
  if (citation.authors.size() > 1)
    AddByKey(first_, NameKey(Joined(citation.authors)), 0.05, "", &matches);
  if (keep()) return matches;
  AddByOpening(first, &matches);
  if (keep()) return matches;
  AddAbbreviated(citation, &matches);
  if (keep()) return matches;
  AddMisspelt(citation, &matches);
  if (keep()) return matches;
  AddByKey(later_, NameKey(first), 0.35, "authors-differ", &matches);
  keep();
  return matches;
}

bool NameIndex::Weigh(const Citation& citation, Match* match) const {
  if (!WeighYear(citation, match)) return false;
  WeighAuthors(citation, match);
  return match->cost < kHopeless;
}

bool NameIndex::WeighYear(const Citation& citation, Match* match) const {
  const Reference& r = references_[match->reference];
  if (citation.year == 0 || r.year == 0) {
    match->cost += citation.year == r.year ? 0 : 0.2;
    return true;
  }
  const int off = std::abs(citation.year - r.year);
  const std::vector<int>& printed = other_years_[match->reference];
  if (off > 0 && std::find(printed.begin(), printed.end(), citation.year) != printed.end()) {
    match->cost += 0.1;  // "Journal (1985) 2011": which one is the entry's is a guess
    return true;
  }
  if (off > 2) return false;
  if (off > 0) {
    const double cost = 0.25 + 0.05 * off;
    match->cost += cost;
    match->reasons.push_back(Because(
        "year-differs", -cost,
        "the text has " + std::to_string(citation.year) + ", the list " + std::to_string(r.year)));
  }
  if (citation.year_suffix != r.year_suffix) {
    match->cost += citation.year_suffix.empty() || r.year_suffix.empty() ? 0.02 : 0.5;
  }
  return true;
}

void NameIndex::WeighAuthors(const Citation& citation, Match* match) const {
  const Reference& r = references_[match->reference];
  const std::size_t printed = citation.authors.size();
  if (r.authors.empty()) return;
  double cost = 0;
  for (std::size_t a = 1; a < printed; ++a) {
    if (a < r.authors.size() && AnyKeyMatches(citation.authors[a], r.authors[a])) continue;
    const bool elsewhere = std::any_of(
        r.authors.begin(), r.authors.end(),
        [&](const Author& author) { return AnyKeyMatches(citation.authors[a], author); });
    const bool in_text =
        NameWords(EntryOpening(r.text)).find(NameWords(citation.authors[a])) != std::string::npos;
    cost += elsewhere || in_text ? 0.1 : r.et_al && a >= r.authors.size() ? 0.05 : 0.4;
  }
  if (!citation.et_al && !r.et_al && r.authors.size() > printed) cost += 0.15;
  if (!citation.et_al && r.et_al && printed < 3) cost += 0.15;
  if (citation.et_al && !r.et_al && r.authors.size() <= printed) cost += 0.15;
  if (citation.et_al && !r.et_al && r.authors.size() == printed + 1 && printed == 1)
    match->cost += 0.05;
  if (cost == 0) return;
  match->cost += cost;
  match->reasons.push_back(Because("authors-differ", -cost,
                                   "the text has " + Joined(citation.authors) +
                                       (citation.et_al ? " et al." : "") + ", the list " +
                                       Families(r) + (r.et_al ? " et al." : "")));
}

void NameIndex::Link(Citation* citation) {
  if (citation->authors.empty()) return;
  std::vector<Match> matches = Candidates(*citation);
  if (matches.empty()) return;
  std::stable_sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) {
    return a.cost != b.cost ? a.cost < b.cost : a.reference < b.reference;
  });
  std::vector<Match> best;
  for (Match& m : matches) {
    if (m.cost > matches.front().cost + kTie) break;
    const std::string title = TitleKey(references_[m.reference].title);
    const bool same = std::any_of(best.begin(), best.end(), [&](const Match& b) {
      return b.reference == m.reference ||
             (!title.empty() && title == TitleKey(references_[b.reference].title));
    });
    if (!same) best.push_back(std::move(m));
  }
  const bool listed = std::any_of(best.begin(), best.end(), [this](const Match& m) {
    return references_[m.reference].origin != ReferenceOrigin::kBibFile;
  });
  if (listed) {  // the document's own list before a file that stands beside it
    std::erase_if(best, [this](const Match& m) {
      return references_[m.reference].origin == ReferenceOrigin::kBibFile;
    });
  }
  citation->score = 1 - best.front().cost;
  citation->reasons = best.front().reasons;
  if (best.size() > 1 && citation->year_suffix.size() == 1) {
    const auto place = static_cast<std::size_t>(citation->year_suffix[0] - 'a');
    if (place < best.size()) {
      citation->reasons.push_back(
          Because("suffix-by-order", -0.2, "the list prints no suffix; its order decides"));
      citation->score -= 0.2;
      best = {best[place]};
    }
  }
  if (best.size() > 1) {
    citation->score = 0.5;
    citation->reasons.push_back(
        Because("ambiguous", -0.5, std::to_string(best.size()) + " entries fit equally"));
  }
  for (const Match& m : best) citation->references.push_back(ReferenceId{m.reference + 1});
}

}  // namespace claimgraph
