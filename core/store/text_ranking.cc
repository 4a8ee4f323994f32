// BM25, a segment at a time.
//
// A list's head bounds what any of its texts can score, so the sum over a query's
// terms bounds what a segment can give.  Segments are taken from the highest bound
// on, until one cannot reach the best found so far.  Within a segment, terms are
// taken from the weightiest on; once those that are left cannot lift a text into the
// best by themselves, only texts that were met, and can still get there, are scored
// further (MaxScore).
//
// A text's score is always summed in that one order of terms, so it is the same
// number wherever the text lies; bounds get a little slack for rounding.

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

#include "core/store/keys.h"
#include "core/store/text_index.h"

namespace claimgraph {
namespace {

// The usual ones (Robertson & Zaragoza 2009).
constexpr double kSaturation = 1.2;     // k1: how soon repeats stop counting
constexpr double kLengthWeight = 0.75;  // b: how much long texts are held back
constexpr double kSlack = 1 + 1e-9;

constexpr std::uint64_t kWaits = 0;  // the segment of the texts that wait

// What one segment has of one term.
struct List {
  std::uint64_t segment = kWaits;
  std::uint32_t term = 0;  // its place in the query
  PostingsHead head{};
  std::size_t begin = 0;  // in bytes_: what stands behind the head
  std::size_t size = 0;
  const std::vector<Posting>* waiting = nullptr;  // instead of them
};

struct Candidate {
  double score = 0;
  std::uint64_t segment = 0;
  std::uint32_t place = 0;
};

// The best so far, and all that score as high as the last of them.
class BestFound {
 public:
  explicit BestFound(std::size_t limit) : limit_(limit) {}

  double threshold() const { return threshold_; }

  void Add(const Candidate& c) {
    if (c.score < threshold_) return;
    found_.push_back(c);
    if (found_.size() / 2 > limit_ && found_.size() >= next_cut_) Cut();
  }

  std::vector<Candidate> Take() && {
    Cut();
    return std::move(found_);
  }

  void Cut() {
    if (found_.size() < limit_) return;
    const auto last = found_.begin() + static_cast<std::ptrdiff_t>(limit_ - 1);
    std::ranges::nth_element(found_, last, std::ranges::greater(), &Candidate::score);
    threshold_ = last->score;
    std::erase_if(found_, [&](const Candidate& c) { return c.score < threshold_; });
    next_cut_ = 2 * found_.size();  // many may score the same
  }

 private:
  std::size_t limit_;
  std::size_t next_cut_ = 0;
  double threshold_ = 0;
  std::vector<Candidate> found_{};
};

// How a query's terms score.
class Formula {
 public:
  Formula(const TextQuery& query, const TextCounts& all) : weights_(query.size()) {
    const auto texts = static_cast<double>(all.texts);
    for (std::size_t i = 0; i < query.size(); ++i) {
      const auto with = static_cast<double>(all.with_term[i]);
      weights_[i] = query[i].weight * (kSaturation + 1) *
                    std::log(1 + (std::max(0.0, texts - with) + 0.5) / (with + 0.5));
    }
    const double average = static_cast<double>(all.length) / std::max(1.0, texts);
    for (std::size_t code = 0; code < held_back_.size(); ++code) {
      const auto length = static_cast<double>(DecodeLength(static_cast<std::uint8_t>(code)));
      held_back_[code] = kSaturation * (1 - kLengthWeight + kLengthWeight * length / average);
      for (std::size_t count = 1; count < kTabled; ++count) {
        const auto times = static_cast<double>(count);
        saturation_[count][code] = times / (times + held_back_[code]);
      }
    }
  }

  double weight(std::size_t term) const { return weights_[term]; }
  double Score(std::size_t term, std::uint8_t count, std::uint8_t length) const {
    return weights_[term] *
           (count < kTabled ? saturation_[count][length] : count / (count + held_back_[length]));
  }

 private:
  std::vector<double> weights_;
  static constexpr std::size_t kTabled = 8;  // counts that most texts have
  using ByLength = std::array<double, 256>;  // by EncodeLength
  ByLength held_back_{};
  std::array<ByLength, kTabled> saturation_{};
};

class StoredMatches final : public TextMatches {
 public:
  StoredMatches(const KeyValues& store, std::string_view place,
                std::shared_ptr<const WaitingTexts> waiting, const TextQuery& query)
      : store_(store), place_(place), waiting_(std::move(waiting)), query_(query) {}

  Status Read() {
    const Result<TextTotals> totals = ReadTextTotals(store_, place_);
    if (!totals) return tl::unexpected(totals.error());
    counts_ = {.texts = totals->texts, .length = totals->length};
    counts_.with_term.resize(query_.size());
    for (std::uint32_t i = 0; i < query_.size(); ++i) {
      ReadWaiting(i);
      if (const Status read = ReadLists(i); !read) return read;
    }
    return {};
  }

  const TextCounts& counts() const override { return counts_; }

  Result<std::vector<TextHit>> Best(const TextCounts& all, std::size_t limit) const override;

 private:
  using Group = std::vector<const List*>;  // of one segment

  struct Bounded {
    Group lists{};
    std::vector<double> rest{};  // what the i-th list and those behind it can give
  };

  void ReadWaiting(std::uint32_t term) {
    const auto found = waiting_->postings.find(query_[term].term);
    if (found == waiting_->postings.end()) return;
    List list{.term = term, .waiting = &found->second};
    list.head = {.least_length = 0xff, .texts = found->second.size()};
    for (const Posting& p : found->second) {
      list.head.most_count = std::max(list.head.most_count, p.count);
      list.head.least_length = std::min(list.head.least_length, p.length);
    }
    AddList(std::move(list));
  }

  Status ReadLists(std::uint32_t term) {
    bool sound = true;
    const std::string prefix = keys::AllTextPostings(query_[term].term);
    const auto add = [&](std::string_view key, std::string_view value) {
      List list{.term = term};
      sound = key.size() == prefix.size() + sizeof(list.segment) && TakeHead(&value, &list.head);
      if (!sound) return false;
      list.segment = keys::LastPart(key);
      list.begin = bytes_.size();
      list.size = value.size();
      bytes_ += value;
      AddList(std::move(list));
      return true;
    };
    const Status read = store_.Scan(Family::kDerived, prefix, add);
    return sound ? read : Damaged();
  }

  std::string_view BytesOf(const List& list) const {
    return std::string_view(bytes_).substr(list.begin, list.size);
  }

  void AddList(List list) {
    counts_.with_term[list.term] += list.head.texts;
    lists_.push_back(std::move(list));
  }

  std::vector<Bounded> Segments(const Formula& formula) const;
  [[nodiscard]] Status ScoreSegment(const Bounded& segment, const Formula& formula,
                                    BestFound* best) const;
  Result<std::vector<TextHit>> Named(const std::vector<Candidate>& found, std::size_t limit) const;
  tl::unexpected<Error> Damaged() const { return Malformed(place_, "the index of texts"); }

  const KeyValues& store_;
  std::string_view place_;
  std::shared_ptr<const WaitingTexts> waiting_;
  TextQuery query_;
  TextCounts counts_{};
  std::vector<List> lists_{};
  std::string bytes_{};  // of all lists
};

std::vector<StoredMatches::Bounded> StoredMatches::Segments(const Formula& formula) const {
  std::map<std::uint64_t, Group> groups;
  for (const List& list : lists_) groups[list.segment].push_back(&list);
  std::vector<Bounded> segments;
  segments.reserve(groups.size());
  for (auto& [number, lists] : groups) {
    // Terms stand in the query's order, so equal weights keep it.
    std::ranges::stable_sort(lists, std::ranges::greater(),
                             [&](const List* l) { return formula.weight(l->term); });
    std::vector<double> rest(lists.size() + 1);
    for (std::size_t i = lists.size(); i-- > 0;) {
      const PostingsHead& head = lists[i]->head;
      rest[i] =
          rest[i + 1] + kSlack * formula.Score(lists[i]->term, head.most_count, head.least_length);
    }
    segments.push_back({std::move(lists), std::move(rest)});
  }
  std::ranges::stable_sort(segments, std::ranges::greater(),
                           [](const Bounded& s) { return s.rest.front(); });
  return segments;
}

Status StoredMatches::ScoreSegment(const Bounded& segment, const Formula& formula,
                                   BestFound* best) const {
  std::array<double, kTextsInSegment> scores{};
  std::vector<std::uint32_t> met;
  for (std::size_t i = 0; i < segment.lists.size(); ++i) {
    const List& list = *segment.lists[i];
    const bool only_met = segment.rest[i] < best->threshold();
    if (only_met) {
      // What was met and cannot become one of the best is let go.
      const double needed = best->threshold() / kSlack - segment.rest[i];
      std::erase_if(met, [&](std::uint32_t place) {
        if (scores[place] >= needed) return false;
        scores[place] = 0;
        return true;
      });
      if (met.empty()) return {};
    }
    const auto score = [&](const Posting& p) {
      double& sum = scores[p.place];
      if (sum == 0) {
        if (only_met) return;
        met.push_back(p.place);
      }
      sum += formula.Score(list.term, p.count, p.length);
    };
    if (list.waiting) {
      std::ranges::for_each(*list.waiting, score);
    } else if (!ForEachPosting(BytesOf(list), list.head.texts, score)) {
      return Damaged();
    }
  }
  for (const std::uint32_t place : met) {
    best->Add({scores[place], segment.lists.front()->segment, place});
  }
  best->Cut();
  return {};
}

Result<std::vector<TextHit>> StoredMatches::Named(const std::vector<Candidate>& found,
                                                  std::size_t limit) const {
  constexpr std::size_t kIdSize = sizeof(std::uint64_t);
  std::map<std::uint64_t, std::string> tables;
  std::vector<TextHit> hits;
  for (const Candidate& c : found) {
    if (c.segment == kWaits) {
      hits.push_back({waiting_->documents[c.place], c.score});
      continue;
    }
    const auto [table, is_new] = tables.try_emplace(c.segment);
    if (is_new) {
      Result<std::optional<std::string>> bytes =
          store_.Get(Family::kDerived, keys::TextTable(c.segment));
      if (!bytes) return tl::unexpected(bytes.error());
      if (!*bytes) return Damaged();
      table->second = std::move(**bytes);
    }
    if (table->second.size() < (c.place + 1) * kIdSize) return Damaged();
    const std::string_view id = std::string_view(table->second).substr(c.place * kIdSize, kIdSize);
    hits.push_back({DocumentId{*keys::DecodeId(id)}, c.score});
  }
  std::ranges::sort(hits, [](const TextHit& a, const TextHit& b) {
    return a.score != b.score ? a.score > b.score : a.document < b.document;
  });
  if (hits.size() > limit) hits.resize(limit);
  return hits;
}

Result<std::vector<TextHit>> StoredMatches::Best(const TextCounts& all, std::size_t limit) const {
  if (limit == 0 || lists_.empty()) return std::vector<TextHit>();
  const Formula formula(query_, all);
  BestFound best(limit);
  for (const Bounded& segment : Segments(formula)) {
    if (segment.rest.front() < best.threshold()) break;
    if (const Status scored = ScoreSegment(segment, formula, &best); !scored) {
      return tl::unexpected(scored.error());
    }
  }
  return Named(std::move(best).Take(), limit);
}

}  // namespace

Result<std::unique_ptr<TextMatches>> MatchStoredTexts(const KeyValues& store,
                                                      std::string_view place,
                                                      std::shared_ptr<const WaitingTexts> waiting,
                                                      const TextQuery& query) {
  auto matches = std::make_unique<StoredMatches>(store, place, std::move(waiting), query);
  if (const Status read = matches->Read(); !read) return tl::unexpected(read.error());
  return matches;
}

}  // namespace claimgraph
