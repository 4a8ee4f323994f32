// How lists are found:
//   1. the document is taken line by line: a block, or each line of a block
//      that has several;
//   2. behind a heading, lines are taken while they look like entries; a line
//      that does not is passed over if entries follow at once (a category), and
//      ends the list otherwise, as does a disclaimer or another heading;
//   3. a document whose headings lead to no list may have one without: the last
//      run of lines that look like entries all by themselves;
//   4. lines become entries: most are one, some hold several numbered ones, and
//      some (a wrapped line, a lone address) belong to the entry before.
#include "importers/extraction/reference_list.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "core/text/ascii.h"
#include "core/text/entry_lines.h"
#include "importers/extraction/author_list.h"
#include "importers/extraction/entry_split.h"
#include "importers/extraction/reference_headings.h"
#include "importers/extraction/reference_shape.h"
#include "importers/extraction/references.h"

namespace claimgraph {
namespace {

using namespace ascii;

constexpr double kEntry = 0.5;         // an entry wherever it stands
constexpr double kListedEntry = 0.25;  // an entry behind a heading
constexpr std::size_t kLongestEntry = 1500;

struct Line {
  TextSpan span{};
  std::size_t block = 0;
  bool wrapped = false;  // another line of the same block stands before it
};

class Finder {
 public:
  explicit Finder(const Document& document) : doc_(document), text_(document.text) { CutLines(); }

  FoundLists Run() {
    for (std::size_t i = 0; i < lines_.size();) i = ReadHeadedList(i);
    if (found_.entries.empty()) ReadBareList();
    return RunOnNotes();
  }

  FoundLists RunOnNotes() {
    ReadFootnotes();
    std::sort(found_.areas.begin(), found_.areas.end());
    std::stable_sort(
        found_.entries.begin(), found_.entries.end(),
        [](const FoundEntry& a, const FoundEntry& b) { return a.span.begin < b.span.begin; });
    return std::move(found_);
  }

 private:
  void CutLines() {
    for (std::size_t b = 0; b < doc_.blocks.size(); ++b) {
      const TextSpan span = doc_.blocks[b].span;
      std::uint32_t begin = span.begin;
      bool wrapped = false;
      while (begin <= span.end) {
        const std::size_t nl = text_.find('\n', begin);
        const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(nl, span.end));
        const TextSpan line = TrimmedSpan(text_, {begin, end});
        if (line.size() > 0) {
          lines_.push_back({line, b, wrapped});
          wrapped = true;
        }
        if (end >= span.end) break;
        begin = end + 1;
      }
    }
  }

  std::string_view Words(const Line& line) const { return Slice(text_, line.span); }
  const Block& BlockOf(const Line& line) const { return doc_.blocks[line.block]; }

  // ---- Lists with a heading

  // Reads the list whose heading is line `i`, if it is one; gives the line to
  // go on with.
  std::size_t ReadHeadedList(std::size_t i) {
    const Line& line = lines_[i];
    const BlockKind kind = BlockOf(line).kind;
    if (kind == BlockKind::kFootnote || kind == BlockKind::kMetadata || kind == BlockKind::kCaption)
      return i + 1;
    const std::string_view words = Words(line);
    if (HeadingStrength strength = ReferenceHeading(words); strength != HeadingStrength::kNone) {
      return CollectList(i, i + 1, strength == HeadingStrength::kStrong);
    }
    const std::size_t shared = InlineHeading(words);
    if (shared == 0) return i + 1;
    // The first entry stands on the heading's line.
    const TextSpan rest =
        TrimmedSpan(text_, {line.span.begin + static_cast<std::uint32_t>(shared), line.span.end});
    if (!IsListed(rest, line, kEntry - 0.2)) return i + 1;
    const TextSpan whole = line.span;
    lines_[i].span = rest;
    const std::size_t next = CollectList(i, i, true);
    lines_[i].span = whole;
    return next;
  }

  std::size_t CollectList(std::size_t heading, std::size_t first, bool strong) {
    std::vector<std::size_t> taken;
    std::size_t i = first;
    std::size_t last = heading;  // the last line of the area
    for (; i < lines_.size(); ++i) {
      if (EndsHere(i, lines_[heading])) break;
      if (IsListed(lines_[i].span, lines_[i], strong ? kListedEntry : kListedEntry + 0.1)) {
        taken.push_back(i);
        last = i;
      } else if (!taken.empty() && Continues(i)) {
        taken.push_back(i);
        last = i;
      } else if (!EntriesFollow(i)) {
        break;
      }
    }
    if (taken.empty()) return heading + 1;
    MakeEntries(taken);
    found_.areas.push_back(
        {std::min(lines_[heading].span.begin, BlockOf(lines_[heading]).span.begin),
         lines_[last].span.end});
    return last + 1;
  }

  bool EndsHere(std::size_t i, const Line& heading) const {
    const Line& line = lines_[i];
    const Block& block = BlockOf(line);
    if (EndsReferenceList(Words(line))) return !IsListed(line.span, line, kEntry);
    if (block.kind != BlockKind::kHeading) return false;
    // A heading below the list's own opens a category; any other ends it.
    const bool below =
        BlockOf(heading).kind == BlockKind::kHeading && block.level > BlockOf(heading).level;
    return !below || !EntriesFollow(i);
  }

  // One of the next two lines is an entry beyond doubt.
  bool EntriesFollow(std::size_t i) const {
    if (Words(lines_[i]).size() > 120) return false;
    for (std::size_t k = i + 1; k < lines_.size() && k <= i + 2; ++k) {
      if (EndsReferenceList(Words(lines_[k]))) return false;
      if (BlockOf(lines_[k]).kind == BlockKind::kHeading) return false;
      if (ReferenceLike(Words(lines_[k])) >= kEntry) return true;
    }
    return false;
  }

  // An entry, given that it stands in a list.
  bool IsListed(TextSpan span, const Line& line, double least) const {
    const std::string_view words = Slice(text_, span);
    if (words.size() < 8) return false;
    const Block& block = BlockOf(line);
    if (block.kind == BlockKind::kHeading || block.kind == BlockKind::kCaption) return false;
    if (Like(words) >= least) return true;
    if (words.size() > kLongestEntry) return false;
    const int prose = ProseWords(words);
    if (IsLinkedTitle(span)) return true;
    if (HasSourceLink(span) && prose <= (least > kListedEntry ? 1 : 4)) return true;
    const bool item = block.kind == BlockKind::kListItem || block.kind == BlockKind::kFootnote;
    return item && prose <= 1 && std::count(words.begin(), words.end(), ' ') >= 2;
  }

  // A wrapped or orphaned piece of the entry before.
  bool Continues(std::size_t i) const {
    const std::string_view words = Words(lines_[i]);
    if (lines_[i].wrapped) return ProseWords(words) <= 2;
    return words[0] >= 'a' && words[0] <= 'z' && ProseWords(words) <= 1 && words.size() < 200;
  }

  // A long line may hold many entries; its beginning tells.
  static double Like(std::string_view words) {
    return ReferenceLike(words.size() > kLongestEntry ? words.substr(0, 400) : words);
  }

  // Most of the words are a link to a source: the title of a page.
  bool IsLinkedTitle(TextSpan span) const {
    auto link = std::lower_bound(doc_.links.begin(), doc_.links.end(), span.begin,
                                 [](const Link& l, std::uint32_t at) { return l.span.begin < at; });
    if (link == doc_.links.end() || link->span.end > span.end) return false;
    return link->span.size() * 5 >= span.size() * 3 && span.size() >= 15 &&
           IsSourceAddress(link->target);
  }

  bool HasSourceLink(TextSpan span) const {
    auto link = std::lower_bound(doc_.links.begin(), doc_.links.end(), span.begin,
                                 [](const Link& l, std::uint32_t at) { return l.span.begin < at; });
    for (; link != doc_.links.end() && link->span.begin < span.end; ++link) {
      if (IsSourceAddress(link->target)) return true;
    }
    return false;
  }

  // ---- Lists without a heading

  void ReadBareList() {
    std::vector<std::size_t> run;
    std::vector<std::size_t> best;
    std::size_t count = 0;  // entries in the run
    double sum = 0;         // of how much they look like entries
    std::size_t gap = 0;
    const auto close = [&] {
      const bool enough = count >= 3 ? sum >= 1.7 : count == 2 && sum >= 1.4;
      if (enough) best = run;
      run.clear();
      count = 0;
      sum = 0;
      gap = 0;
    };
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const BlockKind kind = BlockOf(lines_[i]).kind;
      const bool body = kind == BlockKind::kParagraph || kind == BlockKind::kListItem ||
                        kind == BlockKind::kQuote;
      const double like = body ? Like(Words(lines_[i])) : 0;
      if (like >= kEntry) {
        const std::size_t pieces = SplitEntries(text_, lines_[i].span).size();
        run.push_back(i);
        count += pieces;
        sum += like * static_cast<double>(pieces);
        gap = 0;
      } else if (!run.empty() && body && lines_[i].wrapped && gap < 2 &&
                 ProseWords(Words(lines_[i])) <= 2) {
        run.push_back(i);
        ++gap;
      } else if (!run.empty()) {
        close();
      }
    }
    close();
    if (best.empty()) return;
    MakeEntries(best);
    found_.areas.push_back({lines_[best.front()].span.begin, lines_[best.back()].span.end});
  }

  // ---- Entries

  void MakeEntries(const std::vector<std::size_t>& taken) {
    const auto addresses = static_cast<std::size_t>(std::count_if(
        taken.begin(), taken.end(), [this](std::size_t i) { return IsAddress(Words(lines_[i])); }));
    // Where nearly each entry has its address on a line of its own.
    const bool paired = addresses * 3 >= (taken.size() - addresses) * 2;
    FoundEntry* open = nullptr;  // the entry that a wrapped line may belong to
    std::size_t open_block = 0;
    for (const std::size_t i : taken) {
      const Line& line = lines_[i];
      const Block& block = BlockOf(line);
      if (open != nullptr && Joins(*open, open_block, line, paired)) {
        open->span.end = line.span.end;
        continue;
      }
      for (const TextSpan& piece : SplitEntries(text_, line.span)) {
        found_.entries.push_back(
            {.span = WithoutBacklinks(text_, piece),
             .number = block.ordered ? static_cast<int>(block.number) : 0,
             .footnote = block.kind == BlockKind::kFootnote,
             .label = block.kind == BlockKind::kFootnote ? block.label : std::string()});
      }
      open = &found_.entries.back();
      open_block = line.block;
    }
  }

  static bool IsAddress(std::string_view words) {
    constexpr std::string_view kOpenings[] = {"http", "www.",      "doi",      "DOI",
                                              "PMID", "Available", "Retrieved"};
    return std::any_of(std::begin(kOpenings), std::end(kOpenings),
                       [words](std::string_view o) { return words.starts_with(o); });
  }

  bool IsIndented(const Line& line) const {
    return line.span.begin > 0 &&
           (text_[line.span.begin - 1] == ' ' || text_[line.span.begin - 1] == '\t');
  }

  // `line` goes on with the entry before it.
  bool Joins(const FoundEntry& before, std::size_t block, const Line& line, bool paired) const {
    const std::string_view words = Words(line);
    const std::string_view head = Slice(text_, before.span);
    const bool wrapped = line.wrapped && line.block == block;
    if (head.ends_with('-') || head.ends_with("\u2013")) return true;  // "12-" and then "19."
    std::size_t label = 0;
    // In a list without numbers, "19." goes on with the pages "12-".
    if (PrintedNumber(words, &label) != 0 && (!wrapped || PrintedNumber(head, &label) != 0))
      return false;
    const bool item = BlockOf(line).kind == BlockKind::kListItem && !line.wrapped;
    if (IsAddress(words)) {
      const bool has_address = head.find("http") != std::string_view::npos ||
                               head.find("10.") != std::string_view::npos ||
                               HasSourceLink(before.span);
      return !has_address && !item && (paired || (wrapped && IsIndented(line)));
    }
    if (EndsEntryLine(head, words)) return false;  // also "de Lind, Carla", written small
    if (words[0] >= 'a' && words[0] <= 'z' && !item) return true;
    // A wrapped line begins a new entry only if it looks like the start of one.
    return wrapped && !StartsEntry(words);
  }

  // Names, an organisation with a year, or a whole entry stand at the front.
  bool StartsEntry(std::string_view words) const {
    const AuthorList names = ReadAuthorList(words, 0, std::min<std::size_t>(words.size(), 200));
    return (names.initials && !names.names.empty()) || ReferenceLike(words) >= kEntry ||
           HasSourceLinkAt(words);
  }

  bool HasSourceLinkAt(std::string_view words) const {
    const auto begin = static_cast<std::uint32_t>(words.data() - text_.data());
    return HasSourceLink({begin, begin + static_cast<std::uint32_t>(words.size())});
  }

  // ---- Footnotes

  void ReadFootnotes() {
    const std::vector<TextSpan> lists = found_.areas;
    std::size_t list = 0;
    for (const Block& block : doc_.blocks) {
      if (block.kind != BlockKind::kFootnote) continue;
      while (list < lists.size() && lists[list].end <= block.span.begin) ++list;
      if (list < lists.size() && Overlaps(lists[list], block.span)) continue;
      const TextSpan span = WithoutBacklinks(text_, TrimmedSpan(text_, block.span));
      if (ReferenceLike(Slice(text_, span)) < kListedEntry + 0.1 && !HasSourceLink(span)) continue;
      found_.entries.push_back({.span = span, .number = 0, .footnote = true, .label = block.label});
      found_.areas.push_back(block.span);
    }
  }

  const Document& doc_;
  std::string_view text_;
  std::vector<Line> lines_;
  FoundLists found_;
};

}  // namespace

FoundLists FindReferenceLists(const Document& document) { return Finder(document).Run(); }
FoundLists FindNotesOnly(const Document& document) { return Finder(document).RunOnNotes(); }

}  // namespace claimgraph
