// Within one change, what was written is read back from writes_ first.
//
// A slot's value begins with its document, so that the last one can move into the
// slot of one that is removed.

#include "core/store/text_index.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/store/keys.h"

namespace claimgraph {
namespace {

constexpr std::size_t kIdSize = sizeof(std::uint64_t);

std::string EncodeTotals(const TextTotals& t) {
  return keys::EncodeId(t.texts) + keys::EncodeId(t.length) + keys::EncodeId(t.waiting) +
         keys::EncodeId(t.segments);
}

std::optional<TextTotals> DecodeTotals(std::string_view bytes) {
  if (bytes.size() != 4 * kIdSize) return std::nullopt;
  const auto part = [&](std::size_t i) {
    return *keys::DecodeId(bytes.substr(i * kIdSize, kIdSize));
  };
  const TextTotals t{part(0), part(1), part(2), part(3)};
  if (t.waiting >= kTextsInSegment) return std::nullopt;
  return t;
}

struct Waiting {
  DocumentId document{};
  TextEntry entry{};
};

std::string EncodeWaiting(DocumentId document, const TextEntry& entry) {
  return keys::EncodeId(Raw(document)) + Encode(entry);
}

std::optional<Waiting> DecodeWaiting(std::string_view bytes) {
  if (bytes.size() < kIdSize) return std::nullopt;
  std::optional<TextEntry> entry = DecodeTextEntry(bytes.substr(kIdSize));
  if (!entry) return std::nullopt;
  return Waiting{DocumentId{*keys::DecodeId(bytes.substr(0, kIdSize))}, *std::move(entry)};
}

// Where a document's text is: a slot (segment 0), or a place in a segment.
struct Place {
  std::uint64_t segment = 0;
  std::uint64_t place = 0;
};

std::string EncodePlace(std::uint64_t segment, std::uint64_t place) {
  return keys::EncodeId(segment) + keys::EncodeId(place);
}

std::optional<Place> DecodePlace(std::string_view bytes) {
  if (bytes.size() != 2 * kIdSize) return std::nullopt;
  return Place{*keys::DecodeId(bytes.substr(0, kIdSize)), *keys::DecodeId(bytes.substr(kIdSize))};
}

// A list that grows at its end.
class PostingsWriter {
 public:
  void Add(const Posting& p) {
    most_ = std::max(most_, p.count);
    least_ = std::min(least_, p.length);
    ++texts_;
    AppendVarint(p.place - std::exchange(before_, p.place), &body_);
    body_.push_back(static_cast<char>(p.count));
    body_.push_back(static_cast<char>(p.length));
  }

  std::string Bytes() const {
    std::string bytes{static_cast<char>(most_), static_cast<char>(least_)};
    AppendVarint(texts_, &bytes);
    return bytes += body_;
  }

 private:
  std::uint8_t most_ = 0;
  std::uint8_t least_ = 0xff;
  std::uint32_t texts_ = 0;
  std::uint32_t before_ = 0;
  std::string body_{};
};

}  // namespace

std::string EncodePostings(const std::vector<Posting>& postings) {
  PostingsWriter writer;
  for (const Posting& p : postings) writer.Add(p);
  return writer.Bytes();
}

std::optional<std::vector<Posting>> DecodePostings(std::string_view bytes) {
  PostingsHead head;
  if (!TakeHead(&bytes, &head)) return std::nullopt;
  std::vector<Posting> postings;
  postings.reserve(head.texts);
  const auto add = [&](const Posting& p) { postings.push_back(p); };
  if (!ForEachPosting(bytes, head.texts, add)) return std::nullopt;
  return postings;
}

tl::unexpected<Error> TextWrites::Damaged() const {
  return Malformed(place_, "the index of texts");
}

Result<std::optional<std::string>> TextWrites::Get(const std::string& key) const {
  const auto written = writes_.find(key);
  if (written != writes_.end()) return written->second;
  return store_.Get(Family::kDerived, key);
}

Status TextWrites::LoadTotals() {
  if (totals_) return {};
  const Result<TextTotals> totals = ReadTextTotals(store_, place_);
  if (!totals) return tl::unexpected(totals.error());
  totals_ = *totals;
  return {};
}

Status TextWrites::Remove(DocumentId document, const TextEntry& entry) {
  const std::string key = keys::TextPlace(document);
  const Result<std::optional<std::string>> bytes = Get(key);
  if (!bytes) return tl::unexpected(bytes.error());
  if (!*bytes) return {};
  const std::optional<Place> place = DecodePlace(**bytes);
  if (!place) return Damaged();
  Status done = LoadTotals();
  if (!done) return done;
  writes_[key] = std::nullopt;
  done = place->segment == 0 ? RemoveWaiting(place->place)
                             : RemoveSealed(document, place->segment, place->place, entry);
  if (!done) return done;
  totals_->texts -= std::min<std::uint64_t>(totals_->texts, 1);
  totals_->length -= std::min(totals_->length, entry.length);
  return {};
}

Status TextWrites::RemoveWaiting(std::uint64_t slot) {
  if (slot >= totals_->waiting) return Damaged();
  const std::uint64_t last = --totals_->waiting;
  const std::string last_key = keys::WaitingText(last);
  if (slot != last) {
    Result<std::optional<std::string>> moved = Get(last_key);
    if (!moved) return tl::unexpected(moved.error());
    if (!*moved || (*moved)->size() < kIdSize) return Damaged();
    const DocumentId document{*keys::DecodeId(std::string_view(**moved).substr(0, kIdSize))};
    writes_[keys::TextPlace(document)] = EncodePlace(0, slot);
    writes_[keys::WaitingText(slot)] = std::move(**moved);
  }
  writes_[last_key] = std::nullopt;
  return {};
}

Status TextWrites::RemoveSealed(DocumentId document, std::uint64_t segment, std::uint64_t place,
                                const TextEntry& entry) {
  const std::string table_key = keys::TextTable(segment);
  Result<std::optional<std::string>> table = Get(table_key);
  if (!table) return tl::unexpected(table.error());
  if (!*table || (*table)->size() < (place + 1) * kIdSize ||
      (*table)->compare(place * kIdSize, kIdSize, keys::EncodeId(Raw(document))) != 0) {
    return Damaged();
  }
  (*table)->replace(place * kIdSize, kIdSize, kIdSize, '\0');
  const bool empty = (*table)->find_first_not_of('\0') == std::string::npos;
  writes_[table_key] = empty ? std::nullopt : std::move(*table);
  for (const auto& [term, count] : entry.terms) {
    const std::string key = keys::TextPostings(term, segment);
    const Result<std::optional<std::string>> bytes = Get(key);
    if (!bytes) return tl::unexpected(bytes.error());
    std::optional<std::vector<Posting>> postings;
    if (*bytes) postings = DecodePostings(**bytes);
    if (!postings) return Damaged();
    std::erase_if(*postings, [&](const Posting& p) { return p.place == place; });
    writes_[key] = postings->empty() ? std::nullopt : std::optional(EncodePostings(*postings));
  }
  return {};
}

Status TextWrites::Put(DocumentId document, const TextEntry& entry) {
  if (const Status loaded = LoadTotals(); !loaded) return loaded;
  const std::uint64_t slot = totals_->waiting++;
  ++totals_->texts;
  totals_->length += entry.length;
  writes_[keys::TextPlace(document)] = EncodePlace(0, slot);
  writes_[keys::WaitingText(slot)] = EncodeWaiting(document, entry);
  return totals_->waiting < kTextsInSegment ? Status() : Seal();
}

Status TextWrites::Seal() {
  const std::uint64_t segment = ++totals_->segments;
  std::vector<std::string> values(totals_->waiting);  // which the terms look at
  std::unordered_map<std::string_view, PostingsWriter> lists;
  std::string table;
  for (std::uint64_t slot = 0; slot < totals_->waiting; ++slot) {
    const std::string key = keys::WaitingText(slot);
    Result<std::optional<std::string>> bytes = Get(key);
    if (!bytes) return tl::unexpected(bytes.error());
    if (!*bytes || (*bytes)->size() < kIdSize) return Damaged();
    values[slot] = std::move(**bytes);
    const std::string_view id = std::string_view(values[slot]).substr(0, kIdSize);
    const std::string_view entry = std::string_view(values[slot]).substr(kIdSize);
    std::uint64_t exact = 0;
    std::string_view front = entry;
    if (!TakeVarint(&front, &exact)) return Damaged();
    const std::uint8_t length = EncodeLength(exact);
    const auto add = [&](std::string_view term, std::uint8_t count) {
      lists[term].Add({static_cast<std::uint32_t>(slot), count, length});
    };
    if (!ReadTextEntry(entry, &exact, add)) return Damaged();
    table += id;
    writes_[keys::TextPlace(DocumentId{*keys::DecodeId(id)})] = EncodePlace(segment, slot);
    writes_[key] = std::nullopt;
  }
  // New keys, which nothing in this change reads back.
  lists_.reserve(lists.size());
  for (const auto& [term, list] : lists) {
    lists_.push_back({Family::kDerived, keys::TextPostings(term, segment), list.Bytes()});
  }
  writes_[keys::TextTable(segment)] = std::move(table);
  totals_->waiting = 0;
  return {};
}

void TextWrites::AppendTo(std::vector<Write>* writes) && {
  if (!totals_) return;
  for (auto& [key, value] : writes_) writes->push_back({Family::kDerived, key, std::move(value)});
  std::ranges::move(lists_, std::back_inserter(*writes));
  writes->push_back({Family::kDerived, keys::TextTotals(), EncodeTotals(*totals_)});
}

Result<TextTotals> ReadTextTotals(const KeyValues& store, std::string_view place) {
  const Result<std::optional<std::string>> bytes = store.Get(Family::kDerived, keys::TextTotals());
  if (!bytes) return tl::unexpected(bytes.error());
  const std::optional<TextTotals> totals = *bytes ? DecodeTotals(**bytes) : TextTotals{};
  if (!totals) return Malformed(place, "the index of texts");
  return *totals;
}

Result<std::shared_ptr<const WaitingTexts>> ReadWaitingTexts(const KeyValues& store,
                                                             std::string_view place) {
  auto waiting = std::make_shared<WaitingTexts>();
  bool sound = true;
  const auto add = [&](std::string_view, std::string_view value) {
    std::optional<Waiting> text = DecodeWaiting(value);
    sound = text.has_value() && waiting->documents.size() < kTextsInSegment;
    if (!sound) return false;
    const auto slot = static_cast<std::uint32_t>(waiting->documents.size());
    const std::uint8_t length = EncodeLength(text->entry.length);
    waiting->documents.push_back(text->document);
    for (auto& [term, count] : text->entry.terms) {
      waiting->postings[std::move(term)].push_back({slot, count, length});
    }
    return true;
  };
  const Status read = store.Scan(Family::kDerived, keys::AllWaitingTexts(), add);
  if (!read) return tl::unexpected(read.error());
  if (!sound) return Malformed(place, "the index of texts");
  return waiting;
}

}  // namespace claimgraph
